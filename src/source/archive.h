/* Archives and compressed data, by libarchive. */
#ifndef ENTENTE_SOURCE_ARCHIVE_H
#define ENTENTE_SOURCE_ARCHIVE_H

#include "source/readers.h"

/* Members in the order of the archive. A compressed tar file is one container;
 * other compressed data have one member, which bears the container's name. */
extern const ent_i_container ent_i_archive;

#endif
