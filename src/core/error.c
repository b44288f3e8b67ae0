/* Error records have a fixed size and belong to the caller, so reporting that
 * memory is out needs no memory, and nothing has to be freed. */
#include "core/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/control.h"

const char *ent_status_name(ent_status status)
{
    static const char *const names[] = {
        "ok",        "memory", "argument", "io",        "format", "limit",
        "not found", "abi",    "plugin",   "cancelled", "library"};
    /* A plug-in may return any number. */
    int i = -(int)status;
    return i >= 0 && i < (int)(sizeof names / sizeof *names) ? names[i]
                                                             : "unknown";
}

/* Text that didn't fit is cut between characters, so that it stays valid
 * UTF-8. */
static void end_whole(char *text, size_t size, int wanted)
{
    if (wanted < 0 || (size_t)wanted < size)
        return;
    size_t start = size - 1, room = 3; /* a character has at most four bytes */
    while (start > 0 && room-- > 0 &&
           ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0 || (unsigned char)text[start - 1] < 0xC0)
        return; /* ASCII, or not UTF-8 */
    unsigned char lead = (unsigned char)text[start - 1];
    size_t whole = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size - start < whole)
        text[start - 1] = '\0';
}

/* Keeps a message on one line, whatever was put into it. */
static void one_line(char *text)
{
    for (size_t left = strlen(text); left;) {
        size_t size = ent_i_control_size(text, left);
        memset(text, size ? ' ' : *text, size ? size : 1);
        text += size ? size : 1;
        left -= size ? size : 1;
    }
}

ent_status ent_i_fail(ent_error *error, ent_status status, const char *stage,
                      const char *format, ...)
{
    if (!error)
        return status;
    /* The record may be reused, so the place of an earlier failure is
     * cleared. */
    error->code = status;
    error->file[0] = '\0';
    error->line = 0;
    error->byte = -1;
    snprintf(error->stage, sizeof error->stage, "%s", stage);
    va_list args;
    va_start(args, format);
    int wanted = vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    end_whole(error->message, sizeof error->message, wanted);
    one_line(error->message);
    return status;
}

ent_status ent_i_no_memory(ent_error *error, const char *stage)
{
    return ent_i_fail(error, ENT_ERR_MEMORY, stage, "out of memory");
}

ent_status ent_i_fail_at(ent_error *error, ent_status status, const char *file,
                         int64_t line, int64_t byte)
{
    if (error) {
        int wanted =
            snprintf(error->file, sizeof error->file, "%s", file ? file : "");
        end_whole(error->file, sizeof error->file, wanted);
        one_line(error->file);
        error->line = line;
        error->byte = byte;
    }
    return status;
}

size_t ent_error_format(const ent_error *error, char *buffer, size_t size)
{
    char place[64] = "";
    if (!error || error->code == ENT_OK)
        return (size_t)snprintf(buffer, size, "%s", "");
    /* A line number means nothing without its file. */
    size_t used = 0;
    if (error->file[0] && error->line > 0)
        used = (size_t)snprintf(place, sizeof place, ":%lld",
                                (long long)error->line);
    if (error->byte >= 0)
        snprintf(place + used, sizeof place - used, "%sbyte %lld",
                 error->file[0] ? ": " : "", (long long)error->byte);
    const char *gap = error->file[0] || place[0] ? ": " : "";
    return (size_t)snprintf(buffer, size, "%s: %s%s%s%s", error->stage,
                            error->file, place, gap, error->message);
}
