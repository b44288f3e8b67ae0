/* What must hold of everything that is written, whatever the names are. */
#ifndef ENTENTE_TESTS_FUZZ_WRITTEN_H
#define ENTENTE_TESTS_FUZZ_WRITTEN_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

#include <jansson.h>

#include "core/control.h"
#include "core/utf8.h"
#include "core/vec.h"
#include "fuzz/fuzz.h"

/* Valid UTF-8 that a terminal may show; `allowed` are the controls in it. */
static inline void check_shown(const ent_i_string *text, const char *allowed)
{
    FUZZ_CHECK(ent_i_is_utf8(text->items, text->n));
    for (size_t i = 0; i < text->n; i++) {
        const char *at = text->items + i;
        FUZZ_CHECK(!ent_i_control_size(at, text->n - i) ||
                   (*at && strchr(allowed, *at)));
    }
}

static inline void check_is_json(const ent_i_string *text)
{
    json_t *root =
        json_loadb(text->items, text->n, JSON_REJECT_DUPLICATES, NULL);
    FUZZ_CHECK(root);
    json_decref(root);
}

/* Each line an object. */
static inline void check_is_jsonl(const ent_i_string *text)
{
    size_t at = 0;
    while (at < text->n) {
        const char *line = text->items + at;
        const char *stop = memchr(line, '\n', text->n - at);
        FUZZ_CHECK(stop && *line == '{');
        json_t *root = json_loadb(line, (size_t)(stop - line),
                                  JSON_REJECT_DUPLICATES, NULL);
        FUZZ_CHECK(root);
        json_decref(root);
        at += (size_t)(stop - line) + 1;
    }
}

static inline xmlDoc *parse_xml(const ent_i_string *text)
{
    xmlDoc *doc = xmlReadMemory(text->items, (int)text->n, "output.xml", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR |
                                    XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    FUZZ_CHECK(doc);
    return doc;
}

static inline void check_is_xml(const ent_i_string *text)
{
    xmlFreeDoc(parse_xml(text));
}

/* ---- HTML and SVG: nothing acts but what entente puts there ---- */

static inline int begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Handlers of events run code, and so may addresses. */
static inline void check_attribute(const xmlAttr *attribute)
{
    const char *name = (const char *)attribute->name;
    xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
    FUZZ_CHECK(!begins_with(name, "on"));
    if (strcmp(name, "href") == 0 || strcmp(name, "src") == 0) {
        const char *to = (const char *)value;
        FUZZ_CHECK(*to == '#' || begins_with(to, "http://") ||
                   begins_with(to, "https://") || begins_with(to, "data:,"));
    }
    xmlFree(value);
}

/* Counts the elements that act. */
static inline size_t acting(const xmlNode *node)
{
    static const char *const names[] = {
        "script", "iframe", "object", "embed", "form",
        "base",   "img",    "link",   "meta",  "foreignObject"};
    size_t n = 0;
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            n += strcmp((const char *)node->name, names[i]) == 0;
        for (const xmlAttr *a = node->properties; a; a = a->next)
            check_attribute(a);
        n += acting(node->children);
    }
    return n;
}

/* The elements of a page that act; the network must not change how many. */
static inline size_t acting_in_html(const ent_i_string *text)
{
    xmlDoc *doc = htmlReadMemory(
        text->items, (int)text->n, "output.html", "UTF-8",
        HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    FUZZ_CHECK(doc);
    size_t n = acting(xmlDocGetRootElement(doc));
    xmlFreeDoc(doc);
    return n;
}

static inline void check_is_still_picture(const ent_i_string *text)
{
    xmlDoc *doc = parse_xml(text);
    FUZZ_CHECK(acting(xmlDocGetRootElement(doc)) == 0);
    xmlFreeDoc(doc);
}

#endif
