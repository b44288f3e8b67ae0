#include "standard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

/* Each is opened in the wrong direction, so that using it gives an error
 * instead of silently losing data. */
void cli_fill_standard(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    /* open returns the lowest free number: all below are taken by then. */
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)open("/dev/null", modes[fd]);
}

int cli_close_stdout(void)
{
    /* A full disk is often noticed only here. */
    errno = 0;
    int failed = ferror(stdout);
    if (fclose(stdout) != 0 || failed)
        return cli_error("cannot write to standard output: %s",
                         strerror(errno ? errno : EIO));
    return CLI_DONE;
}
