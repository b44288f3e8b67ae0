#include "store/schema.h"

/* Records are apart from what is known of their articles, so that a query about
 * articles doesn't go through all texts. */
const char ent_i_store_schema[] =
    "PRAGMA application_id = 0x656E7465;"
    "PRAGMA user_version = 2;"

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

    "CREATE TABLE actors("
    " number INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " label TEXT NOT NULL,"
    " type TEXT NOT NULL,"
    " mentions INTEGER NOT NULL,"
    " articles INTEGER NOT NULL,"
    " community INTEGER);"

    "CREATE TABLE assignments("
    " number INTEGER PRIMARY KEY REFERENCES articles,"
    " actors TEXT NOT NULL);"

    "CREATE TABLE answers("
    " name TEXT NOT NULL,"
    " whom TEXT NOT NULL,"
    " type TEXT NOT NULL,"
    " same INTEGER NOT NULL,"
    " PRIMARY KEY(name, whom, type)) WITHOUT ROWID;"

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

    "CREATE VIEW named AS"
    " SELECT a.id AS article, w.id AS actor, w.label,"
    "  CAST(substr(iif(m.value ->> 0, r.record, CAST(a.title AS BLOB)),"
    "   iif(m.value ->> 0, r.text_at, 0) + (m.value ->> 1) + 1,"
    "   (m.value ->> 2) - (m.value ->> 1)) AS TEXT) AS text,"
    "  iif(m.value ->> 0, 'text', 'title') AS field,"
    "  m.value ->> 1 AS start, m.value ->> 2 AS end"
    " FROM assignments s JOIN articles a ON a.number = s.number"
    "  JOIN records r ON r.number = s.number, json_each(s.actors) m"
    "  JOIN actors w ON w.number = m.value ->> 3;";

const char ent_i_store_upgrade[] =
    "ALTER TABLE actors ADD COLUMN community INTEGER;"
    "PRAGMA user_version = 2;";
