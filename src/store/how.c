/* How articles are read: by which rules, models and options. Articles of a
 * store that were read otherwise are outdated. */
#include <string.h>

#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "core/map.h"
#include "rules.h"
#include "store/database.h"

/* A file counts by what is in it. */
static ent_status add_file(json_t *how, const char *name, const char *path,
                           ent_error *error)
{
    ent_i_string bytes = {0};
    if (!path)
        return ENT_OK;
    ent_status status = ent_i_file_read(&bytes, path, "store", error);
    json_t *hash = status
                       ? NULL
                       : json_sprintf("%016llx", (unsigned long long)ent_i_hash(
                                                     bytes.items, bytes.n));
    ent_i_vec_free(&bytes);
    if (!status && json_object_set_new(how, name, hash))
        status = ent_i_no_memory(error, "store");
    return status;
}

static int to_string(const char *bytes, size_t n, void *out)
{
    return ent_i_string_add(out, bytes, n) ? 0 : -1;
}

/* What isn't given is left out. */
static ent_status describe(ent_i_string *out, const ent_read_options *options,
                           ent_error *error)
{
    json_t *how =
        json_pack("{s:s, s:s, s:s*}", "entente", ENTENTE_VERSION, "rules",
                  ENTENTE_RULES, "recogniser", options->recogniser);
    ent_status status = how ? ENT_OK : ent_i_no_memory(error, "store");
    if (!status)
        status = add_file(how, "model", options->model, error);
    if (!status)
        status = add_file(how, "entities", options->entities, error);
    if (!status && options->min_confidence >= 0 &&
        json_object_set_new(how, "min-confidence",
                            json_real(options->min_confidence)))
        status = ent_i_no_memory(error, "store");
    if (!status && json_dump_callback(how, to_string, out,
                                      JSON_SORT_KEYS | JSON_REAL_PRECISION(9)))
        status = ent_i_no_memory(error, "store");
    json_decref(how);
    return status;
}

ent_status ent_i_store_find_reading(ent_store *store, ent_error *error)
{
    sqlite3_stmt *query = store->queries[ENT_I_FIND_READING];
    ent_i_store_bind(query, 1, store->how.items);
    return ent_i_store_number(store, query, &store->reading, error);
}

ent_status ent_i_store_reading(ent_store *store,
                               const ent_read_options *options,
                               ent_error *error)
{
    store->how.n = 0;
    store->reading = store->drawn = 0;
    store->last = -1;
    ent_status status = describe(&store->how, options, error);
    return status ? status : ent_i_store_find_reading(store, error);
}
