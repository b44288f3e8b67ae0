/* The steps from a page's bytes to its blocks and facts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/article.h"
#include "source/html_facts.h"
#include "source/readers.h"

/* What is made of a page, freed together. */
typedef struct made {
    ent_i_html_source source;
    ent_i_arena arena;
    ent_i_html_page page;
    ent_i_html_facts facts;
} made;

static void make(made *m, const char *markup)
{
    const GumboNode *root;
    *m = (made){.arena = {0}};
    assert_int_equal(ent_i_html_trim(&m->source, markup, strlen(markup), NULL),
                     ENT_OK);
    assert_int_equal(
        ent_i_html_parse(&root, &m->arena, &m->source.markup, NULL), ENT_OK);
    assert_true(ent_i_html_blocks(&m->page, root));
    assert_true(
        ent_i_html_find_facts(&m->facts, &m->arena, root, &m->source.data, 0));
}

static void drop(made *m)
{
    ent_i_html_page_free(&m->page);
    ent_i_arena_free(&m->arena);
    ent_i_vec_free(&m->source.markup);
    ent_i_vec_free(&m->source.data);
}

static void test_trimming(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a<script>if (x < y) '<p>'</script>b", "ab"},
        {"a<!-- <p> -->b", "ab"},
        {"a<STYLE>p > q</style >b", "ab"},
        {"a<title>x < y</title>b", "a<title>x < y</title>b"},
        {"a<script>never closed", "a"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_html_source source = {0};
        assert_int_equal(
            ent_i_html_trim(&source, cases[i][0], strlen(cases[i][0]), NULL),
            ENT_OK);
        assert_string_equal(source.markup.items, cases[i][1]);
        ent_i_vec_free(&source.markup);
        ent_i_vec_free(&source.data);
    }
}

static void test_blocks(void **state)
{
    (void)state;
    made m;
    make(&m, "<body><nav><a href='/'>Home</a></nav><article><h1>Roe</h1>"
             "<p>Ann <b>Roe</b> met\n Ben&nbsp;Poe<br>in Par&shy;is.</p>"
             "</article>");
    static const char *const want[] = {"Home", "Roe",
                                       "Ann Roe met Ben Poe\nin Paris."};
    assert_int_equal(m.page.blocks.n, 3);
    for (size_t i = 0; i < 3; i++) {
        const ent_i_html_block *b = &m.page.blocks.items[i];
        assert_int_equal(b->end - b->start, strlen(want[i]));
        assert_memory_equal(m.page.text.items + b->start, want[i],
                            strlen(want[i]));
    }
    const ent_i_html_block *blocks = m.page.blocks.items;
    const ent_i_html_element *elements = m.page.elements.items;
    assert_int_equal(blocks[0].links, 4);
    assert_int_equal(blocks[2].bold, 3);
    assert_true(elements[blocks[0].element].in & ENT_I_IN_NAV);
    assert_true(elements[blocks[2].element].in & ENT_I_IN_ARTICLE);
    drop(&m);
}

/* Lines lose what is hidden in them; hidden elements are marked. */
static void test_hidden(void **state)
{
    (void)state;
    static const char *const ways[] = {"hidden", "aria-hidden=true",
                                       "style='color: red; Display : none'",
                                       "style='visibility:hidden'"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char markup[200];
        made m;
        snprintf(markup, sizeof markup,
                 "<p>Ann <span %s>x <b>y</b></span><a href=/ %s>z</a>Roe</p>"
                 "<div %s><p>Ben Poe</p></div>",
                 ways[i], ways[i], ways[i]);
        make(&m, markup);
        assert_int_equal(m.page.blocks.n, 2);
        const ent_i_html_block *b = m.page.blocks.items;
        assert_memory_equal(m.page.text.items + b->start, "Ann Roe",
                            b->end - b->start);
        const ent_i_html_element *e = m.page.elements.items;
        assert_false(e[b[0].element].in & ENT_I_IN_HIDDEN);
        assert_true(e[b[1].element].in & ENT_I_IN_HIDDEN);
        drop(&m);
    }
    made m;
    make(&m, "<p style='display:block; quotes:none'>Ann Roe</p>");
    assert_false(m.page.elements.items[m.page.blocks.items[0].element].in &
                 ENT_I_IN_HIDDEN);
    drop(&m);
}

static void check_fact(const char *markup, ent_i_fact fact, const char *value,
                       const char *from)
{
    made m;
    make(&m, markup);
    if (value) {
        assert_non_null(m.facts.of[fact].value);
        assert_string_equal(m.facts.of[fact].value, value);
        assert_string_equal(m.facts.of[fact].from, from);
    } else {
        assert_null(m.facts.of[fact].value);
    }
    drop(&m);
}

/* The surest place is taken, and what can't be what it should be is not. */
static void test_facts(void **state)
{
    (void)state;
    check_fact("<title>Roe in Paris today | The Daily</title>",
               ENT_I_FACT_TITLE, "Roe in Paris today", "markup");
    check_fact("<title>A</title><meta property=og:title content='R&amp;D'>",
               ENT_I_FACT_TITLE, "R&D", "meta");
    check_fact("<script type=application/ld+json>{\"@type\":\"NewsArticle\","
               "\"headline\":\"Talks\",\"datePublished\":\"2014-03-29\"}"
               "</script><title>Other</title>",
               ENT_I_FACT_TITLE, "Talks", "json-ld");
    check_fact("<meta name=date content=soon><time datetime=2014-03-29>x",
               ENT_I_FACT_DATE, "2014-03-29", "markup");
    check_fact("<meta name=date content=1396051200>", ENT_I_FACT_DATE,
               "1396051200", "meta");
    check_fact("<meta name=date content=soon>", ENT_I_FACT_DATE, NULL, NULL);
    check_fact("<meta name=author content='http://a.example/roe'>",
               ENT_I_FACT_AUTHOR, NULL, NULL);
    check_fact("<span itemprop=author><img alt=x><b itemprop=name>Ann Roe</b> "
               "Oslo</span>",
               ENT_I_FACT_AUTHOR, "Ann Roe", "microdata");
    check_fact("<html lang=en-GB>", ENT_I_FACT_LANGUAGE, "en-GB", "markup");
}

/* Where only a class says who wrote it, other words stand around the name. */
static void test_author_in_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<p class=author>Ann Roe", "Ann Roe"},
        {"<p class='entry-author vcard'> by Ann Roe", "Ann Roe"},
        {"<p class=byline>Posted by Ann Roe and Max Poe, May 3",
         "Ann Roe and Max Poe"},
        {"<p class=author>Von Ann Roe und Max Poe, 24. Januar",
         "Ann Roe und Max Poe"},
        {"<p class=autor>Text und Fotos: Ann Roe", "Ann Roe"},
        {"<p class=author>Ann May", "Ann May"},
        {"<p class=author>Ann Roe @annroe", "Ann Roe"},
        {"<p class=author>Ann Roe im Gespr\xC3\xA4"
         "ch mit Max Poe",
         NULL},
        {"<p class=author>Admin", NULL},
        {"<p class=comment-author>Ann Roe", NULL},
        {"<p class=author>Ann Roe</p><a rel=author>Max Poe</a>", "Max Poe"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_fact(cases[i][0], ENT_I_FACT_AUTHOR, cases[i][1], "markup");
#define BODY(type)                                                             \
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":"  \
    "{\"@type\":\"" type "\",\"name\":\"The Daily\"}}</script>"
    check_fact(BODY("Organization"), ENT_I_FACT_AUTHOR, "The Daily", "json-ld");
    check_fact(BODY("Organization") "<p class=author>Ann Roe",
               ENT_I_FACT_AUTHOR, "Ann Roe", "markup");
    check_fact(BODY("Person") "<p class=author>Ann Roe", ENT_I_FACT_AUTHOR,
               "The Daily", "json-ld");
#undef BODY
}

static void test_charset(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"<meta charset=\"iso-8859-2\">", "iso-8859-2"},
        {"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>",
         "koi8-r"},
        {"<meta name=x content=y>", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char name[40];
        const char *found = ent_i_html_charset(cases[i][0], strlen(cases[i][0]),
                                               name, sizeof name);
        if (cases[i][1]) {
            assert_non_null(found);
            assert_string_equal(found, cases[i][1]);
        } else {
            assert_null(found);
        }
    }
}

/* Time and memory stay bounded, whatever is nested. */
static void test_nesting_is_bounded(void **state)
{
    (void)state;
    ent_i_string deep = {0};
    ent_i_html_source source = {0};
    for (int i = 0; i < 200000; i++)
        assert_true(ent_i_string_adds(&deep, "<div>"));
    assert_int_equal(ent_i_html_trim(&source, deep.items, deep.n, NULL),
                     ENT_ERR_LIMIT);
    ent_i_vec_free(&source.markup);
    ent_i_vec_free(&source.data);
    ent_i_vec_free(&deep);
}

static void test_plain(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const char markup[] =
        "<p>One &amp; two.<p hidden>Not this.<p>Three<br>four.";
    assert_int_equal(ent_i_html_plain(&out, markup, sizeof markup - 1, NULL),
                     ENT_OK);
    assert_string_equal(out.items, "One & two.\n\nThree\nfour.");
    ent_i_vec_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trimming),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_author_in_words),
        cmocka_unit_test(test_charset),
        cmocka_unit_test(test_nesting_is_bounded),
        cmocka_unit_test(test_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
