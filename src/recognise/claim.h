/* Persons that the form of the words shows, against what the tagger says. */
#ifndef ENTENTE_RECOGNISE_CLAIM_H
#define ENTENTE_RECOGNISE_CLAIM_H

#include "recognise/place.h"

/* So sure that the name stays; less than what the tagger is sure of. */
#define ENT_I_TITLED 0.7f
/* A monarch's title before a given name, "Mr." before a name, and an age behind
 * one are surer than the tagger of a thing. */
#define ENT_I_REIGNING 0.88f
/* A label leaves no doubt. */
#define ENT_I_LABELLED 0.9f
/* The tagger sees two or three names in "Zhi (Howard) Hwang", surely. */
#define ENT_I_BRACKETED 0.96f

/* A sentence and its mentions. Start from {.p = {.text = text}}. */
typedef struct ent_i_passage {
    ent_i_place p;
    uint32_t sentence;
    size_t from; /* its first mention */
    size_t n;    /* how many it has */
} ent_i_passage;

/* Goes on to a sentence; the first `found` mentions are sorted. */
void ent_i_passage_enter(ent_i_passage *in, const ent_article *article,
                         const ent_i_text *text, uint32_t sentence,
                         size_t found);

/* Makes tokens [first, end) a person, this sure, unless a person or something
 * longer than them and the title at token `from` holds them already. False when
 * memory runs out. */
bool ent_i_claim(ent_article *article, const ent_i_passage *in, size_t from,
                 size_t first, size_t end, float confidence);

#endif
