#include "corpus/verdicts.h"

#include <string.h>

static bool is_short(const ent_i_verdict *v)
{
    ent_i_name name;
    ent_i_name_parse(&name, v->name, strlen(v->name));
    return v->type == ENT_PERSON && !ent_i_name_is_full(&name);
}

bool ent_i_take_verdicts(ent_i_resolution *r, const ent_corpus *corpus)
{
    bool done = true;
    for (size_t i = 0; done && i < corpus->answers.n; i++) {
        const ent_i_verdict *v = &corpus->answers.items[i];
        if (v->same || !is_short(v))
            done = ent_i_aliases_answer(&r->aliases, v);
    }
    return done;
}

static void keep_open(ent_i_resolution *r, uint32_t name, uint32_t whom)
{
    for (size_t i = 0; i < r->records.n; i++) {
        ent_i_record *record = ent_i_record_at(r, i);
        if (record->node != name)
            continue;
        if (record->likely != ENT_NONE && ent_i_root(r, record->likely) == whom)
            record->likely = ENT_NONE;
        if (record->stands_for != whom || name == whom)
            continue;
        record->stands_for = ent_i_root(r, name);
        record->reason = ENT_BY_ITSELF;
        record->confidence = 1;
    }
}

void ent_i_keep_verdicts(ent_i_resolution *r, const ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->answers.n; i++) {
        const ent_i_verdict *v = &corpus->answers.items[i];
        ent_type type = (ent_type)v->type;
        uint32_t name = ent_i_find_node(r, type, v->name, strlen(v->name));
        uint32_t whom = ent_i_find_node(r, type, v->whom, strlen(v->whom));
        if (!v->same && is_short(v) && name != ENT_NONE && whom != ENT_NONE)
            keep_open(r, name, ent_i_root(r, whom));
    }
}
