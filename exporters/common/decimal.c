#include "common/decimal.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 15 };

/* Those that a double holds exactly. */
static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
enum { MOST = sizeof powers / sizeof *powers - 1 };

/* digits / 10^scale */
typedef struct decimal {
    int64_t digits;
    int scale;
} decimal;

static bool whole(double value)
{
    return fabs(value) < powers[DIGITS] && value == (double)(int64_t)value;
}

/* The scale by which a positive value has n digits before the point; beyond
 * `powers` for very large and very small values. An exponent of two tells it
 * but for one more or less, since 1233 / 4096 is nearly log10(2). */
static int scale_for(double value, int n)
{
    int exponent;
    frexp(value, &exponent);
    int scale = n - 1 - ((exponent - 1) * 1233 >> 12);
    if (scale < 0 || scale > MOST)
        return scale;
    double scaled = value * powers[scale];
    return scaled >= powers[n] ? scale - 1 : scale + (scaled < powers[n - 1]);
}

/* The decimal of n digits that is nearest to a positive value, of two as near
 * the even one; false where it can't be told in doubles.
 *
 * A scaled value is below 10^15, so that doubles near it are an eighth apart or
 * less: they have its half exactly, and only at the half does what rounding has
 * cut off the product make a difference. fma tells what it was. */
static bool nearest(decimal *out, double value, int n)
{
    int scale = scale_for(value, n);
    if (scale < 0 || scale > MOST)
        return false;
    double scaled = value * powers[scale];
    int64_t digits = (int64_t)scaled;
    double rest = scaled - (double)digits - 0.5;
    if (rest == 0)
        rest = fma(value, powers[scale], -scaled);
    *out = (decimal){digits + (rest > 0 || (rest == 0 && digits % 2)), scale};
    return true;
}

/* Both are exact, so that the quotient is the double nearest to the decimal
 * (Clinger, "How to read floating point numbers accurately", 1990). */
static double to_real(decimal d) { return (double)d.digits / powers[d.scale]; }

double ent_i_round_real(double value, int digits)
{
    decimal d;
    char text[40];
    /* Most are whole numbers, which have no digits to lose. */
    if (digits == DIGITS && whole(value))
        return value;
    if (isfinite(value) && value != 0 && nearest(&d, fabs(value), digits))
        return value < 0 ? -to_real(d) : to_real(d);
    /* Printed and read back in the same locale, so the locale has no effect. */
    snprintf(text, sizeof text, "%.*g", digits, value);
    return strtod(text, NULL);
}

/* Writes the digits of value and a NUL; returns how many. */
static size_t put_digits(char *buffer, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits, n;
    do
        digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    n = sizeof digits - at;
    memcpy(buffer, digits + at, n);
    buffer[n] = '\0';
    return n;
}

size_t ent_i_format_integer(char *buffer, int64_t value)
{
    if (value >= 0)
        return put_digits(buffer, (uint64_t)value);
    *buffer = '-';
    return 1 + put_digits(buffer + 1, 0 - (uint64_t)value);
}

/* "1.25e-05" from n digits "125". */
static size_t put_small(char *buffer, const char *digits, size_t n,
                        unsigned power)
{
    char *end = buffer;
    *end++ = *digits;
    if (n > 1)
        *end++ = '.';
    memcpy(end, digits + 1, n - 1);
    end += n - 1;
    *end++ = 'e';
    *end++ = '-';
    if (power < 10)
        *end++ = '0';
    return (size_t)(end - buffer) + put_digits(end, power);
}

/* Writes a positive decimal below 10^15 as "%g" does; returns its length. */
static size_t format_decimal(char *buffer, decimal d)
{
    char digits[24];
    int n = (int)put_digits(digits, (uint64_t)d.digits);
    int before = n - d.scale; /* digits before the point */
    while (digits[n - 1] == '0')
        digits[--n] = '\0';
    if (before < -3)
        return put_small(buffer, digits, (size_t)n, (unsigned)(1 - before));
    if (before <= 0) {
        size_t start = (size_t)(2 - before);
        memcpy(buffer, "0.000", start);
        memcpy(buffer + start, digits, (size_t)n + 1);
        return start + (size_t)n;
    }
    memcpy(buffer, digits, (size_t)before);
    buffer[before] = '.';
    memcpy(buffer + before + 1, digits + before, (size_t)(n - before) + 1);
    return (size_t)n + 1;
}

/* Whatever comes between the digits is the locale's decimal point. */
static void make_point(char *number)
{
    char *p = number;
    while (*p && !strchr("0123456789+-e", *p))
        p++;
    p += strspn(p, "+-0123456789e");
    if (!*p)
        return;
    char *rest = p;
    while (*rest && !strchr("0123456789e", *rest))
        rest++;
    *p = '.';
    memmove(p + 1, rest, strlen(rest) + 1);
}

/* 17 digits reproduce any double, and any decimal of 15 digits survives in a
 * double (IEEE 754), so 0.1 is not written as 0.10000000000000001. */
static size_t format_by_printf(char *buffer, double value)
{
    for (int digits = DIGITS; digits <= 17; digits++) {
        snprintf(buffer, 40, "%.*g", digits, value);
        if (strtod(buffer, NULL) == value)
            break;
    }
    make_point(buffer);
    return strlen(buffer);
}

size_t ent_i_format_real(char *buffer, double value)
{
    decimal d;
    if (whole(value)) /* 0 for "-0" */
        return ent_i_format_integer(buffer, (int64_t)value);
    if (!isfinite(value) || !nearest(&d, fabs(value), DIGITS) ||
        to_real(d) != fabs(value))
        return format_by_printf(buffer, value);
    *buffer = '-';
    return (value < 0) + format_decimal(buffer + (value < 0), d);
}
