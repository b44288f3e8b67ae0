/* In which of its spellings a name is shown. */
#include <string.h>

#include "corpus/across.h"
#include "names/fold.h"

static bool is_capitals(const char *text)
{
    return ent_i_is_capitals(text, strlen(text));
}

/* Of two equally frequent spellings, the greater in bytes: independent of the
 * order of articles, it favours normal case over capitals and accented letters
 * over plain ones. */
static bool is_used_more(const ent_i_surface *s, const ent_i_known_name *node)
{
    if (s->count != node->label_count)
        return s->count > node->label_count;
    return strcmp(s->text, node->label) > 0;
}

/* Each node is shown in its most frequent spelling, in normal case if it has
 * one. */
void ent_i_choose_labels(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->surfaces.n; i++) {
        const ent_i_surface *s = &r->surfaces.items[i];
        ent_i_known_name *node = &r->nodes.items[s->node];
        bool better = !node->label || is_used_more(s, node);
        if (node->label && node->type == ENT_PERSON &&
            is_capitals(node->label) != is_capitals(s->text))
            better = is_capitals(node->label);
        if (better) {
            node->label = s->text;
            node->label_count = s->count;
        }
    }
}
