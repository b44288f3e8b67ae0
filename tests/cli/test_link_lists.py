"""Lists of links in the middle of a sentence: their names are told, with what
they say, but make no nodes and no ties."""
import json
import unittest

from program import run

PEOPLE = ("Jo Lund", "Ann Dunn", "Karl Roth", "Tom Pell")
TEXT = ("Mayor Jo Lund Joanna Maria LundAnn Dunn meets Karl Roth in Oslo "
        "MORE met Tom Pell on Monday.")


def article():
    return json.dumps({
        "id": "one", "title": "", "text": TEXT, "date": "2015-01-02",
        "mentions": [{"start": TEXT.find(name), "type": "person",
                      "end": TEXT.find(name) + len(name)}
                     for name in PEOPLE]}).encode()


class LinkLists(unittest.TestCase):
    def test_names_and_contacts_have_their_role(self):
        told = json.loads(run("mentions", "-q", "-", text=article()))
        self.assertEqual([m.get("role") for m in told["mentions"]],
                         [None, "furniture", "furniture", None])
        self.assertEqual({tuple(e["participants"]): e.get("role")
                          for e in told["encounters"]},
                         {("Jo Lund", "Tom Pell"): None,
                          ("Ann Dunn", "Karl Roth"): "furniture"})

    def test_neither_counts(self):
        for options in ((), ("--ties", "encounters")):
            network = json.loads(run("build", "-q", "-f", "json", "-o", "-",
                                     *options, "-", text=article()))
            self.assertEqual({node["label"] for node in network["nodes"]},
                             {"Jo Lund", "Tom Pell"})
            self.assertEqual([link["encounters"]["meet"]
                              for link in network["links"]], [1])


if __name__ == "__main__":
    unittest.main()
