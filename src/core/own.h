/* Where files of ours are that are opened at run time: beside the program and
 * the library, then where the system has them. */
#ifndef ENTENTE_CORE_OWN_H
#define ENTENTE_CORE_OWN_H

#include <stddef.h>

enum { ENT_I_PLACES = 5 };

/* The path of a folder. */
typedef char ent_i_place[4096];

/* Gives the folders that files of ours may be in, and returns how many they
 * are; some don't exist, and some may come twice. Before installation that is
 * the folder of the name given beside the program and the library. */
size_t ent_i_own_places(const char *before_installing,
                        ent_i_place out[ENT_I_PLACES]);

#endif
