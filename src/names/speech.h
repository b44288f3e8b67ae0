/* Who speaks. */
#ifndef ENTENTE_NAMES_SPEECH_H
#define ENTENTE_NAMES_SPEECH_H

#include <stdbool.h>

/* Whether what stands right behind a name says that somebody speaks: " said",
 * but not "'s man said". */
bool ent_i_speaks_next(const char *after);

#endif
