/* Who is who against gold: B3 over mentions (Bagga and Baldwin 1998), and the
 * ties that follow from persons standing in one article. Persons alone are
 * scored; pronouns are left out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "core/map.h"
#include "entente/pipeline.h"
#include "evaluate/gold.h"
#include "evaluate/score.h"
#include "recognise/annotated.h"
#include "recognise/recognise.h"
#include "resolve/resolve.h"

/* ---- what is compared ---- */

/* A gold label, or a mention that answers none. */
typedef struct item {
    uint32_t gold;  /* number of the gold person; ENT_NONE: spurious */
    uint32_t actor; /* number of the actor; ENT_NONE: missed */
} item;

/* An actor and a gold person, and how many mentions they share. */
typedef struct vote {
    uint32_t actor;
    uint32_t gold;
    uint32_t count;
    const char *text; /* decides between equal counts */
} vote;

typedef struct person {
    uint32_t start; /* bytes of the text */
    uint32_t end;
    uint32_t number; /* of the gold person or actor */
    bool used;
    bool story;
} person;

typedef ENT_I_VEC(person) person_list;

typedef struct scoring {
    const ent_read_options *options;
    bool given; /* the gold's persons are handed in */
    ent_i_recogniser *recogniser;
    ent_i_recogniser_scratch *scratch;
    ent_i_text text;
    ent_i_gold_list gold;
    ent_corpus *corpus;
    ent_i_strmap gold_numbers;
    ent_i_strmap actor_numbers;
    ENT_I_VEC(const char *) gold_names; /* by number */
    ENT_I_VEC(const char *) actor_names;
    ent_i_arena arena;
    ENT_I_VEC(item) items;
    ent_i_keymap gold_ties;   /* pairs of gold numbers */
    ENT_I_VEC(uint64_t) seen; /* article and actor, in order */
    person_list golds;        /* of the article at hand */
    person_list actors;
    size_t gold_count;
    size_t found_count;
    size_t hits;
} scoring;

static ent_status no_memory(ent_error *error)
{
    return ent_i_no_memory(error, "evaluate");
}

/* ---- names to numbers ---- */

/* The name in quotation marks, as the votes are ordered by it. */
static bool add_quoted(ent_i_string *out, const char *text)
{
    bool doubled = strchr(text, '\'') && !strchr(text, '"');
    const char mark = doubled ? '"' : '\'';
    bool ok = ent_i_string_add(out, &mark, 1);
    for (; ok && *text; text++) {
        if (*text == '\\' || *text == mark)
            ok = ent_i_string_add(out, "\\", 1);
        ok = ok && ent_i_string_add(out, text, 1);
    }
    return ok && ent_i_string_add(out, &mark, 1);
}

/* The number of a quoted name, new or known; ENT_NONE when memory is out. */
static uint32_t gold_number(scoring *s, const char *name, size_t size)
{
    uint32_t *slot = ent_i_strmap_put(&s->gold_numbers, name, size,
                                      (uint32_t)s->gold_names.n);
    if (!slot || *slot < s->gold_names.n)
        return slot ? *slot : ENT_NONE;
    const char *copy = ent_i_arena_strndup(&s->arena, name, size);
    uint32_t number = *slot;
    return copy && ent_i_vec_push(&s->gold_names, copy) ? number : ENT_NONE;
}

static uint32_t actor_number(scoring *s, const char *name, size_t size)
{
    uint32_t *slot = ent_i_strmap_put(&s->actor_numbers, name, size,
                                      (uint32_t)s->actor_names.n);
    if (!slot || *slot < s->actor_names.n)
        return slot ? *slot : ENT_NONE;
    const char *copy = ent_i_arena_strndup(&s->arena, name, size);
    uint32_t number = *slot;
    return copy && ent_i_vec_push(&s->actor_names, copy) ? number : ENT_NONE;
}

/* ---- the gold's persons ---- */

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* Gold that links mentions of every kind labels these too; a recogniser of
 * names doesn't look for them. */
static bool is_pronoun(const char *text)
{
    static const char *const pronouns[] = {
        "he",    "she",  "his", "her", "him", "hers", "i",   "they",
        "their", "them", "who", "we",  "my",  "our",  "you", "your"};
    char lower[8];
    size_t n = strlen(text);
    if (n >= sizeof lower)
        return false;
    for (size_t i = 0; i <= n; i++)
        lower[i] =
            (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (strcmp(lower, pronouns[i]) == 0)
            return true;
    return false;
}

/* Q215627 is Wikidata's class of persons. */
static bool is_person(const ent_i_gold_label *label)
{
    const char *types = text_of(label->object, "types");
    const char *type = text_of(label->object, "type");
    return strcmp(type, "PER") == 0 ||
           strstr(*types ? types : type, "Q215627") != NULL;
}

static bool is_named_person(const ent_i_gold_label *label)
{
    const char *text = text_of(label->object, "text");
    int32_t at = 0;
    UChar32 first;
    U8_NEXT(text, at, -1, first);
    return label->object && is_person(label) && first > 0 &&
           u_isUUppercase(first) && !is_pronoun(text);
}

/* The entity, or who is named so in this article alone. */
static uint32_t person_number(scoring *s, const ent_i_gold *gold,
                              const json_t *label)
{
    const char *entity = text_of(label, "entity");
    const char *text = text_of(label, "text"), *word = text;
    ent_i_string name = {0};
    bool ok;
    /* Nobody in the knowledge base: the article and the last word of the name
     * have to tell them apart. */
    if (strcmp(entity, "<NIL>") != 0 && strcmp(entity, "Unknown") != 0) {
        ok = add_quoted(&name, entity);
    } else {
        for (const char *c = text; *c; c++)
            if (strchr(" \t\n\r", *c) && c[1] && !strchr(" \t\n\r", c[1]))
                word = c + 1;
        ok = ent_i_string_adds(&name, "(") &&
             add_quoted(&name, text_of(gold->object, "id")) &&
             ent_i_string_adds(&name, ", ") && add_quoted(&name, word) &&
             ent_i_string_adds(&name, ")");
    }
    uint32_t number = ok ? gold_number(s, name.items, name.n) : ENT_NONE;
    ent_i_vec_free(&name);
    return number;
}

/* The stretch that annotators looked at. */
static void annotated_range(const ent_i_gold *gold, uint32_t *low,
                            uint32_t *high)
{
    const json_t *range = json_object_get(gold->object, "annotated");
    const ent_article *article = gold->article;
    uint64_t character = 0;
    *low = 0;
    *high = article->text_size;
    if (json_array_size(range) != 2)
        return;
    /* Beyond what annotators looked at, a found name is neither right nor
     * wrong. */
    json_int_t from = json_integer_value(json_array_get(range, 0));
    json_int_t to = json_integer_value(json_array_get(range, 1));
    *high = 0;
    if (!ent_i_gold_byte(article->text, article->text_size, (uint64_t)from, low,
                         &character))
        return;
    *high = *low;
    if (!ent_i_gold_byte(article->text, article->text_size, (uint64_t)to, high,
                         &character))
        *high = article->text_size;
}

static bool take_golds(scoring *s, const ent_i_gold *gold, uint32_t low,
                       uint32_t high)
{
    s->golds.n = 0;
    for (size_t i = 0; i < gold->labels.n; i++) {
        const ent_i_gold_label *label = &gold->labels.items[i];
        /* A label over the border was not looked at whole. */
        if (!is_named_person(label) || label->start < low || label->end > high)
            continue;
        person p = {.start = label->start, .end = label->end};
        p.number = person_number(s, gold, label->object);
        if (p.number == ENT_NONE || !ent_i_vec_push(&s->golds, p))
            return false;
    }
    return true;
}

/* ---- the actors found ---- */

/* The actor's id, or for who is none the cluster itself. */
static uint32_t number_of(scoring *s, const ent_article *article,
                          const ent_mention *m)
{
    const ent_cluster *c = ent_article_cluster(article, m->cluster);
    const ent_actor *actor = c ? ent_corpus_actor(s->corpus, c->actor) : NULL;
    ent_i_string own = {0}, name = {0};
    /* With the article before it, as nobody said that two such are one. */
    bool ok =
        actor || ent_i_string_addf(&own, "%s#%u:%s", article->id,
                                   (unsigned)m->cluster, c ? c->name : "");
    ok = ok && add_quoted(&name, actor ? actor->id : own.items);
    uint32_t number = ok ? actor_number(s, name.items, name.n) : ENT_NONE;
    ent_i_vec_free(&own);
    ent_i_vec_free(&name);
    return number;
}

static bool take_actors(scoring *s, const ent_article *article, uint32_t low,
                        uint32_t high)
{
    s->actors.n = 0;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m->type != ENT_PERSON || m->field != ENT_FIELD_TEXT ||
            m->start < low || m->end > high)
            continue;
        person p = {.start = m->start,
                    .end = m->end,
                    .story = m->role == ENT_ROLE_STORY};
        p.number = number_of(s, article, m);
        if (p.number == ENT_NONE || !ent_i_vec_push(&s->actors, p))
            return false;
    }
    return true;
}

/* ---- one article ---- */

/* The characters that both cover. */
static uint32_t overlap(const char *text, const person *a, const person *b)
{
    uint32_t start = a->start > b->start ? a->start : b->start;
    uint32_t end = a->end < b->end ? a->end : b->end, n = 0;
    for (uint32_t i = start; i < end; i++)
        /* All but the continuation bytes of UTF-8. */
        n += (text[i] & 0xC0) != 0x80;
    return n;
}

/* Each gold label is answered by the unused mention that it overlaps most. */
static bool compare(scoring *s, const char *text)
{
    /* Any overlap will do: whether "President" belongs to the name is scored by
     * the recogniser's figures. */
    for (size_t i = 0; i < s->golds.n; i++) {
        const person *g = &s->golds.items[i];
        person *best = NULL;
        uint32_t most = 0;
        for (size_t j = 0; j < s->actors.n; j++) {
            person *a = &s->actors.items[j];
            uint32_t n = a->used ? 0 : overlap(text, g, a);
            if (n > most) {
                most = n;
                best = a;
            }
        }
        item answer = {g->number, best ? best->number : ENT_NONE};
        if (best)
            best->used = true;
        s->hits += best != NULL;
        if (!ent_i_vec_push(&s->items, answer))
            return false;
    }
    for (size_t j = 0; j < s->actors.n; j++)
        if (!s->actors.items[j].used &&
            !ent_i_vec_push(&s->items,
                            (item){ENT_NONE, s->actors.items[j].number}))
            return false;
    return true;
}

/* Persons of one article are tied. */
static bool tie(scoring *s, uint32_t article)
{
    for (size_t i = 0; i < s->golds.n; i++)
        for (size_t j = 0; j < i; j++) {
            uint32_t a = s->golds.items[i].number;
            uint32_t b = s->golds.items[j].number;
            if (a != b &&
                !ent_i_keymap_put(&s->gold_ties, ent_i_pair_key(a, b), 0))
                return false;
        }
    /* Found ties wait until every actor is read as a gold person; bylines and
     * credits make none. */
    for (size_t i = 0; i < s->actors.n; i++)
        if (s->actors.items[i].story &&
            !ent_i_vec_push(&s->seen, (uint64_t)article << 32 |
                                          s->actors.items[i].number))
            return false;
    return true;
}

static bool score_article(scoring *s, uint32_t index)
{
    const ent_i_gold *gold = &s->gold.items[index];
    ent_i_gold with = *gold;
    ent_article *article = s->corpus->articles.items[index];
    uint32_t low, high;
    with.article = article;
    annotated_range(&with, &low, &high);
    if (!take_golds(s, &with, low, high) ||
        !take_actors(s, article, low, high) || !compare(s, article->text) ||
        !tie(s, index))
        return false;
    s->gold_count += s->golds.n;
    s->found_count += s->actors.n;
    return true;
}

/* ---- figures ---- */

/* Counts by gold person, by actor and by both. */
typedef struct counts {
    ent_i_keymap both;
    uint32_t *of_gold;
    uint32_t *of_actor;
} counts;

static bool count_items(const scoring *s, counts *c)
{
    c->of_gold = ent_i_calloc(s->gold_names.n, sizeof *c->of_gold);
    c->of_actor = ent_i_calloc(s->actor_names.n, sizeof *c->of_actor);
    if (!c->of_gold || !c->of_actor)
        return false;
    for (size_t i = 0; i < s->items.n; i++) {
        item it = s->items.items[i];
        if (it.gold != ENT_NONE)
            c->of_gold[it.gold]++;
        if (it.actor != ENT_NONE)
            c->of_actor[it.actor]++;
        if (it.gold == ENT_NONE || it.actor == ENT_NONE)
            continue;
        uint64_t key = (uint64_t)it.actor << 32 | it.gold;
        uint32_t *slot = ent_i_keymap_put(&c->both, key, 0);
        if (!slot)
            return false;
        ++*slot;
    }
    return true;
}

/* For each mention: of those taken for the same actor, how many are the same
 * person (precision); of the same person's, how many are with this actor
 * (recall). A spurious or a missed mention counts in one denominator. */
static ent_i_score b_cubed(const scoring *s, const counts *c)
{
    double precision = 0, recall = 0;
    size_t answered = 0, wanted = 0;
    for (size_t i = 0; i < s->items.n; i++) {
        item it = s->items.items[i];
        bool both = it.gold != ENT_NONE && it.actor != ENT_NONE;
        double same = both ? (double)ent_i_keymap_get(
                                 &c->both, (uint64_t)it.actor << 32 | it.gold)
                           : 0;
        answered += it.actor != ENT_NONE;
        wanted += it.gold != ENT_NONE;
        precision += both ? same / c->of_actor[it.actor] : 0;
        recall += both ? same / c->of_gold[it.gold] : 0;
    }
    ent_i_score score = {answered ? precision / (double)answered : 0,
                         wanted ? recall / (double)wanted : 0, 0};
    score.f1 = ent_i_f1(score.precision, score.recall);
    return score;
}

static int by_count(const void *a, const void *b)
{
    const vote *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->text, y->text);
}

/* In an order that depends on nothing but the votes: hash tables have none. */
static vote *list_votes(scoring *s, const counts *c, size_t *count)
{
    vote *votes = ent_i_malloc(c->both.n * sizeof *votes);
    size_t n = 0;
    for (size_t i = 0; votes && i < c->both.cap; i++) {
        const ent_i_keymap_slot *slot = &c->both.slots[i];
        if (slot->value == ENT_I_ABSENT)
            continue;
        vote v = {(uint32_t)(slot->key >> 32), (uint32_t)slot->key, slot->value,
                  NULL};
        const char *x = s->actor_names.items[v.actor];
        const char *y = s->gold_names.items[v.gold];
        size_t room = strlen(x) + strlen(y) + 3;
        char *text = ent_i_arena_alloc(&s->arena, room);
        if (!text) {
            ent_i_free(votes);
            return NULL;
        }
        snprintf(text, room, "%s, %s", x, y);
        v.text = text;
        votes[n++] = v;
    }
    if (votes)
        qsort(votes, n, sizeof *votes, by_count);
    *count = n;
    return votes;
}

/* Pairs actors and gold persons one to one, the largest overlap first. What an
 * actor is read as: a gold number, or one of its own behind them. */
static uint32_t *read_actors(scoring *s, const counts *c)
{
    size_t n = 0;
    uint32_t *read = ent_i_malloc(s->actor_names.n * sizeof *read);
    bool *taken = ent_i_calloc(s->gold_names.n, sizeof *taken);
    vote *votes = list_votes(s, c, &n);
    /* Nobody's as long as no vote says whose. */
    for (size_t i = 0; read && i < s->actor_names.n; i++)
        read[i] = (uint32_t)(s->gold_names.n + i);
    bool ok = read && taken && votes;
    for (size_t i = 0; ok && i < n; i++) {
        const vote *v = &votes[i];
        if (read[v->actor] < s->gold_names.n || taken[v->gold])
            continue;
        read[v->actor] = v->gold;
        taken[v->gold] = true;
    }
    ent_i_free(votes);
    ent_i_free(taken);
    if (!ok)
        ent_i_free(read);
    return ok ? read : NULL;
}

/* A tie is right when both its ends are read as the persons of a gold tie; an
 * actor that stands for nobody in the gold can only make wrong ones. */
static bool count_ties(scoring *s, const uint32_t *read, ent_i_counts *out)
{
    ent_i_keymap ties = {0};
    bool ok = true;
    for (size_t i = 0, j; ok && i < s->seen.n; i = j) {
        uint64_t article = s->seen.items[i] >> 32;
        for (j = i + 1; j < s->seen.n && s->seen.items[j] >> 32 == article;)
            j++;
        for (size_t x = i; ok && x < j; x++)
            for (size_t y = i; ok && y < x; y++) {
                uint32_t a = read[(uint32_t)s->seen.items[x]];
                uint32_t b = read[(uint32_t)s->seen.items[y]];
                ok = a == b || ent_i_keymap_put(&ties, ent_i_pair_key(a, b), 0);
            }
    }
    out->right = 0;
    for (size_t i = 0; i < ties.cap; i++)
        if (ties.slots[i].value != ENT_I_ABSENT)
            out->right += ent_i_keymap_get(&s->gold_ties, ties.slots[i].key) !=
                          ENT_I_ABSENT;
    out->wrong = ties.n - out->right;
    out->missed = s->gold_ties.n - out->right;
    ent_i_keymap_free(&ties);
    return ok;
}

static ent_status write_line(const ent_sink *sink, const char *line, size_t n,
                             ent_error *error)
{
    if (n && sink->write(sink->ctx, line, n) == 0)
        return ENT_OK;
    return n ? ent_i_fail(error, ENT_ERR_IO, "evaluate", "cannot write")
             : no_memory(error);
}

static ent_status write_persons(const scoring *s, const char *path,
                                ent_i_score b3, const ent_sink *sink,
                                ent_error *error)
{
    char p[ENT_I_SHARE_SIZE], r[ENT_I_SHARE_SIZE], q[ENT_I_SHARE_SIZE];
    char u[ENT_I_SHARE_SIZE], f[ENT_I_SHARE_SIZE];
    double found = s->found_count ? (double)s->found_count : 1;
    double gold = s->gold_count ? (double)s->gold_count : 1;
    ent_i_string line = {0};
    bool ok = ent_i_string_addf(
        &line, "%s\tpersons\tP %s\tR %s\tgold %zu\n%s\tB3\tP %s\tR %s\tF1 %s\n",
        path, ent_i_share((double)s->hits / found, 3, p),
        ent_i_share((double)s->hits / gold, 3, r), s->gold_count, path,
        ent_i_share(b3.precision, 3, q), ent_i_share(b3.recall, 3, u),
        ent_i_share(b3.f1, 4, f));
    ent_status status = write_line(sink, line.items, ok ? line.n : 0, error);
    ent_i_vec_free(&line);
    return status;
}

static ent_status write_figures(scoring *s, const char *path,
                                const ent_sink *sink, ent_error *error)
{
    counts c = {0};
    ent_i_counts ties;
    uint32_t *read = NULL;
    bool ok = count_items(s, &c) && (read = read_actors(s, &c)) != NULL &&
              count_ties(s, read, &ties);
    ent_status status = ok ? write_persons(s, path, b_cubed(s, &c), sink, error)
                           : no_memory(error);
    if (!status)
        status = ent_i_score_write(sink, path, "ties", &ties, true, error);
    ent_i_keymap_free(&c.both);
    ent_i_free(c.of_gold);
    ent_i_free(c.of_actor);
    ent_i_free(read);
    return status;
}

/* ---- running the stages ---- */

/* As if the recogniser had found the gold's persons and nothing else. */
static bool hand_in(const ent_i_gold *gold, ent_article *article)
{
    article->annotated = true;
    for (size_t i = 0; i < gold->labels.n; i++) {
        const ent_i_gold_label *label = &gold->labels.items[i];
        ent_mention m = {.start = label->start,
                         .end = label->end,
                         .honorific_start = label->start,
                         .honorific_end = label->start,
                         .cluster = ENT_NONE,
                         .confidence = 1,
                         .type = ENT_PERSON,
                         .role = ENT_ROLE_STORY,
                         .field = ENT_FIELD_TEXT};
        if (is_named_person(label) && !ent_i_vec_push(&article->mentions, m))
            return false;
    }
    return true;
}

static ent_status run_article(scoring *s, ent_i_gold *gold, ent_error *error)
{
    ent_article *article = gold->article;
    if (s->given && !hand_in(gold, article))
        return no_memory(error);
    ent_status status = ent_i_text_read(&s->text, article, error);
    if (!status)
        status = ent_i_recognise(s->recogniser, s->scratch, article, &s->text,
                                 error);
    if (!status)
        status = ent_i_resolve_article(article, &s->text, error);
    if (!status)
        status = ent_corpus_add_take(s->corpus, article, error);
    /* The corpus owns it from here on. */
    if (!status)
        gold->article = NULL;
    return status;
}

/* Files are corpora of their own: the people of one are not looked for in
 * another. */
static void forget_file(scoring *s)
{
    ent_i_gold_free(&s->gold);
    ent_corpus_free(s->corpus);
    ent_i_strmap_free(&s->gold_numbers);
    ent_i_strmap_free(&s->actor_numbers);
    ent_i_vec_free(&s->gold_names);
    ent_i_vec_free(&s->actor_names);
    ent_i_arena_free(&s->arena);
    ent_i_vec_free(&s->items);
    ent_i_keymap_free(&s->gold_ties);
    ent_i_vec_free(&s->seen);
    s->corpus = NULL;
    s->gold_count = s->found_count = s->hits = 0;
}

static ent_status score_file(scoring *s, const char *path, const ent_sink *sink,
                             ent_error *error)
{
    ent_status status = ent_i_gold_load(&s->gold, path, error);
    if (!status)
        status = ent_corpus_new(&s->corpus, error);
    for (size_t i = 0; i < s->gold.n && !status; i++) {
        /* .conll says what is a name, not whose. */
        if (!s->gold.items[i].object)
            return ent_i_fail_at(
                error,
                ent_i_fail(error, ENT_ERR_FORMAT, "evaluate",
                           "expected JSON Lines whose labels have \"entity\""),
                path, 0, -1);
        status = run_article(s, &s->gold.items[i], error);
    }
    /* Who is who is decided with all articles at hand, then scored. */
    if (!status)
        status = ent_corpus_resolve(s->corpus, NULL, error);
    for (uint32_t i = 0; i < s->gold.n && !status; i++)
        if (!score_article(s, i))
            status = no_memory(error);
    return status ? status : write_figures(s, path, sink, error);
}

ent_status ent_evaluate_resolve(const ent_read_options *options,
                                bool gold_spans, const char *const *gold,
                                size_t gold_count, const ent_sink *sink,
                                ent_error *error)
{
    static const ent_read_options defaults = ENT_READ_OPTIONS_INIT;
    scoring s = {.options = options ? options : &defaults, .given = gold_spans};
    ent_i_recogniser_options how = {s.options->model, s.options->recogniser,
                                    s.options->entities,
                                    s.options->min_confidence};
    ent_status status = ent_i_recogniser_new(&s.recogniser, &how, error);
    if (!status)
        status = ent_i_recogniser_scratch_new(&s.scratch, s.recogniser, error);
    for (size_t i = 0; i < gold_count && !status; i++) {
        status = score_file(&s, gold[i], sink, error);
        forget_file(&s);
    }
    ent_i_recogniser_scratch_free(s.scratch);
    ent_i_recogniser_free(s.recogniser);
    ent_i_text_free(&s.text);
    ent_i_vec_free(&s.golds);
    ent_i_vec_free(&s.actors);
    return status;
}
