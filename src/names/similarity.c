/* Compares two names on their own, as found in two lists. Parts are paired
 * whatever their order, since lists put surnames first as often as last. */
#include "names/compare.h"

#include <string.h>

#include "names/variants.h"

/* Below this, two words are different. */
#define PART_ENOUGH 0.72
/* Joined into one word, equal names differ by no more than a slip or two. */
#define JOINED_ENOUGH 0.85

typedef struct pairing {
    const ent_i_name *a; /* the one with fewer words */
    const ent_i_name *b;
    bool used[ENT_I_NAME_PARTS]; /* of b */
    double least;                /* of the pairs made */
    size_t unpaired;             /* words of a without a partner */
    size_t initials;             /* pairs that rely on an initial */
} pairing;

/* Particles and suffixes are skipped: lists often leave them out. */
static bool is_word(const ent_i_name *name, size_t i)
{
    return name->parts[i].kind <= ENT_I_PART_INITIAL;
}

static size_t count_words(const ent_i_name *name)
{
    size_t n = 0;
    for (size_t i = 0; i < name->count; i++)
        n += is_word(name, i);
    return n;
}

/* An initial agrees with any word that begins with it, at a price. */
static double word_similarity(const ent_i_name *a, size_t i,
                              const ent_i_name *b, size_t j)
{
    const char *x = ent_i_name_part(a, i), *y = ent_i_name_part(b, j);
    bool initial = a->parts[i].kind == ENT_I_PART_INITIAL ||
                   b->parts[j].kind == ENT_I_PART_INITIAL;
    if (initial)
        return x[0] == y[0] ? 0.9 : 0;
    return ent_i_given_similarity(x, y);
}

/* Pairs word i of a with the most similar free word of b. */
static void pair_word(pairing *p, size_t i, double least)
{
    size_t best = p->b->count;
    double most = least;
    for (size_t j = 0; j < p->b->count; j++) {
        if (p->used[j] || !is_word(p->b, j))
            continue;
        double similarity = word_similarity(p->a, i, p->b, j);
        if (similarity > most) {
            most = similarity;
            best = j;
        }
    }
    if (best == p->b->count) {
        p->unpaired++;
        return;
    }
    p->used[best] = true;
    p->initials += p->a->parts[i].kind == ENT_I_PART_INITIAL ||
                   p->b->parts[best].kind == ENT_I_PART_INITIAL;
    p->least = most < p->least ? most : p->least;
}

/* Equal words first, so that a similar word does not take the place of an equal
 * one. */
static void pair_words(pairing *p)
{
    bool done[ENT_I_NAME_PARTS] = {false};
    for (size_t i = 0; i < p->a->count; i++) {
        for (size_t j = 0; j < p->b->count && !done[i]; j++)
            if (is_word(p->a, i) && is_word(p->b, j) && !p->used[j] &&
                strcmp(ent_i_name_part(p->a, i), ent_i_name_part(p->b, j)) == 0)
                done[i] = p->used[j] = true;
    }
    for (size_t i = 0; i < p->a->count; i++)
        if (is_word(p->a, i) && !done[i])
            pair_word(p, i, PART_ENOUGH);
}

/* Compares the letters without blanks: "SergeiRokov", "Petr ushin". */
static double joined_similarity(const ent_i_name *a, const ent_i_name *b)
{
    char x[ENT_I_NAME_ROOM], y[ENT_I_NAME_ROOM];
    ent_i_name_key(a, x, sizeof x);
    ent_i_name_key(b, y, sizeof y);
    return ent_i_part_similarity(x, y);
}

/* Whether all the letters together differ by no more than a slip or two. */
static bool is_slip(const ent_i_name *a, const ent_i_name *b)
{
    enum { SLIPS = 2, LETTERS = 8 };
    char x[ENT_I_NAME_ROOM], y[ENT_I_NAME_ROOM];
    size_t n = ent_i_name_key(a, x, sizeof x);
    size_t m = ent_i_name_key(b, y, sizeof y);
    return n >= LETTERS && m >= LETTERS &&
           ent_i_edit_distance(x, n, y, m, SLIPS) <= SLIPS;
}

static size_t count_initials(const ent_i_name *name)
{
    size_t n = 0;
    for (size_t i = 0; i < name->count; i++)
        n += name->parts[i].kind == ENT_I_PART_INITIAL;
    return n;
}

/* "X bin Y" is the son of Y, unlike "Y bin X". */
static bool is_descent(const ent_i_name *name)
{
    for (size_t i = 1; i < name->count; i++) {
        const char *text = ent_i_name_part(name, i);
        if (ent_i_is_son_of(text))
            return name->parts[i].kind == ENT_I_PART_PARTICLE;
    }
    return false;
}

/* In Chinese and Korean each character is a syllable, and a name has only two
 * or three: one different character makes a different name. */
static bool is_syllabic(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] < 0xE3 && (text[i] & 0xC0) != 0x80 &&
            text[i] != ' ')
            return false;
    return size > 0;
}

/* 0 when a word of the shorter name has no partner, or when only initials
 * agree: "J. S." could be anybody. */
static double paired_similarity(const ent_i_name *x, const ent_i_name *y)
{
    enum { TOO_MANY_MORE = 3 };
    size_t n = count_words(x), m = count_words(y);
    size_t fewer = n < m ? n : m, more = n < m ? m : n;
    pairing p = {.a = n <= m ? x : y, .b = n <= m ? y : x, .least = 1};
    if (!fewer || (fewer == 1 && more - fewer >= TOO_MANY_MORE))
        return 0;
    if (is_descent(x) && is_descent(y) &&
        word_similarity(x, 0, y, 0) < PART_ENOUGH)
        return 0;
    pair_words(&p);
    if (p.unpaired || p.initials == fewer)
        return 0;
    /* As certain as the weakest pair; a name with an extra word may be somebody
     * else's. */
    return n == m ? p.least : p.least * 0.97;
}

/* Compares word by word, then letter by letter for names whose blanks are
 * placed differently or whose slips are spread over several words. */
double ent_i_person_similarity(const char *a, size_t a_size, const char *b,
                               size_t b_size)
{
    ent_i_name x, y;
    if (is_syllabic(a, a_size) && is_syllabic(b, b_size))
        return a_size == b_size && memcmp(a, b, a_size) == 0 ? 1 : 0;
    ent_i_name_parse(&x, a, a_size);
    ent_i_name_parse(&y, b, b_size);
    double paired = paired_similarity(&x, &y);
    double joined = joined_similarity(&x, &y);
    if (count_words(&x) != count_words(&y))
        return joined >= JOINED_ENOUGH && joined > paired ? joined : paired;
    if (paired < PART_ENOUGH && !count_initials(&x) && !count_initials(&y) &&
        is_slip(&x, &y))
        return PART_ENOUGH;
    return paired;
}
