/* The available exporters: built in, loaded by path, found in folders. Names
 * are assigned in that order, so that a file dropped into a folder never takes
 * over a name that means something to the user or the program. */
#include "export/registry.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "core/error.h"

#define STAGE "export"

/* Built-in exporters use the same entry as plug-ins, so every run tests what
 * plug-ins may do. */
static const ent_exporter_entry_fn built_in[] = {
    ent_i_exporter_json,  ent_i_exporter_graphml,    ent_i_exporter_gexf,
    ent_i_exporter_csv,   ent_i_exporter_graphology, ent_i_exporter_cytoscape,
    ent_i_exporter_gml,   ent_i_exporter_pajek,      ent_i_exporter_neo4j,
    ent_i_exporter_edges, ent_i_exporter_matrix,     ent_i_exporter_mermaid};

/* Plug-ins may leave texts out; code that lists exporters need not check. */
static const char *or_empty(const char *text) { return text ? text : ""; }

/* Copies into this program's structs: those of other versions differ. */
static const ent_exporter_option *copy_options(ent_i_arena *arena,
                                               const ent_exporter *e)
{
    ent_exporter_option *copy =
        ent_i_arena_alloc(arena, e->option_count * sizeof *copy);
    for (uint32_t i = 0; copy && i < e->option_count; i++)
        copy[i] = ent_i_option_at(e, i);
    return copy;
}

/* Keeps entries sorted by origin, and within one origin by arrival. Insertion
 * sort suits a dozen entries and keeps the order of equals. */
static bool insert(ent_exporters *x, ent_i_offer made)
{
    if (!ent_i_vec_reserve(&x->entries, 1))
        return false;
    size_t at = x->entries.n++;
    for (; at > 0 && x->entries.items[at - 1].from > made.from; at--)
        x->entries.items[at] = x->entries.items[at - 1];
    x->entries.items[at] = made;
    return true;
}

/* The descriptor is static in its module, which is never unloaded, so its texts
 * can be borrowed. */
static bool add(ent_exporters *x, const ent_exporter *e, const char *path,
                ent_i_origin from)
{
    const ent_exporter_option *options = copy_options(&x->arena, e);
    ent_i_offer made = {.exporter = e, .from = from};
    made.info = (ent_exporter_info){
        .size = sizeof(ent_exporter_info),
        .name = e->name,
        .extensions = or_empty(e->extensions),
        .version = or_empty(e->version),
        .description = or_empty(e->description),
        .path = path,
        .options = options,
        .option_count = e->option_count,
        .binary = (e->flags & ENT_EXPORTER_BINARY) != 0,
        .mime = or_empty(e->mime),
        .placed = (e->flags & ENT_EXPORTER_PLACED) != 0,
        .unmeasured = (e->flags & ENT_EXPORTER_UNMEASURED) != 0};
    return options && insert(x, made);
}

/* A path that ends in a slash is a folder and has no file name. */
const char *ent_i_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

/* Plug-ins that could not be loaded are kept too, so that `entente exporters`
 * can say why a file in the folder is not offered. */
static ent_i_offer failed_entry(const char *path, const char *failure)
{
    ent_i_offer made = {.from = ENT_I_FOUND};
    made.info = (ent_exporter_info){.size = sizeof(ent_exporter_info),
                                    .name = ent_i_base_name(path),
                                    .extensions = "",
                                    .version = "",
                                    .description = "",
                                    .path = path,
                                    .failure = failure,
                                    .mime = ""};
    return made;
}

/* Skips failed entries: their name is only a file's. */
ent_i_offer *ent_i_offer_named(const ent_exporters *x, const char *name)
{
    for (size_t i = 0; i < x->entries.n; i++)
        if (x->entries.items[i].exporter &&
            strcmp(x->entries.items[i].info.name, name) == 0)
            return &x->entries.items[i];
    return NULL;
}

/* A failing plug-in must not stop the others from working, so this adds an
 * entry and is not an error. */
static ent_status add_failure(ent_exporters *x, const char *path,
                              const char *failure, ent_error *error)
{
    const char *kept_path = ent_i_arena_strdup(&x->arena, path);
    const char *kept = ent_i_arena_strdup(&x->arena, failure);
    if (!kept_path || !kept || !insert(x, failed_entry(kept_path, kept)))
        return ent_i_no_memory(error, STAGE);
    return ENT_OK;
}

/* The first exporter of a name keeps it, and the list says where it comes from.
 */
static ent_status add_clash(ent_exporters *x, const ent_exporter *e,
                            const char *path, const ent_i_offer *first,
                            ent_error *error)
{
    char why[640];
    snprintf(why, sizeof why, "the name '%s' is taken by %s", e->name,
             first->info.path);
    return add_failure(x, path, why, error);
}

/* Adds the exporters of one plug-in found by scanning. */
static ent_status add_found(ent_exporters *x, const char *path,
                            ent_error *error)
{
    const ent_exporter *e = NULL;
    ent_error why = {.message = ""};
    ent_status status = ent_i_plugin_load(path, &e, &why);
    /* Not the file's fault: the run can't go on. */
    if (status == ENT_ERR_MEMORY)
        return ent_i_no_memory(error, STAGE);
    if (status != ENT_OK)
        return add_failure(x, path, why.message, error);
    const char *kept = ent_i_arena_strdup(&x->arena, path);
    if (!kept)
        return ent_i_no_memory(error, STAGE);
    for (; e; e = ent_i_exporter_next(e)) {
        const ent_i_offer *first = ent_i_offer_named(x, e->name);
        if (first && first->exporter == e) /* the same file once more */
            continue;
        if (first)
            status = add_clash(x, e, path, first, error);
        else if (!add(x, e, kept, ENT_I_FOUND))
            status = ent_i_no_memory(error, STAGE);
        if (status != ENT_OK)
            return status;
    }
    return ENT_OK;
}

/* Other files may lie beside the modules, such as their licences. */
static int is_module(const struct dirent *item)
{
    size_t n = strlen(item->d_name);
    return n > 3 && item->d_name[0] != '.' &&
           strcmp(item->d_name + n - 3, ".so") == 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name); /* not the locale's order */
}

/* Loads every module of a folder, in the order of names. A folder that nobody
 * asked for may be missing. */
static ent_status scan(ent_exporters *x, const char *folder, bool asked_for,
                       ent_error *error)
{
    struct dirent **items;
    int n = scandir(folder, &items, is_module, by_bytes);
    if (n < 0 && errno == ENOMEM)
        return ent_i_no_memory(error, STAGE);
    if (n < 0)
        return asked_for
                   ? add_failure(x, folder, "the folder can't be read", error)
                   : ENT_OK;
    ent_status status = ENT_OK;
    ent_i_string path = {0};
    for (int i = 0; i < n; i++) {
        path.n = 0;
        if (status == ENT_OK)
            status = ent_i_string_addf(&path, "%s/%s", folder, items[i]->d_name)
                         ? add_found(x, path.items, error)
                         : ent_i_no_memory(error, STAGE);
        free(items[i]); /* scandir's own */
    }
    free(items);
    ent_i_vec_free(&path);
    return status;
}

/* Added first, so that they keep their names. */
static ent_status add_built_in(ent_exporters *x, ent_error *error)
{
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
        if (!add(x, built_in[i](ENT_EXPORTER_ABI), "built-in", ENT_I_BUILT_IN))
            return ent_i_no_memory(error, STAGE);
    return ENT_OK;
}

static ent_status add_plugins(ent_exporters *x, const char *search_path,
                              ent_error *error)
{
    ent_status status =
        ent_i_search_folders(search_path, &x->arena, &x->folders, error);
    for (size_t i = 0; i < x->folders.n && status == ENT_OK; i++)
        status = scan(x, x->folders.items[i].path,
                      x->folders.items[i].asked_for, error);
    return status;
}

ent_status ent_exporters_new(ent_exporters **out, bool plugins,
                             const char *search_path, ent_error *error)
{
    ent_exporters *x = ent_i_calloc(1, sizeof *x);
    if (!x)
        return ent_i_no_memory(error, STAGE);
    ent_status status = add_built_in(x, error);
    if (status == ENT_OK && plugins)
        status = add_plugins(x, search_path, error);
    if (status == ENT_OK)
        *out = x;
    else
        ent_exporters_free(x);
    return status;
}

/* A plug-in found by scanning makes way for one that was asked for: naming a
 * file by --plugin means that file, whatever is in the folders. */
static ent_status give_way(ent_exporters *x, ent_i_offer *found,
                           const char *path, ent_error *error)
{
    char why[640];
    snprintf(why, sizeof why, "the name '%s' is taken by %s", found->info.name,
             path);
    const char *kept = ent_i_arena_strdup(&x->arena, why);
    if (!kept)
        return ent_i_no_memory(error, STAGE);
    *found = failed_entry(found->info.path, kept);
    return ENT_OK;
}

/* Asking for the same file twice is not a clash. Built-in names, and those
 * asked for earlier, are not reassigned. */
static ent_status add_asked_for(ent_exporters *x, const ent_exporter *e,
                                const char *path, ent_error *error)
{
    ent_i_offer *taken = ent_i_offer_named(x, e->name);
    if (taken && taken->exporter == e && taken->from == ENT_I_ASKED_FOR)
        return ENT_OK;
    if (taken && taken->from != ENT_I_FOUND)
        return ent_i_fail_at(error,
                             ent_i_fail(error, ENT_ERR_PLUGIN, STAGE,
                                        "the name '%s' is taken by %s", e->name,
                                        taken->info.path),
                             path, 0, -1);
    ent_status status = taken ? give_way(x, taken, path, error) : ENT_OK;
    if (status == ENT_OK && !add(x, e, path, ENT_I_ASKED_FOR))
        status = ent_i_no_memory(error, STAGE);
    return status;
}

/* Unlike a file found by scanning, one that was asked for and can't be loaded
 * is an error. */
ent_status ent_exporters_load(ent_exporters *x, const char *path,
                              ent_error *error)
{
    const ent_exporter *e = NULL;
    ent_status status = ent_i_plugin_load(path, &e, error);
    if (status != ENT_OK)
        return status;
    const char *kept = ent_i_arena_strdup(&x->arena, path);
    if (!kept)
        return ent_i_no_memory(error, STAGE);
    for (; e && status == ENT_OK; e = ent_i_exporter_next(e))
        status = add_asked_for(x, e, kept, error);
    return status;
}

size_t ent_exporters_count(const ent_exporters *x) { return x->entries.n; }

const ent_exporter_info *ent_exporters_info(const ent_exporters *x, size_t i)
{
    return i < x->entries.n ? &x->entries.items[i].info : NULL;
}

void ent_exporters_listen(ent_exporters *x, const ent_export_events *events)
{
    x->events = *events;
}

/* Modules stay loaded; see open_module. */
void ent_exporters_free(ent_exporters *x)
{
    if (!x)
        return;
    ent_i_vec_free(&x->entries);
    ent_i_vec_free(&x->folders);
    ent_i_arena_free(&x->arena);
    ent_i_free(x);
}
