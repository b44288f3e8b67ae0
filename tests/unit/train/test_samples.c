/* What a model learns of a name that not all of its spots can hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "recognise/chain.h"
#include "train/samples.h"

enum { MOST = 16 };

/* "O" is outside; "B", "I", "E" and "S" are parts of a person's name, in lower
 * case of a place's. */
static uint8_t label_of(char letter)
{
    static const char parts[] = "BIES", small[] = "bies";
    const char *part = strchr(parts, letter);
    const char *of_place = strchr(small, letter);
    if (letter == 'O')
        return ENT_I_OUTSIDE;
    return (uint8_t)(part ? ent_i_label(0, (unsigned)(part - parts))
                          : ent_i_label(2, (unsigned)(of_place - small)));
}

static char letter_of(uint8_t label)
{
    if (label == ENT_I_OUTSIDE)
        return 'O';
    return (ent_i_label_type(label) ? "bies" : "BIES")[ent_i_label_part(label)];
}

/* The labels of the spots, as letters. A token marked "." in `spots` is none,
 * so that a stretch ends there. */
static const char *spots_of(const char *tokens, const char *spots)
{
    static char out[MOST + 1];
    uint8_t labels[MOST], found[MOST] = {0};
    ent_i_spot spot[MOST] = {{0}};
    ent_i_stretch stretch[MOST] = {{0}};
    ent_i_reading reading = {0};
    ent_i_sample sample = {.labels = labels};
    reading.spots.items = spot;
    reading.stretches.items = stretch;
    for (uint32_t i = 0; tokens[i]; i++) {
        labels[i] = label_of(tokens[i]);
        if (spots[i] == '.')
            continue;
        if (i == 0 || spots[i - 1] == '.')
            stretch[reading.stretches.n++].first = (uint32_t)reading.spots.n;
        stretch[reading.stretches.n - 1].n++;
        spot[reading.spots.n++].token = i;
    }
    ent_i_sample_spots(&sample, &reading, found);
    for (size_t i = 0; i < reading.spots.n; i++)
        out[i] = letter_of(found[i]);
    out[reading.spots.n] = '\0';
    return out;
}

static void test_names_are_learned_whole_or_not_at_all(void **state)
{
    (void)state;
    static const char *const samples[][3] = {
        /* tokens, which are spots, what the spots learn */
        {"OBEOSO", "xxxxxx", "OBEOSO"},
        {"BESBIE", "xxxxxx", "BESBIE"},
        {"BEbe", "xxxx", "BEbe"},
        /* A part is at no spot: nothing is learned of the others. */
        {"BIEO", "x.xx", "OOO"},
        {"BIEO", ".xxx", "OOO"},
        {"OBIE", "xxx.", "OOO"},
        {"BIIE", "xx..", "OO"},
        {"BIIE", ".xxx", "OOO"},
        /* Neighbours keep theirs. */
        {"BEBE", ".xxx", "OBE"},
        {"BEBE", "xxx.", "BEO"},
        {"IESb", ".xxx", "OSO"},
        {"SBIES", "xx.xx", "SOOS"},
        {"O", "x", "O"},
        {"", "", ""}};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        assert_string_equal(spots_of(samples[i][0], samples[i][1]),
                            samples[i][2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_learned_whole_or_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
