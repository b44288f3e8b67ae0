/* Articles as records: what was read comes back, and broken bytes are refused,
 * whatever is broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/map.h"
#include "core/pack.h"
#include "core/record.h"
#include "core/sound.h"
#include "entente/entente.h"

enum { HEAD = 9 };

static void assert_text(const char *a, const char *b)
{
    assert_int_equal(a != NULL, b != NULL);
    if (a)
        assert_string_equal(a, b);
}

static void assert_same_itself(const ent_article *a, const ent_article *b)
{
    const char *const x[] = {
        a->id,        a->title,    a->text,       a->source,       a->url,
        a->language,  a->author,   a->path,       a->format,       a->date_from,
        a->text_from, a->left_out, a->title_from, a->language_from};
    const char *const y[] = {
        b->id,        b->title,    b->text,       b->source,       b->url,
        b->language,  b->author,   b->path,       b->format,       b->date_from,
        b->text_from, b->left_out, b->title_from, b->language_from};
    for (size_t i = 0; i < sizeof x / sizeof *x; i++)
        assert_text(x[i], y[i]);
    assert_int_equal(a->title_size, b->title_size);
    assert_int_equal(a->text_size, b->text_size);
    assert_int_equal(a->date, b->date);
    assert_int_equal(a->fetched, b->fetched);
    assert_int_equal(a->format_given, b->format_given);
    assert_int_equal(a->title_in_text, b->title_in_text);
    assert_int_equal(a->names_only, b->names_only);
    assert_int_equal(a->annotated, b->annotated);
}

/* Structs without pointers are compared as bytes, member by member where
 * between members there may be others. */
static void assert_same_spans(const ent_article *a, const ent_article *b)
{
    assert_int_equal(a->sentences.n, b->sentences.n);
    for (size_t i = 0; i < a->sentences.n; i++) {
        const ent_sentence *s = &a->sentences.items[i];
        const ent_sentence *t = &b->sentences.items[i];
        assert_int_equal(s->start, t->start);
        assert_int_equal(s->end, t->end);
        assert_int_equal(s->paragraph, t->paragraph);
        assert_int_equal(s->field, t->field);
    }
    assert_int_equal(a->mentions.n, b->mentions.n);
    for (size_t i = 0; i < a->mentions.n; i++) {
        ent_mention m = a->mentions.items[i], other = b->mentions.items[i];
        m.size = other.size = 0;
        assert_memory_equal(&m, &other, offsetof(ent_mention, role_stated));
        assert_false(other.role_stated);
    }
    assert_int_equal(a->joint.n, b->joint.n);
    for (size_t i = 0; i < a->joint.n; i++)
        assert_int_equal(a->joint.items[i], b->joint.items[i]);
    assert_int_equal(a->kin.n, b->kin.n);
    for (size_t i = 0; i < a->kin.n; i++) {
        assert_int_equal(a->kin.items[i].mention, b->kin.items[i].mention);
        assert_int_equal(a->kin.items[i].owner, b->kin.items[i].owner);
    }
}

static void assert_same_contact(const ent_encounter *e, const ent_encounter *f)
{
    assert_int_equal(e->participant_count, f->participant_count);
    for (uint32_t i = 0; i < e->participant_count; i++)
        assert_int_equal(e->participants[i], f->participants[i]);
    assert_text(e->when_text, f->when_text);
    assert_text(e->where, f->where);
    const int64_t x[] = {e->sentence,   e->start,     e->end,  e->when,
                         e->when_first, e->when_last, e->kind, e->standing,
                         e->field,      e->form,      e->weak, e->when_from};
    const int64_t y[] = {f->sentence,   f->start,     f->end,  f->when,
                         f->when_first, f->when_last, f->kind, f->standing,
                         f->field,      f->form,      f->weak, f->when_from};
    assert_memory_equal(x, y, sizeof x);
    assert_true(e->confidence == f->confidence);
}

static void assert_same_findings(const ent_article *a, const ent_article *b)
{
    assert_int_equal(a->clusters.n, b->clusters.n);
    for (size_t i = 0; i < a->clusters.n; i++) {
        const ent_cluster *c = &a->clusters.items[i];
        const ent_cluster *d = &b->clusters.items[i];
        assert_text(c->name, d->name);
        assert_text(c->honorific, d->honorific);
        assert_int_equal(c->mentions, d->mentions);
        assert_int_equal(c->type, d->type);
        assert_true(c->confidence == d->confidence);
    }
    assert_int_equal(a->encounters.n, b->encounters.n);
    for (size_t i = 0; i < a->encounters.n; i++)
        assert_same_contact(&a->encounters.items[i], &b->encounters.items[i]);
}

/* Copied to a block of its own size, so that a sanitizer sees what is read
 * beyond. */
static ent_status read_record(ent_article **out, const char *bytes, size_t size)
{
    char *own = malloc(size ? size : 1);
    assert_non_null(own);
    memcpy(own, bytes, size);
    ent_error error = {0};
    ent_status status = ent_i_record_read(out, own, size, &error);
    assert_true(!status || error.message[0]);
    free(own);
    return status;
}

static ent_article *there_and_back(const ent_article *article,
                                   ent_i_string *bytes)
{
    ent_article *back = NULL;
    bytes->n = 0;
    assert_true(ent_i_record_write(bytes, article));
    assert_int_equal(read_record(&back, bytes->items, bytes->n), ENT_OK);
    return back;
}

typedef void article_fn(const ent_article *article);

/* Names without a text, in a file that is there until the end. */
static char names[] = "/tmp/entente-record-XXXXXX";

static int make_names(void **state)
{
    static const char rows[] = "id,persons,date\n1,Ann Roe;Bo Hill;Cy Lane,"
                               "2014-03-05\n";
    (void)state;
    int file = mkstemp(names);
    bool written = file >= 0 && write(file, rows, sizeof rows - 1) ==
                                    (ssize_t)sizeof rows - 1;
    return written ? close(file) : -1;
}

static int remove_names(void **state)
{
    (void)state;
    return unlink(names);
}

/* What the samples lack: couples, relatives, contacts with everything told. */
static const ent_text told[] = {
    {.size = sizeof(ent_text),
     .id = "kin",
     .date = "2014-03-29",
     .text = "Bill and Hillary Fenwick met Karl Ober in Lund on Monday. His "
             "wife, Ann, and his son Max were there. Ann left early."}};

/* Of each list, whether some article has it. */
enum { JOINT, KIN, ENCOUNTERS, ANNOTATED, NAMES_ONLY, LISTS };

static void note_lists(bool *seen, const ent_article *article)
{
    seen[JOINT] |= article->joint.n > 0;
    seen[KIN] |= article->kin.n > 0;
    seen[ENCOUNTERS] |= article->encounters.n > 0;
    seen[ANNOTATED] |= article->annotated;
    seen[NAMES_ONLY] |= article->names_only;
}

/* Over all samples, which are of all formats, and what they lack. */
static void each_article(article_fn *fn)
{
    const char *const inputs[] = {ENTENTE_SAMPLES_DIR "/articles",
                                  ENTENTE_TESTS_DIR "/golden/data/talks.jsonl",
                                  names};
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    ent_reader *reader;
    ent_article *article;
    bool seen[LISTS] = {false};
    options.texts = told;
    options.text_count = sizeof told / sizeof *told;
    assert_int_equal(ent_reader_open(&reader, &options, inputs,
                                     sizeof inputs / sizeof *inputs, NULL),
                     ENT_OK);
    for (;;) {
        assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
        if (!article)
            break;
        note_lists(seen, article);
        fn(article);
        ent_article_free(article);
    }
    for (int i = 0; i < LISTS; i++)
        assert_true(seen[i]);
    ent_reader_free(reader);
}

static void check_return(const ent_article *article)
{
    ent_i_string first = {0}, second = {0};
    ent_article *back = there_and_back(article, &first);
    assert_true(ent_i_article_is_sound(article));
    assert_same_itself(article, back);
    assert_same_spans(article, back);
    assert_same_findings(article, back);
    assert_true(ent_i_record_write(&second, back));
    assert_int_equal(first.n, second.n);
    assert_memory_equal(first.items, second.items, first.n);
    ent_article_free(back);
    ent_i_vec_free(&first);
    ent_i_vec_free(&second);
}

/* The packed one needs nothing of the article, which it leaves as it was. */
static void check_packed(const ent_article *article)
{
    ent_i_string before = {0};
    ent_article *again = there_and_back(article, &before);
    ent_article *packed =
        ent_i_article_pack(ent_i_malloc(ent_i_article_size(again)), again);
    assert_same_itself(article, again);
    assert_same_findings(article, again);
    ent_article_free(again);
    assert_same_itself(article, packed);
    assert_same_spans(article, packed);
    assert_same_findings(article, packed);
    assert_int_equal(article->id == article->path, packed->id == packed->path);
    ent_article_free(packed);
    ent_i_vec_free(&before);
}

static void test_packed(void **state)
{
    (void)state;
    each_article(check_packed);
    ent_article *empty = ent_i_article_new();
    check_packed(empty);
    empty->language_from = "text";
    check_packed(empty);
    ent_article_free(empty);
}

static void test_articles_return(void **state)
{
    (void)state;
    each_article(check_return);
}

/* Nothing may be found in it, and most may be unknown. */
static void test_empty_article(void **state)
{
    (void)state;
    ent_article *article = ent_i_article_new();
    check_return(article);
    ent_article_free(article);
}

/* As another version or a fault of the disk could leave it, with the hash made
 * right, so that each byte's own check is needed. */
static void check_broken(const ent_article *article)
{
    static const unsigned char marks[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    ent_i_string bytes = {0};
    ent_article_free(there_and_back(article, &bytes));
    for (size_t i = HEAD; i < bytes.n; i++) {
        char right = bytes.items[i];
        ent_article *back = NULL;
        bytes.items[i] = (char)(right ^ marks[i % sizeof marks] ^ 0x10);
        assert_int_equal(read_record(&back, bytes.items, bytes.n),
                         ENT_ERR_FORMAT);
        uint64_t hash = ent_i_hash(bytes.items + HEAD, bytes.n - HEAD);
        for (int k = 1; k < HEAD; k++, hash >>= 8)
            bytes.items[k] = (char)hash;
        if (read_record(&back, bytes.items, bytes.n) == ENT_OK)
            assert_true(ent_i_article_is_sound(back));
        ent_article_free(back);
        bytes.items[i] = right;
    }
    ent_i_vec_free(&bytes);
}

static void test_broken_bytes(void **state)
{
    (void)state;
    each_article(check_broken);
}

static void check_cut(const ent_article *article)
{
    ent_i_string bytes = {0};
    ent_article_free(there_and_back(article, &bytes));
    for (size_t i = 0; i < bytes.n; i++) {
        ent_article *back = NULL;
        assert_int_equal(read_record(&back, bytes.items, i), ENT_ERR_FORMAT);
    }
    ent_i_vec_free(&bytes);
}

static void test_cut_bytes(void **state)
{
    (void)state;
    each_article(check_cut);
}

static void test_other_version(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_article *article = ent_i_article_new(), *back = NULL;
    ent_article_free(there_and_back(article, &bytes));
    bytes.items[0] = ENT_I_RECORD_VERSION + 1;
    assert_int_equal(read_record(&back, bytes.items, bytes.n), ENT_ERR_FORMAT);
    ent_article_free(article);
    ent_i_vec_free(&bytes);
}

/* What was found is gone; what was given stays. */
static void check_unread(const ent_article *article)
{
    ent_i_string bytes = {0};
    ent_article *back = there_and_back(article, &bytes);
    assert_true(ent_i_article_unread(back));
    assert_int_equal(back->mentions.n,
                     article->annotated ? article->mentions.n : 0);
    for (size_t i = 0; i < back->mentions.n; i++)
        assert_int_equal(back->mentions.items[i].cluster, ENT_NONE);
    assert_int_equal(back->clusters.n + back->kin.n + back->joint.n, 0);
    assert_int_equal(back->sentences.n,
                     article->names_only ? article->sentences.n : 0);
    assert_int_equal(back->encounters.n,
                     article->names_only ? article->encounters.n : 0);
    ent_mention more = {.cluster = ENT_NONE};
    assert_true(ent_i_vec_push(&back->mentions, more));
    assert_string_equal(back->text, article->text);
    ent_article_free(back);
    ent_i_vec_free(&bytes);
}

static void test_unread(void **state)
{
    (void)state;
    each_article(check_unread);
}

static void test_no_memory(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_article *article = ent_i_article_new(), *back = NULL;
    bool written = false;
    for (long nth = 1; !written; nth++) {
        bytes.n = 0;
        ent_i_memory_fail_from(nth);
        written = ent_i_record_write(&bytes, article);
        ent_i_memory_fail_from(0);
    }
    /* An empty field of a store is no bytes at all. */
    assert_int_equal(ent_i_record_read(&back, NULL, 0, NULL), ENT_ERR_FORMAT);
    ent_i_memory_fail_from(1);
    assert_int_equal(ent_i_record_read(&back, bytes.items, bytes.n, NULL),
                     ENT_ERR_MEMORY);
    ent_i_memory_fail_from(0);
    ent_article_free(article);
    ent_i_vec_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_articles_return),
        cmocka_unit_test(test_empty_article),
        cmocka_unit_test(test_packed),
        cmocka_unit_test(test_broken_bytes),
        cmocka_unit_test(test_cut_bytes),
        cmocka_unit_test(test_other_version),
        cmocka_unit_test(test_unread),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, make_names, remove_names);
}
