/* Whom a user means by a name. */
#include "unit/hand_corpus.h"

#include "core/utf8.h"

/* Adds an actor who is mentioned so many times. */
static void add(ent_corpus *corpus, const char *id, const char *label,
                uint32_t mentions)
{
    uint32_t i = hand_actor(corpus, id);
    corpus->actors.items[i].label = label;
    corpus->actors.items[i].mentions = mentions;
}

/* In the order of a corpus: by mentions. */
static void open_corpus(ent_corpus *corpus)
{
    *corpus = (ent_corpus){0};
    add(corpus, "orrin-pellam", "Orrin Pellam", 12345);
    add(corpus, "jan-de-boer", "Jan de Boer", 900);
    add(corpus, "jeb-bosk", "Jeb Bosk", 500);
    add(corpus, "hazel-pellam", "Hazel Pellam", 300);
    add(corpus, "neil-bosk", "Neil Bosk", 200);
    add(corpus, "giles-pellam", "Giles Pellam", 30);
    add(corpus, "bosk", "Bosk", 20);
    add(corpus, "dorothy-pellam", "Dorothy Pellam", 4);
    add(corpus, "joan-pellam", "Joan Pellam", 2);
    add(corpus, "hanna-berg", "Hanna Berg", 1);
    add(corpus, "hanno-berg", "Hanno Berg", 1);
    corpus->actors.items[6].likely = 2;
}

/* The id of who is found, or what is said; remark may be NULL. */
static const char *found(const ent_corpus *corpus, const char *name,
                         ent_status expected, ent_remark *remark)
{
    static ent_error error;
    uint32_t actor = ENT_NONE;
    ent_status status =
        ent_corpus_find_actor(corpus, name, &actor, remark, &error);
    if (status != expected)
        fail_msg("%s: %s", name, status ? error.message : "found");
    return status ? error.message : corpus->actors.items[actor].id;
}

static void test_names(void **state)
{
    (void)state;
    static const char *const samples[][2] = {{"orrin-pellam", "orrin-pellam"},
                                             {"Orrin Pellam", "orrin-pellam"},
                                             {"ORRIN  PELLAM", "orrin-pellam"},
                                             {"Boer", "jan-de-boer"},
                                             {"de Boer", "jan-de-boer"},
                                             {"bosk", "bosk"},
                                             {"Joan Pellam", "joan-pellam"},
                                             {"D\xC3\xB6"
                                              "rothy Pellam",
                                              "dorothy-pellam"}};
    ent_corpus corpus;
    open_corpus(&corpus);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        assert_string_equal(found(&corpus, samples[i][0], ENT_OK, NULL),
                            samples[i][1]);
    hand_free(&corpus);
}

/* Five times as often as the next is often enough, and is told. */
static void test_who_stands_out_is_meant(void **state)
{
    (void)state;
    ent_remark remark;
    ent_corpus corpus;
    open_corpus(&corpus);
    assert_string_equal(found(&corpus, "Pellam", ENT_OK, &remark),
                        "orrin-pellam");
    assert_string_equal(
        remark.text,
        "Pellam: taken as Orrin Pellam (12,345 mentions); others: "
        "Hazel Pellam (hazel-pellam) 300, Giles Pellam (giles-pellam) "
        "30, Dorothy Pellam (dorothy-pellam) 4, ...");
    corpus.actors.items[3].mentions = 12345 / 5;
    found(&corpus, "Pellam", ENT_OK, NULL);
    corpus.actors.items[3].mentions = 12345 / 5 + 1;
    const char *said = found(&corpus, "Pellam", ENT_ERR_ARGUMENT, &remark);
    assert_non_null(strstr(said, "fits 5 actors"));
    assert_non_null(strstr(said, "Orrin Pellam (orrin-pellam) 12,345, Hazel "));
    assert_string_equal(remark.text, "");
    hand_free(&corpus);
}

/* An id that is somebody's surname, too, is the id. */
static void test_an_id_that_is_a_name(void **state)
{
    (void)state;
    ent_remark remark;
    ent_corpus corpus;
    open_corpus(&corpus);
    assert_string_equal(found(&corpus, "bosk", ENT_OK, &remark), "bosk");
    assert_non_null(strstr(remark.text, "taken as Bosk (20 mentions); others: "
                                        "Jeb Bosk (jeb-bosk) 500"));
    assert_string_equal(found(&corpus, "jeb-bosk", ENT_OK, &remark),
                        "jeb-bosk");
    assert_string_equal(remark.text, "");
    hand_free(&corpus);
}

/* In whichever order the corpus has them, the nearest comes first. */
static void test_nobody_is_called_so(void **state)
{
    (void)state;
    static const char *const samples[][2] = {
        {"Hanno Bergg", "nearest: \"Hanno Berg\" (hanno-berg), \"Hanna Berg\""},
        {"Hannna Berg", "nearest: \"Hanna Berg\" (hanna-berg), \"Hanno Berg\""},
        {"Boks", "nearest: \"Jeb Bosk\" (jeb-bosk), \"Neil Bosk\""},
        {"Xi Jinping", "which nobody in these articles has"},
        {"", "which nobody in these articles has"}};
    ent_corpus corpus;
    open_corpus(&corpus);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const char *said =
            found(&corpus, samples[i][0], ENT_ERR_NOT_FOUND, NULL);
        if (!strstr(said, samples[i][1]))
            fail_msg("no \"%s\" in %s", samples[i][1], said);
    }
    hand_free(&corpus);
}

/* What is said has room for a line, and is cut between characters. */
static void test_long_names(void **state)
{
    (void)state;
    static const char *const ids[] = {"a", "b", "c", "d"};
    char labels[4][400], name[400] = "";
    ent_corpus corpus = {0};
    ent_remark remark;
    for (int i = 0; i < 4; i++) {
        labels[i][0] = '\0';
        while (strlen(labels[i]) < 90)
            strcat(labels[i], i % 2 ? "\xE7\x8E\x8B" : "\xC3\xA5");
        strcat(labels[i], " \xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD");
        add(&corpus, ids[i], labels[i], 10);
    }
    const char *said = found(&corpus,
                             "\xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0"
                             "\xBD",
                             ENT_ERR_ARGUMENT, &remark);
    assert_true(ent_i_is_utf8(said, strlen(said)));
    while (strlen(name) < 90)
        strcat(name, "\xE7\x8E\x8B");
    said = found(&corpus, name, ENT_ERR_NOT_FOUND, NULL);
    assert_true(ent_i_is_utf8(said, strlen(said)));
    corpus.actors.items[2].mentions = 100;
    found(&corpus, "\xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD", ENT_OK, &remark);
    assert_true(ent_i_is_utf8(remark.text, strlen(remark.text)));
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_who_stands_out_is_meant),
        cmocka_unit_test(test_an_id_that_is_a_name),
        cmocka_unit_test(test_nobody_is_called_so),
        cmocka_unit_test(test_long_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
