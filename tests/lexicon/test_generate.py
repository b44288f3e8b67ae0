"""What the generator of the lexicon refuses, each with its file and line, and
what a row more brings. Each test changes a copy of the English tables."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

GENERATOR = os.environ["ENTENTE_GENERATOR"]
LEXICON = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       "..", "..", "src", "lexicon")


class Tables(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        shutil.copytree(os.path.join(LEXICON, "en"), self.path("en"))
        shutil.copy(os.path.join(LEXICON, "columns.tsv"),
                    self.path("columns.tsv"))

    def path(self, *names):
        return os.path.join(self.folder.name, *names)

    def lines(self, table):
        with open(self.path("en", table + ".tsv"), encoding="utf-8") as file:
            return file.read().split("\n")[:-1]

    def write(self, table, lines):
        with open(self.path("en", table + ".tsv"), "w",
                  encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in lines))

    def add(self, table, row):
        """The row in its place; its line."""
        lines = self.lines(table)
        key = row.split("\t")[0].encode()
        at = next((i for i, line in enumerate(lines)
                   if i > 1 and line.split("\t")[0].encode() > key),
                  len(lines))
        lines.insert(at, row)
        self.write(table, lines)
        return at + 1

    def change(self, table, old, new):
        """The first row that begins so; its line."""
        lines = self.lines(table)
        at = next(i for i, line in enumerate(lines) if line.startswith(old))
        lines[at] = lines[at].replace(old, new, 1)
        self.write(table, lines)
        return at + 1

    def generate(self):
        return subprocess.run(
            [GENERATOR, self.path("columns.tsv"), self.path("out.c"),
             self.path("en")], capture_output=True, text=True, check=False)

    def refused(self, table, line, message):
        done = self.generate()
        where = f"{table}.tsv:{line}: " if line else f"{table}.tsv: "
        self.assertEqual(done.returncode, 1, message)
        self.assertIn(where + message, done.stderr)
        self.assertFalse(os.path.exists(self.path("out.c")))

    def made(self):
        """The C that is made of the tables."""
        done = self.generate()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open(self.path("out.c"), encoding="utf-8") as file:
            return file.read()


class Refusals(Tables):
    def test_a_word_twice(self):
        line = self.add("titles", "mayor\thead\t")
        self.refused("titles", line, '"mayor" is already on line '
                                     f'{line - 1}')

    def test_a_name_of_two_genders(self):
        line = self.add("given_names", "angela\tmale\t\t")
        self.refused("given_names", line,
                     '"angela" has gender "male" here and "female" on line '
                     f"{line - 1}")

    def test_an_abbreviation_of_two_kinds(self):
        line = self.add("abbreviations", "Gen\tafter-name")
        self.refused("abbreviations", line,
                     '"Gen" has kind "after-name" here and "before-name" on '
                     f"line {line - 1}")

    def test_a_nickname_for_itself(self):
        line = self.change("given_names", "bill\tmale\twilliam\t",
                           "bill\tmale\twilliam bill\t")
        self.refused("given_names", line, '"bill" stands for itself')

    def test_a_nickname_for_a_nickname(self):
        line = self.add("given_names", "billo\t\tbill\t")
        self.refused("given_names", line,
                     '"billo" stands for "bill", which itself stands for '
                     "another")

    def test_a_nickname_for_a_spelling(self):
        line = self.add("given_names", "mohi\t\tmohamed\t")
        self.refused("given_names", line,
                     '"mohi" stands for "mohamed", which itself stands for '
                     "another")

    def test_a_form_of_two_verbs(self):
        line = self.add("contact_verbs",
                        "met\tmets\tmetted\tmetting\tdirect\tmeet\tmeet\t\t")
        self.refused("contact_verbs", line, '"met" has the verb')

    def test_a_name_twice_in_a_row(self):
        line = self.change("countries", "Norway\t", "Norway\tNorway")
        self.refused("countries", line, 'the name "norway" appears twice')

    def test_stray_blanks(self):
        for row in ("cellist\thead \t", " cellist\thead\t",
                    "cellist\thead  upper\t", "cellist\thead\t\r"):
            with self.subTest(row):
                self.setUp()
                line = self.add("titles", row)
                self.refused("titles", line, "a stray blank in ")

    def test_capitals(self):
        line = self.add("titles", "Zar\thead\t")
        self.refused("titles", line, 'a capital letter in "Zar"')
        self.setUp()
        line = self.add("titles", "\u00c9mir\thead\t")
        self.refused("titles", line, 'a capital letter in "\u00c9mir"')
        self.setUp()
        line = self.change("contact_verbs", "greet\tgreets", "greet\tGreets")
        self.refused("contact_verbs", line, 'a capital letter in "Greets"')

    def test_two_words_for_one(self):
        line = self.add("titles", "prime minister\thead\t")
        self.refused("titles", line,
                     'expected one word, found "prime minister"')

    def test_no_word(self):
        line = self.add("tags", "")
        self.refused("tags", line, "expected a tag")

    def test_unknown_flags_and_values(self):
        line = self.add("titles", "cellist\thead tall\t")
        self.refused("titles", line, 'unknown use "tall"')
        self.setUp()
        line = self.add("titles", "cellist\thead\tboth")
        self.refused("titles", line, 'unknown gender "both"')

    def test_a_flag_twice(self):
        line = self.add("titles", "cellist\thead head\t")
        self.refused("titles", line, '"head" appears twice')

    def test_two_values_for_one(self):
        line = self.add("titles", "cellist\thead\tmale female")
        self.refused("titles", line,
                     'expected one gender, found "male female"')

    def test_numbers_out_of_range(self):
        for month in ("0", "13", "-1", "may", "1x"):
            with self.subTest(month):
                self.setUp()
                line = self.add("calendar", f"smarch\t{month}\t\t\t\t\t")
                self.refused("calendar", line,
                             f'expected a month from 1 to 12, found "{month}"')

    def test_lists_without_a_blank(self):
        line = self.change("contact_verbs", "fly\tflies\tflew, flown",
                           "fly\tflies\tflew,flown")
        self.refused("contact_verbs", line,
                     "expected a comma and a blank between two items")

    def test_too_few_and_too_many_columns(self):
        for row, found in (("cellist\thead", 2), ("cellist", 1),
                           ("cellist\thead\t\t", 4)):
            with self.subTest(row):
                self.setUp()
                line = self.add("titles", row)
                self.refused("titles", line,
                             f"expected 3 columns, found {found}")

    def test_rows_out_of_order(self):
        lines = self.lines("titles")
        lines[10], lines[11] = lines[11], lines[10]
        self.write("titles", lines)
        self.refused("titles", 12, "")
        self.assertIn("rows must be sorted", self.generate().stderr)

    def test_words_too_long(self):
        line = self.add("titles", "z" * 32 + "\thead\t")
        self.refused("titles", line, '"' + "z" * 32 + '" is longer than 31')
        self.setUp()
        line = self.add("countries", "Zz" * 40 + "\t\t\t\t\t\tstate")
        self.refused("countries", line, '"' + "Zz" * 40 + '" is too long')

    def test_no_comment_and_no_header(self):
        lines = self.lines("titles")
        self.write("titles", lines[1:])
        self.refused("titles", 1, "expected a comment that begins with #")
        self.write("titles", lines[:1])
        self.refused("titles", 1, "expected a row of column names")
        self.write("titles", [])
        self.refused("titles", 1, "expected a comment that begins with #")

    def test_other_column_names(self):
        self.change("titles", "word\tuse", "word\tflags")
        self.refused("titles", 2,
                     'expected the column "use", found "flags"')

    def test_a_table_that_is_missing(self):
        os.remove(self.path("en", "titles.tsv"))
        self.refused("titles", 0, "expected a table, found no such file")

    def test_columns_of_no_kind(self):
        with open(self.path("columns.tsv"), "a", encoding="utf-8") as file:
            file.write("titles2\tword\tletter\t\t\t\n")
        self.assertIn('expected a kind of column, found "letter"',
                      self.generate().stderr)

    def test_all_faults_are_told_at_once(self):
        self.add("titles", "cellist\ttall\t")
        self.add("given_names", "Zed\tmale\t\t")
        done = self.generate()
        self.assertIn('unknown use "tall"', done.stderr)
        self.assertIn('a capital letter in "Zed"', done.stderr)

    def test_wrong_usage(self):
        done = subprocess.run([GENERATOR], capture_output=True, check=False)
        self.assertEqual(done.returncode, 2)


class OneRow(Tables):
    """What the language gains is one row, and nothing else changes."""

    def lexeme(self, word):
        found = re.search(rf'^{{\.word = "{re.escape(word)}", .*$',
                          self.made(), re.MULTILINE)
        return found.group() if found else ""

    def test_a_verb_of_contact(self):
        self.assertEqual(self.lexeme("schmoozed"), "")
        self.add("contact_verbs", "schmooze\tschmoozes\tschmoozed\tschmoozing\t"
                                  "with both\tmeet\ttalk\t\t")
        for word, form in (("schmooze", "BASE"), ("schmoozes", "THIRD"),
                           ("schmoozed", "PAST"), ("schmoozing", "ING")):
            found = self.lexeme(word)
            self.assertIn(".verb = &en_contact_verbs[", found)
            self.assertIn(f".verb_form = ENT_I_FORM_{form}", found)
        self.assertIn('{.lemma = "schmooze", .takes = ENT_I_A_WITH | '
                      "ENT_I_A_BOTH, .kind = ENT_MEET, .sort = ENT_I_S_TALK}",
                      self.made())

    def test_a_title(self):
        self.add("titles", "burgomaster\thead\t")
        self.assertIn(".title = ENT_I_TITLE_HEAD", self.lexeme("burgomaster"))

    def test_a_nickname(self):
        self.add("given_names", "wladek\tmale\tvladimir ladislav\t")
        found = self.lexeme("wladek")
        self.assertIn('.formal = "vladimir" "\\0" "ladislav" "\\0"', found)
        self.assertIn(".given_gender = ENT_I_MALE", found)

    def test_a_country(self):
        self.add("countries", "Ruritania\tRuria\tKingdom of Ruritania\t"
                              "Ruritanian\tRuritanians\tStrelsau\tstate")
        names = re.findall(r'^\{"([a-z ]*rur[a-z]*)", \d+, (\w+)\}',
                           self.made(), re.MULTILINE)
        self.assertEqual(names, [
            ("kingdom of ruritania", "ENT_I_NAMING_FULL"),
            ("ruria", "ENT_I_NAMING_NAME"),
            ("ruritania", "ENT_I_NAMING_NAME"),
            ("ruritanian", "ENT_I_NAMING_ADJECTIVE"),
            ("ruritanians", "ENT_I_NAMING_ADJECTIVE")])

    def test_what_several_tables_say_is_one_lexeme(self):
        found = self.lexeme("call")
        for part in (".grammar = ENT_I_W_VERB", ".noun = ", ".verb = ",
                     ".use = ENT_I_U_TWO_SIDED"):
            self.assertIn(part, found)
        self.assertEqual(self.made().count('{.word = "call"'), 1)

    def test_the_same_tables_give_the_same_bytes(self):
        self.assertEqual(self.made(), self.made())


if __name__ == "__main__":
    unittest.main()
