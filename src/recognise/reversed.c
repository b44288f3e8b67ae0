/* Lists of witnesses, minutes and indexes write "Roe, Ann M.": the tagger takes
 * the half for a name. One such place may be anything ("Paris, Texas"), so a
 * neighbour of the same form must bear it out, or the form itself. */
#include "recognise/reversed.h"

#include <string.h>

#include "core/error.h"
#include "core/vec.h"
#include "recognise/annotated.h"
#include "recognise/given.h"
#include "recognise/place.h"

/* As sure as the tagger is of a full name. */
static const float LISTED = 0.8f;

enum { MOST_WORDS = 3 /* of a surname, or of given names */ };

/* A place of this form. */
typedef struct item {
    uint32_t sentence;
    uint32_t paragraph;
    uint32_t start; /* in the field */
    uint32_t end;
    bool line;  /* its paragraph begins with it */
    bool given; /* the given name is known as one */
    bool sure;  /* by its form alone */
} item;

typedef ENT_I_VEC(item) item_list;

/* ---- one item ---- */

static bool is_particle(const ent_i_place *p, size_t i)
{
    return ent_i_place_word(p, i)->name & ENT_I_NAME_PARTICLE &&
           !ent_i_place_has(p, i, ENT_I_U_OF);
}

/* A word of a name, as far as the lexicon has no other use for it. */
static bool is_word(const ent_i_place *p, size_t i)
{
    if (i >= p->count || !ent_i_is_name_word(&p->tokens[i]) ||
        p->tokens[i].kind == ENT_I_TOKEN_LETTER)
        return false;
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    bool other = word->grammar || word->press || word->announces ||
                 word->organisation || word->use || word->title ||
                 ent_i_is_day_or_month(word);
    return !other || word->given_gender || is_particle(p, i);
}

static bool is_comma(const ent_i_place *p, size_t i)
{
    return i < p->count && ent_i_place_is(p, i, ",");
}

/* The comma behind the surname that begins at token i, or 0. A given name
 * before another word makes it a whole name. */
static size_t end_of_surname(const ent_i_place *p,
                             const ent_i_gazetteer *gazetteer, size_t i)
{
    size_t first, words = 0;
    while (i < p->count && p->tokens[i].kind == ENT_I_TOKEN_LOWER &&
           is_particle(p, i))
        i++;
    for (first = i; words < MOST_WORDS && is_word(p, i); words++) {
        i++;
        i += ent_i_place_joins(p, i);
        while (i + 1 < p->count && is_particle(p, i) && is_word(p, i + 1))
            i++;
    }
    if (words > 1 && !is_particle(p, first) &&
        ent_i_is_given_word(p, gazetteer, first))
        return 0;
    i += words && ent_i_place_suffix(p, i);
    return words && is_comma(p, i) ? i : 0;
}

/* One past the given names that begin at token i, or i: words, then initials,
 * or initials alone. "Ann M. Roe" is a whole name. */
static size_t end_of_given(const ent_i_place *p, size_t i, size_t *initials)
{
    size_t first = i, words = 0;
    for (; i < p->count && words < MOST_WORDS; words++) {
        bool letter = ent_i_place_initial(p, i);
        if (!letter && (*initials || !is_word(p, i)))
            break;
        *initials += letter;
        i++;
        i += ent_i_place_joins(p, i);
    }
    if (is_comma(p, i) && ent_i_place_suffix(p, i + 1) && i > first)
        i += 2;
    return i;
}

/* Whether nothing of a name follows: the end or a mark. */
static bool is_over(const ent_i_place *p, size_t i)
{
    return i >= p->count || p->tokens[i].kind == ENT_I_TOKEN_PUNCT;
}

/* A surname in capitals before a given name that is not. */
static bool is_raised(const ent_i_place *p, size_t i, size_t given)
{
    return p->tokens[i].kind == ENT_I_TOKEN_UPPER &&
           p->tokens[i].end - p->tokens[i].start > 2 &&
           p->tokens[given].kind == ENT_I_TOKEN_TITLE;
}

static bool is_quote(const ent_i_place *p, size_t i)
{
    static const char *const quotes[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d"};
    return ent_i_place_is_any(p, i, quotes, sizeof quotes / sizeof *quotes);
}

/* Whether tokens [i, end) are all that stands in quotation marks, as senders do
 * in mail: "Roe, Ann" <roe@example.org>. */
static bool is_quoted(const ent_i_place *p, size_t i, size_t end)
{
    return i > 0 && end < p->count && is_quote(p, i - 1) && is_quote(p, end);
}

/* The period of an initial that ends its sentence is a token. */
static size_t take_period(const ent_i_place *p, size_t end)
{
    return end < p->count && p->tokens[end - 1].kind == ENT_I_TOKEN_LETTER &&
                   p->tokens[end].glued && ent_i_place_is(p, end, ".")
               ? end + 1
               : end;
}

/* Reads the item that begins at token i; one past it, or i when there is none.
 * Sure is one given name with an initial behind it, or behind a surname in
 * capitals, or in a line of its own or quotation marks; of a name that is no
 * place's. */
static size_t read_item(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                        size_t i, item *out)
{
    size_t initials = 0, comma = end_of_surname(p, gazetteer, i);
    size_t given = comma + 1;
    size_t end = comma ? end_of_given(p, given, &initials) : 0;
    if (!comma || end == given || !is_over(p, end))
        return i;
    bool letter = p->tokens[given].kind == ENT_I_TOKEN_LETTER;
    bool one = !letter && end == given + 1 + initials;
    bool known = letter || ent_i_is_given_word(p, gazetteer, given);
    bool alone = out->line &&
                 (end == p->count || ent_i_place_is(p, end, ":")) &&
                 ent_i_place_word(p, given)->given_gender;
    bool thing = ent_i_is_thing_word(p, gazetteer, i);
    out->given = known && !thing;
    out->sure =
        known && one &&
        (initials ||
         (!thing && (is_raised(p, i, given) || alone || is_quoted(p, i, end))));
    end = take_period(p, end);
    out->start = p->tokens[i].start;
    out->end = p->tokens[end - 1].end;
    return end;
}

/* ---- all items ---- */

/* The first token of the sentence behind a bullet or the number of a line. */
static size_t skip_bullet(const ent_i_place *p)
{
    size_t i = 0;
    while (i + 1 < p->count && (p->tokens[i].kind == ENT_I_TOKEN_NUMBER ||
                                p->tokens[i].kind == ENT_I_TOKEN_PUNCT))
        i++;
    return i;
}

/* Whether a name may begin at token i, of which the one before is no part. */
static bool may_begin(const ent_i_place *p, size_t i)
{
    return i == 0 ||
           (p->tokens[i - 1].kind == ENT_I_TOKEN_PUNCT && !is_comma(p, i - 1) &&
            !ent_i_place_hyphen(p, i - 1)) ||
           (p->tokens[i - 1].kind == ENT_I_TOKEN_LOWER &&
            !is_particle(p, i - 1));
}

/* Adds the items of a sentence, of which one may be its paragraph's first. */
static bool add_items(item_list *items, const ent_i_place *p,
                      const ent_i_gazetteer *gazetteer, item found, bool first)
{
    size_t begin = skip_bullet(p), next;
    for (size_t i = begin; i + 2 < p->count; i = next) {
        next = i + 1;
        found.line = first && i == begin;
        if (i > begin && !may_begin(p, i))
            continue;
        size_t end = read_item(p, gazetteer, i, &found);
        if (end == i)
            continue;
        if (!ent_i_vec_push(items, found))
            return false;
        next = end;
    }
    return true;
}

static bool find_items(item_list *items, const ent_article *article,
                       const ent_i_text *text, const ent_i_gazetteer *gazetteer)
{
    uint32_t last = ENT_NONE;
    for (size_t s = 0; s < article->sentences.n && s + 1 < text->first.n; s++) {
        const ent_sentence *sentence = &article->sentences.items[s];
        size_t from = text->first.items[s];
        ent_i_place p = {
            .text = text,
            .bytes = ent_article_field(article, (ent_field)sentence->field),
            .tokens = text->tokens.items + from,
            .count = text->first.items[s + 1] - from};
        item found = {.sentence = (uint32_t)s,
                      .paragraph = sentence->paragraph};
        if (!add_items(items, &p, gazetteer, found,
                       sentence->paragraph != last))
            return false;
        last = sentence->paragraph;
    }
    return true;
}

/* ---- what is borne out ---- */

enum { REACH = 60 /* bytes from a name to the next of its list */ };

/* Whether a semicolon stands before the item, perhaps with "and". */
static bool follows_semicolon(const char *text, const item *it)
{
    uint32_t at = it->start;
    while (at && text[at - 1] == ' ')
        at--;
    if (at > 4 && memcmp(text + at - 4, " and", 4) == 0)
        at -= 4;
    while (at && text[at - 1] == ' ')
        at--;
    return at && text[at - 1] == ';';
}

/* Whether b stands behind a in a list: on the next line, or in the same
 * sentence behind a semicolon. */
static bool is_next(const ent_article *article, const item *a, const item *b)
{
    if (a->line && b->line)
        return b->paragraph == a->paragraph + 1;
    const char *text = ent_article_field(
        article, (ent_field)article->sentences.items[a->sentence].field);
    return a->sentence == b->sentence && b->start < a->end + REACH &&
           follows_semicolon(text, b);
}

/* Where the list ends that begins at item i. */
static size_t end_of_list(const ent_article *article, const item_list *items,
                          size_t i)
{
    size_t end = i + 1;
    while (end < items->n &&
           is_next(article, &items->items[end - 1], &items->items[end]))
        end++;
    return end;
}

/* Whether the items, if they are several, are persons: at least half of them
 * have known given names, both of two. */
static bool are_persons(const item *items, size_t n)
{
    size_t given = 0;
    for (size_t i = 0; i < n; i++)
        given += items[i].given;
    return n > 2 ? 2 * given >= n : n == 2 && given == n;
}

/* Puts a person in the place of what the item overlaps. */
static bool add_person(ent_article *article, const item *it)
{
    uint8_t field = article->sentences.items[it->sentence].field;
    ent_mention made = {.size = sizeof made,
                        .start = it->start,
                        .end = it->end,
                        .honorific_start = it->start,
                        .honorific_end = it->start,
                        .sentence = it->sentence,
                        .cluster = ENT_NONE,
                        .confidence = LISTED,
                        .type = ENT_PERSON,
                        .field = field};
    size_t kept = 0;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m->field != field || m->end <= it->start || m->start >= it->end)
            article->mentions.items[kept++] = *m;
    }
    article->mentions.n = kept;
    return ent_i_vec_push(&article->mentions, made);
}

static bool add_persons(ent_article *article, const item_list *items)
{
    for (size_t i = 0, end; i < items->n; i = end) {
        end = end_of_list(article, items, i);
        bool all = are_persons(items->items + i, end - i);
        for (size_t k = i; k < end; k++)
            if ((all || items->items[k].sure) &&
                !add_person(article, &items->items[k]))
                return false;
    }
    return true;
}

ent_status ent_i_reversed_apply(ent_article *article, const ent_i_text *text,
                                const ent_i_gazetteer *gazetteer,
                                ent_error *error)
{
    item_list items = {0};
    bool ok = find_items(&items, article, text, gazetteer) &&
              add_persons(article, &items);
    if (ok && items.n)
        ent_i_mentions_place(article);
    ent_i_vec_free(&items);
    return ok ? ENT_OK : ent_i_no_memory(error, "recognise");
}
