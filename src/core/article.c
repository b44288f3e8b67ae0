/* Creating and freeing an article, its public getters, and the names of the
 * values it holds. Reading and writing both use these tables of names. */
#include "core/article.h"

#include <stdio.h>
#include <string.h>

ent_article *ent_i_article_new(void)
{
    ent_article *article = ent_i_calloc(1, sizeof *article);
    /* Strings are never NULL where the header doesn't say so. */
    if (article) {
        article->id = article->title = article->text = "";
        article->date = article->fetched = ENT_NO_DATE;
    }
    return article;
}

/* A list without room of its own lies in the article's block (pack.h). */
#define CLEAR_LIST(list)                                                       \
    do {                                                                       \
        if (!(list).cap)                                                       \
            (list).items = NULL;                                               \
        ent_i_vec_free(&(list));                                               \
    } while (0)

void ent_i_article_clear(ent_article *article)
{
    CLEAR_LIST(article->sentences);
    CLEAR_LIST(article->mentions);
    CLEAR_LIST(article->joint);
    CLEAR_LIST(article->kin);
    CLEAR_LIST(article->clusters);
    CLEAR_LIST(article->encounters);
}

/* The arena owns the strings and the participants. */
void ent_article_free(ent_article *article)
{
    if (!article)
        return;
    ent_i_article_clear(article);
    ent_i_free(article->raw.bytes);
    ent_i_arena_free(&article->arena);
    ent_i_free(article);
}

const char *ent_article_id(const ent_article *a) { return a->id; }
const char *ent_article_title(const ent_article *a) { return a->title; }
const char *ent_article_text(const ent_article *a) { return a->text; }
const char *ent_article_source(const ent_article *a) { return a->source; }
const char *ent_article_url(const ent_article *a) { return a->url; }
const char *ent_article_author(const ent_article *a) { return a->author; }
const char *ent_article_date_from(const ent_article *a)
{
    return a->date == ENT_NO_DATE ? NULL : a->date_from;
}
const char *ent_article_language(const ent_article *a) { return a->language; }
const char *ent_article_format(const ent_article *a) { return a->format; }
ent_date ent_article_date(const ent_article *a) { return a->date; }

/* Shorter texts are no more than a headline and a line below it, in bytes. */
enum { SHORT = 200 };

unsigned ent_article_warnings(const ent_article *a)
{
    unsigned found = a->warnings;
    if (a->date == ENT_NO_DATE)
        found |= ENT_WARN_NO_DAY;
    else if (a->date_from && strcmp(a->date_from, "fetched") == 0)
        found |= ENT_WARN_DAY_FETCHED;
    if (a->names_only)
        return found;
    if (!a->title_size)
        found |= ENT_WARN_NO_TITLE;
    if (a->text_size < SHORT)
        found |= ENT_WARN_SHORT;
    if (strstr(a->text, "\xEF\xBF\xBD") || strstr(a->title, "\xEF\xBF\xBD"))
        found |= ENT_WARN_DAMAGED;
    return found;
}

const char *ent_article_field(const ent_article *a, ent_field field)
{
    return field == ENT_FIELD_TITLE ? a->title : a->text;
}

/* The count and item getters of one vector of the article. */
#define ARTICLE_GETTERS(what, type, vec)                                       \
    size_t ent_article_##what##_count(const ent_article *a)                    \
    {                                                                          \
        return a->vec.n;                                                       \
    }                                                                          \
    const type *ent_article_##what(const ent_article *a, size_t i)             \
    {                                                                          \
        return i < a->vec.n ? &a->vec.items[i] : NULL;                         \
    }

ARTICLE_GETTERS(sentence, ent_sentence, sentences)
ARTICLE_GETTERS(mention, ent_mention, mentions)
ARTICLE_GETTERS(cluster, ent_cluster, clusters)
ARTICLE_GETTERS(encounter, ent_encounter, encounters)

static const char *const type_names[ENT_TYPE_COUNT] = {"person", "org", "place",
                                                       "misc"};
static const char *const role_names[] = {"story", "byline", "credit",
                                         "furniture"};
static const char *const kind_names[ENT_KIND_COUNT] = {"meet", "call", "joint"};
static const char *const form_names[ENT_FORM_COUNT] = {
    "", "interview", "hearing", "debate", "letter", "phone"};
static const char *const weak_names[ENT_WEAK_COUNT] = {"told", "public",
                                                       "several"};
static const char *const warning_names[ENT_WARN_COUNT] = {
    "no-title",   "no-day",     "day-fetched",    "short",   "damaged",
    "broken-off", "unread-day", "other-language", "entities"};
static const char *const standing_names[ENT_STANDING_COUNT] = {
    "held", "planned", "proposed", "denied"};
static const char *const when_from_names[ENT_WHEN_FROM_COUNT] = {
    NULL, "text", "weekday", "relative", "caption", "nearby", "article"};

const char *ent_type_name(ent_type type) { return type_names[type]; }
const char *ent_role_name(ent_role role) { return role_names[role]; }
const char *ent_kind_name(ent_kind kind) { return kind_names[kind]; }
const char *ent_form_name(ent_form form) { return form_names[form]; }
const char *ent_weak_name(unsigned bit) { return weak_names[bit]; }
const char *ent_warning_name(unsigned bit) { return warning_names[bit]; }

const char *ent_standing_name(ent_standing standing)
{
    return standing_names[standing];
}

const char *ent_when_from_name(ent_when_from from)
{
    return (unsigned)from < ENT_WHEN_FROM_COUNT ? when_from_names[from] : NULL;
}

/* Case matters: the command line and the files accept one spelling only. */
static bool parse(const char *const *names, size_t count, const char *name,
                  uint8_t *out)
{
    for (size_t i = 0; name && i < count; i++)
        if (names[i] && strcmp(name, names[i]) == 0) {
            *out = (uint8_t)i;
            return true;
        }
    return false;
}

#define PARSE(names, name, out)                                                \
    parse(names, sizeof(names) / sizeof *(names), name, out)

bool ent_type_parse(const char *name, ent_type *out)
{
    uint8_t value;
    bool known = PARSE(type_names, name, &value);
    if (known)
        *out = (ent_type)value;
    return known;
}

bool ent_i_role_parse(const char *name, uint8_t *out)
{
    return PARSE(role_names, name, out);
}

bool ent_i_kind_parse(const char *name, uint8_t *out)
{
    return PARSE(kind_names, name, out);
}

bool ent_i_form_parse(const char *name, uint8_t *out)
{
    return PARSE(form_names, name, out);
}

bool ent_i_weak_parse(const char *name, uint8_t *out)
{
    return PARSE(weak_names, name, out);
}

bool ent_i_standing_parse(const char *name, uint8_t *out)
{
    return PARSE(standing_names, name, out);
}

bool ent_i_when_from_parse(const char *name, uint8_t *out)
{
    return PARSE(when_from_names, name, out);
}

const char *ent_when_precision(ent_date first, ent_date last)
{
    if (first == ENT_NO_DATE || last == ENT_NO_DATE)
        return NULL;
    int64_t days = (int64_t)last - first + 1;
    return days <= 1    ? "day"
           : days <= 7  ? "week"
           : days <= 31 ? "month"
                        : "year";
}
