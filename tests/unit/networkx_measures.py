"""Measures of a weighted graph by networkx: ties as "a b weight" lines on
standard input, "node betweenness closeness eigenvector pagerank" lines out.
Exits 77 when networkx is not installed."""
import sys
from fractions import Fraction

try:
    import networkx
except ImportError:
    sys.exit(77)


def pagerank(graph, damping=0.85):
    """By power iteration; networkx's own wants scipy."""
    n = len(graph)
    strength = dict(graph.degree(weight="weight"))
    rank = dict.fromkeys(graph, 1 / n)
    for _ in range(2000):
        rank = {
            v: (1 - damping) / n
            + damping * sum(rank[u] * d["weight"] / strength[u]
                            for u, d in graph[v].items())
            for v in graph
        }
    return rank


graph = networkx.Graph()
for line in sys.stdin:
    a, b, weight = line.split()
    graph.add_edge(a, b, weight=float(weight))
# Fractions, for networkx takes paths as equally long only to the last bit.
longest = max(d["weight"] for _, _, d in graph.edges(data=True))
for _, _, d in graph.edges(data=True):
    d["length"] = Fraction(longest) / Fraction(d["weight"])
between = networkx.betweenness_centrality(graph, weight="length")
close = networkx.harmonic_centrality(graph, distance="length")
eigen = networkx.eigenvector_centrality(graph, weight="weight", tol=1e-14,
                                        max_iter=100000)
rank = pagerank(graph)
top = max(eigen.values())
for v in graph:
    print(v, repr(float(between[v])), repr(float(close[v]) / (len(graph) - 1)),
          repr(eigen[v] / top), repr(rank[v]))
