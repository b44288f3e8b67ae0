/* One folding for all comparisons of names, so that every stage agrees on which
 * names are the same. */
#include "names/fold.h"

#include <pthread.h>
#include <string.h>

#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "core/error.h"
#include "core/memory.h"
#include "lexicon/plain.h"

/* UTF-16 units: far more than any name has. */
enum { FOLD_UNITS = 512 };

/* Opening the transliterator takes milliseconds, and ICU does not promise that
 * two threads may use it at once. So there is one for all, behind a lock and
 * never closed. Few names are outside ASCII, and the corpus folds each spelling
 * only once. */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static UTransliterator *to_ascii;

/* Without ICU's data, names in other scripts fold to nothing and are then
 * compared byte by byte. */
static void open_transliterator(void)
{
    static const UChar id[] = u"Any-Latin; Latin-ASCII";
    UErrorCode code = U_ZERO_ERROR;
    to_ascii = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    if (U_FAILURE(code))
        to_ascii = NULL;
}

/* Opening takes 1 MB, and ICU does not check whether it got it. */
enum { OPEN_ROOM = 8 << 20 };

ent_status ent_i_fold_prepare(ent_error *error)
{
    if (!ent_i_memory_spare(OPEN_ROOM))
        return ent_i_no_memory(error, "resolve");
    pthread_once(&once, open_transliterator);
    return ENT_OK;
}

/* The usual case, and the one that needs no lock. */
static bool is_ascii(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* Lower-cases and cleans ASCII (other bytes become blanks). */
static size_t clean(const char *text, size_t size, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < size && n + 1 < room; i++) {
        char c = text[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        else if (c == '`')
            c = '\'';
        else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                   (c && strchr("-'.,&", c))))
            c = ' ';
        if (c == ' ' && (n == 0 || out[n - 1] == ' '))
            continue;
        out[n++] = c;
    }
    while (n && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return n;
}

/* Writes the name in ASCII; returns 0 when that fails. */
static size_t transliterate(const char *name, size_t size, char *out,
                            size_t room)
{
    UChar units[FOLD_UNITS];
    int32_t count = 0;
    UErrorCode code = U_ZERO_ERROR;
    pthread_once(&once, open_transliterator);
    u_strFromUTF8WithSub(units, FOLD_UNITS, &count, name, (int32_t)size, ' ',
                         NULL, &code);
    if (U_FAILURE(code) || !to_ascii)
        return 0;
    int32_t limit = count;
    pthread_mutex_lock(&lock);
    utrans_transUChars(to_ascii, units, &count, FOLD_UNITS, 0, &limit, &code);
    pthread_mutex_unlock(&lock);
    if (U_FAILURE(code))
        return 0;
    size_t n = 0;
    for (int32_t i = 0; i < count && n < room; i++)
        out[n++] = units[i] < 0x80 ? (char)units[i] : ' ';
    return n;
}

/* The name in plain text, in `room` when that takes changes. */
static const char *make_plain(const char *name, size_t *size, char *room)
{
    if (*size >= FOLD_UNITS || !ent_i_is_roundabout(name, *size))
        return name;
    *size = ent_i_plain(ent_i_lexicon_default(), name, *size, room, FOLD_UNITS);
    return room;
}

size_t ent_i_fold(const char *name, size_t size, char *out, size_t room)
{
    char ascii[FOLD_UNITS], plain[FOLD_UNITS];
    name = make_plain(name, &size, plain);
    if (is_ascii(name, size))
        return clean(name, size, out, room);
    /* Transliteration can lengthen the text: leave room for it. */
    if (size > FOLD_UNITS / 2)
        size = FOLD_UNITS / 2;
    size_t n = transliterate(name, size, ascii, sizeof ascii);
    return clean(ascii, n, out, room);
}

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

size_t ent_i_fold_key(const char *folded, size_t size, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < size && n + 1 < room; i++)
        if (is_alnum(folded[i]))
            out[n++] = folded[i];
    out[n] = '\0';
    return n;
}

size_t ent_i_name_fold_key(const char *name, size_t size, char *out,
                           size_t room)
{
    char folded[256];
    size_t n = ent_i_fold(name, size, folded, sizeof folded);
    return ent_i_fold_key(folded, n, out, room);
}

bool ent_i_is_capitals(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            return false;
    return true;
}

/* A byte of UTF-8 that does not begin a character. */
static bool is_inner(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

size_t ent_i_single_blanks(const char *text, size_t size, char *out,
                           size_t room)
{
    char plain[FOLD_UNITS];
    size_t n = 0, i = 0;
    text = make_plain(text, &size, plain);
    for (; i < size && n + 1 < room; i++) {
        bool blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t' ||
                     text[i] == '\r';
        if (!blank || (n && out[n - 1] != ' '))
            out[n++] = blank ? ' ' : text[i];
    }
    /* Half a character would be invalid in every output format. */
    if (i < size && is_inner(text[i])) {
        while (n && is_inner(out[n - 1]))
            n--;
        n -= n > 0;
    }
    out[n] = '\0';
    return n;
}

/* Apostrophes and periods leave no gap: "obrien", "jk-rowling". */
size_t ent_i_fold_slug(const char *folded, size_t size, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < size && n + 1 < room; i++) {
        char c = folded[i];
        if (is_alnum(c))
            out[n++] = c;
        else if (c != '\'' && c != '.' && n && out[n - 1] != '-')
            out[n++] = '-';
    }
    while (n && out[n - 1] == '-')
        n--;
    out[n] = '\0';
    return n;
}
