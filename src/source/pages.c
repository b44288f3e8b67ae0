/* Where a paragraph ends is judged by what a reader sees: a gap that is wider
 * than between other lines, an indent, a line that stops short after the end of
 * a sentence, letters of another size. */
#include "source/pages.h"

#include <math.h>
#include <string.h>

/* Shares of the height of a line. */
#define INDENT 0.7F      /* further in: a first line */
#define OTHER_SIZE 0.12F /* letters of another size */
#define TITLE_SIZE 1.2F  /* against the usual letters */
/* How much wider than it is the next word may be taken to be. */
#define WORD_ROOM 1.15F
/* Share of the column's width that the last line of a paragraph leaves free at
 * the foot of a page. */
#define SHORT 0.15F
/* Share of the lines with a gap or an indent before them, in documents that
 * mark their paragraphs so. */
#define MARKED 0.04F

enum { TITLE_LINES = 6 };

void ent_i_pages_add(ent_i_pages *pages, const char *text, size_t size,
                     ent_i_page_line place)
{
    while (size && strchr(" \t\r\n", text[size - 1]))
        size--;
    if (!size)
        return;
    place.start = pages->text.n;
    place.size = size;
    place.page = pages->count - 1;
    if (!ent_i_string_add(&pages->text, text, size) ||
        !ent_i_vec_push(&pages->lines, place))
        pages->no_memory = true;
}

void ent_i_pages_free(ent_i_pages *pages)
{
    ent_i_vec_free(&pages->text);
    ent_i_vec_free(&pages->lines);
}

/* ---- what is usual ---- */

static int compare_floats(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static float height(const ent_i_page_line *line) { return line->y2 - line->y1; }

static bool overlap(const ent_i_page_line *a, const ent_i_page_line *b)
{
    return a->x1 < b->x2 && b->x1 < a->x2;
}

/* The line below the other in the same column. */
static bool is_below(const ent_i_page_line *a, const ent_i_page_line *b)
{
    return a->page == b->page && b->y1 > a->y1 && overlap(a, b);
}

/* Medians, as a few headlines must not count. */
static ent_i_page_usual find_usual(ent_i_pages *pages)
{
    ENT_I_VEC(float) heights = {0}, gaps = {0};
    ent_i_page_usual found = {0};
    const ent_i_page_line *lines = pages->lines.items;
    for (size_t i = 0; i < pages->lines.n && !pages->no_memory; i++) {
        bool fine = ent_i_vec_push(&heights, height(&lines[i]));
        if (fine && i && is_below(&lines[i - 1], &lines[i]))
            fine = ent_i_vec_push(&gaps, lines[i].y1 - lines[i - 1].y2);
        pages->no_memory = !fine;
    }
    ent_i_sort(heights.items, heights.n, sizeof(float), compare_floats);
    ent_i_sort(gaps.items, gaps.n, sizeof(float), compare_floats);
    /* Most lines are within paragraphs, but in a list of short ones not half
     * of them are: the lower quarter is. */
    if (heights.n)
        found.height = heights.items[heights.n / 2];
    if (gaps.n)
        found.gap = gaps.items[gaps.n / 4];
    ent_i_vec_free(&heights);
    ent_i_vec_free(&gaps);
    return found;
}

static bool is_other_size(const ent_i_page_line *a, const ent_i_page_line *b)
{
    return fabsf(height(a) - height(b)) > OTHER_SIZE * height(b);
}

/* Whether a gap or an indent marks b as the first line of a paragraph. */
static bool is_marked(const ent_i_page_line *a, const ent_i_page_line *b,
                      const ent_i_page_usual *u)
{
    return is_below(a, b) &&
           (b->y1 - a->y2 > u->gap + ENT_I_GAP_MORE * u->height ||
            b->x1 - a->x1 > INDENT * u->height);
}

static bool has_marks(const ent_i_pages *pages, const ent_i_page_usual *u)
{
    const ent_i_page_line *lines = pages->lines.items;
    size_t marked = 0;
    for (size_t i = 1; i < pages->lines.n; i++)
        marked += !is_other_size(&lines[i - 1], &lines[i]) &&
                  is_marked(&lines[i - 1], &lines[i], u);
    return (float)marked > MARKED * (float)pages->lines.n;
}

/* ---- paragraphs ---- */

static bool ends_sentence(const char *text, size_t size)
{
    static const char *const closing[] = {"\xE2\x80\x9D", "\xE2\x80\x99"};
    for (size_t i = 0; i < 2; i++)
        if (size > 3 && memcmp(text + size - 3, closing[i], 3) == 0)
            size -= 3;
    while (size && strchr("\"')]", text[size - 1]))
        size--;
    return size && strchr(".!?:", text[size - 1]);
}

/* The right edge of the column in which the line stands, by the lines about
 * it. */
static float right_edge(const ent_i_pages *pages, size_t at)
{
    enum { ABOUT = 12 };
    const ent_i_page_line *lines = pages->lines.items;
    float edge = lines[at].x2;
    size_t from = at > ABOUT ? at - ABOUT : 0;
    for (size_t i = from; i < pages->lines.n && i < at + ABOUT; i++)
        if (lines[i].page == lines[at].page && overlap(&lines[i], &lines[at]) &&
            lines[i].x2 > edge)
            edge = lines[i].x2;
    return edge;
}

/* Whether the first word of b would have had room in a, so that b was begun on
 * purpose. */
static bool had_room(const ent_i_pages *pages, const ent_i_page_line *a,
                     const ent_i_page_line *b, float edge)
{
    const char *text = ent_i_page_text(pages, b);
    const char *blank = memchr(text, ' ', b->size);
    size_t word = blank ? (size_t)(blank - text) : b->size;
    float letter = (b->x2 - b->x1) / (float)b->size;
    return a->x2 + letter * (float)(word + 1) * WORD_ROOM < edge;
}

static bool begins_paragraph(const ent_i_pages *pages, size_t at,
                             const ent_i_page_usual *u)
{
    const ent_i_page_line *a = &pages->lines.items[at - 1];
    const ent_i_page_line *b = a + 1;
    bool ended = ends_sentence(ent_i_page_text(pages, a), a->size);
    float edge = right_edge(pages, at - 1);
    if (is_other_size(a, b) || is_marked(a, b, u))
        return true;
    /* A new column or page goes on where the last one broke off. */
    if (!is_below(a, b))
        return ended && a->x2 < edge - SHORT * (edge - a->x1);
    return ended && !u->marked && had_room(pages, a, b, edge);
}

/* Letters that are printed as one. */
static void add(ent_i_document *out, const char *text, size_t size)
{
    static const char *const parts[] = {"ff", "fi", "fl", "ffi", "ffl"};
    size_t from = 0;
    for (size_t i = 0; i + 3 <= size; i++) {
        unsigned char which = (unsigned char)text[i + 2];
        if (memcmp(text + i, "\xEF\xAC", 2) != 0 || which > 0x84)
            continue;
        ent_i_document_add(out, text + from, i - from);
        ent_i_document_add(out, parts[which - 0x80],
                           strlen(parts[which - 0x80]));
        from = i + 3;
    }
    ent_i_document_add(out, text + from, size - from);
}

static void write_lines(const ent_i_pages *pages, size_t from, size_t end,
                        const ent_i_page_usual *u, ent_i_document *out)
{
    bool joined = false;
    for (size_t i = from; i < end; i++) {
        const ent_i_page_line *line = &pages->lines.items[i];
        bool more = i + 1 < end && !begins_paragraph(pages, i + 1, u);
        bool join = false;
        size_t size = line->size;
        if (i > from && !joined)
            ent_i_document_add(out, " ", 1);
        if (more)
            size = ent_i_pages_join(pages, line, line + 1, &join);
        add(out, ent_i_page_text(pages, line), size);
        joined = join;
        if (!more)
            ent_i_document_part(out);
    }
}

/* The first lines of the largest letters on the first page, if they are larger
 * than usual: from *from up to *to. */
static void find_title(const ent_i_pages *pages, const ent_i_page_usual *u,
                       size_t *from, size_t *to)
{
    const ent_i_page_line *lines = pages->lines.items;
    size_t n = 0, at = 0, end;
    while (n < pages->lines.n && lines[n].page == lines[0].page)
        n++;
    for (size_t i = 1; i < n; i++)
        if (height(&lines[i]) > height(&lines[at]) * (1 + OTHER_SIZE))
            at = i;
    if (!n || height(&lines[at]) < TITLE_SIZE * u->height)
        return;
    for (end = at + 1; end < n; end++)
        if (fabsf(height(&lines[end]) - height(&lines[at])) >
            OTHER_SIZE * height(&lines[at]))
            break;
    if (end - at <= TITLE_LINES) {
        *from = at;
        *to = end;
    }
}

/* The title comes first, as it would in the text of an article, whatever is
 * printed above it. */
static void write_all(const ent_i_pages *pages, const ent_i_page_usual *u,
                      ent_i_document *out)
{
    size_t from = 0, to = 0;
    find_title(pages, u, &from, &to);
    const ent_i_page_usual title = {u->height * TITLE_SIZE,
                                    u->height * TITLE_SIZE, true};
    write_lines(pages, from, to, &title, out);
    if (out->text.n)
        ent_i_document_title(out, out->text.items, out->text.n);
    out->title_from = "largest letters";
    write_lines(pages, 0, from, u, out);
    write_lines(pages, to, pages->lines.n, u, out);
}

void ent_i_pages_write(ent_i_pages *pages, ent_i_document *out)
{
    ent_i_page_usual u = find_usual(pages);
    if (ent_i_pages_drop_heads(pages, &u))
        out->left_out = "running heads and page numbers";
    u.marked = has_marks(pages, &u);
    if (!pages->no_memory)
        write_all(pages, &u, out);
    out->no_memory |= pages->no_memory;
}
