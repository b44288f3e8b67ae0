/* A real ent_network filled by hand, to look at what exporters see of it. */
#ifndef ENTENTE_TESTS_MADE_NETWORK_H
#define ENTENTE_TESTS_MADE_NETWORK_H

#include <math.h>
#include <string.h>

#include "core/article.h"
#include "corpus/corpus.h"
#include "graph/graph.h"

typedef struct made_network {
    ent_network network;
    ent_corpus corpus;
    ent_node nodes[3];
    ent_i_tie ties[2];
    ent_i_presence presence[3];
    double values[3 * 16];
    ent_article article;
    ent_article *articles[1];
    ent_sentence sentences[1];
    ent_encounter encounters[1];
    ent_setting settings[2];
} made_network;

static inline ent_node made_node(const char *id, const char *label)
{
    static const char *const aliases[] = {"Bo", "B. & Co"};
    return (ent_node){.id = id,
                      .label = label,
                      .aliases = aliases,
                      .alias_count = 2,
                      .mentions = 5,
                      .articles = 2,
                      .first = ent_i_date(2014, 3, 29),
                      .last = ENT_NO_DATE,
                      .component = 0,
                      .community = ENT_NONE,
                      .type = ENT_PERSON};
}

/* The same for all three nodes. */
static inline void made_values(made_network *m)
{
    static const struct {
        const char *name;
        double value;
    } known[] = {{"degree", 1},        {"strength", 2.5},
                 {"betweenness", NAN}, {"closeness", INFINITY},
                 {"eigenvector", 1},   {"pagerank", 0.1}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (size_t k = 0; k < 3; k++)
            m->values[3 * ent_measure_find(known[i].name) + k] = known[i].value;
    m->network.measured.nodes = m->values;
}

static inline void made_sightings(ent_i_sightings *list)
{
    ent_i_sighting first = {.encounter = ENT_NONE, .share = 0.75F};
    ent_i_sighting second = {.share = 0.25F};
    ent_i_sightings_add(list, &first);
    ent_i_sightings_add(list, &second);
}

/* Three nodes; two ties; the first tie has two pieces of evidence, of which the
 * second is a meeting. It points into itself: never copy it. */
static inline const ent_network *make_network(made_network *m)
{
    ent_i_sightings_free(&m->network.related.sightings); /* made before */
    *m = (made_network){0};
    m->nodes[0] = made_node("ann", "Ann");
    m->nodes[1] = made_node("bo", "B\xC3\xB8");
    m->nodes[2] = made_node("cy", "Cy <\"'&>");
    m->ties[0].tie = (ent_tie){.source = 0,
                               .target = 1,
                               .weight = 2.5,
                               .count = 3,
                               .articles = 1,
                               .first = ent_i_date(2014, 3, 29),
                               .last = ent_i_date(2014, 3, 30),
                               .evidence_count = 2};
    m->ties[0].encounters[ENT_MEET] = 1;
    m->ties[0].encounters[ENT_JOINT] = 2;
    m->ties[1].tie = (ent_tie){.source = 1,
                               .target = 2,
                               .weight = 0.1,
                               .first = ENT_NO_DATE,
                               .last = ENT_NO_DATE};
    m->sentences[0] = (ent_sentence){.start = 4, .end = 20, .field = 1};
    m->encounters[0] = (ent_encounter){.when = ent_i_date(2014, 3, 30),
                                       .where = "Paris",
                                       .kind = ENT_MEET,
                                       .standing = ENT_PLANNED,
                                       .confidence = 0.5F,
                                       .form = ENT_FORM_INTERVIEW,
                                       .weak = ENT_WEAK_PUBLIC};
    m->article.id = "a1";
    m->article.title = "";
    m->article.text = "Hm. Ann \n met\t Bo.  End.";
    m->article.date = ENT_NO_DATE;
    m->article.sentences.items = m->sentences;
    m->article.sentences.n = 1;
    m->article.encounters.items = m->encounters;
    m->article.encounters.n = 1;
    m->articles[0] = &m->article;
    m->corpus.articles.items = m->articles;
    m->corpus.articles.n = 1;
    m->settings[0] = (ent_setting){0, "window", "sentence"};
    m->settings[1] = (ent_setting){0, "ego", "a=b"};
    made_values(m);
    m->network.related.presence.items = m->presence;
    m->network.related.presence.n = 3;
    m->network.related.windows = 9;
    m->network.corpus = &m->corpus;
    m->network.ego = ENT_NONE;
    m->network.nodes.items = m->nodes;
    m->network.nodes.n = 3;
    m->network.ties.items = m->ties;
    m->network.ties.n = 2;
    made_sightings(&m->network.related.sightings);
    m->network.settings.list.items = m->settings;
    m->network.settings.list.n = 2;
    m->network.summary = (ent_network_summary){.nodes = 3,
                                               .ties = 2,
                                               .articles = 1,
                                               .density = 2.0 / 3,
                                               .modularity = NAN,
                                               .first = ENT_NO_DATE,
                                               .last = ENT_NO_DATE,
                                               .samples = 8,
                                               .measured_nodes = 3,
                                               .measured_ties = 2};
    return &m->network;
}

#endif
