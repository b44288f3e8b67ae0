#include "export/gzip.h"

#include <limits.h>
#include <stdint.h>
#include <zlib.h>

#include "core/error.h"
#include "core/memory.h"

/* 16 more than the largest window asks zlib for gzip's header and checksum; the
 * header then has neither a time nor a name, so that the same network gives the
 * same bytes. */
enum { WINDOW = 15 + 16, MEMORY = 8 };

struct ent_i_gzip {
    ent_sink sink;
    const ent_sink *to;
    bool failed;
    z_stream stream;
    unsigned char bytes[1 << 16];
};

static void *allocate(void *ctx, unsigned items, unsigned size)
{
    (void)ctx;
    return ent_i_calloc(items, size);
}

static void release(void *ctx, void *block)
{
    (void)ctx;
    ent_i_free(block);
}

/* zlib can only fail here by wrong use: its memory is taken at the start. */
static void deflate_all(ent_i_gzip *g, int flush)
{
    do {
        g->stream.next_out = g->bytes;
        g->stream.avail_out = sizeof g->bytes;
        deflate(&g->stream, flush);
        size_t n = sizeof g->bytes - g->stream.avail_out;
        if (n && !g->failed)
            g->failed = g->to->write(g->to->ctx, g->bytes, n) != 0;
    } while (g->stream.avail_out == 0 && !g->failed);
}

static int take_bytes(void *ctx, const void *bytes, size_t n)
{
    ent_i_gzip *g = ctx;
    const unsigned char *from = bytes;
    while (n && !g->failed) {
        unsigned part = n < UINT_MAX ? (unsigned)n : UINT_MAX;
        /* zlib does not write to it; its member just isn't const. */
        g->stream.next_in = (unsigned char *)(uintptr_t)from;
        g->stream.avail_in = part;
        deflate_all(g, Z_NO_FLUSH);
        from += part;
        n -= part;
    }
    return g->failed;
}

ent_status ent_i_gzip_open(ent_i_gzip **out, const ent_sink *to,
                           ent_error *error)
{
    ent_i_gzip *g = ent_i_calloc(1, sizeof *g);
    if (!g)
        return ent_i_no_memory(error, "export");
    g->sink = (ent_sink){take_bytes, g};
    g->to = to;
    g->stream.zalloc = allocate;
    g->stream.zfree = release;
    if (deflateInit2(&g->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, WINDOW,
                     MEMORY, Z_DEFAULT_STRATEGY) != Z_OK) {
        ent_i_free(g);
        return ent_i_no_memory(error, "export");
    }
    *out = g;
    return ENT_OK;
}

const ent_sink *ent_i_gzip_sink(const ent_i_gzip *g) { return &g->sink; }

bool ent_i_gzip_finish(ent_i_gzip *g)
{
    if (!g->failed)
        deflate_all(g, Z_FINISH);
    return !g->failed;
}

void ent_i_gzip_free(ent_i_gzip *g)
{
    if (!g)
        return;
    deflateEnd(&g->stream);
    ent_i_free(g);
}
