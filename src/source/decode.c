#include "source/decode.h"

#include <stdint.h>
#include <string.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "core/memory.h"

/* How much of a file is looked at to guess its encoding, and how many
 * characters beyond ASCII a guess needs: with fewer, the most common encoding
 * is the better guess. */
enum { DETECT_BYTES = 1 << 16, WIDE_BYTES = 1 << 12, DETECT_LEAST = 3 };
#define WESTERN "windows-1252"

typedef struct mark {
    const char *encoding; /* NULL: UTF-8 */
    const char *bytes;
    size_t size;
} mark;

/* UTF-32 first: its little-endian mark begins with that of UTF-16. */
static const mark marks[] = {
    {"UTF-32LE", "\xFF\xFE\0\0", 4}, {"UTF-32BE", "\0\0\xFE\xFF", 4},
    {"UTF-16LE", "\xFF\xFE", 2},     {"UTF-16BE", "\xFE\xFF", 2},
    {NULL, "\xEF\xBB\xBF", 3},
};

/* Western text in UTF-16 has a zero in nearly every other byte, always on the
 * same side; other text has hardly any. A quarter is well below what Western
 * text has and leaves room for quotes and dashes beyond Latin; a few zeros on
 * the wrong side are tolerated. */
static const char *wide_without_mark(const char *bytes, size_t size)
{
    size_t n = size < WIDE_BYTES ? size & ~(size_t)1 : WIDE_BYTES;
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < n; i++)
        zeros[i & 1] += bytes[i] == 0;
    if (zeros[1] > n / 4 && zeros[0] < n / 64 + 1)
        return "UTF-16LE";
    if (zeros[0] > n / 4 && zeros[1] < n / 64 + 1)
        return "UTF-16BE";
    return NULL;
}

const char *ent_i_wide_encoding(const char *bytes, size_t size, size_t *skip)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (size >= marks[i].size &&
            memcmp(bytes, marks[i].bytes, marks[i].size) == 0) {
            *skip = marks[i].size;
            return marks[i].encoding;
        }
    *skip = 0;
    return wide_without_mark(bytes, size);
}

/* Writes one U+FFFD for each maximal ill-formed part, as Unicode recommends, so
 * that other programs that follow the recommendation see the same text. */
static bool add_replaced(ent_i_string *out, const char *bytes, size_t size)
{
    size_t from = 0;
    for (size_t i = 0; (i = ent_i_skip_ascii(bytes, i, size)) < size;) {
        size_t at = i;
        UChar32 c;
        U8_NEXT(bytes, i, size, c);
        if (c >= 0)
            continue;
        if (!ent_i_string_add(out, bytes + from, at - from) ||
            !ent_i_string_add(out, "\xEF\xBF\xBD", 3))
            return false;
        from = i;
    }
    return ent_i_string_add(out, bytes + from, size - from);
}

static ent_status convert(ent_i_string *out, const char *bytes, size_t size,
                          const char *encoding, ent_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    /* No encoding yields more than three bytes of UTF-8 for one byte of its
     * own. */
    if (size > INT32_MAX / 4)
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected at most %d MiB of %s, found more",
                          INT32_MAX / 4 >> 20, encoding);
    size_t room = size * 3 + 1;
    if (!ent_i_vec_reserve(out, room))
        return ent_i_no_memory(error, "source");
    int32_t got = ucnv_convert("UTF-8", encoding, out->items + out->n,
                               (int32_t)room, bytes, (int32_t)size, &code);
    if (U_FAILURE(code))
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "cannot convert the text from %s: %s", encoding,
                          u_errorName(code));
    out->n += (size_t)got;
    out->items[out->n] = '\0';
    return ENT_OK;
}

/* ICU's name for an encoding that uchardet found. ICU has another name for
 * Korean Windows, and ISO 8859-1 is read as its superset, as browsers do. Text
 * that is not UTF-8 can't be UTF-8 or ASCII, whatever was guessed. */
static const char *icu_name(const char *detected)
{
    static const char *const names[][2] = {{"UHC", "windows-949"},
                                           {"ISO-8859-1", WESTERN},
                                           {"ASCII", WESTERN},
                                           {"UTF-8", WESTERN},
                                           {"", WESTERN}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(detected, names[i][0]) == 0)
            return names[i][1];
    return detected;
}

/* uchardet knows encodings that ICU may be built without. */
static bool can_convert(const char *encoding)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &code);
    ucnv_close(converter);
    return U_SUCCESS(code);
}

enum { CONVERT_ROOM = 8 << 20 };

/* Copies the detected name into `name`, since the detector's own copy dies with
 * it. */
static void detect(const char *bytes, size_t size, char *name, size_t room)
{
    const char *found = "";
    uchardet_t detector = uchardet_new();
    if (detector &&
        !uchardet_handle_data(detector, bytes,
                              size < DETECT_BYTES ? size : DETECT_BYTES)) {
        uchardet_data_end(detector);
        found = uchardet_get_charset(detector);
    }
    found = icu_name(found);
    if (strlen(found) >= room || !can_convert(found))
        found = WESTERN;
    memcpy(name, found, strlen(found) + 1);
    if (detector)
        uchardet_delete(detector);
}

/* Other encodings rarely look like well-formed UTF-8 by chance. So where good
 * sequences are at least as many as bad ones, the text is damaged UTF-8, and
 * replacing the bad ones loses less than misreading all of it. */
ent_status ent_i_decode(ent_i_string *out, const char *bytes, size_t size,
                        const char *encoding, ent_error *error)
{
    char detected[64] = WESTERN;
    size_t good = 0, bad = 0;
    if (!encoding)
        ent_i_utf8_count(bytes, size, &good, &bad);
    if (!encoding && bad <= good)
        return add_replaced(out, bytes, size)
                   ? ENT_OK
                   : ent_i_no_memory(error, "source");
    /* Neither the detector nor ICU checks its allocations. */
    if (!ent_i_memory_spare(CONVERT_ROOM))
        return ent_i_no_memory(error, "source");
    if (!encoding && bad >= DETECT_LEAST)
        detect(bytes, size, detected, sizeof detected);
    return convert(out, bytes, size, encoding ? encoding : detected, error);
}

void ent_i_blank_nul(char *bytes, size_t size)
{
    char *end = bytes + size;
    while (bytes < end && (bytes = memchr(bytes, '\0', (size_t)(end - bytes))))
        *bytes++ = ' ';
}
