/* What stands around the phrases of a pair: the same for all persons of a list,
 * and whatever their titles. Persons stand in [brackets]. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/pair_keys.h"
#include "marked_article.h"
#include "unit/encounter/read_passage.h"

typedef struct phrases {
    uint64_t keys[ENT_I_PAIR_KEYS];
    size_t n;
} phrases;

/* The node of the person with that last name. */
static uint32_t node_of(const ent_i_passage *r, const char *name)
{
    for (uint32_t i = 0; i < r->node_count; i++)
        if (r->nodes[i].what == ENT_I_PERSON &&
            strcmp(last_word(r->nodes[i].text), name) == 0)
            return i;
    fail_msg("nobody is named %s", name);
    return 0;
}

/* Reads the sentence, and what stands around the phrases of the two. */
static phrases around(const char *marked, const char *one, const char *two)
{
    static ent_i_passage r;
    static ent_i_outline outline;
    phrases out = {.n = 0};
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, NULL);
    read_passage(&r, article, &text, 0);
    ent_i_read_groups(&r);
    ent_i_outline_read(&outline, &r, NULL, 0);
    uint32_t i = node_of(&r, one), j = node_of(&r, two);
    ent_i_keys keys = {&outline, &r, i, j, r.nodes[i].group == r.nodes[j].group,
                       out.keys, 0};
    ent_i_add_phrases(&keys);
    out.n = keys.n;
    ent_article_free(article);
    ent_i_text_free(&text);
    return out;
}

static void assert_same(const phrases *a, const phrases *b)
{
    assert_int_equal(a->n, b->n);
    assert_memory_equal(a->keys, b->keys, a->n * sizeof *a->keys);
}

static void test_lists(void **state)
{
    (void)state;
    const char *marked = "On Monday [Ann Berg], [Bo Holm] and [Cy Lund] met "
                         "with [Di Moe] in Rome.";
    phrases first = around(marked, "berg", "moe");
    phrases second = around(marked, "holm", "moe");
    phrases third = around(marked, "lund", "moe");
    assert_true(first.n > 10);
    assert_same(&first, &second);
    assert_same(&first, &third);
    phrases within = around(marked, "berg", "holm");
    phrases others = around(marked, "holm", "lund");
    assert_same(&within, &others);
}

static void test_titles(void **state)
{
    (void)state;
    phrases plain = around("[Ann Berg] met [Bo Holm] in Rome.", "berg", "holm");
    phrases titled = around("The finance minister [Ann Berg] met [Bo Holm] "
                            "in Rome.",
                            "berg", "holm");
    assert_same(&plain, &titled);
}

static void test_differences(void **state)
{
    (void)state;
    phrases met = around("[Ann Berg] met [Bo Holm].", "berg", "holm");
    phrases with = around("[Ann Berg] met with [Bo Holm].", "berg", "holm");
    phrases list = around("[Ann Berg] and [Bo Holm] met.", "berg", "holm");
    assert_memory_not_equal(met.keys, with.keys, met.n * sizeof *met.keys);
    assert_int_not_equal(met.n, list.n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_differences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
