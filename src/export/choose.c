/* Which exporter is meant, by name or by the ending of a file; and when there
 * is none, why. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "export/registry.h"

#define STAGE "export"

/* The modules that come with the program, and the names and endings that ask
 * for them, so that a message can name a missing module. */
static const struct {
    const char *file;
    const char *words;
} shipped[] = {{"graphviz.so", "dot gv svg png pdf"},
               {"html.so", "html htm"}};

/* ASCII only, whatever the locale. */
static bool same_word(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char c = a[i] >= 'A' && a[i] <= 'Z' ? (char)(a[i] + 32) : a[i];
        if (c != b[i])
            return false;
    }
    return true;
}

/* The length of a path without a final ".gz". */
static size_t plain_length(const char *path)
{
    size_t n = strlen(path);
    return ent_i_wants_gzip(path) ? n - 3 : n;
}

bool ent_i_wants_gzip(const char *path)
{
    const char *base = ent_i_base_name(path);
    size_t n = strlen(base);
    return n > 3 && same_word(base + n - 3, ".gz", 3);
}

/* Whether the first `size` bytes of the name end in a dot and the extension.
 * Case is ignored: everybody takes "NET.GEXF" for a GEXF file. */
static bool ends_in(const char *name, size_t size, const char *extension,
                    size_t n)
{
    return n && size > n && name[size - n - 1] == '.' &&
           same_word(name + size - n, extension, n);
}

/* Looks at the file's name only: a folder's name may contain a dot. */
size_t ent_i_extension_length(const char *extensions, const char *path)
{
    const char *base = ent_i_base_name(path);
    size_t size = plain_length(base), longest = 0;
    while (*extensions) {
        size_t n = strcspn(extensions, " ");
        if (n > longest && ends_in(base, size, extensions, n))
            longest = n;
        extensions += n + (extensions[n] == ' ');
    }
    return longest;
}

size_t ent_i_stem_length(const char *extensions, const char *path)
{
    size_t n = ent_i_extension_length(extensions, path);
    size_t size = plain_length(path);
    if (n)
        return size - n - 1;
    size_t base = (size_t)(ent_i_base_name(path) - path);
    for (size_t i = size; i > base; i--)
        if (path[i - 1] == '.')
            return i - 1;
    return size;
}

/* The ending of the path for messages, as far as it fits. */
static void copy_ending(const char *path, char *out, size_t room)
{
    size_t stem = ent_i_stem_length("", path), size = plain_length(path);
    size_t n = size > stem ? size - stem - 1 : 0;
    n = n < room - 1 ? n : room - 1;
    memcpy(out, path + size - n, n);
    out[n] = '\0';
}

/* The longest ending is meant: "who.neo4j.csv" is no plain table. Of equals the
 * first in the order of origin, as for names. */
static ent_i_offer *by_extension(const ent_exporters *x, const char *path)
{
    ent_i_offer *best = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < x->entries.n; i++) {
        ent_i_offer *offer = &x->entries.items[i];
        size_t n = offer->exporter
                       ? ent_i_extension_length(offer->info.extensions, path)
                       : 0;
        if (n > longest) {
            longest = n;
            best = offer;
        }
    }
    return best;
}

/* The entry of a module, wherever it was found; NULL if it was not. */
static const ent_i_offer *entry_of_file(const ent_exporters *x,
                                        const char *file)
{
    for (size_t i = 0; i < x->entries.n; i++)
        if (strcmp(ent_i_base_name(x->entries.items[i].info.path), file) == 0)
            return &x->entries.items[i];
    return NULL;
}

/* Says why the module with an exporter for the word is missing: left out,
 * failed to load, or not found. */
static ent_status module_missing(const ent_exporters *x, const char *file,
                                 const ent_i_offer *failed, const char *word,
                                 ent_error *error)
{
    char folders[400] = "";
    size_t used = 0;
    if (failed)
        return ent_i_fail(
            error, ENT_ERR_NOT_FOUND, STAGE,
            "the exporter for '%s' is in %s, which can't be used: "
            "%s",
            word, failed->info.path, failed->info.failure);
    for (size_t i = 0; i < x->folders.n && used < sizeof folders; i++)
        used += (size_t)snprintf(folders + used, sizeof folders - used, "%s%s",
                                 i ? ", " : "", x->folders.items[i].path);
    return ent_i_fail(error, ENT_ERR_NOT_FOUND, STAGE,
                      "the exporter for '%s' is in %s, which %s%s", word, file,
                      used ? "is in none of the folders "
                           : "is left out, like all plug-ins",
                      folders);
}

/* Our module that has an exporter for the word, or NULL. */
static const char *module_of(const char *word)
{
    char name[64];
    snprintf(name, sizeof name, ".%s", word);
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        if (ent_i_extension_length(shipped[i].words, name))
            return shipped[i].file;
    return NULL;
}

/* Listing the names makes the message an answer. A list that is too long is cut
 * between two names. */
static ent_status nothing_fits(const ent_exporters *x, const char *name,
                               const char *path, ent_error *error)
{
    char names[256] = "";
    size_t used = 0;
    char ending[64] = "";
    const char *word = name ? name : ending;
    if (path)
        copy_ending(path, ending, sizeof ending);
    const char *module = module_of(word);
    const ent_i_offer *found = module ? entry_of_file(x, module) : NULL;
    if (module && !(found && found->exporter))
        return module_missing(x, module, found, word, error);
    for (size_t i = 0; i < x->entries.n; i++) {
        if (!x->entries.items[i].exporter)
            continue;
        int n = snprintf(names + used, sizeof names - used, "%s%s",
                         used ? ", " : "", x->entries.items[i].info.name);
        if (n < 0 || (size_t)n >= sizeof names - used)
            break;
        used += (size_t)n;
    }
    if (name)
        return ent_i_fail(error, ENT_ERR_NOT_FOUND, STAGE,
                          "there is no exporter '%s'; the exporters are: %s",
                          name, names);
    return ent_i_fail(
        error, ENT_ERR_NOT_FOUND, STAGE,
        "no exporter has the extension of '%s'; the exporters are: %s",
        path ? path : "", names);
}

/* A name takes precedence over the path: "--format" is given on purpose. */
ent_status ent_i_exporter_choose(const ent_exporters *x, const char *name,
                                 const char *path, ent_i_offer **out,
                                 ent_error *error)
{
    *out = name   ? ent_i_offer_named(x, name)
           : path ? by_extension(x, path)
                  : NULL;
    return *out ? ENT_OK : nothing_fits(x, name, path, error);
}

/* Checks the options as well, so that a program can call this before hours of
 * reading. */
ent_status ent_exporters_find(const ent_exporters *x, const char *name,
                              const char *path, const char *const *options,
                              const ent_exporter_info **out, ent_error *error)
{
    ent_i_offer *found;
    ent_status status = ent_i_exporter_choose(x, name, path, &found, error);
    if (status != ENT_OK)
        return status;
    ent_i_arena arena = {0};
    const char *const *values;
    status = ent_i_option_values(found->exporter, options, path, &arena,
                                 &values, error);
    ent_i_arena_free(&arena);
    if (status == ENT_OK && out)
        *out = &found->info;
    return status;
}
