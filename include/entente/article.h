/**
 * @file article.h
 * One article and what was found in it: sentences, mentions, clusters (who is who
 * in the article) and encounters.
 *
 * Everything that a getter returns is borrowed from the article and lives as long
 * as it does. Offsets count bytes of UTF-8 in a field of the article, its title
 * or its text. Read structs through the pointers that the getters return; they may
 * be larger than this header knows, so don't index from one to the next.
 */
#ifndef ENTENTE_ARTICLE_H
#define ENTENTE_ARTICLE_H

#include <stdbool.h>

#include "error.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An index that points nowhere. */
#define ENT_NONE UINT32_MAX

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t ent_date;
/** The date that is not known. */
#define ENT_NO_DATE INT32_MIN

/** What kind of thing a name stands for. */
typedef enum ent_type {
    ENT_PERSON,
    ENT_ORG,
    ENT_PLACE,
    ENT_MISC
} ent_type;
/** How many values ent_type has. */
#define ENT_TYPE_COUNT 4

/** Which part of the article offsets refer to. */
typedef enum ent_field { ENT_FIELD_TITLE, ENT_FIELD_TEXT } ent_field;

/** Whether a name belongs to the story or to what surrounds it. */
typedef enum ent_role {
    ENT_ROLE_STORY,    /**< part of the story: makes nodes and ties */
    ENT_ROLE_BYLINE,   /**< the article's author: makes neither */
    ENT_ROLE_CREDIT,   /**< photo or agency credit: makes neither */
    ENT_ROLE_FURNITURE /**< teasers, menus, notices: makes neither */
} ent_role;

/** How persons were in contact. */
typedef enum ent_kind {
    ENT_MEET, /**< in person */
    ENT_CALL, /**< at a distance: phone, letter, message */
    ENT_JOINT /**< appeared or acted together, no meeting stated */
} ent_kind;
/** How many values ent_kind has. */
#define ENT_KIND_COUNT 3

/** The form of a contact, where its words tell: a finer kind. */
typedef enum ent_form {
    ENT_FORM_OPEN,      /**< the words don't tell */
    ENT_FORM_INTERVIEW, /**< one questions the other for the public */
    ENT_FORM_HEARING,   /**< before a committee or court */
    ENT_FORM_DEBATE,    /**< of candidates, before an audience */
    ENT_FORM_LETTER,    /**< in writing: letter, e-mail, message */
    ENT_FORM_PHONE      /**< by telephone */
} ent_form;
/** How many values ent_form has. */
#define ENT_FORM_COUNT 6

/** What makes a contact weaker than a meeting; bits. */
enum {
    /** Only words to the other are reported ("told", "asked", "thanked"),
        without a meeting or call in which they fell. */
    ENT_WEAK_TOLD = 1 << 0,
    /** The words were for everybody: a tweet, an open letter, a statement. */
    ENT_WEAK_PUBLIC = 1 << 1,
    /** Several contacts are told as one: "their many meetings". */
    ENT_WEAK_SEVERAL = 1 << 2
};
/** How many bits there are. */
#define ENT_WEAK_COUNT 3

/** How real a contact is, as the article states it. */
typedef enum ent_standing {
    ENT_HELD,     /**< happened or is happening */
    ENT_PLANNED,  /**< scheduled, announced, agreed, expected */
    ENT_PROPOSED, /**< only suggested, requested or conditional */
    ENT_DENIED    /**< said not to have happened, cancelled, refused */
} ent_standing;
/** How many values ent_standing has. */
#define ENT_STANDING_COUNT 4

/** What the time of an encounter rests on. */
typedef enum ent_when_from {
    ENT_WHEN_UNKNOWN,  /**< nothing: it is not told, and may be long past */
    ENT_WHEN_TEXT,     /**< a date in words: "March 5", "in 2008" */
    ENT_WHEN_WEEKDAY,  /**< "on Friday", by the article's day */
    ENT_WHEN_RELATIVE, /**< "today", "two weeks ago", by the article's day */
    ENT_WHEN_CAPTION,  /**< a date in the caption of a picture */
    ENT_WHEN_NEARBY,   /**< what the article says of it elsewhere */
    ENT_WHEN_ARTICLE   /**< no words for it: about the article's day */
} ent_when_from;
/** How many values ent_when_from has. */
#define ENT_WHEN_FROM_COUNT 7

/** What may make an article be read wrongly; bits. A store keeps those that the
 *  article itself shows, which are the first five. */
enum {
    ENT_WARN_NO_TITLE = 1 << 0,    /**< there is none */
    ENT_WARN_NO_DAY = 1 << 1,      /**< its day is not known */
    ENT_WARN_DAY_FETCHED = 1 << 2, /**< its day is that on which it was there */
    ENT_WARN_SHORT = 1 << 3,       /**< less than a paragraph: a teaser? */
    ENT_WARN_DAMAGED = 1 << 4,     /**< it has characters that are not known */
    ENT_WARN_BROKEN_OFF = 1 << 5,  /**< the input ended within it */
    ENT_WARN_UNREAD_DAY = 1 << 6,  /**< the day that is stated is in no known
                                        form, or could be two */
    ENT_WARN_LANGUAGE = 1 << 7,    /**< its text contradicts the language that
                                        is stated */
    ENT_WARN_ENTITIES = 1 << 8     /**< it has entities that stand for too much
                                        or for what is not known */
};
/** How many bits there are. */
#define ENT_WARN_COUNT 9

/** A sentence. The title's sentences come before the text's. */
typedef struct ent_sentence {
    uint32_t start;     /**< first byte in its field */
    uint32_t end;       /**< one past the last byte */
    uint32_t paragraph; /**< number of its paragraph, from 0 */
    uint8_t field;      /**< an ent_field */
    uint8_t size;       /**< of this struct, in bytes */
} ent_sentence;

/** A name in the article. Mentions are sorted by field, then start. */
typedef struct ent_mention {
    uint32_t start;           /**< first byte of the bare name */
    uint32_t end;             /**< one past its last byte; no possessive */
    uint32_t honorific_start; /**< the title before the name ("Secretary of */
    uint32_t honorific_end;   /**< State", "Mr."); equal when there is none */
    uint32_t sentence;        /**< index of its sentence */
    uint32_t cluster;         /**< index of its cluster, or ENT_NONE */
    float confidence;         /**< probability that span and type are right */
    uint8_t type;             /**< an ent_type */
    uint8_t role;             /**< an ent_role */
    uint8_t field;            /**< an ent_field */
    uint8_t size;             /**< of this struct, in bytes */
    bool role_stated;         /**< by the input, which is not doubted then */
} ent_mention;

/** All mentions in one article that stand for one person or thing. */
typedef struct ent_cluster {
    const char *name;      /**< its fullest form in the article */
    const char *honorific; /**< a title seen with it, or NULL */
    uint32_t mentions;     /**< how many mentions it has */
    float confidence;      /**< that all of them are one, 0 to 1 */
    uint8_t type;          /**< an ent_type */
    uint8_t size;          /**< of this struct, in bytes */
} ent_cluster;

/** Persons said to be in direct contact with one another. */
typedef struct ent_encounter {
    const uint32_t *participants; /**< mention index of each participant */
    uint32_t participant_count;   /**< at least two */
    uint32_t sentence;            /**< the sentence that states it */
    uint32_t start;               /**< the stretch of the field that */
    uint32_t end;                 /**< states it, in bytes */
    const char *when_text;        /**< the words for its date, or NULL */
    const char *where;            /**< the place as written, or NULL */
    ent_date when;                /**< its day, or ENT_NO_DATE */
    float confidence;             /**< 0 to 1 */
    uint8_t kind;                 /**< an ent_kind */
    uint8_t standing;             /**< an ent_standing */
    uint8_t field;                /**< an ent_field */
    uint8_t size;                 /**< of this struct, in bytes */
    uint8_t form;                 /**< an ent_form */
    uint8_t weak;                 /**< ENT_WEAK_ bits */
    ent_date when_first;          /**< the days within which it lies; */
    ent_date when_last;           /**< ENT_NO_DATE when they are unknown */
    uint8_t when_from;            /**< an ent_when_from */
} ent_encounter;

/** One article and what was found in it. */
typedef struct ent_article ent_article;

/** The input's own id, else its path (with "#n" in a file of many). */
ENT_API const char *ent_article_id(const ent_article *article);
/** The title, or "" when there is none. */
ENT_API const char *ent_article_title(const ent_article *article);
/** The text as UTF-8; offsets of ENT_FIELD_TEXT refer to it. */
ENT_API const char *ent_article_text(const ent_article *article);
/** The publisher, or NULL. */
ENT_API const char *ent_article_source(const ent_article *article);
/** The address, or NULL. */
ENT_API const char *ent_article_url(const ent_article *article);
/** The language as a BCP 47 tag, or NULL when unknown. */
ENT_API const char *ent_article_language(const ent_article *article);
/** Who wrote it, as the input states it ("Ann Roe, Max Poe"), or NULL. */
ENT_API const char *ent_article_author(const ent_article *article);
/** Where the day of publication was found: "field" (a field of the input),
 *  "json-ld", "meta", "microdata" or "markup" (of a web page), "feed", "header"
 *  (of a message), "url", "text" or "fetched" (the day on which a page was
 *  there); NULL where there is no day. */
ENT_API const char *ent_article_date_from(const ent_article *article);
/** The format that it was read from, by the name that ent_input_format_at
 *  gives; NULL where the calling program had it in memory. */
ENT_API const char *ent_article_format(const ent_article *article);
/** The day of publication, or ENT_NO_DATE. */
ENT_API ent_date ent_article_date(const ent_article *article);
/** What may make it be read wrongly: ENT_WARN_ bits. */
ENT_API unsigned ent_article_warnings(const ent_article *article);
/** The bytes that offsets of the field refer to (the title or the text). */
ENT_API const char *ent_article_field(const ent_article *article,
                                      ent_field field);

/** How many sentences the article has. */
ENT_API size_t ent_article_sentence_count(const ent_article *article);
/** Sentence i, or NULL when i is out of range. */
ENT_API const ent_sentence *ent_article_sentence(const ent_article *article,
                                                 size_t i);
/** How many mentions the article has. */
ENT_API size_t ent_article_mention_count(const ent_article *article);
/** Mention i, or NULL when i is out of range. */
ENT_API const ent_mention *ent_article_mention(const ent_article *article,
                                               size_t i);
/** How many clusters the article has; 0 with resolve mode none. */
ENT_API size_t ent_article_cluster_count(const ent_article *article);
/** Cluster i, or NULL when i is out of range. */
ENT_API const ent_cluster *ent_article_cluster(const ent_article *article,
                                               size_t i);
/** How many encounters the article states. */
ENT_API size_t ent_article_encounter_count(const ent_article *article);
/** Encounter i, or NULL when i is out of range. */
ENT_API const ent_encounter *ent_article_encounter(const ent_article *article,
                                                   size_t i);
/** Frees the article; NULL is allowed. */
ENT_API void ent_article_free(ent_article *article);

/** "person", "org", "place" or "misc". */
ENT_API const char *ent_type_name(ent_type type);
/** The type named so; false when there is none. */
ENT_API bool ent_type_parse(const char *name, ent_type *out);
/** "story", "byline", "credit" or "furniture". */
ENT_API const char *ent_role_name(ent_role role);
/** "meet", "call" or "joint". */
ENT_API const char *ent_kind_name(ent_kind kind);
/** "interview", "hearing", "debate", "letter" or "phone"; "" when open. */
ENT_API const char *ent_form_name(ent_form form);
/** "told", "public" or "several", for 0 to 2: the number of a bit of
 *  ENT_WEAK_. */
ENT_API const char *ent_weak_name(unsigned bit);
/** "no-title", "no-day", "day-fetched", "short", "damaged", "broken-off",
 *  "unread-day", "other-language" or "entities", for 0 to 8: the number of a bit
 *  of ENT_WARN_. */
ENT_API const char *ent_warning_name(unsigned bit);
/** "held", "planned", "proposed" or "denied". */
ENT_API const char *ent_standing_name(ent_standing standing);
/** "text", "weekday", "relative", "caption", "nearby", "article"; NULL for
 *  ENT_WHEN_UNKNOWN and other values. */
ENT_API const char *ent_when_from_name(ent_when_from from);
/** "day", "week", "month" or "year": the least of these that holds all days
 *  from first to last (a season is a "year"); NULL when they are unknown. */
ENT_API const char *ent_when_precision(ent_date first, ent_date last);
/**
 * Writes a date as ISO 8601, "2014-03-29".
 * @param buffer at least 16 bytes; receives "" for ENT_NO_DATE.
 * @return buffer.
 */
ENT_API char *ent_date_format(ent_date date, char *buffer);
/**
 * Reads an ISO 8601 date, or the date part of a date and time.
 * @return false when text does not begin with a valid YYYY-MM-DD.
 */
ENT_API bool ent_date_parse(const char *text, ent_date *out);

#ifdef __cplusplus
}
#endif
#endif
