#include "recognise/recognise.h"
struct ent_i_recogniser {
    int unused;
};
struct ent_i_recogniser_scratch {
    int unused;
};
ent_status ent_i_recogniser_new(ent_i_recogniser **out,
                                const ent_i_recogniser_options *options,
                                ent_error *error)
{
    (void)options;
    (void)error;
    *out = ent_i_calloc(1, sizeof **out);
    return ENT_OK;
}
void ent_i_recogniser_free(ent_i_recogniser *recogniser)
{
    ent_i_free(recogniser);
}
ent_status ent_i_recogniser_scratch_new(ent_i_recogniser_scratch **out,
                                        const ent_i_recogniser *recogniser,
                                        ent_error *error)
{
    (void)recogniser;
    (void)error;
    *out = ent_i_calloc(1, sizeof **out);
    return ENT_OK;
}
void ent_i_recogniser_scratch_free(ent_i_recogniser_scratch *scratch)
{
    ent_i_free(scratch);
}
ent_status ent_i_recognise(const ent_i_recogniser *recogniser,
                           ent_i_recogniser_scratch *scratch,
                           ent_article *article, const ent_i_text *text,
                           ent_error *error)
{
    (void)recogniser;
    (void)scratch;
    (void)article;
    (void)text;
    (void)error;
    return ENT_OK;
}
