/* Exporters run other people's code in this process. When one of them crashes,
 * the user should learn which. */
#ifndef ENTENTE_CLI_CRASH_H
#define ENTENTE_CLI_CRASH_H

/* From now on a crash is reported as this exporter's, while writing path, and
 * its half-written file is removed. The program then ends as it would have, but
 * with exit code 1 where memory is short: libraries crash for want of it. */
void cli_crash_watch(const char *exporter, const char *path);
/* The same for the loading of plug-ins: the file is named. */
void cli_crash_watch_loading(void);
/* Ends the watch. */
void cli_crash_unwatch(void);

#endif
