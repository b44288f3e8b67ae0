/* The model of contacts: what is written is read again, what is broken is
 * refused; odds and confidences. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/slots.h"
#include "encounter/contact_model.h"

enum { CAP = 4 };
static const uint64_t known = 0x123456789ABCDEF0u;

/* One feature that speaks for a call which is planned. */
static void write_small(ent_i_string *out)
{
    uint16_t tags[CAP] = {0};
    ent_i_contact_row rows[CAP] = {{{0}}};
    uint32_t slot = ent_i_slot_take(tags, CAP, known);
    rows[slot].weight[ENT_I_REAL] = 10;
    rows[slot].weight[ENT_I_KIND + ENT_CALL] = 10;
    rows[slot].weight[ENT_I_STANDING + ENT_PLANNED] = 10;
    ent_i_contact_model model = {
        .tags = tags, .rows = rows, .cap = CAP, .threshold = 0.5f};
    for (unsigned i = 0; i < ENT_I_CONTACT_ROW; i++)
        model.scale[i] = 0.5f;
    for (unsigned i = 0; i < ENT_I_CONTACT_STEPS; i++)
        model.calibration[i] = 0.5f * (float)i / (ENT_I_CONTACT_STEPS - 1);
    out->n = 0;
    assert_true(ent_i_contact_model_write(&model, out));
}

static ent_status read_bytes(ent_i_contact_model *model, const void *bytes,
                             size_t size)
{
    ent_error error = {0};
    ent_status status =
        ent_i_contact_model_read(model, bytes, size, "test", &error);
    assert_true(status == ENT_OK || strstr(error.message, "test: expected"));
    return status;
}

static void test_round_trip(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_i_contact_model model;
    write_small(&bytes);
    assert_int_equal(read_bytes(&model, bytes.items, bytes.n), ENT_OK);
    ent_i_odds odds = ent_i_contact_judge(&model, &known, 1);
    assert_true(odds.real > 0.98f && odds.unreal < 0.01f);
    assert_true(odds.kind[ENT_CALL] > 0.98f);
    assert_true(odds.standing[ENT_PLANNED] > 0.97f);
    const uint64_t other = known + 1;
    odds = ent_i_contact_judge(&model, &other, 1);
    assert_float_equal(odds.real, 1.0f / 3.0f, 1e-6f);
    assert_float_equal(odds.standing[ENT_DENIED], 0.25f, 1e-6f);
    ent_i_vec_free(&bytes);
}

/* Confidences between two steps lie on the line between them. */
static void test_confidence(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_i_contact_model model;
    write_small(&bytes);
    assert_int_equal(read_bytes(&model, bytes.items, bytes.n), ENT_OK);
    assert_float_equal(ent_i_contact_confidence(&model, 0.0f), 0.0f, 1e-6f);
    assert_float_equal(ent_i_contact_confidence(&model, 0.31f), 0.155f, 1e-5f);
    assert_float_equal(ent_i_contact_confidence(&model, 1.0f), 0.5f, 1e-6f);
    ent_i_vec_free(&bytes);
}

/* Wherever one byte is another, or the rest is missing. */
static void test_damaged(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_i_contact_model model;
    write_small(&bytes);
    for (size_t i = 0; i < bytes.n; i++) {
        bytes.items[i] ^= 0x40;
        assert_int_equal(read_bytes(&model, bytes.items, bytes.n),
                         ENT_ERR_FORMAT);
        bytes.items[i] ^= 0x40;
        assert_int_equal(read_bytes(&model, bytes.items, i), ENT_ERR_FORMAT);
    }
    ent_i_vec_free(&bytes);
}

static void test_hidden_units_add_when_above_zero(void **state)
{
    (void)state;
    ent_i_contact_layer layer = {{{0}}};
    float sums[ENT_I_CONTACT_ROW] = {0};
    layer.weight[ENT_I_REAL][0] = 2.0f;
    layer.weight[ENT_I_REAL][1] = 2.0f;
    sums[ENT_I_OUTPUTS] = 3.0f;
    sums[ENT_I_OUTPUTS + 1] = -3.0f;
    ent_i_odds odds = ent_i_odds_of(&layer, sums);
    assert_float_equal(sums[ENT_I_REAL], 6.0f, 1e-6f);
    assert_true(odds.real > 0.99f);
}

static void test_built_in(void **state)
{
    (void)state;
    const ent_i_contact_model *model = ent_i_contact_model_default();
    assert_non_null(model);
    assert_true(model->threshold > 0.0f && model->threshold < 1.0f);
    for (unsigned i = 1; i < ENT_I_CONTACT_STEPS; i++)
        assert_true(model->calibration[i] >= model->calibration[i - 1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_confidence),
        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_hidden_units_add_when_above_zero),
        cmocka_unit_test(test_built_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
