#include "recognise/traits.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/map.h"
#include "lexicon/lexicon.h"

/* Longer tokens aren't words; their first letters are enough. */
enum { MAX_LETTERS = 48 };

/* Typographic and plain forms of a mark count as the same. */
static UChar32 plain(UChar32 c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
    case '`':
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    default:
        return c;
    }
}

static char shape_of(UChar32 c)
{
    if (c < 128) {
        if (c >= 'a' && c <= 'z')
            return 'x';
        if (c >= 'A' && c <= 'Z')
            return 'X';
        return c >= '0' && c <= '9' ? 'd' : (char)c;
    }
    if (u_isupper(c) || u_istitle(c))
        return 'X';
    if (u_isalpha(c))
        return 'x';
    return u_isdigit(c) ? 'd' : '?';
}

typedef struct letters {
    UChar32 exact[MAX_LETTERS];
    UChar32 lower[MAX_LETTERS];
    char shape[MAX_LETTERS];
    int n;
    int shape_n;
} letters;

static void read_letters(letters *l, const char *bytes, size_t size)
{
    l->n = l->shape_n = 0;
    size_t i = 0;
    while (i < size && l->n < MAX_LETTERS) {
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, i, size, c);
        c = plain(c);
        char shape = shape_of(c);
        /* Xxxx and Xxx are the same shape; XX and X are not. */
        if (l->shape_n < 2 || l->shape[l->shape_n - 1] != shape ||
            l->shape[l->shape_n - 2] != shape)
            l->shape[l->shape_n++] = shape;
        l->exact[l->n] = c;
        l->lower[l->n++] =
            c < 128 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : u_tolower(c);
    }
}

static uint64_t hash_letters(const UChar32 *from, int n, uint64_t kind)
{
    return ent_i_mix(ent_i_hash(from, (size_t)n * sizeof *from), kind);
}

/* The hash of the word as written at the start of a sentence. */
static uint64_t title_hash(const letters *l)
{
    UChar32 title[MAX_LETTERS];
    memcpy(title, l->lower, (size_t)l->n * sizeof *title);
    title[0] = u_toupper(title[0]);
    return hash_letters(title, l->n, 1);
}

static uint64_t exact_hash(const letters *l)
{
    return hash_letters(l->exact, l->n, 1);
}

static bool has_capital(const letters *l)
{
    return memchr(l->shape, 'X', (size_t)l->shape_n) != NULL;
}

static const ent_i_entry *find_entry(const letters *l, uint64_t exact,
                                     const ent_i_gazetteer *gazetteer,
                                     const char *bytes, size_t size,
                                     uint8_t kind)
{
    const ent_i_entry *entry = ent_i_gazetteer_find(gazetteer, exact);
    if (!entry && l->n && kind == ENT_I_TOKEN_UPPER)
        entry = ent_i_gazetteer_find(gazetteer, title_hash(l));
    if (!entry)
        entry =
            ent_i_gazetteer_find(gazetteer, hash_letters(l->lower, l->n, 1));
    if (!entry && has_capital(l))
        entry = ent_i_gazetteer_country(gazetteer, bytes, size);
    return entry;
}

const ent_i_entry *ent_i_traits_entry(const ent_i_gazetteer *gazetteer,
                                      const char *bytes, size_t size,
                                      uint8_t kind)
{
    letters l;
    read_letters(&l, bytes, size);
    return find_entry(&l, exact_hash(&l), gazetteer, bytes, size, kind);
}

/* Dates stand next to names without belonging to them: "In November Popov
 * said". Months that are also words or names are left to the model. */
static bool is_date(const ent_i_lexeme *lexeme, uint8_t kind)
{
    return kind == ENT_I_TOKEN_TITLE && ent_i_is_day_or_month(lexeme) &&
           !(lexeme->calendar & ENT_I_CALENDAR_OTHER);
}

static uint8_t mark_of_sign(const letters *l, size_t size)
{
    switch (l->n == 1 ? l->exact[0] : 0) {
    case '-': /* longer dashes separate names */
        return size == 1 ? ENT_I_MARK_HYPHEN : 0;
    case '(':
    case '[':
        return ENT_I_MARK_OPEN;
    case ')':
    case ']':
        return ENT_I_MARK_CLOSE;
    case '"':
        return ENT_I_MARK_QUOTE;
    default:
        return 0;
    }
}

static uint8_t marks_of(const ent_i_traits *word, const letters *l,
                        const ent_i_gazetteer *gazetteer, const char *bytes,
                        size_t size)
{
    bool unnamed = gazetteer->observed && word->known &&
                   !word->entry.silver[0] && !word->entry.silver[1];
    /* The model's language is English. */
    const ent_i_lexeme *lexeme =
        ent_i_lexeme_of(ent_i_lexicon_default(), bytes, size);
    if (is_date(lexeme, word->kind))
        return 0;
    if (word->capital || word->kind == ENT_I_TOKEN_OTHER) {
        bool common = unnamed && word->kind == ENT_I_TOKEN_TITLE &&
                      word->entry.caps >= 1 && word->entry.caps <= 2;
        return ENT_I_MARK_CAPITAL | (common ? ENT_I_MARK_COMMON : 0);
    }
    if (lexeme->use & ENT_I_U_JOINER)
        return ENT_I_MARK_SMALL;
    if (unnamed && word->kind == ENT_I_TOKEN_LOWER &&
        !(word->entry.lists & ENT_I_LIST_WITHIN))
        return ENT_I_MARK_BAR;
    return mark_of_sign(l, size);
}

void ent_i_traits_read(ent_i_traits *word, const ent_i_gazetteer *gazetteer,
                       const char *bytes, size_t size, uint8_t kind)
{
    letters l;
    read_letters(&l, bytes, size);
    memset(word, 0, sizeof *word);
    word->kind = kind;
    word->exact = exact_hash(&l);
    word->lower = hash_letters(l.lower, l.n, 2);
    word->shape = ent_i_mix(ent_i_hash(l.shape, (size_t)l.shape_n), 3);
    word->capital = has_capital(&l);
    for (int k = 1; k <= 4 && k < l.n; k++) {
        word->affix[k - 1] = hash_letters(l.lower, k, 4);
        word->affix[k + 3] = hash_letters(l.lower + l.n - k, k, 5);
    }
    for (int k = 0; word->capital && k < ENT_I_GRAMS && k + 3 <= l.n; k++)
        word->gram[k] = hash_letters(l.lower + k, 3, 6);
    const ent_i_entry *entry =
        find_entry(&l, word->exact, gazetteer, bytes, size, kind);
    word->known = entry != NULL;
    if (entry)
        word->entry = *entry;
    word->marks = marks_of(word, &l, gazetteer, bytes, size);
}

/* Kinds of atoms; the numbers are part of the model's format. */
enum {
    ATOM_NONE = 1,
    ATOM_EXACT,
    ATOM_LOWER,
    ATOM_SHAPE,
    ATOM_KIND_CAPS,
    ATOM_CLUSTER,
    ATOM_LIST = ATOM_CLUSTER + ENT_I_CLUSTERINGS,
    ATOM_SILVER = ATOM_LIST + 8,
    ATOM_AFFIX = ATOM_SILVER + ENT_I_SILVER,
    ATOM_GRAM = ATOM_AFFIX + ENT_I_AFFIXES,
};

typedef struct atoms {
    uint64_t *out;
    size_t n;
    uint64_t position;
} atoms;

static void add(atoms *a, unsigned what, uint64_t value)
{
    a->out[a->n++] = ent_i_mix(ent_i_mix(value, what), a->position);
}

static void add_classes(atoms *a, const ent_i_traits *word)
{
    const ent_i_entry *entry = &word->entry;
    const unsigned clusters[ENT_I_CLUSTERINGS] = {entry->coarse, entry->middle,
                                                  entry->fine};
    for (unsigned k = 0; k < ENT_I_CLUSTERINGS; k++) {
        if (clusters[k])
            add(a, ATOM_CLUSTER + k, clusters[k]);
    }
    for (unsigned k = 0; k < 8; k++) {
        if (entry->lists & 1u << k)
            add(a, ATOM_LIST + k, 1);
    }
    for (unsigned k = 0; k < ENT_I_SILVER; k++) {
        if (ent_i_entry_silver(entry, k))
            add(a, ATOM_SILVER + k, ent_i_entry_silver(entry, k));
    }
    add(a, ATOM_KIND_CAPS, (uint64_t)entry->caps << 8 | word->kind);
}

size_t ent_i_traits_atoms(const ent_i_traits *word, int position, uint64_t *out)
{
    atoms a = {out, 0, (uint64_t)(position + 16)};
    if (!word) {
        add(&a, ATOM_NONE, 0);
        return a.n;
    }
    add(&a, ATOM_LOWER, word->lower);
    add(&a, ATOM_SHAPE, word->shape);
    add_classes(&a, word);
    if (position == 0)
        add(&a, ATOM_EXACT, word->exact);
    unsigned first = position == 0 ? 0 : 4;
    for (unsigned k = first; k < ENT_I_AFFIXES; k++) {
        int wanted =
            position == 0 || (k >= 6 && position >= -1 && position <= 1);
        if (wanted && word->affix[k])
            add(&a, ATOM_AFFIX + k, word->affix[k]);
    }
    for (unsigned k = 0; position == 0 && k < ENT_I_GRAMS; k++) {
        if (word->gram[k])
            add(&a, ATOM_GRAM, word->gram[k]);
    }
    return a.n;
}
