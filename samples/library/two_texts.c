/* The people whom two strings name, and how strongly they are tied:
 *   cc two_texts.c $(pkg-config --cflags --libs entente) -o two_texts */
#include <stdio.h>

#include <entente/entente.h>

int main(void)
{
    ent_text texts[] = {ENT_TEXT_INIT, ENT_TEXT_INIT};
    texts[0].text = "John Kerry met Sergei Lavrov in Paris on Sunday.";
    texts[1].text = "Vladimir Putin received Secretary Kerry in Sochi. Then "
                    "Mr. Kerry dined with Foreign Minister Sergey Lavrov.";
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.texts = texts;
    options.text_count = 2;
    ent_error error = {0};
    ent_reader *reader = NULL;
    ent_corpus *corpus = NULL;
    ent_network *network = NULL;
    ent_article *article;
    if (ent_reader_open(&reader, &options, NULL, 0, &error) ||
        ent_corpus_new(&corpus, &error))
        goto end;
    while (!ent_reader_next(reader, &article, &error) && article)
        if (ent_corpus_add_take(corpus, article, &error))
            goto end;
    if (error.code || ent_corpus_resolve(corpus, NULL, &error) ||
        ent_network_build(&network, corpus, NULL, &error) ||
        ent_network_analyse(network, NULL, &error))
        goto end;
    for (size_t i = 0; i < ent_network_node_count(network); i++)
        printf("%-14s %g\n", ent_network_node(network, i)->label,
               ent_network_measure(network, i, ent_measure_find("strength")));
end:
    fputs(error.message, stderr);
    ent_network_free(network);
    ent_corpus_free(corpus);
    ent_reader_free(reader);
    return error.code != ENT_OK;
}
