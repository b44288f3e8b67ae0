/* A file is stale when its process does not exist on this machine and nobody
 * holds its lock: on a shared file system the process may be on another
 * machine. Files that can't be examined or removed are left; they harm nobody.
 */
#include "export/stale.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

void ent_i_stale_claim(int fd) { flock(fd, LOCK_EX | LOCK_NB); }

/* The process that a temporary file's name gives; 0 for other names. */
static pid_t process_of(const char *name)
{
    size_t start = strlen(ENT_I_TEMPORARY_START);
    size_t end = strlen(ENT_I_TEMPORARY_END), n = strlen(name);
    char *rest;
    if (n <= start + end || strncmp(name, ENT_I_TEMPORARY_START, start) != 0 ||
        strcmp(name + n - end, ENT_I_TEMPORARY_END) != 0)
        return 0;
    long process = strtol(name + start, &rest, 10);
    return *rest == '-' && process > 0 ? (pid_t)process : 0;
}

static bool is_written(int folder, const char *name)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return true;
    bool locked = flock(fd, LOCK_EX | LOCK_NB) != 0;
    close(fd);
    return locked;
}

void ent_i_stale_remove(const char *folder)
{
    DIR *dir = opendir(*folder ? folder : ".");
    struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        pid_t process = process_of(entry->d_name);
        if (process && kill(process, 0) != 0 && errno == ESRCH &&
            !is_written(dirfd(dir), entry->d_name))
            unlinkat(dirfd(dir), entry->d_name, 0);
    }
    if (dir)
        closedir(dir);
}
