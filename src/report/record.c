/* Writes an article with all that was found in it, for other runs to go on
 * from: JSON around bytes that only this program knows. */
#include "core/record.h"
#include "core/base64.h"
#include "core/error.h"
#include "entente/output.h"
#include "report/json.h"

ent_status ent_article_write_record(const ent_article *article,
                                    const ent_sink *sink, ent_error *error)
{
    ent_i_string bytes = {0}, text = {0};
    bool good = ent_i_record_write(&bytes, article) &&
                ent_i_base64_write(&text, bytes.items, bytes.n);
    json_t *line = good ? json_object() : NULL;
    good = line && ent_i_json_text(line, "id", ent_article_id(article)) &&
           ent_i_json_span(line, "record", text.items, text.n);
    ent_i_vec_free(&bytes);
    ent_i_vec_free(&text);
    return ent_i_json_line(ent_i_json_done(line, good), sink, error);
}
