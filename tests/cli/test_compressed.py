"""Every exporter's file compressed: "who.gexf.gz" holds what "who.gexf" does."""
import gzip
import json
import os
import pathlib
import tempfile
import unittest

from program import ARTICLES, SAMPLES, run, start

SAMPLE = os.path.join(SAMPLES, ARTICLES)


def endings():
    """Each exporter's endings, and its table of nodes if it has parts."""
    for exporter in json.loads(run("exporters", "--json")):
        for ending in exporter["extensions"]:
            yield "who." + ending
            if any(option["name"] == "part" for option in exporter["options"]):
                yield "who-nodes." + ending
                yield "who-edges." + ending


class Compressed(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = pathlib.Path(made.name)

    def build(self, *names):
        outputs = [word for name in names for word in ("-o", name)]
        run("build", "-q", *outputs, SAMPLE, folder=self.folder)
        return [(self.folder / name).read_bytes() for name in names]

    def test_every_ending(self):
        names = list(endings())
        self.assertGreater(len(names), 20)
        for name in names:
            with self.subTest(name):
                plain, packed = self.build(name, name + ".gz")
                self.assertEqual(gzip.decompress(packed), plain)
                # No time and no name: the same bytes whenever it is written.
                self.assertEqual(packed[:9], b"\x1f\x8b\x08" + 6 * b"\0")

    def test_in_capitals(self):
        plain, packed = self.build("WHO.GEXF", "WHO.GEXF.GZ")
        self.assertEqual(gzip.decompress(packed), plain)

    def test_with_a_named_format(self):
        run("build", "-q", "-f", "gml", "-o", "who.gz", SAMPLE,
            folder=self.folder)
        self.assertTrue(gzip.decompress(
            (self.folder / "who.gz").read_bytes()).startswith(b"graph [\n"))

    def test_longest_ending_counts(self):
        edges, table = self.build("who-edges.neo4j.csv.gz", "who-edges.csv.gz")
        self.assertTrue(gzip.decompress(edges).startswith(b":START_ID,"))
        self.assertTrue(gzip.decompress(table).startswith(b"Source,"))

    def test_unknown_ending(self):
        for name in ("who.gz", "who.foo.gz", ".gz", "gexf.gz"):
            with self.subTest(name):
                done = start("build", "-q", "-o", name, SAMPLE,
                             folder=self.folder)
                self.assertEqual(done.returncode, 2)
                self.assertIn(f"the extension of '{name}'",
                              done.stderr.decode())
                self.assertEqual(os.listdir(self.folder), [])

    def test_a_full_disk(self):
        full = self.folder / "who.gexf.gz"
        full.symlink_to("/dev/full")
        done = start("build", "-q", "-o", full.name, SAMPLE,
                     folder=self.folder)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(b"No space left", done.stderr)


if __name__ == "__main__":
    unittest.main()
