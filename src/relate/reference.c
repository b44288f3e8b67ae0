/* Antecedents by nearness, subjecthood and agreement, after Hobbs, "Resolving
 * Pronoun References" (1978), without his trees: first the sentence itself,
 * then the subjects of those before. */
#include "relate/reference.h"

#include <string.h>

enum { SENTENCES_BACK = 3, MENTIONS_BACK = 400, ROLE_MAX = 6 };

typedef enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE } gender;

static bool is_text(const ent_i_reading *r, uint32_t i, const char *text)
{
    return i < r->node_count && strcmp(r->nodes[i].text, text) == 0;
}

static bool is_any(const char *text, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(text, *list) == 0)
            return true;
    return false;
}

/* ---- agreement ---- */

/* Whether the word stands in bytes[start, end), letter case aside. */
static bool has_word(const char *bytes, uint32_t start, uint32_t end,
                     const char *word)
{
    size_t size = strlen(word);
    for (uint32_t i = start; i + size <= end; i++) {
        size_t k = 0;
        while (k < size && (bytes[i + k] | 32) == (word[k] | 32))
            k++;
        bool left = i == start || bytes[i - 1] == ' ' || bytes[i - 1] == '-';
        if (k == size && left)
            return true;
    }
    return false;
}

static gender of_honorific(const char *bytes, uint32_t start, uint32_t end)
{
    static const char *const male[] = {
        "mr",     "king",   "prince", "sir",         "lord",
        "sultan", "sheikh", "pope",   "congressman", NULL};
    static const char *const female[] = {"mrs",           "ms",       "miss",
                                         "queen",         "princess", "lady",
                                         "congresswoman", "dame",     NULL};
    for (const char *const *word = female; *word; word++)
        if (has_word(bytes, start, end, *word))
            return GENDER_FEMALE;
    for (const char *const *word = male; *word; word++)
        if (has_word(bytes, start, end, *word))
            return GENDER_MALE;
    return GENDER_UNKNOWN;
}

/* By frequent first names; what is not here stays unknown and fits both. */
static gender of_first_name(const char *name)
{
    static const char female[] =
        " Hillary Angela Nancy Theresa Ivanka Melania Michelle Sarah Elizabeth"
        " Kamala Susan Condoleezza Madeleine Laura Barbara Janet Kellyanne"
        " Nikki Samantha Loretta Amy Dianne Patty Maxine Tulsi Kirsten Jill"
        " Marine Christine Federica Catherine Ursula Jacinda Julia Dilma"
        " Cristina Michele Ann Anne Anna Mary Maria Jennifer Jessica Emily"
        " Rachel Megyn Wendy Debbie Donna Carly Betsy Gina Marie Lisa Linda"
        " Karen Sandra Ruth Sonia Elena Kate Valerie Huma Cheryl Olga Natalia"
        " Svetlana Benazir Indira Aung Ellen Joyce Alexandria Ilhan Ayanna"
        " Rashida Stormy Omarosa Hope Dina Jen Victoria Wendy Claire Heidi"
        " Tammy Jeanne Marsha Joni Shelley Margaret Diana Camilla Meghan ";
    static const char male[] =
        " Barack Donald John Joe Vladimir Sergei Sergey George Bill Mitt Paul"
        " Mike Michael James Robert William David Bernie Mitch Chuck Harry Ted"
        " Marco Jeb Chris Newt Rick Ben Benjamin Francois Emmanuel Nicolas"
        " Xi Recep Bashar Hassan Mahmoud Mohammed Mohammad Abdel Steve Stephen"
        " Jared Rex Jim Jeff Rod Rudy Kim Moon Shinzo Justin Boris Tony Gordon"
        " Dmitry Dmitri Viktor Petro Volodymyr Eric Jack Thomas Tom Peter"
        " Richard Mark Andrew Kevin Brian Scott Tim Lindsey Adam Jerry Roger"
        " Henry Edward Ed Al Dick Colin Ronald Jimmy Lyndon Narendra Imran"
        " Nawaz Hamid Ashraf Jean Silvio Mario Matteo Antonio Ban Kofi Roy ";
    size_t size = strcspn(name, " ");
    char padded[32];
    if (size + 3 > sizeof padded || !name[size])
        return GENDER_UNKNOWN;
    padded[0] = ' ';
    memcpy(padded + 1, name, size);
    padded[size + 1] = ' ';
    padded[size + 2] = '\0';
    if (strstr(female, padded))
        return GENDER_FEMALE;
    return strstr(male, padded) ? GENDER_MALE : GENDER_UNKNOWN;
}

static gender gender_of(const ent_article *article, uint32_t mention)
{
    const ent_mention *m = &article->mentions.items[mention];
    gender g = of_honorific(ent_article_field(article, m->field),
                            m->honorific_start, m->honorific_end);
    if (g != GENDER_UNKNOWN || m->cluster == ENT_NONE)
        return g;
    const ent_cluster *cluster = &article->clusters.items[m->cluster];
    g = of_first_name(cluster->name);
    if (g == GENDER_UNKNOWN && cluster->honorific)
        g = of_honorific(cluster->honorific, 0,
                         (uint32_t)strlen(cluster->honorific));
    return g;
}

static bool agrees(const ent_article *article, uint32_t mention, gender wanted)
{
    gender g = gender_of(article, mention);
    return g == GENDER_UNKNOWN || wanted == GENDER_UNKNOWN || g == wanted;
}

/* ---- pronouns ---- */

/* Whether a preposition stands before the person at node i. */
static bool after_preposition(const ent_i_reading *r, uint32_t i)
{
    return i > 0 && r->nodes[i - 1].what == ENT_I_WORD &&
           r->nodes[i - 1].word.is & ENT_I_W_PREP &&
           !(r->nodes[i - 1].word.is & ENT_I_W_COMP);
}

/* The nearest person before node i in the sentence that agrees; subjects
 * first. `skip` persons are passed over: an object is not its own subject. */
static uint32_t in_sentence(const ent_i_reading *r, uint32_t i, gender g,
                            uint32_t not_mention)
{
    for (int governed = 0; governed < 2; governed++)
        for (uint32_t k = i; k-- > 0;) {
            const ent_i_node *node = &r->nodes[k];
            if (node->what != ENT_I_PERSON || node->mention == ENT_NONE ||
                !agrees(r->article, node->mention, g))
                continue;
            if (not_mention != ENT_NONE &&
                ent_i_same_person(r->article, node->mention, not_mention))
                continue;
            if (!governed && (after_preposition(r, k) || node->possessive))
                continue;
            return node->mention;
        }
    return ENT_NONE;
}

/* The first story person of the sentence that agrees: its likely subject. */
static uint32_t in_sentence_before(const ent_i_reading *r, uint32_t first,
                                   uint32_t end, uint32_t sentence, gender g,
                                   uint32_t not_mention)
{
    for (uint32_t i = first; i < end; i++) {
        const ent_mention *m = &r->article->mentions.items[i];
        if (m->sentence != sentence || !ent_i_is_person(r->article, i) ||
            !agrees(r->article, i, g))
            continue;
        if (not_mention != ENT_NONE &&
            ent_i_same_person(r->article, i, not_mention))
            continue;
        return i;
    }
    return ENT_NONE;
}

/* Index of the first mention that belongs to the sentence or comes later. */
static uint32_t mentions_end(const ent_i_reading *r)
{
    const ent_sentence *s = &r->article->sentences.items[r->sentence];
    uint32_t low = 0, high = (uint32_t)r->article->mentions.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const ent_mention *m = &r->article->mentions.items[middle];
        if (m->field < r->field ||
            (m->field == r->field && m->start < s->start))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t in_sentences_before(const ent_i_reading *r, gender g,
                                    uint32_t not_mention)
{
    uint32_t end = mentions_end(r);
    uint32_t first = end > MENTIONS_BACK ? end - MENTIONS_BACK : 0;
    for (uint32_t back = 1; back <= SENTENCES_BACK && back <= r->sentence;
         back++) {
        uint32_t s = r->sentence - back;
        if (r->article->sentences.items[s].field != r->field)
            break;
        uint32_t found = in_sentence_before(r, first, end, s, g, not_mention);
        if (found != ENT_NONE)
            return found;
    }
    return ENT_NONE;
}

/* "As he prepares for the summit, Obama ...": who comes after the comma. */
static uint32_t cataphor(const ent_i_reading *r, uint32_t i, gender g)
{
    if (i > 6 || !(r->nodes[0].word.is & (ENT_I_W_COMP | ENT_I_W_PREP)))
        return ENT_NONE;
    for (uint32_t k = i + 1; k + 1 < r->node_count; k++)
        if (r->nodes[k].what == ENT_I_COMMA) {
            const ent_i_node *next = &r->nodes[k + 1];
            return next->what == ENT_I_PERSON && !next->possessive &&
                           agrees(r->article, next->mention, g)
                       ? next->mention
                       : ENT_NONE;
        }
    return ENT_NONE;
}

/* In what somebody says in the same sentence, "he" is most often himself. */
static uint32_t speaker(const ent_i_reading *r, uint32_t i, gender g)
{
    for (uint32_t k = 0; k + 1 < i; k++)
        if (r->nodes[k].what == ENT_I_PERSON && !r->nodes[k].possessive &&
            r->nodes[k + 1].what == ENT_I_WORD &&
            r->nodes[k + 1].word.is & ENT_I_W_SAY &&
            agrees(r->article, r->nodes[k].mention, g))
            return r->nodes[k].mention;
    return ENT_NONE;
}

static uint32_t antecedent(const ent_i_reading *r, uint32_t i, gender g,
                           bool object)
{
    uint32_t subject = ENT_NONE;
    if (object) /* nobody meets himself */
        subject = in_sentence(r, i, GENDER_UNKNOWN, ENT_NONE);
    uint32_t found = object ? ENT_NONE : speaker(r, i, g);
    if (found == ENT_NONE)
        found = in_sentence(r, i, g, subject);
    if (found == ENT_NONE && !object)
        found = cataphor(r, i, g);
    return found != ENT_NONE ? found : in_sentences_before(r, g, subject);
}

static const char *const subject_words[] = {"he", "she", NULL};
static const char *const object_words[] = {"him", "her", NULL};
static const char *const owner_words[] = {"his", "her", NULL};
static const char *const female_words[] = {"she", "her", NULL};

/* "her" before a noun is a possessive: "her meeting", not "met her on". */
static bool owns(const ent_i_reading *r, uint32_t i)
{
    if (is_text(r, i, "his"))
        return true;
    if (i + 1 >= r->node_count)
        return false;
    const ent_i_node *next = &r->nodes[i + 1];
    return next->what == ENT_I_NAME ||
           (next->what == ENT_I_WORD &&
            !(next->word.is &
              (ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP | ENT_I_W_DET |
               ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_DAY)));
}

static void refer(ent_i_node *node, uint32_t mention, uint32_t other)
{
    node->what = ENT_I_PERSON;
    node->mention = mention;
    node->other = other;
    node->reference = true;
}

static void read_pronoun(ent_i_reading *r, uint32_t i)
{
    ent_i_node *node = &r->nodes[i];
    gender g = is_any(node->text, female_words) ? GENDER_FEMALE : GENDER_MALE;
    bool owner = is_any(node->text, owner_words) && owns(r, i);
    bool object = !owner && is_any(node->text, object_words);
    if (!owner && !object && !is_any(node->text, subject_words))
        return;
    uint32_t mention = antecedent(r, i, g, object);
    if (mention == ENT_NONE)
        return;
    refer(node, mention, ENT_NONE);
    node->possessive = owner;
}

/* ---- two at once ---- */

/* The last two persons before node i, or of the sentence before; false unless
 * there are two, and with `only` no third. */
static bool last_two(const ent_i_reading *r, uint32_t i, bool only,
                     uint32_t pair[2])
{
    uint32_t end = mentions_end(r), n = 0;
    uint32_t from = r->nodes[i].start;
    const ent_article *article = r->article;
    uint32_t at = end;
    while (at < article->mentions.n &&
           article->mentions.items[at].field == r->field &&
           article->mentions.items[at].start < from)
        at++;
    uint32_t oldest =
        r->sentence > 0 && at == end ? r->sentence - 1 : r->sentence;
    while (at-- > 0) {
        const ent_mention *m = &article->mentions.items[at];
        if (m->field != r->field || m->sentence < oldest)
            break;
        if (!ent_i_is_person(article, at) ||
            (n > 0 && ent_i_same_person(article, at, pair[0])) ||
            (n > 1 && ent_i_same_person(article, at, pair[1])))
            continue;
        if (n == 2)
            return !only;
        pair[n++] = at;
    }
    return n == 2;
}

/* "they", "both men", "the two leaders", "the pair". */
static uint32_t read_pair(ent_i_reading *r, uint32_t i)
{
    uint32_t last = i;
    bool owner = is_text(r, i, "their");
    bool they = owner || is_text(r, i, "they");
    if (!they) {
        last += is_text(r, i, "the");
        if (last >= r->node_count || !(r->nodes[last].word.is & ENT_I_W_PAIR) ||
            (last == i && !is_text(r, i, "both")))
            return i;
        bool counted = is_text(r, last, "two") || is_text(r, last, "both") ||
                       is_text(r, last, "pair");
        if (!counted)
            return i;
        if (!is_text(r, last, "pair") && last + 1 < r->node_count &&
            r->nodes[last + 1].word.is & ENT_I_W_PAIR)
            last++;
        else if (is_text(r, last, "both"))
            return i;
    }
    uint32_t pair[2];
    if (!last_two(r, i, they, pair))
        return i;
    refer(&r->nodes[i], pair[1], pair[0]);
    r->nodes[i].possessive = owner || r->nodes[last].possessive;
    r->nodes[i].end = r->nodes[last].end;
    return last;
}

/* ---- roles ---- */

/* Whether the title before a name says the role at nodes [first, last]. A
 * country must agree; with a counterpart only the country can. */
static bool has_role(const ent_i_reading *r, const ent_mention *m,
                     uint32_t first, uint32_t last)
{
    const char *bytes = ent_article_field(r->article, m->field);
    uint32_t start = m->honorific_start, end = m->honorific_end;
    bool counterpart = is_text(r, last, "counterpart");
    bool country = false;
    if (start > 24) /* "Russian" and "Russia's" stand before the title */
        start -= 24;
    else
        start = 0;
    for (uint32_t i = first; i <= last; i++) {
        const ent_i_node *node = &r->nodes[i];
        if (node->what == ENT_I_NAME || (node->capital && i < last)) {
            country = true;
            if (!has_word(bytes, start, end, node->text))
                return false;
        } else if (i == last && !counterpart &&
                   !has_word(bytes, m->honorific_start, end, node->text)) {
            return false;
        } else if (strcmp(node->text, "prime") == 0 ||
                   strcmp(node->text, "vice") == 0 ||
                   strcmp(node->text, "former") == 0) {
            if (!has_word(bytes, m->honorific_start, end, node->text))
                return false;
        }
    }
    if (is_text(r, last, "president") && last == first &&
        has_word(bytes, m->honorific_start, end, "vice"))
        return false;
    return !counterpart || country;
}

static uint32_t bearer(const ent_i_reading *r, uint32_t first, uint32_t last)
{
    const ent_article *article = r->article;
    uint32_t from = r->nodes[first].start;
    uint32_t end = mentions_end(r);
    while (end < article->mentions.n &&
           article->mentions.items[end].field == r->field &&
           article->mentions.items[end].start < from)
        end++;
    for (uint32_t i = end, step = 0; i-- > 0 && step < MENTIONS_BACK; step++) {
        const ent_mention *m = &article->mentions.items[i];
        if (ent_i_is_person(article, i) &&
            m->honorific_end > m->honorific_start &&
            has_role(r, m, first, last))
            return i;
    }
    return ENT_NONE;
}

/* The phrase "the Russian president" that begins at node i: its last node, or
 * i when it is none or is only a title before a name. */
static uint32_t read_role(ent_i_reading *r, uint32_t i)
{
    const ent_i_node *node = &r->nodes[i];
    bool opens = is_text(r, i, "the") || node->possessive ||
                 is_any(node->text, owner_words) || is_text(r, i, "their");
    if (!opens)
        return i;
    uint32_t last = i, end = i + ROLE_MAX;
    for (uint32_t k = i + 1; k < r->node_count && k < end; k++) {
        const ent_i_node *at = &r->nodes[k];
        if (at->what == ENT_I_WORD && at->word.is & ENT_I_W_ROLE)
            last = k;
        else if (at->what != ENT_I_NAME &&
                 (at->what != ENT_I_WORD ||
                  (!at->capital && at->word.is & ~ENT_I_W_BELONGS)))
            break;
    }
    if (last == i || r->nodes[last].what == ENT_I_PERSON)
        return i;
    const ent_i_node *next =
        last + 1 < r->node_count ? &r->nodes[last + 1] : NULL;
    bool title =
        next && (next->what == ENT_I_PERSON || next->what == ENT_I_NAME ||
                 strcmp(next->text, "of") == 0 ||
                 (next->what == ENT_I_COMMA && last + 2 < r->node_count &&
                  r->nodes[last + 2].what == ENT_I_PERSON));
    uint32_t mention = title ? ENT_NONE : bearer(r, i + 1, last);
    if (mention == ENT_NONE)
        return i;
    ent_i_node *out = &r->nodes[i];
    bool possessive = r->nodes[last].possessive;
    out->end = r->nodes[last].end;
    refer(out, mention, ENT_NONE);
    out->possessive = possessive;
    return last;
}

void ent_i_read_references(ent_i_reading *r)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < r->node_count; i++) {
        uint32_t last = i;
        if (r->nodes[i].what == ENT_I_WORD) {
            last = read_role(r, i);
            if (last == i)
                last = read_pair(r, i);
            if (last == i && r->nodes[i].what == ENT_I_WORD)
                read_pronoun(r, i);
        }
        if (out != i)
            r->nodes[out] = r->nodes[i];
        out++;
        i = last;
    }
    r->node_count = out;
}
