"""What a row more brings to the reading of articles: the program of
ENTENTE_PROGRAM has the rows of add_rows.py, and reads their words as it reads
those that were there when its model was trained."""
import json
import os
import subprocess
import unittest

PROGRAM = os.environ["ENTENTE_PROGRAM"]
TEXTS = [
    "{adjective} President Anna Berg arrived in Paris on Monday. The "
    "{adjective} president met Carl Dorn on Tuesday.",
    "{name}'s President Anna Berg arrived in Paris. The {adjective} president "
    "met Carl Dorn on Tuesday.",
    "{adjective} President Anna Berg arrived in Paris. President Carl Dorn met "
    "his {adjective} counterpart on Tuesday.",
    "{adjective} President Anna Berg arrived in Paris. President Carl Dorn met "
    "{name}'s leader on Tuesday.",
    "President Anna Berg of {name} met Carl Dorn in Paris on Tuesday.",
    "{name} and Germany are neighbours. Anna Berg met Carl Dorn in {name}.",
    "The {people} like the president. Anna Berg met Carl Dorn on Tuesday.",
]
NORWAY = {"name": "Norway", "adjective": "Norwegian", "people": "Norwegians"}
FREEDONIA = {"name": "Freedonia", "adjective": "Freedonian",
             "people": "Freedonians"}


def read(text):
    done = subprocess.run([PROGRAM, "mentions", "-q", "-"], input=text.encode(),
                          capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)


def names(article, country):
    """Each name with its type and title, the country's as its key."""
    keys = {text: key for key, text in country.items()}
    return [(keys.get(one["text"], one["text"]), one["type"],
             one.get("honorific")) for one in article["mentions"]]


def contacts(article):
    return [(one["kind"], sorted(one["participants"]))
            for one in article["encounters"]]


class OneRow(unittest.TestCase):
    def test_a_country_is_read_as_any_other(self):
        for text in TEXTS:
            with self.subTest(text):
                old = read(text.format(**NORWAY))
                new = read(text.format(**FREEDONIA))
                self.assertEqual(contacts(old),
                                 [("meet", ["Anna Berg", "Carl Dorn"])])
                self.assertEqual(contacts(new), contacts(old))
                self.assertEqual(names(new, FREEDONIA), names(old, NORWAY))

    def test_a_verb_of_contact(self):
        article = read("Anna Berg schmoozed with Carl Dorn on Tuesday.")
        self.assertEqual(contacts(article),
                         [("meet", ["Anna Berg", "Carl Dorn"])])

    def test_a_title(self):
        article = read("The burgomaster, who likes Paris, met Carl Dorn. "
                       "Burgomaster Anna Berg then left.")
        self.assertIn(("Anna Berg", "person", "Burgomaster"),
                      names(article, {}))

    def test_a_nickname(self):
        article = read("Vladimir Berg arrived in Paris. Wladek Berg met Carl "
                       "Dorn on Tuesday.")
        self.assertEqual(len({one["actor"] for one in article["mentions"]
                              if one["text"].endswith("Berg")}), 1)

    def test_a_nickname_for_another_name(self):
        article = read("Ladislav Berg arrived in Paris. Wladek Berg met Carl "
                       "Dorn on Tuesday.")
        self.assertEqual(len({one["actor"] for one in article["mentions"]
                              if one["text"].endswith("Berg")}), 1)


if __name__ == "__main__":
    unittest.main()
