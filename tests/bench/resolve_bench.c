/* resolve_bench [NAMES]: how long it takes, and how much memory, to tell who is
 * who among so many distinct names (default 20,000), fifty an article, with a
 * bare surname for every fifth. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "cluster/cluster.h"
#include "core/vec.h"
#include "corpus/corpus.h"
#include "recognise/annotated.h"

enum { AN_ARTICLE = 50, GIVEN = 400, BARE = 5, SPREAD = 7368787 /* prime */ };

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A word of syllables that is another for each number. */
static void add_word(char *out, unsigned number)
{
    static const char *const heads[] = {"b", "ch", "d", "f", "g", "h", "k",
                                        "l", "m",  "n", "p", "r", "s", "t"};
    static const char *const tails[] = {"an", "er", "il", "on",
                                        "us", "ed", "ar"};
    size_t n = 0;
    do {
        n += (size_t)sprintf(out + n, "%s%s", heads[number % 14],
                             tails[number / 14 % 7]);
        number /= 98;
    } while (number);
    out[0] = (char)(out[0] - 'a' + 'A');
}

static bool add_mention(ent_article *article, ent_i_string *text,
                        const char *name)
{
    ent_mention m = {.start = (uint32_t)text->n,
                     .cluster = ENT_NONE,
                     .confidence = 1,
                     .type = ENT_PERSON,
                     .field = ENT_FIELD_TEXT};
    m.end = m.start + (uint32_t)strlen(name);
    m.honorific_start = m.honorific_end = m.start;
    return ent_i_string_adds(text, name) && ent_i_string_adds(text, " met ") &&
           ent_i_vec_push(&article->mentions, m);
}

static ent_article *make_article(unsigned first, unsigned count, unsigned names)
{
    ent_article *article = ent_i_article_new();
    ent_i_string text = {0};
    bool ok = article != NULL;
    for (unsigned i = first; ok && i < first + count; i++) {
        char given[64], family[64], name[130];
        /* Every name once, those of one surname in different articles. */
        unsigned n = (unsigned)((uint64_t)i * SPREAD % names);
        add_word(given, n % GIVEN);
        add_word(family, n / GIVEN + 100);
        snprintf(name, sizeof name, "%s %s", given, family);
        ok = add_mention(article, &text, name);
        add_word(family, i % (names / GIVEN + 1) + 100);
        if (ok && i % BARE == 0)
            ok = add_mention(article, &text, family);
    }
    ok = ok && ent_i_string_adds(&text, "them.");
    if (ok) {
        article->id = "bench";
        article->text = ent_i_arena_strdup(&article->arena, text.items);
        article->text_size = (uint32_t)text.n;
        article->annotated = true;
    }
    ent_i_vec_free(&text);
    return ok && article->text ? article : NULL;
}

int main(int argc, char **argv)
{
    unsigned names = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 20000;
    ent_corpus *corpus = NULL;
    ent_i_text text = {0};
    double within = 0, begin;
    bool ok = ent_corpus_new(&corpus, NULL) == ENT_OK;
    for (unsigned i = 0; ok && i < names; i += AN_ARTICLE) {
        ent_article *article = make_article(
            i, names - i < AN_ARTICLE ? names - i : AN_ARTICLE, names);
        ok = article && ent_i_text_read(&text, article, NULL) == ENT_OK;
        if (ok)
            ent_i_mentions_place(article);
        begin = seconds();
        ok = ok && ent_i_cluster_article(article, &text, NULL) == ENT_OK;
        within += seconds() - begin;
        ok = ok && ent_corpus_add_take(corpus, article, NULL) == ENT_OK;
    }
    begin = seconds();
    ok = ok && ent_corpus_resolve(corpus, NULL, NULL) == ENT_OK;
    double across = seconds() - begin;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%u distinct names: %.2f s within articles, %.2f s across them, "
           "%ld MB at most; %zu actors\n",
           names, within, across, usage.ru_maxrss / 1024,
           ent_corpus_actor_count(corpus));
    ent_i_text_free(&text);
    ent_corpus_free(corpus);
    return ok ? 0 : 1;
}
