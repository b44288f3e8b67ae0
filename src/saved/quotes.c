/* Gives the articles of a file the sentences that its evidence quotes, in their
 * order: all that an article has there. */
#include <string.h>

#include "core/article.h"
#include "saved/adding.h"

/* ---- sentences ---- */

static int by_stretch(const void *a, const void *b)
{
    const ent_sentence *x = a, *y = b;
    const uint32_t keys[][2] = {
        {x->field, y->field}, {x->start, y->start}, {x->end, y->end}};
    return ent_i_compare_keys(keys, sizeof keys / sizeof *keys);
}

static bool add_sentence(ent_article *article, uint8_t field, uint32_t start,
                         uint32_t end)
{
    return ent_i_vec_push(&article->sentences,
                          ((ent_sentence){.start = start,
                                          .end = end,
                                          .field = field,
                                          .size = sizeof(ent_sentence)}));
}

/* Of a stretch of several sentences only the beginning and the end are known,
 * which stand for the first and the last. */
static bool add_sentences(ent_article *article, const ent_i_proof *proof)
{
    if (!proof->stretch)
        return add_sentence(article, proof->field, proof->start, proof->end);
    return add_sentence(article, proof->field, proof->start,
                        proof->start + 1) &&
           add_sentence(article, proof->field, proof->end - 1, proof->end);
}

/* Sorts them and drops what another stands for, too: one with the same
 * beginning or end. */
static void order_sentences(ent_article *article)
{
    ent_sentence *all = article->sentences.items;
    size_t n = article->sentences.n, kept = 0;
    ent_i_sort(all, n, sizeof *all, by_stretch);
    for (size_t i = 0; i < n; i++) {
        bool begins = i + 1 < n && all[i + 1].field == all[i].field &&
                      all[i + 1].start == all[i].start;
        bool ends = kept && all[kept - 1].field == all[i].field &&
                    all[kept - 1].end == all[i].end;
        if (!begins && !ends)
            all[kept++] = all[i];
    }
    article->sentences.n = kept;
}

/* The last sentence that begins no later than a byte. */
static uint32_t sentence_at(const ent_article *article, uint8_t field,
                            uint32_t byte)
{
    size_t low = 0, high = article->sentences.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const ent_sentence *s = &article->sentences.items[middle];
        if (s->field < field || (s->field == field && s->start <= byte))
            low = middle + 1;
        else
            high = middle;
    }
    return low ? (uint32_t)low - 1 : 0;
}

/* ---- what refers to them ---- */

static int by_place(const void *a, const void *b)
{
    const ent_i_proof *x = a, *y = b;
    const uint32_t keys[][2] = {{x->article, y->article},
                                {x->field, y->field},
                                {x->start, y->start},
                                {x->end, y->end},
                                {x->number, y->number}};
    return ent_i_compare_keys(keys, sizeof keys / sizeof *keys);
}

static bool add_echo(ent_i_adding *a, uint32_t article, uint32_t sentence)
{
    return ent_i_vec_push(
        &a->given->echoes,
        ((ent_i_echo){(uint32_t)a->given->quotes.n, article, sentence}));
}

/* A copy that the file doesn't list lies outside its period. */
static bool add_echoes(ent_i_adding *a, const ent_i_proof *proof,
                       uint32_t sentence)
{
    size_t n = json_array_size(proof->copies);
    bool done = !n || add_echo(a, proof->article, sentence);
    for (size_t i = 0; done && i < n; i++) {
        const json_t *id = json_array_get(proof->copies, i);
        uint32_t copy =
            json_is_string(id)
                ? ent_i_strmap_get(&a->given->articles, json_string_value(id),
                                   json_string_length(id))
                : ENT_I_ABSENT;
        done = copy == ENT_I_ABSENT || add_echo(a, copy, ENT_NONE);
    }
    return done;
}

/* A sentence is quoted once, however many ties it is evidence of. */
static bool add_quote(ent_i_adding *a, const ent_i_proof *proof,
                      const ent_i_seen *seen)
{
    size_t n = a->given->quotes.n;
    const ent_i_quote *last = n ? &a->given->quotes.items[n - 1] : NULL;
    if (last && last->article == seen->article &&
        last->sentence == seen->sentence && last->last == seen->last)
        return true;
    ent_i_quote quote = {seen->article, seen->sentence, seen->last,
                         (uint32_t)strlen(proof->text), proof->text};
    return ent_i_vec_push(&a->given->quotes, quote) &&
           (seen->sentence != seen->last ||
            add_echoes(a, proof, seen->sentence));
}

static bool place_proof(ent_i_adding *a, const ent_i_proof *proof)
{
    ent_i_seen *seen = &a->given->seen.items[proof->number];
    ent_article *article = a->corpus->articles.items[proof->article];
    seen->last = sentence_at(article, proof->field, proof->end - 1);
    seen->sentence = proof->stretch
                         ? sentence_at(article, proof->field, proof->start)
                         : seen->last;
    if (seen->encounter != ENT_NONE)
        article->encounters.items[seen->encounter].sentence = seen->sentence;
    return add_quote(a, proof, seen);
}

/* The proofs from..to are those of one article. */
static bool place_proofs(ent_i_adding *a, size_t from, size_t to)
{
    const ent_i_proof *proofs = a->proofs.items;
    ent_article *article = a->corpus->articles.items[proofs[from].article];
    bool done = true;
    for (size_t i = from; done && i < to; i++)
        done = add_sentences(article, &proofs[i]);
    order_sentences(article);
    for (size_t i = from; done && i < to; i++)
        done = place_proof(a, &proofs[i]);
    return done;
}

ent_status ent_i_adding_quotes(ent_i_adding *a)
{
    const ent_i_proof *proofs = a->proofs.items;
    size_t n = a->proofs.n;
    bool done = true;
    ent_i_sort(a->proofs.items, n, sizeof *proofs, by_place);
    for (size_t from = 0, to; done && from < n; from = to) {
        for (to = from + 1;
             to < n && proofs[to].article == proofs[from].article; to++)
            ;
        done = place_proofs(a, from, to);
    }
    return done ? ENT_OK : ent_i_adding_no_memory(a);
}
