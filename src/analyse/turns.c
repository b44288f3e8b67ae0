#include "analyse/turns.h"

#include <math.h>

/* Written out, since sines differ between machines. */
ent_i_turn ent_i_turn_of(int way)
{
    static const double quarter[] = {0, 0.3826834323650898, 0.7071067811865476,
                                     0.9238795325112867, 1};
    int k = way % ENT_I_TURNS;
    double s = quarter[k % 4], c = quarter[4 - k % 4];
    const ent_i_turn turns[] = {{c, s, 1}, {-s, c, 1}, {-c, -s, 1}, {s, -c, 1}};
    ent_i_turn turn = turns[k / 4];
    turn.mirror = way < ENT_I_TURNS ? 1 : -1;
    return turn;
}

ent_place ent_i_turned(double x, double y, ent_i_turn turn)
{
    x *= turn.mirror;
    return (ent_place){x * turn.cosine - y * turn.sine,
                       x * turn.sine + y * turn.cosine};
}

/* The area that the boxes take, more where they are high: sheets are wider than
 * high. The boxes themselves are not turned. */
static double area_of(const ent_i_box *boxes, size_t n, ent_i_turn turn)
{
    double left = INFINITY, right = -INFINITY, low = INFINITY, top = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        ent_place at = ent_i_turned(boxes[i].x, boxes[i].y, turn);
        left = fmin(left, at.x - boxes[i].width / 2);
        right = fmax(right, at.x + boxes[i].width / 2);
        low = fmin(low, at.y - boxes[i].height / 2);
        top = fmax(top, at.y + boxes[i].height / 2);
    }
    const double lying = 0.3;
    return (top - low) * (right - left + lying * (top - low));
}

/* Half a circle changes nothing about the sheet. */
ent_i_turn ent_i_best_turn(const ent_i_box *boxes, size_t n)
{
    ent_i_turn best = ent_i_turn_of(0);
    double least = INFINITY;
    for (int way = 0; way < ENT_I_TURNS / 2; way++) {
        double area = area_of(boxes, n, ent_i_turn_of(way));
        if (area < least) {
            least = area;
            best = ent_i_turn_of(way);
        }
    }
    return best;
}
