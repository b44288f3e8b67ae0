/* From files with networks to a corpus with their counts (corpus/given.h). */
#ifndef ENTENTE_SAVED_ADDING_H
#define ENTENTE_SAVED_ADDING_H

#include "corpus/given.h"
#include "saved/members.h"

/* A piece of evidence as the file has it; strings are the corpus's. */
typedef struct ent_i_proof {
    uint32_t article;
    uint32_t start;
    uint32_t end;
    uint32_t number;      /* in ent_i_given.seen */
    uint8_t field;        /* an ent_field */
    bool stretch;         /* several sentences */
    const char *text;     /* the sentence */
    const json_t *copies; /* ids of other articles that say it, or NULL */
} ent_i_proof;

/* A file that is being added. */
typedef struct ent_i_adding {
    ent_corpus *corpus;
    struct ent_i_given *given; /* the corpus's */
    const char *path;
    ent_error *error;
    uint32_t first;      /* the file's first article */
    ent_i_strmap actors; /* by the file's ids: index in the corpus */
    ENT_I_VEC(ent_i_proof) proofs;
} ent_i_adding;

/* Refuses the file, which then has changed nothing that counts. */
static inline ent_status ent_i_adding_refuse(const ent_i_adding *a,
                                             const char *expected)
{
    return ent_i_saved_refuse(a->error, a->path, expected);
}

static inline ent_status ent_i_adding_no_memory(const ent_i_adding *a)
{
    return ent_i_no_memory(a->error, "saved");
}

/* A text kept as long as the corpus is; NULL for NULL and without memory. */
static inline const char *ent_i_adding_keep(const ent_i_adding *a,
                                            const char *text)
{
    return text ? ent_i_arena_strdup(&a->corpus->arena, text) : NULL;
}

/* Takes over how the file's network was made; refuses what is not whole, or was
 * counted in another way than the files before. */
ent_status ent_i_adding_options(const ent_i_adding *a, const json_t *graph);
/* The file's article of an id; ENT_NONE for any other id, or NULL. */
uint32_t ent_i_adding_article(const ent_i_adding *a, const char *id);
/* Adds a node, or a tie between nodes that were added, as the file has it. */
ent_status ent_i_adding_node(ent_i_adding *a, const json_t *object);
ent_status ent_i_adding_tie(ent_i_adding *a, const json_t *object);
/* The file's proofs become sentences and encounters of their articles. */
ent_status ent_i_adding_quotes(ent_i_adding *a);

#endif
