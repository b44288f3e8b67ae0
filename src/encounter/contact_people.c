/* Who takes part in a contact: the groups beside its word. */
#include "encounter/contact.h"

uint32_t ent_i_find_near(const ent_i_passage *r, uint32_t i, uint32_t reach,
                         const char *text)
{
    for (uint32_t end = i + reach; i < r->node_count && i < end; i++)
        if (strcmp(r->nodes[i].text, text) == 0)
            return i;
    return ENT_NONE;
}

/* A person counts once, however often they are named: "Stroud and his wife met
 * Stroud aides" adds no second Stroud. */
static void add_mention(const ent_i_passage *r, ent_i_finding *f,
                        uint32_t mention)
{
    for (uint32_t i = 0; i < f->count; i++)
        if (ent_i_same_person(r->article, f->people[i], mention))
            return;
    if (f->count < 2 * ENT_I_GROUP_MAX)
        f->people[f->count++] = mention;
}

/* Also widens the text shown as evidence. A reference can stand for two people
 * ("they"). */
static void add_node(const ent_i_passage *r, ent_i_finding *f, uint32_t node)
{
    add_mention(r, f, r->nodes[node].mention);
    f->referred |= r->nodes[node].reference;
    if (r->nodes[node].other != ENT_NONE)
        add_mention(r, f, r->nodes[node].other);
    if (node < f->first)
        f->first = node;
    if (node > f->last)
        f->last = node;
}

void ent_i_add_group(const ent_i_passage *r, ent_i_finding *f, uint32_t group)
{
    if (group == ENT_NONE)
        return;
    for (uint32_t i = 0; i < r->groups[group].count; i++)
        add_node(r, f, r->groups[group].members[i]);
}

/* Counts persons, not nodes: "they" is one node and two persons. */
uint32_t ent_i_group_size(const ent_i_passage *r, uint32_t group)
{
    uint32_t n = 0;
    for (uint32_t i = 0; group != ENT_NONE && i < r->groups[group].count; i++)
        n += 1 + (r->nodes[r->groups[group].members[i]].other != ENT_NONE);
    return n;
}

bool ent_i_overlap(const ent_i_passage *r, uint32_t a, uint32_t b)
{
    if (a == ENT_NONE || b == ENT_NONE)
        return false;
    for (uint32_t i = 0; i < r->groups[a].count; i++)
        for (uint32_t k = 0; k < r->groups[b].count; k++)
            if (ent_i_same_person(r->article,
                                  r->nodes[r->groups[a].members[i]].mention,
                                  r->nodes[r->groups[b].members[k]].mention))
                return true;
    return false;
}

/* "next" and "opposite" need no second word here, because ent_i_object_at skips
 * a "to". */
const char *const ent_i_with_words[] = {"with", "alongside", "beside",
                                        "next", "opposite",  NULL};
const char *const ent_i_to_words[] = {"to", "toward", "towards", NULL};
const char *const ent_i_by_words[] = {"by", NULL};

/* Whether the list continued at node i ends in a noun of contact. */
static bool noun_list(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t end = i + 3; i < r->node_count && i < end; i++)
        if (ent_i_is_word(r, i, ENT_I_W_CONTACT_N))
            return true;
    return false;
}

/* Whether node i may stand between the verb and its "with": adverbs, days and
 * places may ("met on Friday in Paris with"), and for some verbs a topic
 * too. */
static bool is_between(const ent_i_passage *r, uint32_t i, bool topic)
{
    const ent_i_item *node = &r->nodes[i];
    if (node->what == ENT_I_NAME || node->what == ENT_I_NUMBER)
        return true;
    if (node->what == ENT_I_PERSON)
        return topic || node->possessive;
    if (node->what != ENT_I_WORD)
        return node->what == ENT_I_DASH && node->end - node->start == 1;
    if (node->is & ENT_I_W_CONTACT_V && ent_i_is_verb(r, i))
        return false;
    if (node->is & (ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_SAY) &&
        !(node->is & ENT_I_W_CONTACT_N) && ent_i_is_verb(r, i))
        return false; /* but "visited the state with" */
    if (node->is & ENT_I_W_COMP && !(node->is & ENT_I_W_PREP))
        return false;
    if (node->is & ENT_I_W_CONJ) /* "a summit and news conference with" */
        return topic || (i + 1 < r->node_count && noun_list(r, i + 1));
    return true;
}

uint32_t ent_i_counterpart(const ent_i_passage *r, uint32_t i, bool topic,
                           const char *const *prepositions)
{
    for (uint32_t end = i + ENT_I_REACH; i < r->node_count && i < end; i++) {
        for (const char *const *p = prepositions; *p; p++)
            if (ent_i_is_text(r, i,
                              *p)) /* object_at skips the "to" of "next to" */
                return ent_i_object_at(r, i + 1);
        bool list = r->nodes[i].what == ENT_I_COMMA &&
                    ent_i_is_text(r, i + 1, "including");
        if (!list && !is_between(r, i, topic) && !ent_i_is_text(r, i, "that"))
            break;
        /* In "the summit sets the bar for Pak's meeting with", the "with"
         * belongs to the meeting. */
        if (r->nodes[i].what == ENT_I_PERSON && r->nodes[i].possessive &&
            ent_i_is_word(r, i + 1, ENT_I_W_CONTACT_N))
            break;
    }
    return ENT_NONE;
}
