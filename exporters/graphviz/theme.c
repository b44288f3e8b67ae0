#include "graphviz/theme.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* On paper even the palest lines must be dark enough for a copier, and circles
 * of similar greys are told apart by their edges. */
static const theme themes[] = {{"light",
                                "#ffffff",
                                "#1d232b",
                                "#5a6472",
                                "#ffffffb8",
                                "#ffffff",
                                24,
                                {{0x8A, 0x96, 0xA5}, {0x3E, 0x4B, 0x5C}},
                                {0.6, 0.7}},
                               {"dark",
                                "#14181e",
                                "#e8ebef",
                                "#9aa6b4",
                                "#14181eb8",
                                "#14181e",
                                40,
                                {{0x7C, 0x8A, 0x9C}, {0xC6, 0xD0, 0xDC}},
                                {0.6, 0.7}},
                               {"print",
                                "#ffffff",
                                "#000000",
                                "#333333",
                                "#ffffffd0",
                                "#000000",
                                20,
                                {{0x80, 0x80, 0x80}, {0x18, 0x18, 0x18}},
                                {0.9, 0.9}}};

const theme *theme_named(const char *name)
{
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return themes;
}

void theme_line(const theme *look, bool met, size_t ties, char out[10])
{
    enum { FEW = 150, MANY = 1500 };
    const double least = 0.5; /* of what few have */
    double many = fmin(fmax(((double)ties - FEW) / (double)(MANY - FEW), 0), 1);
    double opaque = look->opaque[met] * (1 - many * (1 - least));
    const unsigned char *c = look->lines[met];
    snprintf(out, 10, "#%02x%02x%02x%02x", c[0], c[1], c[2],
             (unsigned)lround(255 * opaque));
}
