#include "recognise/agree.h"

#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "recognise/introduce.h"
#include "recognise/traits.h"

/* Which part of a certain person's name a word is; full names count as
 * surnames. DENIED are those of "the law firm Ann Roe". */
typedef enum part { GIVEN_NAME, SURNAME, DENIED } part;

/* What an article says about its names, each known by its bytes. */
typedef struct names {
    const ent_i_gazetteer *gazetteer;
    ent_i_strmap persons;    /* name of a certain person -> part */
    ent_i_strmap alone;      /* word that is a person's whole name somewhere */
    ent_i_strmap relatives;  /* introduced by a word of kinship */
    ent_i_strmap introduced; /* -> type, or ENT_I_NOT_INTRODUCED */
} names;

/* Above SURE a person is taken as certain; below DOUBTFUL another type may be
 * corrected. With these values no correction in worldwide-dev is wrong. */
static const float SURE = 0.8f;
static const float DOUBTFUL = 0.75f;
/* A person that is likelier than not. */
static const float LIKELY = 0.5f;
/* The confidence of what the article itself settles. Of 70 changes by nouns,
 * drawn from the news, 62 were right; of 17 doubtful names after a title in the
 * annotated texts, 15. */
static const float SETTLED = 0.88f;

static const char *bytes_of(const ent_article *article, const ent_mention *m)
{
    return ent_article_field(article, (ent_field)m->field) + m->start;
}

/* Where the last word of the name begins; 0 when it is the only one. */
static size_t surname_of(const char *name, size_t size)
{
    size_t at = size;
    while (at > 0 && name[at - 1] != ' ')
        at--;
    return at;
}

static bool is_sure_person(const ent_mention *m, const char *name)
{
    return m->type == ENT_PERSON && m->confidence >= SURE &&
           surname_of(name, m->end - m->start) > 0;
}

/* A word that is several counts as the last: a surname rather than a given
 * name. */
static bool add_part(ent_i_strmap *persons, const char *name, size_t size,
                     part what)
{
    uint32_t *known = ent_i_strmap_put(persons, name, size, what);
    if (known && *known < (uint32_t)what)
        *known = what;
    return known != NULL;
}

static bool add_person(ent_i_strmap *persons, const ent_article *article,
                       const ent_mention *m)
{
    const char *name = bytes_of(article, m);
    size_t size = m->end - m->start, at = surname_of(name, size);
    const char *space = memchr(name, ' ', size);
    return !is_sure_person(m, name) || !space ||
           (add_part(persons, name, size, SURNAME) &&
            add_part(persons, name + at, size - at, SURNAME) &&
            add_part(persons, name, (size_t)(space - name), GIVEN_NAME));
}

static bool add_alone(names *n, const ent_article *article,
                      const ent_mention *m)
{
    const char *name = bytes_of(article, m);
    size_t size = m->end - m->start;
    return m->type != ENT_PERSON || m->confidence < LIKELY ||
           memchr(name, ' ', size) ||
           ent_i_strmap_put(&n->alone, name, size, 1) != NULL;
}

static bool is_given(const char *word, size_t size)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, size)->given_gender;
}

/* Whether one of two words is a given name and the other somebody's whole name
 * elsewhere: "Adeyo Anna", if the article goes on with "Adeyo said". */
static bool is_named_alone(const names *n, const char *name, size_t size)
{
    size_t at = surname_of(name, size);
    if (!at || memchr(name, ' ', at - 1))
        return false;
    const char *last = name + at;
    size_t first_size = at - 1, last_size = size - at;
    return (is_given(last, last_size) &&
            ent_i_strmap_get(&n->alone, name, first_size) != ENT_I_ABSENT) ||
           (is_given(name, first_size) &&
            ent_i_strmap_get(&n->alone, last, last_size) != ENT_I_ABSENT);
}

/* Whether a noun may change the mention's type. Many things are mistaken for
 * persons, and few nouns stand only before names of their own kind: "spokesman"
 * also stands before "White House officials", "singer" before "Russian". So a
 * noun may change a person to another type, and any name that the tagger is
 * unsure about. */
static bool is_open(const ent_mention *m, unsigned type)
{
    return m->type == ENT_PERSON ||
           (m->confidence < DOUBTFUL &&
            (m->type != ENT_MISC || type != ENT_PERSON));
}

/* A name announced in two ways counts as not announced. */
static bool announce(names *n, const char *name, size_t size, unsigned type)
{
    uint32_t *known = ent_i_strmap_put(&n->introduced, name, size, type);
    if (known && *known != type)
        *known = ENT_I_NOT_INTRODUCED;
    return known != NULL;
}

/* Whether neither the model's texts nor its lists have the word. */
static bool is_new(const names *n, const char *word, size_t size)
{
    return n->gazetteer &&
           !ent_i_traits_entry(n->gazetteer, word, size, ENT_I_TOKEN_TITLE);
}

static bool add_introduced(names *n, const ent_article *article,
                           const ent_i_text *text, const ent_mention *m)
{
    ent_i_place p;
    if (!ent_i_place_find(&p, article, text, m))
        return true;
    ent_i_introduction said = ent_i_introduced(&p);
    const char *name = bytes_of(article, m);
    size_t size = m->end - m->start;
    if (said.kin)
        return ent_i_strmap_put(&n->relatives, name, size, 1) != NULL;
    if (said.type == ENT_I_NOT_INTRODUCED && ent_i_is_speaker(&p) &&
        is_new(n, name, size))
        said.type = ENT_PERSON;
    if (said.only && surname_of(name, size) &&
        !add_part(&n->persons, name, size, DENIED))
        return false;
    return said.type == ENT_I_NOT_INTRODUCED || !is_open(m, said.type) ||
           announce(n, name, size, said.type);
}

/* Otherwise "Hurricane Bo" would make Bo a surname, and "the tanker Ann Roe"
 * would be a person. */
static bool add_storm(names *n, const ent_article *article,
                      const ent_i_text *text, ent_mention *m)
{
    ent_i_place p;
    if (!ent_i_place_find(&p, article, text, m))
        return true;
    /* "storm the embassy" is another word. */
    bool behind =
        m->type == ENT_PERSON && p.first && ent_i_is_storm(&p, p.first - 1);
    if (!behind && (p.end < p.first + 2 || !ent_i_is_storm(&p, p.first)))
        return true;
    m->type = ENT_MISC;
    uint32_t start = p.tokens[p.first + (behind ? 0 : 1)].start;
    return announce(n, p.bytes + start, m->end - start, ENT_MISC);
}

static void settle(ent_mention *m, unsigned type)
{
    if (m->type != type || m->confidence < SETTLED)
        m->confidence = SETTLED;
    m->type = (uint8_t)type;
}

/* "A P Roe": only persons have several initials apart. */
static bool has_initials(const ent_i_place *p)
{
    return p->end > p->first + 2 &&
           p->tokens[p->first].kind == ENT_I_TOKEN_LETTER &&
           p->tokens[p->first + 1].kind == ENT_I_TOKEN_LETTER &&
           p->tokens[p->end - 1].kind == ENT_I_TOKEN_TITLE;
}

/* "Margaret (Maggie) Roe". */
static bool has_nickname(const ent_i_place *p)
{
    return p->end == p->first + 5 && ent_i_place_is(p, p->first + 1, "(") &&
           ent_i_place_is(p, p->first + 3, ")");
}

/* "Agnes" in "Agnes and Thomas Roe". */
static bool shares_surname(const ent_i_place *p)
{
    return p->end == p->first + 1 && p->end + 2 < p->count &&
           ent_i_place_is(p, p->end, "and") &&
           ent_i_place_word(p, p->end + 1)->given_gender &&
           p->tokens[p->end + 2].kind == ENT_I_TOKEN_TITLE;
}

/* "Siobhán Ní Bhriain", "Bo af Ugglas". */
static bool has_particle(const ent_i_place *p)
{
    size_t i = p->first + 1;
    while (i + 1 < p->end &&
           (!(ent_i_place_word(p, i)->name & ENT_I_NAME_PARTICLE) ||
            ent_i_place_has(p, i, ENT_I_U_OF)))
        i++;
    return i + 1 < p->end;
}

/* "Avner Roe MP" */
static bool has_degree(const ent_i_place *p)
{
    return p->end > p->first + 1 && p->end < p->count &&
           p->tokens[p->end].kind == ENT_I_TOKEN_UPPER &&
           ent_i_place_word(p, p->end)->name & ENT_I_NAME_DEGREE;
}

/* Whether only persons are written so. */
static bool is_written_as_person(const ent_article *article,
                                 const ent_i_text *text, const ent_mention *m)
{
    ent_i_place p;
    return ent_i_place_find(&p, article, text, m) &&
           (has_initials(&p) || has_nickname(&p) || has_particle(&p) ||
            has_degree(&p) || shares_surname(&p));
}

/* A title of one word is a subject ("Barracks"), even where it looks like a
 * surname: somebody in the news has his full name in the text. */
static bool is_subject(const ent_article *article, const ent_mention *m)
{
    return m->field == ENT_FIELD_TITLE && m->type == ENT_PERSON &&
           m->start == 0 && m->end == strlen(bytes_of(article, m)) &&
           !surname_of(bytes_of(article, m), m->end);
}

/* "Lyon" in "Lyon, France". */
static bool lies_in_a_country(const ent_article *article,
                              const ent_i_text *text, const ent_mention *m)
{
    const ent_i_lexicon *lexicon = ent_i_lexicon_of(article);
    ent_i_place p;
    if (!ent_i_place_find(&p, article, text, m) || p.end != p.first + 1 ||
        p.end + 1 >= p.count || !ent_i_place_is(&p, p.end, ","))
        return false;
    const ent_i_token *next = &p.tokens[p.end + 1];
    return ent_i_country_called(lexicon, p.bytes + next->start,
                                next->end - next->start) != NULL;
}

static void correct(const names *n, const ent_article *article,
                    const ent_i_text *text, ent_mention *m)
{
    const char *name = bytes_of(article, m);
    size_t size = m->end - m->start;
    uint32_t said = ent_i_strmap_get(&n->introduced, name, size);
    uint32_t person = ent_i_strmap_get(&n->persons, name, size);
    /* "the company Roe founded" */
    if (person != ENT_I_ABSENT && person != DENIED && said != ENT_PERSON)
        said = ENT_I_NOT_INTRODUCED;
    if (ent_i_strmap_get(&n->relatives, name, size) != ENT_I_ABSENT)
        settle(m, ENT_PERSON);
    else if (said < ENT_I_NOT_INTRODUCED && is_open(m, said))
        settle(m, said);
    else if (m->type != ENT_MISC && m->confidence < DOUBTFUL &&
             (person == SURNAME || m->honorific_start < m->honorific_end ||
              is_named_alone(n, name, size)))
        settle(m, ENT_PERSON); /* only persons have honorifics */
    else if (m->type == ENT_PERSON && m->confidence < DOUBTFUL &&
             (person == GIVEN_NAME || is_written_as_person(article, text, m)))
        settle(m, ENT_PERSON);
    else if (m->type == ENT_PERSON && m->confidence < DOUBTFUL &&
             person == ENT_I_ABSENT && lies_in_a_country(article, text, m))
        settle(m, ENT_PLACE);
    else if (person == ENT_I_ABSENT && is_subject(article, m))
        m->confidence = 0.0f;
}

ent_status ent_i_agree_apply(ent_article *article, const ent_i_text *text,
                             const ent_i_gazetteer *gazetteer, ent_error *error)
{
    names n = {.gazetteer = gazetteer};
    bool ok = true;
    for (size_t i = 0; ok && i < article->mentions.n; i++)
        ok = add_storm(&n, article, text, &article->mentions.items[i]);
    for (size_t i = 0; ok && i < article->mentions.n; i++)
        ok = add_person(&n.persons, article, &article->mentions.items[i]) &&
             add_alone(&n, article, &article->mentions.items[i]);
    for (size_t i = 0; ok && i < article->mentions.n; i++)
        ok = add_introduced(&n, article, text, &article->mentions.items[i]);
    for (size_t i = 0; ok && i < article->mentions.n; i++)
        correct(&n, article, text, &article->mentions.items[i]);
    ent_i_strmap_free(&n.persons);
    ent_i_strmap_free(&n.alone);
    ent_i_strmap_free(&n.relatives);
    ent_i_strmap_free(&n.introduced);
    return ok ? ENT_OK : ent_i_no_memory(error, "recognise");
}
