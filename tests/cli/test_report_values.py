"""The figures of the reports on drawn networks, in every format."""
import csv
import io
import json
import random
import re
import unittest

import drawn
from program import nodes, run, ties
from test_reports import Page, markdown_tables

MEASURES = ["betweenness", "closeness", "eigenvector", "pagerank"]
HEADS = {"Between": "betweenness", "Close": "closeness",
         "Eigen": "eigenvector", "PageRank": "pagerank"}


def networks():
    """name -> lines of articles."""
    found = {
        "nobody": ('{"id":"a","text":"It rained."}',),
        "one": (drawn.article_of({}, [3]),),
        "strangers": (drawn.article_of({}, [1, 2, 3]),),
        "one tie": (drawn.article_of(drawn.path(2)),),
        "star": (drawn.article_of(drawn.star(9)),),
        "two parts": (drawn.article_of({**drawn.complete(4),
                                        **drawn.moved(drawn.path(3), 6)},
                                       [12]),)}
    for seed in range(6):
        draw = random.Random(seed)
        found[f"drawn {seed}"] = (drawn.article_of(
            drawn.at_random(draw, 12, .35, 5)),)
    return found


NETWORKS = networks()


def output(lines, command, *options):
    return run(command, "-q", "--copies", "count", *options, "-",
               text="\n".join(lines).encode()).decode()


class Values(unittest.TestCase):
    def each(self):
        for name, lines in NETWORKS.items():
            with self.subTest(name):
                yield lines, drawn.network_of(lines)

    def by_strength(self, network):
        return sorted(network["nodes"], key=lambda node: (
            -node["strength"], -round(node["betweenness"], 12),
            -node["mentions"], node["id"]))

    def near(self, text, value, where):
        """As many digits as are shown are right."""
        digits = len(text.split(".")[1]) if "." in text else 0
        self.assertAlmostEqual(float(text), value,
                               delta=.500001 * 10 ** -digits, msg=where)

    def test_json(self):
        for lines, network in self.each():
            report = json.loads(output(lines, "report", "-f", "json",
                                       "--rows", "0"))
            found = nodes(network)
            self.assertEqual(len(report["nodes"]), len(found))
            for rank, row in enumerate(report["nodes"], 1):
                node = found[row["id"]]
                self.assertEqual(row["rank"], rank)
                for name in ("label", "type", "mentions", "articles",
                             "degree", "community", "component"):
                    self.assertEqual(row[name], node[name], name)
                for name in MEASURES + ["strength"]:
                    self.assertAlmostEqual(row[name], node[name], 9)
            self.assertEqual([row["id"] for row in report["nodes"]],
                             [node["id"] for node in
                              self.by_strength(network)])
            self.assertEqual({frozenset((row["source"], row["target"])):
                              row["weight"] for row in report["ties"]},
                             {pair: link["weight"]
                              for pair, link in ties(network).items()})
            weights = [row["weight"] for row in report["ties"]]
            self.assertEqual(weights, sorted(weights, reverse=True))
            for name in ("nodes", "ties", "components", "communities"):
                self.assertEqual(report["summary"][name],
                                 network["graph"]["counts"][name])

    def test_csv(self):
        for lines, network in self.each():
            rows = list(csv.DictReader(io.StringIO(output(
                lines, "report", "-f", "csv", "--rows", "0"), newline=""),
                strict=True))
            want = self.by_strength(network)
            self.assertEqual([row["id"] for row in rows],
                             [node["id"] for node in want])
            for row, node in zip(rows, want):
                for name in MEASURES + ["strength", "degree"]:
                    self.assertAlmostEqual(float(row[name]), node[name], 8)

    def people(self, table, want):
        """A table for people: names in order, figures as rounded."""
        head, *rows = table
        self.assertEqual([row[head.index("Name")] for row in rows],
                         [node["label"] for node in want])
        for row, node in zip(rows, want):
            for title, name in HEADS.items():
                self.near(row[head.index(title)], node[name], (row, title))
            self.assertEqual(int(row[head.index("Ties")]), node["degree"])
            self.near(row[head.index("Strength")], node["strength"], row)
            self.assertEqual(int(row[head.index("Group")]) - 1,
                             node["community"])

    def test_markdown_and_html(self):
        for lines, network in self.each():
            want = self.by_strength(network)
            if not want:
                continue
            tables = markdown_tables(output(lines, "report", "-f", "markdown",
                                            "--rows", "0"))
            self.people(tables[0], want)
            page = Page(output(lines, "report", "-f", "html", "--rows", "0"))
            self.people(next(t for t in page.tables if "Strength" in t[0]),
                        want)

    def test_terminal(self):
        for lines, network in self.each():
            want = self.by_strength(network)
            text = output(lines, "report", "--rows", "0")
            for node in want:
                row = re.search(rf"^ *\d+  {node['label']} +(.*)$", text,
                                re.M)
                self.assertIsNotNone(row, node["label"])
                cells = row[1].split()
                self.assertEqual(int(cells[0]), node["degree"])
                self.near(cells[1], node["strength"], row[0])
                for cell, name in zip(cells[2:6], MEASURES):
                    self.near(cell, node[name], row[0])
            for line in text.splitlines():
                self.assertLessEqual(len(line), 80)
                self.assertEqual(line, line.rstrip())

    def test_rows_are_the_first_of_all(self):
        for lines, network in self.each():
            whole = json.loads(output(lines, "report", "-f", "json",
                                      "--rows", "0"))
            for rows in (1, 3, 100):
                part = json.loads(output(lines, "report", "-f", "json",
                                         "--rows", str(rows)))
                for name in ("nodes", "ties"):
                    self.assertEqual(part[name], whole[name][:rows])
                self.assertEqual(part["summary"], whole["summary"])


class Explained(unittest.TestCase):
    def test_all_ties_of_everybody(self):
        """--of shows each of the person's ties, --between the one."""
        for name in ("star", "two parts", "drawn 1"):
            lines = NETWORKS[name]
            network = drawn.network_of(lines)
            for node in network["nodes"]:
                mine = {pair: link for pair, link in ties(network).items()
                        if node["id"] in pair}
                if not mine:
                    continue
                told = json.loads(output(
                    lines, "explain", "-f", "json", "--of", node["id"],
                    "--rows", "0"))["evidence"]
                self.assertEqual(len(told), sum(
                    len(link["evidence"]) for link in mine.values()))
                pair, link = min(mine.items(), key=lambda x: sorted(x[0]))
                told = json.loads(output(
                    lines, "explain", "-f", "json", "--between", *pair,
                    "--rows", "0"))["evidence"]
                self.assertEqual([(one["start"], one["end"]) for one in told],
                                 [(one["start"], one["end"])
                                  for one in link["evidence"]])
                self.assertAlmostEqual(sum(one["share"] for one in told), 1,
                                       5)

    def test_who_is_not_there_and_who_is_not_tied(self):
        lines = NETWORKS["two parts"]
        for arguments, message in (
                (("--of", "Nobody Whatsoever"), "Nobody Whatsoever"),
                (("--between", drawn.name_of(0), drawn.name_of(0)),
                 f"are both {drawn.name_of(0)}")):
            with self.assertRaises(AssertionError) as failed:
                output(lines, "explain", *arguments)
            self.assertIn("exit 1", str(failed.exception))
            self.assertIn(message, str(failed.exception))


if __name__ == "__main__":
    unittest.main()
