/* META-INF/container.xml names the package; its manifest lists the files, and
 * its spine the order in which they are read. */
#include "source/epub.h"

#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/packed.h"
#include "source/xml.h"

enum { NAME_ROOM = 512, TYPE_ROOM = 64, ITEMS_MOST = 10000 };

/* A file that the manifest lists. */
typedef struct item {
    char id[NAME_ROOM];
    char name[NAME_ROOM]; /* in the archive */
    bool page;            /* XHTML, and no table of contents */
} item;

typedef struct epub {
    ent_i_zip_parts parts;
    char package[NAME_ROOM];
    ENT_I_VEC(item) items;
    ENT_I_VEC(size_t) spine; /* indices of items */
    ent_date date;
    bool in_date;
    bool no_memory;
    bool too_many; /* items */
    size_t next;   /* in the spine */
    size_t given;
    const ent_i_string *page; /* the member's bytes */
} epub;

static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n >= m && strcmp(name + n - m, end) == 0;
}

/* Neither pictures nor fonts. */
static bool is_wanted(const char *name)
{
    static const char *const ends[] = {".xml", ".opf", ".xhtml", ".html",
                                       ".htm"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends_with(name, ends[i]))
            return true;
    return false;
}

/* ---- the package ---- */

/* A hexadecimal digit's value, or -1. */
static int hex(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) % 16 : -1;
}

/* The name in the archive of what the package refers to: relative to its own
 * folder, with "%20" for a blank. */
static void resolve(const epub *e, const char *reference, char *out)
{
    const char *slash = strrchr(e->package, '/');
    size_t n = slash ? (size_t)(slash - e->package) + 1 : 0;
    memcpy(out, e->package, n);
    for (; *reference && *reference != '#' && n + 1 < NAME_ROOM; reference++) {
        int high = *reference == '%' ? hex(reference[1]) : -1;
        int low = high >= 0 ? hex(reference[2]) : -1;
        out[n++] = low >= 0 ? (char)(high * 16 + low) : *reference;
        reference += low >= 0 ? 2 : 0;
    }
    out[n] = '\0';
}

static void add_item(epub *e, const ent_i_attributes *attributes)
{
    item made = {.page = false};
    char href[NAME_ROOM], type[TYPE_ROOM], properties[TYPE_ROOM];
    if (!ent_i_attribute(attributes, "id", made.id, sizeof made.id) ||
        !ent_i_attribute(attributes, "href", href, sizeof href) ||
        !ent_i_attribute(attributes, "media-type", type, sizeof type))
        return;
    bool contents = ent_i_attribute(attributes, "properties", properties,
                                    sizeof properties) &&
                    strstr(properties, "nav");
    made.page = !contents && strstr(type, "html");
    e->too_many |= e->items.n == ITEMS_MOST;
    if (e->too_many)
        return;
    resolve(e, href, made.name);
    e->no_memory |= !ent_i_vec_push(&e->items, made);
}

/* What isn't linear is no part of what is read from front to back: covers,
 * title pages, notes. */
static void add_to_spine(epub *e, const ent_i_attributes *attributes)
{
    char id[NAME_ROOM], linear[TYPE_ROOM];
    if (!ent_i_attribute(attributes, "idref", id, sizeof id) ||
        e->spine.n == ITEMS_MOST ||
        (ent_i_attribute(attributes, "linear", linear, sizeof linear) &&
         strcmp(linear, "no") == 0))
        return;
    for (size_t i = 0; i < e->items.n; i++)
        if (strcmp(e->items.items[i].id, id) == 0) {
            if (e->items.items[i].page)
                e->no_memory |= !ent_i_vec_push(&e->spine, i);
            return;
        }
}

static void start(void *ctx, const char *name,
                  const ent_i_attributes *attributes)
{
    epub *e = ctx;
    if (strcmp(name, "rootfile") == 0 && !e->package[0])
        ent_i_attribute(attributes, "full-path", e->package, sizeof e->package);
    else if (strcmp(name, "item") == 0)
        add_item(e, attributes);
    else if (strcmp(name, "itemref") == 0)
        add_to_spine(e, attributes);
    e->in_date = strcmp(name, "date") == 0;
}

static void end(void *ctx, const char *name)
{
    (void)name;
    ((epub *)ctx)->in_date = false;
}

static void text(void *ctx, const char *bytes, size_t size)
{
    epub *e = ctx;
    size_t used;
    if (e->in_date && e->date == ENT_NO_DATE)
        ent_i_read_date(bytes, size, &used, &e->date);
}

static ent_status read_part(epub *e, const char *name, ent_error *error)
{
    static const ent_i_xml_events events = {start, end, text, false};
    const ent_i_string *part = ent_i_zip_find(&e->parts, name);
    if (!part)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected %s in the EPUB, found none",
                          *name ? name : "a package");
    ent_status status =
        ent_i_xml_read(part->items, part->n, &events, e, NULL, error);
    if (!status && e->too_many)
        status = ent_i_fail(error, ENT_ERR_LIMIT, "source",
                            "expected an EPUB of at most %d files, found more",
                            ITEMS_MOST);
    return !status && e->no_memory ? ent_i_no_memory(error, "source") : status;
}

/* Whether anything but white space stands outside the tags of the body. */
static bool has_text(const ent_i_string *page)
{
    const char *at = strstr(page->items, "<body");
    for (at = at ? at : page->items; *at; at++) {
        if (*at == '<')
            at += strcspn(at, ">");
        else if (!strchr(" \t\r\n", *at))
            return true;
        if (!*at)
            break;
    }
    return false;
}

/* ---- the container ---- */

static void epub_close(void *container)
{
    epub *e = container;
    ent_i_zip_free(&e->parts);
    ent_i_vec_free(&e->items);
    ent_i_vec_free(&e->spine);
    ent_i_free(e);
}

static ent_status epub_open(void **out, ent_i_stream *stream, ent_error *error)
{
    epub *e = ent_i_calloc(1, sizeof *e);
    char *bytes = NULL;
    size_t size = 0;
    if (!e)
        return ent_i_no_memory(error, "source");
    e->date = ENT_NO_DATE;
    ent_status status = ent_i_stream_give(stream, &bytes, &size, error);
    if (!status)
        status = ent_i_zip_read(bytes, size, is_wanted, &e->parts, error);
    ent_i_free(bytes);
    if (!status)
        status = read_part(e, "META-INF/container.xml", error);
    if (!status)
        status = read_part(e, e->package, error);
    if (status) {
        epub_close(e);
        return status;
    }
    *out = e;
    return ENT_OK;
}

static ent_status epub_next(void *container, ent_i_member *out, bool *more,
                            ent_error *error)
{
    epub *e = container;
    const item *found;
    /* Pictures may fill a page. */
    do {
        *more = e->next < e->spine.n;
        if (!*more)
            return ENT_OK;
        found = &e->items.items[e->spine.items[e->next++]];
        e->page = ent_i_zip_find(&e->parts, found->name);
    } while (e->page && !has_text(e->page));
    e->given = 0;
    *out = (ent_i_member){.name = found->name, .date = e->date};
    return e->page
               ? ENT_OK
               : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected %s in the EPUB, found none", found->name);
}

static ent_status epub_read(void *container, char *to, size_t room, size_t *got,
                            ent_error *error)
{
    epub *e = container;
    (void)error;
    size_t left = e->page->n - e->given;
    *got = left < room ? left : room;
    if (*got)
        memcpy(to, e->page->items + e->given, *got);
    e->given += *got;
    return ENT_OK;
}

static bool epub_skips(const void *container)
{
    (void)container;
    return true;
}

const ent_i_container ent_i_epub = {epub_open, epub_next, epub_read, epub_skips,
                                    epub_close};
