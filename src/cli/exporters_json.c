/* The list of exporters for programs. Members for which an exporter gives no
 * value are null. */
#include <string.h>

#include <jansson.h>

#include "exporters.h"

/* "a|b" or "a b" as an array; NULL gives null. */
static json_t *words(const char *text, const char *between)
{
    json_t *array = text ? json_array() : json_null();
    while (text && *text) {
        size_t n = strcspn(text, between);
        if (n && json_array_append_new(array, json_stringn(text, n))) {
            json_decref(array);
            return NULL;
        }
        text += n + (text[n] != '\0');
    }
    return array;
}

static json_t *option_object(const ent_exporter_option *option)
{
    static const char *const types[] = {[ENT_STRING] = "string",
                                        [ENT_INTEGER] = "integer",
                                        [ENT_REAL] = "real",
                                        [ENT_BOOLEAN] = "boolean"};
    return json_pack("{s:s, s:s, s:s, s:s?, s:o, s:s?, s:s?}", "name",
                     option->name, "type", types[option->type], "default",
                     option->default_value, "help", option->help, "choices",
                     words(option->choices, "|"), "least", option->least,
                     "most", option->most);
}

static json_t *option_array(const ent_exporter_info *info)
{
    json_t *array = json_array();
    for (size_t i = 0; i < info->option_count; i++)
        if (json_array_append_new(array, option_object(&info->options[i]))) {
            json_decref(array);
            return NULL;
        }
    return array;
}

static json_t *exporter_object(const ent_exporter_info *info)
{
    if (info->failure)
        return json_pack("{s:s, s:s, s:s}", "name", info->name, "path",
                         info->path, "failure", info->failure);
    return json_pack("{s:s, s:s, s:o, s:s, s:s, s:s, s:b, s:o}", "name",
                     info->name, "description", info->description, "extensions",
                     words(info->extensions, " "), "mime", info->mime,
                     "version", info->version, "path", info->path, "binary",
                     info->binary, "options", option_array(info));
}

int cli_exporters_json(const ent_exporters *exporters,
                       const cli_settings *settings)
{
    json_t *all = json_array();
    bool good = all != NULL;
    for (size_t i = 0; i < ent_exporters_count(exporters) && good; i++) {
        const ent_exporter_info *info = ent_exporters_info(exporters, i);
        if (cli_exporter_wanted(info, settings))
            good = json_array_append_new(all, exporter_object(info)) == 0;
        if (!good)
            cli_error("%s: can't be listed as JSON: its texts are not UTF-8, "
                      "or memory is out",
                      info->path);
    }
    /* A failure to write is noticed when standard output is closed. */
    if (good)
        good = json_dumpf(all, stdout, JSON_INDENT(2)) == 0 &&
               putchar('\n') != EOF;
    json_decref(all);
    return good ? CLI_DONE : CLI_FAILED;
}
