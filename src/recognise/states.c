#include "recognise/states.h"

#include <string.h>

/* What the full name of a state begins with, up to the short one. */
static const char *const beginnings[] = {
    "Arab Republic of ",
    "Democratic Republic of ",
    "Federal Republic of ",
    "Federative Republic of ",
    "Grand Duchy of ",
    "Islamic Republic of ",
    "Kingdom of ",
    "People's Republic of ",
    "People\xE2\x80\x99s Republic of ",
    "Principality of ",
    "Republic of ",
    "Sultanate of ",
    "Hashemite Kingdom of ",
    "Democratic People's Republic of ",
    "Democratic People\xE2\x80\x99s Republic of "};

/* Full names without the short one. */
static const char *const whole[] = {
    "Argentine Republic",   "Central African Republic",
    "Czech Republic",       "Dominican Republic",
    "French Republic",      "Hellenic Republic",
    "Italian Republic",     "Kyrgyz Republic",
    "Portuguese Republic",  "Russian Federation",
    "Slovak Republic",      "Swiss Confederation",
    "Syrian Arab Republic", "United Arab Emirates",
    "United Mexican States"};

bool ent_i_is_state(const char *bytes, size_t size)
{
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (strlen(whole[i]) == size && !memcmp(whole[i], bytes, size))
            return true;
    }
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t n = strlen(beginnings[i]);
        if (n < size && !memcmp(beginnings[i], bytes, n))
            return true;
    }
    return false;
}
