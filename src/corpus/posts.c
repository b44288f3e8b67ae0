#include "corpus/posts.h"

#include <string.h>

/* Words looked at before a title for one that says that it is no longer
 * held. */
enum { WORDS_BEFORE = 4 };
enum { STATE_WORDS = 2 }; /* of a name of a state */

static bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/* ---- before the name ---- */

const char *ent_i_post_word(const char *text, size_t *size)
{
    size_t start = *size;
    while (start && text[start - 1] != ' ')
        start--;
    *size -= start;
    return text + start;
}

uint8_t ent_i_post_titled(const ent_i_lexicon *lexicon, const char *title,
                          size_t size)
{
    const char *last = ent_i_post_word(title, &size);
    const ent_i_lexeme *word = ent_i_title_find(lexicon, last, size);
    unsigned use = word ? word->title : 0;
    /* "Senate President": of something else. */
    return (uint8_t)((use & ENT_I_TITLE_SEAT ? ENT_I_POST_SEAT : 0) |
                     (use & ENT_I_TITLE_RANK ? ENT_I_POST_RANK : 0) |
                     (use & ENT_I_TITLE_THRONE && last == title
                          ? ENT_I_POST_THRONE
                          : 0));
}

/* The word before `at` on the same line, without what ends a clause between
 * them; empty if there is none. *from is set to where it begins. */
static size_t word_before(const char *field, size_t at, size_t *from)
{
    while (at && strchr(" -", field[at - 1]))
        at--;
    size_t end = at;
    while (at && (is_letter(field[at - 1]) || field[at - 1] == '.'))
        at--;
    *from = at;
    return end - at;
}

static bool is_past(const ent_i_lexicon *lexicon, const char *field, size_t at)
{
    size_t size;
    for (int i = 0; i < WORDS_BEFORE && (size = word_before(field, at, &at));
         i++)
        if (ent_i_lexeme_of(lexicon, field + at, size)->name & ENT_I_NAME_PAST)
            return true;
    return false;
}

/* "Growth President Ann Roe" is not the head of a state. */
static bool is_of_something(const char *field, size_t at)
{
    size_t from;
    return word_before(field, at, &from) && field[from] >= 'A' &&
           field[from] <= 'Z';
}

/* ---- behind the name ---- */

static const char *skip(const char *at, const char *any)
{
    while (*at && strchr(any, *at))
        at++;
    return at;
}

/* The end of a word that may be a party or a state; periods are within. */
static const char *word_end(const char *at)
{
    while (is_letter(*at) || (*at == '.' && is_letter(at[-1])))
        at++;
    return at;
}

/* The state whose name begins at `at`; *end is set to the end of it. */
static const char *state_at(const ent_i_lexicon *lexicon, const char *at,
                            const char **end)
{
    const char *best = NULL, *stop = at;
    for (int words = 0; words < STATE_WORDS; words++) {
        const char *next = word_end(stop);
        const char *state =
            next > stop ? ent_i_state_called(lexicon, at, (size_t)(next - at))
                        : NULL;
        if (state) {
            best = state;
            *end = next;
        }
        stop = *next == ' ' ? next + 1 : next;
    }
    return best;
}

/* A period behind the word may end the sentence. */
static const ent_i_lexeme *lexeme(const ent_i_lexicon *lexicon, const char *at,
                                  const char *end)
{
    end -= end > at && end[-1] == '.';
    return ent_i_lexeme_of(lexicon, at, (size_t)(end - at));
}

/* What stands between a party's letter and its state: a hyphen or dash or, in
 * brackets, a comma; NULL for all else. */
static const char *skip_joint(const char *at, bool bracket)
{
    const char *end = skip(at, ". ");
    if (*end == '-' || *end == '/' || (*end == ',' && bracket))
        return skip(end + 1, " ");
    /* The hyphens and dashes from U+2010 to U+2015. */
    if (strncmp(end, "\xE2\x80", 2) == 0 && end[2] >= '\x90' &&
        end[2] <= '\x95')
        return skip(end + 3, " ");
    return NULL;
}

/* "(R-Mich.)", ", D-N.Y.,", "(R., Wis.)" */
static const char *state_of_party(const ent_i_lexicon *lexicon, const char *at)
{
    const char *open = skip(at, ", "), *end;
    bool bracket = *open == '(' || *open == '[';
    open += bracket;
    if (open == at || !is_letter(*open) || is_letter(open[1]) ||
        !(lexeme(lexicon, open, open + 1)->name & ENT_I_NAME_PARTY))
        return NULL;
    at = skip_joint(open + 1, bracket);
    return at ? state_at(lexicon, at, &end) : NULL;
}

/* ", an Ohio Republican", ", Ohio Republican" */
static const char *state_of_member(const ent_i_lexicon *lexicon, const char *at)
{
    if (at[0] != ',' || at[1] != ' ')
        return NULL;
    const char *word = at + 2, *end = word_end(word);
    if (lexeme(lexicon, word, end)->use & ENT_I_U_ARTICLE)
        word = skip(end, " ");
    const char *state = state_at(lexicon, word, &end);
    if (!state || *end != ' ')
        return NULL;
    word = end + 1;
    return lexeme(lexicon, word, word_end(word))->name & ENT_I_NAME_PARTY
               ? state
               : NULL;
}

/* "Rep. Jane Roe of Ohio" */
static const char *state_of_seat(const ent_i_lexicon *lexicon, const char *at)
{
    const char *word = skip(at, ", "), *end = word_end(word);
    return end > word && lexeme(lexicon, word, end)->use & ENT_I_U_OF
               ? state_at(lexicon, skip(end, " "), &end)
               : NULL;
}

ent_i_post ent_i_post_of(const ent_article *article, const ent_mention *m)
{
    const ent_i_lexicon *lexicon = ent_i_lexicon_of(article);
    const char *field = ent_article_field(article, (ent_field)m->field);
    bool titled =
        m->honorific_end > m->honorific_start && m->honorific_end <= m->start;
    size_t start = titled ? m->honorific_start : m->start;
    ent_i_post post = {0};
    if (titled)
        post.kinds =
            ent_i_post_titled(lexicon, field + start, m->honorific_end - start);
    if (post.kinds & ENT_I_POST_THRONE && is_of_something(field, start))
        post.kinds = 0;
    const char *behind = field + m->end;
    post.state = state_of_party(lexicon, behind);
    if (!post.state)
        post.state = state_of_member(lexicon, behind);
    if (!post.state && post.kinds & ENT_I_POST_SEAT)
        post.state = state_of_seat(lexicon, behind);
    if (post.state)
        post.kinds |= ENT_I_POST_STATE;
    if (post.kinds && is_past(lexicon, field, start))
        post = (ent_i_post){0};
    return post;
}
