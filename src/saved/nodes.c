/* Nodes of several networks as actors: those of one id and type are one. */
#include <string.h>

#include "saved/adding.h"

static bool is_known_as(const ent_actor *actor, const char *name)
{
    for (size_t i = 0; i < actor->alias_count; i++)
        if (strcmp(actor->aliases[i], name) == 0)
            return true;
    return strcmp(actor->label, name) == 0;
}

/* Adds the names that the actor doesn't have yet. */
static bool add_names(const ent_i_adding *a, ent_actor *actor,
                      const char *label, const json_t *list)
{
    size_t n = json_array_size(list);
    const char **names = ent_i_arena_alloc(
        &a->corpus->arena, (actor->alias_count + n + 1) * sizeof *names);
    if (!names)
        return false;
    if (actor->alias_count)
        memcpy(names, actor->aliases, actor->alias_count * sizeof *names);
    actor->aliases = names;
    for (size_t i = 0; i <= n; i++) {
        const char *name =
            i ? json_string_value(json_array_get(list, i - 1)) : label;
        if (!name || is_known_as(actor, name))
            continue;
        name = ent_i_adding_keep(a, name);
        if (!name)
            return false;
        names[actor->alias_count++] = name;
    }
    return true;
}

/* Two things of different types can have one id in two networks: the second is
 * told apart by its type. */
static uint32_t *actor_slot(const ent_i_adding *a, const char *id,
                            ent_type type, const char **kept)
{
    ent_i_string other = {0};
    uint32_t number = (uint32_t)a->corpus->actors.n;
    uint32_t *slot =
        ent_i_strmap_put(&a->given->actors, id, strlen(id), number);
    if (slot && *slot != number &&
        a->corpus->actors.items[*slot].type != (uint8_t)type) {
        bool made = ent_i_string_addf(&other, "%s-%s", id, ent_type_name(type));
        slot = made ? ent_i_strmap_put(&a->given->actors, other.items, other.n,
                                       number)
                    : NULL;
        id = other.items;
    }
    *kept = slot && *slot == number ? ent_i_adding_keep(a, id) : NULL;
    ent_i_vec_free(&other);
    return slot;
}

/* The actor of an id, a new one if no network before had it. */
static uint32_t find_actor(const ent_i_adding *a, const char *id,
                           const char *label, ent_type type)
{
    ent_corpus *corpus = a->corpus;
    const char *kept;
    uint32_t *slot = actor_slot(a, id, type, &kept);
    if (!slot || *slot < corpus->actors.n)
        return slot ? *slot : ENT_NONE;
    ent_actor actor = {.size = sizeof actor,
                       .id = kept,
                       .label = ent_i_adding_keep(a, label),
                       .likely = ENT_NONE,
                       .type = (uint8_t)type};
    ent_i_named named = {.first = ENT_NO_DATE, .last = ENT_NO_DATE};
    return actor.id && actor.label && ent_i_vec_push(&a->given->named, named) &&
                   ent_i_vec_push(&corpus->actors, actor)
               ? *slot
               : ENT_NONE;
}

/* Days come in any order here. */
static void widen(ent_i_named *named, const ent_i_named *more)
{
    if (more->first != ENT_NO_DATE &&
        (named->first == ENT_NO_DATE || more->first < named->first))
        named->first = more->first;
    if (more->last != ENT_NO_DATE &&
        (named->last == ENT_NO_DATE || more->last > named->last))
        named->last = more->last;
}

/* The name most used in all networks is shown: that of the one with most
 * mentions. */
static bool add_counts(const ent_i_adding *a, uint32_t number,
                       const ent_i_named *more, const char *label,
                       const json_t *object)
{
    ent_actor *actor = &a->corpus->actors.items[number];
    ent_i_named *named = &a->given->named.items[number];
    const char *former = actor->label;
    if (more->mentions > named->mentions && strcmp(label, former) != 0 &&
        !(actor->label = ent_i_adding_keep(a, label)))
        return false;
    named->mentions += more->mentions;
    named->articles += more->articles;
    named->windows += more->windows;
    widen(named, more);
    actor->mentions = named->mentions;
    actor->articles = named->articles;
    actor->curated |= json_is_true(json_object_get(object, "curated"));
    return add_names(a, actor, actor->label == former ? label : former,
                     json_object_get(object, "aliases"));
}

ent_status ent_i_adding_node(ent_i_adding *a, const json_t *object)
{
    const char *id = ent_i_member_text(object, "id");
    const char *label = ent_i_member_text(object, "label");
    const char *type_name = ent_i_member_text(object, "type");
    ent_type type;
    ent_i_named more;
    if (!id || !*id || !label || !type_name ||
        !ent_type_parse(type_name, &type) ||
        !ent_i_member_count(object, "mentions", &more.mentions) ||
        !ent_i_member_count(object, "articles", &more.articles) ||
        !ent_i_member_count(object, "windows", &more.windows) ||
        !ent_i_member_date(object, "first", &more.first) ||
        !ent_i_member_date(object, "last", &more.last))
        return ent_i_adding_refuse(
            a, "a node has no id, label, type, mentions, articles or windows");
    uint32_t actor = find_actor(a, id, label, type);
    uint32_t *slot =
        actor == ENT_NONE
            ? NULL
            : ent_i_strmap_put(&a->actors, id, strlen(id), ENT_NONE - 1);
    if (slot && *slot != ENT_NONE - 1)
        return ent_i_adding_refuse(a, "two nodes have one id");
    if (!slot || !add_counts(a, actor, &more, label, object))
        return ent_i_adding_no_memory(a);
    *slot = actor;
    return ENT_OK;
}
