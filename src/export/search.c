/* Where plug-ins are looked for: first where the user says, then beside the
 * program and the library, then where the system has them. */
#define _XOPEN_SOURCE 700 /* realpath */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/error.h"
#include "export/export.h"

#define STAGE "export"

enum { PATH_ROOM = 4096 };

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

/* Adds one of our own folders, by its real path if it exists. */
static ent_status add_beside(ent_i_folders *out, const char *file,
                             const char *way, ent_i_arena *arena,
                             ent_error *error)
{
    ent_i_string folder = {0};
    ent_status status = ENT_OK;
    int beside = (int)(strrchr(file, '/') - file);
    if (ent_i_string_addf(&folder, "%.*s/%s", beside, file, way)) {
        char *real = realpath(folder.items, NULL);
        status = add(out, real ? real : folder.items, false, arena, error);
        free(real); /* realpath's own */
    } else {
        status = ent_i_no_memory(error, STAGE);
    }
    ent_i_vec_free(&folder);
    return status;
}

static bool program_file(char out[PATH_ROOM])
{
    ssize_t n = readlink("/proc/self/exe", out, PATH_ROOM - 1);
    out[n > 0 ? n : 0] = '\0';
    return *out == '/';
}

/* The file in a line of /proc/self/maps, "FROM-TO RIGHTS OFFSET DEVICE INODE
 * FILE", that is mapped at the address; NULL where another one is. */
static const char *mapped_at(const char *line, uintptr_t address)
{
    enum { BETWEEN = 4 };
    char *at;
    uintmax_t from = strtoumax(line, &at, 16);
    uintmax_t to = *at == '-' ? strtoumax(at + 1, &at, 16) : 0;
    if (address < from || address >= to)
        return NULL;
    for (int i = 0; i < BETWEEN; i++) {
        at += strspn(at, " ");
        at += strcspn(at, " ");
    }
    return at + strspn(at, " ");
}

/* The file that this code was loaded from, according to the kernel. dladdr
 * would give the name it was opened by: for the program, whatever its caller
 * called it; for a library, perhaps a path relative to a folder that the
 * process has since left. */
static bool own_file(char out[PATH_ROOM])
{
    static const char anchor;
    char line[PATH_ROOM + 128];
    FILE *maps = fopen("/proc/self/maps", "re");
    *out = '\0';
    while (maps && !*out && fgets(line, sizeof line, maps)) {
        const char *file = mapped_at(line, (uintptr_t)&anchor);
        if (file)
            snprintf(out, PATH_ROOM, "%.*s", (int)strcspn(file, "\n"), file);
    }
    if (maps)
        fclose(maps);
    return *out == '/';
}

/* Before installation the modules are in a folder of a special name beside the
 * program and the library. After it, they are found from the program by a
 * relative path fixed at installation, and directly below the library's folder,
 * wherever the tree was moved to. */
static ent_status add_own(ent_i_folders *out, ent_i_arena *arena,
                          ent_error *error)
{
    static const char before_installing[] = "entente-exporters";
    char program[PATH_ROOM], library[PATH_ROOM];
    bool has_program = program_file(program);
    bool has_library = own_file(library) && strcmp(library, program) != 0;
    const struct {
        bool known;
        const char *file, *way;
    } all[] = {{has_program, program, before_installing},
               {has_program, program, ENTENTE_MODULE_WAY},
               {has_library, library, before_installing},
               {has_library, library, strrchr(ENTENTE_MODULE_DIR, '/') + 1}};
    ent_status status = ENT_OK;
    for (size_t i = 0; i < sizeof all / sizeof *all && status == ENT_OK; i++)
        if (all[i].known)
            status = add_beside(out, all[i].file, all[i].way, arena, error);
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
    if (status == ENT_OK)
        status = add(out, ENTENTE_MODULE_DIR, false, arena, error);
    return status;
}
