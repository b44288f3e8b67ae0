#include "store/schema.h"

/* Records are apart from what is known of their articles, so that a query about
 * articles doesn't go through all texts. */
const char ent_i_store_schema[] =
    "BEGIN IMMEDIATE;"
    "PRAGMA application_id = 0x656E7465;"
    "PRAGMA user_version = 1;"

    "CREATE TABLE readings("
    " number INTEGER PRIMARY KEY,"
    " how TEXT NOT NULL UNIQUE);"

    "CREATE TABLE articles("
    " number INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " own_id INTEGER NOT NULL,"
    " title TEXT NOT NULL,"
    " date TEXT,"
    " source TEXT,"
    " url TEXT,"
    " language TEXT,"
    " author TEXT,"
    " format TEXT,"
    " path TEXT,"
    " content INTEGER NOT NULL,"
    " reading INTEGER NOT NULL REFERENCES readings);"
    "CREATE INDEX articles_by_url ON articles(url) WHERE url IS NOT NULL;"
    "CREATE INDEX articles_by_content ON articles(content);"

    "CREATE TABLE records("
    " number INTEGER PRIMARY KEY REFERENCES articles,"
    " text_at INTEGER NOT NULL,"
    " text_size INTEGER NOT NULL,"
    " mentions TEXT NOT NULL,"
    " record BLOB NOT NULL);"

    "CREATE VIEW texts AS"
    " SELECT a.number, a.id, a.title, a.date,"
    "  CAST(substr(r.record, r.text_at + 1, r.text_size) AS TEXT) AS text"
    " FROM articles a JOIN records r ON r.number = a.number;"

    "CREATE VIEW mentions AS"
    " SELECT a.id AS article, m.key AS number,"
    "  CAST(substr(iif(m.value ->> 0, r.record, CAST(a.title AS BLOB)),"
    "   iif(m.value ->> 0, r.text_at, 0) + (m.value ->> 1) + 1,"
    "   (m.value ->> 2) - (m.value ->> 1)) AS TEXT) AS text,"
    "  iif(m.value ->> 0, 'text', 'title') AS field,"
    "  m.value ->> 1 AS start, m.value ->> 2 AS end,"
    "  m.value ->> 3 AS type, m.value ->> 4 AS role"
    " FROM articles a JOIN records r ON r.number = a.number,"
    "  json_each(r.mentions) m;"

    "COMMIT;";
