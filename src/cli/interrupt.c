#include "interrupt.h"

#include <signal.h>
#include <stddef.h>

#include "cli.h"
#include "progress.h"

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { SIGNAL_COUNT = sizeof signals / sizeof *signals };

static volatile sig_atomic_t caught;
static struct sigaction before[SIGNAL_COUNT];

/* The first signal only asks the program to stop, which it may be slow to
 * notice: it may be waiting for standard input. A second one therefore ends it
 * here, where only calls that are safe in a handler are allowed. Raising it
 * again with the default action lets the shell see what ended the program. */
static void remember(int number)
{
    if (caught) {
        ent_output_abandon_all();
        signal(number, SIG_DFL);
        raise(number);
    }
    caught = number;
}

void cli_interrupt_watch(void)
{
    struct sigaction action = {.sa_handler = remember};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < SIGNAL_COUNT; i++) {
        sigaction(signals[i], NULL, &before[i]);
        /* nohup and background jobs ignore signals: keep it that way. */
        if (before[i].sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
}

bool cli_interrupted(void) { return caught != 0; }

void cli_interrupt_unwatch(void)
{
    for (int i = 0; i < SIGNAL_COUNT; i++)
        sigaction(signals[i], &before[i], NULL);
    if (caught) {
        /* Otherwise the shell's prompt would follow half a line. */
        cli_progress_clear();
        raise(caught);
    }
}
