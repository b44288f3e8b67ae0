#include "graphviz/theme.h"

#include <stddef.h>
#include <string.h>

/* For print nothing is transparent, and the palest lines are dark enough for a
 * copier. */
static const theme themes[] = {
    {"light", "#ffffff", "#1d232b", "#5a6472", "#ffffffb8", "#9aa5b280",
     "#3e4b5cb0", "#ffffff"},
    {"dark", "#14181e", "#e8ebef", "#9aa6b4", "#14181eb8", "#6b788780",
     "#c6d0dcb0", "#14181e"},
    {"print", "#ffffff", "#000000", "#333333", "#ffffffd0", "#9a9a9a",
     "#303030", "#000000"}};

const theme *theme_named(const char *name)
{
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return themes;
}
