/* Archives and compressed data, by libarchive. */
#ifndef ENTENTE_SOURCE_ARCHIVE_H
#define ENTENTE_SOURCE_ARCHIVE_H

#include "source/readers.h"

bool ent_i_sniff_zip(const char *bytes, size_t size);
bool ent_i_sniff_7z(const char *bytes, size_t size);
/* Also one of V7's, which has no magic number, by its checksum. */
bool ent_i_sniff_tar(const char *bytes, size_t size);
bool ent_i_sniff_compressed(const char *bytes, size_t size);

/* Members in the order of the archive. A compressed tar file is one container;
 * other compressed data have one member, which bears the container's name. */
extern const ent_i_container ent_i_archive;

#endif
