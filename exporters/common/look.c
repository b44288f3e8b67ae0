#include "common/look.h"

#include <math.h>
#include <stdio.h>

#include "common/graph.h"

/* Hosts before 1.2 tell no diameters. */
double ent_i_look_diameter(const ent_host *host, const ent_view *view,
                           size_t node)
{
    const double middling = 12;
    return host->struct_size > offsetof(ent_host, diameter)
               ? host->diameter(view, node)
               : middling;
}

bool ent_i_look_place(const ent_host *host, const ent_view *view, size_t node,
                      double *x, double *y)
{
    return host->struct_size > offsetof(ent_host, position) &&
           host->position(view, node, x, y) == 0;
}

/* Okabe and Ito, "Color Universal Design" (2008), without black and yellow,
 * which vanish as outlines and fillings; then tints of these. */
static const ent_i_colour palette[] = {{0x00, 0x72, 0xB2}, {0xE6, 0x9F, 0x00},
                                       {0x00, 0x9E, 0x73}, {0xCC, 0x79, 0xA7},
                                       {0xD5, 0x5E, 0x00}, {0x56, 0xB4, 0xE9},
                                       {0x7A, 0x6A, 0xB0}, {0x8C, 0xA2, 0x3A},
                                       {0xA0, 0x6A, 0x42}, {0x3F, 0x8F, 0x9B}};
static const ent_i_colour grey = {0x9A, 0x9F, 0xA6};

/* Communities are numbered by size, so the large ones get the palette. Starting
 * the palette over would link groups that have nothing in common. */
ent_i_colour ent_i_look_rgb(const ent_host *host, const ent_view *view,
                            size_t node)
{
    double c = ent_i_number(host, view, ENT_NODE, node, "community", -1);
    size_t n = sizeof palette / sizeof *palette;
    return c >= 0 && c < (double)n ? palette[(size_t)c] : grey;
}

void ent_i_look_colour(const ent_host *host, const ent_view *view, size_t node,
                       char out[8])
{
    ent_i_colour c = ent_i_look_rgb(host, view, node);
    snprintf(out, 8, "#%02x%02x%02x", c.r, c.g, c.b);
}

double ent_i_look_heaviest(const ent_host *host, const ent_view *view)
{
    double heaviest = 0;
    for (size_t i = 0; i < host->tie_count(view); i++)
        heaviest =
            fmax(heaviest, ent_i_number(host, view, ENT_TIE, i, "weight", 1));
    return heaviest > 0 ? heaviest : 1;
}

/* Square roots, because weights are skewed: otherwise a few ties would be beams
 * and all others hairlines. Rounded, so that files don't differ in the last
 * digit between machines. */
double ent_i_look_width(double share)
{
    return round(100 * (0.6 + 5.4 * sqrt(fmax(share, 0)))) / 100;
}

bool ent_i_look_met(const ent_host *host, const ent_view *view, size_t tie)
{
    static const char *const kinds[] = {"meet", "call", "joint"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ent_i_number(host, view, ENT_TIE, tie, kinds[i], 0) > 0)
            return true;
    return false;
}
