/* E-mail: single messages (RFC 5322, MIME) and mbox files (RFC 4155). */
#ifndef ENTENTE_SOURCE_MAIL_H
#define ENTENTE_SOURCE_MAIL_H

#include "source/readers.h"

/* Reads one message: the subject is the title, the sender the source. Of
 * several versions of the text the plain one is taken; what is quoted of other
 * messages, signatures and attachments are left out. */
ent_status ent_i_read_mail(ent_article *article, ent_error *error);
/* Splits an mbox file; each message is an article to be parsed. */
ent_status ent_i_read_mbox(ent_i_stream *stream, ent_article **out,
                           ent_error *error);

#endif
