#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/vec.h"
#include "entente/scoring.h"
#include "evaluate/gold.h"
#include "evaluate/score.h"
#include "unit/random.h"

#define GOLD(name) ENTENTE_TESTS_DIR "/gold/" name

static void test_conll_becomes_text_with_labels(void **state)
{
    (void)state;
    ent_i_gold_list list = {0};
    assert_int_equal(ent_i_gold_load(&list, GOLD("small.conll"), NULL), ENT_OK);
    assert_int_equal(list.n, 2);
    const ent_i_gold *gold = &list.items[0];
    assert_false(gold->article->annotated);
    assert_int_equal(gold->article->mentions.n, 0);
    assert_string_equal(gold->article->text,
                        "Ann Dunn met Karl Roth in Z\xc3\xbcrich .\n"
                        "The Boat Club thanked Mr Roth .\n");
    assert_int_equal(gold->labels.n, 5);
    assert_string_equal(gold->labels.items[2].type, "LOC");
    assert_int_equal(gold->labels.items[2].start, 26);
    assert_int_equal(gold->labels.items[2].end, 33); /* bytes */
    assert_int_equal(list.items[1].labels.n, 3);     /* B- begins anew */
    assert_int_equal(list.items[1].labels.items[1].start, 8);
    ent_i_gold_free(&list);
}

static void test_json_lines_keep_what_is_given(void **state)
{
    (void)state;
    ent_i_gold_list list = {0};
    assert_int_equal(ent_i_gold_load(&list, GOLD("small.jsonl"), NULL), ENT_OK);
    assert_int_equal(list.n, 2);
    assert_string_equal(list.items[0].article->title, "Boats");
    assert_int_equal(list.items[0].labels.n, 4);
    assert_int_equal(list.items[0].labels.items[1].start, 9);
    assert_string_equal(list.items[1].labels.items[2].type, "");
    assert_int_equal(json_integer_value(json_object_get(
                         list.items[1].labels.items[0].object, "end")),
                     13);
    ent_i_gold_free(&list);
}

static ent_status load_text(const char *text, ent_error *error)
{
    char path[] = "/tmp/entente-gold-XXXXXX";
    ent_i_gold_list list = {0};
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
    ent_status status = ent_i_gold_load(&list, path, error);
    ent_i_gold_free(&list);
    unlink(path);
    return status;
}

static void test_wrong_gold_says_where(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "{\"text\":\"ok\"}\n{", "{\"text\":\"ok\"}\n{\"id\":\"a\"}\n",
        "\n{\"text\":\"ab\",\"labels\":[{\"start\":1,\"end\":3}]}",
        "\n{\"text\":\"ab\",\"labels\":[{\"start\":1,\"end\":1}]}",
        "\n{\"text\":\"ab\",\"labels\":[{\"start\":-1,\"end\":1}]}"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ent_error error = {0};
        assert_int_equal(load_text(wrong[i], &error), ENT_ERR_FORMAT);
        assert_int_equal(error.line, 2);
        assert_non_null(strstr(error.file, "entente-gold"));
    }
    ent_i_gold_list list = {0};
    assert_int_equal(ent_i_gold_load(&list, GOLD("none.conll"), NULL),
                     ENT_ERR_NOT_FOUND);
}

static void test_memory_failures_are_reported(void **state)
{
    (void)state;
    static const char *const files[] = {GOLD("small.conll"),
                                        GOLD("small.jsonl")};
    for (size_t i = 0; i < 2; i++) {
        ent_status status = ENT_ERR_MEMORY;
        for (long nth = 1; nth < 500 && status; nth++) {
            ent_i_gold_list list = {0};
            ent_i_memory_fail_from(nth);
            status = ent_i_gold_load(&list, files[i], NULL);
            ent_i_memory_fail_from(0);
            ent_i_gold_free(&list);
            assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
            assert_true(nth > 3 || status == ENT_ERR_MEMORY);
        }
        assert_int_equal(status, ENT_OK);
    }
}

static void test_scores_by_hand(void **state)
{
    (void)state;
    char share[ENT_I_SHARE_SIZE];
    ent_i_counts counts = {3, 1, 2};
    ent_i_score score = ent_i_score_of(&counts);
    assert_string_equal(ent_i_share(score.precision, 3, share), "0.750");
    assert_string_equal(ent_i_share(score.recall, 3, share), "0.600");
    assert_string_equal(ent_i_share(score.f1, 4, share), "0.6667");
    assert_string_equal(ent_i_share(1, 3, share), "1.000");
    counts = (ent_i_counts){0, 0, 0};
    score = ent_i_score_of(&counts);
    assert_true(score.precision == 0 && score.recall == 0 && score.f1 == 0);
}

/* Characters of one to four bytes, asked for in any order: the answer is that
 * of counting from the start. */
static void test_characters_are_found_in_any_order(void **state)
{
    static const char *const characters[] = {"a", "\xc3\xa9", "\xe4\xb8\xad",
                                             "\xf0\x9f\x98\x80"};
    enum { LENGTH = 40 };
    uint64_t seed = 1;
    (void)state;
    for (int round = 0; round < 50; round++) {
        char text[4 * LENGTH + 1] = "";
        uint32_t starts[LENGTH + 1] = {0}, byte = 0;
        uint64_t character = 0;
        for (int i = 0; i < LENGTH; i++) {
            starts[i] = (uint32_t)strlen(text);
            strcat(text, characters[random_below(&seed, 4)]);
        }
        uint32_t size = starts[LENGTH] = (uint32_t)strlen(text);
        for (int i = 0; i < 200; i++) {
            uint32_t n = random_below(&seed, LENGTH + 1);
            assert_true(ent_i_gold_byte(text, size, n, &byte, &character));
            assert_int_equal(byte, starts[n]);
        }
        assert_false(
            ent_i_gold_byte(text, size, LENGTH + 1, &byte, &character));
        assert_true(ent_i_gold_byte(text, size, 0, &byte, &character));
        assert_int_equal(byte, 0);
    }
}

/* Between precision and recall, nearer to the lower; 1 only when all is right.
 */
static void test_scores_keep_their_bounds(void **state)
{
    uint64_t seed = 2;
    (void)state;
    for (int i = 0; i < 2000; i++) {
        ent_i_counts counts = {random_below(&seed, 20), random_below(&seed, 20),
                               random_below(&seed, 20)};
        ent_i_score score = ent_i_score_of(&counts);
        double low =
            score.precision < score.recall ? score.precision : score.recall;
        double high = score.precision + score.recall - low;
        assert_true(score.f1 >= low - 1e-12 && score.f1 <= high + 1e-12);
        assert_true(score.f1 - low <= high - score.f1 + 1e-12);
        bool all = counts.right && !counts.wrong && !counts.missed;
        assert_int_equal(score.f1 == 1, all);
        assert_int_equal(score.f1 == 0, counts.right == 0);
    }
}

static int add_bytes(void *ctx, const void *bytes, size_t n)
{
    return ent_i_string_add(ctx, bytes, n) ? 0 : -1;
}

static int refuse_bytes(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    (void)bytes;
    (void)n;
    return -1;
}

/* The outside recogniser finds two capitalised words, as persons: all of the
 * gold's, "Mr Roth" without its title, and "The Boat" besides. */
static void test_table_of_an_outside_recogniser(void **state)
{
    (void)state;
    if (system("python3 -c '' 2>/dev/null") != 0)
        skip();
    static const char *const lines[] = {
        "PER\tP 0.833\tR 1.000\tF1 0.9091\tgold 5",
        "ORG\tP 0.000\tR 0.000\tF1 0.0000\tgold 1",
        "LOC\tP 0.000\tR 0.000\tF1 0.0000\tgold 2",
        "all\tP 0.833\tR 0.625\tF1 0.7143",
        "PER\tP 0.667\tR 1.000\tF1 0.8000\tgold 2",
        "ORG\tP 0.000\tR 0.000\tF1 0.0000\tgold 1",
        "LOC\tP 0.000\tR 0.000\tF1 0.0000\tgold 1",
        "all\tP 0.667\tR 0.500\tF1 0.5714"};
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    ent_i_string table = {0};
    ent_sink sink = {add_bytes, &table};
    const char *const gold[] = {GOLD("small.conll"), GOLD("small.jsonl")};
    options.recogniser =
        "python3 " ENTENTE_TESTS_DIR "/recognisers/capitals.py";
    assert_int_equal(ent_evaluate_ner(&options, gold, 2, &sink, NULL), ENT_OK);
    size_t line = 0;
    for (char *at = strtok(table.items, "\n"); at; at = strtok(NULL, "\n")) {
        assert_true(line < sizeof lines / sizeof *lines);
        assert_ptr_equal(
            strstr(at, line < 4 ? GOLD("small.conll") : GOLD("small.jsonl")),
            at);
        assert_string_equal(strchr(at, '\t') + 1, lines[line++]);
    }
    assert_int_equal(line, sizeof lines / sizeof *lines);
    ent_i_vec_free(&table);
    sink.write = refuse_bytes;
    assert_int_equal(ent_evaluate_ner(&options, gold, 1, &sink, NULL),
                     ENT_ERR_IO);
    options.recogniser = "exit 1";
    assert_int_equal(ent_evaluate_ner(&options, gold, 1, &sink, NULL),
                     ENT_ERR_PLUGIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_conll_becomes_text_with_labels),
        cmocka_unit_test(test_json_lines_keep_what_is_given),
        cmocka_unit_test(test_wrong_gold_says_where),
        cmocka_unit_test(test_memory_failures_are_reported),
        cmocka_unit_test(test_scores_by_hand),
        cmocka_unit_test(test_characters_are_found_in_any_order),
        cmocka_unit_test(test_scores_keep_their_bounds),
        cmocka_unit_test(test_table_of_an_outside_recogniser),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
