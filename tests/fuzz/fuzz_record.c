/* Any bytes as the record of an article, with the hash made right: what is
 * taken for an article can go through all later stages, and written again is
 * the same. */
#include <string.h>

#include "core/map.h"
#include "core/record.h"
#include "core/sound.h"
#include "core/vec.h"
#include "entente/entente.h"
#include "fuzz/fuzz.h"

enum { HEAD = 9, LONGEST = 1 << 16 };

static void check_again(const ent_article *article)
{
    ent_i_string first = {0}, second = {0};
    ent_article *back;
    FUZZ_CHECK(ent_i_record_write(&first, article));
    FUZZ_CHECK(ent_i_record_read(&back, first.items, first.n, NULL) == ENT_OK);
    FUZZ_CHECK(ent_i_record_write(&second, back));
    FUZZ_CHECK(first.n == second.n &&
               memcmp(first.items, second.items, first.n) == 0);
    ent_article_free(back);
    ent_i_vec_free(&first);
    ent_i_vec_free(&second);
}

/* Takes the article. */
static void relate(ent_article *article, ent_tie_source source)
{
    ent_corpus *corpus;
    ent_network *network;
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    options.ties = source;
    FUZZ_CHECK(ent_corpus_new(&corpus, NULL) == ENT_OK);
    FUZZ_CHECK(ent_corpus_add_take(corpus, article, NULL) == ENT_OK);
    FUZZ_CHECK(ent_corpus_resolve(corpus, NULL, NULL) == ENT_OK);
    if (ent_network_build(&network, corpus, &options, NULL) == ENT_OK)
        ent_network_free(network);
    ent_corpus_free(corpus);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char bytes[LONGEST];
    ent_article *article;
    if (size <= HEAD || size > LONGEST)
        return 0;
    memcpy(bytes, data, size);
    bytes[0] = ENT_I_RECORD_VERSION;
    uint64_t hash = ent_i_hash(bytes + HEAD, size - HEAD);
    for (int i = 1; i < HEAD; i++, hash >>= 8)
        bytes[i] = (char)hash;
    for (int i = 0; i < 2; i++) {
        if (ent_i_record_read(&article, bytes, size, NULL))
            return 0;
        FUZZ_CHECK(ent_i_article_is_sound(article));
        check_again(article);
        relate(article, i ? ENT_TIES_ENCOUNTER : ENT_TIES_WINDOW);
    }
    return 0;
}
