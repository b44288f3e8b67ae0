/* The steps of the text stage. */
#ifndef ENTENTE_TEXT_PARTS_H
#define ENTENTE_TEXT_PARTS_H

#include "lexicon/lexicon.h"
#include "text/text.h"

/* A stretch of a field. */
typedef struct ent_i_span {
    uint32_t start;
    uint32_t end;
} ent_i_span;

typedef ENT_I_VEC(ent_i_span) ent_i_span_list;

/* Appends the paragraphs of the text: what is between blank lines or, unless
 * the text is hard-wrapped or a line reads on in the next, every line.
 * `titled`: its first line is the title. False when memory is out. */
bool ent_i_paragraphs(ent_i_span_list *out, const ent_i_lexicon *lexicon,
                      const char *text, uint32_t size, bool titled);

/* Appends the tokens of the stretch. */
ent_status ent_i_tokens(ent_i_text *text, const char *bytes, ent_i_span span,
                        ent_error *error);
void ent_i_breaker_free(struct ent_i_breaker *breaker);

/* Finds the lists of links among the paragraph's tokens, which begin at `from`,
 * and reads the paragraph anew around them, so that no word is half in one. */
ent_status ent_i_lists(ent_i_text *text, const char *bytes, ent_i_span span,
                       size_t from, ent_error *error);

/* Goes through the tokens of a paragraph. */
typedef struct ent_i_splitter {
    const ent_i_lexicon *lexicon;
    const char *bytes;
    const ent_i_token *tokens;
    size_t at;     /* the first token of the next sentence */
    size_t to;     /* one past the paragraph's last token */
    bool in_quote; /* after an odd number of straight double quotes */
} ent_i_splitter;

/* Moves `at` past the sentence that begins there; at < to. */
void ent_i_next_sentence(ent_i_splitter *splitter);

/* ---- abbreviations ---- */

/* Whether the word begins sentences but not names ("The", "He", "But"). */
bool ent_i_is_starter(const ent_i_lexicon *lexicon, const char *word,
                      size_t size);
/* Whether the word, in capitals, stands before names otherwise: "MR", "SEN". In
 * other text it may be something else: "SEC", "FT". */
bool ent_i_is_raised_title(const ent_i_lexicon *lexicon, const char *word,
                           size_t size);
/* Whether the word may follow a time of day: a weekday, month or time zone. */
bool ent_i_follows_time(const ent_i_lexicon *lexicon, const char *word,
                        size_t size);

#endif
