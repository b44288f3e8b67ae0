/* Training on a small corpus: it learns, repeats itself and reports errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/memory.h"
#include "entente/training.h"
#include "recognise/tagger.h"

static const char *const persons[] = {"Anna Berg", "Paul Stone", "Mira Novak",
                                      "Jon Field", "Ines Costa", "Max Brandt"};
static const char *const places[] = {"Lund",  "Porto", "Graz",
                                     "Turin", "Bern",  "Delft"};

static char corpus[] = "/tmp/entente-corpus-XXXXXX";
static char contrary[] = "/tmp/entente-contrary-XXXXXX";
static char plain[] = "/tmp/entente-plain-XXXXXX";

/* Sentences in which "met" stands between persons and "in" before places. */
static void write_sentences(char *path, unsigned count, const char *place_tag)
{
    FILE *file = fdopen(mkstemp(path), "w");
    for (unsigned i = 0; i < count; i++) {
        const char *a = persons[i % 6], *b = persons[(i / 6 + i + 1) % 6];
        char first[2][16], last[2][16];
        sscanf(a, "%15s %15s", first[0], last[0]);
        sscanf(b, "%15s %15s", first[1], last[1]);
        fprintf(file,
                "-DOCSTART- O\n\nYesterday O\n%s B-PER\n%s I-PER\nmet O\n"
                "%s B-PER\n%s I-PER\nin O\n%s %s\n. O\n\n",
                first[0], last[0], first[1], last[1], places[i % 6], place_tag);
    }
    fclose(file);
}

static int write_corpus(void **state)
{
    (void)state;
    write_sentences(corpus, 36, "B-LOC");
    write_sentences(contrary, 144, "O");
    FILE *file = fdopen(mkstemp(plain), "w");
    for (unsigned i = 0; i < 30; i++)
        fprintf(file, "Then %s spoke in %s about the budget.\n", persons[i % 6],
                places[i % 5]);
    return fclose(file);
}

static int remove_corpus(void **state)
{
    (void)state;
    unlink(plain);
    unlink(contrary);
    return unlink(corpus);
}

static int add_bytes(void *ctx, const void *bytes, size_t n)
{
    return ent_i_string_add(ctx, bytes, n) ? 0 : -1;
}

static ent_status train(ent_i_string *out, const char *input,
                        const char *const *texts, unsigned threads,
                        ent_error *error)
{
    ent_train_options options = ENT_TRAIN_OPTIONS_INIT;
    options.rounds = 4;
    options.threads = threads;
    options.texts = texts;
    options.text_count = texts != NULL;
    const ent_sink sink = {add_bytes, out};
    return ent_train_ner(&options, &input, 1, &sink, error);
}

/* Tags the text; the mentions are then "TYPE:words" one after another. */
static void tag(const ent_i_string *bytes, const char *text, char *found)
{
    ent_i_model model;
    ent_i_tagger tagger = {0};
    ent_i_text tokens = {0};
    ent_error error = {0};
    ent_article *article = ent_i_article_new();
    article->title = "";
    article->text = text;
    article->text_size = (uint32_t)strlen(text);
    assert_int_equal(
        ent_i_model_read(&model, bytes->items, bytes->n, "test", &error),
        ENT_OK);
    assert_int_equal(ent_i_text_read(&tokens, article, &error), ENT_OK);
    assert_true(ent_i_tag(&tagger, &model, article, &tokens));
    *found = '\0';
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        sprintf(found + strlen(found), "%s:%.*s ",
                ent_type_name((ent_type)m->type), (int)(m->end - m->start),
                text + m->start);
    }
    ent_i_tagger_free(&tagger);
    ent_i_text_free(&tokens);
    ent_article_free(article);
}

static void test_it_learns(void **state)
{
    (void)state;
    ent_i_string model = {0};
    ent_error error = {0};
    char found[256];
    assert_int_equal(train(&model, corpus, NULL, 1, &error), ENT_OK);
    tag(&model, "Yesterday Vera Klein met Otto Weiss in Linz .", found);
    assert_string_equal(found,
                        "person:Vera Klein person:Otto Weiss place:Linz ");
    ent_i_vec_free(&model);
}

static void test_same_model_whatever_the_threads(void **state)
{
    (void)state;
    const char *const texts[] = {plain};
    ent_i_string one = {0}, more = {0};
    ent_error error = {0};
    assert_int_equal(train(&one, corpus, texts, 1, &error), ENT_OK);
    assert_int_equal(train(&more, corpus, texts, 3, &error), ENT_OK);
    assert_int_equal(one.n, more.n);
    assert_memory_equal(one.items, more.items, one.n);
    ent_i_vec_free(&one);
    ent_i_vec_free(&more);
}

static unsigned told;
static void count_steps(void *ctx, const char *what, unsigned step,
                        unsigned steps)
{
    assert_null(ctx);
    assert_true(*what && step > told && step <= steps);
    told = step;
}

static void test_progress_is_told(void **state)
{
    (void)state;
    ent_i_string model = {0};
    ent_error error = {0};
    const char *const inputs[] = {corpus};
    const ent_sink sink = {add_bytes, &model};
    ent_train_options options = ENT_TRAIN_OPTIONS_INIT;
    options.rounds = 1;
    options.progress = count_steps;
    options.held_out = inputs;
    options.held_out_count = 1;
    assert_int_equal(ent_train_ner(&options, inputs, 1, &sink, &error), ENT_OK);
    assert_int_equal(told, 5);
    ent_i_vec_free(&model);
}

static ent_status train_also(ent_i_string *out, const char *const *also,
                             ent_error *error)
{
    ent_train_options options = ENT_TRAIN_OPTIONS_INIT;
    const char *const inputs[] = {corpus};
    const ent_sink sink = {add_bytes, out};
    options.rounds = 4;
    options.also = also;
    options.also_count = also != NULL;
    return ent_train_ner(&options, inputs, 1, &sink, error);
}

/* Four times as many sentences that say the contrary. */
static void test_the_less_sure_are_overruled(void **state)
{
    (void)state;
    const char *const also[] = {contrary};
    const char *const both[] = {corpus, contrary};
    ent_i_string model = {0}, equal = {0};
    const ent_sink sink = {add_bytes, &equal};
    ent_error error = {0};
    char found[256];
    assert_int_equal(train_also(&model, also, &error), ENT_OK);
    tag(&model, "Yesterday Vera Klein met Otto Weiss in Linz .", found);
    assert_string_equal(found,
                        "person:Vera Klein person:Otto Weiss place:Linz ");
    ent_train_options options = ENT_TRAIN_OPTIONS_INIT;
    options.rounds = 4;
    assert_int_equal(ent_train_ner(&options, both, 2, &sink, &error), ENT_OK);
    tag(&equal, "Yesterday Vera Klein met Otto Weiss in Linz .", found);
    assert_null(strstr(found, "place:Linz"));
    ent_i_vec_free(&model);
    ent_i_vec_free(&equal);
}

static int refuse_bytes(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    (void)bytes;
    (void)n;
    return -1;
}

static void test_errors(void **state)
{
    (void)state;
    ent_i_string model = {0};
    ent_error error = {0};
    assert_int_equal(train(&model, "/tmp/no/such/corpus", NULL, 1, &error),
                     ENT_ERR_NOT_FOUND);
    assert_int_equal(train(&model, plain, NULL, 1, &error), ENT_ERR_FORMAT);
    assert_non_null(strstr(error.message, "annotated"));
    const char *const inputs[] = {corpus};
    const ent_sink full = {refuse_bytes, NULL};
    ent_train_options options = ENT_TRAIN_OPTIONS_INIT;
    options.rounds = 1;
    assert_int_equal(ent_train_ner(&options, inputs, 1, &full, &error),
                     ENT_ERR_IO);
    options.lists = inputs;
    options.list_count = 1;
    assert_int_equal(ent_train_ner(&options, inputs, 1, &full, &error),
                     ENT_ERR_FORMAT);
    assert_int_equal(error.line, 1);
    options.rounds = 0;
    assert_int_equal(ent_train_ner(&options, inputs, 1, &full, &error),
                     ENT_ERR_ARGUMENT);
    ent_i_vec_free(&model);
}

static void test_memory_failures(void **state)
{
    (void)state;
    const char *const texts[] = {plain};
    /* Not each in turn, which would take minutes: ever further apart. */
    for (long nth = 1; nth < 100000; nth += 1 + nth / 8) {
        ent_i_string model = {0};
        ent_error error = {0};
        ent_i_memory_fail_from(nth);
        ent_status status = train(&model, corpus, texts, 1, &error);
        ent_i_memory_fail_from(0);
        ent_i_vec_free(&model);
        if (status == ENT_OK)
            return;
        assert_true(status == ENT_ERR_MEMORY || status == ENT_ERR_IO);
    }
    fail_msg("training never got the memory it needs");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_learns),
        cmocka_unit_test(test_same_model_whatever_the_threads),
        cmocka_unit_test(test_progress_is_told),
        cmocka_unit_test(test_the_less_sure_are_overruled),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_memory_failures),
    };
    return cmocka_run_group_tests(tests, write_corpus, remove_corpus);
}
