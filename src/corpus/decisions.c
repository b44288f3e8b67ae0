#include "corpus/decisions.h"

#include <string.h>

/* A record that stands for its own name is explained by how that name was
 * merged, any other by how it was attached. */
static ent_i_decision decision_of(const ent_corpus *corpus, size_t index)
{
    const ent_i_resolution *r = corpus->resolution;
    const ent_i_record *record = ent_i_record_at(r, index);
    const ent_i_known_name *node = &r->nodes.items[record->node];
    bool merged = record->reason == ENT_BY_ITSELF;
    return (ent_i_decision){
        .actor = ent_i_assignment_at(corpus, index)->actor,
        .node = record->node,
        .label = node->label,
        .articles = 1,
        .example = record->article,
        .confidence = (double)(merged ? node->confidence : record->confidence),
        .reason = merged ? node->reason : record->reason};
}

/* Puts parts of the same decision next to each other; the example is the first
 * article. */
static int by_name(const void *a, const void *b)
{
    const ent_i_decision *x = a, *y = b;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    int order = strcmp(x->label, y->label);
    if (order || x->node != y->node)
        return order ? order : (x->node < y->node ? -1 : 1);
    if (x->reason != y->reason)
        return x->reason < y->reason ? -1 : 1;
    return x->example < y->example ? -1 : x->example > y->example;
}

static int by_articles(const void *a, const void *b)
{
    const ent_i_decision *x = a, *y = b;
    if (x->actor == y->actor && x->articles != y->articles)
        return x->articles > y->articles ? -1 : 1;
    return by_name(a, b);
}

/* Sorts, merges equal decisions in place, averages, then sorts by weight within
 * each actor. */
bool ent_i_decisions(ent_i_decision_list *list, const ent_corpus *corpus)
{
    const ent_i_resolution *r = corpus->resolution;
    size_t n = 0;
    for (size_t i = 0; r && i < r->records.n; i++)
        if (!ent_i_vec_push(list, decision_of(corpus, i)))
            return false;
    ent_i_decision *items = list->items;
    ent_i_sort(items, list->n, sizeof *items, by_name);
    for (size_t i = 0; i < list->n; i++) {
        ent_i_decision *last = n ? &items[n - 1] : NULL;
        if (last && last->actor == items[i].actor &&
            last->node == items[i].node && last->reason == items[i].reason) {
            last->confidence += items[i].confidence;
            last->articles++;
        } else {
            items[n++] = items[i];
        }
    }
    list->n = n;
    for (size_t i = 0; i < n; i++)
        items[i].confidence /= items[i].articles;
    ent_i_sort(items, n, sizeof *items, by_articles);
    return true;
}
