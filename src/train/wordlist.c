#include "train/wordlist.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "recognise/countries.h"

enum { LEAST_TO_CLUSTER = 4, LEAST_TO_ENTER = 3, ROUNDS = 5, MOST_LISTS = 7 };

static ent_i_entry *enter(ent_i_wordlist *list, uint64_t exact)
{
    uint32_t key = (uint32_t)(exact >> 32);
    uint32_t *slot =
        ent_i_keymap_put(&list->index, key, (uint32_t)list->entries.n);
    if (!slot || (*slot == list->entries.n &&
                  !ent_i_vec_push(&list->entries, (ent_i_entry){.key = key})))
        return NULL;
    return &list->entries.items[*slot];
}

/* ---- clusters, one thread each ---- */

typedef struct clustering {
    const ent_i_contexts *contexts;
    unsigned clusters;
    uint16_t *numbers;
    bool ok;
} clustering;

static void *run_clustering(void *argument)
{
    clustering *c = argument;
    c->ok = ent_i_cluster(c->contexts, c->clusters, ROUNDS, c->numbers);
    return NULL;
}

static bool cluster_all(const ent_i_contexts *contexts,
                        clustering clusterings[ENT_I_CLUSTERINGS])
{
    pthread_t threads[ENT_I_CLUSTERINGS];
    bool ok = true, started[ENT_I_CLUSTERINGS];
    for (unsigned k = 0; k < ENT_I_CLUSTERINGS; k++) {
        clustering *c = &clusterings[k];
        c->contexts = contexts;
        c->numbers = ent_i_calloc(contexts->word_count + 1, sizeof *c->numbers);
        started[k] =
            c->numbers && !pthread_create(&threads[k], NULL, run_clustering, c);
    }
    for (unsigned k = 0; k < ENT_I_CLUSTERINGS; k++) {
        if (started[k])
            pthread_join(threads[k], NULL);
        ok = ok && started[k] && clusterings[k].ok;
    }
    return ok;
}

static bool enter_words(ent_i_wordlist *list, const ent_i_vocabulary *v)
{
    for (uint32_t i = 1; i < v->words.n; i++) {
        if (v->words.items[i].count < LEAST_TO_ENTER)
            continue;
        ent_i_entry *entry = enter(list, v->words.items[i].exact);
        if (!entry)
            return false;
        entry->caps = ent_i_vocabulary_caps(v, i);
    }
    return true;
}

bool ent_i_wordlist_learn(ent_i_wordlist *list,
                          const ent_i_vocabulary *vocabulary)
{
    ent_i_contexts contexts;
    if (!ent_i_contexts_count(&contexts, vocabulary, LEAST_TO_CLUSTER))
        return false;
    clustering c[ENT_I_CLUSTERINGS] = {
        {.clusters = 64}, {.clusters = 255}, {.clusters = 1023}};
    bool ok = cluster_all(&contexts, c) && enter_words(list, vocabulary);
    for (size_t i = 0; ok && i < contexts.word_count; i++) {
        uint64_t exact = vocabulary->words.items[contexts.words[i]].exact;
        ent_i_entry *entry = enter(list, exact);
        ok = entry != NULL;
        if (ok) {
            entry->coarse = (uint8_t)c[0].numbers[i];
            entry->middle = (uint8_t)c[1].numbers[i];
            entry->fine = c[2].numbers[i];
        }
    }
    for (unsigned k = 0; k < ENT_I_CLUSTERINGS; k++)
        ent_i_free(c[k].numbers);
    ent_i_contexts_free(&contexts);
    return ok;
}

/* ---- name lists ---- */

static ent_status read_line(ent_i_wordlist *list, char *line, const char *path,
                            int64_t number, ent_error *error)
{
    line[strcspn(line, "\r\n")] = '\0';
    char *word = strchr(line, '\t');
    long bit = strtol(line, NULL, 10);
    if (!word || !word[1] || bit < 1 || bit > MOST_LISTS) {
        ent_i_fail(error, ENT_ERR_FORMAT, "recognise",
                   "expected a list's number (1 to 7), a tab and a word");
        return ent_i_fail_at(error, ENT_ERR_FORMAT, path, number, -1);
    }
    static const ent_i_gazetteer none = {.n = 0};
    ent_i_traits read;
    ent_i_traits_read(&read, &none, word + 1, strlen(word + 1),
                      ENT_I_TOKEN_TITLE);
    ent_i_entry *entry = enter(list, read.exact);
    if (!entry)
        return ent_i_no_memory(error, "recognise");
    entry->lists |= (uint8_t)(1u << (bit - 1));
    return ENT_OK;
}

ent_status ent_i_wordlist_read(ent_i_wordlist *list, const char *path,
                               ent_error *error)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return ent_i_fail(error,
                          errno == ENOENT ? ENT_ERR_NOT_FOUND : ENT_ERR_IO,
                          "recognise", "%s: %s", path, strerror(errno));
    char line[512];
    ent_status status = ENT_OK;
    for (int64_t i = 1; !status && fgets(line, sizeof line, file); i++)
        status = read_line(list, line, path, i, error);
    if (!status && ferror(file))
        status = ent_i_fail(error, ENT_ERR_IO, "recognise",
                            "%s: cannot be read", path);
    fclose(file);
    return status;
}

/* ---- what the tagger said of plain text ---- */

bool ent_i_wordlist_observe(ent_i_wordlist *list, const ent_i_traits *word,
                            const float type[ENT_I_SILVER])
{
    uint32_t *slot = ent_i_keymap_put(&list->silver_index, word->exact,
                                      (uint32_t)list->silver.n);
    if (!slot || (*slot == list->silver.n &&
                  !ent_i_vec_push(&list->silver,
                                  (ent_i_silver){.exact = word->exact,
                                                 .small = !word->capital})))
        return false;
    ent_i_silver *silver = &list->silver.items[*slot];
    silver->count += 1.0f;
    for (unsigned k = 0; k < ENT_I_SILVER; k++)
        silver->type[k] += type[k];
    return true;
}

static unsigned silver_step(float share, float count)
{
    static const float edges[] = {.03f, .1f, .25f, .5f, .75f, .9f, .97f};
    unsigned step = 0;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        step += share >= edges[i];
    /* Rare words get steps of their own, since their shares are less
     * certain. */
    return step && count < 5.0f ? step + 8 : step;
}

/* Whether it is a lower-case word that at least sometimes stands within
 * names. */
static bool is_within(const ent_i_silver *silver)
{
    float sum = 0.0f;
    for (unsigned k = 0; k < ENT_I_SILVER; k++)
        sum += silver->type[k];
    return silver->small && sum >= 0.25f && sum >= 0.002f * silver->count;
}

static bool settle_word(ent_i_wordlist *list, const ent_i_silver *silver)
{
    unsigned steps[ENT_I_SILVER], any = 0;
    for (unsigned k = 0; k < ENT_I_SILVER; k++)
        any |= steps[k] =
            silver_step(silver->type[k] / silver->count, silver->count);
    bool rare = !any || silver->count < 2.0f;
    bool within = is_within(silver);
    if (rare && !within)
        return true;
    ent_i_entry *entry = enter(list, silver->exact);
    if (!entry)
        return false;
    entry->lists |= within ? ENT_I_LIST_WITHIN : 0;
    if (!rare) {
        entry->silver[0] = (uint8_t)(steps[0] | steps[1] << 4);
        entry->silver[1] = (uint8_t)(steps[2] | steps[3] << 4);
    }
    return true;
}

bool ent_i_wordlist_settle(ent_i_wordlist *list)
{
    for (size_t i = 0; i < list->silver.n; i++) {
        if (!settle_word(list, &list->silver.items[i]))
            return false;
    }
    ent_i_keymap_free(&list->silver_index);
    list->silver.n = 0;
    return true;
}

static int by_key(const void *a, const void *b)
{
    const ent_i_entry *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

bool ent_i_wordlist_gazetteer(ent_i_wordlist *list, ent_i_gazetteer *out)
{
    size_t n = list->entries.n;
    ent_i_sort(list->entries.items, n, sizeof(ent_i_entry), by_key);
    for (size_t i = 0; i < n; i++) {
        uint32_t *slot =
            ent_i_keymap_put(&list->index, list->entries.items[i].key, 0);
        if (!slot)
            return false;
        *slot = (uint32_t)i;
    }
    *out = (ent_i_gazetteer){.entries = list->entries.items, .n = n};
    ent_i_gazetteer_prepare(out);
    ent_i_gazetteer_learn_countries(out);
    return true;
}

void ent_i_wordlist_free(ent_i_wordlist *list)
{
    ent_i_keymap_free(&list->index);
    ent_i_keymap_free(&list->silver_index);
    ent_i_vec_free(&list->entries);
    ent_i_vec_free(&list->silver);
}
