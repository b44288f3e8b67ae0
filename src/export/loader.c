#include <dlfcn.h>
#include <string.h>
#include <sys/stat.h>

#include "core/error.h"
#include "export/export.h"

#define STAGE "export"

/* In ABI 1.0 a descriptor ended with `write`; the rest came later. */
#define SIZE_NEEDED (offsetof(ent_exporter, next))

/* In ABI 1.0 an option ended with `choices`. */
#define OPTION_SIZE_NEEDED (offsetof(ent_exporter_option, least))

/* A chain longer than this is a loop. */
enum { CHAIN_MAX = 64 };

const ent_exporter *ent_i_exporter_next(const ent_exporter *exporter)
{
    return exporter->struct_size >= sizeof *exporter ? exporter->next : NULL;
}

/* Names are typed in shells and shown in lists, so they contain nothing that
 * needs quoting. */
static bool good_name(const char *name)
{
    return name && *name &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Bounds must be numbers, and only numbers have them. */
static bool good_range(const ent_exporter_option *o)
{
    ent_exporter_option bare = {.type = o->type};
    bool number = o->type == ENT_INTEGER || o->type == ENT_REAL;
    return (!o->least || (number && ent_i_option_fits(&bare, o->least))) &&
           (!o->most || (number && ent_i_option_fits(&bare, o->most)));
}

/* A default that does not suit its own type is found here, when the plug-in is
 * loaded, rather than by the first user who leaves the option out. */
static ent_status check_options(const ent_exporter *e, ent_error *error)
{
    if (e->option_count == 0)
        return ENT_OK;
    if (!e->options || e->option_size < OPTION_SIZE_NEEDED)
        return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE,
                          "expected the options of exporter '%s' to have "
                          "an option_size of at least %zu, found %u",
                          e->name, OPTION_SIZE_NEEDED, e->option_size);
    for (uint32_t i = 0; i < e->option_count; i++) {
        ent_exporter_option o = ent_i_option_at(e, i);
        if (!good_name(o.name) || !o.default_value || !good_range(&o) ||
            !ent_i_option_fits(&o, o.default_value))
            return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE,
                              "option %u of exporter '%s' needs a name of "
                              "a-z, 0-9 and '-', and a default of its type "
                              "and range",
                              i, e->name);
    }
    return ENT_OK;
}

/* The order matters: until version and size are known to fit, no other field
 * may be read. */
ent_status ent_i_exporter_check(const ent_exporter *e, ent_error *error)
{
    uint32_t theirs = ENT_EXPORTER_ABI_MAJOR(e->abi_version);
    uint32_t ours = ENT_EXPORTER_ABI_MAJOR(ENT_EXPORTER_ABI);
    if (theirs != ours)
        return ent_i_fail(error, ENT_ERR_ABI, STAGE,
                          "made for exporter ABI %u, this program has ABI %u",
                          theirs, ours);
    if (e->struct_size < SIZE_NEEDED)
        return ent_i_fail(error, ENT_ERR_ABI, STAGE,
                          "expected a descriptor of at least %zu bytes, "
                          "found struct_size %u",
                          SIZE_NEEDED, e->struct_size);
    if (!good_name(e->name))
        return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE,
                          "expected a name of a-z, 0-9 and '-', found '%s'",
                          e->name ? e->name : "");
    if (!e->write)
        return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE,
                          "exporter '%s' has no write function", e->name);
    return check_options(e, error);
}

/* Checks all before any is used: a module is accepted whole or not at all. */
static ent_status check_chain(const ent_exporter *first, ent_error *error)
{
    int n = 0;
    for (const ent_exporter *e = first; e; e = ent_i_exporter_next(e)) {
        ent_status status = ent_i_exporter_check(e, error);
        if (status != ENT_OK)
            return status;
        /* Counted, because a circular chain would hang the program. */
        if (++n > CHAIN_MAX)
            return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE,
                              "expected at most %d exporters in one plug-in",
                              CHAIN_MAX);
    }
    return ENT_OK;
}

/* dlopen would look for a bare name in the system's folders. RTLD_NOW: a
 * missing symbol is noticed now rather than in the middle of a file.
 * RTLD_LOCAL: two plug-ins may use the same names. Never closed: libraries such
 * as Graphviz leave handlers behind. */
static void *open_module(const char *path)
{
    if (strchr(path, '/'))
        return dlopen(path, RTLD_NOW | RTLD_LOCAL);
    ent_i_string here = {0};
    void *module = NULL;
    if (ent_i_string_adds(&here, "./") && ent_i_string_adds(&here, path))
        module = dlopen(here.items, RTLD_NOW | RTLD_LOCAL);
    ent_i_vec_free(&here);
    return module;
}

static ent_status enter(void *module, const ent_exporter **out,
                        ent_error *error)
{
    void *symbol = dlsym(module, ENT_EXPORTER_ENTRY);
    ent_exporter_entry_fn entry;
    if (!symbol)
        return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE,
                          "is not an exporter: it has no symbol "
                          "'" ENT_EXPORTER_ENTRY "'");
    /* ISO C has no conversion from an object pointer to a function pointer. */
    memcpy(&entry, &symbol, sizeof entry);
    const ent_exporter *first = entry(ENT_EXPORTER_ABI);
    if (!first)
        return ent_i_fail(error, ENT_ERR_ABI, STAGE,
                          "does not support exporter ABI %u of this program",
                          ENT_EXPORTER_ABI_MAJOR(ENT_EXPORTER_ABI));
    ent_status status = check_chain(first, error);
    if (status == ENT_OK)
        *out = first;
    return status;
}

/* Read by handlers of signals, in the thread that a crash interrupts. */
static _Thread_local const char *volatile loading;

const char *ent_exporters_loading(void) { return loading; }

static ent_status open_and_enter(const char *path, const ent_exporter **out,
                                 ent_error *error)
{
    void *module = open_module(path);
    if (module)
        return enter(module, out, error);
    const char *why = dlerror();
    return ent_i_fail(error, ENT_ERR_PLUGIN, STAGE, "can't be loaded: %s",
                      why ? why : "no memory");
}

/* For a missing file or a folder dlopen talks about ELF headers; the commonest
 * mistakes get messages of our own. */
ent_status ent_i_plugin_load(const char *path, const ent_exporter **out,
                             ent_error *error)
{
    struct stat info;
    ent_status status;
    if (stat(path, &info) != 0)
        status = ent_i_fail(error, ENT_ERR_NOT_FOUND, STAGE,
                            "there is no such plug-in");
    else if (!S_ISREG(info.st_mode))
        status = ent_i_fail(
            error, ENT_ERR_IO, STAGE, "expected a plug-in file, found %s",
            S_ISDIR(info.st_mode) ? "a folder" : "something else");
    else {
        loading = path;
        status = open_and_enter(path, out, error);
        loading = NULL;
    }
    return status == ENT_OK ? ENT_OK
                            : ent_i_fail_at(error, status, path, 0, -1);
}
