#include "train/samples.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "core/random.h"
#include "lexicon/lexicon.h"
#include "source/source.h"

/* ---- copies of sentences in capitals and as headlines ---- */

typedef enum lettering { IN_CAPITALS, AS_HEADLINE } lettering;

/* One sentence in this many for each lettering, and the limits on its size in
 * bytes. */
enum { ONE_IN = 12, SHORTEST = 20, LONGEST = 240 };

typedef struct copier {
    ent_i_string text;
    ENT_I_VEC(ent_mention) mentions;
} copier;

static bool is_small(const char *word, size_t size)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, size)->use &
           ENT_I_U_SMALL;
}

static size_t word_size(const char *text, size_t at, size_t end)
{
    size_t n = 0;
    while (at + n < end && !strchr(" \t\n'-", text[at + n]))
        n++;
    return n;
}

/* Copies the sentence's letters; moved[i] is where its byte i went. */
static bool copy_letters(copier *c, const ent_article *article,
                         const ent_sentence *sentence, lettering how,
                         uint32_t *moved)
{
    const char *text = article->text;
    bool word_begins = true, raise = false;
    for (size_t i = sentence->start; i < sentence->end;) {
        if (word_begins)
            raise = how == IN_CAPITALS ||
                    !is_small(text + i, word_size(text, i, sentence->end));
        word_begins = strchr(" \t\n", text[i]) != NULL;
        moved[i - sentence->start] = (uint32_t)c->text.n;
        UChar32 letter;
        U8_NEXT_OR_FFFD(text, i, sentence->end, letter);
        char bytes[U8_MAX_LENGTH];
        size_t n = 0;
        U8_APPEND_UNSAFE(bytes, n, raise ? u_toupper(letter) : letter);
        if (!ent_i_string_add(&c->text, bytes, n))
            return false;
        raise = raise && (how == IN_CAPITALS || word_begins);
    }
    moved[sentence->end - sentence->start] = (uint32_t)c->text.n;
    return true;
}

static bool copy_sentence(copier *c, const ent_article *article,
                          const ent_sentence *sentence, lettering how)
{
    uint32_t moved[LONGEST + 1];
    if (!ent_i_string_adds(&c->text, "\n\n") ||
        !copy_letters(c, article, sentence, how, moved))
        return false;
    for (size_t i = 0; i < article->mentions.n; i++) {
        ent_mention mention = article->mentions.items[i];
        if (mention.field != ENT_FIELD_TEXT ||
            mention.start < sentence->start || mention.end > sentence->end)
            continue;
        mention.start = moved[mention.start - sentence->start];
        mention.end = moved[mention.end - sentence->start];
        if (!ent_i_vec_push(&c->mentions, mention))
            return false;
    }
    return true;
}

static bool copy_some(copier *c, const ent_article *article, uint64_t *seed)
{
    for (size_t s = 0; s < article->sentences.n; s++) {
        const ent_sentence *sentence = &article->sentences.items[s];
        uint32_t size = sentence->end - sentence->start;
        uint64_t draw = ent_i_random(seed) % ONE_IN;
        if (sentence->field != ENT_FIELD_TEXT || size < SHORTEST ||
            size > LONGEST || draw > AS_HEADLINE)
            continue;
        if (!copy_sentence(c, article, sentence, (lettering)draw))
            return false;
    }
    return true;
}

static bool add_copies(ent_article *article, uint64_t *seed)
{
    copier c = {0};
    bool ok = ent_i_string_add(&c.text, article->text, article->text_size) &&
              copy_some(&c, article, seed);
    for (size_t i = 0; ok && i < c.mentions.n; i++)
        ok = ent_i_vec_push(&article->mentions, c.mentions.items[i]);
    const char *text =
        ok ? ent_i_arena_strndup(&article->arena, c.text.items, c.text.n)
           : NULL;
    if (text) {
        article->text = text;
        article->text_size = (uint32_t)c.text.n;
    }
    ent_i_vec_free(&c.text);
    ent_i_vec_free(&c.mentions);
    return text != NULL;
}

/* ---- labels ---- */

static void label_mention(ent_i_sample *sample, const ent_mention *mention)
{
    const ent_article *article = sample->article;
    const ent_i_text *text = &sample->text;
    for (size_t s = 0; s < article->sentences.n; s++) {
        const ent_sentence *sentence = &article->sentences.items[s];
        if (sentence->field != mention->field ||
            sentence->end <= mention->start || sentence->start > mention->start)
            continue;
        uint32_t first = text->first.items[s], end = text->first.items[s + 1];
        while (first < end && text->tokens.items[first].start < mention->start)
            first++;
        uint32_t last = first;
        while (last < end && text->tokens.items[last].end < mention->end)
            last++;
        if (first == end || last == end ||
            text->tokens.items[first].start != mention->start ||
            text->tokens.items[last].end != mention->end)
            return;
        for (uint32_t i = first; i <= last; i++) {
            unsigned part = first == last ? ENT_I_SINGLE
                            : i == first  ? ENT_I_BEGIN
                            : i == last   ? ENT_I_END
                                          : ENT_I_INSIDE;
            sample->labels[i] = (uint8_t)ent_i_label(mention->type, part);
        }
        return;
    }
}

static ent_status read_text(ent_i_samples *samples, ent_i_sample *sample,
                            ent_error *error)
{
    sample->text.breaker = samples->breaker;
    sample->text.book = samples->book;
    sample->text.keep_words = true;
    ent_status status = ent_i_text_read(&sample->text, sample->article, error);
    samples->breaker = sample->text.breaker;
    samples->book = sample->text.book;
    sample->text.breaker = NULL;
    return status;
}

static ent_status fill_sample(ent_i_samples *samples, ent_i_sample *sample,
                              uint64_t *seed, ent_error *error)
{
    if (!sample->article->annotated)
        return ent_i_fail(error, ENT_ERR_FORMAT, "recognise",
                          "%s: expected an annotated article, found none",
                          sample->article->id);
    ent_status status = read_text(samples, sample, error);
    if (!status && *seed) {
        if (!add_copies(sample->article, seed))
            return ent_i_no_memory(error, "recognise");
        sample->article->sentences.n = 0;
        sample->text.tokens.n = sample->text.first.n = 0;
        status = read_text(samples, sample, error);
    }
    if (status)
        return status;
    sample->labels = ent_i_calloc(sample->text.tokens.n + 1, 1);
    if (!sample->labels)
        return ent_i_no_memory(error, "recognise");
    for (size_t i = 0; i < sample->article->mentions.n; i++)
        label_mention(sample, &sample->article->mentions.items[i]);
    return ENT_OK;
}

static void free_sample(ent_i_sample *sample)
{
    ent_article_free(sample->article);
    sample->text.book = NULL; /* all samples share it */
    ent_i_text_free(&sample->text);
    ent_i_free(sample->labels);
}

static void part(ent_i_samples *samples, size_t first)
{
    size_t n = samples->items.n - first;
    for (size_t i = 0; i < n; i++)
        samples->items.items[first + i].fold = (uint8_t)(i * ENT_I_FOLDS / n);
}

static ent_status read_input(ent_i_samples *out, const char *const *input,
                             uint64_t *seed, ent_error *error)
{
    ent_i_source *source = NULL;
    size_t first = out->items.n;
    ent_status status = ent_i_source_open(&source, input, 1, NULL, error);
    while (!status) {
        ent_i_sample sample = {0};
        status = ent_i_source_next(source, &sample.article, error);
        if (status || !sample.article)
            break;
        status = fill_sample(out, &sample, seed, error);
        if (!ent_i_vec_push(&out->items, sample)) {
            free_sample(&sample);
            status = ent_i_no_memory(error, "recognise");
        }
    }
    ent_i_source_free(source);
    part(out, first);
    return status;
}

ent_status ent_i_samples_read(ent_i_samples *out, const char *const *inputs,
                              size_t count, uint64_t seed, ent_error *error)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < count; i++)
        status = read_input(out, &inputs[i], &seed, error);
    return status;
}

void ent_i_samples_free(ent_i_samples *samples)
{
    for (size_t i = 0; i < samples->items.n; i++)
        free_sample(&samples->items.items[i]);
    ent_i_text last = {.breaker = samples->breaker, .book = samples->book};
    ent_i_text_free(&last);
    ent_i_vec_free(&samples->items);
    samples->breaker = NULL;
    samples->book = NULL;
}

/* Clears the spot and the parts of its name on both sides. */
static void clear_name(uint8_t *labels, size_t first, size_t end, size_t at)
{
    size_t a = at, b = at;
    while (a > first && labels[a] &&
           ent_i_label_follows(labels[a - 1], labels[a]) && labels[a - 1] &&
           !ent_i_label_follows(labels[a - 1], ENT_I_OUTSIDE))
        a--;
    while (b + 1 < end && labels[b] &&
           !ent_i_label_follows(labels[b], ENT_I_OUTSIDE) && labels[b + 1])
        b++;
    memset(labels + a, ENT_I_OUTSIDE, b - a + 1);
}

void ent_i_sample_spots(const ent_i_sample *sample,
                        const ent_i_reading *reading, uint8_t *labels)
{
    for (size_t i = 0; i < reading->spots.n; i++)
        labels[i] = sample->labels[reading->spots.items[i].token];
    for (size_t s = 0; s < reading->stretches.n; s++) {
        size_t first = reading->stretches.items[s].first;
        size_t end = first + reading->stretches.items[s].n;
        unsigned before = ENT_I_OUTSIDE;
        for (size_t i = first; i < end; i++) {
            if (!ent_i_label_follows(before, labels[i]))
                clear_name(labels, first, end, i);
            before = labels[i];
        }
        if (!ent_i_label_follows(before, ENT_I_OUTSIDE))
            clear_name(labels, first, end, end - 1);
    }
}
