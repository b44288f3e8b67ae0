/* The lists are our own, from the English of news agencies and newspapers. They
 * are kept by class, as a person reads them, and go once into a table that is
 * asked for each word of a sentence. */
#include "encounter/contact_words.h"

#include <pthread.h>
#include <stddef.h>
#include <string.h>

/* ---- small words by class ---- */

/* Forms are listed as they stand in the text: irregular English is shorter
 * listed than derived. A word may be in several lists and is then all of them;
 * what tells them apart is its place in the sentence. */
static const struct word_list {
    uint32_t is;
    const char *words;
} word_lists[] = {
    {ENT_I_W_AUX,
     "is are was were be been being am has have had having do does did"},
    {ENT_I_W_MODAL, "will would could should may might must can shall cannot"},
    {ENT_I_W_NEG, "not never no neither nor without nobody hardly"},
    /* Passed over between a verb and what belongs to it. */
    {ENT_I_W_ADVERB,
     "also later then again soon ever even just still already now once "
     "twice first last together instead often always recently earlier "
     "there here too since yet both each almost nearly thus meanwhile "
     "afterward afterwards perhaps maybe so far very more most alone "
     "apparently finally today yesterday tomorrow tonight only"},
    /* Lead up to objects that are not the verb's own. */
    {ENT_I_W_PREP,
     "with in at on of to for from by about over under after before "
     "during between among amid against into onto through throughout "
     "across around near outside inside behind beside beyond alongside "
     "toward towards upon via despite following including within "
     "without than like as per aboard ahead off past until till since "
     "concerning regarding besides out up down"},
    {ENT_I_W_CONJ, "and or but nor plus"},
    /* Open a clause with a subject of its own; several are prepositions as
     * well, and what follows tells. */
    {ENT_I_W_COMP,
     "that which who whom whether when while after before because if "
     "although though where since until unless how why what once whose "
     "as"},
    /* A noun phrase begins here, so that a verb form after it is a noun. */
    {ENT_I_W_DET,
     "the a an this that these those his her their its my our your "
     "some any every another each both such several many few two three "
     "four no one all"},
    /* What is said is a clause of its own, and "he" in it is mostly who says
     * it. */
    {ENT_I_W_SAY,
     "say says said saying tell tells told telling think thinks "
     "thought believe believes believed claim claims claimed report "
     "reports reported announce announces announced confirm confirms "
     "confirmed acknowledge acknowledged acknowledges insist insists "
     "insisted suggest suggests suggested add adds added note notes "
     "noted recall recalls recalled reveal reveals revealed testify "
     "testified testifies explain explains explained argue argues "
     "argued hint hinted write wrote writes tweet tweeted tweets joke "
     "joked admit admitted admits declare declared declares know knows "
     "knew hear heard learn learned deny denied denies promise "
     "promised vow vowed signal signaled signalled indicate indicated "
     "indicates allege alleged describe described ask asked asks "
     "concede conceded stress stressed stresses predict predicted warn "
     "warned assert asserted repeat repeated show shows showed state "
     "stated reply replied responded conclude concluded"},
    /* Their subject is the subject of the infinitive too: "Obama decided to
     * meet". */
    {ENT_I_W_CONTROL,
     "decide decides decided plan plans planned planning want wants "
     "wanted hope hopes hoped intend intends intended try tries tried "
     "trying seek seeks sought agree agrees agreed continue continues "
     "continued begin begins began start starts started come comes "
     "came go goes went gone going travel travels traveled travelled "
     "fly flies flew flown head heads headed prepare prepares prepared "
     "preparing expect expects expected schedule scheduled set due "
     "slated likely ready refuse refused refuses decline declined "
     "declines fail failed attempt attempted need needs needed offer "
     "offered offers manage managed able use used opt opted choose "
     "chose get got willing eager supposed about stop stopped return "
     "returned appear appears appeared seem seems seemed happen "
     "happened arrive arrived arrives visit visited wait waited rush "
     "rushed arranged arrange vow vowed pledge pledged promise "
     "promised threaten threatened prefer preferred allowed invite "
     "invited ask asked urge urged demand demanded meant forced sit "
     "sat"},
    /* After these a contact is still to come. */
    {ENT_I_W_PLAN,
     "forward expectations will plan plans planned planning schedule scheduled "
     "schedules "
     "slated set due expect expects expected expecting agree agrees "
     "agreed upcoming forthcoming prepare prepares prepared preparing "
     "prepping preparations preparation tomorrow intend intends "
     "intended arrange arranged arranging announce announced next "
     "ahead looming impending pending anticipated eventual groundwork "
     "booked invited accepts accepted vow vowed vows pledged pledge "
     "hopes hope hoped hoping going shall prior before"},
    /* After these it may never come. */
    {ENT_I_W_PROPOSE,
     "want wants wanted wanting like love eagerness desire willing ready open "
     "offer offers "
     "offered offering request requests requested requesting seek "
     "seeks sought seeking invite invites propose proposes proposed "
     "proposing suggest suggests suggested suggesting suggestion urge "
     "urges urged urging consider considers considered considering "
     "mulls mulling mull could might may should if whether possible "
     "possibly potential potentially possibility prospect prospects "
     "try tries tried trying demand demands demanded encourage "
     "encouraged ought eager hypothetical proposal invitation idea "
     "chance unless can push pushed pushing pitched wish wishes wished "
     "would ask asks asked calls"},
    /* After these it didn't or won't happen. */
    {ENT_I_W_DENY,
     "not never no neither nor without cancel cancels canceled "
     "cancelled canceling cancelling cancellation scrap scraps "
     "scrapped scrapping postpone postpones postponed postponing "
     "abandon abandoned skip skips skipped skipping snub snubbed snubs "
     "reject rejects rejected rejecting refuse refuses refused "
     "refusing refusal decline declines declined declining deny denies "
     "denied denying avoid avoids avoided avoiding opted unlikely "
     "nixed nix aborted fail fails failed failing shelved cannot "
     "hardly"},
    /* Other verbs of news, so that a subject is known by what stands after it.
     */
    {ENT_I_W_VERB,
     "cancels scraps mulls considers skips snubs rejects refuses denies "
     "avoids proposes invites urges pushes wishes prompts sparks takes "
     "took takes take taken made makes make making gave gives give "
     "given left leaves leave kept keeps keep put puts brought bring "
     "brings became become becomes found finds find lost loses lose "
     "won wins win ran runs run saw sees see seen felt feels feel led "
     "leads lead got gets held holds hold sent sends send spent spends "
     "spend stood stands paid pays built build cut broke breaks drew "
     "rose rises fell falls grew chose beat lied died fired hired "
     "named nominated appointed picked tapped endorsed criticized "
     "criticised slammed blasted attacked accused praised supports "
     "support supported backs backed backing opposes opposed oppose "
     "faces faced face remains remained remain enter enters entered "
     "reach reaches reached strike struck strikes open opened opens "
     "move moved moves turn turned turns look looks looked call calls "
     "called help helps helped work works worked join joins joined "
     "sign signs signed lets let has laughs laughed smiles smiled "
     "gestures waves waved poses arrives departs departed releases "
     "released release unveils unveiled passes passed pass voted votes "
     "vote wants serves served running getting using according "
     "prompted sparked resigned resigns pulled pulls rejects struggle "
     "struggled"},
    /* Turn a meeting into a call. */
    {ENT_I_W_FAR,
     "phone telephone telephoned phoned email emails e-mail e-mails "
     "emailed letter letters video videoconference teleconference skype "
     "telegram cable correspondence hotline"},
    /* Turn talk into a meeting: nobody shakes hands by phone. */
    {ENT_I_W_NEAR,
     "dinner lunch breakfast face-to-face person in-person summit golf "
     "handshake visit visited hosted oval sideline sidelines room "
     "office one-on-one tete-a-tete table mar-a-lago privately onstage "
     "stage"},
    /* Nouns that a surname before them describes: who campaigns is not who
     * meets. */
    {ENT_I_W_BELONGS,
     "camps teams staffs targets target subpoena administration "
     "administrations campaign "
     "campaigns team era "
     "presidency supporter supporters backer backers voter voters ally "
     "allies aide aides adviser advisers advisor advisors associate "
     "associates lawyer lawyers attorney attorneys loyalist loyalists "
     "family son daughter wife husband brother sister father mother "
     "mom dad son-in-law daughter-in-law transition foundation "
     "organization organisation tower hotel rally rallies speech tweet "
     "tweets appointee appointees nominee nominees critic critics "
     "fundraiser fundraisers donor donors spokesman spokeswoman "
     "spokesperson official officials surrogate surrogates camp circle "
     "white justice department doctrine government regime cabinet "
     "staff staffer staffers operative operatives confidant confidante "
     "friend friends pals fan fans policy policies plan plans bill budget "
     "tax taxes inauguration impeachment dossier probe investigation "
     "inquiry report memo memos book biographer delegates delegate "
     "country world university center institute library company "
     "companies business businesses properties property resort biopic "
     "effect brand economy years deputy chief national strategist pick "
     "picks ticket coalition base insider insiders holdover foe foes "
     "opponent opponents rival rivals loyalty lieutenant lieutenants "
     "apologist cronies crony machine legacy nomination candidacy "
     "victory win loss defeat vote agenda order orders executive "
     "ambassador envoy emails email server scandal boom slump tariffs "
     "sanctions deal ban wall phenomenon cult train house super sons "
     "grandson granddaughter niece nephew cousin partner secretary "
     "counsel assistant speechwriter pollster manager chairman"},
    {ENT_I_W_PRONOUN,
     "he she they him them we i you us me himself herself themselves "
     "it her his their who whom"},
    /* Heads of titles, by which somebody is referred to without a name. */
    {ENT_I_W_ROLE,
     "president premier chancellor king queen prince princess pope "
     "secretary minister senator congressman congresswoman governor "
     "mayor leader speaker director general ambassador nominee "
     "chairman chairwoman chair lady counterpart lawmaker republican "
     "democrat billionaire businessman mogul candidate commander-in- "
     "chief emir sultan sheikh dictator pontiff judge justice attorney "
     "tycoon president-elect vice envoy diplomat host predecessor "
     "successor rival colleague boss"},
    {ENT_I_W_PAIR, "two both pair duo leaders men women presidents ministers "
                   "counterparts candidates rivals senators lawmakers "
                   "diplomats officials couple"},
    /* Stand anywhere in a sentence of news and part nothing. */
    {ENT_I_W_DAY,
     "monday tuesday wednesday thursday friday saturday sunday today "
     "yesterday tomorrow tonight january february march april may june "
     "july august september october november december week month year "
     "weekend"},
    /* Say only that the noun of contact took place. */
    {ENT_I_W_LIGHT,
     "go goes went going gone play plays played hold holds held holding have "
     "has had having make makes "
     "made "
     "making take takes took taken attend attends attended arrange "
     "arranged begin begins began start starts started conduct "
     "conducted conclude concluded emerge emerged emerges finish "
     "finished convene convened schedule scheduled plan plans planned "
     "place placed receive received receives got get do did enter "
     "entered resume resumed set end ended open opened share shared "
     "continue continued"},
};

/* ---- verbs and nouns of contact ---- */

/* How many encounters of each sort were right of how many that one reader read:
 * 82 of annotated sentences and 445 drawn at random from news. Right is that
 * these people were in contact as the text says. */
static const struct {
    uint16_t right;
    uint16_t read;
} readings[] = {
    [ENT_I_S_MEET] = {98, 103},    [ENT_I_S_CALL] = {23, 26},
    [ENT_I_S_TALK] = {58, 63},     [ENT_I_S_QUESTION] = {30, 32},
    [ENT_I_S_TELL] = {93, 102},    [ENT_I_S_PLEAD] = {4, 7},
    [ENT_I_S_WRITE] = {44, 46},    [ENT_I_S_GREET] = {43, 49},
    [ENT_I_S_TOGETHER] = {33, 35}, [ENT_I_S_JOIN] = {25, 31},
    [ENT_I_S_DEBATE] = {20, 22},   [ENT_I_S_CAPTION] = {10, 11},
};

/* The same, and 45 more, with all persons named and with one referred to. */
enum { NAMED_RIGHT = 326, NAMED = 346, REFERRED_RIGHT = 192, REFERRED = 226 };

/* Laplace's rule of succession keeps few readings from certainty. A sort's
 * encounters are of both ways to name people, so what the way of naming adds is
 * taken against their sum. */
float ent_i_trust(uint8_t sort, bool referred)
{
    float trust =
        ((float)readings[sort].right + 1) / ((float)readings[sort].read + 2);
    float all = (float)(NAMED_RIGHT + REFERRED_RIGHT) / (NAMED + REFERRED);
    float way = referred ? (float)REFERRED_RIGHT / REFERRED
                         : (float)NAMED_RIGHT / NAMED;
    int percent = (int)(trust * way / all * 100 + 0.5F);
    return (float)(percent < 99 ? percent : 99) / 100;
}

/* Sorted by lemma. How each takes its persons, what kind of contact it means,
 * what sort of word it is, and the particle without which it means something
 * else ("sit down", "face off"). */
static const ent_i_contact contact_verbs[] = {
    {"accompany", ENT_I_A_DIRECT, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"appear", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"applaud", ENT_I_A_LOOK, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"arrive", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"ask", ENT_I_A_TELL, ENT_MEET, ENT_I_S_TELL, NULL},
    {"assure", ENT_I_A_TELL, ENT_CALL, ENT_I_S_TELL, NULL},
    {"attend", ENT_I_A_WITH | ENT_I_A_TOGETHER | ENT_I_A_TOPIC, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"beg", ENT_I_A_TELL | ENT_I_A_PUBLIC, ENT_CALL, ENT_I_S_PLEAD, NULL},
    {"brief", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"bump", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_MEET, "into"},
    {"call", ENT_I_A_CALL, ENT_CALL, ENT_I_S_CALL, NULL},
    {"campaign", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"chat", ENT_I_A_WITH | ENT_I_A_BOTH | ENT_I_A_TO, ENT_MEET, ENT_I_S_TALK,
     NULL},
    {"comfort", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_GREET, NULL},
    {"confer", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"confide", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_TALK, "in"},
    {"confront", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"congratulate", ENT_I_A_TELL | ENT_I_A_PUBLIC, ENT_CALL, ENT_I_S_PLEAD,
     NULL},
    {"console", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_GREET, NULL},
    {"consult", ENT_I_A_WITH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"contact", ENT_I_A_DIRECT, ENT_CALL, ENT_I_S_TALK, NULL},
    {"converse", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"debate", ENT_I_A_DIRECT | ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_DEBATE, NULL},
    {"dine", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"discuss", ENT_I_A_WITH | ENT_I_A_TOPIC | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_TALK, NULL},
    {"drink", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"e-mail", ENT_I_A_DIRECT | ENT_I_A_TO | ENT_I_A_BOTH, ENT_CALL,
     ENT_I_S_WRITE, NULL},
    {"email", ENT_I_A_DIRECT | ENT_I_A_TO | ENT_I_A_BOTH, ENT_CALL,
     ENT_I_S_WRITE, NULL},
    {"embrace", ENT_I_A_DIRECT | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_GREET, NULL},
    {"entertain", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_GREET, NULL},
    {"escort", ENT_I_A_DIRECT, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"face", ENT_I_A_BOTH | ENT_I_A_WITH, ENT_MEET, ENT_I_S_DEBATE, "off"},
    {"flank", ENT_I_A_DIRECT, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"fly", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"gesture", ENT_I_A_TO, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"golf", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"greet", ENT_I_A_DIRECT | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_GREET, NULL},
    {"grill", ENT_I_A_DIRECT | ENT_I_A_TELL, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"hobnob", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"host", ENT_I_A_DIRECT | ENT_I_A_EVENT, ENT_MEET, ENT_I_S_GREET, NULL},
    {"huddle", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"hug", ENT_I_A_DIRECT | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_GREET, NULL},
    {"implore", ENT_I_A_TELL | ENT_I_A_PUBLIC, ENT_CALL, ENT_I_S_PLEAD, NULL},
    {"inform", ENT_I_A_TELL, ENT_CALL, ENT_I_S_TELL, NULL},
    {"interrupt", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"interview", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"introduce", ENT_I_A_DIRECT, ENT_JOINT, ENT_I_S_JOIN, NULL},
    {"join", ENT_I_A_DIRECT, ENT_JOINT, ENT_I_S_JOIN, NULL},
    {"kiss", ENT_I_A_DIRECT | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_GREET, NULL},
    {"listen", ENT_I_A_TO | ENT_I_A_LOOK, ENT_MEET, ENT_I_S_TALK, NULL},
    {"look", ENT_I_A_LOOK, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"lunch", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"march", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"meet", ENT_I_A_DIRECT | ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_MEET, NULL},
    {"mingle", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"negotiate", ENT_I_A_WITH | ENT_I_A_BOTH | ENT_I_A_TOPIC, ENT_MEET,
     ENT_I_S_TALK, NULL},
    {"notify", ENT_I_A_TELL, ENT_CALL, ENT_I_S_TELL, NULL},
    {"persuade", ENT_I_A_TELL | ENT_I_A_PUBLIC, ENT_CALL, ENT_I_S_PLEAD, NULL},
    {"phone", ENT_I_A_DIRECT, ENT_CALL, ENT_I_S_CALL, NULL},
    {"photograph", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"pose", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"pray", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_JOIN, NULL},
    {"promise", ENT_I_A_TELL, ENT_CALL, ENT_I_S_TELL, NULL},
    {"question", ENT_I_A_DIRECT | ENT_I_A_TELL, ENT_MEET, ENT_I_S_QUESTION,
     NULL},
    {"rally", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_JOIN, NULL},
    {"reach", ENT_I_A_TO, ENT_CALL, ENT_I_S_CALL, "out"},
    {"receive", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_GREET, NULL},
    {"reconcile", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"remind", ENT_I_A_TELL, ENT_MEET, ENT_I_S_TELL, NULL},
    {"ride", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"salute", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_GREET, NULL},
    {"shake", ENT_I_A_WITH | ENT_I_A_BOTH | ENT_I_A_TOPIC, ENT_MEET,
     ENT_I_S_GREET, "hands"},
    {"share", ENT_I_A_WITH | ENT_I_A_BOTH | ENT_I_A_TOPIC, ENT_JOINT,
     ENT_I_S_JOIN, "stage"},
    {"sign", ENT_I_A_WITH | ENT_I_A_BOTH | ENT_I_A_TOPIC, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"sit", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, "down"},
    {"speak", ENT_I_A_WITH | ENT_I_A_TO, ENT_CALL, ENT_I_S_TALK, NULL},
    {"spend", ENT_I_A_WITH | ENT_I_A_BOTH | ENT_I_A_TOPIC, ENT_MEET,
     ENT_I_S_TALK, "time"},
    {"square", ENT_I_A_BOTH | ENT_I_A_WITH, ENT_MEET, ENT_I_S_DEBATE, "off"},
    {"stand", ENT_I_A_LOOK | ENT_I_A_BESIDE, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"summon", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"swear", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_GREET, "in"},
    {"talk", ENT_I_A_WITH | ENT_I_A_TO, ENT_MEET, ENT_I_S_TALK, NULL},
    {"telephone", ENT_I_A_DIRECT, ENT_CALL, ENT_I_S_CALL, NULL},
    {"tell", ENT_I_A_TELL, ENT_MEET, ENT_I_S_TELL, NULL},
    {"text", ENT_I_A_DIRECT | ENT_I_A_BOTH, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"thank", ENT_I_A_TELL | ENT_I_A_PUBLIC, ENT_CALL, ENT_I_S_PLEAD, NULL},
    {"tour", ENT_I_A_WITH | ENT_I_A_TOGETHER | ENT_I_A_TRIP, ENT_JOINT,
     ENT_I_S_TOGETHER, NULL},
    {"travel", ENT_I_A_WITH | ENT_I_A_TOGETHER, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"urge", ENT_I_A_TELL | ENT_I_A_PUBLIC, ENT_CALL, ENT_I_S_PLEAD, NULL},
    {"visit", ENT_I_A_DIRECT | ENT_I_A_WITH | ENT_I_A_TRIP, ENT_MEET,
     ENT_I_S_GREET, NULL},
    {"walk", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"watch", ENT_I_A_LOOK, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"welcome", ENT_I_A_DIRECT, ENT_MEET, ENT_I_S_GREET, NULL},
    {"write", ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
};

/* Nouns need a "with", an owner or a light verb; what is shown in public
 * ("statement", "ceremony") needs "joint" too, as one person may give it alone.
 */
static const ent_i_contact contact_nouns[] = {
    {"alongside", ENT_I_A_DIRECT, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"announcement", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"appearance", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT,
     ENT_I_S_TOGETHER, NULL},
    {"audience", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"breakfast", ENT_I_A_WITH | ENT_I_A_SEPARATE | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_MEET, NULL},
    {"briefing", ENT_I_A_WITH, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"brunch", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"cable", ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"call", ENT_I_A_WITH | ENT_I_A_TO | ENT_I_A_SEPARATE | ENT_I_A_BOTH,
     ENT_CALL, ENT_I_S_CALL, NULL},
    {"ceremony", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"chat", ENT_I_A_WITH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"conference", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT,
     ENT_I_S_TOGETHER, NULL},
    {"confrontation", ENT_I_A_WITH, ENT_MEET, ENT_I_S_QUESTION, NULL},
    {"consultation", ENT_I_A_WITH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"contact", ENT_I_A_WITH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"conversation", ENT_I_A_WITH | ENT_I_A_SEPARATE | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_TALK, NULL},
    {"correspondence", ENT_I_A_WITH, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"debate", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_DEBATE, NULL},
    {"dinner", ENT_I_A_WITH | ENT_I_A_SEPARATE | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_MEET, NULL},
    {"discussion", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"drink", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"e-mail", ENT_I_A_WITH | ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"email", ENT_I_A_WITH | ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"encounter", ENT_I_A_WITH | ENT_I_A_SEPARATE | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_MEET, NULL},
    {"event", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"exchange", ENT_I_A_WITH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"face-off", ENT_I_A_WITH, ENT_MEET, ENT_I_S_DEBATE, NULL},
    {"get-together", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"golf", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"handshake", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_GREET, NULL},
    {"head-to-head", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"huddle", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"interview", ENT_I_A_WITH | ENT_I_A_SEPARATE, ENT_MEET, ENT_I_S_QUESTION,
     NULL},
    {"letter", ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"lunch", ENT_I_A_WITH | ENT_I_A_SEPARATE | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_MEET, NULL},
    {"luncheon", ENT_I_A_WITH | ENT_I_A_SEPARATE | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_MEET, NULL},
    {"meeting", ENT_I_A_WITH | ENT_I_A_SEPARATE | ENT_I_A_BOTH, ENT_MEET,
     ENT_I_S_MEET, NULL},
    {"message", ENT_I_A_WITH | ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"negotiation", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_TALK, NULL},
    {"op-ed", ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT, ENT_I_S_JOIN, NULL},
    {"photo", ENT_I_A_WITH | ENT_I_A_JOINT, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"photograph", ENT_I_A_WITH | ENT_I_A_JOINT, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"picture", ENT_I_A_WITH | ENT_I_A_JOINT, ENT_JOINT, ENT_I_S_TOGETHER,
     NULL},
    {"powwow", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"rally", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"rendezvous", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"reunion", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"round", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, "golf"},
    {"selfie", ENT_I_A_WITH | ENT_I_A_JOINT, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"session", ENT_I_A_WITH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"sit-down", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"statement", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_BOTH, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"summit", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"talk", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"teleconference", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_CALL, ENT_I_S_CALL,
     NULL},
    {"telegram", ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"tete-a-tete", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_MEET, ENT_I_S_MEET, NULL},
    {"text", ENT_I_A_WITH | ENT_I_A_TO, ENT_CALL, ENT_I_S_WRITE, NULL},
    {"tour", ENT_I_A_WITH | ENT_I_A_JOINT, ENT_JOINT, ENT_I_S_TOGETHER, NULL},
    {"trip", ENT_I_A_WITH | ENT_I_A_JOINT | ENT_I_A_TRIP, ENT_JOINT,
     ENT_I_S_JOIN, NULL},
    {"videoconference", ENT_I_A_WITH | ENT_I_A_BOTH, ENT_CALL, ENT_I_S_CALL,
     NULL},
    {"visit", ENT_I_A_WITH | ENT_I_A_TO | ENT_I_A_TRIP, ENT_MEET, ENT_I_S_GREET,
     NULL},
};

/* Forms that the rules of enter_forms don't make, doubled consonants among
 * them. */
static const struct irregular {
    const char *text;
    const char *lemma;
    uint8_t form;
} irregulars[] = {
    {"begged", "beg", ENT_I_FORM_PAST},
    {"begging", "beg", ENT_I_FORM_ING},
    {"chatted", "chat", ENT_I_FORM_PAST},
    {"chatting", "chat", ENT_I_FORM_ING},
    {"conferred", "confer", ENT_I_FORM_PAST},
    {"conferring", "confer", ENT_I_FORM_ING},
    {"travelled", "travel", ENT_I_FORM_PAST},
    {"travelling", "travel", ENT_I_FORM_ING},
    {"drank", "drink", ENT_I_FORM_PAST},
    {"flew", "fly", ENT_I_FORM_PAST},
    {"flies", "fly", ENT_I_FORM_THIRD},
    {"flown", "fly", ENT_I_FORM_PAST},
    {"golfed", "golf", ENT_I_FORM_PAST},
    {"golfing", "golf", ENT_I_FORM_ING},
    {"hugged", "hug", ENT_I_FORM_PAST},
    {"hugging", "hug", ENT_I_FORM_ING},
    {"met", "meet", ENT_I_FORM_PAST},
    {"rode", "ride", ENT_I_FORM_PAST},
    {"sat", "sit", ENT_I_FORM_PAST},
    {"shaken", "shake", ENT_I_FORM_PAST},
    {"shaking", "shake", ENT_I_FORM_ING},
    {"shook", "shake", ENT_I_FORM_PAST},
    {"sitting", "sit", ENT_I_FORM_ING},
    {"sworn", "swear", ENT_I_FORM_PAST},
    {"swore", "swear", ENT_I_FORM_PAST},
    {"spent", "spend", ENT_I_FORM_PAST},
    {"spoke", "speak", ENT_I_FORM_PAST},
    {"spoken", "speak", ENT_I_FORM_PAST},
    {"stood", "stand", ENT_I_FORM_PAST},
    {"told", "tell", ENT_I_FORM_PAST},
    {"writing", "write", ENT_I_FORM_ING},
    {"written", "write", ENT_I_FORM_PAST},
    {"wrote", "write", ENT_I_FORM_PAST},
};

/* ---- the table ---- */

/* Several times the words there are, so that a look-up rarely goes beyond its
 * first slot; lemmas are shorter than LONGEST. */
enum { SLOTS = 8192, LONGEST = 24 };

typedef struct slot {
    char text[LONGEST];
    ent_i_word_sense word;
} slot;

/* Filled once for the whole program and only read from then on, whatever the
 * number of threads. */
static slot slots[SLOTS];
static pthread_once_t filled = PTHREAD_ONCE_INIT;

/* FNV-1a (Fowler, Noll, Vo), which needs no set-up for such short keys. */
static uint32_t hash(const char *text, size_t size)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < size; i++)
        h = (h ^ (uint8_t)text[i]) * 16777619u;
    return h;
}

/* Linear probing; ends at an empty slot, as the table is never full. */
static slot *find(const char *text, size_t size)
{
    size_t at = hash(text, size) % SLOTS;
    while (slots[at].text[0] &&
           (strncmp(slots[at].text, text, size) != 0 || slots[at].text[size]))
        at = (at + 1) % SLOTS;
    return &slots[at];
}

/* Words that are there already gain the new bits. */
static ent_i_word_sense *enter(const char *text, size_t size)
{
    slot *place = find(text, size);
    if (!place->text[0])
        memcpy(place->text, text, size);
    return &place->word;
}

/* Enters lemma without its last `drop` bytes and with the ending. */
static void enter_form(const ent_i_contact *contact, bool verb, size_t drop,
                       const char *ending, ent_i_form form)
{
    char text[LONGEST];
    size_t size = strlen(contact->lemma) - drop, more = strlen(ending);
    memcpy(text, contact->lemma, size);
    memcpy(text + size, ending, more + 1);
    ent_i_word_sense *word = enter(text, size + more);
    word->is |= verb ? ENT_I_W_CONTACT_V : ENT_I_W_CONTACT_N;
    if (verb || !word->verb)
        word->form = (uint8_t)form;
    *(verb ? &word->verb : &word->noun) = contact;
}

/* The regular forms of English spelling: -y to -ies, -es after a hiss, e
 * dropped before -ing. */
static void enter_forms(const ent_i_contact *contact, bool verb)
{
    const char *lemma = contact->lemma;
    size_t size = strlen(lemma);
    char last = lemma[size - 1];
    bool e = last == 'e';
    bool y = last == 'y' && !strchr("aeou", lemma[size - 2]);
    bool hissing = strchr("shxz", last) != NULL;
    enter_form(contact, verb, 0, "", ENT_I_FORM_BASE);
    enter_form(contact, verb, y,
               y         ? "ies"
               : hissing ? "es"
                         : "s",
               ENT_I_FORM_THIRD);
    if (!verb)
        return;
    enter_form(contact, true, y || e, y ? "ied" : "ed", ENT_I_FORM_PAST);
    enter_form(contact, true, e, "ing", ENT_I_FORM_ING);
}

/* After the regular forms, which hold the verb that each belongs to. */
static void enter_irregulars(void)
{
    for (size_t i = 0; i < sizeof irregulars / sizeof *irregulars; i++) {
        const char *text = irregulars[i].text;
        const char *lemma = irregulars[i].lemma;
        const ent_i_contact *verb = find(lemma, strlen(lemma))->word.verb;
        ent_i_word_sense *word = enter(text, strlen(text));
        word->is |= ENT_I_W_CONTACT_V;
        word->verb = verb;
        word->form = irregulars[i].form;
    }
}

/* Nouns before verbs: a form that is both has the form of the verb. */
static void fill(void)
{
    for (size_t i = 0; i < sizeof word_lists / sizeof *word_lists; i++)
        for (const char *at = word_lists[i].words; *at;) {
            size_t size = strcspn(at, " ");
            enter(at, size)->is |= word_lists[i].is;
            at += size + (at[size] == ' ');
        }
    for (size_t i = 0; i < sizeof contact_nouns / sizeof *contact_nouns; i++)
        enter_forms(&contact_nouns[i], false);
    for (size_t i = 0; i < sizeof contact_verbs / sizeof *contact_verbs; i++)
        enter_forms(&contact_verbs[i], true);
    enter_irregulars();
}

/* "didn't" is one token: the negation counts. */
static bool is_negated(const char *word, size_t size)
{
    return size > 3 && strcmp(word + size - 3, "n't") == 0;
}

static bool ends_in(const char *word, size_t size, const char *ending)
{
    size_t n = strlen(ending);
    return size > n + 2 && strcmp(word + size - n, ending) == 0;
}

/* What no list has is guessed by its ending: -ly an adverb, -ed a verb. */
ent_i_word_sense ent_i_word_look_up(const char *word)
{
    pthread_once(&filled, fill);
    /* These say nothing of grammar: "privately", "possibly" are adverbs too. */
    const uint32_t hints = ENT_I_W_PLAN | ENT_I_W_PROPOSE | ENT_I_W_DENY |
                           ENT_I_W_FAR | ENT_I_W_NEAR;
    size_t size = strlen(word);
    ent_i_word_sense found = {0};
    if (size && size < LONGEST)
        found = find(word, size)->word;
    if (is_negated(word, size))
        found.is |= ENT_I_W_AUX | ENT_I_W_NEG | ENT_I_W_DENY;
    else if (!(found.is & ~hints) && ends_in(word, size, "ly"))
        found.is |= ENT_I_W_ADVERB;
    else if (!found.verb && ends_in(word, size, "ed"))
        found.is |= ENT_I_W_VERB;
    return found;
}

bool ent_i_word_is_contact(const char *word)
{
    pthread_once(&filled, fill);
    size_t size = strlen(word);
    return size && size < LONGEST &&
           find(word, size)->word.is & (ENT_I_W_CONTACT_V | ENT_I_W_CONTACT_N);
}
