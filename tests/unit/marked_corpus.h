/* Corpora made by hand: an article for each marked text (made.h). */
#ifndef ENTENTE_TESTS_MARKED_CORPUS_H
#define ENTENTE_TESTS_MARKED_CORPUS_H

#include "cluster/cluster.h"
#include "corpus/corpus.h"
#include "recognise/titles.h"
#include "unit/made.h"

/* A corpus of marked texts, not yet resolved. */
static inline ent_corpus *marked_corpus(const char *const *marked, size_t n)
{
    ent_corpus *corpus;
    ent_i_text text = {0};
    assert_int_equal(ent_corpus_new(&corpus, NULL), ENT_OK);
    for (size_t i = 0; i < n; i++) {
        ent_article *article = made_article(marked[i], &text);
        assert_non_null(article);
        for (size_t j = 0; j < article->mentions.n; j++)
            ent_i_honorific_find(article, &text, &article->mentions.items[j]);
        assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
        assert_int_equal(ent_i_corpus_add_open(corpus, article, NULL), ENT_OK);
    }
    ent_i_text_free(&text);
    return corpus;
}

#define MARKED_CORPUS(...)                                                     \
    marked_corpus((const char *const[]){__VA_ARGS__},                          \
                  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* The id of the actor of mention m in article a, or "none". */
static inline const char *actor_id(const ent_corpus *corpus, size_t a, size_t m)
{
    const ent_assignment *who = ent_corpus_assignment(corpus, a, m);
    return who ? ent_corpus_actor(corpus, who->actor)->id : "none";
}

/* The actor so identified; fails the test when there is none. */
static inline const ent_actor *actor_named(const ent_corpus *corpus,
                                           const char *id)
{
    for (size_t i = 0; i < ent_corpus_actor_count(corpus); i++)
        if (strcmp(ent_corpus_actor(corpus, i)->id, id) == 0)
            return ent_corpus_actor(corpus, i);
    fail_msg("no actor %s", id);
    return NULL;
}

#endif
