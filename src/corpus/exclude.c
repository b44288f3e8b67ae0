/* Names to leave out. */
#include <string.h>

#include "core/error.h"
#include "corpus/across.h"
#include "corpus/aliases.h"
#include "corpus/listing.h"
#include "names/fold.h"
#include "names/names.h"

/* A line of the list; its text lies in the file's bytes. */
typedef struct listed {
    const char *text;
    size_t size;
    bool fits; /* some actor */
} listed;

typedef struct exclusion {
    ent_i_strmap index; /* of a folded name in lines */
    ENT_I_VEC(listed) lines;
} exclusion;

/* A name of marks alone has no key and would match every other such. */
static bool is_listed(exclusion *list, const char *text)
{
    char key[256];
    size_t n = ent_i_name_fold_key(text, strlen(text), key, sizeof key);
    uint32_t i = n ? ent_i_strmap_get(&list->index, key, n) : ENT_I_ABSENT;
    if (i == ENT_I_ABSENT)
        return false;
    list->lines.items[i].fits = true;
    return true;
}

/* All names are looked at, as each may stand in the list. A short form leaves
 * out nobody who has a full name: "Dunn" would take every Dunn along. */
static bool is_excluded(exclusion *list, const ent_actor *actor)
{
    bool found = is_listed(list, actor->id);
    found |= is_listed(list, actor->label);
    for (size_t i = 0; i < actor->alias_count; i++) {
        ent_i_name name;
        const char *alias = actor->aliases[i];
        ent_i_name_parse(&name, alias, strlen(alias));
        if (actor->type != ENT_PERSON || ent_i_name_is_full(&name))
            found |= is_listed(list, alias);
    }
    return found;
}

/* One that stands there twice is one. */
static bool add_line(exclusion *list, const char *text, size_t size)
{
    char key[256];
    while (size && strchr(" \t\r", text[size - 1]))
        size--;
    size_t n = ent_i_name_fold_key(text, size, key, sizeof key);
    if (!n)
        return true;
    uint32_t *slot =
        ent_i_strmap_put(&list->index, key, n, (uint32_t)list->lines.n);
    if (!slot || *slot < list->lines.n)
        return slot != NULL;
    listed line = {.text = text, .size = size};
    return ent_i_vec_push(&list->lines, line);
}

/* One name a line, remarks from "#" on; identifiers have no "#" and names
 * hardly any. */
static bool read_lines(exclusion *list, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size;) {
        const char *line = bytes + i;
        const char *end = memchr(line, '\n', size - i);
        size_t length = end ? (size_t)(end - line) : size - i;
        const char *remark = memchr(line, '#', length);
        if (!add_line(list, line, remark ? (size_t)(remark - line) : length))
            return false;
        i += length + 1;
    }
    return true;
}

static bool warn_of_unfit(ent_corpus *corpus, const char *path,
                          const exclusion *list)
{
    ent_i_listing unfit = {.ok = true};
    for (size_t i = 0; i < list->lines.n; i++) {
        const listed *line = &list->lines.items[i];
        if (line->fits)
            continue;
        char *name = ent_i_strndup(line->text, line->size);
        if (name)
            ent_i_listing_add(&unfit, name, NULL);
        else
            unfit.ok = false;
        ent_i_free(name);
    }
    return ent_i_listing_warn(corpus, path, &unfit,
                              "name leaves out nobody in these articles",
                              "names leave out nobody in these articles");
}

ent_status ent_i_exclude(ent_corpus *corpus, const char *path, ent_error *error)
{
    char *bytes;
    size_t size;
    exclusion list = {.index = {0}};
    ent_status status = ent_i_read_list(path, &bytes, &size, error);
    if (status)
        return status;
    bool ok = read_lines(&list, bytes, size);
    for (size_t i = 0; ok && i < corpus->actors.n; i++)
        if (is_excluded(&list, &corpus->actors.items[i]))
            corpus->actors.items[i].dropped = true;
    if (!ok || !warn_of_unfit(corpus, path, &list))
        status = ent_i_no_memory(error, "resolve");
    ent_i_strmap_free(&list.index);
    ent_i_vec_free(&list.lines);
    ent_i_free(bytes);
    return status;
}
