/* XML as events: what isn't well formed, and what entities stand for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/vec.h"
#include "source/xml.h"

static void start(void *ctx, const char *name,
                  const ent_i_attributes *attributes)
{
    char value[16];
    ent_i_string *out = ctx;
    assert_true(ent_i_string_addf(out, "<%s%s%s", ent_i_prefix(attributes),
                                  *ent_i_prefix(attributes) ? ":" : "", name));
    if (ent_i_attribute(attributes, "a", value, sizeof value))
        assert_true(ent_i_string_addf(out, " a=%s", value));
    assert_true(ent_i_string_adds(out, ">"));
}

static void end(void *ctx, const char *name)
{
    assert_true(ent_i_string_addf(ctx, "</%s>", name));
}

static void text(void *ctx, const char *bytes, size_t size)
{
    assert_true(ent_i_string_add(ctx, bytes, size));
}

static ent_status read(const char *document, ent_i_string *out, bool *unknown)
{
    static const ent_i_xml_events events = {start, end, text, true};
    *unknown = false;
    return ent_i_xml_read(document, strlen(document), &events, out, unknown,
                          NULL);
}

static void check(const char *document, const char *want, bool unknown)
{
    ent_i_string out = {0};
    bool found;
    assert_int_equal(read(document, &out, &found), ENT_OK);
    assert_string_equal(out.n ? out.items : "", want);
    assert_int_equal(found, unknown);
    ent_i_vec_free(&out);
}

static void test_elements(void **state)
{
    (void)state;
    check("<x xmlns:m='u'><m:y a='1&lt;2' b='3'/>z<![CDATA[<&]]></x>",
          "<x><m:y a=1<2></y>z<&</x>", false);
    check("<x a='longer than there is room'/>", "<x a=longer than the></x>",
          false);
    check("<?xml version='1.0' encoding='iso-8859-1'?><x>Zo\xC3\xAB</x>",
          "<x>Zo\xC3\xAB</x>", false);
}

/* Nothing is lost behind a mistake. */
static void test_mistakes(void **state)
{
    (void)state;
    check("<x>R&D & more &amp; A&lt;B</x>", "<x>R&D & more & A<B</x>", false);
    check("<x>&nothing; &amp; &eacute;</x>", "<x>&nothing; & \xC3\xA9</x>",
          true);
    check("<x><y>a</x>", "<x><y>a</y>", false);
    check("<x a='R&D'>b&amp;c</x>", "<x a=R>b&c</x>", false);
}

static void test_declared(void **state)
{
    (void)state;
    check("<!DOCTYPE x [<!ENTITY who 'Ann &roe;'><!ENTITY roe 'R&#246;e'>"
          "<!ENTITY roe 'Second'>]><x>&who;, &roe;</x>",
          "<x>Ann R\xC3\xB6"
          "e, R\xC3\xB6"
          "e</x>",
          false);
    check("<!DOCTYPE x [<!ENTITY amp2 '&#38;'><!ENTITY end 'a &amp; b &c;'>]>"
          "<x>&amp2;&end;</x>",
          "<x>&a & b &c;</x>", true);
    check("<!DOCTYPE x [<!ENTITY far SYSTEM 'file:///etc/passwd'>"
          "<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><x>&far;</x>",
          "<x>&far;</x>", true);
    check("<!DOCTYPE x [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><x>&a;</x>",
          "<x>&b;</x>", true);
}

/* However it is made: nested, repeated, long. */
static void test_bombs(void **state)
{
    (void)state;
    static const char *const declared[] = {
        "<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;'>"
        "<!ENTITY e '&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;'>",
        "<!ENTITY f '&f;&f;&f;&f;&f;&f;&f;&f;'>"};
    for (size_t i = 0; i < sizeof declared / sizeof *declared; i++) {
        ent_i_string document = {0}, out = {0};
        bool unknown;
        assert_true(ent_i_string_addf(&document, "<!DOCTYPE x [%s]><x>y ",
                                      declared[i]));
        for (int k = 0; k < 40000; k++)
            assert_true(ent_i_string_adds(&document, "&f;"));
        assert_true(ent_i_string_adds(&document, "</x>"));
        assert_int_equal(read(document.items, &out, &unknown), ENT_ERR_LIMIT);
        assert_true(out.n < 1 << 18);
        ent_i_vec_free(&document);
        ent_i_vec_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements),
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_declared),
        cmocka_unit_test(test_bombs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
