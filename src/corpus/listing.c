#include "corpus/listing.h"

#include <string.h>

#include "names/fold.h"

enum { SHOWN = 5, NAME_ROOM = 64 };

/* `other` is NULL or the second name of a pair. Each name appears only once. */
void ent_i_listing_add(ent_i_listing *list, const char *name, const char *other)
{
    const char *before = list->n ? ", " : "";
    char a[NAME_ROOM], b[NAME_ROOM];
    uint32_t *known =
        other ? NULL : ent_i_strmap_put(&list->names, name, strlen(name), 0);
    list->ok = list->ok && (other || known);
    if (known && ++*known > 1)
        return;
    ent_i_single_blanks(name, strlen(name), a, sizeof a);
    if (other)
        ent_i_single_blanks(other, strlen(other), b, sizeof b);
    if (list->ok && list->n == SHOWN)
        list->ok = ent_i_string_adds(&list->text, ", ...");
    else if (list->ok && list->n < SHOWN)
        list->ok = other
                       ? ent_i_string_addf(&list->text, "%s\"%s\" and \"%s\"",
                                           before, a, b)
                       : ent_i_string_addf(&list->text, "%s\"%s\"", before, a);
    list->n++;
}

/* Adds a warning "FILE: 3 WHAT: NAMES", where WHAT is `one` or `several`. */
bool ent_i_listing_warn(ent_corpus *corpus, const char *path,
                        ent_i_listing *list, const char *one,
                        const char *several)
{
    ent_i_string line = {0};
    bool ok = list->ok;
    if (ok && list->n) {
        ok = ent_i_string_addf(&line, "%s: %zu %s: %s", path, list->n,
                               list->n == 1 ? one : several, list->text.items);
        const char *kept =
            ok ? ent_i_arena_strdup(&corpus->arena, line.items) : NULL;
        ok = kept && ent_i_vec_push(&corpus->warnings, kept);
    }
    ent_i_vec_free(&line);
    ent_i_vec_free(&list->text);
    ent_i_strmap_free(&list->names);
    return ok;
}
