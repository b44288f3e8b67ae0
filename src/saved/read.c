/* Node-link JSON to a network. Only what the exporter always writes is
 * required; members that are not known are passed over, since later versions
 * and other programs may add some. */
#include <math.h>
#include <string.h>

#include "core/error.h"
#include "saved/members.h"
#include "saved/saved.h"

/* What is being read, and where it goes. */
typedef struct reading {
    ent_saved *saved;
    ent_error *error;
} reading;

static ent_status refuse(const reading *r, const char *expected)
{
    return ent_i_saved_refuse(r->error, r->saved->path, expected);
}

static bool keep_text(ent_saved *saved, const char *text, const char **out)
{
    *out = text ? ent_i_arena_strdup(&saved->arena, text) : NULL;
    return *out != NULL;
}

/* ---- nodes ---- */

static bool keep_aliases(ent_saved *saved, const json_t *list,
                         ent_i_saved_node *node)
{
    size_t n = json_array_size(list);
    node->aliases =
        ent_i_arena_alloc(&saved->arena, (n + 1) * sizeof *node->aliases);
    for (size_t i = 0; node->aliases && i < n; i++) {
        const char *text = json_string_value(json_array_get(list, i));
        if (text && !keep_text(saved, text, &node->aliases[node->alias_count]))
            return false;
        node->alias_count += text != NULL;
    }
    return node->aliases != NULL;
}

static ent_status add_node(const reading *r, const json_t *object)
{
    ent_saved *saved = r->saved;
    const char *id = ent_i_member_text(object, "id"),
               *label = ent_i_member_text(object, "label");
    const char *type = ent_i_member_text(object, "type");
    ent_i_saved_node node = {.strength = 0};
    if (!id || !*id || !label || !type ||
        !ent_i_member_count(object, "mentions", &node.mentions) ||
        !ent_i_member_count(object, "articles", &node.articles) ||
        !ent_i_member_date(object, "first", &node.first) ||
        !ent_i_member_date(object, "last", &node.last))
        return refuse(r, "a node has no id, label, type, mentions or articles");
    uint32_t *place = ent_i_strmap_put(&saved->by_id, id, strlen(id),
                                       (uint32_t)saved->nodes.n);
    if (place && *place != saved->nodes.n)
        return refuse(r, "two nodes have one id");
    if (!place || !keep_text(saved, id, &node.id) ||
        !keep_text(saved, label, &node.label) ||
        !keep_text(saved, type, &node.type) ||
        !keep_aliases(saved, json_object_get(object, "aliases"), &node) ||
        !ent_i_vec_push(&saved->nodes, node))
        return ent_i_no_memory(r->error, "saved");
    return ENT_OK;
}

/* ---- ties ---- */

static uint32_t node_named(const ent_saved *saved, const json_t *object,
                           const char *end)
{
    const char *id = ent_i_member_text(object, end);
    return id ? ent_i_strmap_get(&saved->by_id, id, strlen(id)) : ENT_I_ABSENT;
}

static ent_status add_tie(const reading *r, const json_t *object)
{
    ent_saved *saved = r->saved;
    uint32_t a = node_named(saved, object, "source");
    uint32_t b = node_named(saved, object, "target");
    const json_t *weight = json_object_get(object, "weight");
    ent_i_saved_tie tie = {.source = a < b ? a : b,
                           .target = a < b ? b : a,
                           .weight = json_number_value(weight)};
    if (a == ENT_I_ABSENT || b == ENT_I_ABSENT || a == b)
        return refuse(r, "a tie has no two nodes as its ends");
    if (!json_is_number(weight) || !isfinite(tie.weight) ||
        !ent_i_member_count(object, "count", &tie.count) ||
        !ent_i_member_count(object, "articles", &tie.articles) ||
        !ent_i_member_date(object, "first", &tie.first) ||
        !ent_i_member_date(object, "last", &tie.last))
        return refuse(r, "a tie has no weight, count or articles");
    uint32_t *place = ent_i_keymap_put(&saved->by_ends, ent_i_pair_key(a, b),
                                       (uint32_t)saved->ties.n);
    if (place && *place != saved->ties.n)
        return refuse(r, "two ties have the same ends");
    if (!place || !ent_i_vec_push(&saved->ties, tie))
        return ent_i_no_memory(r->error, "saved");
    saved->nodes.items[a].strength += tie.weight;
    saved->nodes.items[b].strength += tie.weight;
    return ENT_OK;
}

/* ---- the whole ---- */

static ent_status read_graph(const reading *r, const json_t *graph)
{
    ent_saved *saved = r->saved;
    const char *name, *program = ent_i_member_text(graph, "program");
    json_t *value, *options = json_object_get(graph, "options");
    if (!program || strcmp(program, "entente") != 0)
        return refuse(r, "\"graph\" does not name entente as its program");
    if (!ent_i_member_count(json_object_get(graph, "counts"), "articles",
                            &saved->articles) ||
        !ent_i_member_date(graph, "first", &saved->first) ||
        !ent_i_member_date(graph, "last", &saved->last))
        return refuse(r, "\"graph\" has no count of articles");
    json_object_foreach(options, name, value)
    {
        ent_i_saved_setting setting;
        if (!json_is_string(value))
            return refuse(r, "an option is no text");
        if (!keep_text(saved, name, &setting.name) ||
            !keep_text(saved, json_string_value(value), &setting.value) ||
            !ent_i_vec_push(&saved->settings, setting))
            return ent_i_no_memory(r->error, "saved");
    }
    return ENT_OK;
}

static ent_status read_list(const reading *r, const json_t *list,
                            ent_status (*add)(const reading *, const json_t *))
{
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < json_array_size(list); i++)
        status = add(r, json_array_get(list, i));
    return status;
}

static ent_status read_tree(const reading *r, const json_t *tree)
{
    const json_t *nodes = json_object_get(tree, "nodes");
    const json_t *links = json_object_get(tree, "links");
    links = links ? links : json_object_get(tree, "edges");
    if (!json_is_object(json_object_get(tree, "graph")))
        return refuse(r, "it has no \"graph\"");
    ent_status status = read_graph(r, json_object_get(tree, "graph"));
    if (status)
        return status;
    if (!json_is_array(nodes) || !json_is_array(links))
        return refuse(r, "it has no \"nodes\" or \"links\"");
    status = read_list(r, nodes, add_node);
    return status ? status : read_list(r, links, add_tie);
}

ent_status ent_saved_read(ent_saved **out, const char *path, ent_error *error)
{
    ent_saved *saved = ent_i_calloc(1, sizeof *saved);
    json_t *tree = NULL;
    reading r = {saved, error};
    if (!saved || !keep_text(saved, path, &saved->path)) {
        ent_saved_free(saved);
        return ent_i_no_memory(error, "saved");
    }
    ent_status status = ent_i_saved_load(&tree, path, error);
    if (!status)
        status = read_tree(&r, tree);
    json_decref(tree);
    if (status)
        ent_saved_free(saved);
    else
        *out = saved;
    return status;
}

void ent_saved_free(ent_saved *saved)
{
    if (!saved)
        return;
    ent_i_vec_free(&saved->nodes);
    ent_i_vec_free(&saved->ties);
    ent_i_vec_free(&saved->settings);
    ent_i_strmap_free(&saved->by_id);
    ent_i_keymap_free(&saved->by_ends);
    ent_i_arena_free(&saved->arena);
    ent_i_free(saved);
}
