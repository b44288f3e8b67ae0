/* The words by which news tells of contact: verbs and nouns of meeting,
 * calling and appearing together, and the small words around them. */
#ifndef ENTENTE_ENCOUNTER_CONTACT_WORDS_H
#define ENTENTE_ENCOUNTER_CONTACT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "entente/article.h"

/* What a word can be in a sentence; a word may be several. */
enum {
    ENT_I_W_AUX = 1 << 0,      /* is, has, did */
    ENT_I_W_MODAL = 1 << 1,    /* will, could */
    ENT_I_W_NEG = 1 << 2,      /* not, never */
    ENT_I_W_ADVERB = 1 << 3,   /* later, also; words in -ly come on top */
    ENT_I_W_PREP = 1 << 4,     /* with, in */
    ENT_I_W_CONJ = 1 << 5,     /* and, or, but */
    ENT_I_W_COMP = 1 << 6,     /* opens a clause: that, who, when, if */
    ENT_I_W_DET = 1 << 7,      /* the, an, his */
    ENT_I_W_SAY = 1 << 8,      /* verbs of speech and thought */
    ENT_I_W_CONTROL = 1 << 9,  /* verbs that take "to do": decide, come */
    ENT_I_W_PLAN = 1 << 10,    /* makes what follows planned */
    ENT_I_W_PROPOSE = 1 << 11, /* ... only suggested */
    ENT_I_W_DENY = 1 << 12,    /* ... not so */
    ENT_I_W_VERB = 1 << 13,    /* another verb form news is full of */
    ENT_I_W_CONTACT_V = 1 << 14,
    ENT_I_W_CONTACT_N = 1 << 15,
    ENT_I_W_FAR = 1 << 16,     /* contact at a distance: phone, letter */
    ENT_I_W_NEAR = 1 << 17,    /* in person: handshake, dinner */
    ENT_I_W_BELONGS = 1 << 18, /* "Trump NOUN" is not Trump: campaign, aide */
    ENT_I_W_PRONOUN = 1 << 19,
    ENT_I_W_ROLE = 1 << 20, /* president, minister, leader */
    ENT_I_W_PAIR = 1 << 21, /* two, both, pair */
    ENT_I_W_DAY = 1 << 22,  /* Monday, today, March */
    ENT_I_W_LIGHT = 1 << 23 /* hold, have, make: carry a noun of contact */
};

/* How a contact word takes the persons it brings together. */
enum {
    ENT_I_A_DIRECT = 1 << 0,   /* met Putin */
    ENT_I_A_WITH = 1 << 1,     /* met with Putin */
    ENT_I_A_TO = 1 << 2,       /* spoke to Putin */
    ENT_I_A_BOTH = 1 << 3,     /* Obama and Putin met */
    ENT_I_A_TOPIC = 1 << 4,    /* discussed Syria with Putin */
    ENT_I_A_TOGETHER = 1 << 5, /* Obama and Putin appeared together */
    ENT_I_A_TELL = 1 << 6,     /* told Putin: words to a person */
    ENT_I_A_CALL = 1 << 7,     /* called Putin, but not: a liar */
    ENT_I_A_SEPARATE = 1 << 8, /* a countable noun: plural is several */
    ENT_I_A_JOINT = 1 << 9,    /* a noun that needs "joint" or "with" */
    ENT_I_A_TRIP = 1 << 10,    /* the object is a place as often */
    ENT_I_A_EVENT = 1 << 11,   /* a dinner hosted by Putin: who is there */
    ENT_I_A_LOOK = 1 << 12,    /* looks on as Putin speaks */
    ENT_I_A_BESIDE = 1 << 13,  /* stands next to Putin, but not with him */
    ENT_I_A_PUBLIC = 1 << 14   /* urged Putin: through the press as often */
};

/* Sorts of contact words, by how often they mislead. */
typedef enum ent_i_sort {
    ENT_I_S_MEET,     /* meet, summit, dinner */
    ENT_I_S_CALL,     /* telephone */
    ENT_I_S_TALK,     /* speak, discuss, negotiation */
    ENT_I_S_QUESTION, /* interview, brief */
    ENT_I_S_TELL,     /* tell, ask */
    ENT_I_S_PLEAD,    /* urge, thank */
    ENT_I_S_WRITE,    /* letter, e-mail */
    ENT_I_S_GREET,    /* hug, visit, host */
    ENT_I_S_TOGETHER, /* accompany, appear, alongside */
    ENT_I_S_JOIN,     /* join, attend, sign */
    ENT_I_S_DEBATE,
    ENT_I_S_CAPTION /* no word: two in one picture */
} ent_i_contact_sort;

/* The form in which a contact word stands. */
typedef enum ent_i_form {
    ENT_I_FORM_BASE,
    ENT_I_FORM_THIRD, /* meets, or the plural of a noun */
    ENT_I_FORM_PAST,
    ENT_I_FORM_ING
} ent_i_form;

/* A verb or noun of contact in its base form. */
typedef struct ent_i_contact {
    const char *lemma;
    uint32_t takes;       /* ENT_I_A_ bits */
    uint8_t kind;         /* an ent_kind */
    uint8_t sort;         /* an ent_i_contact_sort */
    const char *particle; /* must follow closely, such as "down"; or NULL */
} ent_i_contact;

/* What the lexicon says of a word. */
typedef struct ent_i_word_sense {
    uint32_t is; /* ENT_I_W_ bits */
    const ent_i_contact *verb;
    const ent_i_contact *noun;
    uint8_t form; /* an ent_i_form */
} ent_i_word_sense;

/* How likely an encounter told by such a word is right, 0 to 1; referred: one
 * of its persons is named by a pronoun or role alone. */
float ent_i_trust(uint8_t sort, bool referred);

/* Looks a lower-case word up, reducing it to its base form. */
ent_i_word_sense ent_i_word_look_up(const char *word);

/* Whether the lower-case word can be a verb or noun of contact: a cheap test
 * before anything else is done with a sentence. */
bool ent_i_word_is_contact(const char *word);

#endif
