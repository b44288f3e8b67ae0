/* Every allocation goes through here, so that tests can make it fail at any
 * point and check that each failure is handled. */
#include "core/memory.h"

#include <stdalign.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* 0: never fail; n > 0: n - 1 more allocations succeed; < 0: all fail. */
static atomic_long fail_countdown;

void ent_i_memory_fail_from(long nth) { atomic_store(&fail_countdown, nth); }

static int must_fail(void)
{
    /* Outside tests this costs one relaxed load. */
    long left = atomic_load_explicit(&fail_countdown, memory_order_relaxed);
    if (left == 0)
        return 0;
    if (left < 0)
        return 1;
    /* Exactly one thread takes the last step. */
    if (atomic_fetch_sub(&fail_countdown, 1) == 1) {
        atomic_store(&fail_countdown, -1);
        return 1;
    }
    return 0;
}

/* The standard allows NULL for a size of 0, which would look like a failure. */
void *ent_i_malloc(size_t size)
{
    return must_fail() ? NULL : malloc(size ? size : 1);
}

void *ent_i_calloc(size_t count, size_t size)
{
    return must_fail() ? NULL : calloc(count ? count : 1, size ? size : 1);
}

void *ent_i_realloc(void *old, size_t size)
{
    return must_fail() ? NULL : realloc(old, size ? size : 1);
}

bool ent_i_memory_spare(size_t size)
{
    void *block = ent_i_malloc(size);
    ent_i_free(block);
    return block != NULL;
}

void ent_i_free(void *block) { free(block); }

char *ent_i_strndup(const char *text, size_t size)
{
    char *copy = ent_i_malloc(size + 1);
    if (copy) {
        memcpy(copy, text, size);
        copy[size] = '\0';
    }
    return copy;
}

char *ent_i_strdup(const char *text)
{
    return ent_i_strndup(text, strlen(text));
}

/* Blocks are chained backwards from the one being filled. */
struct ent_i_arena_block {
    struct ent_i_arena_block *before;
    size_t size; /* of bytes */
    alignas(max_align_t) char bytes[];
};

/* Two pages: an article's strings and lists mostly fit into one block. */
enum { ARENA_BLOCK = 8192 };

void *ent_i_arena_alloc(ent_i_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    /* Rounding up must not wrap around to a small size. */
    if (size > SIZE_MAX / 2)
        return NULL;
    size = (size + align - 1) / align * align;
    if (!arena->last || arena->last->size - arena->used < size) {
        /* A large piece gets a block of its own size. What is left of the block
         * before is wasted: for a small piece that is at most a quarter of
         * it. */
        size_t room = size > ARENA_BLOCK / 4 ? size : ARENA_BLOCK;
        struct ent_i_arena_block *block = ent_i_malloc(sizeof *block + room);
        if (!block)
            return NULL;
        block->before = arena->last;
        block->size = room;
        arena->last = block;
        arena->used = 0;
    }
    void *result = arena->last->bytes + arena->used;
    arena->used += size;
    return result;
}

char *ent_i_arena_strndup(ent_i_arena *arena, const char *text, size_t size)
{
    char *copy = ent_i_arena_alloc(arena, size + 1);
    if (copy) {
        memcpy(copy, text, size);
        copy[size] = '\0';
    }
    return copy;
}

char *ent_i_arena_strdup(ent_i_arena *arena, const char *text)
{
    return ent_i_arena_strndup(arena, text, strlen(text));
}

void ent_i_arena_free(ent_i_arena *arena)
{
    while (arena->last) {
        struct ent_i_arena_block *before = arena->last->before;
        ent_i_free(arena->last);
        arena->last = before;
    }
    arena->used = 0;
}

size_t ent_i_memory_size(void)
{
    long pages = sysconf(_SC_PHYS_PAGES);
    long size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? (size_t)pages * (size_t)size : SIZE_MAX;
}
