/* The lexicon of contact: forms, classes of small words, trust. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/contact_words.h"

static const ent_i_lexeme *look_up(const char *word)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word));
}

static uint32_t bits(const char *word)
{
    return ent_i_word_bits(look_up(word), word);
}

static bool is_contact(const char *word)
{
    return ent_i_is_contact_word(look_up(word));
}

static void verb_is(const char *word, const char *lemma, ent_i_word_form form)
{
    const ent_i_lexeme *found = look_up(word);
    assert_true(bits(word) & ENT_I_W_CONTACT_V);
    assert_non_null(found->verb);
    assert_string_equal(found->verb->lemma, lemma);
    assert_int_equal(ent_i_form_of(found), form);
    assert_true(is_contact(word));
}

static void test_regular_forms(void **state)
{
    (void)state;
    verb_is("greet", "greet", ENT_I_FORM_BASE);
    verb_is("greets", "greet", ENT_I_FORM_THIRD);
    verb_is("greeted", "greet", ENT_I_FORM_PAST);
    verb_is("greeting", "greet", ENT_I_FORM_ING);
    /* -e, -y, a hiss */
    verb_is("dining", "dine", ENT_I_FORM_ING);
    verb_is("dined", "dine", ENT_I_FORM_PAST);
    verb_is("accompanies", "accompany", ENT_I_FORM_THIRD);
    verb_is("accompanied", "accompany", ENT_I_FORM_PAST);
    verb_is("accompanying", "accompany", ENT_I_FORM_ING);
    verb_is("reaches", "reach", ENT_I_FORM_THIRD);
    verb_is("prays", "pray", ENT_I_FORM_THIRD);
    verb_is("photographs", "photograph", ENT_I_FORM_THIRD);
    assert_false(is_contact("photographes"));
}

static void test_irregular_forms(void **state)
{
    (void)state;
    verb_is("met", "meet", ENT_I_FORM_PAST);
    verb_is("spoke", "speak", ENT_I_FORM_PAST);
    verb_is("spoken", "speak", ENT_I_FORM_PAST);
    verb_is("shook", "shake", ENT_I_FORM_PAST);
    verb_is("sitting", "sit", ENT_I_FORM_ING);
    verb_is("flies", "fly", ENT_I_FORM_THIRD);
    verb_is("hugging", "hug", ENT_I_FORM_ING);
    verb_is("wrote", "write", ENT_I_FORM_PAST);
}

static void test_verb_and_noun(void **state)
{
    (void)state;
    const ent_i_lexeme *calls = look_up("calls");
    assert_non_null(calls->verb);
    assert_non_null(calls->noun);
    assert_string_equal(calls->noun->lemma, "call");
    assert_int_equal(calls->noun->kind, ENT_CALL);
    assert_int_equal(ent_i_form_of(calls), ENT_I_FORM_THIRD);
    const ent_i_lexeme *summits = look_up("summits");
    assert_null(summits->verb);
    assert_int_equal(ent_i_form_of(summits), ENT_I_FORM_THIRD);
    const ent_i_lexeme *meeting = look_up("meeting");
    assert_string_equal(meeting->noun->lemma, "meeting");
    assert_string_equal(meeting->verb->lemma, "meet");
    assert_int_equal(ent_i_form_of(meeting), ENT_I_FORM_ING);
}

static void test_particles(void **state)
{
    (void)state;
    assert_string_equal(look_up("sat")->verb->particle, "down");
    assert_string_equal(look_up("faces")->verb->particle, "off");
    assert_null(look_up("met")->verb->particle);
}

static void test_classes(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        uint32_t is;
    } words[] = {
        {"will", ENT_I_W_MODAL | ENT_I_W_PLAN},
        {"never", ENT_I_W_NEG | ENT_I_W_DENY},
        {"before", ENT_I_W_PREP | ENT_I_W_COMP | ENT_I_W_PLAN},
        {"his", ENT_I_W_DET | ENT_I_W_PRONOUN},
        {"president", ENT_I_W_ROLE},
        {"tuesday", ENT_I_W_DAY},
        {"campaign", ENT_I_W_BELONGS | ENT_I_W_CONTACT_V},
        {"cancelled", ENT_I_W_DENY},
        {"eagerness", ENT_I_W_PROPOSE},
        {"phone", ENT_I_W_FAR | ENT_I_W_CONTACT_V},
        {"dinner", ENT_I_W_NEAR | ENT_I_W_CONTACT_N},
        /* guessed by their endings */
        {"grumpily", ENT_I_W_ADVERB},
        {"varnished", ENT_I_W_VERB},
        {"needn't", ENT_I_W_AUX | ENT_I_W_NEG | ENT_I_W_DENY},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint32_t is = bits(words[i].word);
        if ((is & words[i].is) != words[i].is)
            fail_msg("%s: %x lacks some of %x", words[i].word, (unsigned)is,
                     (unsigned)words[i].is);
    }
}

static void test_what_is_no_word(void **state)
{
    (void)state;
    assert_int_equal(bits(""), 0);
    assert_int_equal(bits("teapot"), 0);
    assert_false(is_contact("teapot"));
    assert_false(is_contact(""));
    assert_false(is_contact("the"));
    /* Longer than any in the table; neither cut nor read past. */
    assert_false(is_contact("meetmeetmeetmeetmeetmeetmeetmeet"));
    assert_int_equal(bits("teapotteapotteapotteapotteapot"), 0);
    /* A beginning is not the word. */
    assert_false(is_contact("mee"));
}

static void test_trust(void **state)
{
    (void)state;
    for (uint8_t sort = ENT_I_S_MEET; sort <= ENT_I_S_CAPTION; sort++) {
        float named = ent_i_trust(sort, false);
        float referred = ent_i_trust(sort, true);
        assert_true(0.5F < referred && referred < named && named < 1);
    }
    /* What is said in public as well is surer than nothing but not much. */
    assert_true(ent_i_trust(ENT_I_S_PLEAD, false) <
                ent_i_trust(ENT_I_S_MEET, false));
    assert_true(ent_i_trust(ENT_I_S_JOIN, false) <
                ent_i_trust(ENT_I_S_WRITE, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_regular_forms),
        cmocka_unit_test(test_irregular_forms),
        cmocka_unit_test(test_verb_and_noun),
        cmocka_unit_test(test_particles),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_what_is_no_word),
        cmocka_unit_test(test_trust),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
