"""What importers expect beyond the formats' own rules, a test a rule; where the
other rules are tested is told in README.md.

rules.py WRITE_NETWORK PROGRAM SAMPLES
"""
import csv
import datetime
import io
import json
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

WRITER, PROGRAM, SAMPLES = sys.argv[1:4]
MADE = ["empty", "one", "nasty", "small", "large"]
GEXF = "{http://www.gexf.net/1.2draft}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def of_made(form, *options):
    for network in MADE:
        yield subprocess.run([WRITER, network, form, *options], check=True,
                             capture_output=True).stdout


def of_samples(form, *options):
    return subprocess.run([PROGRAM, "build", "-q", "-f", form, "-o", "-",
                           *options, SAMPLES], check=True,
                          capture_output=True).stdout


def parsed(data):
    return xml.etree.ElementTree.fromstring(data)


class Gexf(unittest.TestCase):
    def setUp(self):
        self.static = [parsed(data) for data in
                       [*of_made("gexf"), of_samples("gexf")]]
        self.timed = parsed(of_samples("gexf", "--slice", "month"))

    def test_columns_are_named_in_lower_case(self):
        """Gephi has `Count` and `count` for one."""
        for root in [*self.static, self.timed]:
            for column in root.iter(GEXF + "attribute"):
                self.assertRegex(column.get("id"), r"\A[a-z][a-z0-9_]*\Z")
                self.assertEqual(column.get("title"), column.get("id"))

    def test_one_block_of_columns_a_class(self):
        """graphology knows only the last."""
        for root in self.static:
            blocks = [b.get("class") for b in root.iter(GEXF + "attributes")]
            self.assertEqual(blocks, ["node", "edge"])

    def test_all_nodes_have_a_place_or_none(self):
        """Gephi heaps the others up."""
        for root in self.static:
            nodes = list(root.iter(GEXF + "node"))
            placed = [n for n in nodes
                      if n.find(GEXF[:-1] + "/viz}position") is not None]
            self.assertIn(len(placed), (0, len(nodes)))

    def test_colours_have_no_hex(self):
        """It makes networkx fail."""
        for root in self.static:
            for colour in root.iter(GEXF[:-1] + "/viz}color"):
                self.assertEqual(set(colour.attrib), set("rgba"))

    def test_no_tie_says_how_it_is_directed(self):
        for root in [*self.static, self.timed]:
            self.assertEqual(root.find(GEXF + "graph").get("defaultedgetype"),
                             "undirected")
            for edge in root.iter(GEXF + "edge"):
                self.assertIsNone(edge.get("type"))

    def test_time_is_in_closed_intervals_of_days(self):
        graph = self.timed.find(GEXF + "graph")
        self.assertEqual(graph.get("timeformat"), "date")
        self.assertEqual(graph.get("timerepresentation"), "interval")
        timed = [item for item in self.timed.iter()
                 if item.tag == GEXF + "spell" or "start" in item.attrib]
        self.assertGreater(len(timed), 100)
        for item in timed:
            for end in ("start", "end"):
                self.assertRegex(item.get(end), r"\A\d{4}-\d\d-\d\d\Z")
            self.assertLessEqual(item.get("start"), item.get("end"))
            self.assertIsNone(item.get("timestamp"))

    def test_the_weight_in_time_has_its_own_name(self):
        block, = [b for b in self.timed.iter(GEXF + "attributes")
                  if (b.get("class"), b.get("mode")) == ("edge", "dynamic")]
        self.assertIn("weight", [column.get("id") for column in block])


class Others(unittest.TestCase):
    def test_graphml_keys_are_of_nodes_or_edges(self):
        """graphology refuses "all"; Gephi takes the id for the column's name."""
        for data in of_made("graphml"):
            for key in parsed(data).iter(GRAPHML + "key"):
                self.assertIn(key.get("for"), ("node", "edge"))
                name = key.get("attr.name")
                self.assertIn(key.get("id"), (name, "edge." + name))
                self.assertIn(key.get("attr.type"),
                              ("boolean", "int", "long", "double", "string"))

    def test_tables_begin_with_the_names_that_gephi_knows(self):
        for part, names in (("nodes", ["Id", "Label"]),
                            ("edges", ["Source", "Target", "Type"])):
            for data in of_made("csv", "part=" + part):
                row = next(csv.reader(io.StringIO(data.decode())))
                self.assertEqual(row[:len(names)], names)  # and no BOM

    def test_graphology_nodes_have_a_place_and_no_type(self):
        """sigma throws without numbers, and at a type that it can't draw."""
        for data in of_made("graphology"):
            graph = json.loads(data)
            self.assertEqual(graph["options"], {
                "type": "undirected", "multi": False, "allowSelfLoops": False})
            for node in graph["nodes"]:
                for name in ("x", "y", "size"):
                    self.assertIsInstance(node["attributes"][name], float)
                self.assertNotIn("type", node["attributes"])

    def test_cytoscape_ids_are_texts_of_one_space(self):
        for data in of_made("cytoscape"):
            elements = json.loads(data)["elements"]
            ids = [item["data"]["id"] for kind in elements.values()
                   for item in kind]
            self.assertTrue(all(isinstance(i, str) for i in ids))
            self.assertEqual(len(ids), len(set(ids)))
            for node in elements["nodes"]:
                self.assertIn("name", node["data"])
            for edge in elements["edges"]:
                self.assertIn("interaction", edge["data"])

    def test_json_says_what_networkx_asks_for(self):
        for data in of_made("json"):
            graph = json.loads(data)
            self.assertFalse(graph["directed"] or graph["multigraph"])
            self.assertIsInstance(graph["graph"], dict)
            self.assertTrue(all("id" in node for node in graph["nodes"]))


class Neo4j(unittest.TestCase):
    """Read as its importer reads: heads NAME:TYPE by the grammar of the
    Operations Manual ("Import: header files"), cells by the type, one line a
    row, nothing for an empty cell. It runs on Java and isn't at hand here, so
    this is stricter where the manual leaves room."""
    READ = {"string": str, "long": int, "double": float,
            "boolean": {"true": True, "false": False}.__getitem__,
            "date": datetime.date.fromisoformat}
    HEAD = re.compile(r"(?P<name>\w*):(?P<type>[A-Za-z_]+)(?P<list>\[\])?")
    OWN = {"ID", "LABEL", "START_ID", "END_ID", "TYPE"}

    def table(self, data):
        lines = data.decode().splitlines()
        self.assertEqual("\n".join([*lines, ""]), data.decode())
        self.assertFalse(set(data.decode()) & set("\r\x85\u2028\u2029"))
        rows = [next(csv.reader([line], strict=True)) for line in lines]
        heads = [self.HEAD.fullmatch(cell) for cell in rows[0]]
        self.assertTrue(all(heads), rows[0])
        names = [h["name"] for h in heads if h["type"] not in self.OWN]
        self.assertEqual(len(set(names)), len(names))
        self.assertTrue(all(names))
        return [self.row(heads, row) for row in rows[1:]]

    def row(self, heads, row):
        self.assertEqual(len(row), len(heads))
        found = {}
        for head, cell in zip(heads, row):
            if head["type"] in self.OWN:
                self.assertTrue(cell, head[0])
                self.assertIsNone(head["list"])
                found[head["type"]] = cell
                continue
            read = self.READ[head["type"]]
            cells = cell.split(";") if head["list"] else [cell]
            found[head["name"]] = [read(c) for c in cells if cell]
        return found

    def check(self, nodes, ties):
        ids = [node["ID"] for node in self.table(nodes)]
        self.assertEqual(len(set(ids)), len(ids))
        for tie in self.table(ties):
            self.assertLessEqual({tie["START_ID"], tie["END_ID"]}, set(ids))
            self.assertIn(tie["TYPE"], ("MET", "NAMED_WITH"))
        return ids

    def test_made_networks(self):
        for nodes, ties in zip(of_made("neo4j", "part=nodes"),
                               of_made("neo4j", "part=edges")):
            self.check(nodes, ties)

    def test_samples(self):
        ids = self.check(of_samples("neo4j", "-x", "part=nodes"),
                         of_samples("neo4j", "-x", "part=edges"))
        self.assertIn("john-kerry", ids)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
