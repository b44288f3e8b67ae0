/* Names written surname first. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "names/fold.h"
#include "names/names.h"

/* Shorter words in capitals may be initials or acronyms. */
enum { LEAST_CAPITALS = 3, LONGEST_WORD = 48 };

typedef struct stretch {
    const char *at;
    size_t size;
} stretch;

/* What stands before the mark and, in *rest, behind it and its blanks; all of
 * it where there is none. */
static stretch cut(stretch text, char mark, stretch *rest)
{
    const char *found = memchr(text.at, mark, text.size);
    const char *end = text.at + text.size;
    stretch before = {text.at, found ? (size_t)(found - text.at) : text.size};
    const char *on = found ? found + 1 : end;
    while (on < end && (*on == ' ' || *on == '\n'))
        on++;
    *rest = (stretch){on, (size_t)(end - on)};
    return before;
}

static bool is_suffix(stretch part)
{
    char key[LONGEST_WORD];
    ent_i_name_fold_key(part.at, part.size, key, sizeof key);
    return ent_i_is_suffix(key);
}

static bool is_degree(stretch part)
{
    char key[LONGEST_WORD];
    ent_i_name_fold_key(part.at, part.size, key, sizeof key);
    return ent_i_is_degree(key);
}

/* Writes the parts with blanks between them; 0 when they don't fit. */
static size_t join(const stretch *parts, size_t count, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].size)
            continue;
        if (n + parts[i].size + 2 > room)
            return 0;
        if (n)
            out[n++] = ' ';
        memcpy(out + n, parts[i].at, parts[i].size);
        n += parts[i].size;
    }
    out[n] = '\0';
    return n;
}

/* "Dunn, Peter", "Roe, Ann M., Jr."; but not "Rose, M.D." or "Dunn, Jr.".
 */
static size_t turn_comma(stretch name, char *out, size_t room)
{
    stretch rest, more, none;
    stretch head = cut(name, ',', &rest);
    stretch given = cut(rest, ',', &more);
    stretch suffix = cut(more, ',', &none);
    if (!head.size || !given.size || none.size || is_suffix(given) ||
        is_degree(given) || (suffix.size && !is_suffix(suffix)))
        return 0;
    return join((stretch[]){given, head, suffix}, 3, out, room);
}

/* Letters of the word in capitals and in small letters. */
static void count_case(stretch word, size_t *upper, size_t *lower)
{
    *upper = *lower = 0;
    for (size_t i = 0; i < word.size;) {
        UChar32 c;
        U8_NEXT(word.at, i, word.size, c);
        *upper += c >= 0 && u_isupper(c);
        *lower += c >= 0 && u_islower(c);
    }
}

static bool is_given(stretch word)
{
    char key[LONGEST_WORD];
    ent_i_name_fold_key(word.at, word.size, key, sizeof key);
    return ent_i_given_gender(key);
}

/* "ROSSI Giulia", "VAN DEN BERG Jan": capitals show the surname where a given
 * name follows in ordinary case; but not in "NBC Lester Holt". */
static size_t turn_capitals(stretch name, char *out, size_t room)
{
    stretch rest = name, head = {name.at, 0}, on;
    size_t upper, lower, letters = 0;
    for (; rest.size; rest = on) {
        stretch word = cut(rest, ' ', &on);
        count_case(word, &upper, &lower);
        if (lower || upper < 2)
            break;
        letters = upper > letters ? upper : letters;
        head.size = (size_t)(word.at + word.size - head.at);
    }
    stretch given = rest;
    if (letters < LEAST_CAPITALS || !is_given(cut(given, ' ', &on)))
        return 0;
    for (size_t n = 0; rest.size; rest = on, n++) {
        stretch word = cut(rest, ' ', &on);
        count_case(word, &upper, &lower);
        if ((n && !is_given(word)) ||
            upper != 1 + (memchr(word.at, '-', word.size) != NULL) || !lower)
            return 0;
    }
    return join((stretch[]){given, head}, 2, out, room);
}

size_t ent_i_name_turn(const char *text, size_t size, char *out, size_t room)
{
    stretch name = {text, size};
    if (memchr(text, ',', size))
        return turn_comma(name, out, room);
    return size > 2 && text[1] != '.' && !(text[1] >= 'a' && text[1] <= 'z')
               ? turn_capitals(name, out, room)
               : 0;
}
