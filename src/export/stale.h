/* Removes the temporary files of runs that were killed. */
#ifndef ENTENTE_EXPORT_STALE_H
#define ENTENTE_EXPORT_STALE_H

/* How a temporary file's name begins and ends; in between are its process
 * number and a serial number. */
#define ENT_I_TEMPORARY_START ".entente-"
#define ENT_I_TEMPORARY_END ".tmp"

/* Marks the temporary file as being written, for as long as it is open here. */
void ent_i_stale_claim(int fd);
/* Removes from the folder ("" is the current one) the temporary files whose
 * process is gone and which nobody is writing. */
void ent_i_stale_remove(const char *folder);

#endif
