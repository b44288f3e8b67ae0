/* Alias files of tests. */
#ifndef ENTENTE_TESTS_ALIAS_FILE_H
#define ENTENTE_TESTS_ALIAS_FILE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/vec.h"
#include "unit/marked_corpus.h"

static char alias_path[64];

static inline const char *file_with(const char *text)
{
    strcpy(alias_path, "/tmp/entente-aliases-XXXXXX");
    int fd = mkstemp(alias_path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    return alias_path;
}

static inline ent_status resolve_with(ent_corpus *corpus, const char *aliases,
                                      const char *exclude, ent_error *error)
{
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    options.aliases = aliases ? file_with(aliases) : NULL;
    options.exclude = exclude ? file_with(exclude) : NULL;
    ent_status status = ent_corpus_resolve(corpus, &options, error);
    unlink(alias_path);
    return status;
}

static inline int add_bytes(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

/* The alias file that the corpus writes; the caller's. */
static inline char *written(const ent_corpus *corpus)
{
    ent_i_string text = {0};
    ent_sink sink = {add_bytes, &text};
    assert_int_equal(ent_corpus_write_aliases(corpus, 0, &sink, NULL), ENT_OK);
    return text.items;
}

/* Who is who, to compare; the caller's. */
static inline char *fingerprint(const ent_corpus *corpus)
{
    ent_i_string text = {0};
    for (size_t i = 0; i < ent_corpus_actor_count(corpus); i++) {
        const ent_actor *a = ent_corpus_actor(corpus, i);
        assert_true(ent_i_string_addf(
            &text, "%s|%s|%d|%u|%u|%u|%d\n", a->id, a->label, (int)a->type,
            (unsigned)a->mentions, (unsigned)a->articles, (unsigned)a->likely,
            a->curated));
    }
    for (size_t i = 0; i < ent_corpus_article_count(corpus); i++)
        for (size_t j = 0; j < ent_corpus_article(corpus, i)->mentions.n; j++)
            assert_true(
                ent_i_string_addf(&text, "%s ", actor_id(corpus, i, j)));
    return text.items;
}

#endif
