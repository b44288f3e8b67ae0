/* Any articles of single letters as names ("a b. c\n"; a form feed parts
 * articles) as a network of any weight and window, cut into slices and laid
 * out: counts agree with one another, measures are what they are defined to
 * be, and circles don't touch.
 *
 * The first HEAD bytes choose among the options. */
#include "unit/hand_corpus.h"

#include "entente/layout.h"
#include "entente/slices.h"
#include "fuzz/fuzz.h"

enum { HEAD = 6, ARTICLES_MOST = 12, LONGEST = 2000 };

/* ---- the corpus ---- */

/* Names are letters, so that other bytes are other words. */
static char *field(ent_corpus *corpus, const char *bytes, size_t size)
{
    char *text = ent_i_arena_strndup(&corpus->arena, bytes, size);
    FUZZ_CHECK(text);
    for (size_t i = 0; i < size; i++)
        if (!text[i] || (unsigned char)text[i] >= 0x80)
            text[i] = '-';
    return text;
}

/* The first byte says the day; one in eight has none. */
static void add_article(ent_corpus *corpus, const char *bytes, size_t size)
{
    char date[16];
    unsigned day = size ? (unsigned char)*bytes : 0;
    snprintf(date, sizeof date, "20%02u-%02u-%02u", 10 + day % 3,
             1 + day / 3 % 12, 1 + day % 28);
    hand_article(corpus, day % 8 ? date : NULL, "", field(corpus, bytes, size));
}

static void make_corpus(ent_corpus *corpus, const char *at, size_t size)
{
    const char *end = at + size;
    hand_actors(corpus, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ");
    for (int i = 0; i < ARTICLES_MOST && at < end; i++) {
        const char *stop = memchr(at, '\f', (size_t)(end - at));
        stop = stop ? stop : end;
        add_article(corpus, at, (size_t)(stop - at));
        at = stop + (stop < end);
    }
}

/* ---- what must hold ---- */

static double measure(const ent_network *network, size_t node, const char *name)
{
    return ent_network_measure(network, node, ent_measure_find(name));
}

static void check_ties(const ent_network *network)
{
    size_t nodes = ent_network_node_count(network);
    for (size_t i = 0; i < ent_network_tie_count(network); i++) {
        const ent_tie *tie = ent_network_tie(network, i);
        FUZZ_CHECK(tie->source < tie->target && tie->target < nodes);
        FUZZ_CHECK(tie->weight > 0 && isfinite(tie->weight));
        FUZZ_CHECK(tie->articles >= 1 && tie->articles <= tie->count);
        for (size_t k = 0; k < tie->evidence_count; k++) {
            ent_evidence evidence = ENT_EVIDENCE_INIT;
            FUZZ_CHECK(ent_network_evidence(network, i, k, &evidence));
            FUZZ_CHECK(evidence.end <= evidence.article->text_size &&
                       evidence.start < evidence.end);
            FUZZ_CHECK(evidence.share >= 0 && evidence.share <= 1 + 1e-9);
        }
    }
}

/* Degrees and strengths are told by the ties alone. */
static void check_nodes(const ent_network *network, bool shown)
{
    size_t nodes = ent_network_node_count(network);
    double rank = 0;
    for (size_t i = 0; i < nodes; i++) {
        double degree = 0, strength = 0;
        for (size_t k = 0; k < ent_network_tie_count(network); k++) {
            const ent_tie *tie = ent_network_tie(network, k);
            bool is_of = tie->source == i || tie->target == i;
            degree += is_of;
            strength += is_of ? tie->weight : 0;
        }
        double found = measure(network, i, "strength");
        rank += measure(network, i, "pagerank");
        FUZZ_CHECK(ent_network_node(network, i)->mentions >= 1);
        if (!shown)
            continue;
        FUZZ_CHECK(measure(network, i, "degree") == degree);
        FUZZ_CHECK(fabs(found - strength) <= 1e-9 * (1 + strength));
    }
    FUZZ_CHECK(nodes == 0 || rank <= 1 + 1e-9);
    FUZZ_CHECK(nodes == 0 || !shown || rank >= 1 - 1e-9);
}

/* No measure is infinite; the same search gives the same figures. */
static void check_measures(ent_network *network,
                           const ent_analyse_options *options)
{
    double first[64][64];
    size_t nodes = ent_network_node_count(network), n = ent_measure_count();
    FUZZ_CHECK(nodes <= 64 && n <= 64);
    for (size_t i = 0; i < nodes; i++)
        for (size_t k = 0; k < n; k++) {
            first[i][k] = ent_network_measure(network, i, k);
            FUZZ_CHECK(!isinf(first[i][k]));
        }
    for (size_t k = 0; k < ent_graph_measure_count(); k++)
        FUZZ_CHECK(!isinf(ent_network_graph_measure(network, k)));
    FUZZ_CHECK(!ent_network_analyse(network, options, NULL));
    for (size_t i = 0; i < nodes; i++)
        for (size_t k = 0; k < n; k++) {
            double again = ent_network_measure(network, i, k);
            FUZZ_CHECK(memcmp(&first[i][k], &again, sizeof again) == 0);
        }
}

/* What counts once counts in one slice; articles without a day in none. */
static void check_slices(ent_network *network, unsigned pick)
{
    ent_slice_options options = ENT_SLICE_OPTIONS_INIT;
    options.unit = (ent_slice_unit)(pick % 5);
    if (ent_network_cut(network, &options, NULL))
        return;
    for (size_t i = 0; i < ent_network_tie_count(network); i++) {
        uint32_t counted = 0;
        for (size_t s = 0; s < ent_network_slice_count(network); s++) {
            const ent_slice_tie *tie = ent_network_slice_tie(network, s, i);
            counted += tie ? tie->count : 0;
        }
        FUZZ_CHECK(counted <= ent_network_tie(network, i)->count);
    }
}

static void check_places(ent_network *network, unsigned pick)
{
    ent_layout_options options = ENT_LAYOUT_OPTIONS_INIT;
    ent_place a, b;
    const ent_layout *layout = ent_layout_at(pick % 8);
    options.layout = layout ? layout->name : NULL;
    FUZZ_CHECK(!ent_network_lay_out(network, &options, NULL));
    for (size_t i = 0; i < ent_network_node_count(network); i++)
        for (size_t k = 0; k < i; k++) {
            FUZZ_CHECK(ent_network_position(network, i, &a));
            FUZZ_CHECK(ent_network_position(network, k, &b));
            FUZZ_CHECK(hypot(a.x - b.x, a.y - b.y) >=
                       (ent_network_diameter(network, i) +
                        ent_network_diameter(network, k)) /
                           2);
        }
}

/* ---- the run ---- */

static ent_network_options choose(const uint8_t *picks)
{
    static char ego[2];
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    options.window = (ent_window)(picks[0] & 3);
    options.window_words = 1 + (picks[0] >> 2);
    options.weight = ent_weight_at(picks[1] % ent_weight_count())->name;
    options.min_articles = picks[1] >> 6;
    options.isolates = (ent_isolates)(picks[2] % 3);
    options.max_names = picks[2] >> 4;
    options.top = picks[3] & 8 ? picks[3] & 7 : 0;
    options.largest_component = picks[3] & 16;
    options.backbone = picks[3] & 32 ? 0.3 : 0;
    *ego = (char)('a' + picks[4] % 26);
    options.ego = picks[3] & 64 ? ego : NULL;
    return options;
}

static void run(const ent_corpus *corpus, const uint8_t *picks)
{
    ent_network *network;
    ent_error error = {0};
    ent_network_options options = choose(picks);
    ent_analyse_options how = ENT_ANALYSE_OPTIONS_INIT;
    bool whole = !options.top && !options.largest_component &&
                 options.backbone <= 0 && !options.ego;
    how.shown = picks[5] & 1;
    how.samples = picks[5] & 2 ? 2 : 0;
    how.resolution = (picks[5] >> 2 & 7) / 2.0;
    ent_status status = ent_network_build(&network, corpus, &options, &error);
    if (status) { /* nobody who is named so */
        FUZZ_CHECK(options.ego && status == ENT_ERR_NOT_FOUND);
        return;
    }
    FUZZ_CHECK(!ent_network_analyse(network, &how, &error));
    check_ties(network);
    check_nodes(network, whole || how.shown);
    check_measures(network, &how);
    check_places(network, picks[4] >> 5);
    check_slices(network, picks[5] >> 5);
    ent_network_free(network);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_corpus corpus = {0};
    if (size < HEAD || size > LONGEST)
        return 0;
    make_corpus(&corpus, (const char *)data + HEAD, size - HEAD);
    run(&corpus, data);
    hand_free(&corpus);
    return 0;
}
