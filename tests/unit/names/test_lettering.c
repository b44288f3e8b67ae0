#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "names/lettering.h"

static void test_capitals_become_ordinary(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"ANN DUNN", "Ann Dunn"},
        {"DUNN", "Dunn"},
        {"DUNN-ROE", "Dunn-Roe"},
        {"JEAN-LUC O'HARA", "Jean-Luc O'Hara"},
        {"MCDUNN", "McDunn"},
        {"McDUNN", "McDunn"},
        {"LaDUNNE", "LaDunne"},
        {"BO MCDUNN", "Bo McDunn"},
        {"ANA M\u00DCLLER", "Ana M\u00FCller"},
        {"Ana M\u00DCLLER", "Ana M\u00FCller"},
        {"DUNN Ann", "Dunn Ann"},
        {"JO ROE", "Jo Roe"},
        {"JK DUNN III", "JK Dunn III"},
        {"J. K. DUNN", "J. K. Dunn"},
        {"HENRY IV", "Henry IV"},
        {"LI XI", "Li Xi"},
        {"NG'ANG'A", "Ng'ang'a"},
        /* left as they are */
        {"Ann Dunn", "Ann Dunn"},
        {"ROE", "ROE"},
        {"JFK", "JFK"},
        {"BCDF", "BCDF"},
        {"J. F.", "J. F."},
        {"DJ Dunn", "DJ Dunn"},
        {"JoAnn McDunn", "JoAnn McDunn"},
        {"AA\u4E2D\u4E2D", "AA\u4E2D\u4E2D"},
        {"", ""},
    };
    ent_i_arena arena = {0};
    int wrong = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = ent_i_ordinary_case(&arena, cases[i][0]);
        assert_non_null(found);
        if (strcmp(found, cases[i][1]) != 0) {
            print_error("%s: expected %s, found %s\n", cases[i][0], cases[i][1],
                        found);
            wrong++;
        }
    }
    ent_i_arena_free(&arena);
    assert_int_equal(wrong, 0);
}

static void test_no_memory(void **state)
{
    (void)state;
    ent_i_arena arena = {0};
    ent_i_memory_fail_from(1);
    assert_null(ent_i_ordinary_case(&arena, "ANN DUNN"));
    ent_i_memory_fail_from(0);
    ent_i_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_capitals_become_ordinary),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
