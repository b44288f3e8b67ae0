/* Any bytes as a network that was written before: an error that names the file
 * and what was expected, or a network whose every part can be asked for, and
 * that is read back once more from what is written of it. */
#include <string.h>

#include "core/vec.h"
#include "entente/entente.h"
#include "fuzz/input.h"

static int to_string(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

static int to_nowhere(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    (void)bytes;
    (void)n;
    return 0;
}

static void check_refused(ent_status status, const ent_error *error)
{
    FUZZ_CHECK(status == ENT_ERR_FORMAT && error->message[0] && error->file[0]);
    FUZZ_CHECK(!strchr(error->message, '\n'));
}

/* Compared with itself nothing has changed. */
static void compare(const char *path)
{
    const ent_sink sink = {to_nowhere, NULL};
    ent_saved *saved = NULL;
    ent_error error = {0};
    ent_status status = ent_saved_read(&saved, path, &error);
    if (status)
        check_refused(status, &error);
    else
        FUZZ_CHECK(ent_report_diff(saved, saved, NULL, &sink, &error) ==
                   ENT_OK);
    ent_saved_free(saved);
}

/* Every piece of evidence, and who else says it. */
static void ask(const ent_network *network)
{
    for (size_t i = 0; i < ent_network_tie_count(network); i++) {
        const ent_tie *tie = ent_network_tie(network, i);
        FUZZ_CHECK(tie->source != tie->target);
        for (size_t k = 0; k < tie->evidence_count; k++) {
            ent_evidence found = ENT_EVIDENCE_INIT;
            uint32_t copy;
            FUZZ_CHECK(ent_network_evidence(network, i, k, &found));
            FUZZ_CHECK(found.article && found.text);
            ent_network_evidence_copies(network, i, k, &copy, 1);
        }
    }
}

/* What is written of a corpus, as a file to be added to another. */
static void write_network(ent_i_string *out, const ent_corpus *corpus)
{
    static ent_exporters *exporters;
    const ent_sink sink = {to_string, out};
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    ent_network *network = NULL;
    options.isolates = ENT_ISOLATES_KEEP;
    if (!exporters)
        FUZZ_CHECK(ent_exporters_new(&exporters, false, NULL, NULL) == ENT_OK);
    FUZZ_CHECK(ent_network_build(&network, corpus, &options, NULL) == ENT_OK);
    ask(network);
    FUZZ_CHECK(ent_export(exporters, "json", NULL, NULL, network, &sink,
                          NULL) == ENT_OK);
    ent_network_free(network);
}

/* Adds the file to a new corpus; returns what is written of it, freed by the
 * caller, or nothing where it was refused. */
static ent_i_string add(const char *path)
{
    ent_corpus *corpus = NULL;
    ent_error error = {0};
    ent_i_string out = {0};
    FUZZ_CHECK(ent_corpus_new(&corpus, NULL) == ENT_OK);
    ent_status status = ent_corpus_add_network(corpus, path, &error);
    if (status)
        check_refused(status, &error);
    else
        write_network(&out, corpus);
    ent_corpus_free(corpus);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = file_with(data, size);
    compare(path);
    ent_i_string once = add(path);
    if (once.n) {
        ent_i_string again = add(file_with(once.items, once.n));
        FUZZ_CHECK(again.n == once.n &&
                   memcmp(again.items, once.items, once.n) == 0);
        ent_i_vec_free(&again);
    }
    ent_i_vec_free(&once);
    return 0;
}
