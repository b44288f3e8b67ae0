/**
 * @file review.h
 * The doubtful decisions on who is who, as questions to the user, and the
 * answers, which a store keeps and later resolves obey.
 */
#ifndef ENTENTE_REVIEW_H
#define ENTENTE_REVIEW_H

#include "store.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Is this name that actor? Read it through the pointer: it may grow. */
typedef struct ent_question {
    const char *name;     /**< as it is spelt most often */
    const char *whom;     /**< the label of the actor who may be meant */
    uint8_t type;         /**< an ent_type */
    bool together;        /**< what holds now: the name is the actor's; false:
                               it was left open */
    uint32_t articles;    /**< how many articles it concerns */
    double confidence;    /**< that what holds now is right */
    const char *reason;   /**< why it holds, in words */
    const char *evidence; /**< a sentence with the name: "2014-03-29, title
                               (id): ..."; without a title "id: ..." */
    const char *beside;   /**< one with the actor, or "" */
} ent_question;

/** Questions, those with the most at stake first: articles times doubt. */
typedef struct ent_questions ent_questions;

/**
 * Finds what is doubtful in a resolved corpus: names that were given to an
 * actor with little evidence, and names that were left open. Names that mean
 * several actors are not asked for, since no answer fits them all.
 * @param out receives the questions, which the caller frees; they borrow from
 *        nothing.
 * @param types of names to ask for, 1u << ent_type for each.
 * @return ENT_ERR_ARGUMENT before resolve.
 */
ENT_API ENT_USE ent_status ent_questions_find(ent_questions **out,
                                              const ent_corpus *corpus,
                                              unsigned types, ent_error *error);
/** How many questions there are. */
ENT_API size_t ent_questions_count(const ent_questions *questions);
/** Question i, or NULL when out of range. */
ENT_API const ent_question *ent_questions_at(const ent_questions *questions,
                                             size_t i);
/** Frees the questions; NULL is allowed. */
ENT_API void ent_questions_free(ent_questions *questions);

/**
 * Keeps an answer, in place of an earlier one to the same question: the name is
 * the actor's, or it is not. The next ent_store_recall tells the corpus, whose
 * resolve then obeys: a name that is the actor's is an alias, a full name that
 * isn't is not the same, and a short name that isn't goes to the actor only in
 * articles that name him themselves. Committed at once.
 * @return ENT_ERR_IO when it can't be written.
 */
ENT_API ENT_USE ent_status ent_store_answer(ent_store *store, const char *name,
                                            const char *whom, ent_type type,
                                            bool same, ent_error *error);

#ifdef __cplusplus
}
#endif
#endif
