#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/vec.h"
#include "entente/scoring.h"

static int add_bytes(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

static ent_status score(const char *gold, bool given, char *out, size_t room,
                        ent_error *error)
{
    char path[] = "/tmp/entente-gold-XXXXXX";
    const char *paths[] = {path};
    ent_i_string text = {0};
    ent_sink sink = {add_bytes, &text};
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, gold, strlen(gold)), strlen(gold));
    close(fd);
    ent_status status =
        ent_evaluate_resolve(NULL, given, paths, 1, &sink, error);
    unlink(path);
    out[0] = '\0';
    /* Lines begin with the path, which differs each time. */
    for (char *line = text.items ? strtok(text.items, "\n") : NULL; line;
         line = strtok(NULL, "\n")) {
        const char *rest = strchr(line, '\t');
        assert_non_null(rest);
        assert_true(strlen(out) + strlen(rest) + 2 < room);
        strcat(strcat(out, rest + 1), "\n");
    }
    ent_i_vec_free(&text);
    return status;
}

/* The resolver takes both Corbys for John Corby, as nobody else bears the name;
 * the gold says that the second article's is another. So of the mentions of
 * John Corby (3), two are of one and one of the other: precision is
 * (2/3 + 2/3 + 1/3 + 1) / 4 = 2/3, recall 1. */
static const char gold[] =
    "{\"id\":\"a\",\"text\":\"John Corby met Ann Dunn. Corby left.\","
    "\"labels\":["
    "{\"start\":0,\"end\":10,\"text\":\"John Corby\",\"entity\":\"Q1\","
    "\"types\":\"Q215627\"},"
    "{\"start\":15,\"end\":23,\"text\":\"Ann Dunn\",\"entity\":\"Q2\","
    "\"types\":\"Q215627\"},"
    "{\"start\":25,\"end\":30,\"text\":\"Corby\",\"entity\":\"Q1\","
    "\"type\":\"PER\"}]}\n"
    "{\"id\":\"b\",\"text\":\"Then Corby sang. He left.\",\"labels\":["
    "{\"start\":5,\"end\":10,\"text\":\"Corby\",\"entity\":\"Q3\","
    "\"type\":\"PER\"},"
    "{\"start\":17,\"end\":19,\"text\":\"He\",\"entity\":\"Q3\","
    "\"type\":\"PER\"}]}\n";

static void test_figures_are_those_computed_by_hand(void **state)
{
    (void)state;
    char out[400];
    assert_int_equal(score(gold, true, out, sizeof out, NULL), ENT_OK);
    assert_string_equal(out, "persons\tP 1.000\tR 1.000\tgold 4\n"
                             "B3\tP 0.667\tR 1.000\tF1 0.8000\n"
                             "ties\tP 1.000\tR 1.000\tF1 1.0000\tgold 1\n");
}

static void test_unlinked_names_stand_for_their_article(void **state)
{
    (void)state;
    char out[400];
    assert_int_equal(
        score("{\"id\":\"a\",\"text\":\"Ann Dunn met Bo Hill. Nobody saw "
              "it.\",\"annotated\":[0,21],\"labels\":["
              "{\"start\":0,\"end\":8,\"text\":\"Ann Dunn\",\"entity\":"
              "\"<NIL>\",\"type\":\"PER\"},"
              "{\"start\":13,\"end\":20,\"text\":\"Bo Hill\",\"entity\":"
              "\"Unknown\",\"type\":\"PER\"},"
              "{\"start\":22,\"end\":28,\"text\":\"Nobody\",\"entity\":\"Q1\","
              "\"type\":\"PER\"}]}\n",
              true, out, sizeof out, NULL),
        ENT_OK);
    assert_string_equal(out, "persons\tP 1.000\tR 1.000\tgold 2\n"
                             "B3\tP 1.000\tR 1.000\tF1 1.0000\n"
                             "ties\tP 1.000\tR 1.000\tF1 1.0000\tgold 1\n");
}

static void test_nothing_to_score_scores_nothing(void **state)
{
    (void)state;
    char out[400];
    assert_int_equal(score("{\"id\":\"a\",\"text\":\"It rained.\","
                           "\"labels\":[]}\n",
                           false, out, sizeof out, NULL),
                     ENT_OK);
    assert_string_equal(out, "persons\tP 0.000\tR 0.000\tgold 0\n"
                             "B3\tP 0.000\tR 0.000\tF1 0.0000\n"
                             "ties\tP 0.000\tR 0.000\tF1 0.0000\tgold 0\n");
}

static void test_wrong_gold_is_told(void **state)
{
    (void)state;
    char out[400];
    ent_error error = {0};
    assert_int_equal(score("{\"id\":\n", true, out, sizeof out, &error),
                     ENT_ERR_FORMAT);
    assert_int_equal(error.line, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures_are_those_computed_by_hand),
        cmocka_unit_test(test_unlinked_names_stand_for_their_article),
        cmocka_unit_test(test_nothing_to_score_scores_nothing),
        cmocka_unit_test(test_wrong_gold_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
