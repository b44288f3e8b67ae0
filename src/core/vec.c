/* The untyped part of the vector macros, compiled once for all types. */
#include "core/vec.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

bool ent_i_vec_grow(void **items, size_t *cap, size_t need, size_t item_size)
{
    if (need <= *cap)
        return true;
    /* Grows by half rather than doubling, so that freed blocks can be reused
     * for later growth; this wastes less with corpora of millions of
     * mentions. */
    size_t room = *cap < 8 ? 8 : *cap + *cap / 2;
    if (room < need)
        room = need;
    /* Pointers more than PTRDIFF_MAX apart can't be subtracted. */
    if (room > SIZE_MAX / 2 / item_size)
        return false;
    void *grown = ent_i_realloc(*items, room * item_size);
    if (!grown)
        return false;
    *items = grown;
    *cap = room;
    return true;
}

void ent_i_vec_shrink(void **items, size_t *cap, size_t n, size_t item_size)
{
    void *less = n ? ent_i_realloc(*items, n * item_size) : NULL;
    if (!less)
        return; /* it may as well stay as it is */
    *items = less;
    *cap = n;
}

void ent_i_vec_release(void **items)
{
    ent_i_free(*items);
    *items = NULL;
}

void ent_i_sort(void *items, size_t n, size_t item_size,
                int (*compare)(const void *, const void *))
{
    if (n > 1)
        qsort(items, n, item_size, compare);
}

/* There is always room for the NUL after n, which counts the text alone. */
bool ent_i_string_add(ent_i_string *s, const char *bytes, size_t n)
{
    if (!ent_i_vec_reserve(s, n + 1))
        return false;
    memcpy(s->items + s->n, bytes, n);
    s->n += n;
    s->items[s->n] = '\0';
    return true;
}

bool ent_i_string_adds(ent_i_string *s, const char *text)
{
    return ent_i_string_add(s, text, strlen(text));
}

bool ent_i_string_addf(ent_i_string *s, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    /* Measured first, so that a failure leaves the string as it was. */
    int need = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (need < 0 || !ent_i_vec_reserve(s, (size_t)need + 1))
        return false;
    va_start(args, format);
    vsnprintf(s->items + s->n, (size_t)need + 1, format, args);
    va_end(args);
    s->n += (size_t)need;
    return true;
}
