/* Spans of persons after tagging. The convention is that of the annotated
 * newswire the model learns from: the bare name, without title or possessive,
 * with its particles and suffix. */
#include "recognise/titles.h"

#include <string.h>

#include "core/error.h"
#include "recognise/ascii.h"
#include "recognise/title_words.h"

enum { LONGEST_WORD = 24, LONGEST_COMPLEMENT = 6, MAX_PARTS = 4 };

/* The tokens of one sentence and where a mention lies in them. */
typedef struct place {
    const char *bytes; /* of the field */
    const ent_i_token *tokens;
    size_t count; /* of the sentence */
    size_t first; /* of the mention */
    size_t end;
} place;

/* ---- the table ---- */

const ent_i_title_word *ent_i_title_find(const char *bytes, size_t size)
{
    char word[LONGEST_WORD];
    if (size && bytes[size - 1] == '.')
        size--;
    if (size == 0 || size >= sizeof word)
        return NULL;
    ent_i_ascii_lower(word, bytes, size);
    size_t low = 0, high = ent_i_title_word_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(word, ent_i_title_words[middle].word);
        if (order == 0)
            return &ent_i_title_words[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

ent_i_gender ent_i_title_gender(const char *bytes, size_t size)
{
    size_t start = 0;
    for (size_t i = 0; i <= size; i++) {
        if (i < size && bytes[i] != ' ' && bytes[i] != '-' && bytes[i] != '\n')
            continue;
        const ent_i_title_word *word =
            ent_i_title_find(bytes + start, i - start);
        if (word && word->gender != ENT_I_GENDER_UNKNOWN)
            return (ent_i_gender)word->gender;
        start = i + 1;
    }
    return ENT_I_GENDER_UNKNOWN;
}

/* ---- tokens ---- */

static bool is(const place *p, size_t i, const char *word)
{
    const ent_i_token *t = &p->tokens[i];
    return ent_i_ascii_is(p->bytes + t->start, t->end - t->start, word);
}

static const ent_i_title_word *title_at(const place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return ent_i_title_find(p->bytes + t->start, t->end - t->start);
}

static bool is_name_word(const ent_i_token *token)
{
    return token->kind != ENT_I_TOKEN_PUNCT &&
           token->kind != ENT_I_TOKEN_NUMBER &&
           token->kind != ENT_I_TOKEN_LOWER;
}

static bool is_hyphen(const place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return t->end - t->start == 1 && p->bytes[t->start] == '-';
}

/* The first token of the sentence that ends after the byte. */
static size_t token_after(const place *p, uint32_t byte)
{
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->tokens[middle].end > byte)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Finds the mention's tokens; false when it doesn't consist of whole ones. */
static bool locate(place *p, const ent_article *article, const ent_i_text *text,
                   const ent_mention *mention)
{
    size_t s = mention->sentence;
    if (s >= article->sentences.n || s + 1 >= text->first.n)
        return false;
    p->bytes = ent_article_field(article, (ent_field)mention->field);
    p->tokens = text->tokens.items + text->first.items[s];
    p->count = text->first.items[s + 1] - text->first.items[s];
    p->first = token_after(p, mention->start);
    p->end = p->first;
    while (p->end < p->count && p->tokens[p->end].start < mention->end)
        p->end++;
    return p->first < p->end && p->tokens[p->first].start == mention->start &&
           p->tokens[p->end - 1].end == mention->end;
}

static void set_span(const place *p, ent_mention *mention)
{
    mention->start = p->tokens[p->first].start;
    mention->end = p->tokens[p->end - 1].end;
}

/* ---- trimming ---- */

/* Whether the token is marks alone; an address of electronic mail is not. */
static bool is_mark(const place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    if (t->kind != ENT_I_TOKEN_PUNCT)
        return false;
    for (uint32_t at = t->start; at < t->end; at++)
        if ((p->bytes[at] >= '0' && p->bytes[at] <= '9') ||
            ((p->bytes[at] | 32) >= 'a' && (p->bytes[at] | 32) <= 'z'))
            return false;
    return true;
}

static bool is_possessive(const place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return ent_i_is_possessive(p->bytes + t->start, t->end - t->start);
}

/* Marks at the edges: "(John Kerry)", "'Kerry", "Kerry's", "Kerry,"; and what
 * a dash or bar sets apart: "Jane Doe - AGENCY". */
static void trim_edges(place *p)
{
    for (size_t i = p->first + 1; i < p->end; i++)
        if (is(p, i, "\xe2\x80\x94") || is(p, i, "|"))
            p->end = i;
    while (p->first + 1 < p->end && is_mark(p, p->first))
        p->first++;
    while (p->first + 1 < p->end &&
           (is_mark(p, p->end - 1) || is_possessive(p, p->end - 1)))
        p->end--;
}

/* "Secretary of State John Kerry" within the span: everything up to the last
 * title word before the name goes. */
static void strip_titles(place *p)
{
    size_t name = p->first;
    bool headed = false;
    for (size_t i = p->first; i + 1 < p->end; i++) {
        const ent_i_title_word *word = title_at(p, i);
        bool link = headed && (is(p, i, "of") || is(p, i, "the") ||
                               is(p, i, ".") || is_hyphen(p, i));
        if (word ? word->flags & ENT_I_TITLE_NAME : !link)
            break;
        headed = headed || (word && word->flags & ENT_I_TITLE_HEAD);
        bool ends = headed && !is(p, i, "of") && !is(p, i, "the");
        if (ends && is_name_word(&p->tokens[i + 1]))
            name = i + 1;
    }
    p->first = name;
}

/* ---- making names whole ---- */

static bool is_suffix(const place *p, size_t i)
{
    static const char *const suffixes[] = {"jr", "jr.", "sr", "sr.",
                                           "ii", "iii", "iv"};
    for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++)
        if (is(p, i, suffixes[k]))
            return p->tokens[i].kind != ENT_I_TOKEN_LOWER;
    return false;
}

static bool is_particle(const place *p, size_t i)
{
    static const char *const particles[] = {
        "al", "el", "bin", "ibn",   "bint", "von", "van", "der", "den",
        "de", "da", "del", "della", "di",   "du",  "dos", "ter", "zu"};
    for (size_t k = 0; k < sizeof particles / sizeof *particles; k++)
        if (is(p, i, particles[k]))
            return true;
    return false;
}

/* Compounds that English makes with names: "Trump-led", "Obama-era". */
static bool is_compound_end(const place *p, size_t i)
{
    static const char *const ends[] = {"era",  "led", "style", "like", "esque",
                                       "type", "run", "only",  "free", "born"};
    const ent_i_token *t = &p->tokens[i];
    size_t size = t->end - t->start;
    const char *word = p->bytes + t->start;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (is(p, i, ends[k]))
            return true;
    return size > 6 || (size > 2 && memcmp(word + size - 2, "ed", 2) == 0) ||
           (size > 4 && memcmp(word + size - 3, "ing", 3) == 0);
}

/* "Ban Ki" becomes "Ban Ki-moon"; "Kennedy" takes its ", Jr.". room is the
 * first token that belongs to the next mention. */
static void extend_right(place *p, size_t room)
{
    if (p->end + 1 < room && p->end - p->first >= 2 && is_hyphen(p, p->end) &&
        p->tokens[p->end].glued && p->tokens[p->end + 1].glued &&
        p->tokens[p->end + 1].kind == ENT_I_TOKEN_LOWER &&
        !is_compound_end(p, p->end + 1))
        p->end += 2;
    size_t suffix = p->end + (p->end < room && is(p, p->end, ","));
    if (suffix < room && is_suffix(p, suffix) && !is_suffix(p, p->end - 1))
        p->end = suffix + 1;
}

/* "Assad" takes its "al-"; "Leyen" its "von der". */
static void extend_left(place *p, size_t room)
{
    size_t first = p->first;
    if (first >= room + 2 && is_hyphen(p, first - 1) &&
        p->tokens[first].glued && is_particle(p, first - 2))
        first -= 2;
    while (first > room && p->tokens[first - 1].kind == ENT_I_TOKEN_LOWER &&
           is_particle(p, first - 1))
        first--;
    p->first = first;
}

static void make_right(ent_article *article, const ent_i_text *text, size_t i)
{
    ent_mention *m = &article->mentions.items[i];
    place p;
    if (m->type != ENT_PERSON || !locate(&p, article, text, m))
        return;
    trim_edges(&p);
    strip_titles(&p);
    size_t left = 0, right = p.count;
    const ent_mention *before = i ? m - 1 : NULL;
    const ent_mention *after = i + 1 < article->mentions.n ? m + 1 : NULL;
    if (before && before->sentence == m->sentence)
        left = token_after(&p, before->end - 1) + 1;
    if (after && after->sentence == m->sentence)
        right = token_after(&p, after->start);
    if (p.first >= left && p.end <= right) {
        extend_left(&p, left);
        extend_right(&p, right);
    }
    set_span(&p, m);
}

/* ---- honorifics ---- */

/* Whether the word at i may be a title's last: lower case only for those that
 * are titles in lower case too, or after another title word ("attorney
 * general"). */
static bool is_head(const place *p, size_t i)
{
    const ent_i_title_word *word = title_at(p, i);
    if (!word || !(word->flags & ENT_I_TITLE_HEAD))
        return false;
    if (!(word->flags & ENT_I_TITLE_UPPER) ||
        p->tokens[i].kind != ENT_I_TOKEN_LOWER)
        return true;
    const ent_i_title_word *before = i ? title_at(p, i - 1) : NULL;
    return before && before->flags & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD);
}

/* Where "Secretary of Homeland Security" begins when i is its last word; i + 1
 * when there is no such title. */
static size_t head_before_complement(const place *p, size_t i)
{
    size_t none = i + 1;
    for (size_t k = 0; k < LONGEST_COMPLEMENT && i > 0; k++, i--) {
        if (is(p, i, "of"))
            return k > 0 && is_head(p, i - 1) ? i - 1 : none;
        const ent_i_title_word *word = title_at(p, i);
        if (!(word && word->flags & ENT_I_TITLE_COMP))
            return none;
    }
    return none;
}

/* Takes in the words before a head: "Deputy Prime", "Lt.", "vice -". */
static size_t extend_title(const place *p, size_t first)
{
    while (first > 0) {
        size_t i = first - 1;
        if (i > 0 && is_hyphen(p, i) && p->tokens[i].glued)
            i--;
        const ent_i_title_word *word = title_at(p, i);
        if (!word || !(word->flags & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD)) ||
            (!(word->flags & ENT_I_TITLE_MOD) && !is_head(p, i)))
            break;
        first = i;
    }
    return first;
}

void ent_i_honorific_find(const ent_article *article, const ent_i_text *text,
                          ent_mention *mention)
{
    place p;
    mention->honorific_start = mention->honorific_end = mention->start;
    if (mention->type != ENT_PERSON)
        return;
    locate(&p, article, text, mention);
    if (mention->sentence >= article->sentences.n ||
        mention->sentence + 1u >= text->first.n || p.first == 0 ||
        p.first >= p.count)
        return;
    size_t last = p.first - 1;
    if (last > 0 && is(&p, last, ".") && is_head(&p, last - 1))
        last--;
    size_t first = is_head(&p, last) ? last : head_before_complement(&p, last);
    if (first > last)
        return;
    first = extend_title(&p, first);
    mention->honorific_start = p.tokens[first].start;
    mention->honorific_end = p.tokens[last].end;
}

/* ---- two persons in one span ---- */

/* Whether the part is the last word of another person's mention. */
static bool is_known(const ent_article *article, const ent_mention *self,
                     const char *part, size_t size)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m == self || m->type != ENT_PERSON || m->end - m->start < size)
            continue;
        const char *field = ent_article_field(article, (ent_field)m->field);
        const char *tail = field + m->end - size;
        bool whole = m->end - m->start == size || tail[-1] == ' ';
        if (whole && memcmp(tail, part, size) == 0)
            return true;
    }
    return false;
}

static bool is_between_two(const place *p)
{
    static const char *const words[] = {
        "talks",     "talk",         "summit",  "meeting",
        "meetings",  "negotiations", "debate",  "call",
        "agreement", "relationship", "contest", "race"};
    if (p->end < p->count)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (is(p, p->end, words[k]))
                return true;
    return false;
}

/* How many persons stand in a span of capitalised words that only hyphens,
 * dashes or slashes join; 1 when nothing says that it is more than one. A
 * hyphen alone joins two names of one person as well, so there each part must
 * be known, or the next word be one for two. */
static size_t count_parts(const ent_article *article, const place *p,
                          const ent_mention *mention)
{
    size_t parts = (p->end - p->first + 1) / 2;
    if ((p->end - p->first) % 2 == 0 || parts < 2 || parts > MAX_PARTS)
        return 1;
    bool hyphens = false, known = true;
    for (size_t i = p->first; i < p->end; i++) {
        const ent_i_token *t = &p->tokens[i];
        size_t size = t->end - t->start;
        if ((i - p->first) % 2 == 0) {
            if (!is_name_word(t) || t->kind == ENT_I_TOKEN_LETTER || size < 3)
                return 1;
            known =
                known && is_known(article, mention, p->bytes + t->start, size);
        } else if (is_hyphen(p, i)) {
            hyphens = true;
        } else if (!is(p, i, "/") && !is(p, i, "\xe2\x80\x93")) {
            return 1;
        }
    }
    return !hyphens || known || is_between_two(p) ? parts : 1;
}

static ent_status split_pairs(ent_article *article, const ent_i_text *text,
                              ent_error *error)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        place p;
        ent_mention *m = &article->mentions.items[i];
        if (m->type != ENT_PERSON || !locate(&p, article, text, m))
            continue;
        size_t parts = count_parts(article, &p, m);
        if (parts == 1)
            continue;
        if (!ent_i_vec_reserve(&article->mentions, parts - 1))
            return ent_i_no_memory(error, "recognise");
        m = &article->mentions.items[i];
        memmove(m + parts, m + 1, (article->mentions.n - i - 1) * sizeof *m);
        for (size_t k = 0; k < parts; k++) {
            m[k] = m[0];
            m[k].start = p.tokens[p.first + 2 * k].start;
            m[k].end = p.tokens[p.first + 2 * k].end;
        }
        article->mentions.n += parts - 1;
        i += parts - 1;
    }
    return ENT_OK;
}

ent_status ent_i_titles_apply(ent_article *article, const ent_i_text *text,
                              ent_error *error)
{
    ent_status status = ENT_OK;
    if (!article->annotated) {
        for (size_t i = 0; i < article->mentions.n; i++)
            make_right(article, text, i);
        status = split_pairs(article, text, error);
    }
    for (size_t i = 0; i < article->mentions.n && !status; i++) {
        ent_mention *m = &article->mentions.items[i];
        /* One that came with the input stays. */
        if (!article->annotated || m->honorific_start >= m->honorific_end)
            ent_i_honorific_find(article, text, m);
    }
    return status;
}
