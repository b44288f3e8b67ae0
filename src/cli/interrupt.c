#include "interrupt.h"

#include <signal.h>
#include <stddef.h>

#include "progress.h"

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { SIGNAL_COUNT = sizeof signals / sizeof *signals };

static volatile sig_atomic_t caught;
static struct sigaction before[SIGNAL_COUNT];

static void remember(int signal) { caught = signal; }

void cli_interrupt_watch(void)
{
    struct sigaction action = {.sa_handler = remember,
                               /* A second one ends the program at once. */
                               .sa_flags = SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < SIGNAL_COUNT; i++) {
        sigaction(signals[i], NULL, &before[i]);
        /* nohup and background jobs ignore signals: let it be so. */
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
        cli_progress_clear();
        raise(caught);
    }
}
