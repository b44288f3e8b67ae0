/* generate COLUMNS OUT FOLDER...: one folder per language, named by its tag. */
#include "lexicon/generate.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void ent_i_fault(ent_i_generation *g, const char *path, unsigned line,
                 const char *format, ...)
{
    va_list values;
    va_start(values, format);
    if (line)
        fprintf(stderr, "%s:%u: ", path, line);
    else
        fprintf(stderr, "%s: ", path);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    va_end(values);
    g->faults++;
}

void ent_i_generate_no_memory(void)
{
    fputs("generate: out of memory\n", stderr);
    exit(1);
}

bool ent_i_texts_hold(const ent_i_texts *list, const char *text)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->items[i], text) == 0)
            return true;
    return false;
}

ent_i_texts ent_i_texts_split(ent_i_generation *g, const char *cell,
                              const char *mark)
{
    ent_i_texts list = {0};
    size_t step = strlen(mark);
    while (*cell) {
        const char *end = strstr(cell, mark);
        size_t size = end ? (size_t)(end - cell) : strlen(cell);
        char *text = ent_i_arena_strndup(&g->arena, cell, size);
        if (!text || !ent_i_vec_push(&list, text))
            ent_i_generate_no_memory();
        cell += size + (end ? step : 0);
    }
    return list;
}

/* "src/lexicon/en" is for the language en. */
static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void free_tables(ent_i_tables *tables)
{
    for (size_t i = 0; i < tables->n; i++) {
        ent_i_table *table = &tables->items[i];
        for (size_t k = 0; k < table->columns.n; k++)
            ent_i_vec_free(&table->columns.items[k].values);
        ent_i_vec_free(&table->columns);
        ent_i_vec_free(&table->rows);
    }
    ent_i_vec_free(tables);
}

static void add_language(ent_i_generation *g, const char *columns,
                         const char *folder, ent_i_string *out)
{
    ent_i_tables tables = {0};
    ent_i_read_columns(g, columns, &tables);
    for (size_t i = 0; i < tables.n; i++)
        ent_i_read_rows(g, folder, &tables.items[i]);
    if (!g->faults)
        ent_i_write_language(g, base_name(folder), &tables, out);
    free_tables(&tables);
}

/* The list of all languages, for lexicon.c. */
static bool add_list(ent_i_string *out, char **folders, int count)
{
    bool ok = ent_i_string_adds(
        out, "const ent_i_lexicon *const ent_i_lexicons[] = {");
    for (int i = 0; ok && i < count; i++)
        ok = ent_i_string_addf(out, "%s&%s", i ? ", " : "",
                               base_name(folders[i]));
    return ok && ent_i_string_addf(out,
                                   "};\nconst size_t ent_i_lexicon_count = "
                                   "%d;\n",
                                   count);
}

static bool write_file(const char *path, const ent_i_string *text)
{
    FILE *file = fopen(path, "w");
    bool ok = file && fwrite(text->items, 1, text->n, file) == text->n;
    return file && fclose(file) == 0 && ok;
}

int main(int argc, char **argv)
{
    ent_i_generation g = {0};
    ent_i_string out = {0};
    if (argc < 4) {
        fputs("usage: generate COLUMNS OUT FOLDER...\n", stderr);
        return 2;
    }
    if (!ent_i_string_adds(&out, "/* Made by src/lexicon/generate.c. */\n"
                                 "#include \"lexicon/lexicon.h\"\n"))
        ent_i_generate_no_memory();
    for (int i = 3; i < argc; i++)
        add_language(&g, argv[1], argv[i], &out);
    if (!g.faults && !add_list(&out, argv + 3, argc - 3))
        ent_i_generate_no_memory();
    if (!g.faults && !write_file(argv[2], &out))
        ent_i_fault(&g, argv[2], 0, "cannot write the file");
    ent_i_vec_free(&out);
    ent_i_arena_free(&g.arena);
    return g.faults ? 1 : 0;
}
