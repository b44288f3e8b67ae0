#include "source/document.h"

#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/decode.h"
#include "source/readers.h"

static bool is_blank(char c) { return c && strchr(" \t\r\n\f\v", c); }

/* Soft hyphens are places where a line may end; they are no letters. */
static size_t soft_hyphen(const char *text, size_t size)
{
    return size >= 2 && memcmp(text, "\xC2\xAD", 2) == 0 ? 2 : 0;
}

static void put(ent_i_document *document, ent_i_string *to, const char *bytes,
                size_t size)
{
    if (!ent_i_string_add(to, bytes, size))
        document->no_memory = true;
}

/* What is due before the next word. */
static void put_gap(ent_i_document *document)
{
    if (document->text.n)
        put(document, &document->text,
            document->parted ? "\n\n"
            : document->gap  ? " "
                             : "",
            document->parted ? 2
            : document->gap  ? 1
                             : 0);
    document->gap = document->parted = false;
}

void ent_i_document_add(ent_i_document *document, const char *text, size_t size)
{
    size_t i = 0;
    while (i < size) {
        size_t from = i;
        while (i < size && !is_blank(text[i]) &&
               !soft_hyphen(text + i, size - i))
            i++;
        if (i > from) {
            put_gap(document);
            put(document, &document->text, text + from, i - from);
        }
        size_t soft = soft_hyphen(text + i, size - i);
        i += soft;
        while (!soft && i < size && is_blank(text[i])) {
            document->gap = true;
            i++;
        }
    }
}

void ent_i_document_part(ent_i_document *document) { document->parted = true; }

void ent_i_document_title(ent_i_document *document, const char *title,
                          size_t size)
{
    ent_i_document line = {.title = {0}};
    ent_i_document_add(&line, title, size);
    document->no_memory |= line.no_memory;
    if (line.text.n && !line.no_memory) {
        ent_i_vec_free(&document->title);
        document->title = line.text;
    } else {
        ent_i_vec_free(&line.text);
    }
}

/* The title that the document states, or the one that its text begins with. */
static bool set_title(const ent_i_document *document, ent_article *article)
{
    if (!document->title.n) {
        article->title_in_text = ent_i_plain_title(article);
        return article->title != NULL;
    }
    article->title = ent_i_arena_strndup(&article->arena, document->title.items,
                                         document->title.n);
    if (!article->title)
        return false;
    article->title_size = (uint32_t)document->title.n;
    article->title_in_text = ent_i_begins_with_title(article);
    return true;
}

/* Programs put a title above a heading of the same words: as two sentences they
 * would count twice. */
static void drop_repeat(ent_i_string *text)
{
    static const char part[] = "\n\n";
    enum { PART = sizeof part - 1 };
    const char *stop = text->n ? strstr(text->items, part) : NULL;
    size_t size = stop ? (size_t)(stop - text->items) + PART : 0;
    if (!size || text->n < 2 * size ||
        memcmp(text->items, text->items + size, size) != 0)
        return;
    text->n -= size;
    memmove(text->items, text->items + size, text->n + 1);
}

ent_status ent_i_document_finish(ent_i_document *document, ent_article *article,
                                 const char *empty, ent_error *error)
{
    ent_status status = ENT_OK;
    drop_repeat(&document->text);
    if (document->no_memory)
        status = ent_i_no_memory(error, "source");
    else if (!document->text.n)
        status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected text, found %s", empty);
    else if (!ent_i_article_set_text(article, document->text.items,
                                     document->text.n) ||
             !set_title(document, article))
        status = ent_i_no_memory(error, "source");
    if (!status && article->date == ENT_NO_DATE) {
        article->date = ent_i_find_date(article->text, article->text_size);
        article->date_from = "text";
    }
    article->left_out = document->left_out;
    if (document->title.n)
        article->title_from = document->title_from;
    ent_i_document_free(document);
    return status;
}

void ent_i_document_free(ent_i_document *document)
{
    ent_i_vec_free(&document->text);
    ent_i_vec_free(&document->title);
}
