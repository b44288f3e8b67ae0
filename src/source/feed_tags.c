/* Where a feed's items begin and end. This is told by tags alone, so that a
 * broken item spoils no other. */
#include "core/ascii.h"
#include "source/feed.h"

#include <string.h>

#include "source/sniff.h"

static const char *const items[] = {"item", "entry", "newsItem", "nitf"};
static const char *const roots[] = {
    "rss",         "feed", "RDF",  "channel", "newsItem",
    "newsMessage", "nitf", "item", "entry",   "contentSet"};

static bool is_listed(const char *const *list, size_t count, const char *name,
                      size_t size)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == size && ent_i_ascii_same(name, list[i], size))
            return true;
    return false;
}

bool ent_i_is_feed_item(const char *name)
{
    return is_listed(items, sizeof items / sizeof *items, name, strlen(name));
}

/* The element's name without its prefix, which begins at `at`. */
static const char *local_name(const char *at, const char *end, size_t *size)
{
    const char *from = at;
    while (at < end && !strchr(" \t\r\n/>", *at)) {
        if (*at == ':')
            from = at + 1;
        at++;
    }
    *size = (size_t)(at - from);
    return from;
}

/* What is skipped whole: comments, CDATA, declarations. The next "<" of an
 * element at or behind `at`; NULL when there is none. */
static const char *next_tag(const char *at, const char *end)
{
    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        size_t left = (size_t)(end - at);
        const char *stop = NULL;
        if (left >= 4 && memcmp(at, "<!--", 4) == 0)
            stop = "-->";
        else if (left >= 9 && memcmp(at, "<![CDATA[", 9) == 0)
            stop = "]]>";
        else if (left >= 2 && (at[1] == '?' || at[1] == '!'))
            stop = ">";
        if (!stop)
            return at;
        size_t n = strlen(stop);
        for (at += 2; (size_t)(end - at) >= n && memcmp(at, stop, n) != 0;)
            at++;
        if ((size_t)(end - at) < n)
            return NULL;
    }
    return NULL;
}

bool ent_i_sniff_feed(const char *bytes, size_t size)
{
    const char *end = bytes + size;
    while (bytes < end && *bytes && strchr(" \t\r\n", *bytes))
        bytes++;
    if (bytes == end || *bytes != '<')
        return false;
    const char *at = next_tag(bytes, end);
    size_t n;
    if (!at)
        return false;
    const char *name = local_name(at + 1, end, &n);
    return is_listed(roots, sizeof roots / sizeof *roots, name, n);
}

const char *ent_i_find_item(const char *at, const char *end, const char **stop)
{
    const char *from = NULL, *name = NULL;
    size_t size = 0, deep = 0;
    for (; (at = next_tag(at, end)); at++) {
        bool closes = at + 1 < end && at[1] == '/';
        size_t n;
        const char *here = local_name(at + 1 + closes, end, &n);
        if (!from && !closes &&
            is_listed(items, sizeof items / sizeof *items, here, n)) {
            from = at;
            name = here;
            size = n;
        }
        if (!from || n != size || strncmp(here, name, n) != 0)
            continue;
        const char *close = memchr(at, '>', (size_t)(end - at));
        bool empty = close && close[-1] == '/';
        deep += !closes && !empty;
        deep -= closes && deep > 0;
        if (deep == 0 && close) {
            *stop = close + 1;
            return from;
        }
    }
    *stop = end;
    return from;
}
