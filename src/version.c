#include "entente/pipeline.h"

const char *ent_version(void) { return ENTENTE_VERSION; }
