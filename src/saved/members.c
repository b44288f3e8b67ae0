#include "saved/members.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/file.h"
#include "entente/saved.h"

/* jansson's message says what is wrong there, in its words. */
static ent_status not_json(const json_error_t *failure, const char *path,
                           ent_error *error)
{
    if (ent_i_json_no_memory(failure))
        return ent_i_no_memory(error, "saved");
    ent_i_fail(error, ENT_ERR_FORMAT, "saved",
               "expected a network that entente wrote as JSON: %s",
               failure->text);
    return ent_i_fail_at(error, ENT_ERR_FORMAT, path, failure->line,
                         failure->position);
}

ent_status ent_i_saved_load(json_t **out, const char *path, ent_error *error)
{
    ent_i_string text = {0};
    json_error_t failure = {0};
    ent_status status = ent_i_file_read(&text, path, "saved", error);
    if (!status)
        *out = ent_i_json_load(text.n ? text.items : "", text.n, 0, &failure);
    if (!status && !*out)
        status = not_json(&failure, path, error);
    ent_i_vec_free(&text);
    return status;
}

ent_status ent_i_saved_refuse(ent_error *error, const char *path,
                              const char *expected)
{
    ent_i_fail(error, ENT_ERR_FORMAT, "saved",
               "expected a network that entente wrote as JSON: %s", expected);
    return ent_i_fail_at(error, ENT_ERR_FORMAT, path, 0, -1);
}

const char *ent_i_member_text(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

bool ent_i_member_count(const json_t *object, const char *name, uint32_t *out)
{
    const json_t *value = json_object_get(object, name);
    json_int_t number = json_integer_value(value);
    if (!json_is_integer(value) || number < 0 || number >= ENT_NONE)
        return false;
    *out = (uint32_t)number;
    return true;
}

bool ent_i_member_usual(const json_t *object, const char *name, uint32_t usual,
                        uint32_t *out)
{
    *out = usual;
    return !json_object_get(object, name) ||
           ent_i_member_count(object, name, out);
}

bool ent_i_member_date(const json_t *object, const char *name, ent_date *out)
{
    const char *text = ent_i_member_text(object, name);
    *out = ENT_NO_DATE;
    return !json_object_get(object, name) ||
           (text && ent_date_parse(text, out));
}

/* The exporter writes these members first, in this order. */
bool ent_saved_is_network(const char *path)
{
    static const char *const words[] = {"{",           "\"directed\"",
                                        ":",           "false",
                                        ",",           "\"multigraph\"",
                                        ":",           "false",
                                        ",",           "\"graph\"",
                                        ":",           "{",
                                        "\"program\"", ":",
                                        "\"entente\""};
    char head[512];
    struct stat about;
    /* What is read from a pipe is gone. */
    FILE *file = stat(path, &about) == 0 && S_ISREG(about.st_mode)
                     ? fopen(path, "rb")
                     : NULL;
    size_t n = file ? fread(head, 1, sizeof head - 1, file) : 0;
    if (file)
        fclose(file);
    head[n] = '\0';
    const char *at = head;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        at += strspn(at, " \t\r\n");
        if (strncmp(at, words[i], strlen(words[i])) != 0)
            return false;
        at += strlen(words[i]);
    }
    return true;
}
