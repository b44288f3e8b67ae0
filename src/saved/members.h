/* The JSON of a network, and its members, for those who read it. */
#ifndef ENTENTE_SAVED_MEMBERS_H
#define ENTENTE_SAVED_MEMBERS_H

#include "core/error.h"
#include "core/json.h"
#include "entente/article.h"

/* Reads a file as JSON; the caller drops its reference. */
ent_status ent_i_saved_load(json_t **out, const char *path, ent_error *error);
/* Says that a file is no network that entente wrote, and what was expected. */
ent_status ent_i_saved_refuse(ent_error *error, const char *path,
                              const char *expected);

/* The text of a member; NULL when there is none. */
const char *ent_i_member_text(const json_t *object, const char *name);
/* A whole number that a count can be; false otherwise. */
bool ent_i_member_count(const json_t *object, const char *name, uint32_t *out);
/* The same, `usual` where the member is left out. */
bool ent_i_member_usual(const json_t *object, const char *name, uint32_t usual,
                        uint32_t *out);
/* A day; ENT_NO_DATE where it is left out, since unknown days are. */
bool ent_i_member_date(const json_t *object, const char *name, ent_date *out);

#endif
