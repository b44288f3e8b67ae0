/* Turns tokens and mentions into nodes. */
#include <string.h>

#include "encounter/passage.h"

/* Reporters in bylines meet nobody in the story. */
bool ent_i_is_person(const ent_article *article, uint32_t mention)
{
    const ent_mention *m = &article->mentions.items[mention];
    return m->type == ENT_PERSON && m->role == ENT_ROLE_STORY;
}

/* By cluster: the article itself decides who is who, long before the corpus
 * does. */
bool ent_i_same_person(const ent_article *article, uint32_t a, uint32_t b)
{
    uint32_t cluster = article->mentions.items[a].cluster;
    return a == b || (cluster != ENT_NONE &&
                      cluster == article->mentions.items[b].cluster);
}

/* Lower-cases ASCII and makes curly apostrophes straight; other letters stay,
 * as the lexicon has none. */
static void lower(char *out, const char *bytes, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size && n + 1 < ENT_I_NODE_TEXT; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == 0xE2 && i + 2 < size && (unsigned char)bytes[i + 1] == 0x80 &&
            (unsigned char)bytes[i + 2] == 0x99) {
            out[n++] = '\'';
            i += 2;
        } else {
            out[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : (char)c;
        }
    }
    /* A longer word is in no list; cut, it might look like one that is. */
    out[size < ENT_I_NODE_TEXT ? n : 0] = '\0';
}

/* Marks that shape a sentence; all others end what they follow. */
static uint8_t mark_of(const char *text)
{
    static const struct {
        const char *text;
        uint8_t what;
    } marks[] = {
        {",", ENT_I_COMMA},
        {"(", ENT_I_OPEN},
        {"[", ENT_I_OPEN},
        {")", ENT_I_CLOSE},
        {"]", ENT_I_CLOSE},
        {"\"", ENT_I_QUOTE},
        {"\xE2\x80\x9C", ENT_I_QUOTE},
        {"\xE2\x80\x9D", ENT_I_QUOTE},
        {"-", ENT_I_DASH},
        {"--", ENT_I_DASH},
        {"\xE2\x80\x93", ENT_I_DASH},
        {"\xE2\x80\x94", ENT_I_DASH},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strcmp(marks[i].text, text) == 0)
            return marks[i].what;
    return ENT_I_STOP;
}

/* For what is no token by itself: parts of tokens, and tokens joined. */
static const ent_i_lexeme *look_up(const char *text)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), text, strlen(text));
}

static void mean(ent_i_item *node, const ent_i_lexeme *word)
{
    node->word = word;
    node->is = ent_i_word_bits(word, node->text);
    node->form = (uint8_t)ent_i_form_of(word);
}

/* "he'll" and "they've" are one token: the pronoun counts, and the will. */
static void split_contraction(ent_i_item *node)
{
    char *mark = strchr(node->text, '\'');
    /* "n't" is a negation and handled by the lexicon. */
    if (!mark || mark == node->text || strcmp(mark, "'t") == 0)
        return;
    bool will = strcmp(mark, "'ll") == 0;
    char whole[ENT_I_NODE_TEXT];
    memcpy(whole, node->text, sizeof whole);
    *mark = '\0';
    /* Only pronouns: "let's" and "o'clock" are words of their own. */
    const ent_i_lexeme *pronoun = look_up(node->text);
    if (!(pronoun->grammar & ENT_I_W_PRONOUN)) {
        memcpy(node->text, whole, sizeof whole);
        return;
    }
    mean(node, pronoun);
    if (will)
        node->is |= ENT_I_W_PLAN;
}

/* Capitals are kept as a flag, as the lexicon is in lower case. */
static void fill_word(ent_i_item *node, const char *bytes, uint8_t kind,
                      const ent_i_lexeme *word)
{
    lower(node->text, bytes + node->start, node->end - node->start);
    node->capital = kind == ENT_I_TOKEN_TITLE || kind == ENT_I_TOKEN_UPPER ||
                    kind == ENT_I_TOKEN_LETTER;
    if (kind == ENT_I_TOKEN_NUMBER) {
        node->what = ENT_I_NUMBER;
    } else if (kind == ENT_I_TOKEN_PUNCT) {
        node->what = mark_of(node->text);
    } else {
        node->what = ENT_I_WORD;
        mean(node, word);
        split_contraction(node);
    }
}

/* Both endings: "Stroud's", "Marris'". */
static bool is_possessive(const ent_i_item *node)
{
    return strcmp(node->text, "'s") == 0 || strcmp(node->text, "'") == 0;
}

/* A sentence with more nodes is no sentence but a table or a list: it is passed
 * over whole. */
static ent_i_item *push(ent_i_passage *r)
{
    if (r->node_count == ENT_I_NODES)
        return NULL;
    ent_i_item *node = &r->nodes[r->node_count++];
    memset(node, 0, sizeof *node);
    node->mention = node->other = node->group = ENT_NONE;
    node->word = look_up("");
    return node;
}

/* Joins "sit", "-", "down" into one word, as the lexicon has it; over a line's
 * end only if it does, as the hyphen may be a dash. */
static bool join_hyphened(ent_i_passage *r, const ent_i_token *token)
{
    if (r->node_count < 2 ||
        (token->kind != ENT_I_TOKEN_LOWER && token->kind != ENT_I_TOKEN_TITLE))
        return false;
    ent_i_item *dash = &r->nodes[r->node_count - 1];
    ent_i_item *before = dash - 1;
    if (dash->what != ENT_I_DASH || dash->end - dash->start != 1 ||
        before->end != dash->start || before->what != ENT_I_WORD ||
        !(token->glued || ent_i_is_line_end(r->bytes, dash->end, token->start)))
        return false;
    char whole[2 * ENT_I_NODE_TEXT];
    size_t size = strlen(before->text);
    memcpy(whole, before->text, size);
    whole[size++] = '-';
    lower(whole + size, r->bytes + token->start, token->end - token->start);
    size += strlen(whole + size);
    if (!token->glued &&
        !ent_i_lexeme_find(ent_i_lexicon_default(), whole, size))
        return false;
    before->end = token->end;
    before->capital = false;
    /* A longer word is in no list; cut, it might look like one that is. */
    memcpy(before->text, whole, size < ENT_I_NODE_TEXT ? size + 1 : 0);
    before->text[size < ENT_I_NODE_TEXT ? size : 0] = '\0';
    mean(before, look_up(before->text));
    split_contraction(before);
    r->node_count--;
    return true;
}

/* The first mention of the field that begins at or after byte `at`. */
static uint32_t first_mention(const ent_i_passage *r, uint32_t at)
{
    uint32_t low = 0, high = (uint32_t)r->article->mentions.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const ent_mention *m = &r->article->mentions.items[middle];
        if (m->field < r->field || (m->field == r->field && m->end <= at))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Where the mention's node begins: at its title, if it has one. */
static uint32_t mention_start(const ent_mention *m)
{
    return m->honorific_end > m->honorific_start &&
                   m->honorific_start < m->start
               ? m->honorific_start
               : m->start;
}

/* "R-Wis." after a name is a party and state, whatever it was taken for. */
static bool is_party(const char *text)
{
    return strchr("rdi", text[0]) && text[0] && text[1] == '-';
}

/* ---- names run together ---- */

/* Pages without blanks between their parts run the last word of one into the
 * first of the next: "Mike PennVell meets". Where the second begins, or 0.
 * The first must be longer than the "Mac" and "De" of a name. */
static uint32_t run_together_at(const ent_i_passage *r, const ent_mention *m)
{
    enum { SHORTEST = 4 };
    uint32_t letters = 0;
    for (uint32_t i = m->start; i + 1 < m->end; i++) {
        unsigned char c = (unsigned char)r->bytes[i];
        bool upper = c >= 'A' && c <= 'Z';
        if (upper && letters >= SHORTEST)
            return i;
        letters = c == ' ' || c == '-' ? 0 : letters + 1;
    }
    return 0;
}

/* Whether the mention ends in the word at bytes[start, end). */
static bool ends_in_word(const ent_i_passage *r, const ent_mention *m,
                         uint32_t start, uint32_t end)
{
    const char *bytes = ent_article_field(r->article, (ent_field)m->field);
    uint32_t size = end - start;
    return m->end - m->start >= size &&
           memcmp(bytes + m->end - size, r->bytes + start, size) == 0 &&
           (m->end - m->start == size || bytes[m->end - size - 1] == ' ');
}

/* The mention near number `index` of a person with that last name. */
static uint32_t namesake(const ent_i_passage *r, uint32_t index, uint32_t start,
                         uint32_t end)
{
    enum { NEAR = 200 };
    uint32_t n = (uint32_t)r->article->mentions.n;
    for (uint32_t away = 1; away < NEAR; away++) {
        uint32_t two[] = {index >= away ? index - away : n, index + away};
        for (size_t k = 0; k < 2; k++)
            if (two[k] < n && ent_i_is_person(r->article, two[k]) &&
                ends_in_word(r, &r->article->mentions.items[two[k]], start,
                             end))
                return two[k];
    }
    return ENT_NONE;
}

/* A name that is part of a mention; somebody if others are named so. */
static bool push_part(ent_i_passage *r, uint32_t mention, uint32_t start,
                      uint32_t end)
{
    ent_i_item *node = push(r);
    if (!node)
        return false;
    node->start = start;
    node->end = end;
    node->mention = mention;
    node->capital = true;
    lower(node->text, r->bytes + start, end - start);
    node->what = mention == ENT_NONE ? ENT_I_NAME : ENT_I_PERSON;
    return true;
}

/* Both names, with a stop between them. */
static bool push_both(ent_i_passage *r, uint32_t index, uint32_t at,
                      uint32_t first)
{
    const ent_mention *m = &r->article->mentions.items[index];
    if (!push_part(r, first, m->start, at))
        return false;
    ent_i_item *stop = push(r);
    if (!stop)
        return false;
    stop->start = stop->end = at;
    stop->what = ENT_I_STOP;
    stop->text[0] = '.';
    return push_part(r, namesake(r, index, at, m->end), at, m->end);
}

/* ---- names ---- */

/* The person who is named before another name that is run into his, or
 * ENT_NONE: he must be named elsewhere too. */
static uint32_t first_of_two(const ent_i_passage *r, uint32_t index,
                             uint32_t at)
{
    const ent_mention *m = &r->article->mentions.items[index];
    uint32_t start = at;
    while (start > m->start && r->bytes[start - 1] != ' ')
        start--;
    return at ? namesake(r, index, start, at) : ENT_NONE;
}

static bool is_person_here(const ent_i_passage *r, const ent_mention *m)
{
    return m->type == ENT_PERSON && m->role == r->role;
}

/* One node for the whole name, however many words: grammar sees a noun. */
static bool push_mention(ent_i_passage *r, uint32_t index)
{
    const ent_mention *m = &r->article->mentions.items[index];
    uint32_t at = run_together_at(r, m);
    uint32_t first = first_of_two(r, index, at);
    if (first != ENT_NONE)
        return push_both(r, index, at, first);
    ent_i_item *node = push(r);
    if (!node)
        return false;
    node->start = m->start;
    node->end = m->end;
    node->mention = index;
    node->capital = true;
    lower(node->text, r->bytes + m->start, m->end - m->start);
    node->what = is_person_here(r, m) && !is_party(node->text) ? ENT_I_PERSON
                                                               : ENT_I_NAME;
    return true;
}

/* Whether the mark joins the names that it touches on both sides: a hyphen, and
 * between two persons an en dash. A longer dash parts what it touches. */
static bool joins(const ent_i_item *before, const ent_i_item *mark,
                  const ent_i_item *next)
{
    if (mark->what != ENT_I_DASH || before->end != mark->start ||
        next->start != mark->end)
        return false;
    bool two = before->what == ENT_I_PERSON && next->what == ENT_I_PERSON;
    bool any = before->what == ENT_I_PERSON || next->what == ENT_I_PERSON;
    return strcmp(mark->text, "-") == 0
               ? any
               : two && strcmp(mark->text, "\xE2\x80\x93") == 0;
}

/* "Vell-era" and "anti-Vell" are not Vell; "Vell-Pak" is both. In place, as
 * nodes only get fewer. The hyphen is kept as a mark of the node before. */
static void settle_hyphens(ent_i_passage *r)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < r->node_count; i++) {
        ent_i_item *node = &r->nodes[i];
        ent_i_item *before = out ? &r->nodes[out - 1] : NULL;
        ent_i_item *next = i + 1 < r->node_count ? &r->nodes[i + 1] : NULL;
        if (before && next && joins(before, node, next)) {
            before->hyphen = true;
            if (before->what != ENT_I_PERSON || next->what != ENT_I_PERSON)
                before->what = next->what = ENT_I_NAME;
            continue;
        }
        r->nodes[out++] = *node;
    }
    r->node_count = out;
}

/* The closing mark of what the one at node i only sets off, else ENT_NONE: up
 * to three words, as in 'a "short talk" with'. With a comma inside it is the
 * title of a show, or else speech. */
static uint32_t set_off_end(const ent_i_passage *r, uint32_t i)
{
    enum { SET_OFF = 3 };
    bool title = true;
    if (strcmp(r->nodes[i].text, "\xE2\x80\x9D") == 0)
        return ENT_NONE;
    for (uint32_t k = i + 1; k < r->node_count; k++) {
        uint8_t what = r->nodes[k].what;
        if (what == ENT_I_QUOTE)
            return k > i + 1 ? k : ENT_NONE;
        if (what == ENT_I_COMMA && title && k > i + 1)
            return k + 1 < r->node_count && r->nodes[k + 1].what == ENT_I_QUOTE
                       ? k + 1
                       : ENT_NONE;
        if (what >= ENT_I_COMMA || k > i + SET_OFF)
            return ENT_NONE;
        title &= r->nodes[k].capital && !(r->nodes[k].is & ENT_I_W_PRONOUN);
    }
    return ENT_NONE;
}

/* Marks that only set words off part nothing, and are taken out. In place, as
 * nodes only get fewer. */
static void settle_quotes(ent_i_passage *r)
{
    uint32_t out = 0, closing = ENT_NONE;
    for (uint32_t i = 0; i < r->node_count; i++) {
        if (i == closing)
            continue;
        /* After a name it is what he is called: 'called Popov "a bully"'. */
        bool epithet = out > 0 && (r->nodes[out - 1].what == ENT_I_PERSON ||
                                   r->nodes[out - 1].what == ENT_I_COMMA);
        if (r->nodes[i].what == ENT_I_QUOTE && !epithet) {
            uint32_t end = set_off_end(r, i);
            if (end != ENT_NONE) {
                closing = end;
                continue;
            }
        }
        r->nodes[out++] = r->nodes[i];
    }
    r->node_count = out;
}

/* "the Stroud administration", "Fenwick campaign", "Vell aide": not the
 * person. A word that may be a verb ("Vell plans") is read as one. */
static bool has_title(const ent_i_passage *r, const ent_i_item *node)
{
    if (node->what != ENT_I_PERSON)
        return false;
    const ent_mention *m = &r->article->mentions.items[node->mention];
    return mention_start(m) < m->start;
}

static void settle_modifiers(ent_i_passage *r)
{
    const uint32_t verbs =
        ENT_I_W_CONTROL | ENT_I_W_VERB | ENT_I_W_SAY | ENT_I_W_AUX;
    for (uint32_t i = 0; i + 1 < r->node_count; i++) {
        const ent_i_item *next = &r->nodes[i + 1];
        bool belongs = next->what == ENT_I_WORD && next->is & ENT_I_W_BELONGS &&
                       !(next->is & verbs);
        /* "Vell spokeswoman Katrin Pell": the word is her title */
        if (r->nodes[i].what != ENT_I_PERSON || r->nodes[i].possessive ||
            r->nodes[i].hyphen || !(belongs || has_title(r, next)))
            continue;
        r->nodes[i].what = ENT_I_NAME;
        /* "the Fenwick and Marsh camps" */
        if (i > 2 && strcmp(r->nodes[i - 1].text, "and") == 0 &&
            strcmp(r->nodes[i - 3].text, "the") == 0)
            r->nodes[i - 2].what = ENT_I_NAME;
    }
}

/* Walks tokens and mentions side by side, both being in the order of the text.
 * A title belongs to its mention, so that "President Stroud" is one node.
 * Hyphens and modifiers are settled after, when both neighbours are there. */
bool ent_i_read_nodes(ent_i_passage *r, const ent_i_text *text)
{
    uint32_t last = text->first.items[r->sentence + 1];
    uint32_t token = text->first.items[r->sentence];
    const ent_sentence *sentence = &r->article->sentences.items[r->sentence];
    uint32_t mention = first_mention(r, sentence->start);
    r->node_count = r->group_count = 0;
    while (token < last) {
        const ent_i_token *t = &text->tokens.items[token];
        if (t->list != r->part) {
            while (mention < r->article->mentions.n &&
                   r->article->mentions.items[mention].field == r->field &&
                   r->article->mentions.items[mention].start < t->end)
                mention++;
            token++;
            continue;
        }
        const ent_mention *m = mention < r->article->mentions.n
                                   ? &r->article->mentions.items[mention]
                                   : NULL;
        /* A token that reaches into the mention begins it, even when tokens and
         * annotators cut differently. */
        if (m && m->field == r->field && t->end > mention_start(m)) {
            if (!push_mention(r, mention++))
                return false;
            /* All tokens of the name are one node. */
            while (token < last && text->tokens.items[token].start < m->end)
                token++;
            continue;
        }
        token++;
        if (join_hyphened(r, t))
            continue;
        ent_i_item *node = push(r);
        if (!node)
            return false;
        node->start = t->start;
        node->end = t->end;
        fill_word(node, r->bytes, t->kind, ent_i_token_lexeme(text, t));
        if (r->node_count > 1 && t->glued && is_possessive(node)) {
            r->nodes[r->node_count - 2].possessive = true;
            r->node_count--;
        }
    }
    settle_hyphens(r);
    settle_quotes(r);
    settle_modifiers(r);
    return true;
}
