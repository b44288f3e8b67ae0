#include "train/reliability.h"

enum { STEPS = ENT_I_RELIABILITY_STEPS };

void ent_i_reliability_begin(ent_i_reliability *r)
{
    for (unsigned i = 0; i < STEPS; i++) {
        r->found[i] = 10.0;
        r->right[i] = 10.0 * i / (STEPS - 1);
    }
}

void ent_i_reliability_add(ent_i_reliability *r, float probability,
                           double right)
{
    unsigned step = (unsigned)(probability * (STEPS - 1) + 0.5f);
    r->found[step] += 1.0;
    r->right[step] += right;
}

/* Neighbouring steps that fall are pooled until none does. */
void ent_i_reliability_shares(ent_i_reliability *r, float out[STEPS])
{
    unsigned first[STEPS], blocks = 0; /* first: step of each block */
    for (unsigned i = 0; i < STEPS; i++) {
        first[blocks] = i;
        r->right[blocks] = r->right[i];
        r->found[blocks] = r->found[i];
        while (blocks && r->right[blocks] * r->found[blocks - 1] <
                             r->right[blocks - 1] * r->found[blocks]) {
            r->right[blocks - 1] += r->right[blocks];
            r->found[blocks - 1] += r->found[blocks];
            blocks--;
        }
        blocks++;
    }
    for (unsigned i = STEPS; i-- > 0;) {
        while (first[blocks - 1] > i)
            blocks--;
        out[i] = (float)(r->right[blocks - 1] / r->found[blocks - 1]);
    }
}
