#include "source/source.h"
struct ent_i_source { int unused; };
ent_status ent_i_source_open(ent_i_source **out, const char *const *inputs, size_t count, const char *format, ent_error *error)
{ (void)inputs; (void)count; (void)format; (void)error; *out = ent_i_calloc(1, sizeof **out); return ENT_OK; }
ent_status ent_i_source_next(ent_i_source *source, ent_article **out, ent_error *error)
{ (void)source; (void)error; *out = NULL; return ENT_OK; }
void ent_i_source_progress(const ent_i_source *source, uint64_t *done, uint64_t *total)
{ (void)source; *done = *total = 0; }
void ent_i_source_free(ent_i_source *source) { ent_i_free(source); }
