/* Responses of web servers: headers, chunks, content codings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include <cmocka.h>

#include "core/memory.h"
#include "source/http.h"

enum { MOST = 1 << 16 };

static void test_values_of_headers(void **state)
{
    (void)state;
    static const char lines[] = "Host: a.example\r\nX:\r\n"
                                "CONTENT-type : wrong\r\n"
                                "content-TYPE:\t text/html; x=\"y\" \r\n"
                                "Content-Type: second\r\n";
    static const struct {
        const char *name;
        const char *value; /* NULL: there is none */
    } samples[] = {{"Host", "a.example"},
                   {"X", ""},
                   {"Content-Type", "text/html; x=\"y\""},
                   {"Content", NULL},
                   {"ost", NULL}};
    const ent_i_header header = {lines, sizeof lines - 1};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        ent_i_header value = {NULL, 99};
        bool found = ent_i_header_find(&header, samples[i].name, &value);
        const char *wanted = samples[i].value ? samples[i].value : "";
        assert_int_equal(found, samples[i].value != NULL);
        assert_int_equal(value.size, strlen(wanted));
        assert_memory_equal(value.at, wanted, value.size);
    }
    ent_i_header value;
    assert_true(ent_i_header_find(&header, "Content-Type", &value));
    assert_true(ent_i_header_is(&value, "TEXT/HTML"));
    assert_false(ent_i_header_is(&value, "text/html; x=\"y\"z"));
}

static void test_ends_of_headers(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t end;
    } samples[] = {{"", 0},           {"A: b\r\n", 0},
                   {"A: b\r\n\r", 0}, {"A: b\r\n\r\n", 8},
                   {"A: b\n\nC", 6},  {"\r\nx", 2},
                   {"\nx", 1},        {"A: b\n \nC\n", 0}};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        assert_int_equal(
            ent_i_header_end(samples[i].bytes, strlen(samples[i].bytes)),
            samples[i].end);
}

static void test_status(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        int status;
    } samples[] = {{"HTTP/1.1 200 OK\r\n\r\nx", 200},
                   {"HTTP/2 404\n\nx", 404},
                   {"HTTP/1.0 \r\n\r\n", 0},
                   {"HTTP/1.1 200 OK\r\nA: b\r\n", 0}, /* has no end */
                   {"HTTPS 200\n\n", 0},
                   {"GET / HTTP/1.1\r\n\r\n", 0},
                   {"", 0}};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        assert_int_equal(
            ent_i_response_read(samples[i].bytes, strlen(samples[i].bytes))
                .status,
            samples[i].status);
}

/* The body under the lines; `out` is emptied first. */
static ent_status body_of(const char *lines, const void *body, size_t size,
                          ent_i_string *out, ent_error *error)
{
    ent_i_string all = {0};
    out->n = 0;
    assert_true(ent_i_string_adds(out, ""));
    assert_true(ent_i_string_addf(&all, "HTTP/1.1 200 OK\r\n%s\r\n", lines));
    assert_true(ent_i_string_add(&all, body, size));
    ent_i_response response = ent_i_response_read(all.items, all.n);
    assert_int_equal(response.status, 200);
    ent_status status = ent_i_response_body(&response, MOST, out, error);
    ent_i_vec_free(&all);
    return status;
}

static void test_chunks(void **state)
{
    (void)state;
    static const char *const samples[][2] = {
        {"", ""},
        {"3\r\nAnn\r\n4\r\n Roe\r\n0\r\n\r\n", "Ann Roe"},
        {"3;x=y\r\nAnn\r\n0\r\nTrailer: x\r\n\r\n", "Ann"},
        {"A\nAnn Roe, B\n2\no.\n0\n\n", "Ann Roe, Bo."},
        {"00000003\r\nAnn\r\n0\r\n\r\n", "Ann"},
        /* Broken off, or longer than it is. */
        {"3\r\nAn", "An"},
        {"ff\r\nAnn", "Ann"},
        {"3\r\nAnn\r\n", "Ann"},
        /* Joined already by who kept it. */
        {"<p>Ann</p>", "<p>Ann</p>"},
        {"Ann", "Ann"},
        {"3\r\nAnn\r\nRoe", "AnnRoe"}};
    ent_i_string out = {0};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        assert_int_equal(body_of("Transfer-Encoding: chunked\r\n",
                                 samples[i][0], strlen(samples[i][0]), &out,
                                 NULL),
                         ENT_OK);
        assert_string_equal(out.items, samples[i][1]);
    }
    ent_i_vec_free(&out);
}

/* What zlib makes of the text: gzip (31), zlib (15) or bare deflate (-15). */
static size_t deflated(int window, const char *text, size_t size, char *to,
                       size_t room)
{
    z_stream z = {0};
    assert_int_equal(
        deflateInit2(&z, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)text;
    z.avail_in = (uInt)size;
    z.next_out = (Bytef *)to;
    z.avail_out = (uInt)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    assert_int_equal(deflateEnd(&z), Z_OK);
    return room - z.avail_out;
}

static void test_codings(void **state)
{
    (void)state;
    static const char text[] = "<p>Ann Roe met Bo Hill.</p>";
    static const struct {
        const char *lines;
        int window; /* 0: as it is, undone by who kept it */
    } samples[] = {{"Content-Encoding: gzip\r\n", 31},
                   {"Content-Encoding: X-GZIP\r\n", 31},
                   {"Content-Encoding: deflate\r\n", 15},
                   {"Content-Encoding: deflate\r\n", -15},
                   {"Content-Encoding: deflate\r\n", 31},
                   {"Content-Encoding: gzip\r\n", 0},
                   {"Content-Encoding: deflate\r\n", 0},
                   {"Content-Encoding: identity\r\n", 0},
                   {"", 0}};
    ent_i_string out = {0};
    char bytes[200];
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        size_t n = sizeof text - 1;
        memcpy(bytes, text, n);
        if (samples[i].window)
            n = deflated(samples[i].window, text, n, bytes, sizeof bytes);
        assert_int_equal(body_of(samples[i].lines, bytes, n, &out, NULL),
                         ENT_OK);
        assert_int_equal(out.n, sizeof text - 1);
        assert_memory_equal(out.items, text, out.n);
    }
    ent_i_vec_free(&out);
}

static void test_a_coding_in_chunks(void **state)
{
    (void)state;
    static const char text[] = "Ann Roe met Bo Hill, and Bo Hill met Ann Roe.";
    char bytes[200], chunked[260];
    size_t n = deflated(31, text, sizeof text - 1, bytes, sizeof bytes);
    int head = snprintf(chunked, sizeof chunked, "%zx\r\n", n);
    memcpy(chunked + head, bytes, n);
    memcpy(chunked + (size_t)head + n, "\r\n0\r\n\r\n", 7);
    ent_i_string out = {0};
    assert_int_equal(body_of("Transfer-Encoding: chunked\r\n"
                             "Content-Encoding: gzip\r\n",
                             chunked, (size_t)head + n + 7, &out, NULL),
                     ENT_OK);
    assert_int_equal(out.n, sizeof text - 1);
    assert_memory_equal(out.items, text, out.n);
    ent_i_vec_free(&out);
}

/* What came before the break is kept; a bomb is given up. */
static void test_broken_and_large_ones(void **state)
{
    (void)state;
    static char text[MOST * 4], bytes[MOST];
    static const char gzip[] = "Content-Encoding: gzip\r\n";
    ent_i_string out = {0};
    ent_error error = {0};
    size_t n = deflated(31, text, sizeof text, bytes, sizeof bytes);
    assert_int_equal(body_of(gzip, bytes, n, &out, &error), ENT_ERR_LIMIT);
    assert_non_null(strstr(error.message, "expected a page of at most"));
    n = deflated(31, text, MOST / 2, bytes, sizeof bytes);
    assert_int_equal(body_of(gzip, bytes, n - 12, &out, &error), ENT_OK);
    assert_in_range(out.n, 1, MOST / 2);
    memset(bytes + 10, 0xFF, 30);
    assert_int_equal(body_of(gzip, bytes, 40, &out, &error), ENT_ERR_FORMAT);
    assert_non_null(strstr(error.message, "expected compressed data"));
    assert_int_equal(body_of("Content-Encoding: br\r\n", "x", 1, &out, &error),
                     ENT_ERR_FORMAT);
    assert_non_null(strstr(error.message, "found one in br"));
    ent_i_vec_free(&out);
}

static void test_no_memory(void **state)
{
    (void)state;
    static const char lines[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked"
                                "\r\n\r\n3\r\nAnn\r\n0\r\n\r\n";
    ent_i_response response = ent_i_response_read(lines, sizeof lines - 1);
    ent_status status = ENT_ERR_MEMORY;
    ent_i_string out = {0};
    for (long nth = 1; status; nth++) {
        ent_i_vec_free(&out);
        ent_i_memory_fail_from(nth);
        status = ent_i_response_body(&response, MOST, &out, NULL);
        ent_i_memory_fail_from(0);
        assert_true(!status || status == ENT_ERR_MEMORY);
    }
    assert_string_equal(out.items, "Ann");
    ent_i_vec_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_of_headers),
        cmocka_unit_test(test_ends_of_headers),
        cmocka_unit_test(test_status),
        cmocka_unit_test(test_chunks),
        cmocka_unit_test(test_codings),
        cmocka_unit_test(test_a_coding_in_chunks),
        cmocka_unit_test(test_broken_and_large_ones),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
