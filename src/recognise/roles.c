/* Which names stand outside the story. Signals are general ones: words that
 * news sites use around bylines, credits and links (role_cues.c), agencies
 * beside a name, the place of a paragraph in the article and its size. A name
 * is taken for the story's unless one of them speaks against it. */
#include "recognise/roles.h"

#include <string.h>

#include "core/error.h"
#include "recognise/ascii.h"
#include "recognise/role_cues.h"

enum {
    SHORT_PARAGRAPH = 60, /* tokens: longer ones are prose */
    LINE = 25,            /* tokens: what a byline may have */
    HEAD_PARAGRAPHS = 4,  /* where a byline stands */
    NOTE_REACH = 14,      /* tokens from a name to "staff writer" */
    AFTERMATH = 160       /* tokens after a note on the author, at most */
};

typedef struct paragraph {
    const char *bytes; /* of the field */
    const ent_i_token *tokens;
    size_t count;
    size_t before; /* tokens of the text before it */
    size_t number; /* among the paragraphs of the text */
    uint32_t first_sentence;
    uint32_t end_sentence;
    ent_mention *mentions;
    size_t mention_count;
    bool ends; /* holds a note after which no story comes */
} paragraph;

typedef struct reading {
    ent_article *article;
    const ent_i_text *text;
    size_t tokens; /* of the text */
    ENT_I_VEC(paragraph) paragraphs;
} reading;

/* ---- tokens ---- */

static size_t length(const ent_i_token *t) { return t->end - t->start; }

static bool is(const paragraph *p, size_t i, const char *word)
{
    return i < p->count && ent_i_ascii_is(p->bytes + p->tokens[i].start,
                                          length(&p->tokens[i]), word);
}

static bool is_mark(const paragraph *p, size_t i)
{
    return p->tokens[i].kind == ENT_I_TOKEN_PUNCT;
}

static bool is_dash(const paragraph *p, size_t i)
{
    return is(p, i, "-") || is(p, i, "\xe2\x80\x94") ||
           is(p, i, "\xe2\x80\x93") || is(p, i, "--");
}

static bool is_agency(const paragraph *p, size_t i)
{
    return i < p->count && ent_i_is_agency(p->bytes + p->tokens[i].start,
                                           length(&p->tokens[i]));
}

/* The mention that holds token i, or NULL. */
static ent_mention *mention_at(const paragraph *p, size_t i)
{
    size_t low = 0, high = p->mention_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->mentions[middle].end > p->tokens[i].start)
            high = middle;
        else
            low = middle + 1;
    }
    bool found =
        low < p->mention_count && p->mentions[low].start < p->tokens[i].end;
    return found ? &p->mentions[low] : NULL;
}

static bool is_person_at(const paragraph *p, size_t i)
{
    const ent_mention *m = i < p->count ? mention_at(p, i) : NULL;
    return m && m->type == ENT_PERSON;
}

/* The first token after the mention. */
static size_t after_mention(const paragraph *p, size_t i, const ent_mention *m)
{
    while (i < p->count && p->tokens[i].start < m->end)
        i++;
    return i;
}

/* The first and one past the last token of the sentence with token i. */
static void sentence_range(const reading *r, const paragraph *p, size_t i,
                           size_t *first, size_t *end)
{
    const uint32_t *starts = r->text->first.items;
    size_t base = (size_t)(p->tokens - r->text->tokens.items);
    uint32_t s = p->first_sentence;
    while (s + 1 < p->end_sentence && starts[s + 1] <= base + i)
        s++;
    *first = starts[s] - base;
    *end = starts[s + 1] - base;
}

/* ---- giving roles ---- */

static void give_range(const paragraph *p, size_t first, size_t end,
                       ent_role role)
{
    for (size_t i = first; i < end; i++) {
        ent_mention *m = mention_at(p, i);
        if (m && m->role == ENT_ROLE_STORY)
            m->role = (uint8_t)role;
    }
}

static bool is_link(const paragraph *p, size_t i)
{
    static const char *const links[] = {",", "and", "&",  "/",  "|",  "via",
                                        ";", "for", "in", "by", ":",  "with",
                                        "(", ")",   "at", "of", "the"};
    for (size_t k = 0; k < sizeof links / sizeof *links; k++)
        if (is(p, i, links[k]))
            return true;
    return is_dash(p, i);
}

/* Gives the role to the names from token i on, as long as only links stand
 * between them; returns the token after the last name. */
static size_t give_list(const paragraph *p, size_t i, ent_role role)
{
    bool linked = true;
    size_t end = i;
    while (i < p->count) {
        ent_mention *m = mention_at(p, i);
        if (m && linked) {
            if (m->role == ENT_ROLE_STORY)
                m->role = (uint8_t)role;
            end = i = after_mention(p, i, m);
            linked = false;
        } else if (!m && is_link(p, i)) {
            linked = true;
            i++;
        } else if (!m && linked && is_agency(p, i)) {
            linked = false;
            end = ++i;
        } else {
            break;
        }
    }
    return end;
}

/* ---- cues ---- */

/* The token after the cue's words when they stand at token i, else 0. */
static size_t match(const paragraph *p, size_t i, const char *words)
{
    while (*words) {
        size_t size = strcspn(words, " ");
        if (i >= p->count || length(&p->tokens[i]) != size)
            return 0;
        char word[24];
        ent_i_ascii_lower(word, p->bytes + p->tokens[i].start,
                          size < sizeof word ? size : 0);
        if (memcmp(word, words, size) != 0)
            return 0;
        words += size + (words[size] == ' ');
        i++;
    }
    return i;
}

static bool only_marks_before(const paragraph *p, size_t first, size_t i)
{
    while (i > first)
        if (!is_mark(p, --i))
            return false;
    return true;
}

static bool has_at(const paragraph *p, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (memchr(p->bytes + p->tokens[i].start, '@', length(&p->tokens[i])))
            return true;
    return false;
}

static bool has_word(const paragraph *p, size_t first, size_t end,
                     const char *word)
{
    for (size_t i = first; i < end; i++)
        if (is(p, i, word))
            return true;
    return false;
}

static bool is_late(const reading *r, const paragraph *p)
{
    return 2 * (p->before + p->count) > r->tokens;
}

static bool begins_with_person(const paragraph *p)
{
    for (size_t i = 0; i < p->count && i < 4; i++)
        if (is_person_at(p, i))
            return true;
    return false;
}

static bool stands_right(const reading *r, const paragraph *p, size_t i,
                         unsigned where)
{
    size_t first, end;
    sentence_range(r, p, i, &first, &end);
    bool mark_before = i > 0 && is_mark(p, i - 1) && !is(p, i - 1, ",");
    return (!(where & ENT_I_CUE_START) || only_marks_before(p, 0, i)) &&
           (!(where & ENT_I_CUE_LATE) || is_late(r, p)) &&
           (!(where & ENT_I_CUE_AT) || has_at(p, first, end)) &&
           (!(where & ENT_I_CUE_OPEN) || i == first || mark_before) &&
           (!(where & ENT_I_CUE_NAMED) || begins_with_person(p)) &&
           (!(where & ENT_I_CUE_FOLLOW) || has_word(p, first, i, "follow"));
}

static void follow_cue(const reading *r, paragraph *p, size_t i, size_t end,
                       const ent_i_cue *cue)
{
    size_t first, last;
    switch ((ent_i_cue_scope)cue->scope) {
    case ENT_I_CUE_AFTER:
        give_list(p, end, (ent_role)cue->role);
        break;
    case ENT_I_CUE_SENTENCE:
        sentence_range(r, p, i, &first, &last);
        give_range(p, first, last, (ent_role)cue->role);
        break;
    case ENT_I_CUE_PARAGRAPH:
        if (p->count <= SHORT_PARAGRAPH)
            give_range(p, 0, p->count, (ent_role)cue->role);
        break;
    }
    p->ends = p->ends || cue->where & ENT_I_CUE_END;
}

static void find_cues(const reading *r, paragraph *p)
{
    for (size_t i = 0; i < p->count; i++) {
        char first[2];
        ent_i_ascii_lower(first, p->bytes + p->tokens[i].start, 1);
        size_t low = 0, high = ent_i_cue_count;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if ((unsigned char)ent_i_cues[middle].words[0] <
                (unsigned char)first[0])
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < ent_i_cue_count && ent_i_cues[low].words[0] == first[0];
             low++) {
            size_t end = match(p, i, ent_i_cues[low].words);
            if (end && stands_right(r, p, i, ent_i_cues[low].where))
                follow_cue(r, p, i, end, &ent_i_cues[low]);
        }
    }
}

/* ---- names beside an agency ---- */

/* "Jane Doe/AFP", "Jane Doe | Reuters", "Jane Doe via Getty", "(AP Photo/Jane
 * Doe)", and at a paragraph's start "Jane Doe-AGENCY for PAPER". */
static void find_agencies(const paragraph *p)
{
    for (size_t i = 0; i < p->count; i++) {
        ent_mention *m = mention_at(p, i);
        if (!m)
            continue;
        size_t end = after_mention(p, i, m);
        bool slash = is(p, end, "/");
        bool joined =
            slash || is(p, end, "|") || is(p, end, "via") || is_dash(p, end);
        const ent_mention *next =
            end + 1 < p->count && slash ? mention_at(p, end + 1) : NULL;
        bool credit = (joined && is_agency(p, end + 1)) ||
                      (next && next->type == ENT_ORG && end - i > 1) ||
                      (i > 1 && is(p, i - 1, "/") &&
                       (is(p, i - 2, "photo") || is(p, i - 2, "images") ||
                        is_agency(p, i - 2))) ||
                      (i == 0 && is_dash(p, end) && end + 2 < p->count &&
                       p->tokens[end].glued && is(p, end + 2, "for") &&
                       p->tokens[end + 1].kind == ENT_I_TOKEN_UPPER);
        if (credit)
            give_list(p, i, ENT_ROLE_CREDIT);
        i = end - 1;
    }
}

/* ---- bylines ---- */

/* What may stand after the names of a byline: the end, a mark, a number, a
 * capitalised word, or what journalists call themselves. */
static bool ends_byline(const paragraph *p, size_t i)
{
    if (i >= p->count)
        return true;
    const ent_i_token *t = &p->tokens[i];
    if (ent_i_is_possessive(p->bytes + t->start, length(t)))
        return false;
    return t->kind == ENT_I_TOKEN_NUMBER ||
           (t->kind == ENT_I_TOKEN_PUNCT && !is(p, i, ",")) ||
           ent_i_is_newsman(p->bytes + t->start, length(t)) ||
           t->kind == ENT_I_TOKEN_UPPER;
}

static void find_byline(const paragraph *p)
{
    size_t i = 0;
    while (i < p->count && is_mark(p, i))
        i++;
    if (is(p, i, "by") && is_person_at(p, i + 1)) {
        size_t end = i + 1;
        while (is_person_at(p, end)) {
            end = after_mention(p, end, mention_at(p, end));
            while (is_person_at(p, end + 1) &&
                   (is(p, end, ",") || is(p, end, "and") || is(p, end, "&")))
                end++;
        }
        bool line = p->count <= LINE && is(p, end, ",");
        if (line || ends_byline(p, end))
            give_list(p, i + 1, ENT_ROLE_BYLINE);
    } else if (is_person_at(p, i) && p->count <= LINE) {
        size_t end = after_mention(p, i, mention_at(p, i));
        size_t reach = end + 5 < p->count ? end + 5 : p->count;
        bool title = false;
        for (size_t k = end + 1; k < reach; k++)
            title = title || ent_i_is_newsman(p->bytes + p->tokens[k].start,
                                              length(&p->tokens[k]));
        if ((is(p, end, ",") || is(p, end, "|")) && title && p->count - i <= 12)
            give_list(p, i, ENT_ROLE_BYLINE);
    }
}

/* "Jane Doe is a staff writer at ..." in the last paragraph, or before others
 * that are no story. */
static bool is_author_note(const paragraph *p)
{
    if (!is_person_at(p, 0) || p->count > 2 * SHORT_PARAGRAPH)
        return false;
    size_t end = after_mention(p, 0, mention_at(p, 0));
    if (is(p, end, ","))
        end++;
    if (!is(p, end, "is") && !is(p, end, "was") && !is(p, end, "covers") &&
        !is(p, end, "writes") && !is(p, end, "a"))
        return false;
    if (is(p, end, "covers") || is(p, end, "writes"))
        return true;
    for (size_t i = end; i < p->count && i < end + NOTE_REACH; i++)
        if (ent_i_is_newsman(p->bytes + p->tokens[i].start,
                             length(&p->tokens[i])))
            return true;
    return false;
}

/* "Feb. 9 2016 1:49 PM ...": a teaser's time stamp. */
static bool is_stamped(const paragraph *p)
{
    return p->count > 5 && p->tokens[0].kind == ENT_I_TOKEN_TITLE &&
           p->tokens[1].kind == ENT_I_TOKEN_NUMBER &&
           (has_word(p, 3, 10, "pm") || has_word(p, 3, 10, "am") ||
            has_word(p, 3, 10, "p.m.") || has_word(p, 3, 10, "a.m."));
}

/* ---- the article ---- */

static size_t count_mentions(const ent_article *article, size_t from,
                             uint32_t end_sentence)
{
    size_t n = 0;
    while (from + n < article->mentions.n &&
           article->mentions.items[from + n].sentence < end_sentence)
        n++;
    return n;
}

static ent_status collect(reading *r, ent_error *error)
{
    const ent_article *article = r->article;
    size_t mention = 0;
    for (uint32_t s = 0, end; s < article->sentences.n; s = end) {
        const ent_sentence *first = &article->sentences.items[s];
        for (end = s + 1; end < article->sentences.n; end++)
            if (article->sentences.items[end].field != first->field ||
                article->sentences.items[end].paragraph != first->paragraph)
                break;
        size_t mentions = count_mentions(article, mention, end);
        const uint32_t *starts = r->text->first.items;
        paragraph p = {.bytes =
                           ent_article_field(article, (ent_field)first->field),
                       .tokens = r->text->tokens.items + starts[s],
                       .count = starts[end] - starts[s],
                       .before = r->tokens,
                       .number = r->paragraphs.n,
                       .first_sentence = s,
                       .end_sentence = end,
                       .mentions = article->mentions.items + mention,
                       .mention_count = mentions};
        mention += mentions;
        if (first->field == ENT_FIELD_TITLE)
            continue;
        r->tokens += p.count;
        if (!ent_i_vec_push(&r->paragraphs, p))
            return ent_i_no_memory(error, "recognise");
    }
    return ENT_OK;
}

/* Notes on the author stand at the very end: only paragraphs without names of
 * the story may follow. */
static void find_notes(reading *r)
{
    for (size_t i = r->paragraphs.n; i-- > 0;) {
        paragraph *p = &r->paragraphs.items[i];
        if (is_late(r, p) && is_author_note(p)) {
            give_range(p, 0, p->count, ENT_ROLE_BYLINE);
            p->ends = true;
        }
        for (size_t k = 0; k < p->mention_count; k++)
            if (p->mentions[k].role == ENT_ROLE_STORY)
                return;
    }
}

/* What follows a note on the author is furniture, when it is little. */
static void find_aftermath(reading *r)
{
    bool ended = false;
    for (size_t i = 0; i < r->paragraphs.n; i++) {
        paragraph *p = &r->paragraphs.items[i];
        if (ended)
            give_range(p, 0, p->count, ENT_ROLE_FURNITURE);
        ended =
            ended || (p->ends && r->tokens - p->before - p->count <= AFTERMATH);
    }
}

ent_status ent_i_roles_apply(ent_article *article, const ent_i_text *text,
                             ent_error *error)
{
    reading r = {.article = article, .text = text};
    if (article->mentions.n == 0 || text->first.n <= article->sentences.n)
        return ENT_OK;
    ent_status status = collect(&r, error);
    for (size_t i = 0; i < r.paragraphs.n && !status; i++) {
        paragraph *p = &r.paragraphs.items[i];
        find_cues(&r, p);
        find_agencies(p);
        if (p->number < HEAD_PARAGRAPHS || is_late(&r, p))
            find_byline(p);
        if (is_late(&r, p) && is_stamped(p))
            give_range(p, 0, p->count, ENT_ROLE_FURNITURE);
    }
    if (!status) {
        find_notes(&r);
        find_aftermath(&r);
    }
    ent_i_vec_free(&r.paragraphs);
    return status;
}
