/* Compact Language Detector 2, which needs no text longer than a paragraph. It
 * is opened when the first article is met: it is written in C++, which neither
 * the program nor its build otherwise need. */
#include "source/language.h"
#include "core/ascii.h"

#include <string.h>

#include "core/error.h"
#include "core/utf8.h"

#ifdef ENTENTE_CLD2_FILE
#include <dlfcn.h>
#include <pthread.h>

/* How much of a text is looked at; where the input states the language, it
 * takes more to contradict it. In bytes, and in percent of the text that must
 * be in one language. */
enum { LOOK = 1000, LOOK_LONG = 4000, SHORT = 200, SURE = 80, SURER = 95 };

/* More than opening it and a call of it take: its C++ ends the program where it
 * finds no memory. */
enum { SPARE = 8 << 20 };

/* CLD2::DetectLanguageSummary and CLD2::LanguageCode, under the names that C++
 * gives them on all systems but Windows. Languages are numbers; the three most
 * frequent come with their percentages of the text. */
typedef int detect_call(const char *text, int size, bool plain,
                        int languages[3], int percents[3], int *text_bytes,
                        bool *reliable);
typedef const char *code_call(int language);

static struct {
    detect_call *detect; /* NULL: not there */
    code_call *code;
} cld;
static pthread_once_t opened = PTHREAD_ONCE_INIT;

static void open_cld(void)
{
    void *library = dlopen(ENTENTE_CLD2_FILE, RTLD_NOW | RTLD_LOCAL);
    void *detect =
        library ? dlsym(library, "_ZN4CLD221DetectLanguageSummaryEPKcibPNS_"
                                 "8LanguageEPiS4_Pb")
                : NULL;
    void *code =
        library ? dlsym(library, "_ZN4CLD212LanguageCodeENS_8LanguageE") : NULL;
    /* ISO C has no conversion between pointers to data and to functions. */
    if (detect && code) {
        memcpy(&cld.detect, &detect, sizeof detect);
        memcpy(&cld.code, &code, sizeof code);
    }
}

/* The size of the text's beginning, which ends between characters. */
static int beginning(const ent_article *article, uint32_t most)
{
    uint32_t size = article->text_size < most ? article->text_size : most;
    while (size && !ent_i_is_boundary(article->text, size))
        size--;
    return (int)size;
}

/* Sets the language of a text that is clear enough. */
static void detect(ent_article *article)
{
    int languages[3], percents[3], text_bytes;
    bool reliable, stated = article->language && *article->language;
    int size = beginning(article, stated ? LOOK_LONG : LOOK);
    cld.detect(article->text, size, true, languages, percents, &text_bytes,
               &reliable);
    if (!reliable || size < (stated ? LOOK : SHORT) ||
        percents[0] < (stated ? SURER : SURE))
        return;
    const char *code = cld.code(languages[0]);
    size_t n = strcspn(code, "-");
    /* "en-GB" tells more than "en". */
    if (stated && ent_i_ascii_same(article->language, code, n) &&
        (!article->language[n] || strchr("-_", article->language[n])))
        return;
    article->language = code;
    article->language_from = "text";
    if (stated)
        article->warnings |= ENT_WARN_LANGUAGE;
}

ent_status ent_i_detect_language(ent_article *article, ent_error *error)
{
    if (article->names_only)
        return ENT_OK;
    if (!ent_i_memory_spare(SPARE))
        return ent_i_no_memory(error, "source");
    pthread_once(&opened, open_cld);
    if (cld.detect)
        detect(article);
    return ENT_OK;
}
#else
ent_status ent_i_detect_language(ent_article *article, ent_error *error)
{
    (void)article, (void)error;
    return ENT_OK;
}
#endif
