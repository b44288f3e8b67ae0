/* Whether two full names can belong to one person, and which short forms a name
 * has. Similarities run from 0 to 1 and are multiplied, so that each doubt
 * lowers the result. */
#include "names/compare.h"

#include <string.h>

#include "names/variants.h"

/* ---- full names ---- */

/* Whether a name that the word may stand for begins with the letter. */
static bool may_begin(const char *word, char letter)
{
    const char *formal;
    for (size_t i = 0; (formal = ent_i_formal_name(word, i)); i++)
        if (formal[0] == letter)
            return true;
    return false;
}

/* The similarity of two given or middle names; an initial agrees with a word
 * that begins with it, or whose formal name does. */
static double given_similarity(const ent_i_name *a, size_t i,
                               const ent_i_name *b, size_t j)
{
    const char *x = ent_i_name_part(a, i), *y = ent_i_name_part(b, j);
    if (!ent_i_name_is_initial(a, i) && !ent_i_name_is_initial(b, j))
        return ent_i_given_similarity(x, y);
    if (x[0] == y[0])
        return ent_i_name_is_initial(a, i) && ent_i_name_is_initial(b, j)
                   ? 1
                   : 0.95;
    return may_begin(x, y[0]) || may_begin(y, x[0]) ? 0.94 : 0;
}

/* A given or middle name: neither the surname nor a particle or suffix. */
static bool is_given(const ent_i_name *name, size_t i)
{
    return i != name->family && i < name->count &&
           name->parts[i].kind <= ENT_I_PART_INITIAL;
}

/* The next part at or after i that is no particle, or count. */
static size_t next_word(const ent_i_name *name, size_t i)
{
    while (i < name->count && name->parts[i].kind == ENT_I_PART_PARTICLE)
        i++;
    return i;
}

/* A particle before a given name belongs to it: "Abd al-Rahman". */
bool ent_i_name_join_given(const ent_i_name *name, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < name->count; i++) {
        if (!is_given(name, next_word(name, i)))
            continue;
        if (ent_i_name_is_initial(name, i))
            return false;
        memcpy(out + n, ent_i_name_part(name, i), name->parts[i].size);
        n += name->parts[i].size;
    }
    out[n] = '\0';
    return true;
}

/* Whether the given names are spelt alike, however they are divided into
 * words. */
static bool is_one_spelling(const ent_i_name *a, const ent_i_name *b)
{
    char given_a[ENT_I_NAME_ROOM], given_b[ENT_I_NAME_ROOM];
    char spelling_a[ENT_I_WORD_ROOM], spelling_b[ENT_I_WORD_ROOM];
    if (!ent_i_name_join_given(a, given_a) ||
        !ent_i_name_join_given(b, given_b))
        return false;
    ent_i_spelling(given_a, spelling_a);
    ent_i_spelling(given_b, spelling_b);
    return strcmp(spelling_a, spelling_b) == 0;
}

/* The next given name at or after i, or count. */
static size_t next_given(const ent_i_name *name, size_t i)
{
    while (i < name->count && !is_given(name, i))
        i++;
    return i;
}

/* Initials count: "John F." has two. */
static size_t count_given(const ent_i_name *name)
{
    size_t n = 0;
    for (size_t i = 0; i < name->count; i++)
        n += is_given(name, i);
    return n;
}

/* Compares all given names of `fewer` with a run of neighbours in `more` that
 * starts at its given name i. Returns the lowest similarity, or 0 when a pair
 * contradicts. */
static double match_run(const ent_i_name *fewer, const ent_i_name *more,
                        size_t i, double like)
{
    double least = 1;
    for (size_t j = next_given(fewer, 0); j < fewer->count;
         j = next_given(fewer, j + 1), i = next_given(more, i + 1)) {
        double similarity =
            i < more->count ? given_similarity(more, i, fewer, j) : 0;
        if (similarity < like)
            return 0;
        least = similarity < least ? similarity : least;
    }
    return least;
}

/* Whether part i is behind "bin": the name of a father. */
static bool is_fathers(const ent_i_name *name, size_t i)
{
    while (i-- > 1)
        if (name->parts[i].kind == ENT_I_PART_PARTICLE &&
            ent_i_is_son_of(ent_i_name_part(name, i)))
            return true;
    return false;
}

/* "Frank Roe" is not "William F. Roe", who is called by his first name. */
static bool is_middle_initial(const ent_i_name *fewer, const ent_i_name *more,
                              size_t i)
{
    return ent_i_name_is_initial(more, i) &&
           !ent_i_name_is_initial(fewer, next_given(fewer, 0));
}

/* All given names of the shorter name must form a run within the longer:
 * "Boris" is in "Alexander Boris", but "George W." is not in "George H. W.".
 * The syllables behind a family name are one name. */
static double match_given(const ent_i_name *fewer, const ent_i_name *more,
                          double like, double *weakest)
{
    size_t first = next_given(more, 0);
    double run = match_run(fewer, more, first, like), worth = 1;
    if (more->family == 0 && count_given(fewer) < count_given(more))
        return 0;
    for (size_t i = next_given(more, first + 1);
         run == 0 && i < more->count && !is_fathers(more, i);
         i = next_given(more, i + 1)) {
        run = is_middle_initial(fewer, more, i)
                  ? 0
                  : match_run(fewer, more, i, like);
        worth = 0.9;
    }
    *weakest = run < *weakest ? run : *weakest;
    return worth * run;
}

/* A missing suffix contradicts nothing: papers drop "Jr." once the reader knows
 * whom they mean. */
static bool suffixes_agree(const ent_i_name *a, const ent_i_name *b)
{
    const char *x = ent_i_name_suffix(a), *y = ent_i_name_suffix(b);
    return !x || !y || strcmp(x, y) == 0;
}

/* Within one article, a suffix on only one of two otherwise equal names is
 * there to tell them apart. */
bool ent_i_names_part_kin(const ent_i_name *a, const ent_i_name *b)
{
    if (!ent_i_name_suffix(a) == !ent_i_name_suffix(b) ||
        count_given(a) != count_given(b) || a->reign || b->reign)
        return false;
    return strcmp(ent_i_name_part(a, a->given), ent_i_name_part(b, b->given)) ==
               0 &&
           strcmp(ent_i_name_part(a, a->family),
                  ent_i_name_part(b, b->family)) == 0;
}

/* The surname joined to the particles before it, so that "Le Roy" equals
 * "Leroy" and "bin Hamdan" equals "Binhamdan". */
static void whole_family(const ent_i_name *name, char *out)
{
    size_t n = 0, i = name->family;
    while (i > 0 && name->parts[i - 1].kind == ENT_I_PART_PARTICLE)
        i--;
    for (; i <= name->family; i++) {
        memcpy(out + n, ent_i_name_part(name, i), name->parts[i].size);
        n += name->parts[i].size;
    }
    out[n] = '\0';
}

/* The better of two readings, with particles and without, since they come and
 * go ("Velde", "van Velde"). */
static double family_similarity(const ent_i_name *a, const ent_i_name *b)
{
    char whole_a[ENT_I_NAME_ROOM], whole_b[ENT_I_NAME_ROOM];
    double bare = ent_i_part_similarity(ent_i_name_part(a, a->family),
                                        ent_i_name_part(b, b->family));
    if (bare == 1)
        return 1;
    whole_family(a, whole_a);
    whole_family(b, whole_b);
    double whole = ent_i_part_similarity(whole_a, whole_b);
    return whole > bare ? whole : bare;
}

/* Two words of which the one may be either's surname: "Nagy Péter". Those that
 * are both given names ("James Thomas") are two persons' in either order. */
static bool may_turn(const ent_i_name *name)
{
    return name->count == 2 && name->core == 2 && !ent_i_name_is_reign(name) &&
           !(ent_i_given_gender(ent_i_name_part(name, 0)) &&
             ent_i_given_gender(ent_i_name_part(name, 1)));
}

static double turned_similarity(const ent_i_name *a, const ent_i_name *b)
{
    if (!may_turn(a) || !may_turn(b))
        return 0;
    double x = ent_i_part_similarity(ent_i_name_part(a, a->family),
                                     ent_i_name_part(b, b->given));
    double y = ent_i_part_similarity(ent_i_name_part(a, a->given),
                                     ent_i_name_part(b, b->family));
    return x < ENT_I_LIKE_SPELT || y < ENT_I_LIKE_SPELT ? 0 : 0.97 * x * y;
}

/* Whether only one is a monarch's name and number, and the other not his title
 * and name: "Elizabeth II" is "Queen Elizabeth", not Ann Elizabeth. */
static bool reign_speaks_against(const ent_i_name *a, const ent_i_name *b)
{
    const ent_i_name *other = a->numbered ? b : a;
    return a->numbered != b->numbered && other->core > 1 &&
           !ent_i_name_is_reign(other);
}

/* Surname, suffix and gender can only rule a match out; its certainty comes
 * from the given names. Those missing from one name cost a little. */
double ent_i_names_weigh(const ent_i_name *a, const ent_i_name *b, double like,
                         double *weakest)
{
    double family = family_similarity(a, b);
    if (!suffixes_agree(a, b) || reign_speaks_against(a, b) ||
        (a->gender && b->gender && !(a->gender & b->gender)))
        return 0;
    *weakest = family < like ? 1 : family;
    if (family < like)
        return turned_similarity(a, b);
    double given = 0.99;
    if (!is_one_spelling(a, b)) {
        size_t n = count_given(a), m = count_given(b);
        given = n <= m ? match_given(a, b, like, weakest)
                       : match_given(b, a, like, weakest);
        given *= n == m ? 1 : 0.98;
    }
    return given * family;
}

double ent_i_names_agree(const ent_i_name *a, const ent_i_name *b, double like)
{
    double weakest;
    return ent_i_names_weigh(a, b, like, &weakest);
}

/* Whether all given names of `fewer` stand in a row in `more`, from its given
 * name i. */
static bool is_run(const ent_i_name *fewer, const ent_i_name *more, size_t i)
{
    for (size_t j = next_given(fewer, 0); j < fewer->count;
         j = next_given(fewer, j + 1), i = next_given(more, i + 1))
        if (i == more->count ||
            strcmp(ent_i_name_part(more, i), ent_i_name_part(fewer, j)) != 0)
            return false;
    return true;
}

ent_i_otherwise ent_i_names_otherwise(const ent_i_name *a, const ent_i_name *b)
{
    ent_i_otherwise way = {.family = family_similarity(a, b) < 1};
    if (is_one_spelling(a, b))
        return way;
    size_t n = count_given(a), m = count_given(b);
    const ent_i_name *fewer = n <= m ? a : b, *more = n <= m ? b : a;
    size_t first = next_given(more, 0);
    way.middle = n != m;
    if (is_run(fewer, more, first))
        return way;
    for (size_t i = next_given(more, first + 1); i < more->count && !way.later;
         i = next_given(more, i + 1))
        way.later = is_run(fewer, more, i);
    way.given = !way.later;
    return way;
}

/* The name up to its middle name i, as if that were the surname. */
static ent_i_name cut_behind(const ent_i_name *name, size_t i)
{
    ent_i_name cut = *name;
    cut.count = (uint8_t)(i + 1);
    cut.family = (uint8_t)i;
    cut.core = 0;
    for (size_t k = 0; k <= i; k++)
        cut.core += cut.parts[k].kind == ENT_I_PART_CORE;
    return cut;
}

static double agree_cut(const ent_i_name *brief, const ent_i_name *full)
{
    for (size_t i = full->given + 1u; i < full->family; i++) {
        ent_i_name cut = cut_behind(full, i);
        double agreed = full->parts[i].kind == ENT_I_PART_CORE
                            ? ent_i_names_agree(brief, &cut, ENT_I_LIKE_SPELT)
                            : 0;
        if (agreed > 0)
            return 0.95 * agreed;
    }
    return 0;
}

double ent_i_names_agree_within(const ent_i_name *a, const ent_i_name *b)
{
    return a->core < b->core ? agree_cut(a, b) : agree_cut(b, a);
}

/* ---- short forms ---- */

static bool is_tail(const ent_i_name *brief, const ent_i_name *full)
{
    if (brief->count < 2 || brief->count >= full->count)
        return false;
    size_t shift = (size_t)(full->count - brief->count);
    for (size_t i = 0; i < brief->count; i++)
        if (strcmp(ent_i_name_part(brief, i),
                   ent_i_name_part(full, i + shift)) != 0)
            return false;
    return true;
}

bool ent_i_name_begins(const ent_i_name *brief, const ent_i_name *full)
{
    if (brief->core < 2 || brief->count >= full->count || full->family == 0)
        return false;
    for (size_t i = 0; i < brief->count; i++)
        if (full->parts[i].kind != brief->parts[i].kind ||
            strcmp(ent_i_name_part(brief, i), ent_i_name_part(full, i)) != 0)
            return false;
    return full->parts[full->family].kind == ENT_I_PART_CORE &&
           brief->count <= full->family;
}

/* "K-Ste", "J-Ro": the initial of the given name and the start of the
 * surname. "Bob" is somebody else's given name. */
static bool is_blend(const char *brief, const ent_i_name *full)
{
    const char *family = ent_i_name_part(full, full->family);
    size_t size = strlen(brief);
    return size >= 3 && size <= 4 && !ent_i_given_gender(brief) &&
           brief[0] == ent_i_name_part(full, full->given)[0] &&
           strncmp(brief + 1, family, size - 1) == 0;
}

/* "Hasan" of "Abu Hasan al-Umbali" is another's name; nicknames within a name
 * ("El Gordo") lose their articles. */
static bool has_particle(const ent_i_name *full, size_t i)
{
    return i == 1 && full->parts[0].kind == ENT_I_PART_PARTICLE;
}

/* A two-word surname is often cut to its first word: "Peña" for "Enrique Peña
 * Rojas". */
static bool is_inner(const char *brief, const ent_i_name *full)
{
    for (size_t i = 0; i < full->count; i++)
        if (is_given(full, i) && !has_particle(full, i) &&
            strcmp(brief, ent_i_name_part(full, i)) == 0)
            return true;
    return false;
}

/* "Rahman" for "Abdel Rahman". */
static bool is_master(const char *word, const char *name)
{
    char servant[ENT_I_NAME_ROOM];
    size_t n = strlen(name), size = strlen(word);
    if (size + 2 > n || strcmp(name + n - size, word) != 0)
        return false;
    memcpy(servant, name, n - size);
    servant[n - size] = '\0';
    return ent_i_is_servant(servant);
}

/* The given name that somebody is called by: "Thomas" of "J. Thomas Roe". */
static size_t called_by(const ent_i_name *name)
{
    for (size_t i = name->given; i < name->count; i = next_given(name, i + 1))
        if (!ent_i_name_is_initial(name, i))
            return i;
    return name->given;
}

/* "Tom" for Thomas; not "Van Thomas", whose surname it is, and not "Thomas" for
 * who is only called Tom: an article shortens what it has said. */
static bool is_nickname(const ent_i_name *brief, const char *given)
{
    const char *word = ent_i_name_part(brief, brief->family);
    return brief->parts[0].kind != ENT_I_PART_PARTICLE && given[1] &&
           ent_i_same_nickname(word, given) && !ent_i_is_formal(word, given);
}

bool ent_i_name_is_initials(const ent_i_name *name)
{
    size_t i = 0;
    while (i < name->count && ent_i_name_is_initial(name, i))
        i++;
    return i > 1 && i == name->count;
}

/* "J.D." for J.D. Roe. */
static bool is_begun(const ent_i_name *brief, const ent_i_name *full)
{
    size_t i = 0;
    while (i < brief->count && i < full->family &&
           ent_i_name_is_initial(full, i) &&
           *ent_i_name_part(brief, i) == *ent_i_name_part(full, i))
        i++;
    return i == brief->count;
}

/* Tried from the surest kind of short form to the oddest. A short form with a
 * suffix fits only a full name that has one too. */
ent_i_short_kind ent_i_name_shortens(const ent_i_name *brief,
                                     const ent_i_name *full)
{
    if (!brief->count || ent_i_name_is_full(full) == false)
        return ENT_I_NOT_SHORT;
    const char *suffix = ent_i_name_suffix(brief);
    if (suffix && (!ent_i_name_suffix(full) || !suffixes_agree(brief, full)))
        return ENT_I_NOT_SHORT;
    if (is_tail(brief, full))
        return ENT_I_SHORT_TAIL;
    if (ent_i_name_is_initials(brief))
        return is_begun(brief, full) ? ENT_I_SHORT_GIVEN : ENT_I_NOT_SHORT;
    if (ent_i_name_is_full(brief))
        return ENT_I_NOT_SHORT;
    const char *word = ent_i_name_part(brief, brief->family);
    const char *family = ent_i_name_part(full, full->family);
    if (strcmp(word, family) == 0 || is_master(word, family))
        return ent_i_name_is_childs(full) ? ENT_I_NOT_SHORT
                                          : ENT_I_SHORT_FAMILY;
    size_t called = called_by(full);
    const char *given = ent_i_name_part(full, called);
    if (!has_particle(full, called)) {
        if (strcmp(word, given) == 0)
            return ENT_I_SHORT_GIVEN;
        if (is_nickname(brief, given))
            return ENT_I_SHORT_NICK;
    }
    /* Short words look alike too easily ("Lind", "Lund"), and a given name is
     * mostly another's. */
    if (strlen(word) > 4 && !ent_i_given_gender(word) &&
        ent_i_part_similarity(word, family) >= ENT_I_LIKE_ARTICLE)
        return ENT_I_SHORT_ALIKE;
    if (is_inner(word, full) || is_blend(word, full) ||
        ent_i_name_has_letters(brief, full))
        return ENT_I_SHORT_ODD;
    return ENT_I_NOT_SHORT;
}
