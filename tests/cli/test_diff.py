"""What changed from one network to another."""
import csv
import io
import json
import os
import tempfile
import unittest

from program import ARTICLES, build, nodes, run, start, ties


def node(name, label=None, aliases=(), mentions=1):
    return {"id": name, "label": label or name, "type": "person",
            "aliases": list(aliases), "mentions": mentions, "articles": 1}


def link(source, target, weight=1, **more):
    return {"source": source, "target": target, "weight": weight,
            "count": 1, "articles": 1, **more}


def network(people, pairs, **options):
    return {"graph": {"program": "entente", "counts": {"articles": 1},
                      "options": options},
            "nodes": people, "links": pairs}


class Folder(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = made.name

    def save(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text if isinstance(text, str) else json.dumps(text))
        return path

    def diff(self, before, after, *options):
        return run("diff", "-f", "json", *options, self.save("a.json", before),
                   self.save("b.json", after))

    def told(self, before, after):
        return json.loads(self.diff(before, after))


class Diff(Folder):
    def test_nothing_changed(self):
        made = self.told(build(), build())
        self.assertEqual((made["nodes"], made["ties"]), ([], []))

    def test_the_samples_by_hand(self):
        before, after = build("--until", "2015"), build()
        made = self.told(before, after)
        old, new = nodes(before), nodes(after)
        # Spelt in another way by the later articles.
        was_id = {row["id"]: row["id_before"] or row["id"]
                  for row in made["nodes"]}
        self.assertEqual(was_id["sergei-lavrov"], "sergey-lavrov")
        old = {next((name for name, then in was_id.items() if then == key),
                    key): value for key, value in old.items()}
        self.assertEqual({row["id"] for row in made["nodes"]
                          if row["state"] == "new"}, set(new) - set(old))
        self.assertEqual({row["id"] for row in made["nodes"]
                          if row["state"] == "gone"}, set(old) - set(new))
        for row in made["nodes"]:
            self.assertEqual(row["mentions"],
                             new.get(row["id"], {}).get("mentions"))
            self.assertEqual(row["strength_before"],
                             old.get(row["id"], {}).get("strength"))
        renamed = {then: name for name, then in was_id.items()}
        was = {frozenset(renamed.get(end, end) for end in pair): tie
               for pair, tie in ties(before).items()}
        now = ties(after)
        found = {frozenset((row["source"], row["target"])):
                 (row["weight_before"], row["weight"]) for row in made["ties"]}
        self.assertEqual(found, {
            pair: (was.get(pair, {}).get("weight"),
                   now.get(pair, {}).get("weight"))
            for pair in set(was) | set(now)
            if was.get(pair, {}).get("weight") !=
            now.get(pair, {}).get("weight")})

    def test_there_and_back(self):
        one = self.told(build("--until", "2014"), build())
        two = self.told(build(), build("--until", "2014"))
        turned = {"new": "gone", "gone": "new", "more": "less", "less": "more"}
        self.assertEqual({(row["id_before"] or row["id"],
                           turned[row["state"]]) for row in one["nodes"]},
                         {(row["id"], row["state"]) for row in two["nodes"]})

    def test_renamed(self):
        pairs = [link("roe", "ann-poe")]
        before = network([node("roe", "Roe"), node("ann-poe", "Ann Poe")],
                         pairs)
        after = network([node("max-roe", "Max Roe", ["Roe"]),
                         node("ann-poe", "Anne Poe")],
                        [link("max-roe", "ann-poe")])
        made = self.told(before, after)
        self.assertEqual([(row["id"], row["state"], row["id_before"],
                           row["label_before"]) for row in made["nodes"]],
                         [("max-roe", "renamed", "roe", "Roe"),
                          ("ann-poe", "renamed", "ann-poe", "Ann Poe")])
        self.assertEqual(made["ties"], [])

    def test_a_name_of_several_is_nobodys(self):
        before = network([node("roe", "Roe")], [])
        after = network([node("max-roe", "Max Roe", ["Roe"]),
                         node("ann-roe", "Ann Roe", ["Roe"])], [])
        self.assertEqual(sorted(row["state"]
                                for row in self.told(before, after)["nodes"]),
                         ["gone", "new", "new"])

    def test_options_that_differ_are_told(self):
        text = run("diff", self.save("a.json", network([], [], window="x")),
                   self.save("b.json", network([], [], window="y"))).decode()
        self.assertRegex(text, "window +x +y")

    def test_forms_say_the_same(self):
        before, after = build("--until", "2015"), build()
        told = self.told(before, after)
        paths = [self.save("a.json", before), self.save("b.json", after)]
        rows = list(csv.DictReader(io.StringIO(
            run("diff", "-f", "csv", *paths).decode())))
        self.assertEqual([row["id"] for row in rows],
                         [row["id"] for row in told["nodes"]])
        for form in ("terminal", "markdown", "html"):
            text = run("diff", "-f", form, "--rows", "0", *paths).decode()
            for heading in ("Who came", "Who is named more", "Ties that grew"):
                self.assertIn(heading, text)


class Mistakes(Folder):
    def refused(self, text):
        good = self.save("good.json", network([], []))
        done = start("diff", good, self.save("bad.json", text))
        self.assertEqual(done.returncode, 1)
        message = done.stderr.decode()
        self.assertEqual(message.count("\n"), 1, message)
        self.assertIn("bad.json", message)
        self.assertEqual(done.stdout, b"")
        return message

    def test_what_is_no_network_of_ours(self):
        for text in ("", "x", "[]", "{}", "[1,", '{"nodes":[],"links":[]}',
                     '{"graph":{"program":"other"},"nodes":[],"links":[]}',
                     '{"graph":7,"nodes":[],"links":[]}', "Roe met Poe."):
            self.refused(text)

    def test_a_file_cut_off(self):
        text = json.dumps(build())
        for size in range(0, len(text), 4999):
            self.assertIn("bad.json", self.refused(text[:size]))

    def test_wrong_members(self):
        bad = [network([node("a"), node("a")], []),
               network([node("a")], [link("a", "b")]),
               network([node("a")], [link("a", "a")]),
               network([node("a"), node("b")],
                       [link("a", "b"), link("b", "a")]),
               network([node("a", mentions=-1)], []),
               network([node("a", mentions=1.5)], []),
               network([node("")], []),
               network([node("a"), node("b")], [link("a", "b", "1")]),
               network([node("a"), node("b")], [link("a", "b", first="x")]),
               network([], [], window=1), network([{}], []),
               network([7], [])]
        for text in bad:
            self.assertIn("expected a network that entente wrote as JSON",
                          self.refused(text))

    def test_usage(self):
        path = self.save("good.json", network([], []))
        for paths in ((), (path,), (path, path, path)):
            self.assertEqual(start("diff", *paths).returncode, 2)
        done = start("diff", path, os.path.join(self.folder, "none.json"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("none.json", done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
