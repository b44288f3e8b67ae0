/* The words of titles and kinship. */
#ifndef ENTENTE_LEXICON_TITLES_H
#define ENTENTE_LEXICON_TITLES_H

#include <stddef.h>
#include <stdint.h>

/* What a title or a word of kinship says of its bearer. */
typedef enum ent_i_gender {
    ENT_I_GENDER_UNKNOWN,
    ENT_I_FEMALE,
    ENT_I_MALE
} ent_i_gender;

/* How a word may take part in a title. */
enum {
    ENT_I_TITLE_HEAD = 1,  /* a title by itself: "President" */
    ENT_I_TITLE_MOD = 2,   /* before a head: "Prime", "Foreign", "Vice" */
    ENT_I_TITLE_COMP = 4,  /* after "of": "State", "Defense", "Staff" */
    ENT_I_TITLE_UPPER = 8, /* a title only when written with a capital */
    ENT_I_TITLE_NAME = 16  /* a given name too: stays where a span has it */
};

typedef struct ent_i_title_word {
    const char *word; /* lower case, no period */
    uint8_t flags;    /* ENT_I_TITLE_... */
    uint8_t gender;   /* an ent_i_gender */
} ent_i_title_word;

/* The word's entry, case and a final period ignored; NULL when it has none. */
const ent_i_title_word *ent_i_title_find(const char *bytes, size_t size);

/* What the words of a title, or a word such as "wife", say of the gender. */
ent_i_gender ent_i_title_gender(const char *bytes, size_t size);

/* The table, sorted by bytes. */
extern const ent_i_title_word ent_i_title_words[];
extern const size_t ent_i_title_word_count;

#endif
