/* Files appear whole or not at all: they are written next to their destination
 * under another name, synced, then renamed. */
#define _XOPEN_SOURCE 700 /* realpath */

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "core/memory.h"
#include "core/vec.h"
#include "entente/output.h"
#include "export/stale.h"

#define STAGE "export"

enum { BUFFER = 1 << 16, OPEN_MAX_OUTPUTS = 64 };

struct ent_output {
    ent_sink sink;
    char *path; /* as the user wrote it, for messages */
    char *file; /* the file to replace: path with its links followed */
    char *temp; /* NULL when written in place */
    int fd;
    int slot;    /* of `temporaries`, or -1 */
    int failure; /* errno of the first failure, or 0 */
    size_t used;
    char buffer[BUFFER];
};

/* Names that a signal handler may remove: only unlink is safe there. */
static _Atomic(const char *) temporaries[OPEN_MAX_OUTPUTS];

void ent_output_abandon_all(void)
{
    int before = errno;
    for (size_t i = 0; i < OPEN_MAX_OUTPUTS; i++) {
        const char *temp = atomic_load(&temporaries[i]);
        if (temp)
            unlink(temp);
    }
    errno = before;
}

/* Slots rather than a list: a handler may run at any moment, and sees each slot
 * either empty or complete. When all are taken, a signal just leaves the file
 * behind. */
static int remember(const char *temp)
{
    for (int i = 0; i < OPEN_MAX_OUTPUTS; i++) {
        const char *empty = NULL;
        if (atomic_compare_exchange_strong(&temporaries[i], &empty, temp))
            return i;
    }
    return -1;
}

/* strerror_r, because exporters may run beside other threads. */
static ent_status fail(ent_error *error, const char *path, const char *what,
                       int number)
{
    char why[128] = "";
    if (strerror_r(number, why, sizeof why) != 0)
        snprintf(why, sizeof why, "error %d", number);
    return ent_i_fail_at(
        error,
        ent_i_fail(error, ENT_ERR_IO, STAGE, "can't be %s: %s", what, why),
        strcmp(path, "-") == 0 ? "standard output" : path, 0, -1);
}

/* After a failure the rest is thrown away: the file will not be kept. */
static void flush(ent_output *output)
{
    const char *bytes = output->buffer;
    while (output->used && !output->failure) {
        ssize_t n = write(output->fd, bytes, output->used);
        if (n < 0 && errno != EINTR)
            output->failure = errno;
        if (n > 0) {
            bytes += n;
            output->used -= (size_t)n;
        }
    }
    output->used = 0;
}

/* Exporters write in small pieces; the buffer turns them into few calls. */
static int take_bytes(void *ctx, const void *bytes, size_t n)
{
    ent_output *output = ctx;
    const char *from = bytes;
    while (n && !output->failure) {
        size_t room = BUFFER - output->used;
        size_t part = n < room ? n : room;
        memcpy(output->buffer + output->used, from, part);
        output->used += part;
        from += part;
        n -= part;
        if (output->used == BUFFER)
            flush(output);
    }
    return output->failure != 0;
}

/* The length of a path's folder, including its slash: of "" or "a/b/". */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Creates a new file beside output->file. Uses O_EXCL with our own names
 * instead of mkstemp, so that the mode follows the umask. */
static int open_temporary(ent_output *output, mode_t mode)
{
    static atomic_uint counter;
    size_t folder = folder_length(output->file);
    size_t size = folder + 64;
    output->temp = ent_i_malloc(size);
    if (!output->temp)
        return ENOMEM;
    snprintf(output->temp, size, "%.*s", (int)folder, output->file);
    ent_i_stale_remove(output->temp);
    for (int tries = 0; tries < 100; tries++) {
        snprintf(output->temp, size,
                 "%.*s" ENT_I_TEMPORARY_START "%ld-%u" ENT_I_TEMPORARY_END,
                 (int)folder, output->file, (long)getpid(),
                 atomic_fetch_add(&counter, 1));
        output->fd =
            open(output->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (output->fd >= 0 || errno != EEXIST)
            break;
    }
    if (output->fd < 0) {
        int failure = errno;
        ent_i_free(output->temp);
        output->temp = NULL;
        return failure;
    }
    ent_i_stale_claim(output->fd);
    output->slot = remember(output->temp);
    return 0;
}

/* Devices, pipes and names of open descriptors are written in place, since
 * their "file" can't be replaced. */
static bool in_place(const char *path, const struct stat *info)
{
    return !S_ISREG(info->st_mode) || strncmp(path, "/dev/", 5) == 0 ||
           strncmp(path, "/proc/", 6) == 0;
}

/* The new file gets the old one's permissions, set again because of the umask.
 */
static int open_existing(ent_output *output, const struct stat *info)
{
    if (S_ISDIR(info->st_mode))
        return EISDIR;
    if (in_place(output->path, info)) {
        output->fd = open(output->path, O_WRONLY | O_CLOEXEC);
        return output->fd < 0 ? errno : 0;
    }
    /* rename() would also replace a file that its owner has protected. */
    if (access(output->path, W_OK) != 0)
        return errno;
    int failure = open_temporary(output, info->st_mode & 0777);
    if (!failure && fchmod(output->fd, info->st_mode & 07777) != 0)
        failure = errno;
    return failure;
}

/* The target of a link is what gets replaced, so that the link stays. A path
 * that does not exist yet stands for itself. */
static char *followed(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = ent_i_strdup(real ? real : path);
    free(real); /* realpath's own */
    return copy;
}

/* Returns 0 or the errno of the failure; "-" is standard output and has no file
 * to replace. */
static int open_path(ent_output *output)
{
    struct stat info;
    if (strcmp(output->path, "-") == 0) {
        output->fd = STDOUT_FILENO;
        return 0;
    }
    output->file = followed(output->path);
    if (!output->file)
        return ENOMEM;
    if (stat(output->path, &info) == 0)
        return open_existing(output, &info);
    if (errno != ENOENT || !*output->path)
        return errno;
    /* A dangling link stays as it is: its target can't be determined safely. */
    if (lstat(output->path, &info) == 0)
        return ENOENT;
    return open_temporary(output, 0666);
}

/* Sets *out only when everything is open; the caller ends it with commit or
 * discard. */
ent_status ent_output_open(ent_output **out, const char *path, ent_error *error)
{
    ent_output *output = ent_i_calloc(1, sizeof *output);
    if (!output)
        return ent_i_no_memory(error, STAGE);
    output->fd = output->slot = -1;
    output->sink = (ent_sink){take_bytes, output};
    output->path = ent_i_strdup(path);
    int failure = output->path ? open_path(output) : ENOMEM;
    if (failure) {
        ent_status status = failure == ENOMEM
                                ? ent_i_no_memory(error, STAGE)
                                : fail(error, path, "written", failure);
        ent_output_discard(output);
        return status;
    }
    *out = output;
    return ENT_OK;
}

/* The errno for a path to be written in place, 0 if it can be; -1 for a file. A
 * pipe may have to wait for its reader, and would lose it when closed. */
static int check_in_place(const char *path)
{
    struct stat info;
    if (strcmp(path, "-") == 0) {
        int flags = fcntl(STDOUT_FILENO, F_GETFL);
        return flags < 0 || (flags & O_ACCMODE) == O_RDONLY ? EBADF : 0;
    }
    if (stat(path, &info) != 0 || S_ISDIR(info.st_mode) ||
        !in_place(path, &info))
        return -1;
    return access(path, W_OK) == 0 ? 0 : errno;
}

ent_status ent_output_check(const char *path, ent_error *error)
{
    ent_output *output = NULL;
    int failure = check_in_place(path);
    if (failure >= 0)
        return failure ? fail(error, path, "written", failure) : ENT_OK;
    ent_status status = ent_output_open(&output, path, error);
    ent_output_discard(output);
    return status;
}

const ent_sink *ent_output_sink(ent_output *output) { return &output->sink; }

/* Without this a power failure may lose the new name. File systems that can't
 * sync folders don't make the file fail. */
static void sync_folder(const char *file)
{
    size_t n = folder_length(file);
    char *folder = n ? ent_i_strndup(file, n) : ent_i_strdup(".");
    int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    ent_i_free(folder);
}

static void close_file(ent_output *output)
{
    bool ours = output->file != NULL; /* standard output stays open */
    if (output->fd >= 0 && ours && close(output->fd) != 0 && !output->failure)
        output->failure = errno;
    output->fd = -1;
}

/* The temporary file's name no longer exists, whether renamed or removed. */
static void forget_temporary(ent_output *output)
{
    if (output->slot >= 0)
        atomic_store(&temporaries[output->slot], NULL);
    output->slot = -1;
    ent_i_free(output->temp);
    output->temp = NULL;
}

/* From here on readers see the whole new file; until now, the old one. */
static void move_into_place(ent_output *output)
{
    if (rename(output->temp, output->file) != 0) {
        output->failure = errno;
        return;
    }
    forget_temporary(output);
    sync_folder(output->file);
}

/* Synced before being renamed: after a crash the name must not point to an
 * empty file. */
ent_status ent_output_commit(ent_output *output, ent_error *error)
{
    ent_status status = ENT_OK;
    flush(output);
    if (output->temp && !output->failure && fsync(output->fd) != 0)
        output->failure = errno;
    close_file(output);
    if (output->temp && !output->failure)
        move_into_place(output);
    if (output->failure)
        status = fail(error, output->path, "written", output->failure);
    ent_output_discard(output);
    return status;
}

/* Also called after success: a committed output has no temporary file left to
 * remove. */
void ent_output_discard(ent_output *output)
{
    if (!output)
        return;
    close_file(output);
    if (output->temp)
        unlink(output->temp);
    forget_temporary(output);
    ent_i_free(output->file);
    ent_i_free(output->path);
    ent_i_free(output);
}
