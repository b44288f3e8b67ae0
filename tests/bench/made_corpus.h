/* A corpus made up to measure with: every sentence names three actors, some of
 * them far more often than others. */
#ifndef ENTENTE_TESTS_MADE_CORPUS_H
#define ENTENTE_TESTS_MADE_CORPUS_H

#include <stdio.h>
#include <time.h>

#include "core/article.h"
#include "corpus/corpus.h"
#include "entente/entente.h"

enum { SENTENCES = 20, NAMES = 3 };

/* Uniform in 0..1. */
static inline double draw(void)
{
    static uint64_t seed = 1;
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(seed >> 11) / (double)(1ull << 53);
}

/* Of the processor, so that what else runs does not count. */
static inline double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static inline bool add_actors(ent_corpus *corpus, uint32_t count)
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
static inline uint32_t draw_actor(const ent_corpus *corpus)
{
    double x = draw();
    return (uint32_t)(x * x * (double)corpus->actors.n);
}

static inline bool add_mention(ent_corpus *corpus, ent_article *article,
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

static inline bool add_article(ent_corpus *corpus)
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
    return ent_i_corpus_add_open(corpus, article, NULL) == ENT_OK;
}

/* Enough sentences for about that many ties; NULL if it cannot be made. To be
 * freed with ent_corpus_free. */
static inline ent_corpus *make_corpus(long actors, long ties)
{
    ent_corpus *corpus = NULL;
    bool made = actors > 0 && !ent_corpus_new(&corpus, NULL) &&
                add_actors(corpus, (uint32_t)actors);
    for (long i = 0; made && i < ties / (SENTENCES * NAMES); i++)
        made = add_article(corpus);
    if (made)
        return corpus;
    ent_corpus_free(corpus);
    return NULL;
}

#endif
