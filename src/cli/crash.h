/* Exporters run other people's code in this process. When one of them crashes,
 * one wants to know which. */
#ifndef ENTENTE_CLI_CRASH_H
#define ENTENTE_CLI_CRASH_H

/* From now on a crash is told to be the exporter's, on its way to path; what it
 * has written of a file is removed. The program ends as it would have. */
void cli_crash_watch(const char *exporter, const char *path);
/* Ends the watch. */
void cli_crash_unwatch(void);

#endif
