/* Running heads, feet and page numbers: lines at the edges of their pages that
 * are alike on many. */
#include <math.h>
#include <string.h>

#include "source/pages.h"

/* Points that a running head may be off its place. */
#define SAME_PLACE 6.0F

enum {
    EDGE_LINES = 3,
    KEY_ROOM = 128,
    PAGE_LINES = 1000 /* more are no page that was printed, and each is compared
                         with all */
};

/* The line with each number as "#", so that those of all pages are alike. */
static void make_key(const ent_i_pages *pages, const ent_i_page_line *line,
                     char key[KEY_ROOM])
{
    const char *text = ent_i_page_text(pages, line);
    size_t n = 0;
    for (size_t i = 0; i < line->size && n + 1 < KEY_ROOM; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (!digit || !n || key[n - 1] != '#')
            key[n++] = digit ? '#' : text[i];
    }
    key[n] = '\0';
}

static bool is_page_number(const char *key)
{
    static const char *const forms[] = {
        "#",      "- # -",       "-#-",    "# | #",
        "Page #", "page #",      "p. #",   "#/#",
        "# / #",  "Page # of #", "# of #", "\xE2\x80\x93 # \xE2\x80\x93"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(key, forms[i]) == 0)
            return true;
    return false;
}

/* "5/12/15, 7:25 PM" and the address, which browsers print at the edges of
 * pages; the title stands beside the time. */
static bool is_print_stamp(const char *key)
{
    static const char *const forms[] = {"#/#/#, #:#", "#.#.#, #:#", "http://",
                                        "https://", "file:///"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strncmp(key, forms[i], strlen(forms[i])) == 0)
            return true;
    return false;
}

/* The lines of a page: from first up to end. */
typedef struct page {
    size_t first;
    size_t end;
} page;

static page page_of(const ent_i_pages *pages, size_t at)
{
    const ent_i_page_line *all = pages->lines.items;
    page found = {at, at};
    while (found.first && all[found.first - 1].page == all[at].page)
        found.first--;
    while (found.end < pages->lines.n && all[found.end].page == all[at].page)
        found.end++;
    return found;
}

/* Whether few lines stand above the line (below it, if up is false), and a gap
 * that is wider than usual between these and the other lines. */
static bool is_apart(const ent_i_pages *pages, const page *p, size_t at,
                     bool up, const ent_i_page_usual *u)
{
    const ent_i_page_line *all = pages->lines.items;
    size_t outside = 0;
    for (int step = 0; step < EDGE_LINES; step++) {
        const ent_i_page_line *line = &all[at], *next = NULL;
        outside = 0;
        for (size_t i = p->first; i < p->end; i++) {
            const ent_i_page_line *other = &all[i];
            bool inward = up ? other->y1 > line->y2 - u->height / 2
                             : other->y2 < line->y1 + u->height / 2;
            bool nearer =
                !next || (up ? other->y1 < next->y1 : other->y2 > next->y2);
            outside += up ? other->y1 < line->y1 : other->y2 > line->y2;
            if (inward && nearer && other != line)
                next = other;
        }
        if (outside >= EDGE_LINES)
            return false;
        if (!next)
            return true;
        float gap = up ? next->y1 - line->y2 : line->y1 - next->y2;
        if (gap > u->gap + ENT_I_GAP_MORE * u->height)
            return true;
        at = (size_t)(next - all);
    }
    return false;
}

/* A line at the edge of its page. */
typedef struct head {
    size_t line;
    float y;
    char key[KEY_ROOM];
} head;
typedef ENT_I_VEC(head) head_list;

static int compare_heads(const void *a, const void *b)
{
    const head *x = a, *y = b;
    int keys = strcmp(x->key, y->key);
    return keys ? keys : (x->y > y->y) - (x->y < y->y);
}

static void collect_heads(ent_i_pages *pages, const ent_i_page_usual *u,
                          head_list *out)
{
    page p = {0, 0};
    for (size_t i = 0; i < pages->lines.n && !pages->no_memory; i++) {
        const ent_i_page_line *line = &pages->lines.items[i];
        head made = {.line = i, .y = line->y1};
        if (i == p.end)
            p = page_of(pages, i);
        if (p.end - p.first > PAGE_LINES || (!is_apart(pages, &p, i, true, u) &&
                                             !is_apart(pages, &p, i, false, u)))
            continue;
        make_key(pages, line, made.key);
        pages->no_memory = !ent_i_vec_push(out, made);
    }
    ent_i_sort(out->items, out->n, sizeof *out->items, compare_heads);
}

/* The line, and what stands beside it. */
static void mark_row(ent_i_pages *pages, size_t at)
{
    ent_i_page_line *lines = pages->lines.items;
    page p = page_of(pages, at);
    for (size_t i = p.first; i < p.end; i++)
        if (fabsf(lines[i].y1 - lines[at].y1) < SAME_PLACE)
            lines[i].furniture = true;
}

/* Those that are alike and stand at about the same height follow one another.
 * Heads often differ between left and right pages, and chapters have their own:
 * a third of the pages is enough. */
static void mark_heads(ent_i_pages *pages, const head_list *heads)
{
    for (size_t i = 0, end; i < heads->n; i = end) {
        const head *first = &heads->items[i];
        for (end = i + 1; end < heads->n; end++)
            if (strcmp(heads->items[end].key, first->key) != 0 ||
                heads->items[end].y - heads->items[end - 1].y > SAME_PLACE)
                break;
        size_t alike = end - i;
        bool stamp = is_print_stamp(first->key);
        if (!stamp && !is_page_number(first->key) &&
            (alike < 2 || alike * 3 < pages->count))
            continue;
        for (size_t k = i; k < end; k++) {
            pages->lines.items[heads->items[k].line].furniture = true;
            if (stamp)
                mark_row(pages, heads->items[k].line);
        }
    }
}

bool ent_i_pages_drop_heads(ent_i_pages *pages, const ent_i_page_usual *u)
{
    head_list heads = {0};
    collect_heads(pages, u, &heads);
    mark_heads(pages, &heads);
    ent_i_vec_free(&heads);
    size_t kept = 0;
    for (size_t i = 0; i < pages->lines.n; i++)
        if (!pages->lines.items[i].furniture)
            pages->lines.items[kept++] = pages->lines.items[i];
    bool dropped = kept < pages->lines.n;
    pages->lines.n = kept;
    return dropped;
}
