/* Cuts a page into blocks: the text between the edges of those elements that
 * begin a new line, and what surrounds it. */
#include "core/ascii.h"
#include "source/html.h"

#include <string.h>

enum { PROSE_BYTES = 80 };

/* What an element does to the text in it. */
typedef enum effect {
    BREAKS, /* begins a block: all that aren't named below */
    INLINE,
    BOLD,
    LINK,
    LINE_END,
    DROPPED
} effect;

static const uint8_t effects[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_ABBR] = INLINE,      [GUMBO_TAG_ACRONYM] = INLINE,
    [GUMBO_TAG_BASEFONT] = INLINE,  [GUMBO_TAG_BDI] = INLINE,
    [GUMBO_TAG_BDO] = INLINE,       [GUMBO_TAG_BIG] = INLINE,
    [GUMBO_TAG_CITE] = INLINE,      [GUMBO_TAG_CODE] = INLINE,
    [GUMBO_TAG_DATA] = INLINE,      [GUMBO_TAG_DEL] = INLINE,
    [GUMBO_TAG_DFN] = INLINE,       [GUMBO_TAG_FONT] = INLINE,
    [GUMBO_TAG_IMG] = INLINE,       [GUMBO_TAG_INS] = INLINE,
    [GUMBO_TAG_KBD] = INLINE,       [GUMBO_TAG_LABEL] = INLINE,
    [GUMBO_TAG_MARK] = INLINE,      [GUMBO_TAG_NOBR] = INLINE,
    [GUMBO_TAG_Q] = INLINE,         [GUMBO_TAG_RP] = INLINE,
    [GUMBO_TAG_RT] = INLINE,        [GUMBO_TAG_RUBY] = INLINE,
    [GUMBO_TAG_S] = INLINE,         [GUMBO_TAG_SAMP] = INLINE,
    [GUMBO_TAG_SMALL] = INLINE,     [GUMBO_TAG_SPAN] = INLINE,
    [GUMBO_TAG_STRIKE] = INLINE,    [GUMBO_TAG_SUB] = INLINE,
    [GUMBO_TAG_SUP] = INLINE,       [GUMBO_TAG_TIME] = INLINE,
    [GUMBO_TAG_TT] = INLINE,        [GUMBO_TAG_U] = INLINE,
    [GUMBO_TAG_VAR] = INLINE,       [GUMBO_TAG_WBR] = INLINE,
    [GUMBO_TAG_B] = BOLD,           [GUMBO_TAG_STRONG] = BOLD,
    [GUMBO_TAG_I] = BOLD,           [GUMBO_TAG_EM] = BOLD,
    [GUMBO_TAG_A] = LINK,           [GUMBO_TAG_BR] = LINE_END,
    [GUMBO_TAG_HEAD] = DROPPED,     [GUMBO_TAG_SCRIPT] = DROPPED,
    [GUMBO_TAG_STYLE] = DROPPED,    [GUMBO_TAG_NOSCRIPT] = DROPPED,
    [GUMBO_TAG_IFRAME] = DROPPED,   [GUMBO_TAG_OBJECT] = DROPPED,
    [GUMBO_TAG_SELECT] = DROPPED,   [GUMBO_TAG_BUTTON] = DROPPED,
    [GUMBO_TAG_TEXTAREA] = DROPPED, [GUMBO_TAG_SVG] = DROPPED,
    [GUMBO_TAG_MATH] = DROPPED,     [GUMBO_TAG_TEMPLATE] = DROPPED,
    [GUMBO_TAG_AUDIO] = DROPPED,    [GUMBO_TAG_VIDEO] = DROPPED,
    [GUMBO_TAG_CANVAS] = DROPPED,
};

static const uint32_t surroundings[GUMBO_TAG_LAST + 1] = {
    [GUMBO_TAG_ARTICLE] = ENT_I_IN_ARTICLE,
    [GUMBO_TAG_MAIN] = ENT_I_IN_MAIN,
    [GUMBO_TAG_NAV] = ENT_I_IN_NAV,
    [GUMBO_TAG_ASIDE] = ENT_I_IN_ASIDE,
    [GUMBO_TAG_HEADER] = ENT_I_IN_HEADER,
    [GUMBO_TAG_FOOTER] = ENT_I_IN_FOOTER,
    [GUMBO_TAG_FORM] = ENT_I_IN_FORM,
    [GUMBO_TAG_TABLE] = ENT_I_IN_TABLE,
    [GUMBO_TAG_UL] = ENT_I_IN_LIST,
    [GUMBO_TAG_OL] = ENT_I_IN_LIST,
    [GUMBO_TAG_DL] = ENT_I_IN_LIST,
    [GUMBO_TAG_FIGURE] = ENT_I_IN_FIGURE,
    [GUMBO_TAG_FIGCAPTION] = ENT_I_IN_FIGURE,
    [GUMBO_TAG_BLOCKQUOTE] = ENT_I_IN_QUOTE,
    [GUMBO_TAG_SECTION] = ENT_I_IN_SECTION,
};

typedef struct walk {
    ent_i_html_page *page;
    uint32_t element;       /* the current one */
    size_t links;           /* how many are open */
    size_t bold;            /* likewise */
    size_t line_ends;       /* in a row */
    ent_i_html_block block; /* under way */
} walk;

/* ---- words of classes ---- */

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

static void split_words(const char *value, ent_i_html_word *word, void *ctx)
{
    char lower[24];
    while (*value) {
        size_t n = 0;
        while (*value && !is_letter(*value))
            value++;
        while (is_letter(*value) &&
               !(n && is_upper(*value) && !is_upper(value[-1]))) {
            if (n < sizeof lower)
                lower[n] = (char)(*value | 32);
            n++;
            value++;
        }
        if (n > 1 && n <= sizeof lower)
            word(ctx, lower, n);
    }
}

void ent_i_html_class_words(const GumboNode *element, ent_i_html_word *word,
                            void *ctx)
{
    static const char *const names[] = {"class", "id", "itemprop", "role"};
    const GumboVector *attributes = &element->v.element.attributes;
    for (unsigned i = 0; i < attributes->length; i++) {
        const GumboAttribute *attribute = attributes->data[i];
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (strcmp(attribute->name, names[k]) == 0)
                split_words(attribute->value, word, ctx);
    }
}

static void add_weight(void *ctx, const char *word, size_t size)
{
    *(int32_t *)ctx += ent_i_html_class_weight(word, size);
}

static int32_t own_weight(const GumboNode *element)
{
    int32_t sum = 0;
    ent_i_html_class_words(element, add_weight, &sum);
    return sum;
}

/* ---- what others wrote ---- */

/* What sites call such elements, in classes and ids. */
typedef enum where { BEGINS, ENDS, WITHIN } where;

static const struct {
    const char *name;
    uint8_t where; /* WITHIN: or behind a "-" or "_" */
    uint32_t in;
} called[] = {
    {"comment", BEGINS, ENT_I_IN_COMMENTS},    /* commentlist, commentaires */
    {"comments", WITHIN, ENT_I_IN_COMMENTS},   /* post-comments */
    {"commentl", WITHIN, ENT_I_IN_COMMENTS},   /* wp_commentlist */
    {"kommentar", BEGINS, ENT_I_IN_COMMENTS},  /* German, Scandinavian */
    {"comentario", BEGINS, ENT_I_IN_COMMENTS}, /* Spanish, Portuguese */
    {"komentarz", BEGINS, ENT_I_IN_COMMENTS},  /* Polish */
    {"forum", BEGINS, ENT_I_IN_COMMENTS},      /* French */
    {"reviews", WITHIN, ENT_I_IN_COMMENTS},
    {"bewertungen", WITHIN, ENT_I_IN_COMMENTS},
    {"bbcodeblock-title", BEGINS, ENT_I_IN_COMMENTS}, /* of a quotation */
    {"author", WITHIN, ENT_I_IN_AUTHOR},
    {"autor", WITHIN, ENT_I_IN_AUTHOR},
    {"authors", WITHIN, ENT_I_IN_AUTHOR},
    {"authorbox", WITHIN, ENT_I_IN_AUTHOR},
    {"autorenbox", WITHIN, ENT_I_IN_AUTHOR},
    {"autoren", WITHIN, ENT_I_IN_AUTHOR},
    {"bio", WITHIN, ENT_I_IN_AUTHOR},
    {"contributor", WITHIN, ENT_I_IN_AUTHOR},
    {"copyright", ENDS, ENT_I_IN_CREDIT}, /* image-copyright */
    {"credit", ENDS, ENT_I_IN_CREDIT},    /* fotocredit */
    {"credits", ENDS, ENT_I_IN_CREDIT},
    {"contributors", WITHIN, ENT_I_IN_CREDIT}, /* podlove-contributors */
};

/* "pullquote__author" says whom the story quotes. */
static bool is_of_quotation(const char *name, size_t size)
{
    static const char quote[] = "quote";
    for (size_t at = 0; at + sizeof quote <= size; at++)
        if (ent_i_ascii_same(name + at, quote, sizeof quote - 1))
            return true;
    return false;
}

/* "author-box", but not "authorGuidelines"; a "commentary" is the story. */
static bool goes_on(size_t i, const char *rest, size_t size)
{
    return called[i].in == ENT_I_IN_AUTHOR
               ? size == 0 || !is_letter(*rest)
               : size < 3 || !ent_i_ascii_same(rest, "ary", 3);
}

static bool is_called(const char *name, size_t size, size_t i)
{
    size_t n = strlen(called[i].name);
    size_t first = called[i].where == ENDS && size > n ? size - n : 0;
    size_t last = called[i].where == WITHIN && size > n ? size - n : first;
    for (size_t at = first; at <= last; at++)
        if (at + n <= size && ent_i_ascii_same(name + at, called[i].name, n) &&
            (called[i].where == ENDS || at == 0 ||
             strchr("-_", name[at - 1])) &&
            goes_on(i, name + at + n, size - at - n))
            return true;
    return false;
}

static uint32_t named_in(const char *names)
{
    static const char blanks[] = " \t\r\n";
    uint32_t in = 0;
    size_t size;
    for (; names && *names; names += size + strspn(names + size, blanks)) {
        uint32_t of = 0;
        size = strcspn(names, blanks);
        for (size_t i = 0; i < sizeof called / sizeof *called; i++)
            of |= is_called(names, size, i) ? called[i].in : 0;
        if (of & ENT_I_IN_AUTHOR && is_of_quotation(names, size))
            of &= ~(uint32_t)ENT_I_IN_AUTHOR;
        in |= of;
    }
    return in;
}

/* The page and its story have such names too, for what they may hold. */
static uint32_t others(const GumboNode *node)
{
    switch (node->v.element.tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
        return named_in(ent_i_html_attribute(node, "id"));
    default:
        return named_in(ent_i_html_attribute(node, "id")) |
               named_in(ent_i_html_attribute(node, "class"));
    }
}

/* ---- elements ---- */

static bool attribute_is(const GumboNode *node, const char *name,
                         const char *value)
{
    const char *found = ent_i_html_attribute(node, name);
    return found && ent_i_ascii_same(found, value, strlen(value) + 1);
}

/* Whether an element's own style gives a property this value. */
static bool style_says(const char *style, const char *property,
                       const char *value)
{
    size_t n = strlen(property);
    for (const char *at = style; at; at = strchr(at, ';')) {
        at += strspn(at, "; \t\r\n");
        if (!ent_i_ascii_same(at, property, n))
            continue;
        const char *colon = at + n + strspn(at + n, " \t\r\n");
        const char *said = colon + 1;
        if (*colon == ':' && ent_i_ascii_same(said + strspn(said, " \t\r\n"),
                                              value, strlen(value)))
            return true;
    }
    return false;
}

/* Not shown when the page opens, or not read out. */
static bool is_hidden(const GumboNode *node)
{
    const char *style = ent_i_html_attribute(node, "style");
    return ent_i_html_attribute(node, "hidden") ||
           attribute_is(node, "aria-hidden", "true") ||
           style_says(style, "display", "none") ||
           style_says(style, "visibility", "hidden");
}

static uint32_t surrounding(const walk *w, const GumboNode *node)
{
    uint32_t in = surroundings[node->v.element.tag] | others(node);
    const char *property = ent_i_html_attribute(node, "itemprop");
    if (property && strstr(property, "articleBody"))
        in |= ENT_I_IN_BODY;
    if (attribute_is(node, "role", "main"))
        in |= ENT_I_IN_MAIN;
    if (is_hidden(node))
        in |= ENT_I_IN_HIDDEN;
    if (w->links)
        in |= ENT_I_IN_LINK;
    return in;
}

static bool open_element(walk *w, const GumboNode *node)
{
    ent_i_html_page *page = w->page;
    int32_t own = own_weight(node);
    ent_i_html_element e = {.node = node,
                            .parent = w->element,
                            .in = surrounding(w, node),
                            .own = own,
                            .chain = own,
                            .least = own,
                            .most = own};
    if (w->element != ENT_NONE) {
        ent_i_html_element *parent = &page->elements.items[w->element];
        parent->kids++;
        e.depth = parent->depth + 1;
        e.in |= parent->in;
        e.chain += parent->chain;
        e.least = parent->least < own ? parent->least : own;
        e.most = parent->most > own ? parent->most : own;
    }
    w->element = (uint32_t)page->elements.n;
    return ent_i_vec_push(&page->elements, e);
}

static void close_element(walk *w)
{
    const ent_i_html_element *e = &w->page->elements.items[w->element];
    w->element = e->parent;
    if (w->element == ENT_NONE)
        return;
    ent_i_html_element *parent = &w->page->elements.items[w->element];
    parent->prose += e->prose / 2;
    parent->bytes += e->bytes;
    parent->links += e->links;
    parent->linked |= e->linked;
}

/* ---- blocks ---- */

bool ent_i_html_is_prose(const ent_i_html_page *page,
                         const ent_i_html_block *block)
{
    size_t size = block->end - block->start;
    const char *text = page->text.items + block->start;
    return size >= PROSE_BYTES && block->links * 3 < size &&
           (memchr(text, '.', size) || memchr(text, ',', size));
}

size_t ent_i_html_first_prose(const ent_i_html_page *page, const double *judged)
{
    size_t i = 0;
    while (
        i < page->blocks.n &&
        !(judged[i] > 0 && ent_i_html_is_prose(page, &page->blocks.items[i])))
        i++;
    return i;
}

static void begin_block(walk *w)
{
    w->block = (ent_i_html_block){.start = (uint32_t)w->page->text.n,
                                  .element = w->element};
    w->line_ends = 0;
}

/* The next block's text begins behind a line end, which keeps the two apart for
 * whoever looks at the text. */
static bool end_block(walk *w)
{
    ent_i_html_page *page = w->page;
    ent_i_html_block *b = &w->block;
    ent_i_string *text = &page->text;
    while (text->n > b->start && strchr(" \n", text->items[text->n - 1]))
        text->n--;
    b->end = (uint32_t)text->n;
    bool fine = true;
    if (b->end > b->start && b->element != ENT_NONE) {
        ent_i_html_element *e = &page->elements.items[b->element];
        fine = ent_i_string_add(text, "\n", 1) &&
               ent_i_vec_push(&page->blocks, *b);
        e->kids++;
        e->bytes += b->end - b->start;
        e->links += b->links;
        if (fine && ent_i_html_is_prose(page, b))
            e->prose += b->end - b->start;
    }
    begin_block(w);
    return fine;
}

static bool add_text(walk *w, const char *text)
{
    ent_i_string *out = &w->page->text;
    size_t before = out->n;
    if (!ent_i_html_fold(out, text))
        return false;
    if (out->n == w->block.start + 1 && out->items[before] == ' ')
        out->n = w->block.start; /* no blank at the start */
    size_t added = out->n - before;
    w->block.links += w->links ? (uint32_t)added : 0;
    w->block.bold += w->bold ? (uint32_t)added : 0;
    if (added > 1)
        w->line_ends = 0;
    return true;
}

/* Two line ends in a row separate paragraphs. */
static bool end_line(walk *w)
{
    ent_i_string *text = &w->page->text;
    if (++w->line_ends > 1)
        return end_block(w);
    while (text->n > w->block.start && text->items[text->n - 1] == ' ')
        text->n--;
    return text->n == w->block.start || ent_i_string_add(text, "\n", 1);
}

/* ---- the walk ---- */

static bool is_text(const GumboNode *node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
           node->type == GUMBO_NODE_WHITESPACE;
}

/* A credit within a line is none of its text. */
static effect effect_of(const GumboNode *node)
{
    effect does = (effect)effects[node->v.element.tag];
    return does == INLINE && others(node) & ENT_I_IN_CREDIT ? BREAKS : does;
}

/* *inside is whether to go on below the node. */
static bool enter(walk *w, const GumboNode *node, bool *inside)
{
    *inside = false;
    if (is_text(node))
        return add_text(w, node->v.text.text);
    if (node->type != GUMBO_NODE_ELEMENT)
        return true;
    effect does = effect_of(node);
    if (does == DROPPED || (does != BREAKS && is_hidden(node)))
        return true;
    *inside = true;
    w->links += does == LINK;
    w->bold += does == BOLD;
    if (does == LINK && w->element != ENT_NONE)
        w->page->elements.items[w->element].linked = true;
    switch (does) {
    case LINE_END:
        return end_line(w);
    case BREAKS:
        if (!end_block(w) || !open_element(w, node))
            return false;
        begin_block(w);
        return true;
    default:
        return true;
    }
}

static bool leave(walk *w, const GumboNode *node)
{
    if (node->type != GUMBO_NODE_ELEMENT)
        return true;
    effect does = effect_of(node);
    w->links -= does == LINK;
    w->bold -= does == BOLD;
    if (does != BREAKS)
        return true;
    bool fine = end_block(w);
    close_element(w);
    begin_block(w);
    return fine;
}

bool ent_i_html_blocks(ent_i_html_page *out, const GumboNode *root)
{
    walk w = {.page = out, .element = ENT_NONE};
    const GumboNode *node = root;
    begin_block(&w);
    while (node) {
        bool inside;
        if (!enter(&w, node, &inside))
            return false;
        const GumboNode *next = ent_i_html_next(node, root, inside);
        const GumboNode *until = next ? next->parent : root->parent;
        if (!inside) /* it was not entered */
            node = node->parent;
        for (; node != until; node = node->parent)
            if (!leave(&w, node))
                return false;
        node = next;
    }
    return true;
}

void ent_i_html_page_free(ent_i_html_page *page)
{
    ent_i_vec_free(&page->text);
    ent_i_vec_free(&page->elements);
    ent_i_vec_free(&page->blocks);
}
