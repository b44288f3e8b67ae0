"""The store: what is added is kept once, answers as the inputs would, and
survives the program's death.

    test_store.py --kills 2000      kills `add` that often (default 40)
"""
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from program import ARTICLES, PROGRAM, run, start

KILLS = 40
HERE = os.path.dirname(os.path.abspath(__file__))
WHOLE = os.path.join(HERE, "..", "..", "samples", "articles")


def article(number, **more):
    """Everybody has a name of one article's own, and a friend in many."""
    first = ["Ann", "Carl", "Dora", "Emil", "Fay"][number % 5]
    last = f"Row{chr(97 + number // 26 % 26)}{chr(97 + number % 26)}e"
    return {"id": f"a{number}", "title": f"{first} {last} speaks",
            "date": f"2020-01-{number % 28 + 1:02}",
            "text": f"Mr. {first} {last} met Mary Poole in Lund on Monday.",
            **more}


class Store(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = made.name
        self.store = self.path("store.db")

    def path(self, name):
        return os.path.join(self.folder, name)

    def lines(self, name, articles):
        with open(self.path(name), "w", encoding="utf-8") as file:
            for one in articles:
                file.write(json.dumps(one) + "\n")
        return self.path(name)

    def add(self, *inputs, store=None, code=0):
        done = start("add", *inputs, "--store", store or self.store)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done.stderr.decode()

    def ask(self, sql, store=None):
        with sqlite3.connect(store or self.store) as database:
            rows = database.execute(sql).fetchall()
        database.close()
        return rows

    def refused(self, *arguments, expected, code=1):
        done = start(*arguments)
        told = done.stderr.decode()
        self.assertEqual(done.returncode, code, told)
        self.assertEqual(told.count("\n"), 1 if code == 1 else 2, told)
        self.assertRegex(told, expected)


class Same(Store):
    """As from the inputs, byte for byte, until communities are kept."""

    def test_every_command(self):
        self.add(ARTICLES)
        for command in (["build", "-q", "-f", "gexf", "-o", "-", "--ties",
                         "encounters", "--since", "2014"],
                        ["build", "-q", "-f", "json", "-o", "-"],
                        ["report", "-q"], ["events", "-q"],
                        ["explain", "-q", "--between", "Kerry", "Lavrov"],
                        ["resolve", "-q"], ["articles"],
                        ["articles", "--explain"],
                        ["mentions"], ["mentions", "--resolve", "article"],
                        ["mentions", "--resolve", "none"]):
            with self.subTest(command=command):
                self.assertEqual(run(*command, "--store", self.store),
                                 run(*command, ARTICLES))

    def test_in_the_order_of_adding(self):
        names = sorted(os.listdir(WHOLE))
        some, rest = ([os.path.join(WHOLE, name) for name in part]
                      for part in (names[10:], names[:10]))
        self.add(*some)
        self.add(*rest)
        build = ["build", "-q", "-f", "json", "-o", "-"]
        self.assertEqual(run(*build, "--store", self.store),
                         run(*build, *some, *rest))

    def test_beside_inputs(self):
        names = [os.path.join(WHOLE, name)
                 for name in sorted(os.listdir(WHOLE))]
        self.add(*names[:10])
        build = ["build", "-q", "-f", "json", "-o", "-"]
        self.assertEqual(run(*build, "--store", self.store, *names),
                         run(*build, *names))

    def test_threads(self):
        for threads in "1", "4":
            run("add", ARTICLES, "-j", threads, "--store",
                self.path(f"{threads}.db"))
        self.assertEqual(*(self.dump(self.path(f"{n}.db")) for n in (1, 4)))

    def dump(self, store):
        with sqlite3.connect(store) as database:
            rows = list(database.iterdump())
        database.close()
        return rows


class Once(Store):
    def test_the_same_input(self):
        self.add(ARTICLES)
        before = self.ask("SELECT count(*) FROM articles")
        self.assertRegex(self.add(ARTICLES),
                         "24 known already: 3 by id, 0 by address, "
                         "21 by content\n.* 0 articles added")
        self.assertEqual(self.ask("SELECT count(*) FROM articles"), before)

    def test_by_id(self):
        self.add(self.lines("a.jsonl", [article(1)]))
        told = self.add(self.lines("b.jsonl", [article(1, text="Other.")]))
        self.assertRegex(told, "1 known already: 1 by id.*\n"
                         ".*1 of these differs from what is kept")

    def test_by_address(self):
        """Of two with ids of their own the ids decide."""
        url = "https://example.org/1"
        bare = [{key: value for key, value in article(n, url=url).items()
                 if key != "id"} for n in (1, 2)]
        self.add(self.lines("a.jsonl", bare[:1]))
        self.assertRegex(self.add(self.lines("b.jsonl", bare[1:])),
                         "0 by id, 1 by address")
        other = self.path("other.db")
        self.add(self.lines("c.jsonl", [article(3, url=url),
                                        article(4, url=url)]), store=other)
        self.assertEqual(self.ask("SELECT id FROM articles ORDER BY number",
                                  other), [("a3",), ("a4",)])

    def test_by_content(self):
        self.add(self.lines("a.jsonl", [article(1)]))
        self.assertRegex(self.add(self.lines("b.jsonl", [article(1, id="x")])),
                         "1 by content")
        self.assertRegex(
            self.add(self.lines("c.jsonl", [article(1, id="y", source="Sun")])),
            "1 article added")

    def test_a_file_of_another_day(self):
        """Its path is no id."""
        def bare(number):
            return {"text": article(number)["text"]}
        self.add(self.lines("today.jsonl", [bare(1), bare(2)]))
        self.add(self.lines("today.jsonl", [bare(3), bare(2)]))
        path = self.path("today.jsonl")
        self.assertEqual([row[0] for row in self.ask(
            "SELECT id FROM articles ORDER BY number")],
            [f"{path}#1", f"{path}#2", f"{path}#1#2"])
        self.assertEqual(len(run("mentions", "--store",
                                 self.store).splitlines()), 3)

    def test_what_is_skipped_is_told(self):
        with open(self.path("a.jsonl"), "w", encoding="utf-8") as file:
            file.write(json.dumps(article(1)) + "\n{\n")
        self.assertIn("a.jsonl:2", self.add(self.path("a.jsonl"), code=3))
        self.assertEqual(self.ask("SELECT count(*) FROM articles"), [(1,)])


class Again(Store):
    """Articles read with other options."""

    def setUp(self):
        super().setUp()
        self.names = self.path("names.txt")
        with open(self.names, "w", encoding="utf-8") as file:
            file.write("org\tLund Symphony\n")
        self.articles = self.lines("a.jsonl", [
            article(n, text=f"Ann Roe met Lund Symphony and Bo Ek. No. {n}.")
            for n in range(5)])
        self.add(self.articles)

    def test_read_anew_each_time(self):
        mentions = ["mentions", "--entities", self.names]
        done = start(*mentions, "--store", self.store)
        self.assertEqual(done.stdout, run(*mentions, self.articles))
        self.assertIn("5 articles of", done.stderr.decode())
        self.assertIn("add --refresh", done.stderr.decode())

    def test_refreshed(self):
        told = self.add("--refresh", "--entities", self.names)
        self.assertIn("5 articles read again", told)
        told = self.add("--refresh", "--entities", self.names)
        self.assertIn("0 articles read again", told)
        mentions = ["mentions", "--entities", self.names]
        done = start(*mentions, "--store", self.store)
        self.assertEqual(done.stdout, run(*mentions, self.articles))
        self.assertEqual(done.stderr, b"")
        self.assertEqual(
            [row[0] for row in self.ask("SELECT DISTINCT how FROM articles "
                                        "JOIN readings ON reading = "
                                        "readings.number")][0].count(
                                            "entities"), 1)

    def test_only_what_is_outdated(self):
        more = self.lines("b.jsonl", [article(9)])
        run("add", more, "--entities", self.names, "--store", self.store)
        self.assertIn("5 articles read again",
                      self.add("--refresh", "--entities", self.names))


class Stable(Store):
    """Ids and labels stay as articles come."""

    def names(self, *options):
        network = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                 "--isolates", "keep", "--store", self.store,
                                 *options))
        return {node["id"]: node["label"] for node in network["nodes"]}

    def halves(self):
        names = [os.path.join(WHOLE, name)
                 for name in sorted(os.listdir(WHOLE))]
        return names[:13], names[13:]

    def test_of_the_samples(self):
        """By themselves the later articles would spell one in another way."""
        some, rest = self.halves()
        self.add(*some)
        before = self.names()
        self.assertEqual(before["sergey-lavrov"], "Sergey Lavrov")
        self.add(*rest)
        after = self.names()
        self.assertEqual(before, {name: after.get(name) for name in before})
        plain = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                               *some, *rest))
        self.assertIn("sergei-lavrov", {n["id"] for n in plain["nodes"]})

    def test_another_choice_of_articles(self):
        some, rest = self.halves()
        self.add(*some)
        before = self.names()
        self.add(*rest)
        for options in ["--since", "2014"], ["--until", "2014"]:
            for name, label in self.names(*options).items():
                self.assertEqual(before.get(name, label), label)
        self.assertEqual(before, {name: label
                                  for name, label in self.names().items()
                                  if name in before})

    def test_asked_again(self):
        self.add(ARTICLES)
        build = ["build", "-q", "-f", "json", "-o", "-", "--store", self.store]
        self.assertEqual(run(*build), run(*build))

    def test_a_fuller_name(self):
        """The id stays."""
        self.add(self.lines("a.jsonl", [
            {"id": "1", "text": "Mr. Voll met Ann Roe. Voll said so."}]))
        self.assertEqual(self.names()["voll"], "Voll")
        self.add(self.lines("b.jsonl", [
            {"id": "2", "text": "Peter Voll met Ann Roe. Peter Voll left."}]))
        self.assertEqual(self.names()["voll"], "Peter Voll")

    def test_an_id_is_given_once(self):
        """Who comes later and has the name of one who is gone is another."""
        self.add(ARTICLES)
        self.names()
        ids = self.ask("SELECT id, number FROM actors")
        aliases = self.path("aliases.json")
        with open(aliases, "w", encoding="utf-8") as file:
            json.dump({"actors": [{"name": "John Kerry", "rename": "JK"}]},
                      file)
        self.assertEqual(self.names("--aliases", aliases)["john-kerry"], "JK")
        self.assertEqual(self.names()["john-kerry"], "John Kerry")
        self.assertEqual(self.ask("SELECT id, number FROM actors"), ids)

    def test_read_again(self):
        self.add(ARTICLES)
        before = self.names()
        self.add("--refresh", "--min-confidence", "0.4")
        after = self.names("--min-confidence", "0.4")
        self.assertEqual(before, {name: after.get(name) for name in before})

    def test_who_is_named(self):
        self.add(ARTICLES)
        self.names()
        told = [json.loads(line) for line in
                run("mentions", ARTICLES).splitlines()]
        expected = [(one["id"], mention["actor"], mention["text"])
                    for one in told for mention in one["mentions"]
                    if "#" not in mention["actor"] and
                    mention["type"] != "misc"]
        found = self.ask("SELECT article, actor, text FROM named JOIN actors "
                         "ON actor = actors.id WHERE type <> 'misc'")
        self.assertEqual(sorted(found), sorted(expected))


class Communities(Store):
    """Their numbers and colours stay as articles come."""
    LUND = ["Ann Roe", "Bo Ek", "Carl Holm", "Dora Lind", "Emil Dahl"]
    ROME = ["Fay Conti", "Gino Ricci", "Hugo Greco", "Ida Bruno"]
    MORE = ["Karl Longo", "Lia Villa", "Mara Fonti", "Nino Serra"]
    OSLO = ["Olav Berg", "Pia Hansen", "Rolf Moen", "Siri Lie", "Tora Vik",
            "Ulf Bakke", "Vera Dahlen", "Wim Solberg", "Yngve Aas", "Zoe Nes"]

    def meet(self, name, *groups):
        """Articles in which each pair of a group meets."""
        pairs = [(a, b) for group in groups
                 for a in group for b in group if a < b]
        self.add(self.lines(name, [
            {"id": f"{name}-{i}", "date": "2020-01-01",
             "text": f"{a} met {b} on Monday. Number {i} of {name}."}
            for i, (a, b) in enumerate(pairs)]))

    def build(self, *options):
        """The number and the colour of each person's community."""
        run("build", "-q", "--store", self.store, "-o", self.path("a.json"),
            "-o", self.path("a.gexf"), *options)
        with open(self.path("a.json"), encoding="utf-8") as file:
            nodes = json.load(file)["nodes"]
        with open(self.path("a.gexf"), encoding="utf-8") as file:
            colours = dict(re.findall(
                r'<node id="([^"]*)".*?<viz:color ([^>]*)/>', file.read(),
                re.S))
        return {node["label"]: (node["community"], colours[node["id"]])
                for node in nodes}

    def of(self, built, group):
        """The one community that all of a group are in."""
        found = {built[name] for name in group}
        self.assertEqual(len(found), 1, found)
        return found.pop()

    def grow(self):
        self.meet("one", self.LUND, self.ROME)
        return self.build()

    def test_in_three_portions(self):
        first = self.grow()
        lund, rome = self.of(first, self.LUND), self.of(first, self.ROME)
        self.assertEqual((lund[0], rome[0]), (0, 1))
        self.meet("two", self.ROME + self.MORE)
        second = self.build()
        self.assertEqual(self.of(second, self.LUND), lund)
        self.assertEqual(self.of(second, self.ROME + self.MORE), rome)
        self.meet("three", self.OSLO)
        third = self.build()
        self.assertEqual(self.of(third, self.LUND), lund)
        self.assertEqual(self.of(third, self.ROME + self.MORE), rome)
        self.assertEqual(self.of(third, self.OSLO)[0], 2)
        plain = self.plain("one", "two", "three")
        self.assertEqual([plain[name] for name in
                          ("Olav Berg", "Ida Bruno", "Ann Roe")], [0, 1, 2])

    def plain(self, *inputs):
        """The numbers without a store: by size."""
        network = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                 *(self.path(name) for name in inputs)))
        return {node["label"]: node["community"] for node in network["nodes"]}

    def test_kept_whatever_is_written(self):
        self.meet("one", self.LUND, self.ROME)
        run("build", "-q", "--store", self.store, "-o", self.path("b.edges"))
        self.assertEqual(self.ask(
            "SELECT COUNT(DISTINCT community) FROM actors"), [(2,)])

    def test_kept_by_builds_of_the_whole(self):
        first = self.grow()
        self.meet("two", self.ROME + self.MORE)
        kept = self.ask("SELECT id, community FROM actors ORDER BY id")
        for options in (["--since", "2020-02-01"], ["--match", "Bruno"],
                        ["--measure", "shown", "--top", "3"],
                        ["--resolve", "article"]):
            run("build", "-q", "--store", self.store, *options, "-o",
                self.path("b.json"))
        run("report", "-q", "--store", self.store)
        self.assertEqual(kept, self.ask(
            "SELECT id, community FROM actors WHERE community IS NOT NULL "
            "ORDER BY id"))
        self.assertEqual(self.of(self.build(), self.LUND),
                         self.of(first, self.LUND))

    def test_a_report_follows(self):
        self.grow()
        self.meet("two", self.ROME + self.MORE)
        self.build("--top", "5")
        told = json.loads(run("report", "-q", "--format", "json", "--store",
                              self.store))
        groups = {row["community"]: row["members"]
                  for row in told["communities"]}
        self.assertIn("Ann Roe", str(groups[0]))
        self.assertIn("Ida Bruno", str(groups[1]))


class Review(Store):
    """A surname of two people is left open where nobody has it in full."""

    def setUp(self):
        super().setUp()
        texts = [f"Peter Voll met Ann Roe in Lund. Mr. Voll was glad. No. {n}."
                 for n in range(4)]
        texts += [f"Karl Voll sings in Rome with Mia Beck. Mr. Voll sang {n}."
                  for n in range(3)]
        texts += ["Critics say that Voll, who was not there, said nothing.",
                  "Mr. Voll spoke in Oslo about boats. He was alone there."]
        self.add(self.lines("a.jsonl", [
            {"id": f"v{i}", "date": f"2020-01-{i + 1:02}", "text": text}
            for i, text in enumerate(texts)]))
        self.table = self.path("questions.tsv")

    def questions(self):
        run("review", "--store", self.store, "-o", self.table)
        with open(self.table, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
        self.assertEqual({len(row) for row in rows}, {10})
        return [dict(zip(rows[0], row)) for row in rows[1:]]

    def articles_of(self, label):
        network = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                 "--isolates", "keep", "--store", self.store))
        return next((node["articles"] for node in network["nodes"]
                     if node["label"] == label), 0)

    def test_the_question(self):
        self.assertEqual(self.questions(), [{
            "answer": "", "name": "Voll", "whom": "Peter Voll",
            "type": "person", "now": "open", "articles": "2",
            "confidence": "0.50",
            "reason": "left open: not certain enough to say",
            "evidence": "2020-01-08, v7: Critics say that Voll, who was not "
                        "there, said nothing.",
            "beside": "2020-01-01, v0: Peter Voll met Ann Roe in Lund."}])

    def answer(self, letter):
        self.questions()
        with open(self.table, encoding="utf-8") as file:
            head, rows = file.readline(), file.read()
        with open(self.table, "w", encoding="utf-8") as file:
            file.write(head + letter + rows)
        return start("review", "--store", self.store, "--answers", self.table)

    def test_yes(self):
        self.assertEqual((self.articles_of("Peter Voll"),
                          self.articles_of("Voll")), (4, 2))
        done = self.answer("y")
        self.assertIn("1 answer kept", done.stderr.decode())
        self.assertEqual((self.articles_of("Peter Voll"),
                          self.articles_of("Voll")), (6, 0))
        self.assertEqual(self.questions(), [])
        self.assertEqual(self.ask("SELECT name, whom, type, same FROM answers"),
                         [("Voll", "Peter Voll", "person", 1)])

    def test_as_an_alias_file_would(self):
        self.answer("y")
        told = run("mentions", "--store", self.store)
        aliases = self.path("aliases.json")
        with open(aliases, "w", encoding="utf-8") as file:
            json.dump({"actors": [{"name": "Peter Voll",
                                   "aliases": ["Voll"]}]}, file)
        self.assertEqual(told, run("mentions", "--aliases", aliases,
                                   self.path("a.jsonl")))

    def test_no(self):
        """Articles that name him in full still mean him."""
        self.answer("n")
        self.assertEqual((self.articles_of("Peter Voll"),
                          self.articles_of("Voll")), (4, 2))
        self.assertEqual(self.questions(), [])
        self.assertNotIn(b"perhaps", run("resolve", "--store", self.store))

    def test_no_to_what_was_brought_together(self):
        store = self.path("other.db")
        texts = [f"Carla Blum met Ann Roe in Lund. Ms. Blum was glad. No. {n}."
                 for n in range(3)]
        texts += ["Critics say that Blum, who was not there, said nothing."]
        self.add(self.lines("b.jsonl", [
            {"id": f"b{i}", "text": text} for i, text in enumerate(texts)]),
                 store=store)

        def articles():
            network = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                     "--isolates", "keep", "--store", store))
            return {node["label"]: node["articles"]
                    for node in network["nodes"] if "Blum" in node["label"]}
        self.assertEqual(articles(), {"Carla Blum": 4})
        with open(self.table, "w", encoding="utf-8") as file:
            file.write("n\tBlum\tCarla Blum\tperson\n")
        run("review", "--store", store, "--answers", self.table)
        self.assertEqual(articles(), {"Carla Blum": 3, "Blum": 1})

    def test_beside_an_alias_file(self):
        self.answer("y")
        aliases = self.path("aliases.json")
        with open(aliases, "w", encoding="utf-8") as file:
            json.dump({"actors": [{"name": "Peter Voll", "aliases": [],
                                   "rename": "P. V."}]}, file)
        told = run("build", "-q", "-f", "json", "-o", "-", "--isolates",
                   "keep", "--store", self.store, "--aliases", aliases)
        self.assertEqual([(n["label"], n["articles"])
                          for n in json.loads(told)["nodes"]
                          if n["label"] in ("P. V.", "Voll")], [("P. V.", 6)])

    def test_on_the_terminal(self):
        told = run("review", "--store", self.store, text=b"what\nS\n").decode()
        self.assertEqual(told.count('1 of 1: is "Voll" Peter Voll?'), 2)
        self.assertEqual(len(self.questions()), 1)
        for text in b"", b"q\n":
            run("review", "--store", self.store, text=text)
        run("review", "--store", self.store, text=b"y\n")
        self.assertEqual(self.articles_of("Peter Voll"), 6)

    def test_wrong_tables(self):
        for row, expected in (("maybe\tVoll\tPeter Voll\tperson\n",
                               "tsv:2: expected the answer y, n or nothing"),
                              ("y\tVoll\n", "tsv:2: expected answer, name"),
                              ("y\tVoll\tPeter Voll\tdog\n",
                               "tsv:2: expected answer, name")):
            with open(self.table, "w", encoding="utf-8") as file:
                file.write("answer\tname\twhom\ttype\n" + row)
            self.refused("review", "--store", self.store, "--answers",
                         self.table, expected=expected)
        self.refused("review", "--store", self.store, "--answers",
                     self.path("none.tsv"), expected="cannot open")
        self.refused("review", expected="expected --store", code=2)


class Tables(Store):
    """What the sqlite3 shell sees."""

    def test_mentions(self):
        self.add(ARTICLES)
        told = [json.loads(line) for line in
                run("mentions", "--types", "person,org,place,misc",
                    "--resolve", "article", ARTICLES).splitlines()]
        expected = [(one["id"], mention["text"], mention["type"],
                     mention["start"], mention["end"])
                    for one in told for mention in one["mentions"]]
        found = self.ask("SELECT article, text, type, start, end FROM mentions")
        self.assertEqual(sorted(found), sorted(expected))

    def test_texts(self):
        self.add(ARTICLES)
        told = [json.loads(line)
                for line in run("articles", ARTICLES).splitlines()]
        self.assertEqual(
            self.ask("SELECT id, title, date, text FROM texts ORDER BY number"),
            [(one["id"], one["title"], one.get("date"), one["text"])
             for one in told])


class Killed(Store):
    """`add` is killed at random moments, begun again, and killed again."""

    def test_nothing_lost_nothing_doubled(self):
        pool = [article(n) for n in range(6000)]
        path = self.lines("many.jsonl", pool)
        whole = self.path("whole.db")
        begun = time.monotonic()
        self.add(path, store=whole)
        lasts = time.monotonic() - begun
        chance, before = random.Random(7), 0
        for _ in range(KILLS):
            running = subprocess.Popen(
                [PROGRAM, "add", "-q", path, "--store", self.store],
                stderr=subprocess.PIPE)
            time.sleep(chance.uniform(0, min(lasts, 0.3)))
            running.send_signal(signal.SIGKILL)
            running.communicate()
            before = self.check_part(pool, before)
        self.add(path)
        self.assertEqual(self.rows(self.store), self.rows(whole))

    def rows(self, store):
        return self.ask("SELECT * FROM articles JOIN records USING (number) "
                        "ORDER BY number", store)

    def check_part(self, pool, before):
        """The articles are the first ones of the input, and never fewer."""
        if not os.path.exists(self.store):
            return 0
        if not self.ask("SELECT * FROM sqlite_master"):
            return 0
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        ids = [row[0] for row in self.ask(
            "SELECT id FROM articles JOIN records USING (number) "
            "ORDER BY number")]
        self.assertEqual(ids, [one["id"] for one in pool[:len(ids)]])
        self.assertGreaterEqual(len(ids), before)
        return len(ids)


class Faults(Store):
    def test_no_store(self):
        self.refused("build", "--store", self.store, "-o", self.path("a.json"),
                     expected="no such store; entente add makes one")
        self.assertFalse(os.path.exists(self.store))

    def test_no_database(self):
        with open(self.store, "w", encoding="utf-8") as file:
            file.write("Ann Roe met Bo Ek.\n" * 100)
        for command in ["add", ARTICLES], ["report"]:
            self.refused(*command, "--store", self.store,
                         expected="store.db: .*expected an SQLite database")

    def test_another_database(self):
        self.ask("CREATE TABLE t(x)")
        for command in ["add", ARTICLES], ["report"]:
            self.refused(*command, "--store", self.store,
                         expected="store.db: .*found another database")

    def test_a_newer_version(self):
        self.add(ARTICLES)
        self.ask("PRAGMA user_version = 99")
        for command in ["add", ARTICLES], ["report"]:
            self.refused(*command, "--store", self.store,
                         expected="expected a store of version 2, found 99")

    def test_an_older_version(self):
        self.add(ARTICLES)
        report = run("report", "-q", "--store", self.store)
        self.ask("ALTER TABLE actors DROP COLUMN community")
        self.ask("PRAGMA user_version = 1")
        self.assertEqual(run("report", "-q", "--store", self.store), report)
        self.assertEqual(self.ask("PRAGMA user_version"), [(2,)])

    def test_upgraded_meanwhile(self):
        """Another program is faster, while this one waits for the store."""
        self.add(ARTICLES)
        report = run("report", "-q", "--store", self.store)
        self.ask("ALTER TABLE actors DROP COLUMN community")
        self.ask("PRAGMA user_version = 1")
        other = sqlite3.connect(self.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("ALTER TABLE actors ADD COLUMN community INTEGER")
        other.execute("PRAGMA user_version = 2")
        with subprocess.Popen([PROGRAM, "report", "-q", "--store", self.store],
                              stdout=subprocess.PIPE) as running:
            time.sleep(0.3)
            other.execute("COMMIT")
            self.assertEqual(running.communicate()[0], report)
        self.assertEqual(running.returncode, 0)
        other.close()

    def test_made_by_several_at_once(self):
        inputs = [self.lines(f"{i}.jsonl", [article(i)]) for i in range(6)]
        running = [subprocess.Popen([PROGRAM, "add", "-q", path, "--store",
                                     self.store], stderr=subprocess.PIPE)
                   for path in inputs]
        told = [one.communicate()[1].decode() for one in running]
        self.assertEqual([one.returncode for one in running], [0] * 6, told)
        self.assertEqual(sorted(self.ask("SELECT id FROM articles")),
                         [(f"a{i}",) for i in range(6)])

    def test_locked(self):
        self.add(ARTICLES)
        other = sqlite3.connect(self.store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        self.refused("add", self.lines("a.jsonl", [article(1)]), "--store",
                     self.store, expected="another program is writing to it")
        done = start("report", "-q", "--store", self.store)
        self.assertEqual(done.stdout, run("report", "-q", ARTICLES))
        self.assertRegex(done.stderr.decode(),
                         r"\A.*another program is writing to it\n\Z")
        other.close()

    def test_a_full_disk(self):
        """In a file system of 400 kB, which is there while the shell is."""
        if subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none",
                           self.folder], check=False,
                          capture_output=True).returncode:
            self.skipTest("no file systems are mounted here")
        path = self.lines("a.jsonl", [article(n) for n in range(1000)])
        small = tempfile.mkdtemp(dir=self.folder)
        done = subprocess.run(
            ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=400k none '
             '"$1" && "$2" add "$3" --store "$1/store.db"; code=$?; '
             'cp "$1"/* "$4"; exit $code', "sh", small, PROGRAM, path,
             self.folder], capture_output=True, check=False, timeout=120)
        self.assertRegex(done.stderr.decode(),
                         r"\A.*store.db: cannot write: .*disk is full\n\Z")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        self.add(path)
        self.assertEqual(self.ask("SELECT count(*) FROM articles"), [(1000,)])

    def test_files_that_may_not_grow(self):
        limit = 200_000

        def limit_it():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        path = self.lines("a.jsonl", [article(n) for n in range(1000)])
        done = subprocess.run([PROGRAM, "add", path, "--store", self.store],
                              preexec_fn=limit_it, capture_output=True,
                              check=False, timeout=120)
        told = done.stderr.decode()
        self.assertEqual(done.returncode, 1, told)
        self.assertRegex(told, "cannot write: .*(disk|full)")
        self.assertEqual(self.ask("PRAGMA integrity_check"), [("ok",)])
        self.add(path)
        self.assertEqual(self.ask("SELECT count(*) FROM articles"), [(1000,)])

    def test_a_folder_that_is_not_there(self):
        self.refused("add", ARTICLES, "--store", self.path("no/store.db"),
                     expected="no/store.db: cannot open: No such file")

    def as_nobody(self, *arguments):
        """Root may write to whatever is read-only."""
        os.chmod(self.folder, 0o755)
        program = self.path("entente")
        if not os.path.exists(program):
            shutil.copy(PROGRAM, program)
        rights = {"user": 65534, "group": 65534, "extra_groups": []}
        return subprocess.run(
            [program, *arguments], capture_output=True, check=False,
            timeout=120, cwd=self.folder,
            **(rights if os.geteuid() == 0 else {}))

    def answers_unwritten(self, folder):
        """Commands answer, in one line say what they can't keep, and leave
        nothing beside; add says that it can't."""
        store = os.path.join(folder, "a#1?.db")
        here = sorted(os.listdir(folder))
        report = run("report", "-q", ARTICLES)
        done = self.as_nobody("report", "-q", "--store", store)
        self.assertEqual(done.stderr.decode(),
                         f"entente: store: {store}: cannot write: it or its "
                         "folder is read-only\n")
        self.assertEqual((done.returncode, done.stdout), (0, report))
        more = self.lines("more.jsonl", [article(1)])
        done = self.as_nobody("add", "-q", more, "--store", store)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr.decode(),
                         r"\A.*cannot write: it or its folder is read-only\n\Z")
        self.assertEqual(sorted(os.listdir(folder)), here)

    def test_what_is_read_only(self):
        for folder_mode, file_mode in ((0o555, 0o666), (0o777, 0o444),
                                       (0o555, 0o444)):
            folder = tempfile.mkdtemp(dir=self.folder)
            self.add(ARTICLES, store=os.path.join(folder, "a#1?.db"))
            os.chmod(os.path.join(folder, "a#1?.db"), file_mode)
            os.chmod(folder, folder_mode)
            with self.subTest(folder=oct(folder_mode), file=oct(file_mode)):
                self.answers_unwritten(folder)
            os.chmod(folder, 0o777)
        folder = tempfile.mkdtemp(dir=self.folder)
        os.chmod(folder, 0o555)
        done = self.as_nobody("add", "-q", self.path("more.jsonl"), "--store",
                              os.path.join(folder, "new.db"))
        self.assertRegex(done.stderr.decode(),
                         r"\A.*new.db: cannot open: Permission denied\n\Z")
        os.chmod(folder, 0o777)

    def test_a_broken_record(self):
        self.add(ARTICLES)
        self.ask("UPDATE records SET record = substr(record, 1, 500) "
                 "WHERE number = 3")
        done = start("mentions", "--store", self.store)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stdout.splitlines()), 23)
        self.assertRegex(done.stderr.decode(),
                         "2013-09-06-g20-st-petersburg.txt: expected an article")

    def test_usage(self):
        self.refused("add", ARTICLES, expected="expected --store", code=2)
        self.refused("add", "--store", self.store, expected="INPUT", code=2)

    def test_closed_well(self):
        """No log stays behind."""
        self.add(ARTICLES)
        run("build", "-q", "--store", self.store, "-o", self.path("a.json"))
        self.assertEqual(sorted(os.listdir(self.folder)),
                         ["a.json", "store.db"])
        shutil.copy(self.store, self.path("copy.db"))
        run("report", "-q", "--store", self.path("copy.db"))


if __name__ == "__main__":
    if "--kills" in sys.argv:
        at = sys.argv.index("--kills")
        KILLS = int(sys.argv[at + 1])
        del sys.argv[at:at + 2]
    unittest.main()
