/* What the program that reads PDFs writes for the library: parts, each followed
 * by its text. Both are of one build, so that they agree on how it lies in
 * memory. */
#ifndef ENTENTE_SOURCE_PDF_PARTS_H
#define ENTENTE_SOURCE_PDF_PARTS_H

#include <stdint.h>

/* Its file's name. */
#define ENT_I_PDF_PROGRAM "entente-read-pdf"

typedef enum ent_i_pdf_kind {
    ENT_I_PDF_PAGE, /* begins */
    ENT_I_PDF_LINE, /* of the page, its text in UTF-8 */
    ENT_I_PDF_END,  /* of the document: all was read */
    ENT_I_PDF_FAULT /* the text says why it can't be read */
} ent_i_pdf_kind;

typedef struct ent_i_pdf_part {
    uint32_t kind;
    uint32_t size;        /* of the text behind it, in bytes */
    float x1, y1, x2, y2; /* of a line: in points, y downwards */
    int64_t made;         /* at the end: when, in seconds since 1970, or -1 */
} ent_i_pdf_part;

enum {
    ENT_I_PDF_PAGES = 20000, /* more are refused */
    ENT_I_PDF_MIB = 1024     /* of memory that it takes, beside the file */
};

/* Seconds of computing that are allowed once so many pages are read. */
static inline unsigned ent_i_pdf_seconds(unsigned pages)
{
    return 5 + pages / 10;
}

#endif
