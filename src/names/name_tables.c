#include <stdlib.h>
#include <string.h>

#include "lexicon/titles.h"
#include "names/names.h"

/* Every table is sorted (a test checks it): names are taken apart by the
 * million. */

/* Beside the titles of English news in recognise/titles. */
static const char *const foreign_titles[] = {
    "hajji",      "hojatoleslam", "maulvi",     "mawlawi",     "mlle",
    "praesident", "prasident",    "presidente", "presidentti", "qari",
    "shaikh",     "sheikha",      "signora"};

static const char *const degrees[] = {
    "am", "ao",  "bsc", "cbe", "dds", "do",  "dvm", "esq", "inc",
    "jd", "kc",  "llc", "ltd", "ma",  "mba", "mbe", "md",  "mep",
    "mp", "msc", "msp", "obe", "pc",  "phd", "qc",  "rn",  "sa"};

static const char *const suffixes[] = {"ii",     "iii",    "iv", "jr",
                                       "junior", "senior", "sr", "v"};

static const char *const particles[] = {
    "abou",   "abu",  "ad",    "af",   "al",    "ar",  "ash", "av",
    "az",     "ben",  "bin",   "bint", "binti", "da",  "das", "de",
    "del",    "dela", "della", "den",  "der",   "des", "di",  "dos",
    "du",     "e",    "el",    "ibn",  "la",    "las", "le",  "les",
    "lo",     "los",  "of",    "ten",  "ter",   "ul",  "umm", "van",
    "vander", "ver",  "von",   "y",    "zu",    "zur"};

/* Two tables, as "Lee" and "Park" are western names at least as often: those
 * need more evidence for the order of names to be turned. */
static const char *const eastern_sure[] = {
    "bai",    "ban",   "bo",    "cai",   "cao",  "chen",  "cho",  "choe",
    "choi",   "chung", "cui",   "deng",  "dong", "duan",  "feng", "guo",
    "hou",    "hu",    "huang", "hwang", "jia",  "jiang", "jin",  "kang",
    "li",     "liang", "liu",   "lu",    "luo",  "ma",    "mao",  "meng",
    "nguyen", "paek",  "pak",   "pan",   "peng", "pham",  "qian", "qin",
    "qiu",    "ri",    "shen",  "shi",   "shin", "sun",   "tian", "tran",
    "wang",   "wei",   "wen",   "wu",    "xi",   "xiao",  "xie",  "xu",
    "xue",    "yan",   "yang",  "ye",    "yoon", "yu",    "yuan", "yun",
    "zeng",   "zhang", "zhao",  "zheng", "zhou", "zhu"};

static const char *const eastern_unsure[] = {
    "ahn",  "an",  "chang", "chiang", "chu",  "dang", "do",   "ha",
    "han",  "ho",  "hong",  "im",     "jang", "jung", "kim",  "kwon",
    "le",   "lee", "lim",   "lin",    "moon", "oh",   "park", "pol",
    "rhee", "roh", "seo",   "song",   "suh",  "tang", "vu"};

static const char *const male_given[] = {
    "aaron",    "abdul",    "abdullah",    "adam",      "ahmad",    "ahmed",
    "alan",     "albert",   "aleksandar",  "alexander", "alexei",   "alexey",
    "ali",      "allen",    "andre",       "andrei",    "andrew",   "andy",
    "anthony",  "antonio",  "arthur",      "barack",    "bashar",   "ben",
    "benjamin", "bernard",  "bernie",      "bill",      "bob",      "boris",
    "brad",     "brandon",  "brian",       "bruce",     "carl",     "carlos",
    "charles",  "chris",    "christopher", "chuck",     "craig",    "dan",
    "daniel",   "dave",     "david",       "dennis",    "dick",     "dmitri",
    "dmitry",   "don",      "donald",      "doug",      "douglas",  "ed",
    "edward",   "emmanuel", "eric",        "ernest",    "eugene",   "francis",
    "frank",    "fred",     "frederick",   "gary",      "george",   "gerald",
    "gordon",   "graham",   "greg",        "gregory",   "harold",   "harry",
    "henry",    "hugh",     "hugo",        "ian",       "igor",     "ivan",
    "jack",     "jacob",    "jake",        "james",     "jason",    "jeff",
    "jeffrey",  "jeremy",   "jerry",       "jim",       "jimmy",    "joe",
    "john",     "johnny",   "jon",         "jonathan",  "jose",     "joseph",
    "joshua",   "juan",     "julian",      "justin",    "karl",     "keith",
    "ken",      "kenneth",  "kevin",       "kyle",      "larry",    "lawrence",
    "leonard",  "luis",     "malcolm",     "marco",     "marcus",   "mario",
    "mark",     "martin",   "matt",        "matthew",   "michael",  "mike",
    "mikhail",  "mitch",    "mitt",        "mohamed",   "mohammad", "mohammed",
    "muhammad", "nathan",   "neil",        "newt",      "nicholas", "nick",
    "nicolas",  "nigel",    "nikolai",     "oleg",      "oliver",   "oscar",
    "patrick",  "paul",     "pedro",       "peter",     "phil",     "philip",
    "phillip",  "rafael",   "ralph",       "ray",       "raymond",  "ricardo",
    "richard",  "rick",     "rob",         "robert",    "roger",    "ron",
    "ronald",   "roy",      "russell",     "ryan",      "saddam",   "sam",
    "samuel",   "scott",    "sean",        "sebastian", "sergei",   "sergey",
    "simon",    "stephen",  "steve",       "steven",    "stuart",   "ted",
    "terry",    "thomas",   "tim",         "timothy",   "todd",     "tom",
    "tony",     "trevor",   "victor",      "viktor",    "vincent",  "vladimir",
    "walter",   "warren",   "wayne",       "will",      "william",  "zachary"};

static const char *const female_given[] = {
    "abigail",     "alice",     "alison",     "amanda",    "amber",
    "amy",         "andrea",    "angela",     "angelina",  "ann",
    "anna",        "anne",      "annie",      "ashley",    "barbara",
    "beth",        "betty",     "brenda",     "britney",   "carol",
    "caroline",    "carolyn",   "catherine",  "charlotte", "cheryl",
    "christina",   "christine", "cindy",      "claire",    "condi",
    "condoleezza", "cynthia",   "dana",       "debbie",    "deborah",
    "diana",       "diane",     "donna",      "dorothy",   "elena",
    "elise",       "elizabeth", "ellen",      "emily",     "emma",
    "erin",        "eva",       "evelyn",     "fiona",     "frances",
    "gina",        "gladys",    "gloria",     "grace",     "gwyneth",
    "hannah",      "heather",   "helen",      "hilary",    "hillary",
    "irene",       "ivanka",    "jacqueline", "jane",      "janet",
    "janice",      "jennifer",  "jenny",      "jessica",   "jill",
    "joan",        "joanna",    "joyce",      "judith",    "judy",
    "julia",       "julie",     "kamala",     "karen",     "kate",
    "katherine",   "kathleen",  "kathryn",    "kathy",     "katie",
    "kelly",       "kim",       "kimberly",   "kirsten",   "laura",
    "lauren",      "laurie",    "linda",      "lisa",      "loretta",
    "lori",        "louise",    "lucy",       "lynn",      "margaret",
    "maria",       "marie",     "marine",     "martha",    "mary",
    "megan",       "meghan",    "melania",    "melanie",   "melissa",
    "michelle",    "monica",    "nancy",      "naomi",     "natalie",
    "nicole",      "nikki",     "olga",       "olivia",    "pamela",
    "patricia",    "paula",     "rachel",     "rebecca",   "rosa",
    "rose",        "ruth",      "samantha",   "sandra",    "sara",
    "sarah",       "sharon",    "sheila",     "shirley",   "sophia",
    "sophie",      "stephanie", "susan",      "tammy",     "tatiana",
    "teresa",      "theresa",   "tina",       "tulsi",     "valerie",
    "vanessa",     "victoria",  "virginia",   "wendy",     "yvonne",
    "zoe"};

/* Nicknames and other common spellings of given names, and what stands for all
 * of them. */
static const char *const nicknames[][2] = {
    {"abby", "abigail"},
    {"abd", "abdul"},
    {"abdallah", "abdullah"},
    {"abdel", "abdul"},
    {"ahmed", "ahmad"},
    {"al", "albert"},
    {"aleksander", "alexander"},
    {"aleksandr", "alexander"},
    {"alex", "alexander"},
    {"andy", "andrew"},
    {"angie", "angela"},
    {"art", "arthur"},
    {"barry", "barack"},
    {"becky", "rebecca"},
    {"ben", "benjamin"},
    {"bernie", "bernard"},
    {"bert", "albert"},
    {"beth", "elizabeth"},
    {"betty", "elizabeth"},
    {"bibi", "benjamin"},
    {"bill", "william"},
    {"billy", "william"},
    {"bob", "robert"},
    {"bobby", "robert"},
    {"brad", "bradley"},
    {"cathy", "catherine"},
    {"charlie", "charles"},
    {"chris", "christopher"},
    {"chuck", "charles"},
    {"cindy", "cynthia"},
    {"dan", "daniel"},
    {"danny", "daniel"},
    {"dave", "david"},
    {"debbie", "deborah"},
    {"dick", "richard"},
    {"dom", "dominic"},
    {"don", "donald"},
    {"doug", "douglas"},
    {"drew", "andrew"},
    {"ed", "edward"},
    {"eddie", "edward"},
    {"eddy", "edward"},
    {"fred", "frederick"},
    {"gabe", "gabriel"},
    {"gene", "eugene"},
    {"geoff", "geoffrey"},
    {"gerry", "gerald"},
    {"greg", "gregory"},
    {"hank", "henry"},
    {"harry", "henry"},
    {"hasan", "hassan"},
    {"hossein", "hussein"},
    {"husain", "hussein"},
    {"husayn", "hussein"},
    {"hussain", "hussein"},
    {"jack", "john"},
    {"jake", "jacob"},
    {"jamie", "james"},
    {"jeff", "jeffrey"},
    {"jen", "jennifer"},
    {"jenny", "jennifer"},
    {"jerry", "gerald"},
    {"jess", "jessica"},
    {"jill", "gillian"},
    {"jim", "james"},
    {"jimmy", "james"},
    {"joe", "joseph"},
    {"joey", "joseph"},
    {"johnny", "john"},
    {"jon", "jonathan"},
    {"josh", "joshua"},
    {"kate", "katherine"},
    {"kathy", "katherine"},
    {"katie", "katherine"},
    {"ken", "kenneth"},
    {"kenny", "kenneth"},
    {"kim", "kimberly"},
    {"larry", "lawrence"},
    {"len", "leonard"},
    {"les", "leslie"},
    {"lindsey", "lindsay"},
    {"liz", "elizabeth"},
    {"lou", "louis"},
    {"maggie", "margaret"},
    {"mahmood", "mahmoud"},
    {"mahomed", "muhammad"},
    {"manny", "manuel"},
    {"marty", "martin"},
    {"matt", "matthew"},
    {"max", "maximilian"},
    {"meg", "margaret"},
    {"mehmood", "mahmoud"},
    {"mick", "michael"},
    {"mickey", "michael"},
    {"mike", "michael"},
    {"mohamad", "muhammad"},
    {"mohamed", "muhammad"},
    {"mohammad", "muhammad"},
    {"mohammed", "muhammad"},
    {"muhamad", "muhammad"},
    {"muhammed", "muhammad"},
    {"nat", "nathaniel"},
    {"nate", "nathaniel"},
    {"ned", "edward"},
    {"nick", "nicholas"},
    {"norm", "norman"},
    {"pat", "patrick"},
    {"patty", "patricia"},
    {"peg", "margaret"},
    {"peggy", "margaret"},
    {"pete", "peter"},
    {"phil", "philip"},
    {"ray", "raymond"},
    {"reggie", "reginald"},
    {"rehman", "rahman"},
    {"rich", "richard"},
    {"rick", "richard"},
    {"ricky", "richard"},
    {"rob", "robert"},
    {"robbie", "robert"},
    {"rod", "rodney"},
    {"ron", "ronald"},
    {"ronnie", "ronald"},
    {"russ", "russell"},
    {"sam", "samuel"},
    {"sandy", "alexander"},
    {"sid", "sidney"},
    {"stan", "stanley"},
    {"steve", "steven"},
    {"sue", "susan"},
    {"susie", "susan"},
    {"ted", "theodore"},
    {"teddy", "theodore"},
    {"terry", "terence"},
    {"theo", "theodore"},
    {"tim", "timothy"},
    {"tom", "thomas"},
    {"tommy", "thomas"},
    {"tony", "anthony"},
    {"usama", "osama"},
    {"val", "valerie"},
    {"vic", "victor"},
    {"vicky", "victoria"},
    {"vince", "vincent"},
    {"volodya", "vladimir"},
    {"vova", "vladimir"},
    {"wes", "wesley"},
    {"will", "william"},
    {"willie", "william"},
    {"yevgeni", "evgeny"},
    {"yevgeny", "evgeny"},
    {"yousef", "yusuf"},
    {"youssef", "yusuf"},
    {"yousuf", "yusuf"},
    {"zach", "zachary"},
    {"zack", "zachary"},
};

static int compare_words(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static bool in_table(const char *word, const char *const *table, size_t n)
{
    return bsearch(word, table, n, sizeof *table, compare_words) != NULL;
}

#define IN_TABLE(word, table)                                                  \
    in_table(word, table, sizeof(table) / sizeof *(table))

/* Spans keep them, as "Lady Gaga" is a name; but who is who, they don't tell.
 */
static const char *const noble_titles[] = {"dame", "lady", "lord"};

bool ent_i_is_title(const char *word)
{
    const ent_i_title_word *title = ent_i_title_find(word, strlen(word));
    if (IN_TABLE(word, noble_titles))
        return true;
    if (title)
        return title->flags & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD) &&
               !(title->flags & ENT_I_TITLE_NAME);
    return IN_TABLE(word, foreign_titles);
}

bool ent_i_is_degree(const char *word) { return IN_TABLE(word, degrees); }

bool ent_i_is_suffix(const char *word) { return IN_TABLE(word, suffixes); }

bool ent_i_is_particle(const char *word) { return IN_TABLE(word, particles); }

bool ent_i_is_eastern_family(const char *word, bool *sure)
{
    *sure = IN_TABLE(word, eastern_sure);
    return *sure || IN_TABLE(word, eastern_unsure);
}

unsigned ent_i_given_gender(const char *word)
{
    return IN_TABLE(word, male_given)     ? ENT_I_MALE
           : IN_TABLE(word, female_given) ? ENT_I_FEMALE
                                          : 0;
}

const char *ent_i_formal_name(const char *word)
{
    const char *const(*found)[2] =
        bsearch(word, nicknames, sizeof nicknames / sizeof *nicknames,
                sizeof *nicknames, compare_words);
    return found ? (*found)[1] : word;
}

bool ent_i_same_nickname(const char *a, const char *b)
{
    return strcmp(ent_i_formal_name(a), ent_i_formal_name(b)) == 0;
}
