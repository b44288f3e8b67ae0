/* Folders are walked when the source is opened, so that the sizes of all files
 * are known for the progress. A file that appears later is not read. */
#include "source/walk.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/error.h"

typedef ENT_I_VEC(char *) name_list;

/* Only regular files have a size; pipes and devices don't. */
static bool add_file(ent_i_walk *walk, const char *path,
                     const struct stat *info, int code)
{
    bool sized = info && S_ISREG(info->st_mode);
    ent_i_walk_file file = {path, sized ? (uint64_t)info->st_size : 0, code};
    walk->sized = walk->sized && (sized || code);
    return ent_i_vec_push(&walk->files, file);
}

/* Files are told apart by device and inode, since names are not enough: there
 * are links to files and folders, hard links, "a" and "./a". A link to a folder
 * above is found as well, because that folder was reached before. Sets *again
 * if this one was. */
static bool reach(ent_i_walk *walk, const char *path, const struct stat *info,
                  bool *again)
{
    struct {
        uint64_t device, inode;
    } key = {info->st_dev, info->st_ino};
    uint32_t *number = ent_i_strmap_put(&walk->seen, (const char *)&key,
                                        sizeof key, (uint32_t)walk->reached.n);
    if (!number)
        return false;
    *again = *number < walk->reached.n;
    if (!*again)
        return ent_i_vec_push(&walk->reached, path);
    return ent_i_vec_push(
        &walk->repeats,
        (ent_i_walk_repeat){path, walk->reached.items[*number]});
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
 * are skipped: they belong to editors and version control. */
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

/* "a/" and "a" give the same paths, since paths become ids. */
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

static bool walk_folder(ent_i_walk *walk, const char *path);

static bool walk_known(ent_i_walk *walk, const char *path,
                       const struct stat *info)
{
    bool again;
    if (!reach(walk, path, info, &again))
        return false;
    if (again)
        return true;
    return S_ISDIR(info->st_mode) ? walk_folder(walk, path)
                                  : add_file(walk, path, info, 0);
}

/* Sockets, pipes and devices in a folder are skipped: opening one may block for
 * ever. When named as inputs they are read, as often as they are named, since
 * they may give something else each time. */
static bool walk_entry(ent_i_walk *walk, const char *path, bool named)
{
    struct stat info;
    if (stat(path, &info))
        return add_file(walk, path, NULL, errno);
    if (S_ISDIR(info.st_mode) || S_ISREG(info.st_mode))
        return walk_known(walk, path, &info);
    return !named || add_file(walk, path, &info, 0);
}

/* All names are read and the folder is closed before going deeper, or deep
 * trees would use up the descriptors. */
static bool walk_folder(ent_i_walk *walk, const char *path)
{
    DIR *dir = opendir(path);
    if (!dir)
        return add_file(walk, path, NULL, errno);
    name_list names = {0};
    bool fine = read_names(dir, &names);
    closedir(dir);
    for (size_t i = 0; fine && i < names.n; i++) {
        char *joined = join(walk, path, names.items[i]);
        fine = joined && walk_entry(walk, joined, false);
    }
    free_names(&names);
    return fine;
}

/* An input that can't be read is kept with its errno and reported when its turn
 * comes. */
ent_status ent_i_walk_add(ent_i_walk *walk, const char *input, ent_error *error)
{
    bool fine = strcmp(input, "-") == 0 ? add_file(walk, input, NULL, 0)
                                        : walk_entry(walk, input, true);
    return fine ? ENT_OK : ent_i_no_memory(error, "source");
}

void ent_i_walk_free(ent_i_walk *walk)
{
    ent_i_vec_free(&walk->files);
    ent_i_vec_free(&walk->repeats);
    ent_i_vec_free(&walk->reached);
    ent_i_strmap_free(&walk->seen);
    ent_i_arena_free(&walk->paths);
}
