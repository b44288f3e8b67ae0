/* The parser of options: what each kind of value takes, what is refused and in
 * which words. The commands here are made up; the option table is the real
 * one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/options.h"

enum { WORDS_MOST = 20, SAID_MOST = 2000 };

const cli_command cli_commands[] = {
    {"make", NULL, "", "INPUT...", "", NULL,
     CLI_OUTPUTS | CLI_READ | CLI_CHOOSE | CLI_RESOLVE | CLI_NETWORK | CLI_MET |
         CLI_EXPORT | CLI_PLUGINS,
     1, 0},
    {"tell", NULL, "", "INPUT...", "", NULL,
     CLI_OUTPUT | CLI_REPORT | CLI_EXPLAIN, 0, 0},
    {"find", NULL, "", NULL, "", NULL, CLI_TYPES, 0, 1u << ENT_ORG},
    {0}};

static const cli_command *const make = &cli_commands[0];
static const cli_command *const tell = &cli_commands[1];
static const cli_command *const find = &cli_commands[2];

static char said[SAID_MOST]; /* what went to standard error */
static char words[WORDS_MOST][120];

/* Cuts the line at blanks and parses it. */
static int parse(cli_settings *settings, const cli_command *command,
                 const char *line)
{
    /* getopt orders these; the settings point into the words. */
    static char *argv[WORDS_MOST + 1];
    int argc = 1;
    argv[0] = strcpy(words[0], command->name);
    while (*line) {
        size_t n = strcspn(line, " ");
        assert_true(argc < WORDS_MOST && n < sizeof *words);
        memcpy(words[argc], line, n);
        words[argc][n] = '\0';
        argv[argc] = words[argc];
        argc++;
        line += n + (line[n] == ' ');
    }
    argv[argc] = NULL;
    FILE *file = tmpfile();
    assert_non_null(file);
    fflush(stderr);
    int before = dup(STDERR_FILENO);
    dup2(fileno(file), STDERR_FILENO);
    int code = cli_parse(settings, command, argc, argv);
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    rewind(file);
    said[fread(said, 1, sizeof said - 1, file)] = '\0';
    fclose(file);
    return code;
}

/* ---- values ---- */

/* "--OPTION VALUE" is taken, or refused in the words of its row. */
static void check(const cli_command *command, const char *line, bool good)
{
    cli_settings settings;
    char all[160];
    snprintf(all, sizeof all, "%s input", line);
    int code = parse(&settings, command, all);
    if (code != (good ? CLI_DONE : CLI_USAGE))
        fail_msg("%s: %d %s", line, code, said);
    if (good != (said[0] == '\0'))
        fail_msg("%s said: %s", line, said);
    if (!good && !strstr(said, ": expected "))
        fail_msg("%s said: %s", line, said);
}

static void test_each_kind_of_value(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool good;
    } cases[] = {
        /* whole numbers */
        {"--top 0", true},
        {"--top 4294967294", true},
        {"--top 4294967295", false},
        {"--top 99999999999999999999", false},
        {"--top -1", false},
        {"--top +1", false},
        {"--top 1.5", false},
        {"--top 1e3", false},
        {"--top 0x10", false},
        {"--top ten", false},
        {"--top=", false},
        {"-j 1", true},
        {"-j 256", true},
        {"-j 0", false},
        {"-j 257", false},
        {"--seed 18446744073709551615", true},
        {"--seed 18446744073709551616", false},
        {"--seed -1", false},
        /* numbers */
        {"--min-weight 0.5", true},
        {"--min-weight -2", true},
        {"--min-weight 1e3", true},
        {"--min-weight 0,5", false},
        {"--min-weight nan", false},
        {"--min-weight inf", false},
        {"--min-weight 1e301", false},
        {"--min-weight 5x", false},
        {"--backbone 1", true},
        {"--backbone 1.01", false},
        {"--min-confidence -0.1", false},
        /* one of several words */
        {"--weight npmi", true},
        {"--weight NPMI", false},
        {"--weight np", false},
        {"--weight count|npmi", false},
        {"--component largest", true},
        {"--component small", false},
        {"--copies count", true},
        {"--resolve none", true},
        {"--resolve all", false},
        {"--isolates maybe", false},
        {"--theme print", true},
        {"--theme Print", false},
        {"--page A4", true},
        {"--page free", true},
        {"--page 180x120", true},
        {"--page 180.5x10", true},
        {"--page A2", false},
        {"--page 180", false},
        {"--page 180x", false},
        {"--page x120", false},
        {"--page 180x120mm", false},
        {"--page 180x9", false},
        {"--page -180x120", false},
        {"--page 0x20x120", false},
        {"--page 180x5001", false},
        /* lists of words */
        {"--types person,org", true},
        {"--types misc", true},
        {"--types person,", true},
        {"--types person,,org", false},
        {"--types people", false},
        {"--status held,denied", true},
        {"--kind meet,meeting", false},
        {"--kind phone,letter", true},
        {"--kind told", false},
        {"--without told,public", true},
        {"--without all", false},
        {"--min-encounter-confidence 0.9", true},
        {"--min-encounter-confidence 90", false},
        /* days */
        {"--since 2014-03-29", true},
        {"--since 2016-02-29", true},
        {"--since 2014-02-29", false},
        {"--since 2014-13-01", false},
        {"--since 29.3.2014", false},
        {"--since 2014-3-29", false},
        {"--since 2014-03-29T10:00", false},
        {"--until 2014-03", true},
        {"--until 2014", true},
        {"--until 2014-13", false},
        {"--until 0000", false},
        {"--until 214", false},
        {"--until 2014-", false},
        {"--until 2014-3-", false},
        /* a word or a number */
        {"--window article", true},
        {"--window 25", true},
        {"--window 0", false},
        {"--window page", false},
        /* texts */
        {"--aliases who.json", true},
        {"--aliases=", false},
        {"-o=", true}, /* a short option's value is what follows */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(make, cases[i].line, cases[i].good);
}

static void test_values_reach_the_settings(void **state)
{
    (void)state;
    cli_settings s;
    assert_int_equal(
        parse(&s, make,
              "a.txt --types org,place -j4 --min-weight=0.25 b.txt --window 12 "
              "--component largest --since 2014-03-29"),
        CLI_DONE);
    assert_int_equal(s.network.types, 1u << ENT_ORG | 1u << ENT_PLACE);
    assert_int_equal(s.read.threads, 4);
    assert_true(s.network.min_weight == 0.25);
    assert_int_equal(s.network.window, ENT_WINDOW_WORDS);
    assert_int_equal(s.network.window_words, 12);
    assert_true(s.network.largest_component);
    char day[16];
    assert_string_equal(ent_date_format(s.network.since, day), "2014-03-29");
    assert_int_equal(s.input_count, 2);
    assert_string_equal(s.inputs[0], "a.txt");
    assert_string_equal(s.inputs[1], "b.txt");
}

static void test_months_and_years_are_periods(void **state)
{
    (void)state;
    static const struct {
        const char *line, *since, *until;
    } cases[] = {
        {"a --since 2015 --until 2015", "2015-01-01", "2015-12-31"},
        {"a --since 2016-02 --until 2016-02", "2016-02-01", "2016-02-29"},
        {"a --since 2015-02 --until 2015-02", "2015-02-01", "2015-02-28"},
        {"a --since 2015-04 --until 2015-04", "2015-04-01", "2015-04-30"},
        {"a --since 2015-04-03 --until 2015-04-03", "2015-04-03", "2015-04-03"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cli_settings s;
        char day[16];
        assert_int_equal(parse(&s, make, cases[i].line), CLI_DONE);
        assert_string_equal(ent_date_format(s.network.since, day),
                            cases[i].since);
        assert_string_equal(ent_date_format(s.network.until, day),
                            cases[i].until);
    }
}

static void test_defaults(void **state)
{
    (void)state;
    cli_settings s;
    assert_int_equal(parse(&s, make, "a.txt"), CLI_DONE);
    assert_int_equal(s.network.types, 1u << ENT_PERSON);
    assert_int_equal(s.network.window, ENT_WINDOW_SENTENCE);
    assert_int_equal(s.outputs.n, 0);
    assert_false(s.quiet || s.help || s.no_plugins || s.gold_spans);
    assert_null(s.format);
    assert_int_equal(parse(&s, find, ""), CLI_DONE);
    assert_int_equal(s.network.types, 1u << ENT_ORG); /* the command's own */
}

static void test_repeated_options(void **state)
{
    (void)state;
    cli_settings s;
    assert_int_equal(parse(&s, make,
                           "a -o 1.json -o 2.csv --top 5 --top 7 --weight llr "
                           "--weight npmi -q -q"),
                     CLI_DONE);
    assert_int_equal(s.outputs.n, 2);
    assert_string_equal(s.outputs.items[0], "1.json");
    assert_string_equal(s.outputs.items[1], "2.csv");
    assert_null(s.outputs.items[2]);
    assert_int_equal(s.network.top, 7);
    assert_string_equal(s.network.weight, "npmi");
    assert_true(s.quiet);
}

static void test_forms_of_options(void **state)
{
    (void)state;
    cli_settings s;
    assert_int_equal(parse(&s, make, "--output=x.json a"), CLI_DONE);
    assert_string_equal(s.outputs.items[0], "x.json");
    assert_int_equal(parse(&s, make, "-ox.json a"), CLI_DONE);
    assert_string_equal(s.outputs.items[0], "x.json");
    assert_int_equal(parse(&s, make, "-qo x.json a"), CLI_DONE);
    assert_true(s.quiet && s.outputs.n == 1);
    /* Short of a long name, as long as only one begins so. */
    assert_int_equal(parse(&s, make, "--out x.json a"), CLI_DONE);
    assert_string_equal(s.outputs.items[0], "x.json");
    /* Behind "--" nothing is an option; "-" is standard input. */
    assert_int_equal(parse(&s, make, "- -- --top -q"), CLI_DONE);
    assert_int_equal(s.input_count, 3);
    assert_string_equal(s.inputs[0], "-");
    assert_string_equal(s.inputs[1], "--top");
    assert_false(s.quiet);
}

static void test_pairs(void **state)
{
    (void)state;
    cli_settings s;
    assert_int_equal(parse(&s, tell, "in --between Kerry Lavrov more"),
                     CLI_DONE);
    assert_string_equal(s.between[0], "Kerry");
    assert_string_equal(s.between[1], "Lavrov");
    assert_int_equal(s.input_count, 2);
    assert_int_equal(parse(&s, tell, "--between Kerry"), CLI_USAGE);
    assert_string_equal(said, "entente: --between: expected two names, found "
                              "one\n"
                              "entente: try 'entente tell --help'\n");
}

/* ---- refusals ---- */

static void test_refusals_say_what_is_meant(void **state)
{
    (void)state;
    static const struct {
        const char *line, *first;
    } cases[] = {
        {"a --wieght npmi",
         "unknown option '--wieght'; did you mean '--weight'?"},
        {"a --min-artcles=2",
         "unknown option '--min-artcles'; did you mean '--min-articles'?"},
        {"a --zzzzzzzzzz", "unknown option '--zzzzzzzzzz'"},
        {"a --rows 5", "'make' has no option '--rows'"},
        {"a -z", "'make' has no option '-z'"},
        {"a --quiet=yes", "--quiet takes no value"},
        {"a --top", "--top: expected a whole number, 0 for all, found nothing"},
        {"a -o", "--output: expected a file name, or -, found nothing"},
        {"a --top x", "--top: expected a whole number, 0 for all, found 'x'"},
        {"a --weight best", "--weight: expected count, articles, distance, "
                            "newman, jaccard, npmi or llr, found 'best'"},
        {"a --since today",
         "--since: expected a day, month or year such as 2014-03-29, 2014-03 "
         "or 2014, found 'today'"},
        {"a --hops 2", "--hops: expected --ego as well"},
        {"a --since 2015 --until 2014-03",
         "--since: expected a day no later than --until, 2014-03-31, found "
         "2015-01-01"},
        {"", "expected INPUT..., found nothing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cli_settings settings;
        char expected[400];
        assert_int_equal(parse(&settings, make, cases[i].line), CLI_USAGE);
        snprintf(expected, sizeof expected,
                 "entente: %s\nentente: try 'entente make --help'\n",
                 cases[i].first);
        assert_string_equal(said, expected);
    }
}

static void test_help_needs_no_input(void **state)
{
    (void)state;
    cli_settings s;
    assert_int_equal(parse(&s, make, "--help"), CLI_DONE);
    assert_true(s.help);
    assert_int_equal(parse(&s, make, "-h"), CLI_DONE);
    assert_true(s.help);
}

static void test_lists_are_not_endless(void **state)
{
    (void)state;
    static char words_of_list[CLI_LIST_MAX + 1][12];
    static char *argv[CLI_LIST_MAX + 3];
    char name[] = "make";
    cli_settings settings;
    argv[0] = name;
    for (size_t i = 0; i <= CLI_LIST_MAX; i++) {
        snprintf(words_of_list[i], sizeof *words_of_list, "-o%zu.csv", i);
        argv[i + 1] = words_of_list[i];
    }
    static char input[] = "a";
    char *last = argv[CLI_LIST_MAX + 1];
    argv[CLI_LIST_MAX + 1] = input;
    assert_int_equal(cli_parse(&settings, make, CLI_LIST_MAX + 2, argv),
                     CLI_DONE);
    assert_int_equal(settings.outputs.n, CLI_LIST_MAX);
    assert_null(settings.outputs.items[CLI_LIST_MAX]);
    argv[CLI_LIST_MAX + 1] = last;
    assert_int_equal(cli_parse(&settings, make, CLI_LIST_MAX + 2, argv),
                     CLI_USAGE);
}

static const char *fruit(const void *ctx, size_t i)
{
    (void)ctx;
    static const char *const all[] = {"apple", "apricot", "pear", NULL};
    return all[i];
}

static void test_nearest_names(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"aple", "apple"},      {"apple", "apple"}, {"appel", "apple"},
        {"abricot", "apricot"}, {"paer", "pear"},   {"peer", "pear"},
        {"banana", NULL},       {"x", NULL},        {"", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *near = cli_nearest(cases[i][0], fruit, NULL);
        if (cases[i][1])
            assert_string_equal(near, cases[i][1]);
        else
            assert_null(near);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_kind_of_value),
        cmocka_unit_test(test_values_reach_the_settings),
        cmocka_unit_test(test_months_and_years_are_periods),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_repeated_options),
        cmocka_unit_test(test_forms_of_options),
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_refusals_say_what_is_meant),
        cmocka_unit_test(test_help_needs_no_input),
        cmocka_unit_test(test_lists_are_not_endless),
        cmocka_unit_test(test_nearest_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
