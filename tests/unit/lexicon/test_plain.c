/* Entities and words broken at a line's end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lexicon/plain.h"

static void test_entities_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        int32_t character;
        uint32_t next;
    } cases[] = {
        {"&amp;x", '&', 5},
        {"&#39;", '\'', 5},
        {"&#x2019;", 0x2019, 8},
        {"&eacute;", 0xE9, 8},
        {"&yuml;", 0xFF, 6},
        {"&nbsp;", 0xA0, 6},
        {"&#128512;", 0x1F600, 9},
        {"&Amp;", 0, 0},
        {"&amp", 0, 0},
        {"&;", 0, 0},
        {"&#;", 0, 0},
        {"&#x;", 0, 0},
        {"&#0;", 0, 0},
        {"&#xD800;", 0, 0},
        {"&#1114112;", 0, 0},
        {"&#3a;", 0, 0},
        {"&longestname;", 0, 0},
        {"", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t next = 0, size = (uint32_t)strlen(cases[i].bytes);
        int32_t c = ent_i_entity(cases[i].bytes, 0, size, &next);
        if (c != cases[i].character || (c && next != cases[i].next))
            fail_msg("%s: %d to %u", cases[i].bytes, (int)c, next);
    }
    uint32_t next;
    assert_int_equal(ent_i_entity("&amp;", 0, 4, &next), 0);
}

static void test_words_are_made_plain(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Liam O&#39;Hara", "Liam O'Hara"},
        {"Jos&eacute; R&iacute;os", "Jos\u00E9 R\u00EDos"},
        {"R&amp;D &nothing;", "R&D &nothing;"},
        {"Rose Har-\ngrave", "Rose Hargrave"},
        {"Rose Har- \r\n  grave", "Rose Hargrave"},
        {"\u00C5sa Lund-\nqvist", "\u00C5sa Lundqvist"},
        {"Jean-\nLuc Roe", "Jean-Luc Roe"},
        {"vice-\npresident", "vice-president"},
        {"Kim Jong-\nun", "Kim Jong-un"},
        {"Ann -\nBob", "Ann -\nBob"},
        {"Ann-", "Ann-"},
        {"Ann-\n", "Ann-\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[64];
        size_t n = ent_i_plain(ent_i_lexicon_default(), cases[i][0],
                               strlen(cases[i][0]), out, sizeof out);
        assert_string_equal(out, cases[i][1]);
        assert_int_equal(n, strlen(out));
        if (strcmp(out, cases[i][0]) != 0)
            assert_true(ent_i_is_roundabout(cases[i][0], strlen(cases[i][0])));
    }
    char small[4];
    assert_int_equal(
        ent_i_plain(ent_i_lexicon_default(), "R&amp;D", 7, small, sizeof small),
        3);
    assert_string_equal(small, "R&D");
    assert_int_equal(
        ent_i_plain(ent_i_lexicon_default(), "&euro;", 6, small, 3), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entities_are_read),
        cmocka_unit_test(test_words_are_made_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
