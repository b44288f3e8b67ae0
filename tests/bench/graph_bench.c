/* How long a network takes to build and to measure, on a made-up corpus:
 *     graph_bench [ACTORS [TIES [FILE]]]
 * Every sentence names three actors, some of them far more often than others;
 * there are enough sentences for about that many ties. FILE receives them, a
 * line "who whom weight" each, for other programs to measure (measures.py). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "core/article.h"
#include "corpus/corpus.h"
#include "entente/entente.h"

enum { SENTENCES = 20, NAMES = 3 };

static uint64_t seed = 1;

/* Uniform in 0..1. */
static double draw(void)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(seed >> 11) / (double)(1ull << 53);
}

/* Of the processor, so that what else runs does not count. */
static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static bool add_actors(ent_corpus *corpus, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        char id[24];
        snprintf(id, sizeof id, "actor-%u", i);
        ent_actor actor = {.id = ent_i_arena_strdup(&corpus->arena, id),
                           .likely = ENT_NONE};
        actor.label = actor.id;
        if (!actor.id || !ent_i_vec_push(&corpus->actors, actor))
            return false;
    }
    return true;
}

/* Popularity falls with the square root of the rank. */
static uint32_t draw_actor(const ent_corpus *corpus)
{
    double x = draw();
    return (uint32_t)(x * x * (double)corpus->actors.n);
}

static bool add_mention(ent_corpus *corpus, ent_article *article,
                        uint32_t sentence, uint32_t actor)
{
    ent_assignment assignment = {.actor = actor};
    ent_mention mention = {.sentence = sentence,
                           .cluster = (uint32_t)article->clusters.n,
                           .field = ENT_FIELD_TEXT};
    ent_cluster cluster = {.name = ""};
    return ent_i_vec_push(&corpus->assigned, (uint32_t)corpus->assignments.n) &&
           ent_i_vec_push(&corpus->assignments, assignment) &&
           ent_i_vec_push(&article->mentions, mention) &&
           ent_i_vec_push(&article->clusters, cluster);
}

static bool add_article(ent_corpus *corpus)
{
    ent_article *article = ent_i_article_new();
    if (!article)
        return false;
    article->id = article->title = article->text = "";
    article->date = (ent_date)(draw() * 1000);
    for (uint32_t s = 0; s < SENTENCES; s++) {
        ent_sentence sentence = {.paragraph = s / 4, .field = ENT_FIELD_TEXT};
        if (!ent_i_vec_push(&article->sentences, sentence))
            return false;
        for (int k = 0; k < NAMES; k++)
            if (!add_mention(corpus, article, s, draw_actor(corpus)))
                return false;
    }
    return ent_corpus_add_take(corpus, article, NULL) == ENT_OK;
}

static void print_time(const char *what, double *since)
{
    struct rusage usage;
    double now = seconds();
    getrusage(RUSAGE_SELF, &usage);
    printf("%-8s %8.2f s, %ld MB at most\n", what, now - *since,
           usage.ru_maxrss / 1024);
    *since = now;
}

static ent_status write_ties(const ent_network *network, const char *path)
{
    FILE *file = fopen(path, "w");
    const ent_tie *tie;
    if (!file)
        return ENT_ERR_IO;
    for (size_t i = 0; (tie = ent_network_tie(network, i)); i++)
        fprintf(file, "%u %u %g\n", (unsigned)tie->source,
                (unsigned)tie->target, tie->weight);
    return fclose(file) ? ENT_ERR_IO : ENT_OK;
}

static int run(ent_corpus *corpus, double since, const char *path)
{
    ent_error error = {0};
    ent_network *network = NULL;
    ent_status status = ent_network_build(&network, corpus, NULL, &error);
    print_time("build", &since);
    if (!status) {
        printf("%zu nodes, %zu ties\n", ent_network_node_count(network),
               ent_network_tie_count(network));
        status = ent_network_analyse(network, NULL, &error);
        print_time("analyse", &since);
    }
    if (!status && path)
        status = write_ties(network, path);
    if (status)
        fprintf(stderr, "%s\n", error.message);
    ent_network_free(network);
    return status ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    ent_corpus corpus = {0};
    long actors = argc > 1 ? atol(argv[1]) : 500;
    long ties = argc > 2 ? atol(argv[2]) : 3000;
    double since = seconds();
    bool made = actors > 0 && add_actors(&corpus, (uint32_t)actors);
    for (long i = 0; made && i < ties / (SENTENCES * NAMES); i++)
        made = add_article(&corpus);
    print_time("corpus", &since);
    int code =
        made ? run(&corpus, since, argc > 3 ? argv[3] : NULL) : EXIT_FAILURE;
    for (size_t i = 0; i < corpus.articles.n; i++)
        ent_article_free(corpus.articles.items[i]);
    ent_i_vec_free(&corpus.articles);
    ent_i_vec_free(&corpus.first_mention);
    ent_i_vec_free(&corpus.copy_of);
    ent_i_vec_free(&corpus.copies);
    ent_i_vec_free(&corpus.assigned);
    ent_i_vec_free(&corpus.assignments);
    ent_i_vec_free(&corpus.actors);
    ent_i_arena_free(&corpus.arena);
    return code;
}
