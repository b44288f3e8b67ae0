"""Networks that are read back from JSON and added up."""
import copy
import json
import os
import tempfile
import unittest

from program import ARTICLES, build, ends, nodes, run, start, ties


def article(number, day, text):
    return {"id": f"a{number}", "date": day, "title": f"News {number}",
            "source": "Paper", "url": f"https://news.example/{number}",
            "text": text}


# Full names only, so that halves are resolved as the whole is.
NEWS = [
    article(1, "2014-01-05", "Ann Roe met Max Poe in Paris on Friday. Later "
            "Ann Roe and Bea Low spoke.\n\nMax Poe left. Bea Low stayed."),
    article(2, "2014-03-01", "Max Poe and Bea Low met in Rome. Ann Roe did "
            "not meet Bea Low."),
    article(3, "2015-02-01", "Bea Low will meet Ann Roe and Max Poe in Oslo "
            "on Monday.\n\nTom Fry was there.  Ann Roe, Tom Fry and Max Poe "
            "talked on the phone."),
    article(4, "2015-02-01", "Tom Fry told Bea Low that Max Poe was late."),
    article(5, "2016-02-01", "Nobody of note came to the fair this year.")]


class Folder(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = made.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def save(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text if isinstance(text, str) else json.dumps(text))
        return self.path(name)

    def news(self, name, articles):
        return self.save(name, "".join(json.dumps(a) + "\n" for a in articles))

    def made(self, name, *options):
        run("build", "-q", "-o", self.path(name), *options)
        return self.path(name)

    def refused(self, *arguments):
        done = start("build", "-q", "-f", "json", "-o", "-", *arguments)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(done.stderr.count(b"entente: "),
                         1 if done.returncode == 1 else 2)
        return done.returncode, done.stderr.decode()


class ReadBack(Folder):
    def same(self, *options, again=()):
        """All that is written comes out again as the same bytes."""
        files = ("json", "gexf", "graphml", "csv", "html", "svg")
        run("build", "-q", *options, ARTICLES,
            *(x for f in files for x in ("-o", self.path("a." + f))))
        run("build", "-q", *again, self.path("a.json"),
            *(x for f in files for x in ("-o", self.path("b." + f))))
        for f in files:
            with open(self.path("a." + f), "rb") as a, \
                    open(self.path("b." + f), "rb") as b:
                self.assertEqual(a.read(), b.read(), f)

    def test_the_samples(self):
        self.same()

    def test_with_decisions(self):
        self.same("--aliases", "aliases.json")

    def test_windows(self):
        for window in ("paragraph", "article", "12"):
            self.same("--window", window, "--weight", "distance",
                      again=("--weight", "distance"))

    def test_large_windows(self):
        self.same("--window", "article", "--window-max", "10", "--types",
                  "person,org,place", "--weight", "newman",
                  again=("--weight", "newman"))

    def test_encounters(self):
        self.same("--ties", "encounters", "--isolates", "keep", "--status",
                  "held,planned,proposed,denied",
                  again=("--isolates", "keep"))

    def test_copies(self):
        self.same("--copies", "count")

    def test_people_of_one_article_each(self):
        self.same("--resolve", "article")

    def test_a_chosen_period(self):
        self.same("--since", "2014", "--until", "2015")

    def test_weights_and_filters_are_free(self):
        whole = self.made("whole.json", ARTICLES)
        for options in (("--weight", "newman"), ("--top", "20"),
                        ("--min-weight", "2"), ("--ego", "John Kerry")):
            self.assertEqual(run("build", "-q", "-f", "gexf", "-o", "-",
                                 *options, whole),
                             run("build", "-q", "-f", "gexf", "-o", "-",
                                 *options, ARTICLES))

    def test_reports(self):
        whole = self.made("whole.json", ARTICLES)
        for command in (("report",), ("report", "--brokers"),
                        ("explain", "--of", "Lavrov")):
            self.assertEqual(run(*command, "-q", whole),
                             run(*command, "-q", ARTICLES))

    def test_edges_as_the_only_key(self):
        made = self.made("edges.json", ARTICLES, "-x", "edges-key=edges")
        self.assertEqual(run("build", "-q", "-f", "json", "-o", "-", made),
                         run("build", "-q", "-f", "json", "-o", "-", ARTICLES))


class AddedUp(Folder):
    def check(self, *options, again=()):
        """The parts of an archive make what the whole makes."""
        whole = self.made("whole.json", *options,
                          self.news("news.jsonl", NEWS))
        parts = [self.made(f"part{i}.json", *options,
                           self.news(f"part{i}.jsonl", part))
                 for i, part in enumerate((NEWS[:2], NEWS[2:3], NEWS[3:]))]
        made = self.made("sum.json", *again, *parts)
        with open(whole, encoding="utf-8") as file:
            want = file.read()
        with open(made, encoding="utf-8") as file:
            self.assertEqual(file.read(), want)
        return json.loads(want)

    def test_parts_make_the_whole(self):
        whole = self.check()
        self.assertEqual(len(whole["nodes"]), 4)
        self.assertEqual(whole["graph"]["counts"]["articles"], 5)

    def test_other_windows_and_weights(self):
        for weight in ("distance", "newman", "jaccard"):
            self.check("--window", "article", "--weight", weight,
                       again=("--weight", weight))
        self.check("--window", "20", "--types", "person,place")

    def test_encounters(self):
        self.check("--ties", "encounters", "--isolates", "keep",
                   again=("--isolates", "keep"))

    def test_periods_are_joined(self):
        news = self.news("news.jsonl", NEWS)
        early = self.made("early.json", "--until", "2014", news)
        late = self.made("late.json", "--since", "2015", "--until", "2015",
                         news)
        made = json.loads(run("build", "-q", "-f", "json", "-o", "-", late,
                              early))
        options = made["graph"]["options"]
        self.assertEqual((options["since"], options["until"]),
                         ("", "2015-12-31"))
        self.assertEqual(made["graph"]["first"], "2014-01-05")

    def test_names_are_joined(self):
        a = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                           self.news("a.jsonl", NEWS[:1])))
        b = copy.deepcopy(a)
        b["articles"][0]["id"] = "b1"
        for link in b["links"]:
            for proof in link["evidence"]:
                proof["article"] = "b1"
        nodes(b)["ann-roe"].update(label="Anne Roe", mentions=90,
                                   aliases=["A. Roe"])
        nodes(b)["max-poe"].update(type="org")
        made = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                              self.written("a.json", a),
                              self.written("b.json", b)))
        ann = nodes(made)["ann-roe"]
        self.assertEqual((ann["label"], ann["aliases"]),
                         ("Anne Roe", ["Ann Roe", "A. Roe"]))
        self.assertEqual(ann["mentions"],
                         nodes(a)["ann-roe"]["mentions"] + 90)
        self.assertEqual(nodes(made)["max-poe-org"]["type"], "org")
        self.assertIn(frozenset(("ann-roe", "max-poe-org")), ties(made))

    def written(self, name, network):
        """In the order that the exporter writes."""
        return self.save(name, json.dumps(network))


class Refused(Folder):
    def broken(self, change):
        network = copy.deepcopy(build())
        change(network)
        return self.refused(self.save("broken.json", network))

    def test_not_whole(self):
        for options in (("--top", "5"), ("--min-weight", "2"),
                        ("--ego", "Putin"), ("--isolates", "drop"),
                        ("--ties", "encounters")):
            code, line = self.refused(self.made("part.json", *options,
                                                ARTICLES))
            self.assertEqual(code, 1)
            self.assertIn("expected a whole network", line)

    def test_evidence_left_out(self):
        code, line = self.refused(self.made("few.json", "-x", "evidence=1",
                                            ARTICLES))
        self.assertEqual(code, 1)
        self.assertIn("evidence=N", line)

    def test_the_same_articles_twice(self):
        whole = self.made("whole.json", ARTICLES)
        code, line = self.refused(whole, whole)
        self.assertEqual(code, 1)
        self.assertIn("that no other of the networks counts", line)

    def test_made_in_another_way(self):
        a = self.made("a.json", self.news("a.jsonl", NEWS[:2]))
        b = self.made("b.json", "--window", "article",
                      self.news("b.jsonl", NEWS[2:]))
        code, line = self.refused(a, b)
        self.assertEqual(code, 1)
        self.assertIn("window=sentence like the others, found window=article",
                      line)

    def test_people_of_one_article_each(self):
        """Nobody can be told in another network by such an id."""
        parts = [self.made(f"part{i}.json", "--resolve", how,
                           self.news(f"part{i}.jsonl", part))
                 for i, (how, part) in enumerate((
                     ("article", NEWS[:2]), ("article", NEWS[2:]),
                     ("corpus", NEWS[2:])))]
        for more in parts[1:]:
            code, line = self.refused(parts[0], more)
            self.assertEqual(code, 1)
            self.assertIn("part", line)
            self.assertIn("resolve=article", line)

    def test_options_that_come_too_late(self):
        whole = self.made("whole.json", ARTICLES)
        for options in (("--window", "article"), ("--since", "2014"),
                        ("--aliases", "aliases.json"), ("--kind", "meet")):
            code, line = self.refused(*options, whole)
            self.assertEqual(code, 2)
            self.assertIn(options[0] + ": expected articles, found networks",
                          line)
        done = start("report", "-q", "--slice", "month", whole)
        self.assertEqual(done.returncode, 2)

    def test_articles_beside_networks(self):
        code, line = self.refused(self.made("whole.json", ARTICLES), ARTICLES)
        self.assertEqual(code, 2)
        self.assertIn("either articles or networks", line)

    def test_what_is_broken(self):
        def proof(network):
            return network["links"][0]["evidence"][0]
        for change in (
                lambda n: n.pop("articles"),
                lambda n: n["articles"][0].update(copy_of="nowhere"),
                lambda n: n["articles"][0].update(
                    copy_of=n["articles"][0]["id"]),
                lambda n: n["articles"].append(n["articles"][0]),
                lambda n: n["nodes"].append(n["nodes"][0]),
                lambda n: n["nodes"][0].pop("windows"),
                lambda n: n["nodes"][0].update(type="ghost"),
                lambda n: n["links"][0].update(target="nobody"),
                lambda n: n["links"][0].update(count=99),
                lambda n: n["links"][0].pop("encounters"),
                lambda n: n["links"][0]["evidence"].pop(),
                lambda n: proof(n).update(article="nowhere"),
                lambda n: proof(n).update(start=9, end=9),
                lambda n: proof(n).update(names=1),
                lambda n: proof(n).update(sights=0),
                lambda n: proof(n).update(sights=-1),
                lambda n: proof(n).update(kind="kiss"),
                lambda n: proof(n).update(kind="meet", confidence=2),
                lambda n: proof(n).update(weak=8, kind="meet"),
                lambda n: proof(n).pop("sentence"),
                lambda n: n["graph"]["options"].pop("window-max"),
                lambda n: n["graph"]["options"].update(types="ghost"),
                lambda n: n["graph"]["counts"].pop("windows"),
                lambda n: n["articles"][0].update(date="someday")):
            code, line = self.broken(change)
            self.assertEqual(code, 1, line)
            self.assertRegex(line, r"broken\.json: expected .*\n$")

    def test_windows_of_several_sights(self):
        """Wrong numbers of sights may make wrong counts, but no harm."""
        network = copy.deepcopy(build())
        link = network["links"][0]
        for one in link["evidence"]:
            one["sights"] = 2
        link["count"] = len(link["evidence"]) // 2
        made = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                              self.save("odd.json", network)))
        self.assertIn(ends(link), ties(made))

    def test_cut_off(self):
        with open(self.made("whole.json", ARTICLES), encoding="utf-8") as f:
            text = f.read()
        for part in (400, 5000, len(text) // 2, len(text) - 5):
            code, line = self.refused(self.save("cut.json", text[:part]))
            self.assertEqual(code, 1)
            self.assertRegex(line, r"cut\.json:\d+: ")


if __name__ == "__main__":
    unittest.main()
