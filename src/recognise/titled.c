/* The tagger doesn't know every name of the world, and takes "Inspector Adeyo"
 * for a firm or for nothing. Behind a title that is nothing else stands a
 * person, and so it does where particles join two words of names. */
#include "recognise/titled.h"

#include "core/ascii.h"
#include "core/error.h"
#include "core/map.h"
#include "recognise/annotated.h"
#include "recognise/claim.h"
#include "recognise/given.h"
#include "recognise/labels.h"
#include "recognise/titles.h"
#include "recognise/traits.h"

/* Longer runs of capitalised words are rarely names alone. */
enum {
    LONGEST_NAME = 4 /* tokens */,
    SHORTEST_WORD = 3 /* bytes */,
    LONGEST_COURTESY = 3, /* bytes: "Mrs" */
    OFTEN_CAPITAL = 6     /* of 7 */
};

static bool is_cased(const ent_i_token *t)
{
    return t->kind == ENT_I_TOKEN_TITLE || t->kind == ENT_I_TOKEN_UPPER;
}

/* "Lord and Lady Roe": behind another title it is one too. */
static bool is_second_title(const ent_i_place *p, size_t i)
{
    if (i < 2 || !ent_i_place_has(p, i - 1, ENT_I_U_AND))
        return false;
    const ent_i_lexeme *first = ent_i_place_title(p, i - 2);
    const ent_i_lexeme *second = ent_i_place_title(p, i);
    return first && first->title & ENT_I_TITLE_HEAD &&
           p->tokens[i - 2].kind == ENT_I_TOKEN_TITLE && second &&
           second->title_gender == ENT_I_FEMALE;
}

/* Whether a thing named after somebody follows: "Queen Anne's County". */
static bool is_owner(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return i + 1 < p->count &&
           ent_i_is_possessive(p->bytes + t->start, t->end - t->start) &&
           ent_i_is_name_word(&t[1]);
}

/* Whether the lexicon has the word behind the title as a given name of the
 * title's gender, whatever else it is: "Princess Sofia". */
static bool is_hers(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *title = ent_i_place_title(p, i);
    return title && title->title_gender &&
           title->title_gender & ent_i_place_word(p, i + 1)->given_gender;
}

/* Whether a monarch's title stands at token i before a given name, or before
 * one with a number. */
static bool tells_whom(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                       size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return t->kind == ENT_I_TOKEN_TITLE && ent_i_place_reigns(p, i) &&
           t[1].kind == ENT_I_TOKEN_TITLE && !is_owner(p, i + 2) &&
           (ent_i_place_number(p, i + 2) || is_hers(p, i) ||
            ent_i_is_given_word(p, gazetteer, i + 1));
}

/* Whether token i ends a title of several words. Most tokens are ruled out by
 * the one before. */
static bool ends_words(const ent_i_place *p, size_t i)
{
    return i > 0 &&
           (is_cased(&p->tokens[i - 1]) || ent_i_place_hyphen(p, i - 1) ||
            ent_i_place_has(p, i - 1, ENT_I_U_OF)) &&
           ent_i_title_first(p, i) < i;
}

/* Whether the title at i is no part of the name of a thing, as in "General
 * Motors", "Prince Regent Street", "Justice Department". */
static bool is_sure_title(const ent_i_place *p,
                          const ent_i_gazetteer *gazetteer, size_t i)
{
    const unsigned usual =
        ENT_I_TITLE_MOD | ENT_I_TITLE_COMP | ENT_I_TITLE_CAPITALS;
    const ent_i_token *t = &p->tokens[i];
    bool shortened = p->bytes[t->end - 1] == '.';
    if (!is_cased(t) || !is_cased(&t[1]) || t[1].glued ||
        !(shortened || ent_i_place_title(p, i) || ends_words(p, i)))
        return false;
    bool name = is_second_title(p, i) || tells_whom(p, gazetteer, i) ||
                (ent_i_place_reigns(p, i) && !is_owner(p, i + 2) &&
                 !ent_i_is_thing_word(p, gazetteer, i + 1));
    unsigned other = name ? usual : usual | ENT_I_TITLE_NAME;
    const ent_i_lexeme *title = ent_i_place_title(p, i);
    /* "Justice Roe", if that is a name, "DC Roe", but not "General Mills". */
    if (title && title->title & (ENT_I_TITLE_COMP | ENT_I_TITLE_CAPITALS) &&
        ent_i_is_known_name(p, gazetteer, i + 1))
        other &= ~usual;
    return ends_words(p, i) || (title && title->title & ENT_I_TITLE_HEAD &&
                                !(title->title & other));
}

/* Whether the texts don't have the word, or nearly always with a capital. */
static bool is_known_as_name(const ent_i_gazetteer *gazetteer, const char *word,
                             size_t size)
{
    const ent_i_entry *entry =
        ent_i_traits_entry(gazetteer, word, size, ENT_I_TOKEN_TITLE);
    return !entry || !entry->caps || entry->caps >= OFTEN_CAPITAL;
}

/* A capitalised word that is nothing but a name; without a gazetteer, as far as
 * the lexicon goes. */
static bool is_plain_name(const ent_i_place *p,
                          const ent_i_gazetteer *gazetteer, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    size_t size = t->end - t->start;
    return is_cased(t) && size >= SHORTEST_WORD &&
           p->bytes[t->end - 1] != '.' &&
           !(word->grammar || word->use || word->title || word->announces ||
             word->press || word->calendar || word->organisation ||
             word->verb) &&
           (!gazetteer ||
            is_known_as_name(gazetteer, p->bytes + t->start, size));
}

/* Any word behind "Mr." is a name, if it is no title: "Mr. Long". Longer words
 * stand before other things, too: "Miss Universe". */
static bool is_addressed(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    bool period = p->bytes[t->end - 1] == '.';
    bool suffix = i > 0 && ent_i_is_name_word(&t[-1]); /* "Ann Roe Sr." */
    return !suffix && ent_i_is_courtesy(ent_i_place_title(p, i)) &&
           ent_i_token_size(t) - period <= LONGEST_COURTESY &&
           t[1].kind == ENT_I_TOKEN_TITLE &&
           ent_i_token_size(&t[1]) >= SHORTEST_WORD &&
           !ent_i_place_word(p, i + 1)->title &&
           (i + 2 == p->count ||
            !(ent_i_is_name_word(&t[2]) || ent_i_place_hyphen(p, i + 2)));
}

/* Whether the name behind the title at i may be in capitals: "FBI Director CIA"
 * is none, unlike "Ms. ROE" and "JUDGE ROE". A title in capitals says nothing
 * of what is not. */
static bool suits(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    if (t->kind == ENT_I_TOKEN_UPPER || t[1].kind != ENT_I_TOKEN_UPPER)
        return t->kind == t[1].kind || t->kind != ENT_I_TOKEN_UPPER;
    return ent_i_is_courtesy(ent_i_place_title(p, i)) &&
           t[1].end - t[1].start > SHORTEST_WORD;
}

/* Whether token i, behind a name, may belong to it. Where everything is in
 * capitals, small words and verbs don't: "MINISTER ROE MET". */
static bool may_go_on(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    bool plain = word->grammar || word->use || word->verb;
    return ent_i_is_name_word(&p->tokens[i]) &&
           !(plain && p->tokens[i].kind == ENT_I_TOKEN_UPPER);
}

/* The end of the name that begins at token i; i when none does. Sure: its first
 * word is one, whatever texts say. */
static size_t end_of_name(const ent_i_place *p,
                          const ent_i_gazetteer *gazetteer, size_t i, bool sure)
{
    size_t end = i;
    while (end < p->count &&
           is_plain_name(p, sure && end == i ? NULL : gazetteer, end)) {
        end++;
        if (ent_i_place_joins(p, end))
            end++;
    }
    end += end == i + 1 && ent_i_place_number(p, end);
    bool goes_on =
        end < p->count && (may_go_on(p, end) || ent_i_place_hyphen(p, end));
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
    /* Behind a given name the surname may be any word. */
    bool given = ent_i_is_given_word(p, gazetteer, i);
    size_t end = end_of_name(p, gazetteer, surname, given);
    return end > surname ? end : i;
}

/* The end of the name that begins at token i and has another given name in
 * brackets: "Zhi (Howard) Hwang"; i when none does. */
static size_t end_of_brackets(const ent_i_place *p,
                              const ent_i_gazetteer *gazetteer, size_t i)
{
    size_t surname = i + 4;
    if (surname >= p->count || !ent_i_place_is(p, i + 1, "(") ||
        !ent_i_place_is(p, i + 3, ")") ||
        !ent_i_is_given_word(p, gazetteer, i + 2) || !is_plain_name(p, NULL, i))
        return i;
    size_t end = end_of_name(p, gazetteer, surname, true);
    return end > surname ? end : i;
}

/* Of two digits. */
static bool is_age(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    const char *at = p->bytes + t->start;
    return t->kind == ENT_I_TOKEN_NUMBER && ent_i_token_size(t) == 2 &&
           at[1] >= '0' && at[1] <= '9';
}

/* Whether token i is a surname with an age behind it: "Roe, 54, met". */
static bool is_aged(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                    size_t i)
{
    return i + 4 < p->count && ent_i_place_is(p, i + 1, ",") &&
           is_age(p, i + 2) && ent_i_place_is(p, i + 3, ",") &&
           p->tokens[i + 4].kind == ENT_I_TOKEN_LOWER &&
           (!i || !ent_i_is_name_word(&p->tokens[i - 1])) &&
           is_plain_name(p, gazetteer, i) &&
           !ent_i_is_thing_word(p, gazetteer, i);
}

/* Whether token i is a part of the name at the next one. */
static bool is_named_on(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    return ent_i_is_name_word(&p->tokens[i]) &&
           !(word->grammar || word->use || ent_i_place_title(p, i));
}

/* The end of a son's or a father's name that begins at token i, of two or three
 * words: "Ann Roe Jr.", but not "Ann Roe Jr. Day" or "the Ann Roe Jr.
 * memorial"; i when none does. */
static size_t end_of_junior(const ent_i_place *p,
                            const ent_i_gazetteer *gazetteer, size_t i)
{
    size_t end = i;
    while (end < p->count && end < i + 3 &&
           p->tokens[end].kind == ENT_I_TOKEN_TITLE &&
           !ent_i_place_suffix(p, end))
        end++;
    bool junior =
        end > i + 1 && ent_i_place_suffix(p, end) &&
        !(ent_i_place_word(p, end)->name & ENT_I_NAME_NUMBER) &&
        ent_i_is_given_word(p, gazetteer, i) &&
        !(i > 0 && (is_named_on(p, i - 1) ||
                    ent_i_place_has(p, i - 1, ENT_I_U_ARTICLE))) &&
        !(end + 1 < p->count && ent_i_is_name_word(&p->tokens[end + 1]));
    return junior ? end + 1 : i;
}

/* The person that marks behind the word at token i show. */
static bool add_marked(ent_article *article, const ent_i_passage *in,
                       const ent_i_gazetteer *gazetteer, size_t i)
{
    if (is_aged(&in->p, gazetteer, i))
        return ent_i_claim(article, in, i, i, i + 1, ENT_I_REIGNING);
    size_t end = end_of_brackets(&in->p, gazetteer, i);
    return end == i || ent_i_claim(article, in, i, i, end, ENT_I_BRACKETED);
}

/* Whether the word at token i, which may be a month or begin a question, is the
 * given name of somebody who is met: "asked May Roe", "told Will Roe". */
static bool is_met(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    const ent_i_lexeme *next = ent_i_place_word(p, i + 1);
    return i > 0 && t[-1].kind == ENT_I_TOKEN_LOWER &&
           ent_i_place_word(p, i - 1)->verb &&
           (word->month || word->grammar & ENT_I_W_MODAL) &&
           t->kind == ENT_I_TOKEN_TITLE && t[1].kind == ENT_I_TOKEN_TITLE &&
           !next->period && !next->grammar &&
           !(i + 2 < p->count && ent_i_is_name_word(&t[2]));
}

/* The person that the form of the words from token i on shows. */
static bool add_shown(ent_article *article, const ent_i_passage *in,
                      const ent_i_gazetteer *gazetteer, size_t i)
{
    const ent_i_place *p = &in->p;
    const ent_i_token *t = &p->tokens[i];
    if (!is_cased(t))
        return true;
    if (t[1].kind == ENT_I_TOKEN_PUNCT && t->kind == ENT_I_TOKEN_TITLE &&
        !t->list)
        return add_marked(article, in, gazetteer, i);
    size_t junior = end_of_junior(p, gazetteer, i);
    if (junior > i)
        return ent_i_claim(article, in, i, i, junior, ENT_I_LABELLED);
    if (is_met(p, i))
        return ent_i_claim(article, in, i, i, i + 2, ENT_I_REIGNING);
    size_t first = is_sure_title(p, gazetteer, i) ? i + 1 : i, end = first;
    float sure = ENT_I_TITLED;
    if (t->kind == ENT_I_TOKEN_TITLE)
        end = end_of_particles(p, gazetteer, first);
    if (end > first && ent_i_is_given_word(p, gazetteer, first))
        sure = ENT_I_REIGNING;
    bool named = end == first && first > i && suits(p, i);
    bool addressed = named && is_addressed(p, i);
    if (named)
        end = addressed ? first + 1 : end_of_name(p, gazetteer, first, false);
    if ((addressed && !ent_i_is_thing_word(p, gazetteer, first)) ||
        (first > i && tells_whom(p, gazetteer, i)))
        sure = ENT_I_REIGNING;
    return end == first || ent_i_claim(article, in, i, first, end, sure);
}

static bool begins_paragraph(const ent_article *article, uint32_t sentence)
{
    const ent_sentence *s = &article->sentences.items[sentence];
    return sentence == 0 || s->field != s[-1].field ||
           s->paragraph != s[-1].paragraph;
}

/* The speaker whose words the paragraph is. A heading such as "Private
 * Sydney:" looks like a label with a rank. */
static bool add_speaker(ent_article *article, const ent_i_passage *in)
{
    const ent_i_place *p = &in->p;
    size_t first, end;
    if (article->sentences.items[in->sentence].field != ENT_FIELD_TEXT ||
        !begins_paragraph(article, in->sentence) ||
        !ent_i_label_find(p, &first, &end))
        return true;
    bool sure = p->tokens[end - 1].kind != ENT_I_TOKEN_TITLE ||
                (first && ent_i_is_courtesy(ent_i_place_title(p, first - 1)));
    return ent_i_claim(article, in, 0, first, end,
                       sure ? ENT_I_LABELLED : ENT_I_TITLED);
}

/* "A. Ann Roe did", "ROE, J. Ann Roe appeals": the letter at token i is no
 * initial. */
static void drop_letter(ent_article *article, const ent_i_passage *in, size_t i)
{
    const ent_i_place *p = &in->p;
    size_t next = i + 1;
    next += next < p->count && ent_i_place_is(p, next, ".");
    for (size_t k = in->from; k < in->from + in->n; k++) {
        ent_mention *m = &article->mentions.items[k];
        if (m->start == p->tokens[i].start && next < p->count &&
            m->end > p->tokens[next].start)
            m->start = m->honorific_start = m->honorific_end =
                p->tokens[next].start;
    }
}

/* Where the next name of a list begins behind token i; i when none does. */
static size_t next_listed(const ent_i_place *p, size_t i)
{
    size_t next = i;
    next += next < p->count && ent_i_place_is(p, next, ",");
    next += next < p->count && ent_i_place_has(p, next, ENT_I_U_AND);
    return next > i && next < p->count &&
                   p->tokens[next].kind == ENT_I_TOKEN_TITLE
               ? next
               : i;
}

/* Whether a name of one word stands at token i. */
static bool is_single(const ent_i_place *p, size_t i)
{
    return p->tokens[i].kind == ENT_I_TOKEN_TITLE &&
           ent_i_token_size(&p->tokens[i]) >= SHORTEST_WORD &&
           !ent_i_place_title(p, i) &&
           !ent_i_is_day_or_month(ent_i_place_word(p, i)) &&
           (i + 1 == p->count || !(ent_i_is_name_word(&p->tokens[i + 1]) ||
                                   ent_i_place_hyphen(p, i + 1) ||
                                   ent_i_place_has(p, i + 1, ENT_I_U_OF)));
}

/* The persons of "Messrs. Roe, Poe and Field", by surnames alone, whose title
 * token i is. */
static bool add_several(ent_article *article, const ent_i_passage *in, size_t i)
{
    const ent_i_place *p = &in->p;
    const ent_i_lexeme *title = ent_i_place_title(p, i);
    size_t last = i + 1, names = 0;
    if (!title || !(title->title & ENT_I_TITLE_SEVERAL))
        return true;
    for (size_t k = last; is_single(p, k); k = next_listed(p, last)) {
        last = k + 1;
        names++;
        if (next_listed(p, last) == last)
            break;
    }
    bool ends = names > 1 && ent_i_place_has(p, last - 2, ENT_I_U_AND);
    bool ok = true;
    for (size_t k = i + 1; ends && ok && k < last; k = next_listed(p, k + 1))
        ok = ent_i_claim(article, in, k, k, k + 1, ENT_I_REIGNING);
    return ok;
}

/* The judges whose rank token i is. */
static bool add_bench(ent_article *article, const ent_i_passage *in, size_t i)
{
    size_t first, end;
    bool ok = true;
    if (!ent_i_is_bench(&in->p, i, &first))
        return true;
    if (in->p.tokens[i].kind == ENT_I_TOKEN_LETTER)
        drop_letter(article, in, i);
    while (ok && ent_i_judge_before(&in->p, &first, &end))
        ok = ent_i_claim(article, in, first, first, end, ENT_I_LABELLED);
    return ok;
}

/* Whether paragraphs begin with "Q." and with "A.". */
static bool is_hearing(const ent_article *article, const ent_i_text *text)
{
    bool asks = false, answers = false;
    ent_i_passage in = {.p = {.text = text}};
    for (uint32_t s = 0; s < article->sentences.n && s + 1u < text->first.n;
         s++) {
        ent_i_passage_enter(&in, article, text, s, 0);
        if (begins_paragraph(article, s)) {
            size_t at;
            asks |= ent_i_label_is(&in.p, 'Q', &at);
            answers |= ent_i_label_is(&in.p, 'A', &at);
        }
    }
    return asks && answers;
}

/* Adds the words of a full name, by the hash of their small letters. */
static bool add_words(ent_i_keymap *words, const ent_article *article,
                      const ent_i_text *text, const ent_i_gazetteer *gazetteer,
                      const ent_mention *m)
{
    ent_i_place p;
    bool ok = true;
    if (m->type != ENT_PERSON || m->confidence < ENT_I_TITLED ||
        !ent_i_place_find(&p, article, text, m) || p.end < p.first + 2)
        return true;
    for (size_t i = p.first; i < p.end && ok; i++) {
        ent_i_traits read;
        const ent_i_token *t = &p.tokens[i];
        ent_i_traits_read(&read, gazetteer, p.bytes + t->start,
                          t->end - t->start, t->kind);
        ok = t->kind == ENT_I_TOKEN_PUNCT ||
             ent_i_keymap_put(words, read.lower, 0) != NULL;
    }
    return ok;
}

/* "ROE:", "Ann:": a label of one word, of somebody whom the article names in
 * full. */
static bool add_short(ent_article *article, const ent_i_passage *in,
                      const ent_i_keymap *words,
                      const ent_i_gazetteer *gazetteer, size_t i)
{
    ent_i_traits read;
    const ent_i_token *t = &in->p.tokens[i];
    ent_i_traits_read(&read, gazetteer, in->p.bytes + t->start,
                      t->end - t->start, t->kind);
    return ent_i_keymap_get(words, read.lower) == ENT_I_ABSENT ||
           ent_i_claim(article, in, i, i, i + 1, ENT_I_LABELLED);
}

/* The names are collected when the first such label is met. */
static bool add_shorts(ent_article *article, const ent_i_text *text,
                       const ent_i_gazetteer *gazetteer)
{
    size_t found = article->mentions.n;
    ent_i_passage in = {.p = {.text = text}};
    ent_i_keymap words = {0};
    bool ok = true, filled = false;
    for (uint32_t s = 0;
         ok && s < article->sentences.n && s + 1u < text->first.n; s++) {
        size_t label;
        ent_i_passage_enter(&in, article, text, s, found);
        if (!begins_paragraph(article, s) ||
            !ent_i_label_is_short(&in.p, &label))
            continue;
        for (size_t k = 0; k < found && !filled && ok; k++)
            ok = add_words(&words, article, text, gazetteer,
                           &article->mentions.items[k]);
        filled = true;
        ok = ok && add_short(article, &in, &words, gazetteer, label);
    }
    ent_i_keymap_free(&words);
    if (article->mentions.n > found)
        ent_i_mentions_place(article);
    return ok;
}

ent_status ent_i_titled_apply(ent_article *article, const ent_i_text *text,
                              const ent_i_gazetteer *gazetteer,
                              ent_error *error)
{
    size_t found = article->mentions.n;
    ent_i_passage in = {.p = {.text = text}};
    bool hearing = is_hearing(article, text);
    for (uint32_t s = 0; s < article->sentences.n && s + 1u < text->first.n;
         s++) {
        ent_i_passage_enter(&in, article, text, s, found);
        if (!add_speaker(article, &in))
            return ent_i_no_memory(error, "recognise");
        size_t at;
        if (hearing && begins_paragraph(article, s) &&
            (ent_i_label_is(&in.p, 'A', &at) ||
             ent_i_label_is(&in.p, 'Q', &at)))
            drop_letter(article, &in, at);
        for (size_t i = 0; i < in.p.count; i++)
            if (!add_bench(article, &in, i) ||
                (i + 1 < in.p.count &&
                 !(add_shown(article, &in, gazetteer, i) &&
                   add_several(article, &in, i))))
                return ent_i_no_memory(error, "recognise");
    }
    /* Also where no mention is new: what was claimed may overlap others. */
    ent_i_mentions_place(article);
    return add_shorts(article, text, gazetteer)
               ? ENT_OK
               : ent_i_no_memory(error, "recognise");
}
