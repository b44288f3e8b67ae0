/* Resolved corpora made by hand, without source, text, recogniser or resolver.
 * Every word of a text that is an actor's id is a mention of that actor. */
#ifndef ENTENTE_TESTS_HAND_CORPUS_H
#define ENTENTE_TESTS_HAND_CORPUS_H

#include <ctype.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/article.h"
#include "corpus/corpus.h"
#include "entente/entente.h"
#include "relate/relate.h"

/* Doubles, which cmocka compares as floats. */
#define assert_near(actual, expected, tolerance)                               \
    hand_near(actual, expected, tolerance, __FILE__, __LINE__)

static inline void hand_near(double actual, double expected, double tolerance,
                             const char *file, int line)
{
    if (fabs(actual - expected) <= tolerance)
        return;
    print_error("%.17g is not %.17g\n", actual, expected);
    _fail(file, line);
}

/* Adds a person; its id is its label. Returns its index. */
static inline uint32_t hand_actor(ent_corpus *corpus, const char *id)
{
    ent_actor actor = {
        .id = id, .label = id, .likely = ENT_NONE, .type = ENT_PERSON};
    assert_true(ent_i_vec_push(&corpus->actors, actor));
    return (uint32_t)corpus->actors.n - 1;
}

/* Adds the actors "a", "b", "c"... of a string, each one letter. */
static inline void hand_actors(ent_corpus *corpus, const char *letters)
{
    for (; *letters; letters++) {
        char *id = ent_i_arena_strndup(&corpus->arena, letters, 1);
        assert_non_null(id);
        hand_actor(corpus, id);
    }
}

static inline uint32_t hand_find(const ent_corpus *corpus, const char *id,
                                 size_t size)
{
    for (uint32_t i = 0; i < corpus->actors.n; i++)
        if (strlen(corpus->actors.items[i].id) == size &&
            memcmp(corpus->actors.items[i].id, id, size) == 0)
            return i;
    return ENT_NONE;
}

/* Adds a mention of the actor to an article that is not yet in the corpus; one
 * cluster an actor. */
static inline void hand_mention(ent_corpus *corpus, ent_article *article,
                                uint32_t actor, ent_mention mention)
{
    const ent_assignment assignment = {.actor = actor, .confidence = 1};
    size_t first = corpus->assigned.n - article->mentions.n;
    mention.cluster = (uint32_t)article->clusters.n;
    for (size_t i = 0; i < article->mentions.n; i++)
        if (corpus->assignments.items[corpus->assigned.items[first + i]]
                .actor == actor)
            mention.cluster = article->mentions.items[i].cluster;
    if (mention.cluster == article->clusters.n)
        assert_true(
            ent_i_vec_push(&article->clusters, (ent_cluster){.name = ""}));
    assert_true(
        ent_i_vec_push(&corpus->assigned, (uint32_t)corpus->assignments.n));
    assert_true(ent_i_vec_push(&corpus->assignments, assignment));
    assert_true(ent_i_vec_push(&article->mentions, mention));
}

/* Who a mention is, to be changed. */
static inline uint32_t *hand_assigned(ent_corpus *corpus, size_t article,
                                      size_t mention)
{
    return &corpus->assigned
                .items[corpus->first_mention.items[article] + mention];
}

/* Sentences end with a period, paragraphs with a newline. */
static inline void hand_read(ent_corpus *corpus, ent_article *article,
                             ent_field field, uint32_t *paragraph)
{
    const char *text = ent_article_field(article, field);
    ent_sentence sentence = {
        .start = 0, .paragraph = *paragraph, .field = (uint8_t)field};
    for (uint32_t i = 0; text[i];) {
        uint32_t from = i;
        if (!isalnum((unsigned char)text[i])) {
            sentence.end = ++i;
            if (text[i - 1] == '.') {
                assert_true(ent_i_vec_push(&article->sentences, sentence));
                while (text[i] == ' ' || text[i] == '\n')
                    sentence.paragraph = *paragraph += text[i++] == '\n';
                sentence.start = i;
            }
            continue;
        }
        while (isalnum((unsigned char)text[i]))
            i++;
        uint32_t actor = hand_find(corpus, text + from, i - from);
        if (actor == ENT_NONE)
            continue;
        ent_mention mention = {.start = from,
                               .end = i,
                               .honorific_start = from,
                               .honorific_end = from,
                               .sentence = (uint32_t)article->sentences.n,
                               .confidence = 1,
                               .field = (uint8_t)field};
        hand_mention(corpus, article, actor, mention);
    }
    ++*paragraph;
}

/* Adds an article. The strings must outlive the corpus; date may be NULL. */
static inline ent_article *hand_article(ent_corpus *corpus, const char *date,
                                        const char *title, const char *text)
{
    uint32_t paragraph = 0;
    char id[16];
    ent_article *article = ent_i_article_new();
    assert_non_null(article);
    snprintf(id, sizeof id, "n%zu", corpus->articles.n);
    article->id = ent_i_arena_strdup(&article->arena, id);
    article->title = title;
    article->text = text;
    article->title_size = (uint32_t)strlen(title);
    article->text_size = (uint32_t)strlen(text);
    if (!date || !ent_date_parse(date, &article->date))
        article->date = ENT_NO_DATE;
    hand_read(corpus, article, ENT_FIELD_TITLE, &paragraph);
    hand_read(corpus, article, ENT_FIELD_TEXT, &paragraph);
    assert_int_equal(ent_i_corpus_add_open(corpus, article, NULL), ENT_OK);
    return article;
}

/* Adds an encounter of two mentions. */
static inline void hand_encounter(ent_article *article, ent_kind kind,
                                  ent_standing standing, uint32_t sentence,
                                  uint32_t mention, uint32_t other)
{
    uint32_t *both = ent_i_arena_alloc(&article->arena, 2 * sizeof *both);
    assert_non_null(both);
    both[0] = mention;
    both[1] = other;
    ent_encounter encounter = {.participants = both,
                               .participant_count = 2,
                               .sentence = sentence,
                               .when = ENT_NO_DATE,
                               .when_first = ENT_NO_DATE,
                               .when_last = ENT_NO_DATE,
                               .kind = (uint8_t)kind,
                               .standing = (uint8_t)standing};
    assert_true(ent_i_vec_push(&article->encounters, encounter));
}

static inline void hand_free(ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->articles.n; i++)
        ent_article_free(corpus->articles.items[i]);
    ent_i_vec_free(&corpus->articles);
    ent_i_vec_free(&corpus->first_mention);
    ent_i_vec_free(&corpus->assigned);
    ent_i_vec_free(&corpus->assignments);
    ent_i_vec_free(&corpus->actors);
    ent_i_vec_free(&corpus->copy_of);
    ent_i_vec_free(&corpus->copies);
    ent_i_vec_free(&corpus->dates);
    ent_i_arena_free(&corpus->arena);
}

/* An article whose sentences give each tie its weight: "a b." so many times. */
typedef struct hand_tie {
    const char *a;
    const char *b;
    uint32_t weight;
} hand_tie;

static inline void hand_graph(ent_corpus *corpus, const hand_tie *ties,
                              size_t n)
{
    ent_i_string text = {0};
    for (size_t i = 0; i < n; i++) {
        const char *ends[] = {ties[i].a, ties[i].b};
        for (int k = 0; k < 2; k++)
            if (hand_find(corpus, ends[k], strlen(ends[k])) == ENT_NONE)
                hand_actor(corpus, ends[k]);
        for (uint32_t k = 0; k < ties[i].weight; k++)
            assert_true(
                ent_i_string_addf(&text, "%s %s. ", ties[i].a, ties[i].b));
    }
    char *kept = ent_i_arena_strdup(&corpus->arena, text.items);
    assert_non_null(kept);
    hand_article(corpus, "2014-01-01", "", kept);
    ent_i_vec_free(&text);
}

/* A setting of the network, or NULL. */
static inline const char *hand_setting(const ent_network *network,
                                       const char *name)
{
    const ent_setting *found;
    for (size_t i = 0; (found = ent_network_setting(network, i)); i++)
        if (strcmp(found->name, name) == 0)
            return found->value;
    return NULL;
}

/* The pair's sightings, until the next call. */
static inline const ent_i_sighting *seen_of(const ent_i_ties *ties,
                                            const ent_i_pair *pair)
{
    static ent_i_sighting seen[4096];
    assert_in_range(pair->sighting_count, 1, sizeof seen / sizeof *seen);
    for (size_t i = 0; i < pair->sighting_count; i++)
        seen[i] = ent_i_sighting_at(&ties->sightings, pair->first_sighting + i);
    return seen;
}

/* What a pair weighs by a measure. */
static inline double hand_weight(const ent_i_ties *ties, const ent_i_pair *pair,
                                 const char *name)
{
    ent_i_tally tally = ent_i_tally_of(ties, pair);
    return ent_i_weight_named(name)->value(&tally);
}

/* The same from counts alone. */
static inline double hand_association(const char *name, uint32_t both,
                                      uint32_t a, uint32_t b, uint32_t all)
{
    ent_i_tally tally = {.both = both, .a = a, .b = b, .all = all};
    return ent_i_weight_named(name)->value(&tally);
}

/* A measure of one of the network's nodes. */
static inline double hand_measure(const ent_network *network,
                                  const ent_node *node, const char *name)
{
    return ent_network_measure(network,
                               (size_t)(node - ent_network_node(network, 0)),
                               ent_measure_find(name));
}

/* The network's node of an actor. */
static inline const ent_node *hand_node(const ent_network *network,
                                        const char *id)
{
    for (size_t i = 0; i < ent_network_node_count(network); i++)
        if (strcmp(ent_network_node(network, i)->id, id) == 0)
            return ent_network_node(network, i);
    return NULL;
}

#endif
