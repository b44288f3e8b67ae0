/* Names written surname first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "names/names.h"

static void check(const char *name, const char *turned)
{
    char out[64] = "";
    size_t n = ent_i_name_turn(name, strlen(name), out, sizeof out);
    assert_string_equal(n ? out : "", turned);
    assert_int_equal(n, strlen(turned));
}

static void test_names_are_turned(void **state)
{
    (void)state;
    check("Whitcombe, Hazel", "Hazel Whitcombe");
    check("Whitcombe,Hazel R.", "Hazel R. Whitcombe");
    check("Haddad, Samir, Jr.", "Samir Haddad Jr.");
    check("Haddad Jr., Samir", "Samir Haddad Jr.");
    check("de la Cruz, Ana\nMar\u00EDa", "Ana\nMar\u00EDa de la Cruz");
    check("ROSSI Giulia", "Giulia ROSSI");
    check("VAN DEN BERG Peter", "Peter VAN DEN BERG");
}

static void test_other_names_stay(void **state)
{
    (void)state;
    static const char *const names[] = {
        "",
        "Hazel Whitcombe",
        "Haddad, Jr.",
        "Rose, M.D.",
        ", Hazel",
        "Whitcombe,",
        "Roe, Ann, Ohio",
        "JK Rowe",
        "NBC Lesto",
        "Giulia ROSSI",
        "GIULIA ROSSI",
        "J.R. Berg",
        "Roe, Ann, Jr., Sr.",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check(names[i], "");
    char small[8];
    assert_int_equal(ent_i_name_turn("Whitcombe, Hazel", 16, small, 8), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_turned),
        cmocka_unit_test(test_other_names_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
