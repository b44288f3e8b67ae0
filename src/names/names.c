/* Takes names apart by rule, from left to right: split into words, drop titles
 * from the front and degrees from the end, classify each word, then find the
 * surname. A word that no rule knows is a given name or surname, which is right
 * for most names in most languages. */
#include "names/names.h"

#include <string.h>

#include "names/fold.h"

/* More words than a name has parts, since titles take some of them. */
enum { MAX_WORDS = 24 };

/* A word of the folded name, before it is classified. */
typedef struct word {
    char text[48];
    bool glued;    /* a hyphen joins it to the word before */
    bool initials; /* written as capitals only: "JK" */
} word;

typedef struct words {
    word items[MAX_WORDS];
    size_t n;
    bool number; /* the last one is a number: "Harald IX" */
} words;

/* ---- splitting ---- */

/* A short all-capital word without a vowel stands for initials ("JK", "MBS"),
 * unless the whole name is in capitals. */
static bool is_initials(const char *text, size_t size, bool all_capitals)
{
    if (all_capitals || size < 2 || size > 3)
        return false;
    for (size_t i = 0; i < size; i++)
        if (text[i] < 'A' || text[i] > 'Z' ||
            (size > 2 && strchr("AEIOU", text[i])))
            return false;
    return true;
}

/* Apostrophes are dropped, so that "O'Brien" and "OBrien" are the same. */
static void add_word(words *list, const char *text, size_t size, bool glued)
{
    if (list->n == MAX_WORDS)
        return;
    word *w = &list->items[list->n];
    size_t n = 0;
    for (size_t i = 0; i < size && n + 1 < sizeof w->text; i++)
        if (text[i] != '\'' && text[i] != '&')
            w->text[n++] = text[i];
    w->text[n] = '\0';
    w->glued = glued;
    w->initials = false;
    list->n += n > 0;
}

/* "J.K." is two words, and so is "Al-Hamdan" (the second one glued). */
static void split(words *list, const char *folded, size_t size)
{
    size_t start = 0;
    bool glued = false;
    for (size_t i = 0; i <= size; i++) {
        char c = i < size ? folded[i] : ' ';
        if (c != ' ' && c != '-' && c != '.' && c != ',')
            continue;
        if (i > start) {
            add_word(list, folded + start, i - start, glued);
            glued = false;
        }
        start = i + 1;
        glued = glued || c == '-';
        if (c == ' ')
            glued = false;
    }
}

/* Marks words that the original writes as initials. Only in ASCII names do
 * letters keep their places, which is enough for this hint. */
static void mark_initials(words *list, const char *text, size_t size)
{
    bool all_capitals = ent_i_is_capitals(text, size);
    size_t at = 0;
    for (size_t i = 0; i < list->n && !all_capitals; i++) {
        size_t length = strlen(list->items[i].text);
        while (at < size && strchr(" -.,'&", text[at]))
            at++;
        if (at + length > size)
            return;
        list->items[i].initials = is_initials(text + at, length, false);
        at += length;
    }
}

/* Whether the original ends in capitals that may be a number. Of single letters
 * only these two are: "X" is what somebody is called. */
static bool ends_in_number(const char *text, size_t size)
{
    size_t n = 0;
    while (n < size && strchr("IVX", text[size - 1 - n]))
        n++;
    return n > 0 && n < size && text[size - 1 - n] == ' ' &&
           (n > 1 || text[size - 1] != 'X');
}

/* ---- titles and degrees ---- */

/* Where the title that begins at word i ends; i when no title begins there.
 * "secretary of state" takes three words when a full name follows, while "duke
 * of cambridge" is itself the name. */
static size_t title_end(const words *list, size_t i)
{
    if (i + 1 >= list->n || !ent_i_is_title(list->items[i].text))
        return i;
    if (!ent_i_is_of(list->items[i + 1].text))
        return i + 1;
    return i + 4 < list->n ? i + 3 : i;
}

static void add_title_gender(ent_i_name *name, const char *title)
{
    name->gender |= (uint8_t)ent_i_title_gender(ent_i_lexicon_default(), title,
                                                strlen(title));
}

/* Whether the title at word i stands before more than a given name; before that
 * alone, it tells who is meant: "Queen Ann". "King Jr." is a surname. */
static bool is_reign_before(const words *list, size_t i)
{
    const char *next = list->items[i + 1].text;
    return i + 2 < list->n && !ent_i_is_particle(next) &&
           (list->number || !ent_i_is_suffix(next));
}

/* Where what is no part of the name ends, if it begins at word i; else i. */
static size_t end_of_title(const words *list, size_t i)
{
    if (i < list->n && ent_i_is_reign(list->items[i].text))
        return is_reign_before(list, i) ? i + 1 : i;
    return title_end(list, i);
}

/* Drops leading titles, but always leaves one word of the name. */
static size_t skip_titles(const words *list, ent_i_name *name)
{
    size_t i = list->n > 1 && ent_i_is_the(list->items[0].text);
    for (size_t end; (end = end_of_title(list, i)) > i; i = end) {
        const char *title = list->items[i].text;
        name->reign |= ent_i_is_reign(title);
        add_title_gender(name, title);
        name->titled = true;
    }
    return i;
}

/* "M.D." and "Ph.D." were split at their periods. */
static bool is_split_degree(const word *a, const word *b)
{
    char whole[8];
    size_t size = strlen(a->text), more = strlen(b->text);
    if (more != 1 || size + more >= sizeof whole)
        return false;
    memcpy(whole, a->text, size);
    memcpy(whole + size, b->text, more + 1);
    return ent_i_is_degree(whole);
}

/* Two words must be left: a degree follows a whole name. A suffix of respect is
 * said to anybody: "Rao-ji". */
static size_t drop_degrees(const words *list, size_t first)
{
    size_t n = list->n;
    if (n > first + 1 && list->items[n - 1].glued &&
        ent_i_is_respect(list->items[n - 1].text))
        n--;
    while (n > first + 2) {
        const word *w = &list->items[n - 1];
        bool letters = n > first + 3 && is_split_degree(w - 1, w);
        if (!letters && !ent_i_is_degree(w->text))
            break;
        n -= letters ? 2 : 1;
    }
    return n;
}

/* ---- parts ---- */

/* A part that does not fit is left out, since sizes and starts are bytes. */
static void add_part(ent_i_name *name, size_t *used, const char *text,
                     size_t size, ent_i_part_kind kind)
{
    if (name->count == ENT_I_NAME_PARTS || *used + size + 1 > ENT_I_NAME_ROOM)
        return;
    ent_i_part *part = &name->parts[name->count++];
    part->start = (uint8_t)*used;
    part->size = (uint8_t)size;
    part->kind = (uint8_t)kind;
    memcpy(name->text + *used, text, size);
    name->text[*used + size] = '\0';
    *used += size + 1;
    name->core += kind == ENT_I_PART_CORE;
}

/* A hyphenated name ("Jong-un", "Allin-Khan") is one part. */
static void extend_part(ent_i_name *name, size_t *used, const char *text)
{
    ent_i_part *part = &name->parts[name->count - 1];
    size_t size = strlen(text);
    if (*used + size > ENT_I_NAME_ROOM)
        return;
    memcpy(name->text + *used - 1, text, size + 1);
    part->size = (uint8_t)(part->size + size);
    /* "J-Ro": with more letters, an initial becomes a name. */
    name->core += part->kind != ENT_I_PART_CORE;
    part->kind = ENT_I_PART_CORE;
    *used += size;
}

/* "Ben Stroud" and "Al Roe" begin with given names, "Van Velde" and "al-Hamdan"
 * with particles. */
static bool is_given_particle(const words *list, size_t first, size_t i)
{
    const char *text = list->items[i].text;
    bool glued = i + 1 < list->n && list->items[i + 1].glued;
    return i == first && !glued && ent_i_is_given_particle(text);
}

/* Order matters: a single letter is always an initial, and the last word is a
 * surname even if it looks like a particle ("Bin"). */
static ent_i_part_kind kind_of(const words *list, size_t first, size_t i,
                               size_t end)
{
    const char *text = list->items[i].text;
    if (list->number && i + 1 == end && i > first && ent_i_is_number(text))
        return ENT_I_PART_SUFFIX;
    if (strlen(text) == 1)
        return ENT_I_PART_INITIAL;
    if (i + 1 == end && i > first && ent_i_is_suffix(text))
        return ENT_I_PART_SUFFIX;
    if (i + 1 < end && ent_i_is_particle(text) &&
        !is_given_particle(list, first, i))
        return ENT_I_PART_PARTICLE;
    return ENT_I_PART_CORE;
}

/* Whether a hyphen joins the word to the part before: it does in "Jong-un" and
 * "K-Ste", but not in "al-Hamdan" or "J.-C.". */
static bool is_joined(const ent_i_name *name, const word *w,
                      ent_i_part_kind kind)
{
    if (!w->glued || !name->count)
        return false;
    ent_i_part_kind before = name->parts[name->count - 1].kind;
    return (before == ENT_I_PART_CORE && kind != ENT_I_PART_PARTICLE) ||
           (before == ENT_I_PART_INITIAL && strlen(w->text) > 1);
}

/* The part that the word repeats, or count when there is none. Captions repeat
 * names ("Chris Prest Prest", "Joe Hale Joe"), sometimes with the next
 * line run on ("Joe HaleMarsh"). A genuine name can contain a word twice, but
 * further apart. */
static size_t find_repeated(const ent_i_name *name, const char *text)
{
    enum { RUN_ON = 5 };
    for (size_t i = 0; i < name->count; i++) {
        const ent_i_part *part = &name->parts[i];
        if (part->kind != ENT_I_PART_CORE ||
            strncmp(text, name->text + part->start, part->size) != 0)
            continue;
        bool run_on = text[part->size] != '\0';
        bool near = i + 1 == name->count || name->core == 2;
        if (run_on ? part->size >= RUN_ON && name->core > 1 : near)
            return i;
    }
    return name->count;
}

/* "Vell Dan John VellGOP" is Dan John Vell. */
static void move_first_last(ent_i_name *name)
{
    ent_i_part first = name->parts[0];
    for (size_t i = 0; i + 1 < name->count; i++)
        name->parts[i] = name->parts[i + 1];
    name->parts[name->count - 1] = first;
}

/* Stops when a word comes again: a repeated name marks where a caption or
 * heading has run into the next. */
static void add_parts(ent_i_name *name, const words *list, size_t first,
                      size_t end)
{
    size_t used = 0;
    for (size_t i = first; i < end; i++) {
        const word *w = &list->items[i];
        ent_i_part_kind kind = kind_of(list, first, i, end);
        bool whole = !w->glued && kind == ENT_I_PART_CORE;
        size_t again = whole ? find_repeated(name, w->text) : name->count;
        bool doubled = again + 1 == name->count;
        if (again < name->count && name->core > 1 && !doubled) {
            if (again == 0 && name->core > 2)
                move_first_last(name);
            return;
        }
        if (again < name->count && i + 1 < end)
            continue;
        if (w->initials && i + 1 < end)
            for (const char *c = w->text; *c; c++)
                add_part(name, &used, c, 1, ENT_I_PART_INITIAL);
        else if (is_joined(name, w, kind))
            extend_part(name, &used, w->text);
        else
            add_part(name, &used, w->text, strlen(w->text), kind);
    }
}

/* Family name first: "Wu Jianming", "Pak Jong-un". When the words are also
 * western given names, the name must have the typical three syllables. */
static bool is_eastern(const ent_i_name *name, const words *list, size_t first)
{
    bool sure;
    if (name->core < 2 || name->core > 3 || name->core != name->count ||
        !ent_i_is_eastern_family(ent_i_name_part(name, 0), &sure))
        return false;
    bool glued = first + 2 < list->n && list->items[first + 2].glued;
    const char *second = ent_i_name_part(name, 1);
    if (name->core == 2 && !glued)
        return sure &&
               (!ent_i_given_gender(second) || ent_i_is_behind_family(second));
    return sure || glued || name->parts[2].size <= 4;
}

/* A unisex given name does not weaken what a title says. */
static void add_given_gender(ent_i_name *name)
{
    unsigned gender = ent_i_given_gender(ent_i_name_part(name, name->given));
    if (!name->gender || gender != ENT_I_EITHER)
        name->gender |= (uint8_t)gender;
}

/* The word that a servant's name ends with: the one at i + 1, or the one behind
 * the article that "abd" lacks. 0 when none is left. */
static size_t master_of(const words *list, size_t i, size_t end)
{
    size_t next = i + 1, size = strlen(list->items[i].text);
    if (next + 1 < end && list->items[i].text[size - 1] == 'd' &&
        ent_i_is_particle(list->items[next].text))
        next++;
    return next < end && strlen(list->items[next].text) > 1 &&
                   !ent_i_is_suffix(list->items[next].text)
               ? next
               : 0;
}

/* "Abd al-Rahman", "Abdel Rahman": "servant of the Merciful" is one name. */
static void join_servants(words *list, size_t first, size_t *end)
{
    for (size_t i = first; i + 1 < *end; i++) {
        word *w = &list->items[i];
        size_t next = ent_i_is_servant(w->text) ? master_of(list, i, *end) : 0;
        if (!next)
            continue;
        const char *usual = ent_i_usual_spelling(w->text);
        size_t n = strlen(usual), more = strlen(list->items[next].text);
        if (n + more >= sizeof w->text)
            continue;
        memcpy(w->text, usual, n);
        memcpy(w->text + n, list->items[next].text, more + 1);
        memmove(w + 1, &list->items[next + 1],
                (list->n - next - 1) * sizeof *w);
        list->n -= next - i;
        *end -= next - i;
    }
}

static void set_numbered(ent_i_name *name)
{
    const char *suffix = ent_i_name_suffix(name);
    name->numbered = name->core == 1 && suffix && ent_i_is_number(suffix);
}

void ent_i_name_reigns(ent_i_name *name)
{
    name->reign = true;
    set_numbered(name);
}

bool ent_i_name_is_reign(const ent_i_name *name)
{
    return name->core == 2 && name->given != name->family &&
           ent_i_is_reign(ent_i_name_part(name, name->given));
}

static void assign(ent_i_name *name, const words *list, size_t first)
{
    if (!name->count)
        return;
    size_t last = name->count - 1;
    /* The surname is the last word apart from "Jr.", the given name the first;
     * those in between are middle names. */
    while (last && name->parts[last].kind == ENT_I_PART_SUFFIX)
        last--;
    name->family = (uint8_t)last;
    name->given = (uint8_t)last;
    for (size_t i = 0; i < last; i++)
        if (name->parts[i].kind <= ENT_I_PART_INITIAL) {
            name->given = (uint8_t)i;
            break;
        }
    if (is_eastern(name, list, first)) {
        name->family = 0;
        name->given = 1;
    }
    if (name->given != name->family)
        add_given_gender(name);
    if (name->reign || ent_i_given_gender(ent_i_name_part(name, name->family)))
        set_numbered(name);
    if (ent_i_name_is_reign(name))
        add_title_gender(name, ent_i_name_part(name, name->given));
}

static void set_letters(ent_i_name *name, const words *list, size_t first,
                        size_t end)
{
    size_t n = 0;
    for (size_t i = first; i < end; i++) {
        const word *w = &list->items[i];
        size_t of_word = w->initials ? strlen(w->text) : 1;
        if (kind_of(list, first, i, end) == ENT_I_PART_SUFFIX)
            continue;
        if (n + of_word > ENT_I_NAME_LETTERS) {
            memset(name->letters, 0, sizeof name->letters);
            return;
        }
        memcpy(name->letters + n, w->text, of_word);
        n += of_word;
    }
}

bool ent_i_name_has_letters(const ent_i_name *brief, const ent_i_name *full)
{
    const ent_i_part *only = &brief->parts[brief->family];
    return brief->count == 1 && only->size >= ENT_I_LEAST_LETTERS &&
           only->size <= ENT_I_NAME_LETTERS &&
           strncmp(ent_i_name_part(brief, brief->family), full->letters,
                   ENT_I_NAME_LETTERS) == 0;
}

/* "The coach", "The Duchess of Cambridge": the article marks a description. */
static bool is_nominal(const char *text, size_t size)
{
    const char *blank = memchr(text, ' ', size);
    size_t n = blank ? (size_t)(blank - text) : size;
    return n + 1 < size &&
           ent_i_lexeme_of(ent_i_lexicon_default(), text, n)->use & ENT_I_U_THE;
}

void ent_i_name_parse(ent_i_name *name, const char *text, size_t size)
{
    char folded[ENT_I_NAME_ROOM], turned[2 * ENT_I_NAME_ROOM];
    words list = {.n = 0};
    memset(name, 0, sizeof *name);
    size_t round = ent_i_name_turn(text, size, turned, sizeof turned);
    if (round) {
        text = turned;
        size = round;
    }
    size_t n = ent_i_fold(text, size, folded, sizeof folded);
    split(&list, folded, n);
    mark_initials(&list, text, size);
    list.number = ends_in_number(text, size);
    size_t first = skip_titles(&list, name);
    size_t end = drop_degrees(&list, first);
    join_servants(&list, first, &end);
    name->nominal = is_nominal(text, size);
    add_parts(name, &list, first, end);
    set_letters(name, &list, first, end);
    assign(name, &list, first);
}

/* Where the word begins that ends at `end`. */
static size_t word_before(const char *text, size_t end)
{
    while (end > 0 && text[end - 1] != ' ' && text[end - 1] != '\n')
        end--;
    return end;
}

size_t ent_i_surname(const char *text, size_t size, size_t *from)
{
    char key[ENT_I_NAME_ROOM];
    size_t end = size, at;
    for (;; end = at - 1) {
        at = word_before(text, end);
        ent_i_name_fold_key(text + at, end - at, key, sizeof key);
        if (at == 0 || !ent_i_is_suffix(key))
            break;
    }
    while (end > at && text[end - 1] == ',')
        end--;
    while (at > 0) {
        size_t before = word_before(text, at - 1);
        ent_i_name_fold_key(text + before, at - 1 - before, key, sizeof key);
        if (before == 0 || !ent_i_is_particle(key))
            break;
        at = before;
    }
    *from = at;
    return end;
}

bool ent_i_name_is_childs(const ent_i_name *name)
{
    size_t i = name->family;
    return i > 0 && name->parts[i - 1].kind == ENT_I_PART_PARTICLE &&
           ent_i_is_son_of(ent_i_name_part(name, i - 1));
}

/* One form for comparison, whether the suffix is written out or abbreviated. */
const char *ent_i_name_suffix(const ent_i_name *name)
{
    for (size_t i = 1; i < name->count; i++) {
        const char *text = ent_i_name_part(name, i);
        if (name->parts[i].kind != ENT_I_PART_SUFFIX)
            continue;
        return ent_i_suffix_form(text);
    }
    return NULL;
}

/* Suffixes stay in the key: father and son are two people. */
size_t ent_i_name_key(const ent_i_name *name, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < name->count; i++) {
        size_t size = name->parts[i].size;
        if (n + size + 1 > room)
            break;
        memcpy(out + n, ent_i_name_part(name, i), size);
        n += size;
    }
    out[n] = '\0';
    return n;
}
