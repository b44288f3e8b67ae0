/* The colours of a picture, apart from those of communities. */
#ifndef ENTENTE_EXPORTERS_THEME_H
#define ENTENTE_EXPORTERS_THEME_H

#include <stdbool.h>
#include <stddef.h>

typedef struct theme {
    const char *name;
    const char *paper;
    const char *ink;           /* names, title */
    const char *quiet;         /* the key */
    const char *veil;          /* behind names: keeps lines off the letters */
    const char *edge;          /* around circles */
    unsigned area;             /* how opaque communities' areas are, of 255 */
    unsigned char lines[2][3]; /* red, green, blue of ties: only named together,
                                  contact stated */
    double opaque[2];          /* 0..1 where there are few */
} theme;

/* For the option's choices; the first is the default. */
#define THEMES "light|dark|print"

/* The theme of that name. */
const theme *theme_named(const char *name);

/* The colour of a tie among so many, the paler the more there are:
 * "#rrggbbaa". met: a contact is stated. */
void theme_line(const theme *look, bool met, size_t ties, char out[10]);

#endif
