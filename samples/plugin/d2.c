/* Who is tied to whom as a diagram in D2 (https://d2lang.com). */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <entente/exporter.h>

static int say(const ent_sink *sink, const char *format, ...)
{
    char line[512];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    size_t size = n < (int)sizeof line ? (size_t)n : sizeof line - 1;
    return sink->write(sink->ctx, line, size);
}

static int write_d2(const ent_host *host, const ent_view *view,
                    const ent_sink *sink)
{
    int label = host->attribute_find(view, ENT_NODE, "label");
    int weight = host->attribute_find(view, ENT_TIE, "weight");
    double least = strtod(host->option(view, "least"), NULL);
    ent_value value;
    int failed = say(sink, "direction: right\n");
    for (size_t i = 0; i < host->node_count(view) && !failed; i++) {
        host->value(view, ENT_NODE, i, (size_t)label, &value);
        failed = say(sink, "n%zu: \"", i);
        for (const char *c = value.string; *c && !failed; c++)
            failed = say(sink, *c == '"' || *c == '\\' ? "\\%c" : "%c", *c);
        failed = failed || say(sink, "\"\n");
    }
    for (size_t i = 0; i < host->tie_count(view) && !failed; i++) {
        size_t a, b;
        host->tie_ends(view, i, &a, &b);
        host->value(view, ENT_TIE, i, (size_t)weight, &value);
        if (value.real >= least)
            failed = say(sink, "n%zu -- n%zu: %g\n", a, b, value.real);
    }
    return failed;
}

static const ent_exporter_option options[] = {
    {.name = "least", .type = ENT_REAL, .default_value = "0",
     .help = "leave out ties that weigh less", .least = "0"}};

static const ent_exporter d2 = {
    .abi_version = ENT_EXPORTER_ABI, .struct_size = sizeof d2,
    .name = "d2", .description = "diagram for D2", .version = "1.0",
    .extensions = "d2", .mime = "text/plain",
    .option_count = 1, .option_size = sizeof *options, .options = options,
    .write = write_d2};

ENT_EXPORTER_EXPORT const ent_exporter *ent_exporter_entry(uint32_t host_abi)
{
    (void)host_abi;
    return &d2;
}
