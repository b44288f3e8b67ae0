/* MinHash (Broder, "On the resemblance and containment of documents", 1997) on
 * runs of five words: the share of equal minima estimates the share of runs
 * that two articles have in common. Minima are grouped into bands, and only
 * articles with an equal band are compared. */
#include "corpus/copies.h"

#include <string.h>

#include "core/map.h"
#include "core/wide.h"

enum {
    RUN = 5,     /* words in a run */
    MINIMA = 64, /* in an article's sketch */
    BAND = 4,    /* minima in a band */
    BANDS = MINIMA / BAND,
    ENOUGH = 32,      /* equal minima that make a copy: half */
    FEWEST_WORDS = 40 /* shorter articles are alike by chance */
};

typedef struct sketch {
    uint32_t article;
    ent_date date;
    uint32_t minima[MINIMA];
} sketch;

typedef struct band_key {
    uint64_t key;
    uint32_t sketch;
} band_key;

/* ---- sketches ---- */

/* Some write ' and " where others write the marks of Unicode's General
 * Punctuation, from U+2000 to U+203F. */
static bool is_mark(const char *at, const char *end)
{
    return at[0] == '\xe2' && end - at > 2 && at[1] == '\x80';
}

/* The byte in lower case if it belongs to a word, else 0. All UTF-8 beyond
 * ASCII counts as letters; it only has to be the same in both copies. */
static unsigned char word_byte(const char *at, const char *end)
{
    unsigned char c = (unsigned char)*at, lower = c | 0x20;
    if (lower >= 'a' && lower <= 'z')
        return lower;
    if (c >= 0x80)
        return is_mark(at, end) ? 0 : c;
    return c >= '0' && c <= '9' ? c : 0;
}

bool ent_i_next_word(const char **text, const char *end, uint64_t *hash)
{
    char word[64];
    size_t n = 0;
    const char *at = *text;
    while (at < end && !word_byte(at, end))
        at += is_mark(at, end) ? 3 : 1;
    for (unsigned char c; at < end && (c = word_byte(at, end)); at++)
        if (n < sizeof word)
            word[n++] = (char)c;
    *text = at;
    *hash = ent_i_hash(word, n);
    return n > 0;
}

/* Many hash functions from one (Kirsch and Mitzenmacher 2006). */
ENT_I_WIDE static void take_run(sketch *s, uint64_t run)
{
    uint32_t a = (uint32_t)run, b = (uint32_t)(run >> 32) | 1;
    for (uint32_t i = 0; i < MINIMA; i++) {
        uint32_t h = a + i * b;
        h ^= h >> 15;
        h *= 0x2c1b3c6du;
        h ^= h >> 12;
        if (h < s->minima[i])
            s->minima[i] = h;
    }
}

/* False when the text is too short to judge. */
static bool make_sketch(sketch *s, const ent_article *article)
{
    const char *text = article->text, *end = text + article->text_size;
    uint64_t words[RUN], hash;
    size_t n = 0;
    memset(s->minima, 0xff, sizeof s->minima);
    while (ent_i_next_word(&text, end, &hash)) {
        words[n++ % RUN] = hash;
        if (n < RUN)
            continue;
        uint64_t run = 0;
        for (size_t i = 0; i < RUN; i++)
            run = run * 0x9e3779b97f4a7c15u + words[(n + i) % RUN];
        take_run(s, run ^ run >> 29);
    }
    return n >= FEWEST_WORDS;
}

/* ---- groups ---- */

typedef struct finding {
    sketch *sketches; /* ordered by date, then article */
    band_key *keys;
    uint32_t *original; /* by sketch */
    size_t n;
} finding;

static int by_date(const void *a, const void *b)
{
    const sketch *x = a, *y = b;
    /* An article without a date comes last, as the copy of one with a date. */
    bool x_dated = x->date != ENT_NO_DATE, y_dated = y->date != ENT_NO_DATE;
    if (x_dated != y_dated)
        return x_dated ? -1 : 1;
    if (x->date != y->date)
        return x->date < y->date ? -1 : 1;
    return x->article < y->article ? -1 : x->article > y->article;
}

/* Equal keys are in date order, so the first of them is the earliest. */
static int by_key(const void *a, const void *b)
{
    const band_key *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->sketch < y->sketch ? -1 : x->sketch > y->sketch;
}

static bool are_copies(const sketch *a, const sketch *b)
{
    size_t equal = 0;
    for (size_t i = 0; i < MINIMA; i++)
        equal += a->minima[i] == b->minima[i];
    return equal >= ENOUGH;
}

/* With path halving (Tarjan and van Leeuwen 1984). */
static uint32_t root_of(finding *f, uint32_t i)
{
    while (f->original[i] != i)
        i = f->original[i] = f->original[f->original[i]];
    return i;
}

/* Articles with the same band key are compared with the first one and with
 * their neighbour, either of which finds copies of copies. */
static void compare(finding *f, uint32_t a, uint32_t b)
{
    uint32_t x = root_of(f, a), y = root_of(f, b);
    if (x == y || !are_copies(&f->sketches[a], &f->sketches[b]))
        return;
    if (x < y)
        f->original[y] = x;
    else
        f->original[x] = y;
}

static void find_in_band(finding *f, size_t band)
{
    for (size_t i = 0; i < f->n; i++) {
        const uint32_t *minima = f->sketches[i].minima + band * BAND;
        f->keys[i] =
            (band_key){ent_i_hash(minima, BAND * sizeof *minima), (uint32_t)i};
    }
    ent_i_sort(f->keys, f->n, sizeof *f->keys, by_key);
    for (size_t i = 1, first = 0; i < f->n; i++) {
        if (f->keys[i].key != f->keys[first].key)
            first = i;
        if (first == i)
            continue;
        compare(f, f->keys[first].sketch, f->keys[i].sketch);
        compare(f, f->keys[i - 1].sketch, f->keys[i].sketch);
    }
}

static void make_sketches(finding *f, const ent_corpus *corpus)
{
    for (uint32_t i = 0; i < corpus->articles.n; i++) {
        sketch *s = &f->sketches[f->n];
        s->article = i;
        s->date = ent_i_date_of(corpus, i);
        f->n += make_sketch(s, ent_i_article_at(corpus, i));
    }
    ent_i_sort(f->sketches, f->n, sizeof *f->sketches, by_date);
    for (uint32_t i = 0; i < f->n; i++)
        f->original[i] = i;
}

/* Each copy points to the earliest article of its group, which counts its
 * copies. */
static void write_groups(finding *f, ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->articles.n; i++) {
        corpus->copy_of.items[i] = ENT_NONE;
        corpus->copies.items[i] = 0;
    }
    for (uint32_t i = 0; i < f->n; i++) {
        uint32_t root = root_of(f, i);
        if (root == i)
            continue;
        uint32_t original = f->sketches[root].article;
        corpus->copy_of.items[f->sketches[i].article] = original;
        corpus->copies.items[original]++;
    }
}

bool ent_i_find_copies(ent_corpus *corpus)
{
    size_t n = corpus->articles.n;
    finding f = {0};
    f.sketches = ent_i_malloc(n * sizeof *f.sketches);
    f.keys = ent_i_malloc(n * sizeof *f.keys);
    f.original = ent_i_malloc(n * sizeof *f.original);
    bool ok = f.sketches && f.keys && f.original;
    if (ok) {
        make_sketches(&f, corpus);
        for (size_t band = 0; band < BANDS && f.n; band++)
            find_in_band(&f, band);
        write_groups(&f, corpus);
    }
    ent_i_free(f.sketches);
    ent_i_free(f.keys);
    ent_i_free(f.original);
    return ok;
}
