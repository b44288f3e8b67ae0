/* Tests an article by what is cheap first: date, language, source and address,
 * then its words. */
#include "source/choose.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "source/match.h"

struct ent_i_chooser {
    ent_choice choice;
    ENT_I_VEC(ent_i_match *) matches;
};

/* ---- patterns with * and ? ---- */

static UChar32 next_folded(const char *text, size_t *i, size_t size)
{
    UChar32 c;
    U8_NEXT_OR_FFFD(text, *i, size, c);
    return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

/* Goes back to the last star only, which is enough: what an earlier one could
 * skip, the last one can skip too. */
static bool fits(const char *pattern, const char *text, size_t size)
{
    size_t p = 0, t = 0, star = SIZE_MAX, from = 0, end = strlen(pattern);
    while (t < size) {
        size_t after_p = p, after_t = t;
        UChar32 wanted = p < end ? next_folded(pattern, &after_p, end) : -1;
        UChar32 found = next_folded(text, &after_t, size);
        if (wanted == '*') {
            star = p = after_p;
            from = t;
        } else if (wanted == '?' || wanted == found) {
            p = after_p;
            t = after_t;
        } else if (star != SIZE_MAX) {
            p = star;
            next_folded(text, &from, size);
            t = from;
        } else {
            return false;
        }
    }
    return strspn(pattern + p, "*") == end - p;
}

/* ---- the tests ---- */

/* The host within an address, "" when there is none. */
static const char *host_of(const char *url, size_t *size)
{
    const char *mark = strstr(url, "://");
    const char *host = mark ? mark + 3 : "";
    *size = strcspn(host, "/:?#");
    return host;
}

/* An article without a publisher goes by the host of its address, with or
 * without "www.". */
static bool fits_source(const char *pattern, const ent_article *article)
{
    size_t size;
    if (article->source && *article->source)
        return fits(pattern, article->source, strlen(article->source));
    const char *host = host_of(article->url ? article->url : "", &size);
    return fits(pattern, host, size) ||
           (strncmp(host, "www.", 4) == 0 && fits(pattern, host + 4, size - 4));
}

static bool fits_url(const char *pattern, const ent_article *article)
{
    return article->url && fits(pattern, article->url, strlen(article->url));
}

/* "en" fits "en-GB" too. Where nothing says otherwise, it is English. */
static bool fits_language(const char *wanted, const ent_article *article)
{
    const char *tag =
        article->language && *article->language ? article->language : "en";
    size_t size = strlen(wanted);
    return strlen(tag) >= size && fits(wanted, tag, size) &&
           (!tag[size] || strchr("-_", tag[size]));
}

/* One of the list has to fit; no list, or an empty one, takes all. */
static bool fits_one(const char *const *list, const ent_article *article,
                     bool (*fits_it)(const char *, const ent_article *))
{
    if (!list || !*list)
        return true;
    while (*list && !fits_it(*list, article))
        list++;
    return *list != NULL;
}

static bool in_time(const ent_choice *choice, ent_date date)
{
    return date >= choice->since &&
           (choice->until == ENT_NO_DATE || date <= choice->until);
}

static ent_status test_matches(const ent_i_chooser *chooser,
                               const ent_article *article, bool *out,
                               ent_error *error)
{
    ent_status status = ENT_OK;
    *out = chooser->matches.n == 0;
    for (size_t i = 0; !status && !*out && i < chooser->matches.n; i++)
        status =
            ent_i_match_test(chooser->matches.items[i], article, out, error);
    return status;
}

ent_status ent_i_choose(const ent_i_chooser *chooser,
                        const ent_article *article, ent_i_chosen *out,
                        ent_error *error)
{
    const ent_choice *choice = &chooser->choice;
    bool period = choice->since != ENT_NO_DATE || choice->until != ENT_NO_DATE;
    bool dated = article->date != ENT_NO_DATE;
    bool matches = false;
    *out = ENT_I_PASSED;
    if ((period && dated && !in_time(choice, article->date)) ||
        !fits_one(choice->languages, article, fits_language) ||
        !fits_one(choice->sources, article, fits_source) ||
        !fits_one(choice->urls, article, fits_url))
        return ENT_OK;
    ent_status status = test_matches(chooser, article, &matches, error);
    if (!status && matches)
        *out = period && !dated ? ENT_I_UNDATED : ENT_I_TAKEN;
    return status;
}

/* ---- making ---- */

static ent_status add_matches(ent_i_chooser *chooser, ent_error *error)
{
    const char *const *at = chooser->choice.matches;
    ent_status status = ENT_OK;
    for (; !status && at && *at; at++) {
        ent_i_match *match;
        status = ent_i_match_new(&match, *at, error);
        if (!status && !ent_i_vec_push(&chooser->matches, match)) {
            ent_i_match_free(match);
            status = ent_i_no_memory(error, "source");
        }
    }
    return status;
}

ent_status ent_i_chooser_new(ent_i_chooser **out, const ent_choice *choice,
                             ent_error *error)
{
    ent_i_chooser *made = ent_i_calloc(1, sizeof *made);
    if (!made)
        return ent_i_no_memory(error, "source");
    made->choice = (ent_choice)ENT_CHOICE_INIT;
    if (choice)
        memcpy(&made->choice, choice,
               choice->size < sizeof *choice ? choice->size : sizeof *choice);
    ent_status status = add_matches(made, error);
    if (status)
        ent_i_chooser_free(made);
    else
        *out = made;
    return status;
}

const ent_choice *ent_i_chooser_choice(const ent_i_chooser *chooser)
{
    return &chooser->choice;
}

ent_status ent_choice_check(const ent_choice *choice, ent_error *error)
{
    ent_i_chooser *made = NULL;
    ent_status status = ent_i_chooser_new(&made, choice, error);
    ent_i_chooser_free(made);
    return status;
}

void ent_i_chooser_free(ent_i_chooser *chooser)
{
    if (!chooser)
        return;
    for (size_t i = 0; i < chooser->matches.n; i++)
        ent_i_match_free(chooser->matches.items[i]);
    ent_i_vec_free(&chooser->matches);
    ent_i_free(chooser);
}
