#include "train/contact_labels.h"

#include <string.h>

#include "core/error.h"
#include "evaluate/last_word.h"

/* ---- records ---- */

/* How much its label counts: 1, if the record states no other; 0 for what is no
 * number. */
static float weight_of(const json_t *record)
{
    const json_t *weight = json_object_get(record, "weight");
    return weight ? (float)json_number_value(weight) : 1.0f;
}

static ent_status add_record(ent_i_annotations *a, uint32_t i, const char *path,
                             ent_error *error)
{
    const ent_i_gold *record = &a->records.items[i];
    const char *id = ent_i_gold_string(record->object, "article");
    if (!*id || record->start >= record->end) {
        ent_i_fail(error, ENT_ERR_FORMAT, "train",
                   "expected a record with \"article\", and \"start\" before "
                   "\"end\"");
        return ent_i_fail_at(error, ENT_ERR_FORMAT, path, record->line, -1);
    }
    if (!(weight_of(record->object) > 0.0f)) {
        ent_i_fail(error, ENT_ERR_FORMAT, "train",
                   "expected a number above 0 as \"weight\"");
        return ent_i_fail_at(error, ENT_ERR_FORMAT, path, record->line, -1);
    }
    uint32_t *first = ent_i_strmap_put(&a->first, id, strlen(id), 0);
    if (!first || !ent_i_vec_push(&a->next, *first))
        return ent_i_no_memory(error, "train");
    *first = i + 1;
    return ENT_OK;
}

ent_status ent_i_annotations_read(ent_i_annotations *out,
                                  const char *const *paths, size_t count,
                                  ent_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    out->lower = ucasemap_open("", 0, &code);
    if (U_FAILURE(code))
        return ent_i_no_memory(error, "train");
    for (size_t i = 0; i < count; i++) {
        ent_status status = ent_i_gold_load(&out->records, paths[i], error);
        while (!status && out->next.n < out->records.n)
            status = add_record(out, (uint32_t)out->next.n, paths[i], error);
        if (status)
            return status;
        if (i == 0)
            out->drawn = out->records.n;
    }
    return ENT_OK;
}

void ent_i_annotations_free(ent_i_annotations *a)
{
    ent_i_gold_free(&a->records);
    ent_i_strmap_free(&a->first);
    ent_i_vec_free(&a->next);
    ucasemap_close(a->lower);
    ent_i_arena_free(&a->words);
}

static uint32_t first_record(const ent_i_annotations *a,
                             const ent_article *article)
{
    const char *id = ent_article_id(article);
    uint32_t first = ent_i_strmap_get(&a->first, id, strlen(id));
    return first == ENT_I_ABSENT ? 0 : first;
}

bool ent_i_is_annotated(const ent_i_annotations *a, const ent_article *article)
{
    return first_record(a, article) != 0;
}

/* ---- what an annotator says ---- */

static const char *word_of(ent_i_annotations *a, const char *name, size_t size)
{
    const char *word = ent_i_last_word(a->lower, &a->words, name, size);
    return word ? word : "";
}

/* Whether the name is the person's: as the mention has it, or the cluster. */
static bool is_named(ent_i_annotations *a, const ent_article *article,
                     uint32_t person, const char *name)
{
    const ent_mention *m = &article->mentions.items[person];
    const char *wanted = word_of(a, name, strlen(name));
    const char *field = ent_article_field(article, (ent_field)m->field);
    if (strcmp(word_of(a, field + m->start, m->end - m->start), wanted) == 0)
        return true;
    if (m->cluster == ENT_NONE)
        return false;
    const char *whole = article->clusters.items[m->cluster].name;
    return strcmp(word_of(a, whole, strlen(whole)), wanted) == 0;
}

static bool takes_part(ent_i_annotations *a, const ent_article *article,
                       const json_t *encounter, uint32_t person)
{
    const json_t *people = json_object_get(encounter, "participants");
    for (size_t i = 0; i < json_array_size(people); i++) {
        const char *name = json_string_value(json_array_get(people, i));
        if (name && is_named(a, article, person, name))
            return true;
    }
    return false;
}

/* One that took place says more about a pair than one that did not. */
static void add_encounter(ent_i_contact_label *label, const json_t *encounter)
{
    /* Unknown words stand for the last name, as where gold is scored. */
    uint8_t kind = ENT_KIND_COUNT - 1, standing = ENT_STANDING_COUNT - 1;
    ent_i_kind_parse(ent_i_gold_string(encounter, "kind"), &kind);
    ent_i_standing_parse(ent_i_gold_string(encounter, "status"), &standing);
    bool real = standing == ENT_HELD || standing == ENT_PLANNED;
    if (ent_i_real_share(label) > 0.0f && !real)
        return;
    memset(label->kind, 0, sizeof label->kind);
    memset(label->standing, 0, sizeof label->standing);
    label->kind[kind] = label->standing[standing] = 1.0f;
}

static bool label_by_reader(ent_i_annotations *a, const ent_article *article,
                            const json_t *record, const ent_i_pair *pair,
                            ent_i_contact_label *out)
{
    const json_t *encounters = json_object_get(record, "encounters");
    out->by_reader = true;
    out->weight = weight_of(record);
    for (size_t i = 0; i < json_array_size(encounters); i++) {
        const json_t *e = json_array_get(encounters, i);
        if (takes_part(a, article, e, pair->people[0]) &&
            takes_part(a, article, e, pair->people[1]))
            add_encounter(out, e);
    }
    return true;
}

/* ---- what a model says ---- */

/* The keys of one of the two persons in a model's record. */
typedef struct person_keys {
    const char *name;
    const char *start;
    const char *in;
} person_keys;

/* The mention that begins at the byte that the record gives, or ENT_NONE. */
static uint32_t mention_at(const ent_article *article, const json_t *object,
                           const person_keys *keys)
{
    json_int_t start = json_integer_value(json_object_get(object, keys->start));
    ent_field field = strcmp(ent_i_gold_string(object, keys->in), "title") == 0
                          ? ENT_FIELD_TITLE
                          : ENT_FIELD_TEXT;
    for (uint32_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m->field == field && m->start == start)
            return i;
    }
    return ENT_NONE;
}

/* Whether the record means the person. Where it gives the place of a pronoun or
 * a role, the name says who is meant. */
static bool is_meant(ent_i_annotations *a, const ent_article *article,
                     const json_t *object, const person_keys *keys,
                     uint32_t person)
{
    uint32_t at = mention_at(article, object, keys);
    return at != ENT_NONE ? ent_i_same_person(article, at, person)
                          : is_named(a, article, person,
                                     ent_i_gold_string(object, keys->name));
}

static bool is_about(ent_i_annotations *a, const ent_article *article,
                     const json_t *object, const ent_i_pair *pair)
{
    static const person_keys one = {"a", "a_start", "a_in"};
    static const person_keys two = {"b", "b_start", "b_in"};
    const uint32_t *people = pair->people;
    return (is_meant(a, article, object, &one, people[0]) &&
            is_meant(a, article, object, &two, people[1])) ||
           (is_meant(a, article, object, &two, people[0]) &&
            is_meant(a, article, object, &one, people[1]));
}

static float share_at(const json_t *list, size_t i)
{
    return (float)json_number_value(json_array_get(list, i));
}

/* Probabilities: of no contact and of each kind; of each standing. */
static void add_shares(ent_i_contact_label *out, const json_t *object)
{
    const json_t *kinds = json_object_get(object, "kind");
    const json_t *standings = json_object_get(object, "status");
    float contact = 1.0f - share_at(kinds, 0);
    if (contact < ent_i_contact_share(out))
        return;
    for (size_t s = 0; s < ENT_STANDING_COUNT; s++)
        out->standing[s] = contact * share_at(standings, s);
    for (size_t k = 0; k < ENT_KIND_COUNT; k++)
        out->kind[k] = share_at(kinds, k + 1);
}

static bool label_by_model(ent_i_annotations *a, const ent_article *article,
                           const json_t *pairs, const ent_i_pair *pair,
                           ent_i_contact_label *out)
{
    bool found = false;
    out->weight = 1.0f;
    for (size_t i = 0; i < json_array_size(pairs); i++) {
        const json_t *object = json_array_get(pairs, i);
        if (is_about(a, article, object, pair)) {
            add_shares(out, object);
            found = true;
        }
    }
    return found;
}

/* ---- both ---- */

/* A reader's sentence may be a part of ours. */
static bool was_shown(const ent_i_gold *record, const ent_i_passage *r,
                      const ent_i_pair *pair)
{
    for (unsigned i = 0; i < 2; i++) {
        const ent_i_item *node = &r->nodes[pair->nodes[i]];
        if (node->start < record->start || node->end > record->end)
            return false;
    }
    return true;
}

static bool label_by(ent_i_annotations *a, const ent_i_gold *record,
                     const ent_i_passage *r, const ent_i_pair *pair,
                     ent_i_contact_label *out)
{
    const json_t *object = record->object;
    memset(out, 0, sizeof *out);
    out->drawn = record < a->records.items + a->drawn;
    ent_i_arena_free(&a->words);
    return json_is_array(json_object_get(object, "encounters"))
               ? was_shown(record, r, pair) &&
                     label_by_reader(a, r->article, object, pair, out)
               : label_by_model(a, r->article, json_object_get(object, "pairs"),
                                pair, out);
}

/* A reader's label counts before a model's, and what tells of a contact before
 * what tells of none: two records may share a sentence that was split
 * elsewhere. */
static bool counts_before(const ent_i_contact_label *a,
                          const ent_i_contact_label *b)
{
    return a->by_reader != b->by_reader
               ? a->by_reader
               : ent_i_contact_share(a) > ent_i_contact_share(b);
}

bool ent_i_contact_label_of(ent_i_annotations *a, const ent_i_outline *outline,
                            const ent_i_pair *pair, ent_i_contact_label *out)
{
    const ent_i_passage *r = outline->passage;
    const ent_sentence *sentence = &r->article->sentences.items[r->sentence];
    bool found = false;
    if (r->field != ENT_FIELD_TEXT)
        return false;
    for (uint32_t i = first_record(a, r->article); i;
         i = a->next.items[i - 1]) {
        const ent_i_gold *record = &a->records.items[i - 1];
        ent_i_contact_label label;
        if (record->start >= sentence->end || record->end <= sentence->start ||
            !label_by(a, record, r, pair, &label))
            continue;
        if (!found || counts_before(&label, out))
            *out = label;
        found = true;
    }
    return found;
}
