/* Who wrote the page, in words. */
#include <string.h>

#include "lexicon/lexicon.h"
#include "source/html_facts.h"

enum {
    AUTHOR_MOST = 80, /* bytes: more is a note on the author */
    BY_WITHIN = 3,    /* words */
    LINE_MOST = 120,  /* bytes of a byline */
    ABOVE = 12        /* blocks between it and the story */
};

static char *after_word(char *at)
{
    at += strcspn(at, " ");
    return at + strspn(at, " ");
}

static const ent_i_lexeme *word_at(const char *at)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), at, strcspn(at, " ,"));
}

static bool is_by(const char *at)
{
    const ent_i_lexeme *word = word_at(at);
    return word->use & ENT_I_U_BY || word->press & ENT_I_PRESS_FOREIGN_BY;
}

/* Behind "by", which is among the first words ("Posted by"), or a colon. */
static char *skip_by(char *text)
{
    char *at = text, *colon = strstr(text, ": ");
    if (colon)
        return colon + 2;
    for (int i = 0; i < BY_WITHIN && *at; i++, at = after_word(at))
        if (is_by(at))
            return after_word(at);
    return text;
}

/* A word of a name in Latin letters, or what joins names. */
static bool is_name_word(const char *at)
{
    const ent_i_lexeme *word = word_at(at);
    return (*at >= 'A' && *at <= 'Z') || (*at >= '\xC3' && *at <= '\xC5') ||
           is_by(at) || word->use & ENT_I_U_AND ||
           word->press & ENT_I_PRESS_FOREIGN_AND;
}

/* "von Jane Doe und Max Poe, 24. Januar" -> "Jane Doe und Max Poe"; "Jane Doe
 * talks to Max Poe" -> "". */
char *ent_i_html_trim_author(char *text)
{
    char *start = skip_by(text + strspn(text, " ")), *at = start, *end = start;
    for (size_t words = 0;; words++) {
        bool behind = !*at || strchr("@0123456789", *at) ||
                      (words > 1 && word_at(at)->month);
        if (behind && words > 1 && end - start <= AUTHOR_MOST)
            break;
        if (behind || !is_name_word(at)) {
            end = start;
            break;
        }
        end = at + strcspn(at, " ");
        at = after_word(at);
    }
    end -= end > start && end[-1] == ',';
    *end = '\0';
    return start;
}

/* Whether the block is called after the author: "date-author", "authors__name",
 * but not a reader's "comment-author". */
static bool is_called_author(const ent_i_html_page *page, size_t i)
{
    const ent_i_html_element *e =
        &page->elements.items[page->blocks.items[i].element];
    const char *name = ent_i_html_attribute(e->node, "class");
    return !(e->in & ENT_I_IN_COMMENTS) && name &&
           (strstr(name, "author") || strstr(name, "autor"));
}

/* The names in a block that is a byline, or NULL. */
static const char *byline_in(ent_i_html_facts *facts,
                             const ent_i_html_page *page, size_t i)
{
    const ent_i_html_block *b = &page->blocks.items[i];
    const char *text = page->text.items + b->start;
    size_t size = strcspn(text, "\n");
    if (b->end - b->start > LINE_MOST ||
        !(is_by(text) || is_called_author(page, i)))
        return NULL;
    char *copy = ent_i_arena_strndup(facts->arena, text, size);
    facts->failed |= !copy;
    char *names = copy ? ent_i_html_trim_author(copy) : NULL;
    return names && *names ? names : NULL;
}

void ent_i_html_note_byline(ent_i_html_facts *facts,
                            const ent_i_html_page *page, const double *judged)
{
    size_t first = ent_i_html_first_prose(page, judged);
    size_t last = first > ABOVE ? first - ABOVE : 0;
    const char *names = NULL;
    if (facts->of[ENT_I_FACT_AUTHOR].value)
        return;
    for (size_t i = first < page->blocks.n ? first : 0; i-- > last && !names;)
        names = byline_in(facts, page, i);
    if (names)
        ent_i_html_note(facts, ENT_I_FACT_AUTHOR, names, "text", 0);
}
