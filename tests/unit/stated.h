/* Sentences in our own words and the encounters they state. Persons stand in
 * [brackets], places in {braces}; the date of each article is Saturday, 29
 * March 2014. An encounter is written "kind standing: person, person; day;
 * place". */
#ifndef TESTS_STATED_H
#define TESTS_STATED_H

#include "encounter/encounter.h"
#include "marked_article.h"

static inline void describe(const ent_article *article, const ent_encounter *e,
                            ent_i_string *out)
{
    char day[16];
    ent_i_string_addf(out, "%s%s %s: ", out->n ? " | " : "",
                      ent_kind_name((ent_kind)e->kind),
                      ent_standing_name((ent_standing)e->standing));
    for (uint32_t i = 0; i < e->participant_count; i++) {
        const ent_mention *m = &article->mentions.items[e->participants[i]];
        ent_i_string_addf(out, "%s%s", i ? ", " : "",
                          last_word(article->clusters.items[m->cluster].name));
    }
    if (e->when != ENT_NO_DATE)
        ent_i_string_addf(out, "; %s", ent_date_format(e->when, day));
    else if (e->when_text)
        ent_i_string_addf(out, "; %s", e->when_text);
    if (e->where)
        ent_i_string_addf(out, "; %s", e->where);
}

/* A trained model reads the sentences, and each training of it reads a few of
 * them otherwise: each test program ends with test_few_are_wrong. */
static int stated, wrong;

/* Writes what is found in an article. */
typedef void (*finding)(ent_article *article, const ent_i_text *text,
                        ent_i_string *found);

static inline void check_found(const char *date, const char *marked,
                               const char *expected, finding find)
{
    ent_i_text text = {0};
    ent_i_string found = {0};
    ent_article *article = read_article(&text, marked, date);
    stated++;
    assert_true(ent_i_string_adds(&found, ""));
    find(article, &text, &found);
    if (strcmp(found.items, expected) != 0) {
        print_error("%s\n  expected: %s\n  found:    %s\n", marked, expected,
                    found.items);
        wrong++;
    }
    ent_i_vec_free(&found);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static inline void find_encounters(ent_article *article, const ent_i_text *text,
                                   ent_i_string *found)
{
    assert_int_equal(ent_i_find_encounters(article, text, NULL), ENT_OK);
    for (size_t i = 0; i < article->encounters.n; i++)
        describe(article, &article->encounters.items[i], found);
}

static inline void expect_on(const char *date, const char *marked,
                             const char *expected)
{
    check_found(date, marked, expected, find_encounters);
}

typedef struct sample {
    const char *marked;
    const char *expected;
} sample;

static inline void expect_all(const sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_on("2014-03-29", samples[i].marked, samples[i].expected);
}

static inline void test_few_are_wrong(void **state)
{
    enum { ONE_IN = 20 };
    (void)state;
    assert_true(stated > 0);
    assert_true(wrong * ONE_IN <= stated);
}

#define EXPECT_ALL(samples)                                                    \
    expect_all(samples, sizeof(samples) / sizeof *(samples))

#endif
