/* Who speaks the words in quotation marks: '"I met him," said Holm'. */
#include <string.h>

#include "encounter/reference.h"

/* In nodes: how far the speaker may be from the quotation mark. */
enum { SPEAKER_REACH = 10 };

static bool is_quote(const ent_i_passage *r, uint32_t i)
{
    return i < r->node_count && r->nodes[i].what == ENT_I_QUOTE;
}

static bool is_comma(const ent_i_passage *r, uint32_t i)
{
    return i < r->node_count && r->nodes[i].what == ENT_I_COMMA;
}

/* A person, or a "he" or "she" that has not been resolved yet. */
static bool may_speak(const ent_i_passage *r, uint32_t i)
{
    return i < r->node_count &&
           ((r->nodes[i].what == ENT_I_PERSON && !r->nodes[i].possessive) ||
            ent_i_is_text(r, i, "he") || ent_i_is_text(r, i, "she"));
}

/* Whether the person at node i is the subject of a verb of speech. */
static bool speaks(const ent_i_passage *r, uint32_t i)
{
    uint32_t next = ent_i_skip_apposition(r, i + 1);
    while (ent_i_is_word(r, next, ENT_I_W_ADVERB) &&
           !ent_i_is_word(r, next, ENT_I_W_SAY))
        next++;
    return ent_i_is_word(r, next, ENT_I_W_SAY);
}

/* The speaker after the closing mark at node i: "Holm said", "said Senator
 * Holm". Only the first person there can be the speaker. */
static uint32_t speaker_after(const ent_i_passage *r, uint32_t i)
{
    i += 1 + is_comma(r, i + 1);
    bool said = ent_i_is_word(r, i, ENT_I_W_SAY);
    for (uint32_t end = i + SPEAKER_REACH; i < r->node_count && i < end; i++) {
        if (may_speak(r, i))
            return said || speaks(r, i) ? i : ENT_NONE;
        if (r->nodes[i].what >= ENT_I_COMMA ||
            ent_i_is_word(r, i, ENT_I_W_COMP | ENT_I_W_CONJ))
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* The speaker before the opening mark at node i: "Holm said: ". */
static uint32_t speaker_before(const ent_i_passage *r, uint32_t i)
{
    bool said = false;
    for (uint32_t step = 0; i-- > 0 && step < SPEAKER_REACH; step++) {
        said |= ent_i_is_word(r, i, ENT_I_W_SAY);
        if (said && may_speak(r, i) && speaks(r, i))
            return i;
        if (is_quote(r, i))
            return ENT_NONE;
    }
    return ENT_NONE;
}

/* Node i is in a quotation if the number of marks before it is odd. If none is
 * before it, the next mark may still be a closing one, since quotations run on
 * from sentence to sentence. */
uint32_t ent_i_speaker_of(const ent_i_passage *r, uint32_t i)
{
    uint32_t marks = 0, last = ENT_NONE, next = i;
    for (uint32_t k = 0; k < i; k++)
        if (is_quote(r, k)) {
            marks++;
            last = k;
        }
    while (next < r->node_count && !is_quote(r, next))
        next++;
    if (marks % 2 == 0 && marks > 0)
        return ENT_NONE;
    uint32_t speaker = next < r->node_count ? speaker_after(r, next) : ENT_NONE;
    return speaker == ENT_NONE && marks ? speaker_before(r, last) : speaker;
}
