/* The style sheet and the script of HTML reports. */
#ifndef ENTENTE_REPORT_HTML_LOOK_H
#define ENTENTE_REPORT_HTML_LOOK_H

/* Each is the whole text between its tags. */
extern const char ent_i_html_style[];
extern const char ent_i_html_script[];
/* What a page may do: use these two, known by their SHA-256, and nothing else.
 * After a change tests/cli/test_report_page.py tells the new sums. */
extern const char ent_i_html_policy[];

#endif
