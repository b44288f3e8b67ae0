"""What was read, in figures: `entente articles --stats`."""
import json
import os
import tempfile
import unittest

from program import run, start

LINES = [
    {"id": "a", "date": "2014-03-05", "source": "The Plain Times",
     "language": "en", "text": "Ann Dunn met Bo Hill."},
    {"id": "b", "date": "2013-06-01", "source": "Evening\u001b Bell",
     "language": "en", "text": "Cy Lane\n\nmet  Di Moor in Oslo."},
    {"id": "c", "source": "The Plain Times", "text": "Nothing happened."}]
NEWS = "".join(json.dumps(line) + "\n" for line in LINES)
FIGURES = {
    "articles": 3, "words": 14, "first": "2013-06-01", "last": "2014-03-05",
    "undated": 1, "left_out": 0, "duplicates": 0,
    "sources": {"The Plain Times": 2, "Evening\u001b Bell": 1},
    "languages": {"en": 2, "": 1}, "formats": {"jsonl": 3},
    "warnings": {"no-title": 3, "no-day": 1, "short": 3}, "skipped": {}}


def figures(*options, text=NEWS):
    return json.loads(run("articles", "-q", "--stats", "--json", *options,
                          "-", text=text.encode()))


class Stats(unittest.TestCase):
    def test_figures(self):
        self.assertEqual(figures(), FIGURES)

    def test_chosen(self):
        found = figures("--since", "2014")
        self.assertEqual((found["articles"], found["left_out"]), (1, 2))
        self.assertEqual(found["sources"], {"The Plain Times": 1})

    def test_nothing_read(self):
        found = figures("--since", "2020")
        self.assertEqual((found["articles"], found["first"], found["sources"]),
                         (0, None, {}))

    def test_table(self):
        table = run("articles", "-q", "--stats", "-",
                    text=NEWS.encode()).decode()
        self.assertEqual(table.split("\n\n"), [
            "Articles    3\nWords       14\n"
            "Days        2013-06-01 to 2014-03-05\n"
            "No day      1\nLeft out    0\nTwice       0",
            "Sources\n          2  The Plain Times\n"
            "          1  Evening  Bell",
            "Languages\n          2  en\n          1  (not stated)",
            "Formats\n          3  jsonl",
            "Warnings\n          3  no-title\n          3  short\n"
            "          1  no-day\n"])

    def test_long_tables_are_cut(self):
        text = "".join(json.dumps({"text": "Roe.", "source": f"s{i:02}"}) +
                       "\n" for i in range(23))
        table = run("articles", "-q", "--stats", "-",
                    text=text.encode()).decode()
        self.assertIn("  s19\nand 3 more (see --json)\n", table)
        self.assertNotIn("s20", table)
        self.assertEqual(len(figures(text=text)["sources"]), 23)

    def test_skipped_by_reason(self):
        bad = NEWS + '{"id": 1, "text": }\n' * 12
        done = start("articles", "-q", "--stats", "--json", "-",
                     text=bad.encode())
        self.assertEqual(done.returncode, 3)
        found = json.loads(done.stdout)
        self.assertEqual(found["articles"], 3)
        self.assertEqual(list(found["skipped"].values()), [12])
        table = start("articles", "-q", "--stats", "-", text=bad.encode())
        reason = next(iter(found["skipped"]))
        self.assertIn(f"\nSkipped\n         12  {reason}\n",
                      table.stdout.decode())

    def test_file_by_ending(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("s.json", "s.txt"):
                run("articles", "-q", "--stats", "-", "-o", name,
                    text=NEWS.encode(), folder=folder)
            with open(os.path.join(folder, "s.json"), "rb") as file:
                self.assertEqual(json.load(file), FIGURES)
            with open(os.path.join(folder, "s.txt"), "rb") as file:
                self.assertTrue(file.read().startswith(b"Articles    3\n"))

    def test_not_with_explain(self):
        done = start("articles", "--stats", "--explain", "-", text=b"")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--explain and --stats: expected one", done.stderr)


if __name__ == "__main__":
    unittest.main()
