/* poppler reads PDFs in a program of its own, pdf_program.c. */
#include "source/pdf.h"

#include <signal.h>
#include <stdio.h>

#include "core/error.h"
#include "source/contained.h"
#include "source/dates.h"
#include "source/pages.h"
#include "source/pdf_parts.h"

/* poppler gives back the words of a page one by one. That glibc keeps them for
 * the next page, instead of joining and parting its memory again and again,
 * saves a fifth of the time. */
static const char setting[] = "GLIBC_TUNABLES=glibc.malloc.tcache_count=2000:"
                              "glibc.malloc.tcache_max=4096";

enum { TEXT_MOST = 64 << 20, LINES_MOST = 4 << 20 };

/* What comes of a PDF. */
typedef struct reading {
    ent_i_contained contained;
    ent_i_pages pages;
    size_t before;     /* the lines of the pages before the one at hand */
    ent_i_string text; /* of the part at hand */
    ent_i_pdf_part part;
} reading;

/* The next part; false when there is none, or none that makes sense. */
static bool read_part(reading *r)
{
    r->text.n = 0;
    if (!ent_i_contained_read(&r->contained, &r->part, sizeof r->part) ||
        r->part.kind > ENT_I_PDF_FAULT || r->part.size > TEXT_MOST)
        return false;
    if (!ent_i_vec_reserve(&r->text, r->part.size + (size_t)1)) {
        r->pages.no_memory = true;
        return false;
    }
    r->text.n = r->part.size;
    r->text.items[r->text.n] = '\0';
    return ent_i_contained_read(&r->contained, r->text.items, r->text.n);
}

static void end_page(reading *r)
{
    ent_i_pages_order(&r->pages, r->before);
    r->before = r->pages.lines.n;
}

static void add_line(reading *r)
{
    ent_i_page_line line = {
        .x1 = r->part.x1, .y1 = r->part.y1, .x2 = r->part.x2, .y2 = r->part.y2};
    if (r->pages.count)
        ent_i_pages_add(&r->pages, r->text.items, r->text.n, line);
}

static bool too_large(const reading *r)
{
    return r->pages.text.n > TEXT_MOST || r->pages.lines.n > LINES_MOST;
}

/* Why the end is missing; signal is what ended the program. */
static ent_status fail_broken(const reading *r, int signal, ent_error *error)
{
    unsigned page = r->pages.count + !r->pages.count;
    if (too_large(r))
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected a PDF of at most %d MiB of text in %d "
                          "lines, found more",
                          TEXT_MOST >> 20, LINES_MOST);
    if (signal == SIGXCPU)
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected a PDF that takes at most %u s to read, "
                          "gave up at page %u",
                          ent_i_pdf_seconds(page - 1), page);
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "poppler broke off at page %u of a PDF, by a crash or "
                      "for want of memory (%d MiB are allowed)",
                      page, ENT_I_PDF_MIB);
}

/* Reads up to the part that is none of a page, or to where no part is. */
static bool read_lines(reading *r)
{
    while (!too_large(r) && !r->pages.no_memory && read_part(r)) {
        if (r->part.kind == ENT_I_PDF_LINE)
            add_line(r);
        else
            end_page(r);
        if (r->part.kind > ENT_I_PDF_LINE)
            return true;
        r->pages.count += r->part.kind == ENT_I_PDF_PAGE;
    }
    return false;
}

static ent_status read_pages(reading *r, ent_article *article, ent_error *error)
{
    bool whole = read_lines(r);
    int signal = ent_i_contained_end(&r->contained);
    if (r->pages.no_memory)
        return ent_i_no_memory(error, "source");
    if (whole && r->part.kind == ENT_I_PDF_FAULT)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "cannot read a PDF document: %s", r->text.items);
    if (!whole)
        return fail_broken(r, signal, error);
    if (article->fetched == ENT_NO_DATE && r->part.made > 0)
        article->fetched = ent_i_epoch_date((double)r->part.made);
    return ENT_OK;
}

ent_status ent_i_read_pdf(ent_article *article, ent_error *error)
{
    reading r = {.before = 0};
    ent_i_document text = {0};
    char empty[64];
    ent_status status =
        ent_i_contained_start(&r.contained, ENT_I_PDF_PROGRAM, setting,
                              article->raw.bytes, article->raw.size, error);
    if (!status)
        status = read_pages(&r, article, error);
    if (!status) {
        ent_i_pages_write(&r.pages, &text);
        snprintf(empty, sizeof empty,
                 "a PDF of %u page%s without text (a scan?)",
                 (unsigned)r.pages.count, r.pages.count == 1 ? "" : "s");
        status = ent_i_document_finish(&text, article, empty, error);
    }
    ent_i_document_free(&text);
    ent_i_pages_free(&r.pages);
    ent_i_vec_free(&r.text);
    return status;
}
