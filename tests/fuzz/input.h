/* Input that goes in as a file: the same one each time, which has no name and
 * is gone with the process. */
#ifndef ENTENTE_TESTS_FUZZ_INPUT_H
#define ENTENTE_TESTS_FUZZ_INPUT_H

#include <unistd.h>

#include "fuzz/fuzz.h"

/* The path of a file that holds the bytes until the next call. */
static inline const char *file_with(const void *bytes, size_t size)
{
    static char path[32];
    static int file = -1;
    if (file < 0) {
        char name[] = "/tmp/entente-fuzz-XXXXXX";
        file = mkstemp(name);
        FUZZ_CHECK(file >= 0 && unlink(name) == 0);
        snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    }
    FUZZ_CHECK(ftruncate(file, 0) == 0);
    FUZZ_CHECK(pwrite(file, bytes, size, 0) == (ssize_t)size);
    return path;
}

#endif
