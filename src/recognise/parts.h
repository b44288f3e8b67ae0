/* An article's text as a page: its paragraphs, which are called parts here,
 * with the names in each; what the files that look for names outside the story
 * have in common. News sites keep bylines, credits and links in paragraphs of
 * their own, so signals are weighed part by part. */
#ifndef ENTENTE_RECOGNISE_PARTS_H
#define ENTENTE_RECOGNISE_PARTS_H

#include "core/vec.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

enum {
    ENT_I_LINE = 25,     /* tokens: what a line of its own may have */
    ENT_I_HEAD_PARTS = 4 /* where a byline may stand */
};

typedef struct ent_i_part {
    const ent_i_text *text;
    const char *bytes; /* of the field */
    const ent_i_token *tokens;
    size_t count;
    size_t before; /* tokens of the text before it */
    size_t number; /* among the parts of the page */
    uint32_t first_sentence;
    uint32_t end_sentence;
    ent_mention *mentions;
    size_t mention_count;
    bool ends;   /* holds a note that ends the story */
    bool listed; /* a line of a list of persons */
} ent_i_part;

typedef struct ent_i_page {
    ent_article *article;
    const ent_i_text *text;
    size_t tokens; /* of the text */
    ENT_I_VEC(ent_i_part) parts;
} ent_i_page;

/* ---- the tokens of a part; beyond its end there are none ---- */

bool ent_i_part_is(const ent_i_part *p, size_t i, const char *word);
bool ent_i_part_dash(const ent_i_part *p, size_t i);
bool ent_i_part_capital(const ent_i_part *p, size_t i);
bool ent_i_part_possessive(const ent_i_part *p, size_t i);
/* Whether token i, which is there, is a mark. */
bool ent_i_part_mark(const ent_i_part *p, size_t i);
/* Token i's word; an empty word beyond the end. */
const ent_i_lexeme *ent_i_part_word(const ent_i_part *p, size_t i);
bool ent_i_part_agency(const ent_i_part *p, size_t i);
/* Whether token i is "and", in any language. */
bool ent_i_part_and(const ent_i_part *p, size_t i);
/* Whether token i, or one of the five from it on, is a journalist's title. */
bool ent_i_part_newsman(const ent_i_part *p, size_t i);
bool ent_i_part_newsman_near(const ent_i_part *p, size_t i);

/* ---- its names ---- */

/* The mention that holds token i, which is there, or NULL. */
ent_mention *ent_i_part_mention(const ent_i_part *p, size_t i);
bool ent_i_part_person(const ent_i_part *p, size_t i);
/* The first token from i on that is no mark, or a mark that is part of a
 * name. */
size_t ent_i_part_skip_marks(const ent_i_part *p, size_t i);
/* The first token after the mention, counted from token i. */
size_t ent_i_part_after(const ent_i_part *p, size_t i, const ent_mention *m);

/* The token after the list of persons that begins at token i. */
size_t ent_i_part_after_persons(const ent_i_part *p, size_t i);
/* Whether the mention has several words. */
bool ent_i_part_several_words(const ent_i_part *p, const ent_mention *m);
/* Whether another paragraph names somebody with the same surname. */
bool ent_i_part_named_elsewhere(const ent_i_page *page, const ent_i_part *p,
                                const ent_mention *m);

/* ---- its place ---- */

/* In the second half of the text; in its last eighth. */
bool ent_i_part_late(const ent_i_page *page, const ent_i_part *p);
bool ent_i_part_last(const ent_i_page *page, const ent_i_part *p);
/* Sets the first and one past the last token of token i's sentence. */
void ent_i_part_sentence(const ent_i_page *page, const ent_i_part *p, size_t i,
                         size_t *first, size_t *end);

/* ---- giving roles: the first signal wins, a role from the input stays ---- */

/* Whether no signal has told the mention's role. */
bool ent_i_part_open(const ent_mention *m);

/* To all names that touch tokens [first, end). */
void ent_i_part_give(const ent_i_part *p, size_t first, size_t end,
                     ent_role role);
/* To the names from token i on, as long as only links separate them; returns
 * the token after the last name. */
size_t ent_i_part_give_list(const ent_i_part *p, size_t i, ent_role role);

/* ---- the signals, each in a file of its own ---- */

/* authors.c: whom the input states as the author, before all others; ways to
 * cite the article. */
void ent_i_find_authors(ent_article *article);
void ent_i_find_citations(const ent_i_page *page);
/* cues.c: words around bylines, credits and links. */
void ent_i_follow_cues(const ent_i_page *page, ent_i_part *p);
/* credits.c: names beside an agency or a paper. */
void ent_i_find_credits(const ent_i_part *p);
/* bylines.c: lists of persons are none; then bylines; then notes on the author,
 * once the other signals have been followed in all parts. */
void ent_i_find_lists(ent_i_page *page);
void ent_i_find_byline(const ent_i_page *page, const ent_i_part *p);
void ent_i_find_notes(ent_i_page *page);
/* interviews.c: who asks the questions. */
void ent_i_find_interviewer(const ent_i_page *page);

#endif
