/* Growable arrays. A vector is any struct with items, n and cap; declare one
 * with ENT_I_VEC(type) and start from {0}. The macros evaluate their vector
 * more than once: pass a plain lvalue. */
#ifndef ENTENTE_CORE_VEC_H
#define ENTENTE_CORE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ENT_I_VEC(type)                                                        \
    struct {                                                                   \
        type *items;                                                           \
        size_t n;                                                              \
        size_t cap;                                                            \
    }

/* Makes room for `more` items after the last; false when memory is out. */
#define ent_i_vec_reserve(vec, more)                                           \
    ((vec)->n + (more) <= (vec)->cap ||                                        \
     ent_i_vec_grow((void **)&(vec)->items, &(vec)->cap, (vec)->n + (more),    \
                    sizeof *(vec)->items))

/* Appends an item; false when memory is out (the vector is unchanged). */
#define ent_i_vec_push(vec, ...)                                               \
    (ent_i_vec_reserve(vec, 1)                                                 \
         ? ((vec)->items[(vec)->n++] = (__VA_ARGS__), true)                    \
         : false)

/* Gives back the room that isn't used. */
#define ent_i_vec_trim(vec)                                                    \
    ent_i_vec_shrink((void **)&(vec)->items, &(vec)->cap, (vec)->n,            \
                     sizeof *(vec)->items)

#define ent_i_vec_free(vec)                                                    \
    (ent_i_vec_release((void **)&(vec)->items), (vec)->n = (vec)->cap = 0)

bool ent_i_vec_grow(void **items, size_t *cap, size_t need, size_t item_size);
void ent_i_vec_shrink(void **items, size_t *cap, size_t n, size_t item_size);
void ent_i_vec_release(void **items);

/* Like qsort, but an empty list may be NULL. */
void ent_i_sort(void *items, size_t n, size_t item_size,
                int (*compare)(const void *, const void *));

/* For a comparison by several numbers, the first of them first: each pair has
 * that of the one and of the other. Negative, 0 or positive. */
static inline int ent_i_compare_keys(const uint32_t (*keys)[2], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return 0;
}

/* A growable string; items is NUL-terminated after each call. */
typedef ENT_I_VEC(char) ent_i_string;

bool ent_i_string_add(ent_i_string *s, const char *bytes, size_t n);
bool ent_i_string_adds(ent_i_string *s, const char *text);
bool ent_i_string_addf(ent_i_string *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
