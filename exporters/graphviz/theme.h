/* The colours of a picture, apart from those of communities. */
#ifndef ENTENTE_EXPORTERS_THEME_H
#define ENTENTE_EXPORTERS_THEME_H

typedef struct theme {
    const char *name;
    const char *paper;
    const char *ink;     /* names, title */
    const char *quiet;   /* the key, captions */
    const char *veil;    /* behind names: keeps lines off the letters */
    const char *tie;     /* only named together */
    const char *contact; /* a contact is stated */
    const char *edge;    /* around circles */
} theme;

/* The theme of that name, one of THEMES. */
const theme *theme_named(const char *name);

/* For the option's choices; the first is the default. */
#define THEMES "light|dark|print"

#endif
