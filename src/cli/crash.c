#define _XOPEN_SOURCE 700 /* sigaltstack */

#include "crash.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "progress.h"

static const struct {
    int number;
    const char *name;
} signals[] = {{SIGSEGV, "SIGSEGV"},
               {SIGBUS, "SIGBUS"},
               {SIGILL, "SIGILL"},
               {SIGFPE, "SIGFPE"},
               {SIGABRT, "SIGABRT"}};
enum { SIGNAL_COUNT = sizeof signals / sizeof *signals };

static struct sigaction before[SIGNAL_COUNT];
static stack_t stack_before;
/* One line for each signal, prepared in advance: a handler can do little more
 * than write it. */
static char lines[SIGNAL_COUNT][1600];

/* The signal is raised again with the previous handler in place, so that it
 * ends the program when this returns and leaves a core dump if one is wanted.
 */
static void tell(int number)
{
    for (int i = 0; i < SIGNAL_COUNT; i++) {
        if (signals[i].number != number)
            continue;
        /* If this fails, there is nothing left to try. */
        ssize_t n = write(STDERR_FILENO, lines[i], strlen(lines[i]));
        (void)n;
        ent_output_abandon_all();
        sigaction(number, &before[i], NULL);
        raise(number);
    }
}

/* The handler gets its own stack: the crash may have used up the other one. */
static void have_a_stack(void)
{
    static char stack[1 << 16];
    const stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, &stack_before);
}

void cli_crash_watch(const char *exporter, const char *path)
{
    struct sigaction action = {.sa_handler = tell, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    have_a_stack();
    for (int i = 0; i < SIGNAL_COUNT; i++) {
        snprintf(lines[i], sizeof lines[i],
                 "%sentente: exporter '%s' crashed (%s) while writing %s\n",
                 cli_progress_eraser(), exporter, signals[i].name,
                 strcmp(path, "-") == 0 ? "standard output" : path);
        sigaction(signals[i].number, &action, &before[i]);
    }
}

void cli_crash_unwatch(void)
{
    for (int i = 0; i < SIGNAL_COUNT; i++)
        sigaction(signals[i].number, &before[i], NULL);
    sigaltstack(&stack_before, NULL);
}
