/* Results go to files and standard output. A file has a temporary name until it
 * is complete; whatever stops the writing early, signals included, removes it.
 */
#include "output.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "interrupt.h"

/* Sits between the writer and the output. After a signal it refuses to write,
 * which soon stops any writer, though writers know nothing of signals. */
static int write_unless_interrupted(void *ctx, const void *bytes, size_t n)
{
    cli_output *out = ctx;
    if (!out->failed)
        out->failed = cli_interrupted() ||
                      out->inner->write(out->inner->ctx, bytes, n) != 0;
    return out->failed;
}

static void unwatch(const cli_output *out)
{
    if (out->watched)
        cli_interrupt_unwatch();
}

int cli_output_open(cli_output *out, const char *path)
{
    ent_error error = {0};
    *out = (cli_output){.output = NULL};
    /* Standard output has no temporary file to remove. */
    out->watched = strcmp(path, "-") != 0;
    if (out->watched)
        cli_interrupt_watch();
    if (ent_output_open(&out->output, path, &error)) {
        unwatch(out);
        return cli_library_error(&error);
    }
    out->inner = ent_output_sink(out->output);
    out->sink = (ent_sink){write_unless_interrupted, out};
    return CLI_DONE;
}

int cli_output_open_one(cli_output *out, const cli_settings *settings)
{
    const cli_list *outputs = &settings->outputs;
    return cli_output_open(out, outputs->n ? outputs->items[0] : "-");
}

/* A failed write is reported by commit, which knows the system's reason; the
 * writer only knows that it failed. */
int cli_output_failure(const cli_output *out, const ent_error *error)
{
    return out->failed ? CLI_FAILED : cli_library_error(error);
}

int cli_output_close(cli_output *out, int code)
{
    ent_error error = {0};
    bool good = code == CLI_DONE || code == CLI_SKIPPED;
    /* After a failed write, commit removes the file and says why. */
    if (cli_interrupted() || !(good || out->failed))
        ent_output_discard(out->output);
    else if (ent_output_commit(out->output, &error))
        code = cli_library_error(&error);
    unwatch(out);
    return code;
}

int cli_write_output(const char *path, cli_write_fn *write, void *ctx)
{
    cli_output out;
    ent_error error = {0};
    if (cli_output_open(&out, path))
        return CLI_FAILED;
    ent_status status = write(ctx, &out.sink, &error);
    return cli_output_close(&out, status ? cli_output_failure(&out, &error)
                                         : CLI_DONE);
}

bool cli_format_is_for(const cli_settings *settings, const char *path)
{
    return settings->outputs.n <= 1 || strcmp(path, "-") == 0;
}

/* The length of a path up to and including its last slash: "" or "a/b/". */
static size_t folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Whether two folders, given as the beginnings of paths, are the same. */
static bool same_folder(const char *a, const char *b)
{
    char text[2][4096];
    const char *paths[] = {a, b};
    struct stat info[2];
    for (int i = 0; i < 2; i++) {
        size_t size = folder_size(paths[i]);
        if (size >= sizeof text[i])
            return false;
        memcpy(text[i], size ? paths[i] : ".", size ? size : 1);
        text[i][size ? size : 1] = '\0';
        if (stat(text[i], &info[i]) != 0)
            return false;
    }
    return info[0].st_dev == info[1].st_dev && info[0].st_ino == info[1].st_ino;
}

/* Also detects links and other paths to the same file. Files that don't exist
 * yet will be the same if they have the same name in the same folder. */
static bool same_file(const char *a, const char *b)
{
    struct stat one, other;
    if (strcmp(a, b) == 0)
        return true;
    bool has_one = stat(a, &one) == 0, has_other = stat(b, &other) == 0;
    if (has_one && has_other)
        return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
    return !has_one && !has_other &&
           strcmp(a + folder_size(a), b + folder_size(b)) == 0 &&
           same_folder(a, b);
}

/* Checks that each output has its own file. */
static int check_pairs(const cli_settings *settings)
{
    const cli_list *outputs = &settings->outputs;
    for (size_t i = 0; i < outputs->n; i++)
        for (size_t k = 0; k < i; k++)
            if (same_file(outputs->items[k], outputs->items[i]))
                return cli_usage_error(settings->command,
                                       "-o: '%s' and '%s' are the same file",
                                       outputs->items[k], outputs->items[i]);
    return CLI_DONE;
}

/* Otherwise a file could hold one format while its ending names another. */
static int check_format(const cli_settings *settings)
{
    const cli_list *outputs = &settings->outputs;
    if (!settings->format && !settings->report_format_given)
        return CLI_DONE;
    for (size_t i = 0; i < outputs->n; i++)
        if (cli_format_is_for(settings, outputs->items[i]))
            return CLI_DONE;
    return outputs->n == 0
               ? CLI_DONE
               : cli_usage_error(settings->command,
                                 "--format: expected one -o, or -o - among "
                                 "several, found %zu files, whose endings "
                                 "choose their formats",
                                 outputs->n);
}

/* Watched for signals, because a file exists for a moment. */
static int check_path(const char *path)
{
    ent_error error = {0};
    cli_interrupt_watch();
    ent_status status = ent_output_check(path, &error);
    cli_interrupt_unwatch();
    if (status == ENT_OK)
        return CLI_DONE;
    cli_library_error(&error);
    return error.code == ENT_ERR_MEMORY ? CLI_FAILED : CLI_USAGE;
}

int cli_check_outputs(const cli_settings *settings)
{
    const cli_list *outputs = &settings->outputs;
    if ((settings->command->groups & CLI_OUTPUT) && outputs->n > 1)
        return cli_usage_error(settings->command,
                               "-o: expected one file, found %zu", outputs->n);
    int code = check_pairs(settings);
    if (!code)
        code = check_format(settings);
    if (!code && outputs->n == 0 &&
        (settings->command->groups & (CLI_OUTPUT | CLI_OUTPUTS)))
        code = check_path("-");
    for (size_t i = 0; i < outputs->n && !code; i++)
        code = check_path(outputs->items[i]);
    return code;
}

bool cli_has_extension(const char *path, const char *extensions)
{
    size_t size = strlen(path);
    while (*extensions) {
        size_t n = strcspn(extensions, " ");
        if (size > n && path[size - n - 1] == '.' &&
            strncasecmp(path + size - n, extensions, n) == 0)
            return true;
        extensions += n + strspn(extensions + n, " ");
    }
    return false;
}
