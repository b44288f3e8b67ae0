/* Any bytes as a document, an archive or a message: what comes out is a sound
 * article or an error. The first byte chooses the format, so that what the
 * bytes look like doesn't matter. */
#include "fuzz/sound.h"
#include "source/opened.h"

static const char *const formats[] = {
    "pdf",  "docx", "odt",  "epub",      "zip",    "7z",  "tar", "compressed",
    "warc", "mail", "mbox", "subtitles", "bundle", "rtf", NULL};

/* Small, so that the time goes into trying. */
static const ent_i_limits limits = {1 << 22, 100, 50, 3, 1 << 20};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_i_source *source;
    size_t count = sizeof formats / sizeof *formats;
    if (!size)
        return 0;
    const char *format = formats[data[0] % count];
    const ent_i_format *found = format ? ent_i_format_named(format) : NULL;
    if (found && !found->shown.available)
        return 0;
    if (ent_i_source_open_memory(&source, "input", data + 1, size - 1, format,
                                 NULL))
        return 0;
    ent_i_source_limit(source, &limits);
    check_all(source, size, false);
    return 0;
}
