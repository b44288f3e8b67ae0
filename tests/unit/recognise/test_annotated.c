#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "unit/made.h"

static void add(ent_article *article, uint32_t start, uint32_t end,
                ent_field field)
{
    ent_mention m = {.start = start,
                     .end = end,
                     .cluster = ENT_NONE,
                     .field = (uint8_t)field};
    assert_true(ent_i_vec_push(&article->mentions, m));
}

/* "start-end@sentence" of each mention, t before those of the title. */
static void describe(const ent_article *article, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        used += (size_t)snprintf(out + used, size - used, "%s%s%u-%u@%u",
                                 i ? " " : "",
                                 m->field == ENT_FIELD_TITLE ? "t" : "",
                                 m->start, m->end, m->sentence);
    }
}

/* Two sentences in the text and, with a title, one before them. */
static ent_article *two_sentences(ent_i_text *text, const char *title)
{
    ent_article *article = ent_i_article_new();
    article->text = "Ann Dunn met Karl. Lea left.";
    article->text_size = (uint32_t)strlen(article->text);
    article->title = title;
    article->title_size = (uint32_t)strlen(title);
    assert_int_equal(ent_i_text_read(text, article, NULL), ENT_OK);
    return article;
}

static void test_mentions_are_put_in_order(void **state)
{
    (void)state;
    ent_i_text text = {0};
    char found[128];
    ent_article *article = two_sentences(&text, "Ann meets Karl");
    add(article, 19, 22, ENT_FIELD_TEXT);
    add(article, 13, 17, ENT_FIELD_TEXT);
    add(article, 10, 14, ENT_FIELD_TITLE);
    add(article, 0, 8, ENT_FIELD_TEXT);
    ent_i_mentions_place(article);
    describe(article, found, sizeof found);
    assert_string_equal(found, "t10-14@0 0-8@1 13-17@1 19-22@2");
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_overlaps_and_strays_are_dropped(void **state)
{
    (void)state;
    ent_i_text text = {0};
    char found[128];
    ent_article *article = two_sentences(&text, "");
    add(article, 4, 8, ENT_FIELD_TEXT); /* in the next */
    add(article, 0, 8, ENT_FIELD_TEXT);
    add(article, 0, 3, ENT_FIELD_TEXT);   /* shorter, at the same place */
    add(article, 0, 3, ENT_FIELD_TITLE);  /* no title */
    add(article, 40, 44, ENT_FIELD_TEXT); /* after the last sentence */
    ent_i_mentions_place(article);
    describe(article, found, sizeof found);
    assert_string_equal(found, "0-8@0");
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_annotations_may_nest(void **state)
{
    (void)state;
    ent_i_text text = {0};
    char found[128];
    ent_article *article = two_sentences(&text, "");
    article->annotated = true;
    add(article, 4, 8, ENT_FIELD_TEXT);
    add(article, 0, 8, ENT_FIELD_TEXT);
    ent_i_mentions_place(article);
    describe(article, found, sizeof found);
    assert_string_equal(found, "0-8@0 4-8@0");
    ent_article_free(article);
    ent_i_text_free(&text);
}

/* A name of nothing that can be seen could be neither shown nor found. */
static void test_invisible_names_are_dropped(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool kept;
    } cases[] = {
        {" ", false},        {"\n ", false},    {"\u00A0", false},
        {"\u3000\t", false}, {"\u200B", false}, {"\uFEFF \u00AD", false},
        {"\u202E", false},   {"x", true},       {" x", true},
        {"\u200Bx", true},   {"-", true},       {"\U0001F600", true},
        {"\u0301", true},    {"\u4E2D", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_text text = {0};
        char given[64];
        ent_article *article = ent_i_article_new();
        assert_non_null(article);
        snprintf(given, sizeof given, "They%sleft.", cases[i].name);
        article->text = given;
        article->text_size = (uint32_t)strlen(given);
        assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
        add(article, 4, 4 + (uint32_t)strlen(cases[i].name), ENT_FIELD_TEXT);
        ent_i_mentions_place(article);
        if (article->mentions.n != cases[i].kept)
            fail_msg("case %zu: %zu", i, article->mentions.n);
        ent_article_free(article);
        ent_i_text_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mentions_are_put_in_order),
        cmocka_unit_test(test_overlaps_and_strays_are_dropped),
        cmocka_unit_test(test_annotations_may_nest),
        cmocka_unit_test(test_invisible_names_are_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
