/* One item of a feed, from its XML. What stands before the first item of the
 * feed stands before this one too, so that its namespaces and what it says of
 * all items are known. Nothing is loaded, and no entity is expanded that the
 * file declares itself. */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <strings.h>

#include "core/error.h"
#include "core/map.h"
#include "source/dates.h"
#include "source/decode.h"
#include "source/feed.h"

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
enum { PLACES = sizeof places / sizeof *places, DEEPEST = 256, NAME = 32 };

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

/* libxml2 gives five pointers for each attribute: name, prefix, namespace,
 * value, end of the value. */
static const char *find_attribute(int count, const xmlChar **attributes,
                                  const char *name, size_t *size)
{
    for (int i = 0; i < count; i++, attributes += 5)
        if (strcmp((const char *)attributes[0], name) == 0) {
            *size = (size_t)(attributes[4] - attributes[3]);
            return (const char *)attributes[3];
        }
    return NULL;
}

/* A link to the comments or to a file is not the article's address. */
static bool is_other_link(int count, const xmlChar **attributes)
{
    size_t size;
    const char *rel = find_attribute(count, attributes, "rel", &size);
    return rel && !(size == 9 && strncmp(rel, "alternate", 9) == 0);
}

static void note_attribute(reading *r, int rank, int count,
                           const xmlChar **attributes)
{
    size_t size = 0;
    const char *value =
        find_attribute(count, attributes, places[rank].holder, &size);
    if (value &&
        !(places[rank].fact == URL && is_other_link(count, attributes)))
        keep(r, rank, value, size);
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

static void start(void *ctx, const xmlChar *local, const xmlChar *prefix,
                  const xmlChar *uri, int namespaces_count,
                  const xmlChar **namespaces, int count, int defaulted,
                  const xmlChar **attributes)
{
    reading *r = ctx;
    const char *name = (const char *)local;
    (void)uri, (void)namespaces_count, (void)namespaces, (void)defaulted;
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
         (prefix && strcmp((const char *)prefix, "media") == 0)))
        r->foreign = r->depth;
    for (int rank = 0; rank < PLACES && !r->foreign; rank++) {
        if (!is_place(r, rank, name))
            continue;
        if (places[rank].holder)
            note_attribute(r, rank, count, attributes);
        else
            begin_capture(r, rank);
    }
}

static void end(void *ctx, const xmlChar *local, const xmlChar *prefix,
                const xmlChar *uri)
{
    reading *r = ctx;
    (void)prefix, (void)uri;
    if (r->rank != PLACES && r->depth == r->from) {
        keep(r, r->rank, r->capture.items, r->capture.n);
        r->capture.n = 0;
        r->rank = PLACES;
    } else if (r->rank != PLACES) {
        capture_tag(r, "/", (const char *)local);
    }
    if (r->depth == r->foreign)
        r->foreign = 0;
    r->depth--;
}

static void text(void *ctx, const xmlChar *bytes, int size)
{
    reading *r = ctx;
    if (r->rank != PLACES)
        capture(r, (const char *)bytes, (size_t)size);
}

/* ---- parsing ---- */

static void keep_reference(reading *r, const xmlChar *name)
{
    text(r, (const xmlChar *)"&amp;", 5); /* values are markup */
    text(r, name, xmlStrlen(name));
    text(r, (const xmlChar *)";", 1);
}

/* An entity that HTML knows and the file may not declare; one that only the
 * file declares stays a reference, to be seen as such, since it may be a bomb.
 * libxml2 frees none of those that this returns. */
static xmlEntityPtr entity(void *ctx, const xmlChar *name)
{
    reading *r = ctx;
    xmlEntityPtr known = xmlGetPredefinedEntity(name);
    const htmlEntityDesc *html = known ? NULL : htmlEntityLookup(name);
    char bytes[8];
    int size =
        html ? xmlCopyCharMultiByte((xmlChar *)bytes, (int)html->value) : 0;
    if (size > 0)
        text(r, (const xmlChar *)bytes, size);
    else if (!known)
        keep_reference(r, name);
    return known;
}

static void ignore(void *ctx, const char *message, ...)
{
    (void)ctx, (void)message;
}

static bool parse(reading *r, const char *bytes, size_t size)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = start,
                             .endElementNs = end,
                             .characters = text,
                             .ignorableWhitespace = text,
                             .cdataBlock = text,
                             .getEntity = entity,
                             .warning = ignore,
                             .error = ignore,
                             .fatalError = ignore};
    xmlParserCtxtPtr context =
        xmlCreatePushParserCtxt(&handler, r, NULL, 0, NULL);
    if (!context)
        return false;
    xmlCtxtUseOptions(context, XML_PARSE_RECOVER | XML_PARSE_NONET |
                                   XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                   XML_PARSE_IGNORE_ENC);
    xmlParseChunk(context, bytes, (int)size, 1);
    if (context->myDoc)
        xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
    return true;
}

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
    size_t used;
    if (f->rank < PLACES &&
        ent_i_read_date(f->value.items, f->value.n, &used, &article->date)) {
        article->date_from = "feed";
        return;
    }
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
    bool fine = parse(r, raw->bytes, raw->size) && !r->failed;
    ent_status status =
        fine ? fill(article, r, error) : ent_i_no_memory(error, "source");
    for (int i = 0; i < FACTS; i++) {
        ent_i_vec_free(&r->of[i].value);
        ent_i_vec_free(&r->feed[i].value);
    }
    ent_i_vec_free(&r->capture);
    ent_i_free(r);
    return status;
}
