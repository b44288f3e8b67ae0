#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "recognise/roles.h"
#include "unit/made.h"

/* A story around the paragraph under test, long enough for a first and a
 * second half. */
#define STORY                                                                  \
    "<P Ann Dunn> met <P Karl Roth> in <L Oslo> to talk about fish, boats "    \
    "and "                                                                     \
    "the weather of the coming year. They agreed on little.\n\n"               \
    "The two will meet again in spring, said <P Roth>, who likes to travel "   \
    "by train and to arrive late.\n\n"
#define MORE                                                                   \
    "Fishermen of both lands had asked for the talks, which went on until "    \
    "the evening, when <P Dunn> flew home.\n\n"

typedef struct expectation {
    const char *before;
    const char *paragraph; /* the one under test */
    const char *after;
    const char *roles; /* of its mentions: s b c f */
} expectation;

static const expectation expectations[] = {
    /* bylines */
    {"", "By <P Jane Doe>\n\n", STORY MORE, "b"},
    {"", "By <P JANE DOE> and <P JOHN ROE>\n\n", STORY MORE, "bb"},
    {"", "By <P Jane Doe>, <O Daily News>\n\n", STORY MORE, "bb"},
    {"", "<P Jane Doe>, and <P Max Poe>\n\n", STORY MORE, "bb"},
    {"", "<P Jane Doe>, and <P Max Poe> left\n\n", STORY MORE, "ss"},
    {"", "by <P Jane Doe>, Staff Writer\n\n", STORY MORE, "b"},
    {"", "<P Jane Doe>, Reporter\n\n", STORY MORE, "b"},
    {"", "<P JANE DOE>, HOST:\n\n", STORY MORE, "s"},
    {STORY MORE, "Additional reporting by <P Jane Doe> in <L Oslo>\n", "",
     "bb"},
    {STORY MORE, "(Reporting by <P Jane Doe>; Editing by <P John Roe>)\n", "",
     "bb"},
    {STORY MORE, "<P Jane Doe> contributed to this report.\n", "", "b"},
    {STORY MORE, "Contributing: <P Jane Doe>, <P Max Poe> in <L Oslo>\n", "",
     "bbb"},
    {STORY MORE,
     "EDITING: <P Jane Doe> and <P Max Poe> GRAPHICS: <P John Roe> "
     "CONTRIBUTORS: <P Ann Lee>, <P Ed Hale>\n",
     "", "bbbbb"},
    {STORY MORE, "<P Jane Doe> is a staff writer at <O Daily News>.\n", "",
     "bb"},
    {STORY MORE,
     "<P Jane Doe> has been contributing to <O Daily News> since 2004. You can "
     "follow her on Twitter @jdoe.\n",
     "", "bb"},
    {STORY MORE,
     "<P Jane Doe> is the founder of <O Doe Ltd>, which helps firms to be "
     "heard. "
     "Follow us: 555-0100\n",
     "", "bb"},
    {STORY MORE, "<P Jane Doe> is the founder of <O Doe Ltd>.\n", "", "bb"},
    {STORY MORE "<P Max Poe> is its treasurer.\n\n",
     "<P Jane Doe> is the founder of <O Doe Ltd>. Others may follow.\n", "",
     "ss"},
    {STORY MORE, "<P Ann Dunn> is the founder of <O Doe Ltd>.\n", "", "ss"},
    {STORY, "<P Jane Doe>\nFrom: My Life at Sea\n", "", "b"},
    {STORY MORE "The two friends\n\n", "<P Jane Doe>\n", "", "s"},
    {STORY MORE, "Interview: <P Jane Doe>, <O Daily News>\n", "", "bb"},
    {"", "Interview: <P Jane Doe> on the sea\n\n", STORY MORE, "s"},
    {"", "Interview: <P Jane Doe>\n\n", STORY MORE, "b"},
    {"", "Interview: <P Ann Dunn>\n\n", STORY MORE, "s"},
    {STORY "Interview:\n\n", "<P Jane Doe>\n\n", "", "b"},
    {STORY MORE "Photo\n\n", "<P Jane Doe>\n\n", MORE, "c"},
    {STORY MORE "Friends\n\n", "<P Jane Doe>\n\n", MORE, "s"},
    {"", "News 10.4.2012 13:30 by <P Jane Doe> for all\n\n", STORY MORE, "b"},
    {"", "News of 2012 by <P Jane Doe> for all\n\n", STORY MORE, "s"},
    {STORY, "<P Jane Doe> wrote:\n\n", MORE, "f"},
    {STORY, "<P Karl Roth> wrote:\n\n", MORE, "s"},
    {STORY MORE,
     "<P Jane Doe>, author from <L Oslo> and founder of a school, can be "
     "heard on Sundays.\n",
     "", "bb"},
    /* interviews */
    {STORY, "<P Jane Doe>: Why a bridge?\n\n<P Roth>: We need it.\n\n", MORE,
     "bs"},
    {STORY, "<P Karl Roth>: Why a bridge?\n\n<P Dunn>: We need it.\n\n", MORE,
     "ss"},
    {"",
     "<P Jane Doe>: Why a bridge?\n\n<P Max Poe>: We need it.\n\n"
     "<P Doe>: Who pays?\n\n<P Poe>: All of us.\n\n",
     STORY MORE, "bsbs"},
    {"",
     "<P Jane Doe>: Why a bridge?\n\n<P Max Poe>: Why not?\n\n"
     "<P Doe>: Who pays?\n\n<P Poe>: Who else?\n\n",
     STORY MORE, "ssss"},
    {"",
     "<P Jane Doe> (<O Radio>): Why a bridge?\n\n<P Max Poe>: We need "
     "it.\nDoe: Who pays?\n\n<P Poe>: All of us.\n\n<P Jane Doe> had come by "
     "boat to meet <P Jane Doe>.\n\n",
     STORY MORE, "bssssb"},
    {STORY MORE, "Follow <P Jane Doe> on Twitter: @jdoe\n", "", "b"},
    {STORY, "By <P Jane Doe>, senior North Sea reporter\n\n", MORE, "b"},
    {STORY MORE, "Follow <P Doe> at https://example.org\n", "", "b"},
    {STORY MORE, "Contact <P Jane Doe> at jdoe@example.org\n", "", "b"},
    {"", "<P Jane Doe> and <P John Roe>\n\n", STORY MORE, "bb"},
    {"", "<P Jane Doe> is a writer in <L Bonn>.\n\n", STORY MORE, "bb"},
    {STORY MORE, "\xe2\x80\xa2 <P Jane Doe> is editor of <O Daily News>.\n", "",
     "bb"},
    {STORY MORE, "<P Jane Doe> contributed.\n", "", "b"},
    {STORY MORE, "<O Daily News>' <P Jane Doe> has more.\n", "", "bb"},
    {STORY MORE, "<P Jane Doe> has more to do.\n", "", "s"},
    {"", "It was late.\n<P Jane Doe> has more.\n\n", STORY MORE, "b"},
    {STORY, "It was late. His friend <P Jane Doe> has more.\n\n", MORE, "s"},
    {STORY MORE, "<P Jane Doe> reported from <L Bonn>.\n", "", "bb"},
    {STORY MORE, "\xe2\x80\x93 <P Jane Doe>\n", "", "b"},
    {STORY, "They went home by train. (<P Jane Doe>)\n\n", MORE, "b"},
    {STORY, "They went home! (<P Jane Doe>, <P Max Poe>) +++\n\n", MORE, "bb"},
    {STORY, "They went home. (<P Ann Dunn>)\n\n", MORE, "s"},
    {STORY, "\"All went home.\" (<P Jane Doe>)\n\n", MORE, "s"},
    {STORY, "(<P Jane Doe>)\n\n", MORE, "b"},
    {"A look back\n\n", "(<P Jane Doe>)\n\n", STORY MORE, "s"},
    {STORY "About the authors\n\n",
     "<P Jane Doe> came from <L Bonn> in 2004.\n\n", MORE, "bb"},
    {STORY "About the authors we know little.\n\n",
     "<P Jane Doe> came from <L Bonn> in 2004.\n\n", MORE, "ss"},
    {STORY, "Boats. Photo taken by <P Jane Doe> in <L Oslo>\n\n", MORE, "cc"},
    {STORY MORE, "Author: <P Jane Doe>\n", "", "b"},
    {STORY MORE, "<P Jane Doe>, <L Oslo>\n\n",
     MORE "<P Max Poe>\n\n<L Bonn>\n\n" MORE MORE, "bb"},
    {STORY MORE, "<P Max Poe>\n\n<L Bonn>\n\n",
     MORE "<P Jane Doe>, <L Oslo>\n\n" MORE MORE, "bs"},
    {STORY MORE, "<P Jane Doe>, <L Oslo>\n\n", MORE MORE, "ss"},
    {STORY, "The boat. <P Jane Doe> [CC BY-SA 4.0]\n\n", MORE, "c"},
    {STORY, "The boat of <P Jane Doe> (cited by all)\n\n", MORE, "s"},
    {STORY, "The boat by <P Jane Doe> CC BY 2.0\n\n", MORE, "c"},
    {STORY, "Our reporter <P Jane Doe> spent days there.\n\n", MORE, "b"},
    {"", "By <P Jane Doe>, dpa\n\n", STORY MORE, "b"},
    {STORY, "They met friends (<P Jane Doe>)\n\n", MORE, "s"},
    {STORY STORY MORE, "<P Jane Doe>\n\n", "(1) " STORY "[2] " STORY, "b"},
    {STORY STORY MORE, "<P Jane Doe>\n\n", STORY STORY, "s"},
    {"", "By <P Jane Doe>\n\n" STORY MORE MORE "<P Jane Doe>, <O The News>\n",
     "", "bssssssbb"},
    {STORY MORE MORE, "<P Jane Doe>, <O The News>\n", "", "ss"},
    {STORY MORE, "\xe2\x80\x93 <P Ann Dunn>\n", "", "s"},
    {STORY STORY STORY, "\xe2\x80\x93 <P Jane Doe>\n\n", MORE MORE, "b"},
    {STORY, "Posted by <P Jane Doe>, engineer at <O Doe Ltd>\n\n", MORE, "bs"},
    {STORY, "The film, posted by <P Karl Roth>, is old.\n\n", MORE, "s"},
    {STORY,
     "Write to <P Jane Doe> at doe@example.org or <P John Roe> "
     "(roe@example.org), not <P Dunn> (@dunn).\n\n",
     MORE, "bbs"},
    {STORY MORE,
     "Contributing: <P Jane Doe>, <O Daily News>; <P Max Poe> and <P Jo Lee>, "
     "<O The Oslo Times>\n",
     "", "bbbbb"},
    {STORY MORE,
     "Interview by <P Jane Doe>. Camera by <P Max Poe>. Music by <P Jo Lee>.\n",
     "", "bbb"},
    {STORY, "It was reported and photographed by <P Jane Doe>, <P Jo Lee>\n\n",
     MORE, "bb"},
    /* headlines of others */
    {STORY MORE, "Photocredits <O Daily>: <P Jane Doe>\n", "", "cc"},
    {STORY, "<P JANE DOE>: WHY ALL THE BOATS MUST GO NOW\n\n", MORE, "f"},
    {STORY, "<P JANE DOE>: WHY THE BOATS GO NOW.\n\n", MORE, "s"},
    {STORY, "<P JANE DOE> TO STAY\n\n", MORE, "s"},
    {"", "<P JANE DOE>: WHY ALL THE BOATS MUST GO NOW\n\n", STORY MORE, "s"},
    {STORY,
     "<P JANE DOE>: WHY ALL THE BOATS MUST GO\n\n" MORE
     "<P MAX POE>: WHY ALL THE BOATS MUST STAY\n\n" MORE
     "<P JO LEE>: WHY NO BOAT IS LIKE ANOTHER\n\n",
     MORE, "sssss"},
    {STORY "THE BOATS\n\n", "<P JANE DOE>: WHY ALL THE BOATS MUST GO NOW\n\n",
     MORE, "s"},
    /* lists of links in a sentence */
    {STORY,
     "Mayor <P Jo Lund> Jo Maria LundCourt meets <P Ann Dunn> <L Oslo> votes "
     "MORE flew to <L Bonn>.\n\n",
     MORE, "sffs"},
    /* teasers, and pictures of the archive with their captions */
    {STORY, "More: <P Jane Doe> meets <P John Roe> again\n\n", MORE, "ff"},
    {STORY, "( PHOTOS: <P Jane Doe>'s career)\n\n", MORE, "f"},
    {STORY,
     "Media playback is unsupported on your device Media caption <P Jane Doe> "
     "speaks in <L Bonn>\n\n",
     MORE, "ff"},
    {STORY,
     "Photos: The life of <P Jane Doe> <P Doe> meets the miners of the north "
     "in the spring of that year, before the pits were closed for good. Hide "
     "Caption 1 of 2 Photos: The life of <P Jane Doe> <P John Roe>, left, "
     "shakes her hand after the vote in the old town hall. Hide Caption 2 of "
     "2\n\n",
     MORE, "ffff"},
    {"", "<P Jane Doe> met <P John Roe>. Hide Caption <P Ann Dunn> spoke.", "",
     "sss"},
    /* credits */
    {STORY, "Photo by <P JANE DOE>/<O AFP>/<O Getty Images>\n\n", MORE, "ccc"},
    {STORY, "The boat <P Jane Doe> (AFP), the sea <P Max Poe> (Reuters)\n\n",
     MORE, "cc"},
    {STORY, "<L Oslo> (AFP) <P Jane Doe> (46) left.\n\n", MORE, "ss"},
    {STORY,
     "<P Jane Doe>\xe2\x80\x94NOOR for <O TIME> <M Russian> soldiers\n\n", MORE,
     "ccs"},
    {STORY, "<P Karl Roth> at the port (AP Photo/<P Jane Doe>)\n\n", MORE,
     "sc"},
    {STORY, "Image copyright <P Jane Doe> Image caption <P Roth> smiles\n\n",
     MORE, "cs"},
    {STORY, "<P Roth> in <L Oslo> | <P Jane Doe>/<O Getty Images>\n\n", MORE,
     "sscc"},
    {STORY, "Credit: <P Jane Doe>\n\n", MORE, "c"},
    {STORY, "Fotos: <P Jane Doe> \xe2\x80\xa0, <P Max Poe>\n\n", MORE, "cc"},
    {STORY, "Portrait by <P Jane Doe>\n\n", MORE, "c"},
    {STORY, "Video: <P Jane Doe> meets friends\n\n", MORE, "f"},
    {STORY, "The port. Taken by <P Jane Doe> in May.\n\n", MORE, "c"},
    {STORY, "The boats. Picture <P Jane Doe>, The Daily News\n\n", MORE, "c"},
    {STORY, "Picture <P Jane Doe>, at sea for years.\n\n", MORE, "s"},
    {STORY, "<P CreditJane Doe> for <O TIME>\n\n", MORE, "cc"},
    {STORY, "<P McCrediton> and <O PhotoDoe> are there.\n\n", MORE, "ss"},
    {STORY, "Photo: <P Jane Doe> Illustration by <P Max Poe>\n\n", MORE, "cc"},
    {STORY, "She bought an illustration by <P Max Poe>.\n\n", MORE, "s"},
    {STORY, "Photos by jd (Depot), rl, <P Jane Doe>, <P Max Poe>, mp.\n\n",
     MORE, "cc"},
    {STORY, "<P Jane Doe>/The Daily News <P Roth> waits.\n\n", MORE, "cs"},
    {STORY, "The boats. <P Jane Doe>\xe2\x80\x94The News/Pool\n\n", MORE, "c"},
    {STORY, "The boats. <P Doe>/AFP\n\n", MORE, "c"},
    {STORY, "The boats <P Jane Doe>/<M NEWS>\n\n", MORE, "cc"},
    {STORY, "A photo posted by <P Jane Doe> (@jdoe) at noon\n\n", MORE, "c"},
    /* furniture */
    {STORY MORE,
     "Want more? Read about:\n\n<P Jane Doe>, a smith\n\n<P Max Poe>, a "
     "cook\n",
     "", "ff"},
    {STORY, "Read more: <P Jane Doe> on the art of fishing\n\n", MORE, "f"},
    {STORY, "Related: What <P Jane Doe> wants\n\n", MORE, "f"},
    {STORY "Pressekontakt\n\n", "<P Jane Doe>, 555-0100\n\n", MORE, "f"},
    {STORY MORE, "The authors thank <P Jane Doe>.\n", "", "f"},
    {STORY, "Lire aussi <P Jane Doe> & <P Max Poe>\n\n", MORE, "ff"},
    {STORY "Mehr zum Thema:\n\n", "<P Jane Doe> meets <P Max Poe>\n\n", MORE,
     "ff"},
    {STORY, "Boats, by <P Jane Doe>, appeared first on The Echo.\n\n", MORE,
     "f"},
    {STORY MORE "<P Jane Doe> contributed to this report.\n\n",
     "Our Plus\n\nHear what <P Max Poe> says of it.\n", "", "f"},
    {STORY MORE, "Feb. 9 2016 1:49 PM Our <P Max Poe> counts the boats.\n", "",
     "f"},
    /* lists of persons */
    {"", "<P Ada Holm>\n<P Bo Lind>\n<P Cy Ford>\n\n", STORY MORE, "sss"},
    {"Talks in <L Oslo>\n\nPresent:\n\n", "<P Ada Holm>\n\n", MORE, "s"},
    {"Attendees\n", "<P Ada Holm>\n<P Bo Lind>\n\n", MORE, "ss"},
    {"", "- <P Ada Holm>\n- Ugo Zed\n- <P Bo Lind>\n- <P Cy Ford>\n\n", MORE,
     "sss"},
    {"List of witnesses\n\n",
     "1. <P Ada Holm>\n(2) <P Bo Lind>, writer\n3) <P Cy Ford>\n\n", MORE,
     "sss"},
    {"", "<P Jane Doe>\n<P John Roe>\n\n", STORY MORE, "bb"},
    {"",
     "<P Jane Doe>, Reporter\n<P John Roe>, Editor\n<P May Poe>, Writer\n\n",
     STORY MORE, "bbb"},
    {"Jury members quarrel\n\n", "<P Jane Doe>\n\n", STORY MORE, "b"},
    {"Dear Sir,\n\nI was there.\n\nYours truly,\n", "<P Ada Holm>\n", "", "s"},
    /* the story */
    {STORY, "By <P Roth>'s count, it was the third meeting.\n\n", MORE, "s"},
    {STORY, "By Monday, <P Roth> had decided to stay.\n\n", MORE, "s"},
    {STORY, "The plan was drawn up by <P Roth> and <P Dunn>.\n\n", MORE, "ss"},
    {STORY, "\"Contact with <P Roth> was lost,\" <P Dunn> said.\n\n", MORE,
     "ss"},
    {STORY, "<P Jane Doe> is a reporter whom <P Roth> once sued.\n\n", MORE,
     "ss"},
    {STORY, "Recent reporting by <P Jane Doe> shows what <P Roth> did.\n\n",
     MORE, "ss"},
    {STORY, "He posted a photo of <P Roth> with <P Dunn>.\n\n", MORE, "ss"},
    {STORY, "<P Roth>\xe2\x80\x94no friend of boats\xe2\x80\x94laughed.\n\n",
     MORE, "s"},
    {STORY, "The <P Dunn>/<P Roth> plan is dead.\n\n", MORE, "ss"},
    {STORY, "The <P Karl Roth>/<L Oslo> plan is dead.\n\n", MORE, "ss"},
    {STORY, "Photo: <P Roth>'s boat, which <P Dunn> sold.\n\n", MORE, "ss"},
    {STORY, "<P Jane Doe>, a fellow of a club, warned <P Roth>.\n\n", MORE,
     "ss"},
    {STORY, "<P Roth>\n\n", MORE, "s"},
    {STORY, "To read more of <P Roth> is a pleasure, said <P Dunn>.\n\n", MORE,
     "ss"},
};

static void describe(const ent_article *article, const char *from,
                     const char *to, char *out)
{
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        const char *place = article->text + m->start;
        if (place >= from && place < to)
            *out++ = ent_role_name((ent_role)m->role)[0];
    }
    *out = '\0';
}

/* How many bytes a marked text has without its marks. */
static size_t bare_size(const char *marked)
{
    size_t n = 0;
    for (; *marked; marked++) {
        if (*marked == '<')
            marked += 2;
        else
            n += *marked != '>';
    }
    return n;
}

/* Whether the roles are as expected. */
static bool check_roles(const expectation *e, ent_i_text *text,
                        const char *language)
{
    char marked[2048], found[32];
    bool right = true;
    snprintf(marked, sizeof marked, "%s%s%s", e->before, e->paragraph,
             e->after);
    ent_article *article = made_article(marked, text);
    assert_non_null(article);
    article->language = language;
    assert_int_equal(ent_i_roles_apply(article, text, NULL), ENT_OK);
    const char *from = article->text + bare_size(e->before);
    describe(article, from, from + bare_size(e->paragraph), found);
    if (strcmp(found, e->roles) != 0) {
        print_error("%s: expected %s, found %s\n", e->paragraph, e->roles,
                    found);
        right = false;
    }
    describe(article, article->text, from, found);
    if (strspn(found, "s") != strlen(found) && e->roles[0] != 'f') {
        print_error("%s: story before it: %s\n", e->paragraph, found);
        right = false;
    }
    ent_article_free(article);
    return right;
}

static void test_roles(void **state)
{
    (void)state;
    ent_i_text text = {0};
    int wrong = 0;
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++)
        wrong += !check_roles(&expectations[i], &text, NULL);
    ent_i_text_free(&text);
    assert_int_equal(wrong, 0);
}

/* "Von" and "Di" begin names in English. */
static void test_other_languages(void **state)
{
    (void)state;
    static const expectation german[] = {
        {"", "Von <P Jane Doe>, <P Max Poe> und <P Ed Hale>, <O NDR>\n\n",
         STORY MORE, "bbbb"},
        {"", "<P Von Jane Doe> und <P Max Poe>\n\n", STORY MORE, "bb"},
        {"", "<P Von der Doe>, die lange schwieg.\n\n", STORY MORE, "s"},
        {STORY STORY, "<P Von Jane Doe>\n\n", MORE STORY MORE, "s"},
        {STORY MORE, "<P Von Jane Doe> (Autor von Mein Meer)\n\n", "", "b"},
        {STORY, "Ein Boot. Foto: <P Jane Doe> und <P Max Poe>\n\n", MORE, "cc"},
        {STORY, "Propos recueillis par <P Jane Doe>\n\n", MORE, "b"},
        {STORY MORE, "Autorin: <P Jane Doe>, <L Oslo>\n\n", MORE, "bb"},
        {STORY MORE, "<P Jane Doe> ist Redakteurin.\n\n", "", "b"},
        {STORY,
         "Das geht. Viele Gr\xc3\xbc\xc3\x9f"
         "e, <P Jane>\n\n",
         MORE, "b"},
        {STORY "Das geht.\nGruss\n", "<P Jane Doe>\n\n", MORE, "b"},
        {STORY,
         "Viele Gr\xc3\xbc\xc3\x9f"
         "e an <P Jane Doe>\n\n",
         MORE, "s"}};
    ent_i_text text = {0};
    int wrong = 0;
    for (size_t i = 0; i < sizeof german / sizeof *german; i++)
        wrong += !check_roles(&german[i], &text, "de");
    static const expectation english = {"", "<P Von Doe>, <L Denver>\n\n",
                                        STORY MORE, "ss"};
    wrong += !check_roles(&english, &text, "en");
    ent_i_text_free(&text);
    assert_int_equal(wrong, 0);
}

/* A text in three parts; author and title as the input states them, or NULL. */
typedef struct stated_page {
    const char *author, *title;
    const char *before, *line, *after;
} stated_page;

/* Expects the roles of the names in the line. */
static void assert_roles(const stated_page *page, const char *expected)
{
    char markup[4000], found[8];
    ent_i_text text = {0};
    snprintf(markup, sizeof markup, "%s%s%s", page->before, page->line,
             page->after);
    ent_article *article = made_article(markup, &text);
    article->author = page->author;
    if (page->title) {
        article->title = page->title;
        article->title_size = (uint32_t)strlen(page->title);
    }
    assert_int_equal(ent_i_roles_apply(article, &text, NULL), ENT_OK);
    const char *from = article->text + bare_size(page->before);
    describe(article, from, from + bare_size(page->line), found);
    assert_string_equal(found, expected);
    ent_article_free(article);
    ent_i_text_free(&text);
}

/* Whom the input states as the author is not in the story, under the full
 * name. */
static void test_stated_authors(void **state)
{
    (void)state;
    static const char *const authors[] = {
        "Jane Doe",   "Max Poe, JANE DOE", "By Jane Doe and Max Poe",
        "Jane Doery", "The Daily Jane",    NULL};
    for (size_t i = 0; i < sizeof authors / sizeof *authors; i++)
        assert_roles(
            &(stated_page){authors[i], NULL, STORY,
                           "On 5 May <P Jane Doe> met <P Dunn>, and <P Doe> "
                           "left.",
                           "\n\n" MORE},
            i < 3 ? "bss" : "sss");
}

/* A given name alone is the author's, unless somebody else has it. */
static void test_authors_by_given_name(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"Jane Doe", "\"Dear <P Jane>\", they say.", "b"},
        {"By Max Poe and Jane Doe", "They know <P Jane>.", "b"},
        {"Ann Jane", "They know <P Jane>.", "s"},
        {"Jane Doe", "They know <P Ms. Jane>.", "s"},
        {"Jane Doe", "<P Jane Roe> came. They know <P Jane>.", "ss"},
        {"Jane Doe", "<P Jane Doe> came. They know <P Jane>.", "bb"},
        {"Jane Doe", "Ein Bericht <P von Jane Doe>.", "b"},
        {"Jane Doe", "Ein Bericht <P von Jane>.", "s"},
        {"Jane Doe (Oslo)", "6 May | <P Par Jane Doe>", "b"},
        {"Mama Doe", "This is all by mama <P Doe>.", "b"},
        {"Max Poe, Mama Doe", "This is by Papa <P Doe> or <P Poe>.", "ss"},
        {"Jane Doe", "They know <P Jane Doe Author>.", "b"},
        {"Jane Doe", "They know <P Ann Jane Doe>.", "s"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_roles(
            &(stated_page){cases[i][0], NULL, STORY, cases[i][1], "\n\n" MORE},
            cases[i][2]);
}

/* Below the story what begins with its author is about the author, and whom it
 * lists with the author wrote it too. */
static void test_notes_on_stated_authors(void **state)
{
    (void)state;
    static const char *const cases[][4] = {
        {STORY MORE, "<P Jane Doe> once met <P Max Poe>.", "", "bb"},
        {"", "<P Jane Doe> once met <P Max Poe>.", STORY MORE, "bs"},
        {STORY MORE, "<P Jane Doe>: Who met <P Max Poe>?", "", "bs"},
        {STORY MORE, "It is the work of <P Max Poe>, <P Jane Doe> and <P Roe>.",
         "", "bbb"},
        {STORY MORE, "It is the work of <P Max Poe> for <P Jane Doe>.", "",
         "sb"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char after[2000];
        snprintf(after, sizeof after, "\n\n%s", cases[i][2]);
        assert_roles(
            &(stated_page){"Jane Doe", NULL, cases[i][0], cases[i][1], after},
            cases[i][3]);
    }
}

/* A way to cite the article, with its title, names the author at the end. */
static void test_ways_to_cite(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"A long year for fishermen",
         "<P Jane Doe>: \"A long year for fishermen\". In: The Blog", "b"},
        {"A long year for fishermen",
         "The text \"A long year for fishermen\" by <P Jane Doe> is old.", "b"},
        {"\xe2\x80\x9e"
         "A long year\xe2\x80\x9c for all",
         "<P Jane Doe>: \xe2\x80\x9e"
         "A long year\xe2\x80\x9c for all",
         "b"},
        {"A long year for fishermen",
         "\"A long year for fishermen\" is what <P Ann Dunn> expects.", "s"},
        {"A long year for fishermen",
         "It was a long year for fishermen, said <P Jane Doe>.", "s"},
        {"A long year", "<P Jane Doe>: \"A long year\". In: The Blog", "s"},
        {"Talks", "<P Maxi Poe>", "b"},
        {"Talks", "\xe2\x80\x93 <P Maxi Poe>", "b"},
        {"Talks", "It is all by <P Maxi Poe>.", "s"},
        {"Talks", "<P Max Roe>", "s"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_roles(&(stated_page){"Maximilian Poe", cases[i][0],
                                    STORY MORE MORE "See you!\n\n", cases[i][1],
                                    ""},
                     cases[i][2]);
}

static void test_given_roles_stay(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article("By <P Jane Doe>\n\n" STORY, &text);
    article->mentions.items[0].role = ENT_ROLE_CREDIT;
    assert_int_equal(ent_i_roles_apply(article, &text, NULL), ENT_OK);
    assert_int_equal(article->mentions.items[0].role, ENT_ROLE_CREDIT);
    ent_article_free(article);
    article = made_article("By <P Jane Doe> and <P Max Poe>\n\n" STORY, &text);
    article->author = "Jane Doe";
    article->mentions.items[0].role_stated = true;
    assert_int_equal(ent_i_roles_apply(article, &text, NULL), ENT_OK);
    assert_int_equal(article->mentions.items[0].role, ENT_ROLE_STORY);
    assert_int_equal(article->mentions.items[1].role, ENT_ROLE_BYLINE);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_no_memory_is_reported(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article(STORY, &text);
    ent_i_memory_fail_from(1);
    ent_status status = ent_i_roles_apply(article, &text, NULL);
    ent_i_memory_fail_from(0);
    assert_int_equal(status, ENT_ERR_MEMORY);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_empty_article(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article("", &text);
    assert_int_equal(ent_i_roles_apply(article, &text, NULL), ENT_OK);
    ent_article_free(article);
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_other_languages),
        cmocka_unit_test(test_stated_authors),
        cmocka_unit_test(test_authors_by_given_name),
        cmocka_unit_test(test_notes_on_stated_authors),
        cmocka_unit_test(test_ways_to_cite),
        cmocka_unit_test(test_given_roles_stay),
        cmocka_unit_test(test_no_memory_is_reported),
        cmocka_unit_test(test_empty_article),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
