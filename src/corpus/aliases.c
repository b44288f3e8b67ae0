/* Reads the alias file. Reading is strict and each error names the line: a slip
 * in a file edited by hand must not pass for a decision. */
#include "corpus/aliases.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "core/json.h"
#include "core/map.h"
#include "corpus/corpus.h"
#include "corpus/places.h"
#include "names/fold.h"

/* Far beyond any handmade list: the path of a corpus given by mistake is
 * reported at once instead of filling memory. */
enum { FILE_MAX = 1 << 30 };

void ent_i_aliases_free(ent_i_aliases *aliases)
{
    ent_i_vec_free(&aliases->entries);
    ent_i_vec_free(&aliases->names);
    ent_i_vec_free(&aliases->pairs);
    ent_i_arena_free(&aliases->arena);
}

/* ---- the file ---- */

/* Read in blocks rather than by size, so that pipes work. The empty string ends
 * even an empty file with NUL. */
static ent_status read_stream(FILE *file, const char *path, ent_i_string *text,
                              ent_error *error)
{
    char block[65536];
    size_t n;
    while ((n = fread(block, 1, sizeof block, file)) > 0) {
        if (text->n + n > FILE_MAX)
            return ent_i_fail(error, ENT_ERR_LIMIT, "resolve",
                              "expected a list of at most 1 GB");
        if (!ent_i_string_add(text, block, n))
            return ent_i_no_memory(error, "resolve");
    }
    if (ferror(file))
        return ent_i_fail(error, ENT_ERR_IO, "resolve", "cannot read %s: %s",
                          path, strerror(errno));
    return ent_i_string_add(text, "", 0) ? ENT_OK
                                         : ent_i_no_memory(error, "resolve");
}

ent_status ent_i_read_list(const char *path, char **bytes, size_t *size,
                           ent_error *error)
{
    ent_i_string text = {0};
    FILE *file = fopen(path, "rb");
    if (!file) {
        ent_status status = errno == ENOENT ? ENT_ERR_NOT_FOUND : ENT_ERR_IO;
        return ent_i_fail(error, status, "resolve", "cannot open %s: %s", path,
                          strerror(errno));
    }
    ent_status status = read_stream(file, path, &text, error);
    fclose(file);
    if (status) {
        ent_i_vec_free(&text);
        return ent_i_fail_at(error, status, path, 0, -1);
    }
    *bytes = text.items;
    *size = text.n;
    return ENT_OK;
}

/* ---- places ---- */

typedef struct reading {
    ent_i_aliases *aliases;
    const char *path;
    const char *bytes;
    size_t size;
    json_t *root; /* once it is known to be JSON */
    ent_error *error;
} reading;

/* Lines count from 1, as in editors. */
static ent_status bad_format(const reading *r, size_t byte, const char *what)
{
    int64_t line = 1;
    for (size_t i = 0; i < byte && i < r->size; i++)
        line += r->bytes[i] == '\n';
    ent_i_fail(r->error, ENT_ERR_FORMAT, "resolve", "%s", what);
    return ent_i_fail_at(r->error, ENT_ERR_FORMAT, r->path, line,
                         (int64_t)byte);
}

/* The position of a member in its object; jansson keeps the order of the
 * text. */
static size_t member_index(json_t *object, const char *key)
{
    size_t index = 0;
    const char *name;
    const json_t *value;
    json_object_foreach(object, name, value)
    {
        if (strcmp(name, key) == 0)
            break;
        index++;
    }
    return index;
}

/* Where a root member's value begins; with key NULL, the whole value. Positions
 * are looked up only after an error, so good files cost nothing. */
static size_t place_of_list(const reading *r, const char *key)
{
    size_t root = ent_i_place_of_root(r->bytes);
    if (!key)
        return root;
    return ent_i_place_of_value(
        r->bytes,
        ent_i_place_of_child(r->bytes, root, member_index(r->root, key)));
}

static size_t place_of_element(const reading *r, const char *key, size_t index)
{
    return ent_i_place_of_child(r->bytes, place_of_list(r, key), index);
}

/* ---- keys ---- */

static const char *const root_keys[] = {"actors", "not_the_same", NULL};
static const char *const entry_keys[] = {"name",    "type",       "types",
                                         "aliases", "rename",     "drop",
                                         "perhaps", "as_written", NULL};

/* The first key of the object that is not among the known ones, or NULL. */
static const char *unknown_key(json_t *object, const char *const *known)
{
    const char *key;
    const json_t *value;
    json_object_foreach(object, key, value)
    {
        size_t i = 0;
        while (known[i] && strcmp(key, known[i]) != 0)
            i++;
        if (!known[i])
            return key;
    }
    return NULL;
}

/* The program does not know the key, but the user meant something by it. So it
 * is refused rather than ignored, and the message lists the keys that exist. */
static ent_status bad_key(const reading *r, json_t *object, size_t at,
                          const char *key, const char *const *known)
{
    char what[400], shown[64];
    ent_i_single_blanks(key, strlen(key), shown, sizeof shown);
    size_t n = (size_t)snprintf(what, sizeof what,
                                "unknown key \"%s\"; the keys here are", shown);
    for (size_t i = 0; known[i] && n < sizeof what; i++)
        n += (size_t)snprintf(what + n, sizeof what - n, "%s \"%s\"",
                              i ? "," : "", known[i]);
    size_t place =
        ent_i_place_of_child(r->bytes, at, member_index(object, key));
    return bad_format(r, place, what);
}

/* ---- entries ---- */

/* A seal on what the program wrote: an entry that still matches its seal is not
 * a decision by the user, and newer articles may overrule it. It guards against
 * slips, not forgery. */
static uint64_t seal_entry(const char *name, ent_type type, unsigned types)
{
    return ent_i_hash(name, strlen(name)) * 31 +
           ((uint64_t)types << ENT_TYPE_COUNT | (uint64_t)type);
}

static uint64_t seal_alias(uint64_t seal, const char *alias)
{
    return seal * 31 + ent_i_hash(alias, strlen(alias));
}

static void write_seal(uint64_t seal, char *out)
{
    snprintf(out, 17, "%016" PRIx64, seal);
}

void ent_i_alias_seal(const char *name, ent_type type, unsigned types,
                      const char *const *aliases, size_t count, char *out)
{
    uint64_t seal = seal_entry(name, type, types);
    for (size_t i = 0; i < count; i++)
        seal = seal_alias(seal, aliases[i]);
    write_seal(seal, out);
}

typedef struct entry_fields {
    const char *name;
    const char *rename;
    const char *seal;
    const json_t *aliases;
    unsigned types; /* 1u << ent_type for each type of mention */
    ent_type type;
    bool drop;
    bool open; /* the program was undecided about its reading */
} entry_fields;

/* Returns NULL or what is wrong. One actor may be marked as several types,
 * since recognisers waver between organisation and place: "types" lists them
 * all, "type" is what the actor is. */
static const char *take_types(const json_t *object, entry_fields *f)
{
    const json_t *type = json_object_get(object, "type");
    const json_t *types = json_object_get(object, "types");
    f->type = ENT_PERSON;
    if (type && !(json_is_string(type) &&
                  ent_type_parse(json_string_value(type), &f->type)))
        return "expected \"type\" to be person, org, place or misc";
    f->types = 1u << f->type;
    if (types && !json_is_array(types))
        return "expected \"types\" to be an array of types";
    for (size_t i = 0; i < json_array_size(types); i++) {
        const char *word = json_string_value(json_array_get(types, i));
        ent_type one;
        if (!word || !ent_type_parse(word, &one))
            return "expected \"types\" to be among person, org, place, misc";
        f->types = (i ? f->types : 0) | 1u << one;
    }
    return NULL;
}

/* Blanks and invisible characters alone make no name. */
static bool is_name(const json_t *value)
{
    const char *text = json_string_value(value);
    int32_t i = 0, n = (int32_t)json_string_length(value);
    while (text && i < n) {
        UChar32 c;
        U8_NEXT(text, i, n, c);
        if (!(u_isUWhiteSpace(c) || u_charType(c) == U_FORMAT_CHAR ||
              u_charType(c) == U_CONTROL_CHAR))
            return true;
    }
    return false;
}

static const char *take_fields(const json_t *object, entry_fields *f)
{
    if (!json_is_object(object))
        return "expected an object with \"name\"";
    const json_t *rename = json_object_get(object, "rename");
    f->name = json_string_value(json_object_get(object, "name"));
    if (!is_name(json_object_get(object, "name")))
        return "expected \"name\" to be a non-blank string";
    if (rename && !is_name(rename))
        return "expected \"rename\" to be a non-blank string";
    f->rename = json_string_value(rename);
    f->seal = json_string_value(json_object_get(object, "as_written"));
    const json_t *drop = json_object_get(object, "drop");
    if (drop && !json_is_boolean(drop))
        return "expected \"drop\" to be true or false";
    f->drop = json_is_true(drop);
    f->open = json_object_get(object, "perhaps") != NULL;
    f->aliases = json_object_get(object, "aliases");
    if (f->aliases && !json_is_array(f->aliases))
        return "expected \"aliases\" to be an array of strings";
    for (size_t i = 0; i < json_array_size(f->aliases); i++)
        if (!is_name(json_array_get(f->aliases, i)))
            return "expected \"aliases\" to be non-blank strings";
    return take_types(object, f);
}

static bool is_sealed(const entry_fields *f, uint64_t seal)
{
    char text[17];
    write_seal(seal, text);
    return f->seal && strcmp(f->seal, text) == 0;
}

/* Whether the user changed the entry since the program wrote it, and from which
 * alias on they are the user's: those behind the ones that the program wrote.
 */
static bool is_edited(const entry_fields *f, size_t *chosen)
{
    size_t n = json_array_size(f->aliases);
    uint64_t seal = seal_entry(f->name, f->type, f->types);
    bool sealed = is_sealed(f, seal);
    size_t written = sealed ? 0 : n;
    for (size_t i = 0; i < n; i++) {
        const char *alias = json_string_value(json_array_get(f->aliases, i));
        seal = seal_alias(seal, alias);
        if (is_sealed(f, seal)) {
            sealed = true;
            written = i + 1;
        }
    }
    *chosen = written;
    return !sealed || written < n || f->rename || f->drop;
}

/* Adds the name under each type it may be marked as. With entry ENT_NONE the
 * name is known but belongs to nobody for certain. */
static bool add_name(ent_i_aliases *a, const char *text, unsigned types,
                     uint32_t entry, bool chosen)
{
    const char *copy = ent_i_arena_strdup(&a->arena, text);
    for (uint8_t type = 0; copy && type < ENT_TYPE_COUNT; type++)
        if (types & 1u << type &&
            !ent_i_vec_push(&a->names, (ent_i_alias_name){copy, entry, ENT_NONE,
                                                          type, chosen}))
            return false;
    return copy != NULL;
}

/* An entry marked "perhaps" by the program and unchanged by the user leaves the
 * name open, so it is no entry at all. */
static bool add_entry(ent_i_aliases *a, const entry_fields *f)
{
    ent_i_alias_entry entry = {.type = (uint8_t)f->type, .drop = f->drop};
    entry.name = ent_i_arena_strdup(&a->arena, f->name);
    uint32_t index = (uint32_t)a->entries.n;
    size_t chosen;
    entry.label =
        f->rename ? ent_i_arena_strdup(&a->arena, f->rename) : entry.name;
    if (!entry.name || !entry.label)
        return false;
    entry.edited = is_edited(f, &chosen);
    if (f->open && !entry.edited)
        index = ENT_NONE;
    else if (!ent_i_vec_push(&a->entries, entry))
        return false;
    bool ok = add_name(a, f->name, f->types, index, false);
    for (size_t i = 0; ok && i < json_array_size(f->aliases); i++)
        ok = add_name(a, json_string_value(json_array_get(f->aliases, i)),
                      f->types, index, i >= chosen);
    return ok;
}

static ent_status take_entry(const reading *r, json_t *object, const char *key,
                             size_t index)
{
    entry_fields fields = {0};
    const char *odd = unknown_key(object, entry_keys);
    if (odd)
        return bad_key(r, object, place_of_element(r, key, index), odd,
                       entry_keys);
    const char *wrong = take_fields(object, &fields);
    if (wrong)
        return bad_format(r, place_of_element(r, key, index), wrong);
    return add_entry(r->aliases, &fields)
               ? ENT_OK
               : ent_i_no_memory(r->error, "resolve");
}

/* Stops at the first wrong entry: a half-applied file would be worse than
 * none. */
static ent_status take_entries(const reading *r, const json_t *list,
                               const char *key)
{
    ent_status status = ENT_OK;
    if (!json_is_array(list))
        return bad_format(r, place_of_list(r, key),
                          "expected \"actors\" to be an array");
    for (size_t i = 0; i < json_array_size(list) && !status; i++)
        status = take_entry(r, json_array_get(list, i), key, i);
    return status;
}

/* These names may be of any type and need no entries. */
static ent_status take_pairs(const reading *r, const json_t *list)
{
    static const char key[] = "not_the_same";
    ent_i_aliases *a = r->aliases;
    if (list && !json_is_array(list))
        return bad_format(r, place_of_list(r, key),
                          "expected \"not_the_same\" to be an array");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *pair = json_array_get(list, i);
        const json_t *x = json_array_get(pair, 0), *y = json_array_get(pair, 1);
        if (!is_name(x) || !is_name(y) || json_array_size(pair) != 2)
            return bad_format(r, place_of_element(r, key, i),
                              "expected two names that are not the same");
        ent_i_alias_pair item = {
            .a = ent_i_arena_strdup(&a->arena, json_string_value(x)),
            .b = ent_i_arena_strdup(&a->arena, json_string_value(y))};
        if (!item.a || !item.b || !ent_i_vec_push(&a->pairs, item))
            return ent_i_no_memory(r->error, "resolve");
    }
    return ENT_OK;
}

/* An empty object is refused, since it is probably the wrong file. */
static ent_status take_object(const reading *r)
{
    const json_t *actors = json_object_get(r->root, "actors");
    const json_t *pairs = json_object_get(r->root, "not_the_same");
    size_t at = ent_i_place_of_root(r->bytes);
    const char *odd = unknown_key(r->root, root_keys);
    ent_status status = ENT_OK;
    if (odd)
        return bad_key(r, r->root, at, odd, root_keys);
    if (!actors && !pairs)
        return bad_format(r, at,
                          "expected \"actors\" or \"not_the_same\", found an "
                          "empty object");
    if (actors)
        status = take_entries(r, actors, "actors");
    return status ? status : take_pairs(r, pairs);
}

/* A bare array of entries is accepted too, because scripts write it most
 * easily. Duplicate keys are refused: jansson would silently keep one. */
static ent_status take_file(reading *r)
{
    json_error_t wrong;
    ent_status status;
    json_t *root =
        ent_i_json_load(r->bytes, r->size, JSON_REJECT_DUPLICATES, &wrong);
    r->root = root;
    if (!root && ent_i_json_no_memory(&wrong))
        return ent_i_no_memory(r->error, "resolve");
    if (!root) {
        size_t byte = wrong.position > 0 ? (size_t)wrong.position : 0;
        return bad_format(r, byte < r->size ? byte : r->size, wrong.text);
    }
    if (json_is_array(root))
        status = take_entries(r, root, NULL);
    else if (json_is_object(root))
        status = take_object(r);
    else
        status = bad_format(
            r, 0, "expected an object with \"actors\", or an array of them");
    json_decref(root);
    return status;
}

ent_status ent_i_aliases_read(ent_i_aliases *aliases, const char *path,
                              ent_error *error)
{
    char *bytes;
    reading r = {.aliases = aliases, .path = path, .error = error};
    ent_status status = ent_i_read_list(path, &bytes, &r.size, error);
    if (status)
        return status;
    r.bytes = bytes;
    status = take_file(&r);
    ent_i_free(bytes);
    return status;
}

/* The entry of this name or label, which the answer edits; made if there is
 * none. */
static bool entry_for(ent_i_aliases *a, const ent_i_verdict *answer,
                      uint32_t *out)
{
    for (*out = 0; *out < a->entries.n; ++*out) {
        const ent_i_alias_entry *entry = &a->entries.items[*out];
        if (entry->type == answer->type &&
            (strcmp(entry->name, answer->whom) == 0 ||
             strcmp(entry->label, answer->whom) == 0)) {
            a->entries.items[*out].edited = true;
            return true;
        }
    }
    const entry_fields fields = {.name = answer->whom,
                                 .type = (ent_type)answer->type,
                                 .types = 1u << answer->type};
    return add_entry(a, &fields);
}

bool ent_i_aliases_answer(ent_i_aliases *a, const ent_i_verdict *answer)
{
    uint32_t entry;
    if (answer->same)
        return entry_for(a, answer, &entry) &&
               add_name(a, answer->name, 1u << answer->type, entry, true);
    ent_i_alias_pair pair = {.a = ent_i_arena_strdup(&a->arena, answer->name),
                             .b = ent_i_arena_strdup(&a->arena, answer->whom)};
    return pair.a && pair.b && ent_i_vec_push(&a->pairs, pair);
}
