#include <stdio.h>
#include "entente/entente.h"
int main(void) { puts(ent_version()); return 0; }
