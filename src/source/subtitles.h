/* Subtitles: SubRip (.srt) and WebVTT (.vtt). */
#ifndef ENTENTE_SOURCE_SUBTITLES_H
#define ENTENTE_SOURCE_SUBTITLES_H

#include "core/article.h"

bool ent_i_sniff_subtitles(const char *bytes, size_t size);
/* The words of all cues as running text: a sentence goes on from cue to cue, a
 * paragraph ends where a sentence does and either another speaker begins or
 * nobody speaks for some seconds. */
ent_status ent_i_read_subtitles(ent_article *article, ent_error *error);

#endif
