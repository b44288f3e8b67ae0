"""Every attribute of every node and tie in every network file, on drawn
networks: read by plain parsers and compared with the JSON exporter's."""
import csv
import io
import json
import random
import unittest
import xml.etree.ElementTree

import drawn
from nasty import NASTY
from program import run

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"
LOOKS = {"size", "r", "g", "b", "x", "y"}
READ = {"long": int, "int": int, "double": float, "string": str,
        "boolean": lambda text: {"true": True, "false": False}[text]}


def awkward():
    """An article about the nasty names, each with a plain one."""
    text, mentions = "", []
    for name in NASTY[:26]:
        for one in (drawn.name_of(0), name):
            start = len(text.encode())
            text += one
            mentions.append({"start": start, "end": len(text.encode()),
                             "type": "person"})
            text += " and "
        text += "others met. "
    return json.dumps({"id": "a;b\"c", "date": "2014-03-29", "text": text,
                       "mentions": mentions})


def corpora():
    """name -> (articles, options)"""
    found = {"nobody": (('{"id":"a","text":"It rained."}',), ()),
             "one": ((drawn.article_of({}, [3]),), ()),
             "one tie": ((drawn.article_of(drawn.path(2)),), ()),
             "awkward": ((awkward(),), ()),
             "npmi": ((drawn.article_of(drawn.grid(3, 3), [12]),),
                      ("--weight", "npmi", "--isolates", "keep")),
             "distance": ((drawn.article_of(drawn.cycle(7)),),
                          ("--window", "article", "--weight", "distance")),
             "llr": ((drawn.article_of(drawn.star(8)),),
                     ("--weight", "llr"))}
    for seed in range(8):
        draw = random.Random(seed)
        found[f"drawn {seed}"] = ((drawn.article_of(
            drawn.at_random(draw, draw.randint(3, 14), .4, 6),
            [20] if seed % 2 else []),), ())
    return found


def written(lines, form, *options):
    return run("build", "-q", "-f", form, "-o", "-", "--copies", "count",
               *options, "-", text="\n".join(lines).encode())


def flat(item):
    """An item of the JSON file as the other files have it."""
    found = {}
    for key, value in item.items():
        if key == "encounters":
            found.update(value)
        elif key == "aliases":
            found[key] = "; ".join(value)
        elif key not in ("evidence", "source", "target"):
            found[key] = value
    if "type" in found:
        found["entity_type"] = found.pop("type")
    return found


class Attributes(unittest.TestCase):
    maxDiff = 2000

    def each(self):
        for name, (lines, options) in corpora().items():
            with self.subTest(name):
                network = json.loads(written(lines, "json", *options))
                nodes = {node["id"]: flat(node) for node in network["nodes"]}
                ties = {(link["source"], link["target"]): flat(link)
                        for link in network["links"]}
                yield lines, options, network["graph"], nodes, ties

    def same(self, found, want, clean=lambda text: text):
        self.assertEqual(set(found), set(want))
        for key, attributes in want.items():
            self.assertEqual(set(found[key]), set(attributes), key)
            for name, value in attributes.items():
                if isinstance(value, str):
                    value = clean(value)
                self.assertEqual(found[key][name], value, (key, name))

    def xml(self, text):
        """What XML 1.0 can hold of a text."""
        return "".join(c for c in text if c in "\t\n\r" or c >= " ")

    def test_graphml(self):
        for lines, options, graph, nodes, ties in self.each():
            root = xml.etree.ElementTree.fromstring(
                written(lines, "graphml", *options))
            keys = {k.get("id"): (k.get("attr.name"), READ[k.get("attr.type")])
                    for k in root.findall(GRAPHML + "key")}

            def data(element):
                values = {keys[d.get("key")][0]:
                          keys[d.get("key")][1](d.text or "")
                          for d in element.findall(GRAPHML + "data")}
                return {k: v for k, v in values.items() if k not in LOOKS}
            body = root.find(GRAPHML + "graph")
            self.same({n.get("id"): {"id": n.get("id"), **data(n)}
                       for n in body.findall(GRAPHML + "node")}, nodes,
                      self.xml)
            self.same({(e.get("source"), e.get("target")): data(e)
                       for e in body.findall(GRAPHML + "edge")}, ties)
            found = dict(line.split(": ", 1) for line in
                         body.find(GRAPHML + "desc").text.split("\n"))
            for name, value in graph["counts"].items():
                self.assertEqual(float(found[name]), value, name)
            self.assertEqual(found["program"], graph["program"])
            for name, value in graph["options"].items():
                self.assertIn(f"{name}={value}",
                              found["options"].split("; "))

    def test_gexf(self):
        for lines, options, _, nodes, ties in self.each():
            root = xml.etree.ElementTree.fromstring(
                written(lines, "gexf", *options))
            types = {block.get("class"): {
                a.get("id"): READ[a.get("type")]
                for a in block.findall(GEXF + "attribute")}
                for block in root.iter(GEXF + "attributes")}

            def values(element, kind):
                return {v.get("for"): types[kind][v.get("for")](v.get("value"))
                        for v in element.iter(GEXF + "attvalue")}
            self.same({n.get("id"): {
                "id": n.get("id"), "label": n.get("label"),
                **values(n, "node")} for n in root.iter(GEXF + "node")},
                nodes, self.xml)
            self.same({(e.get("source"), e.get("target")): {
                "weight": float(e.get("weight")), **values(e, "edge")}
                for e in root.iter(GEXF + "edge")}, ties)

    def rows(self, lines, part, options):
        text = written(lines, "csv", "-x", "part=" + part, "-x",
                       "guard=false", *options).decode()
        return list(csv.DictReader(io.StringIO(text, newline=""),
                                   strict=True))

    def cells(self, row, want, renamed):
        """Empty where there is no value, else what reads back as it."""
        for name, cell in row.items():
            name = renamed.get(name, name)
            if name not in want:
                self.assertIn(name, ("Type", "source_label", "target_label",
                                     "Source", "Target") if cell else (name,))
                continue
            value = want[name]
            if isinstance(value, bool):
                self.assertEqual(cell, "true" if value else "false")
            elif isinstance(value, str):
                self.assertEqual(cell, value)
            else:
                self.assertEqual(float(cell), value, name)

    def test_csv(self):
        for lines, options, _, nodes, ties in self.each():
            rows = self.rows(lines, "nodes", options)
            self.assertEqual([row["Id"] for row in rows], list(nodes))
            for row in rows:
                self.cells(row, nodes[row["Id"]], {"Id": "id",
                                                   "Label": "label"})
            rows = self.rows(lines, "edges", options)
            self.assertEqual([(row["Source"], row["Target"]) for row in rows],
                             list(ties))
            for row in rows:
                self.assertEqual(row["Type"], "Undirected")
                self.assertEqual(row["source_label"],
                                 nodes[row["Source"]]["label"])
                self.assertEqual(row["target_label"],
                                 nodes[row["Target"]]["label"])
                self.cells(row, ties[row["Source"], row["Target"]],
                           {"Weight": "weight"})

    def test_all_in_one_order(self):
        """Nodes and ties stand in every file as in every other."""
        for lines, options, _, nodes, ties in self.each():
            root = xml.etree.ElementTree.fromstring(
                written(lines, "graphml", *options))
            self.assertEqual([n.get("id")
                              for n in root.iter(GRAPHML + "node")],
                             list(nodes))
            self.assertEqual([(e.get("source"), e.get("target"))
                              for e in root.iter(GRAPHML + "edge")],
                             list(ties))
            ids = [e.get("id") for e in root.iter(GRAPHML + "edge")]
            gexf = xml.etree.ElementTree.fromstring(
                written(lines, "gexf", *options))
            self.assertEqual([e.get("id") for e in gexf.iter(GEXF + "edge")],
                             ids)
            self.assertEqual(ids, [f"{a}--{b}" for a, b in ties])


if __name__ == "__main__":
    unittest.main()
