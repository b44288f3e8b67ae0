#include "cluster/kin.h"

#include <string.h>

#include "lexicon/lexicon.h"

enum { OWNERS = 3 }; /* persons named shortly before */

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

static const char *field_of(const ent_article *article, const ent_mention *m)
{
    return ent_article_field(article, (ent_field)m->field);
}

static bool is_person(const ent_mention *m)
{
    return m->type == ENT_PERSON && m->role == ENT_ROLE_STORY;
}

/* The word of kinship right before the name, "son Max", "wife, Ann", or NULL.
 * It is in lower case, unlike in "Sister Ann". */
static const ent_i_lexeme *kinship(const char *field, size_t end, bool *comma)
{
    if (!end || field[--end] != ' ')
        return NULL;
    *comma = end && field[end - 1] == ',';
    end -= *comma;
    size_t start = end;
    while (start && is_lower(field[start - 1]))
        start--;
    const ent_i_lexeme *word =
        ent_i_lexeme_of(ent_i_lexicon_default(), field + start, end - start);
    return start < end && word->announcer & ENT_I_ANNOUNCER_KIN ? word : NULL;
}

/* Whether the article has called somebody so before: by the surname, then. */
static bool is_known(const ent_article *article, uint32_t mention)
{
    const ent_mention *m = article->mentions.items, *it = &m[mention];
    const char *name = field_of(article, it) + it->start;
    size_t size = it->end - it->start;
    for (uint32_t i = 0; i < mention; i++)
        if (m[i].type == ENT_PERSON && m[i].end - m[i].start == size &&
            memcmp(field_of(article, &m[i]) + m[i].start, name, size) == 0)
            return true;
    return false;
}

static unsigned given_gender(const ent_article *article, const ent_mention *m)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(),
                           field_of(article, m) + m->start, m->end - m->start)
        ->given_gender;
}

/* Behind a comma, another clause may begin: "his wife, Ann, left", but "with
 * his wife, Roe left". A second comma closes the name, known as given or not.
 */
static bool is_behind_kin(const ent_article *article, uint32_t mention)
{
    const ent_mention *m = &article->mentions.items[mention];
    const char *field = field_of(article, m);
    bool comma = false;
    const ent_i_lexeme *word = kinship(field, m->start, &comma);
    if (!word || is_known(article, mention))
        return false;
    if (!comma)
        return true;
    unsigned given = given_gender(article, m);
    return strchr(",.;)", field[m->end]) && (given || field[m->end] == ',') &&
           (!given || !word->title_gender || given & word->title_gender);
}

/* Whether the two stand in one list: "Max and Eva", "Max, Eva". */
static bool are_listed(const ent_article *article, const ent_mention *a,
                       const ent_mention *b)
{
    static const char *const links[] = {", ", " and ", ", and ", " & "};
    const char *field = field_of(article, a);
    size_t size = b->start - a->end;
    if (a->field != b->field || b->start <= a->end)
        return false;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (strlen(links[i]) == size &&
            memcmp(field + a->end, links[i], size) == 0)
            return true;
    return false;
}

/* A title says that the name is a surname: "his wife, Mrs. Roe". A word of
 * kinship may count as one. */
static bool is_alone(const ent_article *article, const ent_mention *m)
{
    const char *field = field_of(article, m);
    bool titled = m->honorific_start < m->honorific_end &&
                  !is_lower(field[m->honorific_start]);
    return is_person(m) && !titled &&
           !memchr(field + m->start, ' ', m->end - m->start);
}

/* "Roe left. His son Max stayed." */
static bool is_near(const ent_mention *m, const ent_mention *before)
{
    return before->field == m->field && before->sentence + 1 >= m->sentence;
}

static bool add_owners(ent_article *article, uint32_t mention)
{
    const ent_mention *m = article->mentions.items;
    size_t before = article->kin.n;
    for (uint32_t i = mention; i-- > 0 && article->kin.n < before + OWNERS &&
                               is_near(&m[mention], &m[i]);) {
        ent_i_kin kin = {mention, i};
        if (is_person(&m[i]) && !ent_i_is_kin(article, i) &&
            !ent_i_vec_push(&article->kin, kin))
            return false;
    }
    ent_i_kin nobody = {mention, ENT_NONE};
    return article->kin.n > before || ent_i_vec_push(&article->kin, nobody);
}

/* The first of the mention's owners, which stand together, or NULL. */
static const ent_i_kin *first_owner(const ent_article *article,
                                    uint32_t mention)
{
    const ent_i_kin *all = article->kin.items;
    size_t end = article->kin.n;
    while (end > 0 && all[end - 1].mention != mention)
        end--;
    if (end == 0)
        return NULL;
    while (end > 1 && all[end - 2].mention == mention)
        end--;
    return &all[end - 1];
}

bool ent_i_is_kin(const ent_article *article, uint32_t mention)
{
    return first_owner(article, mention) != NULL;
}

uint32_t ent_i_kin_owner(const ent_article *article, uint32_t mention)
{
    const ent_i_kin *kin = first_owner(article, mention);
    return kin ? kin->owner : ENT_NONE;
}

bool ent_i_find_kin(ent_article *article)
{
    const ent_mention *m = article->mentions.items;
    article->kin.n = 0;
    for (uint32_t i = 0; i < article->mentions.n; i++) {
        bool listed = i && ent_i_is_kin(article, i - 1) &&
                      given_gender(article, &m[i]) &&
                      are_listed(article, &m[i - 1], &m[i]);
        if (is_alone(article, &m[i]) && (listed || is_behind_kin(article, i)) &&
            !add_owners(article, i))
            return false;
    }
    return true;
}
