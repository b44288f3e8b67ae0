/* The article as the stages pass it on. Each stage fills its own members and
 * leaves the others alone:
 *   source     id .. text (and all but the clusters where names are all that
 *              is known)
 *   text       sentences (and the tokens, kept apart in ent_i_text)
 *   recognise  mentions, joint
 *   cluster    kin, clusters, and each mention's cluster
 *   encounter  encounters
 * Strings and participant lists live in the arena. */
#ifndef ENTENTE_CORE_ARTICLE_H
#define ENTENTE_CORE_ARTICLE_H

#include "core/memory.h"
#include "core/vec.h"
#include "entente/article.h"

/* "Roe's son Max", "Roe, who lost his wife, Ann": a given name alone, which may
 * have the surname of somebody named before it. */
typedef struct ent_i_kin {
    uint32_t mention;
    uint32_t owner; /* a mention; ENT_NONE: nobody is named before */
} ent_i_kin;

/* Fills an article from its raw bytes. */
typedef ent_status ent_i_parser(ent_article *article, ent_error *error);

/* What an article is still to be made from. Splitting inputs is the work of one
 * thread; this is left to all of them. */
typedef struct ent_i_raw {
    ent_i_parser *parse; /* NULL: the article is complete */
    char *bytes;         /* owned; a NUL byte follows them */
    size_t size;
    const char *encoding; /* as stated outside the bytes, or NULL */
} ent_i_raw;

struct ent_article {
    ent_i_arena arena;
    const char *id;
    const char *title; /* "" when there is none */
    const char *text;  /* valid UTF-8 without NUL bytes */
    const char *source;
    const char *url;
    const char *language;
    const char *author;        /* as the input states it, or NULL */
    const char *language_from; /* where the language was found; NULL: as the
                                  input states it */
    const char *date_from; /* where the date was found, such as "meta"; NULL:
                              not told */
    const char *path;      /* the file it came from, for messages */
    const char *format;    /* such as "jsonl"; NULL: from the host's memory */
    bool format_given;     /* by the user, not found by content */
    /* Where title and text were found, and what of the input isn't in the
     * text; NULL: not told. */
    const char *title_from;
    const char *text_from;
    const char *left_out;
    uint8_t day_order; /* how its input writes days (source/dates.h) */
    uint32_t warnings; /* ENT_WARN_ bits that the text doesn't show */
    ent_date fetched;  /* a day on which it was there, where a container says */
    ent_i_raw raw;
    uint32_t id_size; /* without what makes it unique within a run */
    uint32_t title_size;
    uint32_t text_size;
    ent_date date;
    bool title_in_text; /* the text's first paragraph is the title, which is
                           then read only there */
    bool names_only;    /* the text is made of names, which came with the input,
                           as sentences and encounters did */
    uint32_t stored;    /* its number in a store; 0: none */
    bool outdated;      /* in the store it is as other options or another
                           version read it */
    bool kept;          /* all that is found in it came with the input */
    bool annotated;     /* mentions came with the input and stay unchanged */
    ENT_I_VEC(ent_sentence) sentences;
    ENT_I_VEC(ent_mention) mentions;
    ENT_I_VEC(uint32_t) joint; /* mentions whose surname is that of the next */
    ENT_I_VEC(ent_i_kin) kin;  /* by mention, the nearest owner first */
    ENT_I_VEC(ent_cluster) clusters;
    ENT_I_VEC(ent_encounter) encounters;
};

/* An empty article, or NULL when memory is out. */
ent_article *ent_i_article_new(void);
/* Empties the lists of what was found in it. */
void ent_i_article_clear(ent_article *article);

/* Which value ent_role_name and its like give this name; false, and *out is
 * unchanged, when none has it or the name is NULL. */
bool ent_i_role_parse(const char *name, uint8_t *out);
bool ent_i_kind_parse(const char *name, uint8_t *out);
bool ent_i_form_parse(const char *name, uint8_t *out);
bool ent_i_weak_parse(const char *name, uint8_t *out);
bool ent_i_standing_parse(const char *name, uint8_t *out);
bool ent_i_when_from_parse(const char *name, uint8_t *out);

/* Converts a civil date to days since 1970-01-01; ENT_NO_DATE when the date is
 * invalid. */
ent_date ent_i_date(int year, int month, int day);
/* The reverse; date must not be ENT_NO_DATE. */
void ent_i_date_civil(ent_date date, int *year, int *month, int *day);
/* 0 is Sunday. */
int ent_i_date_weekday(ent_date date);

#endif
