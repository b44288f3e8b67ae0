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

/* Case is ignored: everybody takes "NET.GEXF" for a GEXF file. */
static bool has_extension(const char *extensions, const char *wanted)
{
    while (*extensions) {
        size_t n = strcspn(extensions, " ");
        if (n && n == strlen(wanted) && same_word(wanted, extensions, n))
            return true;
        extensions += n + (extensions[n] == ' ');
    }
    return false;
}

/* Looks at the file's name only: a folder's name may contain a dot. */
static const char *extension_of(const char *path)
{
    const char *dot = strrchr(ent_i_base_name(path), '.');
    return dot ? dot + 1 : "";
}

/* The first in the order of origin, as for names. */
static ent_i_offer *by_extension(const ent_exporters *x, const char *path)
{
    const char *extension = extension_of(path);
    for (size_t i = 0; i < x->entries.n; i++)
        if (x->entries.items[i].exporter &&
            has_extension(x->entries.items[i].info.extensions, extension))
            return &x->entries.items[i];
    return NULL;
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
    for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++)
        if (has_extension(shipped[i].words, word))
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
    const char *word = name ? name : path ? extension_of(path) : "";
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
