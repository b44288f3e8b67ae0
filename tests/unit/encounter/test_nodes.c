/* Tokens and mentions to nodes. A sentence is written as its nodes are read:
 * <persons>, {other names}, words; 's after an owner, - where two are joined.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/passage.h"
#include "marked_article.h"
#include "unit/encounter/read_passage.h"

static ent_i_passage reading;

static void add_node_text(ent_i_string *out, const ent_i_item *node)
{
    const char *open = node->what == ENT_I_PERSON ? "<"
                       : node->what == ENT_I_NAME ? "{"
                                                  : "";
    const char *close = *open == '<' ? ">" : *open ? "}" : "";
    /* A stop between names that are run together is not in the text. */
    bool added = node->start == node->end;
    const char *bytes = added ? node->text : reading.bytes + node->start;
    int size = added ? (int)strlen(node->text) : (int)(node->end - node->start);
    ent_i_string_addf(out, "%s%s%.*s%s%s%s", out->n ? " " : "", open, size,
                      bytes, close, node->possessive ? "'s" : "",
                      node->hyphen ? "-" : "");
}

static void expect(const char *marked, const char *expected)
{
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, NULL);
    read_passage(&reading, article, &text, 0);
    ent_i_string found = {0};
    assert_true(ent_i_string_adds(&found, ""));
    for (uint32_t i = 0; i < reading.node_count; i++)
        add_node_text(&found, &reading.nodes[i]);
    assert_string_equal(found.items, expected);
    ent_i_vec_free(&found);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_names_and_words(void **state)
{
    (void)state;
    expect("[Anna Berg] sang in {New York}.",
           "<Anna Berg> sang in {New York} .");
    expect("President [Berg] sang.", "<Berg> sang .");
    expect("He sat-down there.", "He sat-down there .");
    expect("It is 5 o'clock.", "It is 5 o'clock .");
}

/* Whether the first sentence has the word as one node. */
static bool has_node(const char *marked, const char *word)
{
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, NULL);
    bool found = false;
    read_passage(&reading, article, &text, 0);
    for (uint32_t i = 0; i < reading.node_count; i++)
        found |= strcmp(reading.nodes[i].text, word) == 0 &&
                 reading.nodes[i].is & ENT_I_W_ROLE;
    ent_article_free(article);
    ent_i_text_free(&text);
    return found;
}

/* In text that is wrapped, a line may end at a hyphen; of these only what is a
 * word with its hyphens is one, as the hyphen may be a dash. */
static void test_words_broken_at_a_line_end(void **state)
{
    (void)state;
#define REST                                                                   \
    " of an army that nobody whom we met saw in any old\n"                     \
    "battle since the long war between the two islands was over,\n"            \
    "and nobody among those who live there hopes to see it."
    assert_true(
        has_node("He is the commander-in-chief now.", "commander-in-chief"));
    assert_true(has_node("The old man with the long grey beard was the "
                         "commander-in-\nchief" REST,
                         "commander-in-chief"));
    assert_false(has_node("The old man with the long grey beard was a very "
                          "long-\nchief" REST,
                          "long-chief"));
#undef REST
}

static void test_owners(void **state)
{
    (void)state;
    expect("[Berg]'s dog", "<Berg>'s dog");
    expect("[Berg]\xE2\x80\x99s dog", "<Berg>'s dog");
    expect("[Marders]' dog", "<Marders>'s dog");
    expect("{Peru}'s dog", "{Peru}'s dog");
}

static void test_joined_names(void **state)
{
    (void)state;
    expect("The [Berg]-[Holm] row", "The <Berg>- <Holm> row");
    expect("A [Berg]-era law", "A {Berg}- {era} law");
    expect("An anti-[Berg] law", "An {anti}- {Berg} law");
    expect("The [Berg]\xE2\x80\x93[Holm] row", "The <Berg>- <Holm> row");
}

static void test_dashes_part(void **state)
{
    (void)state;
    expect("That day\xE2\x80\x94[Berg] met [Holm]\xE2\x80\x94[Lund] left.",
           "That day \xE2\x80\x94 <Berg> met <Holm> \xE2\x80\x94 <Lund> left "
           ".");
    expect("That day--[Berg] left.", "That day -- <Berg> left .");
    expect("That day\xE2\x80\x93[Berg] left.",
           "That day \xE2\x80\x93 <Berg> left .");
}

static void test_names_that_describe(void **state)
{
    (void)state;
    expect("The [Berg] campaign", "The {Berg} campaign");
    expect("[Berg]'s campaign", "<Berg>'s campaign");
    expect("The [Berg] and [Holm] camps", "The {Berg} and {Holm} camps");
    expect("[Berg] plans it", "<Berg> plans it");
    expect("[Berg] spokeswoman [Ida Holm]", "{Berg} <Ida Holm>");
    expect("[Berg] ([R-Ohio])", "<Berg> ( {R-Ohio} )");
}

static void test_words_set_off(void **state)
{
    (void)state;
    expect("A \"short talk\" followed.", "A short talk followed .");
    expect("A \xE2\x80\x9Cshort talk\xE2\x80\x9D followed.",
           "A short talk followed .");
    expect("On \"The Lake,\" he sang.", "On The Lake , he sang .");
    /* Speech, a name for somebody, and marks without a partner. */
    expect("\"Yes, sure,\" he said.", "\" Yes , sure , \" he said .");
    expect("\"I sang,\" he said.", "\" I sang , \" he said .");
    expect("He called [Berg] \"a fool\" again.",
           "He called <Berg> \" a fool \" again .");
    expect("A \"much too long and winding talk\" followed.",
           "A \" much too long and winding talk \" followed .");
    expect("A \"short talk followed.", "A \" short talk followed .");
    expect("A \"\" followed.", "A \" \" followed .");
}

static void test_names_run_together(void **state)
{
    (void)state;
    expect("[Mike Berg] Michael [BergHolm] sings. [Holm] left.",
           "<Mike Berg> Michael <Berg> . <Holm> sings .");
    expect("[Mike Berg] Michael [BergNobody] sings.",
           "<Mike Berg> Michael <Berg> . {Nobody} sings .");
    /* One name after all: nobody is called by its first part. */
    expect("[VandeHei] sings.", "<VandeHei> sings .");
    expect("[McConnell] sings. [Mc] left.", "<McConnell> sings .");
    expect("[Jo AnnHolm] sings. [Holm] and [Ann] left.",
           "<Jo AnnHolm> sings .");
}

static void test_contractions(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = read_article(&text, "She'll sing.", NULL);
    read_passage(&reading, article, &text, 0);
    assert_string_equal(reading.nodes[0].text, "she");
    assert_true(reading.nodes[0].is & ENT_I_W_PLAN);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_longest_sentence(void **state)
{
    (void)state;
    char marked[LONGEST] = "";
    for (int i = 0; i < ENT_I_NODES; i++)
        strcat(marked, "a ");
    ent_i_text text = {0};
    ent_article *article = read_article(&text, marked, NULL);
    read_passage(&reading, article, &text, 0);
    assert_int_equal(reading.node_count, ENT_I_NODES);
    ent_article_free(article);
    strcat(marked, "b");
    article = read_article(&text, marked, NULL);
    reading.article = article;
    reading.bytes = article->text;
    assert_false(ent_i_read_nodes(&reading, &text));
    ent_article_free(article);
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_and_words),
        cmocka_unit_test(test_words_broken_at_a_line_end),
        cmocka_unit_test(test_owners),
        cmocka_unit_test(test_joined_names),
        cmocka_unit_test(test_dashes_part),
        cmocka_unit_test(test_names_that_describe),
        cmocka_unit_test(test_words_set_off),
        cmocka_unit_test(test_names_run_together),
        cmocka_unit_test(test_contractions),
        cmocka_unit_test(test_longest_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
