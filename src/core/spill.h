/* Memory in a temporary file: blocks that never move, so that pointers to them
 * last, while only those used lately take memory of the machine. The system
 * reads the others again when they are looked at. */
#ifndef ENTENTE_CORE_SPILL_H
#define ENTENTE_CORE_SPILL_H

#include <pthread.h>
#include <stdatomic.h>

#include "core/vec.h"
#include "entente/error.h"

/* A stretch of the file in memory. */
typedef struct ent_i_spill_part {
    char *bytes;
    size_t size;
    size_t room; /* as far as the disk has room for it */
    size_t used;
} ent_i_spill_part;

typedef struct ent_i_spill {
    char *folder;
    int file;    /* without a name: it goes with the process */
    size_t size; /* of the parts */
    ENT_I_VEC(ent_i_spill_part) parts; /* one behind the other */
    pthread_mutex_t lock;
    _Atomic(const void *) last; /* the block used last */
    atomic_uintptr_t walked;    /* the stretch of a list used last */
    atomic_uint uses;           /* of blocks, one after the other */
} ent_i_spill;

/* Makes a file in the folder. Fails with ENT_ERR_IO when it can't be made
 * there. */
ent_status ent_i_spill_new(ent_i_spill **out, const char *folder,
                           ent_error *error);
/* A block of the file, aligned for any type and filled with 0; it lasts until
 * the end. Fails with ENT_ERR_IO when the disk is full. */
ent_status ent_i_spill_alloc(ent_i_spill *spill, size_t size, void **out,
                             ent_error *error);
/* Tells that a block is about to be used. Now and then all blocks leave the
 * machine's memory, up to the file. May be called by several threads. */
void ent_i_spill_use(ent_i_spill *spill, const void *block);
/* The same for an item of a long list, of which many count as one use. Without
 * a file nothing. */
static inline void ent_i_spill_walk(ent_i_spill *spill, const void *item)
{
    enum { TOGETHER = 1 << 18 };
    uintptr_t stretch = (uintptr_t)item / TOGETHER;
    if (!spill ||
        atomic_load_explicit(&spill->walked, memory_order_relaxed) == stretch)
        return;
    atomic_store_explicit(&spill->walked, stretch, memory_order_relaxed);
    ent_i_spill_use(spill, item);
}
void ent_i_spill_free(ent_i_spill *spill);

#endif
