/* What holds of the sentences and tokens of any text: texts are put together at
 * random from pieces of news, of other scripts and of sheer noise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/text.h"
#include "unit/plain_article.h"
#include "unit/random.h"

enum { SEEDS = 400, PIECES = 60 };

static const char *const pieces[] = {"Hill",
                                     "Mr.",
                                     "Dr.",
                                     "U.S.",
                                     "U.N.",
                                     "Gen.",
                                     "O'Brien",
                                     "the",
                                     "met",
                                     "said",
                                     "Jan.",
                                     "5",
                                     "3.5",
                                     "1,000",
                                     "10:30",
                                     "4th",
                                     "1990s",
                                     "$5",
                                     "60%",
                                     "a.m.",
                                     "p.m.",
                                     "J.",
                                     "K.",
                                     "Jr.",
                                     "Inc.",
                                     "No.",
                                     "e.g.",
                                     "etc.",
                                     "vs.",
                                     "Kim",
                                     "Jong-ho",
                                     "al-Arrad",
                                     "Ki-joon's",
                                     "ministers'",
                                     "can't",
                                     "AT&T",
                                     "R&D",
                                     "www.example.org",
                                     "http://example.org/a?b=c&d",
                                     "jo@example.org",
                                     "@name",
                                     "#topic",
                                     ".",
                                     ",",
                                     ";",
                                     ":",
                                     "?",
                                     "!",
                                     "...",
                                     "?!",
                                     "\"",
                                     "'",
                                     "''",
                                     "``",
                                     "(",
                                     ")",
                                     "[",
                                     "]",
                                     "{",
                                     "}",
                                     "-",
                                     "--",
                                     "---",
                                     "/",
                                     "\\",
                                     "*",
                                     "_",
                                     "~",
                                     "<",
                                     ">",
                                     "=",
                                     "|",
                                     "^",
                                     "\u2014",
                                     "\u2013",
                                     "\u2026",
                                     "\u201C",
                                     "\u201D",
                                     "\u2018",
                                     "\u2019",
                                     "\u00AB",
                                     "\u00BB",
                                     "\u2022",
                                     "\u00E9tat",
                                     "\u00C9cole",
                                     "Z\u00FCrich",
                                     "S\u00E3o",
                                     "Sa\u0303o",
                                     "\u041F\u0443\u0442",
                                     "\u0438",
                                     "\u0628\u0634\u0627\u0631",
                                     "\u05E9\u05DC\u05D5\u05DD",
                                     "\u4E2D",
                                     "\u4E2D\u56FD\u548C",
                                     "\u3053\u3093",
                                     "\u0E44\u0E17\u0E22",
                                     "\uD55C\uAD6D",
                                     "\u3002",
                                     "\uFF1F",
                                     "\U0001F600",
                                     "\U0001F468\u200D\U0001F469",
                                     "\U0001F44D\U0001F3FD",
                                     "\u00A0",
                                     "\u200B",
                                     "\uFEFF",
                                     "\u00AD",
                                     "\u202E",
                                     "\uFFFD",
                                     "\u0301",
                                     "\u200D",
                                     "\x01",
                                     "\x7F",
                                     "Zx9",
                                     "9Zx",
                                     "x",
                                     "X"};
enum { PIECE_COUNT = sizeof pieces / sizeof *pieces };

static const char *const gaps[] = {"",   "",   " ",  " ",  " ",    " ",
                                   "  ", "\t", "\n", "\n", "\n\n", "\r\n"};
enum { GAP_COUNT = sizeof gaps / sizeof *gaps };

/* A text of n pieces. With one line each gap is a blank or none. */
static void draw(ent_i_string *out, uint64_t *seed, uint32_t n, bool one_line)
{
    out->n = 0;
    assert_true(ent_i_string_adds(out, ""));
    for (uint32_t i = 0; i < n; i++) {
        uint32_t gap = random_below(seed, one_line ? 7 : GAP_COUNT);
        ent_i_string_adds(out, pieces[random_below(seed, PIECE_COUNT)]);
        ent_i_string_adds(out, gaps[gap]);
    }
}

/* An article and what was read of it. */
typedef struct reading {
    ent_article *article;
    ent_i_text text;
} reading;

static void read_text(reading *r, const char *title, const char *text)
{
    r->article = plain_article(title, text);
    assert_int_equal(ent_i_text_read(&r->text, r->article, NULL), ENT_OK);
}

static void free_reading(reading *r)
{
    ent_article_free(r->article);
    ent_i_text_free(&r->text);
}

static bool is_inner(const char *text, uint32_t at)
{
    return ((unsigned char)text[at] & 0xC0) == 0x80;
}

/* ---- what holds of all ---- */

static void check_tokens(const reading *r)
{
    const ent_i_text *text = &r->text;
    const ent_sentence *sentences = r->article->sentences.items;
    assert_int_equal(text->first.n, r->article->sentences.n + 1);
    assert_int_equal(text->first.items[0], 0);
    assert_int_equal(text->first.items[text->first.n - 1], text->tokens.n);
    for (size_t s = 0; s + 1 < text->first.n; s++) {
        size_t from = text->first.items[s], to = text->first.items[s + 1];
        const char *bytes =
            ent_article_field(r->article, (ent_field)sentences[s].field);
        assert_true(from < to);
        assert_int_equal(sentences[s].start, text->tokens.items[from].start);
        assert_int_equal(sentences[s].end, text->tokens.items[to - 1].end);
        for (size_t i = from; i < to; i++) {
            const ent_i_token *t = &text->tokens.items[i];
            assert_true(t->start < t->end);
            assert_true(t->kind <= ENT_I_TOKEN_PUNCT);
            assert_false(is_inner(bytes, t->start));
            assert_false(is_inner(bytes, t->end));
            if (i > from)
                assert_true(t[-1].end <= t->start);
            if (i > from)
                assert_int_equal(t->glued, t[-1].end == t->start);
        }
    }
}

static void check_sentences(const reading *r)
{
    const ent_sentence *s = r->article->sentences.items;
    for (size_t i = 1; i < r->article->sentences.n; i++) {
        assert_true(s[i - 1].field <= s[i].field);
        if (s[i - 1].field == s[i].field)
            assert_true(s[i - 1].end <= s[i].start);
        assert_true(s[i].paragraph == s[i - 1].paragraph ||
                    s[i].paragraph == s[i - 1].paragraph + 1);
        if (s[i - 1].field != s[i].field)
            assert_true(s[i].paragraph == s[i - 1].paragraph + 1);
    }
    if (r->article->sentences.n)
        assert_int_equal(s[0].paragraph, 0);
}

/* Nothing but white space, controls and what joins letters stands between two
 * tokens. */
static void check_gap(const char *text, uint32_t from, uint32_t to)
{
    while (from < to) {
        UChar32 c;
        U8_NEXT(text, from, to, c);
        if (!u_isUWhiteSpace(c) && c != 0xFEFF && c != 0x200B &&
            u_charType(c) != U_CONTROL_CHAR)
            fail_msg("U+%04X is in no token of: %s", (unsigned)c, text);
    }
}

static void check_nothing_is_lost(const reading *r)
{
    const char *text = r->article->text;
    uint32_t at = 0;
    for (size_t i = 0; i < r->text.tokens.n; i++) {
        check_gap(text, at, r->text.tokens.items[i].start);
        at = r->text.tokens.items[i].end;
    }
    check_gap(text, at, r->article->text_size);
}

static void test_tokens_cover_any_text_in_order(void **state)
{
    (void)state;
    ent_i_string text = {0};
    reading r = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        uint64_t at = seed;
        draw(&text, &at, PIECES, seed % 2);
        read_text(&r, "", text.items);
        check_tokens(&r);
        check_sentences(&r);
        check_nothing_is_lost(&r);
        ent_article_free(r.article);
    }
    r.article = NULL;
    free_reading(&r);
    ent_i_vec_free(&text);
}

/* A title is read before the text, by the same rules. */
static void test_titles_are_read_alike(void **state)
{
    (void)state;
    ent_i_string title = {0}, text = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        uint64_t at = seed * 31;
        reading both = {0}, alone = {0};
        draw(&title, &at, 8, true);
        draw(&text, &at, 20, false);
        read_text(&both, title.items, text.items);
        read_text(&alone, "", title.items);
        check_tokens(&both);
        check_sentences(&both);
        assert_true(both.text.tokens.n >= alone.text.tokens.n);
        for (size_t i = 0; i < alone.text.tokens.n; i++) {
            const ent_i_token *x = &both.text.tokens.items[i];
            const ent_i_token *y = &alone.text.tokens.items[i];
            assert_true(x->start == y->start && x->end == y->end &&
                        x->kind == y->kind && x->glued == y->glued);
        }
        for (size_t i = 0; i < alone.article->sentences.n; i++)
            assert_int_equal(both.article->sentences.items[i].field,
                             ENT_FIELD_TITLE);
        free_reading(&both);
        free_reading(&alone);
    }
    ent_i_vec_free(&title);
    ent_i_vec_free(&text);
}

/* ---- what doesn't matter ---- */

static void same_readings(const reading *a, const reading *b, uint32_t shift)
{
    assert_int_equal(a->text.tokens.n, b->text.tokens.n);
    assert_int_equal(a->article->sentences.n, b->article->sentences.n);
    for (size_t i = 0; i < a->text.tokens.n; i++) {
        const ent_i_token *x = &a->text.tokens.items[i];
        const ent_i_token *y = &b->text.tokens.items[i];
        assert_int_equal(x->start + shift, y->start);
        assert_int_equal(x->end + shift, y->end);
        assert_int_equal(x->kind, y->kind);
        assert_int_equal(x->glued, y->glued);
    }
    for (size_t i = 0; i < a->article->sentences.n; i++) {
        assert_int_equal(a->article->sentences.items[i].start + shift,
                         b->article->sentences.items[i].start);
        assert_int_equal(a->article->sentences.items[i].paragraph,
                         b->article->sentences.items[i].paragraph);
    }
}

/* Memory used before leaves no trace. */
static void test_what_was_read_before_does_not_matter(void **state)
{
    (void)state;
    ent_i_string text = {0};
    reading used = {0};
    for (uint64_t seed = 1; seed <= SEEDS / 2; seed++) {
        uint64_t at = seed * 7;
        reading fresh = {0};
        draw(&text, &at, 1 + random_below(&at, PIECES), false);
        read_text(&used, "", text.items);
        read_text(&fresh, "", text.items);
        same_readings(&fresh, &used, 0);
        free_reading(&fresh);
        ent_article_free(used.article);
    }
    used.article = NULL;
    free_reading(&used);
    ent_i_vec_free(&text);
}

static void test_white_space_around_does_not_matter(void **state)
{
    (void)state;
    static const char *const before[] = {" ", "\n\n", "\t \r\n", "\n \n"};
    ent_i_string text = {0}, padded = {0};
    for (uint64_t seed = 1; seed <= SEEDS / 2; seed++) {
        uint64_t at = seed * 13;
        reading bare = {0}, more = {0};
        const char *pad = before[seed % 4];
        draw(&text, &at, PIECES, false);
        padded.n = 0;
        ent_i_string_addf(&padded, "%s%s \n", pad, text.items);
        read_text(&bare, "", text.items);
        read_text(&more, "", padded.items);
        /* An empty text has no token to compare. */
        if (bare.text.tokens.n)
            same_readings(&bare, &more, (uint32_t)strlen(pad));
        free_reading(&bare);
        free_reading(&more);
    }
    ent_i_vec_free(&text);
    ent_i_vec_free(&padded);
}

/* Paragraphs know nothing of one another, as long as nothing is wrapped. */
static void test_paragraphs_are_read_alone(void **state)
{
    (void)state;
    ent_i_string parts[3] = {{0}}, whole = {0};
    for (uint64_t seed = 1; seed <= SEEDS / 2; seed++) {
        uint64_t at = seed * 17;
        reading all = {0};
        whole.n = 0;
        for (int i = 0; i < 3; i++) {
            draw(&parts[i], &at, 12, true);
            ent_i_string_addf(&whole, "%s\n\n", parts[i].items);
        }
        read_text(&all, "", whole.items);
        size_t token = 0, sentence = 0;
        uint32_t offset = 0;
        for (int i = 0; i < 3; i++) {
            reading one = {0};
            read_text(&one, "", parts[i].items);
            for (size_t k = 0; k < one.text.tokens.n; k++, token++)
                assert_int_equal(one.text.tokens.items[k].end + offset,
                                 all.text.tokens.items[token].end);
            for (size_t k = 0; k < one.article->sentences.n; k++, sentence++)
                assert_int_equal(one.article->sentences.items[k].end + offset,
                                 all.article->sentences.items[sentence].end);
            offset += (uint32_t)parts[i].n + 2;
            free_reading(&one);
        }
        assert_int_equal(token, all.text.tokens.n);
        assert_int_equal(sentence, all.article->sentences.n);
        free_reading(&all);
    }
    for (int i = 0; i < 3; i++)
        ent_i_vec_free(&parts[i]);
    ent_i_vec_free(&whole);
}

/* How wide a gap is doesn't matter, nor of which blanks it is made. */
static void test_gaps_of_any_width_are_gaps(void **state)
{
    (void)state;
    static const char *const wide[] = {"  ", "\t", " \t ", "\u00A0", "\u3000"};
    ent_i_string text = {0}, other = {0};
    for (uint64_t seed = 1; seed <= SEEDS / 2; seed++) {
        uint64_t at = seed * 19;
        reading narrow = {0}, spaced = {0};
        text.n = other.n = 0;
        for (int i = 0; i < 25; i++) {
            const char *piece = pieces[random_below(&at, PIECE_COUNT)];
            ent_i_string_addf(&text, "%s%s", i ? " " : "", piece);
            ent_i_string_addf(&other, "%s%s", i ? wide[seed % 5] : "", piece);
        }
        read_text(&narrow, "", text.items);
        read_text(&spaced, "", other.items);
        if (narrow.text.tokens.n != spaced.text.tokens.n ||
            narrow.article->sentences.n != spaced.article->sentences.n)
            fail_msg("read otherwise: %s and %s", text.items, other.items);
        for (size_t i = 0; i < narrow.text.tokens.n; i++) {
            const ent_i_token *x = &narrow.text.tokens.items[i];
            const ent_i_token *y = &spaced.text.tokens.items[i];
            if (ent_i_token_size(x) != ent_i_token_size(y))
                fail_msg("token %zu, '%.*s' or '%.*s': %s and %s", i,
                         (int)ent_i_token_size(x), text.items + x->start,
                         (int)ent_i_token_size(y), other.items + y->start,
                         text.items, other.items);
            assert_memory_equal(text.items + x->start, other.items + y->start,
                                ent_i_token_size(x));
            assert_int_equal(x->kind, y->kind);
        }
        free_reading(&narrow);
        free_reading(&spaced);
    }
    ent_i_vec_free(&text);
    ent_i_vec_free(&other);
}

/* ---- searching ---- */

/* By halving and one by one must find the same. */
static void test_tokens_are_found_by_place(void **state)
{
    (void)state;
    ent_i_string text = {0};
    for (uint64_t seed = 1; seed <= 40; seed++) {
        uint64_t at = seed * 23;
        reading r = {0};
        draw(&text, &at, 25, false);
        read_text(&r, "Hill met Ray. They left.", text.items);
        for (int field = ENT_FIELD_TITLE; field <= ENT_FIELD_TEXT; field++)
            for (uint32_t byte = 0; byte < r.article->text_size + 3; byte++) {
                size_t want = 0;
                for (; want < r.text.tokens.n; want++) {
                    size_t s = ent_i_token_sentence(&r.text, want);
                    if (r.article->sentences.items[s].field == field &&
                        r.text.tokens.items[want].end > byte)
                        break;
                }
                assert_int_equal(
                    ent_i_token_at(&r.text, r.article, (ent_field)field, byte),
                    want);
            }
        for (size_t i = 0; i < r.text.tokens.n; i++) {
            size_t s = ent_i_token_sentence(&r.text, i);
            assert_true(r.text.first.items[s] <= i);
            assert_true(r.text.first.items[s + 1] > i);
        }
        free_reading(&r);
    }
    ent_i_vec_free(&text);
}

/* Each piece is alike itself in any case, and unlike another of other size. */
static void test_likeness_is_symmetric(void **state)
{
    (void)state;
    for (size_t i = 0; i < PIECE_COUNT; i++)
        for (size_t k = 0; k < PIECE_COUNT; k++) {
            ent_i_token a = {.end = (uint32_t)strlen(pieces[i])};
            ent_i_token b = {.end = (uint32_t)strlen(pieces[k])};
            bool same = ent_i_token_same(pieces[i], &a, pieces[k], &b);
            assert_int_equal(same,
                             ent_i_token_same(pieces[k], &b, pieces[i], &a));
            if (i == k)
                assert_true(same);
            if (strcmp(pieces[i], pieces[k]) == 0)
                assert_true(same);
            assert_int_equal(ent_i_token_is(pieces[i], &a, pieces[k]),
                             strcmp(pieces[i], pieces[k]) == 0);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens_cover_any_text_in_order),
        cmocka_unit_test(test_titles_are_read_alike),
        cmocka_unit_test(test_what_was_read_before_does_not_matter),
        cmocka_unit_test(test_white_space_around_does_not_matter),
        cmocka_unit_test(test_paragraphs_are_read_alone),
        cmocka_unit_test(test_gaps_of_any_width_are_gaps),
        cmocka_unit_test(test_tokens_are_found_by_place),
        cmocka_unit_test(test_likeness_is_symmetric),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
