/* A reader in a process of its own, for libraries that can't be stopped or that
 * crash: it is given an input's bytes, and writes what it read. */
#ifndef ENTENTE_SOURCE_CONTAINED_H
#define ENTENTE_SOURCE_CONTAINED_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "entente/error.h"

typedef struct ent_i_contained {
    pid_t child;
    int fd;
    bool ended;        /* all that it wrote was received */
    size_t start, end; /* of what was received and not yet read */
    char received[1 << 16];
} ent_i_contained;

/* Starts the program of this name, which lies beside ours or where the system
 * has our modules, with a setting of the environment, or NULL, and gives it the
 * bytes as its standard input. Fails with ENT_ERR_LIBRARY where it can't be
 * started; then nothing is to be ended. */
ent_status ent_i_contained_start(ent_i_contained *contained, const char *name,
                                 const char *setting, const void *bytes,
                                 size_t size, ent_error *error);
/* Reads so many bytes of what it writes, waiting for them; false when they
 * aren't to come any more. */
bool ent_i_contained_read(ent_i_contained *contained, void *to, size_t size);
/* Ends the program if it still runs. Gives the number of the signal that ended
 * it, 0 for none. */
int ent_i_contained_end(ent_i_contained *contained);

#endif
