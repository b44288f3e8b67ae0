#include "recognise/reading.h"

#include <string.h>

/* How far a name may extend beyond its capitalised words, and how many other
 * words may stand between two of them. */
enum { REACH_BEFORE = 2, REACH_AFTER = 2, LONGEST_GAP = 4 };

/* ---- words ---- */

/* The trace of a key; false when memory is out. */
static bool find_trace(ent_i_traces *traces, uint64_t key, uint32_t *out)
{
    uint32_t *slot = ent_i_keymap_put(&traces->of, key, (uint32_t)traces->n);
    if (!slot ||
        (*slot == traces->n && !ent_i_vec_push(traces, (ent_i_trace){0})))
        return false;
    *out = *slot;
    return true;
}

static void forget_traces(ent_i_traces *traces)
{
    traces->n = 0;
    ent_i_keymap_clear(&traces->of);
}

static void free_traces(ent_i_traces *traces)
{
    ent_i_vec_free(traces);
    ent_i_keymap_free(&traces->of);
}

/* Reads the words that are new in the book. */
static bool read_words(ent_i_reading *reading, const ent_i_gazetteer *gazetteer,
                       const ent_i_wordbook *book)
{
    size_t known = reading->traits.n, n = book->words.n;
    if (known < n && (!ent_i_vec_reserve(&reading->traits, n - known) ||
                      !ent_i_vec_reserve(&reading->briefs, n - known)))
        return false;
    for (size_t i = known; i < n; i++) {
        const ent_i_word *word = &book->words.items[i];
        ent_i_traits *traits = &reading->traits.items[i];
        if (i)
            ent_i_traits_read(traits, gazetteer, word->bytes, word->size,
                              word->kind);
        else
            memset(traits, 0, sizeof *traits);
        ent_i_brief *brief = &reading->briefs.items[i];
        *brief = (ent_i_brief){0, traits->marks, traits->capital};
        if (!find_trace(&reading->words, traits->lower, &brief->trace) ||
            !ent_i_vec_reserve(&reading->cases,
                               reading->words.n - reading->cases.n))
            return false;
        while (reading->cases.n < reading->words.n)
            reading->cases.items[reading->cases.n++] = (ent_i_cases){0};
        reading->traits.n = reading->briefs.n = i + 1;
    }
    return true;
}

static ent_i_trace *touch(ent_i_reading *reading, uint32_t trace)
{
    ent_i_trace *t = &reading->words.items[trace];
    if (t->article != reading->article) {
        memset(t, 0, sizeof *t);
        t->article = reading->article;
    }
    return t;
}

static ent_i_cases *touch_cases(ent_i_reading *reading, uint32_t trace)
{
    ent_i_cases *c = &reading->cases.items[trace];
    if (c->article != reading->article)
        *c = (ent_i_cases){.article = reading->article};
    return c;
}

/* A sentence with many capitals is a headline, where they say little about
 * names. */
static ent_i_style style_of(const ent_i_token *tokens, uint32_t n)
{
    unsigned upper = 0, title = 0, lower = 0;
    for (uint32_t i = 0; i < n; i++) {
        upper += tokens[i].kind == ENT_I_TOKEN_UPPER;
        title += tokens[i].kind == ENT_I_TOKEN_TITLE;
        lower += tokens[i].kind == ENT_I_TOKEN_LOWER;
    }
    unsigned letters = upper + title + lower;
    if (upper >= 3 && upper * 4 >= letters * 3)
        return ENT_I_STYLE_UPPER;
    if (title + upper >= 4 && (title + upper) * 3 >= letters * 2)
        return ENT_I_STYLE_TITLE;
    return ENT_I_STYLE_PLAIN;
}

static void trace_words(ent_i_reading *reading, const ent_article *article,
                        const ent_i_text *text)
{
    for (size_t s = 0; s < article->sentences.n; s++) {
        uint32_t first = text->first.items[s], end = text->first.items[s + 1];
        bool plain = style_of(text->tokens.items + first, end - first) ==
                     ENT_I_STYLE_PLAIN;
        for (uint32_t i = first; i < end; i++)
            __builtin_prefetch(
                &reading->cases.items
                     [reading->briefs.items[text->tokens.items[i].word].trace]);
        for (uint32_t i = first; i < end; i++) {
            const ent_i_brief *word =
                &reading->briefs.items[text->tokens.items[i].word];
            ent_i_cases *cases = touch_cases(reading, word->trace);
            if (!word->capital)
                cases->lower++;
            else if (plain && i > first)
                cases->middle++;
        }
    }
}

/* ---- sentences ---- */

/* A name can stand here. The bit is reused once the word's own mark has been
 * read. */
enum { SPOT = ENT_I_MARK_COMMON };

static void mark_spots(uint8_t *marks, uint32_t n)
{
    int64_t last = -LONGEST_GAP - 2;
    for (int64_t i = 0; i < n; i++) {
        if (!(marks[i] & ENT_I_MARK_CAPITAL))
            continue;
        int64_t least = i - last <= LONGEST_GAP + 1 ? last : i - REACH_BEFORE;
        marks[i] |= SPOT;
        for (int64_t k = i - 1;
             k >= 0 && k >= least && !(marks[k] & ENT_I_MARK_BAR); k--)
            marks[k] |= SPOT;
        for (int64_t k = i + 1;
             k < n && k <= i + REACH_AFTER && !(marks[k] & ENT_I_MARK_BAR); k++)
            marks[k] |= SPOT;
        last = i;
    }
}

/* The run of tokens with any of the marks around token i. */
static void find_run(const uint8_t *marks, uint32_t n, uint32_t i,
                     uint8_t wanted, uint32_t *first, uint32_t *end)
{
    uint32_t a = i, b = i + 1;
    while (a > 0 && marks[a - 1] & wanted)
        a--;
    while (b < n && marks[b] & wanted)
        b++;
    /* A run begins and ends with a capital. */
    while (a < i && !(marks[a] & ENT_I_MARK_CAPITAL))
        a++;
    while (b > i + 1 && !(marks[b - 1] & ENT_I_MARK_CAPITAL))
        b--;
    *first = a;
    *end = b;
}

static bool read_spot(ent_i_reading *reading, uint32_t first, uint32_t n,
                      uint32_t i, ent_i_spot spot)
{
    const uint8_t *marks = reading->marks.items;
    spot.token = first + i;
    spot.first = first;
    spot.end = first + n;
    find_run(marks, n, i, ENT_I_MARK_CAPITAL | ENT_I_MARK_HYPHEN,
             &spot.run_first, &spot.run_end);
    find_run(marks, n, i,
             ENT_I_MARK_CAPITAL | ENT_I_MARK_HYPHEN | ENT_I_MARK_SMALL,
             &spot.wide_first, &spot.wide_end);
    spot.run_first += first;
    spot.run_end += first;
    spot.wide_first += first;
    spot.wide_end += first;
    return ent_i_vec_push(&reading->spots, spot);
}

/* Reads n tokens from `first` as a sentence of their own. */
static bool read_tokens(ent_i_reading *reading, const ent_i_text *text,
                        uint32_t sentence, uint32_t first, uint32_t n)
{
    reading->marks.n = 0;
    if (!ent_i_vec_reserve(&reading->marks, n))
        return false;
    uint8_t *marks = reading->marks.items;
    for (uint32_t i = 0; i < n; i++) {
        marks[i] =
            reading->briefs.items[text->tokens.items[first + i].word].marks;
        if (!i && marks[i] & ENT_I_MARK_COMMON)
            marks[i] = 0;
        marks[i] &= (uint8_t)~SPOT;
    }
    mark_spots(marks, n);
    ent_i_spot spot = {.style =
                           (uint8_t)style_of(text->tokens.items + first, n)};
    bool open = false;
    for (uint32_t i = 0; i < n; i++) {
        if (marks[i] & ENT_I_MARK_OPEN)
            spot.bracket = 1;
        else if (marks[i] & ENT_I_MARK_CLOSE)
            spot.bracket = 0;
        else if (marks[i] & ENT_I_MARK_QUOTE)
            spot.quote = !spot.quote;
        if (!(marks[i] & SPOT)) {
            open = false;
            continue;
        }
        ent_i_stretch start = {(uint32_t)reading->spots.n, 0, sentence};
        if (!open && !ent_i_vec_push(&reading->stretches, start))
            return false;
        open = true;
        reading->stretches.items[reading->stretches.n - 1].n++;
        if (!read_spot(reading, first, n, i, spot))
            return false;
    }
    return true;
}

/* A list of links in the sentence is not read with the words around it. Its
 * first name was there already: nobody is named again. */
static bool read_sentence(ent_i_reading *reading, const ent_i_text *text,
                          uint32_t sentence)
{
    const ent_i_token *tokens = text->tokens.items;
    uint32_t end = text->first.items[sentence + 1];
    for (uint32_t from = text->first.items[sentence], to; from < end;
         from = to) {
        for (to = from + 1; to < end && tokens[to].list == tokens[from].list;
             to++)
            ;
        if (tokens[from].list != ENT_I_LIST_NAME &&
            !read_tokens(reading, text, sentence, from, to - from))
            return false;
    }
    return true;
}

bool ent_i_reading_fill(ent_i_reading *reading,
                        const ent_i_gazetteer *gazetteer,
                        const ent_article *article, const ent_i_text *text)
{
    reading->article++;
    reading->spots.n = reading->stretches.n = 0;
    reading->pair_of.n = 0;
    reading->text = text;
    reading->edition = text->book->edition;
    if (!read_words(reading, gazetteer, text->book))
        return false;
    trace_words(reading, article, text);
    for (uint32_t s = 0; s < article->sentences.n; s++) {
        if (!read_sentence(reading, text, s))
            return false;
    }
    return true;
}

/* ---- what the first stage said ---- */

static void add_trace(ent_i_trace *trace, const ent_i_verdict *verdict)
{
    trace->count += 1.0f;
    for (unsigned k = 0; k < ENT_I_WEIGHTS; k++)
        trace->sum[k] += verdict->marginal[k + 1];
    for (unsigned t = 0; t < ENT_TYPE_COUNT; t++) {
        float p = ent_i_verdict_type(verdict, t);
        if (p > trace->most[t]) {
            trace->second[t] = trace->most[t];
            trace->most[t] = p;
        } else if (p > trace->second[t]) {
            trace->second[t] = p;
        }
    }
}

bool ent_i_reading_recall(ent_i_reading *reading, const ent_i_verdict *verdicts)
{
    reading->pair_of.n = 0;
    forget_traces(&reading->pairs);
    if (!ent_i_vec_reserve(&reading->pair_of, reading->spots.n))
        return false;
    for (size_t i = 0; i < reading->spots.n; i++) {
        const ent_i_spot *spot = &reading->spots.items[i];
        uint32_t word = reading->text->tokens.items[spot->token].word;
        uint32_t next = ent_i_reading_word(reading, spot, 1);
        uint32_t pair = ENT_I_ABSENT;
        if (reading->briefs.items[word].capital) {
            uint64_t key = ent_i_mix(reading->traits.items[word].lower,
                                     reading->traits.items[next].lower);
            if (!find_trace(&reading->pairs, key, &pair))
                return false;
            add_trace(touch(reading, reading->briefs.items[word].trace),
                      &verdicts[i]);
            add_trace(&reading->pairs.items[pair], &verdicts[i]);
        }
        reading->pair_of.items[reading->pair_of.n++] = pair;
    }
    return true;
}

void ent_i_reading_free(ent_i_reading *reading)
{
    ent_i_vec_free(&reading->traits);
    ent_i_vec_free(&reading->briefs);
    free_traces(&reading->words);
    ent_i_vec_free(&reading->cases);
    free_traces(&reading->pairs);
    ent_i_vec_free(&reading->spots);
    ent_i_vec_free(&reading->stretches);
    ent_i_vec_free(&reading->pair_of);
    ent_i_vec_free(&reading->marks);
    reading->article = 0;
    reading->text = NULL;
}

bool ent_i_reading_renew(ent_i_reading *reading, const ent_i_text *text)
{
    bool stale = reading->edition != text->book->edition;
    if (stale) {
        reading->traits.n = reading->briefs.n = reading->cases.n = 0;
        forget_traces(&reading->words);
    }
    return stale;
}
