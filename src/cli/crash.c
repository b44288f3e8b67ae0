#define _DEFAULT_SOURCE /* sigaltstack, MAP_ANONYMOUS */

#include "crash.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli.h"
#include "progress.h"

static const struct {
    int number;
    const char *name;
} signals[] = {
    {SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"},
    {SIGILL, "SIGILL"},   {SIGFPE, "SIGFPE"},
    {SIGABRT, "SIGABRT"}, {SIGTRAP, "SIGTRAP"}}; /* how GLib gives up */
enum { SIGNAL_COUNT = sizeof signals / sizeof *signals };

static struct sigaction before[SIGNAL_COUNT];
static stack_t stack_before;
/* What runs, for messages made beforehand: a handler may do little more than
 * write. The library says which plug-in it loads. */
static char who[200], what[1300];

/* Asked of the system itself, as malloc may be what crashed. */
static bool memory_is_short(void)
{
    enum { LITTLE = 64 << 20 };
    void *block = mmap(NULL, LITTLE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block != MAP_FAILED)
        munmap(block, LITTLE);
    return block == MAP_FAILED;
}

static void say(const char *text)
{
    /* Nothing is left to be done about a failure. */
    ssize_t n = write(STDERR_FILENO, text, strlen(text));
    (void)n;
}

/* "exporter 'x' crashed (SIGSEGV) while writing x.txt" */
static void say_all(const char *signal, bool is_short)
{
    const char *loading = ent_exporters_loading();
    say(cli_progress_eraser());
    say(is_short ? "entente: out of memory: " : "entente: ");
    say(loading ? "plug-in " : who);
    say(loading ? loading : "");
    say(" crashed (");
    say(signal);
    say(loading ? ") while it was loaded" : ")");
    say(loading ? "" : what);
    say("\n");
}

/* Raised again with what was there before, the signal ends the program when
 * this returns, and leaves a core to whoever wants one. Want of memory is no
 * fault to be looked for in a core. */
static void tell(int number)
{
    static atomic_flag told = ATOMIC_FLAG_INIT;
    /* Several threads of an exporter may crash; the first ends them all. */
    while (atomic_flag_test_and_set(&told))
        pause();
    for (int i = 0; i < SIGNAL_COUNT; i++) {
        if (signals[i].number != number)
            continue;
        bool is_short = memory_is_short();
        say_all(signals[i].name, is_short);
        ent_output_abandon_all();
        if (is_short)
            _exit(CLI_FAILED);
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

static void watch(void)
{
    struct sigaction action = {.sa_handler = tell, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    have_a_stack();
    for (int i = 0; i < SIGNAL_COUNT; i++)
        sigaction(signals[i].number, &action, &before[i]);
}

void cli_crash_watch(const char *exporter, const char *path)
{
    snprintf(who, sizeof who, "exporter '%s'", exporter);
    snprintf(what, sizeof what, " while writing %s",
             strcmp(path, "-") == 0 ? "standard output" : path);
    watch();
}

void cli_crash_watch_loading(void)
{
    strcpy(who, "the search for plug-ins");
    what[0] = '\0';
    watch();
}

void cli_crash_unwatch(void)
{
    for (int i = 0; i < SIGNAL_COUNT; i++)
        sigaction(signals[i].number, &before[i], NULL);
    sigaltstack(&stack_before, NULL);
}
