/* Who asks the questions of an interview. */
#include "core/ascii.h"
#include "recognise/parts.h"

enum {
    LABEL = 8,    /* the most tokens of "Jane Doe (Radio News):" */
    SPEAKERS = 8, /* more are a discussion */
    TURNS = 2,    /* the least that each speaker has */
    OFTEN = 3,    /* one of so many turns ends by a question */
    SELDOM = 4    /* so many times fewer questions than the other */
};

/* Whoever has turns of their own: "Jane Doe: How ...?", "Doe: And ...?" */
typedef struct speaker {
    const char *name; /* the last word before the colon */
    size_t size;
    size_t turns;
    size_t questions;
    const char *full; /* the name in full, or NULL */
    size_t full_size;
} speaker;

typedef struct interview {
    speaker speakers[SPEAKERS];
    size_t count;
    speaker *turn; /* whose turn it is */
    bool asked;    /* whether it ends by a question so far */
} interview;

static bool begins_line(const ent_i_part *p, size_t i)
{
    return i == 0 || p->bytes[p->tokens[i].start - 1] == '\n';
}

/* The last word of the name that labels a turn from token i on, or the end. */
static size_t label_at(const ent_i_part *p, size_t i)
{
    size_t name = p->count;
    bool bracket = false;
    for (size_t k = i; k < p->count && k < i + LABEL; k++) {
        if (ent_i_part_is(p, k, ":"))
            return name;
        bracket = bracket || ent_i_part_is(p, k, "(");
        if (ent_i_part_capital(p, k) && !bracket)
            name = k;
        else if (!ent_i_part_mark(p, k) && !bracket && !ent_i_part_person(p, k))
            break;
    }
    return p->count;
}

static speaker *speaker_of(interview *in, const ent_i_part *p, size_t name)
{
    const char *bytes = p->bytes + p->tokens[name].start;
    size_t size = ent_i_token_size(&p->tokens[name]), k = 0;
    while (k < in->count &&
           !(in->speakers[k].size == size &&
             ent_i_ascii_same(in->speakers[k].name, bytes, size)))
        k++;
    if (k == SPEAKERS)
        return NULL;
    if (k == in->count)
        in->speakers[in->count++] = (speaker){.name = bytes, .size = size};
    ent_mention *m = ent_i_part_mention(p, name);
    if (m && m->type == ENT_PERSON && ent_i_part_several_words(p, m)) {
        in->speakers[k].full = p->bytes + m->start;
        in->speakers[k].full_size = m->end - m->start;
    }
    return &in->speakers[k];
}

static bool asks(const ent_i_part *p, size_t end)
{
    while (end > 0 && ent_i_part_mark(p, end - 1) &&
           !ent_i_part_is(p, end - 1, "?") && !ent_i_part_is(p, end - 1, "."))
        end--;
    return end > 0 && ent_i_part_is(p, end - 1, "?");
}

static void end_turn(interview *in)
{
    if (in->turn)
        in->turn->questions += in->asked;
}

/* Counts the turns of a part, which may go on with the one before; false with
 * too many speakers. */
static bool read_turns(interview *in, const ent_i_part *p)
{
    for (size_t i = 0; i < p->count; i++) {
        size_t name = begins_line(p, i) ? label_at(p, i) : p->count;
        if (name == p->count)
            continue;
        in->asked = i > 0 ? asks(p, i) : in->asked;
        end_turn(in);
        in->turn = speaker_of(in, p, name);
        if (!in->turn)
            return false;
        in->turn->turns++;
    }
    in->asked = asks(p, p->count);
    return true;
}

/* The first to speak, if she often asks and one other hardly ever does. */
static const speaker *interviewer_of(const interview *in)
{
    const speaker *found = NULL;
    size_t others = 0;
    for (size_t k = 0; k < in->count; k++) {
        const speaker *s = &in->speakers[k];
        if (s->turns < TURNS)
            continue;
        if (found ? s->questions * SELDOM > found->questions
                  : s->questions < TURNS || s->questions * OFTEN < s->turns)
            return NULL;
        others += found != NULL;
        found = found ? found : s;
    }
    return others == 1 ? found : NULL;
}

/* Of two speakers the later questions may have no label: "Jane Doe: How ...?",
 * "Max Poe: So.", "Since when?" */
static bool asks_once(const ent_i_page *page, const ent_i_part *p)
{
    size_t name = label_at(p, 0);
    const ent_mention *m = name < p->count ? ent_i_part_mention(p, name) : NULL;
    return m && m->type == ENT_PERSON && ent_i_part_several_words(p, m) &&
           asks(p, p->count) && p->number + 1 < page->parts.n &&
           label_at(p + 1, 0) < p[1].count && !asks(p + 1, p[1].count) &&
           !ent_i_part_named_elsewhere(page, p, m);
}

/* "Jane Doe" or "Doe". */
static bool names(const ent_i_part *p, const ent_mention *m, const speaker *s)
{
    const char *name = p->bytes + m->start;
    size_t size = m->end - m->start;
    bool whole = size == s->full_size && ent_i_ascii_same(name, s->full, size);
    return m->type == ENT_PERSON &&
           (whole ||
            (size == s->size && ent_i_ascii_same(name, s->name, size)));
}

/* Where the name labels a turn or ends a sentence ("... talks to Jane Doe.");
 * whoever does something in one is part of the story. */
static void give(const ent_i_part *p, const speaker *s)
{
    size_t end = 0;
    for (size_t k = 0; k < p->mention_count; k++) {
        ent_mention *m = &p->mentions[k];
        end = ent_i_part_after(p, end, m);
        if (ent_i_part_open(m) && names(p, m, s) &&
            (end == p->count || begins_line(p, end) ||
             ent_i_part_is(p, end, ":") || ent_i_part_is(p, end, "(") ||
             ent_i_part_is(p, end, ".")))
            m->role = ENT_ROLE_BYLINE;
    }
}

void ent_i_find_interviewer(const ent_i_page *page)
{
    interview in = {.count = 0};
    for (size_t i = 0; i < page->parts.n; i++)
        if (!read_turns(&in, &page->parts.items[i]))
            return;
    end_turn(&in);
    const speaker *s = interviewer_of(&in);
    for (size_t i = 0; s && i < page->parts.n; i++)
        give(&page->parts.items[i], s);
    for (size_t i = 0; in.count == 2 && i < page->parts.n; i++) {
        const ent_i_part *p = &page->parts.items[i];
        if (asks_once(page, p))
            ent_i_part_give(p, 0, label_at(p, 0) + 1, ENT_ROLE_BYLINE);
    }
}
