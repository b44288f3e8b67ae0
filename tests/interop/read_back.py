"""Reads every exporter's output with somebody else's reader and compares.

read_back.py WRITE_NETWORK [GRAPHVIZ_MODULE]: 0 when all agree. A reader that is
not installed is named and left out.
"""
import csv
import io
import json
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

WRITER = sys.argv[1]
MODULES = sys.argv[2:]
NETWORKS = ["empty", "one", "nasty", "small", "large"]
SVG = "{http://www.w3.org/2000/svg}"
failures = []


def run(*arguments):
    done = subprocess.run([WRITER, *arguments], capture_output=True)
    if done.returncode != 0:
        raise SystemExit(f"{arguments}: {done.stderr.decode()}")
    return done.stdout


def expected(network):
    nodes, ties = {}, {}
    for line in run(network, "expected").decode().splitlines():
        kind, a, b, number, integer = line.split("\t")
        a, b = (bytes.fromhex(x).decode() for x in (a, b))
        if kind == "node":
            nodes[a] = (b, float(number), int(integer))
        else:
            ties[frozenset((a, b))] = (float(number), int(integer))
    return nodes, ties


def xml_text(text):
    """What XML 1.0 can hold of a text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def check(what, network, nodes, ties, clean=lambda text: text):
    """nodes: id -> (label, strength, mentions); ties: ids -> (weight, meet)."""
    want_nodes, want_ties = expected(network)
    want_nodes = {i: (clean(label), s, m)
                  for i, (label, s, m) in want_nodes.items()}
    for name, found, want in (("nodes", nodes, want_nodes),
                              ("ties", ties, want_ties)):
        if found != want:
            for key in list(want) + [k for k in found if k not in want]:
                if found.get(key) != want.get(key):
                    failures.append(f"{what} {network} {name}: {key!r} is "
                                    f"{found.get(key)!r}, expected "
                                    f"{want.get(key)!r}")
                    break


def from_networkx(graph):
    nodes = {i: (d.get("label"), d["strength"], d["mentions"])
             for i, d in graph.nodes(data=True)}
    ties = {}
    for a, b, d in graph.edges(data=True):
        meet = d["encounters"]["meet"] if "encounters" in d else d["meet"]
        ties[frozenset((a, b))] = (d["weight"], meet)
    return nodes, ties


def networkx_formats(nx):
    for network in NETWORKS:
        graph = nx.read_graphml(io.BytesIO(run(network, "graphml")))
        check("networkx graphml", network, *from_networkx(graph), xml_text)
        graph = nx.read_gexf(io.BytesIO(run(network, "gexf")))
        check("networkx gexf", network, *from_networkx(graph), xml_text)
        for key in ("links", "edges", "both"):
            data = json.loads(run(network, "json", f"edges-key={key}"))
            assert ("links" in data) == (key != "edges")
            assert ("edges" in data) == (key != "links")
            data.setdefault("links", data.get("edges"))
            data["edges"] = data.get("edges", data["links"])
            graph = nx.node_link_graph(data)
            assert not graph.is_directed() and not graph.is_multigraph()
            check(f"networkx json {key}", network, *from_networkx(graph))


def igraph_formats(ig):
    for network in NETWORKS:
        with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
            file.write(run(network, "graphml"))
            file.flush()
            graph = ig.Graph.Read_GraphML(file.name)
        assert not graph.is_directed()
        nodes = {v["id"]: (v["label"], v["strength"], int(v["mentions"]))
                 for v in graph.vs}
        ties = {frozenset(graph.vs[e.tuple]["id"]): (e["weight"],
                                                     int(e["meet"]))
                for e in graph.es}
        check("igraph graphml", network, nodes, ties, xml_text)


# What pandas takes for a missing value if nothing is said.
MISSING = {"", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN",
           "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN",
           "None", "n/a", "nan", "null"}


def cell_text(text):
    """What a table holds of a text: no control character but tab and line
    ends, and an apostrophe before what would not be read as a text."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "", text)
    taken = text[:1] in tuple("=+-@\t\r") or text in MISSING
    return "'" + text if taken and text else text


def csv_format():
    for network in NETWORKS:
        for delimiter, name in ((",", "comma"), (";", "semicolon"),
                                ("\t", "tab")):
            def rows(part):
                text = run(network, "csv", f"part={part}",
                           f"delimiter={name}").decode()
                assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]",
                                     text)
                return list(csv.DictReader(io.StringIO(text, newline=""),
                                           delimiter=delimiter, strict=True))
            nodes = {r["Id"]: (r["Label"], float(r["strength"]),
                               int(r["mentions"])) for r in rows("nodes")}
            ties = {}
            for r in rows("edges"):
                assert r["Type"] == "Undirected" and None not in r
                ties[frozenset((r["Source"], r["Target"]))] = (
                    float(r["Weight"]), int(r["meet"]))
            check(f"csv {name}", network, nodes, ties, cell_text)
    assert run("small", "csv") == run("small", "csv", "part=edges")


def csv_by_pandas(pandas):
    from_csv = (lambda network, part, *options: pandas.read_csv(
        io.BytesIO(run(network, "csv", f"part={part}", *options)),
        keep_default_na=not options))
    for network in NETWORKS:
        for options, clean in (((), cell_text), (("guard=false",), lambda text:
                                re.sub("^'", "", cell_text(text)))):
            nodes = {r["Id"]: (r["Label"], r["strength"], r["mentions"])
                     for _, r in from_csv(network, "nodes", *options).iterrows()}
            edges = from_csv(network, "edges", *options)
            ties = {frozenset((r["Source"], r["Target"])):
                    (r["Weight"], r["meet"]) for _, r in edges.iterrows()}
            check(f"pandas {options}", network, nodes, ties, clean)


def json_evidence():
    data = json.loads(run("small", "json"))
    assert data["graph"]["options"] == {"window": "sentence", "odd": "a=b",
                                        "bare": ""}, data["graph"]
    assert data["graph"]["counts"] == {"nodes": 20}, data["graph"]
    for tie in data["links"]:
        assert len(tie["evidence"]) == tie["count"] % 3, tie
    proof = next(t["evidence"][1] for t in data["links"]
                 if len(t["evidence"]) > 1)
    assert proof == {"article": "a.txt", "date": "2014-03-29",
                     "sentence": 'They "met" <there>.', "field": "text",
                     "kind": "meet", "status": "held", "start": 3, "end": 9,
                     "share": 0.125, "confidence": 0.5}, proof
    assert data["articles"] == [
        {"id": "a.txt"},
        {"id": "b.txt", "date": "2014-03-29", "copy_of": "a.txt"}]
    assert b'"weight":0.0' in run("nasty", "json")  # and not -0.0
    data = json.loads(run("small", "json", "evidence=1"))
    assert max(len(t["evidence"]) for t in data["links"]) == 1


def gexf_looks():
    text = run("small", "gexf", "version=1.3").decode()
    assert 'xmlns="http://gexf.net/1.3"' in text
    assert len(set(re.findall(r'viz:size value="([^"]+)"', text))) > 5
    assert len(set(re.findall(r"<viz:color ([^/]+)/", text))) == 3
    assert "creator>entente" in text


def well_formed():
    for network in NETWORKS:
        for form in ("graphml", "gexf"):
            done = subprocess.run(["xmllint", "--noout", "-"],
                                  input=run(network, form),
                                  capture_output=True)
            if done.returncode != 0:
                failures.append(f"xmllint {form} {network}: {done.stderr}")


def shown(text):
    """What a label can show of a text: control characters become blanks."""
    return re.sub("[\ufffe\uffff\x7f-\x9f]", "",
                  re.sub("[\x00-\x09\x0b-\x1f]", " ", text))


def dot_text(text):
    """What DOT can hold of a text: line ends are blanks, control characters
    left out, and a backslash never stands alone before a quote or the end."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "",
                  re.sub("[\t\n\r]", " ", text))
    return re.sub(r'(?<!\\)((?:\\\\)*)\\("|$)', r'\1\\\\\2', text)


def dot_items(network, what, nodes, ties):
    """Compares attributes as a reader of DOT gives them, all of them texts."""
    for item in nodes.values():
        if item["aliases"] != item["label"] or item["entity_type"] != "person":
            failures.append(f"{what} {network}: {item}")
    check(what, network,
          {i: (n["label"], float(n["strength"]), int(n["mentions"]))
           for i, n in nodes.items()},
          {ends: (float(t["weight"]), int(t["meet"]))
           for ends, t in ties.items()}, dot_text)


def dot_by_graphviz():
    for network in NETWORKS:
        text = run(network, f"{MODULES[0]}:dot")
        done = subprocess.run(["dot", "-Kpatchwork", "-Tdot_json"], input=text,
                              capture_output=True, check=True)
        if done.stderr:
            failures.append(f"dot {network}: {done.stderr}")
        read = json.loads(done.stdout)
        objects = read.get("objects", [])
        assert not read["directed"]
        dot_items(network, "dot", {o["name"]: o for o in objects},
                  {frozenset((objects[e["tail"]]["name"],
                              objects[e["head"]]["name"])): e
                   for e in read.get("edges", [])})
    text = run("large", f"{MODULES[0]}:dot", "max-nodes=10", "max-ties=5")
    assert 5 <= text.count(b" -- ") <= 10, text
    done = subprocess.run(["sfdp", "-Goverlap=prism", "-Tsvg"],
                          input=run("nasty", f"{MODULES[0]}:dot"),
                          capture_output=True, check=True)
    svg = xml.etree.ElementTree.fromstring(done.stdout)
    texts = {"".join(t.itertext()) for t in svg.iter(SVG + "text")}
    assert "Miles \"Tails\" O'Neil <chief> & son" in texts, texts


def dot_by_pydot(pydot):
    def plain(quoted):
        assert quoted[0] == quoted[-1] == '"', quoted
        return quoted[1:-1].replace('\\"', '"')
    for network in NETWORKS:
        text = run(network, f"{MODULES[0]}:dot").decode()
        graphs = pydot.graph_from_dot_data(text)
        assert len(graphs) == 1, graphs
        def values(item):
            return {k: plain(v) for k, v in item.get_attributes().items()}
        dot_items(network, "pydot",
                  {plain(n.get_name()): values(n)
                   for n in graphs[0].get_nodes()},
                  {frozenset((plain(e.get_source()),
                              plain(e.get_destination()))): values(e)
                   for e in graphs[0].get_edges()})


def dot_statements():
    """Gephi stops at what sets defaults, and takes others for nodes."""
    for network in NETWORKS:
        lines = run(network, f"{MODULES[0]}:dot").decode().splitlines()
        comment, head, *body, foot = lines
        assert comment.startswith("// ") and head == 'graph "entente" {', head
        assert foot == "}"
        string = r'"(?:[^"\\]|\\.)*"'
        for line in body:
            assert re.fullmatch(
                rf"  {string}(?: -- {string})? "
                rf"\[\w+={string}(?:, \w+={string})*\]", line), line


def pictures():
    """Each picture begins as its kind does; what is drawn can be counted."""
    starts = {"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}
    for network in NETWORKS + ["huge"]:
        for form, start in starts.items():
            found = run(network, f"{MODULES[0]}:{form}")
            assert found.startswith(start), (network, form, found[:20])
    for form in starts: # whatever the hour and the addresses
        found = {run("large", f"{MODULES[0]}:{form}") for _ in range(5)}
        assert len(found) == 1, form
    for date in re.findall(rb"/CreationDate \(D:(\d+)",
                           run("one", f"{MODULES[0]}:pdf")):
        assert date == b"19700101000000", date
    for network, nodes in (("empty", 0), ("one", 1), ("nasty", 13),
                           ("small", 20), ("large", 100)):
        text = run(network, f"{MODULES[0]}:svg", "max-ties=0")
        svg = xml.etree.ElementTree.fromstring(text)
        kinds = [g.get("class") for g in svg.iter(SVG + "g")]
        texts = {"".join(t.itertext()) for t in svg.iter(SVG + "text")}
        labels, ties = expected(network)
        assert kinds.count("node name") == nodes, (network, kinds)
        drawn = [k for k in kinds if k in ("edge contact", "edge together")]
        assert len(drawn) == len(ties), network
        # Names that would cover others are left out.
        assert kinds.count("node label") >= 0.9 * nodes, (network, kinds)
        found = {"".join(t.split()) for t in texts}
        for label, _, _ in labels.values():
            label = xml_text(shown(label)).strip()
            wanted = "".join(label.split())
            assert wanted in found or nodes > 20, (network, label, texts)
    text = run("small", f"{MODULES[0]}:svg", "labels=3", "legend=false",
               "title=Who & whom").decode()
    assert len(re.findall('class="node (?:name|label)"', text)) == 23 and "Who &amp; whom" in text
    assert "Colour" not in text
    text = run("huge", f"{MODULES[0]}:svg", "max-nodes=99").decode()
    assert "The 99 strongest of 1000 nodes" in text
    small, large = (struct.unpack(">II", run("small", f"{MODULES[0]}:png",
                                             f"dpi={dpi}")[16:24])
                    for dpi in (48, 96))
    assert 1.9 < large[0] / small[0] < 2.1, (small, large)


def main():
    checks = [(csv_format, ()), (json_evidence, ()), (gexf_looks, ())]
    skipped = []
    try:
        import networkx
        checks.append((networkx_formats, (networkx,)))
    except ImportError:
        skipped.append("networkx")
    try:
        import igraph
        checks.append((igraph_formats, (igraph,)))
    except ImportError:
        skipped.append("igraph")
    try:
        import pandas
        checks.append((csv_by_pandas, (pandas,)))
    except ImportError:
        skipped.append("pandas")
    if shutil.which("xmllint"):
        checks.append((well_formed, ()))
    else:
        skipped.append("xmllint")
    if MODULES:
        checks.append((pictures, ()))
        checks.append((dot_statements, ()))
        if shutil.which("dot"):
            checks.append((dot_by_graphviz, ()))
        else:
            skipped.append("dot")
        try:
            import pydot
            checks.append((dot_by_pydot, (pydot,)))
        except ImportError:
            skipped.append("pydot")
    for check_format, arguments in checks:
        check_format(*arguments)
    for failure in failures:
        print(failure)
    print("ran", len(checks), "kinds of reader; not installed:",
          ", ".join(skipped) or "none")
    return 1 if failures else 0


sys.exit(main())
