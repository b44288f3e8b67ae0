/* What the words beside somebody's name say of the post that he holds: a seat
 * in parliament, with the state that elected him, a rank in uniform or a
 * throne. */
#ifndef ENTENTE_CORPUS_POSTS_H
#define ENTENTE_CORPUS_POSTS_H

#include "core/article.h"
#include "lexicon/lexicon.h"

enum {
    ENT_I_POST_SEAT = 1,
    ENT_I_POST_STATE = 2, /* a seat for this state */
    ENT_I_POST_RANK = 4,
    ENT_I_POST_THRONE = 8
};
enum { ENT_I_POST_SEATED = ENT_I_POST_SEAT | ENT_I_POST_STATE };

typedef struct ent_i_post {
    uint8_t kinds;     /* ENT_I_POST_ bits; 0: nothing, or what he was once */
    const char *state; /* a constant; NULL without ENT_I_POST_STATE */
} ent_i_post;

/* The last word of the text, and its size instead of the text's. */
const char *ent_i_post_word(const char *text, size_t *size);

/* Of what kind the title is; 0 for most. */
uint8_t ent_i_post_titled(const ent_i_lexicon *lexicon, const char *title,
                          size_t size);

ent_i_post ent_i_post_of(const ent_article *article, const ent_mention *m);

#endif
