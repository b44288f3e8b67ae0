#include "text/text.h"
ent_status ent_i_text_read(ent_i_text *text, ent_article *article, ent_error *error)
{ (void)text; (void)article; (void)error; return ENT_OK; }
void ent_i_text_free(ent_i_text *text) { ent_i_vec_free(&text->tokens); ent_i_vec_free(&text->first); }
