/* Finds the title before a name, from its last word to its first. */
#include <string.h>

#include "recognise/place.h"
#include "recognise/titles.h"

/* Words after "of": "Secretary of Health and Human Services" has four. */
enum { LONGEST_COMPLEMENT = 6, LONGEST_COMPOUND = 32 /* bytes */ };

/* Whether the word at i may be the last of a title. Some titles count in lower
 * case only after another title word ("attorney general"). */
static bool is_head(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_title(p, i);
    if (!word || !(word->title & ENT_I_TITLE_HEAD))
        return false;
    if (!(word->title & ENT_I_TITLE_UPPER) ||
        p->tokens[i].kind != ENT_I_TOKEN_LOWER)
        return true;
    const ent_i_lexeme *before = i ? ent_i_place_title(p, i - 1) : NULL;
    return before && before->title & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD);
}

/* Where "Secretary of Homeland Security" begins if i is its last word; i + 1
 * when there is no such title. */
static size_t head_before_complement(const ent_i_place *p, size_t i)
{
    size_t none = i + 1;
    for (size_t k = 0; k < LONGEST_COMPLEMENT && i > 0; k++, i--) {
        if (ent_i_place_has(p, i, ENT_I_U_OF))
            return k > 0 && is_head(p, i - 1) ? i - 1 : none;
        const ent_i_lexeme *word = ent_i_place_title(p, i);
        if (!(word && word->title & ENT_I_TITLE_COMP))
            return none;
    }
    return none;
}

/* Whether only a line end separates token i from the one before. */
static bool is_wrapped(const ent_i_place *p, size_t i)
{
    const char *gap = p->bytes + p->tokens[i - 1].end;
    size_t size = p->tokens[i].start - p->tokens[i - 1].end;
    return memchr(gap, '\n', size) && strspn(gap, " \r\n") >= size;
}

/* Whether the tokens from first to last, including hyphens, make one title
 * word. */
static bool is_compound(const ent_i_place *p, size_t first, size_t last)
{
    char word[LONGEST_COMPOUND];
    size_t n = 0;
    for (size_t i = first; i <= last; i++) {
        size_t size = p->tokens[i].end - p->tokens[i].start;
        if (n + size > sizeof word)
            return false;
        memcpy(word + n, p->bytes + p->tokens[i].start, size);
        n += size;
    }
    const ent_i_lexeme *title =
        ent_i_title_find(p->text->book->lexicon, word, n);
    return title && title->title & ENT_I_TITLE_HEAD;
}

/* Where "commander-in-chief" begins if i is its last word; i + 1 when there is
 * no such title. A line may end after a hyphen. */
static size_t head_with_hyphens(const ent_i_place *p, size_t i)
{
    size_t first = i;
    while (first > 1 && ent_i_place_hyphen(p, first - 1) &&
           p->tokens[first - 1].glued &&
           (p->tokens[first].glued || is_wrapped(p, first)))
        first -= 2;
    for (; first < i; first += 2)
        if (is_compound(p, first, i))
            return first;
    return i + 1;
}

/* Adds the words before a head: "Deputy Prime", "Lt.", "vice -". */
static size_t extend_title(const ent_i_place *p, size_t first)
{
    while (first > 0) {
        /* "Vice-President", "Secretary-General": the hyphen is a token. */
        size_t i = first - 1;
        if (i > 0 && ent_i_place_hyphen(p, i) && p->tokens[i].glued)
            i--;
        const ent_i_lexeme *word = ent_i_place_title(p, i);
        if (!word || !(word->title & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD)) ||
            (!(word->title & ENT_I_TITLE_MOD) && !is_head(p, i)))
            break;
        first = i;
    }
    return first;
}

void ent_i_honorific_find(const ent_article *article, const ent_i_text *text,
                          ent_mention *mention)
{
    ent_i_place p;
    mention->honorific_start = mention->honorific_end = mention->start;
    if (mention->type != ENT_PERSON)
        return;
    ent_i_place_find(&p, article, text, mention);
    if (mention->sentence >= article->sentences.n ||
        mention->sentence + 1u >= text->first.n || p.first == 0 ||
        p.first >= p.count)
        return;
    /* In pretokenised text the period of "Mr ." is a token. */
    size_t last = p.first - 1;
    if (last > 0 && ent_i_place_is(&p, last, ".") && is_head(&p, last - 1))
        last--;
    size_t first = head_with_hyphens(&p, last);
    if (first > last)
        first = is_head(&p, last) ? last : head_before_complement(&p, last);
    if (first > last)
        return;
    first = extend_title(&p, first);
    mention->honorific_start = p.tokens[first].start;
    mention->honorific_end = p.tokens[last].end;
}
