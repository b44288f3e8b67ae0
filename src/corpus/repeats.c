/* A hash of its words stands for a sentence, so that sorting brings the same
 * ones together. Most sentences stand in one place only: a sieve of a part of
 * the hashes leaves these out before, so that millions take little memory. */
#include "corpus/repeats.h"

#include <string.h>

#include "core/map.h"
#include "corpus/copies.h"
#include "corpus/given.h"

enum {
    FEWEST_WORDS = 8 /* shorter sentences are alike by chance */
};

/* ---- finding ---- */

/* Over its words; false when there are too few to judge. */
static bool hash_words(const char *text, const char *end, uint64_t *out)
{
    uint64_t all = 0, word;
    size_t n = 0;
    for (; ent_i_next_word(&text, end, &word); n++)
        all = all * 0x9e3779b97f4a7c15u + word;
    *out = all;
    return n >= FEWEST_WORDS;
}

static bool hash_sentence(const ent_article *of, uint32_t sentence,
                          uint64_t *out)
{
    const ent_sentence *s = &of->sentences.items[sentence];
    const char *text = ent_article_field(of, (ent_field)s->field);
    return hash_words(text + s->start, text + s->end, out);
}

/* The next sentence that names somebody in the story, or ENT_NONE; *mention
 * begins at 0. Mentions are in text order, so those of one sentence follow one
 * another. */
static uint32_t next_sentence(const ent_article *of, size_t *mention)
{
    const ent_mention *all = of->mentions.items;
    size_t i = *mention;
    while (i < of->mentions.n && (all[i].role != ENT_ROLE_STORY ||
                                  all[i].sentence >= of->sentences.n))
        i++;
    uint32_t found = i < of->mentions.n ? all[i].sentence : ENT_NONE;
    while (i < of->mentions.n && all[i].sentence == found)
        i++;
    *mention = i;
    return found;
}

typedef struct sieve {
    ENT_I_VEC(uint32_t)
    hashes;                 /* of all sentences in order, in part; 0: too
                               short */
    uint64_t *once, *again; /* bits: this hash came, came more than once */
    size_t bits;            /* a power of two */
} sieve;

enum { WORD = 64, BITS_A_SENTENCE = 8 };

static bool add_hashes(sieve *s, const ent_article *of)
{
    uint64_t hash;
    size_t at = 0;
    for (uint32_t i; (i = next_sentence(of, &at)) != ENT_NONE;)
        if (!ent_i_vec_push(&s->hashes, hash_sentence(of, i, &hash)
                                            ? (uint32_t)hash | 1
                                            : 0))
            return false;
    return true;
}

static bool shake(sieve *s)
{
    s->bits = WORD;
    while (s->bits < BITS_A_SENTENCE * s->hashes.n)
        s->bits *= 2;
    s->once = ent_i_calloc(s->bits / WORD, sizeof *s->once);
    s->again = ent_i_calloc(s->bits / WORD, sizeof *s->again);
    if (!s->once || !s->again)
        return false;
    for (size_t i = 0; i < s->hashes.n; i++) {
        size_t at = s->hashes.items[i] / 2 % s->bits;
        uint64_t bit = (uint64_t)1 << at % WORD;
        s->again[at / WORD] |= s->once[at / WORD] & bit;
        s->once[at / WORD] |= bit;
    }
    return true;
}

/* Whether others may have the words of sentence i of all. */
static bool stays(const sieve *s, size_t i)
{
    size_t at = s->hashes.items[i] / 2 % s->bits;
    return s->hashes.items[i] && s->again[at / WORD] >> at % WORD & 1;
}

/* *place is the number of the article's first sentence among all. */
static bool add_article(ent_i_repeats *out, const sieve *s,
                        const ent_corpus *corpus, uint32_t article,
                        size_t *place)
{
    const ent_article *of = ent_i_article_at(corpus, article);
    ent_i_repeat found = {.article = article};
    size_t at = 0;
    while ((found.sentence = next_sentence(of, &at)) != ENT_NONE)
        if (stays(s, (*place)++) &&
            !(hash_sentence(of, found.sentence, &found.words) &&
              ent_i_vec_push(&out->same, found)))
            return false;
    return true;
}

static bool add_articles(ent_i_repeats *out, const ent_corpus *corpus)
{
    sieve s = {.once = NULL};
    size_t n = corpus->articles.n, place = 0;
    bool ok = true;
    for (uint32_t i = 0; ok && i < n; i++)
        ok = add_hashes(&s, ent_i_article_at(corpus, i));
    ok = ok && shake(&s);
    for (uint32_t i = 0; ok && i < n; i++)
        ok = add_article(out, &s, corpus, i, &place);
    ent_i_vec_free(&s.hashes);
    ent_i_free(s.once);
    ent_i_free(s.again);
    return ok;
}

static int by_place(const void *a, const void *b)
{
    const ent_i_repeat *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int by_words(const void *a, const void *b)
{
    const ent_i_repeat *x = a, *y = b;
    if (x->words != y->words)
        return x->words < y->words ? -1 : 1;
    return by_place(a, b);
}

/* Drops the sentences that stand in one place only. */
static void keep_repeated(ent_i_repeats *out)
{
    ent_i_repeat *all = out->same.items;
    size_t kept = 0;
    for (size_t from = 0, to; from < out->same.n; from = to) {
        for (to = from + 1;
             to < out->same.n && all[to].words == all[from].words; to++)
            ;
        size_t first = kept;
        for (size_t i = from; to - from > 1 && i < to; i++) {
            all[kept] = all[i];
            all[kept++].words = first;
        }
    }
    out->same.n = kept;
    ent_i_vec_trim(&out->same);
}

static bool index_places(ent_i_repeats *out)
{
    size_t n = out->same.n;
    if (!ent_i_vec_reserve(&out->places, n))
        return false;
    if (n)
        memcpy(out->places.items, out->same.items, n * sizeof *out->same.items);
    out->places.n = n;
    ent_i_sort(out->places.items, n, sizeof *out->places.items, by_place);
    return true;
}

static uint32_t original(const ent_corpus *corpus, uint32_t article)
{
    uint32_t of =
        article < corpus->copy_of.n ? corpus->copy_of.items[article] : ENT_NONE;
    return of < corpus->articles.n ? of : article;
}

/* From the last article to the first, so that each family is in order. */
static bool chain_copies(ent_i_repeats *out, const ent_corpus *corpus)
{
    size_t n = corpus->articles.n;
    if (!ent_i_vec_reserve(&out->first, n) || !ent_i_vec_reserve(&out->next, n))
        return false;
    out->first.n = out->next.n = n;
    for (size_t i = 0; i < n; i++)
        out->first.items[i] = ENT_NONE;
    for (size_t i = n; i-- > 0;) {
        uint32_t of = original(corpus, (uint32_t)i);
        out->next.items[i] = out->first.items[of];
        out->first.items[of] = (uint32_t)i;
    }
    return true;
}

/* What was found when there were texts. */
static bool add_echoes(ent_i_repeats *out, const struct ent_i_given *given)
{
    for (size_t i = 0; i < given->echoes.n; i++) {
        const ent_i_echo *echo = &given->echoes.items[i];
        ent_i_repeat found = {echo->group, echo->article, echo->sentence};
        if (!ent_i_vec_push(&out->same, found))
            return false;
    }
    return true;
}

bool ent_i_find_repeats(ent_i_repeats *out, const ent_corpus *corpus)
{
    if (corpus->count_copies)
        return true;
    if (corpus->given && !add_echoes(out, corpus->given))
        return false;
    if (!add_articles(out, corpus))
        return false;
    ent_i_sort(out->same.items, out->same.n, sizeof *out->same.items, by_words);
    keep_repeated(out);
    return index_places(out) && chain_copies(out, corpus);
}

void ent_i_repeats_free(ent_i_repeats *repeats)
{
    ent_i_vec_free(&repeats->same);
    ent_i_vec_free(&repeats->places);
    ent_i_vec_free(&repeats->first);
    ent_i_vec_free(&repeats->next);
}

/* ---- asking ---- */

/* The first place that is not before this one. */
static size_t find_place(const ent_i_repeats *repeats, uint32_t article,
                         uint32_t sentence)
{
    const ent_i_repeat wanted = {.article = article, .sentence = sentence};
    size_t low = 0, high = repeats->places.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_place(&repeats->places.items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const ent_i_repeat *ent_i_repeats_in(const ent_i_repeats *repeats,
                                     uint32_t article, size_t *n)
{
    size_t from = find_place(repeats, article, 0);
    size_t to = find_place(repeats, article + 1, 0);
    *n = to - from;
    return *n ? &repeats->places.items[from] : NULL;
}

/* Where the sentence's places begin in `same`; its end when it has no others.
 */
static size_t find_same(const ent_i_repeats *repeats, uint32_t article,
                        uint32_t sentence)
{
    size_t at = find_place(repeats, article, sentence);
    if (at == repeats->places.n)
        return repeats->same.n;
    const ent_i_repeat *found = &repeats->places.items[at];
    return found->article == article && found->sentence == sentence
               ? found->words
               : repeats->same.n;
}

/* The article of a place in `same`; ENT_NONE behind the last of its group. */
static uint32_t article_at(const ent_i_repeats *repeats, size_t group,
                           size_t at)
{
    return at < repeats->same.n && repeats->same.items[at].words == group
               ? repeats->same.items[at].article
               : ENT_NONE;
}

/* Merges the family with the places of the sentence, both of which are in the
 * order of articles. */
size_t ent_i_said_elsewhere(const ent_i_repeats *repeats,
                            const ent_corpus *corpus, uint32_t article,
                            uint32_t sentence, uint32_t *out, size_t room)
{
    size_t n = 0;
    if (article >= repeats->next.n)
        return 0;
    size_t group = find_same(repeats, article, sentence), at = group;
    uint32_t copy = repeats->first.items[original(corpus, article)];
    for (;;) {
        uint32_t other = article_at(repeats, group, at);
        uint32_t next = copy < other ? copy : other;
        if (next == ENT_NONE)
            return n;
        if (next == copy)
            copy = repeats->next.items[copy];
        while (article_at(repeats, group, at) == next)
            at++;
        if (next == article)
            continue;
        if (n < room)
            out[n] = next;
        n++;
    }
}
