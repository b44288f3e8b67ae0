"""All filters together on drawn networks, against the same filters written
down plainly one after the other."""
import itertools
import json
import random
import unittest

import drawn
from program import nodes, run, ties

DRAWS = 120


class Network:
    """What the filters work on: actors with their mentions, pairs with their
    weights and articles."""

    def __init__(self, network, centre):
        self.centre = centre # who is asked for by --ego always stays
        self.mentions = {key: node["mentions"]
                         for key, node in nodes(network).items()}
        self.order = [node["id"] for node in network["nodes"]]
        self.pairs = {pair: (link["weight"], link["articles"])
                      for pair, link in ties(network).items()}
        self.chose = False
        self.whole = {}

    def keep_whole(self):
        """Here the network is whole; what follows chooses from it."""
        self.whole = {key: self.strength(key) for key in self.mentions}

    def drop(self, gone):
        """These actors and all their pairs."""
        gone = set(gone) - {self.centre}
        self.mentions = {key: n for key, n in self.mentions.items()
                         if key not in gone}
        self.pairs = {pair: one for pair, one in self.pairs.items()
                      if not pair & gone}

    def keep_pairs(self, test):
        self.pairs = {pair: one for pair, one in self.pairs.items()
                      if test(pair, one)}

    def strength(self, key):
        return sum(w for pair, (w, _) in self.pairs.items() if key in pair)

    def degree(self, key):
        return sum(key in pair for pair in self.pairs)

    def min_mentions(self, n):
        self.drop({key for key, m in self.mentions.items() if m < n})

    def min_articles(self, n):
        self.chose = self.chose or n > 1 # of one or more are all
        self.keep_pairs(lambda _, one: one[1] >= n)

    def min_weight(self, least):
        self.chose = True
        self.keep_pairs(lambda _, one: one[0] >= least)

    def backbone(self, alpha):
        self.chose = True
        strength = {key: self.strength(key) for key in self.mentions}
        degree = {key: self.degree(key) for key in self.mentions}
        self.keep_pairs(lambda pair, one: any(
            (1 - one[0] / strength[key]) ** (degree[key] - 1) < alpha
            for key in pair))

    def around(self, start, hops):
        reached = {start}
        for _ in range(hops):
            reached |= {key for pair in self.pairs if pair & reached
                        for key in pair}
        return reached

    def ego(self, key, hops):
        self.chose = True
        self.drop(set(self.mentions) - self.around(key, hops))

    def component(self):
        self.chose = True
        parts, left = [], list(self.order)
        left = [key for key in left if key in self.mentions]
        while left:
            part = self.around(left[0], len(self.mentions))
            parts.append(part)
            left = [key for key in left if key not in part]
        if parts:
            most = max(len(part) for part in parts)
            best = next(part for part in parts if len(part) == most)
            self.drop(set(self.mentions) - best)

    def top(self, n):
        self.chose = True
        ranked = sorted(self.mentions, key=lambda key: (
            key != self.centre, -self.whole[key], -self.mentions[key],
            self.order.index(key)))
        self.drop(set(ranked[n:]))

    def isolates(self, how):
        if how == "drop" or (how == "auto" and self.chose):
            tied = set(itertools.chain(*self.pairs))
            self.drop(set(self.mentions) - tied)


def draw_options(draw, people):
    """(options, what each does)"""
    options, steps, ego = [], [], None

    def maybe(chance, name, value, step):
        if draw.random() < chance:
            options.extend([name, str(value)])
            steps.append(step)
            return True
        return False
    n = draw.randint(2, 8)
    maybe(.4, "--min-mentions", n, lambda net: net.min_mentions(n))
    a = draw.randint(1, 3)
    maybe(.3, "--min-articles", a, lambda net: net.min_articles(a))
    w = draw.choice([1, 2, 3.5])
    maybe(.4, "--min-weight", w, lambda net: net.min_weight(w))
    steps.append(lambda net: net.keep_whole())
    alpha = draw.choice([.1, .3, .6])
    maybe(.3, "--backbone", alpha, lambda net: net.backbone(alpha))
    key, hops = drawn.id_of(draw.choice(people)), draw.randint(0, 3)
    if maybe(.3, "--ego", key, lambda net: net.ego(key, hops)):
        options.extend(["--hops", str(hops)])
        ego = key
    if draw.random() < .3:
        options.extend(["--component", "largest"])
        steps.append(lambda net: net.component())
    top = draw.randint(1, 9)
    maybe(.3, "--top", top, lambda net: net.top(top))
    how = draw.choice(["auto", "keep", "drop"])
    options.extend(["--isolates", how])
    steps.append(lambda net: net.isolates(how))
    return options, steps, ego


def draw_articles(draw):
    """Several articles, so that ties differ in theirs."""
    lines, people = [], set()
    for number in range(draw.randint(1, 5)):
        links = drawn.at_random(draw, 11, .18, 3)
        alone = draw.sample(range(20, 26), draw.randint(0, 2))
        people |= {i for pair in links for i in pair} | set(alone)
        lines.append(drawn.article_of(links, alone).replace(
            '"drawn"', f'"a{number}"'))
    return tuple(lines), sorted(people)


class Filters(unittest.TestCase):
    def test_all_together(self):
        smaller = empty = 0
        for seed in range(DRAWS):
            draw = random.Random(seed)
            lines, people = draw_articles(draw)
            if not people:
                continue
            options, steps, ego = draw_options(draw, people)
            whole = drawn.network_of(lines, "--isolates", "keep")
            want = Network(whole, ego)
            for step in steps:
                step(want)
            found = drawn.network_of(lines, *options)
            with self.subTest(f"{seed}: {' '.join(options)}"):
                self.assertEqual(set(nodes(found)), set(want.mentions))
                self.assertEqual(
                    {pair: link["weight"]
                     for pair, link in ties(found).items()},
                    {pair: one[0] for pair, one in want.pairs.items()})
                self.assertEqual([node["id"] for node in found["nodes"]],
                                 [key for key in want.order
                                  if key in want.mentions])
            smaller += 0 < len(found["nodes"]) < len(whole["nodes"])
            empty += not found["nodes"]
        self.assertGreater(smaller, DRAWS // 2)
        self.assertGreater(empty, 2)

    def test_the_largest_of_parts_of_one(self):
        """Where nobody is tied, one of them is the largest part; somebody of
        another type, who is no node, is not."""
        for first in ("person", "org"):
            record = json.loads(drawn.article_of({}, [3, 3, 3, 4, 4, 5]))
            for m in record["mentions"][:3]:
                m["type"] = first
            found = drawn.network_of((json.dumps(record),), "--component",
                                     "largest", "--isolates", "keep")
            self.assertEqual([node["id"] for node in found["nodes"]],
                             [drawn.id_of(3 if first == "person" else 4)])

    def test_the_summary_counts_what_is_left(self):
        for seed in range(20):
            draw = random.Random(seed)
            lines, people = draw_articles(draw)
            if not people:
                continue
            options, _, _ = draw_options(draw, people)
            found = drawn.network_of(lines, *options)
            counts = found["graph"]["counts"]
            self.assertEqual(counts["nodes"], len(found["nodes"]))
            self.assertEqual(counts["ties"], len(found["links"]))
            self.assertEqual(counts["actors"], len(people))
            self.assertEqual(counts["articles"], len(lines))

    def test_options_are_written_down(self):
        """What was asked for stands in the file, so that it can be redone."""
        for seed in range(20):
            draw = random.Random(seed)
            lines, people = draw_articles(draw)
            if not people:
                continue
            options, _, _ = draw_options(draw, people)
            found = drawn.network_of(lines, *options)["graph"]["options"]
            for name, value in zip(options[::2], options[1::2]):
                written = found[name[2:]]
                if name == "--ego":
                    self.assertTrue(written)
                elif value.replace(".", "").isdigit():
                    self.assertEqual(float(written), float(value), name)
                else:
                    self.assertEqual(written, value, name)

    def test_help_names_every_filter(self):
        text = run("help", "build").decode()
        for name in ("min-mentions", "min-articles", "min-weight", "backbone",
                     "ego", "hops", "component", "top", "isolates"):
            self.assertIn("--" + name + " ", text)


if __name__ == "__main__":
    unittest.main()
