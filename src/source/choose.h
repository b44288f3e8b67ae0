/* Which of the articles read are taken. */
#ifndef ENTENTE_SOURCE_CHOOSE_H
#define ENTENTE_SOURCE_CHOOSE_H

#include "core/article.h"
#include "entente/reading.h"

typedef struct ent_i_chooser ent_i_chooser;

/* What becomes of an article. */
typedef enum ent_i_chosen {
    ENT_I_TAKEN,
    ENT_I_PASSED, /* it is not what was asked for */
    ENT_I_UNDATED, /* a period was asked for, and it has no date */
    ENT_I_FOREIGN  /* there is no lexicon of its language */
} ent_i_chosen;

/* The strings of the choice must live as long as the chooser. NULL takes
 * everything. ENT_ERR_ARGUMENT as ent_choice_check. */
ent_status ent_i_chooser_new(ent_i_chooser **out, const ent_choice *choice,
                             ent_error *error);
/* May be called from several threads at once. */
ent_status ent_i_choose(const ent_i_chooser *chooser,
                        const ent_article *article, ent_i_chosen *out,
                        ent_error *error);
/* The choice as it was given, with what this library knows of it. */
const ent_choice *ent_i_chooser_choice(const ent_i_chooser *chooser);
void ent_i_chooser_free(ent_i_chooser *chooser);

#endif
