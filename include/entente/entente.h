/**
 * @file entente.h
 * All of libentente: who meets whom, from a pile of news articles.
 *
 *     reading.h    inputs to articles: ent_reader
 *     article.h    what was found in one article
 *     corpus.h     articles to actors: ent_corpus
 *     network.h    actors to nodes, ties, measures: ent_network
 *     layout.h     where the nodes are in pictures
 *     slices.h     a network through time
 *     events.h     encounters of all articles to events: ent_events
 *     store.h      an archive of articles that grows: ent_store
 *     review.h     doubtful decisions as questions, and their answers
 *     saved.h      networks read back from files
 *     output.h     networks and articles to files
 *     training.h, scoring.h   the recogniser's model, and how good all is
 *     exporter.h   what a plug-in sees
 *
 * Structs begin with their size, or end with it where they are many; start the
 * ones that you fill from their _INIT macro. Later versions only add members
 * behind those of today, so a program built with an older header keeps working.
 * Calls on one object must not run at the same time.
 */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include "article.h"
#include "corpus.h"
#include "error.h"
#include "events.h"
#include "exporter.h"
#include "layout.h"
#include "network.h"
#include "output.h"
#include "reading.h"
#include "review.h"
#include "saved.h"
#include "scoring.h"
#include "slices.h"
#include "store.h"
#include "training.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The library's version, "1.2.3". */
ENT_API const char *ent_version(void);

#ifdef __cplusplus
}
#endif
#endif
