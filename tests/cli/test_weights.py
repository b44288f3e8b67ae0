"""Counts and measures, told anew from what `entente mentions` gives."""
import collections
import itertools
import math
import unittest

from program import MEASURES, build, mentions, nodes, ties, weights

ALL = ("--copies", "count")


class Count:
    """Windows of actors, and what follows from them."""

    def __init__(self, windows):
        self.windows = windows
        self.alone = collections.Counter()
        self.both = collections.Counter()
        self.portion = collections.Counter()
        self.articles = collections.defaultdict(set)
        for (article, _), actors in windows.items():
            self.alone.update(actors)
            for pair in itertools.combinations(sorted(actors), 2):
                self.both[frozenset(pair)] += 1
                self.portion[frozenset(pair)] += 1 / (len(actors) - 1)
                self.articles[frozenset(pair)].add(article)

    def measures(self, pair):
        a, b = (self.alone[end] for end in pair)
        k, n = self.both[pair], len(self.windows)
        table = ((k, a, b), (a - k, a, n - b), (b - k, n - a, b),
                 (n - a - b + k, n - a, n - b))
        return {
            "count": k,
            "articles": len(self.articles[pair]),
            "newman": self.portion[pair],
            "jaccard": k / (a + b - k),
            "npmi": 1 if k == n else
                    math.log(k * n / (a * b)) / math.log(n / k),
            "llr": 2 * sum(seen * math.log(seen * n / (row * column))
                           for seen, row, column in table if seen),
        }


def recount(window, types=("person",)):
    """window: what of a mention tells its window within the article."""
    windows = collections.defaultdict(set)
    for article in mentions(*ALL):
        for m in article["mentions"]:
            if m["type"] in types and "role" not in m:
                windows[article["id"], window(m)].add(m["actor"])
    return Count(windows)


BY_SENTENCE = recount(lambda m: m["sentence"])
BY_ARTICLE = recount(lambda m: None)


class Weights(unittest.TestCase):
    def agrees(self, network, count):
        found = ties(network)
        self.assertGreater(len(found), 50)
        self.assertEqual(set(found), set(count.both))
        for pair, link in found.items():
            for name, value in count.measures(pair).items():
                self.assertAlmostEqual(link[name], value, 9,
                                       (set(pair), name))
        self.assertEqual(network["graph"]["counts"]["windows"],
                         len(count.windows))

    def test_sentences(self):
        self.agrees(build(*ALL), BY_SENTENCE)

    def test_articles(self):
        self.agrees(build(*ALL, "--window", "article"), BY_ARTICLE)

    def test_types(self):
        types = ("person", "org", "place")
        self.agrees(build(*ALL, "--types", ",".join(types)),
                    recount(lambda m: m["sentence"], types))
        self.agrees(build(*ALL, "--types", "place"),
                    recount(lambda m: m["sentence"], ("place",)))

    def test_types_are_those_asked_for(self):
        for types in ("org", "place", "org,place"):
            found = {node["type"]
                     for node in build("--types", types)["nodes"]}
            self.assertEqual(found, set(types.split(",")))

    def test_types_add_up(self):
        one, other, both = (set(nodes(build("--types", types)))
                            for types in ("person", "org", "person,org"))
        self.assertEqual(one | other, both)
        self.assertFalse(one & other)

    def test_mentions_and_articles_of_nodes(self):
        said = collections.Counter()
        where = collections.defaultdict(set)
        for article in mentions(*ALL):
            for m in article["mentions"]:
                if m["type"] == "person" and "role" not in m:
                    said[m["actor"]] += 1
                    where[m["actor"]].add(article["id"])
        found = nodes(build(*ALL))
        self.assertEqual({key: node["mentions"]
                          for key, node in found.items()}, said)
        self.assertEqual({key: node["articles"]
                          for key, node in found.items()},
                         {key: len(ids) for key, ids in where.items()})

    def test_weight_is_the_measure_chosen(self):
        for measure in MEASURES:
            with self.subTest(measure):
                for link in build("--weight", measure)["links"]:
                    self.assertEqual(link["weight"], link[measure])
                    self.assertGreater(link["weight"], 0)

    def test_positive_weights_alone_are_ties(self):
        whole = ties(build())
        for measure, sign in (("npmi", "npmi"), ("llr", "npmi"),
                              ("count", "count"), ("distance", "distance")):
            self.assertEqual(set(ties(build("--weight", measure))),
                             {pair for pair, link in whole.items()
                              if link[sign] > 0}, measure)

    def test_distance_within_a_sentence_is_its_count(self):
        for link in build()["links"]:
            self.assertAlmostEqual(link["distance"], link["count"])

    def test_distance_of_articles(self):
        """exp(-d) of the closest mentions of each article, d in sentences."""
        places = collections.defaultdict(lambda: collections.defaultdict(list))
        for article in mentions(*ALL):
            for m in article["mentions"]:
                if m["type"] == "person" and "role" not in m:
                    places[article["id"]][m["actor"]].append(m["sentence"])
        want = collections.Counter()
        for said in places.values():
            for a, b in itertools.combinations(said, 2):
                want[frozenset((a, b))] += math.exp(-min(
                    abs(i - k) for i in said[a] for k in said[b]))
        found = weights(build(*ALL, "--window", "article", "--weight",
                              "distance"))
        self.assertEqual(set(found), set(want))
        for pair, weight in found.items():
            self.assertAlmostEqual(weight, want[pair], 9)

    def test_wider_windows_tie_more(self):
        kinds = [set(weights(build("--window", window)))
                 for window in ("sentence", "paragraph", "article")]
        for narrow, wide in zip(kinds, kinds[1:]):
            self.assertLess(narrow, wide)

    def test_more_words_tie_more(self):
        kinds = [set(weights(build("--window", words)))
                 for words in ("1", "5", "10", "40", "100000")]
        for narrow, wide in zip(kinds, kinds[1:]):
            self.assertLessEqual(narrow, wide)
        self.assertLess(kinds[0], kinds[-1])
        self.assertLessEqual(kinds[-1],
                             set(weights(build("--window", "article"))))

    def test_strength_and_degree(self):
        network = build("--weight", "distance", "--window", "paragraph")
        strength, degree = collections.Counter(), collections.Counter()
        for pair, weight in weights(network).items():
            for end in pair:
                strength[end] += weight
                degree[end] += 1
        for key, node in nodes(network).items():
            self.assertAlmostEqual(node["strength"], strength[key], 9)
            self.assertEqual(node["degree"], degree[key])


class Encounters(unittest.TestCase):
    """--ties encounters, and the options that choose among them."""

    def stated(self, kinds=("meet", "call", "joint"),
               standings=("held", "planned")):
        found = collections.Counter()
        for article in mentions(*ALL):
            for encounter in article["encounters"]:
                if (encounter["kind"] in kinds and
                        encounter["status"] in standings):
                    actors = sorted(set(encounter["actors"]))
                    for pair in itertools.combinations(actors, 2):
                        found[frozenset(pair)] += 1
        return found

    def test_only_those_said_to_have_met(self):
        found = build(*ALL, "--ties", "encounters")
        self.assertEqual(weights(found), self.stated())
        self.assertGreater(len(found["links"]), 10)
        for link in found["links"]:
            self.assertEqual(sum(link["encounters"].values()), link["count"])
            self.assertTrue(all("kind" in e for e in link["evidence"]))

    def test_kinds_and_standings(self):
        for kinds in (("meet",), ("call",), ("meet", "joint")):
            self.assertEqual(
                weights(build(*ALL, "--ties", "encounters", "--kind",
                              ",".join(kinds))), self.stated(kinds))
        for standings in (("held",), ("planned",), ("proposed", "denied")):
            self.assertEqual(
                weights(build(*ALL, "--ties", "encounters", "--status",
                              ",".join(standings))),
                self.stated(standings=standings))

    def test_windows_know_their_encounters(self):
        """Each kind of contact is counted for the pair beside its windows."""
        for kind in ("meet", "call", "joint"):
            want = self.stated((kind,))
            for pair, link in ties(build(*ALL)).items():
                self.assertEqual(link["encounters"][kind], want[pair])


if __name__ == "__main__":
    unittest.main()
