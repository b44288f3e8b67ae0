"""What the program says while it works: summaries, hints, skipped inputs; all
of it on standard error, and none of it where it is told to be quiet."""
import json
import os
import re
import tempfile
import unittest

import drawn
from program import ARTICLES, run, start


def build(lines, *options):
    """A build of these articles to a file; done."""
    with tempfile.TemporaryDirectory() as folder:
        done = start("build", "-o", "n.json", *options, "-",
                     text="\n".join(lines).encode(), folder=folder)
        done.files = os.listdir(folder)
        return done


def told(done):
    return done.stderr.decode().splitlines()


MEETING = "Barack Obama met Angela Merkel in Oslo on Monday."


class Languages(unittest.TestCase):
    """Contacts are told by words, which are known of English alone."""

    @staticmethod
    def read(*languages):
        """The articles' encounters, and what was told."""
        lines = [json.dumps({"id": str(i), "text": MEETING,
                             **({"language": tag} if tag else {})})
                 for i, tag in enumerate(languages)]
        done = start("mentions", "--any-language", "-",
                     text="\n".join(lines).encode())
        articles = [json.loads(line) for line in done.stdout.splitlines()]
        return ([len(a["encounters"]) for a in articles],
                [len(a["mentions"]) for a in articles], told(done))

    def test_english_is_known_by_any_of_its_tags(self):
        contacts, _, said = self.read(None, "", "en", "en-GB", "EN_us", "eng",
                                      "English", "und")
        self.assertEqual(contacts, [1] * 8)
        self.assertEqual(said, [])

    def test_others_have_names_alone(self):
        contacts, names, said = self.read("fr-CA", "en", "de", "FR", "enm")
        self.assertEqual(contacts, [0, 1, 0, 0, 0])
        self.assertEqual(len(set(names)), 1)
        self.assertEqual(said, ["entente: 4 articles in de, enm, fr: names "
                                "and windows only, no contacts"])

    def test_one_is_told_as_one(self):
        self.assertEqual(self.read("de")[2],
                         ["entente: 1 article in de: names and windows only, "
                          "no contacts"])

    def test_many_are_counted_and_some_named(self):
        tags = [f"x{chr(97 + i)}" for i in range(26)]
        said = self.read(*tags)[2]
        self.assertEqual(len(said), 1)
        self.assertIn("26 articles in xa, xb, ", said[0])

    def test_a_build_has_windows_and_no_contacts(self):
        lines = [json.dumps({"id": "1", "text": MEETING, "language": "de"})]
        done = build(lines, "--any-language")
        self.assertEqual(done.returncode, 0)
        self.assertIn("1 article in de", told(done)[0])
        self.assertIn("1 article, 2 persons, 1 tie", told(done)[1])
        self.assertIn("no reported meeting",
                      build(lines, "--any-language", "--ties",
                            "encounters").stderr.decode())
        self.assertEqual(told(build(lines, "--any-language", "-q")), [])


class Summaries(unittest.TestCase):
    def test_numbers_and_their_plurals(self):
        for ties, isolates, wanted in (
                (drawn.path(2), [], "1 article, 2 persons, 1 tie"),
                (drawn.path(3), [], "1 article, 3 persons, 2 ties"),
                (drawn.complete(5), [7], "1 article, 6 persons, 10 ties")):
            done = build([drawn.article_of(ties, isolates)])
            self.assertEqual(done.returncode, 0)
            self.assertRegex(told(done)[-1],
                             rf"^entente: {wanted} in \d+\.\d s; wrote "
                             r"n\.json$")
            self.assertEqual(done.stdout, b"")

    def test_several_articles_and_files(self):
        lines = [drawn.article_of({pair: 1}).replace('"drawn"', f'"d{i}"')
                 for i, pair in enumerate(sorted(drawn.complete(3)))]
        done = build(lines, "-o", "m.csv")
        self.assertIn("3 articles, 3 persons, 3 ties", told(done)[-1])
        self.assertTrue(told(done)[-1].endswith("wrote n.json, m.csv"))
        self.assertEqual(sorted(done.files), ["m.csv", "n.json"])

    def test_names_where_not_all_are_persons(self):
        done = build([drawn.article_of(drawn.path(3))], "--types",
                     "person,org")
        self.assertIn("3 names, 2 ties", told(done)[-1])

    def test_quiet_is_quiet(self):
        for options in (["-q"], ["--quiet"]):
            done = build([drawn.article_of(drawn.path(3))], *options)
            self.assertEqual((done.returncode, done.stderr, done.stdout),
                             (0, b"", b""))

    def test_no_progress_without_a_terminal(self):
        done = start("build", "-f", "json", "-o", "-", ARTICLES)
        self.assertNotIn(b"\r", done.stderr)
        self.assertNotIn(b"\x1b", done.stderr)
        self.assertEqual(len(told(done)), 1)
        json.loads(done.stdout)

    def test_nothing_but_results_on_standard_output(self):
        for command in (["articles"], ["mentions"], ["resolve"],
                        ["report", "-f", "json"],
                        ["build", "-f", "json", "-o", "-"]):
            loud = start(*command, ARTICLES)
            quiet = run(*command, "-q", ARTICLES)
            self.assertEqual(loud.stdout, quiet)


class Hints(unittest.TestCase):
    """An empty network is no failure, but there is a reason."""

    def hint(self, lines, *options):
        done = build(lines, *options)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.files, ["n.json"])
        found = [line for line in told(done) if line.startswith(
            "entente: hint: ")]
        self.assertLessEqual(len(found), 1)
        return found[0] if found else None

    def test_nobody(self):
        rain = '{"id": "a", "text": "It rained on the hills all day."}'
        self.assertEqual(self.hint([rain]), "entente: hint: no person found "
                         "in 1 article; try --types person,org,place or a "
                         "lower --min-confidence")
        self.assertIn("no name found in 2 articles", self.hint(
            [rain, rain.replace('"a"', '"b"')], "--types", "person,org"))

    def test_no_two_together(self):
        lines = [drawn.article_of({}, [1, 2])]
        self.assertEqual(self.hint(lines), "entente: hint: 2 persons, but no "
                         "two together; try --window paragraph or --window "
                         "article")
        self.assertIn("1 person, but no two together",
                      self.hint([drawn.article_of({}, [1])]))
        self.assertIn("or fewer --min- filters", self.hint(
            [drawn.article_of(drawn.path(4))], "--min-weight", "9"))

    def test_no_meeting(self):
        self.assertIn("but no reported meeting", self.hint(
            [drawn.article_of(drawn.path(3))], "--ties", "encounters"))

    def test_no_time(self):
        self.assertIn("none of the articles is chosen",
                      self.hint([drawn.article_of(drawn.path(3))], "--since",
                                "2014-01-01"))

    def test_none_where_there_are_ties(self):
        self.assertIsNone(self.hint([drawn.article_of(drawn.path(3))]))


BROKEN = '{"id": "broken", "text": '


class Skipped(unittest.TestCase):
    def test_each_is_named_once_and_the_rest_is_done(self):
        good = drawn.article_of(drawn.path(3))
        done = build([BROKEN, good, '{"id": "x"}', "[7]"])
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.files, ["n.json"])
        skipped = [line for line in told(done) if "source" in line]
        self.assertEqual([re.search(r":(\d+): byte", line)[1] for line in skipped],
                         ["1", "3", "4"])

    def test_all_of_them(self):
        done = build([BROKEN] * 3)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.files, [])
        self.assertIn("no article could be read", told(done)[-1])

    def test_quiet_or_not_they_are_named(self):
        done = build([BROKEN, drawn.article_of(drawn.path(3))], "-q")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(told(done)), 1)

    def test_every_command_ends_with_3(self):
        lines = BROKEN + "\n" + drawn.article_of(drawn.path(3))
        for command in (["articles"], ["mentions"], ["resolve"], ["report"],
                        ["explain", "--of", drawn.name_of(0)],
                        ["build", "-f", "json", "-o", "-"]):
            done = start(*command, "-", text=lines.encode())
            self.assertEqual(done.returncode, 3, command)
            self.assertTrue(done.stdout)


class Explained(unittest.TestCase):
    """`resolve --explain`: who somebody is, and why."""

    def explain(self, name, *texts, options=()):
        lines = []
        for i, text in enumerate(texts):
            plain, mentions = "", []
            for piece in re.split(r"(\[[^]]*\])", text):
                if piece.startswith("["):
                    piece = piece[1:-1]
                    at = len(plain.encode())
                    mentions.append({"start": at,
                                     "end": at + len(piece.encode()),
                                     "type": "person"})
                plain += piece
            lines.append(json.dumps({"id": f"a{i}", "text": plain,
                                     "mentions": mentions}))
        return run("resolve", "-q", "--explain", name, *options, "-",
                   text="\n".join(lines).encode()).decode().splitlines()

    def test_a_name_by_itself(self):
        self.assertEqual(self.explain("Ann Dunn", "[Ann Dunn] came."), [
            "Ann Dunn (ann-dunn), person: 1 mention in 1 article",
            '  "Ann Dunn" in 1 article, such as a0',
            "    the name itself (1.00)"])

    def test_reasons_one_by_one(self):
        found = self.explain(
            "Lavrov", "[Sergey Lavrov] came. [Sergey Lavrov] sat.",
            "[Sergei Lavrov] left.", "[Lavrov] ate.",
            "[Sergey Lavrov] rose.")
        self.assertEqual(found[0], "Sergey Lavrov (sergey-lavrov), person: 5 "
                                   "mentions in 4 articles")
        why = dict(zip(found[1::2], found[2::2]))
        self.assertEqual([line.split('"')[1] for line in why],
                         ["Sergey Lavrov", "Lavrov", "Sergei Lavrov"])
        reasons = [line.strip().rsplit(" (", 1)[0] for line in why.values()]
        self.assertEqual(reasons, [
            "the name itself", "nobody else here has this name",
            "another spelling, initial or middle name"])

    def test_what_is_left_open_is_said_on_both_sides(self):
        texts = ("[Jeb Bush] came.", "[Neil Bush] left.", "[Bush] sat.")
        open_one = self.explain("bush", *texts)
        self.assertRegex(open_one[1],
                         r"^  perhaps (Jeb|Neil) Bush: not certain enough to "
                         r"say$")
        other = open_one[1].split("perhaps ")[1].split(":")[0]
        self.assertIn('  left open: "Bush" (bush), 1 article',
                      self.explain(other, *texts))

    def test_the_users_word_is_the_reason(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump([{"name": "Ann Dunn", "aliases": ["Bo Hill"]}], file)
            file.flush()
            found = self.explain("Ann Dunn", "[Ann Dunn] met [Bo Hill].",
                                 options=("--aliases", file.name))
        self.assertIn("decided by the alias file", found[0])
        self.assertIn("    the alias file says so (1.00)", found)


class Unexplained(unittest.TestCase):
    """Questions that have no answer: why not, and what might help."""
    TEXT = (b"Angela Merkel met Barack Obama in Berlin.\n\n"
            b"Paul Stone met Jane Field in Oslo. Oslo slept.\n")
    HINT = "hint: try --window paragraph or --window article"
    ELSEWHERE = ("but has no tie in this network; try --window paragraph or "
                 "--window article, or other --types")
    CASES = [
        (1, ("--of", "Berlin"),
         [f"Berlin is mentioned 1 time, {ELSEWHERE}"]),
        (1, ("--of", "Oslo"),
         [f"Oslo is mentioned 2 times, {ELSEWHERE}"]),
        (1, ("--between", "Merkel", "Berlin"),
         [f"Berlin is mentioned 1 time, {ELSEWHERE}"]),
        (1, ("--between", "Merkel", "Stone"),
         ["report: there is no tie between Angela Merkel and Paul Stone in "
          "this network", HINT]),
        (1, ("--between", "Merkel", "Angela Merkel"),
         ["--between: 'Merkel' and 'Angela Merkel' are both Angela Merkel"]),
        (1, ("--of", "Zed Roe"),
         ['resolve: expected the name of an actor, found "Zed Roe", which '
          "nobody in these articles has"]),
        (2, ("--of", "Merkel", "--between", "Merkel", "Obama"),
         ["expected either --between A B or --of A",
          "try 'entente explain --help'"]),
        (2, (), ["expected either --between A B or --of A",
                 "try 'entente explain --help'"]),
    ]

    def test_each(self):
        for code, options, lines in self.CASES:
            with self.subTest(options=options):
                done = start("explain", "-q", *options, "-", text=self.TEXT)
                self.assertEqual(told(done),
                                 [f"entente: {line}" for line in lines])
                self.assertEqual((done.returncode, done.stdout), (code, b""))

    def test_the_hints_help(self):
        for options in (
                ("--of", "Berlin", "--types", "person,place"),
                ("--between", "Merkel", "Berlin", "--types", "person,place"),
                ("--between", "Merkel", "Stone", "--window", "article")):
            with self.subTest(options=options):
                shown = run("explain", "-q", *options, "-", text=self.TEXT)
                self.assertIn(b"Merkel", shown)

    def test_resolve_needs_the_corpus_and_one_file(self):
        for options, line in (
                (("--resolve", "none"), "--resolve: expected corpus, since "
                 "this command brings names together across articles"),
                (("--resolve", "article"), "--resolve: expected corpus, since "
                 "this command brings names together across articles"),
                (("-o", "a", "-o", "b"), "-o: expected one file, found 2")):
            with self.subTest(options=options):
                done = start("resolve", *options, "-", text=self.TEXT)
                self.assertEqual(told(done), [
                    f"entente: {line}",
                    "entente: try 'entente resolve --help'"])
                self.assertEqual((done.returncode, done.stdout), (2, b""))


if __name__ == "__main__":
    unittest.main()
