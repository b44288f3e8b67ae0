/* Runs a fuzz target on files and on the files of folders, without libFuzzer:
 * the seeds stay good in every build. */
#include <dirent.h>
#include <string.h>

#include "fuzz/fuzz.h"

static long replayed;

static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;
    size_t size = 0, cap = 0, got = 1;
    while (file && got) {
        if (size == cap) {
            uint8_t *grown = realloc(bytes, cap = cap ? cap * 2 : 4096);
            if (!grown)
                break;
            bytes = grown;
        }
        got = fread(bytes + size, 1, cap - size, file);
        size += got;
    }
    int failed = !file || ferror(file) || got;
    if (file)
        fclose(file);
    if (!failed) {
        LLVMFuzzerTestOneInput(bytes, size);
        replayed++;
    } else {
        fprintf(stderr, "cannot read %s\n", path);
    }
    free(bytes);
    return failed;
}

static int replay(const char *path)
{
    DIR *dir = opendir(path);
    if (!dir)
        return replay_file(path);
    int failed = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char name[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        failed |= replay_file(name);
    }
    closedir(dir);
    return failed;
}

int main(int argc, char **argv)
{
    int failed = argc < 2;
    for (int i = 1; i < argc; i++)
        failed |= replay(argv[i]);
    printf("%ld inputs replayed\n", replayed);
    return failed || !replayed;
}
