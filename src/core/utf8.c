#include "core/utf8.h"

#include <stdint.h>
#include <string.h>
#include <unicode/utf8.h>

size_t ent_i_skip_ascii(const char *bytes, size_t i, size_t size)
{
    uint64_t eight;
    for (; i + 8 <= size; i += 8) {
        memcpy(&eight, bytes + i, 8);
        if (eight & 0x8080808080808080u)
            break;
    }
    while (i < size && (unsigned char)bytes[i] < 0x80)
        i++;
    return i;
}

void ent_i_utf8_count(const char *bytes, size_t size, size_t *good, size_t *bad)
{
    *good = *bad = 0;
    for (size_t i = 0; (i = ent_i_skip_ascii(bytes, i, size)) < size;) {
        UChar32 c;
        U8_NEXT(bytes, i, size, c);
        if (c < 0)
            ++*bad;
        else
            ++*good;
    }
}

bool ent_i_is_utf8(const char *bytes, size_t size)
{
    size_t good, bad;
    ent_i_utf8_count(bytes, size, &good, &bad);
    return bad == 0;
}
