#include "entente/entente.h"

const char *ent_version(void) { return ENTENTE_VERSION; }
