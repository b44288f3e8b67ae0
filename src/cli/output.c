/* Results to files and standard output. A file has a temporary name until it is
 * complete; whatever ends the writing early, a signal too, removes it. */
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "interrupt.h"

/* Stands between the writer and the output: after a signal it refuses, which
 * ends any writer soon, without the writer knowing of signals. */
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
    if (outputs->n > 1)
        return cli_usage_error(settings->command,
                               "-o: expected one file, found %zu", outputs->n);
    return cli_output_open(out, outputs->n ? outputs->items[0] : "-");
}

/* A failed write is told by commit, which knows the system's reason; the
 * writer only knows that it failed. */
int cli_output_failure(const cli_output *out, const ent_error *error)
{
    return out->failed ? CLI_FAILED : cli_library_error(error);
}

int cli_output_close(cli_output *out, int code)
{
    ent_error error = {0};
    bool good = code == CLI_DONE || code == CLI_SKIPPED;
    /* After a failed write, commit removes the file and tells why. */
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

int cli_close_stdout(void)
{
    /* A full disk often shows only here. */
    errno = 0;
    int failed = ferror(stdout);
    if (fclose(stdout) != 0 || failed)
        return cli_error("cannot write to standard output: %s",
                         strerror(errno ? errno : EIO));
    return CLI_DONE;
}
