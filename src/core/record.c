/* A record is
 *   the version            one byte
 *   a hash of what follows eight bytes, little-endian
 *   sizes                  of the strings in bytes, of the lists in items
 *   strings                each ended by NUL; the text is one of them
 *   the article, and each list, member by member
 * Numbers are varints (LEB128), most of them differences to the one before, so
 * that they take one byte. One function a struct both writes and reads it, so
 * that the two can't differ. */
#include "core/record.h"

#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "core/sound.h"
#include "core/utf8.h"

enum { HEAD = 9, VARINT_MAX = 5 };

#define BROKEN                                                                 \
    "expected an article as this version keeps them, found other bytes"

/* How many bytes and items follow. */
typedef struct sizes {
    uint32_t strings;
    uint32_t sentences;
    uint32_t mentions;
    uint32_t joint;
    uint32_t kin;
    uint32_t clusters;
    uint32_t encounters;
    uint32_t participants;
} sizes;

/* Writes if `out` is set, and leaves the article alone; reads otherwise. */
typedef struct codec {
    ent_i_string *out;         /* numbers */
    ent_i_string *out_strings; /* what their strings are */
    const char *at;
    const char *end;
    const char *strings; /* of the article that is read, as are the next */
    uint32_t string_size;
    uint32_t *participants; /* of the next encounter */
    uint32_t participants_left;
    bool failed; /* memory is out, or the bytes are no record */
} codec;

/* ---- numbers and strings ---- */

static void put(codec *c, uint32_t value)
{
    char bytes[VARINT_MAX];
    size_t n = 0;
    for (; value >= 0x80; value >>= 7)
        bytes[n++] = (char)(value | 0x80);
    bytes[n++] = (char)value;
    c->failed |= !ent_i_string_add(c->out, bytes, n);
}

/* 0 once the bytes have ended. */
static uint32_t get(codec *c)
{
    uint32_t value = 0;
    for (unsigned shift = 0; c->at < c->end && shift < 7 * VARINT_MAX;
         shift += 7) {
        unsigned char byte = (unsigned char)*c->at++;
        value |= (uint32_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    c->failed = true;
    return 0;
}

/* As its difference to a number that is known, usually a little smaller; it
 * wraps round, so that any number can follow any. */
static void follows(codec *c, uint32_t *value, uint32_t known)
{
    if (c->out)
        put(c, *value - known);
    else
        *value = known + get(c);
}

/* The same for what is a little smaller than the known. */
static void precedes(codec *c, uint32_t *value, uint32_t known)
{
    if (c->out)
        put(c, known - *value);
    else
        *value = known - get(c);
}

static void number(codec *c, uint32_t *value) { follows(c, value, 0); }

/* ENT_NONE is 0. */
static void number_or_none(codec *c, uint32_t *value)
{
    follows(c, value, ENT_NONE);
}

static void small(codec *c, uint8_t *value)
{
    if (c->out) {
        put(c, *value);
    } else {
        uint32_t whole = get(c);
        c->failed |= whole > UINT8_MAX;
        *value = (uint8_t)whole;
    }
}

static void flag(codec *c, bool *value)
{
    if (c->out)
        put(c, *value);
    else
        *value = get(c) != 0;
}

/* A struct's size depends on who reads it, and isn't written. */
static void size_of(codec *c, uint8_t *value, size_t size)
{
    if (!c->out)
        *value = (uint8_t)size;
}

/* Folded, so that days near 1970 are small numbers; no date is 0. */
static void date(codec *c, ent_date *value)
{
    if (c->out) {
        uint32_t bits = (uint32_t)*value;
        put(c, ((bits << 1) ^ (0u - (bits >> 31))) + 1);
    } else {
        uint32_t folded = get(c) - 1;
        *value = (ent_date)((folded >> 1) ^ (0u - (folded & 1)));
    }
}

/* The bits of the float, the lowest byte first. */
static void fraction(codec *c, float *value)
{
    uint32_t bits = 0;
    char bytes[sizeof bits];
    if (c->out) {
        memcpy(&bits, value, sizeof bits);
        for (size_t i = 0; i < sizeof bits; i++)
            bytes[i] = (char)(bits >> 8 * i);
        c->failed |= !ent_i_string_add(c->out, bytes, sizeof bytes);
        return;
    }
    bool there = (size_t)(c->end - c->at) >= sizeof bits;
    c->failed |= !there;
    for (size_t i = 0; there && i < sizeof bits; i++)
        bits |= (uint32_t)(unsigned char)*c->at++ << 8 * i;
    memcpy(value, &bits, sizeof bits);
}

/* As one more than its place among the strings; NULL is 0. */
static void string(codec *c, const char **value)
{
    if (c->out) {
        const char *text = *value;
        put(c, text ? (uint32_t)c->out_strings->n + 1 : 0);
        if (text)
            c->failed |=
                !ent_i_string_add(c->out_strings, text, strlen(text) + 1);
        return;
    }
    uint32_t place = get(c);
    *value = place && place <= c->string_size ? c->strings + place - 1 : NULL;
    c->failed |=
        place > c->string_size || (*value && !ent_i_is_boundary(*value, 0));
}

/* ---- the structs ---- */

/* The id is often the path, which is then kept once. */
static void whole(codec *c, ent_article *a)
{
    bool named_by_path = a->id == a->path;
    string(c, &a->text); /* first: see ent_i_record_text */
    string(c, &a->path);
    flag(c, &named_by_path);
    if (!named_by_path)
        string(c, &a->id);
    else if (!c->out)
        a->id = a->path;
    const char **const others[] = {
        &a->title,    &a->text,       &a->source,        &a->url,
        &a->language, &a->author,     &a->language_from, &a->date_from,
        &a->format,   &a->title_from, &a->text_from,     &a->left_out};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        string(c, others[i]);
    number(c, &a->title_size);
    number(c, &a->text_size);
    date(c, &a->fetched);
    date(c, &a->date);
    flag(c, &a->format_given);
    flag(c, &a->title_in_text);
    flag(c, &a->names_only);
    flag(c, &a->annotated);
}

static void sentence(codec *c, ent_sentence *s, const ent_sentence *before)
{
    follows(c, &s->start, before->end);
    follows(c, &s->end, s->start);
    follows(c, &s->paragraph, before->paragraph);
    small(c, &s->field);
    size_of(c, &s->size, sizeof *s);
}

static void mention(codec *c, ent_mention *m, const ent_mention *before)
{
    follows(c, &m->start, before->end);
    follows(c, &m->end, m->start);
    precedes(c, &m->honorific_start, m->start);
    follows(c, &m->honorific_end, m->honorific_start);
    follows(c, &m->sentence, before->sentence);
    number_or_none(c, &m->cluster);
    fraction(c, &m->confidence);
    small(c, &m->type);
    small(c, &m->role);
    small(c, &m->field);
    size_of(c, &m->size, sizeof *m);
}

static void kinship(codec *c, ent_i_kin *k)
{
    number(c, &k->mention);
    number_or_none(c, &k->owner);
}

static void cluster(codec *c, ent_cluster *k)
{
    string(c, &k->name);
    string(c, &k->honorific);
    number(c, &k->mentions);
    fraction(c, &k->confidence);
    small(c, &k->type);
    size_of(c, &k->size, sizeof *k);
}

static void participants(codec *c, ent_encounter *e)
{
    number(c, &e->participant_count);
    if (!c->out) {
        if (e->participant_count > c->participants_left)
            c->failed = true, e->participant_count = 0;
        e->participants = c->participants;
        c->participants += e->participant_count;
        c->participants_left -= e->participant_count;
    }
    for (uint32_t i = 0; i < e->participant_count; i++) {
        uint32_t mentioned = c->out ? e->participants[i] : 0;
        number(c, &mentioned);
        if (!c->out)
            c->participants[(ptrdiff_t)i - e->participant_count] = mentioned;
    }
}

static void encounter(codec *c, ent_encounter *e)
{
    participants(c, e);
    number(c, &e->sentence);
    number(c, &e->start);
    follows(c, &e->end, e->start);
    string(c, &e->when_text);
    string(c, &e->where);
    date(c, &e->when);
    date(c, &e->when_first);
    date(c, &e->when_last);
    fraction(c, &e->confidence);
    uint8_t *const kinds[] = {&e->kind, &e->standing, &e->field,
                              &e->form, &e->weak,     &e->when_from};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        small(c, kinds[i]);
    size_of(c, &e->size, sizeof *e);
}

static void everything(codec *c, ent_article *a)
{
    static const ent_sentence no_sentence;
    static const ent_mention no_mention;
    whole(c, a);
    for (size_t i = 0; i < a->sentences.n && !c->failed; i++)
        sentence(c, &a->sentences.items[i],
                 i ? &a->sentences.items[i - 1] : &no_sentence);
    for (size_t i = 0; i < a->mentions.n && !c->failed; i++)
        mention(c, &a->mentions.items[i],
                i ? &a->mentions.items[i - 1] : &no_mention);
    for (size_t i = 0; i < a->joint.n && !c->failed; i++)
        number(c, &a->joint.items[i]);
    for (size_t i = 0; i < a->kin.n && !c->failed; i++)
        kinship(c, &a->kin.items[i]);
    for (size_t i = 0; i < a->clusters.n && !c->failed; i++)
        cluster(c, &a->clusters.items[i]);
    for (size_t i = 0; i < a->encounters.n && !c->failed; i++)
        encounter(c, &a->encounters.items[i]);
}

static void all_sizes(codec *c, sizes *n)
{
    uint32_t *const each[] = {&n->strings,    &n->sentences,   &n->mentions,
                              &n->joint,      &n->kin,         &n->clusters,
                              &n->encounters, &n->participants};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++)
        number(c, each[i]);
}

/* ---- writing ---- */

static sizes sizes_of(const ent_article *a, uint32_t strings)
{
    sizes n = {.strings = strings,
               .sentences = (uint32_t)a->sentences.n,
               .mentions = (uint32_t)a->mentions.n,
               .joint = (uint32_t)a->joint.n,
               .kin = (uint32_t)a->kin.n,
               .clusters = (uint32_t)a->clusters.n,
               .encounters = (uint32_t)a->encounters.n};
    for (size_t i = 0; i < a->encounters.n; i++)
        n.participants += a->encounters.items[i].participant_count;
    return n;
}

static void put_head(char *head, const char *bytes, size_t size)
{
    uint64_t hash = ent_i_hash(bytes, size);
    head[0] = ENT_I_RECORD_VERSION;
    for (int i = 1; i < HEAD; i++, hash >>= 8)
        head[i] = (char)hash;
}

bool ent_i_record_write(ent_i_string *out, const ent_article *article)
{
    ent_i_string numbers = {0}, strings = {0};
    codec c = {.out = &numbers, .out_strings = &strings};
    ent_article copy = *article; /* shares the lists, which stay as they are */
    char head[HEAD] = "";
    size_t start = out->n;
    everything(&c, &copy);
    sizes n = sizes_of(article, (uint32_t)strings.n);
    codec after_head = {.out = out};
    bool ok = !c.failed && ent_i_string_add(out, head, HEAD);
    if (ok)
        all_sizes(&after_head, &n);
    ok = ok && !after_head.failed &&
         ent_i_string_add(out, strings.items, strings.n) &&
         ent_i_string_add(out, numbers.items, numbers.n);
    if (ok)
        put_head(out->items + start, out->items + start + HEAD,
                 out->n - start - HEAD);
    ent_i_vec_free(&numbers);
    ent_i_vec_free(&strings);
    return ok;
}

/* ---- reading ---- */

/* Each item takes a byte at least, so that wrong sizes cost no more memory than
 * a few times the record. */
static bool sizes_fit(const sizes *n, size_t left)
{
    const uint32_t each[] = {n->sentences,   n->mentions, n->joint,
                             n->kin,         n->clusters, n->encounters,
                             n->participants};
    if (n->strings > left)
        return false;
    left -= n->strings;
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        if (each[i] > left)
            return false;
        left -= each[i];
    }
    return true;
}

static size_t block_size(const sizes *n)
{
    return sizeof(ent_article) + n->encounters * sizeof(ent_encounter) +
           n->clusters * sizeof(ent_cluster) +
           n->mentions * sizeof(ent_mention) +
           n->sentences * sizeof(ent_sentence) + n->kin * sizeof(ent_i_kin) +
           ((size_t)n->joint + n->participants) * sizeof(uint32_t) + n->strings;
}

/* Lays out the lists behind the article: those with pointers first, so that
 * all are aligned; then the participants and the strings. */
static ent_article *lay_out(void *block, const sizes *n,
                            uint32_t **participants, char **strings)
{
    ent_article *a = block;
    *a = (ent_article){.id = ""};
    a->encounters.items = (ent_encounter *)(void *)(a + 1);
    a->encounters.n = n->encounters;
    a->clusters.items =
        (ent_cluster *)(void *)(a->encounters.items + n->encounters);
    a->clusters.n = n->clusters;
    a->mentions.items =
        (ent_mention *)(void *)(a->clusters.items + n->clusters);
    a->mentions.n = n->mentions;
    a->sentences.items =
        (ent_sentence *)(void *)(a->mentions.items + n->mentions);
    a->sentences.n = n->sentences;
    a->kin.items = (ent_i_kin *)(void *)(a->sentences.items + n->sentences);
    a->kin.n = n->kin;
    a->joint.items = (uint32_t *)(void *)(a->kin.items + n->kin);
    a->joint.n = n->joint;
    *participants = a->joint.items + n->joint;
    *strings = (char *)(*participants + n->participants);
    return a;
}

/* NULL when memory is out. */
static ent_article *make_block(codec *c, const sizes *n)
{
    void *block = ent_i_malloc(block_size(n));
    char *strings;
    if (!block)
        return NULL;
    ent_article *a = lay_out(block, n, &c->participants, &strings);
    c->participants_left = n->participants;
    memcpy(strings, c->at, n->strings);
    c->strings = strings;
    c->string_size = n->strings;
    c->at += n->strings;
    return a;
}

static bool is_record(const char *bytes, size_t size)
{
    char head[HEAD];
    if (size <= HEAD)
        return false;
    put_head(head, bytes + HEAD, size - HEAD);
    return memcmp(head, bytes, HEAD) == 0;
}

ent_status ent_i_record_read(ent_article **out, const char *bytes, size_t size,
                             ent_error *error)
{
    codec c = {.at = bytes + HEAD, .end = bytes + size};
    sizes n = {0};
    bool ok = is_record(bytes, size);
    if (ok)
        all_sizes(&c, &n);
    ok = ok && !c.failed && sizes_fit(&n, (size_t)(c.end - c.at)) &&
         n.strings && c.at[n.strings - 1] == '\0' &&
         ent_i_is_utf8(c.at, n.strings);
    if (!ok)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source", BROKEN);
    ent_article *article = make_block(&c, &n);
    if (!article)
        return ent_i_no_memory(error, "source");
    everything(&c, article);
    if (c.failed || c.at != c.end || !ent_i_article_is_sound(article)) {
        ent_article_free(article);
        return ent_i_fail(error, ENT_ERR_FORMAT, "source", BROKEN);
    }
    *out = article;
    return ENT_OK;
}

size_t ent_i_record_text(const char *bytes, size_t size)
{
    codec c = {.at = bytes + HEAD, .end = bytes + size};
    sizes n;
    all_sizes(&c, &n);
    return (size_t)(c.at - bytes);
}

/* ---- packing an article ---- */

/* Where the next string goes; without `at` they are only counted. */
typedef struct room {
    char *at;
    size_t size;
} room;

static void pack_string(room *r, const char **value)
{
    if (!*value)
        return;
    size_t size = strlen(*value) + 1;
    r->size += size;
    if (!r->at)
        return;
    memcpy(r->at, *value, size);
    *value = r->at;
    r->at += size;
}

/* An id that is the path stays so. */
static void pack_strings(room *r, ent_article *a)
{
    const char **const own[] = {&a->path,       &a->title,     &a->text,
                                &a->source,     &a->url,       &a->language,
                                &a->author,     &a->date_from, &a->format,
                                &a->title_from, &a->text_from, &a->left_out};
    bool named_by_path = a->id == a->path;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        pack_string(r, own[i]);
    if (named_by_path)
        a->id = a->path;
    else
        pack_string(r, &a->id);
    for (size_t i = 0; i < a->clusters.n; i++) {
        pack_string(r, &a->clusters.items[i].name);
        pack_string(r, &a->clusters.items[i].honorific);
    }
    for (size_t i = 0; i < a->encounters.n; i++) {
        pack_string(r, &a->encounters.items[i].when_text);
        pack_string(r, &a->encounters.items[i].where);
    }
}

static void pack_participants(uint32_t *to, ent_article *a)
{
    for (size_t i = 0; i < a->encounters.n; i++) {
        ent_encounter *e = &a->encounters.items[i];
        memcpy(to, e->participants, e->participant_count * sizeof *to);
        e->participants = to;
        to += e->participant_count;
    }
}

static sizes sizes_packed(const ent_article *article)
{
    room none = {0};
    ent_article same = *article; /* counting changes nothing */
    pack_strings(&none, &same);
    return sizes_of(article, (uint32_t)none.size);
}

size_t ent_i_article_size(const ent_article *article)
{
    sizes n = sizes_packed(article);
    return block_size(&n);
}

/* Fills the list that was laid out. */
#define PACK_LIST(list)                                                        \
    do {                                                                       \
        if (article->list.n)                                                   \
            memcpy(laid.list.items, article->list.items,                       \
                   article->list.n * sizeof *article->list.items);             \
        made->list = laid.list;                                                \
    } while (0)

ent_article *ent_i_article_pack(void *block, const ent_article *article)
{
    sizes n = sizes_packed(article);
    uint32_t *participants;
    room strings = {0};
    ent_article *made = lay_out(block, &n, &participants, &strings.at);
    const ent_article laid = *made;
    *made = *article;
    made->arena = (ent_i_arena){0};
    made->raw = (ent_i_raw){0};
    PACK_LIST(sentences);
    PACK_LIST(mentions);
    PACK_LIST(joint);
    PACK_LIST(kin);
    PACK_LIST(clusters);
    PACK_LIST(encounters);
    pack_participants(participants, made);
    pack_strings(&strings, made);
    return made;
}

/* ---- reading an article anew ---- */

/* Where names are all that is known, sentences and encounters came with the
 * input, too, and stay in the block. */
bool ent_i_article_unread(ent_article *article)
{
    const ent_article before = *article;
    size_t n = article->annotated ? article->mentions.n : 0;
    ent_mention *kept = ent_i_malloc((n + 1) * sizeof *kept);
    if (!kept)
        return false;
    for (size_t i = 0; i < n; i++) {
        kept[i] = article->mentions.items[i];
        kept[i].cluster = ENT_NONE;
    }
    ent_i_article_clear(article);
    article->mentions.items = kept;
    article->mentions.n = n;
    article->mentions.cap = n + 1; /* the list is its own, even if empty */
    if (before.names_only) {
        article->sentences.items = before.sentences.items;
        article->sentences.n = before.sentences.n;
        article->encounters.items = before.encounters.items;
        article->encounters.n = before.encounters.n;
    }
    return true;
}
