/* A firm taken for a person is a wrong node; a person taken for a firm is
 * missed in every tie. So the form of the name decides, or two signs together,
 * and never against a title or somebody named in full. */
#include "recognise/firms.h"

#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "recognise/given.h"
#include "recognise/place.h"

/* As sure as what a noun says. */
static const float SETTLED = 0.88f;

typedef struct reading {
    ent_article *article;
    const ent_i_text *text;
    const ent_i_gazetteer *gazetteer;
    ent_i_strmap known; /* last words of full names -> number of mentions */
    ENT_I_VEC(uint32_t) firms; /* mentions, once they don't move */
} reading;

static ent_mention *mention(const reading *r, size_t k)
{
    return &r->article->mentions.items[k];
}

static bool find(ent_i_place *p, const reading *r, size_t k)
{
    return ent_i_place_find(p, r->article, r->text, mention(r, k));
}

static bool is_untitled(const ent_mention *m)
{
    return m->honorific_start == m->honorific_end;
}

static bool is_person(const ent_mention *m)
{
    return m->type == ENT_PERSON && is_untitled(m);
}

static void settle(ent_mention *m)
{
    m->type = ENT_ORG;
    m->confidence = m->confidence > SETTLED ? m->confidence : SETTLED;
}

static bool is_legal_form(const ent_i_place *p, size_t i)
{
    unsigned form = ENT_I_ORG_FIRM | ENT_I_ORG_SMALL;
    return i < p->count && ent_i_is_name_word(&p->tokens[i]) &&
           (ent_i_place_organisation(p, i) & form) == form;
}

/* ---- who is named in full ---- */

static bool know(reading *r, size_t k)
{
    ent_i_place p;
    const ent_mention *m = mention(r, k);
    if (m->type != ENT_PERSON || !find(&p, r, k) ||
        (p.end == p.first + 1 && is_untitled(m)))
        return true;
    const ent_i_token *last = &p.tokens[p.end - 1];
    uint32_t *n = ent_i_strmap_put(&r->known, p.bytes + last->start,
                                   ent_i_token_size(last), 0);
    if (n)
        ++*n;
    return n != NULL;
}

/* How many full or titled names of persons end with token i's word. */
static uint32_t bearers(const reading *r, const ent_i_place *p, size_t i)
{
    uint32_t n = ent_i_strmap_get(&r->known, p->bytes + p->tokens[i].start,
                                  ent_i_token_size(&p->tokens[i]));
    return n == ENT_I_ABSENT ? 0 : n;
}

/* Whether token i can be the surname of somebody who isn't in the article. */
static bool is_strange(const reading *r, const ent_i_place *p, size_t i)
{
    return bearers(r, p, i) == 0 && !ent_i_is_given_word(p, r->gazetteer, i);
}

/* ---- the form of a name ---- */

/* Whether mention k begins at token i. */
static bool begins_at(const reading *r, size_t k, const ent_mention *before,
                      const ent_i_place *p, size_t i)
{
    return k < r->article->mentions.n &&
           mention(r, k)->field == before->field &&
           mention(r, k)->start == p->tokens[i].start;
}

static bool same_word(const ent_i_place *p, size_t i, size_t j)
{
    size_t size = ent_i_token_size(&p->tokens[i]);
    return size == ent_i_token_size(&p->tokens[j]) &&
           memcmp(p->bytes + p->tokens[i].start, p->bytes + p->tokens[j].start,
                  size) == 0;
}

/* "Roe & Dunn", but not "Ann & Ben" or "Sens Roe & Dunn". */
static bool are_partners(const reading *r, const ent_i_place *a,
                         const ent_i_place *b)
{
    if (a->end != a->first + 1 || b->end != b->first + 1 ||
        (a->first && ent_i_is_name_word(&a->tokens[a->first - 1])))
        return false;
    return same_word(a, a->first, b->first) ||
           (is_strange(r, a, a->first) && is_strange(r, b, b->first));
}

/* Joins mention k to the next one over "&" when both are one firm's. */
static void join(reading *r, size_t k)
{
    ent_i_place a, b;
    ent_mention *m = mention(r, k);
    if (m->type > ENT_ORG || !is_untitled(m) || !find(&a, r, k) ||
        a.end + 1 >= a.count || !ent_i_place_is(&a, a.end, "&") ||
        !begins_at(r, k + 1, m, &a, a.end + 1) || !find(&b, r, k + 1))
        return;
    size_t end = b.end, comma = end < b.count && ent_i_place_is(&b, end, ",");
    if (is_legal_form(&b, end + comma))
        end += comma + 1;
    bool person = m->type == ENT_PERSON || m[1].type == ENT_PERSON;
    if (!is_legal_form(&b, end - 1) && !(person && are_partners(r, &a, &b)))
        return;
    settle(m);
    m->end = b.tokens[end - 1].end;
    size_t after = k + 2;
    memmove(m + 1, m + 2, (r->article->mentions.n - after) * sizeof *m);
    r->article->mentions.n--;
}

/* Whether "&" joins two names, as it doesn't in "Roe & Co." */
static bool has_ampersand(const ent_i_place *p)
{
    for (size_t i = p->first + 1; i + 1 < p->end; i++)
        if (ent_i_place_is(p, i, "&"))
            return !ent_i_place_organisation(p, i + 1);
    return false;
}

/* Whether mention k is an organisation of several names. */
static bool is_partnership(const reading *r, size_t k, ent_i_place *p)
{
    return mention(r, k)->type == ENT_ORG && find(p, r, k) && has_ampersand(p);
}

/* Whether the name before a comma may be that of a first partner. A form in law
 * allows more: "Pfizer, Roe & Dunn" are two firms. */
static bool may_be_partner(const reading *r, const ent_mention *m,
                           const ent_i_place *p, bool legal)
{
    return legal ? bearers(r, p, p->first) == 0
                 : m->type == ENT_PERSON && is_strange(r, p, p->first);
}

/* Puts "Cole," before "Hart & Dunn"; returns how many mentions it took. */
static size_t reach_back(reading *r, size_t k)
{
    ent_i_place p, q;
    size_t taken = 0;
    if (!is_partnership(r, k, &p))
        return 0;
    bool legal = is_legal_form(&p, p.end - 1);
    if (!legal && same_word(&p, p.first, p.end - 1))
        return 0; /* "Pfizer, Roe & Roe" are two */
    while (k > taken && p.first > 1 && ent_i_place_is(&p, p.first - 1, ",")) {
        const ent_mention *before = mention(r, k - taken - 1);
        if (before->type > ENT_ORG || !is_untitled(before) ||
            !find(&q, r, k - taken - 1) || q.tokens != p.tokens ||
            q.end != p.first - 1 || q.end != q.first + 1 ||
            !may_be_partner(r, before, &q, legal))
            break;
        p.first = q.first;
        taken++;
    }
    mention(r, k)->start = p.tokens[p.first].start;
    if (taken)
        settle(mention(r, k));
    return taken;
}

static void join_forms(reading *r)
{
    ent_mention *items = r->article->mentions.items;
    for (size_t k = 0; k + 1 < r->article->mentions.n; k++)
        join(r, k);
    size_t kept = 0;
    for (size_t k = 0; k < r->article->mentions.n; k++) {
        size_t taken = reach_back(r, k);
        kept -= taken;
        items[kept++] = items[k];
    }
    r->article->mentions.n = kept;
}

/* ---- what is said ---- */

static bool is_deed(const ent_i_place *p, size_t i)
{
    return i < p->count && p->tokens[i].kind == ENT_I_TOKEN_LOWER &&
           ent_i_place_organisation(p, i) & ENT_I_ORG_DEALS;
}

static bool is_owned(const ent_i_place *p, size_t i)
{
    return i < p->count && p->tokens[i].kind == ENT_I_TOKEN_LOWER &&
           ent_i_place_organisation(p, i) & ENT_I_ORG_OWNED;
}

/* Tells "Roe shares fell" from "Roe shares his views". */
static bool is_predicate(const ent_i_place *p, size_t i)
{
    return i < p->count && p->tokens[i].kind == ENT_I_TOKEN_LOWER &&
           ent_i_place_word(p, i)->grammar & (ENT_I_W_VERB | ENT_I_W_AUX);
}

/* "Karl Roe shares fell", "Karl Roe closed shops", if the article names no
 * other Roe and Roe no second time. */
static bool is_said_of_firms(const reading *r, const ent_i_place *p)
{
    size_t i = p->end;
    if (p->first && ent_i_is_name_word(&p->tokens[p->first - 1]) &&
        p->tokens[p->first].glued)
        return false;
    if (bearers(r, p, i - 1) > (p->end > p->first + 1))
        return false;
    return (is_owned(p, i) && is_predicate(p, i + 1)) ||
           (is_deed(p, i) && is_owned(p, i + 1));
}

/* ---- the company it keeps ---- */

/* Whether the other mention follows in the same list; *end is behind the one
 * before it. */
static bool is_next(const ent_i_place *p, size_t end, const ent_i_place *next)
{
    if (p->tokens != next->tokens || end >= p->count)
        return false;
    size_t i = end + ent_i_place_is(p, end, ",");
    i += i < p->count && ent_i_place_has(p, i, ENT_I_U_AND);
    return i > end && i == next->first;
}

static bool is_bare_list_item(const reading *r, size_t k)
{
    return mention(r, k)->type <= ENT_ORG && is_untitled(mention(r, k));
}

/* How many mentions from k on are one list of persons and firms; p becomes the
 * place of the last. */
static size_t list_from(const reading *r, size_t k, ent_i_place *p)
{
    size_t n = 1;
    ent_i_place next;
    if (!is_bare_list_item(r, k) || !find(p, r, k))
        return 1;
    while (k + n < r->article->mentions.n && is_bare_list_item(r, k + n) &&
           find(&next, r, k + n) && is_next(p, p->end, &next)) {
        *p = next;
        n++;
    }
    return n;
}

static bool has_given(const ent_i_place *p, size_t i)
{
    return ent_i_place_word(p, i)->given_gender != 0;
}

/* Whether the name looks like a person's, by its first word; "Morgan Stanley",
 * of two given names, is less of one than "Morgan Dunn". */
static bool looks_personal(const ent_i_place *p,
                           const ent_i_gazetteer *gazetteer)
{
    return (has_given(p, p->first) ||
            ent_i_is_given_word(p, gazetteer, p->first)) &&
           !has_given(p, p->end - 1);
}

/* Whether nothing says that the name is a person's. In sure company the model's
 * list, which has many surnames as given names too, says nothing. */
static bool may_be_firm(const reading *r, size_t k, bool sure)
{
    const ent_i_gazetteer *gazetteer = sure ? NULL : r->gazetteer;
    ent_i_place p;
    return is_person(mention(r, k)) && find(&p, r, k) && p.end > p.first + 1 &&
           bearers(r, &p, p.end - 1) == 1 && !looks_personal(&p, gazetteer);
}

/* What a list says of its names. */
typedef enum company { NO_COMPANY, FIRMS, SURE_FIRMS } company;

/* "Roe Dunn, Echo and Hart Cole lent the money"; sure: "hired Roe Dunn and
 * Cole, Hart & Dunn LLP". */
static company company_of(const reading *r, size_t k, size_t n,
                          const ent_i_place *last)
{
    bool firm = false;
    ent_i_place p;
    for (size_t i = k; i < k + n; i++) {
        if (is_partnership(r, i, &p) && is_legal_form(&p, p.end - 1))
            return SURE_FIRMS;
        firm = firm || mention(r, i)->type == ENT_ORG;
    }
    return firm && n > 2 && is_deed(last, last->end) ? FIRMS : NO_COMPANY;
}

static bool add_firm(reading *r, size_t k)
{
    settle(mention(r, k));
    return ent_i_vec_push(&r->firms, (uint32_t)k);
}

static bool read_lists(reading *r)
{
    ent_i_place last;
    for (size_t k = 0, n; k < r->article->mentions.n; k += n) {
        n = list_from(r, k, &last);
        company said = n < 2 ? NO_COMPANY : company_of(r, k, n, &last);
        for (size_t i = k; said && i < k + n; i++)
            if (may_be_firm(r, i, said == SURE_FIRMS) && !add_firm(r, i))
                return false;
    }
    return true;
}

static bool same_words(const ent_i_place *p, size_t i, const ent_i_place *q,
                       size_t j)
{
    size_t size = ent_i_token_size(&p->tokens[i]);
    return size == ent_i_token_size(&q->tokens[j]) &&
           memcmp(p->bytes + p->tokens[i].start, q->bytes + q->tokens[j].start,
                  size) == 0;
}

/* Whether a title stands before a name that ends with token i's word. */
static bool has_titled_bearer(const reading *r, const ent_i_place *p, size_t i)
{
    ent_i_place q;
    for (size_t k = 0; k < r->article->mentions.n; k++)
        if (mention(r, k)->type == ENT_PERSON && !is_untitled(mention(r, k)) &&
            find(&q, r, k) && same_words(p, i, &q, q.end - 1))
            return true;
    return false;
}

/* "Morgan Stanley", unless the article has a Mr. Stanley; "Monsanto", unless it
 * names anybody of that surname in full. */
static bool is_well_known(const reading *r, const ent_i_place *p)
{
    const char *name = p->bytes + p->tokens[p->first].start;
    size_t size = (size_t)(p->bytes + p->tokens[p->end - 1].end - name);
    bool one = p->end == p->first + 1;
    return ent_i_is_firm(r->text->book->lexicon, name, size) &&
           !has_titled_bearer(r, p, p->end - 1) &&
           !(one && bearers(r, p, p->first));
}

static bool read_sayings(reading *r)
{
    ent_i_place p;
    for (size_t k = 0; k < r->article->mentions.n; k++) {
        bool firm = is_person(mention(r, k)) && find(&p, r, k) &&
                    (is_well_known(r, &p) || is_said_of_firms(r, &p));
        if (firm && !add_firm(r, k))
            return false;
        if (is_partnership(r, k, &p) && !ent_i_vec_push(&r->firms, (uint32_t)k))
            return false;
    }
    return true;
}

/* ---- short forms ---- */

/* The next token of the name that is a word; p->end when there is none. */
static size_t next_word(const ent_i_place *p, size_t i)
{
    while (i < p->end && !ent_i_is_name_word(&p->tokens[i]))
        i++;
    return i;
}

/* Whether the firm's name begins with all words of the mention; *apart when
 * something stands between them there, as in "Cole, Hart & Dunn". */
static bool begins_with(const ent_i_place *firm, const ent_i_place *p,
                        bool *apart)
{
    size_t last = firm->first;
    *apart = false;
    for (size_t i = p->first; i < p->end; i++) {
        size_t j = next_word(firm, last + (i > p->first));
        if (j == firm->end || !same_words(p, i, firm, j))
            return false;
        *apart = *apart || j > last + 1;
        last = j;
    }
    return true;
}

/* "Cole Hart", "Gibson Dunn", but not the "Ann Roe" of "Ann Roe & Dunn". */
static bool is_short_form(const reading *r, const ent_i_place *p)
{
    ent_i_place firm;
    bool apart, one = p->end == p->first + 1;
    for (size_t i = 0; i < r->firms.n; i++)
        if (find(&firm, r, r->firms.items[i]) && begins_with(&firm, p, &apart))
            return (apart && !one) || !has_ampersand(&firm) ||
                   is_strange(r, p, p->first);
    return false;
}

static void settle_short_forms(reading *r)
{
    ent_i_place p;
    for (size_t k = 0; k < r->article->mentions.n && r->firms.n; k++)
        if (is_person(mention(r, k)) && find(&p, r, k) && is_short_form(r, &p))
            settle(mention(r, k));
}

ent_status ent_i_firms_apply(ent_article *article, const ent_i_text *text,
                             const ent_i_gazetteer *gazetteer, ent_error *error)
{
    reading r = {.article = article, .text = text, .gazetteer = gazetteer};
    bool ok = true;
    for (size_t k = 0; ok && k < article->mentions.n; k++)
        ok = know(&r, k);
    if (ok)
        join_forms(&r);
    ok = ok && read_sayings(&r) && read_lists(&r);
    if (ok)
        settle_short_forms(&r);
    ent_i_vec_free(&r.firms);
    ent_i_strmap_free(&r.known);
    return ok ? ENT_OK : ent_i_no_memory(error, "recognise");
}
