"""Names that break formats, in every output that is no network file."""
import csv
import io
import json
import re
import tempfile
import unicodedata
import unittest

import drawn
from nasty import NASTY
from program import run
from test_reports import Page, markdown_tables

HUB = "Ottoline Varga"


def articles():
    """Each of the names beside one plain person, and once in a title."""
    lines = []
    for i, name in enumerate(NASTY):
        text, mentions = "", []
        for one in (HUB, name):
            start = len(text.encode())
            text += one
            mentions.append({"start": start, "end": len(text.encode()),
                             "type": "person"})
            text += " met "
        title = f"News of {name[:60]}"
        first = len("News of ".encode())
        mentions.append({"start": first, "end": len(title.encode()),
                         "type": "person", "field": "title"})
        lines.append(json.dumps({
            "id": f"a<{i}>&\"'|\t{i}", "title": title, "text": text + "them.",
            "date": "2014-03-29", "mentions": mentions}))
    return "\n".join(lines).encode()


ARTICLES = articles()


def output(command, *options):
    return run(command, "-q", *options, "--copies", "count", "-",
               text=ARTICLES).decode()


NETWORK = json.loads(output("build", "-f", "json", "-o", "-"))
LABELS = {node["label"] for node in NETWORK["nodes"]}


def single_line(text):
    """What a report makes of a text: controls are blanks, too."""
    return " ".join(re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ",
                           text).split())


def columns(text):
    """The width of a line on a terminal."""
    width = 0
    for c in text:
        if unicodedata.combining(c) or unicodedata.category(c) in ("Cf",
                                                                   "Mn"):
            continue
        width += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return width


class Reports(unittest.TestCase):
    def test_csv_can_be_read_strictly(self):
        rows = list(csv.DictReader(io.StringIO(
            output("report", "-f", "csv", "--rows", "0"), newline=""),
            strict=True))
        self.assertEqual(len(rows), len(LABELS))
        want = {node["id"]: node["label"] for node in NETWORK["nodes"]}
        for row in rows:
            self.assertNotIn(None, row)
            label = want[row["id"]]
            self.assertIn(row["label"], (single_line(label),
                                         "'" + single_line(label)))
            # No spreadsheet takes it for a formula.
            self.assertNotIn(row["label"][0], "=+-@\t\r")

    def test_json_has_the_labels_as_they_are(self):
        report = json.loads(output("report", "-f", "json", "--rows", "0"))
        self.assertEqual({node["label"] for node in report["nodes"]}, LABELS)
        for tie in report["ties"]:
            self.assertLessEqual({tie["source_label"], tie["target_label"]},
                                 LABELS)

    def test_html_shows_the_names_and_no_markup_of_theirs(self):
        text = output("report", "-f", "html", "--rows", "0")
        self.assertNotIn("<script>alert", text)
        self.assertNotIn("<!-- Comment", text)
        page = Page(text)
        best = next(t for t in page.tables if "Strength" in t[0])
        at = best[0].index("Name")
        self.assertEqual({single_line(row[at]) for row in best[1:]},
                         {single_line(label) for label in LABELS})

    def test_markdown_keeps_its_columns(self):
        best, strongest = markdown_tables(output(
            "report", "-f", "markdown", "--rows", "0"))[:2]
        for table in (best, strongest):
            self.assertEqual({len(row) for row in table}, {len(table[0])})
        self.assertEqual(len(best) - 1, len(LABELS))

    def test_terminal_lines_fit(self):
        text = output("report", "--rows", "0")
        for line in text.splitlines():
            self.assertLessEqual(columns(line), 80, line)
            # Nothing in a name moves the cursor or changes a colour.
            self.assertIsNone(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]",
                                        line))

    def test_no_control_characters_anywhere(self):
        for form in ("terminal", "markdown", "html", "csv", "json"):
            text = output("report", "-f", form, "--rows", "0")
            if form != "json":
                self.assertIsNone(re.search(
                    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]",
                    text), form)


class Explanations(unittest.TestCase):
    def test_every_evidence_in_every_format(self):
        told = json.loads(output("explain", "-f", "json", "--of", HUB,
                                 "--rows", "0"))["evidence"]
        self.assertGreaterEqual(len(told), len(NASTY) - 3)
        rows = list(csv.DictReader(io.StringIO(output(
            "explain", "-f", "csv", "--of", HUB, "--rows", "0"), newline=""),
            strict=True))
        self.assertEqual(len(rows), len(told))
        for row, one in zip(rows, told):
            self.assertNotIn(None, row)
            self.assertIn(row["sentence"], (one["sentence"],
                                            "'" + one["sentence"]))
            self.assertEqual(single_line(row["article"]),
                             single_line(one["article"]))
        page = Page(output("explain", "-f", "html", "--of", HUB, "--rows",
                           "0"))
        words = single_line(" ".join(page.words))
        for one in told:
            self.assertIn(single_line(one["sentence"])[:200], words)

    def test_names_can_be_asked_for(self):
        """By id always, by label where it is nobody else's."""
        for node in NETWORK["nodes"]:
            if not node["degree"]:
                continue
            told = json.loads(output("explain", "-f", "json", "--of",
                                     node["id"], "--rows", "0"))["evidence"]
            self.assertTrue(told)
            for one in told:
                self.assertIn(node["label"], (one["source"], one["target"]))

    def test_articles_with_odd_ids_are_named(self):
        told = json.loads(output("explain", "-f", "json", "--of", HUB,
                                 "--rows", "0"))["evidence"]
        ids = {json.loads(line)["id"] for line in ARTICLES.splitlines()}
        self.assertLessEqual({one["article"] for one in told}, ids)


class Lines(unittest.TestCase):
    def test_articles_and_mentions_are_json_a_line(self):
        for command in ("articles", "mentions"):
            text = run(command, "-q", "-", text=ARTICLES).decode()
            self.assertEqual(len(text.splitlines() if "\u2028" not in text
                                 else text.strip("\n").split("\n")),
                             len(NASTY))
            for line in text.strip("\n").split("\n"):
                json.loads(line)

    def test_mentions_are_cut_from_their_fields(self):
        given = {one["id"]: one for one in map(json.loads,
                                               ARTICLES.splitlines())}
        for line in run("mentions", "-q", "-",
                        text=ARTICLES).decode().strip("\n").split("\n"):
            article = json.loads(line)
            for m in article["mentions"]:
                field = given[article["id"]][m.get("field", "text")].encode()
                self.assertEqual(field[m["start"]:m["end"]].decode(),
                                 m["text"])

    def test_decisions_are_json_and_change_nothing(self):
        written = output("resolve")
        json.loads(written)
        with tempfile.NamedTemporaryFile("w", suffix=".json",
                                         encoding="utf-8") as file:
            file.write(written)
            file.flush()
            again = json.loads(output("build", "-f", "json", "-o", "-",
                                      "--aliases", file.name))
        self.assertEqual(again["nodes"], NETWORK["nodes"])
        self.assertEqual(again["links"], NETWORK["links"])


class Labels(unittest.TestCase):
    def test_drawn_names_are_apart(self):
        """What the other tests of this folder rest on."""
        names = [drawn.name_of(i) for i in range(len(drawn.FAMILY))]
        self.assertEqual(len(set(names)), len(names))
        network = drawn.network_of((drawn.article_of(drawn.path(len(names))),))
        self.assertEqual({n["label"] for n in network["nodes"]}, set(names))


if __name__ == "__main__":
    unittest.main()
