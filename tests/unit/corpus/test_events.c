/* Which statements tell of one event, and what they say together. Sentences are
 * "a met b.", numbered on through the title and the text. */
#include "unit/hand_corpus.h"

#include "corpus/events.h"

/* One statement in an article of one sentence. */
typedef struct told {
    const char *date; /* of the article; NULL: unknown */
    const char *text;
    const char *when; /* NULL: not told */
    const char *where;
    ent_kind kind;
    ent_standing standing;
    uint8_t form;
    uint8_t weak;
} told;

/* Adds an encounter of all who are named in sentence `number`. */
static void state_sentence(ent_article *article, uint32_t number,
                           const told *one)
{
    uint32_t *people = ent_i_arena_alloc(
        &article->arena, article->mentions.n * sizeof *people);
    ent_encounter e = {.participants = people,
                       .sentence = number,
                       .field = ENT_FIELD_TEXT,
                       .where = one->where,
                       .when = ENT_NO_DATE,
                       .confidence = 0.9F,
                       .kind = (uint8_t)one->kind,
                       .standing = (uint8_t)one->standing,
                       .form = one->form,
                       .weak = one->weak};
    assert_non_null(people);
    for (uint32_t i = 0; i < article->mentions.n; i++)
        if (article->mentions.items[i].sentence == number)
            people[e.participant_count++] = i;
    if (one->when && !ent_date_parse(one->when, &e.when))
        e.when = ENT_NO_DATE;
    e.when_first = e.when_last = e.when;
    e.when_from = one->when ? ENT_WHEN_TEXT : ENT_WHEN_ARTICLE;
    e.when_text = one->when;
    assert_true(ent_i_vec_push(&article->encounters, e));
}

static void tell(ent_corpus *corpus, const told *one)
{
    ent_article *article = hand_article(corpus, one->date, "", one->text);
    state_sentence(article, 0, one);
}

/* Whether two statements, each in an article of its own, are one event. */
static bool are_one(const told *a, const told *b)
{
    ent_corpus corpus = {0};
    ent_i_statements found = {0};
    hand_actors(&corpus, "abcde");
    tell(&corpus, a);
    tell(&corpus, b);
    assert_true(ent_i_find_events(&found, &corpus));
    bool one = ent_i_event_of(&found, 0, 0) == ent_i_event_of(&found, 1, 0);
    assert_int_equal(found.days.n, one ? 1 : 2);
    ent_i_statements_free(&found);
    hand_free(&corpus);
    return one;
}

typedef struct pair_of {
    told a, b;
    bool one;
} pair_of;

static void expect_pairs(const pair_of *pairs, size_t n)
{
    int wrong = 0;
    for (size_t i = 0; i < n; i++)
        for (int turned = 0; turned < 2; turned++) {
            const told *a = turned ? &pairs[i].b : &pairs[i].a;
            const told *b = turned ? &pairs[i].a : &pairs[i].b;
            if (are_one(a, b) == pairs[i].one)
                continue;
            print_error("pair %zu%s: \"%s\", \"%s\"\n", i,
                        turned ? ", turned" : "", a->text, b->text);
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

#define EXPECT_PAIRS(pairs) expect_pairs(pairs, sizeof(pairs) / sizeof *(pairs))

static void test_who_and_when(void **state)
{
    (void)state;
    static const pair_of pairs[] = {
        /* The same day, whenever it is printed. */
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-09-01", .text = "b saw a.", .when = "2014-03-05"},
         true},
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "b saw a.", .when = "2014-03-04"},
         false},
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "a met c.", .when = "2014-03-05"},
         false},
        /* One article names more of those present. */
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "a, b and c met.",
          .when = "2014-03-05"},
         true},
        {{.date = "2014-03-06", .text = "a, b, c and d met.",
          .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "a, b and e met, not c d.",
          .when = "2014-03-04"},
         false},
        /* News of the day without a word of it. */
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "b saw a."},
         true},
        {{.date = "2014-03-06", .text = "a met b."},
         {.date = "2014-03-07", .text = "b saw a."},
         true},
        {{.date = "2014-03-06", .text = "a met b."},
         {.date = "2014-03-20", .text = "b saw a."},
         false},
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-04-06", .text = "b saw a."},
         false},
        /* Words without days speak of another time. */
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "b saw a.", .when = "years ago"},
         false},
        {{.text = "a met b."}, {.text = "b saw a."}, false},
    };
    EXPECT_PAIRS(pairs);
}

static void test_kind_form_and_place(void **state)
{
    (void)state;
    static const pair_of pairs[] = {
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "b rang a.", .when = "2014-03-05",
          .kind = ENT_CALL},
         false},
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
         {.date = "2014-03-06", .text = "b beside a.", .when = "2014-03-05",
          .kind = ENT_JOINT},
         true},
        {{.date = "2014-03-06", .text = "a met b."},
         {.date = "2014-03-06", .text = "b beside a.", .kind = ENT_JOINT},
         false},
        {{.date = "2014-03-06", .text = "a met b.", .form = ENT_FORM_DEBATE},
         {.date = "2014-03-06", .text = "b saw a.", .form = ENT_FORM_INTERVIEW},
         false},
        {{.date = "2014-03-06", .text = "a met b.", .form = ENT_FORM_DEBATE},
         {.date = "2014-03-06", .text = "b saw a."},
         true},
        {{.date = "2014-03-06", .text = "a met b.", .where = "Oslo"},
         {.date = "2014-03-06", .text = "b saw a.", .where = "Rome"},
         false},
        {{.date = "2014-03-06", .text = "a met b.", .where = "Oslo"},
         {.date = "2014-03-06", .text = "b saw a.", .where = "Oslo City Hall"},
         true},
        /* On one day the two are in one place, whatever it is called. */
        {{.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05",
          .where = "Washington"},
         {.date = "2014-03-06", .text = "b saw a.", .when = "2014-03-05",
          .where = "White House"},
         true},
        /* Words in another article may have been said at any time. */
        {{.date = "2014-03-06", .text = "a met b."},
         {.date = "2014-03-06", .text = "b told a.", .weak = ENT_WEAK_TOLD},
         false},
        {{.date = "2014-03-06", .text = "a met b."},
         {.date = "2014-03-06", .text = "b saw a often.",
          .weak = ENT_WEAK_SEVERAL},
         false},
        {{.date = "2014-03-06", .text = "b told a.", .weak = ENT_WEAK_TOLD},
         {.date = "2014-04-06", .text = "b told a.", .weak = ENT_WEAK_TOLD},
         true},
    };
    EXPECT_PAIRS(pairs);
}

static void test_plans(void **state)
{
    (void)state;
    static const pair_of pairs[] = {
        {{.date = "2014-03-02", .text = "a will meet b.", .when = "2014-03-05",
          .standing = ENT_PLANNED},
         {.date = "2014-03-06", .text = "b saw a.", .when = "2014-03-05"},
         true},
        {{.date = "2014-03-02", .text = "a will meet b.",
          .standing = ENT_PLANNED},
         {.date = "2014-03-06", .text = "b saw a.", .when = "2014-03-05"},
         true},
        {{.date = "2014-02-02", .text = "a will meet b.",
          .standing = ENT_PLANNED},
         {.date = "2014-03-06", .text = "b saw a.", .when = "2014-03-05"},
         false},
        {{.date = "2014-03-02", .text = "a will meet b.", .when = "2014-03-05",
          .standing = ENT_PLANNED},
         {.date = "2014-03-04", .text = "b cancelled a.", .when = "2014-03-05",
          .standing = ENT_DENIED},
         true},
    };
    EXPECT_PAIRS(pairs);
}

/* In one article: sentences 0, 1 ... of text, with fillers between. */
static uint32_t count_in_article(const char *text, const told *statements,
                                 const uint32_t *sentences, size_t n)
{
    ent_corpus corpus = {0};
    ent_i_statements found = {0};
    hand_actors(&corpus, "abcde");
    ent_article *article = hand_article(&corpus, "2014-03-06", "", text);
    for (size_t i = 0; i < n; i++)
        state_sentence(article, sentences[i], &statements[i]);
    assert_true(ent_i_find_events(&found, &corpus));
    uint32_t count = (uint32_t)found.days.n;
    ent_i_statements_free(&found);
    hand_free(&corpus);
    return count;
}

static void test_in_one_article(void **state)
{
    (void)state;
    static const uint32_t near[] = {0, 1};
    static const uint32_t far[] = {0, 8};
    static const char text[] = "a met b. b told a.";
    static const char long_text[] =
        "a met b. x. x. x. x. x. x. x. b wrote a.";
    static const told words[] = {{.text = ""}, {.weak = ENT_WEAK_TOLD}};
    static const told past[] = {{.when = "2014-03-06"}, {.when = "last year"}};
    static const told same[] = {{.when = "last year"}, {.when = "Last year"}};
    static const told letters[] = {
        {.when = "days earlier", .kind = ENT_CALL, .form = ENT_FORM_LETTER},
        {.kind = ENT_CALL, .form = ENT_FORM_LETTER}};
    static const told joint[] = {{.text = ""}, {.kind = ENT_JOINT}};
    assert_int_equal(count_in_article(text, words, near, 2), 1);
    assert_int_equal(count_in_article(text, past, near, 2), 2);
    assert_int_equal(count_in_article(long_text, same, far, 2), 1);
    assert_int_equal(count_in_article(long_text, letters, far, 2), 1);
    assert_int_equal(count_in_article(text, joint, near, 2), 2);
}

/* ---- what they say together ---- */

/* The event of these statements, which must be one. */
static void check_event(const told *statements, size_t n,
                        void (*check)(const ent_events *events,
                                      const ent_event *event))
{
    ent_corpus corpus = {0};
    ent_events *events = NULL;
    ent_event_options options = ENT_EVENT_OPTIONS_INIT;
    options.standings = ENT_ALL;
    hand_actors(&corpus, "abcde");
    for (size_t i = 0; i < n; i++)
        tell(&corpus, &statements[i]);
    assert_int_equal(ent_events_find(&events, &corpus, &options, NULL), ENT_OK);
    assert_int_equal(ent_events_count(events), 1);
    check(events, ent_events_get(events, 0));
    ent_events_free(events);
    hand_free(&corpus);
}

static void is_held(const ent_events *events, const ent_event *event)
{
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    assert_int_equal(event->standing, ENT_HELD);
    assert_int_equal(event->encounter_count, 3);
    assert_int_equal(event->articles, 3);
    assert_int_equal(event->first, ent_i_date(2014, 3, 5));
    assert_int_equal(event->last, ent_i_date(2014, 3, 5));
    assert_int_equal(event->reported, ent_i_date(2014, 3, 2));
    assert_string_equal(event->where, "Oslo");
    assert_int_equal(event->form, ENT_FORM_DEBATE);
    assert_int_equal(event->actor_count, 3);
    assert_int_equal(event->actors[2], 2);
    /* What became of it comes first, then what was said before. */
    assert_true(ent_events_evidence(events, 0, 0, &evidence));
    assert_int_equal(evidence.encounter->standing, ENT_HELD);
    assert_true(ent_events_evidence(events, 0, 1, &evidence));
    assert_int_equal(evidence.encounter->standing, ENT_PLANNED);
    assert_false(ent_events_evidence(events, 0, 3, &evidence));
}

static void is_off(const ent_events *events, const ent_event *event)
{
    (void)events;
    assert_int_equal(event->standing, ENT_DENIED);
}

static void is_on_again(const ent_events *events, const ent_event *event)
{
    (void)events;
    assert_int_equal(event->standing, ENT_PLANNED);
}

static void test_the_later_report_counts(void **state)
{
    (void)state;
    static const told story[] = {
        {.date = "2014-03-02", .text = "a will meet b.", .when = "2014-03-05",
         .standing = ENT_PLANNED},
        {.date = "2014-03-03", .text = "a cancels b.", .when = "2014-03-05",
         .standing = ENT_DENIED},
        {.date = "2014-03-04", .text = "a is to meet b.", .when = "2014-03-05",
         .standing = ENT_PLANNED},
    };
    static const told held[] = {
        {.date = "2014-03-06", .text = "a and b debated.", .where = "Oslo",
         .when = "2014-03-05", .form = ENT_FORM_DEBATE},
        {.date = "2014-03-02", .text = "a, b and c will meet.",
         .when = "2014-03-05", .standing = ENT_PLANNED},
        {.date = "2014-03-04", .text = "a cancels b.", .when = "2014-03-05",
         .standing = ENT_DENIED},
    };
    check_event(story, 2, is_off);
    check_event(story, 3, is_on_again);
    check_event(held, 3, is_held);
}

static void test_what_is_listed(void **state)
{
    (void)state;
    static const told all[] = {
        {.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
        {.date = "2014-03-06", .text = "a wrote c.", .kind = ENT_CALL,
         .form = ENT_FORM_LETTER},
        {.date = "2014-03-06", .text = "b told c.", .weak = ENT_WEAK_TOLD},
        {.date = "2014-01-06", .text = "b never met d.",
         .standing = ENT_DENIED}};
    static const uint32_t a = 0;
    ent_corpus corpus = {0};
    ent_events *events = NULL;
    hand_actors(&corpus, "abcde");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        tell(&corpus, &all[i]);
    struct {
        ent_event_options options;
        size_t count;
    } cases[] = {{ENT_EVENT_OPTIONS_INIT, 3}, {ENT_EVENT_OPTIONS_INIT, 4},
                 {ENT_EVENT_OPTIONS_INIT, 1}, {ENT_EVENT_OPTIONS_INIT, 2},
                 {ENT_EVENT_OPTIONS_INIT, 2}, {ENT_EVENT_OPTIONS_INIT, 0}};
    cases[1].options.standings = ENT_ALL;
    cases[2].options.kinds = 0;
    cases[2].options.forms = 1u << ENT_FORM_LETTER;
    cases[3].options.without = ENT_WEAK_TOLD;
    cases[4].options.actors = &a;
    cases[4].options.actor_count = 1;
    cases[5].options.min_encounter_confidence = 0.95;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(
            ent_events_find(&events, &corpus, &cases[i].options, NULL), ENT_OK);
        assert_int_equal(ent_events_count(events), cases[i].count);
        ent_events_free(events);
    }
    /* In order of time. */
    assert_int_equal(ent_events_find(&events, &corpus, &cases[1].options, NULL),
                     ENT_OK);
    assert_int_equal(ent_events_get(events, 0)->standing, ENT_DENIED);
    assert_int_equal(ent_events_get(events, 1)->first, ent_i_date(2014, 3, 5));
    ent_events_free(events);
    cases[0].options.min_encounter_confidence = 2;
    assert_int_equal(ent_events_find(&events, &corpus, &cases[0].options, NULL),
                     ENT_ERR_ARGUMENT);
    assert_null(events);
    hand_free(&corpus);
}

/* Three statements, two events. */
static void test_ties_count_events(void **state)
{
    (void)state;
    static const told all[] = {
        {.date = "2014-03-06", .text = "a met b.", .when = "2014-03-05"},
        {.date = "2014-03-07", .text = "b saw a.", .when = "2014-03-05"},
        {.date = "2014-05-07", .text = "b saw a again.", .when = "2014-05-05"}};
    ent_corpus corpus = {0};
    ent_i_ties ties = {0};
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    hand_actors(&corpus, "abcde");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        tell(&corpus, &all[i]);
    assert_int_equal(ent_i_relate(&ties, &corpus, &options, NULL), ENT_OK);
    assert_int_equal(ties.pairs.n, 1);
    assert_int_equal(ties.pairs.items[0].encounters[ENT_MEET], 3);
    assert_int_equal(ties.pairs.items[0].events, 2);
    ent_i_ties_free(&ties);
    options.kinds = 0;
    options.forms = 1u << ENT_FORM_PHONE;
    assert_int_equal(ent_i_relate(&ties, &corpus, &options, NULL), ENT_OK);
    assert_int_equal(ties.pairs.items[0].encounters[ENT_MEET], 0);
    assert_int_equal(ties.pairs.items[0].events, 0);
    ent_i_ties_free(&ties);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_and_when),
        cmocka_unit_test(test_kind_form_and_place),
        cmocka_unit_test(test_plans),
        cmocka_unit_test(test_in_one_article),
        cmocka_unit_test(test_the_later_report_counts),
        cmocka_unit_test(test_what_is_listed),
        cmocka_unit_test(test_ties_count_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
