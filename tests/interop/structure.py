"""The rules of GraphML and GEXF that readers rely on, checked one by one.

structure.py WRITE_NETWORK PROGRAM SAMPLES [TEST...]

Checks what the made-up networks and the samples come out as. Neither format's
schema says all of it: that ids are
unique, ends exist and numbers are numbers is in their texts alone.
"""
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                "..", "cli"))
from nasty import NASTY  # noqa: E402

WRITER, PROGRAM, SAMPLES = sys.argv[1:4]
MADE = ["empty", "one", "nasty", "small", "large", "huge"]
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = {"1.2": "http://www.gexf.net/1.2draft", "1.3": "http://gexf.net/1.3"}
# What XML Schema takes for each type that the two formats declare.
NUMBER = r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?"
TYPES = {"string": r"(?s:.*)", "boolean": "true|false",
         "int": r"-?\d+", "long": r"-?\d+", "double": NUMBER, "float": NUMBER}
NAME = r"[A-Za-z_][\w.-]*"

def output(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True,
                          timeout=120, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.stderr.decode()}")
    return done.stdout


def of_made(network, form, *options):
    return output(WRITER, network, form, *options)


def of_samples(form, *options):
    return output(PROGRAM, "build", "-q", "-f", form, "-o", "-", *options,
                  SAMPLES)


def of_names(names, form, *options):
    """A ring of persons with these names, through the whole program."""
    lines = []
    for i, name in enumerate(names):
        text, mentions = "", []
        for one in (name, names[(i + 1) % len(names)]):
            start = len(text.encode())
            text += one
            mentions.append({"start": start, "end": len(text.encode()),
                             "type": "person"})
            text += " met "
        lines.append(json.dumps({"id": str(i), "text": text + "them.",
                                 "mentions": mentions}))
    return output(PROGRAM, "build", "-q", "-f", form, "-o", "-", "--resolve",
                  "corpus", "--copies", "count", *options, "-",
                  text="\n".join(lines).encode())


def everything(form, *options):
    """(name, bytes) of all that is looked at."""
    for network in MADE:
        yield network, of_made(network, form, *options)
    extra = [word for option in options for word in ("-x", option)]
    yield "samples", of_samples(form, *extra)
    yield "samples of all types", of_samples(
        form, "--types", "person,org,place,misc", *extra)
    for weight in ("distance", "jaccard", "npmi", "llr"):
        yield weight, of_samples(form, "--weight", weight, *extra)
    yield "names", of_names(NASTY, form, *extra)


class Structure(unittest.TestCase):
    """What both formats share."""

    def plain_bytes(self, data):
        """UTF-8, no control characters, no byte order mark, LF alone."""
        text = data.decode("utf-8")
        self.assertTrue(text.startswith("<?xml version=\"1.0\" "
                                        "encoding=\"UTF-8\"?>\n"))
        self.assertTrue(text.endswith(">\n"))
        self.assertIsNone(re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", text))

    def unique(self, names):
        names = list(names)
        self.assertEqual(len(names), len(set(names)))
        return set(names)

    def ends(self, edges, ids):
        """Ends exist; no pair has two edges and no node one to itself."""
        pairs = [frozenset((e.get("source"), e.get("target"))) for e in edges]
        for pair in pairs:
            self.assertEqual(len(pair), 2)
            self.assertLessEqual(pair, ids)
        self.unique(pairs)

    def typed(self, value, kind):
        self.assertRegex(value or "", f"^(?:{TYPES[kind]})$")


class GraphMl(Structure):
    def each(self):
        for name, data in everything("graphml"):
            with self.subTest(name):
                yield name, data, xml.etree.ElementTree.fromstring(data)

    def test_bytes_are_plain(self):
        for _, data, _ in self.each():
            self.plain_bytes(data)

    def test_elements_stand_where_they_may(self):
        """The content model of the schema, in its order."""
        inside = {"graphml": ["key", "graph"], "graph": ["desc", "node",
                                                         "edge"],
                  "node": ["data"], "edge": ["data"], "key": [], "data": [],
                  "desc": []}
        attributes = {
            "graphml": set(), "graph": {"id", "edgedefault"}, "node": {"id"},
            "desc": set(),
            "edge": {"id", "source", "target"}, "data": {"key"},
            "key": {"id", "for", "attr.name", "attr.type"}}
        for _, _, root in self.each():
            self.assertEqual(root.tag, GRAPHML + "graphml")
            self.assertEqual(len(root.findall(GRAPHML + "graph")), 1)
            for element in root.iter():
                tag = element.tag.removeprefix(GRAPHML)
                children = [c.tag.removeprefix(GRAPHML) for c in element]
                places = [inside[tag].index(c) for c in children]
                self.assertEqual(places, sorted(places))
                own = {a for a in element.attrib if not a.startswith("{")}
                self.assertEqual(own, attributes[tag])
                if tag not in ("data", "desc"):
                    self.assertEqual((element.text or "").strip(), "")

    def test_keys_are_declared_and_fit(self):
        for name, _, root in self.each():
            keys = {k.get("id"): k for k in root.findall(GRAPHML + "key")}
            self.assertEqual(len(keys), len(root.findall(GRAPHML + "key")))
            for key in keys.values():
                self.assertRegex(key.get("id"), f"^{NAME}$")
                self.assertIn(key.get("attr.type"), TYPES)
                # Gephi warns of each attribute of the graph.
                self.assertIn(key.get("for"), ("node", "edge"))
            self.unique((k.get("for"), k.get("attr.name"))
                        for k in keys.values())
            used = set()
            for element in root.iter():
                tag = element.tag.removeprefix(GRAPHML)
                found = [d.get("key") for d in element.findall(
                    GRAPHML + "data")]
                used |= self.unique(found)
                for data in element.findall(GRAPHML + "data"):
                    key = keys[data.get("key")]
                    self.assertEqual(key.get("for"), tag)
                    self.typed(data.text, key.get("attr.type"))
            if name == "samples":
                self.assertEqual(set(keys) - used, set())

    def test_the_network_is_described(self):
        for _, _, root in self.each():
            lines = root.find(f"{GRAPHML}graph/{GRAPHML}desc").text.split("\n")
            facts = dict(line.split(": ", 1) for line in lines)
            self.assertEqual(facts["program"], "entente")
            self.assertEqual(int(facts["nodes"]),
                             len(list(root.iter(GRAPHML + "node"))))

    def test_looks_are_those_of_gexf(self):
        space = "{" + GEXF["1.2"] + "}"
        viz = space[:-1] + "/viz}"
        for network in MADE:
            root = xml.etree.ElementTree.fromstring(of_made(network, "graphml"))
            found = {n.get("id"): tuple(
                float(n.find(f"{GRAPHML}data[@key='{look}']").text)
                for look in ("size", "r", "g", "b", "x", "y"))
                for n in root.iter(GRAPHML + "node")}
            root = xml.etree.ElementTree.fromstring(of_made(network, "gexf"))
            wanted = {n.get("id"): (float(n.find(viz + "size").get("value")), *(
                float(n.find(viz + "color").get(part)) for part in "rgb"), *(
                float(n.find(viz + "position").get(axis)) for axis in "xy"))
                for n in root.iter(space + "node")}
            self.assertEqual(found, wanted)

    def test_ids_are_unique_and_ends_exist(self):
        for _, _, root in self.each():
            graph = root.find(GRAPHML + "graph")
            self.assertEqual(graph.get("edgedefault"), "undirected")
            nodes = graph.findall(GRAPHML + "node")
            edges = graph.findall(GRAPHML + "edge")
            ids = self.unique(n.get("id") for n in nodes)
            self.unique(e.get("id") for e in edges)
            self.ends(edges, ids)


class Gexf(Structure):
    def each(self):
        for version, space in GEXF.items():
            for name, data in everything("gexf", f"version={version}"):
                with self.subTest(f"{name}, {version}"):
                    yield (version, "{" + space + "}", data,
                           xml.etree.ElementTree.fromstring(data))

    def test_bytes_are_plain(self):
        for _, _, data, _ in self.each():
            self.plain_bytes(data)

    def test_elements_stand_where_they_may(self):
        inside = {"gexf": ["meta", "graph"],
                  "meta": ["creator", "description"],
                  "graph": ["attributes", "nodes", "edges"],
                  "attributes": ["attribute"], "nodes": ["node"],
                  "edges": ["edge"], "node": ["attvalues", "size", "color",
                                           "position"],
                  "edge": ["attvalues"], "attvalues": ["attvalue"]}
        attributes = {
            "gexf": {"version"}, "graph": {"defaultedgetype", "mode"},
            "attributes": {"class", "mode"}, "node": {"id", "label"},
            "attribute": {"id", "title", "type"}, "attvalue": {"for", "value"},
            "edge": {"id", "source", "target", "weight"}, "size": {"value"},
            "color": {"r", "g", "b", "a"}, "position": {"x", "y", "z"}}
        for version, space, _, root in self.each():
            self.assertEqual(root.tag, space + "gexf")
            self.assertEqual(root.get("version"), version)
            for element in root.iter():
                tag = re.sub("{.*}", "", element.tag)
                self.assertEqual(element.tag.startswith(
                    space[:-1] + "/viz}"), tag in ("size", "color", "position"))
                places = [inside[tag].index(re.sub("{.*}", "", c.tag))
                          for c in element]
                self.assertEqual(places, sorted(places))
                self.assertEqual(set(element.attrib),
                                 attributes.get(tag, set()))

    def test_columns_are_declared_and_fit(self):
        for _, space, _, root in self.each():
            graph = root.find(space + "graph")
            self.assertEqual(graph.get("defaultedgetype"), "undirected")
            columns = {}
            for block in graph.findall(space + "attributes"):
                self.assertEqual(block.get("mode"), "static")
                self.assertNotIn(block.get("class"), columns)
                found = block.findall(space + "attribute")
                # Gephi lower-cases ids: what differs by case is the same.
                self.unique(a.get("id").lower() for a in found)
                for one in found:
                    self.assertEqual(one.get("id"), one.get("id").strip())
                columns[block.get("class")] = {
                    a.get("id"): a.get("type") for a in found}
            self.assertEqual(set(columns), {"node", "edge"})
            for kind in ("node", "edge"):
                for item in graph.iter(space + kind):
                    values = list(item.iter(space + "attvalue"))
                    self.unique(v.get("for") for v in values)
                    for value in values:
                        self.typed(value.get("value"),
                                   columns[kind][value.get("for")])

    def test_ids_are_unique_and_ends_exist(self):
        for _, space, _, root in self.each():
            ids = self.unique(n.get("id") for n in root.iter(space + "node"))
            edges = list(root.iter(space + "edge"))
            self.unique(e.get("id") for e in edges)
            self.ends(edges, ids)
            for edge in edges:
                self.typed(edge.get("weight"), "double")

    def test_looks_are_within_bounds(self):
        for _, space, _, root in self.each():
            viz = space[:-1] + "/viz}"
            for node in root.iter(space + "node"):
                size = node.find(viz + "size")
                self.assertEqual(next(iter(size.attrib)), "value")
                self.assertTrue(6 <= float(size.get("value")) <= 50)
                colour = node.find(viz + "color")
                for part in "rgb":
                    self.assertIn(int(colour.get(part)), range(256))


class Names(unittest.TestCase):
    """Whatever a person is called comes back from every reader."""

    def labels_of(self, form, *options):
        data = of_names(NASTY, form, *options)
        return {node["id"]: node["label"]
                for node in json.loads(data)["nodes"]}

    def expected(self):
        return {key: re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "",
                            label)
                for key, label in self.labels_of("json").items()}

    def test_json_keeps_them_all(self):
        labels = self.labels_of("json").values()
        self.assertGreaterEqual(len(labels), len(NASTY) - 5)
        for part in ("😀", "]]>", "<script>", "&amp;", "王小明"):
            self.assertTrue(any(part in label for label in labels), part)

    def test_very_long_names_are_whole(self):
        for letter in ("x", "é", "中", "😀"):
            for more in range(4):
                name = "A" * more + letter * 1000
                nodes = json.loads(of_names([name, "Ann Dunn"],
                                            "json"))["nodes"]
                self.assertIn(name, [node["label"] for node in nodes])

    def test_graphml_by_the_standard_parser(self):
        root = xml.etree.ElementTree.fromstring(of_names(NASTY, "graphml"))
        found = {}
        for node in root.iter(GRAPHML + "node"):
            for data in node.findall(GRAPHML + "data"):
                if data.get("key") == "label":
                    found[node.get("id")] = data.text
        self.assertEqual(found, self.expected())

    def test_gexf_by_the_standard_parser(self):
        root = xml.etree.ElementTree.fromstring(of_names(NASTY, "gexf"))
        space = "{" + GEXF["1.2"] + "}"
        found = {n.get("id"): n.get("label")
                 for n in root.iter(space + "node")}
        self.assertEqual(found, self.expected())

    def test_by_networkx(self):
        try:
            import networkx
        except ImportError:
            self.skipTest("needs networkx")
        for read, form in ((networkx.read_graphml, "graphml"),
                           (networkx.read_gexf, "gexf")):
            graph = read(io.BytesIO(of_names(NASTY, form)))
            self.assertEqual({n: d["label"]
                              for n, d in graph.nodes(data=True)},
                             self.expected())

    def test_by_igraph(self):
        try:
            import igraph
        except ImportError:
            self.skipTest("needs python-igraph")
        with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
            file.write(of_names(NASTY, "graphml"))
            file.flush()
            graph = igraph.Graph.Read_GraphML(file.name)
        self.assertEqual({v["id"]: v["label"] for v in graph.vs},
                         self.expected())

    def test_formulas_are_guarded_in_tables(self):
        import csv
        data = of_names(NASTY, "csv", "-x", "part=nodes").decode()
        rows = list(csv.DictReader(io.StringIO(data, newline=""), strict=True))
        self.assertEqual({row["Id"] for row in rows}, set(self.expected()))
        for row in rows:
            for cell in row.values():
                if cell and not re.fullmatch(NUMBER, cell):
                    self.assertNotIn(cell[0], "=+-@\t\r", row)

    def test_names_that_mean_missing_to_pandas(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("needs pandas")
        names = ["NaN", "NULL", "Null", "None", "NA", "Nan Null", "True", "1e5"]
        nodes, edges = (pandas.read_csv(io.BytesIO(of_names(
            names, "csv", "-x", "part=" + part))) for part in
            ("nodes", "edges"))
        found = list(nodes["Label"]) + list(edges["source_label"])
        self.assertEqual({str(label).lstrip("'") for label in found},
                         set(self.names_of(names)))
        for column in ("Id", "Label"):
            self.assertTrue(all(isinstance(x, str) for x in nodes[column]))
        for column in ("Source", "Target"):
            self.assertLessEqual(set(edges[column]), set(nodes["Id"]))

    def names_of(self, names):
        return {n["label"] for n in json.loads(of_names(names, "json"))["nodes"]}


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
