/* Parts of a graph whose nodes come in any order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analyse/parts.h"

/* Two groups, their nodes mixed: 0-2-4 and 1-3, and a tie between them that
 * belongs to neither. */
static void test_places_when_groups_are_mixed(void **state)
{
    (void)state;
    const uint32_t group[] = {0, 1, 0, 1, 0};
    const ent_i_link links[] = {{2, 4, 5}, {1, 3, 7}, {0, 2, 6}, {0, 1, 9}};
    ent_i_parts parts;
    assert_true(ent_i_parts_make(&parts, group, 5, 2, links, 4));
    assert_int_equal(ent_i_part_size(&parts, 0), 3);
    assert_int_equal(ent_i_part_size(&parts, 1), 2);
    const uint32_t nodes[] = {0, 2, 4, 1, 3};
    assert_memory_equal(parts.nodes, nodes, sizeof nodes);
    assert_int_equal(parts.first_link[2], 3);
    const ent_i_link expected[] = {{1, 2, 5}, {0, 1, 6}, {0, 1, 7}};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(parts.links[i].a, expected[i].a);
        assert_int_equal(parts.links[i].b, expected[i].b);
        assert_true(parts.links[i].weight == expected[i].weight);
    }
    ent_i_parts_free(&parts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_when_groups_are_mixed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
