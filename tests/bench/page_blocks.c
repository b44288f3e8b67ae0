/* Writes the blocks of web pages as tab-separated lines, for
 * train_pages.py. Usage: page_blocks FILE... */
#include <stdio.h>
#include <string.h>

#include "core/file.h"
#include "source/decode.h"
#include "source/html_facts.h"
#include "source/html_traits.h"

static void print_word(void *ctx, const char *word, size_t size)
{
    (void)ctx;
    printf("%.*s ", (int)size, word);
}

static void print_block(const ent_i_html_page *page, const ent_i_html_block *b,
                        const float *traits)
{
    for (int i = 0; i < ENT_I_T_COUNT; i++)
        printf("%.9g ", (double)traits[i]);
    putchar('\t');
    for (uint32_t e = b->element; e != ENT_NONE;
         e = page->elements.items[e].parent) {
        ent_i_html_class_words(page->elements.items[e].node, print_word, NULL);
        putchar('|');
    }
    putchar('\t');
    ent_i_html_first_words(page->text.items + b->start, b->end - b->start,
                           print_word, NULL);
    putchar('\t');
    for (uint32_t i = b->start; i < b->end; i++)
        putchar(page->text.items[i] == '\n' || page->text.items[i] == '\t'
                    ? ' '
                    : page->text.items[i]);
    putchar('\n');
}

static ent_status print_page(const char *path, const char *bytes, size_t size,
                             ent_error *error)
{
    ent_i_html_source source = {0};
    ent_i_html_page page = {0};
    ent_i_html_facts facts = {0};
    ent_i_arena arena = {0};
    ent_i_string text = {0};
    const GumboNode *root;
    ent_status status = ent_i_html_decode(&text, bytes, size, NULL, error);
    if (!status)
        status = ent_i_html_trim(&source, text.items, text.n, error);
    if (!status)
        status = ent_i_html_parse(&root, &arena, &source.markup, error);
    if (!status && ent_i_html_blocks(&page, root) &&
        ent_i_html_find_facts(&facts, &arena, root, &source.data, 0)) {
        float *traits = ent_i_html_traits(&page, &facts.hints);
        printf("#\t%s\t%s\n", path, facts.hints.title);
        for (size_t i = 0; i < page.blocks.n; i++)
            print_block(&page, &page.blocks.items[i],
                        traits + i * ENT_I_T_COUNT);
        ent_i_free(traits);
    }
    ent_i_html_page_free(&page);
    ent_i_vec_free(&source.markup);
    ent_i_vec_free(&source.data);
    ent_i_vec_free(&text);
    ent_i_arena_free(&arena);
    return status;
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        ent_i_string bytes = {0};
        ent_error error = {0};
        if (ent_i_file_read(&bytes, paths[i], "bench", &error) ||
            print_page(paths[i], bytes.items, bytes.n, &error))
            fprintf(stderr, "%s: %s\n", paths[i], error.message);
        ent_i_vec_free(&bytes);
    }
    return 0;
}
