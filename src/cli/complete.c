/* Completions for bash, zsh and fish: the commands, then the options of the
 * command and their possible values. Values that can't be known in advance
 * (names, numbers) are left to the user. */
#include <stdio.h>
#include <string.h>

#include "help.h"

/* ---- values ---- */

/* How the shells complete a value that has no choices, by the value's name. */
typedef struct kind {
    const char *value;
    const char *bash; /* an action of compgen */
    const char *zsh;  /* a function of its completion system */
    const char *fish; /* arguments of complete */
} kind;

static const kind kinds[] = {{"FILE", "file", "_files", "-r -F"},
                             {"INPUT", "file", "_files", "-r -F"},
                             {"COMMAND", "command", "_command_names",
                              "-x -a "
                              "'(__fish_complete_command)'"}};

static const kind *kind_of(const cli_option *option)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (option->value && strcmp(option->value, kinds[i].value) == 0)
            return &kinds[i];
    return NULL;
}

/* Prints "a|b|c" as "a b c". */
static void put_choices(const char *choices)
{
    for (; *choices; choices++)
        putchar(*choices == '|' ? ' ' : *choices);
}

/* Prints text for use within single quotes: escapes the quotes, and puts a
 * backslash before characters that are special to the shell there. */
static void put_quoted(const char *text, const char *special)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else
            printf("%s%c", strchr(special, *text) ? "\\" : "",
                   *text == '\n' ? ' ' : *text);
    }
}

static bool takes(const cli_command *command, const cli_option *option)
{
    return option->groups & (command->groups | CLI_COMMON);
}

/* ---- bash ---- */

/* A pattern for the words before the value: "build:--output|build:-o". */
static void put_bash_pattern(const cli_command *command,
                             const cli_option *option)
{
    printf("    %s:--%s", command->name, option->name);
    if (option->letter)
        printf("|%s:-%c", command->name, option->letter);
    fputs(") ", stdout);
}

static void put_bash_value(const cli_command *command, const cli_option *option)
{
    const kind *known = kind_of(option);
    put_bash_pattern(command, option);
    if (cli_option_choices(option)) {
        fputs("words='", stdout);
        put_choices(cli_option_choices(option));
        fputs("'", stdout);
    } else if (known) {
        printf("action=%s", known->bash);
    } else {
        fputs("return", stdout);
    }
    puts(" ;;");
}

static void put_bash_options(const cli_command *command)
{
    printf("    %s) words='", command->name);
    for (const cli_option *o = cli_options; o->name; o++) {
        if (!takes(command, o))
            continue;
        printf("--%s ", o->name);
        if (o->letter)
            printf("-%c ", o->letter);
    }
    puts("' ;;");
}

/* bash passes "--window=art" as three words, because '=' separates words. */
int cli_complete_bash(const cli_command *command)
{
    (void)command;
    puts("# bash completion for entente, written by 'entente help bash'\n"
         "_entente() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} words= action=file list=\n"
         "  local prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
         "  COMPREPLY=()\n"
         "  if [ \"$cur\" = = ]; then\n"
         "    cur=\n"
         "  elif [ \"$prev\" = = ]; then\n"
         "    prev=${COMP_WORDS[COMP_CWORD-2]}\n"
         "  fi\n"
         "  case $command:$prev in");
    for (const cli_command *c = cli_commands; c->name; c++)
        for (const cli_option *o = cli_options; o->name; o++)
            if (o->value && takes(c, o))
                put_bash_value(c, o);
    fputs("  esac\n"
          "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
          "    words='",
          stdout);
    for (const cli_command *c = cli_commands; c->name; c++)
        printf("%s ", c->name);
    puts("'\n"
         "  elif [ -z \"$words\" ]; then\n"
         "    case $cur in\n"
         "    -*) case $command in");
    for (const cli_command *c = cli_commands; c->name; c++)
        put_bash_options(c);
    puts("    esac ;;\n"
         "    *,*) list=${cur%,*},; cur=${cur##*,} ;;\n"
         "    esac\n"
         "  fi\n"
         "  if [ -n \"$words\" ]; then\n"
         "    case $cur in *,*) list=${cur%,*},; cur=${cur##*,} ;; esac\n"
         "    COMPREPLY=($(compgen -P \"$list\" -W \"$words\" -- \"$cur\"))\n"
         "  else\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    local IFS=$'\\n'\n"
         "    COMPREPLY=($(compgen -A \"$action\" -- \"$cur\"))\n"
         "  fi\n"
         "}\n"
         "complete -F _entente entente");
    return CLI_DONE;
}

/* ---- zsh ---- */

/* The part of a specification after the option's name. */
static void put_zsh_value(const cli_option *option)
{
    const kind *known = kind_of(option);
    fputs("[", stdout);
    put_quoted(cli_option_help(option), "[]\\:");
    fputs("]", stdout);
    /* "A B" are two values. */
    for (const char *at = option->value; at && *at;) {
        int size = (int)strcspn(at, " ");
        printf(":%.*s:", size, at);
        at += size + (at[size] == ' ');
        if (cli_option_choices(option)) {
            fputs(strcmp(option->value, "LIST") == 0 ? "_sequence compadd - "
                                                     : "(",
                  stdout);
            put_choices(cli_option_choices(option));
            if (strcmp(option->value, "LIST") != 0)
                putchar(')');
        } else {
            fputs(known ? known->zsh : " ", stdout);
        }
    }
    puts("' \\");
}

static void put_zsh_option(const cli_option *option)
{
    printf("      '*--%s%s", option->name,
           option->value && !strchr(option->value, ' ') ? "=" : "");
    put_zsh_value(option);
    if (!option->letter)
        return;
    printf("      '*-%c%s", option->letter, option->value ? "+" : "");
    put_zsh_value(option);
}

int cli_complete_zsh(const cli_command *command)
{
    (void)command;
    puts("#compdef entente\n"
         "# zsh completion for entente, written by 'entente help zsh'\n"
         "_entente() {\n"
         "  local -a commands\n"
         "  commands=(");
    for (const cli_command *c = cli_commands; c->name; c++) {
        printf("    '%s:", c->name);
        put_quoted(c->summary, ":\\");
        puts("'");
    }
    puts("  )\n"
         "  if (( CURRENT == 2 )); then\n"
         "    _describe -t commands command commands\n"
         "    return\n"
         "  fi\n"
         "  shift words\n"
         "  (( CURRENT-- ))\n"
         "  case $words[1] in");
    for (const cli_command *c = cli_commands; c->name; c++) {
        printf("  %s)\n    _arguments -s -S \\\n", c->name);
        for (const cli_option *o = cli_options; o->name; o++)
            if (takes(c, o))
                put_zsh_option(o);
        puts("      '*:input:_files'\n"
             "    ;;");
    }
    puts("  esac\n"
         "}\n"
         "if [ \"$funcstack[1]\" = _entente ]; then\n"
         "  _entente \"$@\"\n"
         "else\n"
         "  compdef _entente entente\n"
         "fi");
    return CLI_DONE;
}

/* ---- fish ---- */

static void put_fish_option(const cli_command *command,
                            const cli_option *option)
{
    const kind *known = kind_of(option);
    printf("complete -c entente -n '__fish_seen_subcommand_from %s' -l %s",
           command->name, option->name);
    if (option->letter)
        printf(" -s %c", option->letter);
    if (cli_option_choices(option)) {
        fputs(" -x -a '", stdout);
        put_choices(cli_option_choices(option));
        fputs("'", stdout);
    } else if (option->value) {
        printf(" %s", known ? known->fish : "-x");
    }
    fputs(" -d '", stdout);
    put_quoted(cli_option_help(option), "\\");
    puts("'");
}

int cli_complete_fish(const cli_command *command)
{
    (void)command;
    puts("# fish completion for entente, written by 'entente help fish'");
    for (const cli_command *c = cli_commands; c->name; c++) {
        printf("complete -c entente -f -n __fish_use_subcommand -a %s -d '",
               c->name);
        put_quoted(c->summary, "\\");
        puts("'");
        for (const cli_option *o = cli_options; o->name; o++)
            if (takes(c, o))
                put_fish_option(c, o);
    }
    return CLI_DONE;
}
