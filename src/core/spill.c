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

/* A use brings up to 64 kB around a block into memory, so that these are about
 * 64 MB. */
enum { PART = 64 << 20, USES = 1024 };

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

/* The room on the disk is taken now: a full disk could only kill the process
 * when it comes to light while the memory is written to. */
static ent_status add_part(ent_i_spill *spill, size_t size, ent_error *error)
{
    if (!ent_i_vec_reserve(&spill->parts, 1))
        return ent_i_no_memory(error, "resolve");
    int code =
        posix_fallocate(spill->file, (off_t)spill->file_size, (off_t)size);
    if (code)
        return fail(error, spill->folder, code);
    void *bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED,
                       spill->file, (off_t)spill->file_size);
    if (bytes == MAP_FAILED)
        return fail(error, spill->folder, errno);
    spill->file_size += size;
    spill->parts.items[spill->parts.n++] = (ent_i_spill_part){bytes, size};
    spill->used = 0;
    return ENT_OK;
}

/* What is left of a part is wasted: a few kB of 64 MB. */
ent_status ent_i_spill_alloc(ent_i_spill *spill, size_t size, void **out,
                             ent_error *error)
{
    const size_t align = alignof(max_align_t);
    size_t n = spill->parts.n;
    size = (size + align - 1) / align * align;
    if (!n || spill->parts.items[n - 1].size - spill->used < size) {
        size_t parts = size / PART + 1;
        ent_status status = add_part(spill, parts * PART, error);
        if (status)
            return status;
    }
    *out = spill->parts.items[spill->parts.n - 1].bytes + spill->used;
    spill->used += size;
    ent_i_spill_use(spill);
    return ENT_OK;
}

/* The file keeps what was written. */
void ent_i_spill_use(ent_i_spill *spill)
{
    if (atomic_fetch_add(&spill->uses, 1) % USES != USES - 1)
        return;
    pthread_mutex_lock(&spill->lock);
    for (size_t i = 0; i < spill->parts.n; i++)
        madvise(spill->parts.items[i].bytes, spill->parts.items[i].size,
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
