/* Where a paragraph ends is judged by what a reader sees: a gap that is wider
 * than between other lines, an indent, a line that stops short after the end of
 * a sentence, letters of another size. */
#include "source/pages.h"

#include <math.h>
#include <string.h>

/* Shares of the height of a line. */
#define GAP_MORE 0.35F   /* wider than usual: another paragraph */
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

/* Points that a running head may be off its place. */
#define SAME_PLACE 6.0F

enum { EDGE_LINES = 3, TITLE_LINES = 6, KEY_ROOM = 128 };

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

static const char *text_of(const ent_i_pages *pages,
                           const ent_i_page_line *line)
{
    return pages->text.items + line->start;
}

/* ---- what is usual ---- */

typedef struct usual {
    float height; /* of a line */
    float gap;    /* from its foot to the head of the next */
    bool marked;  /* paragraphs have gaps or indents */
} usual;

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
static usual find_usual(ent_i_pages *pages)
{
    ENT_I_VEC(float) heights = {0}, gaps = {0};
    usual found = {0};
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
                      const usual *u)
{
    return is_below(a, b) && (b->y1 - a->y2 > u->gap + GAP_MORE * u->height ||
                              b->x1 - a->x1 > INDENT * u->height);
}

static bool has_marks(const ent_i_pages *pages, const usual *u)
{
    const ent_i_page_line *lines = pages->lines.items;
    size_t marked = 0;
    for (size_t i = 1; i < pages->lines.n; i++)
        marked += !is_other_size(&lines[i - 1], &lines[i]) &&
                  is_marked(&lines[i - 1], &lines[i], u);
    return (float)marked > MARKED * (float)pages->lines.n;
}

/* ---- running heads, feet and page numbers ---- */

/* The line with each number as "#", so that those of all pages are alike. */
static void make_key(const ent_i_pages *pages, const ent_i_page_line *line,
                     char key[KEY_ROOM])
{
    const char *text = text_of(pages, line);
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
                     bool up, const usual *u)
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
        if (gap > u->gap + GAP_MORE * u->height)
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

static void collect_heads(ent_i_pages *pages, const usual *u, head_list *out)
{
    page p = {0, 0};
    for (size_t i = 0; i < pages->lines.n && !pages->no_memory; i++) {
        const ent_i_page_line *line = &pages->lines.items[i];
        head made = {.line = i, .y = line->y1};
        if (i == p.end)
            p = page_of(pages, i);
        if (!is_apart(pages, &p, i, true, u) &&
            !is_apart(pages, &p, i, false, u))
            continue;
        make_key(pages, line, made.key);
        pages->no_memory = !ent_i_vec_push(out, made);
    }
    ent_i_sort(out->items, out->n, sizeof *out->items, compare_heads);
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
        if (is_page_number(first->key) ||
            (alike > 1 && alike * 3 >= pages->count))
            for (size_t k = i; k < end; k++)
                pages->lines.items[heads->items[k].line].furniture = true;
    }
}

/* Returns whether there was any. */
static bool drop_furniture(ent_i_pages *pages, const usual *u)
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
    const char *text = text_of(pages, b);
    const char *blank = memchr(text, ' ', b->size);
    size_t word = blank ? (size_t)(blank - text) : b->size;
    float letter = (b->x2 - b->x1) / (float)b->size;
    return a->x2 + letter * (float)(word + 1) * WORD_ROOM < edge;
}

static bool begins_paragraph(const ent_i_pages *pages, size_t at,
                             const usual *u)
{
    const ent_i_page_line *a = &pages->lines.items[at - 1];
    const ent_i_page_line *b = a + 1;
    bool ended = ends_sentence(text_of(pages, a), a->size);
    float edge = right_edge(pages, at - 1);
    if (is_other_size(a, b) || is_marked(a, b, u))
        return true;
    /* A new column or page goes on where the last one broke off. */
    if (!is_below(a, b))
        return ended && a->x2 < edge - SHORT * (edge - a->x1);
    return ended && !u->marked && had_room(pages, a, b, edge);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* Whether "co-operate", parted as "co-" and "operate", stands elsewhere with
 * its hyphen. */
static bool is_known_compound(const ent_i_pages *pages,
                              const ent_i_page_line *a,
                              const ent_i_page_line *b)
{
    const char *text = pages->text.items;
    size_t half = a->start + a->size, tail = b->start;
    size_t n = 0, m = 0;
    while (n < a->size - 1 && is_letter(text[half - 2 - n]))
        n++;
    while (m < b->size && is_letter(text[tail + m]))
        m++;
    for (size_t i = 0; i + n + 1 + m <= pages->text.n; i++)
        if (memcmp(text + i, text + half - 1 - n, n + 1) == 0 &&
            memcmp(text + i + n + 1, text + tail, m) == 0 && i != half - 1 - n)
            return true;
    return false;
}

/* How much of the line is to be taken before the next one is joined, and
 * whether that is without a blank. */
static size_t before_join(const ent_i_pages *pages, const ent_i_page_line *a,
                          const ent_i_page_line *b, bool *joined)
{
    const char *text = text_of(pages, a);
    const char *next = text_of(pages, b);
    static const char soft[] = "\xC2\xAD";
    *joined = false;
    if (a->size > 2 && memcmp(text + a->size - 2, soft, 2) == 0) {
        *joined = true;
        return a->size - 2;
    }
    if (a->size < 2 || text[a->size - 1] != '-' ||
        !is_letter(text[a->size - 2]))
        return a->size;
    *joined = true;
    /* "Saint-" and "Denis" keep theirs. */
    return (*next >= 'a' && *next <= 'z') && !is_known_compound(pages, a, b)
               ? a->size - 1
               : a->size;
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
                        const usual *u, ent_i_document *out)
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
            size = before_join(pages, line, line + 1, &join);
        add(out, text_of(pages, line), size);
        joined = join;
        if (!more)
            ent_i_document_part(out);
    }
}

/* The first lines of the largest letters on the first page, if they are larger
 * than usual: from *from up to *to. */
static void find_title(const ent_i_pages *pages, const usual *u, size_t *from,
                       size_t *to)
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
static void write_all(const ent_i_pages *pages, const usual *u,
                      ent_i_document *out)
{
    size_t from = 0, to = 0;
    find_title(pages, u, &from, &to);
    const usual title = {u->height * TITLE_SIZE, u->height * TITLE_SIZE, true};
    write_lines(pages, from, to, &title, out);
    if (out->text.n)
        ent_i_document_title(out, out->text.items, out->text.n);
    out->title_from = "largest letters";
    write_lines(pages, 0, from, u, out);
    write_lines(pages, to, pages->lines.n, u, out);
}

void ent_i_pages_write(ent_i_pages *pages, ent_i_document *out)
{
    usual u = find_usual(pages);
    if (drop_furniture(pages, &u))
        out->left_out = "running heads and page numbers";
    u.marked = has_marks(pages, &u);
    if (!pages->no_memory)
        write_all(pages, &u, out);
    out->no_memory |= pages->no_memory;
}
