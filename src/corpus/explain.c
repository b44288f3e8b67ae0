/* Explains to people why names were brought together. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "corpus/decisions.h"

static const char *const reasons[] = {
    [ENT_BY_ITSELF] = "the name itself",
    [ENT_BY_SPELLING] = "another spelling, initial or middle name",
    [ENT_BY_ONLY] = "nobody else here has this name",
    [ENT_BY_HABIT] = "articles with the full name mostly mean this actor",
    [ENT_BY_CONTEXT] = "the names around it are those around this actor",
    [ENT_BY_KIND] = "no person: nobody speaks or has a title under this name",
    [ENT_BY_FILE] = "the alias file says so",
    [ENT_BY_STATEMENT] = "an article says that both names are this person's",
    [ENT_BY_POST] = "others have this name, too, but not the post beside it",
};

const char *ent_i_reason_text(ent_reason reason) { return reasons[reason]; }

/* Hundredths print with a point in any locale. */
static int hundredths(double confidence)
{
    int value = (int)(confidence * 100 + 0.5);
    return value > 100 ? 100 : value;
}

/* First what the actor is, then why. */
static bool add_head(ent_i_string *out, const ent_corpus *corpus,
                     const ent_actor *actor)
{
    const ent_actor *likely = ent_corpus_actor(corpus, actor->likely);
    return ent_i_string_addf(
               out, "%s (%s), %s: %u mention%s in %u article%s%s%s\n",
               actor->label, actor->id, ent_type_name((ent_type)actor->type),
               (unsigned)actor->mentions, actor->mentions == 1 ? "" : "s",
               (unsigned)actor->articles, actor->articles == 1 ? "" : "s",
               actor->curated ? ", decided by the alias file" : "",
               actor->dropped ? ", left out of the network" : "") &&
           (!likely ||
            ent_i_string_addf(out, "  perhaps %s: not certain enough to say\n",
                              likely->label));
}

/* Names an example, so that a wrong decision can be looked up. */
static bool add_decision(ent_i_string *out, const ent_corpus *corpus,
                         const ent_i_decision *d)
{
    const ent_i_known_name *node = &corpus->resolution->nodes.items[d->node];
    int share = hundredths(d->confidence);
    return ent_i_string_addf(
        out, "  \"%s\" in %u article%s, such as %s\n    %s (%d.%02d)\n",
        node->label, (unsigned)d->articles, d->articles == 1 ? "" : "s",
        ent_i_article_at(corpus, d->example)->id, reasons[d->reason],
        share / 100, share % 100);
}

/* Lists short names that may mean this actor but were left open. */
static bool add_open(ent_i_string *out, const ent_corpus *corpus,
                     uint32_t actor, const ent_i_decision_list *list)
{
    uint32_t seen = ENT_NONE;
    for (size_t i = 0; i < list->n; i++) {
        const ent_actor *other = &corpus->actors.items[list->items[i].actor];
        if (other->likely != actor || list->items[i].actor == seen)
            continue;
        seen = list->items[i].actor;
        if (!ent_i_string_addf(out, "  left open: \"%s\" (%s), %u article%s\n",
                               other->label, other->id,
                               (unsigned)other->articles,
                               other->articles == 1 ? "" : "s"))
            return false;
    }
    return true;
}

/* Decisions are sorted by weight, so the important ones come first. */
static bool explain(ent_i_string *out, const ent_corpus *corpus, uint32_t actor,
                    const ent_i_decision_list *list)
{
    bool ok = add_head(out, corpus, &corpus->actors.items[actor]);
    for (size_t i = 0; ok && i < list->n; i++)
        if (list->items[i].actor == actor)
            ok = add_decision(out, corpus, &list->items[i]);
    return ok && add_open(out, corpus, actor, list);
}

/* Written in one go: a failure leaves no partial explanation. */
ent_status ent_corpus_explain(const ent_corpus *corpus, uint32_t actor,
                              const ent_sink *sink, ent_error *error)
{
    ent_i_decision_list list = {0};
    ent_i_string text = {0};
    ent_status status = ENT_OK;
    if (!corpus->resolution || actor >= corpus->actors.n)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "resolve",
                          "expected an actor of a resolved corpus");
    if (!ent_i_decisions(&list, corpus) ||
        !explain(&text, corpus, actor, &list))
        status = ent_i_no_memory(error, "resolve");
    else if (sink->write(sink->ctx, text.items, text.n))
        status = ent_i_fail(error, ENT_ERR_IO, "resolve",
                            "cannot write the explanation");
    ent_i_vec_free(&list);
    ent_i_vec_free(&text);
    return status;
}
