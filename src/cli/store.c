#include "store.h"

int cli_open_store(ent_store **out, const cli_settings *settings, bool create)
{
    ent_error error = {0};
    return ent_store_open(out, settings->store, create, &error)
               ? cli_library_error(&error)
               : CLI_DONE;
}
