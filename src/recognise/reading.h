/* An article as the tagger reads it: the word of each token, the stretches
 * where a name can stand, and what the article as a whole says about its words.
 * Recognising and training share this code. */
#ifndef ENTENTE_RECOGNISE_READING_H
#define ENTENTE_RECOGNISE_READING_H

#include "core/map.h"
#include "recognise/chain.h"
#include "recognise/traits.h"
#include "text/text.h"

/* How a sentence is written. */
typedef enum ent_i_style {
    ENT_I_STYLE_PLAIN,
    ENT_I_STYLE_TITLE, /* Most Words Begin With a Capital */
    ENT_I_STYLE_UPPER  /* ALL CAPITALS */
} ent_i_style;

/* A token where a name can stand. All indices are of tokens. Runs are unbroken
 * sequences of capitalised words; wide runs may have small words such as "of"
 * between them. */
typedef struct ent_i_spot {
    uint32_t token;
    uint32_t first; /* of the sentence */
    uint32_t end;
    uint32_t run_first;
    uint32_t run_end;
    uint32_t wide_first;
    uint32_t wide_end;
    uint8_t style;   /* an ent_i_style */
    uint8_t bracket; /* within brackets */
    uint8_t quote;   /* within quotation marks */
} ent_i_spot;

/* Adjacent spots; the tokens on both sides are outside. */
typedef struct ent_i_stretch {
    uint32_t first; /* spot */
    uint32_t n;
    uint32_t sentence;
} ent_i_stretch;

/* What every token asks of its word, apart from the rest, so that it stays in
 * the processor's caches. */
typedef struct ent_i_brief {
    uint32_t trace; /* number of its trace */
    uint8_t marks;  /* as in its traits */
    bool capital;
} ent_i_brief;

/* How the article writes one word. */
typedef struct ent_i_cases {
    uint32_t article; /* number of the article that the rest is about */
    uint16_t lower;   /* times in lower case */
    uint16_t middle;  /* times capitalised within a sentence */
} ent_i_cases;

/* What the article says about one word, whatever its case. */
typedef struct ent_i_trace {
    uint32_t article;         /* number of the article that the rest is about */
    float count;              /* number of spots with the word */
    float sum[ENT_I_WEIGHTS]; /* sums of marginals there */
    float most[ENT_TYPE_COUNT];   /* highest probability of each type */
    float second[ENT_TYPE_COUNT]; /* second highest of each type */
} ent_i_trace;

/* Traces, each found by its key. */
typedef struct ent_i_traces {
    ent_i_trace *items;
    size_t n, cap;
    ent_i_keymap of; /* key -> trace */
} ent_i_traces;

typedef struct ent_i_reading {
    uint64_t edition;               /* of the book with the words */
    uint32_t article;               /* number of the article being read */
    const ent_i_text *text;         /* of the article */
    ENT_I_VEC(ent_i_traits) traits; /* of each word */
    ENT_I_VEC(ent_i_brief) briefs;  /* of each word */
    ent_i_traces words;             /* by the hash of a lower form */
    ENT_I_VEC(ent_i_cases) cases;   /* of each of these traces */
    ent_i_traces pairs; /* by that of two, one after the other; of this article
                           alone */
    ENT_I_VEC(ent_i_spot) spots;
    ENT_I_VEC(ent_i_stretch) stretches;
    ENT_I_VEC(uint32_t)
    pair_of;                  /* of each spot: trace of its word and the next */
    ENT_I_VEC(uint8_t) marks; /* of the sentence at hand */
} ent_i_reading;

/* Forgets all words if the text's book is another edition, and returns whether
 * it did. Call before each fill. */
bool ent_i_reading_renew(ent_i_reading *reading, const ent_i_text *text);
/* Reads the article's tokens, replacing the article read before; words stay
 * known. The text is borrowed until the next fill. False when memory is out. */
bool ent_i_reading_fill(ent_i_reading *reading,
                        const ent_i_gazetteer *gazetteer,
                        const ent_article *article, const ent_i_text *text);
void ent_i_reading_free(ent_i_reading *reading);

/* Adds the first stage's marginals at every spot to the traces. False when
 * memory is out. */
bool ent_i_reading_recall(ent_i_reading *reading,
                          const ent_i_verdict *verdicts);

/* The word `distance` tokens from the spot; 0 outside its sentence. */
static inline uint32_t ent_i_reading_word(const ent_i_reading *reading,
                                          const ent_i_spot *spot, int distance)
{
    int64_t at = (int64_t)spot->token + distance;
    return at < spot->first || at >= spot->end
               ? 0
               : reading->text->tokens.items[at].word;
}

#endif
