/* From inputs to a network. The stages after reading see everything at once and
 * report no progress, so each is shown by a word. */
#include "network.h"

#include <stdlib.h>

#include "progress.h"
#include "store.h"

/* The corpus takes the article, or leaves it to us if it cannot. */
static int keep(void *ctx, ent_article *article)
{
    ent_error error = {0};
    if (ent_corpus_add_take(ctx, article, &error) == ENT_OK)
        return CLI_DONE;
    ent_article_free(article);
    return cli_library_error(&error);
}

static int note(void *ctx, const ent_reader *reader)
{
    ent_error error = {0};
    return ent_corpus_note_reading(ctx, reader, &error)
               ? cli_library_error(&error)
               : CLI_DONE;
}

/* Where a store can't keep what is decided, the answer is good all the same. */
static void give_up_store(cli_network *made, const ent_error *error)
{
    if (error)
        cli_library_error(error);
    ent_store_free(made->store);
    made->store = NULL;
}

static int resolve(cli_network *made, const cli_settings *settings)
{
    ent_error error = {0};
    cli_progress_stage("deciding who is who");
    if ((made->store && ent_store_recall(made->store, made->corpus, &error)) ||
        ent_corpus_resolve(made->corpus, &settings->resolve, &error))
        return cli_library_error(&error);
    if (settings->resolve.mode != ENT_RESOLVE_CORPUS)
        give_up_store(made, NULL);
    if (made->store && ent_store_keep(made->store, made->corpus, &error))
        give_up_store(made, &error);
    cli_progress_clear();
    return CLI_DONE;
}

int cli_make_corpus(cli_network *made, const cli_settings *settings)
{
    ent_error error = {0};
    ent_read_options how = settings->read;
    *made = (cli_network){0};
    if (ent_corpus_new(&made->corpus, &error) ||
        ent_corpus_limit(made->corpus, settings->memory, getenv("TMPDIR"),
                         &error))
        return cli_library_error(&error);
    int code = settings->store ? cli_open_store(&made->store, settings, false)
                               : CLI_DONE;
    how.store = made->store;
    if (!code)
        code =
            cli_read(settings, &how, keep, note, made->corpus, &made->reading);
    if (!code)
        code = resolve(made, settings);
    if (code)
        return code;
    for (size_t i = 0; i < ent_corpus_warning_count(made->corpus); i++)
        cli_error("%s", ent_corpus_warning(made->corpus, i));
    return CLI_DONE;
}

/* On failure the network is left to cli_free_network, as the corpus is. */
static int relate(cli_network *made, const cli_settings *settings)
{
    ent_error error = {0};
    cli_progress_stage("tying names together");
    ent_corpus_forget_reasons(made->corpus);
    if (ent_network_build(&made->network, made->corpus, &settings->network,
                          &error))
        return cli_library_error(&error);
    if (*ent_network_ego_remark(made->network))
        cli_error("%s", ent_network_ego_remark(made->network));
    cli_progress_clear();
    return CLI_DONE;
}

int cli_measure_network(cli_network *made, const cli_settings *settings)
{
    ent_error error = {0};
    cli_progress_stage("measuring");
    if (ent_network_analyse(made->network, &settings->analyse, &error))
        return cli_library_error(&error);
    if (settings->sliced)
        cli_progress_stage("cutting time into slices");
    if (settings->sliced &&
        ent_network_cut(made->network, &settings->slice, &error))
        return cli_library_error(&error);
    cli_progress_clear();
    return CLI_DONE;
}

void cli_keep_communities(cli_network *made)
{
    ent_error error = {0};
    if (made->store &&
        ent_store_keep_communities(made->store, made->network, &error))
        give_up_store(made, &error);
}

int cli_check_resolve(const cli_settings *settings)
{
    return settings->read.resolve != ENT_RESOLVE_NONE
               ? CLI_DONE
               : cli_usage_error(settings->command,
                                 "--resolve: expected corpus or article, found "
                                 "'none', which leaves no persons to tie");
}

/* How many of the inputs are networks that entente wrote. */
static size_t count_networks(const cli_settings *settings)
{
    size_t n = 0;
    for (size_t i = 0; i < settings->input_count; i++)
        n += ent_saved_is_network(settings->inputs[i]);
    return n;
}

/* What networks were made with can't be changed any more. */
static int check_networks(const cli_settings *settings, size_t networks)
{
    if (networks != settings->input_count)
        return cli_usage_error(settings->command,
                               "expected either articles or networks, found "
                               "%zu network%s among %zu inputs",
                               networks, CLI_S(networks),
                               settings->input_count);
    if (settings->counting || settings->sliced)
        return cli_usage_error(
            settings->command,
            "--%s: expected articles, found networks (%s), which are counted "
            "already",
            settings->counting ? settings->counting : "slice",
            settings->inputs[0]);
    return CLI_DONE;
}

/* Networks that were written as JSON, added up. */
static int add_networks(cli_network *made, const cli_settings *settings)
{
    ent_error error = {0};
    if (ent_corpus_new(&made->corpus, &error))
        return cli_library_error(&error);
    cli_progress_stage("adding networks up");
    for (size_t i = 0; i < settings->input_count; i++)
        if (ent_corpus_add_network(made->corpus, settings->inputs[i], &error))
            return cli_library_error(&error);
    cli_progress_clear();
    made->reading.read = ent_corpus_article_count(made->corpus);
    return CLI_DONE;
}

static int make_corpus(cli_network *made, const cli_settings *settings)
{
    size_t networks = count_networks(settings);
    if (!networks)
        return cli_make_corpus(made, settings);
    int code = check_networks(settings, networks);
    return code ? code : add_networks(made, settings);
}

int cli_make_network(cli_network *made, const cli_settings *settings)
{
    *made = (cli_network){0};
    int code = cli_check_resolve(settings);
    if (!code)
        code = make_corpus(made, settings);
    if (!code)
        code = cli_check_reading(&made->reading);
    return code ? code : relate(made, settings);
}

void cli_free_network(cli_network *made)
{
    ent_network_free(made->network);
    ent_corpus_free(made->corpus);
    ent_store_free(made->store);
}

const char *cli_node_word(const cli_settings *settings)
{
    return settings->network.types == 1u << ENT_PERSON ? "person" : "name";
}

/* The options that bring more names together than the chosen window. */
const char *cli_wider(const cli_settings *settings)
{
    static const char *const wider[] = {
        [ENT_WINDOW_SENTENCE] = "--window paragraph or --window article",
        [ENT_WINDOW_PARAGRAPH] = "--window article",
        [ENT_WINDOW_ARTICLE] = "fewer --min- filters",
        [ENT_WINDOW_WORDS] = "a larger --window"};
    return wider[settings->network.window];
}

static bool filters_ties(const ent_network_options *network)
{
    return network->window != ENT_WINDOW_ARTICLE &&
           (network->min_weight > 0 || network->min_articles > 1 ||
            network->min_mentions > 1);
}

/* There are actors, but no two of them are tied. */
static void hint_at_ties(const ent_network_summary *summary,
                         const cli_settings *settings)
{
    const char *word = cli_node_word(settings);
    unsigned actors = summary->actors;
    if (settings->network.ties == ENT_TIES_ENCOUNTER)
        cli_error("hint: %u %s%s, but no reported meeting; try --status "
                  "held,planned,proposed or --ties windows",
                  actors, word, CLI_S(actors));
    else if (summary->windows_left_out)
        cli_error("hint: %u %s%s, but no two together; try a higher "
                  "--window-max",
                  actors, word, CLI_S(actors));
    else
        cli_error("hint: %u %s%s, but no two together; try %s%s", actors, word,
                  CLI_S(actors), cli_wider(settings),
                  filters_ties(&settings->network) ? ", or fewer --min- filters"
                                                   : "");
}

/* Says once how many windows look like lists, and where the longest stands. */
static void warn_of_lists(const cli_network *made)
{
    const ent_network_summary *s = ent_network_get_summary(made->network);
    const ent_article *where =
        ent_corpus_article(made->corpus, s->largest_article);
    if (where)
        cli_error("%u window%s made more than %u ties each, the largest names "
                  "%u (%s); --window-max leaves such lists out, --weight "
                  "newman lets them count little",
                  (unsigned)s->large_windows, CLI_S(s->large_windows),
                  (unsigned)ENT_MANY_TIES, (unsigned)s->largest_window,
                  ent_article_id(where));
}

/* An empty result is not a failure, and its file is written; but whoever gets
 * one wonders which option is to blame, and it is usually one of these. */
void cli_hint(const cli_network *made, const cli_settings *settings)
{
    const ent_network_summary *summary = ent_network_get_summary(made->network);
    unsigned articles = summary->articles;
    if (summary->windows_left_out)
        cli_error("%u window%s with more than %u names made no ties "
                  "(--window-max)",
                  (unsigned)summary->windows_left_out,
                  CLI_S(summary->windows_left_out),
                  (unsigned)settings->network.max_names);
    warn_of_lists(made);
    if (summary->ties > 0)
        return;
    if (summary->articles == 0)
        cli_error("hint: none of the articles is chosen by the options given "
                  "(--since, --until, --match, --source, --url, --language)");
    else if (summary->actors == 0)
        cli_error("hint: no %s found in %u article%s; try --types "
                  "person,org,place or a lower --min-confidence",
                  cli_node_word(settings), articles, CLI_S(articles));
    else
        hint_at_ties(summary, settings);
}
