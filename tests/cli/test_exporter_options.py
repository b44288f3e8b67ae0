"""Options of the exporters: wrong ones are told with what is expected, right
ones do what their help says."""
import csv
import io
import json
import os
import pathlib
import re
import struct
import tempfile
import unittest

from program import ARTICLES, SAMPLES, build, nodes, run, start, ties

SVG_NODE = re.compile(r'<g id="[^"]*" class="node (?:name|label)">')
SVG_EDGE = re.compile(r'<g id="[^"]*" class="edge (?:contact|together)">')


def written(form, *options):
    """What an exporter writes of the samples, given its options."""
    words = [word for option in options for word in ("-x", option)]
    return run("build", "-q", "-f", form, "-o", "-", *words, ARTICLES)


def has_pictures():
    return b"svg" in run("exporters")


class Wrong(unittest.TestCase):
    def refused(self, form, option, message):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "out")
            with self.subTest(f"{form} {option}"):
                done = start("build", "-q", "-f", form, "-o", path, "-x",
                             option, ARTICLES)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stderr.decode().splitlines(),
                                 ["entente: -x: " + message,
                                  "entente: try 'entente build --help'"])
                self.assertEqual(os.listdir(folder), [])

    def test_unknown_options(self):
        for form, has in (("json", "edges-key, evidence"), ("gexf", "version"),
                          ("graphml", "none"),
                          ("csv", "part, delimiter, guard")):
            for option in ("colour=red", "Version=1.2", "=", "=x", " part=x"):
                name = option.split("=")[0]
                self.refused(form, option, f"expected an option of {form} "
                             f"({has}), found '{name}'")
                self.refused(form, f"{form}:{option}", f"exporter '{form}' "
                             f"has no option '{name}'; it has: {has}")

    def test_no_value(self):
        for option in ("evidence", "colour", "json:evidence"):
            self.refused("json", option, "expected NAME=VALUE or "
                         f"EXPORTER:NAME=VALUE, found '{option}'")

    def test_exporters_that_have_nothing_to_do(self):
        for form in ("svg", "gexf", "", "JSON", "json "):
            self.refused("json", form + ":evidence=1",
                         f"no -o uses an exporter '{form}'")

    def test_values_of_another_kind(self):
        for form, option, expected in (
                ("json", "evidence=many", "a whole number of at least -1"),
                ("json", "evidence=", "a whole number of at least -1"),
                ("json", "evidence=1.5", "a whole number of at least -1"),
                ("json", "evidence=1e3", "a whole number of at least -1"),
                ("json", "evidence=99999999999999999999", "a whole number of at least -1"),
                ("json", "evidence=-2", "a whole number of at least -1"),
                ("json", "edges-key=both,links", "links|edges|both"),
                ("json", "edges-key=", "links|edges|both"),
                ("json", "edges-key=Links", "links|edges|both"),
                ("gexf", "version=1.1", "1.2|1.3"),
                ("gexf", "version=1.2 ", "1.2|1.3"),
                ("csv", "part=all", "auto|edges|nodes"),
                ("csv", "delimiter=,", "comma|semicolon|tab"),
                ("csv", "guard=maybe", "true or false"),
                ("csv", "guard=TRUE", "true or false")):
            name, value = option.split("=", 1)
            self.refused(form, option, f"option '{name}' of exporter '{form}':"
                         f" expected {expected}, found '{value}'")

    def test_pictures_that_nobody_can_draw(self):
        if not has_pictures():
            self.skipTest("needs the exporters on Graphviz")
        for form in ("svg", "png", "pdf"):
            for dpi in ("0", "-1", "9.99", "1200.5", "1e9", "1e-300",
                        "1e999"):
                self.refused(form, "dpi=" + dpi, f"option 'dpi' of exporter "
                             f"'{form}': expected a number from 10 to 1200, "
                             f"found '{dpi}'")
            self.refused(form, "max-nodes=-2", f"option 'max-nodes' of "
                         f"exporter '{form}': expected a whole number of at "
                         "least -1, found '-2'")
        done = start("build", "-q", "-f", "png", "-o", "-", "-x", "dpi=1200",
                     "-x", "width=500", ARTICLES)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertRegex(done.stderr.decode(),
                         r"expected at most \d+ dpi for a picture of this "
                         r"size, found 1200\n$")


class Looks(unittest.TestCase):
    """--theme and --page are options of pictures by another name."""

    def setUp(self):
        if not has_pictures():
            self.skipTest("needs the exporters on Graphviz")

    def picture(self, *options):
        return run("build", "-q", "-f", "svg", "-o", "-", *options, ARTICLES)

    def test_are_those_options(self):
        for short, long in (
                (("--theme", "dark"), ("theme=dark",)),
                (("--page", "A4"), ("page=A4",)),
                (("--page", "180x120.5"), ("width=180", "height=120.5"))):
            self.assertEqual(self.picture(*short), written("svg", *long))

    def test_the_more_exact_counts(self):
        self.assertEqual(self.picture("--theme", "dark", "-x", "theme=print"),
                         written("svg", "theme=print"))

    def test_need_a_picture(self):
        for option, value in (("--theme", "dark"), ("--page", "A4"),
                              ("--page", "20x30")):
            done = start("build", "-q", "-f", "json", "-o", "-", option, value,
                         ARTICLES)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(f"entente: {option}: expected -o with a picture",
                          done.stderr.decode())

    def test_as_many_options_as_there_may_be(self):
        many = ["-x", "dpi=96"] * 64
        self.assertEqual(self.picture("--theme", "dark", "--page", "90x90",
                                      *many),
                         written("svg", "theme=dark", "width=90", "height=90"))

    def test_a_layout_that_nothing_shows(self):
        done = start("build", "-q", "-f", "json", "-o", "-", "--layout",
                     "force", ARTICLES)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr.decode(),
                         "entente: warning: --layout changes nothing: none of "
                         "the outputs shows places\n")


class Json(unittest.TestCase):
    def test_names_of_the_ties(self):
        want = build()["links"]
        for key, members in (("links", {"links"}), ("edges", {"edges"}),
                             ("both", {"links", "edges"})):
            network = json.loads(written("json", "edges-key=" + key))
            self.assertEqual({"links", "edges"} & set(network), members)
            for member in members:
                self.assertEqual(
                    [(e["source"], e["target"], e["weight"])
                     for e in network[member]],
                    [(e["source"], e["target"], e["weight"]) for e in want])

    def test_evidence_is_limited(self):
        whole = build()["links"]
        for most in (0, 1, 3, 1000):
            found = json.loads(written("json", f"evidence={most}",
                                       "edges-key=links"))["links"]
            for link, all_of_it in zip(found, whole):
                self.assertEqual(link["evidence"],
                                 all_of_it["evidence"][:most])
        self.assertEqual(json.loads(written("json", "evidence=-1"))["links"],
                         whole)

    def test_members_are_those_of_the_contract(self):
        network = build()
        self.assertEqual((network["directed"], network["multigraph"]),
                         (False, False))
        self.assertLessEqual({"program", "version", "options", "counts"},
                             set(network["graph"]))
        for node in network["nodes"]:
            self.assertLessEqual(
                {"id", "label", "type", "aliases", "mentions", "articles",
                 "degree", "strength", "community", "component"}, set(node))
        for link in network["links"]:
            self.assertLessEqual(
                {"source", "target", "weight", "count", "articles", "jaccard",
                 "npmi", "llr", "encounters", "evidence"}, set(link))
            self.assertEqual(set(link["encounters"]),
                             {"meet", "call", "joint"})
            for proof in link["evidence"]:
                self.assertLessEqual({"article", "sentence", "start", "end",
                                      "field", "share"}, set(proof))
                self.assertIn(proof["field"], ("title", "text"))


class Tables(unittest.TestCase):
    def rows(self, delimiter, *options):
        text = written("csv", *options).decode()
        return list(csv.DictReader(io.StringIO(text, newline=""),
                                   delimiter=delimiter, strict=True))

    def test_delimiters(self):
        for name, mark in (("comma", ","), ("semicolon", ";"), ("tab", "\t")):
            for part in ("nodes", "edges"):
                rows = self.rows(mark, "delimiter=" + name, "part=" + part)
                self.assertEqual(rows, self.rows(",", "part=" + part))
                for row in rows:
                    self.assertNotIn(None, row)
                    self.assertNotIn(None, row.values())

    def test_parts_by_option_and_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("net-nodes.csv", "net-edges.csv", "net.csv"):
                run("build", "-q", "-o", os.path.join(folder, name), ARTICLES)
            read = {path.name: path.read_bytes()
                    for path in pathlib.Path(folder).iterdir()}
        self.assertEqual(read["net-nodes.csv"], written("csv", "part=nodes"))
        self.assertEqual(read["net-edges.csv"], written("csv", "part=edges"))
        self.assertEqual(read["net.csv"], read["net-edges.csv"])

    def test_a_table_of_ties_tells_of_the_nodes(self):
        def told(*words):
            return start("build", *words, ARTICLES).stderr.decode()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "net.csv")
            note = (f"entente: {path}: holds only the ties; "
                    "-o NAME-nodes.csv writes")
            self.assertIn(note, told("-o", path))
            self.assertNotIn("only the ties", told("-q", "-o", path))
            for name in ("net-nodes.csv", "net-edges.csv"):
                self.assertNotIn("the ties alone", told(
                    "-o", os.path.join(folder, name)))
            self.assertNotIn("the ties alone", told("-x", "part=edges",
                                                    "-o", path))

    def test_rows_are_the_network(self):
        self.assertEqual({row["Id"]: row["Label"]
                          for row in self.rows(",", "part=nodes")},
                         {node["id"]: node["label"]
                          for node in nodes(build()).values()})
        self.assertEqual({frozenset((row["Source"], row["Target"])):
                          float(row["Weight"])
                          for row in self.rows(",", "part=edges")},
                         {pair: link["weight"]
                          for pair, link in ties(build()).items()})


class Pictures(unittest.TestCase):
    def setUp(self):
        if not has_pictures():
            self.skipTest("needs the exporters on Graphviz")

    def test_fewer_nodes_and_ties(self):
        strongest = sorted(nodes(build()).values(),
                           key=lambda node: -node["strength"])
        for most in (3, 10, 30):
            text = written("svg", f"max-nodes={most}").decode()
            # A circle and a label for each.
            self.assertLessEqual(len(SVG_NODE.findall(text)), 2 * most)
            self.assertIn(strongest[0]["label"], text)
            self.assertNotIn(">" + strongest[-1]["label"] + "<", text)
            self.assertIn("strongest of", text)
        few = len(SVG_EDGE.findall(written("svg", "max-ties=5").decode()))
        all_of_them = len(SVG_EDGE.findall(written(
            "svg", "max-ties=0", "max-nodes=0").decode()))
        self.assertLess(few, all_of_them)
        self.assertEqual(all_of_them, len(build()["links"]))

    def test_labels_title_and_legend(self):
        text = written("svg", "labels=2", "title=Who & whom <1>").decode()
        strongest = sorted(nodes(build()).values(),
                           key=lambda node: -node["strength"])
        for node in strongest[:2]:
            self.assertIn(">" + node["label"] + "</text>", text)
        self.assertNotIn(">" + strongest[5]["label"] + "</text>", text)
        self.assertIn("Who &amp; whom &lt;1&gt;", text)
        self.assertIn("Colour: community", text)
        self.assertNotIn("Colour: community",
                         written("svg", "legend=no").decode())

    def test_size_follows_dpi(self):
        def size(dpi):
            return struct.unpack(">II", written("png",
                                                f"dpi={dpi}")[16:24])
        small, large = size(48), size(96)
        for a, b in zip(small, large):
            self.assertAlmostEqual(b / a, 2, delta=.05)

    def test_dot_has_the_whole_network_unless_told(self):
        whole = written("dot").decode()
        self.assertEqual(whole.count(" -- "), len(build()["links"]))
        few = written("dot", "max-nodes=5").decode()
        self.assertLessEqual(few.count(" -- "), 10)

    def test_several_files_of_one_run_are_those_of_several(self):
        forms = ["a.svg", "b.json", "c.graphml", "d.gexf", "e.dot", "f.csv"]
        with tempfile.TemporaryDirectory() as folder:
            words = [word for name in forms
                     for word in ("-o", os.path.join(folder, name))]
            run("build", "-q", *words, ARTICLES)
            for name in forms:
                with open(os.path.join(folder, name), "rb") as file:
                    self.assertEqual(file.read(),
                                     written(name.split(".")[1]), name)

    def test_the_shipped_picture_is_one(self):
        with open(os.path.join(SAMPLES, "who-meets-whom.svg"),
                  encoding="utf-8") as file:
            text = file.read()
        self.assertGreater(len(SVG_NODE.findall(text)), 10)


if __name__ == "__main__":
    unittest.main()
