/* The full names of states, which read like those of organisations. */
#ifndef ENTENTE_RECOGNISE_STATES_H
#define ENTENTE_RECOGNISE_STATES_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the bytes are the full name of a state: "Russian Federation",
 * "Kingdom of Norway". */
bool ent_i_is_state(const char *bytes, size_t size);

#endif
