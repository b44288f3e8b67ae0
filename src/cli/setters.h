/* The setters that the table of options names: each reads a value, checks it
 * and stores it in the member of cli_settings that the row tells. */
#ifndef ENTENTE_CLI_SETTERS_H
#define ENTENTE_CLI_SETTERS_H

#include "options.h"

/* Words and lists. */
cli_setter cli_set_flag;
cli_setter cli_set_string;
cli_setter cli_set_list;
cli_setter cli_set_field;

/* Numbers, within the row's bounds. */
cli_setter cli_set_real;
cli_setter cli_set_count;
cli_setter cli_set_seed;
cli_setter cli_set_bytes;

/* One or several of the row's choices: stored as their index, as they are
 * written, as true for the second, as a set of bits. */
cli_setter cli_set_choice;
cli_setter cli_set_word;
cli_setter cli_set_second;
cli_setter cli_set_choices;

/* Names from the library's tables. */
cli_setter cli_set_weight;
cli_setter cli_set_measure;
cli_setter cli_set_layout;

/* The first and the last day of a day, month or year. */
cli_setter cli_set_first_day;
cli_setter cli_set_last_day;

/* Values with a form of their own. */
cli_setter cli_set_page;
cli_setter cli_set_kinds;
cli_setter cli_set_window;

/* Values that other settings follow; their place is all of cli_settings. */
cli_setter cli_set_resolve;
cli_setter cli_set_report_format;
cli_setter cli_set_events_format;
cli_setter cli_set_slice;

#endif
