"""Names from elsewhere: lists of names, and programs of somebody else's that
recognise, with answers that the tests can tell beforehand."""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import drawn
from program import PROGRAM, run, start

# Answers with a span for every word that begins with a capital, its type told
# by the word's length. FAULT: what it does instead at every third article.
CHILD = """
import json, re, sys
fault = sys.argv[1] if len(sys.argv) > 1 else ""
types = ["person", "org", "place", "misc"]
for number, line in enumerate(sys.stdin):
    article = json.loads(line)
    text = article["text"].encode()
    found = [{"start": m.start(), "end": m.end(),
              "type": types[(m.end() - m.start()) % 4], "confidence": 0.5}
             for m in re.finditer(rb"[A-Z][a-z]+", text)]
    answer = json.dumps({"id": article["id"], "mentions": found})
    if number % 3 == 2:
        if fault == "die": sys.exit(3)
        if fault == "other": answer = answer.replace(article["id"], "x")
        if fault == "half": answer = answer[:len(answer) // 2]
        if fault == "two": answer += "\\n" + answer
        if fault == "far": answer = answer.replace('"end": ', '"end": 9')
        if fault == "empty": answer = ""
        if fault == "list": answer = "[" + answer + "]"
    print(answer, flush=True)
"""
TYPES = ["person", "org", "place", "misc"]


def articles(seed, n=12):
    draw = random.Random(seed)
    for i in range(n):
        words = [draw.choice(["Ann", "Dunn", "the", "Bridge", "of", "Oslo",
                              "met", "Emma", "river", "\u00e9tat", "Fiona"])
                 for _ in range(draw.randint(0, 40))]
        yield {"id": f"a{i}", "text": " ".join(words) + " ended."}


def expected(article):
    found = []
    for word, at in spans(article["text"]):
        if word[:1].isascii() and word[:1].isupper():
            found.append((at, at + len(word.encode()), TYPES[len(word) % 4]))
    return found


def spans(text):
    at = 0
    for word in text.split(" "):
        yield word, at
        at += len(word.encode()) + 1


def lines(records):
    return "\n".join(map(json.dumps, records)).encode()


class Outside(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = os.path.join(self.folder.name, "child.py")
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(CHILD)

    def ask(self, records, fault="", *options):
        return start("mentions", "-q", "--recogniser",
                     f"{sys.executable} {self.path} {fault}", "--types",
                     "person,org,place,misc", "--resolve", "none", *options,
                     "-", text=lines(records))

    def test_answers_are_taken(self):
        for seed in range(5):
            records = list(articles(seed))
            done = self.ask(records)
            self.assertEqual(done.returncode, 0, done.stderr)
            found = list(map(json.loads, done.stdout.splitlines()))
            self.assertEqual([one["id"] for one in found],
                             [one["id"] for one in records])
            for one, article in zip(found, records):
                self.assertEqual(
                    [(m["start"], m["end"], m["type"])
                     for m in one["mentions"]], expected(article))
                for m in one["mentions"]:
                    self.assertEqual(m["confidence"], .5)

    def test_as_many_children_as_threads_give_the_same(self):
        records = list(articles(77, 60))
        want = self.ask(records, "", "--threads", "1").stdout
        for threads in ("2", "5"):
            self.assertEqual(self.ask(records, "", "--threads",
                                      threads).stdout, want)

    def test_a_fault_costs_its_article_alone(self):
        """With one thread every third article of a child is faulty; a child
        that failed is started afresh and counts anew."""
        records = list(articles(5, 9))
        for fault in ("die", "other", "half", "two", "far", "empty", "list"):
            with self.subTest(fault):
                done = self.ask(records, fault, "--threads", "1")
                self.assertEqual(done.returncode, 3)
                told = done.stderr.decode().splitlines()
                found = {one["id"] for one in map(json.loads,
                                                  done.stdout.splitlines())}
                failed = {f"a{i}" for i in (2, 5, 8)}
                if fault == "far": # an article without names has no fault
                    failed = {key for key in failed
                              if expected(records[int(key[1:])])}
                self.assertEqual({one["id"] for one in records} - found,
                                 failed)
                self.assertEqual(len(told), len(failed))
                for line in told:
                    self.assertIn("recogniser", line)
                    self.assertTrue(any(f": {key}: " in line
                                        for key in failed), line)

    def test_confidence_is_obeyed(self):
        records = list(articles(6))
        none = self.ask(records, "", "--min-confidence", "0.6")
        some = self.ask(records, "", "--min-confidence", "0.5")
        self.assertFalse(any(json.loads(line)["mentions"]
                             for line in none.stdout.splitlines()))
        self.assertEqual(some.stdout, self.ask(records).stdout)

    def test_annotated_articles_are_not_asked_about(self):
        record = {"id": "a", "text": "Ann met Dunn.", "mentions": [
            {"start": 8, "end": 12, "type": "org"}]}
        done = self.ask([record])
        self.assertEqual([(m["start"], m["type"]) for m in
                          json.loads(done.stdout)["mentions"]], [(8, "org")])


# Deaf to what asks it to end, and never answers.
DEAF = """
trap '' TERM INT HUP
sleep 600 &
echo $! > pid.new
mv pid.new pid
while :; do wait; done
"""


def until(true, seconds=60):
    """Whether it comes true; a busy machine may take its time."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(.02)
    return True


class Endings(unittest.TestCase):
    """However the program ends, a recogniser that hangs ends with it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file("deaf.sh", DEAF)
        self.file("a.txt", "Ann met Bob.")

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def file(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def begin(self, *arguments, **more):
        """Started with the signals' default actions, whoever runs the test."""
        return subprocess.Popen(
            [PROGRAM, *arguments], cwd=self.folder.name,
            stderr=subprocess.PIPE, preexec_fn=lambda: [
                signal.signal(one, signal.SIG_DFL)
                for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)],
            **more)

    def gone(self):
        """Whether the sleeper ends; a dead one that nobody asks for counts."""
        with open(self.path("pid"), encoding="utf-8") as file:
            status = f"/proc/{int(file.read())}/status"

        def ended():
            try:
                with open(status, encoding="utf-8") as file:
                    return "\nState:\tZ" in file.read()
            except (FileNotFoundError, ProcessLookupError):
                return True
        return until(ended)

    def test_by_a_signal(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP,
                       signal.SIGKILL):
            for output in (("-o", "out.jsonl"), ()):
                with self.subTest((number, output)):
                    process = self.begin(
                        "mentions", "-q", "-j", "2", "--recogniser-timeout",
                        "0", "--recogniser", "sh deaf.sh", "a.txt", *output)
                    self.assertTrue(until(
                        lambda: os.path.exists(self.path("pid"))))
                    process.send_signal(number)
                    process.communicate(timeout=60)
                    self.assertEqual(process.returncode, -number)
                    self.assertTrue(self.gone())
                    os.unlink(self.path("pid"))
                    self.assertFalse(os.path.exists(self.path("out.jsonl")))

    def test_by_the_timeout(self):
        process = self.begin("mentions", "-q", "--recogniser-timeout", "1",
                             "--recogniser", "sh deaf.sh", "a.txt")
        told = process.communicate(timeout=120)[1].decode()
        self.assertEqual(process.returncode, 1)
        self.assertIn("a.txt: outside recogniser: no answer within 1 second\n",
                      told)
        if os.path.exists(self.path("pid")):
            self.assertTrue(self.gone())

    def test_a_signal_is_heard_while_all_articles_fail(self):
        """Nothing is written that could fail, and the input goes on."""
        process = self.begin("articles", "-q", "--input-format", "jsonl", "-o",
                             "out.jsonl", "-", stdin=subprocess.PIPE)
        process.stdin.write(b"[]\n" * 30000) # more than is looked at first
        process.stdin.flush()
        self.assertIn(b"expected an article", process.stderr.readline())
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=60), -signal.SIGINT)
        process.stdin.close()
        process.stderr.close()
        self.assertEqual(sorted(os.listdir(self.folder.name)),
                         ["a.txt", "deaf.sh"])


class Lists(unittest.TestCase):
    TEXT = ("Zorb Quux met the Wibble Works of Zorb. Zorb and Quux Inc. "
            "left zorb for Upper Zorb; Zorbs stayed.")

    def found(self, names, text=TEXT, suffix=".txt"):
        with tempfile.NamedTemporaryFile("w", suffix=suffix,
                                         encoding="utf-8") as file:
            file.write(names)
            file.flush()
            done = start("mentions", "-q", "--entities", file.name, "--types",
                         "person,org,place,misc", "--resolve", "none", "-",
                         text=lines([{"id": "a", "text": text}]))
        self.assertEqual(done.returncode, 0, done.stderr)
        return [(m["text"], m["type"])
                for m in json.loads(done.stdout)["mentions"]]

    def listed(self, found, names):
        return [one for one in found if one[0] in names]

    def test_whole_names_as_they_are_written(self):
        found = self.found("place\tZorb\n")
        self.assertEqual({kind for _, kind in self.listed(found, {"Zorb"})},
                         {"place"})
        self.assertNotIn(("zorb", "place"), found)
        self.assertNotIn(("Zorbs", "place"), found)
        self.assertGreaterEqual(len(self.listed(found, {"Zorb"})), 3)

    def test_the_longest_wins(self):
        found = self.found("place\tZorb\nperson\tZorb Quux\norg\tWibble Works "
                           "of Zorb\nplace\tUpper Zorb\n")
        for name, kind in (("Zorb Quux", "person"), ("Upper Zorb", "place"),
                           ("Wibble Works of Zorb", "org")):
            self.assertIn((name, kind), found)
        self.assertEqual(self.listed(found, {"Zorb"}), [("Zorb", "place")])

    def test_of_equal_names_the_first_counts(self):
        for first, second in (("org", "place"), ("misc", "person")):
            found = self.found(f"{first}\tZorb\n{second}\tZorb\n")
            self.assertEqual({kind for name, kind in found
                              if name == "Zorb"}, {first})

    def test_all_forms_of_a_list_say_the_same(self):
        want = self.found("person\tZorb Quux\norg\tWibble Works\n# no\n\n"
                          "place\tZorb\nUpper  Zorb\n")
        for names in (
                '[{"name": "Zorb Quux"}, {"name": "Wibble Works", "type": '
                '"org"}, {"name": "Zorb", "type": "place"}, "Upper Zorb"]',
                '{"person": ["Zorb Quux", "Upper Zorb"], "org": ["Wibble '
                'Works"], "place": [{"name": "Zorb"}]}',
                '[{"name": "Zorb Quux", "aliases": ["Upper Zorb"]}, {"name": '
                '"Wibble Works", "type": "org"}, {"name": "Zorb", "type": '
                '"place", "aliases": []}]'):
            self.assertEqual(self.found(names, suffix=".json"), want)

    def test_names_of_any_script(self):
        names = ["\u4e2d\u56fd\u94f6\u884c", "\u041a\u0432\u0430\u043a\u0441",
                 "\u05e7\u05d5\u05d5\u05e7\u05e1", "O\u2019Zorb-Quux"]
        text = " met ".join(names) + " there."
        found = self.found("".join(f"org\t{name}\n" for name in names), text)
        for name in names:
            self.assertIn((name, "org"), found)

    def test_wrong_lists_are_told(self):
        for names, message in (
                ("person\tA\ndog\tB\n", ":2: expected person, org, place or "
                                        "misc before the tab"),
                ("persons\tA\n", ":1: expected person"),
                ('[{"name": 7}]', 'expected a name or an object with a '
                                  '"name"'),
                ('[7]', 'expected a name or an object with a "name"'),
                ('[{"name": "A", "type": "dog"}]', '"type" to be person, org'),
                ('[{"name": "A", "aliases": "B"}]', '"aliases" to be an array'),
                ('[{"name": "A", "aliases": [1]}]', 'strings in "aliases"'),
                ('{"dog": ["A"]}', "the keys to be person, org, place or misc"),
                ('{"person": "A"}', "expected an array of names"),
                ('["A"', "expected JSON")):
            with self.subTest(names), tempfile.NamedTemporaryFile(
                    "w", suffix=".list") as file:
                file.write(names)
                file.flush()
                done = start("mentions", "-q", "--entities", file.name, "-",
                             text=lines([{"id": "a", "text": "A."}]))
                self.assertEqual((done.returncode, done.stdout), (1, b""))
                self.assertIn(message, done.stderr.decode())
                self.assertIn(file.name, done.stderr.decode())

    def test_a_list_of_many_names(self):
        names = [drawn.name_of(i) for i in range(len(drawn.FAMILY))] + [
            f"Zorb{i} Quux{i}" for i in range(20000)]
        text = f"{names[3]} met {names[-1]} and {names[10000]}."
        found = self.found("".join(f"org\t{name}\n" for name in names), text)
        for name in (names[3], names[-1], names[10000]):
            self.assertIn((name, "org"), found)


if __name__ == "__main__":
    unittest.main()
