/* Antecedents by nearness, subjecthood and agreement, after Hobbs, "Resolving
 * Pronoun References" (1978), but without syntax trees: first the sentence
 * itself, then the subjects of earlier ones. */
#include "encounter/reference.h"

#include <string.h>

/* Separate from the lexicon's gender bits: here genders agree or not, and
 * unknown agrees with both. */
typedef enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE } gender;

/* `list` ends in NULL. */
static bool is_any(const char *text, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(text, *list) == 0)
            return true;
    return false;
}

/* ---- agreement ---- */

static gender of_bits(unsigned bits)
{
    return bits == ENT_I_FEMALE ? GENDER_FEMALE
           : bits == ENT_I_MALE ? GENDER_MALE
                                : GENDER_UNKNOWN;
}

static gender of_honorific(const char *bytes, uint32_t start, uint32_t end)
{
    return of_bits(ent_i_title_gender(ent_i_lexicon_default(), bytes + start,
                                      end - start));
}

/* Only the letters, as the lexicon writes given names: "Jong-un", "Jong Un". */
static unsigned given_gender(const char *name, size_t size)
{
    char word[ENT_I_NODE_TEXT];
    size_t n = 0;
    for (size_t i = 0; i < size && n < sizeof word; i++)
        if (!strchr(" -'", name[i]))
            word[n++] = name[i];
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, n)->given_gender;
}

/* A name in no table stays unknown and fits both. A single word may just as
 * well be a surname; in "Pak Jong-un" the given name comes last. */
static gender of_given_name(const char *name)
{
    size_t first = strcspn(name, " ");
    if (!name[first])
        return GENDER_UNKNOWN;
    const char *rest = name + first + 1;
    const ent_i_lexeme *word =
        ent_i_lexeme_of(ent_i_lexicon_default(), name, first);
    unsigned eastern = word->name & ENT_I_NAME_FAMILY
                           ? given_gender(rest, strlen(rest))
                           : ENT_I_GENDER_UNKNOWN;
    return of_bits(eastern ? eastern : given_gender(name, first));
}

/* From the title at the mention, otherwise from its cluster: the fullest name,
 * then the title. */
static gender gender_of(const ent_article *article, uint32_t mention)
{
    const ent_mention *m = &article->mentions.items[mention];
    gender g = of_honorific(ent_article_field(article, m->field),
                            m->honorific_start, m->honorific_end);
    if (g != GENDER_UNKNOWN || m->cluster == ENT_NONE)
        return g;
    const ent_cluster *cluster = &article->clusters.items[m->cluster];
    g = of_given_name(cluster->name);
    if (g == GENDER_UNKNOWN && cluster->honorific)
        g = of_honorific(cluster->honorific, 0,
                         (uint32_t)strlen(cluster->honorific));
    return g;
}

/* Unknown fits both: most of the world's names are in no list. */
static bool agrees(const ent_article *article, uint32_t mention, gender wanted)
{
    gender g = gender_of(article, mention);
    return g == GENDER_UNKNOWN || wanted == GENDER_UNKNOWN || g == wanted;
}

/* ---- pronouns ---- */

static bool after_preposition(const ent_i_passage *r, uint32_t i)
{
    return i > 0 && r->nodes[i - 1].what == ENT_I_WORD &&
           r->nodes[i - 1].is & ENT_I_W_PREP &&
           !(r->nodes[i - 1].is & ENT_I_W_COMP);
}

/* Whether the person at node i is the object of a verb: "told host Carlson".
 * The words of a title may come in between. */
static bool after_verb(const ent_i_passage *r, uint32_t i)
{
    for (uint32_t step = 0; i-- > 0 && step < 3; step++) {
        const ent_i_item *node = &r->nodes[i];
        if (node->what == ENT_I_WORD &&
            node->is & (ENT_I_W_SAY | ENT_I_W_CONTACT_V | ENT_I_W_VERB))
            return true;
        if (node->what != ENT_I_NAME &&
            (node->what != ENT_I_WORD ||
             node->is & ~(ENT_I_W_ROLE | ENT_I_W_BELONGS | ENT_I_W_DET)))
            return false;
    }
    return false;
}

/* How likely the person at node i is to be the subject of what follows: 2 when
 * a verb follows, 0 for an object or owner, otherwise 1. */
static int subjecthood(const ent_i_passage *r, uint32_t i)
{
    if (after_preposition(r, i) || r->nodes[i].possessive)
        return 0;
    uint32_t next = ent_i_skip_apposition(r, i + 1);
    while (ent_i_is_word(r, next, ENT_I_W_ADVERB) && !ent_i_is_verb(r, next))
        next++;
    if (next < r->node_count && ent_i_is_verb(r, next))
        return 2;
    return !after_verb(r, i);
}

/* The nearest person before node i in the sentence who agrees, except
 * `other_than`. Subjects come first, then possible subjects, then the others;
 * within each rank the nearest, after Hobbs. */
static uint32_t in_sentence(const ent_i_passage *r, uint32_t i, gender g,
                            uint32_t other_than)
{
    for (int rank = 2; rank >= 0; rank--)
        for (uint32_t k = i; k-- > 0;) {
            const ent_i_item *node = &r->nodes[k];
            if (node->what != ENT_I_PERSON || subjecthood(r, k) != rank ||
                !agrees(r->article, node->mention, g) ||
                (other_than != ENT_NONE &&
                 ent_i_same_person(r->article, node->mention, other_than)))
                continue;
            return node->mention;
        }
    return ENT_NONE;
}

/* The first person of the story in the sentence who agrees: its likely
 * subject. */
static uint32_t in_sentence_before(const ent_i_passage *r, uint32_t first,
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

/* From the nearest sentence that has one. The title does not count as a
 * sentence before the text. */
static uint32_t in_sentences_before(const ent_i_passage *r, gender g,
                                    uint32_t not_mention)
{
    uint32_t end = ent_i_mentions_before(r);
    uint32_t first = end > ENT_I_MENTIONS_BACK ? end - ENT_I_MENTIONS_BACK : 0;
    for (uint32_t back = 1; back <= ENT_I_SENTENCES_BACK && back <= r->sentence;
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

/* "As he prepares for the summit, Stroud ...": the person after the comma. Only
 * when the sentence opens with a subordinate clause: elsewhere pronouns point
 * back. */
static uint32_t cataphor(const ent_i_passage *r, uint32_t i, gender g)
{
    if (i > 6 || !(r->nodes[0].is & (ENT_I_W_COMP | ENT_I_W_PREP)))
        return ENT_NONE;
    for (uint32_t k = i + 1; k + 1 < r->node_count; k++)
        if (r->nodes[k].what == ENT_I_COMMA) {
            const ent_i_item *next = &r->nodes[k + 1];
            return next->what == ENT_I_PERSON && !next->possessive &&
                           agrees(r->article, next->mention, g)
                       ? next->mention
                       : ENT_NONE;
        }
    return ENT_NONE;
}

/* The nearest person before node i, whatever their part in the sentence. */
static uint32_t nearest(const ent_i_passage *r, uint32_t i, gender g,
                        uint32_t other_than)
{
    while (i-- > 0)
        if (r->nodes[i].what == ENT_I_PERSON &&
            agrees(r->article, r->nodes[i].mention, g) &&
            (other_than == ENT_NONE ||
             !ent_i_same_person(r->article, r->nodes[i].mention, other_than)))
            return r->nodes[i].mention;
    return ENT_NONE;
}

/* Within somebody's statement in the same sentence, "he" usually means the
 * speaker. */
static uint32_t speaker(const ent_i_passage *r, uint32_t i, gender g)
{
    for (uint32_t k = 0; k + 1 < i; k++)
        if (r->nodes[k].what == ENT_I_PERSON && !r->nodes[k].possessive &&
            agrees(r->article, r->nodes[k].mention, g)) {
            uint32_t next = ent_i_skip_apposition(r, k + 1);
            if (next < i && r->nodes[next].what == ENT_I_WORD &&
                r->nodes[next].is & ENT_I_W_SAY)
                return r->nodes[k].mention;
        }
    return ENT_NONE;
}

/* Whom the object pronoun at node i cannot mean: the subject of its verb, which
 * before an infinitive is an object ("invited her to join him"). */
static uint32_t subject_for(const ent_i_passage *r, uint32_t i)
{
    enum { VERB_MAX = 4 };
    if (i > 1 && ent_i_is_text(r, i - 1, "and") &&
        r->nodes[i - 2].what == ENT_I_PERSON) /* "Lund and him" */
        return r->nodes[i - 2].mention;
    for (uint32_t k = i, step = 0; k-- > 1 && step < VERB_MAX; step++)
        if (ent_i_is_text(r, k, "to"))
            return r->nodes[k - 1].what == ENT_I_PERSON &&
                           !r->nodes[k - 1].possessive
                       ? r->nodes[k - 1].mention
                       : in_sentence(r, i, GENDER_UNKNOWN, ENT_NONE);
    return in_sentence(r, i, GENDER_UNKNOWN, ENT_NONE);
}

/* An object means the nearest person other than the subject; a subject means
 * the speaker first. Both then try anybody in the sentence, then earlier
 * sentences. */
static uint32_t antecedent(const ent_i_passage *r, uint32_t i, gender g,
                           bool object)
{
    uint32_t subject = ENT_NONE;
    if (object) /* nobody meets himself */
        subject = subject_for(r, i);
    uint32_t found = object ? nearest(r, i, g, subject) : speaker(r, i, g);
    if (found == ENT_NONE)
        found = in_sentence(r, i, g, subject);
    if (found == ENT_NONE && !object)
        found = cataphor(r, i, g);
    return found != ENT_NONE ? found : in_sentences_before(r, g, subject);
}

/* '..., " he said': "he" is not a person named in the quotation. */
static bool is_speaking(const ent_i_passage *r, uint32_t i)
{
    return i > 0 && r->nodes[i - 1].what == ENT_I_QUOTE &&
           ent_i_is_word(r, i + 1, ENT_I_W_SAY);
}

/* Whom a third-person pronoun means inside a quotation: not the speaker. */
static uint32_t antecedent_in_speech(const ent_i_passage *r, uint32_t i,
                                     gender g, uint32_t speaking)
{
    uint32_t found = in_sentence(r, i, g, speaking);
    return found != ENT_NONE ? found : in_sentences_before(r, g, speaking);
}

/* The mention of the person who speaks the words around node i. */
static uint32_t speaking_at(const ent_i_passage *r, uint32_t i)
{
    uint32_t speaker = ent_i_speaker_of(r, i);
    if (speaker == ENT_NONE || r->nodes[speaker].what == ENT_I_PERSON)
        return speaker == ENT_NONE ? ENT_NONE : r->nodes[speaker].mention;
    gender g = ent_i_is_text(r, speaker, "she") ? GENDER_FEMALE : GENDER_MALE;
    return in_sentences_before(r, g, ENT_NONE);
}

static const char *const first_words[] = {"i", "me", "my", NULL};
static const char *const subject_words[] = {"he", "she", NULL};
static const char *const object_words[] = {"him", "her", NULL};
static const char *const owner_words[] = {"his", "her", NULL};
static const char *const female_words[] = {"she", "her", NULL};

/* "her" before a noun is a possessive: in "her meeting", but not in "met her
 * on". */
static bool owns(const ent_i_passage *r, uint32_t i)
{
    if (ent_i_is_text(r, i, "his"))
        return true;
    if (i + 1 >= r->node_count)
        return false;
    const ent_i_item *next = &r->nodes[i + 1];
    return next->what == ENT_I_NAME ||
           (next->what == ENT_I_WORD &&
            !(next->is &
              (ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP | ENT_I_W_DET |
               ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_DAY)));
}

/* Without an antecedent it stays a word: better no contact than one with the
 * wrong person. */
static void read_pronoun(ent_i_passage *r, uint32_t i)
{
    ent_i_item *node = &r->nodes[i];
    gender g = is_any(node->text, female_words) ? GENDER_FEMALE : GENDER_MALE;
    bool first = is_any(node->text, first_words);
    bool owner = ent_i_is_text(r, i, "my") ||
                 (is_any(node->text, owner_words) && owns(r, i));
    bool object = !owner && is_any(node->text, object_words);
    if (!first && !owner && !object && !is_any(node->text, subject_words))
        return;
    uint32_t speaking = speaking_at(r, i), mention = ENT_NONE;
    if (first)
        mention = speaking;
    else if (speaking != ENT_NONE)
        mention = antecedent_in_speech(r, i, g, speaking);
    else if (is_speaking(r, i))
        mention = in_sentences_before(r, g, ENT_NONE);
    if (mention == ENT_NONE && !first)
        mention = antecedent(r, i, g, object);
    if (mention == ENT_NONE)
        return;
    ent_i_refer(node, mention, ENT_NONE);
    node->possessive = owner;
}

/* ---- pairs ---- */

/* The last two persons before node i. With `only`, for "they", those named
 * before it in its own sentence or, if nobody is, in sentences before; and no
 * third in the same sentences. "Roe said the two" may be about Roe and somebody
 * named before. */
static bool last_two(const ent_i_passage *r, uint32_t i, bool only,
                     uint32_t pair[2])
{
    const ent_article *article = r->article;
    uint32_t end = ent_i_mentions_before(r), at = end, n = 0, last = 0;
    /* Only mentions before the node: a reader does not know later ones yet. */
    while (at < article->mentions.n &&
           article->mentions.items[at].field == r->field &&
           article->mentions.items[at].start < r->nodes[i].start)
        at++;
    uint32_t back = only && at > end ? 0 : ENT_I_SENTENCES_BACK;
    while (at-- > 0) {
        const ent_mention *m = &article->mentions.items[at];
        if (m->field != r->field || m->sentence + back < r->sentence ||
            (n == 2 && m->sentence < last))
            break;
        if (!ent_i_is_person(article, at) ||
            (n > 0 && ent_i_same_person(article, at, pair[0])) ||
            (n > 1 && ent_i_same_person(article, at, pair[1])))
            continue;
        if (n == 2)
            return !only;
        pair[n++] = at;
        last = m->sentence;
    }
    return n == 2;
}

/* The last node of a phrase such as "both men", "the two leaders" or "the pair"
 * that begins at i, or ENT_NONE: "the two issues" are not persons. "the two"
 * alone counts only before a verb. */
static uint32_t pair_phrase(const ent_i_passage *r, uint32_t i)
{
    uint32_t at = i + ent_i_is_text(r, i, "the");
    bool both = at == i && ent_i_is_text(r, i, "both");
    bool two = at > i && ent_i_is_text(r, at, "two");
    if (at > i && ent_i_is_text(r, at, "pair"))
        return at;
    if (!both && !two)
        return ENT_NONE;
    if (ent_i_is_word(r, at + 1, ENT_I_W_PAIR))
        return at + 1;
    bool acts = at + 1 < r->node_count &&
                (ent_i_is_verb(r, at + 1) ||
                 ent_i_is_word(r, at + 1, ENT_I_W_ADVERB | ENT_I_W_NEG));
    return two && acts ? at : ENT_NONE;
}

/* Makes "they", "their" or a phrase for two refer to the last two persons;
 * returns its last node. */
static uint32_t read_pair(ent_i_passage *r, uint32_t i)
{
    bool owner = ent_i_is_text(r, i, "their");
    bool they = owner || ent_i_is_text(r, i, "they");
    uint32_t last = they ? i : pair_phrase(r, i);
    if (last == ENT_NONE)
        return i;
    uint32_t pair[2];
    if (!last_two(r, i, they, pair))
        return i;
    /* In text order, the first named first. */
    ent_i_refer(&r->nodes[i], pair[1], pair[0]);
    r->nodes[i].possessive = owner || r->nodes[last].possessive;
    r->nodes[i].end = r->nodes[last].end;
    return last;
}

/* Whether a reference may begin with the node. */
static bool may_refer(const ent_i_item *node)
{
    if (node->what == ENT_I_WORD && node->is & (ENT_I_W_DET | ENT_I_W_PRONOUN))
        return true;
    return node->possessive &&
           (node->what == ENT_I_WORD || node->what == ENT_I_NAME);
}

/* Works in place, since phrases shrink to one node. Roles come first, then
 * pairs, then pronouns: the longer reading leaves fewer words to misread. */
void ent_i_read_references(ent_i_passage *r)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < r->node_count; i++) {
        uint32_t last = i;
        if (may_refer(&r->nodes[i])) {
            last = ent_i_read_role(r, i);
            if (last == i && r->nodes[i].what == ENT_I_WORD)
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
