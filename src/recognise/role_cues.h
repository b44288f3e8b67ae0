/* The words that show that a name stands outside the story. */
#ifndef ENTENTE_RECOGNISE_ROLE_CUES_H
#define ENTENTE_RECOGNISE_ROLE_CUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which names a cue concerns. */
typedef enum ent_i_cue_scope {
    ENT_I_CUE_AFTER,    /* the list of names directly after it */
    ENT_I_CUE_SENTENCE, /* all of its sentence */
    ENT_I_CUE_PARAGRAPH /* all of its paragraph, when that is short */
} ent_i_cue_scope;

/* Where a cue must stand to count. */
enum {
    ENT_I_CUE_START = 1,   /* paragraph begins with it, marks left aside */
    ENT_I_CUE_LATE = 2,    /* in the second half of the text */
    ENT_I_CUE_AT = 4,      /* an @ in the same sentence */
    ENT_I_CUE_OPEN = 8,    /* sentence begins with it, or after a mark */
    ENT_I_CUE_NAMED = 16,  /* its paragraph begins with a person */
    ENT_I_CUE_FOLLOW = 32, /* "follow" before it in the sentence */
    ENT_I_CUE_LAST = 64,   /* in the last eighth of the text */
    ENT_I_CUE_END = 128    /* what follows the paragraph is furniture */
};

typedef struct ent_i_cue {
    const char *words; /* tokens in lower case, a space between them */
    uint8_t scope;     /* an ent_i_cue_scope */
    uint8_t role;      /* an ent_role */
    uint8_t where;     /* ENT_I_CUE_..., all of which hold */
} ent_i_cue;

/* Sorted by first byte. */
extern const ent_i_cue ent_i_cues[];
extern const size_t ent_i_cue_count;

/* Whether the word (any case) is an agency that photo credits name. */
bool ent_i_is_agency(const char *bytes, size_t size);
/* Whether the word (any case) is what journalists call themselves. */
bool ent_i_is_newsman(const char *bytes, size_t size);

#endif
