/* Counting against the plainest way to count: every pair of actors on its own,
 * every window looked at for it, on random corpora. */
#include "unit/random_corpus.h"

#include "relate/relate.h"

enum { ACTORS = 9, ARTICLES = 25, SEEDS = 12 };

/* Whether two mentions of an article stand in one window. */
typedef bool same_window(const ent_article *article, const ent_mention *a,
                         const ent_mention *b);

static bool in_sentence(const ent_article *article, const ent_mention *a,
                        const ent_mention *b)
{
    (void)article;
    return a->sentence == b->sentence;
}

static bool in_paragraph(const ent_article *article, const ent_mention *a,
                         const ent_mention *b)
{
    return article->sentences.items[a->sentence].paragraph ==
           article->sentences.items[b->sentence].paragraph;
}

static bool in_article(const ent_article *article, const ent_mention *a,
                       const ent_mention *b)
{
    (void)article;
    (void)a;
    (void)b;
    return true;
}

/* The actors of a random corpus are called by letters, in their order. */
static uint32_t actor_of(const ent_article *article, const ent_mention *m)
{
    const char *field = ent_article_field(article, (ent_field)m->field);
    return (uint32_t)(field[m->start] - 'a');
}

/* What is counted of one pair. */
typedef struct tally {
    uint32_t both;
    uint32_t articles;
    uint32_t a;
    uint32_t b;
    uint32_t windows; /* with any actor */
    double distance;
} tally;

/* The window that mention `first` opens: who of the two is in it, and the
 * least distance of their mentions in sentences. */
static void tally_window(tally *t, const ent_article *article,
                         const ent_mention *first, same_window *same,
                         uint32_t a, uint32_t b)
{
    bool has_a = false, has_b = false;
    uint32_t nearest = UINT32_MAX;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (!same(article, first, m))
            continue;
        has_a = has_a || actor_of(article, m) == a;
        has_b = has_b || actor_of(article, m) == b;
        for (size_t k = 0; k < article->mentions.n; k++) {
            const ent_mention *n = &article->mentions.items[k];
            if (actor_of(article, m) == a && actor_of(article, n) == b &&
                same(article, first, n)) {
                int apart = (int)m->sentence - (int)n->sentence;
                nearest = (uint32_t)abs(apart) < nearest ? (uint32_t)abs(apart)
                                                         : nearest;
            }
        }
    }
    t->windows++;
    t->a += has_a;
    t->b += has_b;
    t->both += has_a && has_b;
    if (has_a && has_b)
        t->distance += exp(-(double)nearest);
}

static tally tally_pair(const ent_corpus *corpus, same_window *same, uint32_t a,
                        uint32_t b)
{
    tally t = {0};
    for (size_t i = 0; i < corpus->articles.n; i++) {
        const ent_article *article = corpus->articles.items[i];
        uint32_t before = t.both;
        for (size_t k = 0; k < article->mentions.n; k++) {
            const ent_mention *m = &article->mentions.items[k];
            bool opens = true;
            for (size_t j = 0; j < k && opens; j++)
                opens = !same(article, &article->mentions.items[j], m);
            if (opens)
                tally_window(&t, article, m, same, a, b);
        }
        t.articles += t.both > before;
    }
    return t;
}

/* The textbook's form of each measure, on probabilities. */
static double npmi_of(const tally *t)
{
    double n = t->windows;
    double p = t->both / n;
    if (t->both == t->windows)
        return 1;
    return log(p / (t->a / n) / (t->b / n)) / -log(p);
}

/* Dunning's own form: log L of one binomial against two. */
static double log_likelihood(double p, double k, double n)
{
    return (k > 0 ? k * log(p) : 0) + (n - k > 0 ? (n - k) * log(1 - p) : 0);
}

static double llr_of(const tally *t)
{
    double n2 = (double)t->windows - t->a; /* windows without a */
    double k1 = t->both, k2 = (double)t->b - t->both;
    double p = (k1 + k2) / t->windows;
    double p1 = k1 / t->a, p2 = n2 > 0 ? k2 / n2 : 0;
    return 2 * (log_likelihood(p1, k1, t->a) + log_likelihood(p2, k2, n2) -
                log_likelihood(p, k1, t->a) - log_likelihood(p, k2, n2));
}

static const ent_i_pair *find_pair(const ent_i_ties *ties, uint32_t a,
                                   uint32_t b)
{
    for (size_t i = 0; i < ties->pairs.n; i++)
        if (ties->pairs.items[i].source == a &&
            ties->pairs.items[i].target == b)
            return &ties->pairs.items[i];
    return NULL;
}

static void check_pair(const ent_i_ties *ties, const ent_i_pair *pair,
                       const tally *t)
{
    assert_int_equal(pair->count, t->both);
    assert_int_equal(pair->articles, t->articles);
    assert_near(pair->nearness, t->distance, 1e-9);
    assert_near(hand_weight(ties, pair, "jaccard"),
                (double)t->both / ((double)t->a + t->b - t->both), 1e-12);
    assert_near(hand_weight(ties, pair, "npmi"), npmi_of(t), 1e-9);
    assert_near(hand_weight(ties, pair, "llr"), llr_of(t), 1e-7);
}

static const struct {
    ent_window window;
    same_window *same;
} WINDOWS[] = {{ENT_WINDOW_SENTENCE, in_sentence},
               {ENT_WINDOW_PARAGRAPH, in_paragraph},
               {ENT_WINDOW_ARTICLE, in_article}};
enum { WINDOW_KINDS = sizeof WINDOWS / sizeof *WINDOWS };

static void relate(ent_i_ties *ties, const ent_corpus *corpus,
                   const ent_network_options *options)
{
    *ties = (ent_i_ties){0};
    assert_int_equal(ent_i_relate(ties, corpus, options, NULL), ENT_OK);
}

static void test_windows_count_as_one_by_one(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < SEEDS * WINDOW_KINDS; start++) {
        uint64_t seed = start;
        ent_corpus corpus;
        ent_i_ties ties;
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        size_t found = 0;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        options.window = WINDOWS[start % WINDOW_KINDS].window;
        relate(&ties, &corpus, &options);
        for (uint32_t a = 0; a < ACTORS; a++)
            for (uint32_t b = a + 1; b < ACTORS; b++) {
                tally t = tally_pair(&corpus,
                                     WINDOWS[start % WINDOW_KINDS].same, a, b);
                const ent_i_pair *pair = find_pair(&ties, a, b);
                assert_int_equal(pair != NULL, t.both > 0);
                assert_int_equal(ties.windows, t.windows);
                assert_int_equal(ties.presence.items[a].windows, t.a);
                if (pair)
                    check_pair(&ties, pair, &t);
                found += pair != NULL;
            }
        assert_int_equal(ties.pairs.n, found);
        assert_true(found > 10);
        ent_i_ties_free(&ties);
        hand_free(&corpus);
    }
}

/* ---- windows of words ---- */

/* The number of the word that begins at a byte: blanks and line ends before
 * it. */
static uint32_t word_of(const ent_article *article, const ent_mention *m)
{
    const char *text = ent_article_field(article, (ent_field)m->field);
    uint32_t words = 0;
    for (uint32_t i = 0; i < m->start; i++)
        words += text[i] == ' ' || text[i] == '\n';
    return words;
}

/* Of the mentions of these two alone, in order: each next to one of the other
 * actor, near enough and not used up by the pair before. */
static uint32_t count_words(const ent_article *article, uint32_t reach,
                            uint32_t a, uint32_t b)
{
    const ent_mention *last = NULL;
    bool used = false;
    uint32_t count = 0;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        uint32_t actor = actor_of(article, m);
        if (actor != a && actor != b)
            continue;
        bool near = last && last->field == m->field && !used &&
                    actor_of(article, last) != actor &&
                    word_of(article, m) - word_of(article, last) <= reach;
        count += near;
        used = near;
        last = m;
    }
    return count;
}

static void test_words_count_as_one_by_one(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < SEEDS; start++) {
        uint64_t seed = 1000 + start;
        ent_corpus corpus;
        ent_i_ties ties;
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        options.window = ENT_WINDOW_WORDS;
        options.window_words = 1 + random_below(&seed, 15);
        relate(&ties, &corpus, &options);
        for (uint32_t a = 0; a < ACTORS; a++)
            for (uint32_t b = a + 1; b < ACTORS; b++) {
                const ent_i_pair *pair = find_pair(&ties, a, b);
                uint32_t count = 0, articles = 0;
                for (size_t i = 0; i < corpus.articles.n; i++) {
                    uint32_t here = count_words(corpus.articles.items[i],
                                                options.window_words, a, b);
                    count += here;
                    articles += here > 0;
                }
                assert_int_equal(pair ? pair->count : 0, count);
                assert_int_equal(pair ? pair->articles : 0, articles);
            }
        assert_true(ties.pairs.n > 5);
        ent_i_ties_free(&ties);
        hand_free(&corpus);
    }
}

/* ---- what holds of every network ---- */

static void check_sightings(const ent_i_ties *ties, const ent_corpus *corpus,
                            const ent_i_pair *pair)
{
    const ent_i_sighting *seen = seen_of(ties, pair);
    double shares = 0;
    assert_true(pair->sighting_count >= pair->count ||
                pair->sighting_count >= pair->articles);
    for (uint32_t i = 0; i < pair->sighting_count; i++) {
        const ent_article *article = corpus->articles.items[seen[i].article];
        assert_true(seen[i].sentence <= seen[i].last);
        assert_true(seen[i].last < article->sentences.n);
        assert_int_equal(article->sentences.items[seen[i].sentence].field,
                         article->sentences.items[seen[i].last].field);
        assert_true(seen[i].share >= 0);
        shares += seen[i].share;
        if (i == 0 || (seen[i - 1].sentence == seen[i - 1].last) !=
                          (seen[i].sentence == seen[i].last))
            continue;
        ent_date before = corpus->articles.items[seen[i - 1].article]->date;
        assert_true(article->date == ENT_NO_DATE ||
                    (before != ENT_NO_DATE && before >= article->date));
    }
    assert_near(shares, 1, 1e-4);
}

static void test_evidence_is_whole_and_in_order(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < 4 * SEEDS; start++) {
        uint64_t seed = 2000 + start;
        ent_corpus corpus;
        ent_i_ties ties;
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        options.window = (ent_window)(start % 4);
        options.window_words = 6;
        options.weight = ent_weight_at(start % 6)->name;
        relate(&ties, &corpus, &options);
        for (size_t i = 0; i < ties.pairs.n; i++) {
            const ent_i_pair *pair = &ties.pairs.items[i];
            assert_true(pair->source < pair->target);
            assert_true(i == 0 || pair[-1].source < pair->source ||
                        (pair[-1].source == pair->source &&
                         pair[-1].target < pair->target));
            check_sightings(&ties, &corpus, pair);
        }
        ent_i_ties_free(&ties);
        hand_free(&corpus);
    }
}

/* Counts of two halves of the time add up to those of the whole. */
static void test_halves_add_up(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < SEEDS; start++) {
        uint64_t seed = 3000 + start;
        ent_corpus corpus;
        ent_i_ties whole, halves[2];
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        options.since = ent_i_date(2014, 1, 1);
        relate(&whole, &corpus, &options);
        options.until = ent_i_date(2014, 6, 17);
        relate(&halves[0], &corpus, &options);
        options.since = options.until + 1;
        options.until = ENT_NO_DATE;
        relate(&halves[1], &corpus, &options);
        assert_int_equal(whole.windows, halves[0].windows + halves[1].windows);
        assert_int_equal(whole.articles,
                         halves[0].articles + halves[1].articles);
        for (size_t i = 0; i < whole.pairs.n; i++) {
            const ent_i_pair *pair = &whole.pairs.items[i];
            uint32_t count = 0;
            for (int h = 0; h < 2; h++) {
                const ent_i_pair *half =
                    find_pair(&halves[h], pair->source, pair->target);
                count += half ? half->count : 0;
            }
            assert_int_equal(pair->count, count);
        }
        ent_i_ties_free(&whole);
        ent_i_ties_free(&halves[0]);
        ent_i_ties_free(&halves[1]);
        hand_free(&corpus);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_windows_count_as_one_by_one),
        cmocka_unit_test(test_words_count_as_one_by_one),
        cmocka_unit_test(test_evidence_is_whole_and_in_order),
        cmocka_unit_test(test_halves_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
