/* One item of a feed, from its XML. What stands before the first item of the
 * feed stands before this one too, so that its namespaces and what it says of
 * all items are known. */
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "source/dates.h"
#include "source/decode.h"
#include "source/feed.h"
#include "source/xml.h"

typedef enum fact { TITLE, DATE, AUTHOR, URL, LANGUAGE, TEXT, FACTS } fact;

/* Which element holds what, the best first within a fact; the elements of all
 * formats together, as none means one thing here and another there. */
typedef struct place {
    const char *element; /* without its prefix */
    const char *parent;  /* the element around it, or NULL: any */
    const char *holder;  /* an attribute; NULL: the element's text */
    uint8_t fact;
} place;

static const place places[] = {
    {"encoded", NULL, NULL, TEXT},
    {"body.content", NULL, NULL, TEXT},
    {"body", NULL, NULL, TEXT},
    {"inlineXML", NULL, NULL, TEXT},
    {"inlineData", NULL, NULL, TEXT},
    {"content", NULL, NULL, TEXT},
    {"content_encoded", NULL, NULL, TEXT},
    {"description", NULL, NULL, TEXT},
    {"summary", NULL, NULL, TEXT},
    {"abstract", NULL, NULL, TEXT},
    {"hl1", "hedline", NULL, TITLE},
    {"headline", NULL, NULL, TITLE},
    {"title", NULL, NULL, TITLE},
    {"pubDate", NULL, NULL, DATE},
    {"published", NULL, NULL, DATE},
    {"contentCreated", NULL, NULL, DATE},
    {"date.issue", NULL, "norm", DATE},
    {"issued", NULL, NULL, DATE},
    {"date", NULL, NULL, DATE},
    {"created", NULL, NULL, DATE},
    {"firstCreated", NULL, NULL, DATE},
    {"versionCreated", NULL, NULL, DATE},
    {"updated", NULL, NULL, DATE},
    {"modified", NULL, NULL, DATE},
    {"name", "author", NULL, AUTHOR},
    {"name", "creator", NULL, AUTHOR},
    {"creator", NULL, NULL, AUTHOR},
    {"author", NULL, NULL, AUTHOR},
    {"byline", NULL, NULL, AUTHOR},
    {"link", NULL, "href", URL},
    {"link", NULL, NULL, URL},
    {"language", NULL, "tag", LANGUAGE},
    {"language", NULL, NULL, LANGUAGE},
    {"newsItem", NULL, "lang", LANGUAGE},
    {"entry", NULL, "lang", LANGUAGE},
    {"item", NULL, "lang", LANGUAGE},
    {"feed", NULL, "lang", LANGUAGE},
    {"rss", NULL, "lang", LANGUAGE},
};
enum {
    PLACES = sizeof places / sizeof *places,
    DEEPEST = 256,
    NAME = 32,
    ADDRESS = 4096
};

/* What was read of a fact so far. */
typedef struct found {
    ent_i_string value;
    int rank; /* PLACES: nothing */
} found;

typedef struct reading {
    ent_i_string capture; /* the text of the element at depth `from` */
    int rank;             /* its place; PLACES: nothing is captured */
    int from;
    int depth;
    int item;    /* the depth of the item; 0: not yet reached */
    int foreign; /* depth of an element about another feed; 0: none */
    char names[DEEPEST][NAME]; /* of the open elements */
    found of[FACTS];           /* of the item */
    found feed[FACTS];         /* of the feed around it */
    bool failed;               /* memory is out */
} reading;

/* ---- keeping ---- */

static void keep(reading *r, int rank, const char *value, size_t size)
{
    found *f = &(r->item ? r->of : r->feed)[places[rank].fact];
    if (f->rank <= rank || size == 0)
        return;
    f->value.n = 0;
    f->rank = rank;
    r->failed |= !ent_i_string_add(&f->value, value, size);
}

/* In captured markup text is escaped, except at the top, where it is markup
 * already or plain. */
static void capture(reading *r, const char *text, size_t size)
{
    bool inner = r->depth > r->from;
    for (size_t i = 0; i < size && !r->failed; i++) {
        const char *escaped = text[i] == '<'   ? "&lt;"
                              : text[i] == '&' ? "&amp;"
                                               : NULL;
        r->failed |= inner && escaped
                         ? !ent_i_string_adds(&r->capture, escaped)
                         : !ent_i_string_add(&r->capture, text + i, 1);
    }
}

static void capture_tag(reading *r, const char *mark, const char *name)
{
    r->failed |= !ent_i_string_addf(&r->capture, "<%s%.*s>", mark, NAME, name);
}

/* ---- elements ---- */

static const char *name_at(const reading *r, int depth)
{
    return depth > 0 && depth < DEEPEST ? r->names[depth] : "";
}

static bool is_place(const reading *r, int rank, const char *name)
{
    return strcmp(places[rank].element, name) == 0 &&
           (!places[rank].parent ||
            strcmp(places[rank].parent, name_at(r, r->depth - 1)) == 0);
}

/* A link to the comments or to a file is not the article's address. */
static bool is_other_link(const ent_i_attributes *attributes)
{
    char rel[16];
    return ent_i_attribute(attributes, "rel", rel, sizeof rel) &&
           strcmp(rel, "alternate") != 0;
}

static void note_attribute(reading *r, int rank,
                           const ent_i_attributes *attributes)
{
    char value[ADDRESS];
    if (ent_i_attribute(attributes, places[rank].holder, value, sizeof value) &&
        !(places[rank].fact == URL && is_other_link(attributes)))
        keep(r, rank, value, strlen(value));
}

/* A better place within another begins anew: the body within inline XML. */
static void begin_capture(reading *r, int rank)
{
    if (r->rank != PLACES &&
        (places[r->rank].fact != places[rank].fact || rank >= r->rank))
        return;
    r->capture.n = 0;
    r->rank = rank;
    r->from = r->depth;
}

static void start(void *ctx, const char *name,
                  const ent_i_attributes *attributes)
{
    reading *r = ctx;
    if (++r->depth < DEEPEST) {
        strncpy(r->names[r->depth], name, NAME - 1);
        r->names[r->depth][NAME - 1] = '\0';
    }
    if (r->rank != PLACES)
        capture_tag(r, "", name);
    if (!r->item && ent_i_is_feed_item(name))
        r->item = r->depth;
    if (!r->foreign &&
        (strcmp(name, "source") == 0 || strcmp(name, "group") == 0 ||
         strcmp(ent_i_prefix(attributes), "media") == 0))
        r->foreign = r->depth;
    for (int rank = 0; rank < PLACES && !r->foreign; rank++) {
        if (!is_place(r, rank, name))
            continue;
        if (places[rank].holder)
            note_attribute(r, rank, attributes);
        else
            begin_capture(r, rank);
    }
}

static void end(void *ctx, const char *name)
{
    reading *r = ctx;
    if (r->rank != PLACES && r->depth == r->from) {
        keep(r, r->rank, r->capture.items, r->capture.n);
        r->capture.n = 0;
        r->rank = PLACES;
    } else if (r->rank != PLACES) {
        capture_tag(r, "/", name);
    }
    if (r->depth == r->foreign)
        r->foreign = 0;
    r->depth--;
}

static void text(void *ctx, const char *bytes, size_t size)
{
    reading *r = ctx;
    if (r->rank != PLACES)
        capture(r, bytes, size);
}

static const ent_i_xml_events events = {start, end, text, true};

/* ---- the article ---- */

/* The value as text, without markup. */
static const char *plain(ent_article *article, const found *f, size_t *size,
                         bool *fine)
{
    ent_i_string out = {0};
    *size = 0;
    if (f->rank == PLACES)
        return NULL;
    *fine = *fine &&
            ent_i_html_plain(&out, f->value.items, f->value.n, NULL) == ENT_OK;
    char *copy =
        out.n ? ent_i_arena_strndup(&article->arena, out.items, out.n) : NULL;
    *fine = *fine && (copy || !out.n);
    *size = copy ? out.n : 0;
    ent_i_vec_free(&out);
    return copy;
}

/* What the item doesn't say the feed may. */
static const found *either(const reading *r, fact what)
{
    return r->of[what].rank < PLACES ? &r->of[what] : &r->feed[what];
}

static void take_date(ent_article *article, const reading *r)
{
    const found *f = &r->of[DATE];
    if (f->rank < PLACES &&
        ent_i_stated_date(f->value.items, f->value.n, article->day_order,
                          &article->date)) {
        article->date_from = "feed";
        return;
    }
    if (f->rank < PLACES)
        article->warnings |= ENT_WARN_UNREAD_DAY;
    article->date = ent_i_find_date(article->text, article->text_size);
    article->date_from = "text";
}

static ent_status fill(ent_article *article, const reading *r, ent_error *error)
{
    bool fine = true;
    size_t size;
    const char *title = plain(article, &r->of[TITLE], &size, &fine);
    if (title) {
        article->title = title;
        article->title_size = (uint32_t)size;
    }
    const char *body = plain(article, &r->of[TEXT], &size, &fine);
    article->text = body ? body : "";
    article->text_size = (uint32_t)size;
    article->source = plain(article, &r->feed[TITLE], &size, &fine);
    article->author = plain(article, &r->of[AUTHOR], &size, &fine);
    article->language = plain(article, either(r, LANGUAGE), &size, &fine);
    const char *url = plain(article, &r->of[URL], &size, &fine);
    article->url = url ? url : article->url;
    if (!fine)
        return ent_i_no_memory(error, "source");
    if (!title && !body)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected an item with a title or a text, found "
                          "neither");
    take_date(article, r);
    return ENT_OK;
}

ent_status ent_i_parse_feed_item(ent_article *article, ent_error *error)
{
    const ent_i_raw *raw = &article->raw;
    reading *r = ent_i_calloc(1, sizeof *r);
    if (!r)
        return ent_i_no_memory(error, "source");
    r->rank = PLACES;
    for (int i = 0; i < FACTS; i++)
        r->of[i].rank = r->feed[i].rank = PLACES;
    bool unknown = false;
    ent_status status =
        ent_i_xml_read(raw->bytes, raw->size, &events, r, &unknown, error);
    if (!status)
        status = r->failed ? ent_i_no_memory(error, "source")
                           : fill(article, r, error);
    if (unknown)
        article->warnings |= ENT_WARN_ENTITIES;
    for (int i = 0; i < FACTS; i++) {
        ent_i_vec_free(&r->of[i].value);
        ent_i_vec_free(&r->feed[i].value);
    }
    ent_i_vec_free(&r->capture);
    ent_i_free(r);
    return status;
}
