/* The tables of a store, as src/store/README.md describes them. */
#ifndef ENTENTE_STORE_SCHEMA_H
#define ENTENTE_STORE_SCHEMA_H

enum {
    ENT_I_STORE_APPLICATION = 0x656E7465, /* "ente" */
    ENT_I_STORE_VERSION = 2
};

/* Makes them; to be run within a transaction, like the next. */
extern const char ent_i_store_schema[];
/* Brings those of version 1 to the present. */
extern const char ent_i_store_upgrade[];

#endif
