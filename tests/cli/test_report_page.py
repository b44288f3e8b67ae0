"""What a report says beside its tables of nodes and ties, and what its page may
do."""
import base64
import hashlib
import json
import re
import unittest

from program import ARTICLES, build, nodes, run, start, ties
from test_reports import Page, report


def told(*options):
    return json.loads(report("json", *options))


def sums(network):
    """node -> community of a neighbour -> [ties, weight]."""
    community = {key: n["community"] for key, n in nodes(network).items()}
    found = {key: {} for key in community}
    for pair, link in ties(network).items():
        for here, far in (tuple(pair), tuple(pair)[::-1]):
            entry = found[here].setdefault(community[far], [0, 0])
            entry[0] += 1
            entry[1] += link["weight"]
    return found


class Brokers(unittest.TestCase):
    def test_those_with_ties_to_several_groups(self):
        found = told("--brokers")
        wanted = {key for key, groups in sums(build()).items()
                  if len(groups) > 1}
        self.assertEqual({b["id"] for b in found["brokers"]}, wanted)
        self.assertGreater(len(wanted), 9)
        between = [b["betweenness"] for b in found["brokers"]]
        self.assertEqual(between, sorted(between, reverse=True))
        self.assertNotIn("nodes", found)

    def test_low_constraint_comes_first(self):
        found = [b["constraint"]
                 for b in told("--brokers", "--sort", "constraint")["brokers"]]
        self.assertEqual(found, sorted(found))
        ranked = [n["constraint"] for n in told("--sort", "constraint")["nodes"]
                  if n["constraint"] is not None]
        self.assertEqual(ranked, sorted(ranked))

    def test_groups_that_they_join(self):
        joined, names = sums(build()), nodes(build())
        found = {}
        for row in told("--brokers")["joins"]:
            found.setdefault(row["id"], {})[row["community"]] = row
        for key, groups in found.items():
            self.assertEqual(
                {c: [row["ties"], row["weight"]] for c, row in groups.items()},
                joined[key])
            self.assertAlmostEqual(sum(r["share"] for r in groups.values()), 1)
            for c, row in groups.items():
                self.assertEqual(len(row["through"]), row["ties"])
                labels = {n["label"] for n in names.values()
                          if n["community"] == c}
                self.assertLessEqual(set(row["through"]), labels)

    def test_ties_that_join_groups(self):
        names = nodes(build())
        wanted = {pair for pair in ties(build())
                  if len({names[end]["community"] for end in pair}) == 2}
        rows = told("--brokers")["between"]
        self.assertEqual({frozenset((r["source"], r["target"])) for r in rows},
                         wanted)
        between = [r["edge_betweenness"] for r in rows]
        self.assertEqual(between, sorted(between, reverse=True))


class Contacts(unittest.TestCase):
    def test_who_met(self):
        rows = told()["met"]
        wanted = {pair: link for pair, link in ties(build()).items()
                  if sum(link["encounters"].values())}
        self.assertEqual({frozenset((r["source"], r["target"])): r["events"]
                          for r in rows},
                         {pair: link["events"]
                          for pair, link in wanted.items()})
        events = [r["events"] for r in rows]
        self.assertEqual(events, sorted(events, reverse=True))
        for row in rows:
            if row["first"]:
                self.assertLessEqual(row["first"], row["last"])

    def test_in_the_articles_words(self):
        """The best evidence of each, as the network has it."""
        links = ties(build())
        rows = told()["evidence"]
        self.assertEqual(len(rows), len(told()["met"]))
        for row in rows:
            best = links[frozenset((row["source"], row["target"]))]
            self.assertEqual(row["sentence"], best["evidence"][0]["sentence"])
            self.assertEqual(row["article"], best["evidence"][0]["article"])


class Whole(unittest.TestCase):
    def test_figures(self):
        counts = build()["graph"]["counts"]
        for key, value in told()["summary"].items():
            if key in counts and value is not None:
                self.assertAlmostEqual(value, counts[key], msg=key)

    def test_degrees(self):
        self.assertEqual([f"{d['degree']}={d['nodes']}"
                          for d in told()["degrees"]],
                         build()["graph"]["degrees"])

    def test_activity(self):
        """Every month between the first and the last, and all evidence."""
        rows = told()["activity"]
        evidence = [e for link in build()["links"] for e in link["evidence"]]
        self.assertEqual(sum(r["evidence"] for r in rows), len(evidence))
        self.assertEqual(sum(r["contacts"] for r in rows),
                         sum(1 for e in evidence if e.get("kind")))
        self.assertEqual([r["period"] for r in rows],
                         [f"{y}-{m:02}" for y in range(2013, 2017)
                          for m in range(1, 13)
                          if "2013-06" <= f"{y}-{m:02}" <= "2016-09"])

    def test_stability_of_groups(self):
        for row in told()["communities"]:
            if row["size"] == 1:
                self.assertIsNone(row["stability"])
            else:
                self.assertTrue(0 <= row["stability"] <= 1)

    def test_every_measure_is_defined(self):
        rows = told()["measures"]
        names = {row["measure"] for row in rows}
        counts = build()["graph"]["counts"]
        self.assertLessEqual({"betweenness", "constraint", "bridge",
                              "edge_betweenness", "diameter"}, names)
        for row in rows:
            self.assertTrue(row["meaning"], row)
            self.assertEqual(row["value"], "exact")
            if row["of"] == "names":
                self.assertIn(row["measure"], build()["nodes"][0])
            elif row["of"] == "ties":
                self.assertIn(row["measure"], build()["links"][0])
            else:
                self.assertIn(row["measure"], counts)
        for form in ("markdown", "html"):
            text = report(form).replace("\\", "")
            for row in rows:
                self.assertIn(row["measure"], text)

    def test_estimates_are_marked(self):
        found = told("--samples", "8")
        values = {(r["of"], r["measure"]): r["value"]
                  for r in found["measures"]}
        self.assertEqual(values["names", "betweenness"], "estimate")
        self.assertEqual(values["ties", "edge_betweenness"], "estimate")
        self.assertEqual(values["names", "constraint"], "exact")
        self.assertIn("from 8 names", found["method"]["estimates"])

    def test_method(self):
        method = told("--seed", "7")["method"]
        self.assertEqual(method["options"]["seed"], "7")
        self.assertIn("seed=7", method["cite"])
        self.assertIn("23 articles", method["cite"])
        self.assertEqual(method["skipped"], 0)

    def test_skipped_inputs_are_counted(self):
        done = start("report", "-q", "-f", "json", ARTICLES, "-",
                     text=b'{"text": 1}\n{"text": "Ann Roe met Bo Lee."}\n')
        self.assertEqual(done.returncode, 3)
        self.assertEqual(json.loads(done.stdout)["method"]["skipped"], 1)


class Policy(unittest.TestCase):
    """The page runs its own script, uses its own style, and nothing else."""

    def test_sums(self):
        for text in (report("html"), report("html", "--brokers")):
            policy = re.search(r'Security-Policy" content="([^"]*)"', text)[1]
            self.assertIn("default-src 'none'", policy)
            for tag in ("style", "script"):
                found = re.findall(f"<{tag}[^>]*>(.*?)</{tag}>", text, re.S)
                sums = [base64.b64encode(hashlib.sha256(
                    one.encode()).digest()).decode() for one in found]
                self.assertEqual(policy.count(f"{tag}-src 'sha256-"), 1)
                self.assertEqual(len(found), 1)
                self.assertIn(f"{tag}-src 'sha256-{sums[0]}'", policy)

    def test_no_code_in_attributes(self):
        text = report("html")
        self.assertIsNone(re.search(r"<[^>]*\s(on\w+|style)\s*=", text))
        self.assertNotIn("javascript:", text)

    def test_pictures(self):
        """Plots of the ranking, the groups, the time and the degrees, each
        with words for those who do not see it; and the network where there
        is an exporter for it."""
        text = report("html")
        plots = re.findall(r'<svg viewBox="[^"]*" role="img" aria-label="(.*?)"',
                           text)
        self.assertEqual(len(plots), 4)
        self.assertTrue(all(plots))
        drawn = start("exporters", "--json").stdout.decode()
        self.assertEqual('class="picture"' in text, '"svg"' in drawn)

    def test_tables_have_headings(self):
        for table in Page(report("html")).tables:
            self.assertTrue(all(len(row) == len(table[0]) for row in table))


if __name__ == "__main__":
    unittest.main()
