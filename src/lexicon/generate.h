/* The generator of the lexicon: it checks the tables of words and writes them
 * as constant tables in C. It runs while entente is built and is not part of
 * it. */
#ifndef ENTENTE_LEXICON_GENERATE_H
#define ENTENTE_LEXICON_GENERATE_H

#include "core/memory.h"
#include "core/vec.h"

/* What a column holds, as declared in columns.tsv. The first three kinds are
 * for the first column of a table, by which its rows are sorted. */
typedef enum ent_i_column_kind {
    ENT_I_COLUMN_WORD,   /* word: the row adds to the word's lexeme */
    ENT_I_COLUMN_LEMMA,  /* word with forms: the row is a record of its own */
    ENT_I_COLUMN_ROW,    /* any text: the row is a record of its own */
    ENT_I_COLUMN_FLAGS,  /* some of the values, a blank between them */
    ENT_I_COLUMN_ONE,    /* one of the values, or nothing */
    ENT_I_COLUMN_NUMBER, /* within the range given as values, or nothing */
    ENT_I_COLUMN_TEXT,   /* a word or words, or nothing */
    ENT_I_COLUMN_FORMAL, /* the words that the row's word is a form of, or
                            nothing */
    ENT_I_COLUMN_FORMS,  /* forms of a lemma, a comma between them */
    ENT_I_COLUMN_NAMES,  /* names of a row, a comma between them */
    ENT_I_COLUMN_KINDS
} ent_i_column_kind;

typedef ENT_I_VEC(const char *) ent_i_texts;

typedef struct ent_i_column {
    const char *name;
    ent_i_column_kind kind;
    const char *field;  /* field of the struct that is filled */
    const char *prefix; /* of the values' enumerators, or a struct's name */
    ent_i_texts values;
} ent_i_column;

typedef struct ent_i_row {
    unsigned line;
    const char **cells; /* one per column; "" when empty */
} ent_i_row;

typedef struct ent_i_table {
    const char *name;
    const char *path;
    ENT_I_VEC(ent_i_column) columns;
    ENT_I_VEC(ent_i_row) rows;
} ent_i_table;

typedef ENT_I_VEC(ent_i_table) ent_i_tables;

/* One run: all that it allocates, and how many faults it has reported. */
typedef struct ent_i_generation {
    ent_i_arena arena;
    unsigned faults;
} ent_i_generation;

/* Reports a fault in a line (0: in the whole file) on standard error and counts
 * it. */
void ent_i_fault(ent_i_generation *g, const char *path, unsigned line,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Ends the run because memory is out. */
void ent_i_generate_no_memory(void);

/* Whether the text is one of the list. */
bool ent_i_texts_hold(const ent_i_texts *list, const char *text);
/* The parts of the cell between the marks; they live in the arena. */
ent_i_texts ent_i_texts_split(ent_i_generation *g, const char *cell,
                              const char *mark);

/* Reads columns.tsv: which tables there are, without their rows. */
void ent_i_read_columns(ent_i_generation *g, const char *path,
                        ent_i_tables *out);
/* Reads and checks FOLDER/NAME.tsv; reports what is wrong as faults. */
void ent_i_read_rows(ent_i_generation *g, const char *folder,
                     ent_i_table *table);

/* Appends a language's tables to out in C, as the lexicon `language`. */
void ent_i_write_language(ent_i_generation *g, const char *language,
                          const ent_i_tables *tables, ent_i_string *out);

#endif
