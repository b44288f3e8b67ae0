#include "encounter/contact_words.h"

#include <string.h>

/* How many encounters of each sort were right, out of how many that one reader
 * checked: 82 from annotated sentences and 445 drawn at random from news.
 * "Right" means that these people were in contact as the text says. */
static const struct {
    uint16_t right;
    uint16_t read;
} readings[] = {
    [ENT_I_S_MEET] = {98, 103},    [ENT_I_S_CALL] = {23, 26},
    [ENT_I_S_TALK] = {58, 63},     [ENT_I_S_QUESTION] = {30, 32},
    [ENT_I_S_TELL] = {93, 102},    [ENT_I_S_PLEAD] = {4, 7},
    [ENT_I_S_WRITE] = {44, 46},    [ENT_I_S_GREET] = {43, 49},
    [ENT_I_S_TOGETHER] = {33, 35}, [ENT_I_S_JOIN] = {25, 31},
    [ENT_I_S_DEBATE] = {20, 22},   [ENT_I_S_CAPTION] = {10, 11},
};

/* The same plus 45 more, divided into those that name all persons and those
 * that only refer to one. */
enum { NAMED_RIGHT = 326, NAMED = 346, REFERRED_RIGHT = 192, REFERRED = 226 };

/* Laplace's rule of succession keeps a few readings from implying certainty.
 * The readings of a sort include both ways of naming people, so the effect of
 * the way is measured against their sum. */
float ent_i_trust(uint8_t sort, bool referred)
{
    float trust =
        ((float)readings[sort].right + 1) / ((float)readings[sort].read + 2);
    float all = (float)(NAMED_RIGHT + REFERRED_RIGHT) / (NAMED + REFERRED);
    float way = referred ? (float)REFERRED_RIGHT / REFERRED
                         : (float)NAMED_RIGHT / NAMED;
    int percent = (int)(trust * way / all * 100 + 0.5F);
    return (float)(percent < 99 ? percent : 99) / 100;
}

/* "didn't" is one token, and a negation. */
static bool is_negated(const char *word, size_t size)
{
    return size > 3 && strcmp(word + size - 3, "n't") == 0;
}

static bool ends_in(const char *word, size_t size, const char *ending)
{
    size_t n = strlen(ending);
    return size > n + 2 && strcmp(word + size - n, ending) == 0;
}

ent_i_word_form ent_i_form_of(const ent_i_lexeme *word)
{
    return (ent_i_word_form)(word->verb ? word->verb_form : word->noun_form);
}

/* A word in no list is guessed from its ending: -ly is an adverb, -ed a
 * verb. */
uint32_t ent_i_word_bits(const ent_i_lexeme *word, const char *text)
{
    /* These say nothing about grammar: "privately" and "possibly" are also
     * adverbs. */
    const uint32_t hints = ENT_I_W_PLAN | ENT_I_W_PROPOSE | ENT_I_W_DENY |
                           ENT_I_W_FAR | ENT_I_W_NEAR | ENT_I_W_PUBLIC;
    size_t size = strlen(text);
    uint32_t is = word->grammar | (word->verb ? ENT_I_W_CONTACT_V : 0) |
                  (word->noun ? ENT_I_W_CONTACT_N : 0);
    if (is_negated(text, size))
        is |= ENT_I_W_AUX | ENT_I_W_NEG | ENT_I_W_DENY;
    else if (!(is & ~hints) && ends_in(text, size, "ly"))
        is |= ENT_I_W_ADVERB;
    else if (!word->verb && ends_in(text, size, "ed"))
        is |= ENT_I_W_VERB;
    return is;
}
