/* One plug-in that is right and many that are wrong, each in one way: compiled
 * once for every SPECIMEN. Built as an outsider would, on exporter.h alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <entente/exporter.h>

/* What can be asked for. */
#define GOOD 0
#define NO_SYMBOL 1
#define DECLINES 2
#define OLDER 3
#define NEWER 4
#define SMALL 5
#define NAMELESS 6
#define BAD_NAME 7
#define NO_WRITE 8
#define BAD_OPTIONS 9
#define BAD_DEFAULT 10
#define TWIN 11
#define CLASH 12
#define ENDLESS 13
#define FAILING 14
#define SILENT 15
#define DEAF 16
#define BARE 17
#define LARGER 18
#define BAD_RANGE 19
#define SHORT_OPTIONS 20
#define CRASHING 21
#define CRASHING_OPENED 22
#define CRASHING_ENTERED 23
#define PLACED 24

static int put(const ent_sink *sink, const char *text)
{
    return sink->write(sink->ctx, text, strlen(text));
}

/* Until the stack is used up. */
static int deeper(const volatile int *above)
{
    volatile int here[1024] = {0};
    here[0] = above[0] + 1;
    return here[0] < 0 ? 0 : deeper(here) + here[1];
}

static int crash(const char *how)
{
    volatile int *volatile nowhere = (volatile int *)64;
    const int start[1] = {0};
    if (strcmp(how, "abort") == 0)
        abort();
    if (strcmp(how, "overflow") == 0)
        return deeper(start);
    *nowhere = 1;
    return 0;
}

#if SPECIMEN == CRASHING_OPENED
__attribute__((constructor)) static void opened(void) { (void)crash("abort"); }
#endif

/* Says where each node is, and how large. */
static int put_places(const ent_host *host, const ent_view *view,
                      const ent_sink *sink)
{
    int failed = 0;
    for (size_t i = 0; i <= host->node_count(view) && !failed; i++) {
        char line[96];
        double x, y;
        if (host->position(view, i, &x, &y) == 0)
            snprintf(line, sizeof line, "%.2f %.2f %.2f\n", x, y,
                     host->diameter(view, i));
        else
            snprintf(line, sizeof line, "nowhere\n");
        failed = put(sink, line);
    }
    return failed;
}

static int write_it(const ent_host *host, const ent_view *view,
                    const ent_sink *sink)
{
    const char *greeting = host->option(view, "greeting");
    host->log(view, ENT_LOG_INFO, "written by a specimen");
    if (SPECIMEN == FAILING) {
        host->set_error(view, "expected rain, found sun");
        return 7;
    }
    if (SPECIMEN == SILENT)
        return 1;
    if (SPECIMEN == CRASHING)
        return put(sink, "half of it") || crash(greeting);
    if (SPECIMEN == DEAF) { /* goes on whatever the sink says, and is happy */
        for (int i = 0; i < 5; i++)
            (void)put(sink, "and on ");
        return 0;
    }
    if (SPECIMEN == PLACED)
        return put_places(host, view, sink);
    return put(sink, greeting ? greeting : "no option") ||
           put(sink, host->option(view, "nonsense") ? "?" : "\n");
}

#if SPECIMEN == SHORT_OPTIONS
/* As ABI 1.0 had it. */
typedef struct option {
    const char *name;
    ent_value_type type;
    const char *default_value, *help, *choices;
} option;
#else
typedef ent_exporter_option option;
#endif

static const option options[] = {
    {.name = "greeting",
     .type = ENT_STRING,
     .default_value = "hello",
     .help = "what to say"},
    {.name = "count",
     .type = ENT_INTEGER,
     .default_value = SPECIMEN == BAD_DEFAULT ? "many" : "1",
#if SPECIMEN != SHORT_OPTIONS
     .least = SPECIMEN == BAD_RANGE ? "none" : "0",
     .most = "9",
#endif
     .help = ""}};

/* As a later version of the ABI would have it: one more member. */
typedef struct later {
    ent_exporter exporter;
    void *news;
} later;

static const ent_exporter last = {ENT_EXPORTER_ABI,
                                  sizeof last,
                                  "second",
                                  "the second of one plug-in",
                                  "1",
                                  "second",
                                  "text/plain",
                                  0,
                                  0,
                                  0,
                                  0,
                                  write_it,
                                  0};

static const later specimen;
static const later specimen = {
    {SPECIMEN == OLDER   ? 0x00000009u
     : SPECIMEN == NEWER ? 0x00020000u
                         : ENT_EXPORTER_ABI,
     SPECIMEN == SMALL    ? 16
     : SPECIMEN == LARGER ? sizeof(later)
                          : sizeof(ent_exporter),
     SPECIMEN == NAMELESS        ? 0
     : SPECIMEN == BAD_NAME      ? "Big Name"
     : SPECIMEN == CLASH         ? "json"
     : SPECIMEN == TWIN          ? "twin"
     : SPECIMEN == FAILING       ? "failing"
     : SPECIMEN == SILENT        ? "silent"
     : SPECIMEN == CRASHING      ? "crashing"
     : SPECIMEN == DEAF          ? "deaf"
     : SPECIMEN == BARE          ? "bare"
     : SPECIMEN == LARGER        ? "larger"
     : SPECIMEN == PLACED        ? "placed"
     : SPECIMEN == SHORT_OPTIONS ? "short"
                                 : "good",
     SPECIMEN == BARE ? 0 : "a specimen", SPECIMEN == BARE ? 0 : "1.2",
     SPECIMEN == BARE ? 0 : "good hello", "text/plain",
     SPECIMEN == PLACED ? ENT_EXPORTER_PLACED : 0, SPECIMEN == BARE ? 0 : 2,
     SPECIMEN == BAD_OPTIONS ? 4 : sizeof *options,
     SPECIMEN == BARE ? 0 : (const ent_exporter_option *)options,
     SPECIMEN == NO_WRITE ? 0 : write_it,
     SPECIMEN == ENDLESS ? &specimen.exporter
     : SPECIMEN == GOOD  ? &last
                         : 0},
    0};

#if SPECIMEN == NO_SYMBOL
#define ent_exporter_entry some_other_name
#endif

ENT_EXPORTER_EXPORT const ent_exporter *ent_exporter_entry(uint32_t host_abi);

const ent_exporter *ent_exporter_entry(uint32_t host_abi)
{
    (void)host_abi;
    if (SPECIMEN == CRASHING_ENTERED)
        (void)crash("segv");
    return SPECIMEN == DECLINES ? 0 : &specimen.exporter;
}
