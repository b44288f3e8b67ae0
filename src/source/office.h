/* Documents of word processors: Office Open XML (ECMA-376) and OpenDocument
 * (ISO/IEC 26300). */
#ifndef ENTENTE_SOURCE_OFFICE_H
#define ENTENTE_SOURCE_OFFICE_H

#include "core/article.h"

ent_status ent_i_read_docx(ent_article *article, ent_error *error);
ent_status ent_i_read_odt(ent_article *article, ent_error *error);

#endif
