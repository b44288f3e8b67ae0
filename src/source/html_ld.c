/* JSON-LD by the vocabulary of schema.org: what sites write for search engines
 * about the article on the page. */
#include <string.h>

#include "core/json.h"
#include "source/html_facts.h"

enum { DEEPEST = 8, RANK = -100, RANK_OF_BODY = 1000, AUTHORS = 20 };

/* Types of what may be the page's article, those that must be it first. */
static const char *const kinds[] = {
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AdvertiserContentArticle",
    "LiveBlogPosting",
    "Report",
    "ScholarlyArticle",
    "TechArticle",
    "SocialMediaPosting",
    "WebPage",
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const struct {
    const char *key;
    uint8_t fact;
} keys[] = {
    {"headline", ENT_I_FACT_TITLE},
    {"name", ENT_I_FACT_TITLE},
    {"datePublished", ENT_I_FACT_DATE},
    {"dateCreated", ENT_I_FACT_DATE},
    {"dateModified", ENT_I_FACT_DATE},
    {"articleBody", ENT_I_FACT_BODY},
    {"inLanguage", ENT_I_FACT_LANGUAGE},
    {"author", ENT_I_FACT_AUTHOR},
    {"creator", ENT_I_FACT_AUTHOR},
    {"publisher", ENT_I_FACT_SITE},
    {"url", ENT_I_FACT_URL},
    {"mainEntityOfPage", ENT_I_FACT_URL},
};
enum { KEYS = sizeof keys / sizeof *keys };

/* KINDS: another kind of thing. */
static int kind_of(const json_t *object)
{
    const json_t *type = json_object_get(object, "@type");
    const char *name =
        json_string_value(json_is_array(type) ? json_array_get(type, 0) : type);
    int kind = 0;
    while (kind < KINDS && !(name && strcmp(name, kinds[kind]) == 0))
        kind++;
    return kind;
}

static bool add_name(ent_i_html_facts *facts, ent_i_string *out,
                     const char *name)
{
    if ((!out->n || ent_i_string_adds(out, ", ")) &&
        ent_i_string_adds(out, name))
        return true;
    facts->failed = true;
    return false;
}

/* Names, of one or several persons, as strings or as objects with a name. */
static bool add_names(ent_i_html_facts *facts, ent_i_string *out,
                      const json_t *value, int depth)
{
    const json_t *item;
    size_t i;
    bool fine = true;
    if (json_is_string(value))
        return add_name(facts, out, json_string_value(value));
    if (depth < DEEPEST)
        json_array_foreach(value, i, item) fine =
            fine && i < AUTHORS && add_names(facts, out, item, depth + 1);
    item = json_object_get(value, "name");
    if (!item)
        item = json_object_get(value, "@id");
    return fine && (!item || depth >= DEEPEST ||
                    add_names(facts, out, item, depth + 1));
}

/* A publisher is the author where nobody else is named. */
static bool is_body(const json_t *value)
{
    const json_t *one = json_is_array(value) && json_array_size(value) == 1
                            ? json_array_get(value, 0)
                            : value;
    const char *type = json_string_value(json_object_get(one, "@type"));
    return type && strstr(type, "Organization");
}

static int rank_of(int kind, int key, const json_t *value)
{
    return keys[key].fact == ENT_I_FACT_AUTHOR && is_body(value)
               ? RANK_OF_BODY
               : RANK + kind * KEYS + key;
}

static void note_article(ent_i_html_facts *facts, const json_t *object,
                         int kind)
{
    for (int i = 0; i < KEYS; i++) {
        ent_i_string value = {0};
        const json_t *found = json_object_get(object, keys[i].key);
        bool named = kind + 1 < KINDS || strcmp(keys[i].key, "name") != 0;
        if (found && named && add_names(facts, &value, found, 0) && value.n)
            ent_i_html_note(facts, (ent_i_fact)keys[i].fact, value.items,
                            "json-ld", rank_of(kind, i, found));
        ent_i_vec_free(&value);
    }
}

/* Articles stand alone, in lists, or in the "@graph". */
static void visit(ent_i_html_facts *facts, const json_t *value, int depth)
{
    const json_t *item;
    size_t i;
    if (depth > DEEPEST)
        return;
    json_array_foreach(value, i, item) visit(facts, item, depth + 1);
    if (!json_is_object(value))
        return;
    int kind = kind_of(value);
    if (kind < KINDS)
        note_article(facts, value, kind);
    visit(facts, json_object_get(value, "@graph"), depth + 1);
    visit(facts, json_object_get(value, "mainEntity"), depth + 1);
}

/* Sites often leave line ends in strings, which JSON doesn't allow; white space
 * means nothing elsewhere. Data that is broken otherwise is passed over, as the
 * page itself can still be read. */
void ent_i_html_note_data(ent_i_html_facts *facts, const ent_i_string *data)
{
    ent_i_string copy = {0};
    if (data->n && !ent_i_string_add(&copy, data->items, data->n))
        facts->failed = true;
    for (size_t i = 0; i < copy.n; i++)
        if (copy.items[i] > 0 && copy.items[i] < ' ')
            copy.items[i] = ' ';
    for (size_t i = 0; i < copy.n; i += strlen(copy.items + i) + 1) {
        const char *at = copy.items + i + strcspn(copy.items + i, "[{");
        json_error_t failure;
        json_t *value =
            ent_i_json_load(at, strlen(at), JSON_DISABLE_EOF_CHECK, &failure);
        if (!value && ent_i_json_no_memory(&failure))
            facts->failed = true;
        visit(facts, value, 0);
        json_decref(value);
    }
    ent_i_vec_free(&copy);
}
