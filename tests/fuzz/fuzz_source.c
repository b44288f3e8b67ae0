/* Any bytes as an input: what comes out is a sound article or an error. */
#include "fuzz/sound.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_i_source *source;
    if (!ent_i_source_open_memory(&source, "input", data, size, NULL, NULL))
        check_all(source, size, false);
    return 0;
}
