/* Wider vectors than every processor has. */
#ifndef ENTENTE_CORE_WIDE_H
#define ENTENTE_CORE_WIDE_H

#include <limits.h> /* __GLIBC__ */

/* Before a function whose loops over whole numbers are worth it: it is compiled
 * twice, and when the program starts it takes the one that its processor can
 * run. Both give the same. Not for sums of floats, whose order matters.
 * Sanitizers can't start before such a choice. The function must be static, as
 * the choice is a symbol of its own. */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) &&          \
    !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&                   \
    !defined(__SANITIZE_THREAD__)
#define ENT_I_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define ENT_I_WIDE
#endif

#endif
