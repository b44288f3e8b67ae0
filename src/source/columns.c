/* The order of reading on a page with columns: recursive cuts along white
 * strips (Nagy and Seth, "Hierarchical Representation of Optically Scanned
 * Documents", 1984). Upright strips come first, as they part columns; where
 * there is none, the page is cut at its widest gap. */
#include <string.h>

#include "core/memory.h"
#include "source/pages.h"

/* A strip between columns is at least so wide, in heights of a line. */
#define STRIP 0.8F

enum { LINES_MOST = 2000, LINES_LEAST = 4 };

typedef struct span {
    float from, to;
} span;

static int compare_spans(const void *a, const void *b)
{
    const span *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

/* The middle of the widest gap that the lines leave free, and its width; 0 when
 * there is none. */
static float widest_gap(const ent_i_page_line *lines, size_t n, bool upright,
                        span *room, float *at)
{
    float widest = 0, reached;
    for (size_t i = 0; i < n; i++)
        room[i] = upright ? (span){lines[i].x1, lines[i].x2}
                          : (span){lines[i].y1, lines[i].y2};
    ent_i_sort(room, n, sizeof *room, compare_spans);
    reached = room[0].to;
    for (size_t i = 1; i < n; i++) {
        if (room[i].from - reached > widest) {
            widest = room[i].from - reached;
            *at = (room[i].from + reached) / 2;
        }
        if (room[i].to > reached)
            reached = room[i].to;
    }
    return widest;
}

/* Moves the lines before the cut to the front, each side in its order, and
 * returns how many they are. */
static size_t part(ent_i_page_line *lines, size_t n, bool upright, float at,
                   ent_i_page_line *room)
{
    size_t before = 0, after = 0;
    for (size_t i = 0; i < n; i++) {
        float start = upright ? lines[i].x1 : lines[i].y1;
        if (start < at)
            lines[before++] = lines[i];
        else
            room[after++] = lines[i];
    }
    memcpy(lines + before, room, after * sizeof *room);
    return before;
}

typedef struct scratch {
    span spans[LINES_MOST];
    ent_i_page_line lines[LINES_MOST];
} scratch;

static void order(ent_i_page_line *lines, size_t n, float height, scratch *room)
{
    float at = 0;
    while (n > 1) {
        size_t left = 0;
        if (n >= LINES_LEAST &&
            widest_gap(lines, n, true, room->spans, &at) > STRIP * height)
            left = part(lines, n, true, at, room->lines);
        if (!left) {
            if (widest_gap(lines, n, false, room->spans, &at) <= 0)
                return;
            left = part(lines, n, false, at, room->lines);
        }
        order(lines, left, height, room);
        lines += left;
        n -= left;
    }
}

void ent_i_pages_order(ent_i_pages *pages, size_t from)
{
    size_t n = pages->lines.n - from;
    float height = 0;
    if (n < LINES_LEAST || n > LINES_MOST)
        return;
    ent_i_page_line *lines = pages->lines.items + from;
    scratch *room = ent_i_malloc(sizeof *room);
    if (!room) {
        pages->no_memory = true;
        return;
    }
    for (size_t i = 0; i < n; i++)
        height += (lines[i].y2 - lines[i].y1) / (float)n;
    order(lines, n, height, room);
    ent_i_free(room);
}
