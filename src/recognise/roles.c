/* Finds the names outside the story. The signals are general ones: words that
 * news sites use around bylines, credits and links (cues.tsv), an agency next
 * to a name, a paragraph's place in the article and its size. Without such a
 * signal a name is part of the story. */
#include "recognise/roles.h"

#include <string.h>

#include "core/ascii.h"
#include "core/error.h"
#include "lexicon/lexicon.h"
#include "recognise/place.h"

enum {
    SHORT_PARAGRAPH = 45, /* tokens: longer ones are prose */
    LINE = 25,            /* tokens: what a byline may have */
    HEAD_PARAGRAPHS = 4,  /* where a byline may stand */
    LIST = 3,             /* names, a line each, that are a list */
    NOTE_REACH = 14,      /* tokens from a name to "staff writer" */
    NOTE = 120,           /* the most tokens a note on the author may have */
    LAST_SHARE = 8,       /* the last 1/8 of the text is its end */
    AFTERMATH = 160       /* the most tokens that may follow a note on the
                             author */
};

/* News sites keep bylines, credits and links in paragraphs of their own, so
 * signals are weighed per paragraph. */
typedef struct paragraph {
    const ent_i_text *text;
    const char *bytes; /* of the field */
    const ent_i_token *tokens;
    size_t count;
    size_t before; /* tokens of the text before it */
    size_t number; /* among the paragraphs of the text */
    uint32_t first_sentence;
    uint32_t end_sentence;
    ent_mention *mentions;
    size_t mention_count;
    bool ends;   /* holds a note that ends the story */
    bool listed; /* a line of a list of persons */
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

/* Token i's word; an empty word beyond the end. */
static const ent_i_lexeme *word(const paragraph *p, size_t i)
{
    return i < p->count ? ent_i_token_lexeme(p->text, &p->tokens[i])
                        : ent_i_lexeme_of(p->text->book->lexicon, "", 0);
}

static bool is_agency(const paragraph *p, size_t i)
{
    return word(p, i)->press & ENT_I_PRESS_AGENCY;
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

/* Credits and bylines name persons; an agency next to them is a signal. */
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

/* Sets the first and one past the last token of token i's sentence. */
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

static bool is_possessive(const paragraph *p, size_t i)
{
    return i < p->count && ent_i_is_possessive(p->bytes + p->tokens[i].start,
                                               length(&p->tokens[i]));
}

static bool is_newsman(const paragraph *p, size_t i)
{
    return word(p, i)->press & ENT_I_PRESS_NEWSMAN;
}

/* ---- giving roles ---- */

/* The first signal wins, and a role from the input stays. */
static void give_range(const paragraph *p, size_t first, size_t end,
                       ent_role role)
{
    for (size_t i = first; i < end; i++) {
        ent_mention *m = mention_at(p, i);
        if (m && m->role == ENT_ROLE_STORY)
            m->role = (uint8_t)role;
    }
}

/* Whether the token joins the names of one credit: "Jane Doe and John Roe in
 * Oslo; editing by Max Poe". */
static bool is_link(const paragraph *p, size_t i)
{
    return (length(&p->tokens[i]) == 1 &&
            strchr(",&/|;:()", p->bytes[p->tokens[i].start])) ||
           word(p, i)->use & ENT_I_U_CREDIT || is_dash(p, i);
}

/* Gives the role to the names from token i on, as long as only links separate
 * them; returns the token after the last name. */
static size_t give_list(const paragraph *p, size_t i, ent_role role)
{
    /* A name that follows another without a link begins a caption or the story:
     * "Getty Images Barack Obama speaks". */
    bool linked = true;
    size_t end = i;
    while (i < p->count) {
        ent_mention *m = mention_at(p, i);
        if (m && linked && !is_possessive(p, after_mention(p, i, m))) {
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

/* The token after the cue's words if they begin at token i, else 0. */
static size_t match(const paragraph *p, size_t i, const char *words)
{
    for (; i < p->count; words++) {
        size_t size = length(&p->tokens[i]);
        if (!ent_i_ascii_begins(p->bytes + p->tokens[i].start, size, words))
            return 0;
        words += size;
        i++;
        if (!*words)
            return i;
        if (*words != ' ')
            return 0;
    }
    return 0;
}

/* Websites put bullets, dashes and brackets before such lines. */
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

static bool has_follow(const paragraph *p, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (word(p, i)->press & ENT_I_PRESS_FOLLOW)
            return true;
    return false;
}

static bool is_late(const reading *r, const paragraph *p)
{
    return 2 * (p->before + p->count) > r->tokens;
}

static bool is_last(const reading *r, const paragraph *p)
{
    return LAST_SHARE * (p->before + p->count) > (LAST_SHARE - 1) * r->tokens;
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
    /* After a comma the sentence continues, as in "fine, written by Roth". */
    bool mark_before = i > 0 && is_mark(p, i - 1) && !is(p, i - 1, ",");
    return (!(where & ENT_I_CUE_START) || only_marks_before(p, 0, i)) &&
           (!(where & ENT_I_CUE_LATE) || is_late(r, p)) &&
           (!(where & ENT_I_CUE_LAST) || is_last(r, p)) &&
           (!(where & ENT_I_CUE_AT) || has_at(p, first, end)) &&
           (!(where & ENT_I_CUE_OPEN) || i == first || mark_before) &&
           (!(where & ENT_I_CUE_NAMED) || begins_with_person(p)) &&
           (!(where & ENT_I_CUE_FOLLOW) || has_follow(p, first, i));
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
        /* Text that lost its line ends may contain the story as well. */
        if (p->count <= SHORT_PARAGRAPH)
            give_range(p, 0, p->count, (ent_role)cue->role);
        break;
    case ENT_I_CUE_WHOLE:
        if (p->count < r->tokens)
            give_range(p, 0, p->count, (ent_role)cue->role);
        break;
    }
    p->ends = p->ends || cue->where & ENT_I_CUE_END;
}

/* Cues with the same first word stand together. */
static void find_cues_at(const reading *r, paragraph *p, size_t i, uint16_t c)
{
    const ent_i_lexicon *lexicon = r->text->book->lexicon;
    for (; c < lexicon->cues_count; c++) {
        const ent_i_cue *cue = &lexicon->cues[c];
        if (!ent_i_ascii_begins(p->bytes + p->tokens[i].start,
                                length(&p->tokens[i]), cue->words))
            return;
        size_t end = match(p, i, cue->words);
        if (end && stands_right(r, p, i, cue->where))
            follow_cue(r, p, i, end, cue);
    }
}

static void find_cues(const reading *r, paragraph *p)
{
    const ent_i_word *words = r->text->book->words.items;
    for (size_t i = 0; i < p->count; i++)
        if (words[p->tokens[i].word].cue != ENT_I_NO_CUE)
            find_cues_at(r, p, i, words[p->tokens[i].word].cue);
}

/* ---- names beside an agency ---- */

static bool is_capital(const paragraph *p, size_t i)
{
    return i < p->count && (p->tokens[i].kind == ENT_I_TOKEN_TITLE ||
                            p->tokens[i].kind == ENT_I_TOKEN_UPPER);
}

/* "Jane Doe/AFP", "Jane Doe | Reuters", "Jane Doe via Getty"; the mark is token
 * i. */
static bool agency_follows(const paragraph *p, size_t i)
{
    return (is(p, i, "/") || is_dash(p, i) || is(p, i, "|") ||
            word(p, i)->use & ENT_I_U_VIA) &&
           is_agency(p, i + 1);
}

/* "Jane Doe/The Daily News", "Jane Doe-The Daily News/AFP". A slash or dash
 * between two persons or before a place is part of the story, unless the next
 * word is in capitals. */
static bool paper_follows(const paragraph *p, size_t i)
{
    bool slash = is(p, i, "/"), dash = is_dash(p, i);
    if (!(slash || dash) || !is_capital(p, i + 1) ||
        !(p->tokens[i].glued || p->tokens[i + 1].glued))
        return false;
    const ent_mention *next = mention_at(p, i + 1);
    if (next && next->type != ENT_ORG &&
        p->tokens[i + 1].kind != ENT_I_TOKEN_UPPER)
        return false;
    for (size_t k = i + 2; dash && k < i + 7; k++)
        if (is(p, k, "/") || is_agency(p, k))
            return true;
    return slash;
}

/* "(AP Photo/Jane Doe)" */
static bool agency_precedes(const paragraph *p, size_t i)
{
    return i > 1 && is(p, i - 1, "/") &&
           word(p, i - 2)->press & (ENT_I_PRESS_IMAGE | ENT_I_PRESS_AGENCY);
}

/* "Jane Doe-AGENCY for PAPER" at the start of a paragraph. */
static bool is_commissioned(const paragraph *p, size_t i, size_t end)
{
    return i == 0 && is_dash(p, end) && p->tokens[end].glued &&
           is_capital(p, end + 1) && word(p, end + 2)->use & ENT_I_U_FOR &&
           p->tokens[end + 1].kind == ENT_I_TOKEN_UPPER;
}

static void find_agencies(const paragraph *p)
{
    for (size_t i = 0, end; i < p->count; i = end) {
        const ent_mention *m = mention_at(p, i);
        end = m ? after_mention(p, i, m) : i + 1;
        bool full = m && (end - i > 1 || m->type != ENT_PERSON);
        if (m &&
            (agency_follows(p, end) || agency_precedes(p, i) ||
             (full && paper_follows(p, end)) || is_commissioned(p, i, end)))
            give_list(p, i, ENT_ROLE_CREDIT);
    }
}

/* ---- lists of persons ---- */

/* Whether one of the next words is a journalist's title. */
static bool has_newsman(const paragraph *p, size_t i)
{
    for (size_t k = i; k < p->count && k < i + 5; k++)
        if (is_newsman(p, k))
            return true;
    return false;
}

/* The token after what numbers or marks a line: "3.", "(b)", "-". */
static size_t after_bullet(const paragraph *p)
{
    size_t i = 0;
    while (i < p->count &&
           (is_mark(p, i) || p->tokens[i].kind == ENT_I_TOKEN_NUMBER))
        i++;
    return i;
}

/* Whether a person in full leads the line. A journalist's title beside the name
 * says that it is no list but its authors. */
static bool leads(const paragraph *p)
{
    const ent_mention *m = p->mentions;
    if (p->mention_count == 0 || m->type != ENT_PERSON)
        return false;
    size_t first = after_bullet(p);
    uint32_t start =
        m->honorific_start < m->honorific_end ? m->honorific_start : m->start;
    return first < p->count && p->tokens[first].start == start &&
           memchr(p->bytes + m->start, ' ', m->end - m->start) &&
           !has_newsman(p, after_mention(p, first, m));
}

/* Whether the line has the form of a name with what belongs to it: "2) Ann Roe,
 * treasurer", "Dr. Ann Roe (Oslo)", "Ann Roe". */
static bool is_entry(const paragraph *p)
{
    size_t i = after_bullet(p), end = i;
    if (leads(p)) /* "Roe, Ann" */
        end = after_mention(p, i, p->mentions);
    while (end < p->count && ent_i_is_name_word(&p->tokens[end]))
        end++;
    return p->count <= LINE && end > i + 1 &&
           (end == p->count ||
            (is_mark(p, end) && !is(p, end, ".") && !is_possessive(p, end)));
}

/* "Present:", "List of witnesses": what stands above a list of persons. A
 * headline may have such words too. */
static bool is_roster(const paragraph *p)
{
    bool found = false;
    for (size_t i = 0; i < p->count && !found; i++)
        found = word(p, i)->use & ENT_I_U_ROSTER;
    return found && p->count <= LINE && !is(p, p->count - 1, ".");
}

/* Names on lines of their own are content, unlike a byline, when there are
 * several or a heading says what they are. */
static void find_lists(reading *r)
{
    paragraph *lines = r->paragraphs.items;
    for (size_t i = 0, end; i < r->paragraphs.n; i = end + 1) {
        size_t names = 0;
        for (end = i; end < r->paragraphs.n && is_entry(&lines[end]); end++)
            names += leads(&lines[end]);
        bool headed = i > 0 && is_roster(&lines[i - 1]);
        bool list = names >= LIST || (headed && names > (i == 1));
        for (size_t k = i; k < end && list; k++)
            lines[k].listed = true;
    }
}

/* ---- bylines ---- */

/* Whether another paragraph names somebody with the same surname. */
static bool is_named_elsewhere(const reading *r, const paragraph *p,
                               const ent_mention *m)
{
    const ent_article *article = r->article;
    size_t first = m->end;
    while (first > m->start && p->bytes[first - 1] != ' ')
        first--;
    size_t size = m->end - first;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *o = &article->mentions.items[i];
        const char *field = ent_article_field(article, (ent_field)o->field);
        bool here = o >= p->mentions && o < p->mentions + p->mention_count;
        if (!here && o->type == ENT_PERSON && o->end - o->start >= size &&
            memcmp(field + o->end - size, p->bytes + first, size) == 0)
            return true;
    }
    return false;
}

/* Whether token i may follow the names of a byline: the end, a mark, a number,
 * a word in capitals, or a journalist's title; in a paragraph of one line also
 * a name after a comma. */
static bool ends_byline(const paragraph *p, size_t i)
{
    if (is(p, i, ","))
        return p->count <= LINE &&
               (is_capital(p, i + 1) || has_newsman(p, i + 1));
    return i >= p->count || p->tokens[i].kind == ENT_I_TOKEN_NUMBER ||
           p->tokens[i].kind == ENT_I_TOKEN_UPPER ||
           (is_mark(p, i) && !is_possessive(p, i)) || is_newsman(p, i);
}

/* The token after the list of persons that begins at token i. */
static size_t after_persons(const paragraph *p, size_t i)
{
    while (is_person_at(p, i)) {
        i = after_mention(p, i, mention_at(p, i));
        if ((is(p, i, ",") || word(p, i)->use & ENT_I_U_AND || is(p, i, "&")) &&
            is_person_at(p, i + 1))
            i++;
    }
    return i;
}

/* Skips marks at the start, except those that are part of a name. */
static size_t skip_marks(const paragraph *p)
{
    size_t i = 0;
    while (i < p->count && is_mark(p, i) && !mention_at(p, i))
        i++;
    return i;
}

/* "By Jane Doe", "Jane Doe, Reporter", or a name alone on a line that the
 * article doesn't mention again. */
static void find_byline(const reading *r, const paragraph *p)
{
    size_t i = skip_marks(p);
    bool by = word(p, i)->use & ENT_I_U_BY;
    /* "Ann Roe, host:" is who says what follows. */
    if ((p->listed || is(p, p->count - 1, ":")) && !by)
        return;
    size_t end = after_persons(p, i + by);
    if (end == i + by)
        return;
    bool found = by && ends_byline(p, end);
    if (!by && p->count <= LINE / 2 && !is(p, p->count - 1, ".") &&
        (is(p, end, ",") || is(p, end, "|")))
        found = has_newsman(p, end + 1);
    /* A heading such as "Sergei Lavrov" may name the person the article is
     * about. */
    if (!by && end == p->count && p->number < HEAD_PARAGRAPHS)
        found = !is_named_elsewhere(r, p, mention_at(p, i));
    if (found)
        give_list(p, i + by, ENT_ROLE_BYLINE);
}

/* "Jane Doe is a staff writer at ...", "Jane Doe covers ...". */
static bool is_author_note(const paragraph *p)
{
    size_t start = skip_marks(p);
    if (!is_person_at(p, start) || p->count > NOTE)
        return false;
    size_t end = after_persons(p, start);
    uint8_t press = word(p, end)->press;
    if (press & ENT_I_PRESS_COVERS)
        return true;
    if (!(press & ENT_I_PRESS_IS))
        return false;
    for (size_t i = end; i < p->count && i < end + NOTE_REACH; i++)
        if (is_newsman(p, i))
            return true;
    return false;
}

/* "Feb. 9 2016 1:49 PM ...": the time stamp of a teaser. */
static bool is_stamped(const paragraph *p)
{
    enum { FROM = 3, TO = 10 };
    if (p->count <= FROM + 2 || p->tokens[0].kind != ENT_I_TOKEN_TITLE ||
        p->tokens[1].kind != ENT_I_TOKEN_NUMBER)
        return false;
    for (size_t i = FROM; i < TO; i++)
        if (word(p, i)->calendar & ENT_I_CALENDAR_HALF)
            return true;
    return false;
}

/* Links put into a sentence, and the name before them. */
static void find_links(const paragraph *p)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->tokens[i].list)
            give_range(p, i, i + 1, ENT_ROLE_FURNITURE);
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
        paragraph p = {.text = r->text,
                       .bytes =
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

/* Notes on the author are at the very end, with no name of the story after
 * them, or near either end if the story doesn't name the author. */
static void find_notes(reading *r)
{
    bool tail = true;
    for (size_t i = r->paragraphs.n; i-- > 0;) {
        paragraph *p = &r->paragraphs.items[i];
        /* Magazines introduce the author before the first sentence. */
        bool end = is_last(r, p), head = i < HEAD_PARAGRAPHS / 2;
        if ((tail || end || head) && is_author_note(p) &&
            ((tail && is_late(r, p)) ||
             !is_named_elsewhere(r, p, mention_at(p, skip_marks(p))))) {
            give_range(p, 0, p->count, ENT_ROLE_BYLINE);
            p->ends = p->ends || tail || end;
        }
        for (size_t k = 0; k < p->mention_count && tail; k++)
            tail = p->mentions[k].role != ENT_ROLE_STORY;
    }
}

/* A short text after a note on the author is furniture. */
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
    find_lists(&r);
    for (size_t i = 0; i < r.paragraphs.n && !status; i++) {
        paragraph *p = &r.paragraphs.items[i];
        find_links(p);
        find_cues(&r, p);
        find_agencies(p);
        find_byline(&r, p);
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
