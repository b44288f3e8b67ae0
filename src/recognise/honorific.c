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

/* The last word of a title whose last token is i: before "(ret.)", and before
 * the apostrophe of "Dato'". */
static size_t skip_marks(const ent_i_place *p, size_t i)
{
    size_t open = i;
    if (i > 2 && ent_i_place_is(p, i, ")")) {
        open -= 2 + ent_i_place_is(p, i - 1, ".");
        const ent_i_lexeme *word = ent_i_place_title(p, open + 1);
        return open && ent_i_place_is(p, open, "(") && word &&
                       word->title & ENT_I_TITLE_FORMER
                   ? open - 1
                   : i;
    }
    return i && p->tokens[i - 1].kind == ENT_I_TOKEN_TITLE &&
                   ent_i_place_apostrophe(p, i)
               ? i - 1
               : i;
}

/* Where a short form with a slash begins that ends at token i: "L/Cpl"; else
 * i. */
static size_t before_slash(const ent_i_place *p, size_t i)
{
    enum { LONGEST = 2 };
    bool slash = i > 1 && ent_i_place_is(p, i - 1, "/") && p->tokens[i].glued &&
                 p->tokens[i - 1].glued &&
                 ent_i_token_size(&p->tokens[i - 2]) <= LONGEST &&
                 ent_i_is_name_word(&p->tokens[i - 2]);
    return slash ? i - 2 : i;
}

/* Adds the words before a head: "Deputy Prime", "Lt.", "vice -", "Tan Sri". */
static size_t extend_title(const ent_i_place *p, size_t first)
{
    first = before_slash(p, first);
    while (first > 0) {
        /* "Vice-President", "Secretary-General": the hyphen is a token. */
        size_t i = skip_marks(p, first - 1);
        if (i > 0 && ent_i_place_hyphen(p, i) && p->tokens[i].glued)
            i--;
        size_t words = head_of_words(p, i);
        const ent_i_lexeme *word = ent_i_place_title(p, i);
        if (words > i &&
            (!word || !(word->title & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD)) ||
             (!(word->title & ENT_I_TITLE_MOD) &&
              (word->title & ENT_I_TITLE_NAME || !is_head(p, i)))))
            break;
        first = words > i ? i : words;
    }
    return first;
}

size_t ent_i_title_first(const ent_i_place *p, size_t last)
{
    last = skip_marks(p, last);
    size_t first = head_of_words(p, last);
    if (first > last)
        first = is_head(p, last) ? last : head_before_complement(p, last);
    return first > last ? first : extend_title(p, first);
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
    size_t first = ent_i_title_first(&p, last);
    if (first > last || (first == last && skip_marks(&p, last) < last))
        return;
    mention->honorific_start = p.tokens[first].start;
    mention->honorific_end = p.tokens[last].end;
}
