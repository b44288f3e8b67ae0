/* name_pairs FILE.csv [--errors]: how often the likeness of two names by
 * themselves tells whether they are one person's. Columns: case_group, schema,
 * name1, name2, is_match, ...; only the schema Person is scored. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "names/compare.h"

/* At this likeness and above two names are taken for one person's. */
#define ONE_PERSON 0.72

enum { LINE = 4096, COLUMNS = 5 };

/* Cuts the next field of a CSV line in place; quotes may enclose it. */
static char *next_field(char **at)
{
    char *from = *at, *to = *at, *start = *at;
    bool quoted = *from == '"';
    from += quoted;
    while (*from && (quoted || (*from != ',' && *from != '\n'))) {
        if (quoted && *from == '"') {
            if (from[1] != '"') {
                from++;
                quoted = false;
                continue;
            }
            from++;
        }
        *to++ = *from++;
    }
    *at = *from ? from + 1 : from;
    *to = '\0';
    return start;
}

int main(int argc, char **argv)
{
    static char line[LINE];
    unsigned right = 0, all = 0;
    FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!file) {
        fprintf(stderr, "usage: name_pairs FILE.csv [--errors]\n");
        return 2;
    }
    while (fgets(line, sizeof line, file)) {
        char *at = line, *fields[COLUMNS];
        for (size_t i = 0; i < COLUMNS; i++)
            fields[i] = next_field(&at);
        if (strcmp(fields[1], "Person") != 0)
            continue;
        bool expected = strcmp(fields[4], "true") == 0;
        double found = ent_i_person_similarity(fields[2], strlen(fields[2]),
                                               fields[3], strlen(fields[3]));
        all++;
        right += (found >= ONE_PERSON) == expected;
        if (argc > 2 && (found >= ONE_PERSON) != expected)
            printf("%s\t%s\t%s\t%.3f\n", fields[4], fields[2], fields[3],
                   found);
    }
    fclose(file);
    printf("persons: %u of %u pairs right, %.3f\n", right, all,
           all ? (double)right / all : 0);
    return 0;
}
