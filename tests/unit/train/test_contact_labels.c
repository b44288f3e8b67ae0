/* What annotated sentences say about a pair. Persons stand in [brackets]. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "encounter/reference.h"
#include "marked_article.h"
#include "train/contact_labels.h"
#include "unit/encounter/read_passage.h"

static const char marked[] = "[Ann Berg] slept. She met [Bo Holm] on Monday.";
enum { SHE = 16 };

static const char *write_file(char *path, const char *text)
{
    FILE *file = fdopen(mkstemp(path), "w");
    fputs(text, file);
    fclose(file);
    return path;
}

static void read_annotations(ent_i_annotations *out, const char *first,
                             const char *second)
{
    char one[] = "/tmp/entente-labels-XXXXXX",
         two[] = "/tmp/entente-labels-XXXXXX";
    const char *paths[] = {write_file(one, first), write_file(two, second)};
    ent_error error;
    assert_int_equal(ent_i_annotations_read(out, paths, 2, &error), ENT_OK);
    unlink(one);
    unlink(two);
}

/* The label of the pair in the second sentence, by the records of two files;
 * false when there is none. */
static bool label_after(const char *first, const char *second,
                        ent_i_contact_label *out)
{
    static ent_i_passage r;
    static ent_i_outline outline;
    ent_i_annotations annotations = {0};
    read_annotations(&annotations, first, second);
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, NULL);
    article->id = "a";
    read_passage(&r, article, &text, 1);
    ent_i_read_references(&r);
    assert_int_equal(r.nodes[0].start, SHE);
    assert_true(r.nodes[0].reference);
    outline.passage = &r;
    ent_i_pair pair = {{r.nodes[0].mention, r.nodes[2].mention}, {0, 2}};
    bool found = ent_i_contact_label_of(&annotations, &outline, &pair, out);
    ent_article_free(article);
    ent_i_text_free(&text);
    ent_i_annotations_free(&annotations);
    return found;
}

static bool label(const char *record, ent_i_contact_label *out)
{
    return label_after(record, "", out);
}

#define SENTENCE "{\"article\":\"a\",\"start\":16,\"end\":42,"

static void test_reader(void **state)
{
    (void)state;
    ent_i_contact_label found;
    assert_true(label(SENTENCE "\"encounters\":[{\"participants\":[\"Berg\","
                               "\"Bo Holm\"],\"kind\":\"call\","
                               "\"status\":\"planned\"}]}\n",
                      &found));
    assert_true(ent_i_real_share(&found) == 1 &&
                ent_i_contact_share(&found) == 1);
    assert_true(found.standing[ENT_PLANNED] == 1);
    assert_true(found.kind[ENT_CALL] == 1 && found.weight == 1 &&
                found.by_reader);
    assert_true(label(SENTENCE "\"encounters\":[]}\n", &found));
    assert_true(ent_i_contact_share(&found) == 0);
    assert_true(label(SENTENCE "\"weight\":0.5,\"encounters\":[]}\n", &found));
    assert_true(found.weight == 0.5f);
}

#define SHARES                                                                 \
    ",\"kind\":[0.2,0.6,0.1,0.1],\"status\":[0.5,0.25,0.125,0.125]}]}\n"

/* A model's record says where it found a person: a name, here or before, or a
 * pronoun, whose name tells who is meant. */
static void test_model(void **state)
{
    static const char *const records[] = {
        SENTENCE "\"pairs\":[{\"a\":\"Ann Berg\",\"a_start\":0,\"a_in\":"
                 "\"before\",\"b\":\"Bo Holm\",\"b_start\":24" SHARES,
        SENTENCE "\"pairs\":[{\"a\":\"Bo Holm\",\"a_start\":24,\"b\":"
                 "\"Ann Berg\",\"b_start\":16,\"b_ref\":1" SHARES,
        SENTENCE "\"pairs\":[{\"a\":\"Berg\",\"a_start\":0,\"a_in\":\"title\","
                 "\"b\":\"Bo Holm\",\"b_start\":24" SHARES,
    };
    (void)state;
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        ent_i_contact_label found;
        assert_true(label(records[i], &found));
        assert_float_equal(ent_i_real_share(&found), 0.6, 1e-6);
        assert_float_equal(ent_i_unreal_share(&found), 0.2, 1e-6);
        assert_float_equal(found.standing[ENT_PLANNED], 0.2, 1e-6);
        assert_float_equal(found.kind[ENT_MEET], 0.6, 1e-6);
        assert_true(found.weight == 1 && !found.by_reader);
    }
}

static void test_others(void **state)
{
    (void)state;
    ent_i_contact_label found;
    assert_false(label(SENTENCE
                       "\"pairs\":[{\"a\":\"Cy Lund\",\"a_start\":16,"
                       "\"a_ref\":1,\"b\":\"Bo Holm\",\"b_start\":24" SHARES,
                       &found));
    assert_false(label("{\"article\":\"a\",\"start\":0,\"end\":15,"
                       "\"encounters\":[]}\n",
                       &found));
    /* Who stands where the reader's sentence ends was not shown. */
    assert_false(label("{\"article\":\"a\",\"start\":16,\"end\":26,"
                       "\"encounters\":[]}\n",
                       &found));
}

/* What a reader says of a sentence counts, whatever a model says of it. */
static void test_reader_before_model(void **state)
{
    static const char reader[] = SENTENCE "\"encounters\":[]}\n",
                      model[] = SENTENCE
                      "\"pairs\":[{\"a\":\"Bo Holm\",\"a_start\":24,\"b\":"
                      "\"Ann Berg\",\"b_start\":16,\"b_ref\":1" SHARES;
    (void)state;
    ent_i_contact_label found;
    assert_true(label_after(reader, model, &found));
    assert_true(ent_i_contact_share(&found) == 0 && found.by_reader);
    assert_true(label_after(model, reader, &found));
    assert_true(ent_i_contact_share(&found) == 0 && found.by_reader);
}

static void test_wrong_weights(void **state)
{
    static const char *const records[] = {
        SENTENCE "\"weight\":\"0.3\",\"encounters\":[]}\n",
        SENTENCE "\"weight\":-1,\"encounters\":[]}\n",
        SENTENCE "\"weight\":0,\"encounters\":[]}\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        char path[] = "/tmp/entente-labels-XXXXXX";
        const char *paths[] = {write_file(path, records[i])};
        ent_i_annotations annotations = {0};
        ent_error error;
        assert_int_equal(ent_i_annotations_read(&annotations, paths, 1, &error),
                         ENT_ERR_FORMAT);
        assert_non_null(strstr(error.message, "weight"));
        unlink(path);
        ent_i_annotations_free(&annotations);
    }
}

static void test_drawn(void **state)
{
    (void)state;
    ent_i_contact_label found;
    assert_true(label(SENTENCE "\"encounters\":[]}\n", &found));
    assert_true(found.drawn);
    assert_true(label_after(SENTENCE "\"encounters\":[]}\n",
                            SENTENCE "\"encounters\":[{\"participants\":"
                                     "[\"Berg\",\"Bo Holm\"],\"kind\":"
                                     "\"meet\",\"status\":\"held\"}]}\n",
                            &found));
    assert_true(ent_i_real_share(&found) == 1 && !found.drawn);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reader),
        cmocka_unit_test(test_model),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_reader_before_model),
        cmocka_unit_test(test_wrong_weights),
        cmocka_unit_test(test_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
