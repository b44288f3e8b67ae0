/* Numbers and strings as bytes that are the same on every machine. One function
 * a struct both writes and reads it, so that the two can't differ.
 *
 * Numbers are varints (LEB128); where one follows another that is known, their
 * difference is kept, so that most take one byte. */
#ifndef ENTENTE_CORE_CODEC_H
#define ENTENTE_CORE_CODEC_H

#include "core/vec.h"
#include "entente/article.h"

/* Writes if `out` is set, and leaves what it writes alone; reads otherwise. */
typedef struct ent_i_codec {
    ent_i_string *out;         /* numbers */
    ent_i_string *out_strings; /* what their strings are */
    const char *at;
    const char *end;
    const char *strings; /* of what is read, as are the next */
    uint32_t string_size;
    uint32_t *participants; /* of the next encounter */
    uint32_t participants_left;
    bool failed; /* memory is out, or the bytes are no record */
} ent_i_codec;

/* A number. */
void ent_i_code_number(ent_i_codec *c, uint32_t *value);
/* As its difference to a number that is known, usually a little smaller; it
 * wraps round, so that any number can follow any. */
void ent_i_code_follows(ent_i_codec *c, uint32_t *value, uint32_t known);
/* The same for what is a little smaller than the known. */
void ent_i_code_precedes(ent_i_codec *c, uint32_t *value, uint32_t known);
/* The same for what may be a little smaller or greater. */
void ent_i_code_near(ent_i_codec *c, uint32_t *value, uint32_t known);
/* ENT_NONE is 0. */
void ent_i_code_number_or_none(ent_i_codec *c, uint32_t *value);
void ent_i_code_small(ent_i_codec *c, uint8_t *value);
void ent_i_code_flag(ent_i_codec *c, bool *value);
/* A struct's size depends on who reads it, and isn't written. */
void ent_i_code_size_of(ent_i_codec *c, uint8_t *value, size_t size);
/* Folded, so that days near 1970 are small numbers; no date is 0. */
void ent_i_code_date(ent_i_codec *c, ent_date *value);
/* The bits of the float, the lowest byte first. */
void ent_i_code_fraction(ent_i_codec *c, float *value);
/* As one more than its place among the strings; NULL is 0. */
void ent_i_code_string(ent_i_codec *c, const char **value);

#endif
