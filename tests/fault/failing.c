/* Loaded before a program (LD_PRELOAD), or linked into one that a sanitizer
 * watches (FAILING_SANITIZED), makes one call of it fail:
 *   FAILING_CALL=memory|write   which kind is counted
 *   FAILING_NTH=N               the one that fails, from 1; 0: none
 *   FAILING_ON=1                so do all later ones
 *   FAILING_COUNT=FILE          where the number of calls is written at the end
 * Calls are counted from main() on: whatever is loaded before it has no way to
 * say that memory is out. Allocations of libraries that don't check their own
 * are left out: the program asks for spare memory before it calls ICU,
 * CLD2 and igraph's Leiden (ent_i_memory_spare), and says of an exporter that
 * it crashed where Graphviz does. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <igraph.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Whose allocations are the real ones. */
#ifdef FAILING_SANITIZED
#define REAL(name) __interceptor_##name
#else
#define REAL(name) __libc_##name
#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *old, size_t size);

typedef int main_function(int, char **, char **);

static main_function *real_main;
static atomic_bool counting;
static atomic_long calls;
static bool writes; /* are what is counted, not allocations */
static bool lasting;
static long nth;
static const char *count_file;

/* Libraries whose allocations don't count, since they don't check them. */
static const char *const unchecked[] = {
    "libcld2",   "libstdc++",   "libicu",     "ld-linux",    "libltdl",
    "libexpat",  "libcgraph",   "libcdt",     "libgv",       "libpango",
    "libcairo",  "libglib",     "libgobject", "libharfbuzz", "libfontconfig",
    "libpixman", "libfreetype", "libpng",     "libarchive"};

static bool is_unchecked(const void *caller)
{
    Dl_info info;
    if (!dladdr(caller, &info) || !info.dli_fname)
        return false;
    for (size_t i = 0; i < sizeof unchecked / sizeof *unchecked; i++)
        if (strstr(info.dli_fname, unchecked[i]))
            return true;
    return false;
}

/* What these libraries call allocates for them: zlib and the C library tell
 * their caller, who doesn't look. */
static bool is_for_unchecked(const void *caller)
{
    Dl_info info;
    void *frames[8];
    if (!dladdr(caller, &info) || !info.dli_fname ||
        (!strstr(info.dli_fname, "libz.") && !strstr(info.dli_fname, "libc.")))
        return false;
    int n = backtrace(frames, sizeof frames / sizeof *frames);
    for (int i = 0; i < n; i++)
        if (is_unchecked(frames[i]))
            return true;
    return false;
}

static bool must_fail(bool is_write, const void *caller)
{
    if (is_write != writes || !atomic_load(&counting) || is_unchecked(caller) ||
        is_for_unchecked(caller))
        return false;
    long call = atomic_fetch_add(&calls, 1) + 1;
    return nth && (lasting ? call >= nth : call == nth);
}

void *malloc(size_t size)
{
    if (!must_fail(false, __builtin_return_address(0)))
        return REAL(malloc)(size);
    errno = ENOMEM;
    return NULL;
}

void *calloc(size_t count, size_t size)
{
    if (!must_fail(false, __builtin_return_address(0)))
        return REAL(calloc)(count, size);
    errno = ENOMEM;
    return NULL;
}

void *realloc(void *old, size_t size)
{
    if (!must_fail(false, __builtin_return_address(0)))
        return REAL(realloc)(old, size);
    errno = ENOMEM;
    return NULL;
}

/* libc's own would call malloc in libc's name. */
char *strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    if (!must_fail(false, __builtin_return_address(0))) {
        char *copy = REAL(malloc)(size);
        return copy ? memcpy(copy, text, size) : NULL;
    }
    errno = ENOMEM;
    return NULL;
}

/* Messages are not written in vain: only what is not standard error counts. */
static bool write_fails(int file)
{
    if (file == STDERR_FILENO || !must_fail(true, NULL))
        return false;
    errno = ENOSPC;
    return true;
}

ssize_t write(int file, const void *bytes, size_t n)
{
    static ssize_t (*real)(int, const void *, size_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "write");
    return write_fails(file) ? -1 : real(file, bytes, n);
}

int fsync(int file)
{
    static int (*real)(int);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "fsync");
    return write_fails(file) ? -1 : real(file);
}

/* SQLite's, by either name of the C library's. */
#define FAILING_PWRITE(name)                                                   \
    ssize_t name(int file, const void *bytes, size_t n, off_t at)              \
    {                                                                          \
        static ssize_t (*real)(int, const void *, size_t, off_t);              \
        if (!real)                                                             \
            *(void **)&real = dlsym(RTLD_NEXT, #name);                         \
        return write_fails(file) ? -1 : real(file, bytes, n, at);              \
    }

FAILING_PWRITE(pwrite)
FAILING_PWRITE(pwrite64)

int fdatasync(int file)
{
    static int (*real)(int);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "fdatasync");
    return write_fails(file) ? -1 : real(file);
}

int rename(const char *from, const char *to)
{
    static int (*real)(const char *, const char *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "rename");
    return write_fails(-1) ? -1 : real(from, to);
}

#if IGRAPH_VERSION_MAJOR == 0
/* Calls don't count while Leiden runs. */
igraph_error_t
igraph_community_leiden(const igraph_t *graph, const igraph_vector_t *weights,
                        const igraph_vector_t *node_weights,
                        igraph_real_t resolution, igraph_real_t beta,
                        igraph_bool_t start, igraph_integer_t iterations,
                        igraph_vector_int_t *membership,
                        igraph_integer_t *count, igraph_real_t *quality)
{
    static igraph_error_t (*real)(
        const igraph_t *, const igraph_vector_t *, const igraph_vector_t *,
        igraph_real_t, igraph_real_t, igraph_bool_t, igraph_integer_t,
        igraph_vector_int_t *, igraph_integer_t *, igraph_real_t *);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "igraph_community_leiden");
    bool before = atomic_exchange(&counting, false);
    igraph_error_t code = real(graph, weights, node_weights, resolution, beta,
                               start, iterations, membership, count, quality);
    atomic_store(&counting, before);
    return code;
}
#endif

static void tell(void)
{
    atomic_store(&counting, false);
    FILE *file = count_file ? fopen(count_file, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", atomic_load(&calls));
        fclose(file);
    }
}

static int counted_main(int argc, char **argv, char **environment)
{
    const char *call = getenv("FAILING_CALL"), *which = getenv("FAILING_NTH");
    writes = call && strcmp(call, "write") == 0;
    lasting = getenv("FAILING_ON") != NULL;
    nth = which ? atol(which) : 0;
    count_file = getenv("FAILING_COUNT");
    unsetenv("LD_PRELOAD"); /* the programs that this one starts are whole */
    atexit(tell);
    atomic_store(&counting, true);
    return real_main(argc, argv, environment);
}

typedef int start_function(main_function *, int, char **, void (*)(void),
                           void (*)(void), void (*)(void), void *);
start_function __libc_start_main;

int __libc_start_main(main_function *of_program, int argc, char **argv,
                      void (*begin)(void), void (*end)(void),
                      void (*unload)(void), void *stack)
{
    start_function *real;
    *(void **)&real = dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = of_program;
    return real(counted_main, argc, argv, begin, end, unload, stack);
}
