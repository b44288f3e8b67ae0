/* Reals as decimals, as printf and strtod would have them but many times
 * faster: a large network is made of them. Never depends on the locale. */
#ifndef ENTENTE_EXPORTERS_DECIMAL_H
#define ENTENTE_EXPORTERS_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

/* The value with so many significant digits, 1 to 15. */
double ent_i_round_real(double value, int digits);
/* Writes the shortest decimal of 15 to 17 digits that reads back as the value,
 * and a NUL; buffer has room for at least 40 bytes. Returns how many characters
 * there are. */
size_t ent_i_format_real(char *buffer, double value);
/* The same for an integer. */
size_t ent_i_format_integer(char *buffer, int64_t value);

#endif
