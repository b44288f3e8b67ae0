/* entente review: the doubtful decisions of a store, asked on the terminal, or
 * written to a table and read back with the answers. */
#include <stdio.h>
#include <string.h>

#include "network.h"
#include "output.h"
#include "store.h"

/* The table: a question a line, answered in the first column. */
static const char head[] =
    "answer\tname\twhom\ttype\tnow\tarticles\tconfidence\treason\tevidence\t"
    "beside\n";

enum { LINE_MAX_BYTES = 1 << 16 };

/* ---- writing the table ---- */

/* Names have no tabs and line ends; where a text does, it has blanks here. */
static int put_cell(const ent_sink *sink, const char *text, char after)
{
    int failed = 0;
    while (*text && !failed) {
        size_t n = strcspn(text, "\t\r\n");
        failed = sink->write(sink->ctx, text, n);
        text += n;
        if (*text && !failed) {
            failed = sink->write(sink->ctx, " ", 1);
            text++;
        }
    }
    return failed ? failed : sink->write(sink->ctx, &after, 1);
}

static int put_question(const ent_sink *sink, const ent_question *q)
{
    char articles[16], confidence[16];
    int share = (int)(q->confidence * 100 + 0.5);
    snprintf(articles, sizeof articles, "%u", (unsigned)q->articles);
    snprintf(confidence, sizeof confidence, "%d.%02d", share / 100,
             share % 100);
    const char *const cells[] = {"",
                                 q->name,
                                 q->whom,
                                 ent_type_name((ent_type)q->type),
                                 q->together ? "together" : "open",
                                 articles,
                                 confidence,
                                 q->reason,
                                 q->evidence,
                                 q->beside};
    enum { CELLS = sizeof cells / sizeof *cells };
    int failed = 0;
    for (int i = 0; i < CELLS && !failed; i++)
        failed = put_cell(sink, cells[i], i + 1 < CELLS ? '\t' : '\n');
    return failed;
}

static ent_status write_table(void *ctx, const ent_sink *sink, ent_error *error)
{
    const ent_questions *questions = ctx;
    int failed = sink->write(sink->ctx, head, sizeof head - 1);
    (void)error; /* the sink says what failed */
    for (size_t i = 0; i < ent_questions_count(questions) && !failed; i++)
        failed = put_question(sink, ent_questions_at(questions, i));
    return failed ? ENT_ERR_IO : ENT_OK;
}

/* ---- reading answers ---- */

static int keep(ent_store *store, const char *name, const char *whom,
                ent_type type, bool same)
{
    ent_error error = {0};
    return ent_store_answer(store, name, whom, type, same, &error)
               ? cli_library_error(&error)
               : CLI_DONE;
}

static void tell(const cli_settings *settings, size_t answered)
{
    if (!settings->quiet)
        cli_error("%zu answer%s kept in %s", answered, CLI_S(answered),
                  settings->store);
}

/* Cuts the line at its tabs. */
static size_t cut(char *line, char **cells, size_t most)
{
    size_t n = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *at = line; at && n < most; n++) {
        cells[n] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = '\0';
    }
    return n;
}

/* Without an answer the line says nothing. */
static int take_line(ent_store *store, const char *path, size_t number,
                     char *line, size_t *answered)
{
    char *cells[4] = {line, NULL, NULL, NULL};
    ent_type type = ENT_PERSON;
    size_t n = cut(line, cells, 4);
    const char *answer = cells[0];
    if (!*answer || strcmp(answer, "answer") == 0)
        return CLI_DONE;
    if (n < 4 || !*cells[1] || !*cells[2] || !ent_type_parse(cells[3], &type))
        return cli_error("%s:%zu: expected answer, name, whom and type between "
                         "tabs",
                         path, number);
    if (strcmp(answer, "y") != 0 && strcmp(answer, "n") != 0)
        return cli_error("%s:%zu: expected the answer y, n or nothing, found "
                         "'%s'",
                         path, number, answer);
    ++*answered;
    return keep(store, cells[1], cells[2], type, *answer == 'y');
}

static int take_answers(const cli_settings *settings)
{
    char line[LINE_MAX_BYTES];
    ent_store *store = NULL;
    size_t answered = 0;
    FILE *file = fopen(settings->answers, "r");
    if (!file)
        return cli_error("%s: cannot open", settings->answers);
    int code = cli_open_store(&store, settings, false);
    for (size_t i = 1; !code && fgets(line, sizeof line, file); i++)
        code = take_line(store, settings->answers, i, line, &answered);
    if (!code && ferror(file))
        code = cli_error("%s: cannot read", settings->answers);
    fclose(file);
    ent_store_free(store);
    if (!code)
        tell(settings, answered);
    return code;
}

/* ---- asking ---- */

static void show(const ent_question *q, size_t i, size_t n)
{
    printf("%s%zu of %zu: is \"%s\" %s?\n", i ? "\n" : "", i + 1, n, q->name,
           q->whom);
    printf("  %u article%s; now %s%s\n", (unsigned)q->articles,
           CLI_S(q->articles), q->together ? "the same: " : "", q->reason);
    printf("  %s\n", q->evidence);
    if (*q->beside)
        printf("  %s\n", q->beside);
    printf("y, n, s (skip), q (quit): ");
    fflush(stdout);
}

/* The letter typed; 'q' at the end. */
static int letter(void)
{
    char line[64];
    if (!fgets(line, sizeof line, stdin))
        return 'q';
    if (!strchr(line, '\n'))
        for (int c = getchar(); c != '\n' && c != EOF;)
            c = getchar();
    return line[0] >= 'A' && line[0] <= 'Z' ? line[0] + ('a' - 'A') : line[0];
}

/* Nothing is asked where answers can't be kept, as was said already. */
static int ask(const cli_settings *settings, ent_store *store,
               const ent_questions *questions)
{
    size_t n = ent_questions_count(questions), answered = 0;
    int code = store ? CLI_DONE : CLI_FAILED, typed = 0;
    for (size_t i = 0; i < n && !code && typed != 'q'; i++) {
        const ent_question *q = ent_questions_at(questions, i);
        do {
            show(q, i, n);
            typed = letter();
        } while (!typed || !strchr("ynsq", typed));
        if (typed != 'y' && typed != 'n')
            continue;
        code = keep(store, q->name, q->whom, (ent_type)q->type, typed == 'y');
        answered += !code;
    }
    if (n && store)
        tell(settings, answered);
    return code;
}

static int put_questions(const cli_settings *settings, cli_network *made)
{
    ent_questions *questions = NULL;
    ent_error error = {0};
    if (ent_questions_find(&questions, made->corpus, settings->network.types,
                           &error))
        return cli_library_error(&error);
    int code = settings->outputs.n
                   ? cli_write_output(settings->outputs.items[0], write_table,
                                      questions)
                   : ask(settings, made->store, questions);
    if (!code && !settings->quiet && !ent_questions_count(questions))
        cli_error("no doubtful decisions");
    ent_questions_free(questions);
    return code;
}

int cli_review(const cli_settings *settings)
{
    cli_network made = {0};
    if (!settings->store)
        return cli_usage_error(settings->command, "expected --store FILE");
    if (settings->answers)
        return take_answers(settings);
    int code = cli_make_corpus(&made, settings);
    if (!code)
        code = put_questions(settings, &made);
    if (!code)
        code = cli_reading_code(&made.reading);
    cli_free_network(&made);
    return code;
}
