/* A record is
 *   the version            one byte
 *   a hash of what follows eight bytes, little-endian
 *   sizes                  of the strings in bytes, of the lists in items
 *   strings                each ended by NUL; the text is one of them
 *   the article, and each list, member by member (codec.h) */
#include "core/record.h"

#include <string.h>

#include "core/codec.h"
#include "core/error.h"
#include "core/map.h"
#include "core/pack.h"
#include "core/sound.h"
#include "core/utf8.h"

enum { HEAD = 9 };

#define BROKEN                                                                 \
    "expected an article as this version keeps them, found other bytes"

/* ---- the structs ---- */

/* The id is often the path, which is then kept once. */
static void whole(ent_i_codec *c, ent_article *a)
{
    bool named_by_path = a->id == a->path;
    ent_i_code_string(c, &a->text); /* first: see ent_i_record_text */
    ent_i_code_string(c, &a->path);
    ent_i_code_flag(c, &named_by_path);
    if (!named_by_path)
        ent_i_code_string(c, &a->id);
    else if (!c->out)
        a->id = a->path;
    const char **const others[] = {
        &a->title,    &a->text,       &a->source,        &a->url,
        &a->language, &a->author,     &a->language_from, &a->date_from,
        &a->format,   &a->title_from, &a->text_from,     &a->left_out};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ent_i_code_string(c, others[i]);
    ent_i_code_number(c, &a->title_size);
    ent_i_code_number(c, &a->text_size);
    ent_i_code_date(c, &a->fetched);
    ent_i_code_date(c, &a->date);
    ent_i_code_flag(c, &a->format_given);
    ent_i_code_flag(c, &a->title_in_text);
    ent_i_code_flag(c, &a->names_only);
    ent_i_code_flag(c, &a->annotated);
}

static void sentence(ent_i_codec *c, ent_sentence *s,
                     const ent_sentence *before)
{
    ent_i_code_follows(c, &s->start, before->end);
    ent_i_code_follows(c, &s->end, s->start);
    ent_i_code_follows(c, &s->paragraph, before->paragraph);
    ent_i_code_small(c, &s->field);
    ent_i_code_size_of(c, &s->size, sizeof *s);
}

static void mention(ent_i_codec *c, ent_mention *m, const ent_mention *before)
{
    ent_i_code_follows(c, &m->start, before->end);
    ent_i_code_follows(c, &m->end, m->start);
    ent_i_code_precedes(c, &m->honorific_start, m->start);
    ent_i_code_follows(c, &m->honorific_end, m->honorific_start);
    ent_i_code_follows(c, &m->sentence, before->sentence);
    ent_i_code_number_or_none(c, &m->cluster);
    ent_i_code_fraction(c, &m->confidence);
    ent_i_code_small(c, &m->type);
    ent_i_code_small(c, &m->role);
    ent_i_code_small(c, &m->field);
    ent_i_code_size_of(c, &m->size, sizeof *m);
    if (!c->out) /* its role has been told for good */
        m->role_stated = false;
}

static void kinship(ent_i_codec *c, ent_i_kin *k)
{
    ent_i_code_number(c, &k->mention);
    ent_i_code_number_or_none(c, &k->owner);
}

static void cluster(ent_i_codec *c, ent_cluster *k)
{
    ent_i_code_string(c, &k->name);
    ent_i_code_string(c, &k->honorific);
    ent_i_code_number(c, &k->mentions);
    ent_i_code_fraction(c, &k->confidence);
    ent_i_code_small(c, &k->type);
    ent_i_code_size_of(c, &k->size, sizeof *k);
}

static void participants(ent_i_codec *c, ent_encounter *e)
{
    ent_i_code_number(c, &e->participant_count);
    if (!c->out) {
        if (e->participant_count > c->participants_left)
            c->failed = true, e->participant_count = 0;
        e->participants = c->participants;
        c->participants += e->participant_count;
        c->participants_left -= e->participant_count;
    }
    for (uint32_t i = 0; i < e->participant_count; i++) {
        uint32_t mentioned = c->out ? e->participants[i] : 0;
        ent_i_code_number(c, &mentioned);
        if (!c->out)
            c->participants[(ptrdiff_t)i - e->participant_count] = mentioned;
    }
}

static void encounter(ent_i_codec *c, ent_encounter *e)
{
    participants(c, e);
    ent_i_code_number(c, &e->sentence);
    ent_i_code_number(c, &e->start);
    ent_i_code_follows(c, &e->end, e->start);
    ent_i_code_string(c, &e->when_text);
    ent_i_code_string(c, &e->where);
    ent_i_code_date(c, &e->when);
    ent_i_code_date(c, &e->when_first);
    ent_i_code_date(c, &e->when_last);
    ent_i_code_fraction(c, &e->confidence);
    uint8_t *const kinds[] = {&e->kind, &e->standing, &e->field,
                              &e->form, &e->weak,     &e->when_from};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        ent_i_code_small(c, kinds[i]);
    ent_i_code_size_of(c, &e->size, sizeof *e);
}

static void everything(ent_i_codec *c, ent_article *a)
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
        ent_i_code_number(c, &a->joint.items[i]);
    for (size_t i = 0; i < a->kin.n && !c->failed; i++)
        kinship(c, &a->kin.items[i]);
    for (size_t i = 0; i < a->clusters.n && !c->failed; i++)
        cluster(c, &a->clusters.items[i]);
    for (size_t i = 0; i < a->encounters.n && !c->failed; i++)
        encounter(c, &a->encounters.items[i]);
}

static void all_sizes(ent_i_codec *c, ent_i_sizes *n)
{
    uint32_t *const each[] = {&n->strings,    &n->sentences,   &n->mentions,
                              &n->joint,      &n->kin,         &n->clusters,
                              &n->encounters, &n->participants};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++)
        ent_i_code_number(c, each[i]);
}

/* ---- writing ---- */

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
    ent_i_codec c = {.out = &numbers, .out_strings = &strings};
    ent_article copy = *article; /* shares the lists, which stay as they are */
    char head[HEAD] = "";
    size_t start = out->n;
    everything(&c, &copy);
    ent_i_sizes n = ent_i_sizes_of(article, (uint32_t)strings.n);
    ent_i_codec after_head = {.out = out};
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
static bool sizes_fit(const ent_i_sizes *n, size_t left)
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

/* NULL when memory is out. */
static ent_article *make_block(ent_i_codec *c, const ent_i_sizes *n)
{
    void *block = ent_i_malloc(ent_i_block_size(n));
    char *strings;
    if (!block)
        return NULL;
    ent_article *a = ent_i_lay_out(block, n, &c->participants, &strings);
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
    ent_i_codec c = {0};
    ent_i_sizes n = {0};
    bool ok = is_record(bytes, size);
    if (ok) {
        c.at = bytes + HEAD;
        c.end = bytes + size;
        all_sizes(&c, &n);
    }
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
    ent_i_codec c = {.at = bytes + HEAD, .end = bytes + size};
    ent_i_sizes n;
    all_sizes(&c, &n);
    return (size_t)(c.at - bytes);
}
