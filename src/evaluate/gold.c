/* Gold goes through the same readers as articles, so that a score is about the
 * text as the program sees it. Gold offsets count characters, as in Python;
 * ours count bytes. */
#include "evaluate/gold.h"

#include <string.h>

#include "core/error.h"
#include "core/file.h"
#include "core/json.h"
#include "source/readers.h"
#include "source/source.h"

/* Gives file and line, since gold is edited by hand. */
static ent_status bad(ent_error *error, const char *path, int64_t line,
                      const char *expected)
{
    ent_i_fail(error, ENT_ERR_FORMAT, "evaluate", "expected %s", expected);
    return ent_i_fail_at(error, ENT_ERR_FORMAT, path, line, -1);
}

bool ent_i_gold_byte(const char *text, uint32_t size, uint64_t n,
                     uint32_t *byte, uint64_t *character)
{
    /* Labels are mostly in order, so the walk continues from the last one; an
     * earlier one restarts it. */
    if (n < *character)
        *byte = 0, *character = 0;
    while (*character < n && *byte < size) {
        do
            ++*byte;
        while (*byte < size && (text[*byte] & 0xC0) == 0x80);
        ++*character;
    }
    return *character == n;
}

/* ---- one article ---- */

static ent_status add_labels(ent_i_gold *gold, const char *path, int64_t line,
                             ent_error *error)
{
    const ent_article *article = gold->article;
    const json_t *labels = json_object_get(gold->object, "labels");
    uint32_t byte = 0;
    uint64_t character = 0;
    for (size_t i = 0; i < json_array_size(labels); i++) {
        const json_t *object = json_array_get(labels, i);
        json_int_t start = json_integer_value(json_object_get(object, "start"));
        json_int_t end = json_integer_value(json_object_get(object, "end"));
        /* Linked gold may have only the entity. */
        ent_i_gold_label label = {.type = ent_i_gold_string(object, "type"),
                                  .object = object};
        bool good = 0 <= start && start < end &&
                    ent_i_gold_byte(article->text, article->text_size,
                                    (uint64_t)start, &byte, &character);
        label.start = byte;
        good = good && ent_i_gold_byte(article->text, article->text_size,
                                       (uint64_t)end, &byte, &character);
        label.end = byte;
        if (!good)
            return bad(error, path, line,
                       "labels with \"start\" before \"end\" in the text");
        if (!ent_i_vec_push(&gold->labels, label))
            return ent_i_no_memory(error, "evaluate");
    }
    return ENT_OK;
}

/* Reads only what describes the article; the rest of the line is the gold. */
static ent_status read_article(ent_article *article, const json_t *object,
                               ent_error *error)
{
    static const char *const keys[] = {"id", "title", "date", "text"};
    json_t *bare = json_object();
    bool good = bare != NULL;
    for (size_t i = 0; good && i < sizeof keys / sizeof *keys; i++) {
        json_t *value = json_object_get(object, keys[i]);
        good = !value || json_object_set(bare, keys[i], value) == 0;
    }
    ent_status status =
        good ? ent_i_article_from_json(article, bare, NULL, error)
             : ent_i_no_memory(error, "evaluate");
    json_decref(bare);
    return status;
}

/* Offsets beyond 4 GB of text count as missing. */
static void read_sentence(ent_i_gold *gold)
{
    json_int_t start =
        json_integer_value(json_object_get(gold->object, "start"));
    json_int_t end = json_integer_value(json_object_get(gold->object, "end"));
    if (0 <= start && start < end && end <= UINT32_MAX)
        gold->start = (uint32_t)start, gold->end = (uint32_t)end;
}

/* Takes ownership of the object. */
static ent_status add_object(ent_i_gold_list *list, json_t *object,
                             const char *path, int64_t line, ent_error *error)
{
    /* Added to the list at once, so that a later failure frees it. */
    ent_i_gold gold = {
        .object = object, .article = ent_i_article_new(), .line = line};
    if (!gold.article || !ent_i_vec_push(list, gold)) {
        ent_article_free(gold.article);
        json_decref(object);
        return ent_i_no_memory(error, "evaluate");
    }
    ent_i_gold *added = &list->items[list->n - 1];
    if (!json_is_string(json_object_get(object, "text")) &&
        !json_is_string(json_object_get(object, "article")))
        return bad(error, path, line, "an object with a \"text\"");
    ent_status status = ENT_OK;
    /* Articles of single sentences are read by the scorer of those. */
    if (json_object_get(object, "text"))
        status = read_article(added->article, object, error);
    else
        read_sentence(added);
    return status ? status : add_labels(added, path, line, error);
}

/* ---- files ---- */

/* Names read as annotations become labels, which leaves the article
 * unannotated. */
static ent_status add_annotated(ent_i_gold_list *list, ent_article *article,
                                ent_error *error)
{
    static const char *const types[ENT_TYPE_COUNT] = {"PER", "ORG", "LOC",
                                                      "MISC"};
    if (!ent_i_vec_push(list, (ent_i_gold){.article = article})) {
        ent_article_free(article);
        return ent_i_no_memory(error, "evaluate");
    }
    ent_i_gold *added = &list->items[list->n - 1];
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (!ent_i_vec_push(
                &added->labels,
                (ent_i_gold_label){m->start, m->end, types[m->type], NULL}))
            return ent_i_no_memory(error, "evaluate");
    }
    article->mentions.n = 0;
    article->annotated = false;
    return ENT_OK;
}

/* Uses the reader that entente itself uses for such files. */
static ent_status load_conll(ent_i_gold_list *list, const char *path,
                             ent_error *error)
{
    ent_i_source *source = NULL;
    ent_article *article = NULL;
    ent_status status = ent_i_source_open(&source, &path, 1, "conll", error);
    do {
        if (!status)
            status = ent_i_source_next(source, &article, error);
        if (!status && article)
            status = add_annotated(list, article, error);
    } while (!status && article);
    ent_i_source_free(source);
    return status;
}

/* Line by line, so that an error can name its line. */
static ent_status add_lines(ent_i_gold_list *list, const ent_i_string *bytes,
                            const char *path, ent_error *error)
{
    const char *at = bytes->items, *end = at + bytes->n;
    ent_status status = ENT_OK;
    for (int64_t line = 1; at < end && !status; line++) {
        json_error_t problem;
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        /* A file may end with empty lines. */
        bool blank = strspn(at, " \t\r\n") >= (size_t)(stop - at);
        json_t *object =
            blank ? NULL
                  : ent_i_json_load(at, (size_t)(stop - at), 0, &problem);
        if (object)
            status = add_object(list, object, path, line, error);
        else if (!blank && ent_i_json_no_memory(&problem))
            status = ent_i_no_memory(error, "evaluate");
        else if (!blank)
            status = bad(error, path, line, "JSON Lines");
        at = stop + 1;
    }
    return status;
}

static ent_status load_lines(ent_i_gold_list *list, const char *path,
                             ent_error *error)
{
    ent_i_string bytes = {0};
    ent_status status = ent_i_file_read(&bytes, path, "evaluate", error);
    /* The search for blanks needs a NUL at the end. */
    if (!status && !ent_i_string_add(&bytes, "", 0))
        status = ent_i_no_memory(error, "evaluate");
    if (!status)
        status = add_lines(list, &bytes, path, error);
    ent_i_vec_free(&bytes);
    return status;
}

ent_status ent_i_gold_load(ent_i_gold_list *list, const char *path,
                           ent_error *error)
{
    /* Not decided by content: tokens and tags can look like any text. */
    static const char ending[] = ".conll";
    size_t size = strlen(path);
    bool conll = size >= sizeof ending - 1 &&
                 strcmp(path + size - (sizeof ending - 1), ending) == 0;
    return (conll ? load_conll : load_lines)(list, path, error);
}

const char *ent_i_gold_string(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* Articles taken by a scorer are NULL by now. */
void ent_i_gold_free(ent_i_gold_list *list)
{
    for (size_t i = 0; i < list->n; i++) {
        ent_article_free(list->items[i].article);
        json_decref(list->items[i].object);
        ent_i_vec_free(&list->items[i].labels);
    }
    ent_i_vec_free(list);
}
