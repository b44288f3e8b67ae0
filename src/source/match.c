/* Words are found in a plain copy of the article: its words in folded case with
 * a blank around each, where every group of words is one search for a string.
 * Expressions are left to ICU, which reads UTF-8 in place. */
#include "source/match.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uregex.h>
#include <unicode/utf8.h>

#include "core/error.h"

/* ICU's unit is a number of steps that takes about a millisecond: no article
 * needs more than a second, but "(a+)+b" may need for ever. */
enum { MOST_STEPS = 1000 };

#define SOFT_HYPHEN 0xAD
/* Between fields, so that no group of words reaches over their border. */
#define FIELD_GAP "\n"

struct ent_i_match {
    URegularExpression *expression; /* NULL: words */
    ENT_I_VEC(ent_i_string) groups; /* " foreign policy " */
};

/* ---- words ---- */

static bool is_word(UChar32 c)
{
    return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK);
}

/* Room for a character and a blank must be there. */
static void add_plain(ent_i_string *out, UChar32 c, bool *within)
{
    size_t n = out->n;
    if (c == SOFT_HYPHEN)
        return;
    if (!is_word(c)) {
        *within = false;
        return;
    }
    if (!*within && out->items[n - 1] != ' ')
        out->items[n++] = ' ';
    *within = true;
    U8_APPEND_UNSAFE(out->items, n, u_foldCase(c, U_FOLD_CASE_DEFAULT));
    out->n = n;
}

/* Appends the words in folded case, each with a blank before it, and one blank
 * at the end. False when memory is out. */
static bool add_words(ent_i_string *out, const char *text, size_t size)
{
    bool within = false;
    /* A blank stands for at least one byte, and folding makes at most three
     * bytes of two. */
    if (!ent_i_string_adds(out, " ") || !ent_i_vec_reserve(out, 2 * size + 8))
        return false;
    for (size_t i = 0; i < size;) {
        UChar32 c;
        U8_NEXT_OR_FFFD(text, i, size, c);
        add_plain(out, c, &within);
    }
    return ent_i_string_adds(out, out->items[out->n - 1] == ' ' ? "" : " ");
}

/* The plain copy of title and text. */
static bool make_plain(ent_i_string *out, const ent_article *article)
{
    return add_words(out, article->title, article->title_size) &&
           ent_i_string_adds(out, FIELD_GAP) &&
           add_words(out, article->text, article->text_size);
}

static ent_status test_words(const ent_i_match *match,
                             const ent_article *article, bool *out,
                             ent_error *error)
{
    ent_i_string plain = {0};
    bool made = make_plain(&plain, article);
    *out = made;
    for (size_t i = 0; *out && i < match->groups.n; i++)
        *out = strstr(plain.items, match->groups.items[i].items) != NULL;
    ent_i_vec_free(&plain);
    return made ? ENT_OK : ent_i_no_memory(error, "source");
}

/* The size of the next group: what stands in quotes, or up to a blank. */
static size_t next_group(const char **at)
{
    *at += strspn(*at, " \t\r\n");
    if (**at != '"')
        return strcspn(*at, " \t\r\n\"");
    ++*at;
    return strcspn(*at, "\"");
}

/* Marks alone make no group: there is nothing to look for. */
static ent_status read_words(ent_i_match *match, const char *pattern,
                             ent_error *error)
{
    for (const char *at = pattern; *at;) {
        size_t size = next_group(&at);
        bool quoted = at > pattern && at[-1] == '"';
        ent_i_string group = {0};
        bool good = add_words(&group, at, size);
        bool empty = good && group.n == 1;
        at += size;
        at += quoted && *at == '"';
        if (good && !empty && ent_i_vec_push(&match->groups, group))
            continue;
        ent_i_vec_free(&group);
        if (!empty)
            return ent_i_no_memory(error, "source");
    }
    return match->groups.n ? ENT_OK
                           : ent_i_fail(error, ENT_ERR_ARGUMENT, "source",
                                        "expected words or /EXPRESSION/, "
                                        "found \"%s\"",
                                        pattern);
}

/* ---- expressions ---- */

static ent_status refuse(UErrorCode code, const UParseError *where,
                         const char *pattern, ent_error *error)
{
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return ent_i_no_memory(error, "source");
    return ent_i_fail(error, ENT_ERR_ARGUMENT, "source",
                      "expected a regular expression, found \"%s\" (%s at "
                      "character %d)",
                      pattern, u_errorName(code), (int)where->offset);
}

/* The slashes are left out. */
static ent_status read_expression(ent_i_match *match, const char *pattern,
                                  ent_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    UParseError where = {0};
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, pattern + 1, (int64_t)strlen(pattern) - 2, &code);
    match->expression = uregex_openUText(
        &text, UREGEX_CASE_INSENSITIVE | UREGEX_MULTILINE, &where, &code);
    utext_close(&text);
    return U_SUCCESS(code) ? ENT_OK : refuse(code, &where, pattern, error);
}

static bool find(URegularExpression *expression, const char *bytes, size_t size,
                 UErrorCode *code)
{
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, bytes, (int64_t)size, code);
    uregex_setUText(expression, &text, code);
    bool found = uregex_find(expression, -1, code);
    utext_close(&text);
    return found && U_SUCCESS(*code);
}

/* A copy for each article, since an expression holds the state of its search
 * and several threads share this one. The limit isn't copied. */
static ent_status test_expression(const ent_i_match *match,
                                  const ent_article *article, bool *out,
                                  ent_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    URegularExpression *copy = uregex_clone(match->expression, &code);
    uregex_setTimeLimit(copy, MOST_STEPS, &code);
    *out = U_SUCCESS(code) &&
           (find(copy, article->title, article->title_size, &code) ||
            find(copy, article->text, article->text_size, &code));
    uregex_close(copy);
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return ent_i_no_memory(error, "source");
    return U_SUCCESS(code)
               ? ENT_OK
               : ent_i_fail(error, ENT_ERR_LIMIT, "source",
                            "expected a simpler expression to match: this "
                            "one takes too long here (%s)",
                            u_errorName(code));
}

/* ---- both ---- */

static bool is_expression(const char *pattern)
{
    size_t size = strlen(pattern);
    return size > 2 && pattern[0] == '/' && pattern[size - 1] == '/';
}

ent_status ent_i_match_new(ent_i_match **out, const char *pattern,
                           ent_error *error)
{
    *out = ent_i_calloc(1, sizeof **out);
    if (!*out)
        return ent_i_no_memory(error, "source");
    ent_status status = (is_expression(pattern) ? read_expression : read_words)(
        *out, pattern, error);
    if (status) {
        ent_i_match_free(*out);
        *out = NULL;
    }
    return status;
}

ent_status ent_i_match_test(const ent_i_match *match,
                            const ent_article *article, bool *out,
                            ent_error *error)
{
    return (match->expression ? test_expression : test_words)(match, article,
                                                              out, error);
}

void ent_i_match_free(ent_i_match *match)
{
    if (!match)
        return;
    uregex_close(match->expression);
    for (size_t i = 0; i < match->groups.n; i++)
        ent_i_vec_free(&match->groups.items[i]);
    ent_i_vec_free(&match->groups);
    ent_i_free(match);
}
