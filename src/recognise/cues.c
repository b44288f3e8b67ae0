/* Words that news sites use around bylines, credits and links (cues.tsv). */
#include <string.h>

#include "core/ascii.h"
#include "recognise/parts.h"

enum {
    SHORT_PARAGRAPH = 45, /* tokens: longer ones are prose */
    NOTE = 120            /* the most tokens a note may have */
};

/* The token after the cue's words if they begin at token i, else 0. */
static size_t match(const ent_i_part *p, size_t i, const char *words)
{
    for (; i < p->count; words++) {
        size_t size = ent_i_token_size(&p->tokens[i]);
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
static bool only_marks_before(const ent_i_part *p, size_t first, size_t i)
{
    while (i > first)
        if (!ent_i_part_mark(p, --i))
            return false;
    return true;
}

static bool has_at(const ent_i_part *p, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (memchr(p->bytes + p->tokens[i].start, '@',
                   ent_i_token_size(&p->tokens[i])))
            return true;
    return false;
}

static bool has_follow(const ent_i_part *p, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (ent_i_part_word(p, i)->press & ENT_I_PRESS_FOLLOW)
            return true;
    return false;
}

/* Whether the sentence that begins at token first leads its paragraph or line
 * and has a person among its first words. */
static bool begins_with_person(const ent_i_part *p, size_t first)
{
    uint32_t start = p->tokens[first].start;
    if (first > 0 && p->bytes[start - 1] != '\n')
        return false;
    for (size_t i = first; i < p->count && i < first + 4; i++)
        if (ent_i_part_person(p, i))
            return true;
    return false;
}

/* Whether the token before i ends a credit: "Photo: Jane Doe Illustration by
 * Max Poe". */
static bool follows_credit(const ent_i_part *p, size_t i)
{
    const ent_mention *m = i > 0 ? ent_i_part_mention(p, i - 1) : NULL;
    return m && m->role != ENT_ROLE_STORY;
}

/* "Interview: Jane Doe" on a line above the story, which doesn't name her. */
static bool is_label_line(const ent_i_page *page, const ent_i_part *p, size_t i,
                          size_t end)
{
    return p->number < ENT_I_HEAD_PARTS && only_marks_before(p, 0, i) &&
           ent_i_part_is(p, end - 1, ":") && ent_i_part_person(p, end) &&
           ent_i_part_after_persons(p, end) == p->count &&
           !ent_i_part_named_elsewhere(page, p, ent_i_part_mention(p, end));
}

static bool stands_right(const ent_i_page *page, const ent_i_part *p, size_t i,
                         size_t past, unsigned where)
{
    size_t first, end;
    ent_i_part_sentence(page, p, i, &first, &end);
    /* After a comma the sentence continues, as in "fine, written by Roth". */
    bool mark_before =
        i > 0 && ent_i_part_mark(p, i - 1) && !ent_i_part_is(p, i - 1, ",");
    return (!(where & ENT_I_CUE_START) || only_marks_before(p, 0, i)) &&
           (!(where & ENT_I_CUE_LATE) || ent_i_part_late(page, p) ||
            is_label_line(page, p, i, past)) &&
           (!(where & ENT_I_CUE_LAST) || ent_i_part_last(page, p) ||
            is_label_line(page, p, i, past)) &&
           (!(where & ENT_I_CUE_AT) || has_at(p, first, end)) &&
           (!(where & ENT_I_CUE_OPEN) || i == first || mark_before ||
            follows_credit(p, i)) &&
           (!(where & ENT_I_CUE_NAMED) ||
            (begins_with_person(p, 0) || begins_with_person(p, first))) &&
           (!(where & ENT_I_CUE_FOLLOW) || has_follow(p, first, i));
}

/* The part that these words are the heading of, or NULL. */
static const ent_i_part *below(const ent_i_page *page, const ent_i_part *p,
                               size_t end)
{
    return ent_i_part_skip_marks(p, end) == p->count &&
                   p->number + 1 < page->parts.n
               ? p + 1
               : NULL;
}

/* "Photo: Jane Doe", on one line or two. */
static void give_after(const ent_i_page *page, const ent_i_part *p, size_t end,
                       ent_role role)
{
    const ent_i_part *next = below(page, p, end);
    if (!next)
        ent_i_part_give_list(p, end, role);
    else if (ent_i_part_after_persons(next, 0) == next->count &&
             next->mention_count > 0 &&
             !ent_i_part_named_elsewhere(page, next, next->mentions))
        ent_i_part_give_list(next, 0, role);
}

/* "Viele Grüße, Jane Doe" at the end, on one line or two. */
static void give_signed(const ent_i_page *page, const ent_i_part *p, size_t end,
                        ent_role role)
{
    const ent_i_part *next = below(page, p, end);
    p = next ? next : p;
    size_t i = ent_i_part_skip_marks(p, next ? 0 : end);
    if (ent_i_part_person(p, i) &&
        ent_i_part_skip_marks(
            p, ent_i_part_after(p, i, ent_i_part_mention(p, i))) == p->count)
        ent_i_part_give(p, i, p->count, role);
}

/* "About the authors", and the note below that. */
static void give_below(const ent_i_page *page, const ent_i_part *p, size_t end,
                       ent_role role)
{
    const ent_i_part *next = below(page, p, end);
    if (p->count <= NOTE)
        ent_i_part_give(p, 0, p->count, role);
    if (next && next->count <= NOTE)
        ent_i_part_give(next, 0, next->count, role);
}

static void follow_cue(const ent_i_page *page, ent_i_part *p, size_t i,
                       size_t end, const ent_i_cue *cue)
{
    size_t first, last;
    switch ((ent_i_cue_scope)cue->scope) {
    case ENT_I_CUE_AFTER:
        give_after(page, p, end, (ent_role)cue->role);
        break;
    case ENT_I_CUE_SENTENCE:
        ent_i_part_sentence(page, p, i, &first, &last);
        ent_i_part_give(p, first, last, (ent_role)cue->role);
        break;
    case ENT_I_CUE_PARAGRAPH:
        /* Text that lost its line ends may contain the story as well. */
        if (p->count <= SHORT_PARAGRAPH)
            ent_i_part_give(p, 0, p->count, (ent_role)cue->role);
        break;
    case ENT_I_CUE_WHOLE:
        if (p->count < page->tokens)
            ent_i_part_give(p, 0, p->count, (ent_role)cue->role);
        break;
    case ENT_I_CUE_BELOW:
        give_below(page, p, end, (ent_role)cue->role);
        break;
    case ENT_I_CUE_SIGNED:
        give_signed(page, p, end, (ent_role)cue->role);
        break;
    }
    p->ends = p->ends || cue->where & ENT_I_CUE_END;
}

/* Cues with the same first word stand together. */
static void find_cues_at(const ent_i_page *page, ent_i_part *p, size_t i,
                         uint16_t c)
{
    const ent_i_lexicon *lexicon = page->text->book->lexicon;
    for (; c < lexicon->cues_count; c++) {
        const ent_i_cue *cue = &lexicon->cues[c];
        if (!ent_i_ascii_begins(p->bytes + p->tokens[i].start,
                                ent_i_token_size(&p->tokens[i]), cue->words))
            return;
        size_t end = match(p, i, cue->words);
        if (end && stands_right(page, p, i, end, cue->where))
            follow_cue(page, p, i, end, cue);
    }
}

void ent_i_follow_cues(const ent_i_page *page, ent_i_part *p)
{
    const ent_i_word *words = page->text->book->words.items;
    for (size_t i = 0; i < p->count; i++)
        if (words[p->tokens[i].word].cue != ENT_I_NO_CUE)
            find_cues_at(page, p, i, words[p->tokens[i].word].cue);
}
