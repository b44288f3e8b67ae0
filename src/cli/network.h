/* The way from inputs to a network, shared by build, report and explain. */
#ifndef ENTENTE_CLI_NETWORK_H
#define ENTENTE_CLI_NETWORK_H

#include "reading.h"

typedef struct cli_network {
    ent_store *store; /* that keeps what is decided; NULL: none does */
    ent_corpus *corpus;
    ent_network *network;
    cli_reading reading;
} cli_network;

/* Checks that names are brought together, without which there are no persons.
 * Returns CLI_DONE, or CLI_USAGE after a message. */
int cli_check_resolve(const cli_settings *settings);
/* Reads all inputs into a new corpus and decides who is who. Returns CLI_DONE
 * or an exit code after a message. */
int cli_make_corpus(cli_network *made, const cli_settings *settings);
/* The same, then builds and filters the network. */
int cli_make_network(cli_network *made, const cli_settings *settings);
/* Measures the network, and cuts it into slices of time if they are asked for:
 * most of the time that a large one takes. Returns CLI_DONE or an exit code
 * after a message. */
int cli_measure_network(cli_network *made, const cli_settings *settings);
/* Keeps them in the store, if there is one, so that their numbers stay. */
void cli_keep_communities(cli_network *made);
void cli_free_network(cli_network *made);

/* Says on stderr what to try when nothing was found. */
void cli_hint(const cli_network *made, const cli_settings *settings);

/* What to try to get more ties than the chosen window makes. */
const char *cli_wider(const cli_settings *settings);

/* "person", or "name" when other types are included. */
const char *cli_node_word(const cli_settings *settings);

#endif
