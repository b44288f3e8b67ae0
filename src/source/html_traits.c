/* Only exact arithmetic is used here, so that every machine gets the same
 * numbers: counts, weights and their ratios. */
#include "source/html_traits.h"

#include <string.h>

enum { FAR = 99 };

/* What concerns the page as a whole. */
typedef struct survey {
    const ent_i_html_page *page;
    const ent_i_html_hints *hints;
    uint32_t top;   /* the element with most prose */
    uint32_t prose; /* bytes */
    uint32_t bytes;
    uint32_t links;
    size_t title; /* the block with the title's words; FAR.. when none */
    bool titled;
} survey;

static float share(uint32_t part, uint32_t whole)
{
    return whole ? (float)part / (float)whole : 0;
}

static uint32_t size_of(const ent_i_html_block *b) { return b->end - b->start; }

static const ent_i_html_element *element(const survey *s, uint32_t i)
{
    return &s->page->elements.items[i];
}

/* The element around; the topmost stays. */
static uint32_t around(const survey *s, uint32_t i)
{
    uint32_t parent = element(s, i)->parent;
    return parent == ENT_NONE ? i : parent;
}

/* ---- text ---- */

static bool ends_like_sentence(const char *text, size_t size)
{
    static const char *const closers[] = {
        "\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"};
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
        size_t n = strlen(closers[i]);
        if (size > n && memcmp(text + size - n, closers[i], n) == 0) {
            size -= n;
            i = (size_t)-1;
        }
    }
    return size && (strchr(".!?", text[size - 1]) ||
                    (size > 2 && !memcmp(text + size - 3, "\xE2\x80\xA6", 3)));
}

static void describe_text(const survey *s, const ent_i_html_block *b, float *t)
{
    const char *text = s->page->text.items + b->start;
    uint32_t size = size_of(b), words = 0, capitals = 0, digits = 0, stops = 0,
             commas = 0;
    bool inside = false;
    for (uint32_t i = 0; i < size; i++) {
        char c = text[i];
        bool blank = c == ' ' || c == '\n';
        if (!blank && !inside) {
            words++;
            capitals += c >= 'A' && c <= 'Z';
        }
        inside = !blank;
        digits += c >= '0' && c <= '9';
        commas += c == ',';
        stops += i > 0 && blank && strchr(".!?", text[i - 1]);
    }
    t[ENT_I_T_STOPS] = share(stops * 1000, size);
    t[ENT_I_T_COMMAS] = share(commas * 1000, size);
    t[ENT_I_T_CAPITALS] = share(capitals, words);
    t[ENT_I_T_DIGITS] = share(digits, size);
    t[ENT_I_T_WORD] = share(size, words);
    t[ENT_I_T_STOP] = ends_like_sentence(text, size);
}

static void add_weight(void *ctx, const char *word, size_t size)
{
    *(int32_t *)ctx += ent_i_html_text_weight(word, size);
}

/* Kinds of elements in an order such that splits make sense. */
static float tag_rank(GumboTag tag)
{
    static const GumboTag ranks[] = {
        GUMBO_TAG_H1,  GUMBO_TAG_H2,  GUMBO_TAG_H3,        GUMBO_TAG_H4,
        GUMBO_TAG_H5,  GUMBO_TAG_H6,  GUMBO_TAG_P,         GUMBO_TAG_BLOCKQUOTE,
        GUMBO_TAG_PRE, GUMBO_TAG_DIV, GUMBO_TAG_TD,        GUMBO_TAG_LI,
        GUMBO_TAG_DD,  GUMBO_TAG_DT,  GUMBO_TAG_FIGCAPTION};
    size_t rank = 0;
    while (rank < sizeof ranks / sizeof *ranks && ranks[rank] != tag)
        rank++;
    return (float)rank;
}

static void describe_block(const survey *s, const ent_i_html_block *b, float *t)
{
    const char *text = s->page->text.items + b->start;
    int32_t says = 0;
    ent_i_html_first_words(text, size_of(b), add_weight, &says);
    t[ENT_I_T_BYTES] = (float)size_of(b);
    t[ENT_I_T_LINKS] = share(b->links, size_of(b));
    t[ENT_I_T_BOLD] = share(b->bold, size_of(b));
    t[ENT_I_T_SAYS] = (float)says;
    t[ENT_I_T_TAG] = tag_rank(element(s, b->element)->node->v.element.tag);
    describe_text(s, b, t);
}

/* ---- elements ---- */

/* How many steps up from the block's element until one holds the top element;
 * whether the block is within the top element. */
static void place_to_top(const survey *s, const ent_i_html_block *b, float *t)
{
    uint32_t a = b->element, top = s->top;
    int away = 0;
    bool inside = false;
    while (element(s, top)->depth > element(s, a)->depth)
        top = element(s, top)->parent;
    while (element(s, a)->depth > element(s, top)->depth) {
        a = element(s, a)->parent;
        away++;
    }
    inside = a == s->top;
    for (; a != top; away++) {
        a = element(s, a)->parent;
        top = element(s, top)->parent;
    }
    t[ENT_I_T_AWAY] = (float)(inside ? 0 : away);
    t[ENT_I_T_IN_TOP] = inside;
}

static void describe_elements(const survey *s, const ent_i_html_block *b,
                              float *t)
{
    uint32_t most = element(s, s->top)->prose;
    uint32_t one = around(s, b->element), two = around(s, one);
    const ent_i_html_element *e = element(s, b->element),
                             *parent = element(s, one),
                             *grand = element(s, two);
    t[ENT_I_T_OWN] = (float)e->own;
    t[ENT_I_T_CHAIN] = (float)e->chain;
    t[ENT_I_T_LEAST] = (float)e->least;
    t[ENT_I_T_MOST] = (float)e->most;
    t[ENT_I_T_PARENT] = (float)parent->own;
    t[ENT_I_T_GRANDPARENT] = (float)grand->own;
    t[ENT_I_T_DEPTH] = (float)e->depth;
    t[ENT_I_T_KIDS] = (float)e->kids;
    t[ENT_I_T_PARENT_KIDS] = (float)parent->kids;
    t[ENT_I_T_PARENT_LINKS] = share(parent->links, parent->bytes);
    t[ENT_I_T_LINKS_TWO] = share(grand->links, grand->bytes);
    t[ENT_I_T_PROSE] = share(parent->prose, most);
    t[ENT_I_T_PROSE_TWO] = share(grand->prose, most);
    t[ENT_I_T_PROSE_BYTES] = (float)parent->prose;
    for (int i = 0; i < ENT_I_IN_COUNT; i++)
        t[ENT_I_T_IN + i] = (e->in >> i) & 1;
    place_to_top(s, b, t);
}

/* ---- the page ---- */

/* Whether the block's words stand in the text. */
static bool stands_in(const survey *s, const ent_i_html_block *b,
                      const char *text)
{
    size_t size = size_of(b), room = strlen(text);
    const char *words = s->page->text.items + b->start;
    if (size == 0)
        return false;
    for (const char *at = text; room >= size;) {
        const char *found = memchr(at, *words, room - size + 1);
        if (!found)
            return false;
        if (memcmp(found, words, size) == 0)
            return true;
        room -= (size_t)(found + 1 - at);
        at = found + 1;
    }
    return false;
}

static bool is_heading(const survey *s, const ent_i_html_block *b)
{
    return element(s, b->element)->node->v.element.tag == GUMBO_TAG_H1;
}

static void find_title(survey *s)
{
    size_t least = strlen(s->hints->title) / 2;
    size_t n = s->page->blocks.n;
    for (size_t i = 0; i < n && !s->titled; i++) {
        const ent_i_html_block *b = &s->page->blocks.items[i];
        s->titled = size_of(b) > least && stands_in(s, b, s->hints->title);
        s->title = i;
    }
    for (size_t i = 0; i < n && !s->titled; i++) {
        s->titled = is_heading(s, &s->page->blocks.items[i]);
        s->title = i;
    }
}

static survey look_over(const ent_i_html_page *page,
                        const ent_i_html_hints *hints)
{
    survey s = {.page = page, .hints = hints};
    for (uint32_t i = 1; i < page->elements.n; i++)
        if (element(&s, i)->prose > element(&s, s.top)->prose)
            s.top = i;
    for (size_t i = 0; i < page->blocks.n; i++) {
        const ent_i_html_block *b = &page->blocks.items[i];
        s.bytes += size_of(b);
        s.links += b->links;
        s.prose += ent_i_html_is_prose(page, b) ? size_of(b) : 0;
    }
    find_title(&s);
    return s;
}

static void describe_body(const survey *s, const ent_i_html_block *b, float *t)
{
    t[ENT_I_T_BODY] = 0;
    if (*s->hints->body)
        t[ENT_I_T_BODY] = stands_in(s, b, s->hints->body) ? 1 : -1;
    t[ENT_I_T_SAME] = *s->hints->title && stands_in(s, b, s->hints->title);
}

/* What depends on the blocks before. */
static void describe_order(const survey *s, float *traits)
{
    uint32_t bytes = 0, prose = 0;
    int since = FAR;
    for (size_t i = 0; i < s->page->blocks.n; i++) {
        const ent_i_html_block *b = &s->page->blocks.items[i];
        float *t = traits + i * ENT_I_T_COUNT;
        bool is_prose = ent_i_html_is_prose(s->page, b);
        bytes += size_of(b);
        prose += is_prose ? size_of(b) : 0;
        t[ENT_I_T_PLACE] = share(bytes, s->bytes);
        t[ENT_I_T_REST] = share(s->prose - prose, s->prose);
        t[ENT_I_T_LAST_PROSE] = (float)since;
        t[ENT_I_T_PAGE_BYTES] = (float)s->bytes;
        t[ENT_I_T_PAGE_PROSE] = (float)s->prose;
        t[ENT_I_T_PAGE_LINKS] = share(s->links, s->bytes);
        t[ENT_I_T_BEHIND] = s->titled ? (float)i - (float)s->title : -FAR;
        since = is_prose ? 1 : since + (since < FAR);
    }
    since = FAR;
    for (size_t i = s->page->blocks.n; i-- > 0;) {
        traits[i * ENT_I_T_COUNT + ENT_I_T_NEXT_PROSE] = (float)since;
        since = ent_i_html_is_prose(s->page, &s->page->blocks.items[i])
                    ? 1
                    : since + (since < FAR);
    }
}

/* Beyond the ends of the page all is 0. */
static void describe_neighbours(const survey *s, float *traits)
{
    static const int steps[ENT_I_NEIGHBOURS] = {-1, 1, -2, 2};
    long n = (long)s->page->blocks.n;
    for (long i = 0; i < n; i++)
        for (int k = 0; k < ENT_I_NEIGHBOURS; k++) {
            long other = i + steps[k];
            float *to = traits + i * ENT_I_T_COUNT + ENT_I_T_OWN_COUNT +
                        k * ENT_I_T_NEAR_END;
            if (other >= 0 && other < n)
                memcpy(to, traits + other * ENT_I_T_COUNT,
                       ENT_I_T_NEAR_END * sizeof *to);
        }
}

float *ent_i_html_traits(const ent_i_html_page *page,
                         const ent_i_html_hints *hints)
{
    float *traits =
        ent_i_calloc(page->blocks.n + 1, ENT_I_T_COUNT * sizeof *traits);
    if (!traits)
        return NULL;
    survey s = look_over(page, hints);
    for (size_t i = 0; i < page->blocks.n; i++) {
        const ent_i_html_block *b = &page->blocks.items[i];
        float *t = traits + i * ENT_I_T_COUNT;
        describe_block(&s, b, t);
        describe_elements(&s, b, t);
        describe_body(&s, b, t);
    }
    describe_order(&s, traits);
    describe_neighbours(&s, traits);
    return traits;
}
