"""Gephi's timeline shows what JSON tells of each slice.

timeline.py ENTENTE ARTICLES FOLDER    FOLDER: where gephi.sh put the toolkit
"""
import datetime
import json
import os
import subprocess
import sys
import tempfile
import unittest

from gephi import Gephi

ENTENTE, ARTICLES, FOLDER = sys.argv[1:4]
GEPHI = Gephi(FOLDER)


def moment(day):
    day = datetime.datetime.fromisoformat(day)
    return day.replace(tzinfo=datetime.timezone.utc).timestamp() * 1000


def spells(data, item):
    """From when to when the item is there: slices that follow one another are
    one spell."""
    found = []
    for number in [s["slice"] for s in item["slices"]]:
        time = data["graph"]["slices"][number]
        if found and found[-1][2] == number - 1:
            found[-1][1:] = [moment(time["last"]), number]
        else:
            found.append([moment(time["first"]), moment(time["last"]), number])
    return [spell[:2] for spell in found]


def values(data, item, name):
    times = data["graph"]["slices"]
    return [[moment(times[s["slice"]]["first"]),
             moment(times[s["slice"]]["last"]), s[name]]
            for s in item["slices"] if name in s]


@unittest.skipUnless(GEPHI.found(), "needs java and Gephi's toolkit")
class Timeline(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            gexf = os.path.join(folder, "n.gexf")
            path = os.path.join(folder, "n.json")
            subprocess.run([ENTENTE, "build", ARTICLES, "-q", "--slice",
                            "month", "-o", gexf, "-o", path], check=True)
            cls.read = GEPHI.read(gexf)
            with open(path, encoding="utf-8") as file:
                cls.data = json.load(file)
        GEPHI.stop()

    def compare(self, found, item, names):
        """`names`: what changes, in JSON and in GEXF."""
        self.assertEqual(found["timeset"], spells(self.data, item))
        for name, column in names.items():
            self.assertEqual(found[column] or [],
                             values(self.data, item, name), (item, name))

    def test_nothing_is_said_of_the_file(self):
        self.assertEqual([i for i in self.read["issues"]
                          if not i.startswith("INFO")], [])

    def test_nodes(self):
        self.assertEqual(len(self.read["nodes"]), len(self.data["nodes"]))
        for node in self.data["nodes"]:
            self.compare(self.read["nodes"][node["id"]], node,
                         {name: f"{name}_in_time" for name in
                          ("mentions", "degree", "strength", "community")})

    def test_ties(self):
        ties = {(a, b): tie for a, b, tie in self.read["ties"]}
        self.assertEqual(len(ties), len(self.data["links"]))
        for tie in self.data["links"]:
            self.compare(ties[tie["source"], tie["target"]], tie,
                         {"weight": "weight", "count": "count_in_time"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
