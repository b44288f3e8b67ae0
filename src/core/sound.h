/* Whether an article is what the stages after reading may rely on. */
#ifndef ENTENTE_CORE_SOUND_H
#define ENTENTE_CORE_SOUND_H

#include "core/article.h"

/* Whether every offset lies in its field and on a character's boundary, every
 * index in its list and every value in its range, and sentences and mentions
 * are in order. The strings must be valid UTF-8. */
bool ent_i_article_is_sound(const ent_article *article);

#endif
