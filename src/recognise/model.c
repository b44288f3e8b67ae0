#include "recognise/model.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/map.h"
#include "core/wide.h"
#include "recognise/countries.h"

extern const unsigned char ent_i_model_begin[]
    __attribute__((visibility("hidden")));
extern const unsigned char ent_i_model_end[]
    __attribute__((visibility("hidden")));

enum { VERSION = 2, ALIGNMENT = 64, BYTE_ORDER_MARK = 0x01020304 };

/* How many features are looked up together. */
enum { BATCH = 64 };

typedef struct section {
    uint64_t offset;
    uint64_t size;
} section;

enum {
    SECTION_GAZETTEER,
    SECTION_CALIBRATION,
    SECTION_STEPS,
    SECTION_TAGS,
    SECTION_ROWS,
    SECTION_COUNT
};

/* The file begins with this header; the sections follow, each at a multiple of
 * 64. */
typedef struct header {
    char magic[8];
    uint32_t byte_order;
    uint32_t version;
    uint64_t file_size;
    uint64_t checksum; /* XXH3 of everything after it */
    uint32_t labels;
    uint32_t entry_size;
    float scale[ENT_I_STAGES];
    section sections[SECTION_COUNT];
} header;

/* Larger scores can't be weights; within this limit no sum overflows. */
static const float LARGEST = 64.0f;

static const char magic[8] = {'E', 'N', 'T', 'M', 'O', 'D', 'E', 'L'};
static const size_t checked_from =
    offsetof(header, checksum) + sizeof(uint64_t);

/* Nothing else is done as often. The loop is one that compilers turn into a few
 * vector instructions, since its length is fixed and nothing overlaps. */
static void add_row(int16_t *restrict sum, const int8_t *restrict weight)
{
    for (unsigned j = 0; j < ENT_I_ROW; j++)
        sum[j] = (int16_t)(sum[j] + weight[j]);
}

void ent_i_table_prefetch(const ent_i_table *table, const uint64_t *keys,
                          size_t n)
{
    for (size_t i = 0; i < n && table->cap; i++)
        __builtin_prefetch(&table->tags[ent_i_slot_of(keys[i], table->cap)]);
}

/* The rows of up to BATCH features that the table has. The table is larger than
 * the inner caches, so all places are prefetched before they are looked at and
 * the waiting overlaps. */
ENT_I_WIDE static size_t find_rows(const ent_i_table *table,
                                   const uint64_t *keys, size_t n,
                                   const ent_i_row8 **rows)
{
    size_t found = 0;
    ent_i_table_prefetch(table, keys, n);
    for (size_t i = 0; i < n; i++) {
        uint32_t slot = ent_i_slot_find(table->tags, table->cap, keys[i]);
        rows[found] = &table->rows[slot == ENT_I_ABSENT ? 0 : slot];
        __builtin_prefetch(rows[found]);
        found += slot != ENT_I_ABSENT;
    }
    return found;
}

ENT_I_WIDE static void add_features(const ent_i_table *table,
                                    const uint64_t *keys, size_t n,
                                    int16_t sum[ENT_I_ROW])
{
    const ent_i_row8 *rows[BATCH];
    for (size_t i = 0; i < n; i += BATCH) {
        size_t found =
            find_rows(table, keys + i, n - i < BATCH ? n - i : BATCH, rows);
        for (size_t k = 0; k < found; k++)
            add_row(sum, rows[k]->weight);
    }
}

void ent_i_table_add(const ent_i_table *table, const uint64_t *keys, size_t n,
                     int16_t sum[ENT_I_ROW])
{
    if (table->cap)
        add_features(table, keys, n, sum);
}

float ent_i_model_confidence(const ent_i_model *model, float marginal)
{
    if (!(marginal > 0.0f))
        return model->calibration[0];
    float place = marginal * (ENT_I_CALIBRATION - 1);
    unsigned low = (unsigned)place;
    if (low >= ENT_I_CALIBRATION - 1)
        return model->calibration[ENT_I_CALIBRATION - 1];
    float rest = place - (float)low;
    return model->calibration[low] * (1.0f - rest) +
           model->calibration[low + 1] * rest;
}

/* ---- reading ---- */

static ent_status wrong(ent_error *error, const char *name, const char *what)
{
    return ent_i_fail(error, ENT_ERR_FORMAT, "recognise",
                      "%s: expected a model of this program, found %s", name,
                      what);
}

static ent_status check_header(const header *h, size_t size, const char *name,
                               ent_error *error)
{
    if (size < sizeof *h || memcmp(h->magic, magic, sizeof magic) != 0)
        return wrong(error, name, "another kind of file");
    if (h->byte_order != BYTE_ORDER_MARK)
        return wrong(error, name, "one with another byte order");
    if (h->version != VERSION || h->labels != ENT_I_LABELS ||
        h->entry_size != sizeof(ent_i_entry))
        return wrong(error, name, "one of another version");
    if (h->file_size != size)
        return wrong(error, name, "one that is cut short or has extra bytes");
    if (h->checksum !=
        ent_i_hash((const char *)h + checked_from, size - checked_from))
        return wrong(error, name, "a damaged one (checksum)");
    return ENT_OK;
}

/* The section's items; NULL when it does not lie within the file. */
static const void *items(const header *h, unsigned which, size_t item_size,
                         size_t *n)
{
    const section *s = &h->sections[which];
    *n = 0;
    if (s->offset % ALIGNMENT || s->offset > h->file_size ||
        s->size > h->file_size - s->offset || s->size % item_size)
        return NULL;
    *n = s->size / item_size;
    return (const char *)h + s->offset;
}

static bool read_table(ent_i_table *table, const header *h)
{
    size_t tags, rows;
    table->tags = items(h, SECTION_TAGS, sizeof *table->tags, &tags);
    table->rows = items(h, SECTION_ROWS, sizeof *table->rows, &rows);
    if (!table->tags || !table->rows || tags != rows || tags > UINT32_MAX)
        return false;
    table->cap = (uint32_t)tags;
    return true;
}

static bool read_steps(ent_i_model *model, const header *h)
{
    size_t n;
    const void *scores =
        items(h, SECTION_STEPS, sizeof model->steps[0].score, &n);
    if (!scores || n != ENT_I_STAGES)
        return false;
    for (unsigned i = 0; i < ENT_I_STAGES; i++) {
        ent_i_steps *steps = &model->steps[i];
        memcpy(steps->score, (const char *)scores + i * sizeof steps->score,
               sizeof steps->score);
        model->scale[i] = h->scale[i];
        bool ok = fabsf(h->scale[i]) < LARGEST;
        for (unsigned k = 0; k < ENT_I_LABELS * ENT_I_LABELS; k++)
            ok = ok && fabsf(steps->score[k / ENT_I_LABELS][k % ENT_I_LABELS]) <
                           LARGEST;
        if (!ok)
            return false;
        ent_i_steps_prepare(steps);
    }
    return true;
}

static bool read_calibration(ent_i_model *model, const header *h)
{
    size_t n = 0;
    const void *values = items(h, SECTION_CALIBRATION, sizeof(float), &n);
    if (!values || n != ENT_I_CALIBRATION)
        return false;
    memcpy(model->calibration, values, sizeof model->calibration);
    for (unsigned i = 0; i < ENT_I_CALIBRATION; i++) {
        float p = model->calibration[i];
        if (!(p >= 0.0f && p <= 1.0f))
            return false;
    }
    return true;
}

static bool read_gazetteer(ent_i_gazetteer *gazetteer, const header *h)
{
    gazetteer->entries =
        items(h, SECTION_GAZETTEER, sizeof *gazetteer->entries, &gazetteer->n);
    if (!gazetteer->entries)
        return false;
    for (size_t i = 1; i < gazetteer->n; i++) {
        if (gazetteer->entries[i - 1].key >= gazetteer->entries[i].key)
            return false;
    }
    ent_i_gazetteer_prepare(gazetteer);
    ent_i_gazetteer_learn_countries(gazetteer);
    return true;
}

ent_status ent_i_model_read(ent_i_model *out, const void *bytes, size_t size,
                            const char *name, ent_error *error)
{
    memset(out, 0, sizeof *out);
    const header *h = bytes;
    ent_status status = check_header(h, size, name, error);
    if (status)
        return status;
    bool ok = read_gazetteer(&out->gazetteer, h) && read_calibration(out, h) &&
              read_table(&out->table, h) && read_steps(out, h);
    return ok ? ENT_OK
              : wrong(error, name, "one whose parts don't fit together");
}

static ent_status map_file(ent_i_model *model, int file, const char *path,
                           ent_error *error)
{
    struct stat info;
    if (fstat(file, &info) || !S_ISREG(info.st_mode))
        return wrong(error, path, "something other than a file");
    size_t size = (size_t)info.st_size;
    if (size < sizeof(header))
        return wrong(error, path, "another kind of file");
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED)
        return ent_i_fail(error, ENT_ERR_IO, "recognise", "%s: %s", path,
                          strerror(errno));
    ent_status status = ent_i_model_read(model, bytes, size, path, error);
    if (status) {
        munmap(bytes, size);
        return status;
    }
    model->mapping = bytes;
    model->mapping_size = size;
    return ENT_OK;
}

ent_status ent_i_model_open(ent_i_model *out, const char *path,
                            ent_error *error)
{
    memset(out, 0, sizeof *out);
    if (!path)
        return ent_i_model_read(out, ent_i_model_begin,
                                (size_t)(ent_i_model_end - ent_i_model_begin),
                                "built-in model", error);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return ent_i_fail(error,
                          errno == ENOENT ? ENT_ERR_NOT_FOUND : ENT_ERR_IO,
                          "recognise", "%s: %s", path, strerror(errno));
    ent_status status = map_file(out, file, path, error);
    close(file);
    return status;
}

void ent_i_model_close(ent_i_model *model)
{
    if (model->mapping)
        munmap(model->mapping, model->mapping_size);
    memset(model, 0, sizeof *model);
}

/* ---- writing ---- */

static bool add_section(header *h, size_t base, unsigned which,
                        const void *bytes, size_t size, ent_i_string *out)
{
    static const char zeros[ALIGNMENT] = {0};
    size_t at = out->n - base;
    size_t pad = (ALIGNMENT - at % ALIGNMENT) % ALIGNMENT;
    h->sections[which] = (section){at + pad, size};
    return ent_i_string_add(out, zeros, pad) &&
           ent_i_string_add(out, bytes, size);
}

bool ent_i_model_write(const ent_i_model *model, ent_i_string *out)
{
    header h = {.byte_order = BYTE_ORDER_MARK,
                .version = VERSION,
                .labels = ENT_I_LABELS,
                .entry_size = sizeof(ent_i_entry)};
    memcpy(h.magic, magic, sizeof magic);
    size_t base = out->n;
    bool ok = ent_i_string_add(out, (const char *)&h, sizeof h) &&
              add_section(&h, base, SECTION_GAZETTEER, model->gazetteer.entries,
                          model->gazetteer.n * sizeof *model->gazetteer.entries,
                          out) &&
              add_section(&h, base, SECTION_CALIBRATION, model->calibration,
                          sizeof model->calibration, out);
    float score[ENT_I_STAGES][ENT_I_LABELS][ENT_I_LABELS];
    for (unsigned i = 0; i < ENT_I_STAGES; i++) {
        h.scale[i] = model->scale[i];
        memcpy(score[i], model->steps[i].score, sizeof score[i]);
    }
    const ent_i_table *table = &model->table;
    ok = ok && add_section(&h, base, SECTION_STEPS, score, sizeof score, out) &&
         add_section(&h, base, SECTION_TAGS, table->tags,
                     table->cap * sizeof *table->tags, out) &&
         add_section(&h, base, SECTION_ROWS, table->rows,
                     table->cap * sizeof *table->rows, out);
    if (!ok)
        return false;
    h.file_size = out->n - base;
    char *bytes = out->items + base;
    memcpy(bytes, &h, sizeof h);
    h.checksum = ent_i_hash(bytes + checked_from, h.file_size - checked_from);
    memcpy(bytes, &h, sizeof h);
    return true;
}
