#include "core/base64.h"

#include <stdint.h>

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool ent_i_base64_write(ent_i_string *out, const char *bytes, size_t size)
{
    if (!ent_i_vec_reserve(out, size / 3 * 4 + 5))
        return false;
    for (size_t i = 0; i < size; i += 3) {
        uint32_t three = (uint32_t)(unsigned char)bytes[i] << 16;
        if (i + 1 < size)
            three |= (uint32_t)(unsigned char)bytes[i + 1] << 8;
        if (i + 2 < size)
            three |= (unsigned char)bytes[i + 2];
        char *four = out->items + out->n;
        four[0] = digits[three >> 18];
        four[1] = digits[three >> 12 & 63];
        four[2] = i + 1 < size ? digits[three >> 6 & 63] : '=';
        four[3] = i + 2 < size ? digits[three & 63] : '=';
        out->n += 4;
    }
    out->items[out->n] = '\0';
    return true;
}

/* 64 when it is no digit. */
static uint32_t value_of(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (uint32_t)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return (uint32_t)(c - 'a') + 26;
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0') + 52;
    return c == '+' ? 62 : c == '/' ? 63 : 64;
}

bool ent_i_base64_read(ent_i_string *out, const char *text, size_t size,
                       bool *right)
{
    size_t padding = 0;
    while (padding < 2 && padding < size && text[size - 1 - padding] == '=')
        padding++;
    *right = size % 4 == 0;
    if (!ent_i_vec_reserve(out, size / 4 * 3 + 1))
        return false;
    for (size_t i = 0; *right && i < size; i += 4) {
        uint32_t three = 0;
        for (size_t k = i; k < i + 4; k++) {
            uint32_t value = k < size - padding ? value_of(text[k]) : 0;
            *right = *right && value < 64;
            three = three << 6 | (value & 63);
        }
        for (int shift = 16; shift >= 0; shift -= 8)
            out->items[out->n++] = (char)(three >> shift & 255);
    }
    out->n -= *right ? padding : 0;
    return true;
}
