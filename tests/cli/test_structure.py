"""Measures of who is surrounded and who connects, of ties and of the whole,
against networkx and plain formulas."""
import math
import unittest
from fractions import Fraction

import drawn
from program import nodes, ties
from test_measures import GRAPHS, Plain

try:
    import networkx
except ImportError:
    networkx = None


def graph_of(links, isolates):
    graph = networkx.Graph()
    graph.add_nodes_from({i for pair in links for i in pair} | set(isolates))
    most = max(links.values(), default=1)
    for (a, b), weight in links.items():
        graph.add_edge(a, b, weight=weight, length=Fraction(most, weight))
    return graph


def apart(graph, without):
    """How many parts there are when an edge or a node is gone."""
    left = graph.copy()
    if isinstance(without, tuple):
        left.remove_edge(*without)
    else:
        left.remove_node(without)
    return networkx.number_connected_components(left)


@unittest.skipUnless(networkx, "needs networkx")
class Structure(unittest.TestCase):
    def each(self):
        """(links, graph, i -> node as written, pair -> link, counts)."""
        for name, (links, isolates) in GRAPHS.items():
            with self.subTest(name):
                network = drawn.network_of((drawn.article_of(links, isolates),))
                graph, found = graph_of(links, isolates), nodes(network)
                between = ties(network)
                yield (links, graph,
                       {i: found[drawn.id_of(i)] for i in graph},
                       {pair: between[frozenset(map(drawn.id_of, pair))]
                        for pair in graph.edges},
                       network["graph"])

    def near(self, found, want):
        """Undefined values are not written."""
        if want is None or math.isnan(want):
            self.assertIsNone(found)
        else:
            self.assertAlmostEqual(found, float(want), 9)

    def check(self, name, wanted):
        for _, graph, found, _, _ in self.each():
            want = wanted(graph)
            for i in graph:
                self.near(found[i].get(name), want[i])

    def test_core(self):
        self.check("core", networkx.core_number)

    def test_clustering(self):
        self.check("clustering", networkx.clustering)

    def test_constraint(self):
        self.check("constraint",
                   lambda g: networkx.constraint(g, weight="weight"))

    def test_effective_size(self):
        self.check("effective_size",
                   lambda g: networkx.effective_size(g, weight="weight"))

    def test_articulation(self):
        for _, graph, found, _, _ in self.each():
            points = set(networkx.articulation_points(graph))
            parts = networkx.number_connected_components(graph)
            for i, node in found.items():
                self.assertEqual(node["articulation"] > 0, i in points)
                self.assertEqual(
                    node["articulation"],
                    apart(graph, i) - parts + (not graph.degree(i)))

    def test_edge_betweenness(self):
        for _, graph, _, found, _ in self.each():
            for pair, value in networkx.edge_betweenness_centrality(
                    graph, weight="length").items():
                self.near(found[pair]["edge_betweenness"], value)

    def test_bridge(self):
        for _, graph, _, found, _ in self.each():
            bridges = set(networkx.bridges(graph))
            for pair, link in found.items():
                if pair not in bridges and pair[::-1] not in bridges:
                    self.assertEqual(link["bridge"], 0)
                    continue
                left = graph.copy()
                left.remove_edge(*pair)
                self.assertEqual(link["bridge"],
                                 min(len(networkx.node_connected_component(
                                     left, end)) for end in pair))

    def test_roles(self):
        """Guimera and Amaral, with the communities as written."""
        for _, graph, found, _, _ in self.each():
            group = {i: node["community"] for i, node in found.items()}
            inside = {i: sum(d["weight"] for j, d in graph[i].items()
                             if group[j] == group[i]) for i in graph}
            for i, node in found.items():
                strength = sum(d["weight"] for d in graph[i].values())
                if not strength:
                    self.assertNotIn("participation", node)
                    self.assertNotIn("module_degree", node)
                    continue
                shares = [Fraction(sum(d["weight"] for j, d in graph[i].items()
                                       if group[j] == g), strength)
                          for g in set(group.values())]
                self.near(node["participation"],
                          1 - sum(s ** 2 for s in shares))
                peers = [inside[j] for j in graph if group[j] == group[i]]
                mean = sum(peers) / len(peers)
                deviation = math.sqrt(sum((p - mean) ** 2 for p in peers)
                                      / len(peers))
                self.near(node["module_degree"],
                          (inside[i] - mean) / deviation if deviation else 0)

    def test_whole(self):
        for _, graph, _, _, said in self.each():
            counts = said["counts"]
            distances = [d for i, far in networkx.shortest_path_length(graph)
                         for j, d in far.items() if i != j]
            self.assertEqual(counts.get("diameter"),
                             max(distances, default=None))
            self.near(counts.get("mean_distance"),
                      Fraction(sum(distances), len(distances))
                      if distances else None)
            self.near(counts["mean_degree"],
                      2 * graph.number_of_edges() / len(graph))
            self.near(counts["largest_component"],
                      max(map(len, networkx.connected_components(graph)))
                      / len(graph))
            if any(k > 1 for _, k in graph.degree):
                self.near(counts["transitivity"],
                          networkx.transitivity(graph))
            self.near(counts["mean_clustering"],
                      networkx.average_clustering(graph))
            self.assertEqual((counts["distance_samples"], counts["samples"]),
                             (0, 0))

    def test_assortativity(self):
        for _, graph, _, _, said in self.each():
            ends = [(graph.degree(a), graph.degree(b)) for x in graph.edges
                    for a, b in (x, x[::-1])]
            mean = Fraction(sum(a for a, _ in ends), len(ends))
            variance = sum((a - mean) ** 2 for a, _ in ends)
            self.near(said["counts"].get("assortativity"),
                      sum((a - mean) * (b - mean) for a, b in ends) / variance
                      if variance else None)

    def test_degrees(self):
        for _, graph, _, _, said in self.each():
            histogram = networkx.degree_histogram(graph)
            self.assertEqual(said["degrees"],
                             [f"{k}={n}" for k, n in enumerate(histogram)
                              if n])


class Communities(unittest.TestCase):
    def build(self, links, *options):
        network = drawn.network_of((drawn.article_of(links, []),), *options)
        return network, network["graph"]["counts"]

    def test_resolution(self):
        """From one community to one for everybody, and the modularity is that
        of the resolution."""
        links = drawn.weighted(drawn.grid(4, 5), [1, 3, 2])
        plain = Plain(links, [])
        total = sum(links.values())
        sizes = []
        for resolution in (0, 0.3, 1, 2, 100):
            network, counts = self.build(links, "--resolution",
                                         str(resolution))
            found = {i: nodes(network)[drawn.id_of(i)]["community"]
                     for i in plain.nodes}
            want = 0
            for group in set(found.values()):
                inner = sum(w for pair, w in links.items()
                            if {found[i] for i in pair} == {group})
                ends = sum(plain.strength(i) for i in plain.nodes
                           if found[i] == group)
                want += inner / total - resolution * (ends / 2 / total) ** 2
            self.assertAlmostEqual(counts["modularity"], want, 9)
            self.assertEqual(network["graph"]["options"]["resolution"],
                             f"{resolution:g}")
            sizes.append(counts["communities"])
        self.assertEqual(sizes, sorted(sizes))
        self.assertEqual((sizes[0], sizes[-1]), (1, 20))

    def test_clear_communities_are_stable(self):
        clear = {**drawn.complete(6), **drawn.moved(drawn.complete(6), 7),
                 (0, 7): 1}
        _, counts = self.build(clear)
        self.assertEqual(counts["stability"], 1)
        self.assertEqual(counts["community_runs"], 20)
        _, counts = self.build(drawn.cycle(40))
        self.assertLess(counts["stability"], 1)
        self.assertGreater(counts["stability"], .3)

    def test_without_a_pair_there_is_no_stability(self):
        _, counts = self.build({(0, 1): 1}, "--resolution", "9")
        self.assertNotIn("stability", counts)


class Estimates(unittest.TestCase):
    def test_ties_are_estimated_too(self):
        """Without bias: over many seeds the mean is the exact value."""
        links = drawn.weighted(drawn.grid(5, 6), [1, 2])
        article = (drawn.article_of(links, []),)
        exact = ties(drawn.network_of(article))
        drawn_ties = [ties(drawn.network_of(article, "--samples", "8",
                                            "--seed", str(seed)))
                      for seed in range(40)]
        off, said, seen = 0, 0, 0
        for pair, link in exact.items():
            values = [t[pair]["edge_betweenness"] for t in drawn_ties]
            errors = [t[pair]["edge_betweenness_error"] for t in drawn_ties]
            mean = sum(values) / len(values)
            spread = math.sqrt(sum((v - mean) ** 2 for v in values)
                               / (len(values) - 1))
            off += abs(mean - link["edge_betweenness"]) > \
                3 * spread / math.sqrt(len(values)) + 1e-12
            said += sum(e ** 2 for e in errors) / len(errors)
            seen += spread ** 2
        self.assertLessEqual(off, 1)
        self.assertLess(abs(math.log(said / seen)), .3)


if __name__ == "__main__":
    unittest.main()
