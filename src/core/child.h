/* Child programs, whose standard input and output are one socket. Writing to a
 * child that is gone then gives an error instead of a signal, and the host's
 * signal handling needs no change. */
#ifndef ENTENTE_CORE_CHILD_H
#define ENTENTE_CORE_CHILD_H

#include <sys/types.h>

/* Two connected descriptors, [0] ours and [1] the child's, both closed in other
 * programs that are started. Returns 0, or an errno. */
int ent_i_child_ends(int ends[2]);
/* Starts the program that argv[0] names by its path, argv ending in NULL, in a
 * process group of its own and with default signal handling, whatever the
 * host's is. `setting`, "NAME=VALUE" or NULL, is added to its environment.
 * `end` is its standard input and output, `third` its descriptor 3 unless that
 * is -1; both stay open here. Returns 0, or an errno. */
int ent_i_child_start(pid_t *child, const char *const *argv,
                      const char *setting, int end, int third);

#endif
