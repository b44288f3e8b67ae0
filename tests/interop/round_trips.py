"""Every exporter's file through every reader at hand: nodes, ties, weights and
attributes come back as the JSON exporter has them.

round_trips.py WRITE_NETWORK README FOLDER [GRAPHVIZ_MODULE]

FOLDER is where npm has put graphology, cytoscape and mermaid, and Maven Gephi's
toolkit.
README's table must show what is found; a reader that is not installed keeps
what stands there.
"""
import io
import json
import math
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse
import xml.etree.ElementTree

from gephi import Gephi

WRITER, README, FOLDER = sys.argv[1:4]
GEPHI = Gephi(FOLDER)
MODULE = sys.argv[4] if len(sys.argv) > 4 else None
NETWORKS = ["empty", "one", "nasty", "small", "large"]
NODE = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                    "round_trips.cjs")
READERS = ["networkx", "igraph", "pandas", "pydot", "Graphviz", "graphology",
           "cytoscape.js", "Gephi", "Mermaid"]


class Missing(Exception):
    """A reader that is not installed."""


def package(name):
    try:
        return __import__(name)
    except ImportError:
        raise Missing(name) from None


def write(network, exporter, *options):
    done = subprocess.run([WRITER, network, exporter, *options],
                          capture_output=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{exporter}: {done.stderr.decode()}")
    return done.stdout


def wanted(network):
    """(nodes by id, ties by their ends), with attributes as files name them."""
    data = json.loads(write(network, "json", "edges-key=links"))
    nodes = {n.pop("id"): n for n in data["nodes"]}
    for node in nodes.values():
        node["entity_type"] = node.pop("type")
    ties = {}
    for link in data["links"]:
        key = frozenset((link.pop("source"), link.pop("target")))
        link.pop("evidence")
        contacts = link.pop("encounters")
        ties[key] = {**link, **contacts}
    return nodes, ties


# ---- what a format makes of a text ----

def without_controls(text):
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "", text)


def xml_text(text):
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def one_line(text):
    return re.sub("[\t\n\r]", " ", without_controls(text))


def guarded(text):
    text = without_controls(text)
    return "'" + text if text in ("NaN",) or text[:1] in tuple("=+-@\t\r") \
        else text


def same(text):
    return text


def dot_text(text):
    """Graphviz doubles what stands before a quote or at the end."""
    return re.sub(r"\\+(?=\"|$)", lambda run: run[0] + "\\" * (len(run[0]) % 2),
                  one_line(text))


def gephi_dot_text(text):
    """Gephi takes backslashes for escapes."""
    return re.sub(r"\\(.?)", r"\1", dot_text(text))


# ---- comparing ----

def is_nothing(value):
    return value is None or (
        not value if isinstance(value, (str, list))
        else isinstance(value, float) and math.isnan(value))


def agrees(found, want, clean):
    if is_nothing(want) or is_nothing(found):
        return is_nothing(want) and is_nothing(found)
    if isinstance(want, bool):
        return found in (want, str(want).lower())
    if isinstance(want, (int, float)):
        return float(found) == want
    if isinstance(want, list):
        want = [clean(item) for item in want]
        return found in (want, "; ".join(want),  # or as Neo4j has it
                         ";".join(item.replace(";", ",") for item in want))
    return found == clean(want)


def compare(what, found, want, clean, only=None):
    """Both map keys to attributes; `only` names those that a format holds."""
    assert set(found) == set(want), (what, set(found) ^ set(want))
    for key, attributes in want.items():
        for name in only if only is not None else attributes:
            value = found[key].get(name)
            assert agrees(value, attributes.get(name), clean), (
                what, key, name, value, attributes.get(name))


def joined(edges):
    ties = {frozenset(ends): attributes for *ends, attributes in edges}
    assert len(ties) == len(edges), "a pair has two ties"
    return ties


def of_networkx(graph):
    assert not graph.is_directed() and not graph.is_multigraph()
    return (dict(graph.nodes(data=True)), joined(list(graph.edges(data=True))))


def of_igraph(graph, key):
    assert not graph.is_directed()
    ids = graph.vs[key] if graph.vcount() else []
    return (dict(zip(ids, (v.attributes() for v in graph.vs))),
            joined([(ids[e.source], ids[e.target], e.attributes())
                    for e in graph.es]))


def file_of(data, ending):
    file = tempfile.NamedTemporaryFile(suffix=ending)
    file.write(data)
    file.flush()
    return file


# ---- the readers; each yields (nodes, ties) ----

def networkx_json(network):
    data = json.loads(write(network, "json"))
    nodes, ties = of_networkx(package("networkx").node_link_graph(data))
    for node in nodes.values():
        node["entity_type"] = node.get("type")
    return nodes, {k: {**t, **t.get("encounters", {})} for k, t in ties.items()}


def networkx_graphml(network):
    return of_networkx(package("networkx").read_graphml(
        io.BytesIO(write(network, "graphml"))))


def networkx_gexf(network):
    return of_networkx(package("networkx").read_gexf(
        io.BytesIO(write(network, "gexf"))))


def networkx_gml(network):
    return of_networkx(package("networkx").read_gml(
        io.BytesIO(write(network, "gml")), label="key"))


def networkx_pajek(network):
    nx = package("networkx")
    text = write(network, "pajek", "names=id").decode()
    return of_networkx(nx.Graph(nx.parse_pajek(text)))


def networkx_edges(network):
    graph = package("networkx").read_weighted_edgelist(
        io.BytesIO(write(network, "edges")))
    nodes, ties = of_networkx(graph)
    plain = urllib.parse.unquote
    return ({plain(n): a for n, a in nodes.items()},
            {frozenset(map(plain, key)): t for key, t in ties.items()})


def igraph_graphml(network):
    ig = package("igraph")
    with file_of(write(network, "graphml"), ".graphml") as file:
        return of_igraph(ig.Graph.Read_GraphML(file.name), "id")


def igraph_gml(network):
    ig = package("igraph")
    with file_of(write(network, "gml", "encoding=utf8", "graphics=false"),
                 ".gml") as file:
        return of_igraph(ig.Graph.Read_GML(file.name), "key")


def igraph_pajek(network):
    ig = package("igraph")
    with file_of(write(network, "pajek", "names=id"), ".net") as file:
        return of_igraph(ig.Graph.Read_Pajek(file.name), "id")


def igraph_edges(network):
    ig = package("igraph")
    with file_of(write(network, "edges"), ".ncol") as file:
        graph = ig.Graph.Read_Ncol(file.name, directed=False)
    if graph.vcount():
        graph.vs["name"] = list(map(urllib.parse.unquote, graph.vs["name"]))
    return of_igraph(graph, "name")


def of_tables(tables, key, ends, names):
    """Tables as lists of rows; columns are renamed by `names`."""
    rows = [[{names.get(k, k.split(":")[0]): v for k, v in row.items()
              if not isinstance(v, float) or not math.isnan(v)}
             for row in table] for table in tables]
    return ({row[key]: row for row in rows[0]},
            joined([(*(row[end] for end in ends), row) for row in rows[1]]))


def pandas_rows(data, **options):
    table = package("pandas").read_csv(io.BytesIO(data), **options)
    return table.to_dict("records")


def pandas_csv(network):
    return of_tables([pandas_rows(write(network, "csv", f"part={part}"))
                      for part in ("nodes", "edges")], "Id",
                     ("Source", "Target"), {"Label": "label",
                                            "Weight": "weight"})


def pandas_neo4j(network):
    return of_tables([pandas_rows(write(network, "neo4j", f"part={part}"),
                                  keep_default_na=False)
                      for part in ("nodes", "edges")], "id",
                     ("start", "end"), {
                         ":START_ID": "start", ":END_ID": "end",
                         ":TYPE": "kind", ":LABEL": "class"})


def pandas_matrix(network):
    table = package("pandas").read_csv(
        io.BytesIO(write(network, "matrix")), index_col=0)
    ids = list(table.columns)
    assert [str(i) for i in table.index] == ids
    values = table.to_numpy()
    assert (values == values.T).all()
    return ({i: {} for i in ids},
            {frozenset((ids[a], ids[b])): {"weight": values[a][b]}
             for a in range(len(ids)) for b in range(a) if values[a][b]})


def of_dot(objects, edges):
    return objects, joined(edges)


def graphviz_dot(network):
    if not MODULE or not shutil.which("dot"):
        raise Missing("dot")
    done = subprocess.run(["dot", "-Kpatchwork", "-Tdot_json"], check=True,
                          input=write(network, f"{MODULE}:dot"),
                          capture_output=True)
    read = json.loads(done.stdout)
    objects = read.get("objects", [])
    return of_dot({o["name"]: o for o in objects},
                  [(objects[e["tail"]]["name"], objects[e["head"]]["name"], e)
                   for e in read.get("edges", [])])


def pydot_dot(network):
    pydot = package("pydot")
    if not MODULE:
        raise Missing("graphviz.so")
    graph, = pydot.graph_from_dot_data(write(network, f"{MODULE}:dot").decode())

    def plain(quoted):
        return quoted[1:-1].replace('\\"', '"')

    def values(item):
        return {k: plain(v) for k, v in item.get_attributes().items()}
    return of_dot({plain(n.get_name()): values(n) for n in graph.get_nodes()},
                  [(plain(e.get_source()), plain(e.get_destination()),
                    values(e)) for e in graph.get_edges()])


def node_reader(form, *options):
    def read(network):
        if not shutil.which("node") or not os.path.exists(
                os.path.join(FOLDER, "packages")):
            raise Missing("node")
        done = subprocess.run(["node", NODE, form],
                              input=write(network, form, *options),
                              capture_output=True, cwd=FOLDER, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert not done.stderr, done.stderr.decode()
        data = json.loads(done.stdout)
        return data["nodes"], joined(data["ties"])
    return read


def gephi_read(path):
    if not GEPHI.found():
        raise Missing("toolkit of Gephi")
    return GEPHI.read(path)


def of_gephi(network, read, key):
    """Gephi has most weights as floats of 32 bits, and days as moments."""
    ids = {name: node.get(key, name) for name, node in read["nodes"].items()}
    ties = joined([(ids[a], ids[b], tie) for a, b, tie in read["ties"]])
    for ends, want in wanted(network)[1].items():
        found = ties.get(ends, {})
        narrow, = struct.unpack("f", struct.pack("f", want["weight"]))
        if found.get("weight") == narrow:
            found["weight"] = want["weight"]
    for item in [*read["nodes"].values(), *ties.values()]:
        for name, value in item.items():
            if name in ("first", "last") and isinstance(value, list):
                item[name] = time.strftime("%Y-%m-%d",
                                           time.gmtime(value[0] / 1000))
    return {ids[name]: n for name, n in read["nodes"].items()}, ties


def looks(data):
    """x, y, size, r, g, b of each node in GraphML."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    return {node.get("id"): [
        float(node.find(f"{space}data[@key='{key}']").text)
        for key in ("x", "y", "size", "r", "g", "b")]
        for node in xml.etree.ElementTree.fromstring(data).iter(space + "node")}


def check_looks(network, nodes):
    """Gephi gives a place of its own to a node at 0, 0."""
    for key, wanted_look in looks(write(network, "graphml")).items():
        if wanted_look[:2] == [0, 0]:
            nodes[key]["look"][:2] = [0, 0]
        for a, b in zip(nodes[key]["look"], wanted_look):
            assert math.isclose(a, b, rel_tol=1e-6), (key, a, b)


def gephi_reader(exporter, ending, key="id", options=()):
    def read(network):
        name = f"{MODULE}:dot" if exporter == "dot" else exporter
        if exporter == "dot" and not MODULE:
            raise Missing("graphviz.so")
        with file_of(write(network, name, *options), ending) as file:
            found = gephi_read(file.name)
        issues = [i for i in found["issues"] if not i.startswith("INFO")]
        assert not issues, issues
        if exporter != "pajek":  # of which Gephi has all ties directed
            assert not any(t["directed"] for *_, t in found["ties"]), "directed"
        nodes, ties = of_gephi(network, found, key)
        if exporter in ("gexf", "graphml"):
            check_looks(network, nodes)
        return nodes, ties
    return read


def gephi_csv(network):
    with tempfile.TemporaryDirectory() as folder:
        for part in ("nodes", "edges"):
            with open(os.path.join(folder, f"n-{part}.csv"), "wb") as file:
                file.write(write(network, "csv", f"part={part}"))
        return of_gephi(network, gephi_read(folder), "id")


def mermaid(network):
    """Nodes are numbered in the order of the file."""
    ids = list(wanted(network)[0])
    nodes, ties = node_reader("mermaid", "max-ties=500")(network)
    return ({ids[int(n[1:])]: node for n, node in nodes.items()},
            {frozenset(ids[int(n[1:])] for n in ends): tie
             for ends, tie in ties.items()})


# (exporter, reader): how, what becomes of texts, which attributes of nodes and
# of ties the format holds (None: all), and what README says of it.
WHOLE = (None, None, "all")
WEIGHTS = ([], ["weight"], "weights")
CASES = {
    ("json", "networkx"): (networkx_json, same, WHOLE),
    ("graphml", "networkx"): (networkx_graphml, xml_text, WHOLE),
    ("graphml", "igraph"): (igraph_graphml, xml_text, WHOLE),
    ("graphml", "graphology"): (node_reader("graphml"), xml_text, WHOLE),
    ("gexf", "networkx"): (networkx_gexf, xml_text, WHOLE),
    ("gexf", "graphology"): (node_reader("gexf"), xml_text, WHOLE),
    ("csv", "pandas"): (pandas_csv, guarded, WHOLE),
    ("dot", "Graphviz"): (graphviz_dot, dot_text, WHOLE),
    ("dot", "pydot"): (pydot_dot, dot_text, WHOLE),
    ("gml", "networkx"): (networkx_gml, without_controls, WHOLE),
    ("gml", "igraph"): (igraph_gml, one_line, WHOLE),
    ("cyjs", "cytoscape.js"): (node_reader("cytoscape"), same, WHOLE),
    ("graphology", "graphology"): (node_reader("graphology"), same, WHOLE),
    ("neo4j", "pandas"): (pandas_neo4j, one_line, WHOLE),
    ("net", "networkx"): (networkx_pajek, same, WEIGHTS),
    ("net", "igraph"): (igraph_pajek, same, WEIGHTS),
    ("edges", "networkx"): (networkx_edges, same, WEIGHTS),
    ("edges", "igraph"): (igraph_edges, same, WEIGHTS),
    ("matrix", "pandas"): (pandas_matrix, same, WEIGHTS),
    ("gexf", "Gephi"): (gephi_reader("gexf", ".gexf"), xml_text, WHOLE),
    ("graphml", "Gephi"): (gephi_reader("graphml", ".graphml"), xml_text,
                           WHOLE),
    ("csv", "Gephi"): (gephi_csv, guarded, WHOLE),
    ("dot", "Gephi"): (gephi_reader("dot", ".dot"), gephi_dot_text, WHOLE),
    ("gml", "Gephi"): (gephi_reader("gml", ".gml", "key"), without_controls,
                       WHOLE),
    ("net", "Gephi"): (gephi_reader("pajek", ".net", "label", ["names=id"]),
                       same, WEIGHTS),
    ("mmd", "Mermaid"): (mermaid, lambda text: one_line(text).strip(),
                         (["label"], ["weight"], "weights")),
}


# What a reader can't: Gephi takes a backslash in a table for an escape, and of a
# column of GML all values to be what the first one is, be it 32 bits long.
BEYOND = {("csv", "Gephi"): ["nasty"], ("gml", "Gephi"): ["nasty"]}


def check(exporter, reader):
    how, clean, (of_nodes, of_ties, _) = CASES[exporter, reader]
    for network in NETWORKS:
        if network in BEYOND.get((exporter, reader), ()):
            continue
        nodes, ties = wanted(network)
        if exporter == "edges":
            tied = {end for ends in ties for end in ends}
            nodes = {key: node for key, node in nodes.items() if key in tied}
        if exporter == "matrix":
            ties = {key: t for key, t in ties.items() if t["weight"]}
        what = f"{exporter} by {reader}, {network}"
        found = how(network)
        compare(what, found[0], nodes, clean, of_nodes)
        compare(what, found[1], ties, clean, of_ties)


def shown(text):
    """README's table: {(exporter, reader): cell}."""
    lines = [line.strip("|\n ").split(" | ") for line in text.splitlines()
             if line.startswith("|")]
    head = next(i for i, cells in enumerate(lines) if cells[1:] == READERS)
    table = {}
    for cells in lines[head + 2:]:
        if len(cells) != len(READERS) + 1:
            break
        for reader, cell in zip(READERS, cells[1:]):
            if cell != "–":
                table[cells[0], reader] = cell
    return table


def main():
    failed = 0
    found = {}
    for (exporter, reader), (*_, (_, _, cell)) in CASES.items():
        try:
            check(exporter, reader)
            found[exporter, reader] = cell
        except Missing as missing:
            print(f"not checked: {exporter} by {reader}: no {missing}")
            found[exporter, reader] = cell
        except AssertionError as error:
            print(f"FAILED {exporter} by {reader}: {error}")
            failed = 1
    GEPHI.stop()
    with open(README, encoding="utf-8") as file:
        table = shown(file.read())
    if table != found:
        print("README's table should be:")
        for exporter in dict.fromkeys(e for e, _ in CASES):
            print(f"| {exporter} | " + " | ".join(
                found.get((exporter, r), "–") for r in READERS) + " |")
        failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
