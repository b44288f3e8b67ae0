"""Names in the forms that the world writes them in, from text to nodes.

Each row is a text and the labels of its nodes, no more and no fewer.
"""
import json
import unittest

from program import run

ROUNDABOUT = [
    ("Liam O&#39;Hara met Jos&eacute; R&iacute;os. &quot;Good,&quot; said "
     "O&#8217;Hara.", ["José Ríos", "Liam O'Hara"]),
    ("The court heard Sergeant Rose Har-\ngrave on Friday. Mrs. Hargrave "
     "thanked Jean-\nLuc Perrot.", ["Jean-Luc Perrot", "Rose Hargrave"]),
    ("Visit\n\nThe harbour master, Ingrid\nSolbakk, showed her guest Jan-Ole\n"
     "Berge the quay on Tuesday. Ms.\nSolbakk said it would last. Mr.\n"
     "Berge agreed.\n", ["Ingrid Solbakk", "Jan-Ole Berge"]),
]


def labels(text):
    built = run("build", "-q", "-", "-f", "json", "-o", "-",
                text=(json.dumps({"id": "1", "text": text}) + "\n").encode())
    return sorted(node["label"] for node in json.loads(built)["nodes"])


class Forms(unittest.TestCase):
    def check(self, rows):
        for text, names in rows:
            with self.subTest(text):
                self.assertEqual(labels(text), sorted(names))

    def test_text_written_in_a_roundabout_way(self):
        self.check(ROUNDABOUT)


if __name__ == "__main__":
    unittest.main()
