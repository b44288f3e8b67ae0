/* poppler is opened when the first PDF is met: with all that it loads it would
 * double the time that the program takes to start. */
#include "source/pdf.h"

#include <dlfcn.h>
#include <poppler.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/pages.h"

/* A blank that is wider, in heights of the line, parts columns. */
#define JUMP 1.8

enum { PAGES_MOST = 20000, TEXT_MOST = 64 << 20, SPARE = 64 << 20 };

/* The calls that are needed, by their names. */
#define CALLS(X)                                                               \
    X(poppler_document_new_from_bytes)                                         \
    X(poppler_document_get_n_pages)                                            \
    X(poppler_document_get_page)                                               \
    X(poppler_document_get_creation_date)                                      \
    X(poppler_page_get_text)                                                   \
    X(poppler_page_get_text_layout)                                            \
    X(g_bytes_new_static)                                                      \
    X(g_bytes_unref)                                                           \
    X(g_error_free)                                                            \
    X(g_object_unref)                                                          \
    X(g_free)

typedef struct calls {
#define MEMBER(name) __typeof__(name) *name;
    CALLS(MEMBER)
#undef MEMBER
    char missing[256]; /* why they aren't there; "": they are */
} calls;

static calls poppler;
static pthread_once_t opened = PTHREAD_ONCE_INIT;

/* ISO C has no conversion between pointers to data and to functions. */
static void find(void *library, const char *name, void *place)
{
    void *found = dlsym(library, name);
    if (found)
        memcpy(place, &found, sizeof found);
    else
        memcpy(poppler.missing, "a call is missing", 18);
}

/* It stays open: it leaves threads and data of its own behind. */
static void open_poppler(void)
{
    void *library = dlopen(ENTENTE_POPPLER_FILE, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char *why = dlerror();
        strncpy(poppler.missing, why ? why : "it can't be opened",
                sizeof poppler.missing - 1);
        return;
    }
#define FIND(name) find(library, #name, &poppler.name);
    CALLS(FIND)
#undef FIND
}

/* Takes in a character's box. Blanks can be as large as the page. */
static void widen(ent_i_page_line *line, const PopplerRectangle *box,
                  bool first)
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
static bool jumps(const ent_i_page_line *line, const PopplerRectangle *box)
{
    double height = line->y2 - line->y1;
    return box->x1 - line->x2 > JUMP * height ||
           line->x2 - box->x1 > JUMP * height || box->y1 > line->y2 ||
           box->y2 < line->y1;
}

/* Cuts what poppler gives as a line where it goes on in another column. */
static void add_line(ent_i_pages *pages, const char *text, size_t size,
                     const PopplerRectangle *boxes)
{
    ent_i_page_line line = {0};
    size_t from = 0;
    bool first = true;
    for (size_t i = 0; i < size; i++) {
        if ((text[i] & 0xC0) == 0x80)
            continue;
        const PopplerRectangle *box = boxes++;
        if (text[i] == ' ')
            continue;
        if (!first && jumps(&line, box)) {
            ent_i_pages_add(pages, text + from, i - from, line);
            from = i;
            first = true;
        }
        widen(&line, box, first);
        first = false;
    }
    ent_i_pages_add(pages, text + from, size - from, line);
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
static void add_page(PopplerPage *page, ent_i_pages *pages)
{
    PopplerRectangle *boxes = NULL;
    guint count = 0, used = 0;
    size_t before = pages->lines.n;
    char *text = poppler.poppler_page_get_text(page);
    pages->count++;
    if (text && poppler.poppler_page_get_text_layout(page, &boxes, &count)) {
        for (const char *at = text; *at;) {
            size_t size = strcspn(at, "\n");
            size_t n = count_characters(at, size);
            if (used + n > count)
                break;
            add_line(pages, at, size, boxes + used);
            used += (guint)n + (at[size] == '\n');
            at += size + (at[size] == '\n');
        }
    }
    ent_i_pages_order(pages, before);
    poppler.g_free(boxes);
    poppler.g_free(text);
}

static ent_status add_pages(PopplerDocument *document, ent_i_pages *pages,
                            ent_error *error)
{
    int count = poppler.poppler_document_get_n_pages(document);
    if (count > PAGES_MOST)
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected a PDF of at most %d pages, found %d",
                          PAGES_MOST, count);
    for (int i = 0; i < count; i++) {
        PopplerPage *page = poppler.poppler_document_get_page(document, i);
        if (page) {
            add_page(page, pages);
            poppler.g_object_unref(page);
        }
        if (pages->text.n > TEXT_MOST)
            return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                              "expected a PDF of at most %d MiB of text, found "
                              "more",
                              TEXT_MOST >> 20);
    }
    return pages->no_memory ? ent_i_no_memory(error, "source") : ENT_OK;
}

static ent_status open_document(const ent_article *article,
                                PopplerDocument **out, ent_error *error)
{
    GError *why = NULL;
    GBytes *bytes =
        poppler.g_bytes_new_static(article->raw.bytes, article->raw.size);
    *out = poppler.poppler_document_new_from_bytes(bytes, NULL, &why);
    poppler.g_bytes_unref(bytes);
    if (*out)
        return ENT_OK;
    ent_status status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                                   "cannot read a PDF document: %s",
                                   why ? why->message : "no reason given");
    if (why)
        poppler.g_error_free(why);
    return status;
}

ent_status ent_i_read_pdf(ent_article *article, ent_error *error)
{
    PopplerDocument *document;
    ent_i_pages pages = {0};
    ent_i_document text = {0};
    char empty[64];
    pthread_once(&opened, open_poppler);
    if (poppler.missing[0])
        return ent_i_fail(error, ENT_ERR_LIBRARY, "source",
                          "cannot open poppler for a PDF: %s", poppler.missing);
    /* Neither it nor GLib checks its allocations. */
    if (!ent_i_memory_spare(SPARE))
        return ent_i_no_memory(error, "source");
    ent_status status = open_document(article, &document, error);
    if (status)
        return status;
    status = add_pages(document, &pages, error);
    time_t made = poppler.poppler_document_get_creation_date(document);
    if (article->fetched == ENT_NO_DATE && made > 0)
        article->fetched = ent_i_epoch_date((double)made);
    poppler.g_object_unref(document);
    if (!status) {
        ent_i_pages_write(&pages, &text);
        snprintf(empty, sizeof empty,
                 "a PDF of %u page%s without text (a scan?)",
                 (unsigned)pages.count, pages.count == 1 ? "" : "s");
        status = ent_i_document_finish(&text, article, empty, error);
    }
    ent_i_document_free(&text);
    ent_i_pages_free(&pages);
    return status;
}
