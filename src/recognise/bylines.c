/* Lists of persons, bylines, and notes on who wrote the article. */
#include <string.h>

#include "recognise/parts.h"
#include "recognise/place.h"

enum {
    LIST = 3,        /* names, a line each, that are a list */
    NOTE_REACH = 14, /* tokens from a name to "staff writer" */
    NOTE = 120,      /* the most tokens a note on the author may have */
    BEHIND = 60      /* the most tokens behind who signs on a line alone */
};

/* ---- lists of persons ---- */

/* The token after what numbers or marks a line: "3.", "(b)", "-". */
static size_t after_bullet(const ent_i_part *p)
{
    size_t i = 0;
    while (i < p->count &&
           (ent_i_part_mark(p, i) || p->tokens[i].kind == ENT_I_TOKEN_NUMBER))
        i++;
    return i;
}

/* Whether a person in full leads the line. A journalist's title beside the name
 * says that it is no list but its authors. */
static bool leads(const ent_i_part *p)
{
    const ent_mention *m = p->mentions;
    if (p->mention_count == 0 || m->type != ENT_PERSON)
        return false;
    size_t first = after_bullet(p);
    uint32_t start =
        m->honorific_start < m->honorific_end ? m->honorific_start : m->start;
    return first < p->count && p->tokens[first].start == start &&
           ent_i_part_several_words(p, m) &&
           !ent_i_part_newsman_near(p, ent_i_part_after(p, first, m));
}

/* Whether the line has the form of a name with what belongs to it: "2) Ann Roe,
 * treasurer", "Dr. Ann Roe (Oslo)", "Ann Roe". */
static bool is_entry(const ent_i_part *p)
{
    size_t i = after_bullet(p), end = i;
    if (leads(p)) /* "Roe, Ann" */
        end = ent_i_part_after(p, i, p->mentions);
    while (end < p->count && ent_i_is_name_word(&p->tokens[end]))
        end++;
    return p->count <= ENT_I_LINE && end > i + 1 &&
           (end == p->count ||
            (ent_i_part_mark(p, end) && !ent_i_part_is(p, end, ".") &&
             !ent_i_part_possessive(p, end)));
}

/* "Present:", "List of witnesses": what stands above a list of persons. A
 * headline may have such words too. */
static bool is_roster(const ent_i_part *p)
{
    bool found = false;
    for (size_t i = 0; i < p->count && !found; i++)
        found = ent_i_part_word(p, i)->use & ENT_I_U_ROSTER;
    return found && p->count <= ENT_I_LINE &&
           !ent_i_part_is(p, p->count - 1, ".");
}

/* Names on lines of their own are content, unlike a byline, when there are
 * several or a heading says what they are. */
void ent_i_find_lists(ent_i_page *page)
{
    ent_i_part *lines = page->parts.items;
    for (size_t i = 0, end; i < page->parts.n; i = end + 1) {
        size_t names = 0;
        for (end = i; end < page->parts.n && is_entry(&lines[end]); end++)
            names += leads(&lines[end]);
        bool headed = i > 0 && is_roster(&lines[i - 1]);
        bool list = names >= LIST || (headed && names > (i == 1));
        for (size_t k = i; k < end && list; k++)
            lines[k].listed = true;
    }
}

/* ---- bylines ---- */

/* Whether token i may follow the names of a byline: the end, a mark, a number,
 * a word in capitals, or a journalist's title; in a paragraph of one line also
 * a name or an agency after a comma. */
static bool ends_byline(const ent_i_part *p, size_t i)
{
    if (ent_i_part_is(p, i, ","))
        return p->count <= ENT_I_LINE &&
               (ent_i_part_capital(p, i + 1) || ent_i_part_agency(p, i + 1) ||
                ent_i_part_newsman_near(p, i + 1));
    return i >= p->count || p->tokens[i].kind == ENT_I_TOKEN_NUMBER ||
           p->tokens[i].kind == ENT_I_TOKEN_UPPER ||
           (ent_i_part_mark(p, i) && !ent_i_part_possessive(p, i)) ||
           ent_i_part_newsman(p, i);
}

/* "Jane Doe at jane@example.org", "Jane Doe (jane@example.org)": whom readers
 * may write to; token i is the one after the name. */
static bool address_follows(const ent_i_part *p, size_t i)
{
    if (i + 1 >= p->count || !(ent_i_part_mark(p, i) ||
                               ent_i_part_word(p, i)->use & ENT_I_U_GOVERNS))
        return false;
    const ent_i_token *next = &p->tokens[i + 1];
    return memchr(p->bytes + next->start + 1, '@', ent_i_token_size(next) - 1);
}

static void find_addressed(const ent_i_part *p)
{
    size_t end = 0;
    for (size_t k = 0; k < p->mention_count; k++) {
        ent_mention *m = &p->mentions[k];
        end = ent_i_part_after(p, end, m);
        if (m->type == ENT_PERSON && ent_i_part_open(m) &&
            address_follows(p, end))
            m->role = ENT_ROLE_BYLINE;
    }
}

static bool is_stop(const ent_i_part *p, size_t i)
{
    return ent_i_part_is(p, i, ".") || ent_i_part_is(p, i, "!") ||
           ent_i_part_is(p, i, "?");
}

static bool is_below_prose(const ent_i_part *p)
{
    const ent_i_part *before = p - 1;
    return p->number > 0 && before->count > ENT_I_LINE / 2 &&
           is_stop(before, before->count - 1);
}

/* "They went home. (Jane Doe)": who signs in brackets at the end. After a
 * quotation it is who said it. */
static void find_signature(const ent_i_page *page, const ent_i_part *p)
{
    size_t end = p->count, i;
    while (end > 0 && ent_i_part_mark(p, end - 1) &&
           !ent_i_part_is(p, end - 1, ")"))
        end--;
    for (i = end; i > 0 && !ent_i_part_is(p, i - 1, "("); i--)
        ;
    bool below = i > 1 ? is_stop(p, i - 2) : i == 1 && is_below_prose(p);
    if (below && ent_i_part_person(p, i) &&
        ent_i_part_after_persons(p, i) + 1 == end &&
        !ent_i_part_named_elsewhere(page, p, ent_i_part_mention(p, i)))
        ent_i_part_give_list(p, i, ENT_ROLE_BYLINE);
}

/* "By", in the article's language: in English "Von Roe" is a name, and so is
 * "von Roe" in others. */
static bool is_by(const ent_i_page *page, const ent_i_part *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_part_word(p, i);
    return word->use & ENT_I_U_BY ||
           (word->press & ENT_I_PRESS_FOREIGN_BY &&
            !ent_i_lexicon_for(page->article->language) &&
            (p->number < ENT_I_HEAD_PARTS || ent_i_part_last(page, p)) &&
            ent_i_part_capital(p, i + 1));
}

/* "(1) ...", "[2] ..." */
static bool is_footnote(const ent_i_part *p)
{
    return p->count > 3 && p->tokens[1].kind == ENT_I_TOKEN_NUMBER &&
           ((ent_i_part_is(p, 0, "(") && ent_i_part_is(p, 2, ")")) ||
            (ent_i_part_is(p, 0, "[") && ent_i_part_is(p, 2, "]")));
}

/* Whether the line stands below a paragraph, with little but footnotes behind
 * it. */
static bool is_below(const ent_i_page *page, const ent_i_part *p)
{
    size_t behind = 0;
    for (size_t i = p->number + 1; i < page->parts.n; i++)
        if (!is_footnote(&page->parts.items[i]))
            behind += page->parts.items[i].count;
    return is_below_prose(p) && behind <= BEHIND;
}

/* "10.4.2012 13:30 by Jane Doe", "13:30 Uhr von Jane Doe" within a line. */
static void find_timed(const ent_i_page *page, const ent_i_part *p)
{
    for (size_t i = 1; i < p->count && p->count <= ENT_I_LINE; i++) {
        const ent_i_token *before = &p->tokens[i - 1];
        bool time =
            ent_i_part_word(p, i - 1)->calendar & ENT_I_CALENDAR_HALF ||
            memchr(p->bytes + before->start, ':', ent_i_token_size(before) - 1);
        if (time && is_by(page, p, i) && ent_i_part_person(p, i + 1))
            ent_i_part_give_list(p, i + 1, ENT_ROLE_BYLINE);
    }
}

/* "Jane Doe wrote:" alone on a line, of whom the story doesn't speak: a reader
 * whom others answer. */
static void find_quoted(const ent_i_page *page, const ent_i_part *p)
{
    size_t end = ent_i_part_after_persons(p, 0);
    if (end > 0 && end + 2 == p->count && ent_i_part_is(p, end + 1, ":") &&
        ent_i_part_word(p, end)->use & ENT_I_U_QUOTES &&
        !ent_i_part_named_elsewhere(page, p, p->mentions))
        ent_i_part_give(p, 0, p->count, ENT_ROLE_FURNITURE);
}

/* "By Jane Doe", "Jane Doe, Reporter", or a name alone on a line that the
 * article doesn't mention again. */
void ent_i_find_byline(const ent_i_page *page, const ent_i_part *p)
{
    size_t i = ent_i_part_skip_marks(p, 0);
    find_addressed(p);
    find_signature(page, p);
    find_timed(page, p);
    find_quoted(page, p);
    bool by = is_by(page, p, i);
    /* "Ann Roe, host:" is who says what follows. */
    if ((p->listed || ent_i_part_is(p, p->count - 1, ":")) && !by)
        return;
    size_t end = ent_i_part_after_persons(p, i + by);
    if (end == i + by)
        return;
    bool found = by && ends_byline(p, end);
    if (!by && p->count <= ENT_I_LINE / 2 &&
        !ent_i_part_is(p, p->count - 1, ".") &&
        (ent_i_part_is(p, end, ",") || ent_i_part_is(p, end, "|")))
        found = ent_i_part_newsman_near(p, end + 1);
    /* A heading such as "Sergei Rokov" may name the person the article is
     * about; what is signed bears a dash, and may have rules for comments
     * below, or is the last line. */
    bool place = p->number < ENT_I_HEAD_PARTS || is_below(page, p) ||
                 (ent_i_part_late(page, p) && ent_i_part_dash(p, 0));
    if (!by && end == p->count && place)
        found = !ent_i_part_named_elsewhere(page, p, ent_i_part_mention(p, i));
    if (found)
        ent_i_part_give_list(p, i + by, ENT_ROLE_BYLINE);
}

/* Whether the note, from token i on, tells readers to follow somebody. */
static bool has_follow(const ent_i_part *p, size_t i)
{
    while (i < p->count && !(ent_i_part_capital(p, i) &&
                             ent_i_part_word(p, i)->press & ENT_I_PRESS_FOLLOW))
        i++;
    return i < p->count;
}

/* "Jane Doe is a staff writer at ...", "Jane Doe covers ...", "Jane Doe is the
 * head of ... Follow her on ...". */
static bool is_author_note(const ent_i_part *p)
{
    size_t start = ent_i_part_skip_marks(p, 0);
    if (!ent_i_part_person(p, start) || p->count > NOTE)
        return false;
    size_t end = ent_i_part_after_persons(p, start);
    uint16_t press = ent_i_part_word(p, end)->press;
    if (press & ENT_I_PRESS_COVERS)
        return true;
    if (!(press & ENT_I_PRESS_IS))
        return false;
    for (size_t i = end; i < p->count && i < end + NOTE_REACH; i++)
        if (ent_i_part_newsman(p, i))
            return true;
    return has_follow(p, end);
}

/* "Jane Doe is ...", "Jane Doe, photographer from Oslo ..." */
static bool introduces(const ent_i_part *p)
{
    size_t start = ent_i_part_skip_marks(p, 0);
    if (!ent_i_part_person(p, start) || p->count > NOTE)
        return false;
    const ent_mention *m = ent_i_part_mention(p, start);
    size_t end = ent_i_part_after(p, start, m);
    return ent_i_part_several_words(p, m) &&
           (ent_i_part_word(p, end)->press & ENT_I_PRESS_IS ||
            (ent_i_part_is(p, end, ",") && ent_i_part_newsman(p, end + 1)));
}

/* Whom the last paragraph introduces, and no other, wrote the article: "Jane
 * Doe is a professor at ...". A list of persons introduces several. */
static bool is_last_note(const ent_i_page *page, const ent_i_part *p)
{
    return p->number > 0 && p->number + 1 == page->parts.n && introduces(p) &&
           !introduces(p - 1) &&
           !ent_i_part_named_elsewhere(
               page, p, ent_i_part_mention(p, ent_i_part_skip_marks(p, 0)));
}

static bool is_lower(const ent_i_part *p, size_t i)
{
    return i < p->count && p->tokens[i].kind == ENT_I_TOKEN_LOWER;
}

/* "Jane Doe works ...", below a story that is known to be hers. */
static bool tells_of_author(const ent_i_page *page, const ent_i_part *p)
{
    size_t i = ent_i_part_skip_marks(p, 0);
    const ent_mention *m = i < p->count ? ent_i_part_mention(p, i) : NULL;
    return m && m->role == ENT_ROLE_BYLINE && ent_i_part_late(page, p) &&
           ent_i_part_several_words(p, m) &&
           is_lower(p, ent_i_part_after_persons(p, i));
}

/* "Jane Doe, Radio News, Oslo", at the end, of whom the article says elsewhere
 * that she wrote it. */
static bool signs_again(const ent_i_page *page, const ent_i_part *p)
{
    const ent_mention *m = p->mentions;
    bool line = p->mention_count > 0 && p->count <= ENT_I_LINE / 2 &&
                p->tokens[0].start == m->start && ent_i_part_last(page, p) &&
                ent_i_part_is(p, ent_i_part_after(p, 0, m), ",");
    const ent_article *article = page->article;
    for (size_t i = 0; i < article->mentions.n && line; i++) {
        const ent_mention *o = &article->mentions.items[i];
        if (o->role == ENT_ROLE_BYLINE && o->field == ENT_FIELD_TEXT &&
            o->end - o->start == m->end - m->start &&
            memcmp(p->bytes + o->start, p->bytes + m->start,
                   m->end - m->start) == 0)
            return true;
    }
    return false;
}

static bool has_author(const ent_i_part *p, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const ent_mention *m = ent_i_part_mention(p, i);
        if (m && m->role == ENT_ROLE_BYLINE && ent_i_part_several_words(p, m))
            return true;
    }
    return false;
}

/* Whom the end of the story lists with its author is another: "the research of
 * Jane Doe, Max Poe and Ann Lee". */
static void find_co_authors(const ent_i_page *page, const ent_i_part *p)
{
    for (size_t i = 0, end; i < p->count && ent_i_part_late(page, p); i = end) {
        end = ent_i_part_after_persons(p, i);
        if (has_author(p, i, end))
            ent_i_part_give(p, i, end, ENT_ROLE_BYLINE);
        end += end == i;
    }
}

/* ---- letters to the editor ---- */

/* Whether the mention is all that there is from token i on. */
static bool is_rest(const ent_i_part *p, size_t i, const ent_mention *m)
{
    return i < p->count && p->tokens[i].start == m->start &&
           ent_i_part_after(p, i, m) == p->count;
}

/* Below a paragraph "Jane Doe, Oslo", or two lines without the comma; p is not
 * the last part. */
static bool is_writer(const ent_i_part *p)
{
    const ent_mention *m = p->mentions;
    if (p->mention_count == 0 || m->type != ENT_PERSON || !is_below_prose(p) ||
        p->tokens[0].start != m->start || !ent_i_part_several_words(p, m))
        return false;
    if (is_rest(p, 0, m))
        return p[1].mention_count == 1 && p[1].mentions->type == ENT_PLACE &&
               is_rest(p + 1, 0, p[1].mentions);
    size_t end = ent_i_part_after(p, 0, m);
    return p->mention_count == 2 && m[1].type == ENT_PLACE &&
           ent_i_part_is(p, end, ",") && is_rest(p, end + 1, m + 1);
}

/* A page of letters has several writers. */
static void find_writers(ent_i_page *page)
{
    size_t writers = 0;
    for (size_t i = 0; i + 1 < page->parts.n; i++)
        writers += is_writer(&page->parts.items[i]);
    for (size_t i = 0; i + 1 < page->parts.n && writers > 1; i++)
        if (is_writer(&page->parts.items[i]))
            ent_i_part_give(&page->parts.items[i], 0,
                            page->parts.items[i].count, ENT_ROLE_BYLINE);
}

/* ---- notes ---- */

/* Notes on the author are at the very end, with no name of the story after
 * them, or near either end if the story doesn't name the author. */
void ent_i_find_notes(ent_i_page *page)
{
    bool tail = true;
    find_writers(page);
    for (size_t i = page->parts.n; i-- > 0;) {
        ent_i_part *p = &page->parts.items[i];
        /* Magazines introduce the author before the first sentence. */
        bool end = ent_i_part_last(page, p), head = i < ENT_I_HEAD_PARTS / 2;
        find_co_authors(page, p);
        if (is_last_note(page, p) || tells_of_author(page, p) ||
            signs_again(page, p) ||
            ((tail || end || head) && is_author_note(p) &&
             ((tail && ent_i_part_late(page, p)) ||
              !ent_i_part_named_elsewhere(
                  page, p,
                  ent_i_part_mention(p, ent_i_part_skip_marks(p, 0)))))) {
            ent_i_part_give(p, 0, p->count, ENT_ROLE_BYLINE);
            p->ends = p->ends || tail || end;
        }
        for (size_t k = 0; k < p->mention_count && tail; k++)
            tail = p->mentions[k].role != ENT_ROLE_STORY;
    }
}
