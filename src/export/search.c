/* Where plug-ins are looked for: first where the user says, then beside the
 * program and the library, then where the system has them. */
#include <string.h>

#include "core/error.h"
#include "core/own.h"
#include "export/export.h"

#define STAGE "export"

/* Adds each folder once: otherwise a module that fails would be reported twice.
 */
static ent_status add(ent_i_folders *out, const char *path, bool asked_for,
                      ent_i_arena *arena, ent_error *error)
{
    for (size_t i = 0; i < out->n; i++)
        if (strcmp(out->items[i].path, path) == 0)
            return ENT_OK;
    ent_i_folder made = {ent_i_arena_strdup(arena, path), asked_for};
    return made.path && ent_i_vec_push(out, made)
               ? ENT_OK
               : ent_i_no_memory(error, STAGE);
}

/* Like PATH, except that an empty part means nothing here: loading code from
 * whatever folder one is in is a trap. */
static ent_status add_search_path(ent_i_folders *out, const char *search_path,
                                  ent_i_arena *arena, ent_error *error)
{
    ent_status status = ENT_OK;
    while (status == ENT_OK && *search_path) {
        size_t n = strcspn(search_path, ":");
        const char *folder = ent_i_arena_strndup(arena, search_path, n);
        if (!folder)
            return ent_i_no_memory(error, STAGE);
        if (n)
            status = add(out, folder, true, arena, error);
        search_path += n + (search_path[n] == ':');
    }
    return status;
}

static ent_status add_own(ent_i_folders *out, ent_i_arena *arena,
                          ent_error *error)
{
    ent_i_place places[ENT_I_PLACES];
    size_t n = ent_i_own_places("entente-exporters", places);
    ent_status status = ENT_OK;
    for (size_t i = 0; i < n && status == ENT_OK; i++)
        status = add(out, places[i], false, arena, error);
    return status;
}

ent_status ent_i_search_folders(const char *search_path, ent_i_arena *arena,
                                ent_i_folders *out, ent_error *error)
{
    ent_status status = ENT_OK;
    if (search_path)
        status = add_search_path(out, search_path, arena, error);
    if (status == ENT_OK)
        status = add_own(out, arena, error);
    return status;
}
