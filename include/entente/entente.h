/**
 * @file entente.h
 * All of libentente: who meets whom, from a pile of news articles.
 */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include "article.h"
#include "error.h"
#include "exporter.h"
#include "network.h"
#include "pipeline.h"

#endif
