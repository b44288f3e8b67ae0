"""How long the measures of a network take, beside igraph and networkx.

    measures.py GRAPH_BENCH [NODES TIES]

All in one run, of one graph, as time of one processor. entente computes all of
its measures at once; igraph's are those of the same name. networkx takes too
long for paths from all nodes, so they are timed from a few and multiplied, as
marked with ~. Exits 77 where neither is installed.
"""
import os
import subprocess
import sys
import tempfile
import time

try:
    import igraph
except ImportError:
    igraph = None
try:
    import networkx
except ImportError:
    networkx = None

SOURCES = 20


def timed(call):
    start = time.process_time()
    call()
    return time.process_time() - start


def by_igraph(ties):
    graph = igraph.Graph([pair for pair, _ in ties])
    weights = [weight for _, weight in ties]
    lengths = [max(weights) / weight for weight in weights]
    return {
        "betweenness": lambda: graph.betweenness(directed=False,
                                                 weights=lengths),
        "edge_betweenness": lambda: graph.edge_betweenness(directed=False,
                                                           weights=lengths),
        "closeness": lambda: graph.harmonic_centrality(weights=lengths),
        "eigenvector": lambda: graph.eigenvector_centrality(weights=weights),
        "pagerank": lambda: graph.pagerank(weights=weights),
        "core": graph.coreness,
        "clustering": graph.transitivity_local_undirected,
        "constraint": lambda: graph.constraint(weights=weights),
        "articulation": graph.articulation_points,
        "bridge": graph.bridges,
        "diameter, mean distance": graph.average_path_length,
        "transitivity": graph.transitivity_undirected,
        "assortativity": graph.assortativity_degree,
        "communities": lambda: graph.community_leiden(
            objective_function="modularity", weights=weights,
            n_iterations=10)}


def by_networkx(ties):
    graph = networkx.Graph()
    most = max(weight for _, weight in ties)
    for (a, b), weight in ties:
        graph.add_edge(a, b, weight=weight, length=most / weight)
    few = min(SOURCES, len(graph))
    part = list(graph)[:few]
    times = len(graph) / few
    return {
        "betweenness": (lambda: networkx.betweenness_centrality_subset(
            graph, part, list(graph), weight="length"), times),
        "edge_betweenness": (
            lambda: networkx.edge_betweenness_centrality_subset(
                graph, part, list(graph), weight="length"), times),
        "closeness": (lambda: networkx.harmonic_centrality(
            graph, nbunch=part, distance="length"), times),
        "core": (lambda: networkx.core_number(graph), 1),
        "clustering": (lambda: networkx.clustering(graph), 1),
        "articulation": (lambda: list(networkx.articulation_points(graph)), 1),
        "bridge": (lambda: list(networkx.bridges(graph)), 1),
        "diameter, mean distance": (lambda: [
            networkx.single_source_shortest_path_length(graph, node)
            for node in part], times),
        "transitivity": (lambda: networkx.transitivity(graph), 1)}


def main():
    bench, *sizes = sys.argv[1:]
    if not igraph and not networkx:
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "ties")
        said = subprocess.run([bench, *(sizes or ["500", "3000"]), path],
                              check=True, capture_output=True, text=True).stdout
        with open(path, encoding="ascii") as file:
            ties = [((int(a), int(b)), float(w))
                    for a, b, w in map(str.split, file)]
    print(said, end="")
    ours = float(next(line.split()[1] for line in said.splitlines()
                      if line.startswith("analyse")))
    if igraph:
        total = 0
        for name, call in by_igraph(ties).items():
            took = timed(call)
            total += took
            print(f"igraph    {name:24} {took:9.2f} s", flush=True)
        print(f"igraph    {'together':24} {total:9.2f} s, "
              f"{total / ours:.1f} times entente's")
    if networkx:
        total = 0
        for name, (call, times) in by_networkx(ties).items():
            took = timed(call) * times
            total += took
            mark = "~" if times > 1 else " "
            print(f"networkx  {name:24}{mark}{took:9.2f} s", flush=True)
        print(f"networkx  {'together':24}~{total:9.2f} s, "
              f"{total / ours:.0f} times entente's")


main()
