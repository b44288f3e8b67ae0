#include "train/quantise.h"

#include <math.h>

#include "core/vec.h"

enum { FILL = 6, FILL_OF = 7 /* slots used, of all */ };

float ent_i_largest_weight(const float *weights, size_t n)
{
    float top = 0.0f;
    for (size_t i = 0; i < n; i++)
        top = fmaxf(top, fabsf(weights[i]));
    return top;
}

float ent_i_scale(float largest)
{
    return (largest > 0.0f ? largest : 1.0f) / 127.0f;
}

int8_t ent_i_quantise(float weight, float scale)
{
    return (int8_t)fmaxf(-127.0f, fminf(127.0f, roundf(weight / scale)));
}

static int downwards(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

float ent_i_least_size(float *sizes, size_t n, size_t most)
{
    ent_i_sort(sizes, n, sizeof *sizes, downwards);
    return most < n ? sizes[most] : 0.0f;
}

uint32_t ent_i_slots_for(size_t kept)
{
    return (uint32_t)(kept * FILL_OF / FILL + 1);
}
