/* What the first bytes of an input tell of it. Here are the formats whose
 * readers a build may lack: their inputs must be known for what they are even
 * so. */
#ifndef ENTENTE_SOURCE_SNIFF_H
#define ENTENTE_SOURCE_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

bool ent_i_sniff_zip(const char *bytes, size_t size);
bool ent_i_sniff_7z(const char *bytes, size_t size);
/* Also one of V7's, which has no magic number, by its checksum. */
bool ent_i_sniff_tar(const char *bytes, size_t size);
bool ent_i_sniff_compressed(const char *bytes, size_t size);
bool ent_i_sniff_docx(const char *bytes, size_t size);
bool ent_i_sniff_odt(const char *bytes, size_t size);
bool ent_i_sniff_epub(const char *bytes, size_t size);
/* Spreadsheets and presentations, which are known only to be refused. */
bool ent_i_sniff_office(const char *bytes, size_t size);
bool ent_i_sniff_pdf(const char *bytes, size_t size);
bool ent_i_sniff_mail(const char *bytes, size_t size);
bool ent_i_sniff_mbox(const char *bytes, size_t size);
bool ent_i_sniff_rtf(const char *bytes, size_t size);
bool ent_i_sniff_warc(const char *bytes, size_t size);
/* ARC, which WARC replaced; known only to be refused. */
bool ent_i_sniff_arc(const char *bytes, size_t size);
bool ent_i_sniff_html(const char *bytes, size_t size);
/* Feeds, and news in XML. */
bool ent_i_sniff_feed(const char *bytes, size_t size);
/* Any other XML. */
bool ent_i_sniff_xml(const char *bytes, size_t size);

#endif
