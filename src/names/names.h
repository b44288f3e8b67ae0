/* What a name is made of (title, given names, initials, particles, surname,
 * suffix) and what its words say about the person. */
#ifndef ENTENTE_NAMES_NAMES_H
#define ENTENTE_NAMES_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

typedef enum ent_i_part_kind {
    ENT_I_PART_CORE,     /* a given name, middle name or surname */
    ENT_I_PART_INITIAL,  /* a single letter that stands for a name */
    ENT_I_PART_PARTICLE, /* "van", "de", "al", "bin" */
    ENT_I_PART_SUFFIX    /* "jr", "iii" */
} ent_i_part_kind;

enum {
    ENT_I_NAME_PARTS = 12,
    ENT_I_NAME_ROOM = 128,
    ENT_I_LEAST_LETTERS = 3, /* by which somebody may be called: "LBJ" */
    ENT_I_NAME_LETTERS = 4   /* at most */
};

typedef struct ent_i_part {
    uint8_t start; /* in ent_i_name.text */
    uint8_t size;
    uint8_t kind; /* an ent_i_part_kind */
} ent_i_part;

/* A person's name taken apart. The parts exclude leading titles and trailing
 * degrees. */
typedef struct ent_i_name {
    char text[ENT_I_NAME_ROOM]; /* the parts' letters, each NUL-terminated */
    ent_i_part parts[ENT_I_NAME_PARTS];
    uint8_t count;  /* of parts; 0 when the name has none */
    uint8_t core;   /* how many are CORE */
    uint8_t family; /* index of the surname */
    uint8_t given;  /* its first given name or initial; == family: none */
    uint8_t gender; /* ENT_I_MALE or ENT_I_FEMALE, by title or given name */
    bool titled;    /* a title stood before it */
    bool reign;     /* one that tells whom a given name means: "King" */
    bool numbered;  /* a monarch's given name and number: "Harald IX" */
    bool nominal;   /* a description ("the coach"), not a name */
    char letters[ENT_I_NAME_LETTERS]; /* the first of each word, also behind a
                                         hyphen; all 0 if they are more */
} ent_i_name;

/* Writes a name that is written surname first ("Dunn, Peter", "Roe, Ann M.,
 * Jr.", "ROSSI Giulia") in the order of speech, ended with NUL, and returns its
 * length; 0 for all other names, and when it doesn't fit. */
size_t ent_i_name_turn(const char *text, size_t size, char *out, size_t room);

/* Takes the name apart; one written surname first is turned round before. */
void ent_i_name_parse(ent_i_name *name, const char *text, size_t size);

/* Where the surname stands in a name as it is written, with its particles and
 * without "Jr.": from *from to the result. */
size_t ent_i_surname(const char *text, size_t size, size_t *from);

/* The letters of part i. */
static inline const char *ent_i_name_part(const ent_i_name *name, size_t i)
{
    return name->text + name->parts[i].start;
}

/* Whether part i is a single letter that stands for a name. */
static inline bool ent_i_name_is_initial(const ent_i_name *name, size_t i)
{
    return name->parts[i].kind == ENT_I_PART_INITIAL;
}

/* A full name has a surname and a given name or initial, or a monarch's number.
 */
static inline bool ent_i_name_is_full(const ent_i_name *name)
{
    return name->core >= 1 && (name->given != name->family || name->numbered);
}

/* Whether the one-word name is the letters of the full one, three or four. */
bool ent_i_name_has_letters(const ent_i_name *brief, const ent_i_name *full);

/* Notes that a monarch's title stands before the name. */
void ent_i_name_reigns(ent_i_name *name);

/* Whether the given name is a monarch's title, which belongs to a given name
 * that stands alone: "King Harald". */
bool ent_i_name_is_reign(const ent_i_name *name);

/* Whether the surname is a father's: "Hamdan" alone is not Omar bin Hamdan.
 */
bool ent_i_name_is_childs(const ent_i_name *name);

/* The suffix that tells father from son, such as "jr" or "iii"; NULL when there
 * is none. */
const char *ent_i_name_suffix(const ent_i_name *name);

/* The name without titles, in lower-case letters and digits only: equal for
 * "Dr. J.K. Rowe" and "JK Rowe". Returns the length. */
size_t ent_i_name_key(const ent_i_name *name, char *out, size_t room);

/* ---- what the lexicon says (words.c); all arguments folded ---- */

bool ent_i_is_title(const char *word);
bool ent_i_is_reign(const char *word);    /* "king" */
bool ent_i_is_number(const char *word);   /* "xvi" */
bool ent_i_is_degree(const char *word);   /* "md", "phd", "mp" */
bool ent_i_is_suffix(const char *word);   /* "jr", "iii" */
bool ent_i_is_elder(const char *word);    /* "sr" */
bool ent_i_is_particle(const char *word); /* "van", "al" */
/* A particle that is a given name when it comes first: "ben". */
bool ent_i_is_given_particle(const char *word);
bool ent_i_is_son_of(const char *word);  /* "bin", "ibn" */
bool ent_i_is_respect(const char *word); /* "ji" in "Rao-ji" */
bool ent_i_is_servant(const char *word); /* "abdul", before a name of God */
bool ent_i_is_the(const char *word);
bool ent_i_is_of(const char *word);
/* A Chinese, Korean or Vietnamese family name; *sure is set when the word is
 * hardly ever anything else. */
bool ent_i_is_eastern_family(const char *word, bool *sure);
/* A given name that follows its family name: "jinping". */
bool ent_i_is_behind_family(const char *word);
/* The usual form of a suffix: "jr" for "junior". */
const char *ent_i_suffix_form(const char *word);
/* The gender of a given name: an ent_i_gender, whose values are bits. */
unsigned ent_i_given_gender(const char *word);
/* Whether the bits stand for women only or for men only. */
static inline bool ent_i_gender_is_sure(unsigned gender)
{
    return gender == ENT_I_FEMALE || gender == ENT_I_MALE;
}
/* The spelling that stands for all of a name's, such as "muhammad" for
 * "mohamed"; the word itself when no table has it. */
const char *ent_i_usual_spelling(const char *word);
/* Whether both are forms of one given name: a nickname and what it may stand
 * for, such as "ted" and "edward", or two similar nicknames of one name, such
 * as "bob" and "bobby". */
bool ent_i_same_nickname(const char *a, const char *b);
/* Whether the word is a name that the nickname may stand for. */
bool ent_i_is_formal(const char *word, const char *nickname);
/* Whether the word is a nickname or a spelling of another name. */
bool ent_i_is_form(const char *word);
/* The i-th of the names that a nickname may stand for, the likeliest first, in
 * its usual spelling; NULL after the last. Other words stand for themselves. */
const char *ent_i_formal_name(const char *word, size_t i);

#endif
