/* Two judgements of each block, by boosted trees: first by its traits, then by
 * its traits and the first judgement of the blocks around it. */
#include "source/html.h"

#include <string.h>

#include "source/html_traits.h"
#include "source/html_words.h"

enum { FIRST_WORDS = 12, WORD_MOST = 24 };

/* ---- words ---- */

static int compare(const char *word, size_t size, const char *other)
{
    int order = strncmp(word, other, size);
    return order ? order : -(other[size] != '\0');
}

static int32_t find(const ent_i_html_weight *list, size_t n, const char *word,
                    size_t size)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(word, size, list[middle].word);
        if (order == 0)
            return list[middle].weight;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

int32_t ent_i_html_class_weight(const char *word, size_t size)
{
    return find(ent_i_html_class_words_list, ent_i_html_class_words_count, word,
                size);
}

int32_t ent_i_html_text_weight(const char *word, size_t size)
{
    return find(ent_i_html_text_words_list, ent_i_html_text_words_count, word,
                size);
}

/* Letters beyond ASCII are taken as they are. */
static bool is_word_byte(char c)
{
    return (unsigned char)c >= 0x80 || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c; }

void ent_i_html_first_words(const char *text, size_t size,
                            ent_i_html_word *word, void *ctx)
{
    size_t i = 0;
    for (int k = 0; k < FIRST_WORDS && i < size; k++) {
        char bytes[WORD_MOST];
        size_t n = 0;
        while (i < size && !is_word_byte(text[i]))
            i++;
        for (; i < size && is_word_byte(text[i]); i++, n++)
            if (n < sizeof bytes)
                bytes[n] = lower(text[i]);
        if (n > 0 && n <= sizeof bytes)
            word(ctx, bytes, n);
    }
}

/* ---- trees ---- */

/* A model is a row of trees, as train_pages.py writes them: their number, what
 * to start from, then the nodes of each tree, depth first. */
typedef struct node {
    uint16_t trait; /* LEAF: value is what to add */
    uint16_t right; /* steps to the child for greater values; the other follows
                       the node */
    float value;    /* the greatest for the child that follows */
} node;

enum { LEAF = UINT16_MAX };

/* Made by the assembler from html_model.bin. */
extern const unsigned char ent_i_pages_begin[];

/* Adds the trees' values; returns where the model ends. */
static const unsigned char *add_trees(const unsigned char *model,
                                      const float *traits, size_t stride,
                                      size_t n, double *sums)
{
    uint32_t trees;
    float start;
    memcpy(&trees, model, sizeof trees);
    memcpy(&start, model + sizeof trees, sizeof start);
    for (size_t i = 0; i < n; i++)
        sums[i] = (double)start;
    const node *at = (const void *)(model + sizeof trees + sizeof start);
    for (uint32_t tree = 0; tree < trees; tree++) {
        for (size_t i = 0; i < n; i++) {
            const float *t = traits + i * stride;
            const node *here = at;
            while (here->trait != LEAF)
                here += t[here->trait] <= here->value ? 1 : here->right;
            sums[i] += (double)here->value;
        }
        /* The last node of a tree is the leaf farthest to the right. */
        while (at->trait != LEAF)
            at += at->right;
        at++;
    }
    return (const void *)at;
}

/* ---- what the first judgement says around a block ---- */

enum { AROUND = 10, WIDE = 5 };
static const int steps[] = {-3, -2, -1, 1, 2, 3};
#define NOTHING (-8.0F)

static void look_around(const double *first, size_t n, size_t i, float *out)
{
    size_t low = i > WIDE ? i - WIDE : 0;
    size_t high = i + WIDE < n ? i + WIDE + 1 : n;
    double sum = 0;
    for (int k = 0; k < 6; k++) {
        size_t other = i + (size_t)steps[k];
        out[k] = other < n ? (float)first[other] : NOTHING;
    }
    for (size_t k = low; k < high; k++)
        sum += first[k];
    out[6] = (float)(sum / (double)(high - low));
    out[9] = (float)first[i];
}

static void look_afar(const double *first, size_t n, float *traits,
                      size_t stride)
{
    double most = first[0];
    for (size_t i = 0; i < n; i++) {
        most = first[i] > most ? first[i] : most;
        traits[i * stride + 7] = (float)most;
    }
    most = first[n - 1];
    for (size_t i = n; i-- > 0;) {
        most = first[i] > most ? first[i] : most;
        traits[i * stride + 8] = (float)most;
    }
}

bool ent_i_html_judge(double *out, const float *traits, size_t n)
{
    enum { STRIDE = ENT_I_T_COUNT + AROUND };
    if (n == 0)
        return true;
    float *both = ent_i_malloc(n * STRIDE * sizeof *both);
    if (!both)
        return false;
    const unsigned char *second =
        add_trees(ent_i_pages_begin, traits, ENT_I_T_COUNT, n, out);
    for (size_t i = 0; i < n; i++) {
        memcpy(both + i * STRIDE, traits + i * ENT_I_T_COUNT,
               ENT_I_T_COUNT * sizeof *both);
        look_around(out, n, i, both + i * STRIDE + ENT_I_T_COUNT);
    }
    look_afar(out, n, both + ENT_I_T_COUNT, STRIDE);
    add_trees(second, both, STRIDE, n, out);
    ent_i_free(both);
    return true;
}
