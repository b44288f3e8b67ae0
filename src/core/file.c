/* Lists and gold files are small compared with the articles, and their readers
 * are simpler with the whole file in memory; articles go through the source
 * stage. */
#include "core/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/error.h"

/* Files are read until nothing more comes, whatever size they claim: pipes and
 * files in /proc claim none. */
enum { READ_SIZE = 65536 };

static ent_status fail(ent_error *error, const char *path, const char *stage,
                       const char *what)
{
    /* saved before another call can change it */
    int number = errno;
    ent_status status = number == ENOENT ? ENT_ERR_NOT_FOUND : ENT_ERR_IO;
    ent_i_fail(error, status, stage, "cannot %s: %s", what, strerror(number));
    return ent_i_fail_at(error, status, path, 0, -1);
}

ent_status ent_i_file_read(ent_i_string *out, const char *path,
                           const char *stage, ent_error *error)
{
    ent_status status = ENT_OK;
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail(error, path, stage, "open");
    for (size_t n = 1; n > 0 && !status; out->n += n) {
        n = 0;
        if (ent_i_vec_reserve(out, READ_SIZE))
            n = fread(out->items + out->n, 1, READ_SIZE, file);
        else
            status = ent_i_no_memory(error, stage);
    }
    /* On Linux a folder can be opened as a file; only reading it fails. */
    if (!status && ferror(file))
        status = fail(error, path, stage, "read");
    fclose(file);
    return status;
}
