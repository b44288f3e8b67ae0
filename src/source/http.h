/* Responses of web servers, as crawlers keep them. */
#ifndef ENTENTE_SOURCE_HTTP_H
#define ENTENTE_SOURCE_HTTP_H

#include "core/vec.h"
#include "entente/error.h"

/* A header of the form "Name: value", line by line up to an empty line. */
typedef struct ent_i_header {
    const char *at;
    size_t size;
} ent_i_header;

/* The value of the first line with that name, whatever its case; *value is
 * trimmed. False when there is none. */
bool ent_i_header_find(const ent_i_header *header, const char *name,
                       ent_i_header *value);
/* Where the header that starts at bytes ends, after its empty line; 0 when it
 * doesn't end. */
size_t ent_i_header_end(const char *bytes, size_t size);
/* Whether the value begins with this word, whatever its case. */
bool ent_i_header_is(const ent_i_header *value, const char *word);

typedef struct ent_i_response {
    int status;        /* 200 and so on; 0: this is no response */
    ent_i_header head; /* its lines */
    ent_i_header body; /* as it was sent */
    bool broken_off;   /* found when the body was read: it has no end */
} ent_i_response;

/* Takes a response apart. */
ent_i_response ent_i_response_read(const char *bytes, size_t size);
/* Appends the body as its author wrote it: chunks joined, gzip and deflate
 * undone. What a crawler has already undone is taken as it is. A body that
 * breaks off is taken as far as it goes. Fails with ENT_ERR_FORMAT for
 * encodings that aren't known and broken ones, with ENT_ERR_LIMIT for more than
 * `most` bytes. */
ent_status ent_i_response_body(ent_i_response *response, size_t most,
                               ent_i_string *out, ent_error *error);

#endif
