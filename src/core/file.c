/* Lists and gold files are small beside the articles, and their readers are
 * simpler with all of it at hand; articles go through the source stage. */
#include "core/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/error.h"

/* Reads on until nothing comes, whatever size the file is said to have: pipes
 * and files in /proc have none. */
enum { READ_SIZE = 65536 };

static ent_status fail(ent_error *error, const char *path, const char *stage,
                       const char *what)
{
    /* Before anything else may set it. */
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
    /* A folder opens as a file on Linux and fails only when it is read. */
    if (!status && ferror(file))
        status = fail(error, path, stage, "read");
    fclose(file);
    return status;
}
