/* Organisations and places: which names are one, and which acronyms stand for
 * which names in an article. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "cluster/cluster.h"
#include "cluster/group.h"
#include "corpus/corpus.h"
#include "names/things.h"
#include "unit/made.h"
#include "unit/random.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void key_of(ent_type type, const char *name, char out[64])
{
    size_t n = ent_i_thing_key(type, name, strlen(name), out, 64);
    assert_int_equal(n, strlen(out));
}

typedef struct same {
    ent_type type;
    const char *a, *b;
} same;

static const same equal[] = {
    {ENT_PLACE, "U.S.", "United States"},
    {ENT_PLACE, "US", "U.S."},
    {ENT_PLACE, "USA", "United States"},
    {ENT_PLACE, "U.S.A.", "United States"},
    {ENT_PLACE, "America", "the United States"},
    {ENT_PLACE, "United States of America", "U.S."},
    {ENT_PLACE, "UNITED STATES", "United States"},
    {ENT_PLACE, "U.K.", "United Kingdom"},
    {ENT_PLACE, "Britain", "UK"},
    {ENT_PLACE, "Great Britain", "Britain"},
    {ENT_PLACE, "Burma", "Myanmar"},
    {ENT_PLACE, "Holland", "the Netherlands"},
    {ENT_PLACE, "Ivory Coast", "C\u00f4te d'Ivoire"},
    {ENT_PLACE, "Russia", "Russian Federation"},
    {ENT_PLACE, "D.C.", "Washington, D.C."},
    {ENT_PLACE, "N.Y.", "New York"},
    {ENT_PLACE, "NYC", "New York City"},
    {ENT_PLACE, "L.A.", "Los Angeles"},
    {ENT_PLACE, "Z\u00fcrich", "Zurich"},
    {ENT_PLACE, "S\u00e3o Paulo", "Sao Paulo"},
    {ENT_PLACE, "\u041c\u043e\u0441\u043a\u0432\u0430", "Moskva"},
    {ENT_PLACE, "UAE", "United Arab Emirates"},
    {ENT_PLACE, "U.N.", "United Nations"},
    {ENT_PLACE, "S.C.", "South Carolina"},
    {ENT_PLACE, "Fla.", "Florida"},
    {ENT_PLACE, "Bergen, Norway", "Bergen"},
    {ENT_PLACE, "Washington, D.C., U.S.", "Washington"},
    {ENT_ORG, "CDC", "Centers for Disease Control and Prevention"},
    {ENT_ORG, "HHS", "Department of Health and Human Services"},
    {ENT_ORG, "Veterans Affairs", "Department of Veterans Affairs"},
    {ENT_ORG, "U.N.", "United Nations"},
    {ENT_ORG, "the United Nations", "UN"},
    {ENT_ORG, "E.U.", "European Union"},
    {ENT_ORG, "State Department", "Department of State"},
    {ENT_ORG, "the Department of State", "State Department"},
    {ENT_ORG, "Ministry of Defence", "Defence Ministry"},
    {ENT_ORG, "University of Oxford", "Oxford University"},
    {ENT_ORG, "Siemens AG", "Siemens"},
    {ENT_ORG, "Brock Corp.", "Brock"},
    {ENT_ORG, "Brock Corporation", "Brock Corp"},
    {ENT_ORG, "Hale Inc.", "Hale, Inc."},
    {ENT_ORG, "Dunn & Co.", "Dunn and Company"},
    {ENT_ORG, "Lund Ltd", "Lund Limited"},
    {ENT_ORG, "Volvo AB", "Volvo"},
    {ENT_ORG, "The Guardian", "Guardian"},
    {ENT_ORG, "AT&T", "AT&T Inc."},
    {ENT_ORG, "Coca-Cola", "Coca Cola"},
    {ENT_ORG, "McDonald's", "McDonald\u2019s"},
    {ENT_MISC, "the Cold War", "Cold War"},
};

static const same different[] = {
    {ENT_PLACE, "North Korea", "South Korea"},
    {ENT_PLACE, "New York", "York"},
    {ENT_PLACE, "Paris, Texas", "Paris"},
    {ENT_PLACE, "Va.", "Veterans Affairs"},
    {ENT_ORG, "VA", "Virginia"},
    {ENT_PLACE, "Georgia", "Virginia"},
    {ENT_PLACE, "Paris", "Parma"},
    {ENT_PLACE, "Sudan", "South Sudan"},
    {ENT_PLACE, "Guinea", "Guinea-Bissau"},
    {ENT_PLACE, "Niger", "Nigeria"},
    {ENT_PLACE, "Washington", "Washington State"},
    {ENT_ORG, "Deutsche Bank", "Deutsche Bahn"},
    {ENT_ORG, "Ministry of Defence", "Ministry of Finance"},
    {ENT_ORG, "State Department", "Department of Justice"},
    {ENT_ORG, "World Bank", "World Trade Organization"},
    {ENT_ORG, "Channel 4", "Channel 5"},
    {ENT_ORG, "Real Madrid", "Atletico Madrid"},
    {ENT_ORG, "House", "White House"},
    {ENT_ORG, "Bank of England", "Bank of Japan"},
};

static void test_names_that_are_one(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < COUNT(equal); i++) {
        char a[64], b[64];
        key_of(equal[i].type, equal[i].a, a);
        key_of(equal[i].type, equal[i].b, b);
        if (*a && strcmp(a, b) == 0)
            continue;
        print_error("%s: '%s', %s: '%s'\n", equal[i].a, a, equal[i].b, b);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_names_that_are_two(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(different); i++) {
        char a[64], b[64];
        key_of(different[i].type, different[i].a, a);
        key_of(different[i].type, different[i].b, b);
        if (strcmp(a, b) == 0)
            fail_msg("%s and %s are both '%s'", different[i].a, different[i].b,
                     a);
    }
}

/* The key of a key is the key: no rule works on what another has made. */
static void test_keys_are_made_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(equal); i++) {
        char once[64], twice[64];
        key_of(equal[i].type, equal[i].a, once);
        key_of(equal[i].type, once, twice);
        if (strcmp(once, twice) != 0)
            fail_msg("%s: '%s', then '%s'", equal[i].a, once, twice);
    }
}

static void test_keys_fit_any_room(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "Bank",   "of",   "the", "-",          "&",  ".", "\u00c9",
        "\u4e2d", "U.S.", " ",   "Department", "'s", ",", "\xFF"};
    uint64_t seed = 3;
    for (int i = 0; i < 3000; i++) {
        char name[2000] = "", out[300];
        for (uint32_t k = random_below(&seed, 60); k > 0; k--) {
            strcat(name, pieces[random_below(&seed, COUNT(pieces))]);
            strcat(name, random_below(&seed, 2) ? " " : "");
        }
        size_t room = 1 + random_below(&seed, (uint32_t)sizeof out);
        memset(out, 'x', sizeof out);
        for (int type = ENT_ORG; type <= ENT_MISC; type++) {
            size_t n =
                ent_i_thing_key((ent_type)type, name, strlen(name), out, room);
            assert_true(n < room);
            assert_int_equal(out[n], '\0');
            assert_int_equal(strlen(out), n);
            if (room < sizeof out)
                assert_int_equal(out[room], 'x');
        }
    }
}

/* ---- within an article ---- */

/* The clusters of the marked text's mentions, as letters. */
static void clusters_of(const char *marked, char found[32])
{
    ent_i_text text = {0};
    uint32_t letters[32];
    size_t used = 0;
    ent_article *article = made_article(marked, &text);
    assert_non_null(article);
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    size_t n = article->mentions.n;
    assert_true(n < 32);
    for (size_t i = 0; i < n; i++) {
        uint32_t cluster = article->mentions.items[i].cluster;
        size_t k = 0;
        while (k < used && letters[k] != cluster)
            k++;
        letters[k] = cluster;
        used += k == used;
        found[i] = (char)('a' + k);
    }
    found[n] = '\0';
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_acronyms_and_short_forms(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"The <O World Health Organization> spoke. <O WHO> left.", "aa"},
        {"<O WHO> left. The <O World Health Organization> spoke.", "aa"},
        {"<O World Trade Organization>, <O WTO>, <O WHO>.", "aab"},
        {"The <O International Monetary Fund> (<O IMF>) and the <O World "
         "Bank>.",
         "aab"},
        {"<O Lehman Brothers> fell. <O Lehman> was gone.", "aa"},
        {"<O Goldman Sachs> rose. <O Goldman> fell. <O Sachs> sat.", "aab"},
        {"<O Bank of England> and <O Bank of Japan>.", "ab"},
        {"<O U.N.> and <O United Nations> and <O UN>.", "aaa"},
        {"The <L United States>, the <L U.S.> and <L America>.", "aaa"},
        {"<L Paris> and <L Paris, Texas>.", "ab"},
        {"<O Paris> and <L Paris>.", "ab"},
        {"<L North Korea> and the <L North>.", "ab"},
        {"<O National Rifle Association>, the <O NRA>, the <O N.R.A.>.", "aaa"},
        {"<O Acme Corp.> and <O Acme>; <O ACME>.", "aaa"},
        {"<M Cold War> and the <M Cold War>.", "aa"},
        {"<O House> and <O White House>.", "ab"},
        {"<O Al Umbal> and <O al-Umbal>, not <O Al-Hadra>.", "aab"},
        {"The <O US Navy> and the <O UN>.", "ab"},
        {"<L Union Street> in the <L US>.", "ab"},
    };
    int wrong = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char found[32];
        clusters_of(cases[i][0], found);
        if (strcmp(found, cases[i][1]) == 0)
            continue;
        print_error("%s: %s, not %s\n", cases[i][0], found, cases[i][1]);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_that_are_one),
        cmocka_unit_test(test_names_that_are_two),
        cmocka_unit_test(test_keys_are_made_once),
        cmocka_unit_test(test_keys_fit_any_room),
        cmocka_unit_test(test_acronyms_and_short_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
