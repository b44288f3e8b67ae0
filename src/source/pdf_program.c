/* A program of its own, which the library starts for each PDF: poppler can't be
 * stopped in the midst of a page, doesn't check its allocations, and crashes
 * on some files. It reads a PDF from standard input and writes the lines of its
 * pages to standard output. What it allocates goes when it ends. */
#include <poppler.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/vec.h"
#include "source/pdf_parts.h"

/* A blank that is wider, in heights of the line, parts columns. */
#define JUMP 1.8

enum { READ_SIZE = 1 << 16 };

/* ---- limits ---- */

static void limit(int what, rlim_t most)
{
    struct rlimit given;
    if (getrlimit(what, &given) != 0 || most >= given.rlim_max)
        return;
    given.rlim_cur = most;
    setrlimit(what, &given);
}

/* Beyond what it has already: sanitizers take much from the start. */
static void limit_memory(void)
{
    char line[80] = "";
    FILE *sizes = fopen("/proc/self/statm", "re");
    if (!sizes)
        return;
    rlim_t pages =
        fgets(line, sizeof line, sizes) ? strtoul(line, NULL, 10) : 0;
    fclose(sizes);
    if (pages)
        limit(RLIMIT_AS, pages * (rlim_t)sysconf(_SC_PAGESIZE) +
                             ((rlim_t)ENT_I_PDF_MIB << 20));
}

/* ---- writing ---- */

static void put(ent_i_pdf_part part, const char *text, size_t size)
{
    part.size = (uint32_t)size;
    fwrite(&part, sizeof part, 1, stdout);
    fwrite(text, 1, size, stdout);
}

static int refuse(const char *why)
{
    put((ent_i_pdf_part){.kind = ENT_I_PDF_FAULT}, why, strlen(why));
    return 1;
}

/* ---- lines ---- */

/* Takes in a character's box. Blanks can be as large as the page. */
static void widen(ent_i_pdf_part *line, const PopplerRectangle *box, bool first)
{
    if (first || box->x1 < line->x1)
        line->x1 = (float)box->x1;
    if (first || box->y1 < line->y1)
        line->y1 = (float)box->y1;
    if (first || box->x2 > line->x2)
        line->x2 = (float)box->x2;
    if (first || box->y2 > line->y2)
        line->y2 = (float)box->y2;
}

/* Whether the next character isn't of the same line, but of one beside it. */
static bool jumps(const ent_i_pdf_part *line, const PopplerRectangle *box)
{
    double height = line->y2 - line->y1;
    return box->x1 - line->x2 > JUMP * height ||
           line->x2 - box->x1 > JUMP * height || box->y1 > line->y2 ||
           box->y2 < line->y1;
}

/* Cuts what poppler gives as a line where it goes on in another column. */
static void put_line(const char *text, size_t size,
                     const PopplerRectangle *boxes)
{
    ent_i_pdf_part line = {.kind = ENT_I_PDF_LINE};
    size_t from = 0;
    bool first = true;
    for (size_t i = 0; i < size; i++) {
        if ((text[i] & 0xC0) == 0x80)
            continue;
        const PopplerRectangle *box = boxes++;
        if (text[i] == ' ')
            continue;
        if (!first && jumps(&line, box)) {
            put(line, text + from, i - from);
            from = i;
            first = true;
        }
        widen(&line, box, first);
        first = false;
    }
    put(line, text + from, size - from);
}

/* How many characters of UTF-8 a line has. */
static size_t count_characters(const char *text, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size; i++)
        n += (text[i] & 0xC0) != 0x80;
    return n;
}

/* The boxes stand in the order of the text's characters, line ends included. */
static void put_page(PopplerPage *page)
{
    PopplerRectangle *boxes = NULL;
    guint count = 0, used = 0;
    char *text = poppler_page_get_text(page);
    if (text && poppler_page_get_text_layout(page, &boxes, &count)) {
        for (const char *at = text; *at;) {
            size_t size = strcspn(at, "\n");
            size_t n = count_characters(at, size);
            if (used + n > count)
                break;
            put_line(at, size, boxes + used);
            used += (guint)n + (at[size] == '\n');
            at += size + (at[size] == '\n');
        }
    }
    g_free(boxes);
    g_free(text);
}

/* ---- the document ---- */

static bool read_input(ent_i_string *out)
{
    size_t got;
    do {
        if (!ent_i_vec_reserve(out, READ_SIZE))
            return false;
        got = fread(out->items + out->n, 1, READ_SIZE, stdin);
        out->n += got;
    } while (got);
    return true;
}

/* Each page is told before it is read, so that the one that takes too long is
 * known. */
static int read_pages(PopplerDocument *document)
{
    char why[80];
    int count = poppler_document_get_n_pages(document);
    snprintf(why, sizeof why, "expected at most %d pages, found %d",
             ENT_I_PDF_PAGES, count);
    if (count > ENT_I_PDF_PAGES)
        return refuse(why);
    for (int i = 0; i < count; i++) {
        limit(RLIMIT_CPU, ent_i_pdf_seconds((unsigned)i));
        put((ent_i_pdf_part){.kind = ENT_I_PDF_PAGE}, "", 0);
        fflush(stdout);
        PopplerPage *page = poppler_document_get_page(document, i);
        if (page) {
            put_page(page);
            g_object_unref(page);
        }
    }
    put((ent_i_pdf_part){.kind = ENT_I_PDF_END,
                         .made = (int64_t)poppler_document_get_creation_date(
                             document)},
        "", 0);
    return 0;
}

int main(void)
{
    ent_i_string input = {0};
    GError *why = NULL;
    int result;
    /* Nobody waits for it once the library's process is gone. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, ent_i_pdf_seconds(0));
    if (!freopen("/dev/null", "w", stderr) || !read_input(&input))
        return 1;
    limit_memory();
    GBytes *bytes = g_bytes_new_static(input.items, input.n);
    PopplerDocument *document =
        poppler_document_new_from_bytes(bytes, NULL, &why);
    result = document ? read_pages(document)
                      : refuse(why ? why->message : "no reason given");
    fflush(stdout);
    _exit(result);
}
