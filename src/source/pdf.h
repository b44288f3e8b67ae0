/* PDF documents, by poppler. */
#ifndef ENTENTE_SOURCE_PDF_H
#define ENTENTE_SOURCE_PDF_H

#include "core/article.h"

ent_status ent_i_read_pdf(ent_article *article, ent_error *error);

#endif
