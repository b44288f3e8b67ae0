/* Spans move by whole tokens: whatever a tagger or an outside program says, a
 * name then begins and ends with a word. */
#include "recognise/place.h"

#include <string.h>

#include "core/ascii.h"

enum { LONGEST_TITLE = 31 /* bytes, as the lexicon has them */ };

bool ent_i_place_is(const ent_i_place *p, size_t i, const char *mark)
{
    const ent_i_word *word = &p->text->book->words.items[p->tokens[i].word];
    return ent_i_ascii_is(word->bytes, word->size, mark);
}

bool ent_i_place_is_any(const ent_i_place *p, size_t i,
                        const char *const *marks, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (ent_i_place_is(p, i, marks[k]))
            return true;
    return false;
}

const ent_i_lexeme *ent_i_place_word(const ent_i_place *p, size_t i)
{
    return ent_i_token_lexeme(p->text, &p->tokens[i]);
}

bool ent_i_place_has(const ent_i_place *p, size_t i, uint32_t use)
{
    return ent_i_place_word(p, i)->use & use;
}

bool ent_i_place_suffix(const ent_i_place *p, size_t i)
{
    if (i >= p->count || p->tokens[i].kind == ENT_I_TOKEN_LOWER)
        return false;
    return ent_i_place_word(p, i)->name & ENT_I_NAME_AFTER;
}

bool ent_i_place_number(const ent_i_place *p, size_t i)
{
    if (i >= p->count || !(ent_i_place_word(p, i)->name & ENT_I_NAME_NUMBER))
        return false;
    const ent_i_token *t = &p->tokens[i];
    return t->kind == ENT_I_TOKEN_UPPER ||
           (t->kind == ENT_I_TOKEN_LETTER && t->end - t->start == 1 && i > 1 &&
            ent_i_place_reigns(p, i - 2));
}

bool ent_i_place_initial(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return t->kind == ENT_I_TOKEN_LETTER &&
           (p->bytes[t->end - 1] == '.' ||
            (i + 1 < p->count && p->tokens[i + 1].glued &&
             ent_i_place_is(p, i + 1, ".")));
}

bool ent_i_place_reigns(const ent_i_place *p, size_t i)
{
    if (!ent_i_is_name_word(&p->tokens[i]))
        return false;
    const ent_i_lexeme *title = ent_i_place_title(p, i);
    if (i && title && !(title->title & ENT_I_TITLE_REIGN))
        title = ent_i_place_titles(p, i - 1, i); /* "Grand Duke" */
    return title && title->title & ENT_I_TITLE_REIGN;
}

unsigned ent_i_place_organisation(const ent_i_place *p, size_t i)
{
    const char *word = p->bytes + p->tokens[i].start;
    size_t size = p->tokens[i].end - p->tokens[i].start;
    size -= size > 1 && word[size - 1] == '.';
    return ent_i_lexeme_of(p->text->book->lexicon, word, size)->organisation;
}

const ent_i_lexeme *ent_i_place_title(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    const ent_i_lexeme *word = p->text->book->words.items[t->word].title;
    if (!word ||
        (word->title & ENT_I_TITLE_CAPITALS && t->kind != ENT_I_TOKEN_UPPER))
        return NULL;
    bool period = p->bytes[t->end - 1] == '.' ||
                  (i + 1 < p->count && ent_i_place_is(p, i + 1, "."));
    return word->title & ENT_I_TITLE_PERIOD && !period ? NULL : word;
}

bool ent_i_place_apostrophe(const ent_i_place *p, size_t i)
{
    static const char *const marks[] = {"'", "\xe2\x80\x99"};
    return p->tokens[i].glued && ent_i_place_is_any(p, i, marks, 2);
}

/* Whether a hyphen stands in a word here, as far as what is before it goes, or
 * before it at a line's end. */
static bool is_in_compound(const ent_i_place *p, size_t i)
{
    if (ent_i_place_hyphen(p, i))
        return p->tokens[i].glued;
    return !ent_i_place_hyphen(p, i - 1) || p->tokens[i].glued ||
           ent_i_is_line_end(p->bytes, p->tokens[i - 1].end,
                             p->tokens[i].start);
}

const ent_i_lexeme *ent_i_place_titles(const ent_i_place *p, size_t first,
                                       size_t last)
{
    char words[LONGEST_TITLE];
    size_t n = 0;
    for (size_t i = first; i <= last; i++) {
        const ent_i_token *t = &p->tokens[i];
        size_t size = t->end - t->start;
        if (i > first && i < last && ent_i_place_apostrophe(p, i))
            continue;
        bool hyphen = i > first && !t->glued && !ent_i_place_hyphen(p, i - 1);
        if (n + size + hyphen > sizeof words ||
            (i > first && !is_in_compound(p, i)))
            return NULL;
        if (hyphen)
            words[n++] = '-';
        memcpy(words + n, p->bytes + t->start, size);
        n += size;
        if (size > 1 && strchr(".'", words[n - 1]))
            n--;
    }
    return ent_i_title_find(p->text->book->lexicon, words, n);
}

/* Letters without case count, since Arabic or Chinese names have no others. */
bool ent_i_is_name_word(const ent_i_token *token)
{
    return token->kind != ENT_I_TOKEN_PUNCT &&
           token->kind != ENT_I_TOKEN_NUMBER &&
           token->kind != ENT_I_TOKEN_LOWER;
}

bool ent_i_place_hyphen(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return t->end - t->start == 1 && p->bytes[t->start] == '-';
}

bool ent_i_place_joins(const ent_i_place *p, size_t i)
{
    return i + 1 < p->count && ent_i_place_hyphen(p, i) && p->tokens[i].glued &&
           p->tokens[i + 1].glued;
}

size_t ent_i_place_after(const ent_i_place *p, uint32_t byte)
{
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->tokens[middle].end > byte)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Callers leave spans that cut a word alone: half a word is no place to look
 * for a title. */
bool ent_i_place_find(ent_i_place *p, const ent_article *article,
                      const ent_i_text *text, const ent_mention *mention)
{
    size_t s = mention->sentence;
    *p = (ent_i_place){.text = text};
    if (s >= article->sentences.n || s + 1 >= text->first.n)
        return false;
    p->bytes = ent_article_field(article, (ent_field)mention->field);
    p->tokens = text->tokens.items + text->first.items[s];
    p->count = text->first.items[s + 1] - text->first.items[s];
    p->first = ent_i_place_after(p, mention->start);
    p->end = p->first;
    while (p->end < p->count && p->tokens[p->end].start < mention->end)
        p->end++;
    return p->first < p->end && p->tokens[p->first].start == mention->start &&
           p->tokens[p->end - 1].end == mention->end;
}
