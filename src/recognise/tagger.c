#include "recognise/tagger.h"

#include <string.h>

#include "lexicon/lexicon.h"

/* The sum of the word's own features for the token it is `position` tokens away
 * from. */
static const ent_i_sum *word_sum(ent_i_tagger *tagger, const ent_i_model *model,
                                 uint32_t word, int position)
{
    unsigned at = (unsigned)(position + 2);
    ent_i_sum *sum = &tagger->words.items[word].at[at];
    if (!(tagger->have.items[word] & 1u << at)) {
        uint64_t keys[ENT_I_MAX_ATOMS];
        const ent_i_traits *w = &tagger->reading.traits.items[word];
        size_t n = ent_i_traits_atoms(word ? w : NULL, position, keys);
        memset(sum, 0, sizeof *sum);
        ent_i_table_add(&model->table, keys, n, sum->score);
        tagger->have.items[word] |= (uint8_t)(1u << at);
    }
    return sum;
}

/* One look-up gets the weights of both stages. */
static void sum_spot(ent_i_tagger *tagger, const ent_i_model *model, size_t i,
                     const uint64_t *keys, size_t n)
{
    const ent_i_reading *reading = &tagger->reading;
    const ent_i_spot *spot = &reading->spots.items[i];
    ent_i_sum sum = {{0}};
    for (int k = -2; k <= 2; k++) {
        const ent_i_sum *word =
            word_sum(tagger, model, ent_i_reading_word(reading, spot, k), k);
        for (unsigned j = 0; j < ENT_I_ROW; j++)
            sum.score[j] = (int16_t)(sum.score[j] + word->score[j]);
    }
    ent_i_table_add(&model->table, keys, n, sum.score);
    tagger->sums.items[i] = sum;
}

/* The features of the spot with other words. They and its words' sums are
 * fetched into the cache, and so are the traits of the words that come next. */
static size_t ask_for_spot(const ent_i_tagger *tagger, const ent_i_model *model,
                           size_t i, uint64_t *keys)
{
    const ent_i_reading *reading = &tagger->reading;
    const ent_i_spot *spot = &reading->spots.items[i];
    for (int k = -2; k <= 2; k++) {
        const ent_i_sum *sum =
            &tagger->words.items[ent_i_reading_word(reading, spot, k)]
                 .at[k + 2];
        __builtin_prefetch(sum);
        __builtin_prefetch(sum->score + ENT_I_ROW - 1);
    }
    for (int k = 3; k <= 4; k++)
        __builtin_prefetch(
            &reading->traits.items[ent_i_reading_word(reading, spot, k)]);
    size_t n = ent_i_joint_features(reading, i, keys);
    ent_i_table_prefetch(&model->table, keys, n);
    return n;
}

/* While a spot is summed, the next one's places come from memory. */
static void sum_spots(ent_i_tagger *tagger, const ent_i_model *model)
{
    uint64_t keys[2][ENT_I_MAX_FEATURES];
    size_t spots = tagger->reading.spots.n;
    size_t n = spots ? ask_for_spot(tagger, model, 0, keys[0]) : 0;
    for (size_t i = 0, next; i < spots; i++, n = next) {
        next = i + 1 < spots
                   ? ask_for_spot(tagger, model, i + 1, keys[(i + 1) % 2])
                   : 0;
        sum_spot(tagger, model, i, keys[i % 2], n);
    }
}

static void score_spot(ent_i_tagger *tagger, const ent_i_model *model,
                       unsigned stage, size_t i, ent_i_link *out)
{
    ent_i_sum sum = tagger->sums.items[i];
    uint64_t keys[ENT_I_MAX_FEATURES];
    /* The second stage adds what the first one said. */
    if (stage)
        ent_i_table_add(&model->table, keys,
                        ent_i_recall_features(&tagger->reading, i,
                                              tagger->first.items, keys),
                        sum.score);
    out->score[0] = 0.0f;
    const int16_t *score = sum.score + (size_t)stage * ENT_I_WEIGHTS;
    for (unsigned j = 0; j < ENT_I_WEIGHTS; j++)
        out->score[j + 1] = (float)score[j] * model->scale[stage];
}

static bool has_name(const ent_i_link *chain, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (chain[i].best != ENT_I_OUTSIDE)
            return true;
    }
    return false;
}

/* Marginals are needed only near a name. */
static void keep_found(const ent_i_link *chain, size_t n, ent_i_finding *out)
{
    for (size_t i = 0; i < n; i++) {
        ent_i_verdict all;
        ent_i_chain_keep(&chain[i], 1, &all);
        for (unsigned t = 0; t < ENT_TYPE_COUNT; t++)
            out[i].type[t] = ent_i_verdict_type(&all, t);
        out[i].sure = all.marginal[chain[i].best];
        out[i].best = chain[i].best;
    }
}

static void run_stage(ent_i_tagger *tagger, const ent_i_model *model,
                      unsigned stage)
{
    const ent_i_steps *steps = &model->steps[stage];
    ent_i_link *chain = tagger->chain.items;
    for (size_t s = 0; s < tagger->reading.stretches.n; s++) {
        const ent_i_stretch *stretch = &tagger->reading.stretches.items[s];
        for (uint32_t i = 0; i < stretch->n; i++)
            score_spot(tagger, model, stage, stretch->first + i, &chain[i]);
        if (stage)
            ent_i_chain_best(chain, stretch->n, steps);
        if (!stage || has_name(chain, stretch->n))
            ent_i_chain_marginals(chain, stretch->n, steps, NULL);
        if (stage)
            keep_found(chain, stretch->n, tagger->found.items + stretch->first);
        else
            ent_i_chain_keep(chain, stretch->n,
                             tagger->first.items + stretch->first);
    }
}

/* A mail address names nobody. */
static bool is_mail_address(const char *bytes, size_t size)
{
    const char *at = memchr(bytes, '@', size);
    return at && at > bytes && memchr(at, '.', size - (size_t)(at - bytes));
}

static bool add_mention(const ent_i_tagger *tagger, const ent_i_model *model,
                        ent_article *article, const ent_i_text *text,
                        const ent_i_stretch *stretch, size_t first, size_t last)
{
    const ent_i_finding *found = tagger->found.items;
    const ent_i_spot *spots = tagger->reading.spots.items;
    float least = 1.0f;
    for (size_t i = first; i <= last; i++) {
        if (found[i].sure < least)
            least = found[i].sure;
    }
    uint32_t start = text->tokens.items[spots[first].token].start;
    ent_mention mention = {
        .size = sizeof(ent_mention),
        .start = start,
        .end = text->tokens.items[spots[last].token].end,
        .honorific_start = start,
        .honorific_end = start,
        .sentence = stretch->sentence,
        .cluster = ENT_NONE,
        .confidence = ent_i_model_confidence(model, least),
        .type = (uint8_t)ent_i_label_type(found[first].best),
        .role = ENT_ROLE_STORY,
        .field = article->sentences.items[stretch->sentence].field};
    const char *name =
        ent_article_field(article, (ent_field)mention.field) + start;
    size_t size = mention.end - start;
    if (is_mail_address(name, size))
        return true;
    /* The training data call these organisations, meaning the government; to a
     * reader they are countries. */
    if (mention.type == ENT_ORG &&
        ent_i_is_state(ent_i_lexicon_of(article), name, size))
        mention.type = ENT_PLACE;
    return ent_i_vec_push(&article->mentions, mention);
}

static bool add_mentions(const ent_i_tagger *tagger, const ent_i_model *model,
                         ent_article *article, const ent_i_text *text,
                         const ent_i_stretch *stretch)
{
    const ent_i_finding *found = tagger->found.items;
    size_t end = stretch->first + stretch->n, first = end;
    for (size_t i = stretch->first; i < end; i++) {
        if (found[i].best == ENT_I_OUTSIDE)
            continue;
        unsigned part = ent_i_label_part(found[i].best);
        if (part == ENT_I_BEGIN || part == ENT_I_SINGLE)
            first = i;
        if ((part == ENT_I_END || part == ENT_I_SINGLE) &&
            !add_mention(tagger, model, article, text, stretch, first, i))
            return false;
    }
    return true;
}

static size_t longest_stretch(const ent_i_reading *reading)
{
    size_t n = 0;
    for (size_t s = 0; s < reading->stretches.n; s++)
        if (reading->stretches.items[s].n > n)
            n = reading->stretches.items[s].n;
    return n;
}

static bool make_room(ent_i_tagger *tagger)
{
    size_t words = tagger->reading.traits.n;
    size_t old = tagger->words.n;
    if (words > old) {
        if (!ent_i_vec_reserve(&tagger->words, words - old) ||
            !ent_i_vec_reserve(&tagger->have, words - old))
            return false;
        memset(tagger->have.items + old, 0, words - old);
        tagger->words.n = tagger->have.n = words;
    }
    return ent_i_vec_reserve(&tagger->sums, tagger->reading.spots.n) &&
           ent_i_vec_reserve(&tagger->first, tagger->reading.spots.n) &&
           ent_i_vec_reserve(&tagger->found, tagger->reading.spots.n) &&
           ent_i_vec_reserve(&tagger->chain, longest_stretch(&tagger->reading));
}

static bool run_first(ent_i_tagger *tagger, const ent_i_model *model,
                      const ent_article *article, const ent_i_text *text)
{
    ent_i_reading *reading = &tagger->reading;
    if (ent_i_reading_renew(reading, text))
        tagger->words.n = tagger->have.n = 0;
    if (!ent_i_reading_fill(reading, &model->gazetteer, article, text) ||
        !make_room(tagger))
        return false;
    sum_spots(tagger, model);
    run_stage(tagger, model, 0);
    return true;
}

bool ent_i_tag(ent_i_tagger *tagger, const ent_i_model *model,
               ent_article *article, const ent_i_text *text)
{
    ent_i_reading *reading = &tagger->reading;
    if (!run_first(tagger, model, article, text))
        return false;
    if (!ent_i_reading_recall(reading, tagger->first.items))
        return false;
    run_stage(tagger, model, 1);
    for (size_t s = 0; s < reading->stretches.n; s++) {
        if (!add_mentions(tagger, model, article, text,
                          &reading->stretches.items[s]))
            return false;
    }
    return true;
}

void ent_i_tagger_free(ent_i_tagger *tagger)
{
    ent_i_reading_free(&tagger->reading);
    ent_i_vec_free(&tagger->words);
    ent_i_vec_free(&tagger->have);
    ent_i_vec_free(&tagger->sums);
    ent_i_vec_free(&tagger->chain);
    ent_i_vec_free(&tagger->first);
    ent_i_vec_free(&tagger->found);
}
