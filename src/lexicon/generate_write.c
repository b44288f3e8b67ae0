/* Writes the tables in C. What the word tables say about one word, and which
 * lemma it is a form of, is gathered into one lexeme; other rows become
 * records. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/generate.h"
#include "lexicon/lexicon.h"

enum { LONGEST_WORD = 31, SLOTS_PER_LEXEME = 3 };

/* One field of one word, and the line it comes from. */
typedef struct saying {
    const char *word;
    const char *field;
    const char *value;
    bool flags; /* several may be joined */
    const char *path;
    unsigned line;
} saying;

typedef struct naming {
    const char *key;
    const char *what;
    size_t row;
    unsigned line;
} naming;

typedef struct writer {
    ent_i_generation *g;
    const char *language;
    ent_i_string *out;
    ENT_I_VEC(saying) sayings;
} writer;

#define PUT(w, ...)                                                            \
    (ent_i_string_addf((w)->out, __VA_ARGS__) ? (void)0                        \
                                              : ent_i_generate_no_memory())

/* ---- values as C ---- */

static const char *keep(writer *w, ent_i_string *text)
{
    const char *kept = ent_i_arena_strndup(&w->g->arena, text->items, text->n);
    ent_i_vec_free(text);
    if (!kept)
        ent_i_generate_no_memory();
    return kept;
}

/* A string literal; octal escapes, since digits may follow them. */
static const char *quoted(writer *w, const char *text)
{
    ent_i_string out = {0};
    bool ok = ent_i_string_adds(&out, "\"");
    for (const unsigned char *c = (const unsigned char *)text; ok && *c; c++)
        ok = *c < 0x80 && *c != '"' && *c != '\\'
                 ? ent_i_string_addf(&out, "%c", *c)
                 : ent_i_string_addf(&out, "\\%03o", *c);
    if (!ok || !ent_i_string_adds(&out, "\""))
        ent_i_generate_no_memory();
    return keep(w, &out);
}

/* "ends-noun" with the prefix ENT_I_U_ is ENT_I_U_ENDS_NOUN. */
static bool add_constant(ent_i_string *out, const char *prefix,
                         const char *value)
{
    bool ok = ent_i_string_adds(out, prefix);
    for (; ok && *value; value++) {
        char c = *value == '-' ? '_' : *value;
        ok = ent_i_string_addf(out, "%c",
                               c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    return ok;
}

static const char *constants(writer *w, const ent_i_column *column,
                             const char *cell)
{
    ent_i_string out = {0};
    ent_i_texts list = ent_i_texts_split(w->g, cell, " ");
    bool ok = true;
    for (size_t i = 0; ok && i < list.n; i++)
        ok = ent_i_string_adds(&out, i ? " | " : "") &&
             add_constant(&out, column->prefix, list.items[i]);
    ent_i_vec_free(&list);
    if (!ok)
        ent_i_generate_no_memory();
    return keep(w, &out);
}

/* Words as one literal, each ended by NUL; C ends the list with another. */
static const char *quoted_list(writer *w, const char *cell)
{
    ent_i_string out = {0};
    ent_i_texts list = ent_i_texts_split(w->g, cell, " ");
    bool ok = true;
    for (size_t i = 0; ok && i < list.n; i++)
        ok = ent_i_string_addf(&out, "%s%s \"\\0\"", i ? " " : "",
                               quoted(w, list.items[i]));
    ent_i_vec_free(&list);
    if (!ok)
        ent_i_generate_no_memory();
    return keep(w, &out);
}

/* The value that a cell, which isn't empty, gives its field. */
static const char *value_of(writer *w, const ent_i_column *column,
                            const char *cell)
{
    switch (column->kind) {
    case ENT_I_COLUMN_FLAGS:
    case ENT_I_COLUMN_ONE:
        return constants(w, column, cell);
    case ENT_I_COLUMN_NUMBER:
        return cell;
    case ENT_I_COLUMN_FORMAL:
        return quoted_list(w, cell);
    default:
        return quoted(w, cell);
    }
}

/* ---- lexemes ---- */

static void say(writer *w, const ent_i_table *table, const ent_i_row *row,
                const char *word, const char *field, const char *value,
                bool flags)
{
    saying s = {word, field, value, flags, table->path, row->line};
    if (strlen(word) > LONGEST_WORD)
        ent_i_fault(w->g, table->path, row->line,
                    "\"%s\" is longer than %d bytes", word, LONGEST_WORD);
    if (!ent_i_vec_push(&w->sayings, s))
        ent_i_generate_no_memory();
}

static void say_row(writer *w, const ent_i_table *table, const ent_i_row *row)
{
    for (size_t i = 1; i < table->columns.n; i++) {
        const ent_i_column *column = &table->columns.items[i];
        if (*row->cells[i])
            say(w, table, row, row->cells[0], column->field,
                value_of(w, column, row->cells[i]),
                column->kind == ENT_I_COLUMN_FLAGS);
    }
}

/* Notes a form of the row's lemma: its lexeme points to the lemma's record and
 * has the number of the form. */
static void say_form(writer *w, const ent_i_table *table, size_t row,
                     const char *word, const char *form)
{
    ent_i_string record = {0}, field = {0};
    const char *lemma = table->columns.items[0].field;
    if (!ent_i_string_addf(&record, "&%s_%s[%zu]", w->language, table->name,
                           row) ||
        !ent_i_string_addf(&field, "%s_form", lemma))
        ent_i_generate_no_memory();
    const ent_i_row *at = &table->rows.items[row];
    say(w, table, at, word, lemma, keep(w, &record), false);
    say(w, table, at, word, keep(w, &field), form, false);
}

static void say_forms(writer *w, const ent_i_table *table, size_t row)
{
    const ent_i_row *at = &table->rows.items[row];
    say_form(w, table, row, at->cells[0], "ENT_I_FORM_BASE");
    for (size_t i = 1; i < table->columns.n; i++) {
        const ent_i_column *column = &table->columns.items[i];
        if (column->kind != ENT_I_COLUMN_FORMS)
            continue;
        ent_i_texts forms = ent_i_texts_split(w->g, at->cells[i], ", ");
        for (size_t k = 0; k < forms.n; k++)
            say_form(w, table, row, forms.items[k], column->prefix);
        ent_i_vec_free(&forms);
    }
}

static int by_word(const void *a, const void *b)
{
    const saying *x = a, *y = b;
    int order = strcmp(x->word, y->word);
    if (!order)
        order = strcmp(x->field, y->field);
    if (!order)
        order = strcmp(x->path, y->path);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* Two tables, or two lemmas, must not contradict each other about a word. */
static void check_agreement(writer *w, const saying *one, const saying *two)
{
    if (strcmp(one->word, two->word) != 0 ||
        strcmp(one->field, two->field) != 0 || two->flags ||
        strcmp(one->value, two->value) == 0)
        return;
    ent_i_fault(w->g, two->path, two->line,
                "\"%s\" has the %s %s here and %s on line %u of %s", two->word,
                two->field, two->value, one->value, one->line, one->path);
}

static void write_fields(writer *w, const saying *first, size_t n)
{
    PUT(w, "{.word = %s, .size = %zu", quoted(w, first->word),
        strlen(first->word));
    for (size_t i = 0; i < n; i++) {
        bool again = i && strcmp(first[i].field, first[i - 1].field) == 0;
        if (again && first[i].flags)
            PUT(w, " | %s", first[i].value);
        else if (!again)
            PUT(w, ", .%s = %s", first[i].field, first[i].value);
    }
    PUT(w, "},\n");
}

static uint32_t hash_of(const char *word)
{
    uint32_t hash = ENT_I_WORD_HASH;
    while (*word)
        hash = ent_i_word_hash(hash, *word++);
    return hash;
}

typedef ENT_I_VEC(const char *) words;

static void write_slots(writer *w, const words *all)
{
    size_t count = 1;
    while (count < SLOTS_PER_LEXEME * all->n)
        count *= 2;
    ent_i_slot *slots = ent_i_calloc(count, sizeof *slots);
    if (!slots)
        ent_i_generate_no_memory();
    for (size_t i = 0; i < all->n; i++) {
        uint32_t hash = hash_of(all->items[i]);
        size_t at = hash & (count - 1);
        while (slots[at].lexeme)
            at = (at + 1) & (count - 1);
        slots[at] = (ent_i_slot){(uint16_t)(i + 1), (uint16_t)(hash >> 16)};
    }
    PUT(w, "static const ent_i_slot %s_slots[] = {\n", w->language);
    for (size_t i = 0; i < count; i++)
        PUT(w, "{%u, %u},%s", slots[i].lexeme, slots[i].tag,
            i % 8 == 7 ? "\n" : " ");
    PUT(w, "};\n");
    ent_i_free(slots);
}

static void write_lexemes(writer *w)
{
    words all = {0};
    saying *items = w->sayings.items;
    ent_i_sort(items, w->sayings.n, sizeof *items, by_word);
    PUT(w, "static const ent_i_lexeme %s_lexemes[] = {\n", w->language);
    for (size_t i = 0, n; i < w->sayings.n; i += n) {
        for (n = 1; i + n < w->sayings.n &&
                    strcmp(items[i].word, items[i + n].word) == 0;
             n++)
            check_agreement(w, &items[i + n - 1], &items[i + n]);
        write_fields(w, items + i, n);
        if (!ent_i_vec_push(&all, items[i].word))
            ent_i_generate_no_memory();
    }
    PUT(w, "};\n");
    if (all.n >= UINT16_MAX)
        ent_i_fault(w->g, w->language, 0, "too many words");
    write_slots(w, &all);
    ent_i_vec_free(&all);
}

/* ---- records ---- */

static bool is_list(ent_i_column_kind kind)
{
    return kind == ENT_I_COLUMN_FORMS || kind == ENT_I_COLUMN_NAMES;
}

static void write_record(writer *w, const ent_i_table *table,
                         const ent_i_row *row)
{
    const ent_i_column *key = &table->columns.items[0];
    /* A lemma column's field belongs to the lexeme that points here. */
    const char *field =
        key->kind == ENT_I_COLUMN_LEMMA ? key->name : key->field;
    PUT(w, "{.%s = %s", field, quoted(w, row->cells[0]));
    for (size_t i = 1; i < table->columns.n; i++) {
        const ent_i_column *column = &table->columns.items[i];
        if (*row->cells[i] && !is_list(column->kind))
            PUT(w, ", .%s = %s", column->field,
                value_of(w, column, row->cells[i]));
    }
    PUT(w, "},\n");
}

/* C has no empty arrays, so an empty list has one item but counts 0. */
static void write_records(writer *w, const ent_i_table *table)
{
    PUT(w, "static const %s %s_%s[] = {\n", table->columns.items[0].prefix,
        w->language, table->name);
    for (size_t i = 0; i < table->rows.n; i++)
        write_record(w, table, &table->rows.items[i]);
    PUT(w, "%s};\n", table->rows.n ? "" : "{0}");
}

/* ---- names of rows ---- */

typedef ENT_I_VEC(naming) namings;

static void add_name(writer *w, const ent_i_table *table, namings *list,
                     size_t row, const char *name, const char *what)
{
    char key[ENT_I_PHRASE_ROOM];
    const ent_i_row *at = &table->rows.items[row];
    if (!ent_i_phrase_key(name, strlen(name), key)) {
        ent_i_fault(w->g, table->path, at->line, "\"%s\" is too long", name);
        return;
    }
    naming n = {ent_i_arena_strdup(&w->g->arena, key), what, row, at->line};
    if (!n.key || !ent_i_vec_push(list, n))
        ent_i_generate_no_memory();
}

static int by_key(const void *a, const void *b)
{
    const naming *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (!order)
        order = (x->row > y->row) - (x->row < y->row);
    return order ? order : strcmp(x->what, y->what);
}

static void add_names(writer *w, const ent_i_table *table, namings *list)
{
    for (size_t row = 0; row < table->rows.n; row++)
        for (size_t i = 0; i < table->columns.n; i++) {
            const ent_i_column *column = &table->columns.items[i];
            if (i && column->kind != ENT_I_COLUMN_NAMES)
                continue;
            const char *cell = table->rows.items[row].cells[i];
            const char *what = i ? column->prefix : "ENT_I_NAMING_NAME";
            ent_i_texts names = ent_i_texts_split(w->g, cell, ", ");
            for (size_t k = 0; k < names.n; k++)
                add_name(w, table, list, row, names.items[k], what);
            ent_i_vec_free(&names);
        }
}

/* Several rows may share a name, but each row has it only once. */
static void write_names(writer *w, const ent_i_table *table)
{
    namings list = {0};
    add_names(w, table, &list);
    ent_i_sort(list.items, list.n, sizeof *list.items, by_key);
    PUT(w, "static const ent_i_naming_row %s_%s_names[] = {\n", w->language,
        table->name);
    for (size_t i = 0; i < list.n; i++) {
        const naming *n = &list.items[i];
        if (i && n[-1].row == n->row && strcmp(n[-1].what, n->what) == 0 &&
            strcmp(n[-1].key, n->key) == 0)
            ent_i_fault(w->g, table->path, n->line,
                        "the name \"%s\" appears twice", n->key);
        PUT(w, "{%s, %zu, %s},\n", quoted(w, n->key), n->row, n->what);
    }
    PUT(w, "%s};\n", list.n ? "" : "{0}");
    PUT(w, "enum { %s_%s_names_count = %zu };\n", w->language, table->name,
        list.n);
    ent_i_vec_free(&list);
}

/* ---- the language ---- */

static bool has_names(const ent_i_table *table)
{
    for (size_t i = 0; i < table->columns.n; i++)
        if (table->columns.items[i].kind == ENT_I_COLUMN_NAMES)
            return true;
    return false;
}

static void write_table(writer *w, const ent_i_table *table)
{
    ent_i_column_kind kind = table->columns.items[0].kind;
    if (kind != ENT_I_COLUMN_WORD)
        write_records(w, table);
    if (has_names(table))
        write_names(w, table);
    for (size_t i = 0; i < table->rows.n; i++) {
        if (kind == ENT_I_COLUMN_WORD)
            say_row(w, table, &table->rows.items[i]);
        else if (kind == ENT_I_COLUMN_LEMMA)
            say_forms(w, table, i);
    }
}

static void write_lexicon(writer *w, const ent_i_tables *tables)
{
    const char *l = w->language;
    PUT(w,
        "static const ent_i_lexicon %s = {\n.language = \"%s\",\n"
        ".lexemes = %s_lexemes,\n"
        ".lexemes_count = sizeof %s_lexemes / sizeof *%s_lexemes,\n"
        ".slots = %s_slots,\n"
        ".slots_count = sizeof %s_slots / sizeof *%s_slots,\n",
        l, l, l, l, l, l, l, l);
    for (size_t i = 0; i < tables->n; i++) {
        const ent_i_table *table = &tables->items[i];
        const char *name = table->name;
        if (table->columns.items[0].kind != ENT_I_COLUMN_ROW)
            continue;
        PUT(w, ".%s = %s_%s,\n.%s_count = %zu,\n", name, l, name, name,
            table->rows.n);
        if (has_names(table))
            PUT(w,
                ".%s_names = %s_%s_names,\n.%s_names_count = "
                "%s_%s_names_count,\n",
                name, l, name, name, l, name);
    }
    PUT(w, "};\n");
}

void ent_i_write_language(ent_i_generation *g, const char *language,
                          const ent_i_tables *tables, ent_i_string *out)
{
    writer w = {.g = g, .language = language, .out = out};
    for (size_t i = 0; i < tables->n; i++)
        write_table(&w, &tables->items[i]);
    write_lexemes(&w);
    write_lexicon(&w, tables);
    ent_i_vec_free(&w.sayings);
}
