/* Any bytes as a table or as rows of names; the first byte says which, and
 * whether the columns have other names. */
#include "fuzz/sound.h"
#include "source/fields.h"

static const char *const formats[] = {"csv", "gkg", "jsonl"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const given[] = {"text=a.b", "title=c", "persons=d",
                                        NULL};
    ent_i_source *source;
    ent_i_fields fields = {0};
    if (!size)
        return 0;
    unsigned what = *data;
    const char *format = formats[what / 2 % 3];
    if (ent_i_source_open_memory(&source, "input", data + 1, size - 1, format,
                                 NULL))
        return 0;
    FUZZ_CHECK(!ent_i_fields_read(&fields, given, NULL));
    if (what % 2)
        ent_i_source_fields(source, &fields);
    check_all(source, size, false);
    ent_i_fields_free(&fields);
    return 0;
}
