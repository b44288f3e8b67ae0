/* Characters that must not reach a terminal or break a line. */
#ifndef ENTENTE_CORE_CONTROL_H
#define ENTENTE_CORE_CONTROL_H

#include <stddef.h>

/* The size of the control character or line separator at text, or 0 when there
 * is none; size must be at least 1. Besides those of ASCII these are U+0080 to
 * U+009F, which some terminals obey, and U+2028 and U+2029, at which many
 * programs end a line. */
static inline size_t ent_i_control_size(const char *text, size_t size)
{
    const unsigned char *c = (const unsigned char *)text;
    if (c[0] < ' ' || c[0] == 0x7F)
        return 1;
    if (size >= 2 && c[0] == 0xC2 && c[1] >= 0x80 && c[1] <= 0x9F)
        return 2;
    return size >= 3 && c[0] == 0xE2 && c[1] == 0x80 &&
                   (c[2] == 0xA8 || c[2] == 0xA9)
               ? 3
               : 0;
}

#endif
