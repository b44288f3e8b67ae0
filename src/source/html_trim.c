/* Most bytes of a page are scripts and styles, which a parser would only read
 * to drop them. They are left out beforehand, about ten times as fast. */
#include <string.h>

#include "core/ascii.h"
#include "core/error.h"
#include "source/html.h"

/* Gumbo walks up the open elements at each tag, so that its time grows with
 * the sum over all tags of how deep they stand. Sound pages stay below a
 * thousandth of that. */
#define MOST_STEPS ((uint64_t)400 << 20)
enum { MOST_BYTES = 16 << 20, NAMES = 256, NAME_MOST = 32, HEAD_BYTES = 4096 };

typedef struct trim {
    ent_i_html_source *out;
    const char *at;
    const char *end;
    const char *kept;     /* what is before it has been copied or dropped */
    uint32_t open[NAMES]; /* elements open, by a hash of their name */
    uint64_t depth;
    uint64_t sum;
} trim;

/* An element whose content is no markup. */
typedef struct raw_element {
    const char *name;
    bool kept; /* its text is shown */
} raw_element;

static const raw_element raws[] = {
    {"script", false}, {"style", false},    {"noscript", false},
    {"iframe", false}, {"template", false}, {"svg", false},
    {"title", true},   {"textarea", true},
};

/* Elements that have no end, or whose end is implied by the next of the same
 * kind: they don't nest by being repeated. */
static const char *const flat[] = {
    "area",   "base",  "br", "col",  "dd",    "dt",     "embed", "hr",
    "img",    "input", "li", "link", "meta",  "option", "p",     "param",
    "source", "tbody", "td", "th",   "thead", "tr",     "track", "wbr",
};

static bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

static size_t name_size(const char *at, const char *end)
{
    size_t n = 0;
    while (at + n < end && !strchr(" \t\r\n\f/>", at[n]))
        n++;
    return n;
}

static bool is_name(const char *name, size_t size, const char *word)
{
    return strlen(word) == size && ent_i_ascii_same(name, word, size);
}

/* One past the tag's ">". Values in quotes may contain one. *words counts
 * attributes, roughly; NULL is allowed. */
static const char *tag_end(const char *at, const char *end, uint64_t *words)
{
    char quote = 0, last = 0;
    for (; at < end; at++) {
        if (words && !quote && strchr(" \t\r\n\f/", *at))
            ++*words;
        if (quote) {
            if (*at == quote)
                quote = 0;
        } else if (*at == '>') {
            return at + 1;
        } else if ((*at == '"' || *at == '\'') && last == '=') {
            quote = *at;
        }
        if (!strchr(" \t\r\n\f", *at))
            last = *at;
    }
    return end;
}

/* Where "</name" begins, or the end. */
static const char *find_close(const char *at, const char *end, const char *name,
                              size_t size)
{
    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        if ((size_t)(end - at) > size + 1 && at[1] == '/' &&
            ent_i_ascii_same(at + 2, name, size))
            return at;
        at++;
    }
    return end;
}

static const raw_element *find_raw(const char *name, size_t size)
{
    for (size_t i = 0; i < sizeof raws / sizeof *raws; i++)
        if (is_name(name, size, raws[i].name))
            return &raws[i];
    return NULL;
}

/* Copies what was read since the last copy, up to here. */
static bool keep(trim *t, const char *until)
{
    const char *from = t->kept;
    t->kept = until;
    return until <= from ||
           ent_i_string_add(&t->out->markup, from, (size_t)(until - from));
}

/* Leaves out what begins at from and ends before until. */
static bool drop(trim *t, const char *from, const char *until)
{
    bool fine = keep(t, from);
    t->at = t->kept = until;
    return fine;
}

/* Whether the tag states a type of JSON-LD. */
static bool is_data(const char *tag, const char *end)
{
    static const char type[] = "ld+json";
    for (; tag + sizeof type <= end; tag++)
        if (ent_i_ascii_same(tag, type, sizeof type - 1))
            return true;
    return false;
}

/* An element whose content is no markup; from is its "<". */
static bool pass_raw(trim *t, const char *from, const char *name, size_t size,
                     const raw_element *raw)
{
    const char *content = tag_end(name, t->end, NULL);
    const char *close = find_close(content, t->end, name, size);
    const char *after = close < t->end ? tag_end(close, t->end, NULL) : t->end;
    if (raw->kept) {
        t->at = after;
        return true;
    }
    if (is_data(name, content) &&
        !(ent_i_string_add(&t->out->data, content, (size_t)(close - content)) &&
          ent_i_string_add(&t->out->data, "", 1)))
        return false;
    return drop(t, from, after);
}

static uint32_t *open_count(trim *t, const char *name, size_t size)
{
    uint32_t hash = 0;
    for (size_t i = 0; i < size && i < NAME_MOST; i++)
        hash = hash * 31 + (uint32_t)(name[i] | 32);
    return &t->open[hash % NAMES];
}

static bool is_flat(const char *name, size_t size)
{
    for (size_t i = 0; i < sizeof flat / sizeof *flat; i++)
        if (is_name(name, size, flat[i]))
            return true;
    return false;
}

/* A guess at how deep the parser will be: an end tag closes only what is
 * open. */
static void count_tag(trim *t, const char *name, size_t size, bool closes)
{
    t->sum += t->depth;
    if (is_flat(name, size))
        return;
    uint32_t *open = open_count(t, name, size);
    if (!closes) {
        ++*open;
        t->depth++;
    } else if (*open) {
        --*open;
        t->depth--;
    }
}

/* "<!-- ... -->" and "<!doctype ...>", "<?xml ...>" */
static bool pass_declaration(trim *t, const char *from)
{
    const char *after;
    if (t->end - from >= 4 && memcmp(from, "<!--", 4) == 0) {
        const char *at = from + 2;
        while ((at = memchr(at + 1, '>', (size_t)(t->end - at - 1))) &&
               memcmp(at - 2, "--", 2) != 0)
            ;
        after = at ? at + 1 : t->end;
    } else {
        const char *close = memchr(from, '>', (size_t)(t->end - from));
        after = close ? close + 1 : t->end;
    }
    return drop(t, from, after);
}

/* The "<" at from. */
static bool pass_tag(trim *t, const char *from)
{
    const char *name = from + 1;
    bool closes = name < t->end && *name == '/';
    name += closes;
    if (name < t->end && !closes && (*name == '!' || *name == '?'))
        return pass_declaration(t, from);
    if (name == t->end || !is_letter(*name)) {
        t->at = name;
        return true;
    }
    size_t size = name_size(name, t->end);
    const raw_element *raw = closes ? NULL : find_raw(name, size);
    if (raw)
        return pass_raw(t, from, name, size, raw);
    count_tag(t, name, size, closes);
    uint64_t words = 0;
    t->at = tag_end(name + size, t->end, &words);
    t->sum += words * words; /* each is compared with those before it */
    return true;
}

static ent_status too_much(const trim *t, ent_error *error)
{
    if (t->sum > MOST_STEPS)
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected a web page, found %llu elements within one "
                          "another or tags of endless attributes",
                          (unsigned long long)t->depth);
    return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                      "expected a web page of at most %d MiB without scripts, "
                      "found more",
                      MOST_BYTES >> 20);
}

ent_status ent_i_html_trim(ent_i_html_source *out, const char *bytes,
                           size_t size, ent_error *error)
{
    trim t = {.out = out, .at = bytes, .end = bytes + size, .kept = bytes};
    const char *from;
    while ((from = memchr(t.at, '<', (size_t)(t.end - t.at)))) {
        if (!pass_tag(&t, from))
            return ent_i_no_memory(error, "source");
        if (t.sum > MOST_STEPS || out->markup.n > MOST_BYTES)
            return too_much(&t, error);
    }
    if (t.end - t.kept > MOST_BYTES)
        return too_much(&t, error);
    return keep(&t, t.end) && ent_i_string_add(&out->markup, "", 0)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

/* ---- the encoding ---- */

/* As browsers do: the first "charset=" within a <meta>. */
const char *ent_i_html_charset(const char *bytes, size_t size, char *name,
                               size_t room)
{
    static const char key[] = "charset";
    const char *end = bytes + (size < HEAD_BYTES ? size : HEAD_BYTES);
    for (const char *at = bytes; at + sizeof key < end; at++) {
        if (!ent_i_ascii_same(at, key, sizeof key - 1))
            continue;
        const char *value = at + sizeof key - 1;
        while (value < end && strchr(" =\"'", *value))
            value++;
        size_t n = 0;
        while (value + n < end && !strchr(" \"'/>;", value[n]))
            n++;
        if (n == 0 || n >= room)
            return NULL;
        memcpy(name, value, n);
        name[n] = '\0';
        return name;
    }
    return NULL;
}
