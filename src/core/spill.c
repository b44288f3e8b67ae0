#define _DEFAULT_SOURCE /* madvise */
#include "core/spill.h"

#include <errno.h>
#include <fcntl.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/error.h"
#include "core/memory.h"

/* The file grows by steps. A use brings what the system keeps together of the
 * file into memory, which may be megabytes. */
enum { STEP = 64 << 20, USES = 16 };

static ent_status fail(ent_error *error, const char *folder, int code)
{
    return ent_i_fail(error, ENT_ERR_IO, "resolve",
                      "%s: temporary file for articles beyond the memory "
                      "allowed: %s",
                      folder, strerror(code));
}

/* The name is taken away at once. */
static ent_status open_unnamed(int *out, const char *folder, ent_error *error)
{
    ent_i_string path = {0};
    if (!ent_i_string_adds(&path, folder) ||
        !ent_i_string_adds(&path, "/entente-XXXXXX")) {
        ent_i_vec_free(&path);
        return ent_i_no_memory(error, "resolve");
    }
    *out = mkstemp(path.items);
    ent_status status = *out < 0 ? fail(error, folder, errno) : ENT_OK;
    if (!status) {
        unlink(path.items);
        fcntl(*out, F_SETFD, FD_CLOEXEC);
    }
    ent_i_vec_free(&path);
    return status;
}

ent_status ent_i_spill_new(ent_i_spill **out, const char *folder,
                           ent_error *error)
{
    ent_i_spill *made = ent_i_calloc(1, sizeof *made);
    char *copy = ent_i_strdup(folder);
    ent_status status = made && copy ? open_unnamed(&made->file, folder, error)
                                     : ent_i_no_memory(error, "resolve");
    if (status) {
        ent_i_free(copy);
        ent_i_free(made);
        return status;
    }
    made->folder = copy;
    pthread_mutex_init(&made->lock, NULL);
    *out = made;
    return ENT_OK;
}

/* Each part is as large as all before it, so that they stay few. */
static ent_status add_part(ent_i_spill *spill, size_t least, ent_error *error)
{
    size_t size = spill->size > least ? spill->size : least;
    if (!ent_i_vec_reserve(&spill->parts, 1))
        return ent_i_no_memory(error, "resolve");
    void *bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED,
                       spill->file, (off_t)spill->size);
    if (bytes == MAP_FAILED)
        return fail(error, spill->folder, errno);
    spill->size += size;
    spill->parts.items[spill->parts.n++] =
        (ent_i_spill_part){.bytes = bytes, .size = size};
    return ENT_OK;
}

/* The room on the disk is taken now: a full disk could only kill the process
 * when it comes to light while the memory is written to. */
static ent_status take_room(ent_i_spill *spill, size_t more, ent_error *error)
{
    ent_i_spill_part *part = &spill->parts.items[spill->parts.n - 1];
    size_t start = spill->size - part->size + part->room;
    int code = posix_fallocate(spill->file, (off_t)start, (off_t)more);
    if (code)
        return fail(error, spill->folder, code);
    part->room += more;
    return ENT_OK;
}

static size_t whole_steps(size_t size)
{
    return (size + STEP - 1) / STEP * STEP;
}

/* What is left of a part is wasted: address space, and at most a step of the
 * disk. */
ent_status ent_i_spill_alloc(ent_i_spill *spill, size_t size, void **out,
                             ent_error *error)
{
    const size_t align = alignof(max_align_t);
    size_t n = spill->parts.n;
    const ent_i_spill_part *last = n ? &spill->parts.items[n - 1] : NULL;
    ent_status status = ENT_OK;
    size = (size + align - 1) / align * align;
    if (!last || last->size - last->used < size)
        status = add_part(spill, whole_steps(size), error);
    if (status)
        return status;
    ent_i_spill_part *part = &spill->parts.items[spill->parts.n - 1];
    size_t end = whole_steps(part->used + size);
    if (end > part->room)
        status = take_room(spill, end - part->room, error);
    if (status)
        return status;
    *out = part->bytes + part->used;
    part->used += size;
    ent_i_spill_use(spill, *out);
    return ENT_OK;
}

/* The file keeps what was written. */
void ent_i_spill_use(ent_i_spill *spill, const void *block)
{
    if (atomic_exchange(&spill->last, block) == block)
        return;
    if (atomic_fetch_add(&spill->uses, 1) % USES != USES - 1)
        return;
    pthread_mutex_lock(&spill->lock);
    for (size_t i = 0; i < spill->parts.n; i++)
        madvise(spill->parts.items[i].bytes, spill->parts.items[i].room,
                MADV_DONTNEED);
    pthread_mutex_unlock(&spill->lock);
}

void ent_i_spill_free(ent_i_spill *spill)
{
    if (!spill)
        return;
    for (size_t i = 0; i < spill->parts.n; i++)
        munmap(spill->parts.items[i].bytes, spill->parts.items[i].size);
    ent_i_vec_free(&spill->parts);
    ent_i_free(spill->folder);
    close(spill->file);
    pthread_mutex_destroy(&spill->lock);
    ent_i_free(spill);
}
