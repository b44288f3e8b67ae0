/* Makes the text of an article whose names are all that is known of it. */
#include "source/listed.h"

#include <string.h>

#include "source/readers.h"

static bool is_blank(char c) { return memchr(" \t\r\n\v\f", c, 6) != NULL; }

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/* Some lists fold case; a capital or a letter outside ASCII shows that this one
 * does not. */
static bool is_folded(const char *name, size_t size)
{
    bool lower = false;
    for (size_t i = 0; i < size; i++) {
        if ((name[i] >= 'A' && name[i] <= 'Z') || (unsigned char)name[i] > 127)
            return false;
        lower = lower || is_lower(name[i]);
    }
    return lower;
}

static void capitalise(char *name, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (is_lower(name[i]) && (i == 0 || strchr(" -", name[i - 1])))
            name[i] = (char)(name[i] - 'a' + 'A');
}

/* Line ends and NUL bytes within a name would break its line. */
static void smooth(char *name, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (is_blank(name[i]) || !name[i])
            name[i] = ' ';
}

/* Begins a sentence with the name at this place, or goes on with the last. The
 * title's stands before them all, though no names were read in it. */
static bool place(ent_i_listed *listed, uint32_t start, uint32_t end,
                  ent_i_gap gap)
{
    ent_article *article = listed->article;
    size_t n = article->sentences.n;
    ent_sentence title = {0, article->title_size, 0, ENT_FIELD_TITLE,
                          sizeof title};
    if (start && gap == ENT_I_GAP_NONE) {
        article->sentences.items[n - 1].end = end;
        return true;
    }
    if (!start && title.end && !ent_i_vec_push(&article->sentences, title))
        return false;
    uint32_t paragraph = n ? article->sentences.items[n - 1].paragraph : 0;
    paragraph += start ? gap == ENT_I_GAP_PARAGRAPH : title.end > 0;
    ent_sentence sentence = {start, end, paragraph, ENT_FIELD_TEXT,
                             sizeof sentence};
    return ent_i_vec_push(&article->sentences, sentence);
}

bool ent_i_listed_add(ent_i_listed *listed, ent_type type, const char *name,
                      size_t size, ent_i_gap gap)
{
    static const char *const gaps[] = {"; ", "\n", "\n\n"};
    ent_i_string *text = &listed->text;
    while (size && is_blank(*name))
        name++, size--;
    while (size && is_blank(name[size - 1]))
        size--;
    if (!size)
        return true;
    if (text->n && !ent_i_string_adds(text, gaps[gap]))
        return false;
    size_t start = text->n;
    if (!ent_i_string_add(text, name, size))
        return false;
    smooth(text->items + start, size);
    if (is_folded(name, size))
        capitalise(text->items + start, size);
    ent_mention mention = {.start = (uint32_t)start,
                           .end = (uint32_t)text->n,
                           .honorific_start = (uint32_t)start,
                           .honorific_end = (uint32_t)start,
                           .cluster = ENT_NONE,
                           .confidence = 1,
                           .type = (uint8_t)type,
                           .role = ENT_ROLE_STORY,
                           .field = ENT_FIELD_TEXT,
                           .size = sizeof mention};
    return ent_i_vec_push(&listed->article->mentions, mention) &&
           place(listed, mention.start, mention.end, gap);
}

bool ent_i_listed_add_place(ent_i_listed *listed, const char *name, size_t size,
                            ent_i_gap gap)
{
    const char *end = name + size;
    const char *mark = memchr(name, '#', size);
    if (mark) {
        name = mark + 1;
        mark = memchr(name, '#', (size_t)(end - name));
        end = mark ? mark : end;
    }
    mark = memchr(name, ',', (size_t)(end - name));
    return ent_i_listed_add(listed, ENT_PLACE, name,
                            (size_t)((mark ? mark : end) - name), gap);
}

bool ent_i_listed_add_all(ent_i_listed *listed, ent_type type, const char *list,
                          size_t size)
{
    const char *end = list + size;
    bool fine = true;
    while (fine && list < end) {
        const char *mark = memchr(list, ';', (size_t)(end - list));
        size_t n = (size_t)((mark ? mark : end) - list);
        fine = type == ENT_PLACE
                   ? ent_i_listed_add_place(listed, list, n, ENT_I_GAP_NONE)
                   : ent_i_listed_add(listed, type, list, n, ENT_I_GAP_NONE);
        list = mark ? mark + 1 : end;
    }
    return fine;
}

bool ent_i_listed_end(ent_i_listed *listed)
{
    ent_article *article = listed->article;
    article->annotated = article->names_only = true;
    return ent_i_article_set_text(
        article, listed->text.n ? listed->text.items : "", listed->text.n);
}

void ent_i_listed_free(ent_i_listed *listed) { ent_i_vec_free(&listed->text); }
