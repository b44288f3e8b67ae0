/* The abbreviations of news in English, and what tells whether one ends its
 * sentence (the idea of Kiss and Strunk, "Unsupervised Multilingual Sentence
 * Boundary Detection", 2006: abbreviations first, then frequent starters). */
#include <stdlib.h>
#include <string.h>

#include "text/parts.h"

enum { WORD_MOST = 10 };

typedef struct abbreviation {
    const char *word;
    ent_i_abbreviation kind;
} abbreviation;

/* Words with a capital are abbreviations only when written so ("Gen", but not
 * "gen"; "Wash", but not "wash"). Sorted bytewise. */
static const abbreviation abbreviations[] = {
    {"Adj", ENT_I_BEFORE_NAME},    {"Adm", ENT_I_BEFORE_NAME},
    {"Ala", ENT_I_AFTER_NAME},     {"Apr", ENT_I_BEFORE_NUMBER},
    {"Ariz", ENT_I_AFTER_NAME},    {"Ark", ENT_I_AFTER_NAME},
    {"Assn", ENT_I_AFTER_NAME},    {"Asst", ENT_I_BEFORE_NAME},
    {"Atty", ENT_I_BEFORE_NAME},   {"Aug", ENT_I_BEFORE_NUMBER},
    {"Ave", ENT_I_AFTER_NAME},     {"Bldg", ENT_I_AFTER_NAME},
    {"Blvd", ENT_I_AFTER_NAME},    {"Brig", ENT_I_BEFORE_NAME},
    {"Bros", ENT_I_AFTER_NAME},    {"Calif", ENT_I_AFTER_NAME},
    {"Capt", ENT_I_BEFORE_NAME},   {"Cmdr", ENT_I_BEFORE_NAME},
    {"Co", ENT_I_AFTER_NAME},      {"Col", ENT_I_BEFORE_NAME},
    {"Colo", ENT_I_AFTER_NAME},    {"Comdr", ENT_I_BEFORE_NAME},
    {"Cong", ENT_I_BEFORE_NAME},   {"Conn", ENT_I_AFTER_NAME},
    {"Corp", ENT_I_AFTER_NAME},    {"Cos", ENT_I_AFTER_NAME},
    {"Cpl", ENT_I_BEFORE_NAME},    {"Dec", ENT_I_BEFORE_NUMBER},
    {"Del", ENT_I_AFTER_NAME},     {"Dept", ENT_I_AFTER_NAME},
    {"Det", ENT_I_BEFORE_NAME},    {"Dr", ENT_I_BEFORE_NAME},
    {"Drs", ENT_I_BEFORE_NAME},    {"Esq", ENT_I_AFTER_NAME},
    {"Feb", ENT_I_BEFORE_NUMBER},  {"Fla", ENT_I_AFTER_NAME},
    {"Fr", ENT_I_BEFORE_NAME},     {"Fri", ENT_I_BEFORE_NUMBER},
    {"Ft", ENT_I_BEFORE_NAME},     {"Ga", ENT_I_AFTER_NAME},
    {"Gen", ENT_I_BEFORE_NAME},    {"Gens", ENT_I_BEFORE_NAME},
    {"Gov", ENT_I_BEFORE_NAME},    {"Govs", ENT_I_BEFORE_NAME},
    {"Hon", ENT_I_BEFORE_NAME},    {"Ill", ENT_I_AFTER_NAME},
    {"Inc", ENT_I_AFTER_NAME},     {"Ind", ENT_I_AFTER_NAME},
    {"Insp", ENT_I_BEFORE_NAME},   {"Jan", ENT_I_BEFORE_NUMBER},
    {"Jr", ENT_I_AFTER_NAME},      {"Jul", ENT_I_BEFORE_NUMBER},
    {"Jun", ENT_I_BEFORE_NUMBER},  {"Kan", ENT_I_AFTER_NAME},
    {"Ky", ENT_I_AFTER_NAME},      {"La", ENT_I_AFTER_NAME},
    {"Lt", ENT_I_BEFORE_NAME},     {"Ltd", ENT_I_AFTER_NAME},
    {"Maj", ENT_I_BEFORE_NAME},    {"Mar", ENT_I_BEFORE_NUMBER},
    {"Mass", ENT_I_AFTER_NAME},    {"Md", ENT_I_AFTER_NAME},
    {"Messrs", ENT_I_BEFORE_NAME}, {"Mgr", ENT_I_BEFORE_NAME},
    {"Mich", ENT_I_AFTER_NAME},    {"Minn", ENT_I_AFTER_NAME},
    {"Miss", ENT_I_AFTER_NAME},    {"Mlle", ENT_I_BEFORE_NAME},
    {"Mme", ENT_I_BEFORE_NAME},    {"Mo", ENT_I_AFTER_NAME},
    {"Mon", ENT_I_BEFORE_NUMBER},  {"Mont", ENT_I_AFTER_NAME},
    {"Mr", ENT_I_BEFORE_NAME},     {"Mrs", ENT_I_BEFORE_NAME},
    {"Ms", ENT_I_BEFORE_NAME},     {"Msgr", ENT_I_BEFORE_NAME},
    {"Mt", ENT_I_BEFORE_NAME},     {"Mx", ENT_I_BEFORE_NAME},
    {"Neb", ENT_I_AFTER_NAME},     {"Nev", ENT_I_AFTER_NAME},
    {"No", ENT_I_BEFORE_NUMBER},   {"Nos", ENT_I_BEFORE_NUMBER},
    {"Nov", ENT_I_BEFORE_NUMBER},  {"Oct", ENT_I_BEFORE_NUMBER},
    {"Okla", ENT_I_AFTER_NAME},    {"Ore", ENT_I_AFTER_NAME},
    {"Pa", ENT_I_AFTER_NAME},      {"Ph.D", ENT_I_AFTER_NAME},
    {"PhD", ENT_I_AFTER_NAME},     {"Pres", ENT_I_BEFORE_NAME},
    {"Prof", ENT_I_BEFORE_NAME},   {"Profs", ENT_I_BEFORE_NAME},
    {"Pte", ENT_I_BEFORE_NAME},    {"Pty", ENT_I_AFTER_NAME},
    {"Pvt", ENT_I_BEFORE_NAME},    {"Rep", ENT_I_BEFORE_NAME},
    {"Reps", ENT_I_BEFORE_NAME},   {"Rev", ENT_I_BEFORE_NAME},
    {"Sat", ENT_I_BEFORE_NUMBER},  {"Sec", ENT_I_BEFORE_NAME},
    {"Sen", ENT_I_BEFORE_NAME},    {"Sens", ENT_I_BEFORE_NAME},
    {"Sep", ENT_I_BEFORE_NUMBER},  {"Sept", ENT_I_BEFORE_NUMBER},
    {"Sgt", ENT_I_BEFORE_NAME},    {"Sr", ENT_I_AFTER_NAME},
    {"St", ENT_I_AFTER_NAME},      {"Sta", ENT_I_AFTER_NAME},
    {"Ste", ENT_I_AFTER_NAME},     {"Sun", ENT_I_BEFORE_NUMBER},
    {"Supt", ENT_I_BEFORE_NAME},   {"Tenn", ENT_I_AFTER_NAME},
    {"Tex", ENT_I_AFTER_NAME},     {"Thu", ENT_I_BEFORE_NUMBER},
    {"Thur", ENT_I_BEFORE_NUMBER}, {"Thurs", ENT_I_BEFORE_NUMBER},
    {"Tue", ENT_I_BEFORE_NUMBER},  {"Tues", ENT_I_BEFORE_NUMBER},
    {"Univ", ENT_I_BEFORE_NAME},   {"Va", ENT_I_AFTER_NAME},
    {"Vol", ENT_I_BEFORE_NUMBER},  {"Vt", ENT_I_AFTER_NAME},
    {"W.Va", ENT_I_AFTER_NAME},    {"Wash", ENT_I_AFTER_NAME},
    {"Wed", ENT_I_BEFORE_NUMBER},  {"Wis", ENT_I_AFTER_NAME},
    {"Wyo", ENT_I_AFTER_NAME},     {"a.k.a", ENT_I_ANYWHERE},
    {"a.m", ENT_I_OF_TIME},        {"approx", ENT_I_BEFORE_NUMBER},
    {"ca", ENT_I_BEFORE_NUMBER},   {"cf", ENT_I_ANYWHERE},
    {"e.g", ENT_I_ANYWHERE},       {"est", ENT_I_BEFORE_NUMBER},
    {"etc", ENT_I_AFTER_NAME},     {"i.e", ENT_I_ANYWHERE},
    {"p.m", ENT_I_OF_TIME},        {"v", ENT_I_ANYWHERE},
    {"viz", ENT_I_ANYWHERE},       {"vs", ENT_I_ANYWHERE},
};

/* Looked up in lower case. Sorted bytewise. */
static const char *const starters[] = {
    "a",        "about",   "according", "after",   "all",      "also",
    "although", "among",   "an",        "and",     "another",  "any",
    "anyone",   "are",     "as",        "asked",   "at",       "because",
    "before",   "both",    "but",       "by",      "can",      "could",
    "despite",  "did",     "do",        "does",    "during",   "each",
    "earlier",  "even",    "every",     "few",     "finally",  "for",
    "from",     "had",     "has",       "have",    "he",       "her",
    "here",     "his",     "how",       "however", "i",        "i'm",
    "if",       "in",      "indeed",    "instead", "is",       "it",
    "its",      "just",    "last",      "later",   "let",      "like",
    "many",     "maybe",   "meanwhile", "more",    "moreover", "most",
    "mr",       "mrs",     "ms",        "much",    "my",       "neither",
    "never",    "next",    "no",        "nobody",  "none",     "nor",
    "not",      "nothing", "now",       "of",      "on",       "once",
    "one",      "only",    "or",        "other",   "others",   "our",
    "over",     "perhaps", "several",   "she",     "should",   "since",
    "so",       "some",    "soon",      "still",   "such",     "than",
    "that",     "the",     "their",     "then",    "there",    "these",
    "they",     "this",    "those",     "though",  "through",  "thus",
    "to",       "today",   "under",     "unless",  "unlike",   "until",
    "was",      "we",      "were",      "what",    "when",     "where",
    "whether",  "which",   "while",     "who",     "why",      "will",
    "with",     "without", "would",     "yes",     "yet",      "you",
    "your"};

static const char *const after_times[] = {
    "april",   "august",   "bst",       "cdt",      "central",  "cest",
    "cet",     "cst",      "ct",        "december", "eastern",  "edt",
    "est",     "et",       "february",  "friday",   "gmt",      "ist",
    "january", "jst",      "july",      "june",     "local",    "march",
    "may",     "mdt",      "monday",    "mountain", "msk",      "mst",
    "mt",      "november", "october",   "pacific",  "pdt",      "pst",
    "pt",      "saturday", "september", "sunday",   "thursday", "tuesday",
    "utc",     "wednesday"};

static int compare_words(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static int compare_abbreviations(const void *key, const void *item)
{
    return strcmp(key, ((const abbreviation *)item)->word);
}

/* Words are slices of the article without an end mark, which strcmp needs;
 * longer ones than any of the list need no copy. */
ent_i_abbreviation ent_i_abbreviation_kind(const char *word, size_t size)
{
    char key[WORD_MOST + 1];
    if (size == 0 || size > WORD_MOST)
        return ENT_I_NO_ABBREVIATION;
    memcpy(key, word, size);
    key[size] = '\0';
    const abbreviation *found = bsearch(
        key, abbreviations, sizeof abbreviations / sizeof *abbreviations,
        sizeof *abbreviations, compare_abbreviations);
    return found ? found->kind : ENT_I_NO_ABBREVIATION;
}

/* Letters beyond ASCII are in none of the lists. */
static bool is_listed(const char *word, size_t size, const char *const *list,
                      size_t count)
{
    char key[WORD_MOST + 1];
    if (size > WORD_MOST)
        return false;
    for (size_t i = 0; i < size; i++)
        key[i] =
            word[i] >= 'A' && word[i] <= 'Z' ? (char)(word[i] + 32) : word[i];
    key[size] = '\0';
    return bsearch(key, list, count, sizeof *list, compare_words) != NULL;
}

/* Of any case, as headlines have all words in capitals. */
bool ent_i_is_starter(const char *word, size_t size)
{
    return is_listed(word, size, starters, sizeof starters / sizeof *starters);
}

bool ent_i_follows_time(const char *word, size_t size)
{
    return is_listed(word, size, after_times,
                     sizeof after_times / sizeof *after_times);
}
