#include "source/html_facts.h"
#include "core/ascii.h"

#include <string.h>

#include "source/dates.h"
#include "source/decode.h"

/* Where pages keep what, the surest first: an attribute of the element, its
 * value, the attribute that holds the fact (NULL: the element's text). */
typedef struct place {
    GumboTag tag; /* GUMBO_TAG_UNKNOWN: any */
    const char *attribute;
    const char *value;
    const char *holder;
    const char *from;
    uint8_t fact;
} place;

#define META(attribute, value, fact)                                           \
    {                                                                          \
        GUMBO_TAG_META, attribute, value, "content", "meta", fact              \
    }
#define MICRO(value, fact)                                                     \
    {GUMBO_TAG_UNKNOWN, "itemprop", value, "content", "microdata", fact},      \
        {GUMBO_TAG_UNKNOWN, "itemprop", value, "datetime", "microdata", fact}, \
    {                                                                          \
        GUMBO_TAG_UNKNOWN, "itemprop", value, NULL, "microdata", fact          \
    }
/* The class of who wrote it, which comes with "by" and other words. */
#define CLASS(value)                                                           \
    {                                                                          \
        GUMBO_TAG_UNKNOWN, "class", value, NULL, "markup", ENT_I_FACT_AUTHOR   \
    }

static const place places[] = {
    META("property", "og:title", ENT_I_FACT_TITLE),
    META("name", "og:title", ENT_I_FACT_TITLE),
    META("name", "citation_title", ENT_I_FACT_TITLE),
    META("name", "parsely-title", ENT_I_FACT_TITLE),
    META("name", "sailthru.title", ENT_I_FACT_TITLE),
    META("name", "twitter:title", ENT_I_FACT_TITLE),
    META("property", "twitter:title", ENT_I_FACT_TITLE),
    META("name", "dc.title", ENT_I_FACT_TITLE),
    MICRO("headline", ENT_I_FACT_TITLE),
    {GUMBO_TAG_H1, NULL, NULL, NULL, "markup", ENT_I_FACT_TITLE},
    {GUMBO_TAG_TITLE, NULL, NULL, NULL, "markup", ENT_I_FACT_TITLE},

    META("property", "article:published_time", ENT_I_FACT_DATE),
    META("name", "article:published_time", ENT_I_FACT_DATE),
    META("property", "og:article:published_time", ENT_I_FACT_DATE),
    META("property", "og:published_time", ENT_I_FACT_DATE),
    META("itemprop", "datePublished", ENT_I_FACT_DATE),
    META("name", "datePublished", ENT_I_FACT_DATE),
    META("name", "parsely-pub-date", ENT_I_FACT_DATE),
    META("name", "sailthru.date", ENT_I_FACT_DATE),
    META("name", "citation_publication_date", ENT_I_FACT_DATE),
    META("name", "pubdate", ENT_I_FACT_DATE),
    META("name", "publishdate", ENT_I_FACT_DATE),
    META("name", "publish-date", ENT_I_FACT_DATE),
    META("name", "publish_date", ENT_I_FACT_DATE),
    META("name", "publication_date", ENT_I_FACT_DATE),
    META("name", "ptime", ENT_I_FACT_DATE),
    META("name", "displaydate", ENT_I_FACT_DATE),
    META("name", "originalpublicationdate", ENT_I_FACT_DATE),
    META("name", "article.published", ENT_I_FACT_DATE),
    META("name", "dc.date.issued", ENT_I_FACT_DATE),
    META("name", "dcterms.created", ENT_I_FACT_DATE),
    META("name", "dcterms.date", ENT_I_FACT_DATE),
    META("name", "dc.date", ENT_I_FACT_DATE),
    META("name", "date", ENT_I_FACT_DATE),
    MICRO("datePublished", ENT_I_FACT_DATE),
    {GUMBO_TAG_TIME, "pubdate", NULL, "datetime", "markup", ENT_I_FACT_DATE},
    {GUMBO_TAG_TIME, NULL, NULL, "datetime", "markup", ENT_I_FACT_DATE},
    META("property", "article:modified_time", ENT_I_FACT_DATE),
    MICRO("dateModified", ENT_I_FACT_DATE),
    META("name", "last-modified", ENT_I_FACT_DATE),

    META("name", "author", ENT_I_FACT_AUTHOR),
    META("name", "byl", ENT_I_FACT_AUTHOR),
    META("name", "parsely-author", ENT_I_FACT_AUTHOR),
    META("name", "sailthru.author", ENT_I_FACT_AUTHOR),
    META("name", "citation_author", ENT_I_FACT_AUTHOR),
    META("name", "dc.creator", ENT_I_FACT_AUTHOR),
    META("property", "article:author", ENT_I_FACT_AUTHOR),
    MICRO("author", ENT_I_FACT_AUTHOR),
    {GUMBO_TAG_A, "rel", "author", NULL, "markup", ENT_I_FACT_AUTHOR},
    CLASS("author"),
    CLASS("authors"),
    CLASS("autor"),
    CLASS("byline"),
    CLASS("entry-author"),
    CLASS("article-author"),
    CLASS("post-author"),
    CLASS("author-name"),

    META("property", "og:site_name", ENT_I_FACT_SITE),
    META("name", "og:site_name", ENT_I_FACT_SITE),
    META("name", "application-name", ENT_I_FACT_SITE),
    META("name", "publisher", ENT_I_FACT_SITE),
    META("name", "dc.publisher", ENT_I_FACT_SITE),

    {GUMBO_TAG_LINK, "rel", "canonical", "href", "markup", ENT_I_FACT_URL},
    META("property", "og:url", ENT_I_FACT_URL),

    {GUMBO_TAG_HTML, NULL, NULL, "lang", "markup", ENT_I_FACT_LANGUAGE},
    META("http-equiv", "content-language", ENT_I_FACT_LANGUAGE),
    META("name", "dc.language", ENT_I_FACT_LANGUAGE),
    META("property", "og:locale", ENT_I_FACT_LANGUAGE),
};
enum {
    PLACES = sizeof places / sizeof *places,
    TITLE_MOST = 500,
    NAME_MOST = 200
};

/* ---- values ---- */

/* Within other data markup and entities are written as text. */
static bool resolve(ent_i_string *out, ent_i_arena *arena, const char *value)
{
    const GumboNode *root;
    if (!strpbrk(value, "<&"))
        return ent_i_html_fold(out, value);
    const ent_i_string markup = {.items = ent_i_arena_strdup(arena, value),
                                 .n = strlen(value)};
    return markup.items &&
           ent_i_html_parse(&root, arena, &markup, NULL) == ENT_OK &&
           ent_i_html_text_of(out, root);
}

static bool is_date(const ent_i_html_facts *facts, const char *value)
{
    ent_date date;
    return ent_i_stated_date(value, strlen(value), facts->day_order, &date);
}

static bool is_address(const char *value)
{
    return ent_i_ascii_same(value, "http", 4) || *value == '/';
}

static bool is_fit(const ent_i_html_facts *facts, ent_i_fact fact,
                   const char *value)
{
    switch (fact) {
    case ENT_I_FACT_DATE:
        return is_date(facts, value);
    case ENT_I_FACT_AUTHOR:
    case ENT_I_FACT_SITE:
        return *value && strlen(value) <= NAME_MOST && !is_address(value);
    case ENT_I_FACT_URL:
        return ent_i_ascii_same(value, "http", 4);
    case ENT_I_FACT_TITLE:
        return *value && strlen(value) <= TITLE_MOST;
    default:
        return *value;
    }
}

void ent_i_html_note(ent_i_html_facts *facts, ent_i_fact fact,
                     const char *value, const char *from, int rank)
{
    if (!value || (facts->of[fact].value && facts->of[fact].rank <= rank))
        return;
    ent_i_string text = {0};
    const char *kept = NULL;
    if (!resolve(&text, facts->arena, value))
        facts->failed = true;
    while (text.n && text.items[text.n - 1] == ' ')
        text.items[--text.n] = '\0';
    const char *start = text.items ? text.items : "";
    start += *start == ' ';
    if (is_fit(facts, fact, start)) {
        kept = ent_i_arena_strdup(facts->arena, start);
        facts->failed |= !kept;
    }
    ent_i_vec_free(&text);
    if (!kept)
        return;
    facts->of[fact].value = kept;
    facts->of[fact].from = from;
    facts->of[fact].rank = rank;
}

/* ---- places ---- */

static bool has_word(const char *list, const char *word)
{
    size_t n = strlen(word);
    while (*list) {
        size_t size = strcspn(list, " ");
        if (size == n && ent_i_ascii_same(list, word, n))
            return true;
        list += size + (list[size] == ' ');
    }
    return false;
}

static bool is_at(const place *p, const GumboNode *node)
{
    if (p->tag != GUMBO_TAG_UNKNOWN && p->tag != node->v.element.tag)
        return false;
    if (!p->attribute)
        return true;
    const char *value = ent_i_html_attribute(node, p->attribute);
    return value && (!p->value || has_word(value, p->value));
}

/* Where within the element its name stands: that of an author comes with
 * portrait, office and links. */
static const GumboNode *name_of(const GumboNode *element)
{
    for (const GumboNode *node = element; node;
         node = ent_i_html_next(node, element, true)) {
        const char *property = node->type == GUMBO_NODE_ELEMENT
                                   ? ent_i_html_attribute(node, "itemprop")
                                   : NULL;
        if (property && has_word(property, "name"))
            return node;
    }
    return element;
}

static bool is_class(const place *p)
{
    return p->attribute && strcmp(p->attribute, "class") == 0;
}

static void look(ent_i_html_facts *facts, const GumboNode *node, int rank)
{
    const place *p = &places[rank];
    ent_i_string text = {0};
    const char *value = NULL;
    if (facts->of[p->fact].value && facts->of[p->fact].rank <= rank)
        return;
    if (p->holder)
        value = ent_i_html_attribute(node, p->holder);
    else if (ent_i_html_text_of(&text, name_of(node)))
        value = is_class(p) && text.n ? ent_i_html_trim_author(text.items)
                                      : text.items;
    else
        facts->failed = true;
    ent_i_html_note(facts, (ent_i_fact)p->fact, value, p->from, rank);
    ent_i_vec_free(&text);
}

/* Whether the class may be one of those above. */
static bool may_be_author(const GumboNode *node)
{
    const char *value = ent_i_html_attribute(node, "class");
    return value && (strstr(value, "author") || strstr(value, "autor") ||
                     strstr(value, "byline"));
}

/* Only such elements can match a place. */
static bool may_tell(const GumboNode *node)
{
    switch (node->v.element.tag) {
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_HTML:
        return true;
    default:
        return ent_i_html_attribute(node, "itemprop") ||
               ent_i_html_attribute(node, "rel") || may_be_author(node);
    }
}

/* "Talks in Oslo | The Daily": the site's name behind a mark is left out; in a
 * <title> whatever stands behind the last mark is. */
static void strip_site(ent_i_html_facts *facts)
{
    static const char *const marks[] = {
        " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB "};
    const char *title = facts->of[ENT_I_FACT_TITLE].value;
    const char *site = facts->of[ENT_I_FACT_SITE].value;
    bool loose =
        title && strcmp(facts->of[ENT_I_FACT_TITLE].from, "markup") == 0;
    for (size_t i = 0; title && i < sizeof marks / sizeof *marks; i++) {
        const char *last = NULL;
        for (const char *at = title; (at = strstr(at, marks[i])); at++)
            last = at;
        if (!last || last - title < 12)
            continue;
        if (loose || (site && ent_i_ascii_same(last + strlen(marks[i]), site,
                                               strlen(site) + 1))) {
            title = ent_i_arena_strndup(facts->arena, title,
                                        (size_t)(last - title));
            facts->failed |= !title;
            facts->of[ENT_I_FACT_TITLE].value = title;
            return;
        }
    }
}

bool ent_i_html_find_facts(ent_i_html_facts *out, ent_i_arena *arena,
                           const GumboNode *root, const ent_i_string *data,
                           uint8_t day_order)
{
    *out = (ent_i_html_facts){.arena = arena, .day_order = day_order};
    ent_i_html_note_data(out, data);
    for (const GumboNode *node = root; node && !out->failed;
         node = ent_i_html_next(node, root, true))
        if (node->type == GUMBO_NODE_ELEMENT && may_tell(node))
            for (int i = 0; i < PLACES; i++)
                if (is_at(&places[i], node))
                    look(out, node, i);
    strip_site(out);
    const char *title = out->of[ENT_I_FACT_TITLE].value;
    const char *body = out->of[ENT_I_FACT_BODY].value;
    out->hints = (ent_i_html_hints){title ? title : "", body ? body : ""};
    return !out->failed;
}

/* A page in UTF-8 that says otherwise is read as UTF-8: other encodings hardly
 * ever look like it by chance. */
ent_status ent_i_html_decode(ent_i_string *out, const char *bytes, size_t size,
                             const char *stated, ent_error *error)
{
    char name[40];
    size_t mark;
    const char *encoding = ent_i_wide_encoding(bytes, size, &mark);
    if (!encoding && !ent_i_is_utf8(bytes, size))
        encoding = stated ? stated
                          : ent_i_html_charset(bytes, size, name, sizeof name);
    if (encoding && ent_i_ascii_same(encoding, "utf-8", 5))
        encoding = NULL;
    if (encoding &&
        ent_i_decode(out, bytes + mark, size - mark, encoding, NULL) == ENT_OK)
        return ENT_OK;
    out->n = 0;
    return ent_i_decode(out, bytes + mark, size - mark, NULL, error);
}
