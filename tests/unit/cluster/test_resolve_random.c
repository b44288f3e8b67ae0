/* What holds of every resolved corpus: articles are drawn at random about a few
 * persons, places and organisations, who are called by many forms of their
 * names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/vec.h"
#include "unit/marked_corpus.h"
#include "unit/random.h"

enum { SEEDS = 25, ARTICLES = 8, SENTENCES = 6, ROOM = 4096 };

/* Somebody or something, and what it is called. */
typedef struct being {
    char kind;
    const char *names[7];
} being;

static const being beings[] = {
    {'P',
     {"Sergey Rumkov", "Sergei Rumkov", "Rumkov", "SERGEY RUMKOV", "S. Rumkov",
      "Minister Rumkov"}},
    {'P', {"John Corby", "John F. Corby", "Corby", "Mr. Corby", "JOHN CORBY"}},
    {'P', {"Hillary Fenwick", "Mrs. Fenwick", "Hillary", "Fenwick"}},
    {'P', {"Bill Fenwick", "Mr. Fenwick", "William Fenwick", "Fenwick"}},
    {'P', {"Han Ki-joon", "Han Ki Joon", "Han", "Mr. Han"}},
    {'P', {"Bashar al-Arrad", "Bashar Arrad", "Arrad", "al-Arrad"}},
    {'P', {"Ursula von der Leyen", "Von der Leyen", "Ursula Von Der Leyen"}},
    {'P', {"Xi Jinping", "Xi", "President Xi", "XI JINPING"}},
    {'P', {"Donald Drumm", "Drumm", "Donald J. Drumm", "Mr. Drumm"}},
    {'P', {"Donald Drumm Jr.", "Drumm Jr."}},
    {'P', {"David Camborn", "David", "Camborn", "D. Camborn"}},
    {'P', {"David Davis", "David", "Davis"}},
    {'P', {"\u0410\u043d\u043d\u0430 \u041a\u0430\u0446", "Anna Kats"}},
    {'P', {"Emma \U0001F600 Jones", "Emma Jones", "Jones"}},
    {'O', {"State Department", "Department of State", "STATE DEPARTMENT"}},
    {'O', {"United Nations", "U.N.", "UN"}},
    {'O', {"Siemens AG", "Siemens"}},
    {'L', {"United States", "U.S.", "America"}},
    {'L', {"Paris", "PARIS"}},
    {'L', {"Washington"}},
    {'P', {"Washington", "George Washington"}},
};
enum { BEINGS = sizeof beings / sizeof *beings };

static const char *name_of(uint64_t *seed, const being *b)
{
    uint32_t n = 0;
    while (n < 7 && b->names[n])
        n++;
    return b->names[random_below(seed, n)];
}

static void draw_article(char *out, uint64_t *seed)
{
    static const char *const verbs[] = {"met", "called", "praised", "and",
                                        "left for"};
    size_t used = 0;
    for (uint32_t i = 0; i < SENTENCES; i++) {
        const being *a = &beings[random_below(seed, BEINGS)];
        const being *b = &beings[random_below(seed, BEINGS)];
        const char *first = name_of(seed, a), *second = name_of(seed, b);
        used += (size_t)snprintf(out + used, ROOM - used,
                                 "Then <%c %s> %s <%c %s> there.%s", a->kind,
                                 first, verbs[random_below(seed, 5)], b->kind,
                                 second, random_below(seed, 3) ? " " : "\n\n");
    }
}

/* The corpus of a seed; order says which article comes when. */
static ent_corpus *draw_corpus(uint64_t seed, const size_t *order)
{
    static char texts[ARTICLES][ROOM];
    const char *marked[ARTICLES];
    for (size_t i = 0; i < ARTICLES; i++)
        draw_article(texts[i], &seed);
    for (size_t i = 0; i < ARTICLES; i++)
        marked[i] = texts[order ? order[i] : i];
    return marked_corpus(marked, ARTICLES);
}

static void resolve(ent_corpus *corpus)
{
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
}

/* ---- articles and actors fit together ---- */

static void check_article(const ent_corpus *corpus, size_t index)
{
    const ent_article *article = corpus->articles.items[index];
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        const ent_cluster *c = ent_article_cluster(article, m->cluster);
        assert_non_null(c);
        const ent_assignment *who = ent_corpus_assignment(corpus, index, i);
        assert_non_null(who);
        assert_non_null(ent_corpus_actor(corpus, who->actor));
        assert_true(who->confidence > 0 && who->confidence <= c->confidence);
        assert_true(*c->name != '\0');
    }
    uint32_t counted = 0;
    for (size_t i = 0; i < article->clusters.n; i++)
        counted += article->clusters.items[i].mentions;
    assert_int_equal(counted, article->mentions.n);
}

/* Each actor's mentions and articles, counted anew. */
static void check_counts(const ent_corpus *corpus)
{
    size_t n = ent_corpus_actor_count(corpus);
    uint32_t *mentions = calloc(n + 1, sizeof *mentions);
    uint32_t *articles = calloc(n + 1, sizeof *articles);
    assert_true(mentions && articles);
    for (size_t i = 0; i < corpus->articles.n; i++) {
        const ent_article *article = corpus->articles.items[i];
        bool seen[256] = {false};
        for (size_t k = 0; k < article->mentions.n; k++) {
            uint32_t actor = ent_corpus_assignment(corpus, i, k)->actor;
            assert_true(actor < 256);
            mentions[actor]++;
            articles[actor] += !seen[actor];
            seen[actor] = true;
        }
    }
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(ent_corpus_actor(corpus, i)->mentions, mentions[i]);
        assert_int_equal(ent_corpus_actor(corpus, i)->articles, articles[i]);
        assert_true(mentions[i] > 0);
    }
    free(mentions);
    free(articles);
}

static void check_order(const ent_corpus *corpus)
{
    for (size_t i = 0; i < ent_corpus_actor_count(corpus); i++) {
        const ent_actor *a = ent_corpus_actor(corpus, i);
        assert_int_equal(strspn(a->id, "abcdefghijklmnopqrstuvwxyz0123456789-"),
                         strlen(a->id));
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(a->id, ent_corpus_actor(corpus, k)->id);
        if (i == 0)
            continue;
        const ent_actor *before = ent_corpus_actor(corpus, i - 1);
        assert_true(
            before->mentions > a->mentions ||
            (before->mentions == a->mentions && strcmp(before->id, a->id) < 0));
    }
}

static void test_every_mention_has_its_actor(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *corpus = draw_corpus(seed, NULL);
        resolve(corpus);
        for (size_t i = 0; i < corpus->articles.n; i++)
            check_article(corpus, i);
        check_counts(corpus);
        check_order(corpus);
        ent_corpus_free(corpus);
    }
}

/* ---- who is who ---- */

/* What an actor shows: all of it but where it stands. */
static void describe(ent_i_string *out, const ent_actor *a)
{
    assert_true(ent_i_string_addf(out, "%s|%s|%d|%u|%u|%u|%d|%d", a->id,
                                  a->label, (int)a->type, (unsigned)a->mentions,
                                  (unsigned)a->articles, (unsigned)a->likely,
                                  a->curated, a->dropped));
    for (uint32_t i = 0; i < a->alias_count; i++)
        assert_true(ent_i_string_addf(out, "|%s", a->aliases[i]));
    assert_true(ent_i_string_adds(out, "\n"));
}

static char *description(const ent_corpus *corpus)
{
    ent_i_string out = {0};
    assert_true(ent_i_string_adds(&out, ""));
    for (size_t i = 0; i < ent_corpus_actor_count(corpus); i++)
        describe(&out, ent_corpus_actor(corpus, i));
    return out.items;
}

static void test_resolving_again_gives_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *corpus = draw_corpus(seed, NULL);
        resolve(corpus);
        char *first = description(corpus);
        resolve(corpus);
        char *second = description(corpus);
        assert_string_equal(first, second);
        ent_i_free(first);
        ent_i_free(second);
        ent_corpus_free(corpus);
    }
}

/* Bare given names are numbered as they come: their ids may change places. */
static char *sorted_labels(const ent_corpus *corpus)
{
    ent_i_string out = {0};
    assert_true(ent_i_string_adds(&out, ""));
    const char *last = "";
    for (size_t i = 0; i < ent_corpus_actor_count(corpus); i++) {
        const char *least = NULL;
        for (size_t k = 0; k < ent_corpus_actor_count(corpus); k++) {
            const char *label = ent_corpus_actor(corpus, k)->label;
            if (strcmp(label, last) > 0 && (!least || strcmp(label, least) < 0))
                least = label;
        }
        if (!least)
            break;
        assert_true(ent_i_string_addf(&out, "%s\n", least));
        last = least;
    }
    return out.items;
}

static void test_the_order_of_articles_does_not_matter(void **state)
{
    (void)state;
    size_t turned[ARTICLES], mixed[ARTICLES];
    for (size_t i = 0; i < ARTICLES; i++) {
        turned[i] = ARTICLES - 1 - i;
        mixed[i] = i * 3 % ARTICLES;
    }
    const size_t *const orders[] = {turned, mixed};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *corpus = draw_corpus(seed, NULL);
        resolve(corpus);
        char *labels = sorted_labels(corpus);
        size_t count = ent_corpus_actor_count(corpus);
        for (size_t i = 0; i < 2; i++) {
            ent_corpus *other = draw_corpus(seed, orders[i]);
            resolve(other);
            char *found = sorted_labels(other);
            assert_string_equal(found, labels);
            assert_int_equal(ent_corpus_actor_count(other), count);
            ent_i_free(found);
            ent_corpus_free(other);
        }
        ent_i_free(labels);
        ent_corpus_free(corpus);
    }
}

/* Full names of different surnames are never one, whatever stands around. */
static void test_different_persons_stay_different(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *corpus = draw_corpus(seed, NULL);
        resolve(corpus);
        for (size_t i = 0; i < ent_corpus_actor_count(corpus); i++) {
            const ent_actor *a = ent_corpus_actor(corpus, i);
            static const char *const alone[] = {"Rumkov", "Corby", "Fenwick",
                                                "Leyen",  "Drumm", "Camborn"};
            int surnames = 0;
            for (size_t k = 0; k < 6; k++) {
                bool has = strstr(a->label, alone[k]) != NULL;
                for (uint32_t j = 0; j < a->alias_count; j++)
                    has = has || strstr(a->aliases[j], alone[k]) != NULL;
                surnames += has;
            }
            if (surnames > 1)
                fail_msg("%s is several", a->label);
        }
        ent_corpus_free(corpus);
    }
}

/* ---- finding and explaining ---- */

static void test_everybody_is_found_by_id(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *corpus = draw_corpus(seed, NULL);
        resolve(corpus);
        for (uint32_t i = 0; i < ent_corpus_actor_count(corpus); i++) {
            uint32_t found = ENT_NONE;
            const ent_actor *a = ent_corpus_actor(corpus, i);
            ent_error error = {0};
            ent_status status =
                ent_corpus_find_actor(corpus, a->id, &found, NULL, &error);
            if (status != ENT_OK || found != i)
                fail_msg("%s: %s", a->id, error.message);
            /* A label may be shared: then that is said. */
            status =
                ent_corpus_find_actor(corpus, a->label, &found, NULL, &error);
            assert_true(status == ENT_OK || status == ENT_ERR_ARGUMENT);
        }
        ent_corpus_free(corpus);
    }
}

static int to_string(void *ctx, const void *bytes, size_t n)
{
    return ent_i_string_add(ctx, bytes, n) ? 0 : 1;
}

static void test_everybody_is_explained(void **state)
{
    (void)state;
    ent_i_string text = {0};
    const ent_sink sink = {to_string, &text};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *corpus = draw_corpus(seed, NULL);
        resolve(corpus);
        for (uint32_t i = 0; i < ent_corpus_actor_count(corpus); i++) {
            const ent_actor *a = ent_corpus_actor(corpus, i);
            text.n = 0;
            assert_int_equal(ent_corpus_explain(corpus, i, &sink, NULL),
                             ENT_OK);
            assert_true(ent_i_string_adds(&text, ""));
            assert_non_null(strstr(text.items, a->label));
            assert_int_equal(text.items[text.n - 1], '\n');
        }
        ent_corpus_free(corpus);
    }
    ent_i_vec_free(&text);
}

/* ---- decisions given back ---- */

static char *written(const ent_corpus *corpus)
{
    ent_i_string text = {0};
    const ent_sink sink = {to_string, &text};
    assert_int_equal(ent_corpus_write_aliases(corpus, 0, &sink, NULL), ENT_OK);
    assert_true(ent_i_string_adds(&text, ""));
    return text.items;
}

static void resolve_with(ent_corpus *corpus, const char *aliases)
{
    char path[] = "/tmp/entente-aliases-XXXXXX";
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    ent_error error = {0};
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, aliases, strlen(aliases)), strlen(aliases));
    close(file);
    options.aliases = path;
    if (ent_corpus_resolve(corpus, &options, &error) != ENT_OK)
        fail_msg("%s", error.message);
    unlink(path);
}

/* Nobody has edited them: nothing is curated, nothing changes, and they are
 * written the same. */
static void test_decisions_given_back_change_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *corpus = draw_corpus(seed, NULL);
        resolve(corpus);
        char *before = description(corpus), *first = written(corpus);
        resolve_with(corpus, first);
        char *after = description(corpus), *second = written(corpus);
        assert_string_equal(before, after);
        assert_string_equal(first, second);
        ent_i_free(before);
        ent_i_free(first);
        ent_i_free(after);
        ent_i_free(second);
        ent_corpus_free(corpus);
    }
}

/* A corpus that holds the articles of two: with the decisions of both. */
static void test_decisions_of_one_corpus_fit_another(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus *one = draw_corpus(seed, NULL);
        ent_corpus *two = draw_corpus(seed + 1000, NULL);
        resolve(one);
        char *decisions = written(one);
        resolve_with(two, decisions);
        for (size_t i = 0; i < two->articles.n; i++)
            check_article(two, i);
        check_counts(two);
        check_order(two);
        ent_i_free(decisions);
        ent_corpus_free(one);
        ent_corpus_free(two);
    }
}

/* One actor dropped, the others as they were but for their places. */
static void test_who_is_dropped_is_dropped_alone(void **state)
{
    (void)state;
    ent_corpus *corpus = draw_corpus(7, NULL);
    resolve(corpus);
    size_t n = ent_corpus_actor_count(corpus);
    resolve_with(corpus, "[{\"name\":\"Sergey Rumkov\",\"aliases\":[\"Sergei "
                         "Rumkov\",\"S. Rumkov\",\"Rumkov\"],\"drop\":true}]");
    size_t dropped = 0;
    for (size_t i = 0; i < ent_corpus_actor_count(corpus); i++) {
        const ent_actor *a = ent_corpus_actor(corpus, i);
        dropped += a->dropped;
        assert_int_equal(a->dropped, strstr(a->label, "Rumkov") != NULL);
        assert_int_equal(a->curated, a->dropped);
    }
    assert_int_equal(dropped, 1);
    assert_true(ent_corpus_actor_count(corpus) <= n);
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_mention_has_its_actor),
        cmocka_unit_test(test_resolving_again_gives_the_same),
        cmocka_unit_test(test_the_order_of_articles_does_not_matter),
        cmocka_unit_test(test_different_persons_stay_different),
        cmocka_unit_test(test_everybody_is_found_by_id),
        cmocka_unit_test(test_everybody_is_explained),
        cmocka_unit_test(test_decisions_given_back_change_nothing),
        cmocka_unit_test(test_decisions_of_one_corpus_fit_another),
        cmocka_unit_test(test_who_is_dropped_is_dropped_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
