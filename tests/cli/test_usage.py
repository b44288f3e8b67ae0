"""The command line: each option of each command, given rightly and wrongly.

What there is to try is read off the program's own help, so that a new option
is tried as well, and must get a row where its values are limited.
"""
import functools
import itertools
import os
import re
import tempfile
import unittest

from program import SAMPLES, run, start

COMMANDS = ["build", "report", "explain", "events", "mentions", "resolve",
            "articles", "exporters", "evaluate", "train"]
# What a command needs to get beyond its command line.
NEEDED = {"build": ["x.txt", "-o", "x.json"], "report": ["x.txt"],
          "explain": ["x.txt", "--of", "A"], "events": ["x.txt"],
          "mentions": ["x.txt"],
          "resolve": ["x.txt"], "articles": ["x.txt"], "exporters": [],
          "evaluate": ["ner", "x.conll"], "train": ["ner", "x.conll"]}
COUNT = ["", "-1", "1.5", "x", "1e3", "0x10", " 1", "1 ", "4294967295",
         "99999999999999999999", "+1", "١"]
DATE = ["", "yesterday", "2014-13-01", "2014-02-30", "2014-1-1", "20140101",
        "2014-03-29T10:00", "29.3.2014", "0000-01-01", "2014-13", "2014-3",
        "0000", "14", "2014-", "-2014", "٢٠١٤"]
PERIOD = "a day, month or year such as 2014-03-29, 2014-03 or 2014"
REAL = ["", "lots", "nan", "inf", "-inf", "1,5", "0.5x", "1e999"]
SHARE = REAL + ["-0.1", "1.1", "2", "-1"]
THREADS = COUNT + ["0", "257"]
# By option: what is said to be expected, and values that are not.
WRONG = {
    "types": ("a list of person, org, place, misc, such as person,org",
              ["", "dog", "person,dog", "Person", "person org", ",",
               ",person", "person,,org", "persons"]),
    "ties": ("windows or encounters", ["", "window", "none", "Windows"]),
    "kind": ("a list of meet, call, joint, interview, hearing, debate, "
             "letter, phone, such as meet,phone",
             ["", "dine", "meet,dine", "MEET", "interviews"]),
    "status": ("a list of held, planned, proposed, denied, such as "
               "held,planned", ["", "maybe", "held;planned"]),
    "without": ("a list of told, public, several, such as told,public",
                ["", "asked", "told,asked"]),
    "min-encounter-confidence": ("a number from 0 to 1", SHARE),
    "actor": ("a name", [""]),
    "window": ("sentence, paragraph, article or a number of words",
               ["", "page", "0", "-3", "1.5", "sentences", "4294967295"]),
    "weight": ("count, articles, distance, newman, jaccard, npmi or llr",
               ["", "heavy", "counts", "NPMI"]),
    "min-weight": ("a number", REAL),
    "min-articles": ("a whole number", COUNT),
    "min-mentions": ("a whole number", COUNT),
    "since": (PERIOD, DATE),
    "until": (PERIOD, DATE),
    "field": ("FIELD=NAME, FIELD being id, title, text, date, source, url, "
              "language, author, persons, organisations or places",
              ["", "text", "text=", "=x", "day=x", "Text=x"]),
    "match": ("words or /EXPRESSION/", [""]),
    "source": ("a name, in which * stands for any characters", [""]),
    "url": ("an address, in which * stands for any characters", [""]),
    "language": ("a language's tag such as en", [""]),
    "ego": ("a name", [""]),
    "hops": ("a whole number", COUNT),
    "slice": ("day, week, month, quarter or year", ["", "hour", "Month", "2"]),
    "slide": ("a whole number from 1 to 4000", COUNT + ["0", "4001"]),
    "top": ("a whole number, 0 for all", COUNT),
    "window-max": ("a whole number, 0 for no limit", COUNT),
    "backbone": ("a number from 0 to 1", SHARE),
    "component": ("all or largest", ["", "small", "1"]),
    "isolates": ("auto, keep or drop", ["", "remove", "Keep"]),
    "measure": ("all or shown", ["", "none", "whole"]),
    "samples": ("a whole number, at least 2", COUNT + ["0", "1"]),
    "layout": ("communities or force", ["", "circle", "Force"]),
    "theme": ("light, dark or print", ["", "grey", "Dark", "light|dark"]),
    "page": ("A5, A4, A3 or WIDTHxHEIGHT in millimetres, such as 180x120",
             ["", "A2", "a4", "180", "180x", "x120", "180x120mm", "9x120",
              "180x5001", "nanx20", "0x20x120", "180 x 120"]),
    "resolution": ("a number, 0 or more", ["", "x", "-1", "nan", "inf"]),
    "sort": ("degree, strength, betweenness, closeness, eigenvector, pagerank, "
             "core, clustering, constraint, effective_size, participation, "
             "module_degree or articulation", ["", "count", "Degree"]),
    "seed": ("a whole number", ["", "-1", "x", "1.5", "0x1", " 1",
                                "18446744073709551616"]),
    "aliases": ("a file name", [""]),
    "exclude": ("a file name", [""]),
    "resolve": ("corpus, article or none", ["", "all", "Corpus"]),
    "copies": ("once or count", ["", "twice"]),
    "input-format": ("a format's name (see entente version --formats)", [""]),
    "max-unpacked": ("a number of bytes such as 500M or 64G",
                     ["", "-1", "1.5", "M", "5MB", "5m", " 1", "0x1",
                      "99999999999999999999", "99999999T"]),
    "max-article": ("a number of bytes from 64k to 256M",
                    ["", "-1", "63k", "65535", "257M", "268435457", "1G"]),
    "memory": ("a number of bytes such as 500M or 64G",
               ["", "-1", "1.5", "M", "5MB", "5m"]),
    "max-ratio": ("a whole number, at least 1", COUNT + ["0"]),
    "max-members": ("a whole number", COUNT),
    "max-depth": ("a whole number from 0 to 16", COUNT + ["17"]),
    "model": ("a file name", [""]),
    "recogniser": ("a command", [""]),
    "entities": ("a file name", [""]),
    "min-confidence": ("a number from 0 to 1", SHARE),
    "threads": ("a whole number from 1 to 256", THREADS),
    "recogniser-timeout": ("a whole number of seconds, 0 for no limit",
                           COUNT + ["86401"]),
    "output": ("a file name, or -", [""]),
    "exporter-option": ("NAME=VALUE", [""]),
    "rows": ("a whole number, 0 for all", COUNT),
    "of": ("a name", [""]),
    "explain": ("a name", [""]),
    "plugin": ("a file name", [""]),
    "text": ("a file or folder", [""]),
    "also": ("a file or folder", [""]),
    "store": ("a file name", [""]),
    "answers": ("a file name", [""]),
    "names": ("a file name", [""]),
    "held-out": ("a file or folder", [""]),
    "articles": ("a file or folder", [""]),
}
REPORT_FORMAT = ("terminal, markdown, html, csv or json",
                 ["", "pdf", "HTML", "md"])
EVENTS_FORMAT = ("table, jsonl or ics", ["", "json", "ICS"])
EXPORT_FORMAT = ("an exporter's name (see entente exporters)", [""])
# Values at the ends of what is allowed.
RIGHT = {"types": ["person", "misc,place,org,person", "person,person"],
         "ties": ["windows", "encounters"], "kind": ["joint", "meet,call",
                                                       "phone,debate"],
         "without": ["told", "public,told"],
         "min-encounter-confidence": ["0", "1", "0.85"],
         "status": ["denied", "held,planned,proposed,denied"],
         "window": ["sentence", "1", "4294967294"],
         "weight": ["count", "llr"], "min-weight": ["-1e300", "0", ".5", "1e3"],
         "min-articles": ["0", "4294967294", "007"],
         "since": ["0001-01-01", "2016-02-29", "0001", "2016-02"],
         "until": ["9999-12-31", "9999-12", "9999"],
         "hops": ["0", "4294967294"], "top": ["0", "1"],
         "backbone": ["0", "1", "0.05"], "component": ["all", "largest"],
         "isolates": ["auto", "keep", "drop"],
         "measure": ["all", "shown"], "samples": ["2", "4294967294"],
         "resolution": ["0", "0.5", "3", "1e300"], "layout": ["communities", "force"],
         "seed": ["0", "18446744073709551615"],
         "copies": ["once", "count"], "resolve": ["corpus", "article"],
         "min-confidence": ["0", "1"], "threads": ["1", "256"]}
# Options that mean nothing without another.
BESIDE = {"hops": ["--ego", "Ottoline Varga"]}


@functools.lru_cache(maxsize=None)
def options_of(command):
    """name -> (letter or None, value or None) of the options in the help."""
    found = {}
    for line in run("help", command).decode().splitlines():
        match = re.match(r"  (?:-(\w), |    )--([a-z-]+)(?: (\S+(?: B)?))?"
                         r"(?:  |$)", line)
        if match:
            assert match[2] not in found, (command, match[2])
            found[match[2]] = (match[1], match[3])
    return found


def wrong_of(command, name):
    if name == "format":
        return {"build": EXPORT_FORMAT,
                "events": EVENTS_FORMAT}.get(command, REPORT_FORMAT)
    return WRONG[name]


class Usage(unittest.TestCase):
    """Wrong use ends with 2, says one thing, points to the help, and does
    nothing."""

    def refused(self, arguments, message, command=None):
        with tempfile.TemporaryDirectory() as folder:
            done = start(*arguments, folder=folder)
            with self.subTest(" ".join(arguments)):
                help_line = (f"entente: try 'entente {command} --help'"
                             if command else "entente: try 'entente help'")
                self.assertEqual(done.stderr.decode().splitlines(),
                                 [f"entente: {message}", help_line])
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, b"")
                self.assertEqual(os.listdir(folder), [])

    def each(self):
        for command in COMMANDS:
            for name, (letter, value) in options_of(command).items():
                yield command, name, letter, value

    def test_wrong_values(self):
        tried = 0
        # What several commands share is one row of one table: the first will
        # do for all values, the others get one each.
        seen = set()
        for command, name, _, value in self.each():
            if not value or name == "between":
                continue
            expected, values = wrong_of(command, name)
            for one in values[:1] if (name, expected) in seen else values:
                self.refused([command, f"--{name}={one}", *NEEDED[command]],
                             f"--{name}: expected {expected}, found '{one}'",
                             command)
                tried += 1
            seen.add((name, expected))
        self.assertGreater(tried, 200)

    def test_values_as_next_word_and_by_letter(self):
        for command, name, letter, value in self.each():
            if not value or not letter:
                continue
            expected, values = wrong_of(command, name)
            for first in (["--" + name, values[-1]], ["-" + letter,
                                                      values[-1]]):
                self.refused([command, *first, *NEEDED[command]],
                             f"--{name}: expected {expected}, found "
                             f"'{values[-1]}'", command)

    def test_missing_values(self):
        for command, name, letter, value in self.each():
            if not value:
                continue
            expected = ("two names" if name == "between"
                        else wrong_of(command, name)[0])
            for last in ["--" + name] + (["-" + letter] if letter else []):
                self.refused([command, *NEEDED[command], last],
                             f"--{name}: expected {expected}, found nothing",
                             command)

    def test_one_name_is_no_tie(self):
        self.refused(["explain", "x.txt", "--between", "A"],
                     "--between: expected two names, found one", "explain")
        self.refused(["explain", "--between", "", "B", "x.txt"],
                     "--between: expected two names, found ''", "explain")

    def test_flags_take_no_value(self):
        for command, name, _, value in self.each():
            if not value:
                self.refused([command, f"--{name}=yes", *NEEDED[command]],
                             f"--{name} takes no value", command)

    def test_options_of_other_commands(self):
        everything = {name for _, name, _, _ in self.each()}
        for command in COMMANDS:
            for name in sorted(everything - set(options_of(command))):
                # getopt takes the beginning of an option for it.
                if any(o.startswith(name) for o in options_of(command)):
                    continue
                self.refused([command, "--" + name, *NEEDED[command]],
                             f"'{command}' has no option '--{name}'", command)

    def test_letters_that_mean_nothing(self):
        for command in COMMANDS:
            known = {letter for letter, _ in options_of(command).values()}
            for letter in sorted(set("abcdefghijklmnopqrstuvwxyzABC") - known):
                self.refused([command, "-" + letter, *NEEDED[command]],
                             f"'{command}' has no option '-{letter}'", command)

    def test_mistyped_options_are_guessed(self):
        """One letter left out, doubled or changed, or two swapped."""
        for name in options_of("build"):
            if len(name) < 6:
                continue
            middle = len(name) // 2
            for typed in (name[:middle] + name[middle + 1:],
                          name[:middle] + name[middle] + name[middle:],
                          name[:middle] + "x" + name[middle + 1:],
                          name[:middle] + name[middle + 1] + name[middle] +
                          name[middle + 2:]):
                if typed in options_of("build"):
                    continue
                self.refused(["build", "--" + typed, *NEEDED["build"]],
                             f"unknown option '--{typed}'; did you mean "
                             f"'--{name}'?", "build")

    def test_options_that_mean_several_or_none(self):
        for typed, message in (
                ("min", "ambiguous option '--min': could be any of "
                        "--min-encounter-confidence, --min-weight, --min-articles, --min-mentions, "
                        "--min-confidence"),
                ("ex=1", "ambiguous option '--ex': could be any of "
                         "--exporter-option, --exclude, --exact"),
                ("zzzzzzzz", "unknown option '--zzzzzzzz'"),
                ("zzzzzzzz=1", "unknown option '--zzzzzzzz'")):
            self.refused(["build", "--" + typed, *NEEDED["build"]], message,
                         "build")

    def test_mistyped_commands_are_guessed(self):
        for command in COMMANDS:
            for typed in (command[:-1], command + "s", command[0] +
                          command[2:], "x" + command[1:]):
                done = start(typed)
                self.assertEqual(done.returncode, 2, typed)
                self.assertIn(f"did you mean '{command}'?",
                              done.stderr.decode())

    def test_no_command(self):
        for arguments, message in (
                ([], "expected a command, found nothing"),
                (["-q"], "expected a command before '-q'"),
                (["--threads", "2"], "expected a command before "
                                     "'--threads'")):
            self.refused(arguments, message)

    def test_too_few_arguments(self):
        for command, expected in (
                ("build", "INPUT... -o FILE..."), ("report", "INPUT..."),
                ("events", "INPUT..."),
                ("mentions", "INPUT..."), ("articles", "INPUT..."),
                ("resolve", "INPUT..."), ("evaluate", "WHAT GOLD..."),
                ("explain", "INPUT... --between A B | --of A"),
                ("train", "WHAT CORPUS... -o MODEL")):
            self.refused([command], f"expected {expected}, found nothing",
                         command)
            self.refused([command, "-q", "--"],
                         f"expected {expected}, found nothing", command)

    def test_which_question_to_explain(self):
        for extra in ([], ["--of", "A", "--between", "A", "B"]):
            self.refused(["explain", "x.txt", *extra],
                         "expected either --between A B or --of A", "explain")

    def test_options_that_do_not_go_together(self):
        for command in ("build", "report", "explain"):
            for extra, message in (
                    (["--hops=2"], "--hops: expected --ego as well"),
                    (["--since=2015", "--until=2014"],
                     "--since: expected a day no later than --until, "
                     "2014-12-31, found 2015-01-01"),
                    (["--until=2014-03-01", "--since=2014-03-02"],
                     "--since: expected a day no later than --until, "
                     "2014-03-01, found 2014-03-02")):
                self.refused([command, *NEEDED[command], *extra], message,
                             command)

    def test_outputs_that_nothing_fits(self):
        built_in = ("the exporters are: json, graphml, gexf, csv, graphology, "
                    "cytoscape, gml, pajek, neo4j, edges, matrix, mermaid")
        for arguments, message in (
                (["build", "x.txt"], "expected -o FILE, such as "
                                     "-o network.gexf"),
                (["build", "x.txt", "-o", "-"], "-o -: expected --format NAME, "
                                                "such as --format json"),
                (["build", "x.txt", "-o", "x.doc"],
                 f"-o: no exporter has the extension of 'x.doc'; {built_in}"),
                (["build", "x.txt", "-o", "json"],
                 f"-o: no exporter has the extension of 'json'; {built_in}"),
                (["build", "x.txt", "-o", "x.json", "-o", "x.doc"],
                 f"-o: no exporter has the extension of 'x.doc'; {built_in}"),
                (["build", "x.txt", "-o", "x.json", "-f", "doc"],
                 f"--format: there is no exporter 'doc'; {built_in}"),
                (["build", "x.txt", "-o", "x.svg"],
                 "-o: the exporter for 'svg' is in graphviz.so, which is left "
                 "out, like all plug-ins"),
                (["report", "x.txt", "-o", "x.pdf"],
                 "-o: expected a file ending in .txt, .md, .html, .csv or "
                 ".json, found 'x.pdf'"),
                (["report", "x.txt", "-o", "x"],
                 "-o: expected a file ending in .txt, .md, .html, .csv or "
                 ".json, found 'x'"),
                (["explain", "x.txt", "--of", "A", "-o", "x.gexf"],
                 "-o: expected a file ending in .txt, .md, .html, .csv or "
                 ".json, found 'x.gexf'")):
            if arguments[0] == "build":
                arguments = arguments + ["--no-plugins"]
            self.refused(arguments, message, arguments[0])

    def test_one_file_is_enough_for_some(self):
        for command in ("mentions", "articles", "resolve"):
            done = start(command, "articles/2013-06-08-sunnylands.txt", "-o",
                         "a.json", "-o", "b.json", "-q")
            self.assertEqual(done.returncode, 2)
            self.assertIn("-o: expected one file, found 2",
                          done.stderr.decode())
            self.assertFalse(os.path.exists(os.path.join(SAMPLES, "a.json")))


class Allowed(unittest.TestCase):
    def test_values_at_the_limits(self):
        text = b"Ottoline Varga met Cuthbert Nkemelu in Rome."
        for name, values in RIGHT.items():
            for value in values:
                with self.subTest(f"--{name}={value}"):
                    done = start("build", "-q", "-f", "json", "-o", "-",
                                 f"--{name}={value}", *BESIDE.get(name, []),
                                 "-", text=text)
                    self.assertEqual(done.returncode, 0, done.stderr)

    def test_every_limited_option_has_a_row(self):
        for command in COMMANDS:
            for name, (_, value) in options_of(command).items():
                if value and name not in ("between", "format"):
                    self.assertIn(name, WRONG)

    def test_the_last_one_counts(self):
        text = b"Ottoline Varga met Cuthbert Nkemelu in Rome."
        once = run("build", "-q", "-f", "json", "-o", "-", "--window",
                   "article", "-", text=text)
        twice = run("build", "-q", "-f", "json", "-o", "-", "--window",
                    "3", "--window", "paragraph", "--window", "article", "-",
                    text=text)
        self.assertEqual(once, twice)

    def test_beginnings_of_options_will_do(self):
        text = b"Ottoline Varga met Cuthbert Nkemelu in Rome."
        whole = run("build", "-q", "-f", "json", "-o", "-", "--window",
                    "article", "--weight", "npmi", "-", text=text)
        short = run("build", "--qui", "--form", "json", "--out", "-", "--window",
                    "article", "--wei=npmi", "-", text=text)
        self.assertEqual(whole, short)

    def test_options_stand_anywhere_before_two_dashes(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a.txt", "-b.txt"):
                with open(os.path.join(folder, name), "w",
                          encoding="utf-8") as file:
                    file.write("Ottoline Varga met Cuthbert Nkemelu.")
            words = ["a.txt", "-q", "--threads", "1"]
            want = run("articles", *words, folder=folder)
            for order in itertools.permutations([["a.txt"], ["-q"],
                                                 ["--threads", "1"]]):
                self.assertEqual(run("articles", *sum(order, []),
                                     folder=folder), want)
            self.assertIn(b'"id":"-b.txt"',
                          run("articles", "--", "-b.txt", folder=folder))


class Help(unittest.TestCase):
    def test_asked_for_either_way(self):
        for command in COMMANDS:
            want = run("help", command)
            self.assertEqual(run(command, "--help"), want)
            self.assertEqual(run(command, "-h"), want)
            self.assertEqual(run(command, "x.txt", "--help", "--top=1")
                             if command in ("build", "report", "explain")
                             else want, want)

    def test_overview(self):
        want = run("help")
        for word in ("--help", "-h"):
            self.assertEqual(run(word), want)
        for command in COMMANDS:
            self.assertRegex(want.decode(), rf"\n  {command} +\S")

    def test_it_fits_a_terminal(self):
        for command in COMMANDS:
            for line in run("help", command).decode().splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_examples_can_be_typed(self):
        """Their options exist; files need not."""
        for command in COMMANDS:
            text = run("help", command).decode()
            examples = re.findall(r"^  entente (.*)$", text, re.M)
            self.assertTrue(examples, command)
            for example in examples:
                words = example.split("|")[0].split(">")[0].split()
                for word in words[1:]:
                    if word.startswith("--"):
                        self.assertIn(word[2:], options_of(words[0]))

    def test_version(self):
        for word in ("version", "--version", "-V"):
            self.assertRegex(run(word).decode(), r"^entente \d+\.\d+\.\d+\n$")

    def test_unknown_help(self):
        done = start("help", "biuld")
        self.assertEqual(done.returncode, 2)
        self.assertIn("did you mean 'build'?", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
