/* Names are found through a table of their first words: each first word leads
 * to the names that begin with it, longest first, so that one pass over the
 * tokens is enough however long the list is. */
#include "recognise/entities.h"

#include <jansson.h>
#include <string.h>

#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "core/map.h"
#include "recognise/annotated.h"
#include "recognise/titles.h"

/* Names are kept as bytes, not as tokens, so that a list means the same
 * whatever the tokeniser makes of its names. */
typedef struct entry {
    const char *name; /* words with one blank between them */
    uint32_t size;
    uint32_t next;  /* next entry with the same first word, or ENT_I_ABSENT */
    uint32_t order; /* in the file; the first of equal names counts */
    uint8_t type;
} entry;

struct ent_i_entities {
    ENT_I_VEC(entry) entries;
    ent_i_strmap first; /* first word to its first entry */
    ent_i_arena arena;
};

/* ---- loading ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Adds a name, with runs of blanks made single; an empty one is skipped. */
static bool add_name(ent_i_entities *entities, const char *name, size_t size,
                     ent_type type)
{
    char *copy = ent_i_arena_alloc(&entities->arena, size + 1);
    size_t n = 0;
    if (!copy)
        return false;
    for (size_t i = 0; i < size; i++) {
        if (!is_blank(name[i]))
            copy[n++] = name[i];
        else if (n && copy[n - 1] != ' ')
            copy[n++] = ' ';
    }
    n -= n && copy[n - 1] == ' ';
    copy[n] = '\0';
    return n == 0 || ent_i_vec_push(&entities->entries,
                                    (entry){copy, (uint32_t)n, ENT_I_ABSENT,
                                            (uint32_t)entities->entries.n,
                                            (uint8_t)type});
}

static ent_status bad(ent_error *error, const char *path, int64_t line,
                      const char *expected)
{
    ent_i_fail(error, ENT_ERR_FORMAT, "recognise", "expected %s", expected);
    return ent_i_fail_at(error, ENT_ERR_FORMAT, path, line, -1);
}

/* The format that a text editor or `cut` produces; a name with a tab in it can
 * be given as JSON. */
static ent_status load_lines(ent_i_entities *entities, const char *bytes,
                             size_t size, const char *path, ent_error *error)
{
    const char *end = bytes + size;
    for (int64_t line = 1; bytes < end; line++) {
        const char *stop = memchr(bytes, '\n', (size_t)(end - bytes));
        stop = stop ? stop : end;
        const char *tab = memchr(bytes, '\t', (size_t)(stop - bytes));
        ent_type type = ENT_PERSON;
        /* An unknown type is an error: if it were ignored, all its names would
         * silently become persons. */
        if (tab && *bytes != '#') {
            char word[8] = "";
            if ((size_t)(tab - bytes) < sizeof word)
                memcpy(word, bytes, (size_t)(tab - bytes));
            if (!ent_type_parse(word, &type))
                return bad(error, path, line,
                           "person, org, place or misc before the tab");
            bytes = tab + 1;
        }
        if (bytes < stop && *bytes != '#' &&
            !add_name(entities, bytes, (size_t)(stop - bytes), type))
            return ent_i_no_memory(error, "recognise");
        bytes = stop + 1;
    }
    return ENT_OK;
}

static bool add_value(ent_i_entities *entities, const json_t *value,
                      ent_type type)
{
    return add_name(entities, json_string_value(value),
                    json_string_length(value), type);
}

/* {"name": ..., "type": ..., "aliases": [...]}, or a name alone. */
static ent_status load_item(ent_i_entities *entities, const json_t *item,
                            ent_type type, const char *path, ent_error *error)
{
    const json_t *name =
        json_is_string(item) ? item : json_object_get(item, "name");
    const json_t *kind = json_object_get(item, "type");
    const json_t *aliases = json_object_get(item, "aliases");
    if (!json_is_string(name))
        return bad(error, path, 0, "a name or an object with a \"name\"");
    if (kind && (!json_is_string(kind) ||
                 !ent_type_parse(json_string_value(kind), &type)))
        return bad(error, path, 0, "\"type\" to be person, org, place or misc");
    if (aliases && !json_is_array(aliases))
        return bad(error, path, 0, "\"aliases\" to be an array");
    bool good = add_value(entities, name, type);
    for (size_t i = 0; good && i < json_array_size(aliases); i++) {
        const json_t *alias = json_array_get(aliases, i);
        if (!json_is_string(alias))
            return bad(error, path, 0, "strings in \"aliases\"");
        good = add_value(entities, alias, type);
    }
    return good ? ENT_OK : ent_i_no_memory(error, "recognise");
}

static ent_status load_array(ent_i_entities *entities, const json_t *array,
                             ent_type type, const char *path, ent_error *error)
{
    ent_status status = ENT_OK;
    if (!json_is_array(array))
        return bad(error, path, 0, "an array of names");
    for (size_t i = 0; !status && i < json_array_size(array); i++)
        status =
            load_item(entities, json_array_get(array, i), type, path, error);
    return status;
}

static ent_status load_json(ent_i_entities *entities, const char *bytes,
                            size_t size, const char *path, ent_error *error)
{
    json_error_t problem;
    json_t *root = ent_i_json_load(bytes, size, 0, &problem);
    if (!root && ent_i_json_no_memory(&problem))
        return ent_i_no_memory(error, "recognise");
    if (!root) {
        ent_i_fail(error, ENT_ERR_FORMAT, "recognise", "expected JSON: %s",
                   problem.text);
        return ent_i_fail_at(error, ENT_ERR_FORMAT, path, problem.line,
                             problem.position);
    }
    ent_status status = ENT_OK;
    void *at = json_is_object(root) ? json_object_iter(root) : NULL;
    if (json_is_array(root))
        status = load_array(entities, root, ENT_PERSON, path, error);
    for (; at && !status; at = json_object_iter_next(root, at)) {
        ent_type type;
        status = ent_type_parse(json_object_iter_key(at), &type)
                     ? load_array(entities, json_object_iter_value(at), type,
                                  path, error)
                     : bad(error, path, 0,
                           "the keys to be person, org, place or misc");
    }
    json_decref(root);
    return status;
}

/* ---- the table ---- */

/* The size of the first token of a name: a run of letters and digits, or one
 * other byte, so that it never reaches further than a token of the text. */
static size_t first_word(const char *name, size_t size)
{
    size_t n = 0;
    while (n < size && ((unsigned char)name[n] >= 0x80 ||
                        (name[n] >= '0' && name[n] <= '9') ||
                        (name[n] >= 'A' && name[n] <= 'Z') ||
                        (name[n] >= 'a' && name[n] <= 'z')))
        n++;
    return n ? n : size > 0;
}

/* Equal names keep the order of the file, so that the first one wins. */
static int by_size(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? -1 : 1;
    return x->order > y->order ? -1 : 1;
}

/* Each entry is put at the front of its chain, the longest last. */
static bool index_entries(ent_i_entities *entities)
{
    entry *entries = entities->entries.items;
    ent_i_sort(entries, entities->entries.n, sizeof *entries, by_size);
    for (uint32_t i = 0; i < entities->entries.n; i++) {
        uint32_t *head = ent_i_strmap_put(
            &entities->first, entries[i].name,
            first_word(entries[i].name, entries[i].size), ENT_I_ABSENT);
        if (!head)
            return false;
        entries[i].next = *head;
        *head = i;
    }
    return true;
}

ent_status ent_i_entities_load(ent_i_entities **out, const char *path,
                               ent_error *error)
{
    ent_i_string bytes = {0};
    ent_i_entities *entities = ent_i_calloc(1, sizeof *entities);
    ent_status status = entities
                            ? ent_i_file_read(&bytes, path, "recognise", error)
                            : ent_i_no_memory(error, "recognise");
    if (!status) {
        size_t start =
            bytes.n >= 3 && memcmp(bytes.items, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
        while (start < bytes.n && is_blank(bytes.items[start]))
            start++;
        bool json = start < bytes.n &&
                    (bytes.items[start] == '[' || bytes.items[start] == '{');
        status = (json ? load_json : load_lines)(entities, bytes.items + start,
                                                 bytes.n - start, path, error);
    }
    if (!status && !index_entries(entities))
        status = ent_i_no_memory(error, "recognise");
    ent_i_vec_free(&bytes);
    if (status)
        ent_i_entities_free(entities);
    else
        *out = entities;
    return status;
}

void ent_i_entities_free(ent_i_entities *entities)
{
    if (!entities)
        return;
    ent_i_vec_free(&entities->entries);
    ent_i_strmap_free(&entities->first);
    ent_i_arena_free(&entities->arena);
    ent_i_free(entities);
}

/* ---- finding ---- */

/* The byte after the name if the text has it at `at`, else 0. A blank in the
 * name matches any run of blanks in the text, so that a line end doesn't hide
 * it. */
static uint32_t match(const entry *e, const char *bytes, uint32_t at,
                      uint32_t end)
{
    for (uint32_t i = 0; i < e->size; i++) {
        if (e->name[i] == ' ') {
            uint32_t from = at;
            while (at < end && is_blank(bytes[at]))
                at++;
            if (at == from)
                return 0;
        } else if (at >= end || bytes[at++] != e->name[i]) {
            return 0;
        }
    }
    return at;
}

/* Whether the byte is at the edge of a token or of the sentence: a name never
 * ends within a word. */
static bool ends_token(const ent_i_token *tokens, size_t count, size_t from,
                       uint32_t byte)
{
    for (size_t i = from; i < count && tokens[i].start < byte; i++)
        if (tokens[i].end >= byte)
            return tokens[i].end == byte;
    return true;
}

static const entry *find_at(const ent_i_entities *entities, const char *bytes,
                            const ent_i_token *tokens, size_t count, size_t i,
                            uint32_t *end)
{
    uint32_t at = tokens[i].start;
    uint32_t limit = tokens[count - 1].end;
    uint32_t e = ent_i_strmap_get(&entities->first, bytes + at,
                                  first_word(bytes + at, limit - at));
    for (; e != ENT_I_ABSENT; e = entities->entries.items[e].next) {
        *end = match(&entities->entries.items[e], bytes, at, limit);
        if (*end && ends_token(tokens, count, i, *end))
            return &entities->entries.items[e];
    }
    return NULL;
}

/* Adds the names found in one sentence after the article's mentions. */
static bool find_in_sentence(const ent_i_entities *entities,
                             ent_article *article, const ent_i_text *text,
                             size_t s)
{
    const ent_sentence *sentence = &article->sentences.items[s];
    const char *bytes = ent_article_field(article, (ent_field)sentence->field);
    const ent_i_token *tokens = text->tokens.items + text->first.items[s];
    size_t count = text->first.items[s + 1] - text->first.items[s];
    for (size_t i = 0; i < count; i++) {
        uint32_t end = 0;
        const entry *found = find_at(entities, bytes, tokens, count, i, &end);
        if (!found)
            continue;
        ent_mention mention = {.size = sizeof(ent_mention),
                               .start = tokens[i].start,
                               .end = end,
                               .sentence = (uint32_t)s,
                               .cluster = ENT_NONE,
                               .confidence = 1,
                               .type = found->type,
                               .field = sentence->field};
        /* Titles were read before this name was found. */
        ent_i_honorific_find(article, text, &mention);
        if (!ent_i_vec_push(&article->mentions, mention))
            return false;
        /* The longest match wins; none begins inside another. */
        while (i + 1 < count && tokens[i + 1].start < end)
            i++;
    }
    return true;
}

static bool overlap(const ent_mention *a, const ent_mention *b)
{
    return a->field == b->field && a->start < b->end && b->start < a->end;
}

/* Drops those of the first `old` mentions that overlap a new one; both runs are
 * sorted. */
static void drop_overlapped(ent_article *article, size_t old)
{
    ent_mention *m = article->mentions.items;
    size_t kept = 0, next = old;
    for (size_t i = 0; i < old; i++) {
        while (next < article->mentions.n &&
               (m[next].field < m[i].field ||
                (m[next].field == m[i].field && m[next].end <= m[i].start)))
            next++;
        if (next == article->mentions.n || !overlap(&m[i], &m[next]))
            m[kept++] = m[i];
    }
    memmove(m + kept, m + old, (article->mentions.n - old) * sizeof *m);
    article->mentions.n -= old - kept;
}

ent_status ent_i_entities_apply(const ent_i_entities *entities,
                                ent_article *article, const ent_i_text *text,
                                ent_error *error)
{
    size_t old = article->mentions.n;
    if (text->first.n <= article->sentences.n)
        return ENT_OK;
    for (size_t s = 0; s < article->sentences.n; s++)
        if (!find_in_sentence(entities, article, text, s))
            return ent_i_no_memory(error, "recognise");
    if (article->mentions.n > old) {
        drop_overlapped(article, old);
        ent_i_mentions_place(article);
    }
    return ENT_OK;
}
