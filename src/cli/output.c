#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static int write_stdout(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    return fwrite(bytes, 1, n, stdout) != n;
}

ent_sink *cli_stdout_sink(void)
{
    static ent_sink sink = {write_stdout, NULL};
    return &sink;
}

int cli_close_stdout(void)
{
    /* A full disk often shows only here. */
    errno = 0;
    int failed = ferror(stdout);
    if (fclose(stdout) != 0 || failed)
        return cli_error("cannot write to standard output: %s",
                         strerror(errno ? errno : EIO));
    return CLI_DONE;
}
