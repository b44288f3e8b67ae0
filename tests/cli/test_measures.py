"""Every measure of the nodes against plain definitions in exact fractions."""
import itertools
import json
import math
import random
import unittest
from fractions import Fraction

import drawn
from program import nodes, run, ties

try:
    import networkx
except ImportError:
    networkx = None


def graphs():
    """name -> (ties, nodes without any)."""
    found = {
        "one tie": (drawn.path(2), []),
        "path": (drawn.path(6), []),
        "cycle, odd": (drawn.cycle(7), []),
        "cycle, even": (drawn.cycle(8), []),
        "star": (drawn.star(9), []),
        "complete": (drawn.complete(6), []),
        "bipartite": (drawn.bipartite(3, 4), []),
        "grid": (drawn.grid(4, 5), []),
        "wheel": ({**drawn.star(8), **drawn.moved(drawn.cycle(7), 1)}, []),
        "barbell": ({**drawn.complete(5), **drawn.moved(drawn.complete(5), 7),
                     (4, 5): 1, (5, 6): 1, (6, 7): 1}, []),
        "tree": (drawn.edges(*(((i - 1) // 2, i) for i in range(1, 15))), []),
        "isolates": (drawn.cycle(4), [5, 6, 7]),
        "two parts": ({**drawn.complete(5), **drawn.moved(drawn.path(3), 6)},
                      []),
        "three parts": ({**drawn.cycle(6), **drawn.moved(drawn.star(4), 7),
                         **drawn.moved(drawn.path(2), 12)}, [20]),
        # Ways of equal length that floating point adds up differently.
        "thirds": (drawn.weighted(drawn.grid(3, 4), [1, 2, 3, 6]), []),
        "sevenths": (drawn.weighted(drawn.grid(4, 4), [7, 3, 1, 5, 2]), []),
        "many equal ways": (drawn.weighted(drawn.bipartite(4, 4), [3]), []),
        "heavy and light": ({**drawn.weighted(drawn.cycle(9), [40, 1]),
                             (0, 4): 7}, [])}
    for seed in range(12):
        draw = random.Random(seed)
        n = draw.randint(5, 16)
        found[f"drawn {seed}"] = (
            drawn.at_random(draw, n, draw.choice([.15, .3, .6]),
                            draw.choice([1, 3, 9])), [30, 31][:seed % 3])
    return found


GRAPHS = graphs()


class Plain:
    """The definitions, one by one."""

    def __init__(self, links, isolates):
        self.links = links
        self.nodes = sorted({i for pair in links for i in pair} |
                            set(isolates))
        self.beside = {i: {} for i in self.nodes}
        most = max(links.values(), default=1)
        for (a, b), weight in links.items():
            # Strong ties are short; the strongest is 1 long.
            self.beside[a][b] = self.beside[b][a] = Fraction(most, weight)
        self.ways = {i: self.search(i) for i in self.nodes}

    def search(self, source):
        """(distance, shortest ways) to each node that can be reached."""
        distance, count, left = {source: Fraction(0)}, {source: 1}, {source}
        done = set()
        while left:
            here = min(left, key=lambda i: distance[i])
            left.remove(here)
            done.add(here)
            for far, length in self.beside[here].items():
                there = distance[here] + length
                if far in done:
                    continue
                if far not in distance or there < distance[far]:
                    distance[far], count[far] = there, 0
                    left.add(far)
                if there == distance[far]:
                    count[far] += count[here]
        return distance, count

    def betweenness(self, i):
        total = Fraction(0)
        for a, b in itertools.combinations(self.nodes, 2):
            distance, count = self.ways[a]
            if i in (a, b) or b not in distance or i not in distance:
                continue
            behind, more = self.ways[i]
            if b in behind and distance[i] + behind[b] == distance[b]:
                total += Fraction(count[i] * more[b], count[b])
        others = len(self.nodes) - 1
        pairs = others * (others - 1) // 2
        return total / pairs if pairs else Fraction(0)

    def closeness(self, i):
        total = sum(1 / d for far, d in self.ways[i][0].items() if far != i)
        return total / (len(self.nodes) - 1) if len(self.nodes) > 1 else 0

    def strength(self, i):
        return sum(w for pair, w in self.links.items() if i in pair)

    def weights(self):
        found = {i: {} for i in self.nodes}
        for (a, b), weight in self.links.items():
            found[a][b] = found[b][a] = weight
        return found

    def pagerank(self):
        """By the power method; who has no tie hands on to all."""
        n, weights = len(self.nodes), self.weights()
        rank = dict.fromkeys(self.nodes, 1 / n)
        for _ in range(400):
            loose = sum(rank[i] for i in self.nodes if not weights[i])
            rank = {i: .15 / n + .85 * (loose / n + sum(
                rank[k] * weights[k][i] / sum(weights[k].values())
                for k in weights[i])) for i in self.nodes}
        return rank

    def eigenvector(self):
        """By the power method, of A + I so that even cycles settle."""
        weights = self.weights()
        value = dict.fromkeys(self.nodes, 1.0)
        for _ in range(20000):
            after = {i: value[i] + sum(w * value[k]
                                       for k, w in weights[i].items())
                     for i in self.nodes}
            most = max(after.values())
            value = {i: v / most for i, v in after.items()}
        return value

    def parts(self):
        return {frozenset(self.ways[i][0]) for i in self.nodes}

    def modularity(self, community):
        total = sum(self.links.values())
        found = Fraction(0)
        for group in set(community.values()):
            inner = sum(w for (a, b), w in self.links.items()
                        if community[a] == community[b] == group)
            ends = sum(self.strength(i) for i in self.nodes
                       if community[i] == group)
            found += Fraction(inner, total) - Fraction(ends, 2 * total) ** 2
        return found


class Measures(unittest.TestCase):
    def each(self):
        """(plain, i -> node as written, network)."""
        for name, (links, isolates) in GRAPHS.items():
            with self.subTest(name):
                network = drawn.network_of(
                    (drawn.article_of(links, isolates),))
                plain = Plain(links, isolates)
                found = nodes(network)
                self.assertEqual(set(found),
                                 {drawn.id_of(i) for i in plain.nodes})
                yield plain, {i: found[drawn.id_of(i)]
                              for i in plain.nodes}, network

    def near(self, found, want, places=9):
        self.assertAlmostEqual(found, float(want), places)

    def test_ties_are_those_written(self):
        for plain, _, network in self.each():
            self.assertEqual(
                {pair: link["weight"] for pair, link in ties(network).items()},
                {frozenset(map(drawn.id_of, pair)): weight
                 for pair, weight in plain.links.items()})

    def test_degree_and_strength(self):
        for plain, found, _ in self.each():
            for i, node in found.items():
                self.assertEqual(node["degree"], len(plain.beside[i]))
                self.assertEqual(node["strength"], plain.strength(i))

    def test_betweenness(self):
        for plain, found, _ in self.each():
            for i, node in found.items():
                self.near(node["betweenness"], plain.betweenness(i))

    def test_closeness(self):
        for plain, found, _ in self.each():
            for i, node in found.items():
                self.near(node["closeness"], plain.closeness(i))

    def test_pagerank(self):
        for plain, found, _ in self.each():
            for i, rank in plain.pagerank().items():
                self.near(found[i]["pagerank"], rank)
            self.near(sum(node["pagerank"] for node in found.values()), 1)

    def test_eigenvector(self):
        for plain, found, _ in self.each():
            for i, value in plain.eigenvector().items():
                self.near(found[i]["eigenvector"], value, 6)

    def test_components_are_numbered_by_size(self):
        for plain, found, network in self.each():
            numbers = {}
            for i, node in found.items():
                numbers.setdefault(node["component"], set()).add(i)
            self.assertEqual(set(map(frozenset, numbers.values())),
                             plain.parts())
            sizes = [len(numbers[k]) for k in range(len(numbers))]
            self.assertEqual(sizes, sorted(sizes, reverse=True))
            self.assertEqual(network["graph"]["counts"]["components"],
                             len(numbers))

    def test_communities(self):
        """Numbered by size, none across components, and the modularity said
        is theirs and no worse than that of the components."""
        for plain, found, network in self.each():
            community = {i: node["community"] for i, node in found.items()}
            sizes = [sum(c == k for c in community.values())
                     for k in range(len(set(community.values())))]
            self.assertEqual(sum(sizes), len(found))
            self.assertEqual(sizes, sorted(sizes, reverse=True))
            for group in set(community.values()):
                members = {i for i in found if community[i] == group}
                self.assertTrue(any(members <= part
                                    for part in plain.parts()))
            counts = network["graph"]["counts"]
            self.assertEqual(counts["communities"], len(sizes))
            self.near(counts["modularity"], plain.modularity(community))
            whole = {i: min(next(part for part in plain.parts() if i in part))
                     for i in plain.nodes}
            self.assertGreaterEqual(counts["modularity"],
                                    float(plain.modularity(whole)) - 1e-9)

    def test_density(self):
        for plain, found, network in self.each():
            n = len(found)
            self.near(network["graph"]["counts"]["density"],
                      Fraction(2 * len(plain.links), n * (n - 1)))

    @unittest.skipUnless(networkx, "needs networkx")
    def test_by_networkx(self):
        for plain, found, _ in self.each():
            graph = networkx.Graph()
            graph.add_nodes_from(plain.nodes)
            most = max(plain.links.values())
            for (a, b), weight in plain.links.items():
                graph.add_edge(a, b, weight=weight, length=most / weight)
            for i, value in networkx.betweenness_centrality(
                    graph, weight=None).items():
                if len(set(plain.links.values())) == 1:
                    self.near(found[i]["betweenness"], value)
            others = len(found) - 1
            for i, value in networkx.harmonic_centrality(
                    graph, distance="length").items():
                self.near(found[i]["closeness"], value / others)
            communities = {}
            for i, node in found.items():
                communities.setdefault(node["community"], set()).add(i)
            if graph.number_of_edges():
                self.near(float(plain.modularity(
                    {i: node["community"] for i, node in found.items()})),
                    networkx.community.modularity(graph,
                                                  communities.values()))


class Edges(unittest.TestCase):
    """Networks that have next to nothing to measure."""

    def build(self, links, isolates, *options):
        return drawn.network_of((drawn.article_of(links, isolates),),
                                *options)

    def test_one_person(self):
        network = self.build({}, [3])
        node, = network["nodes"]
        for name, want in (("degree", 0), ("strength", 0), ("betweenness", 0),
                           ("closeness", 0), ("eigenvector", 0),
                           ("pagerank", 1), ("component", 0),
                           ("community", 0)):
            self.assertEqual(node[name], want, name)
        self.assertEqual(network["graph"]["counts"]["density"], 0)

    def test_only_strangers(self):
        network = self.build({}, [1, 2, 3, 4])
        self.assertEqual(network["links"], [])
        for node in network["nodes"]:
            self.assertAlmostEqual(node["pagerank"], .25)
            self.assertEqual(node["betweenness"], 0)
        self.assertEqual(sorted(n["component"] for n in network["nodes"]),
                         [0, 1, 2, 3])

    def test_nobody(self):
        network = json.loads(run("build", "-q", "-f", "json", "-o", "-", "-",
                                 text=b"It rained on the hills all day."))
        self.assertEqual((network["nodes"], network["links"]), ([], []))
        self.assertEqual(network["graph"]["counts"]["nodes"], 0)

    def test_scale_of_weights_changes_no_shape(self):
        """Three times the sentences: the same shares of everything."""
        links = drawn.weighted(drawn.grid(3, 3), [1, 2, 4])
        thrice = {pair: 3 * weight for pair, weight in links.items()}
        once, more = (nodes(self.build(x, [])) for x in (links, thrice))
        for key, node in once.items():
            for name in ("degree", "betweenness", "closeness", "eigenvector",
                         "pagerank"):
                self.assertTrue(math.isclose(node[name], more[key][name],
                                             rel_tol=1e-9, abs_tol=1e-12))
            self.assertEqual(3 * node["strength"], more[key]["strength"])

    def test_a_seed_changes_no_measure_but_groups(self):
        links = drawn.at_random(random.Random(99), 14, .3, 5)
        first = nodes(self.build(links, [], "--seed", "1"))
        for seed in ("2", "77", "18446744073709551615"):
            for key, node in nodes(self.build(links, [], "--seed",
                                              seed)).items():
                for name in ("betweenness", "closeness", "eigenvector",
                             "pagerank"):
                    self.assertAlmostEqual(node[name], first[key][name], 10)


if __name__ == "__main__":
    unittest.main()
