/* The language of an article by its text. */
#ifndef ENTENTE_SOURCE_LANGUAGE_H
#define ENTENTE_SOURCE_LANGUAGE_H

#include "core/article.h"

/* Sets the language where the input doesn't state it and the text is clear
 * enough, and where it states one that a long and clear text contradicts. Lists
 * of names have no language. Does nothing where CLD2 isn't there. Fails with
 * ENT_ERR_MEMORY. May be called from several threads at once. */
ent_status ent_i_detect_language(ent_article *article, ent_error *error);

#endif
