"""Options drawn at random: what holds of every network, whatever was asked."""
import json
import random
import unittest

from program import ARTICLES, MEASURES, build, nodes, parts, run, start, ties

DRAWS = 40


def maybe(draw, chance, name, *values):
    return (name, str(draw.choice(values))) if draw.random() < chance else ()


def draw_counting(draw):
    """Options on what is counted."""
    return (maybe(draw, 0.5, "--types", "person", "person,org", "place",
                  "person,org,place,misc") +
            maybe(draw, 0.6, "--window", "sentence", "paragraph", "article",
                  3, 12, 50) +
            maybe(draw, 0.2, "--ties", "encounters", "windows") +
            maybe(draw, 0.2, "--kind", "meet", "call,joint") +
            maybe(draw, 0.2, "--status", "held", "planned,denied") +
            maybe(draw, 0.6, "--weight", *MEASURES) +
            maybe(draw, 0.3, "--since", "2013-09-01", "2014-06-06") +
            maybe(draw, 0.3, "--until", "2014-12-31", "2015-11-07") +
            maybe(draw, 0.2, "--copies", "count", "once") +
            maybe(draw, 0.1, "--resolve", "article"))


def draw_filters(draw):
    return (maybe(draw, 0.4, "--min-weight", 0.05, 0.5, 2) +
            maybe(draw, 0.3, "--min-articles", 1, 2, 3) +
            maybe(draw, 0.3, "--min-mentions", 1, 3, 6) +
            maybe(draw, 0.2, "--backbone", 0.1, 0.5) +
            maybe(draw, 0.3, "--component", "largest") +
            maybe(draw, 0.3, "--top", 1, 7, 25) +
            maybe(draw, 0.4, "--isolates", "keep", "drop", "auto"))


def drawn():
    for seed in range(DRAWS):
        draw = random.Random(seed)
        yield draw_counting(draw), draw_filters(draw)


def wanted(options, name, default):
    """The value of an option as a number."""
    return float(options[options.index(name) + 1]) if name in options \
        else default


def counted(link):
    """What a tie is, without its ends and its place in the network."""
    return {k: v for k, v in link.items()
            if k not in ("source", "target", "edge_betweenness", "bridge")}


class Combinations(unittest.TestCase):
    def each(self):
        for counting, filters in drawn():
            with self.subTest(" ".join(counting + filters)):
                yield counting, filters, build(*counting, *filters,
                                               "--measure", "shown")

    def test_ties_are_those_of_the_whole_that_pass(self):
        kept = 0
        for counting, filters, part in self.each():
            whole = ties(build(*counting))
            for pair, link in ties(part).items():
                self.assertEqual(counted(link), counted(whole[pair]))
                self.assertGreaterEqual(link["weight"],
                                        wanted(filters, "--min-weight", 0))
                self.assertGreaterEqual(link["articles"],
                                        wanted(filters, "--min-articles", 0))
                kept += 1
        self.assertGreater(kept, 500)

    def test_nodes_are_those_of_the_whole_that_pass(self):
        for counting, filters, part in self.each():
            whole = nodes(build(*counting, "--isolates", "keep"))
            for key, node in nodes(part).items():
                for name in ("label", "mentions", "articles", "first",
                             "last"):
                    self.assertEqual(node[name], whole[key][name])
                self.assertGreaterEqual(node["mentions"],
                                        wanted(filters, "--min-mentions", 1))
            self.assertLessEqual(len(part["nodes"]),
                                 wanted(filters, "--top", 100000))

    def test_ends_and_sums_fit(self):
        for _, filters, part in self.each():
            found = nodes(part)
            strength = dict.fromkeys(found, 0.0)
            degree = dict.fromkeys(found, 0)
            for pair, link in ties(part).items():
                self.assertEqual(len(pair), 2)
                for end in pair:
                    strength[end] += link["weight"]
                    degree[end] += 1
            for key, node in found.items():
                self.assertAlmostEqual(node["strength"], strength[key], 9)
                self.assertEqual(node["degree"], degree[key])
                if "drop" in filters:
                    self.assertGreater(degree[key], 0)

    def test_parts_are_parts(self):
        for _, filters, part in self.each():
            numbers = {key: node["component"]
                       for key, node in nodes(part).items()}
            found = parts(part)
            self.assertEqual(len(set(numbers.values())), len(found))
            for component in found:
                self.assertEqual(len({numbers[key] for key in component}), 1)
            # Later filters may break what was whole; there are none here.
            if "--component" in filters and "--top" not in filters:
                self.assertLessEqual(len(found), 1)

    def test_evidence_lies_in_its_time(self):
        for counting, _, part in self.each():
            since = (counting[counting.index("--since") + 1]
                     if "--since" in counting else "0000")
            until = (counting[counting.index("--until") + 1]
                     if "--until" in counting else "9999")
            for link in part["links"]:
                for proof in link["evidence"]:
                    self.assertTrue(since <= proof["date"] <= until)

    def test_the_report_is_of_the_same_network(self):
        for counting, filters, part in list(self.each())[::4]:
            report = json.loads(run("report", "-q", "-f", "json", "--rows",
                                    "0", "--measure", "shown", *counting,
                                    *filters, ARTICLES))
            found = nodes(part)
            self.assertEqual({node["id"] for node in report["nodes"]},
                             set(found))
            for node in report["nodes"]:
                self.assertAlmostEqual(node["strength"],
                                       found[node["id"]]["strength"], 6)

    def test_every_strongest_tie_can_be_explained(self):
        for counting, filters, part in list(self.each())[::4]:
            if not part["links"]:
                continue
            link = max(part["links"], key=lambda one: one["weight"])
            done = start("explain", "-q", "-f", "json", "--rows", "0",
                         *counting, *filters, "--between", link["source"],
                         link["target"], ARTICLES)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(json.loads(done.stdout)["evidence"]),
                             len(link["evidence"]))


if __name__ == "__main__":
    unittest.main()
