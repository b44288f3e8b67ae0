/* One line, rewritten in place. It is the only thing that the program writes
 * without being asked, so it appears on terminals only. */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { BAR_MAX = 30, TEXT_SIZE = 160 };
static const double redraw_seconds = 0.1;

static struct {
    bool shown; /* a terminal, and not quiet */
    bool drawn; /* the line is on the screen */
    double start;
    double last;
} progress;

double cli_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* On standard error, since standard output may be a pipe for the result. */
void cli_progress_start(bool quiet)
{
    progress.shown = !quiet && isatty(STDERR_FILENO);
    progress.start = cli_seconds();
    /* The first update draws, so that users see at once that something happens.
     */
    progress.last = progress.start - redraw_seconds;
}

/* Erasing the line moves the cursor and uses no colour: NO_COLOR is respected.
 */
const char *cli_progress_eraser(void)
{
    return progress.drawn ? "\r\033[K" : "";
}

void cli_progress_clear(void)
{
    fputs(cli_progress_eraser(), stderr);
    progress.drawn = false;
}

/* Asked each time: the window may have been resized. */
static int columns(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) || size.ws_col < 20)
        return 80;
    return size.ws_col;
}

static void draw(const char *line)
{
    fprintf(stderr, "\r%.*s\033[K", columns() - 1, line);
    fflush(stderr);
    progress.drawn = true;
}

/* "1:05 left", estimated from the part that is done. */
static void time_left(double part, double elapsed, char *out, size_t size)
{
    out[0] = '\0';
    if (part < 0.01 || elapsed < 1)
        return;
    long seconds = (long)(elapsed / part * (1 - part) + 0.5);
    snprintf(out, size, "  %ld:%02ld left", seconds / 60, seconds % 60);
}

void cli_progress_update(uint64_t done, uint64_t total, size_t articles)
{
    double now = cli_seconds();
    if (!progress.shown || now - progress.last < redraw_seconds)
        return;
    progress.last = now;
    double elapsed = now - progress.start;
    char counts[TEXT_SIZE];
    snprintf(counts, sizeof counts, "%.1f MB  %zu articles  %.0f/s",
             (double)done / 1e6, articles, (double)articles / elapsed);
    char line[2 * TEXT_SIZE];
    if (total == 0) {
        draw(counts);
        return;
    }
    double part = done < total ? (double)done / (double)total : 1;
    char bar[BAR_MAX + 1];
    memset(bar, '.', BAR_MAX);
    memset(bar, '#', (size_t)(part * BAR_MAX));
    bar[BAR_MAX] = '\0';
    char left[40];
    time_left(part, elapsed, left, sizeof left);
    snprintf(line, sizeof line, "[%s] %3.0f%%  %s%s", bar, part * 100, counts,
             left);
    draw(line);
}

void cli_progress_stage(const char *what)
{
    if (progress.shown)
        draw(what);
}
