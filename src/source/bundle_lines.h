/* The lines of text bundles of Nexis, Factiva and ProQuest. */
#ifndef ENTENTE_SOURCE_BUNDLE_LINES_H
#define ENTENTE_SOURCE_BUNDLE_LINES_H

#include <stdbool.h>
#include <stddef.h>

/* Without white space at its ends. */
typedef struct ent_i_bundle_line {
    const char *at;
    size_t size;
} ent_i_bundle_line;

/* What the label of a line announces. */
typedef enum ent_i_bundle_fact {
    ENT_I_BUNDLE_NONE,
    ENT_I_BUNDLE_OTHER, /* a fact that isn't kept; text ends here */
    ENT_I_BUNDLE_TITLE,
    ENT_I_BUNDLE_BYLINE,
    ENT_I_BUNDLE_DATE,
    ENT_I_BUNDLE_SOURCE,
    ENT_I_BUNDLE_ADDRESS,
    ENT_I_BUNDLE_LANGUAGE,
    ENT_I_BUNDLE_BODY,
    ENT_I_BUNDLE_FACTS
} ent_i_bundle_fact;

/* The next line from *at on, which moves behind it; false at the end. */
bool ent_i_bundle_next_line(const char **at, const char *end,
                            ent_i_bundle_line *out);
/* Moves behind the word, whatever its case, if the line begins with it. */
bool ent_i_bundle_skip_word(ent_i_bundle_line *l, const char *word);

/* Whether a document begins with the line, or ends with it. */
bool ent_i_bundle_is_opening(ent_i_bundle_line l);
bool ent_i_bundle_is_closing(ent_i_bundle_line l);
/* Whether it counts words; whether it is one of underscores. */
bool ent_i_bundle_is_count(ent_i_bundle_line l);
bool ent_i_bundle_is_rule(const ent_i_bundle_line *l);

/* Which fact a code of Factiva's at the start of the line announces, or one of
 * these or a label; what follows it is left in l. */
ent_i_bundle_fact ent_i_bundle_coded(ent_i_bundle_line *l);
ent_i_bundle_fact ent_i_bundle_labelled(ent_i_bundle_line *l, bool by_codes);

#endif
