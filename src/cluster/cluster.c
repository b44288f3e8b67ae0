/* Groups the mentions of one article into clusters. */
#include <string.h>

#include "cluster/cluster.h"
#include "cluster/group.h"
#include "core/error.h"
#include "names/fold.h"

/* The text is borrowed from the article, which outlives the grouping. */
uint32_t ent_i_group_add(ent_i_grouping *g, const char *text, uint32_t size,
                         const ent_i_name *name)
{
    ent_i_group group = {.text = text,
                         .size = size,
                         .last = ENT_NONE,
                         .cluster = ENT_NONE,
                         .confidence = 1};
    if (name) {
        group.name = *name;
        group.gender = name->gender;
    }
    return ent_i_vec_push(&g->groups, group) ? (uint32_t)g->groups.n - 1
                                             : ENT_NONE;
}

/* ---- forms ---- */

/* Mentions with the same text, type and role are one form, so that each form is
 * parsed and compared only once. */
static bool add_form(ent_i_grouping *g, ent_i_strmap *map, uint32_t index)
{
    const ent_mention *m = &g->article->mentions.items[index];
    const char *text =
        ent_article_field(g->article, (ent_field)m->field) + m->start;
    uint32_t size = m->end - m->start;
    char key[ENT_I_NAME_ROOM + 2];
    /* Text too long for a key is no name, but its beginning can stand for
     * it. */
    size_t kept = size < ENT_I_NAME_ROOM ? size : ENT_I_NAME_ROOM;
    key[0] = (char)('a' + m->type);
    key[1] = (char)('a' + m->role);
    memcpy(key + 2, text, kept);
    uint32_t *found =
        ent_i_strmap_put(map, key, kept + 2, (uint32_t)g->forms.n);
    if (!found)
        return false;
    g->form_of[index] = *found;
    if (*found == g->forms.n) {
        ent_i_form form = {.text = text,
                           .size = size,
                           .first = index,
                           .group = ENT_NONE,
                           .type = m->type,
                           .role = m->role};
        if (m->type == ENT_PERSON)
            ent_i_name_parse(&form.name, text, size);
        if (!ent_i_vec_push(&g->forms, form))
            return false;
    }
    g->forms.items[*found].count++;
    return true;
}

static bool gather_forms(ent_i_grouping *g)
{
    ent_i_strmap map = {0};
    bool ok = true;
    for (uint32_t i = 0; ok && i < g->article->mentions.n; i++)
        ok = add_form(g, &map, i);
    ent_i_strmap_free(&map);
    return ok;
}

/* The only fuller name of a person in the same role that ends in this word, or
 * NULL. */
static const ent_i_form *fuller(const ent_i_grouping *g, const ent_i_form *word)
{
    const ent_i_form *found = NULL;
    bool single = !memchr(word->text, ' ', word->size);
    for (size_t i = 0; single && i < g->forms.n; i++) {
        const ent_i_form *f = &g->forms.items[i];
        if (f->role != word->role || f->type != ENT_PERSON ||
            f->size <= word->size || f->text[f->size - word->size - 1] != ' ' ||
            memcmp(f->text + f->size - word->size, word->text, word->size) != 0)
            continue;
        if (found)
            return NULL;
        found = f;
    }
    return found;
}

/* Surnames outside the story go with the full names of the same role. */
static void join_others(ent_i_grouping *g)
{
    for (size_t i = 0; i < g->forms.n; i++) {
        ent_i_form *form = &g->forms.items[i];
        if (form->role == ENT_ROLE_STORY || form->type != ENT_PERSON)
            continue;
        const ent_i_form *full = fuller(g, form);
        if (full)
            form->group = full->group;
    }
}

/* Names outside the story stand for themselves. */
static bool group_others(ent_i_grouping *g)
{
    for (size_t i = 0; i < g->forms.n; i++) {
        ent_i_form *form = &g->forms.items[i];
        if (form->role == ENT_ROLE_STORY)
            continue;
        form->group = ent_i_group_add(g, form->text, form->size, NULL);
        if (form->group == ENT_NONE)
            return false;
    }
    join_others(g);
    return true;
}

/* ---- clusters ---- */

/* The name to show, in the article's arena; NULL when memory runs out. */
static char *shown_name(ent_i_arena *arena, const char *text, size_t size)
{
    char *name = ent_i_arena_alloc(arena, size + 1);
    if (name)
        ent_i_single_blanks(text, size, name, size + 1);
    return name;
}

/* A person's name in the order of speech; longer than any of them it is left
 * alone. */
static char *shown_person(ent_i_arena *arena, const char *text, size_t size)
{
    char turned[ENT_I_NAME_ROOM];
    size_t n = ent_i_name_turn(text, size, turned, sizeof turned);
    return n ? shown_name(arena, turned, n) : shown_name(arena, text, size);
}

/* Made by the first mention that needs it, so that clusters follow the order of
 * the text and none is empty. */
static ent_cluster *cluster_of(ent_i_grouping *g, const ent_mention *m,
                               ent_i_group *group)
{
    ent_article *article = g->article;
    if (group->cluster == ENT_NONE) {
        ent_cluster cluster = {.type = m->type, .size = sizeof cluster};
        cluster.name = (m->type == ENT_PERSON ? shown_person : shown_name)(
            &article->arena, group->text, group->size);
        if (!cluster.name || !ent_i_vec_push(&article->clusters, cluster))
            return NULL;
        group->cluster = (uint32_t)article->clusters.n - 1;
    }
    return &article->clusters.items[group->cluster];
}

/* Keeps the first title given to somebody, which is the full one: later
 * mentions have "Mr." or none. */
static bool make_clusters(ent_i_grouping *g)
{
    ent_article *article = g->article;
    for (size_t i = 0; i < article->mentions.n; i++) {
        ent_mention *m = &article->mentions.items[i];
        ent_i_group *group = &g->groups.items[g->group_of[i]];
        ent_cluster *cluster = cluster_of(g, m, group);
        if (!cluster)
            return false;
        m->cluster = group->cluster;
        cluster->mentions++;
        cluster->confidence = group->confidence;
        if (cluster->honorific || m->honorific_end <= m->honorific_start)
            continue;
        const char *field = ent_article_field(article, (ent_field)m->field);
        cluster->honorific =
            shown_name(&article->arena, field + m->honorific_start,
                       m->honorific_end - m->honorific_start);
        if (!cluster->honorific)
            return false;
    }
    return true;
}

/* Short names of persons are grouped mention by mention, all other forms as a
 * whole. */
static bool group_all(ent_i_grouping *g)
{
    size_t n = g->article->mentions.n;
    g->form_of = ent_i_malloc(n * sizeof *g->form_of);
    g->group_of = ent_i_malloc(n * sizeof *g->group_of);
    if (!g->form_of || !g->group_of || !gather_forms(g) ||
        !ent_i_couple_forms(g) || !ent_i_reign_forms(g))
        return false;
    ent_i_letter_forms(g);
    if (!group_others(g) || !ent_i_group_persons(g) || !ent_i_group_things(g))
        return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t whole = g->forms.items[g->form_of[i]].group;
        if (whole != ENT_NONE)
            g->group_of[i] = whole;
    }
    return make_clusters(g);
}

ent_status ent_i_cluster_article(ent_article *article, const ent_i_text *text,
                                 ent_error *error)
{
    ent_i_grouping g = {.article = article, .text = text};
    article->clusters.n = 0;
    bool ok = article->mentions.n == 0 || group_all(&g);
    ent_i_free(g.form_of);
    ent_i_free(g.group_of);
    ent_i_vec_free(&g.forms);
    ent_i_vec_free(&g.groups);
    return ok ? ENT_OK : ent_i_no_memory(error, "resolve");
}
