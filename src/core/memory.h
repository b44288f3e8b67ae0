/* The only place that allocates memory. */
#ifndef ENTENTE_CORE_MEMORY_H
#define ENTENTE_CORE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Like their namesakes in the C library; NULL when memory is out. A size of 0
 * gives a valid pointer. */
void *ent_i_malloc(size_t size);
void *ent_i_calloc(size_t count, size_t size);
void *ent_i_realloc(void *old, size_t size);
/* Whether size bytes could be allocated now. Ask before calling a library that
 * doesn't check its own allocations and would crash. */
bool ent_i_memory_spare(size_t size);
void ent_i_free(void *block);
char *ent_i_strdup(const char *text);
char *ent_i_strndup(const char *text, size_t size);

/* The machine's memory in bytes; SIZE_MAX when unknown. */
size_t ent_i_memory_size(void);

/* Test hook: the nth allocation from now (1 is the next) and all later ones
 * fail; 0 ends that. */
void ent_i_memory_fail_from(long nth);

/* A bump allocator: many small blocks, all freed together. Blocks are aligned
 * for any type. Start from {0}. */
typedef struct ent_i_arena {
    struct ent_i_arena_block *last;
    size_t used; /* bytes used in the last block */
} ent_i_arena;

void *ent_i_arena_alloc(ent_i_arena *arena, size_t size); /* NULL: no memory */
char *ent_i_arena_strndup(ent_i_arena *arena, const char *text, size_t size);
char *ent_i_arena_strdup(ent_i_arena *arena, const char *text);
void ent_i_arena_free(ent_i_arena *arena); /* leaves it empty and usable */

#endif
