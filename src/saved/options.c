/* How a network was made, as far as others must have been made alike to be
 * added to it. */
#include <stdlib.h>
#include <string.h>

#include "saved/adding.h"

/* Networks may differ in these, which only choose among articles. */
typedef enum difference { ALIKE, FREE, EARLIEST, LATEST, SUM, EACH } difference;

static const struct {
    const char *name;
    difference how;
} differing[] = {
    {"weight", FREE}, {"since", EARLIEST},    {"until", LATEST},
    {"source", EACH}, {"url", EACH},          {"language", EACH},
    {"match", EACH},  {"any-language", EACH}, {"articles-read", SUM}};

static difference difference_of(const char *name)
{
    for (size_t i = 0; i < sizeof differing / sizeof *differing; i++)
        if (strcmp(differing[i].name, name) == 0)
            return differing[i].how;
    return ALIKE;
}

/* ---- only whole networks ---- */

static ent_status not_whole(const ent_i_adding *a, const char *name,
                            const char *value)
{
    ent_i_fail(a->error, ENT_ERR_FORMAT, "saved",
               "expected a whole network, found one made with %s=%s: what it "
               "leaves out can't be counted",
               name, value);
    return ent_i_fail_at(a->error, ENT_ERR_FORMAT, a->path, 0, -1);
}

/* What the filters left out is not in the file. */
static ent_status check_whole(const ent_i_adding *a, const json_t *options)
{
    static const char *const needed[][3] = {{"min-mentions", "0", "1"},
                                            {"min-articles", "0", "1"},
                                            {"min-weight", "0", "0"},
                                            {"backbone", "0", "0"},
                                            {"ego", "", ""},
                                            {"component", "all", "all"},
                                            {"top", "0", "0"},
                                            {"ties-without-weight", "0", "0"}};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        const char *value = ent_i_member_text(options, needed[i][0]);
        if (!value)
            return ent_i_adding_refuse(a, "its options are not complete");
        if (strcmp(value, needed[i][1]) != 0 &&
            strcmp(value, needed[i][2]) != 0)
            return not_whole(a, needed[i][0], value);
    }
    const char *isolates = ent_i_member_text(options, "isolates");
    bool by_encounters = a->given->by_encounters;
    if (!isolates)
        return ent_i_adding_refuse(a, "its options are not complete");
    if (strcmp(isolates, "drop") == 0 ||
        (by_encounters && strcmp(isolates, "keep") != 0))
        return not_whole(a, "isolates", isolates);
    return ENT_OK;
}

/* Ids are then of that network alone: the same one means somebody else in
 * another. */
static ent_status check_known_elsewhere(const ent_i_adding *a,
                                        const json_t *options)
{
    const char *how = ent_i_member_text(options, "resolve");
    if (!how)
        return ent_i_adding_refuse(a, "its options are not complete");
    if (strcmp(how, "article") != 0 || a->given->options.n == 0)
        return ENT_OK;
    ent_i_fail(a->error, ENT_ERR_FORMAT, "saved",
               "expected a network made with resolve=corpus, found "
               "resolve=article: whom it names can't be told in others");
    return ent_i_fail_at(a->error, ENT_ERR_FORMAT, a->path, 0, -1);
}

/* ---- those that count ---- */

/* The library's numbers behind the words. */
static ent_status take_numbers(const ent_i_adding *a, const json_t *options)
{
    struct ent_i_given *given = a->given;
    const char *types = ent_i_member_text(options, "types");
    const char *ties = ent_i_member_text(options, "ties");
    const char *most = ent_i_member_text(options, "window-max");
    if (!types || !ties || !most)
        return ent_i_adding_refuse(a, "its options are not complete");
    given->by_encounters = strcmp(ties, "encounters") == 0;
    given->types = 0;
    for (unsigned i = 0; i < ENT_TYPE_COUNT; i++)
        given->types |= (unsigned)(strstr(types, ent_type_name(i)) != NULL)
                        << i;
    given->max_names = (uint32_t)strtoul(most, NULL, 10);
    return given->types ? ENT_OK
                        : ent_i_adding_refuse(a, "its options are not known");
}

static ent_status differ(const ent_i_adding *a, const ent_i_reading *mine,
                         const char *theirs)
{
    ent_i_fail(a->error, ENT_ERR_FORMAT, "saved",
               "expected a network made with %s=%s like the others, found "
               "%s=%s",
               mine->name, mine->value, mine->name, theirs);
    return ent_i_fail_at(a->error, ENT_ERR_FORMAT, a->path, 0, -1);
}

/* No day is no limit. */
static bool is_wider(difference how, const char *day, const char *than)
{
    if (!*day || !*than)
        return !*day;
    return how == EARLIEST ? strcmp(day, than) < 0 : strcmp(day, than) > 0;
}

static const char *joined(const ent_i_adding *a, difference how,
                          const char *mine, const char *theirs)
{
    ent_i_string text = {0};
    bool made = how == SUM ? ent_i_string_addf(&text, "%lu",
                                               strtoul(mine, NULL, 10) +
                                                   strtoul(theirs, NULL, 10))
                           : ent_i_string_addf(&text, "%s; %s", mine, theirs);
    const char *kept = made ? ent_i_adding_keep(a, text.items) : NULL;
    ent_i_vec_free(&text);
    return kept;
}

static ent_status meet(const ent_i_adding *a, ent_i_reading *mine,
                       const char *theirs)
{
    difference how = difference_of(mine->name);
    if (how == SUM)
        mine->value = joined(a, how, mine->value, theirs);
    else if (how == FREE || strcmp(mine->value, theirs) == 0)
        return ENT_OK;
    else if (how == ALIKE)
        return differ(a, mine, theirs);
    else if (how == EACH)
        mine->value = joined(a, how, mine->value, theirs);
    else if (is_wider(how, theirs, mine->value))
        mine->value = ent_i_adding_keep(a, theirs);
    return mine->value ? ENT_OK : ent_i_adding_no_memory(a);
}

static ent_status take(const ent_i_adding *a, const char *name,
                       const char *value, size_t i, bool first)
{
    struct ent_i_given *given = a->given;
    if (!first)
        return i < given->options.n &&
                       strcmp(given->options.items[i].name, name) == 0
                   ? meet(a, &given->options.items[i], value)
                   : ent_i_adding_refuse(a, "its options are not the others'");
    ent_i_reading option = {ent_i_adding_keep(a, name),
                            ent_i_adding_keep(a, value)};
    return option.name && option.value &&
                   ent_i_vec_push(&given->options, option)
               ? ENT_OK
               : ent_i_adding_no_memory(a);
}

/* They stand between the version and the first filter. */
static ent_status take_texts(const ent_i_adding *a, json_t *options)
{
    bool first = a->given->options.n == 0;
    const char *name;
    json_t *value;
    size_t i = 0;
    ent_status status = ENT_OK;
    json_object_foreach(options, name, value)
    {
        if (strcmp(name, "min-mentions") == 0)
            break;
        if (strcmp(name, "entente") == 0)
            continue;
        status = json_is_string(value)
                     ? take(a, name, json_string_value(value), i++, first)
                     : ent_i_adding_refuse(a, "an option is no text");
        if (status)
            return status;
    }
    return i == a->given->options.n
               ? ENT_OK
               : ent_i_adding_refuse(a, "its options are not complete");
}

ent_status ent_i_adding_options(const ent_i_adding *a, const json_t *graph)
{
    json_t *options = json_object_get(graph, "options");
    ent_status status = take_numbers(a, options);
    if (!status)
        status = check_whole(a, options);
    if (!status)
        status = check_known_elsewhere(a, options);
    if (!status)
        status = take_texts(a, options);
    return status;
}
