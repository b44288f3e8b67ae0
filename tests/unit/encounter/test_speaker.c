/* Who says what stands in quotation marks, and whom "I" and "he" stand for
 * there. Persons stand in [brackets]. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/reference.h"
#include "unit/encounter/read_passage.h"
#include "unit/stated.h"

/* The text of the node that speaks the first node so written, or "". */
static void speaker_is(const char *marked, const char *word,
                       const char *expected)
{
    static ent_i_passage r;
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, "2014-03-29");
    read_passage(&r, article, &text, 0);
    uint32_t i = 0;
    while (i < r.node_count && strcmp(r.nodes[i].text, word) != 0)
        i++;
    assert_true(i < r.node_count);
    uint32_t speaker = ent_i_speaker_of(&r, i);
    assert_string_equal(speaker == ENT_NONE ? "" : r.nodes[speaker].text,
                        expected);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_where_the_speaker_stands(void **state)
{
    (void)state;
    speaker_is("\"Now I can see the lake,\" [Berg] said.", "i", "berg");
    speaker_is("\"Now I can see the lake,\" said Senator [Berg].", "i", "berg");
    speaker_is("\"Now I can see the lake,\" [Berg], 61, later wrote.", "i",
               "berg");
    speaker_is("\"Now I can see the lake,\" he said.", "i", "he");
    speaker_is("[Berg] said: \"Now I can see the lake.\"", "i", "berg");
    speaker_is("[Berg] told a cook that \"now I can see the lake\" again.", "i",
               "berg");
    /* The quotation began in a sentence before. */
    speaker_is("Now I can see the lake,\" said [Berg].", "i", "berg");
    speaker_is("\xE2\x80\x9CNow I can see the lake,\xE2\x80\x9D [Berg] said.",
               "i", "berg");
}

static void test_where_nobody_speaks(void **state)
{
    (void)state;
    speaker_is("Now I can see [Berg].", "i", "");
    speaker_is("\"Now I can see [Berg].\"", "i", "");
    speaker_is("\"Now I can see the lake,\" and [Berg] said nothing.", "i", "");
    speaker_is("\"Now I can see the lake,\" the cook said of [Berg].", "i", "");
    /* Between two quotations. */
    speaker_is("\"See the lake and trees,\" I heard, \"and the far hills,\" "
               "[Berg] said.",
               "i", "");
}

static void test_first_person(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"\"I met [Holm] on Friday,\" [Berg] said.",
         "meet held: Holm, Berg; 2014-03-28"},
        {"\"My lunch with [Holm] was cold,\" said [Berg].",
         "meet held: Holm, Berg"},
        {"\"Then [Holm] called me on Friday,\" [Berg] said.",
         "call held: Holm, Berg; 2014-03-28"},
        {"[Karl Holm] came. \"I dined with [Berg] twice,\" he said.",
         "meet held: Holm, Berg"},
        /* The reporter, or nobody we know. */
        {"I met [Holm] and [Berg] said nothing.", ""},
        {"\"I met [Holm] on Friday,\" a cook said.", ""},
        {"[Holm] told me about [Berg].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_third_person_in_speech(void **state)
{
    (void)state;
    static const sample samples[] = {
        /* "he" is not who speaks, and he who speaks is not in his words. */
        {"[Lund] slept. \"Last year he met [Holm] in {Rome},\" [Berg] said.",
         "meet held: Lund, Holm; Last year; Rome"},
        {"[Lund] slept. \"So we all met [Holm] there,\" he told [Berg].",
         "meet held: Lund, Berg"},
    };
    EXPECT_ALL(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_where_the_speaker_stands),
        cmocka_unit_test(test_where_nobody_speaks),
        cmocka_unit_test(test_first_person),
        cmocka_unit_test(test_third_person_in_speech),
        cmocka_unit_test(test_few_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
