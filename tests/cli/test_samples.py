"""Who the samples are about, and what a user may decide about them."""
import json
import os
import re
import subprocess
import tempfile
import unittest

from program import (ARTICLES, PROGRAM, SAMPLES, build, mentions, nodes, run, start,
                     weights)

# Beside their stories: who wrote them and who took the pictures.
STAFF = ("Hanna Lindqvist", "Peter Oyelaran", "Marek Dolan")


def named(word):
    """The ids of the nodes one of whose names has the word."""
    found = []
    for node in build()["nodes"]:
        names = " ".join([node["label"], *node["aliases"]])
        if re.search(rf"\b{word}\b", names):
            found.append(node["id"])
    return found


class WhoIsWho(unittest.TestCase):
    def test_the_central_ones_are_there_once(self):
        for word, want in (("Putin", "vladimir-putin"),
                           ("Kerry", "john-kerry"),
                           ("Merkel", "angela-merkel"),
                           ("Lavrov", "sergei-lavrov"),
                           ("Barack", "barack-obama"),
                           ("Xi", "xi-jinping"),
                           ("Poroshenko", "petro-poroshenko"),
                           ("Rouhani", "hassan-rouhani")):
            self.assertEqual(named(word), [want])

    def test_both_spellings_are_one(self):
        names = next(n for n in build()["nodes"] if n["id"] == "sergei-lavrov")
        self.assertIn("Sergey Lavrov", names["aliases"])

    def test_who_shares_a_surname_stays_apart(self):
        found = nodes(build())
        for pair in (("raul-castro", "fidel-castro"),
                     ("bill-clinton", "hillary-clinton"),
                     ("barack-obama", "michelle-obama"),
                     ("george-h-w-bush", "george-w-bush"),
                     ("george-w-bush", "jeb-bush")):
            for one in pair:
                self.assertIn(one, found)

    def test_staff_make_no_node_and_no_tie(self):
        for types in ("person", "person,org,place,misc"):
            labels = [node["label"] for node in build("--types",
                                                      types)["nodes"]]
            for name in STAFF:
                self.assertFalse([one for one in labels if name in one])

    def test_staff_are_told_from_the_story(self):
        roles = {}
        for article in mentions():
            for m in article["mentions"]:
                if m["text"] in STAFF:
                    roles.setdefault(m["text"], set()).add(m.get("role"))
        self.assertEqual(roles, {"Hanna Lindqvist": {"byline"},
                                 "Peter Oyelaran": {"byline"},
                                 "Marek Dolan": {"credit"}})

    def test_who_is_central(self):
        found = weights(build())
        best = sorted(found, key=found.get, reverse=True)
        self.assertEqual(best[0], {"john-kerry", "sergei-lavrov"})
        self.assertIn({"barack-obama", "vladimir-putin"}, best[:5])
        strongest = sorted(build()["nodes"], key=lambda n: -n["strength"])
        self.assertEqual({n["id"] for n in strongest[:4]},
                         {"barack-obama", "vladimir-putin", "john-kerry",
                          "sergei-lavrov"})

    def test_nodes_stand_by_mentions(self):
        order = [(-n["mentions"], n["id"]) for n in build()["nodes"]]
        self.assertEqual(order, sorted(order))

    def test_the_same_article_in_two_newspapers(self):
        self.assertEqual(build()["graph"]["options"]["copies-left-out"], "1")
        twice = build("--copies", "count")
        self.assertEqual(twice["graph"]["options"]["copies-left-out"], "0")
        self.assertEqual(twice["graph"]["counts"]["articles"],
                         build()["graph"]["counts"]["articles"] + 1)


class Decisions(unittest.TestCase):
    def build_with(self, decisions, *options):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "aliases.json")
            with open(path, "wb") as file:
                file.write(decisions)
            return json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                  "--aliases", path, *options, ARTICLES))

    def test_decisions_given_back_change_nothing(self):
        written = run("resolve", "-q", ARTICLES)
        for options in ((), ("--types", "person,org,place"),
                        ("--window", "article", "--weight", "npmi")):
            self.assertEqual(self.build_with(written, *options)["links"],
                             build(*options)["links"])
            self.assertEqual(self.build_with(written, *options)["nodes"],
                             build(*options)["nodes"])

    def test_decisions_of_decisions_are_the_same(self):
        written = run("resolve", "-q", ARTICLES)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "aliases.json")
            with open(path, "wb") as file:
                file.write(written)
            again = run("resolve", "-q", "--aliases", path, ARTICLES)
        self.assertEqual(again, written)

    def test_join(self):
        decisions = {"actors": [{"name": "Fidel Castro", "type": "person",
                                 "aliases": ["Raúl Castro"]}]}
        found = nodes(self.build_with(json.dumps(decisions).encode()))
        castros = [key for key in found if "castro" in key]
        self.assertEqual(len(castros), 1)
        self.assertTrue(found[castros[0]]["curated"])
        apart = nodes(build())
        self.assertGreaterEqual(found[castros[0]]["mentions"],
                                max(apart["raul-castro"]["mentions"],
                                    apart["fidel-castro"]["mentions"]))

    def test_drop(self):
        decisions = {"actors": [{"name": "John Kerry", "type": "person",
                                 "drop": True}]}
        found = self.build_with(json.dumps(decisions).encode())
        self.assertNotIn("john-kerry", nodes(found))
        self.assertEqual(weights(found),
                         {pair: weight
                          for pair, weight in weights(build()).items()
                          if "john-kerry" not in pair})

    def test_exclude(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("John Kerry\n")
            file.flush()
            found = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                   "--exclude", file.name, ARTICLES))
        self.assertEqual(weights(found),
                         {pair: weight
                          for pair, weight in weights(build()).items()
                          if "john-kerry" not in pair})

    def test_rename(self):
        found = nodes(build("--aliases", "aliases.json"))
        labels = {node["label"] for node in found.values()}
        self.assertIn("Recep Tayyip Erdoğan", labels)
        self.assertNotIn("Recep Tayyip Erdogan", labels)
        self.assertNotIn("Dwight Eisenhower", labels)
        self.assertIn("Dwight Eisenhower",
                      {node["label"] for node in nodes(build()).values()})

    def test_each_decision_decides(self):
        done = subprocess.run([PROGRAM, "build", ARTICLES, "--aliases",
                               "aliases.json", "-f", "json", "-o", os.devnull],
                              cwd=SAMPLES, capture_output=True, timeout=120,
                              check=True)
        self.assertNotIn(b"aliases.json", done.stderr)

    def test_within_articles_only(self):
        """Nobody is brought together across articles."""
        for node in build("--resolve", "article")["nodes"]:
            self.assertEqual(node["articles"], 1)


class Reports(unittest.TestCase):
    def test_report_ranks_what_build_measures(self):
        report = json.loads(run("report", "-q", "-f", "json", "--rows", "0",
                                ARTICLES))
        found = nodes(build())
        self.assertEqual({node["id"] for node in report["nodes"]}, set(found))
        for node in report["nodes"]:
            for name in ("mentions", "articles", "strength", "degree",
                         "component", "community", "first", "last"):
                self.assertEqual(node[name], found[node["id"]][name])
            for name in ("betweenness", "closeness", "eigenvector",
                         "pagerank"):
                self.assertAlmostEqual(node[name], found[node["id"]][name])
        self.assertEqual(report["summary"]["ties"], len(build()["links"]))

    def test_rows(self):
        for rows in (1, 3, 7):
            report = json.loads(run("report", "-q", "-f", "json", "--rows",
                                    str(rows), ARTICLES))
            self.assertEqual(len(report["nodes"]), rows)

    def test_report_hears_the_filters(self):
        report = json.loads(run("report", "-q", "-f", "json", "--rows", "0",
                                "--ego", "Angela Merkel", "--min-weight", "2",
                                ARTICLES))
        self.assertEqual({node["id"] for node in report["nodes"]},
                         set(nodes(build("--ego", "Angela Merkel",
                                         "--min-weight", "2"))))

    def test_explain_shows_the_evidence_of_the_tie(self):
        told = json.loads(run("explain", "-q", "-f", "json", "--rows", "0",
                              "--between", "Kerry", "Lavrov", ARTICLES))
        link = next(link for link in build()["links"]
                    if {link["source"], link["target"]} ==
                    {"john-kerry", "sergei-lavrov"})
        self.assertEqual([(e["article"], e["start"]) for e in told["evidence"]],
                         [(e["article"], e["start"])
                          for e in link["evidence"]])
        for proof, same in zip(told["evidence"], link["evidence"]):
            self.assertAlmostEqual(proof["share"], same["share"], 6)
            self.assertEqual(proof["kind"], same.get("kind"))

    def test_explain_of_one_shows_all_its_ties(self):
        told = json.loads(run("explain", "-q", "-f", "json", "--rows", "0",
                              "--of", "Angela Merkel", ARTICLES))
        want = sum(link["count"] for link in build()["links"]
                   if "angela-merkel" in (link["source"], link["target"]))
        self.assertEqual(len(told["evidence"]), want)
        for proof in told["evidence"]:
            self.assertIn("Angela Merkel", (proof["source"], proof["target"]))


class Exits(unittest.TestCase):
    """0 done, 1 failed, 2 wrong usage, 3 done but inputs were skipped."""

    def test_done(self):
        done = start("build", ARTICLES, "-q", "-f", "csv", "-o", "-")
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_skipped(self):
        done = start("build", "-q", ARTICLES, "no-such-file.txt", "-f",
                     "json", "-o", "-")
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"no-such-file.txt", done.stderr)
        self.assertEqual(weights(json.loads(done.stdout)), weights(build()))

    def test_nothing_to_read(self):
        done = start("build", "-q", "no-such-file.txt", "-f", "json", "-o",
                     "-")
        self.assertIn(done.returncode, (1, 3))
        self.assertIn(b"no-such-file.txt", done.stderr)

    def test_wrong_usage(self):
        for wrong in (["--window", "page"], ["--weight", "kilograms"],
                      ["--types", "ghost"], ["--min-weight", "x"],
                      ["--since", "2014-02-30"], ["--threads", "-1"],
                      ["--no-such-option"], ["--kind", "dance"],
                      ["--hops"], ["--top", "-3"], ["--backbone", "nan"]):
            done = start("build", "-f", "json", "-o", "-", ARTICLES, *wrong)
            self.assertEqual((done.returncode, done.stdout), (2, b""), wrong)
            self.assertIn(b"--help", done.stderr)

    def test_no_such_command(self):
        self.assertEqual(start("biuld").returncode, 2)

    def test_unwritable(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "missing", "net.json")
            done = start("build", "-q", ARTICLES, "-o", path)
            self.assertEqual(done.returncode, 2)
            self.assertIn(path.encode(), done.stderr)

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("needs /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [os.environ["ENTENTE_PROGRAM"], "build", "-q", "-f", "json",
                 "-o", "-", ARTICLES], stdout=full, stderr=subprocess.PIPE,
                cwd=SAMPLES, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"space", done.stderr)

    def test_a_failed_build_leaves_the_old_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "net.json")
            with open(path, "w", encoding="utf-8") as file:
                file.write("old")
            done = start("build", "-q", ARTICLES, "-o", path, "--ego",
                         "Nobody Whatsoever")
            self.assertEqual(done.returncode, 1)
            with open(path, encoding="utf-8") as file:
                self.assertEqual(file.read(), "old")
            self.assertEqual(os.listdir(folder), ["net.json"])


if __name__ == "__main__":
    unittest.main()
