#include "source/xml.h"

#include <libxml/parser.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>

#include "core/error.h"
#include "core/memory.h"

static pthread_once_t ready = PTHREAD_ONCE_INIT;

struct ent_i_attributes {
    const xmlChar **items; /* name, prefix, URI, start, end */
    int n;
};

enum { PER_ATTRIBUTE = 5, SPARE = 1 << 20 };

typedef struct reading {
    const ent_i_xml_events *events;
    void *ctx;
} reading;

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

static void start(void *ctx, const xmlChar *name, const xmlChar *prefix,
                  const xmlChar *uri, int namespaces, const xmlChar **spaces,
                  int count, int defaulted, const xmlChar **attributes)
{
    reading *r = ((xmlParserCtxtPtr)ctx)->_private;
    const ent_i_attributes all = {attributes, count};
    (void)prefix;
    (void)uri;
    (void)namespaces;
    (void)spaces;
    (void)defaulted;
    r->events->start(r->ctx, (const char *)name, &all);
}

static void end(void *ctx, const xmlChar *name, const xmlChar *prefix,
                const xmlChar *uri)
{
    reading *r = ((xmlParserCtxtPtr)ctx)->_private;
    (void)prefix;
    (void)uri;
    r->events->end(r->ctx, (const char *)name);
}

static void text(void *ctx, const xmlChar *bytes, int size)
{
    reading *r = ((xmlParserCtxtPtr)ctx)->_private;
    r->events->text(r->ctx, (const char *)bytes, (size_t)size);
}

/* Without a handler that looks entities up, only those of XML itself are
 * known. */
ent_status ent_i_xml_read(const char *bytes, size_t size,
                          const ent_i_xml_events *events, void *ctx,
                          ent_error *error)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = start,
                             .endElementNs = end,
                             .characters = text,
                             .cdataBlock = text,
                             .ignorableWhitespace = text};
    reading r = {events, ctx};
    pthread_once(&ready, xmlInitParser);
    if (size > INT_MAX || !ent_i_memory_spare(SPARE))
        return ent_i_no_memory(error, "source");
    xmlParserCtxtPtr parser =
        xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (!parser)
        return ent_i_no_memory(error, "source");
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_RECOVER |
                                  XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    parser->_private = &r;
    xmlParseChunk(parser, bytes, (int)size, 1);
    bool memory = parser->errNo == XML_ERR_NO_MEMORY;
    xmlFreeDoc(parser->myDoc); /* made to hold declared entities */
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
    return memory ? ent_i_no_memory(error, "source") : ENT_OK;
}
