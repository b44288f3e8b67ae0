/* Words of news sites that stand beside the story, in English. */
#include "recognise/role_cues.h"

#include <stdbool.h>

#include "core/ascii.h"
#include "entente/article.h"

#define START ENT_I_CUE_START
#define LATE ENT_I_CUE_LATE
#define LAST ENT_I_CUE_LAST
#define AT ENT_I_CUE_AT
#define OPEN ENT_I_CUE_OPEN
#define END ENT_I_CUE_END
#define NAMED ENT_I_CUE_NAMED
#define FOLLOW ENT_I_CUE_FOLLOW
#define AFTER ENT_I_CUE_AFTER
#define SENTENCE ENT_I_CUE_SENTENCE
#define PARAGRAPH ENT_I_CUE_PARAGRAPH
#define BYLINE ENT_ROLE_BYLINE
#define CREDIT ENT_ROLE_CREDIT
#define FURNITURE ENT_ROLE_FURNITURE

/* Gathered by reading what stands around names at the ends of paragraphs and
 * articles of some twenty news sites. A word that stories use as well counts
 * only where the last column says it must stand. */
const ent_i_cue ent_i_cues[] = {
    {"additional reporting by", AFTER, BYLINE, LATE | OPEN},
    {"about the author", PARAGRAPH, BYLINE, START},
    {"ap photo /", AFTER, CREDIT, 0},
    {"ap photos /", AFTER, CREDIT, 0},
    {"ap photo by", AFTER, CREDIT, 0},
    {"also read", PARAGRAPH, FURNITURE, START},
    {"advertisement", PARAGRAPH, FURNITURE, START},
    {"article continues", PARAGRAPH, FURNITURE, START},
    {"all rights reserved", PARAGRAPH, FURNITURE, START},
    {"ad blocker", PARAGRAPH, FURNITURE, 0},
    {"ad - blocker", PARAGRAPH, FURNITURE, 0},
    {"be reached at", SENTENCE, BYLINE, LATE | AT | END},
    {"compiled by", AFTER, BYLINE, LATE | OPEN},
    {"contributed .", SENTENCE, BYLINE, LAST | NAMED | END},
    {"contributed to this report", SENTENCE, BYLINE, LATE | END},
    {"contributed to this story", SENTENCE, BYLINE, LATE | END},
    {"contributed to this article", SENTENCE, BYLINE, LATE | END},
    {"contributed to this post", SENTENCE, BYLINE, LATE | END},
    {"contributed to this piece", SENTENCE, BYLINE, LATE | END},
    {"contributed to the report", SENTENCE, BYLINE, LATE | END},
    {"contributed reporting", SENTENCE, BYLINE, LATE | END},
    {"contributed research", SENTENCE, BYLINE, LATE | END},
    {"contributed from", SENTENCE, BYLINE, LATE | END},
    {"contact him at", SENTENCE, BYLINE, LATE | AT | END},
    {"contact her at", SENTENCE, BYLINE, LATE | AT | END},
    {"contact me at", SENTENCE, BYLINE, LATE | AT | END},
    {"contact", AFTER, BYLINE, LATE | AT | OPEN},
    {"credit :", AFTER, CREDIT, 0},
    {"credits :", AFTER, CREDIT, 0},
    {"click here", PARAGRAPH, FURNITURE, START},
    {"continue reading", PARAGRAPH, FURNITURE, START},
    {"do n't miss", PARAGRAPH, FURNITURE, START},
    {"editing by", AFTER, BYLINE, LATE | OPEN},
    {"edited by", AFTER, BYLINE, LATE | OPEN},
    {"email him at", SENTENCE, BYLINE, LATE | AT | END},
    {"email her at", SENTENCE, BYLINE, LATE | AT | END},
    {"email me at", SENTENCE, BYLINE, LATE | AT | END},
    {"email", AFTER, BYLINE, LATE | AT | OPEN},
    {"editor 's picks", PARAGRAPH, FURNITURE, START},
    {"enter your email", PARAGRAPH, FURNITURE, START},
    {"follow", AFTER, BYLINE, LAST | OPEN},
    {"file photo by", AFTER, CREDIT, 0},
    {"follow us", PARAGRAPH, FURNITURE, START},
    {"graphic by", AFTER, CREDIT, OPEN},
    {"has been contributing to", SENTENCE, BYLINE, LATE | NAMED | END},
    {"has contributed to", SENTENCE, BYLINE, LATE | NAMED | END},
    {"is a staff writer", SENTENCE, BYLINE, LATE | NAMED | END},
    {"is a freelance", SENTENCE, BYLINE, LATE | NAMED | END},
    {"is a contributing", SENTENCE, BYLINE, LATE | NAMED | END},
    {"is a contributor", SENTENCE, BYLINE, LATE | NAMED | END},
    {"is a regular contributor", SENTENCE, BYLINE, LATE | NAMED | END},
    {"illustration by", AFTER, CREDIT, OPEN},
    {"image by", AFTER, CREDIT, OPEN},
    {"illustration :", AFTER, CREDIT, 0},
    {"image credit", AFTER, CREDIT, 0},
    {"image credits", AFTER, CREDIT, 0},
    {"image copyright", AFTER, CREDIT, 0},
    {"image source", AFTER, CREDIT, 0},
    {"image :", AFTER, CREDIT, 0},
    {"in pictures", PARAGRAPH, FURNITURE, START},
    {"in pictures :", PARAGRAPH, FURNITURE, START},
    {"in your inbox", PARAGRAPH, FURNITURE, 0},
    {"just watched", PARAGRAPH, FURNITURE, START},
    {"listen :", PARAGRAPH, FURNITURE, START},
    {"more from", PARAGRAPH, FURNITURE, START},
    {"most read", PARAGRAPH, FURNITURE, START},
    {"most popular", PARAGRAPH, FURNITURE, START},
    {"must watch", PARAGRAPH, FURNITURE, START},
    {"more stories", PARAGRAPH, FURNITURE, START},
    {"more coverage", PARAGRAPH, FURNITURE, START},
    {"on twitter", SENTENCE, BYLINE, LATE | FOLLOW | END},
    {"on facebook", SENTENCE, BYLINE, LATE | FOLLOW | END},
    {"on instagram", SENTENCE, BYLINE, LATE | FOLLOW | END},
    {"our picks", PARAGRAPH, FURNITURE, START},
    {"opinion :", PARAGRAPH, FURNITURE, START},
    {"our newsletter", PARAGRAPH, FURNITURE, 0},
    {"produced by", AFTER, BYLINE, LATE | OPEN},
    {"photo posted by", AFTER, CREDIT, 0},
    {"photo by", AFTER, CREDIT, 0},
    {"photos by", AFTER, CREDIT, 0},
    {"photograph by", AFTER, CREDIT, 0},
    {"photographs by", AFTER, CREDIT, 0},
    {"photography by", AFTER, CREDIT, 0},
    {"picture by", AFTER, CREDIT, OPEN},
    {"photo :", AFTER, CREDIT, 0},
    {"photos :", AFTER, FURNITURE, 0},
    {"photograph :", AFTER, CREDIT, 0},
    {"photographs :", AFTER, CREDIT, 0},
    {"photo credit", AFTER, CREDIT, 0},
    {"photo credits", AFTER, CREDIT, 0},
    {"picture :", AFTER, CREDIT, 0},
    {"photo courtesy of", AFTER, CREDIT, 0},
    {"play video", PARAGRAPH, FURNITURE, START},
    {"popular now", PARAGRAPH, FURNITURE, START},
    {"privacy policy", PARAGRAPH, FURNITURE, 0},
    {"push notifications", PARAGRAPH, FURNITURE, 0},
    {"reporting by", AFTER, BYLINE, LATE | OPEN},
    {"reported by", AFTER, BYLINE, LATE | OPEN},
    {"reach", AFTER, BYLINE, LATE | AT | OPEN},
    {"read more", PARAGRAPH, FURNITURE, START},
    {"read more :", PARAGRAPH, FURNITURE, START},
    {"read also", PARAGRAPH, FURNITURE, START},
    {"reported from", SENTENCE, BYLINE, LAST | NAMED | END},
    {"related :", PARAGRAPH, FURNITURE, START},
    {"related articles", PARAGRAPH, FURNITURE, START},
    {"related stories", PARAGRAPH, FURNITURE, START},
    {"related story", PARAGRAPH, FURNITURE, START},
    {"recommended :", PARAGRAPH, FURNITURE, START},
    {"see also", PARAGRAPH, FURNITURE, START},
    {"see more", PARAGRAPH, FURNITURE, START},
    {"sign up", PARAGRAPH, FURNITURE, START},
    {"subscribe", PARAGRAPH, FURNITURE, START},
    {"share this", PARAGRAPH, FURNITURE, START},
    {"story continues", PARAGRAPH, FURNITURE, START},
    {"toggle caption", AFTER, CREDIT, 0},
    {"trending", PARAGRAPH, FURNITURE, START},
    {"trending now", PARAGRAPH, FURNITURE, START},
    {"tap to read", PARAGRAPH, FURNITURE, START},
    {"top stories", PARAGRAPH, FURNITURE, START},
    {"thanks for signing", PARAGRAPH, FURNITURE, START},
    {"terms of service", PARAGRAPH, FURNITURE, 0},
    {"terms of use", PARAGRAPH, FURNITURE, 0},
    {"the latest news delivered", PARAGRAPH, FURNITURE, 0},
    {"to your inbox", PARAGRAPH, FURNITURE, 0},
    {"up next", PARAGRAPH, FURNITURE, START},
    {"use cookies", PARAGRAPH, FURNITURE, 0},
    {"uses cookies", PARAGRAPH, FURNITURE, 0},
    {"video posted by", AFTER, CREDIT, 0},
    {"video by", AFTER, CREDIT, OPEN},
    {"writing by", AFTER, BYLINE, LATE | OPEN},
    {"with reporting by", AFTER, BYLINE, LATE | OPEN},
    {"with additional reporting by", AFTER, BYLINE, LATE | OPEN},
    {"watch :", PARAGRAPH, FURNITURE, START},
    {"watch more", PARAGRAPH, FURNITURE, START},
    {"you may also like", PARAGRAPH, FURNITURE, START},
    {"you might also like", PARAGRAPH, FURNITURE, START},
    {"your browser", PARAGRAPH, FURNITURE, 0},
    {"\xc2\xa9", AFTER, CREDIT, 0},
};

const size_t ent_i_cue_count = sizeof ent_i_cues / sizeof *ent_i_cues;

/* Agencies, and words that stand in their place; papers are recognised by their
 * shape instead. */
static const char *const agencies[] = {
    "afp",      "ansa", "ap",      "alamy",    "bloomberg", "corbis",
    "dpa",      "epa",  "getty",   "keystone", "magnum",    "noor",
    "nurphoto", "pool", "polaris", "redux",    "reuters",   "shutterstock",
    "sipa",     "tass", "upi",     "vii",      "xinhua",    "zuma"};

/* Also "fellow" and "host": columns by outside authors end in such a note. */
static const char *const newsmen[] = {
    "analyst",     "author",      "blogger",       "bureau",       "columnist",
    "commentator", "contributor", "correspondent", "editor",       "fellow",
    "host",        "intern",      "journalist",    "photographer", "producer",
    "reporter",    "staff",       "writer"};

static bool is_among(const char *const *words, size_t count, const char *bytes,
                     size_t size)
{
    for (size_t i = 0; i < count; i++)
        if (ent_i_ascii_is(bytes, size, words[i]))
            return true;
    return false;
}

bool ent_i_is_agency(const char *bytes, size_t size)
{
    return is_among(agencies, sizeof agencies / sizeof *agencies, bytes, size);
}

bool ent_i_is_newsman(const char *bytes, size_t size)
{
    return is_among(newsmen, sizeof newsmen / sizeof *newsmen, bytes, size);
}
