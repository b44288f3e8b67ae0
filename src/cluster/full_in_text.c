/* Finds full names that are in the text but not among the mentions. "Allen"
 * alone says too little when only part of the article has its names marked, or
 * when the recogniser missed the first one. */
#include <string.h>

#include "cluster/group.h"
#include "names/fold.h"

enum { MAX_TOKENS = 3 }; /* before the surname */

typedef struct search {
    ent_i_grouping *g;
    ent_i_strmap words; /* wanted word as written -> form */
    bool *found;        /* by form */
    const char *field;
    bool headline; /* the sentence at hand is in capitals */
} search;

static bool is_name_token(const ent_i_token *t)
{
    return t->kind == ENT_I_TOKEN_TITLE || t->kind == ENT_I_TOKEN_LETTER;
}

/* A longer token is cut: no given name is that long. */
static void fold_token(const search *s, const ent_i_token *t, char *out,
                       size_t room)
{
    ent_i_name_fold_key(s->field + t->start, t->end - t->start, out, room);
}

/* Words that are capitalised before a surname without being names. */
static bool is_no_given_name(const char *word)
{
    const ent_i_lexeme *found =
        ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word));
    if (found->use & ENT_I_U_UNNAMED || ent_i_is_day_or_month(found))
        return true;
    size_t n = strlen(word);
    bool demonym = n > 5 && (strcmp(word + n - 2, "an") == 0 ||
                             strcmp(word + n - 3, "ish") == 0 ||
                             strcmp(word + n - 3, "ese") == 0);
    return ent_i_is_title(word) || (demonym && !ent_i_given_gender(word));
}

/* Exactly one blank between two tokens: a comma or a line end separates
 * names, and so does the edge of a list of links. */
static bool is_next(const search *s, const ent_i_token *a, const ent_i_token *b)
{
    return b->start == a->end + 1 && s->field[a->end] == ' ' &&
           a->list == b->list;
}

/* In a headline whose words are all capitalised a capital says nothing. Small
 * words are not, so a single one in small letters makes no sentence. */
static bool is_headline(const ent_i_token *first, const ent_i_token *end)
{
    size_t capital = 0, small = 0;
    for (const ent_i_token *t = first; t < end; t++) {
        capital += t->kind == ENT_I_TOKEN_TITLE;
        small += t->kind == ENT_I_TOKEN_LOWER;
    }
    return capital > 3 && capital > 2 * small;
}

/* "To", which has a capital only among words that all have one. */
static bool is_small(const char *word)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word))->use &
           ENT_I_U_SMALL;
}

/* How many tokens before the surname belong to a full name ending there; only
 * known names do behind such a word: none in "Calls Grow To Remove Roe". */
static size_t given_before(const search *s, const ent_i_token *first,
                           const ent_i_token *surname)
{
    char word[64];
    const ent_i_token *t = surname, *sure = surname;
    while (t > first && surname - t < MAX_TOKENS && is_next(s, t - 1, t) &&
           is_name_token(t - 1)) {
        fold_token(s, t - 1, word, sizeof word);
        bool known = ent_i_given_gender(word) || ent_i_is_form(word);
        if (!known && is_small(word))
            return (size_t)(surname - sure);
        /* The first word of a sentence is capitalised anyway. */
        if (!known && (s->headline || is_no_given_name(word) || t - 1 == first))
            break;
        sure -= known && sure == t;
        t--;
    }
    return (size_t)(surname - t);
}

/* Whether a surname follows, as in "Rachel Berry". The given name must be a
 * known one: otherwise any two capitalised words would do. */
static bool surname_after(const search *s, const ent_i_token *given,
                          const ent_i_token *end)
{
    char word[64];
    fold_token(s, given, word, sizeof word);
    if (given + 1 >= end || !is_next(s, given, given + 1) ||
        given[1].kind != ENT_I_TOKEN_TITLE || !ent_i_given_gender(word))
        return false;
    fold_token(s, given + 1, word, sizeof word);
    return !is_no_given_name(word) && strlen(word) > 2;
}

/* Takes the first place that explains a form, since news introduces people by
 * their full names. */
static bool try_token(search *s, const ent_i_token *first, const ent_i_token *t,
                      const ent_i_token *end)
{
    const char *text = s->field + t->start;
    uint32_t form = ent_i_strmap_get(&s->words, text, t->end - t->start);
    if (form == ENT_I_ABSENT || s->found[form])
        return true;
    size_t before = given_before(s, first, t);
    bool after = !before && surname_after(s, t, end);
    if (!before && !after)
        return true;
    uint32_t start = (t - before)->start;
    uint32_t size = (after ? t[1].end : t->end) - start;
    ent_i_name name;
    ent_i_name_parse(&name, s->field + start, size);
    if (!ent_i_name_is_full(&name))
        return true;
    s->found[form] = true;
    return ent_i_group_add(s->g, s->field + start, size, &name) != ENT_NONE;
}

static bool search_sentences(search *s)
{
    const ent_i_text *text = s->g->text;
    const ent_article *article = s->g->article;
    for (size_t i = 0; i + 1 < text->first.n; i++) {
        const ent_i_token *first = text->tokens.items + text->first.items[i];
        const ent_i_token *end = text->tokens.items + text->first.items[i + 1];
        s->field = ent_article_field(
            article, (ent_field)article->sentences.items[i].field);
        s->headline = is_headline(first, end);
        for (const ent_i_token *t = first; t < end; t++)
            if (t->kind == ENT_I_TOKEN_TITLE && t->list != ENT_I_LIST_LINKS &&
                !try_token(s, first, t, end))
                return false;
    }
    return true;
}

/* Looks for the last word of the form as written, since titles may precede
 * it. */
static bool want(search *s, uint32_t index)
{
    const ent_i_form *form = &s->g->forms.items[index];
    uint32_t start = form->size;
    while (start && form->text[start - 1] != ' ')
        start--;
    return ent_i_strmap_put(&s->words, form->text + start, form->size - start,
                            index) != NULL;
}

bool ent_i_group_from_text(ent_i_grouping *g, const bool *wanted)
{
    search s = {.g = g};
    s.found = ent_i_calloc(g->forms.n, sizeof *s.found);
    bool ok = s.found != NULL;
    for (uint32_t i = 0; ok && i < g->forms.n; i++)
        if (wanted[i])
            ok = want(&s, i);
    ok = ok && search_sentences(&s);
    ent_i_strmap_free(&s.words);
    ent_i_free(s.found);
    return ok;
}
