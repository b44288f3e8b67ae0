/* What the markup of a page says about the article. */
#ifndef ENTENTE_SOURCE_HTML_FACTS_H
#define ENTENTE_SOURCE_HTML_FACTS_H

#include "source/html.h"
#include "source/html_traits.h"

typedef enum ent_i_fact {
    ENT_I_FACT_TITLE,
    ENT_I_FACT_DATE,
    ENT_I_FACT_AUTHOR,
    ENT_I_FACT_SITE,
    ENT_I_FACT_URL,
    ENT_I_FACT_LANGUAGE,
    ENT_I_FACT_BODY,
    ENT_I_FACT_COUNT
} ent_i_fact;

typedef struct ent_i_html_facts {
    ent_i_arena *arena;
    struct {
        const char *value; /* folded text; NULL: not stated */
        const char *from;  /* "json-ld", "meta", "microdata", "markup" */
        int rank;
    } of[ENT_I_FACT_COUNT];
    ent_i_html_hints hints;
    uint8_t day_order; /* an ent_i_day_order */
    bool failed;       /* memory is out */
} ent_i_html_facts;

/* Collects the facts into the arena, where they live. data are the scripts of
 * JSON-LD, a NUL behind each; day_order is an ent_i_day_order. False when
 * memory is out. */
bool ent_i_html_find_facts(ent_i_html_facts *out, ent_i_arena *arena,
                           const GumboNode *root, const ent_i_string *data,
                           uint8_t day_order);

/* Notes a value, which may hold markup, unless one of a lower rank is known or
 * it can't be what it should be. */
void ent_i_html_note(ent_i_html_facts *facts, ent_i_fact fact,
                     const char *value, const char *from, int rank);
/* Notes what the scripts of JSON-LD say. */
void ent_i_html_note_data(ent_i_html_facts *facts, const ent_i_string *data);

/* Cuts the text down to the names of those who wrote it: "von Jane Doe, 24.
 * Januar"; what is no name becomes "". Returns where they begin. */
char *ent_i_html_trim_author(char *text);
/* Notes whom a line above the story names behind "by", if nobody is known;
 * judged says which blocks are the story's. */
void ent_i_html_note_byline(ent_i_html_facts *facts,
                            const ent_i_html_page *page, const double *judged);

/* Sets what is said of blocks that are no part of the story, whatever the trees
 * say, to 0. */
void ent_i_html_leave_out(double *judged, const ent_i_html_page *page,
                          const ent_i_html_facts *facts);

/* The bytes as UTF-8: by byte order mark, what stated says (or NULL), what
 * the page says, or a guess. */
ent_status ent_i_html_decode(ent_i_string *out, const char *bytes, size_t size,
                             const char *stated, ent_error *error);

#endif
