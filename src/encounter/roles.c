/* Finds who is meant by "the president" or "his Russian counterpart": the
 * person with that title in the article. */
#include <string.h>

#include "encounter/reference.h"

/* In nodes; in sentences: how long a text is about a foreign president. */
enum { ROLE_MAX = 6, FOREIGN_BACK = 3 };

bool ent_i_has_word(const char *bytes, uint32_t start, uint32_t end,
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

uint32_t ent_i_mentions_before(const ent_i_passage *r)
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

/* From here on the node counts as the person it refers to; `reference` lowers
 * the confidence of what is concluded from it. */
void ent_i_refer(ent_i_item *node, uint32_t mention, uint32_t other)
{
    node->what = ENT_I_PERSON;
    node->mention = mention;
    node->other = other;
    node->reference = true;
}

/* Words for roles that titles word differently. */
static const struct {
    const char *word;
    const char *titles[8]; /* any of them will do; none: the country decides */
} loose_roles[] = {
    {"counterpart", {NULL}},
    {"leader",
     {"president", "prime minister", "chancellor", "king", "premier", "leader",
      "chairman", NULL}},
    {"diplomat", {"foreign minister", "secretary of state", NULL}},
};

/* A mention's title and the words before it, which may contain its country:
 * "Russia's", "Russian". */
typedef struct title {
    const char *bytes;
    uint32_t sentence; /* where the sentence begins */
    uint32_t context;  /* where the words before the title begin */
    uint32_t start;
    uint32_t end;
} title;

/* The country is a word or two before the title, in the same sentence. */
static title title_of(const ent_article *article, const ent_mention *m)
{
    enum { COUNTRY_MAX = 24 };
    const ent_sentence *s = &article->sentences.items[m->sentence];
    title t = {ent_article_field(article, (ent_field)m->field), s->start, 0,
               m->honorific_start, m->honorific_end};
    t.context =
        t.start > s->start + COUNTRY_MAX ? t.start - COUNTRY_MAX : s->start;
    if (t.context > t.start)
        t.context = t.start;
    return t;
}

static bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/* Whether the bytes occur as whole words in the title or before it. */
static bool stands_whole(const title *t, const char *bytes, uint32_t size)
{
    for (uint32_t i = t->context; i + size <= t->end; i++)
        if (memcmp(t->bytes + i, bytes, size) == 0 &&
            (i == 0 || !is_letter(t->bytes[i - 1])) &&
            (i + size == t->end || !is_letter(t->bytes[i + size])))
            return true;
    return false;
}

/* Whether nodes [first, last] name the title's country, by name or adjective
 * ("Russian", "Russia's"). A name that is no country must occur as written. */
static bool same_country(const ent_i_passage *r, uint32_t first, uint32_t last,
                         const title *t)
{
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    const char *bytes = r->bytes + r->nodes[first].start;
    uint32_t size = r->nodes[last].end - r->nodes[first].start;
    size_t count;
    const ent_i_naming_row *names =
        ent_i_country_names(lexicon, bytes, size, &count);
    return names ? ent_i_country_stands(lexicon, names, count, t->bytes,
                                        t->sentence, t->context, t->end)
                 : stands_whole(t, bytes, size);
}

/* Whether node i names a place, in a role's phrase that ends at `last`. */
static bool names_place(const ent_i_passage *r, uint32_t i, uint32_t last)
{
    return r->nodes[i].what == ENT_I_NAME || (r->nodes[i].capital && i < last);
}

/* The last node of the longest country name that begins at node i, as in "the
 * South Sudanese president"; i when there is none. */
static uint32_t end_of_country(const ent_i_passage *r, uint32_t i,
                               uint32_t last)
{
    uint32_t found = i;
    size_t count;
    for (uint32_t k = i + 1; k <= last && names_place(r, k, last); k++)
        if (ent_i_country_names(ent_i_lexicon_default(),
                                r->bytes + r->nodes[i].start,
                                r->nodes[k].end - r->nodes[i].start, &count))
            found = k;
    return found;
}

/* Whether the title expresses the role that the word names. */
static bool same_role(const char *word, const title *t, bool country)
{
    for (size_t i = 0; i < sizeof loose_roles / sizeof *loose_roles; i++) {
        if (strcmp(word, loose_roles[i].word) != 0)
            continue;
        const char *const *any = loose_roles[i].titles;
        bool found = !*any;
        for (; *any && !found; any++)
            found = ent_i_has_word(t->bytes, t->start, t->end, *any);
        return found && country;
    }
    return ent_i_has_word(t->bytes, t->start, t->end, word);
}

/* If the title or the role has one of these words, both must have it. */
static const char *const exact_words[] = {"prime", "vice", "former", "deputy",
                                          NULL};

/* Whether the word is in the title or right before it. */
static bool is_of_title(const title *t, const char *word)
{
    uint32_t size = (uint32_t)strlen(word) + 1;
    return ent_i_has_word(t->bytes, t->start, t->end, word) ||
           (t->start >= t->context + size &&
            ent_i_has_word(t->bytes, t->start - size, t->start, word));
}

/* Whether the title expresses the role at nodes [first, last]. Every country in
 * the phrase must be the title's, and "former" or "vice" must be in both or
 * neither, since they mark a different person. */
static bool has_role(const ent_i_passage *r, const title *t, uint32_t first,
                     uint32_t last)
{
    bool country = false;
    for (uint32_t i = first; i <= last; i++) {
        if (!names_place(r, i, last))
            continue;
        uint32_t end = end_of_country(r, i, last);
        if (!same_country(r, i, end, t))
            return false;
        country = true;
        i = end;
    }
    for (const char *const *word = exact_words; *word; word++) {
        bool said = false;
        for (uint32_t i = first; i < last; i++)
            said |= ent_i_is_text(r, i, *word);
        if (said != is_of_title(t, *word) &&
            !ent_i_is_text(r, last, "counterpart"))
            return false;
    }
    return same_role(r->nodes[last].text, t, country);
}

/* Whether a country comes right before the title, unlike in "the president". */
static bool is_foreign(const title *t)
{
    uint32_t i = t->start;
    while (i > t->context && t->bytes[i - 1] == ' ')
        i--;
    uint32_t end = i;
    while (i > t->context && t->bytes[i - 1] != ' ')
        i--;
    return i < end && i > t->context && t->bytes[i] >= 'A' &&
           t->bytes[i] <= 'Z';
}

/* How often the article names the mention's person. When nothing else decides,
 * the one named most is meant. */
static uint32_t fame(const ent_article *article, uint32_t mention)
{
    uint32_t cluster = article->mentions.items[mention].cluster;
    return cluster == ENT_NONE ? 1 : article->clusters.items[cluster].mentions;
}

/* The nearest mention before node `first` whose title expresses the role,
 * otherwise the first after it, as some articles name people late. A bare "the
 * president" is the one named most often, preferably one without a country. */
static uint32_t bearer(const ent_i_passage *r, uint32_t first, uint32_t last)
{
    const ent_article *article = r->article;
    uint32_t here = ent_i_mentions_before(r), own = ENT_NONE,
             foreign = ENT_NONE;
    uint32_t n = (uint32_t)article->mentions.n;
    while (here < n && article->mentions.items[here].field == r->field &&
           article->mentions.items[here].start < r->nodes[first].start)
        here++;
    uint32_t back = here < ENT_I_MENTIONS_BACK ? here : ENT_I_MENTIONS_BACK;
    uint32_t ahead =
        n - here < ENT_I_MENTIONS_BACK ? n - here : ENT_I_MENTIONS_BACK;
    for (uint32_t step = 0; step < back + ahead; step++) {
        /* First all those before, nearest first, then all those after. */
        uint32_t i = step < back ? here - 1 - step : here + (step - back);
        const ent_mention *m = &article->mentions.items[i];
        if (!ent_i_is_person(article, i) ||
            m->honorific_end <= m->honorific_start)
            continue;
        title t = title_of(article, m);
        if (!has_role(r, &t, first, last))
            continue;
        /* When the role has a country or several words, the first title that
         * fits is right. */
        if (first != last)
            return i;
        uint32_t *choice = is_foreign(&t) ? &foreign : &own;
        /* A foreign president is "the president" only while the text is about
         * them. */
        if (choice == &foreign && ent_i_is_text(r, last, "president") &&
            (i >= here || m->sentence + FOREIGN_BACK < r->sentence))
            continue;
        if (*choice == ENT_NONE || fame(article, i) > fame(article, *choice))
            *choice = i;
    }
    return own != ENT_NONE ? own : foreign;
}

uint32_t ent_i_read_role(ent_i_passage *r, uint32_t i)
{
    static const char *const owners[] = {"his", "her", "their", NULL};
    const ent_i_item *node = &r->nodes[i];
    bool opens = ent_i_is_text(r, i, "the") || node->possessive ||
                 ent_i_is_any(r, i, owners);
    if (!opens)
        return i;
    /* Continues through words of a role and those that may stand among them. */
    uint32_t last = i, end = i + ROLE_MAX;
    for (uint32_t k = i + 1; k < r->node_count && k < end; k++) {
        const ent_i_item *at = &r->nodes[k];
        if (at->what == ENT_I_WORD && at->is & ENT_I_W_ROLE)
            last = k;
        else if (at->what != ENT_I_NAME &&
                 (at->what != ENT_I_WORD ||
                  (!at->capital && at->is & ~ENT_I_W_BELONGS)))
            break;
    }
    if (last == i || r->nodes[last].what == ENT_I_PERSON)
        return i;
    const ent_i_item *next =
        last + 1 < r->node_count ? &r->nodes[last + 1] : NULL;
    /* A title before a name refers to nobody else. */
    bool before_name =
        next && ((next->capital && r->nodes[last].capital) ||
                 next->what == ENT_I_PERSON || next->what == ENT_I_NAME ||
                 strcmp(next->text, "of") == 0 ||
                 (next->what == ENT_I_COMMA && last + 2 < r->node_count &&
                  r->nodes[last + 2].what == ENT_I_PERSON));
    /* "Russia's president": the owner is part of the role. */
    bool country = node->what == ENT_I_NAME;
    uint32_t mention =
        before_name ? ENT_NONE : bearer(r, country ? i : i + 1, last);
    if (mention == ENT_NONE)
        return i;
    ent_i_item *out = &r->nodes[i];
    bool possessive = r->nodes[last].possessive;
    out->end = r->nodes[last].end;
    ent_i_refer(out, mention, ENT_NONE);
    out->possessive = possessive;
    return last;
}
