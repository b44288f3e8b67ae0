"""A network through time: slices add up, in every form of the report."""
import csv
import io
import json
import unittest
import xml.etree.ElementTree

try:
    import networkx
except ImportError:
    networkx = None

from program import ARTICLES, build, run, ties


def report(form, *options):
    return run("report", "-q", "-f", form, "--rows", "0", *options,
               ARTICLES).decode()


def sliced(*options):
    return json.loads(report("json", "--slice", *options))


class Slices(unittest.TestCase):
    def test_counts_add_up_to_the_whole(self):
        whole = ties(build())
        for unit in ("day", "week", "month", "quarter", "year"):
            with self.subTest(unit):
                made = sliced(unit)
                self.assertEqual(sum(row["articles"] for row in made["slices"]),
                                 made["summary"]["articles"])
                counts = {}
                for row in made["slice_ties"]:
                    pair = frozenset((row["source"], row["target"]))
                    counts[pair] = counts.get(pair, 0) + row["count"]
                self.assertEqual(counts, {pair: tie["count"]
                                          for pair, tie in whole.items()})

    def test_one_slice_is_the_whole(self):
        """The samples lie within one year when slid over many."""
        made = sliced("year", "--slide", "50")
        self.assertEqual(len(made["slices"]), 1)
        values = {row["id"]: row["value"] for row in made["slice_nodes"]}
        self.assertEqual(values, {row["id"]: row["strength"]
                                  for row in made["nodes"]
                                  if row["id"] in values})
        self.assertEqual(made["slices"][0]["ties"], made["summary"]["ties"])

    def test_ranks_follow_the_measure(self):
        for measure in ("strength", "pagerank", "degree"):
            made = sliced("month", "--sort", measure)
            before = {}
            for name in [row["slice"] for row in made["slices"]]:
                rows = [row for row in made["slice_nodes"]
                        if row["slice"] == name]
                values = [row["value"] for row in rows]
                self.assertEqual(values, sorted(values, reverse=True))
                self.assertEqual([row["rank"] for row in rows],
                                 list(range(1, len(rows) + 1)))
                self.assertTrue(all(row["rank_before"] == before.get(row["id"])
                                    for row in rows))
                before = {row["id"]: row["rank"] for row in rows}

    def test_states_of_ties(self):
        seen = {}
        names = [row["slice"] for row in sliced("month")["slices"]]
        for row in sliced("month")["slice_ties"]:
            pair = (row["source"], row["target"])
            seen.setdefault(pair, []).append(
                (names.index(row["slice"]), row["state"]))
        for states in seen.values():
            words = [word for _, word in sorted(states)]
            self.assertEqual(words, ["only"] if len(words) == 1 else
                             ["first", *["lasts"] * (len(words) - 2), "last"])

    def test_a_csv_holds_the_names_in_time(self):
        rows = list(csv.DictReader(io.StringIO(report("csv", "--slice",
                                                      "month"))))
        self.assertEqual([(row["slice"], row["id"]) for row in rows],
                         [(row["slice"], row["id"])
                          for row in sliced("month")["slice_nodes"]])

    def test_people_read_what_changed(self):
        for form in ("terminal", "markdown", "html"):
            text = report(form, "--slice", "month")
            for heading in ("In time", "Rank in each", "What changed",
                            "Strongest ties in time"):
                self.assertIn(heading, text)
        self.assertNotIn("What changed", report("terminal"))

    def test_groups_have_members_in_their_slices(self):
        made = sliced("quarter")
        names = [row["slice"] for row in made["slices"]]
        for track in made["tracks"]:
            slices = {row["slice"] for row in made["slice_nodes"]
                      if row["community"] == track["community"]}
            self.assertEqual(min(slices, key=names.index), track["first"])
            self.assertEqual(max(slices, key=names.index), track["last"])
            self.assertEqual(len(slices), track["slices"])

    def test_settings_say_how_time_was_cut(self):
        options = sliced("week", "--slide", "2")["method"]["options"]
        self.assertEqual((options["slice"], options["slide"]), ("week", "2"))


class Files(unittest.TestCase):
    def test_json_has_the_slices_of_the_report(self):
        made, told = build("--slice", "month"), sliced("month")
        slices = made["graph"]["slices"]
        self.assertEqual([(s["name"], s["first"], s["last"], s["articles"],
                           s["nodes"], s["ties"]) for s in slices],
                         [(s["slice"], s["first"], s["last"], s["articles"],
                           s["nodes"], s["ties"]) for s in told["slices"]])
        rows = {(slices[at["slice"]]["name"], node["id"]):
                (at["mentions"], at["strength"], at.get("community"))
                for node in made["nodes"] for at in node["slices"]}
        self.assertEqual(rows, {(row["slice"], row["id"]):
                                (row["mentions"], row["value"],
                                 row["community"])
                                for row in told["slice_nodes"]})
        rows = {(slices[at["slice"]]["name"], tie["source"], tie["target"]):
                (at["weight"], at["count"], at["events"])
                for tie in made["links"] for at in tie["slices"]}
        self.assertEqual(rows, {(row["slice"], row["source"], row["target"]):
                                (row["weight"], row["count"], row["events"])
                                for row in told["slice_ties"]})
        self.assertNotIn("slices", build()["graph"])

    def test_gexf_has_them_as_time(self):
        for options in (("month",), ("quarter", "--slide", "2")):
            for version in ("1.2", "1.3"):
                self.check_gexf(options, version)

    def check_gexf(self, options, version):
        root = xml.etree.ElementTree.fromstring(
            run("build", "-q", "-f", "gexf", "-o", "-", "-x",
                f"version={version}", "--slice", *options, ARTICLES))
        space = root.tag[:root.tag.index("}") + 1]
        graph = root.find(f"{space}graph")
        self.assertEqual((graph.get("mode"), graph.get("timeformat"),
                          graph.get("timerepresentation")),
                         ("dynamic", "date", "interval"))
        columns = [(block.get("class"), block.get("mode"))
                   for block in graph.findall(f"{space}attributes")]
        self.assertEqual(columns, [("node", "static"), ("node", "dynamic"),
                                   ("edge", "static"), ("edge", "dynamic")])
        made = build("--slice", *options)
        weights = {(tie["source"], tie["target"]):
                   [at["weight"] for at in tie["slices"]]
                   for tie in made["links"]}
        for edge in graph.iter(f"{space}edge"):
            values = [value for value in edge.iter(f"{space}attvalue")
                      if value.get("for") == "weight"]
            self.assertEqual([float(value.get("value")) for value in values],
                             weights[edge.get("source"), edge.get("target")])
            self.check_times(values)
        for node in graph.iter(f"{space}node"):
            spells = list(node.iter(f"{space}spell"))
            self.check_times(spells)
            values = [value for value in node.iter(f"{space}attvalue")
                      if value.get("for") == "mentions_in_time"]
            self.assertTrue(all(
                any(spell.get("start") <= value.get("start") and
                    value.get("end") <= spell.get("end") for spell in spells)
                for value in values))

    def check_times(self, spans):
        """Days that follow one another without touching."""
        days = [day for span in spans for day in (span.get("start"),
                                                  span.get("end"))]
        self.assertEqual(days, sorted(days))
        self.assertTrue(all(end < start for end, start in
                            zip(days[1::2], days[2::2])), days)

    @unittest.skipUnless(networkx, "networkx is not installed")
    def test_networkx_reads_time(self):
        for options in (("month",), ("week", "--slide", "3")):
            graph = networkx.read_gexf(io.BytesIO(
                run("build", "-q", "-f", "gexf", "-o", "-", "--slice",
                    *options, ARTICLES)))
            made = build("--slice", *options)
            self.assertEqual(len(graph), len(made["nodes"]))
            for node in made["nodes"]:
                found = graph.nodes[node["id"]]
                self.assertEqual(
                    [value for value, _, _ in
                     found.get("mentions_in_time", [])],
                    [at["mentions"] for at in node["slices"]])
                self.assertEqual(found["mentions"], node["mentions"])
                self.assertEqual(bool(found.get("spells")),
                                 bool(node["slices"]))


if __name__ == "__main__":
    unittest.main()
