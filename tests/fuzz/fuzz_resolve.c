/* Any articles with any names marked ("<P Ann Dunn> met <O the Club>"; a form
 * feed parts articles): everybody has an actor, actors are in order, and the
 * decisions written and given back change nothing. */
#include <string.h>

#include "cluster/cluster.h"
#include "core/vec.h"
#include "corpus/corpus.h"
#include "fuzz/input.h"
#include "source/decode.h"
#include "unit/made.h"

enum { ARTICLES = 12, LONGEST = 4000 };

/* Readers give no empty name. */
static bool has_empty_name(const ent_article *article)
{
    for (size_t i = 0; i < article->mentions.n; i++)
        if (article->mentions.items[i].start >= article->mentions.items[i].end)
            return true;
    return false;
}

/* What is no text when the marks are out is passed over. */
static void add_article(ent_corpus *corpus, ent_i_text *text, const char *bytes,
                        size_t size)
{
    char marked[LONGEST + 1];
    if (size > LONGEST || !ent_i_is_utf8(bytes, size))
        return;
    memcpy(marked, bytes, size);
    marked[size] = '\0';
    ent_i_blank_nul(marked, size);
    ent_article *article = made_article(marked, text);
    if (!article || has_empty_name(article) ||
        !ent_i_is_utf8(article->text, article->text_size)) {
        ent_article_free(article);
        return;
    }
    FUZZ_CHECK(ent_i_cluster_article(article, text, NULL) == ENT_OK);
    FUZZ_CHECK(ent_corpus_add_take(corpus, article, NULL) == ENT_OK);
}

static void check_corpus(const ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->articles.n; i++) {
        const ent_article *article = corpus->articles.items[i];
        for (size_t k = 0; k < article->mentions.n; k++) {
            const ent_assignment *who = ent_corpus_assignment(corpus, i, k);
            FUZZ_CHECK(who && who->actor < corpus->actors.n);
            FUZZ_CHECK(article->mentions.items[k].cluster <
                       article->clusters.n);
        }
    }
    for (size_t i = 0; i < corpus->actors.n; i++) {
        const ent_actor *a = &corpus->actors.items[i];
        uint32_t found;
        FUZZ_CHECK(*a->id && ent_i_is_utf8(a->label, strlen(a->label)));
        FUZZ_CHECK(i == 0 || a[-1].mentions >= a->mentions);
        FUZZ_CHECK(ent_corpus_find_actor(corpus, a->id, &found, NULL, NULL) ==
                       ENT_OK &&
                   found == i);
        for (uint32_t k = 0; k < a->alias_count; k++)
            FUZZ_CHECK(ent_i_is_utf8(a->aliases[k], strlen(a->aliases[k])));
    }
}

static int to_string(void *ctx, const void *bytes, size_t n)
{
    return ent_i_string_add(ctx, bytes, n) ? 0 : 1;
}

/* All that can be seen of who is who. */
static void describe(ent_i_string *out, const ent_corpus *corpus)
{
    const ent_sink sink = {to_string, out};
    for (uint32_t i = 0; i < corpus->actors.n; i++) {
        const ent_actor *a = &corpus->actors.items[i];
        FUZZ_CHECK(ent_i_string_addf(out, "%s|%s|%u|%d|%u\n", a->id, a->label,
                                     (unsigned)a->mentions, (int)a->type,
                                     (unsigned)a->likely));
    }
    FUZZ_CHECK(ent_corpus_write_aliases(corpus, 0, &sink, NULL) == ENT_OK);
}

static void check_decisions(ent_corpus *corpus)
{
    ent_i_string before = {0}, after = {0}, written = {0};
    const ent_sink sink = {to_string, &written};
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    ent_error error = {0};
    describe(&before, corpus);
    FUZZ_CHECK(ent_corpus_write_aliases(corpus, 0, &sink, NULL) == ENT_OK);
    options.aliases = file_with(written.items, written.n);
    ent_status status = ent_corpus_resolve(corpus, &options, &error);
    if (status)
        fprintf(stderr, "%s\n", error.message);
    FUZZ_CHECK(status == ENT_OK);
    check_corpus(corpus);
    describe(&after, corpus);
    if (strcmp(before.items, after.items) != 0)
        fprintf(stderr, "%s\n----\n%s\n", before.items, after.items);
    FUZZ_CHECK(strcmp(before.items, after.items) == 0);
    ent_i_vec_free(&before);
    ent_i_vec_free(&after);
    ent_i_vec_free(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ent_i_text text; /* reused, as a thread does */
    const char *at = (const char *)data, *end = at + size;
    ent_corpus *corpus = NULL;
    FUZZ_CHECK(ent_corpus_new(&corpus, NULL) == ENT_OK);
    for (int i = 0; i < ARTICLES && at < end; i++) {
        const char *stop = memchr(at, '\f', (size_t)(end - at));
        stop = stop ? stop : end;
        add_article(corpus, &text, at, (size_t)(stop - at));
        at = stop + (stop < end);
    }
    FUZZ_CHECK(ent_corpus_resolve(corpus, NULL, NULL) == ENT_OK);
    check_corpus(corpus);
    check_decisions(corpus);
    ent_corpus_free(corpus);
    return 0;
}
