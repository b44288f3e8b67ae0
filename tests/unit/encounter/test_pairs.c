/* The places of pairs: persons stand in [brackets]. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/pairs.h"
#include "marked_article.h"
#include "unit/encounter/read_passage.h"

typedef struct found {
    size_t pairs;
    size_t counts[ENT_I_PEOPLE];
    ent_i_pair places[ENT_I_PEOPLE][ENT_I_PLACES];
} found;

static bool take(void *ctx, const ent_i_pair *places, size_t count)
{
    found *f = ctx;
    f->counts[f->pairs] = count;
    memcpy(f->places[f->pairs++], places, count * sizeof *places);
    return true;
}

static bool stop(void *ctx, const ent_i_pair *places, size_t count)
{
    take(ctx, places, count);
    return false;
}

static found pairs_of(const char *marked, ent_i_pair_fn *use, bool *whole)
{
    static ent_i_passage r;
    found f = {.pairs = 0};
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, NULL);
    read_passage(&r, article, &text, 0);
    *whole = ent_i_each_pair(&r, use, &f);
    ent_article_free(article);
    ent_i_text_free(&text);
    return f;
}

static void test_nearest_first(void **state)
{
    (void)state;
    bool whole;
    found f = pairs_of("[Ann Berg] said that [Bo Holm] rang and [Berg] wrote.",
                       take, &whole);
    assert_true(whole);
    assert_int_equal(f.pairs, 1);
    assert_int_equal(f.counts[0], 2);
    const ent_i_pair *places = f.places[0];
    assert_int_equal(places[0].nodes[0], 0);
    assert_int_equal(places[0].nodes[1], 3);
    assert_int_equal(places[0].people[0], 0);
    assert_int_equal(places[1].nodes[0], 3);
    assert_int_equal(places[1].nodes[1], 6);
    assert_int_equal(places[1].people[1], 2);
}

static uint32_t apart(const ent_i_pair *pair)
{
    return pair->nodes[1] - pair->nodes[0];
}

/* Of many places the nearest are kept. */
static void test_many(void **state)
{
    (void)state;
    bool whole;
    found f = pairs_of("[Ann Berg], [Berg], [Berg] and [Berg] saw that there "
                       "was [Bo Holm], [Holm] and [Holm].",
                       take, &whole);
    assert_int_equal(f.pairs, 1);
    assert_int_equal(f.counts[0], ENT_I_PLACES);
    for (size_t i = 1; i < ENT_I_PLACES; i++)
        assert_true(apart(&f.places[0][i - 1]) <= apart(&f.places[0][i]));
    assert_int_equal(apart(&f.places[0][0]), 5);
    assert_int_equal(apart(&f.places[0][ENT_I_PLACES - 1]), 11);
}

static void test_stop(void **state)
{
    (void)state;
    bool whole;
    found f = pairs_of("[Ann Berg] met [Bo Holm] and [Cy Lund].", stop, &whole);
    assert_false(whole);
    assert_int_equal(f.pairs, 1);
    f = pairs_of("[Ann Berg] met [Bo Holm] and [Cy Lund].", take, &whole);
    assert_int_equal(f.pairs, 3);
}

/* The features of the first two persons, at their nearest places. */
typedef struct seen {
    uint64_t keys[ENT_I_PAIR_KEYS];
    size_t n;
} seen;

static seen see(const char *marked)
{
    static ent_i_passage r;
    static ent_i_outline outline;
    found f = {.pairs = 0};
    seen s;
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, NULL);
    read_passage(&r, article, &text, 0);
    ent_i_outline_read(&outline, &r, NULL, 0);
    assert_false(ent_i_each_pair(&r, stop, &f));
    s.n = ent_i_pair_features(&outline, &f.places[0][0], s.keys);
    ent_article_free(article);
    ent_i_text_free(&text);
    return s;
}

static bool are_same(const seen *a, const seen *b)
{
    return a->n == b->n &&
           memcmp(a->keys, b->keys, a->n * sizeof *a->keys) == 0;
}

/* Features tell a place from a person or a mark, but no name from another. */
static void test_names(void **state)
{
    (void)state;
    seen one = see("[Ann Berg] met [Bo Holm] in {Asker}.");
    seen other = see("[Cy Lund] met [Di Moe] in {Bodin}.");
    seen person = see("[Ann Berg] met [Bo Holm] in [Di Moe].");
    assert_true(are_same(&one, &other));
    assert_false(are_same(&one, &person));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nearest_first),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_stop),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
