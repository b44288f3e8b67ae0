/* Both kinds hold their text in one XML file. What its elements mean here is a
 * table for each. */
#include "source/office.h"

#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/document.h"
#include "source/packed.h"
#include "source/readers.h"
#include "source/xml.h"

/* What an element means; bits. */
enum {
    PARAGRAPH = 1,
    TEXT = 2,  /* what stands in it is the document's text */
    BLANK = 4, /* it stands for white space */
    LEFT_OUT = 8,
    STYLE = 16 /* an attribute names the paragraph's style */
};

typedef struct meaning {
    const char *element;
    unsigned is;
} meaning;

typedef struct form {
    const char *text;  /* the part with the text */
    const char *facts; /* the part with the dates */
    const char *style; /* the attribute that names a style */
    meaning meanings[16];
} form;

static const form docx = {
    "word/document.xml",
    "docProps/core.xml",
    "val",
    {{"p", PARAGRAPH},
     {"t", TEXT},
     {"tab", BLANK},
     {"br", BLANK},
     {"cr", BLANK},
     {"pStyle", STYLE},
     {"Fallback", LEFT_OUT}, /* the same again, for older programs */
     {"del", LEFT_OUT},
     {"moveFrom", LEFT_OUT}}};

static const form odt = {"content.xml",
                         "meta.xml",
                         "style-name",
                         {{"p", PARAGRAPH | TEXT | STYLE},
                          {"h", PARAGRAPH | TEXT | STYLE},
                          {"s", BLANK},
                          {"tab", BLANK},
                          {"line-break", BLANK},
                          {"note", LEFT_OUT},
                          {"annotation", LEFT_OUT},
                          {"tracked-changes", LEFT_OUT},
                          {"forms", LEFT_OUT},
                          {"table-of-content", LEFT_OUT}}};

/* ---- the text ---- */

typedef struct reading {
    const form *kind;
    ent_i_document *out;
    size_t left_out; /* depth of elements that are; likewise text */
    size_t text;
    size_t start; /* where the paragraph begins in the text */
    bool title;   /* its style is that of titles */
} reading;

static unsigned meaning_of(const form *kind, const char *element)
{
    for (const meaning *m = kind->meanings; m->element; m++)
        if (strcmp(m->element, element) == 0)
            return m->is;
    return 0;
}

static void start(void *ctx, const char *name,
                  const ent_i_attributes *attributes)
{
    reading *r = ctx;
    char style[64];
    unsigned is = meaning_of(r->kind, name);
    r->left_out += (is & LEFT_OUT) != 0;
    if (r->left_out) {
        r->out->left_out = "notes, deleted text and fields";
        return;
    }
    if (is & PARAGRAPH) {
        ent_i_document_part(r->out);
        r->start = r->out->text.n;
        r->title = false;
    }
    if (is & STYLE &&
        ent_i_attribute(attributes, r->kind->style, style, sizeof style))
        r->title = strcmp(style, "Title") == 0;
    r->text += (is & TEXT) != 0;
    if (is & BLANK)
        ent_i_document_add(r->out, " ", 1);
}

static void end(void *ctx, const char *name)
{
    reading *r = ctx;
    unsigned is = meaning_of(r->kind, name);
    if (r->left_out) {
        r->left_out -= (is & LEFT_OUT) != 0;
        return;
    }
    r->text -= (is & TEXT) != 0;
    if (!(is & PARAGRAPH))
        return;
    if (r->title && !r->out->title.n && r->out->text.n > r->start)
        ent_i_document_title(r->out, r->out->text.items + r->start,
                             r->out->text.n - r->start);
    r->out->title_from = "style";
    ent_i_document_part(r->out);
}

static void add_text(void *ctx, const char *text, size_t size)
{
    reading *r = ctx;
    if (r->text && !r->left_out)
        ent_i_document_add(r->out, text, size);
}

/* ---- the dates ---- */

typedef struct dating {
    ent_date date;
    bool within;
} dating;

static void date_start(void *ctx, const char *name,
                       const ent_i_attributes *attributes)
{
    (void)attributes;
    ((dating *)ctx)->within =
        strcmp(name, "created") == 0 || strcmp(name, "creation-date") == 0;
}

static void date_end(void *ctx, const char *name)
{
    (void)name;
    ((dating *)ctx)->within = false;
}

static void date_text(void *ctx, const char *text, size_t size)
{
    dating *d = ctx;
    size_t used;
    if (d->within && d->date == ENT_NO_DATE)
        ent_i_read_date(text, size, &used, &d->date);
}

/* ---- a document ---- */

static ent_status read_parts(const ent_i_zip_parts *parts, const form *kind,
                             ent_article *article, ent_error *error)
{
    static const ent_i_xml_events text_events = {start, end, add_text, false};
    static const ent_i_xml_events date_events = {date_start, date_end,
                                                 date_text, false};
    bool unknown = false;
    const ent_i_string *text = ent_i_zip_find(parts, kind->text);
    const ent_i_string *facts = ent_i_zip_find(parts, kind->facts);
    ent_i_document document = {0};
    reading r = {.kind = kind, .out = &document};
    dating when = {.date = ENT_NO_DATE};
    ent_status status = ENT_OK;
    if (!text)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected %s in the document, found none",
                          kind->text);
    if (facts)
        status = ent_i_xml_read(facts->items, facts->n, &date_events, &when,
                                NULL, error);
    if (!status)
        status = ent_i_xml_read(text->items, text->n, &text_events, &r,
                                &unknown, error);
    if (unknown)
        article->warnings |= ENT_WARN_ENTITIES;
    if (article->fetched == ENT_NO_DATE)
        article->fetched = when.date;
    if (!status)
        status = ent_i_document_finish(&document, article,
                                       "a document without any", error);
    ent_i_document_free(&document);
    return status;
}

static bool is_docx_part(const char *name)
{
    return strcmp(name, docx.text) == 0 || strcmp(name, docx.facts) == 0;
}

static bool is_odt_part(const char *name)
{
    return strcmp(name, odt.text) == 0 || strcmp(name, odt.facts) == 0;
}

static ent_status read_kind(const form *kind, bool (*wanted)(const char *),
                            ent_article *article, ent_error *error)
{
    ent_i_zip_parts parts = {0};
    ent_status status = ent_i_zip_read(article->raw.bytes, article->raw.size,
                                       wanted, &parts, error);
    if (!status)
        status = read_parts(&parts, kind, article, error);
    ent_i_zip_free(&parts);
    return status;
}

ent_status ent_i_read_docx(ent_article *article, ent_error *error)
{
    return read_kind(&docx, is_docx_part, article, error);
}

ent_status ent_i_read_odt(ent_article *article, ent_error *error)
{
    return read_kind(&odt, is_odt_part, article, error);
}
