#include "core/codec.h"

#include <string.h>

#include "core/utf8.h"

enum { VARINT_MAX = 5 };

static void put(ent_i_codec *c, uint32_t value)
{
    char bytes[VARINT_MAX];
    size_t n = 0;
    for (; value >= 0x80; value >>= 7)
        bytes[n++] = (char)(value | 0x80);
    bytes[n++] = (char)value;
    c->failed |= !ent_i_string_add(c->out, bytes, n);
}

/* 0 once the bytes have ended. */
static uint32_t get(ent_i_codec *c)
{
    uint32_t value = 0;
    for (unsigned shift = 0; c->at < c->end && shift < 7 * VARINT_MAX;
         shift += 7) {
        unsigned char byte = (unsigned char)*c->at++;
        value |= (uint32_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    c->failed = true;
    return 0;
}

void ent_i_code_follows(ent_i_codec *c, uint32_t *value, uint32_t known)
{
    if (c->out)
        put(c, *value - known);
    else
        *value = known + get(c);
}

void ent_i_code_precedes(ent_i_codec *c, uint32_t *value, uint32_t known)
{
    if (c->out)
        put(c, known - *value);
    else
        *value = known - get(c);
}

/* The sign goes to the lowest bit, so that small differences of either sign
 * are small numbers. */
static uint32_t fold(uint32_t bits) { return bits << 1 ^ (0u - (bits >> 31)); }
static uint32_t unfold(uint32_t folded)
{
    return folded >> 1 ^ (0u - (folded & 1));
}

void ent_i_code_near(ent_i_codec *c, uint32_t *value, uint32_t known)
{
    if (c->out)
        put(c, fold(*value - known));
    else
        *value = known + unfold(get(c));
}

void ent_i_code_number(ent_i_codec *c, uint32_t *value)
{
    ent_i_code_follows(c, value, 0);
}

void ent_i_code_number_or_none(ent_i_codec *c, uint32_t *value)
{
    ent_i_code_follows(c, value, ENT_NONE);
}

void ent_i_code_small(ent_i_codec *c, uint8_t *value)
{
    if (c->out) {
        put(c, *value);
    } else {
        uint32_t whole = get(c);
        c->failed |= whole > UINT8_MAX;
        *value = (uint8_t)whole;
    }
}

void ent_i_code_flag(ent_i_codec *c, bool *value)
{
    if (c->out)
        put(c, *value);
    else
        *value = get(c) != 0;
}

void ent_i_code_size_of(ent_i_codec *c, uint8_t *value, size_t size)
{
    if (!c->out)
        *value = (uint8_t)size;
}

void ent_i_code_date(ent_i_codec *c, ent_date *value)
{
    if (c->out)
        put(c, fold((uint32_t)*value) + 1);
    else
        *value = (ent_date)unfold(get(c) - 1);
}

void ent_i_code_fraction(ent_i_codec *c, float *value)
{
    uint32_t bits = 0;
    char bytes[sizeof bits];
    if (c->out) {
        memcpy(&bits, value, sizeof bits);
        for (size_t i = 0; i < sizeof bits; i++)
            bytes[i] = (char)(bits >> 8 * i);
        c->failed |= !ent_i_string_add(c->out, bytes, sizeof bytes);
        return;
    }
    bool there = (size_t)(c->end - c->at) >= sizeof bits;
    c->failed |= !there;
    for (size_t i = 0; there && i < sizeof bits; i++)
        bits |= (uint32_t)(unsigned char)*c->at++ << 8 * i;
    memcpy(value, &bits, sizeof bits);
}

void ent_i_code_string(ent_i_codec *c, const char **value)
{
    if (c->out) {
        const char *text = *value;
        put(c, text ? (uint32_t)c->out_strings->n + 1 : 0);
        if (text)
            c->failed |=
                !ent_i_string_add(c->out_strings, text, strlen(text) + 1);
        return;
    }
    uint32_t place = get(c);
    *value = place && place <= c->string_size ? c->strings + place - 1 : NULL;
    c->failed |=
        place > c->string_size || (*value && !ent_i_is_boundary(*value, 0));
}
