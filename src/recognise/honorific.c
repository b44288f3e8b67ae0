/* The title before a name, read from its last word to its first. */
#include "recognise/place.h"
#include "recognise/titles.h"

/* Words after "of": "Secretary of Health and Human Services" has four. */
enum { LONGEST_COMPLEMENT = 6 };

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

/* Where a title of several words begins when i is its last one, the longest of
 * them; i + 1 when there is no such title. */
static size_t head_of_words(const ent_i_place *p, size_t i)
{
    size_t most = i < ENT_I_TITLE_TOKENS ? i : ENT_I_TITLE_TOKENS - 1;
    for (size_t first = i - most; first < i; first++) {
        const ent_i_lexeme *title = ent_i_place_titles(p, first, i);
        if (title && title->title & ENT_I_TITLE_HEAD)
            return first;
    }
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
    size_t first = head_of_words(&p, last);
    if (first > last)
        first = is_head(&p, last) ? last : head_before_complement(&p, last);
    if (first > last)
        return;
    first = extend_title(&p, first);
    mention->honorific_start = p.tokens[first].start;
    mention->honorific_end = p.tokens[last].end;
}
