"""Every output format says the same of the samples as the JSON one."""
import csv
import io
import json
import math
import os
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

from program import ARTICLES, MEASURES, build, nodes, run, ties

try:
    import networkx
except ImportError:
    networkx = None
try:
    import igraph
except ImportError:
    igraph = None

NODE_NUMBERS = ["mentions", "articles", "degree", "strength", "betweenness",
                "closeness", "eigenvector", "pagerank", "component",
                "community"]
CONTACTS = ["meet", "call", "joint"]
# Types keep a name that is no person from the default network.
OPTIONS = ("--types", "person,org,place")


def written(form, *options):
    return run("build", "-q", "-f", form, "-o", "-", *OPTIONS, *options,
               ARTICLES)


class Formats(unittest.TestCase):
    def same(self, form, found_nodes, found_ties):
        """found_nodes: id -> attributes; found_ties: ends -> attributes."""
        network = build(*OPTIONS)
        want_nodes, want_ties = nodes(network), ties(network)
        self.assertGreater(len(want_ties), 100)
        self.assertEqual(set(found_nodes), set(want_nodes), form)
        self.assertEqual(set(found_ties), set(want_ties), form)
        for key, want in want_nodes.items():
            found = found_nodes[key]
            self.assertEqual(found["label"], want["label"])
            for name in NODE_NUMBERS:
                self.near(found[name], want[name], (form, key, name))
        for key, want in want_ties.items():
            found = found_ties[key]
            for name in ["weight"] + MEASURES:
                self.near(found[name], want[name], (form, key, name))
            for name in CONTACTS:
                self.assertEqual(int(found[name]), want["encounters"][name])
            self.assertEqual(found["first"], want["first"], (form, key))
            self.assertEqual(found["last"], want["last"], (form, key))

    def near(self, found, want, where):
        self.assertTrue(math.isclose(float(found), float(want), rel_tol=1e-9,
                                     abs_tol=1e-12), (where, found, want))

    def from_networkx(self, form, graph):
        self.assertFalse(graph.is_directed())
        self.assertFalse(graph.is_multigraph())
        edges = {}
        for a, b, data in graph.edges(data=True):
            edges[frozenset((a, b))] = {**data.get("encounters", {}), **data}
        self.same(form, dict(graph.nodes(data=True)), edges)

    @unittest.skipUnless(networkx, "needs networkx")
    def test_graphml_by_networkx(self):
        self.from_networkx("graphml", networkx.read_graphml(
            io.BytesIO(written("graphml"))))

    @unittest.skipUnless(networkx, "needs networkx")
    def test_gexf_by_networkx(self):
        self.from_networkx("gexf", networkx.read_gexf(
            io.BytesIO(written("gexf"))))

    @unittest.skipUnless(networkx, "needs networkx")
    def test_json_by_networkx(self):
        self.from_networkx("json", networkx.node_link_graph(
            json.loads(written("json", "-x", "edges-key=both"))))

    @unittest.skipUnless(igraph, "needs python-igraph")
    def test_graphml_by_igraph(self):
        with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
            file.write(written("graphml"))
            file.flush()
            graph = igraph.Graph.Read_GraphML(file.name)
        self.assertFalse(graph.is_directed())
        self.same("igraph", {v["id"]: v.attributes() for v in graph.vs},
                  {frozenset(graph.vs[e.tuple]["id"]): e.attributes()
                   for e in graph.es})

    @unittest.skipUnless(shutil.which("dot"), "needs Graphviz")
    def test_dot_by_graphviz(self):
        forms = run("exporters").decode()
        if "\ndot " not in forms:
            self.skipTest("built without Graphviz")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "all.dot")
            run("build", "-q", *OPTIONS, ARTICLES, "-x", "max-nodes=0",
                "-x", "max-ties=0", "-o", path)
            read = json.loads(subprocess.run(
                ["dot", "-Kpatchwork", "-Tdot_json", path], check=True,
                capture_output=True).stdout)
        objects = read["objects"]
        self.same("dot", {o["name"]: o for o in objects},
                  {frozenset(objects[e[end]]["name"]
                             for end in ("tail", "head")): e
                   for e in read["edges"]})

    def test_csv(self):
        def rows(part):
            text = written("csv", "-x", f"part={part}").decode()
            return list(csv.DictReader(io.StringIO(text, newline=""),
                                       strict=True))
        self.same("csv",
                  {row["Id"]: {**row, "label": row["Label"]}
                   for row in rows("nodes")},
                  {frozenset((row["Source"], row["Target"])):
                   {**row, "weight": row["Weight"]}
                   for row in rows("edges")})

    def test_keys_of_json(self):
        network = build(*OPTIONS)
        for key, other in (("links", "edges"), ("edges", "links")):
            alone = json.loads(written("json", "-x", f"edges-key={key}"))
            self.assertNotIn(other, alone)
            self.assertEqual(alone[key], network["links"])
        # With both keys the second copy goes without the evidence.
        self.assertEqual(network["edges"],
                         [{name: value for name, value in link.items()
                           if name != "evidence"}
                          for link in network["links"]])

    def test_summary_counts_what_is_there(self):
        network = build(*OPTIONS)
        counts = network["graph"]["counts"]
        n = len(network["nodes"])
        self.assertEqual(counts["nodes"], n)
        self.assertEqual(counts["ties"], len(network["links"]))
        self.assertAlmostEqual(counts["density"],
                               2 * len(network["links"]) / (n * (n - 1)))
        for name in ("component", "community"):
            numbers = {node[name] for node in network["nodes"]}
            plural = {"component": "components", "community": "communities"}
            self.assertEqual(numbers, set(range(counts[plural[name]])))

    def test_evidence_adds_up(self):
        for link in build()["links"]:
            self.assertEqual(len(link["evidence"]), link["count"])
            self.assertAlmostEqual(sum(e["share"] for e in link["evidence"]),
                                   1, places=5)
            self.assertEqual(len({e["article"] for e in link["evidence"]}),
                             link["articles"])
            dates = [e["date"] for e in link["evidence"]]
            self.assertEqual((min(dates), max(dates)),
                             (link["first"], link["last"]))

    def test_the_best_evidence_comes_first(self):
        """By what is stated; what only names two, the newest first."""
        order = ["held", "planned", "proposed", "denied", None]
        stated = 0
        for link in build()["links"]:
            places = [order.index(e.get("status")) for e in link["evidence"]]
            self.assertEqual(places, sorted(places))
            named = [e["date"] for e in link["evidence"] if "kind" not in e]
            self.assertEqual(named, sorted(named, reverse=True))
            stated += len(set(places)) > 1
        self.assertGreater(stated, 5)

    def test_evidence_stands_in_its_article(self):
        fields = {}
        for line in run("articles", "-q", ARTICLES).splitlines():
            article = json.loads(line)
            fields[article["id"]] = article
        for link in build()["links"]:
            for proof in link["evidence"]:
                text = fields[proof["article"]][proof["field"]].encode()
                found = text[proof["start"]:proof["end"]].decode()
                self.assertEqual(" ".join(found.split()),
                                 " ".join(proof["sentence"].split()))

    def test_xml_of_all_kinds_parses(self):
        for form in ("graphml", "gexf"):
            root = xml.etree.ElementTree.fromstring(written(form))
            kinds = [element.tag.rsplit("}")[-1] for element in root.iter()]
            self.assertEqual(kinds.count("node"), len(build(*OPTIONS)["nodes"]))
            self.assertEqual(kinds.count("edge"), len(build(*OPTIONS)["links"]))


if __name__ == "__main__":
    unittest.main()
