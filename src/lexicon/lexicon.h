/* What the program knows about a language's words. The tables are text files,
 * en/NAME.tsv; generate.c turns them into constants while entente is built.
 * README.md here says how to add a word and what each file holds. */
#ifndef ENTENTE_LEXICON_LEXICON_H
#define ENTENTE_LEXICON_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entente/article.h"

/* ---- what a word is: the flags of a lexeme ---- */

/* What a word can be in a sentence (grammar.tsv); a word may be several. */
enum {
    ENT_I_W_AUX = 1 << 0,        /* is, has, did */
    ENT_I_W_MODAL = 1 << 1,      /* will, could */
    ENT_I_W_NEG = 1 << 2,        /* not, never */
    ENT_I_W_ADVERB = 1 << 3,     /* later, also: may come between verb and
                                    object */
    ENT_I_W_PREP = 1 << 4,       /* with, in */
    ENT_I_W_CONJ = 1 << 5,       /* and, or, but */
    ENT_I_W_COMP = 1 << 6,       /* opens a clause: that, who, when, if */
    ENT_I_W_DET = 1 << 7,        /* the, an, his: begins a noun phrase */
    ENT_I_W_SAY = 1 << 8,        /* verbs of speech and thought */
    ENT_I_W_CONTROL = 1 << 9,    /* verbs that take "to do": decide, come */
    ENT_I_W_PLAN = 1 << 10,      /* makes what follows planned */
    ENT_I_W_PROPOSE = 1 << 11,   /* ... only suggested */
    ENT_I_W_DENY = 1 << 12,      /* ... denied */
    ENT_I_W_VERB = 1 << 13,      /* another verb form frequent in news */
    ENT_I_W_CONTACT_V = 1 << 14, /* set by encounter/ for a verb of contact */
    ENT_I_W_CONTACT_N = 1 << 15, /* ... for a noun of contact */
    ENT_I_W_FAR = 1 << 16,       /* contact at a distance: phone, letter */
    ENT_I_W_NEAR = 1 << 17,      /* in person: handshake, dinner */
    ENT_I_W_BELONGS = 1 << 18,   /* "Vell NOUN" is not Vell: campaign, aide */
    ENT_I_W_PRONOUN = 1 << 19,
    ENT_I_W_ROLE = 1 << 20,      /* president, minister, leader */
    ENT_I_W_PAIR = 1 << 21,      /* two, both, pair */
    ENT_I_W_DAY = 1 << 22,       /* Monday, today, March */
    ENT_I_W_LIGHT = 1 << 23,     /* hold, have, make: carry a noun of contact */
    ENT_I_W_HOUSEHOLD = 1 << 24, /* "the Roe family" is several persons */
    ENT_I_W_NAMESAKE = 1 << 25,  /* "a Roe impersonator", "Roe's disease" are
                                    none of his name */
    ENT_I_W_PUBLIC = 1 << 26,    /* words that all may read: a tweet */
    ENT_I_W_AGAINST = 1 << 27,   /* between parties or rivals: versus */
    ENT_I_W_COURT = 1 << 28      /* in news of lawsuits: court, ruling */
};

/* Other properties of a word that some stage's rules use (grammar.tsv). */
enum {
    ENT_I_U_STARTER = 1 << 0,    /* begins sentences but not names: "But" */
    ENT_I_U_CALLED = 1 << 1,     /* "a band called Echo" */
    ENT_I_U_ENDS_NOUN = 1 << 2,  /* "a maker | of toys" */
    ENT_I_U_EQUATES = 1 << 3,    /* "Echo is a band" */
    ENT_I_U_ARTICLE = 1 << 4,    /* a, the */
    ENT_I_U_GOVERNS = 1 << 5,    /* "of Echo, the editor" isn't about Echo */
    ENT_I_U_QUOTES = 1 << 6,     /* '"We go," said Roe' */
    ENT_I_U_COMPOUND = 1 << 7,   /* "Stroud-era": not part of the name */
    ENT_I_U_TWO_SIDED = 1 << 8,  /* "the Roe-Rokov talks" */
    ENT_I_U_JOINER = 1 << 9,     /* may join two parts of a name: "of" */
    ENT_I_U_CREDIT = 1 << 10,    /* joins the names of one credit: "for" */
    ENT_I_U_UNNAMED = 1 << 11,   /* capitalised before a surname, but not a
                                    name */
    ENT_I_U_DATE_LINE = 1 << 12, /* may accompany a date on a date line */
    ENT_I_U_IN_TEXT = 1 << 13,   /* before a date mentioned in the text */
    ENT_I_U_KINDRED = 1 << 14,   /* "Roe and his wife, Jane Roe" */
    ENT_I_U_OF = 1 << 15,
    ENT_I_U_THE = 1 << 16,
    ENT_I_U_AND = 1 << 17,
    ENT_I_U_BY = 1 << 18,
    ENT_I_U_TO = 1 << 19,
    ENT_I_U_ACCORDING = 1 << 20,
    ENT_I_U_FOR = 1 << 21,
    ENT_I_U_VIA = 1 << 22,
    ENT_I_U_SMALL = 1 << 23,    /* in lower case even in headlines */
    ENT_I_U_PERSONAL = 1 << 24, /* stands for a person: "him", "who" */
    ENT_I_U_DATED = 1 << 25, /* the date behind it is the article's: "Posted" */
    ENT_I_U_SINGULAR = 1 << 26,  /* may be one who is spoken of: "he", "her" */
    ENT_I_U_ROSTER = 1 << 27,    /* in the heading of a list of persons */
    ENT_I_U_MASCULINE = 1 << 28, /* stands for a man: "he", "himself" */
    ENT_I_U_FEMININE = 1 << 29,  /* stands for a woman: "she", "herself" */
    ENT_I_U_CLOSES = 1 << 30     /* in capitals, behind links put into a
                                    sentence: "MORE" */
};

/* What part a word has in a title (titles.tsv). */
enum {
    ENT_I_TITLE_HEAD = 1,    /* a title by itself: "President" */
    ENT_I_TITLE_MOD = 2,     /* before a head: "Prime", "Foreign", "Vice" */
    ENT_I_TITLE_COMP = 4,    /* after "of": "State", "Defense", "Staff" */
    ENT_I_TITLE_UPPER = 8,   /* a title only when written with a capital */
    ENT_I_TITLE_NAME = 16,   /* a given name too: stays where a span has it */
    ENT_I_TITLE_PEELED = 32, /* no part of the name for who is who, though a
                                span may keep it */
    ENT_I_TITLE_PLAIN = 64,  /* no title, but says who somebody is: "wife" */
    ENT_I_TITLE_CAPITALS = 128, /* a title only in capitals: "DI", not "Di" */
    ENT_I_TITLE_REIGN = 256, /* tells who is meant by a given name alone: "Queen
                                Ann" */
    ENT_I_TITLE_PERIOD = 512,  /* a title only with a period: "Ing." */
    ENT_I_TITLE_WHOLE = 1024,  /* a name that is a title before a given name and
                                  a surname: "Dean Ann Roe" */
    ENT_I_TITLE_FORMER = 2048, /* behind a title, in brackets: "Gen. (ret.)" */
    ENT_I_TITLE_SEVERAL = 4096, /* before a list of persons: "Messrs" */
    ENT_I_TITLE_SEAT = 8192,    /* of a member of parliament: "Sen." */
    ENT_I_TITLE_RANK = 16384,   /* in uniform: "Adm." */
    ENT_I_TITLE_THRONE = 32768  /* the head of a state: "President" */
};

/* What a title, a word of kinship or a given name says about its bearer;
 * bits. */
typedef enum ent_i_gender {
    ENT_I_GENDER_UNKNOWN,
    ENT_I_FEMALE,
    ENT_I_MALE,
    ENT_I_EITHER /* a given name of women and men */
} ent_i_gender;

/* What a word is as a part of a person's name (name_parts.tsv). */
enum {
    ENT_I_NAME_PARTICLE = 1 << 0, /* "van", "al": belongs to the next word */
    ENT_I_NAME_TIED = 1 << 1,     /* added to a span on its right */
    ENT_I_NAME_SUFFIX = 1 << 2,   /* "jr", "iii" */
    ENT_I_NAME_AFTER = 1 << 3,    /* added to a span on its left: "Kennedy,
                                     Jr." */
    ENT_I_NAME_DEGREE = 1 << 4,   /* "md", "phd" */
    ENT_I_NAME_EARNED = 1 << 5,   /* "Roe, M.D.": not a person by itself */
    ENT_I_NAME_FAMILY = 1 << 6,   /* stands first in Chinese, Korean and
                                     Vietnamese names */
    ENT_I_NAME_SURE = 1 << 7,     /* ... and is hardly ever anything else */
    ENT_I_NAME_GIVEN = 1 << 8,    /* a particle that is a given name as the
                                     first word: "Ben Carson" */
    ENT_I_NAME_SON = 1 << 9,      /* "X bin Y" is Y's son */
    ENT_I_NAME_PARTY = 1 << 10,   /* "R-Ga.", "Georgia Republican": a party's
                                     letter or member */
    ENT_I_NAME_BEHIND = 1 << 11,  /* a given name that follows its family
                                     name */
    ENT_I_NAME_GLUED = 1 << 12,   /* a particle in one word with the name:
                                     "McCall" */
    ENT_I_NAME_BENCH = 1 << 13,   /* "Roe, C.J.": a judge */
    ENT_I_NAME_SERVANT = 1 << 14, /* one name with the next word: "Abdel
                                     Rahman" */
    ENT_I_NAME_RESPECT = 1 << 15, /* no part of the name when a hyphen joins it:
                                     "Rao-ji" */
    ENT_I_NAME_MAIDEN = 1 << 16,  /* "Ann Roe, née Doe" */
    ENT_I_NAME_FORMER = 1 << 17,  /* the same, but it may be followed by what is
                                     no name: "born" */
    ENT_I_NAME_NUMBER = 1 << 18,  /* a monarch's number, in capitals: "XVI" */
    ENT_I_NAME_ELDER = 1 << 19,   /* "sr": only of a father */
    ENT_I_NAME_CALLED = 1 << 20,  /* beside such a word, or in brackets: "now
                                     known as" */
    ENT_I_NAME_NAMING = 1 << 21,  /* only beside such a word: "whose real name
                                     is" */
    ENT_I_NAME_INNER = 1 << 22,   /* never first in a full name: "Ní" */
    ENT_I_NAME_PAST = 1 << 23,    /* before a title no longer held: "former" */
    /* Maiden, former, called or naming. */
    ENT_I_NAME_OTHER = ENT_I_NAME_MAIDEN | ENT_I_NAME_FORMER |
                       ENT_I_NAME_CALLED | ENT_I_NAME_NAMING
};

/* What a common noun right before a name, or in its explanation, says about it
 * (announcers.tsv). */
typedef enum ent_i_announces {
    ENT_I_ANNOUNCES_NOTHING,
    ENT_I_ANNOUNCES_PERSON = ENT_PERSON + 1,
    ENT_I_ANNOUNCES_ORG = ENT_ORG + 1,
    ENT_I_ANNOUNCES_PLACE = ENT_PLACE + 1,
    ENT_I_ANNOUNCES_MISC = ENT_MISC + 1
} ent_i_announces;

enum {
    ENT_I_ANNOUNCER_KIN = 1,    /* a comma may follow: "their son, Ben" */
    ENT_I_ANNOUNCER_BEFORE = 2, /* only right before a name, since it may be
                                   said of anything: "Turkey, a major player" */
    ENT_I_ANNOUNCER_STORM = 4,  /* its name is never a person's */
    ENT_I_ANNOUNCER_ONLY = 8    /* nor is the name right behind it, which may
                                   look like one: "the law firm Ann Roe" */
};

/* Words of credits and bylines (press.tsv). */
enum {
    ENT_I_PRESS_AGENCY = 1,       /* named in photo credits: "AFP" */
    ENT_I_PRESS_NEWSMAN = 2,      /* a journalist's title */
    ENT_I_PRESS_IMAGE = 4,        /* "AP Photo/Jane Doe" */
    ENT_I_PRESS_COVERS = 8,       /* "Jane Doe covers ..." */
    ENT_I_PRESS_IS = 16,          /* "Jane Doe is a reporter" */
    ENT_I_PRESS_FOLLOW = 32,      /* "Follow her on ..." */
    ENT_I_PRESS_HEADS = 64,       /* begins a line above the article: "Photo" */
    ENT_I_PRESS_LABELS = 128,     /* ... only before a colon: "Source:" */
    ENT_I_PRESS_FOREIGN_BY = 256, /* "von Jane Doe" */
    ENT_I_PRESS_FOREIGN_AND = 512,
    ENT_I_PRESS_LICENCE = 1024 /* "Jane Doe (CC BY)" */
};

/* What a word is in dates (calendar.tsv), besides its number. */
enum {
    ENT_I_CALENDAR_SHORT = 1,    /* an abbreviation: "Sept" */
    ENT_I_CALENDAR_OTHER = 2,    /* also a name or another word: "May" */
    ENT_I_CALENDAR_ZONE = 4,     /* of time: "GMT", "Eastern" */
    ENT_I_CALENDAR_HALF = 8,     /* of the day: "p.m." */
    ENT_I_CALENDAR_PART = 16,    /* of the day: "evening" */
    ENT_I_CALENDAR_ORDINAL = 32, /* after the number of a day: "th" */
    ENT_I_CALENDAR_SOME = 64,    /* no certain number: "few" */
    ENT_I_CALENDAR_PAST = 128    /* long over: "once", "decades" */
};

/* Where a word of time points, seen from today. */
typedef enum ent_i_points {
    ENT_I_POINTS_NOWHERE,
    ENT_I_POINTS_LAST, /* last, past */
    ENT_I_POINTS_NEXT, /* next, coming */
    ENT_I_POINTS_THIS,
    ENT_I_POINTS_THAT,    /* that, same, following: to what was told before */
    ENT_I_POINTS_EARLIER, /* earlier, early: a part of what follows */
    ENT_I_POINTS_LATER,
    ENT_I_POINTS_TODAY,
    ENT_I_POINTS_YESTERDAY,
    ENT_I_POINTS_TOMORROW
} ent_i_points;

/* A stretch of time that a word names; the seasons in their order. */
typedef enum ent_i_period {
    ENT_I_PERIOD_NONE,
    ENT_I_PERIOD_DAY,
    ENT_I_PERIOD_WEEK,
    ENT_I_PERIOD_WEEKEND,
    ENT_I_PERIOD_MONTH,
    ENT_I_PERIOD_WINTER,
    ENT_I_PERIOD_SPRING,
    ENT_I_PERIOD_SUMMER,
    ENT_I_PERIOD_FALL,
    ENT_I_PERIOD_YEAR
} ent_i_period;

/* Words around a contact that help to say when and where it was
 * (circumstances.tsv). */
enum {
    ENT_I_AROUND_PICTURE = 1,   /* the sentence is a caption: "photo" */
    ENT_I_AROUND_MEANWHILE = 2, /* opens a clause about the same moment */
    ENT_I_AROUND_BOUND = 4,     /* "since 1979": the date of something else */
    ENT_I_AROUND_WITHIN = 8,    /* "in the May talks" were in May */
    ENT_I_AROUND_PLACE = 16,    /* what follows may be where people meet */
    ENT_I_AROUND_GOAL = 32,     /* "flew to Bern for talks" */
    ENT_I_AROUND_SPOT = 64,     /* at a place, whatever noun follows */
    ENT_I_AROUND_ASIDE = 128    /* opens what is said beside the topic */
};

/* Where people meet, by a word of its name (venues.tsv). */
enum {
    ENT_I_VENUE_ENDS = 1,  /* the last of several words: "Grand Hotel" */
    ENT_I_VENUE_ALONE = 2, /* the whole name: "Kremlin" */
    ENT_I_VENUE_ON = 4,    /* one is on it: "Capitol Hill", "Air Force One" */
    ENT_I_VENUE_EDGE = 8   /* "on the sidelines of the summit" */
};

/* What a word is in the name of an organisation (organisations.tsv). */
enum {
    ENT_I_ORG_SMALL = 1, /* its legal form or a small word: "Inc", "the" */
    ENT_I_ORG_TURNS = 2, /* "Department of State" is also "State Department" */
    /* Behind a person's name it makes the name that of: */
    ENT_I_ORG_FIRM = 4,   /* an organisation: "Karl Roe Ltd." */
    ENT_I_ORG_SITE = 8,   /* a place: "Karl Roe Stadium" */
    ENT_I_ORG_PRIZE = 16, /* another thing: "Karl Roe Award" */
    /* Before places and firms, seldom before persons: "at". */
    ENT_I_ORG_BEFORE = 32,
    ENT_I_ORG_OWNED = 64,  /* what firms have: "Karl Roe shares fell" */
    ENT_I_ORG_DEALS = 128, /* what firms do: "Karl Roe closed shops" */
    ENT_I_ORG_WHOLE = 256  /* a body by itself: "the Senate" is not the Senate
                              Finance Committee */
};

/* ---- verbs and nouns of contact ---- */

/* How a contact word is connected with the persons it brings together. */
enum {
    ENT_I_A_DIRECT = 1 << 0,   /* met Popov */
    ENT_I_A_WITH = 1 << 1,     /* met with Popov */
    ENT_I_A_TO = 1 << 2,       /* spoke to Popov */
    ENT_I_A_BOTH = 1 << 3,     /* Stroud and Popov met */
    ENT_I_A_TOPIC = 1 << 4,    /* discussed Syria with Popov */
    ENT_I_A_TOGETHER = 1 << 5, /* Stroud and Popov appeared together */
    ENT_I_A_TELL = 1 << 6,     /* told Popov: words to a person */
    ENT_I_A_CALL = 1 << 7,     /* called Popov, but not: a liar */
    ENT_I_A_SEPARATE = 1 << 8, /* a countable noun: its plural means several */
    ENT_I_A_JOINT = 1 << 9,    /* a noun that needs "joint" or "with" */
    ENT_I_A_TRIP = 1 << 10,    /* the object may as well be a place */
    ENT_I_A_EVENT = 1 << 11,   /* a dinner hosted by Popov: he is there */
    ENT_I_A_LOOK = 1 << 12,    /* looks on as Popov speaks */
    ENT_I_A_BESIDE = 1 << 13,  /* next to Popov, but perhaps not with him */
    ENT_I_A_PUBLIC = 1 << 14   /* urged Popov: may as well be through the
                                  press */
};

/* Sorts of contact words, by how often they mislead. */
typedef enum ent_i_sort {
    ENT_I_S_MEET,     /* meet, summit, dinner */
    ENT_I_S_CALL,     /* telephone */
    ENT_I_S_TALK,     /* speak, discuss, negotiation */
    ENT_I_S_QUESTION, /* interview, brief */
    ENT_I_S_TELL,     /* tell, ask */
    ENT_I_S_PLEAD,    /* urge, thank */
    ENT_I_S_WRITE,    /* letter, e-mail */
    ENT_I_S_GREET,    /* hug, visit, host */
    ENT_I_S_TOGETHER, /* accompany, appear, alongside */
    ENT_I_S_JOIN,     /* join, attend, sign */
    ENT_I_S_DEBATE,
    ENT_I_S_CAPTION /* not a word: two in one picture */
} ent_i_contact_sort;

/* The form of a contact word. */
typedef enum ent_i_word_form {
    ENT_I_FORM_BASE,
    ENT_I_FORM_THIRD, /* meets, or the plural of a noun */
    ENT_I_FORM_PAST,
    ENT_I_FORM_ING
} ent_i_word_form;

/* A verb or noun of contact in its base form. */
typedef struct ent_i_contact {
    const char *lemma;
    uint32_t takes;       /* ENT_I_A_ bits */
    uint8_t kind;         /* an ent_kind */
    uint8_t sort;         /* an ent_i_contact_sort */
    const char *particle; /* must follow closely, such as "down"; or NULL */
    uint8_t form;         /* an ent_form */
} ent_i_contact;

/* ---- the word ---- */

/* Everything the tables say about one word; what they don't say is 0 or
 * NULL. */
typedef struct ent_i_lexeme {
    const char *word;          /* in lower case */
    const ent_i_contact *verb; /* of contact that it is a form of */
    const ent_i_contact *noun; /* of contact that it is a form of */
    const char *formal;        /* "william" for the given name "bill"; several,
                                  each ended by NUL, and then an empty one */
    const char *usual;         /* "muhammad" for the spelling "mohamed" */
    const char *suffix;        /* "jr" for the suffix "junior" */
    uint32_t grammar;          /* ENT_I_W_ bits */
    uint32_t use;              /* ENT_I_U_ bits */
    uint32_t name;             /* ENT_I_NAME_ bits */
    uint16_t title;            /* ENT_I_TITLE_ bits */
    uint8_t size;              /* of the word */
    uint8_t title_gender;      /* an ent_i_gender, of a title or word of
                                  kinship */
    uint8_t given_gender;      /* an ent_i_gender, of a given name */
    uint8_t verb_form;         /* an ent_i_word_form */
    uint8_t noun_form;         /* an ent_i_word_form */
    uint8_t announces;         /* an ent_i_announces */
    uint8_t announcer;         /* ENT_I_ANNOUNCER_ bits */
    uint16_t press;            /* ENT_I_PRESS_ bits */
    uint8_t calendar;          /* ENT_I_CALENDAR_ bits */
    uint8_t month;             /* 1 to 12 */
    uint8_t weekday;           /* 1 to 7, from Sunday */
    uint8_t points;            /* an ent_i_points */
    uint8_t period;            /* an ent_i_period */
    uint8_t count;             /* the number that it names, or 0 */
    uint8_t venue;             /* ENT_I_VENUE_ bits */
    uint8_t around;            /* ENT_I_AROUND_ bits */
    uint16_t organisation;     /* ENT_I_ORG_ bits */
} ent_i_lexeme;

/* ---- rows that are more than one word ---- */

/* What may follow an abbreviation when the sentence continues. */
typedef enum ent_i_abbreviation {
    ENT_I_NO_ABBREVIATION,
    ENT_I_BEFORE_NAME,   /* "Mr.", "Gen.": a name follows */
    ENT_I_INITIAL,       /* "J.": usually in a name */
    ENT_I_BEFORE_NUMBER, /* "Jan.", "No.": a number follows */
    ENT_I_AFTER_NAME,    /* "Inc.", "Jr.", "Calif.": may end a sentence */
    ENT_I_OF_TIME,       /* "p.m.": may end one unless a day follows */
    ENT_I_ANYWHERE       /* "vs.", "e.g.": never ends one */
} ent_i_abbreviation;

typedef struct ent_i_short {
    const char *word; /* as it is written, without its last period */
    uint8_t kind;     /* an ent_i_abbreviation */
} ent_i_short;

/* Which names a cue applies to. */
typedef enum ent_i_cue_scope {
    ENT_I_CUE_AFTER,     /* the list of names right after it */
    ENT_I_CUE_SENTENCE,  /* all in its sentence */
    ENT_I_CUE_PARAGRAPH, /* all in its paragraph, if that is short */
    ENT_I_CUE_WHOLE,     /* all in its paragraph: pictures with captions */
    ENT_I_CUE_BELOW,     /* all in its paragraph, and in the next if the words
                            are a heading */
    ENT_I_CUE_SIGNED     /* the name right after it that ends its paragraph */
} ent_i_cue_scope;

/* Where a cue must stand in order to count. */
enum {
    ENT_I_CUE_START = 1,   /* its paragraph begins with it, ignoring marks */
    ENT_I_CUE_LATE = 2,    /* in the second half of the text */
    ENT_I_CUE_AT = 4,      /* an @ in the same sentence */
    ENT_I_CUE_OPEN = 8,    /* at the start of its sentence or after a mark */
    ENT_I_CUE_NAMED = 16,  /* its paragraph begins with a person */
    ENT_I_CUE_FOLLOW = 32, /* "follow" before it in the sentence */
    ENT_I_CUE_LAST = 64,   /* in the last eighth of the text */
    ENT_I_CUE_END = 128    /* what follows the paragraph is furniture */
};

/* Words that show that a name is outside the story. */
typedef struct ent_i_cue {
    const char *words; /* tokens in lower case, a space between them */
    uint8_t scope;     /* an ent_i_cue_scope */
    uint8_t role;      /* an ent_role */
    uint8_t where;     /* ENT_I_CUE_... bits, all of which must hold */
} ent_i_cue;

/* A state, or another land with a head and ministers. */
typedef struct ent_i_country {
    const char *name;    /* as usual in news */
    const char *capital; /* or NULL */
    uint8_t kind;        /* an ent_i_country_kind */
} ent_i_country;

typedef enum ent_i_country_kind {
    ENT_I_COUNTRY_STATE,
    ENT_I_COUNTRY_LAND /* within a state, or disputed */
} ent_i_country_kind;

/* What kind of name of its row a name is. */
typedef enum ent_i_naming {
    ENT_I_NAMING_NAME,     /* the usual name, or another one */
    ENT_I_NAMING_FULL,     /* "Kingdom of Norway" */
    ENT_I_NAMING_ADJECTIVE /* "Norwegian"; also the name of its people */
} ent_i_naming;

/* A name of a row; several rows may share it ("Congo"). */
typedef struct ent_i_naming_row {
    const char *key; /* as ent_i_phrase_key writes it */
    uint16_t row;
    uint8_t what; /* an ent_i_naming */
} ent_i_naming_row;

/* Another form of the name of an institution or place. */
typedef struct ent_i_usual {
    const char *form;  /* folded, without small words */
    const char *place; /* the usual name of the place, or NULL */
    const char *org;   /* that of any other thing, or NULL */
} ent_i_usual;

/* A name or an abbreviation of a state of a federation. */
typedef struct ent_i_state_form {
    const char *form; /* a phrase's key */
    const char *name;
} ent_i_state_form;

/* A firm that is called like a person. */
typedef struct ent_i_firm {
    const char *name; /* as ent_i_phrase_key writes it */
} ent_i_firm;

/* Letters that romanisations write in several ways, and the form that stands
 * for them all. */
typedef struct ent_i_spelling_rule {
    const char *from;
    const char *to;
} ent_i_spelling_rule;

/* A word in the dates of other languages. */
typedef struct ent_i_foreign_day {
    const char *word; /* in lower case */
    uint8_t month;    /* 1 to 12; 0: none */
    uint8_t use;      /* ENT_I_FOREIGN_ bits */
} ent_i_foreign_day;
enum {
    ENT_I_FOREIGN_WEEKDAY = 1 << 0,
    ENT_I_FOREIGN_BETWEEN = 1 << 1 /* "de" in "3 de marzo de 2014" */
};

/* A tag that metadata use for the language. */
typedef struct ent_i_language_tag {
    const char *tag;
} ent_i_language_tag;

/* ---- the lexicon ---- */

typedef struct ent_i_slot {
    uint16_t lexeme; /* its number plus 1; 0: none */
    uint16_t tag;    /* part of its hash, so that few words are compared */
} ent_i_slot;

/* Constants made by generate.c; each list is sorted by its first member. */
typedef struct ent_i_lexicon {
    const char *language;
    const ent_i_lexeme *lexemes;
    size_t lexemes_count;
    const ent_i_slot *slots;
    size_t slots_count; /* a power of two */
    const ent_i_short *abbreviations;
    size_t abbreviations_count;
    const ent_i_cue *cues;
    size_t cues_count;
    const ent_i_country *countries;
    size_t countries_count;
    const ent_i_naming_row *countries_names;
    size_t countries_names_count;
    const ent_i_firm *firms;
    size_t firms_count;
    const ent_i_usual *usual_names;
    size_t usual_names_count;
    const ent_i_spelling_rule *spellings;
    size_t spellings_count;
    const ent_i_foreign_day *foreign_days; /* by the bytes of the word */
    size_t foreign_days_count;
    const ent_i_state_form *states;
    size_t states_count;
    const ent_i_language_tag *tags;
    size_t tags_count;
} ent_i_lexicon;

/* The lexicon for a BCP 47 tag, ignoring region and script; NULL when there is
 * none. If the language is not given (NULL, "", "und"), it is English. */
const ent_i_lexicon *ent_i_lexicon_for(const char *language);
/* The lexicon for English. It serves stages that have no article at hand, and
 * articles in a language without a lexicon of its own. Never NULL. */
const ent_i_lexicon *ent_i_lexicon_default(void);

/* The lexicon for the article's language, or else the one for English. */
const ent_i_lexicon *ent_i_lexicon_of(const ent_article *article);

/* Finds the word, ignoring the case of ASCII letters; NULL when no table has
 * it. */
const ent_i_lexeme *ent_i_lexeme_find(const ent_i_lexicon *lexicon,
                                      const char *bytes, size_t size);
/* The same, but never NULL: an unknown word gives an empty one. */
const ent_i_lexeme *ent_i_lexeme_of(const ent_i_lexicon *lexicon,
                                    const char *bytes, size_t size);

/* Whether the word is a month or weekday, not abbreviated. */
static inline bool ent_i_is_day_or_month(const ent_i_lexeme *word)
{
    return (word->month || word->weekday) &&
           !(word->calendar & ENT_I_CALENDAR_SHORT);
}

/* Finds the word as a title or a word of kinship, ignoring a final period; NULL
 * when it is neither. */
const ent_i_lexeme *ent_i_title_find(const ent_i_lexicon *lexicon,
                                     const char *bytes, size_t size);
/* The gender that the words of a title, or a word such as "wife", imply. */
ent_i_gender ent_i_title_gender(const ent_i_lexicon *lexicon, const char *bytes,
                                size_t size);

/* The number of the first cue whose first word this is, ignoring case; others
 * may follow it. ENT_I_NO_CUE when there is none. */
#define ENT_I_NO_CUE UINT16_MAX
uint16_t ent_i_cue_find(const ent_i_lexicon *lexicon, const char *bytes,
                        size_t size);

/* What kind of abbreviation the word is, given as written but without its last
 * period. */
ent_i_abbreviation ent_i_abbreviation_find(const ent_i_lexicon *lexicon,
                                           const char *word, size_t size);

/* The row of a name that is another form of a usual one, or NULL. */
const ent_i_usual *ent_i_usual_find(const ent_i_lexicon *lexicon,
                                    const char *form);

/* The name of the state that the bytes are the name or an abbreviation of
 * ("Mich.", "R.I."); NULL when there is none. */
const char *ent_i_state_called(const ent_i_lexicon *lexicon, const char *bytes,
                               size_t size);

/* The word of another language's dates, ignoring the case of ASCII letters;
 * NULL when it is none. */
const ent_i_foreign_day *ent_i_foreign_day_find(const ent_i_lexicon *lexicon,
                                                const char *bytes, size_t size);

/* ---- countries ---- */

enum { ENT_I_PHRASE_ROOM = 64, ENT_I_PHRASE_WORDS = 8 };

/* Writes the key by which a name is looked up: in lower case, without periods
 * and apostrophes, with a blank for a hyphen or line end. False when it doesn't
 * fit (ENT_I_PHRASE_ROOM bytes). */
bool ent_i_phrase_key(const char *bytes, size_t size, char *out);

/* Whether everybody knows a firm by this name, which looks like a person's. */
bool ent_i_is_firm(const ent_i_lexicon *lexicon, const char *bytes,
                   size_t size);

/* The country with this name, whether its usual name, another one or the full
 * one; NULL when none or several ("Congo") have it. */
const ent_i_country *ent_i_country_called(const ent_i_lexicon *lexicon,
                                          const char *bytes, size_t size);
/* The countries that the bytes as a whole may mean, as names or adjectives:
 * first[0] to first[count - 1], where first is the result; NULL and 0 when
 * there is none. "Korean" may mean two. */
const ent_i_naming_row *ent_i_country_names(const ent_i_lexicon *lexicon,
                                            const char *bytes, size_t size,
                                            size_t *count);
/* Whether one of those countries is named by a name that ends in bytes[from,
 * end). Only the longest name counts: "Guinea" is not in "Papua New Guinea".
 * Nothing before `start` is looked at. */
bool ent_i_country_stands(const ent_i_lexicon *lexicon,
                          const ent_i_naming_row *names, size_t count,
                          const char *bytes, size_t start, size_t from,
                          size_t end);
/* Whether the bytes are the full name of a state: "Russian Federation". */
bool ent_i_is_state(const ent_i_lexicon *lexicon, const char *bytes,
                    size_t size);

/* ---- for the generator and lexicon.c ---- */

extern const ent_i_lexicon *const ent_i_lexicons[];
extern const size_t ent_i_lexicon_count;

/* FNV-1a (Fowler, Noll, Vo), which needs no set-up and suits such short
 * keys. */
static inline uint32_t ent_i_word_hash(uint32_t hash, char c)
{
    return (hash ^ (uint8_t)c) * 16777619u;
}
#define ENT_I_WORD_HASH 2166136261u

#endif
