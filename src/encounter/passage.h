/* How encounters are read from a sentence; shared by the files of this folder.
 *
 * The tokens of a sentence become nodes: a person with a title, another name, a
 * word with what the lexicon says about it, or a mark. Pronouns and roles that
 * the article explains also become persons. Coordinated persons form groups
 * ("Stroud, Lindt and Brel"). Each word of contact then looks for its
 * subject and counterparts among the groups. */
#ifndef ENTENTE_ENCOUNTER_PASSAGE_H
#define ENTENTE_ENCOUNTER_PASSAGE_H

#include <string.h>

#include "core/article.h"
#include "encounter/contact_words.h"
#include "text/text.h"

typedef enum ent_i_what {
    ENT_I_WORD,
    ENT_I_PERSON,
    ENT_I_NAME, /* any other name */
    ENT_I_NUMBER,
    ENT_I_COMMA,
    ENT_I_DASH,
    ENT_I_OPEN, /* ( and [ */
    ENT_I_CLOSE,
    ENT_I_QUOTE,
    ENT_I_STOP /* any other mark */
} ent_i_what;

enum { ENT_I_NODE_TEXT = 24, ENT_I_NODES = 320, ENT_I_GROUP_MAX = 12 };

typedef struct ent_i_item {
    uint32_t start; /* bytes of the field, without the possessive */
    uint32_t end;
    uint32_t mention;           /* ENT_NONE unless a name */
    uint32_t other;             /* a second person: "both men"; else ENT_NONE */
    uint32_t group;             /* of a person, else ENT_NONE */
    const ent_i_lexeme *word;   /* never NULL; without entries for names */
    uint32_t is;                /* ENT_I_W_ bits of a word */
    uint8_t form;               /* an ent_i_word_form */
    uint8_t what;               /* an ent_i_what */
    bool possessive;            /* followed by 's, or "his" */
    bool reference;             /* a pronoun or role, not a name */
    bool capital;               /* begins with a capital letter */
    bool hyphen;                /* joined to the next node: Roe-Rokov */
    char text[ENT_I_NODE_TEXT]; /* lower-case; "" when longer */
} ent_i_item;

/* Persons named in one breath, as one part of the sentence. */
typedef struct ent_i_party {
    uint32_t members[ENT_I_GROUP_MAX]; /* nodes */
    uint32_t count;
    uint32_t first; /* nodes: from the first member to the last */
    uint32_t last;
    bool governed;    /* object of a verb or preposition */
    bool possessive;  /* "Stroud's" */
    bool subject;     /* a verb follows */
    bool alternative; /* "Vell or Fenwick" */
} ent_i_party;

/* One sentence while it is read. Too large for the stack of a small thread, so
 * it is allocated once an article. */
typedef struct ent_i_passage {
    const ent_article *article;
    const char *bytes; /* of the sentence's field */
    uint32_t sentence;
    uint8_t field;
    uint8_t part; /* an ent_i_list_part: which of its tokens are read */
    uint8_t role; /* an ent_role: whose contacts */
    uint32_t node_count;
    uint32_t group_count;
    ent_i_item nodes[ENT_I_NODES];
    ent_i_party groups[ENT_I_NODES / 2];
} ent_i_passage;

/* Who is brought together by the contact word at node `at`. */
typedef struct ent_i_finding {
    uint32_t people[2 * ENT_I_GROUP_MAX]; /* mentions, each person once */
    uint32_t count;
    uint32_t first; /* nodes that state it */
    uint32_t last;
    uint32_t at;
    uint32_t subject; /* group, or ENT_NONE */
    uint8_t kind;
    uint8_t standing;
    bool verb;
    bool referred;    /* somebody is named by a pronoun or role alone */
    bool told;        /* words to a person, which any meeting implies */
    bool shared_trip; /* "A and B visited the school" */
    bool separate;    /* the first person meets each of the others */
    float confidence;
} ent_i_finding;

/* Whether node i is a word of which the lexicon says one of the bits. */
static inline bool ent_i_is_word(const ent_i_passage *r, uint32_t i,
                                 uint32_t bits)
{
    return i < r->node_count && r->nodes[i].what == ENT_I_WORD &&
           r->nodes[i].is & bits;
}

/* Whether node i is exactly the lower-case text. */
static inline bool ent_i_is_text(const ent_i_passage *r, uint32_t i,
                                 const char *text)
{
    return i < r->node_count && strcmp(r->nodes[i].text, text) == 0;
}

/* Whether node i is one of the texts, a list that ends in NULL. */
static inline bool ent_i_is_any(const ent_i_passage *r, uint32_t i,
                                const char *const *texts)
{
    while (*texts && !ent_i_is_text(r, i, *texts))
        texts++;
    return *texts != NULL;
}

/* Whether node i is a word of which the lexicon says one of the ENT_I_AROUND_
 * bits. */
static inline bool ent_i_is_around(const ent_i_passage *r, uint32_t i,
                                   uint8_t bits)
{
    return i < r->node_count && r->nodes[i].what == ENT_I_WORD &&
           r->nodes[i].word->around & bits;
}

/* In nodes. */
static inline uint32_t ent_i_apart(uint32_t a, uint32_t b)
{
    return a > b ? a - b : b - a;
}

/* Whether the mention is a person of the story. */
bool ent_i_is_person(const ent_article *article, uint32_t mention);
/* Whether two mentions stand for one person. */
bool ent_i_same_person(const ent_article *article, uint32_t a, uint32_t b);

/* Fills reading->nodes from the tokens of its sentence's part; false when the
 * sentence is too long to be one. */
bool ent_i_read_nodes(ent_i_passage *reading, const ent_i_text *text);
/* Finds the groups of persons. */
void ent_i_read_groups(ent_i_passage *reading);

/* The node after an apposition or parenthesis that begins at `i`, else i. */
uint32_t ent_i_skip_apposition(const ent_i_passage *reading, uint32_t i);
/* Whether the word of contact at node i is a noun there: "a call", "Stroud's
 * visit", but "to visit". */
bool ent_i_is_noun(const ent_i_passage *reading, uint32_t i);
/* Whether the word at node i is a verb, as far as the lexicon knows. */
bool ent_i_is_verb(const ent_i_passage *reading, uint32_t i);
/* The group that a verb or preposition before node i governs: an NP that
 * begins at i and ends in persons; ENT_NONE when there is none. */
uint32_t ent_i_object_at(const ent_i_passage *reading, uint32_t i);
/* The group that is the subject of the verb at node i; ENT_NONE. */
uint32_t ent_i_subject_of(const ent_i_passage *reading, uint32_t i);
/* The group that is the subject of the clause around node i, for nouns,
 * participles and infinitives; ENT_NONE. */
uint32_t ent_i_clause_subject(const ent_i_passage *reading, uint32_t i);

/* The group that the relative clause opened by "who" or "whom" at node `who` is
 * about: "Ryan, R-Wis., who held"; ENT_NONE. */
uint32_t ent_i_before_who(const ent_i_passage *reading, uint32_t who);

/* Reads what the contact word at node `at` says; false when it brings nobody
 * together. */
bool ent_i_read_contact(const ent_i_passage *reading, uint32_t at,
                        ent_i_finding *out);
/* Reads a caption without a verb: "Vell and Thorne at the dam". */
bool ent_i_read_caption(const ent_i_passage *reading, ent_i_finding *out);
/* Whether the finding's contact was held, planned, proposed or denied. */
ent_standing ent_i_read_standing(const ent_i_passage *reading,
                                 const ent_i_finding *finding);
/* The kind, by the contact word and the words around it. */
ent_kind ent_i_read_kind(const ent_i_passage *reading,
                         const ent_i_finding *finding);

#endif
