#include "names/things.h"

#include <string.h>

#include "lexicon/lexicon.h"
#include "names/fold.h"

static const ent_i_lexeme *lexeme(const char *word)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word));
}

void ent_i_thing_split(ent_i_thing *list, const char *text, size_t size,
                       bool keep)
{
    char folded[ENT_I_THING_ROOM];
    size_t n = ent_i_fold(text, size, folded, sizeof folded), used = 0;
    list->n = 0;
    list->of = false;
    for (size_t i = 0; i < n && list->n < ENT_I_THING_WORDS;) {
        char *word = list->text + used;
        size_t length = 0;
        for (;
             i < n && folded[i] != ' ' && folded[i] != '-' && folded[i] != ',';
             i++)
            if (folded[i] != '.' && folded[i] != '\'' && folded[i] != '&')
                word[length++] = folded[i];
        i++;
        word[length] = '\0';
        if (!length)
            continue;
        const ent_i_lexeme *found = lexeme(word);
        list->of |= (found->use & ENT_I_U_OF) != 0;
        /* Dropped when names are compared, kept in acronyms, where usage varies
         * ("DoS", "DOD"). */
        if (!keep && found->organisation & ENT_I_ORG_SMALL)
            continue;
        list->items[list->n++] = word;
        used += length + 1;
    }
}

/* A name that does not fit is cut between words. */
static size_t join(const ent_i_thing *list, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        size_t size = strlen(list->items[i]);
        if (n + size + 2 > room)
            break;
        if (i)
            out[n++] = ' ';
        memcpy(out + n, list->items[i], size);
        n += size;
    }
    out[n] = '\0';
    return n;
}

/* Turns "Department of State" into "State Department": of two words around
 * "of", the second moves to the front. Only for a few kinds of name, since both
 * "Bank of America" and its reverse exist, while news never turns "Sea of
 * Japan" into "Japan Sea". */
static void turn_about(ent_i_thing *list)
{
    if (!list->of || list->n < 2 ||
        !(lexeme(list->items[0])->organisation & ENT_I_ORG_TURNS))
        return;
    const char *first = list->items[0];
    memmove(list->items, list->items + 1, (list->n - 1) * sizeof *list->items);
    list->items[list->n - 1] = first;
}

/* The size of a place's name without the country behind it: "Bergen, Norway".
 */
static size_t without_country(const char *text, size_t size)
{
    char folded[ENT_I_THING_ROOM];
    size_t comma = size;
    while (comma > 0 && text[comma - 1] != ',')
        comma--;
    if (comma < 2 || size - comma < 2 || text[comma] != ' ')
        return size;
    size_t n =
        ent_i_fold(text + comma + 1, size - comma - 1, folded, sizeof folded);
    return ent_i_country_called(ent_i_lexicon_default(), folded, n) ? comma - 1
                                                                    : size;
}

/* The usual name of a country that has several; any other text unchanged. */
static const char *usual_country(const char *text, size_t *size)
{
    char folded[ENT_I_THING_ROOM];
    size_t n = ent_i_fold(text, *size, folded, sizeof folded), at = 0;
    const char *blank = memchr(folded, ' ', n);
    if (blank && ent_i_lexeme_of(ent_i_lexicon_default(), folded,
                                 (size_t)(blank - folded))
                         ->use &
                     ENT_I_U_THE)
        at = (size_t)(blank - folded) + 1;
    const ent_i_country *country =
        ent_i_country_called(ent_i_lexicon_default(), folded + at, n - at);
    if (!country)
        return text;
    *size = strlen(country->name);
    return country->name;
}

/* The usual name of a place or other thing that has several, or NULL; folded
 * but for those of states. */
static const char *usual_name(ent_type type, const char *key)
{
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    const ent_i_usual *found = ent_i_usual_find(lexicon, key);
    const char *usual = !found              ? NULL
                        : type == ENT_PLACE ? found->place
                                            : found->org;
    return usual || type != ENT_PLACE
               ? usual
               : ent_i_state_called(lexicon, key, strlen(key));
}

size_t ent_i_thing_key(ent_type type, const char *text, size_t size, char *out,
                       size_t room)
{
    ent_i_thing list;
    if (type == ENT_PLACE)
        size = without_country(text, size);
    text = usual_country(text, &size);
    ent_i_thing_split(&list, text, size, false);
    /* "The The", "Company": when all words are small, they are the name. */
    if (!list.n)
        ent_i_thing_split(&list, text, size, true);
    if (type == ENT_ORG)
        turn_about(&list);
    size_t n = join(&list, out, room);
    const char *usual = usual_name(type, out);
    return usual && strlen(usual) < room
               ? ent_i_fold(usual, strlen(usual), out, room)
               : n;
}

bool ent_i_stands_for_usual(ent_type type, const char *text, size_t size)
{
    ent_i_thing list;
    char key[ENT_I_THING_ROOM];
    if (usual_country(text, &size) != text)
        return true;
    ent_i_thing_split(&list, text, size, true);
    join(&list, key, sizeof key);
    return usual_name(type, key) != NULL;
}

bool ent_i_is_acronym(const char *text, size_t size)
{
    size_t letters = 0;
    for (size_t i = 0; i < size; i++) {
        if (text[i] >= 'A' && text[i] <= 'Z')
            letters++;
        else if (text[i] != '.')
            return false;
    }
    /* One letter is an initial; longer runs of capitals are headlines. */
    return letters >= 2 && letters <= 7;
}
