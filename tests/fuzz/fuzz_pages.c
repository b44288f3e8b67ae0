/* Any bytes as a web page or a feed, as the first byte says: what comes out is
 * a sound article or an error. */
#include "fuzz/sound.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_i_source *source;
    if (size && !ent_i_source_open_memory(&source, "input", data + 1, size - 1,
                                          *data == 'f' ? "feed" : "html", NULL))
        check_all(source, size, true);
    return 0;
}
