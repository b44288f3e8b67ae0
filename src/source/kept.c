#include "source/kept.h"

#include "core/base64.h"
#include "core/error.h"
#include "core/record.h"

ent_status ent_i_kept_read(ent_article **article, const json_t *object,
                           ent_error *error)
{
    const json_t *text = json_object_get(object, "record");
    ent_i_string bytes = {0};
    ent_article *made = NULL;
    bool right;
    if (!json_is_string(text))
        return ENT_OK;
    if (!ent_i_base64_read(&bytes, json_string_value(text),
                           json_string_length(text), &right))
        return ent_i_no_memory(error, "source");
    ent_status status =
        right ? ent_i_record_read(&made, bytes.n ? bytes.items : "", bytes.n,
                                  error)
              : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                           "expected \"record\" to be base 64");
    ent_i_vec_free(&bytes);
    if (status)
        return status;
    ent_article_free(*article);
    *article = made;
    made->kept = true;
    return ENT_OK;
}
