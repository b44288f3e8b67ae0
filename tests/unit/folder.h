/* A folder of the test program's own: group fixtures that make and remove it,
 * and a shell within it. */
#ifndef ENTENTE_TESTS_FOLDER_H
#define ENTENTE_TESTS_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char folder[] = "/tmp/entente-test-XXXXXX";

/* Shell commands within the test's folder. */
static inline void run(const char *commands)
{
    char line[512];
    snprintf(line, sizeof line, "cd %s && { %s; }", folder, commands);
    assert_int_equal(system(line), 0);
}

static inline int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    (void)state;
    run("rm -r \"$PWD\"");
    return 0;
}

#endif
