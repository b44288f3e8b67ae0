/* Writes the current decisions as an alias file. */
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "core/json.h"
#include "corpus/decisions.h"

/* jansson expects -1 for failure; sinks return any value but 0. */
static int write_bytes(const char *bytes, size_t size, void *ctx)
{
    const ent_sink *sink = ctx;
    return sink->write(sink->ctx, bytes, size) ? -1 : 0;
}

static ent_status write_failed(ent_error *error)
{
    return ent_i_fail(error, ENT_ERR_IO, "resolve",
                      "cannot write the alias file");
}

static ent_status write_text(const ent_sink *sink, const char *text,
                             ent_error *error)
{
    return sink->write(sink->ctx, text, strlen(text)) ? write_failed(error)
                                                      : ENT_OK;
}

static ent_status write_object(const ent_sink *sink, json_t *object,
                               ent_error *error)
{
    /* The callback takes a void * but does not write to it. */
    ent_sink copy = *sink;
    ent_status status = ent_i_json_dump(object, write_bytes, &copy, 0);
    json_decref(object);
    if (status == ENT_ERR_MEMORY)
        return ent_i_no_memory(error, "resolve");
    return status ? write_failed(error) : ENT_OK;
}

/* The names that belong to one actor wherever they occur. */
typedef struct names {
    const char **items;
    size_t n;
    unsigned types; /* 1u << ent_type for each type of mention */
} names;

/* Compares pointers: each label is stored once per corpus. */
static bool has(const names *list, const char *label)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i] == label)
            return true;
    return false;
}

/* Fills a list with room for all decisions, which the caller reuses for the
 * next actor. */
static void collect(const ent_corpus *corpus, const ent_i_decision *decisions,
                    size_t n, names *out)
{
    const ent_i_resolution *r = corpus->resolution;
    const ent_actor *actor = &corpus->actors.items[decisions->actor];
    out->n = 0;
    out->types = 0;
    for (size_t i = 0; i < n; i++) {
        const ent_i_known_name *node = &r->nodes.items[decisions[i].node];
        /* A bare given name means a different person in each article. */
        if (node->separate)
            continue;
        out->types |= 1u << node->read_as;
        /* The label may be the node's name in proper case. */
        bool same = ent_i_find_node(r, (ent_type)node->read_as, actor->label,
                                    strlen(actor->label)) == decisions[i].node;
        if (!same && !has(out, node->label))
            out->items[out->n++] = node->label;
    }
}

/* NULL when memory runs out: a list without one of its types would exclude
 * mentions of that type. */
static json_t *types_array(unsigned types)
{
    json_t *array = json_array();
    bool ok = array != NULL;
    for (unsigned type = 0; ok && type < ENT_TYPE_COUNT; type++)
        if (types & 1u << type)
            ok = json_array_append_new(
                     array, json_string(ent_type_name((ent_type)type))) == 0;
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

/* Writes everything that ent_i_aliases_read accepts, so that reading the file
 * back changes nothing. Only entries without decisions by the user are
 * sealed. */
static json_t *entry_object(const ent_corpus *corpus, const ent_actor *actor,
                            const names *list)
{
    const ent_actor *likely = ent_corpus_actor(corpus, actor->likely);
    const char *type = ent_type_name((ent_type)actor->type);
    json_t *object =
        json_pack("{s:s, s:s}", "name", actor->label, "type", type);
    json_t *aliases = json_array();
    int bad = !object || !aliases;
    for (size_t i = 0; i < list->n && !bad; i++)
        bad = json_array_append_new(aliases, json_string(list->items[i]));
    if (!bad && list->types != 1u << actor->type)
        bad = json_object_set_new(object, "types", types_array(list->types));
    if (!bad)
        bad = json_object_set(object, "aliases", aliases);
    if (!bad && actor->dropped)
        bad = json_object_set_new(object, "drop", json_true());
    if (!bad && likely)
        bad =
            json_object_set_new(object, "perhaps", json_string(likely->label));
    if (!bad && !actor->dropped && !actor->curated) {
        char seal[17];
        ent_i_alias_seal(actor->label, (ent_type)actor->type, list->types,
                         list->items, list->n, seal);
        bad = json_object_set_new(object, "as_written", json_string(seal));
    }
    json_decref(aliases);
    if (!bad)
        return object;
    json_decref(object);
    return NULL;
}

static bool is_wanted(const ent_actor *actor, uint32_t min_mentions)
{
    return actor->mentions >= min_mentions || actor->curated || actor->dropped;
}

/* One entry per line, since people edit the file and compare versions. Actors
 * with only a bare given name have no name to list. */
static ent_status write_entries(const ent_corpus *corpus, uint32_t min_mentions,
                                const ent_i_decision_list *list,
                                const ent_sink *sink, ent_error *error)
{
    ent_status status = ENT_OK;
    bool first = true;
    names found = {0};
    found.items = ent_i_malloc(list->n * sizeof *found.items);
    if (!found.items)
        return ent_i_no_memory(error, "resolve");
    for (size_t i = 0, j; i < list->n && !status; i = j) {
        uint32_t actor = list->items[i].actor;
        for (j = i + 1; j < list->n && list->items[j].actor == actor;)
            j++;
        collect(corpus, list->items + i, j - i, &found);
        if (!found.types ||
            !is_wanted(&corpus->actors.items[actor], min_mentions))
            continue;
        status = write_text(sink, first ? "\n  " : ",\n  ", error);
        first = false;
        if (!status)
            status = write_object(
                sink,
                entry_object(corpus, &corpus->actors.items[actor], &found),
                error);
    }
    ent_i_free(found.items);
    return status;
}

static ent_status write_pairs(const ent_corpus *corpus, const ent_sink *sink,
                              ent_error *error)
{
    const ent_i_aliases *aliases = &corpus->resolution->aliases;
    ent_status status = ENT_OK;
    for (size_t i = 0; i < aliases->pairs.n && !status; i++) {
        status = write_text(sink, i ? ",\n  " : "\n  ", error);
        if (!status)
            status = write_object(sink,
                                  json_pack("[s, s]", aliases->pairs.items[i].a,
                                            aliases->pairs.items[i].b),
                                  error);
    }
    return status;
}

ent_status ent_corpus_write_aliases(const ent_corpus *corpus,
                                    uint32_t min_mentions, const ent_sink *sink,
                                    ent_error *error)
{
    ent_i_decision_list list = {0};
    if (!corpus->resolution)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "resolve",
                          "expected a corpus that was resolved");
    ent_status status = ent_i_decisions(&list, corpus)
                            ? write_text(sink, "{\"actors\": [", error)
                            : ent_i_no_memory(error, "resolve");
    if (!status)
        status = write_entries(corpus, min_mentions, &list, sink, error);
    if (!status)
        status = write_text(sink, "],\n \"not_the_same\": [", error);
    if (!status)
        status = write_pairs(corpus, sink, error);
    if (!status)
        status = write_text(sink, "]}\n", error);
    ent_i_vec_free(&list);
    return status;
}
