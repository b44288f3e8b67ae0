/* Character references and soft hyphens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "source/characters.h"

static void check(const char *from, bool hyphens, const char *want)
{
    char text[128];
    strcpy(text, from);
    size_t size = ent_i_resolve_characters(text, strlen(text), hyphens);
    assert_string_equal(text, want);
    assert_int_equal(size, strlen(want));
}

static void test_references(void **state)
{
    (void)state;
    check("AT&amp;T &lt;Roe&gt; &quot;Poe&quot;", true, "AT&T <Roe> \"Poe\"");
    check("Omara&#8217;s, Omara&#x2019;s, Omara&#X2019;s, Omara&rsquo;s", true,
          "Omara\u2019s, Omara\u2019s, Omara\u2019s, Omara\u2019s");
    check("Ren&eacute; &Ouml;zil&nbsp;&yuml;", true,
          "Ren\u00e9 \u00d6zil\u00a0\u00ff");
    check("&#x10FFFD;", true, "\U0010FFFD");
    check("&amp;amp;", true, "&amp;");
}

static void test_what_is_none(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",     "&",        "&;",       "&#;",        "&#x;",        "&#0;",
        "&#7;", "&#128;",   "&#xD800;", "&#1114112;", "&#99999999;", "&nosuch;",
        "&amp", "A & B; C", "&#12a;",   "Roe &Poe;",  "&#x110000;",  "& amp;"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i], true, cases[i]);
}

static void test_soft_hyphens(void **state)
{
    (void)state;
    check("Ro\u00ade\u00ad", true, "Roe");
    check("Ro\u00ade \u00a9", false, "Ro\u00ade \u00a9");
    check("Ro&shy;e", false, "Roe");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_what_is_none),
        cmocka_unit_test(test_soft_hyphens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
