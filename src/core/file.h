/* Reading small files whole: lists, gold data. */
#ifndef ENTENTE_CORE_FILE_H
#define ENTENTE_CORE_FILE_H

#include "core/vec.h"
#include "entente/error.h"

/* Appends the file's bytes to the string. Fails with ENT_ERR_NOT_FOUND,
 * ENT_ERR_IO (error names the file) or ENT_ERR_MEMORY. */
ent_status ent_i_file_read(ent_i_string *out, const char *path,
                           const char *stage, ent_error *error);

#endif
