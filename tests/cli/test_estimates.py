"""Measures that are estimated say so everywhere; and what measures describe."""
import csv
import io
import json
import unittest

from program import ARTICLES, build, nodes, run, start, ties

ESTIMATED = ("betweenness", "closeness")
FILTERS = (("--top", "10"), ("--backbone", "0.3"), ("--component", "largest"),
           ("--ego", "Barack Obama", "--hops", "1"))


def report(form, *options):
    return run("report", "-q", "-f", form, *options, ARTICLES).decode()


class Estimates(unittest.TestCase):
    def test_each_node_has_its_error(self):
        found = build("--samples", "8")
        self.assertEqual(found["graph"]["counts"]["samples"], 8)
        self.assertEqual(found["graph"]["options"]["samples"], "8")
        self.assertTrue(any("estimates" in warning
                            for warning in found["graph"]["warnings"]))
        for node in found["nodes"]:
            for name in ESTIMATED:
                self.assertGreaterEqual(node[name + "_error"], 0)
        self.assertTrue(any(node["betweenness_error"] > 0
                            for node in found["nodes"]))

    def test_estimates_are_near(self):
        exact, found = nodes(build()), nodes(build("--samples", "30"))
        off = sum(abs(found[i]["betweenness"] - exact[i]["betweenness"])
                  for i in exact)
        error = sum(found[i]["betweenness_error"] for i in exact)
        self.assertGreater(off, 0)
        self.assertLess(off, 2 * error)

    def test_exact_ones_have_none(self):
        for options in ((), ("--exact",), ("--samples", "1000")):
            found = build(*options)
            self.assertEqual(found["graph"]["counts"]["samples"], 0)
            self.assertEqual(found["graph"]["warnings"], [])
            for node in found["nodes"]:
                self.assertNotIn("betweenness_error", node)

    def test_every_format_carries_the_errors(self):
        for form in ("gexf", "graphml"):
            text = run("build", "-q", "-f", form, "-o", "-", "--samples", "8",
                       ARTICLES).decode()
            for name in ESTIMATED:
                self.assertIn(name + "_error", text)
        rows = list(csv.DictReader(io.StringIO(run(
            "build", "-q", "-f", "csv", "-x", "part=nodes", "-o", "-",
            "--samples", "8", ARTICLES).decode())))
        self.assertIn("closeness_error", rows[0])

    def test_every_report_says_so(self):
        for form in ("terminal", "markdown", "html"):
            self.assertIn("Estimated from 8 names", report(form, "--samples",
                                                           "8"))
            self.assertNotIn("Estimates", report(form))
        self.assertIn("betweenness_error",
                      report("csv", "--samples", "8").splitlines()[0])
        found = json.loads(report("json", "--samples", "8"))
        self.assertEqual(found["summary"]["samples"], 8)
        self.assertIn("betweenness_error", found["nodes"][0])

    def test_one_of_the_two(self):
        done = start("report", "--exact", "--samples", "8", ARTICLES)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--exact and --samples", done.stderr)


class WhatIsMeasured(unittest.TestCase):
    def test_filters_leave_measures_alone(self):
        whole = nodes(build())
        for options in FILTERS:
            part = build(*options)
            self.assertLess(len(part["nodes"]), len(whole), options)
            for key, node in nodes(part).items():
                self.assertEqual(node, whole[key], options)
            counts = part["graph"]["counts"]
            self.assertEqual(counts["nodes"], len(part["nodes"]))
            self.assertEqual(counts["measured_nodes"], len(whole))
            self.assertTrue(any("measures describe" in warning for warning in
                                part["graph"]["warnings"]))

    def test_shown_turns_that_round(self):
        for options in FILTERS:
            part = build(*options, "--measure", "shown")
            degree = dict.fromkeys(nodes(part), 0)
            for pair in ties(part):
                for key in pair:
                    degree[key] += 1
            self.assertEqual({key: node["degree"]
                              for key, node in nodes(part).items()}, degree)
            self.assertEqual(part["graph"]["warnings"], [])

    def test_what_makes_the_network_is_measured(self):
        """min-weight and its like define the network, they don't choose."""
        found = build("--min-weight", "2")
        counts = found["graph"]["counts"]
        self.assertEqual(counts["measured_nodes"], counts["nodes"])
        self.assertEqual(sum(n["degree"] for n in found["nodes"]),
                         2 * len(found["links"]))

    def test_reports_say_which(self):
        self.assertIn("the whole network", report("terminal", "--top", "5"))
        self.assertNotIn("the whole network",
                         report("terminal", "--top", "5", "--measure",
                                "shown"))
        found = json.loads(report("json", "--top", "5"))["summary"]
        self.assertEqual(found["nodes"], 5)
        self.assertGreater(found["measured_nodes"], 5)

    def test_reports_rank_by_any_measure(self):
        for measure in ("degree", "betweenness", "pagerank"):
            rows = csv.DictReader(io.StringIO(report("csv", "--sort", measure)))
            values = [float(row[measure]) for row in rows]
            self.assertEqual(values, sorted(values, reverse=True))


if __name__ == "__main__":
    unittest.main()
