/* Gumbo's tree, in an arena: nothing in it is freed one by one, and running out
 * of memory, which Gumbo doesn't check for, ends the parsing from within its
 * request for memory. */
#include <setjmp.h>
#include <string.h>

#include "core/error.h"
#include "source/html.h"

typedef struct pool {
    ent_i_arena *arena;
    size_t left; /* bytes that the tree may still take */
    bool limited;
    jmp_buf out_of_memory;
} pool;

/* A node takes about 200 bytes and comes from 4 bytes of markup or more; a tree
 * of ordinary markup takes 10 to 20 times its size. */
enum { TREE_FACTOR = 120, TREE_LEAST = 1 << 20 };

static void *allocate(void *ctx, size_t size)
{
    pool *p = ctx;
    void *block = NULL;
    p->limited = size > p->left;
    if (!p->limited)
        block = ent_i_arena_alloc(p->arena, size);
    if (!block)
        longjmp(p->out_of_memory, 1);
    p->left -= size;
    return block;
}

static void forget(void *ctx, void *block)
{
    (void)ctx;
    (void)block;
}

ent_status ent_i_html_parse(const GumboNode **root, ent_i_arena *arena,
                            const ent_i_string *markup, ent_error *error)
{
    pool p = {.arena = arena, .left = markup->n * TREE_FACTOR + TREE_LEAST};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = forget;
    options.userdata = &p;
    options.max_errors = 0;
    *root = NULL;
    if (setjmp(p.out_of_memory) == 0)
        *root =
            gumbo_parse_with_options(&options, markup->items, markup->n)->root;
    else if (p.limited)
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected a web page, found markup whose tree takes "
                          "more than %d times its size",
                          TREE_FACTOR);
    return *root ? ENT_OK : ent_i_no_memory(error, "source");
}

const char *ent_i_html_attribute(const GumboNode *element, const char *name)
{
    const GumboAttribute *found =
        gumbo_get_attribute(&element->v.element.attributes, name);
    return found ? found->value : NULL;
}

static bool has_children(const GumboNode *node)
{
    return (node->type == GUMBO_NODE_ELEMENT ||
            node->type == GUMBO_NODE_TEMPLATE) &&
           node->v.element.children.length > 0;
}

/* Without recursion, as trees can be deep. */
const GumboNode *ent_i_html_next(const GumboNode *node, const GumboNode *top,
                                 bool inside)
{
    if (inside && has_children(node))
        return node->v.element.children.data[0];
    while (node != top) {
        const GumboNode *parent = node->parent;
        size_t next = node->index_within_parent + 1;
        if (next < parent->v.element.children.length)
            return parent->v.element.children.data[next];
        node = parent;
    }
    return NULL;
}

/* ---- text ---- */

/* The size of white space, or of what is never seen, at text; *seen tells
 * which. */
static size_t blank_size(const char *text, bool *seen)
{
    static const struct {
        const char *bytes;
        bool seen;
    } wide[] = {
        {"\xC2\xA0", true},      {"\xC2\xAD", false},     /* soft hyphen */
        {"\xE2\x80\x8B", false}, {"\xE2\x81\xA0", false}, /* zero width */
        {"\xEF\xBB\xBF", false}, {"\xE2\x80\xAF", true},
        {"\xE2\x80\x89", true},  {"\xE2\x80\xA8", true},
        {"\xE2\x80\xA9", true},  {"\xE3\x80\x80", true},
        {"\xE2\x80\x8E", false}, {"\xE2\x80\x8F", false},
    };
    *seen = true;
    if ((unsigned char)*text <= ' ' || *text == '\x7F')
        return *text != '\0';
    if ((unsigned char)*text < 0xC2)
        return 0;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(text, wide[i].bytes, strlen(wide[i].bytes)) == 0) {
            *seen = wide[i].seen;
            return strlen(wide[i].bytes);
        }
    return 0;
}

static bool add_blank(ent_i_string *out)
{
    return (out->n > 0 && strchr(" \n", out->items[out->n - 1])) ||
           ent_i_string_add(out, " ", 1);
}

bool ent_i_html_fold(ent_i_string *out, const char *text)
{
    bool seen, fine = true;
    while (fine && *text) {
        const char *from = text;
        size_t blank;
        while ((blank = blank_size(text, &seen)) == 0 && *text)
            text++;
        fine =
            text == from || ent_i_string_add(out, from, (size_t)(text - from));
        if (fine && blank && seen)
            fine = add_blank(out);
        text += blank;
    }
    return fine;
}

bool ent_i_html_text_of(ent_i_string *out, const GumboNode *node)
{
    bool fine = true;
    for (const GumboNode *at = node; at && fine;
         at = ent_i_html_next(at, node, true))
        if (at->type == GUMBO_NODE_TEXT || at->type == GUMBO_NODE_WHITESPACE ||
            at->type == GUMBO_NODE_CDATA)
            fine = ent_i_html_fold(out, at->v.text.text);
    return fine;
}
