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

/* A list without room of its own lies in the article's block (record.h). */
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

const char *ent_type_name(ent_type type) { return type_names[type]; }

/* Case matters: the command line and the files accept one spelling only. */
bool ent_type_parse(const char *name, ent_type *out)
{
    for (int i = 0; i < ENT_TYPE_COUNT; i++)
        if (strcmp(name, type_names[i]) == 0) {
            *out = (ent_type)i;
            return true;
        }
    return false;
}

const char *ent_role_name(ent_role role)
{
    static const char *const names[] = {"story", "byline", "credit",
                                        "furniture"};
    return names[role];
}

const char *ent_kind_name(ent_kind kind)
{
    static const char *const names[] = {"meet", "call", "joint"};
    return names[kind];
}

const char *ent_form_name(ent_form form)
{
    static const char *const names[] = {"",       "interview", "hearing",
                                        "debate", "letter",    "phone"};
    return names[form];
}

const char *ent_weak_name(unsigned bit)
{
    static const char *const names[] = {"told", "public", "several"};
    return names[bit];
}

const char *ent_standing_name(ent_standing standing)
{
    static const char *const names[] = {"held", "planned", "proposed",
                                        "denied"};
    return names[standing];
}

const char *ent_when_from_name(ent_when_from from)
{
    static const char *const names[ENT_WHEN_FROM_COUNT] = {
        NULL, "text", "weekday", "relative", "caption", "nearby", "article"};
    return (unsigned)from < ENT_WHEN_FROM_COUNT ? names[from] : NULL;
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
