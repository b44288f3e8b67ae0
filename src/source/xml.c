#include "source/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/vec.h"

static pthread_once_t ready = PTHREAD_ONCE_INIT;

struct ent_i_attributes {
    const char *prefix;
    const xmlChar **items; /* name, prefix, URI, start, end */
    int n;
};

/* Of entities: how many are kept, and for how many bytes and steps all that are
 * used may stand. */
enum { ENTITIES = 256, STEPS = 1 << 16 };

enum { PER_ATTRIBUTE = 5, SPARE = 1 << 20 };

/* An entity that the document declares. */
typedef struct declared {
    char *name;  /* owned, as is */
    char *value; /* in which other entities may stand */
} declared;

typedef struct reading {
    const ent_i_xml_events *events;
    void *ctx;
    declared entities[ENTITIES];
    size_t n;
    size_t steps;       /* left for what they stand for */
    ent_i_string value; /* of the last one that was used */
    xmlEntity used;     /* the same for libxml2 */
    bool unknown;
    bool no_memory;
} reading;

/* ---- elements and text ---- */

bool ent_i_attribute(const ent_i_attributes *attributes, const char *name,
                     char *out, size_t room)
{
    for (int i = 0; i < attributes->n; i++) {
        const xmlChar **one = attributes->items + i * PER_ATTRIBUTE;
        if (strcmp((const char *)one[0], name) != 0)
            continue;
        size_t size = (size_t)(one[4] - one[3]);
        size = size < room ? size : room - 1;
        memcpy(out, one[3], size);
        out[size] = '\0';
        return true;
    }
    return false;
}

const char *ent_i_prefix(const ent_i_attributes *attributes)
{
    return attributes->prefix;
}

/* libxml2 drops every "&amp;" behind the first mistake, unless it forgets that
 * there was one. */
static reading *of(void *ctx)
{
    xmlParserCtxtPtr parser = ctx;
    parser->wellFormed = 1;
    return parser->_private;
}

static void start(void *ctx, const xmlChar *name, const xmlChar *prefix,
                  const xmlChar *uri, int namespaces, const xmlChar **spaces,
                  int count, int defaulted, const xmlChar **attributes)
{
    reading *r = of(ctx);
    const ent_i_attributes all = {prefix ? (const char *)prefix : "",
                                  attributes, count};
    (void)uri, (void)namespaces, (void)spaces, (void)defaulted;
    r->events->start(r->ctx, (const char *)name, &all);
}

static void end(void *ctx, const xmlChar *name, const xmlChar *prefix,
                const xmlChar *uri)
{
    reading *r = of(ctx);
    (void)prefix, (void)uri;
    r->events->end(r->ctx, (const char *)name);
}

static void text(void *ctx, const xmlChar *bytes, int size)
{
    reading *r = of(ctx);
    r->events->text(r->ctx, (const char *)bytes, (size_t)size);
}

/* "R&D", "this & that": libxml2 drops what it takes for a reference that has no
 * end. */
static void mistake(void *ctx, xmlErrorPtr error)
{
    xmlParserCtxtPtr parser = ctx;
    const xmlChar *end = parser->input ? parser->input->cur : NULL;
    const xmlChar *at = end;
    if (!end || parser->inSubset ||
        parser->instate == XML_PARSER_ATTRIBUTE_VALUE ||
        (error->code != XML_ERR_ENTITYREF_SEMICOL_MISSING &&
         error->code != XML_ERR_NAME_REQUIRED))
        return;
    while (at > parser->input->base && !strchr("&;<> \n", at[-1]))
        at--;
    if (at > parser->input->base && at[-1] == '&')
        text(ctx, at - 1, (int)(end - at) + 1);
}

/* ---- entities ---- */

/* The first declaration counts. One in another file is not known. */
static void declare(void *ctx, const xmlChar *name, int type,
                    const xmlChar *public_id, const xmlChar *system_id,
                    xmlChar *content)
{
    reading *r = of(ctx);
    (void)public_id, (void)system_id;
    if (type != XML_INTERNAL_GENERAL_ENTITY || !content || r->n == ENTITIES)
        return;
    declared made = {ent_i_strdup((const char *)name),
                     ent_i_strdup((const char *)content)};
    r->no_memory |= !made.name || !made.value;
    r->entities[r->n++] = made;
}

static const char *declared_value(const reading *r, const char *name,
                                  size_t size)
{
    for (size_t i = 0; i < r->n; i++)
        if (r->entities[i].name && strlen(r->entities[i].name) == size &&
            memcmp(r->entities[i].name, name, size) == 0)
            return r->entities[i].value;
    return NULL;
}

/* The character of an entity of XML or HTML, in UTF-8; 0 when it is neither. */
static size_t usual_value(const char *name, char out[8])
{
    const xmlEntity *xml = xmlGetPredefinedEntity((const xmlChar *)name);
    const htmlEntityDesc *html = htmlEntityLookup((const xmlChar *)name);
    if (xml)
        *out = (char)xml->content[0];
    return xml ? 1
           : html
               ? (size_t)xmlCopyCharMultiByte((xmlChar *)out, (int)html->value)
               : 0;
}

static void add(reading *r, const char *bytes, size_t size)
{
    r->steps -= size < r->steps ? size : r->steps;
    r->no_memory |= !ent_i_string_add(&r->value, bytes, size);
}

/* Adds what the entity stands for, with the entities within it, until the steps
 * are used up. */
static void expand(reading *r, const char *name, size_t size, int depth)
{
    enum { DEEPEST = 16, LONGEST = 32 };
    char word[LONGEST] = "", character[8];
    const char *at = declared_value(r, name, size);
    if (!r->steps || r->no_memory)
        return;
    r->steps--;
    if (!at || depth > DEEPEST) {
        memcpy(word, name, size < LONGEST ? size : 0);
        size_t n = usual_value(word, character);
        r->unknown |= !n;
        add(r, n ? "" : "&", n ? 0 : 1);
        add(r, n ? character : name, n ? n : size);
        add(r, n ? "" : ";", n ? 0 : 1);
        return;
    }
    while (*at && r->steps && !r->no_memory) {
        size_t n = strcspn(at, "&");
        const char *stop = at[n] ? strchr(at + n, ';') : NULL;
        if (!stop) {
            add(r, at, strlen(at));
            return;
        }
        add(r, at, n);
        expand(r, at + n + 1, (size_t)(stop - at) - n - 1, depth + 1);
        at = stop + 1;
    }
}

/* libxml2 takes the value as it is from an entity of XML's own; in an attribute
 * it takes but a byte of it, and where entities are declared it would keep what
 * it finds. */
static xmlEntityPtr entity(void *ctx, const xmlChar *name)
{
    xmlParserCtxtPtr parser = ctx;
    reading *r = of(ctx);
    if (parser->inSubset)
        return NULL;
    r->value.n = 0;
    if (parser->instate == XML_PARSER_ATTRIBUTE_VALUE)
        add(r, " ", 1);
    else
        expand(r, (const char *)name, (size_t)xmlStrlen(name), 0);
    if (!r->steps || r->no_memory)
        xmlStopParser(parser);
    r->used =
        (xmlEntity){.type = XML_ENTITY_DECL,
                    .name = name,
                    .etype = XML_INTERNAL_PREDEFINED_ENTITY,
                    .content = (xmlChar *)(r->value.n ? r->value.items : NULL)};
    return &r->used;
}

/* ---- documents ---- */

static void parse(xmlParserCtxtPtr parser, reading *r, const char *bytes,
                  size_t size)
{
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_RECOVER |
                                  XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                  (r->events->utf8 ? XML_PARSE_IGNORE_ENC : 0));
    parser->_private = r;
    xmlParseChunk(parser, bytes, (int)size, 1);
    r->no_memory |= parser->errNo == XML_ERR_NO_MEMORY;
    xmlFreeDoc(parser->myDoc); /* made to hold declared entities */
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
    for (size_t i = 0; i < r->n; i++) {
        ent_i_free(r->entities[i].name);
        ent_i_free(r->entities[i].value);
    }
    ent_i_vec_free(&r->value);
}

ent_status ent_i_xml_read(const char *bytes, size_t size,
                          const ent_i_xml_events *events, void *ctx,
                          bool *unknown, ent_error *error)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = start,
                             .endElementNs = end,
                             .characters = text,
                             .cdataBlock = text,
                             .ignorableWhitespace = text,
                             .serror = mistake,
                             .entityDecl = declare,
                             .getEntity = entity};
    reading r = {.events = events, .ctx = ctx, .steps = STEPS};
    pthread_once(&ready, xmlInitParser);
    if (size > INT_MAX || !ent_i_memory_spare(SPARE))
        return ent_i_no_memory(error, "source");
    xmlParserCtxtPtr parser =
        xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (!parser)
        return ent_i_no_memory(error, "source");
    parse(parser, &r, bytes, size);
    if (unknown)
        *unknown |= r.unknown;
    if (r.no_memory)
        return ent_i_no_memory(error, "source");
    return r.steps ? ENT_OK
                   : ent_i_fail(error, ENT_ERR_LIMIT, "source",
                                "expected entities that stand for at most %d "
                                "KiB, found more",
                                STEPS >> 10);
}
