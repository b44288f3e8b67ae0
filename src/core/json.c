/* jansson takes a token that it found no memory for as a wrong one, and may
 * even go on without what a string had no room for. Its allocations are watched
 * to tell such values from others. */
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
    if (!refused)
        return value;
    json_decref(value);
    failure->text[0] = '\0';
    return NULL;
}

ent_status ent_i_json_dump(const json_t *value, json_dump_callback_t put,
                           void *ctx, size_t flags)
{
    if (!value)
        return ENT_ERR_MEMORY;
    pthread_once(&once, watch);
    refused = false;
    if (json_dump_callback(value, put, ctx, flags) == 0)
        return ENT_OK;
    return refused ? ENT_ERR_MEMORY : ENT_ERR_IO;
}
