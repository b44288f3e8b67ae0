/* Temporary files of runs that were killed. */
#ifndef ENTENTE_EXPORT_STALE_H
#define ENTENTE_EXPORT_STALE_H

/* What a temporary file's name begins and ends with; between them stand its
 * process and a number of its own. */
#define ENT_I_TEMPORARY_START ".entente-"
#define ENT_I_TEMPORARY_END ".tmp"

/* Marks the open temporary file as one that is being written, as long as it is
 * open here. */
void ent_i_stale_claim(int fd);
/* Removes from the folder ("" is the current one) the temporary files whose
 * process is gone and that nobody is writing. */
void ent_i_stale_remove(const char *folder);

#endif
