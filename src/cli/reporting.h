/* Writing a report: the file's ending chooses the format, the terminal the
 * width. */
#ifndef ENTENTE_CLI_REPORTING_H
#define ENTENTE_CLI_REPORTING_H

#include "cli.h"

/* Endings of files, parted by blanks, and the format that they choose. */
typedef struct cli_ending {
    const char *extensions;
    unsigned format;
} cli_ending;

/* The format of the output: `chosen` by --format where it applies and for
 * standard output, which has no ending; else by the ending. False when none of
 * the endings fits. */
bool cli_format_of(const cli_settings *settings, const char *path,
                   unsigned chosen, const cli_ending *from, size_t n,
                   unsigned *out);

/* Checks the outputs' endings. Returns CLI_DONE, or CLI_USAGE after a message.
 */
int cli_check_reports(const cli_settings *settings);

/* Whether one of the outputs is written in this format. */
bool cli_reports_in(const cli_settings *settings, ent_report_format format);

/* Colour and width for standard output, if it is a terminal. */
void cli_fit_terminal(ent_report_options *options);

/* Writes a report with the options. */
typedef ent_status cli_report_fn(void *ctx, const ent_report_options *options,
                                 const ent_sink *sink, ent_error *error);

/* Writes every -o, or standard output when there is none. rows is the number of
 * rows for formats that people read when --rows is not given; programs get all.
 */
int cli_write_reports(const cli_settings *settings, uint32_t rows,
                      cli_report_fn *write, void *ctx);

#endif
