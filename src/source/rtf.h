/* Rich Text Format, version 1.9.1. */
#ifndef ENTENTE_SOURCE_RTF_H
#define ENTENTE_SOURCE_RTF_H

#include "core/article.h"

ent_status ent_i_read_rtf(ent_article *article, ent_error *error);

#endif
