#include "unit/hand_corpus.h"

#include "relate/counter.h"

static const ent_network_options DEFAULTS = ENT_NETWORK_OPTIONS_INIT;

static const ent_i_pair *find_pair(const ent_i_ties *ties, uint32_t a,
                                   uint32_t b)
{
    for (size_t i = 0; i < ties->pairs.n; i++)
        if (ties->pairs.items[i].source == a &&
            ties->pairs.items[i].target == b)
            return &ties->pairs.items[i];
    return NULL;
}

static uint32_t count_of(const ent_i_ties *ties, uint32_t a, uint32_t b)
{
    const ent_i_pair *pair = find_pair(ties, a, b);
    return pair ? pair->count : 0;
}

static void relate(ent_i_ties *ties, const ent_corpus *corpus,
                   const ent_network_options *options)
{
    ent_error error = {0};
    *ties = (ent_i_ties){0};
    assert_int_equal(ent_i_relate(ties, corpus, options, &error), ENT_OK);
}

static void test_sentences_hold_pairs_together(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    (void)state;
    hand_actors(&corpus, "abcd");
    hand_article(&corpus, "2014-03-02", "a and b.",
                 "a saw b and a saw c. b slept. c woke d.\nd.");
    hand_article(&corpus, "2014-03-01", "", "b with a.");
    relate(&ties, &corpus, &DEFAULTS);
    assert_int_equal(ties.pairs.n, 4);
    assert_int_equal(count_of(&ties, 0, 1), 3);
    assert_int_equal(find_pair(&ties, 0, 1)->articles, 2);
    assert_int_equal(count_of(&ties, 0, 2), 1);
    assert_int_equal(count_of(&ties, 1, 2), 1);
    assert_int_equal(count_of(&ties, 2, 3), 1);
    assert_int_equal(ties.windows, 6);
    assert_int_equal(ties.presence.items[0].windows, 3);
    assert_int_equal(ties.presence.items[0].mentions, 4);
    assert_int_equal(ties.presence.items[0].articles, 2);
    assert_int_equal(ties.presence.items[3].articles, 1);
    assert_int_equal(ties.first, ent_i_date(2014, 3, 1));
    assert_int_equal(ties.last, ent_i_date(2014, 3, 2));
    assert_int_equal(find_pair(&ties, 0, 1)->first, ent_i_date(2014, 3, 1));
    assert_int_equal(find_pair(&ties, 2, 3)->first, ent_i_date(2014, 3, 2));
    /* The newest article's evidence comes first. */
    const ent_i_sighting *seen = seen_of(&ties, find_pair(&ties, 0, 1));
    assert_int_equal(seen[0].article, 0);
    assert_int_equal(seen[0].sentence, 0);
    assert_int_equal(seen[1].article, 0);
    assert_int_equal(seen[1].sentence, 1);
    assert_int_equal(seen[2].article, 1);
    assert_near(seen[2].share, 1.0 / 3, 1e-6);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_measures_come_from_the_windows(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, NULL, "", "a b. a b. a b. a c. a. b. c. c.");
    relate(&ties, &corpus, &options);
    const ent_i_pair *pair = find_pair(&ties, 0, 1);
    /* 8 windows; a in 5, b in 4, both in 3. */
    assert_near(pair->weight, 3, 0);
    assert_near(hand_weight(&ties, pair, "jaccard"), 0.5, 1e-12);
    assert_near(hand_weight(&ties, pair, "npmi"), log(1.2) / log(8.0 / 3),
                1e-12);
    assert_near(hand_weight(&ties, pair, "llr"),
                hand_association("llr", 3, 5, 4, 8), 0);
    assert_near(pair->nearness, 3, 1e-12);
    assert_true(pair->first == ENT_NO_DATE && pair->last == ENT_NO_DATE);
    ent_i_ties_free(&ties);
    /* a and c are together less often than chance has it: no G2 weight. */
    options.weight = "llr";
    relate(&ties, &corpus, &options);
    assert_true(hand_weight(&ties, find_pair(&ties, 0, 2), "llr") > 0);
    assert_near(find_pair(&ties, 0, 2)->weight, 0, 0);
    assert_near(find_pair(&ties, 0, 1)->weight,
                hand_association("llr", 3, 5, 4, 8), 0);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_paragraphs_and_articles_are_wider(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abcd");
    hand_article(&corpus, NULL, "d.", "a one. two. b three. a b.\nc four.");
    options.window = ENT_WINDOW_PARAGRAPH;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, 1);
    assert_int_equal(ties.windows, 3);
    assert_int_equal(count_of(&ties, 0, 1), 1);
    /* The sentence with both is the evidence, and the closest. */
    const ent_i_sighting *seen = seen_of(&ties, ties.pairs.items);
    assert_int_equal(seen->sentence, 4);
    assert_int_equal(seen->last, 4);
    assert_near(ties.pairs.items[0].nearness, 1, 1e-12);
    ent_i_ties_free(&ties);

    options.window = ENT_WINDOW_ARTICLE;
    options.weight = "distance";
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, 6);
    assert_int_equal(ties.windows, 1);
    const ent_i_pair *pair = find_pair(&ties, 1, 2);
    assert_near(pair->weight, exp(-1), 1e-12);
    seen = seen_of(&ties, pair);
    assert_int_equal(seen->sentence, 4);
    assert_int_equal(seen->last, 5);
    /* Title and text make no common stretch: the text's sentence stands. */
    pair = find_pair(&ties, 0, 3);
    assert_near(pair->weight, exp(-1), 1e-12);
    seen = seen_of(&ties, pair);
    assert_int_equal(seen->sentence, 1);
    assert_int_equal(seen->last, 1);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_each_sentence_with_both_is_evidence(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "", "a b. x. a b a. b.");
    hand_article(&corpus, NULL, "", "b a.");
    options.window = ENT_WINDOW_ARTICLE;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.items[0].count, 2);
    assert_int_equal(ties.sightings.n, 3);
    assert_near(ent_i_sighting_at(&ties.sightings, 0).share, 0.25, 1e-6);
    assert_near(ent_i_sighting_at(&ties.sightings, 1).share, 0.25, 1e-6);
    assert_near(ent_i_sighting_at(&ties.sightings, 2).share, 0.5, 1e-6);
    ent_i_ties_free(&ties);
    /* By articles each article has half, however often it names them. */
    options.window = ENT_WINDOW_SENTENCE;
    options.weight = "articles";
    relate(&ties, &corpus, &options);
    assert_near(ties.pairs.items[0].weight, 2, 0);
    assert_near(ent_i_sighting_at(&ties.sightings, 1).share, 0.25, 1e-6);
    assert_near(ent_i_sighting_at(&ties.sightings, 2).share, 0.5, 1e-6);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_far_names_are_shown_by_the_later(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "", "a. x. x. x. x. x. b.");
    options.window = ENT_WINDOW_ARTICLE;
    relate(&ties, &corpus, &options);
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 0).sentence, 6);
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 0).last, 6);
    assert_near(ties.pairs.items[0].nearness, exp(-6), 1e-12);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_shares_sum_to_one_however_far(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_i_string text = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "ab");
    assert_true(ent_i_string_adds(&text, "a."));
    for (int i = 0; i < 150; i++)
        assert_true(ent_i_string_adds(&text, " x."));
    assert_true(ent_i_string_adds(&text, " b."));
    hand_article(&corpus, NULL, "", text.items);
    hand_article(&corpus, NULL, "", text.items);
    options.window = ENT_WINDOW_ARTICLE;
    options.weight = "distance";
    relate(&ties, &corpus, &options);
    assert_true(ties.pairs.items[0].weight > 0);
    assert_near(ent_i_sighting_at(&ties.sightings, 0).share, 0.5, 0);
    assert_near(ent_i_sighting_at(&ties.sightings, 1).share, 0.5, 0);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
    ent_i_vec_free(&text);
}

static void check_words(const char *text, uint32_t words, uint32_t expected)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "", text);
    options.window = ENT_WINDOW_WORDS;
    options.window_words = words;
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), expected);
    for (size_t i = 0; i < ties.pairs.n; i++)
        assert_true(ties.pairs.items[i].count <=
                    ties.presence.items[0].windows);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_words_use_each_mention_once(void **state)
{
    (void)state;
    check_words("a x b.", 1, 0);
    check_words("a x b.", 2, 1);
    check_words("a x b.", UINT32_MAX, 1);
    check_words("a b.", 1, 1);
    check_words("a b a.", 5, 1);
    check_words("a b a b.", 5, 2);
    check_words("a a b b.", 5, 1);
    check_words("a a b a.", 5, 1);
    check_words("a. x x x x\n b.", 4, 0);
    check_words("a. x x x x\n b.", 5, 1);
}

static void test_words_stay_in_their_field(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, NULL, "a.", "b one two. three c.");
    options.window = ENT_WINDOW_WORDS;
    options.window_words = 4;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, 1);
    const ent_i_pair *pair = find_pair(&ties, 1, 2);
    assert_non_null(pair);
    assert_near(pair->nearness, exp(-1), 1e-12);
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 0).sentence, 1);
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 0).last, 2);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_only_the_story_and_the_chosen_count(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abcdef");
    corpus.actors.items[1].type = ENT_ORG;
    corpus.actors.items[2].dropped = true;
    ent_article *article = hand_article(&corpus, NULL, "", "a b c d e f.");
    article->mentions.items[3].role = ENT_ROLE_BYLINE;
    *hand_assigned(&corpus, 0, 4) = ENT_NONE;
    *hand_assigned(&corpus, 0, 5) = ENT_NONE;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, 0);
    assert_int_equal(ties.windows, 1);
    ent_i_ties_free(&ties);
    options.types = 1u << ENT_PERSON | 1u << ENT_ORG;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, 1);
    assert_int_equal(count_of(&ties, 0, 1), 1);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_dates_and_copies_decide_which_articles_count(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, "2014-01-01", "", "a b.");
    hand_article(&corpus, "2014-01-05", "", "a b.");
    hand_article(&corpus, "2014-01-06", "", "a b.");
    hand_article(&corpus, "2014-01-07", "", "a b.");
    hand_article(&corpus, NULL, "", "a b.");
    corpus.copy_of.items[1] = corpus.copy_of.items[2] = 0;
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 3);
    assert_int_equal(ties.plan.copies, 2);
    assert_int_equal(ties.plan.undated, 0);
    /* Undated evidence comes last. */
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 2).article, 4);
    ent_i_ties_free(&ties);
    corpus.count_copies = true;
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 5);
    ent_i_ties_free(&ties);
    corpus.count_copies = false;
    /* The original is out of time: one of its copies counts for it. */
    options.since = ent_i_date(2014, 1, 5);
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 2);
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 1).article, 1);
    assert_int_equal(ties.plan.undated, 1);
    assert_int_equal(ties.plan.copies, 1);
    ent_i_ties_free(&ties);
    options.until = ent_i_date(2014, 1, 6);
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 1);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

/* The first one by date counts, of those that are asked for. */
static void test_a_sentence_of_several_articles_counts_once(void **state)
{
    static const char said[] = "It is said that a never met b in person.";
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, "2014-01-09", "", said);
    hand_article(&corpus, "2014-01-05", "", said);
    hand_article(&corpus, "2014-01-06", "",
                 "c saw a. It is said that a never met b in person.");
    for (uint32_t i = 0; i < 3; i++) {
        ent_article *article = corpus.articles.items[i];
        hand_encounter(article, ENT_MEET, ENT_DENIED, i == 2,
                       (uint32_t)article->mentions.n - 2,
                       (uint32_t)article->mentions.n - 1);
    }
    options.standings = ENT_ALL;
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 1);
    assert_int_equal(count_of(&ties, 0, 2), 1);
    assert_int_equal(find_pair(&ties, 0, 1)->encounters[ENT_MEET], 1);
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 0).article, 1);
    assert_int_equal(ties.presence.items[0].mentions, 2);
    assert_int_equal(ties.presence.items[1].articles, 1);
    assert_int_equal(ties.repeated, 2);
    ent_i_ties_free(&ties);
    options.since = ent_i_date(2014, 1, 6);
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 1);
    assert_int_equal(ent_i_sighting_at(&ties.sightings, 0).article, 2);
    ent_i_ties_free(&ties);
    options.ties = ENT_TIES_ENCOUNTER;
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 1);
    ent_i_ties_free(&ties);
    corpus.count_copies = true;
    options = DEFAULTS;
    relate(&ties, &corpus, &options);
    assert_int_equal(count_of(&ties, 0, 1), 3);
    assert_int_equal(ties.repeated, 0);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_encounters_make_ties_of_their_own(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abc");
    ent_article *article =
        hand_article(&corpus, "2014-01-01", "", "a b c. a. he saw c. b c.");
    /* Stated in no order: evidence comes in that of the text. */
    hand_encounter(article, ENT_CALL, ENT_PLANNED, 3, 5, 6);
    hand_encounter(article, ENT_MEET, ENT_HELD, 2, 3, 4);
    hand_encounter(article, ENT_MEET, ENT_HELD, 0, 0, 2);
    hand_encounter(article, ENT_MEET, ENT_DENIED, 0, 0, 1);
    options.ties = ENT_TIES_ENCOUNTER;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.windows, 3);
    assert_int_equal(ties.pairs.n, 2);
    const ent_i_pair *pair = find_pair(&ties, 0, 2);
    assert_int_equal(pair->count, 2);
    assert_int_equal(pair->encounters[ENT_MEET], 2);
    assert_near(pair->nearness, 1 + exp(-1), 1e-12);
    const ent_i_sighting *seen = seen_of(&ties, pair);
    assert_int_equal(seen[0].sentence, 0);
    assert_int_equal(seen[0].encounter, 2);
    assert_int_equal(seen[1].encounter, 1);
    assert_int_equal(ties.presence.items[0].mentions, 2);
    assert_int_equal(ties.presence.items[0].windows, 2);
    ent_i_ties_free(&ties);
    options.kinds = 1u << ENT_CALL;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, 1);
    assert_int_equal(count_of(&ties, 1, 2), 1);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_windows_show_their_encounters(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    (void)state;
    hand_actors(&corpus, "abc");
    ent_article *article =
        hand_article(&corpus, "2014-01-01", "", "a b c. a b. he saw c.");
    hand_encounter(article, ENT_MEET, ENT_HELD, 1, 3, 4);
    hand_encounter(article, ENT_CALL, ENT_HELD, 1, 3, 4);
    hand_encounter(article, ENT_JOINT, ENT_PLANNED, 2, 3, 5);
    hand_encounter(article, ENT_MEET, ENT_DENIED, 0, 1, 2);
    relate(&ties, &corpus, &DEFAULTS);
    /* What is denied is shown, but does not count. */
    const ent_i_pair *pair = find_pair(&ties, 1, 2);
    assert_int_equal(pair->encounters[ENT_MEET], 0);
    assert_int_equal(
        ent_i_sighting_at(&ties.sightings, pair->first_sighting).encounter, 3);
    pair = find_pair(&ties, 0, 1);
    assert_int_equal(pair->count, 2);
    assert_int_equal(pair->encounters[ENT_MEET], 1);
    assert_int_equal(pair->encounters[ENT_CALL], 1);
    const ent_i_sighting *seen = seen_of(&ties, pair);
    assert_int_equal(seen[0].encounter, 0);
    assert_int_equal(seen[1].encounter, ENT_NONE);
    /* An encounter counts for a tie that windows make, wherever it stands. */
    assert_int_equal(find_pair(&ties, 0, 2)->encounters[ENT_JOINT], 1);
    assert_int_equal(ties.pairs.n, 3);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_encounters_alone_make_no_window(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    (void)state;
    hand_actors(&corpus, "ab");
    ent_article *article = hand_article(&corpus, NULL, "", "a. he saw b.");
    hand_encounter(article, ENT_MEET, ENT_HELD, 1, 0, 1);
    relate(&ties, &corpus, &DEFAULTS);
    assert_int_equal(ties.pairs.n, 0);
    assert_int_equal(ties.presence.items[1].mentions, 1);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_nothing_gives_nothing(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    (void)state;
    relate(&ties, &corpus, &DEFAULTS);
    assert_int_equal(ties.pairs.n + ties.windows + ties.articles, 0);
    assert_true(ties.first == ENT_NO_DATE);
    ent_i_ties_free(&ties);
    hand_article(&corpus, NULL, "", "");
    relate(&ties, &corpus, &DEFAULTS);
    assert_int_equal(ties.articles, 1);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_each_failed_allocation_is_survived(void **state)
{
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abcdefgh");
    ent_article *article =
        hand_article(&corpus, NULL, "a b.", "a b c d e. f g h a. b\n c d. e");
    hand_encounter(article, ENT_MEET, ENT_HELD, 1, 2, 3);
    for (int window = 0; window <= ENT_WINDOW_WORDS; window++) {
        options.window = (ent_window)window;
        options.window_words = 10;
        ent_status status = ENT_ERR_MEMORY;
        for (long nth = 1; status; nth++) {
            ent_i_ties ties = {0};
            ent_error error = {0};
            ent_i_memory_fail_from(nth);
            status = ent_i_relate(&ties, &corpus, &options, &error);
            ent_i_memory_fail_from(0);
            assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
            assert_int_equal(error.code, status);
            if (status)
                assert_null(ties.pairs.items);
            ent_i_ties_free(&ties);
            assert_true(nth < 200);
        }
    }
    hand_free(&corpus);
}

/* So many actors in one sentence, the names being numbers. */
static void crowd(ent_corpus *corpus, uint32_t n)
{
    ent_i_string text = {0};
    for (uint32_t i = 0; i < n; i++) {
        char id[16];
        snprintf(id, sizeof id, "n%u", (unsigned)i);
        hand_actor(corpus, ent_i_arena_strdup(&corpus->arena, id));
        assert_true(ent_i_string_addf(&text, "n%u ", (unsigned)i));
    }
    assert_true(ent_i_string_adds(&text, ". n0 n1."));
    hand_article(corpus, NULL, "",
                 ent_i_arena_strdup(&corpus->arena, text.items));
    ent_i_vec_free(&text);
}

/* No window is too large unless the caller says so; then it is counted. */
static void test_large_windows_are_left_out_on_demand(void **state)
{
    enum { MANY = 2100 };
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    crowd(&corpus, MANY);
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, (size_t)MANY * (MANY - 1) / 2);
    assert_int_equal(ties.too_large, 0);
    ent_i_ties_free(&ties);
    options.max_names = MANY - 1;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, 1);
    assert_int_equal(ties.windows, 2);
    assert_int_equal(ties.too_large, 1);
    assert_int_equal(ties.presence.items[0].windows, 2);
    ent_i_ties_free(&ties);
    options.max_names = MANY;
    options.window = ENT_WINDOW_ARTICLE;
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.pairs.n, (size_t)MANY * (MANY - 1) / 2);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

static void test_windows_that_make_many_ties_are_noted(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_article(&corpus, NULL, "", "nobody.");
    crowd(&corpus, 10); /* 45 ties */
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.large, 0);
    assert_int_equal(ties.largest_article, ENT_NONE);
    ent_i_ties_free(&ties);
    crowd(&corpus, 11);
    crowd(&corpus, 13);
    crowd(&corpus, 12);
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.large, 3);
    assert_int_equal(ties.largest, 13);
    assert_int_equal(ties.largest_article, 3);
    ent_i_ties_free(&ties);
    options.max_names = 10; /* who leaves them out needs no warning */
    relate(&ties, &corpus, &options);
    assert_int_equal(ties.large, 0);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

/* By Newman's weight a window gives each of its names 1 in all. */
static void test_long_lists_weigh_little_by_portion(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abcde");
    hand_article(&corpus, NULL, "", "a b c d e. a b. c a.");
    options.weight = "newman";
    relate(&ties, &corpus, &options);
    assert_near(find_pair(&ties, 0, 1)->weight, 1.25, 1e-9);
    assert_near(find_pair(&ties, 3, 4)->weight, 0.25, 1e-9);
    const ent_i_sighting *seen = seen_of(&ties, find_pair(&ties, 0, 1));
    assert_near(seen[0].share, 0.2, 1e-6);
    assert_near(seen[1].share, 0.8, 1e-6);
    ent_i_ties_free(&ties);
    options.window = ENT_WINDOW_WORDS;
    options.window_words = 1;
    relate(&ties, &corpus, &options);
    assert_near(find_pair(&ties, 3, 4)->weight, 1, 1e-9);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

/* Rather than fill the machine's memory; the article is named. */
static void test_more_pairs_than_memory_holds_are_refused(void **state)
{
    ent_corpus corpus = {0};
    ent_i_ties ties = {0};
    ent_error error = {0};
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, NULL, "", "a b. c.");
    ent_i_counter counter = {
        .corpus = &corpus, .ties = &ties, .pair_limit = 1, .error = &error};
    const ent_i_count counts[] = {{0, 1, 1, 2}, {0, 2, 1, 2}};
    uint32_t pair;
    assert_int_equal(ent_i_count_window(&counter, &counts[0], &pair), ENT_OK);
    assert_int_equal(ent_i_count_window(&counter, &counts[0], &pair), ENT_OK);
    assert_int_equal(ent_i_count_window(&counter, &counts[1], &pair),
                     ENT_ERR_LIMIT);
    assert_non_null(
        strstr(error.message, ent_article_id(corpus.articles.items[0])));
    ent_i_keymap_free(&counter.index);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences_hold_pairs_together),
        cmocka_unit_test(test_measures_come_from_the_windows),
        cmocka_unit_test(test_paragraphs_and_articles_are_wider),
        cmocka_unit_test(test_large_windows_are_left_out_on_demand),
        cmocka_unit_test(test_windows_that_make_many_ties_are_noted),
        cmocka_unit_test(test_long_lists_weigh_little_by_portion),
        cmocka_unit_test(test_a_sentence_of_several_articles_counts_once),
        cmocka_unit_test(test_more_pairs_than_memory_holds_are_refused),
        cmocka_unit_test(test_each_sentence_with_both_is_evidence),
        cmocka_unit_test(test_far_names_are_shown_by_the_later),
        cmocka_unit_test(test_shares_sum_to_one_however_far),
        cmocka_unit_test(test_words_use_each_mention_once),
        cmocka_unit_test(test_words_stay_in_their_field),
        cmocka_unit_test(test_only_the_story_and_the_chosen_count),
        cmocka_unit_test(test_dates_and_copies_decide_which_articles_count),
        cmocka_unit_test(test_encounters_make_ties_of_their_own),
        cmocka_unit_test(test_windows_show_their_encounters),
        cmocka_unit_test(test_encounters_alone_make_no_window),
        cmocka_unit_test(test_nothing_gives_nothing),
        cmocka_unit_test(test_each_failed_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
