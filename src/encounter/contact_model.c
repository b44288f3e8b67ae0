#include "encounter/contact_model.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#include "core/map.h"
#include "core/slots.h"
#include "core/wide.h"

extern const unsigned char ent_i_contacts_begin[]
    __attribute__((visibility("hidden")));
extern const unsigned char ent_i_contacts_end[]
    __attribute__((visibility("hidden")));

enum { VERSION = 2, BYTE_ORDER_MARK = 0x01020304 };

/* The file begins with this header; the rows follow, then the tags. */
typedef struct header {
    char magic[8];
    uint32_t byte_order;
    uint32_t version;
    uint64_t checksum; /* XXH3 of everything after it */
    uint32_t cap;
    uint32_t row_size;
    float scale[ENT_I_CONTACT_ROW];
    ent_i_contact_layer layer;
    float threshold;
    float calibration[ENT_I_CONTACT_STEPS];
    uint32_t unused; /* 0: bytes that no member has would be any */
} header;

static const char magic[8] = {'E', 'N', 'T', 'M', 'E', 'E', 'T', 'S'};
static const size_t checked_from =
    offsetof(header, checksum) + sizeof(uint64_t);

/* Larger scores can't be weights; within this limit no sum overflows. */
static const float LARGEST = 64.0f;

/* ---- judging ---- */

static void add_hidden(const ent_i_contact_layer *layer,
                       float sums[ENT_I_CONTACT_ROW])
{
    for (unsigned h = 0; h < ENT_I_HIDDEN; h++) {
        float *unit = &sums[ENT_I_OUTPUTS + h];
        *unit = fmaxf(*unit, 0.0f);
        for (unsigned j = 0; j < ENT_I_OUTPUTS; j++)
            sums[j] += layer->weight[j][h] * *unit;
    }
}

/* Probabilities of which one is true, from their sums. */
static void share_out(const float *sums, unsigned n, float *out)
{
    float most = sums[0], all = 0.0f;
    for (unsigned k = 1; k < n; k++)
        most = fmaxf(most, sums[k]);
    for (unsigned k = 0; k < n; k++)
        all += out[k] = expf(sums[k] - most);
    for (unsigned k = 0; k < n; k++)
        out[k] /= all;
}

ent_i_odds ent_i_odds_of(const ent_i_contact_layer *layer,
                         float sums[ENT_I_CONTACT_ROW])
{
    ent_i_odds odds = {0};
    add_hidden(layer, sums);
    float answers[] = {0.0f, sums[ENT_I_REAL], sums[ENT_I_UNREAL]}, shares[3];
    share_out(answers, 3, shares);
    odds.real = shares[1];
    odds.unreal = shares[2];
    share_out(sums + ENT_I_KIND, ENT_KIND_COUNT, odds.kind);
    share_out(sums + ENT_I_STANDING, ENT_STANDING_COUNT, odds.standing);
    return odds;
}

static const ent_i_contact_row *find(const ent_i_contact_model *model,
                                     uint64_t key)
{
    uint32_t slot = ent_i_slot_find(model->tags, model->cap, key);
    return slot == ENT_I_ABSENT ? NULL : &model->rows[slot];
}

/* All places are prefetched, so that the waiting overlaps. */
ENT_I_WIDE static void sum_rows(const ent_i_contact_model *model,
                                const uint64_t *keys, size_t n,
                                int32_t whole[ENT_I_CONTACT_ROW])
{
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(&model->tags[ent_i_slot_of(keys[i], model->cap)]);
    for (size_t i = 0; i < n; i++) {
        const ent_i_contact_row *row = find(model, keys[i]);
        for (unsigned j = 0; row && j < ENT_I_CONTACT_ROW; j++)
            whole[j] += row->weight[j];
    }
}

ent_i_odds ent_i_contact_judge(const ent_i_contact_model *model,
                               const uint64_t *keys, size_t n)
{
    int32_t whole[ENT_I_CONTACT_ROW] = {0};
    float sums[ENT_I_CONTACT_ROW];
    sum_rows(model, keys, n, whole);
    for (unsigned j = 0; j < ENT_I_CONTACT_ROW; j++)
        sums[j] = (float)whole[j] * model->scale[j];
    return ent_i_odds_of(&model->layer, sums);
}

float ent_i_contact_confidence(const ent_i_contact_model *model, float odds)
{
    float place = odds * (ENT_I_CONTACT_STEPS - 1);
    unsigned low = place > 0.0f ? (unsigned)place : 0;
    if (low >= ENT_I_CONTACT_STEPS - 1)
        return model->calibration[ENT_I_CONTACT_STEPS - 1];
    float rest = place - (float)low;
    return model->calibration[low] * (1.0f - rest) +
           model->calibration[low + 1] * rest;
}

/* ---- reading and writing ---- */

static bool is_share(float x) { return x >= 0.0f && x <= 1.0f; }

static bool is_sound(const header *h)
{
    bool ok = is_share(h->threshold);
    for (unsigned i = 0; i < ENT_I_CONTACT_ROW; i++)
        ok = ok && fabsf(h->scale[i]) < LARGEST;
    for (unsigned i = 0; i < ENT_I_OUTPUTS * ENT_I_HIDDEN; i++)
        ok = ok && fabsf(h->layer.weight[i / ENT_I_HIDDEN][i % ENT_I_HIDDEN]) <
                       LARGEST;
    for (unsigned i = 0; i < ENT_I_CONTACT_STEPS; i++)
        ok = ok && is_share(h->calibration[i]);
    return ok;
}

static size_t file_size(uint32_t cap)
{
    return sizeof(header) +
           (size_t)cap * (sizeof(ent_i_contact_row) + sizeof(uint16_t));
}

/* Rows have an odd size, so the tags stand before them. */
ent_status ent_i_contact_model_read(ent_i_contact_model *out, const void *bytes,
                                    size_t size, const char *name,
                                    ent_error *error)
{
    const header *h = bytes;
    memset(out, 0, sizeof *out);
    if (size < sizeof *h || memcmp(h->magic, magic, sizeof magic) != 0)
        return ent_i_fail(error, ENT_ERR_FORMAT, "encounter",
                          "%s: expected a model of contacts, found another "
                          "kind of file",
                          name);
    if (h->byte_order != BYTE_ORDER_MARK || h->version != VERSION ||
        h->row_size != sizeof(ent_i_contact_row) || !h->cap ||
        size != file_size(h->cap) ||
        h->checksum != ent_i_hash((const char *)bytes + checked_from,
                                  size - checked_from) ||
        !is_sound(h))
        return ent_i_fail(error, ENT_ERR_FORMAT, "encounter",
                          "%s: expected a model of contacts of this version, "
                          "found a damaged or older one",
                          name);
    out->cap = h->cap;
    out->tags = (const uint16_t *)(h + 1);
    out->rows = (const ent_i_contact_row *)(out->tags + h->cap);
    out->threshold = h->threshold;
    memcpy(out->scale, h->scale, sizeof out->scale);
    memcpy(out->calibration, h->calibration, sizeof out->calibration);
    out->layer = h->layer;
    return ENT_OK;
}

bool ent_i_contact_model_write(const ent_i_contact_model *model,
                               ent_i_string *out)
{
    header h = {.byte_order = BYTE_ORDER_MARK,
                .version = VERSION,
                .cap = model->cap,
                .row_size = sizeof(ent_i_contact_row),
                .layer = model->layer,
                .threshold = model->threshold};
    size_t base = out->n;
    memcpy(h.magic, magic, sizeof magic);
    memcpy(h.scale, model->scale, sizeof h.scale);
    memcpy(h.calibration, model->calibration, sizeof h.calibration);
    if (!ent_i_string_add(out, (const char *)&h, sizeof h) ||
        !ent_i_string_add(out, (const char *)model->tags,
                          model->cap * sizeof *model->tags) ||
        !ent_i_string_add(out, (const char *)model->rows,
                          model->cap * sizeof *model->rows))
        return false;
    h.checksum = ent_i_hash(out->items + base + checked_from,
                            out->n - base - checked_from);
    memcpy(out->items + base, &h, sizeof h);
    return true;
}

/* ---- the built-in model ---- */

static ent_i_contact_model built_in;
static bool is_built_in;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void read_built_in(void)
{
    is_built_in = ent_i_contact_model_read(
                      &built_in, ent_i_contacts_begin,
                      (size_t)(ent_i_contacts_end - ent_i_contacts_begin),
                      "built-in model of contacts", NULL) == ENT_OK;
}

const ent_i_contact_model *ent_i_contact_model_default(void)
{
    pthread_once(&once, read_built_in);
    return is_built_in ? &built_in : NULL;
}
