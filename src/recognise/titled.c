/* The tagger doesn't know every name of the world, and takes "Inspector Adeyo"
 * for a firm or for nothing. Behind a title that is nothing else stands a
 * person, and so it does where particles join two words of names. */
#include "recognise/titled.h"

#include "core/error.h"
#include "recognise/annotated.h"
#include "recognise/place.h"
#include "recognise/traits.h"

/* Longer runs of capitalised words are rarely names alone. */
enum {
    LONGEST_NAME = 4 /* tokens */,
    SHORTEST_WORD = 3 /* bytes */,
    OFTEN_CAPITAL = 6 /* of 7 */
};

/* So sure that the name stays; less than what the tagger is sure of. */
static const float TITLED = 0.7f;
/* Below it the tagger guesses, and what it says would be dropped. */
static const float GUESSED = 0.4f;

/* Whether the title at i is no part of the name of a thing, as in "General
 * Motors", "Prince Regent Street", "Justice Department". */
static bool is_sure_title(const ent_i_place *p, size_t i)
{
    const unsigned other = ENT_I_TITLE_NAME | ENT_I_TITLE_MOD |
                           ENT_I_TITLE_COMP | ENT_I_TITLE_CAPITALS;
    const ent_i_token *t = &p->tokens[i];
    bool shortened = p->bytes[t->end - 1] == '.';
    if (t->kind != ENT_I_TOKEN_TITLE || p->tokens[i + 1].glued ||
        !(shortened || ent_i_place_word(p, i)->title))
        return false;
    const ent_i_lexeme *title = ent_i_place_title(p, i);
    return title && title->title & ENT_I_TITLE_HEAD && !(title->title & other);
}

/* Whether the texts don't have the word, or nearly always with a capital. */
static bool is_known_as_name(const ent_i_gazetteer *gazetteer, const char *word,
                             size_t size)
{
    ent_i_traits read;
    ent_i_traits_read(&read, gazetteer, word, size, ENT_I_TOKEN_TITLE);
    return !read.entry.caps || read.entry.caps >= OFTEN_CAPITAL;
}

/* A capitalised word that is nothing but a name. */
static bool is_plain_name(const ent_i_place *p,
                          const ent_i_gazetteer *gazetteer, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    size_t size = t->end - t->start;
    return t->kind == ENT_I_TOKEN_TITLE && size >= SHORTEST_WORD &&
           p->bytes[t->end - 1] != '.' &&
           !(word->grammar || word->use || word->title || word->announces ||
             word->press || word->calendar || word->organisation) &&
           is_known_as_name(gazetteer, p->bytes + t->start, size);
}

/* The end of the name that begins at token i; i when none does. */
static size_t end_of_name(const ent_i_place *p,
                          const ent_i_gazetteer *gazetteer, size_t i)
{
    size_t end = i;
    while (end < p->count && is_plain_name(p, gazetteer, end)) {
        end++;
        if (end + 1 < p->count && ent_i_place_hyphen(p, end) &&
            p->tokens[end].glued && p->tokens[end + 1].glued)
            end++;
    }
    bool goes_on = end < p->count && (ent_i_is_name_word(&p->tokens[end]) ||
                                      ent_i_place_hyphen(p, end));
    return goes_on || end > i + LONGEST_NAME ? i : end;
}

/* The end of the name that begins at token i and has particles in lower case
 * before its surname: "Joris ten Haven"; i when none does. */
static size_t end_of_particles(const ent_i_place *p,
                               const ent_i_gazetteer *gazetteer, size_t i)
{
    size_t surname = i + 1;
    while (surname < p->count && p->tokens[surname].kind == ENT_I_TOKEN_LOWER &&
           ent_i_place_word(p, surname)->name & ENT_I_NAME_PARTICLE &&
           !ent_i_place_has(p, surname, ENT_I_U_OF))
        surname++;
    if (surname == i + 1 || !is_plain_name(p, gazetteer, i))
        return i;
    size_t end = end_of_name(p, gazetteer, surname);
    return end > surname ? end : i;
}

/* The mentions of the sentence that overlap tokens [first, end): their number,
 * and the last of them. */
static size_t find_held(const ent_i_place *p, ent_mention *mentions, size_t n,
                        size_t first, size_t end, ent_mention **last)
{
    size_t held = 0;
    for (size_t i = 0; i < n; i++) {
        ent_mention *m = &mentions[i];
        if (m->start < p->tokens[end - 1].end &&
            m->end > p->tokens[first].start) {
            *last = m;
            held++;
        }
    }
    return held;
}

/* Whether the mention is open to correction: a doubtful one, of the name or a
 * part of it, or of title and name. */
static bool is_open(const ent_i_place *p, const ent_mention *held,
                    const ent_mention *made)
{
    if (held->confidence >= TITLED || held->end > made->end)
        return false;
    if (held->start >= made->start)
        return held->type == ENT_PERSON || held->confidence < GUESSED;
    return held->type != ENT_PERSON && held->end == made->end &&
           ent_i_place_title(p, ent_i_place_after(p, held->start));
}

/* A sentence and its mentions. */
typedef struct passage {
    ent_i_place p;
    uint32_t sentence;
    size_t from; /* its first mention */
    size_t n;    /* how many it has */
} passage;

/* Makes tokens [first, end) a person, unless a person or something longer than
 * them and the title at token `from` holds them already. */
static bool add_person(ent_article *article, const passage *in, size_t from,
                       size_t first, size_t end)
{
    const ent_i_place *p = &in->p;
    ent_mention *held = NULL;
    ent_mention made = {.size = sizeof made,
                        .start = p->tokens[first].start,
                        .end = p->tokens[end - 1].end,
                        .sentence = in->sentence,
                        .cluster = ENT_NONE,
                        .confidence = TITLED,
                        .type = ENT_PERSON,
                        .field = article->sentences.items[in->sentence].field};
    size_t count = in->n ? find_held(p, article->mentions.items + in->from,
                                     in->n, from, end, &held)
                         : 0;
    if (count == 0)
        return ent_i_vec_push(&article->mentions, made);
    if (count == 1 && is_open(p, held, &made)) {
        made.honorific_start = made.honorific_end = made.start;
        *held = made;
    }
    return true;
}

/* The person that the form of the words from token i on shows. */
static bool add_shown(ent_article *article, const passage *in,
                      const ent_i_gazetteer *gazetteer, size_t i)
{
    const ent_i_place *p = &in->p;
    if (p->tokens[i].kind != ENT_I_TOKEN_TITLE)
        return true;
    size_t first = is_sure_title(p, i) ? i + 1 : i;
    size_t end = first > i ? end_of_name(p, gazetteer, first)
                           : end_of_particles(p, gazetteer, first);
    return end == first || add_person(article, in, i, first, end);
}

/* Goes on to a sentence; `found` mentions are sorted. */
static void enter(passage *in, const ent_article *article,
                  const ent_i_text *text, uint32_t sentence, size_t found)
{
    const ent_mention *mentions = article->mentions.items;
    ent_field field = (ent_field)article->sentences.items[sentence].field;
    size_t first = text->first.items[sentence];
    in->p.bytes = ent_article_field(article, field);
    in->p.tokens = text->tokens.items + first;
    in->p.count = text->first.items[sentence + 1] - first;
    in->sentence = sentence;
    in->from += in->n;
    for (in->n = 0; in->from + in->n < found; in->n++)
        if (mentions[in->from + in->n].sentence != sentence)
            break;
}

ent_status ent_i_titled_apply(ent_article *article, const ent_i_text *text,
                              const ent_i_gazetteer *gazetteer,
                              ent_error *error)
{
    size_t found = article->mentions.n;
    passage in = {.p = {.text = text}};
    for (uint32_t s = 0; s < article->sentences.n && s + 1u < text->first.n;
         s++) {
        enter(&in, article, text, s, found);
        for (size_t i = 0; i + 1 < in.p.count; i++)
            if (!add_shown(article, &in, gazetteer, i))
                return ent_i_no_memory(error, "recognise");
    }
    if (article->mentions.n > found)
        ent_i_mentions_place(article);
    return ENT_OK;
}
