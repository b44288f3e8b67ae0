#define _XOPEN_SOURCE 700 /* realpath */

#include "core/own.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_ROOM = sizeof(ent_i_place) };

static bool program_file(ent_i_place out)
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
static bool own_file(ent_i_place out)
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

/* A folder beside the file, by its real path if it exists. */
static bool beside(const char *file, const char *way, ent_i_place out)
{
    ent_i_place path;
    int n = (int)(strrchr(file, '/') - file);
    n = snprintf(path, sizeof path, "%.*s/%s", n, file, way);
    if (n < 0 || (size_t)n >= sizeof path)
        return false;
    char *real = realpath(path, NULL);
    bool fits = !real || strlen(real) < sizeof path;
    if (fits)
        strcpy(out, real ? real : path);
    free(real); /* realpath's own */
    return fits;
}

/* After installation the folder is found from the program by a relative path
 * fixed at installation, and directly below the library's folder, wherever the
 * tree was moved to. */
size_t ent_i_own_places(const char *before_installing,
                        ent_i_place out[ENT_I_PLACES])
{
    ent_i_place program, library;
    size_t n = 0;
    bool has_program = program_file(program);
    bool has_library = own_file(library) && strcmp(library, program) != 0;
    const struct {
        bool known;
        const char *file, *way;
    } all[] = {{has_program, program, before_installing},
               {has_program, program, ENTENTE_MODULE_WAY},
               {has_library, library, before_installing},
               {has_library, library, strrchr(ENTENTE_MODULE_DIR, '/') + 1}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        n += all[i].known && beside(all[i].file, all[i].way, out[n]);
    strcpy(out[n++], ENTENTE_MODULE_DIR);
    return n;
}
