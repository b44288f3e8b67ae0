/* Folders are walked when the source is opened: the sizes of all files are
 * known then, for the progress shown, and a file that comes later is no part of
 * the run. */
#include "source/walk.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/error.h"

/* A folder that is being walked, and those it lies in. */
typedef struct folder {
    const struct folder *above;
    dev_t device;
    ino_t inode;
} folder;

typedef ENT_I_VEC(char *) name_list;

/* A size counts only where it is one: pipes and devices have none. */
static bool add_file(ent_i_walk *walk, const char *path,
                     const struct stat *info, int code)
{
    bool sized = info && S_ISREG(info->st_mode);
    ent_i_walk_file file = {path, sized ? (uint64_t)info->st_size : 0, code};
    walk->sized = walk->sized && (sized || code);
    return ent_i_vec_push(&walk->files, file);
}

/* A link may lead back up, by any name: device and inode tell. */
static bool is_above(const folder *above, const struct stat *info)
{
    for (; above; above = above->above)
        if (above->device == info->st_dev && above->inode == info->st_ino)
            return true;
    return false;
}

/* By bytes, so that the order is the same on every machine. */
static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void free_names(name_list *names)
{
    for (size_t i = 0; i < names->n; i++)
        ent_i_free(names->items[i]);
    ent_i_vec_free(names);
}

/* The names in an open folder, sorted; false when memory is out. Hidden files
 * are passed over: they are editors' and version control's. */
static bool read_names(DIR *dir, name_list *names)
{
    struct dirent *entry;
    while ((entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        char *name = ent_i_strdup(entry->d_name);
        if (!name || !ent_i_vec_push(names, name)) {
            ent_i_free(name);
            return false;
        }
    }
    ent_i_sort(names->items, names->n, sizeof *names->items, compare_names);
    return true;
}

/* "a/" and "a" give the same paths, as they become ids. */
static char *join(ent_i_walk *walk, const char *path, const char *name)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    size_t size = strlen(name);
    char *joined = ent_i_arena_alloc(&walk->paths, n + size + 2);
    if (joined) {
        memcpy(joined, path, n);
        size_t at = n;
        if (n && path[n - 1] != '/')
            joined[at++] = '/';
        memcpy(joined + at, name, size + 1);
    }
    return joined;
}

static bool walk_folder(ent_i_walk *walk, const char *path, const folder *above,
                        const struct stat *info);

/* Sockets, pipes and devices below a folder are passed over: to open one may
 * block for ever. Named as an input themselves they are read. */
static bool walk_entry(ent_i_walk *walk, const char *path, const folder *above)
{
    struct stat info;
    if (stat(path, &info))
        return add_file(walk, path, NULL, errno);
    if (S_ISDIR(info.st_mode))
        return is_above(above, &info) || walk_folder(walk, path, above, &info);
    return !S_ISREG(info.st_mode) || add_file(walk, path, &info, 0);
}

/* All names are read and the folder closed before going deeper: deep trees
 * would run out of descriptors. */
static bool walk_folder(ent_i_walk *walk, const char *path, const folder *above,
                        const struct stat *info)
{
    folder here = {above, info->st_dev, info->st_ino};
    DIR *dir = opendir(path);
    if (!dir)
        return add_file(walk, path, NULL, errno);
    name_list names = {0};
    bool fine = read_names(dir, &names);
    closedir(dir);
    for (size_t i = 0; fine && i < names.n; i++) {
        char *joined = join(walk, path, names.items[i]);
        fine = joined && walk_entry(walk, joined, &here);
    }
    free_names(&names);
    return fine;
}

/* An input that can't be read is kept with its errno and reported in its turn.
 */
ent_status ent_i_walk_add(ent_i_walk *walk, const char *input, ent_error *error)
{
    struct stat info;
    bool fine;
    if (strcmp(input, "-") == 0)
        fine = add_file(walk, input, NULL, 0);
    else if (stat(input, &info))
        fine = add_file(walk, input, NULL, errno);
    else if (S_ISDIR(info.st_mode))
        fine = walk_folder(walk, input, NULL, &info);
    else
        fine = add_file(walk, input, &info, 0);
    return fine ? ENT_OK : ent_i_no_memory(error, "source");
}

void ent_i_walk_free(ent_i_walk *walk)
{
    ent_i_vec_free(&walk->files);
    ent_i_arena_free(&walk->paths);
}
