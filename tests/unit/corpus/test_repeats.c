/* Sentences that stand in several articles. */
#include "unit/hand_corpus.h"

#include "corpus/repeats.h"

/* Where the sentences stand elsewhere, as "article.sentence " for each. */
static void check(const ent_corpus *corpus, const char *expected)
{
    ent_i_repeats repeats = {0};
    ent_i_string found = {0};
    assert_true(ent_i_string_adds(&found, ""));
    assert_true(ent_i_find_repeats(&repeats, corpus));
    for (uint32_t a = 0; a < corpus->articles.n; a++) {
        size_t n;
        const ent_i_repeat *in = ent_i_repeats_in(&repeats, a, &n);
        for (size_t i = 0; i < n; i++)
            assert_true(ent_i_string_addf(&found, "%u.%u ",
                                          (unsigned)in[i].article,
                                          (unsigned)in[i].sentence));
    }
    assert_string_equal(found.items, expected);
    ent_i_vec_free(&found);
    ent_i_repeats_free(&repeats);
}

static void test_the_same_words_repeat_however_they_are_marked(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "",
                 "b slept. The mayor told a that the ferry isn't safe.");
    hand_article(&corpus, NULL, "",
                 "The mayor told a that the\nferry \"isn\xe2\x80\x99t safe\".");
    hand_article(&corpus, NULL, "THE MAYOR TOLD a THAT THE FERRY ISN'T SAFE.",
                 "nothing.");
    hand_article(&corpus, NULL, "",
                 "The mayor told b that the ferry isn't safe.");
    check(&corpus, "0.1 1.0 2.0 ");
    corpus.count_copies = true;
    check(&corpus, "");
    hand_free(&corpus);
}

static void test_short_ones_and_those_without_names_do_not(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_actors(&corpus, "a");
    for (int i = 0; i < 2; i++)
        hand_article(&corpus, NULL, "",
                     "a woke up late on that day. "
                     "nobody at all knew what would become of it. "
                     "Then a woke up late on that day.");
    check(&corpus, "0.2 1.2 ");
    corpus.articles.items[1]->mentions.items[1].role = ENT_ROLE_FURNITURE;
    check(&corpus, "");
    hand_free(&corpus);
}

static void test_a_sentence_can_repeat_in_its_own_article(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_actors(&corpus, "a");
    hand_article(&corpus, NULL, "a opens the new bridge over the river.",
                 "yes. a opens the new bridge over the river.");
    check(&corpus, "0.0 0.2 ");
    hand_free(&corpus);
}

/* So many that the sieve leaves in some that stand alone. */
static void test_the_last_of_many_repeats_the_first(void **state)
{
    enum { MANY = 600 };
    ent_corpus corpus = {0};
    static char texts[MANY][64];
    (void)state;
    hand_actors(&corpus, "a");
    for (int i = 0; i < MANY; i++) {
        snprintf(texts[i], sizeof texts[i],
                 "a opens bridge number %d over the river.", i);
        hand_article(&corpus, NULL, "", texts[i]);
    }
    hand_article(&corpus, NULL, "", texts[0]);
    check(&corpus, "0.0 600.0 ");
    hand_free(&corpus);
}

static void test_nothing_repeats_in_nothing(void **state)
{
    ent_corpus corpus = {0};
    ent_i_repeats repeats = {0};
    (void)state;
    check(&corpus, "");
    assert_int_equal(ent_i_said_elsewhere(&repeats, &corpus, 0, 0, NULL, 0), 0);
}

static void test_each_failed_allocation_is_survived(void **state)
{
    ent_corpus corpus = {0};
    bool done = false;
    (void)state;
    hand_actors(&corpus, "a");
    for (int i = 0; i < 3; i++)
        hand_article(&corpus, NULL, "",
                     "a opens the new bridge over the river.");
    for (long nth = 1; !done; nth++) {
        ent_i_repeats repeats = {0};
        ent_i_memory_fail_from(nth);
        done = ent_i_find_repeats(&repeats, &corpus);
        ent_i_memory_fail_from(0);
        ent_i_repeats_free(&repeats);
        assert_true(nth < 20);
    }
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_words_repeat_however_they_are_marked),
        cmocka_unit_test(test_short_ones_and_those_without_names_do_not),
        cmocka_unit_test(test_a_sentence_can_repeat_in_its_own_article),
        cmocka_unit_test(test_the_last_of_many_repeats_the_first),
        cmocka_unit_test(test_nothing_repeats_in_nothing),
        cmocka_unit_test(test_each_failed_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
