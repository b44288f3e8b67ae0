#include "source/packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "core/error.h"
#include "core/memory.h"

enum { MOST = 64 << 20, STEP = 1 << 16 };

static ent_status broken(struct archive *reader, ent_error *error)
{
    const char *why = archive_error_string(reader);
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "cannot unpack the document: %s",
                      why ? why : "no reason given");
}

static ent_status read_part(struct archive *reader, const char *name,
                            size_t *total, ent_i_zip_parts *out,
                            ent_error *error)
{
    ent_i_zip_part made = {.name = ent_i_strdup(name)};
    if (!made.name || !ent_i_vec_push(out, made)) {
        ent_i_free(made.name);
        return ent_i_no_memory(error, "source");
    }
    ent_i_string *bytes = &out->items[out->n - 1].bytes;
    for (;;) {
        if (!ent_i_vec_reserve(bytes, STEP + 1))
            return ent_i_no_memory(error, "source");
        la_ssize_t got =
            archive_read_data(reader, bytes->items + bytes->n, STEP);
        if (got < 0)
            return broken(reader, error);
        bytes->n += (size_t)got;
        *total += (size_t)got;
        bytes->items[bytes->n] = '\0';
        if (!got)
            return ENT_OK;
        if (*total > MOST)
            return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                              "expected a document of at most %d MiB, found "
                              "more",
                              MOST >> 20);
    }
}

static ent_status read_all(struct archive *reader,
                           bool (*wanted)(const char *name),
                           ent_i_zip_parts *out, ent_error *error)
{
    struct archive_entry *entry;
    size_t total = 0;
    ent_status status = ENT_OK;
    while (!status) {
        int got = archive_read_next_header(reader, &entry);
        if (got == ARCHIVE_EOF)
            break;
        if (got == ARCHIVE_FATAL || got == ARCHIVE_FAILED)
            return broken(reader, error);
        const char *name = archive_entry_pathname(entry);
        if (name && wanted(name))
            status = read_part(reader, name, &total, out, error);
    }
    return status;
}

ent_status ent_i_zip_read(const char *bytes, size_t size,
                          bool (*wanted)(const char *name),
                          ent_i_zip_parts *out, ent_error *error)
{
    struct archive *reader = archive_read_new();
    if (!reader)
        return ent_i_no_memory(error, "source");
    archive_read_support_format_zip(reader);
    ent_status status =
        archive_read_open_memory(reader, bytes, size) == ARCHIVE_OK
            ? read_all(reader, wanted, out, error)
            : broken(reader, error);
    archive_read_free(reader);
    return status;
}

const ent_i_string *ent_i_zip_find(const ent_i_zip_parts *parts,
                                   const char *name)
{
    for (size_t i = 0; i < parts->n; i++)
        if (strcmp(parts->items[i].name, name) == 0)
            return &parts->items[i].bytes;
    return NULL;
}

void ent_i_zip_free(ent_i_zip_parts *parts)
{
    for (size_t i = 0; i < parts->n; i++) {
        ent_i_free(parts->items[i].name);
        ent_i_vec_free(&parts->items[i].bytes);
    }
    ent_i_vec_free(parts);
}
