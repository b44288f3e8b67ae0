/* Electronic books and magazines: EPUB 2 and 3. */
#ifndef ENTENTE_SOURCE_EPUB_H
#define ENTENTE_SOURCE_EPUB_H

#include "source/readers.h"

/* Its members are the pages of its spine, in the order of reading, without the
 * tables of contents; each becomes an article. */
extern const ent_i_container ent_i_epub;

#endif
