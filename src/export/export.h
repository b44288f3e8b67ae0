/* The parts of exporting: loading a plug-in, reading its options, showing it
 * the network. Uses only types of the public headers. */
#ifndef ENTENTE_EXPORT_EXPORT_H
#define ENTENTE_EXPORT_EXPORT_H

#include "core/map.h"
#include "core/memory.h"
#include "core/vec.h"
#include "entente/layout.h"
#include "entente/output.h"
#include "entente/slices.h"

/* ---- loader.c ---- */

/* Loads a plug-in and checks all its descriptors. out receives the first. The
 * code stays loaded for good, because unloading a module that uses Graphviz
 * leaks and leaves its handlers dangling. */
ent_status ent_i_plugin_load(const char *path, const ent_exporter **out,
                             ent_error *error);
/* Checks one descriptor without reading past its own size. */
ent_status ent_i_exporter_check(const ent_exporter *exporter, ent_error *error);
/* The next exporter of the same plug-in, or NULL. */
const ent_exporter *ent_i_exporter_next(const ent_exporter *exporter);

/* ---- search.c ---- */

/* A folder to look for plug-ins in. */
typedef struct ent_i_folder {
    const char *path;
    bool asked_for; /* by the user: it should exist */
} ent_i_folder;
typedef ENT_I_VEC(ent_i_folder) ent_i_folders;

/* Appends the folders of search_path ("A:B", or NULL), then our own, each once
 * and in order of precedence. The paths live in the arena. */
ent_status ent_i_search_folders(const char *search_path, ent_i_arena *arena,
                                ent_i_folders *out, ent_error *error);

/* ---- choose.c ---- */

/* Whether the path ends in ".gz", which asks for compression. What comes before
 * names the format. */
bool ent_i_wants_gzip(const char *path);
/* The length of the longest of the extensions ("csv neo4j.csv") in which the
 * path ends after a dot; 0: none. */
size_t ent_i_extension_length(const char *extensions, const char *path);
/* The length of the path without that, or if there is none, without what
 * follows the last dot of the file's name. */
size_t ent_i_stem_length(const char *extensions, const char *path);

/* ---- options.c ---- */

/* Option i of an exporter as this version knows it: members that an older
 * plug-in lacks are 0. */
ent_exporter_option ent_i_option_at(const ent_exporter *exporter, uint32_t i);
/* The value of every option, in the descriptor's order: as given, else as
 * suggested by the path ("part"), else the default. The values live in the
 * arena, the options or the descriptor. ENT_ERR_ARGUMENT for anything the
 * exporter does not take. */
ent_status ent_i_option_values(const ent_exporter *exporter,
                               const char *const *options, const char *path,
                               ent_i_arena *arena, const char *const **out,
                               ent_error *error);
/* Whether the text suits the option's type, and is among its choices or within
 * its range. */
bool ent_i_option_fits(const ent_exporter_option *option, const char *text);

/* ---- attributes.c ---- */

typedef struct ent_i_attribute ent_i_attribute;

/* Reads one attribute of item; results as ent_host.value. Strings that are not
 * the network's own go into the view's arena. */
typedef int ent_i_read_value(ent_view *view, const ent_i_attribute *self,
                             size_t item, ent_value *out);

/* What is shown to exporters stands beside how it is read, so that neither can
 * be added without the other. */
struct ent_i_attribute {
    ent_attribute shown;
    ent_i_read_value *read;
    size_t which; /* of the library's table of measures or weights */
};

/* Fills the view's scopes. False when memory is out. */
bool ent_i_view_collect(ent_view *view);

/* The day as "YYYY-MM-DD", in the view's arena; NULL when memory is out. */
const char *ent_i_date_text(ent_view *view, ent_date date);

/* ---- slices.c ---- */

/* An attribute within a slice, as ent_host.slice_value gives it. */
int ent_i_slice_value(const ent_network *network, size_t slice, ent_scope scope,
                      size_t item, const char *attribute, ent_value *out);

/* ---- view.c ---- */

/* What an exporter sees of a network while it writes. Start from {0} and set
 * the first five members. */
struct ent_view {
    const ent_network *network;
    const ent_exporter *exporter;
    const char *const *option_values;
    ent_export_events events;
    bool no_memory;
    char message[400];  /* from set_error */
    ent_i_arena arena;  /* strings that live until write returns */
    ent_i_keymap dates; /* date -> index in date_texts */
    ENT_I_VEC(ent_i_attribute) scopes[3]; /* by ent_scope */
    ENT_I_VEC(const char *) date_texts;
    ENT_I_VEC(const char *) options;  /* "name=value" */
    ENT_I_VEC(const char *) degrees;  /* "degree=nodes" */
    ENT_I_VEC(const char *) warnings; /* what readers of the file should know */
    ent_i_string sentence;            /* of the current proof */
    ent_proof proof;
    char proof_dates[2][16];
    ent_place *places;          /* by node, made for this file; or NULL */
    ENT_I_VEC(uint32_t) copies; /* of the proof: the other articles */
    ENT_I_VEC(const char *) copy_names; /* and their ids */
};

/* Prepares the parts of a view that may fail; free the view in either case. */
ent_status ent_i_view_prepare(ent_view *view, ent_error *error);
void ent_i_view_free(ent_view *view);
/* The one host table. */
const ent_host *ent_i_host(void);

#endif
