/**
 * @file corpus.h
 * Who is who among many articles.
 *
 * A corpus keeps the articles given to it. ent_corpus_resolve then decides
 * which names belong to one person, organisation or place, an actor: it folds
 * near-copies of articles, brings spellings together, and gives each short name
 * to the actor who is meant. The user's own decisions come from an alias file.
 *
 * Articles never change; what was decided is kept in the corpus, so resolving
 * again, with other options or more articles, starts afresh. Whatever a getter
 * returns is borrowed until the next resolve.
 */
#ifndef ENTENTE_CORPUS_H
#define ENTENTE_CORPUS_H

#include "exporter.h"
#include "reading.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A person, organisation or place of the corpus. */
typedef struct ent_actor {
    size_t size;                /**< of this struct, in bytes */
    const char *id;             /**< stable for the same inputs: a-z, 0-9 and
                                     '-', never a number or a word such as
                                     "null" */
    const char *label;          /**< the name to show */
    const char *const *aliases; /**< other forms seen, most used first */
    uint32_t alias_count;       /**< how many aliases there are */
    uint32_t mentions;          /**< in all articles; bylines, credits and
                                     furniture don't count */
    uint32_t articles;          /**< how many articles mention it */
    uint32_t likely;            /**< when the name was left open: the actor
                                     that it probably means, else ENT_NONE */
    uint8_t type;               /**< an ent_type */
    bool curated;               /**< decided by the user's alias file */
    bool dropped;               /**< the alias file says: leave out */
} ent_actor;

/** Why a name was given to its actor. */
typedef enum ent_reason {
    ENT_BY_ITSELF,    /**< it is the name, or nothing else is known */
    ENT_BY_SPELLING,  /**< another spelling, initial or middle name */
    ENT_BY_ONLY,      /**< the corpus's only bearer of the surname */
    ENT_BY_HABIT,     /**< articles with the full name use it for this one */
    ENT_BY_CONTEXT,   /**< the people and things named beside it */
    ENT_BY_FILE,      /**< the alias file says so */
    ENT_BY_KIND,      /**< all articles together show that it is no person */
    ENT_BY_STATEMENT, /**< an article says that both names are this actor's */
    ENT_BY_POST /**< the name is another's, too, but not the post beside it */
} ent_reason;

/** Which actor a mention means. All mentions of a cluster share it, except
 *  those that the alias file takes out. */
typedef struct ent_assignment {
    uint32_t actor;   /**< index in the corpus */
    float confidence; /**< of the cluster and its link to the actor, 0 to 1 */
    uint8_t reason;   /**< an ent_reason: why this actor */
    uint8_t size;     /**< of this struct, in bytes */
} ent_assignment;

/** How to resolve. */
typedef struct ent_resolve_options {
    size_t size;           /**< sizeof(ent_resolve_options) */
    ent_resolve_mode mode; /**< corpus or article */
    const char *aliases;   /**< an alias file (JSON), or NULL */
    const char *exclude;   /**< a list of names to leave out, or NULL */
    bool count_copies;     /**< count each near-copy as its own article, and
                                each repetition of a sentence */
} ent_resolve_options;
/** Defaults: across the corpus, no alias file, copies counted once. */
#define ENT_RESOLVE_OPTIONS_INIT                                               \
    { sizeof(ent_resolve_options), ENT_RESOLVE_CORPUS, NULL, NULL, false }

/** Articles and the actors in them. */
typedef struct ent_corpus ent_corpus;

/** Makes an empty corpus, which the caller frees. */
ENT_API ENT_USE ent_status ent_corpus_new(ent_corpus **out, ent_error *error);
/** Limits the memory that articles added from now on take, to about so many
 *  bytes; without a call there is no limit. Further ones lie in a temporary file
 *  in the folder (NULL: /tmp), which is gone when the corpus is freed. Results
 *  don't depend on it. */
ENT_API ENT_USE ent_status ent_corpus_limit(ent_corpus *corpus, uint64_t bytes,
                                            const char *folder,
                                            ent_error *error);
/** Adds an article. On success the corpus owns it, perhaps as a copy: use
 *  ent_corpus_article(). After a failure the caller still does. Fails with
 *  ENT_ERR_IO when there is no room for the temporary file. */
ENT_API ENT_USE ent_status ent_corpus_add_take(ent_corpus *corpus,
                                               ent_article *article,
                                               ent_error *error);
/**
 * Remembers how the articles were chosen, for the settings of every network
 * made of the corpus. Call it when all articles of the reader were added; the
 * last call counts.
 */
ENT_API ENT_USE ent_status ent_corpus_note_reading(ent_corpus *corpus,
                                                   const ent_reader *reader,
                                                   ent_error *error);
/**
 * Decides who is who: gives each mention its actor. May be called again with
 * other options or after articles were added; the new decisions replace the
 * old.
 * @param options NULL: the defaults.
 * @return ENT_ERR_FORMAT when the alias file is wrong, with line and byte.
 */
ENT_API ENT_USE ent_status ent_corpus_resolve(
    ent_corpus *corpus, const ent_resolve_options *options, ent_error *error);
/**
 * Gives back the memory of what was weighed to decide who is who: several times
 * that of the actors. Actors and assignments stay; what asks why
 * (ent_corpus_explain(), ent_corpus_write_aliases(), ent_questions_find())
 * fails until the next resolve.
 */
ENT_API void ent_corpus_forget_reasons(ent_corpus *corpus);
/**
 * How many things the user should know about the last resolve: names in the
 * alias file that fit nobody in the articles, decisions that change nothing,
 * and names in the list of exclusions that leave out nobody.
 */
ENT_API size_t ent_corpus_warning_count(const ent_corpus *corpus);
/** Warning i, one line that begins with the file's name; NULL when out of
 *  range.
 */
ENT_API const char *ent_corpus_warning(const ent_corpus *corpus, size_t i);
/** How many articles the corpus holds. */
ENT_API size_t ent_corpus_article_count(const ent_corpus *corpus);
/** Article i in the order added, or NULL when out of range. */
ENT_API const ent_article *ent_corpus_article(const ent_corpus *corpus,
                                              size_t i);
/** The article that article i is a near-copy of, or ENT_NONE. */
ENT_API uint32_t ent_corpus_copy_of(const ent_corpus *corpus, size_t i);
/** How many actors there are; 0 before resolve. */
ENT_API size_t ent_corpus_actor_count(const ent_corpus *corpus);
/** Actor i, or NULL when out of range. Actors are sorted by mentions, then id.
 */
ENT_API const ent_actor *ent_corpus_actor(const ent_corpus *corpus, size_t i);
/**
 * Which actor mention m of article i means. NULL before resolve, for bylines
 * and credits, for furniture that names no actor of a story, for mentions
 * without a cluster, and out of range.
 */
ENT_API const ent_assignment *ent_corpus_assignment(const ent_corpus *corpus,
                                                    size_t i, size_t m);
/** One line for the user about what was done; "" when there is nothing to say.
 *  This struct never grows. */
typedef struct ent_remark {
    char text[512]; /**< UTF-8, ended with NUL; cut when too long */
} ent_remark;
/**
 * Finds the actor whom a user names: by id, by full label, or else among all
 * who bear the name as an alias or last name the one who is mentioned at least
 * five times as often as the next. Case and accents are ignored.
 * @param out receives the actor's index.
 * @param remark receives, where others bear the name too, who was chosen and
 * who
 *        the others are; NULL is allowed.
 * @return ENT_ERR_NOT_FOUND with the nearest names, ENT_ERR_ARGUMENT with the
 *         bearers and how often each is mentioned when no one stands out.
 */
ENT_API ENT_USE ent_status ent_corpus_find_actor(const ent_corpus *corpus,
                                                 const char *name,
                                                 uint32_t *out,
                                                 ent_remark *remark,
                                                 ent_error *error);
/**
 * Writes the decisions as an alias file: which actor goes by which names. Given
 * back as ent_resolve_options.aliases the file changes nothing; edited, or used
 * with other articles, it decides.
 * @param min_mentions leaves out actors mentioned less often, unless the user's
 *        alias file decided about them; 0 leaves out none.
 * @return ENT_ERR_ARGUMENT before resolve, ENT_ERR_IO when the sink fails.
 */
ENT_API ENT_USE ent_status ent_corpus_write_aliases(const ent_corpus *corpus,
                                                    uint32_t min_mentions,
                                                    const ent_sink *sink,
                                                    ent_error *error);
/**
 * Writes why names were given to this actor, as plain text: a line about the
 * actor, then each name with its articles, the reason and the confidence.
 * @return ENT_ERR_ARGUMENT when there is no such actor.
 */
ENT_API ENT_USE ent_status ent_corpus_explain(const ent_corpus *corpus,
                                              uint32_t actor,
                                              const ent_sink *sink,
                                              ent_error *error);
/** Frees the corpus and its articles; NULL is allowed. */
ENT_API void ent_corpus_free(ent_corpus *corpus);

#ifdef __cplusplus
}
#endif
#endif
