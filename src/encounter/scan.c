/* Finds the sentences that may state a contact: those with a word of contact
 * and a person, and captions. Reads each into a passage and lets the grammar
 * say what it finds. */
#include "encounter/scan.h"

#include <string.h>

#include "core/error.h"
#include "encounter/reference.h"

/* ---- which sentences ---- */

/* Works on raw tokens before anything is built, since most sentences of an
 * article stop here. */
static bool has_contact_word(const ent_i_passage *r, const ent_i_text *text)
{
    uint32_t end = text->first.items[r->sentence + 1];
    for (uint32_t i = text->first.items[r->sentence]; i < end; i++) {
        const ent_i_token *token = &text->tokens.items[i];
        size_t size = token->end - token->start;
        if (size == 1 && r->bytes[token->start] == 'e')
            return true; /* from "e-mailed" */
        if (token->kind <= ENT_I_TOKEN_UPPER && size > 2 &&
            ent_i_is_contact_word(ent_i_token_lexeme(text, token)))
            return true;
    }
    return false;
}

/* Whether the sentence is short and names two persons, as captions do. */
static bool may_be_caption(const ent_i_passage *r, const ent_i_text *text,
                           uint32_t mention)
{
    enum { CAPTION_MAX = 30 };
    const ent_article *article = r->article;
    uint32_t people = 0;
    for (; mention < article->mentions.n &&
           article->mentions.items[mention].sentence == r->sentence;
         mention++)
        people += article->mentions.items[mention].type == ENT_PERSON;
    return people > 1 &&
           text->first.items[r->sentence + 1] - text->first.items[r->sentence] <
               CAPTION_MAX;
}

/* ---- reading them ---- */

typedef struct scan {
    ent_i_passage passage;
    ent_i_outline outline;
    ENT_I_VEC(ent_i_finding) findings;
    ent_i_outline_fn *use;
    void *ctx;
} scan;

static bool add_finding(scan *s, ent_i_finding *f)
{
    f->kind = (uint8_t)ent_i_read_kind(&s->passage, f);
    f->standing = (uint8_t)ent_i_read_standing(&s->passage, f);
    return ent_i_vec_push(&s->findings, *f);
}

/* Reads each word of contact by itself. What the grammar can't read it leaves
 * out. */
static bool find_contacts(scan *s)
{
    const ent_i_passage *r = &s->passage;
    ent_i_finding finding;
    s->findings.n = 0;
    if (ent_i_read_caption(r, &finding) && !add_finding(s, &finding))
        return false;
    for (uint32_t i = 0; i < r->node_count; i++)
        if (r->nodes[i].what == ENT_I_WORD &&
            r->nodes[i].is & (ENT_I_W_CONTACT_V | ENT_I_W_CONTACT_N) &&
            ent_i_read_contact(r, i, &finding) && !add_finding(s, &finding))
            return false;
    return true;
}

/* A sentence that is too long to be one is passed over. */
static bool read_sentence(scan *s, const ent_i_text *text)
{
    ent_i_passage *r = &s->passage;
    if (!ent_i_read_nodes(r, text))
        return true;
    if (r->part == ENT_I_LIST_NONE)
        ent_i_read_references(r);
    ent_i_read_groups(r);
    if (!r->group_count)
        return true;
    if (!find_contacts(s))
        return false;
    ent_i_outline_read(&s->outline, r, s->findings.items, s->findings.n);
    return s->use(s->ctx, &s->outline);
}

static bool has_links(const ent_i_passage *r, const ent_i_text *text)
{
    for (uint32_t i = text->first.items[r->sentence];
         i < text->first.items[r->sentence + 1]; i++)
        if (text->tokens.items[i].list == ENT_I_LIST_LINKS)
            return true;
    return false;
}

/* Whether the sentence, whose mentions begin at `mention`, names persons in
 * furniture. */
static bool has_furniture(const ent_i_passage *r, uint32_t mention)
{
    const ent_article *article = r->article;
    for (; mention < article->mentions.n &&
           article->mentions.items[mention].sentence == r->sentence;
         mention++)
        if (article->mentions.items[mention].type == ENT_PERSON &&
            article->mentions.items[mention].role == ENT_ROLE_FURNITURE)
            return true;
    return false;
}

/* What the story says, then what teasers and captions of the archive say, then
 * the lists of links in the sentence. */
static bool read_parts(scan *s, const ent_i_text *text, uint32_t mention)
{
    ent_i_passage *r = &s->passage;
    r->part = ENT_I_LIST_NONE;
    r->role = ENT_ROLE_STORY;
    if (!read_sentence(s, text))
        return false;
    if (!has_furniture(r, mention))
        return true;
    r->role = ENT_ROLE_FURNITURE;
    if (!read_sentence(s, text))
        return false;
    r->part = ENT_I_LIST_LINKS;
    return !has_links(r, text) || read_sentence(s, text);
}

/* Mentions are in sentence order, so a single index moves along with them. */
static bool read_article(scan *s, const ent_article *article,
                         const ent_i_text *text)
{
    ent_i_passage *r = &s->passage;
    uint32_t mention = 0;
    r->article = article;
    for (size_t i = 0; i < article->sentences.n; i++) {
        r->sentence = (uint32_t)i;
        r->field = article->sentences.items[i].field;
        r->bytes = ent_article_field(article, r->field);
        while (mention < article->mentions.n &&
               article->mentions.items[mention].sentence < i)
            mention++;
        if ((has_contact_word(r, text) || may_be_caption(r, text, mention)) &&
            !read_parts(s, text, mention))
            return false;
    }
    return true;
}

/* One passage serves all sentences; it is too large for the stack. */
ent_status ent_i_scan(const ent_article *article, const ent_i_text *text,
                      ent_i_outline_fn *use, void *ctx, ent_error *error)
{
    if (!article->mentions.n)
        return ENT_OK;
    scan *s = ent_i_malloc(sizeof *s);
    if (!s)
        return ent_i_no_memory(error, "encounter");
    s->use = use;
    s->ctx = ctx;
    memset(&s->findings, 0, sizeof s->findings);
    bool fine = read_article(s, article, text);
    ent_i_vec_free(&s->findings);
    ent_i_free(s);
    return fine ? ENT_OK : ent_i_no_memory(error, "encounter");
}
