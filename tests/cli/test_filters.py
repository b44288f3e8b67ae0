"""The filters leave what their help says, told from the network without."""
import collections
import datetime
import unittest

from program import (ARTICLES, around, build, ends, mentions, nodes, parts,
                     start, ties, weights)

WIDE = ("--window", "article")


def ids(network):
    return {node["id"] for node in network["nodes"]}


def induced(network, kept):
    """The weights of the ties that have both ends among the kept."""
    return {pair: weight for pair, weight in weights(network).items()
            if pair <= kept}


def tied(pairs):
    return set().union(*pairs) if pairs else set()


class Filters(unittest.TestCase):
    def test_min_weight(self):
        whole = weights(build())
        for least in (2, 3, 5, 8, 1000):
            part = build("--min-weight", str(least))
            want = {p: w for p, w in whole.items() if w >= least}
            self.assertEqual(weights(part), want)
            self.assertEqual(ids(part), tied(want))
        self.assertEqual(weights(build("--min-weight", "0")), whole)

    def test_min_weight_of_reals(self):
        whole = weights(build("--weight", "jaccard"))
        least = sorted(whole.values())[len(whole) // 2] + 1e-9
        self.assertEqual(
            weights(build("--weight", "jaccard", "--min-weight", repr(least))),
            {p: w for p, w in whole.items() if w >= least})

    def test_min_articles(self):
        whole = ties(build())
        for least in (2, 3, 4):
            self.assertEqual(set(ties(build("--min-articles", str(least)))),
                             {pair for pair, link in whole.items()
                              if link["articles"] >= least})

    def test_min_mentions(self):
        for least in (3, 10, 20):
            kept = {node["id"] for node in build()["nodes"]
                    if node["mentions"] >= least}
            part = build("--min-mentions", str(least))
            self.assertEqual(weights(part), induced(build(), kept))
            self.assertLessEqual(ids(part), kept)

    def test_ego_is_its_neighbourhood(self):
        for ego, name in (("john-kerry", "John Kerry"),
                          ("fidel-castro", "Fidel Castro"),
                          ("tony-abbott", "tony abbott")):
            for hops in (0, 1, 2, 3):
                kept = around(build(), ego, hops)
                part = build("--ego", name, "--hops", str(hops))
                self.assertEqual(ids(part), kept, (ego, hops))
                self.assertEqual(weights(part), induced(build(), kept))
        self.assertEqual(build("--ego", "John Kerry")["nodes"],
                         build("--ego", "John Kerry", "--hops", "1")["nodes"])

    def test_ego_after_thresholds(self):
        """Who is near is told from the ties that the thresholds left."""
        strong = build("--min-weight", "3", "--isolates", "keep")
        self.assertEqual(ids(build("--min-weight", "3", "--ego", "John Kerry",
                                   "--hops", "2")),
                         around(strong, "john-kerry", 2))

    def test_ego_nobody(self):
        done = start("build", "-q", ARTICLES, "-f", "json", "-o", "-",
                     "--ego", "Nobody Whatsoever")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"Nobody Whatsoever", done.stderr)

    def test_top(self):
        whole = nodes(build())
        for n in (1, 5, 20):
            part = build("--top", str(n), "--isolates", "keep")
            kept = ids(part)
            self.assertEqual(len(kept), n)
            weakest = min(whole[key]["strength"] for key in kept)
            best_left = max(whole[key]["strength"] for key in whole
                            if key not in kept)
            self.assertGreaterEqual(weakest, best_left)
            self.assertEqual(weights(part), induced(build(), kept))
        self.assertEqual(ids(build("--top", "100000")),
                         tied(weights(build())))

    def test_component(self):
        largest = parts(build())[0]
        self.assertLess(len(largest), len(build()["nodes"]))
        part = build("--component", "largest")
        self.assertEqual(ids(part), largest)
        self.assertEqual(weights(part), induced(build(), largest))

    def test_components_are_numbered_by_size(self):
        found = parts(build())
        for number in range(3):
            self.assertEqual(
                len({node["id"] for node in build()["nodes"]
                     if node["component"] == number}), len(found[number]))

    def test_backbone(self):
        """The disparity filter of Serrano, Boguna and Vespignani."""
        whole = nodes(build())

        def chance(end, weight):
            node = whole[end]
            return (1 - weight / node["strength"]) ** (node["degree"] - 1)
        for alpha in (0.05, 0.2, 0.5):
            want = {pair for pair, weight in weights(build()).items()
                    if min(chance(end, weight) for end in pair) < alpha}
            self.assertEqual(set(ties(build("--backbone", str(alpha)))), want)
            self.assertTrue(0 < len(want) < len(weights(build())))

    def test_isolates(self):
        kept = build("--isolates", "keep")
        dropped = build("--isolates", "drop")
        self.assertEqual(weights(kept), weights(dropped))
        self.assertEqual(ids(dropped), tied(weights(build())))
        self.assertGreater(len(ids(kept)), len(ids(dropped)))
        self.assertEqual(ids(build()), ids(kept))
        self.assertEqual(ids(build("--min-weight", "2", "--isolates", "keep")),
                         ids(kept))

    def test_since_and_until(self):
        dates = sorted({article["date"] for article in mentions()})
        since, until = dates[len(dates) // 3], dates[2 * len(dates) // 3]
        part = build("--since", since, "--until", until)
        proofs = [proof for link in part["links"]
                  for proof in link["evidence"]]
        self.assertTrue(proofs)
        self.assertTrue(all(since <= p["date"] <= until for p in proofs))
        want = {}
        for link in build()["links"]:
            inside = [p for p in link["evidence"]
                      if since <= p["date"] <= until]
            if inside:
                want[ends(link)] = len(inside)
        self.assertEqual(weights(part), want)

    def test_time_is_parted_without_rest(self):
        """What was until a day and what was after add up, where who is who
        does not depend on other articles."""
        day = datetime.date(2014, 11, 12)

        def total(*options):
            found = build("--copies", "count", "--resolve", "article",
                          *options)
            labels = {node["id"]: node["label"] for node in found["nodes"]}
            pairs = collections.Counter()
            for link in found["links"]:
                pairs[frozenset(labels[end] for end in ends(link))] += \
                    link["weight"]
            return pairs
        before = total("--until", str(day))
        after = total("--since", str(day + datetime.timedelta(1)))
        self.assertTrue(before and after)
        self.assertEqual(total(), before + after)

    def test_filters_together(self):
        """Mentions, articles, weight, ego, component, top: in that order."""
        one_by_one = build("--min-mentions", "2", "--min-weight", "2",
                           "--isolates", "keep")
        kept = around(one_by_one, "vladimir-putin", 2)
        part = build("--min-mentions", "2", "--min-weight", "2", "--ego",
                     "Vladimir Putin", "--hops", "2")
        self.assertEqual(ids(part), kept)
        self.assertEqual(weights(part), induced(one_by_one, kept))

    def test_no_one_left_is_no_failure(self):
        empty = build("--min-weight", "100000")
        self.assertEqual((empty["nodes"], empty["links"]), ([], []))


if __name__ == "__main__":
    unittest.main()
