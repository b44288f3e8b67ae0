/* An article leaves two hashes of 64 bits: of ten million articles one is lost
 * by chance in one run of 90,000. */
#include "source/seen.h"

#include <string.h>

/* What names the page within an address: without scheme, "www.", fragment and
 * last slash. */
static const char *page_of(const char *url, size_t *size)
{
    const char *mark = strstr(url, "://");
    const char *page = mark ? mark + 3 : url;
    if (strncmp(page, "www.", 4) == 0)
        page += 4;
    *size = strcspn(page, "#");
    while (*size && page[*size - 1] == '/')
        --*size;
    return page;
}

/* Whether the name was there with these words. */
static bool add(ent_i_seen *seen, const char *name, size_t size, uint64_t words,
                bool *before)
{
    const uint64_t parts[] = {ent_i_hash(name, size), words};
    uint32_t *times =
        ent_i_keymap_put(&seen->keys, ent_i_hash(parts, sizeof parts), 0);
    if (!times)
        return false;
    *before = *before || *times;
    *times = 1;
    return true;
}

bool ent_i_seen_add(ent_i_seen *seen, const ent_article *article, bool *before)
{
    size_t size;
    uint64_t words = article->title_size
                         ? ent_i_hash(article->title, article->title_size)
                         : ent_i_hash(article->text, article->text_size);
    /* Those of a store have unique ids anyway. */
    size = article->id_size ? article->id_size : strlen(article->id);
    *before = false;
    if (!add(seen, article->id, size, words, before))
        return false;
    if (!article->url || !*article->url)
        return true;
    const char *page = page_of(article->url, &size);
    return add(seen, page, size, words, before);
}

void ent_i_seen_free(ent_i_seen *seen) { ent_i_keymap_free(&seen->keys); }
