/* jansson takes a token that it found no memory for as a wrong one. Its
 * allocations are watched to tell the two apart. */
#include "core/json.h"

#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static json_malloc_t allocate; /* as the host has set it, or malloc */
static _Thread_local bool refused;

static void *watched(size_t size)
{
    void *block = allocate(size);
    refused |= !block;
    return block;
}

static void watch(void)
{
    json_free_t release;
    json_get_alloc_funcs(&allocate, &release);
    json_set_alloc_funcs(watched, release);
}

json_t *ent_i_json_load(const char *bytes, size_t size, size_t flags,
                        json_error_t *failure)
{
    pthread_once(&once, watch);
    refused = false;
    json_t *value = json_loadb(bytes, size, flags, failure);
    if (!value && refused)
        failure->text[0] = '\0';
    return value;
}
