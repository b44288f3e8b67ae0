/* An open input: a file, and the containers within it down to the member that
 * is being read. */
#ifndef ENTENTE_SOURCE_OPENED_H
#define ENTENTE_SOURCE_OPENED_H

#include "core/vec.h"
#include "source/readers.h"

/* Against inputs made to use up memory and time; each but the last ends its
 * input. */
typedef struct ent_i_limits {
    uint64_t unpacked; /* bytes that come out of the containers of an input */
    uint32_t ratio;    /* bytes that come out for each byte of the input */
    uint32_t members;  /* of all containers of an input */
    uint32_t depth;    /* containers within one another */
    size_t article;    /* bytes of an article, which else is passed over */
} ent_i_limits;

enum { ENT_I_DEPTH_MAX = 16 };

/* Those of ENT_READ_OPTIONS_INIT. */
extern const ent_i_limits ent_i_limits_default;

/* One of the levels: the file, a member of it, a member of that one. */
typedef struct ent_i_level {
    struct ent_i_opened *opened;
    ent_i_stream stream;
    const ent_i_format *format;
    void *container;   /* when the format is one */
    ent_i_string path; /* of a member */
    size_t members;    /* reached so far */
    bool resumed;      /* as ent_i_member tells */
    bool broken;       /* reading a member failed, and was reported */
} ent_i_level;

/* Start from {0} with the members up to levels filled in; must not be moved
 * while it is open. */
typedef struct ent_i_opened {
    ent_i_limits limits;
    const ent_i_format *forced; /* NULL: by content */
    const struct ent_i_fields *fields; /* or NULL */
    const atomic_bool *stop;    /* or NULL */
    _Atomic uint64_t *done;     /* counts the bytes read; or NULL */
    ent_i_level levels[ENT_I_DEPTH_MAX + 1];
    size_t depth; /* how many are open */
    uint64_t unpacked;
    uint32_t members;
    bool over; /* a limit was passed: nothing more is read */
} ent_i_opened;

/* Opens the file, or standard input when path is "-", which must not be NULL
 * while it is open. On failure nothing is open. */
ent_status ent_i_opened_file(ent_i_opened *opened, const char *path,
                             ent_error *error);
/* The same for a copy of the bytes. */
ent_status ent_i_opened_memory(ent_i_opened *opened, const char *path,
                               const void *bytes, size_t size,
                               ent_error *error);
/* The next article of the input, perhaps one to be parsed; *out is NULL at the
 * end, and then nothing is open. A failure concerns one article or member. */
ent_status ent_i_opened_next(ent_i_opened *opened, ent_article **out,
                             ent_error *error);
void ent_i_opened_close(ent_i_opened *opened);

#endif
