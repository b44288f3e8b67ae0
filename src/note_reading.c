/* How the articles of a corpus were chosen, for the settings of its networks.
 * They are named as on the command line. */
#include "core/error.h"
#include "corpus/corpus.h"

static bool note(ent_corpus *corpus, const char *name, const char *value)
{
    const char *copy = ent_i_arena_strdup(&corpus->reading_arena, value);
    return copy &&
           ent_i_vec_push(&corpus->reading, ((ent_i_reading){name, copy}));
}

static bool note_list(ent_corpus *corpus, const char *name,
                      const char *const *list)
{
    ent_i_string text = {0};
    bool done = ent_i_string_adds(&text, "");
    for (; done && list && *list; list++)
        done = (!text.n || ent_i_string_adds(&text, ", ")) &&
               ent_i_string_adds(&text, *list);
    done = done && note(corpus, name, text.items);
    ent_i_vec_free(&text);
    return done;
}

static bool note_count(ent_corpus *corpus, const char *name, size_t n)
{
    ent_i_string text = {0};
    bool done =
        ent_i_string_addf(&text, "%zu", n) && note(corpus, name, text.items);
    ent_i_vec_free(&text);
    return done;
}

ent_status ent_corpus_note_reading(ent_corpus *corpus, const ent_reader *reader,
                                   ent_error *error)
{
    const ent_choice *choice = ent_reader_choice(reader);
    const char *languages;
    bool english_only;
    ent_reader_foreign(reader, &languages, &english_only);
    corpus->reading.n = 0;
    corpus->undated = (uint32_t)ent_reader_undated(reader);
    bool done = note_list(corpus, "source", choice->sources) &&
                note_list(corpus, "url", choice->urls) &&
                note_list(corpus, "language", choice->languages) &&
                note(corpus, "any-language", english_only ? "" : "yes") &&
                note_list(corpus, "match", choice->matches) &&
                note_count(corpus, "articles-read", ent_reader_count(reader));
    return done ? ENT_OK : ent_i_no_memory(error, "corpus");
}
