#include "core/sound.h"

#include <string.h>

#include "core/utf8.h"

static uint32_t field_size(const ent_article *a, uint8_t field)
{
    return field == ENT_FIELD_TITLE ? a->title_size : a->text_size;
}

static bool is_span(const ent_article *a, uint8_t field, uint32_t start,
                    uint32_t end)
{
    if (field > ENT_FIELD_TEXT || start > end || end > field_size(a, field))
        return false;
    const char *text = ent_article_field(a, (ent_field)field);
    return ent_i_is_boundary(text, start) && ent_i_is_boundary(text, end);
}

/* Days of the years that are read and written. */
static bool is_date(ent_date date)
{
    return date == ENT_NO_DATE ||
           (date >= ent_i_date(1, 1, 1) && date <= ent_i_date(9999, 12, 31));
}

/* Nor is what is no number a probability. */
static bool is_probability(float p) { return p >= 0 && p <= 1; }

static bool is_index(uint32_t i, size_t n) { return i < n; }

static bool sentence_is_sound(const ent_article *a, size_t i)
{
    const ent_sentence *s = &a->sentences.items[i];
    return is_span(a, s->field, s->start, s->end) &&
           (i == 0 || s->field > s[-1].field ||
            (s->field == s[-1].field && s->start >= s[-1].end));
}

static bool mention_is_sound(const ent_article *a, size_t i)
{
    const ent_mention *m = &a->mentions.items[i];
    return m->start < m->end && is_span(a, m->field, m->start, m->end) &&
           (m->honorific_end <= m->start ||
            m->honorific_end == m->honorific_start) && /* no title */
           is_span(a, m->field, m->honorific_start, m->honorific_end) &&
           is_index(m->sentence, a->sentences.n) &&
           a->sentences.items[m->sentence].field == m->field &&
           (m->cluster == ENT_NONE || is_index(m->cluster, a->clusters.n)) &&
           is_probability(m->confidence) && m->type < ENT_TYPE_COUNT &&
           m->role <= ENT_ROLE_FURNITURE &&
           (i == 0 || m->field > m[-1].field ||
            (m->field == m[-1].field && m->start >= m[-1].start &&
             m->sentence >= m[-1].sentence));
}

static bool kin_is_sound(const ent_article *a, size_t i)
{
    const ent_i_kin *k = &a->kin.items[i];
    return is_index(k->mention, a->mentions.n) &&
           (k->owner == ENT_NONE || is_index(k->owner, a->mentions.n));
}

static bool cluster_is_sound(const ent_article *a, size_t i)
{
    const ent_cluster *c = &a->clusters.items[i];
    return c->name && *c->name && is_probability(c->confidence) &&
           c->type < ENT_TYPE_COUNT;
}

static bool encounter_is_sound(const ent_article *a, size_t i)
{
    const ent_encounter *e = &a->encounters.items[i];
    bool sound =
        e->participant_count >= 2 && is_index(e->sentence, a->sentences.n) &&
        is_span(a, e->field, e->start, e->end) && is_date(e->when) &&
        is_date(e->when_first) && is_date(e->when_last) &&
        e->when_first <= e->when_last && is_probability(e->confidence) &&
        e->kind < ENT_KIND_COUNT && e->standing < ENT_STANDING_COUNT &&
        e->form < ENT_FORM_COUNT && e->weak < 1 << ENT_WEAK_COUNT &&
        e->when_from < ENT_WHEN_FROM_COUNT;
    for (uint32_t k = 0; sound && k < e->participant_count; k++)
        sound = is_index(e->participants[k], a->mentions.n);
    return sound;
}

static bool itself_is_sound(const ent_article *a)
{
    return a->id && a->title && a->text && strlen(a->title) == a->title_size &&
           strlen(a->text) == a->text_size && is_date(a->date) &&
           is_date(a->fetched);
}

static bool all_are_sound(const ent_article *a, size_t n,
                          bool is_sound(const ent_article *, size_t))
{
    for (size_t i = 0; i < n; i++)
        if (!is_sound(a, i))
            return false;
    return true;
}

bool ent_i_article_is_sound(const ent_article *a)
{
    for (size_t i = 0; i < a->joint.n; i++)
        if (!is_index(a->joint.items[i], a->mentions.n))
            return false;
    return itself_is_sound(a) &&
           all_are_sound(a, a->sentences.n, sentence_is_sound) &&
           all_are_sound(a, a->mentions.n, mention_is_sound) &&
           all_are_sound(a, a->kin.n, kin_is_sound) &&
           all_are_sound(a, a->clusters.n, cluster_is_sound) &&
           all_are_sound(a, a->encounters.n, encounter_is_sound);
}
