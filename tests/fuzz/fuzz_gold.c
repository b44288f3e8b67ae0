/* Any lines as gold for names, for who is who and for encounters, and as what
 * a model of contacts is to learn: figures between 0 and 1, or an error that
 * says where. The first byte says which. */
#include <string.h>

#include "core/vec.h"
#include "entente/scoring.h"
#include "fuzz/input.h"
#include "train/contact_labels.h"

enum { LONGEST = 1 << 14 };

static int to_string(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

/* Tables: a figure is a cell with a point. */
static void check_figures(const ent_i_string *text)
{
    FUZZ_CHECK(text->n > 0 && text->items[text->n - 1] == '\n');
    for (const char *at = text->items; (at = strchr(at, '\t'));) {
        char *end;
        double value = strtod(++at, &end);
        if (end > at && memchr(at, '.', (size_t)(end - at)))
            FUZZ_CHECK(value >= 0 && value <= 1);
    }
}

static ent_status evaluate(unsigned what, const char *const *gold,
                           const ent_sink *sink, ent_error *error)
{
    static const char *const articles[] = {ENTENTE_TESTS_DIR
                                           "/gold/encounters-articles.jsonl"};
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.threads = 1;
    switch (what) {
    case 0:
        return ent_evaluate_ner(&options, gold, 1, sink, error);
    case 1:
        return ent_evaluate_encounters(&options, articles, 1, gold, 1, sink,
                                       error);
    default:
        return ent_evaluate_resolve(&options, what == 2, gold, 1, sink, error);
    }
}

static ent_status read_labels(const char *const *gold, ent_error *error)
{
    ent_i_annotations labels = {0};
    ent_status status = ent_i_annotations_read(&labels, gold, 1, error);
    ent_i_annotations_free(&labels);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_i_string text = {0};
    const ent_sink sink = {to_string, &text};
    ent_error error = {0};
    if (!size || size > LONGEST)
        return 0;
    const char *const gold[] = {file_with(data + 1, size - 1)};
    unsigned what = *data % 5;
    ent_status status = what < 4 ? evaluate(what, gold, &sink, &error)
                                 : read_labels(gold, &error);
    if (status)
        FUZZ_CHECK(status == ENT_ERR_FORMAT && error.message[0] &&
                   error.file[0]);
    else if (what < 4)
        check_figures(&text);
    ent_i_vec_free(&text);
    return 0;
}
