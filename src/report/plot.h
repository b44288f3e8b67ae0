/* Plots as SVG within an HTML page. */
#ifndef ENTENTE_REPORT_PLOT_H
#define ENTENTE_REPORT_PLOT_H

#include "report/page.h"

/* Colours come from the page's style sheet, by class: b, c and p fill bars,
 * their parts and points, g strokes the grid; text has the colour of the page's
 * text. */
void ent_i_html_plot(ent_i_page *page, const ent_i_plot *plot);

/* Escapes text; the result is safe in text and in attribute values. */
void ent_i_html_text(ent_i_page *page, const char *text);

#endif
