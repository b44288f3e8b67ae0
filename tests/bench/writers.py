"""How fast exporters write, beside igraph and networkx on the same network.

writers.py WRITERS_BENCH [ACTORS [TIES]]   (by hand: 10000 100000)

Processor time, each on what it read of our own file; "grew" is by how much the
exporter made the program's memory grow. The ratios are those of one run. JSON
is written as networkx does: the ties once, without evidence.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings

import igraph
import networkx

BENCH = sys.argv[1]
ACTORS, TIES = (sys.argv[2:] + ["300", "2000"][len(sys.argv) - 2:])[:2]
EXPORTERS = ["graphml", "gexf", "json,edges-key=links,evidence=0", "gml", "dot", "pajek", "edges",
             "cytoscape", "graphology", "csv", "neo4j"]


def seconds(write):
    start = time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write()
    return time.process_time() - start


def write_json(graph, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(networkx.node_link_data(graph), file)


def others(folder):
    """{exporter: {program: seconds}}"""
    out = os.path.join(folder, "out")
    nx = networkx.read_graphml(os.path.join(folder, "graphml"))
    ig = igraph.Graph.Read_GraphML(os.path.join(folder, "graphml"))
    how = {
        "graphml": {"networkx": lambda: networkx.write_graphml_xml(nx, out),
                    "igraph": lambda: ig.write_graphml(out)},
        "gexf": {"networkx": lambda: networkx.write_gexf(nx, out)},
        "json": {"networkx": lambda: write_json(nx, out)},
        "gml": {"networkx": lambda: networkx.write_gml(nx, out),
                "igraph": lambda: ig.write_gml(out)},
        "dot": {"igraph": lambda: ig.write_dot(out)},
        "pajek": {"igraph": lambda: ig.write_pajek(out)},
        "edges": {"networkx": lambda: networkx.write_weighted_edgelist(nx, out),
                  "igraph": lambda: ig.write_ncol(out, names="id",
                                                  weights="weight")}}
    return {name: {program: seconds(write) for program, write in each.items()}
            for name, each in how.items()}


def main():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([BENCH, folder, ACTORS, TIES, *EXPORTERS],
                              check=True, stdout=subprocess.PIPE, text=True)
        theirs = others(folder)
    print(f"{'format':<11}{'seconds':>8}{'MB':>7}{'MB/s':>7}{'grew kB':>9}"
          "  as fast as")
    for line in done.stdout.splitlines():
        name, took, size, grew = line.split()
        took, size = max(float(took), 1e-4), int(size) / 1e6
        ratios = ", ".join(f"{other / took:.1f} x {program}" for
                           program, other in theirs.get(name, {}).items())
        print(f"{name:<11}{took:>8.3f}{size:>7.1f}{size / took:>7.0f}"
              f"{grew:>9}  {ratios}")


if __name__ == "__main__":
    main()
