"""What may make an article be read wrongly: "warnings" of `entente articles`."""
import gzip
import json
import tempfile
import unittest

from program import run, start
from test_warc import http, record

LONG = ("Ann Roe met Ben Poe in Paris on Friday to speak about the harbour, "
        "which had been closed for a month. They agreed to meet again in May. "
        "Nobody else was asked to come, as both said after their talks "
        "about the ships, the fish and the price of coal.")
GERMAN = ("Die beiden Minister haben am Freitag in Paris lange miteinander "
          "gesprochen, weil der Hafen seit einem Monat geschlossen ist. ") * 12
WHOLE = {"title": "Roe in Paris", "date": "2014-03-29", "text": LONG}


def warnings(**parts):
    line = json.dumps({key: value for key, value in {**WHOLE, **parts}.items()
                       if value is not None})
    return json.loads(run("articles", "-q", "-", text=line.encode())
                      ).get("warnings")


class Warned(unittest.TestCase):
    def test_nothing_to_warn_of(self):
        self.assertIsNone(warnings())

    def test_what_the_article_shows(self):
        self.assertEqual(warnings(title=None), ["no-title"])
        self.assertEqual(warnings(date=None), ["no-day"])
        self.assertEqual(warnings(text="They met."), ["short"])
        self.assertEqual(warnings(text=LONG + "\N{REPLACEMENT CHARACTER}"),
                         ["damaged"])
        self.assertEqual(warnings(title="R\N{REPLACEMENT CHARACTER}e"),
                         ["damaged"])

    def test_a_day_that_cannot_be_read(self):
        for date in ("some day", "03/02/2014", "2014-02-30"):
            self.assertEqual(warnings(date=date), ["no-day", "unread-day"])
        self.assertEqual(warnings(date="some day",
                                  text="March 29, 2014\n" + LONG),
                         ["unread-day"])

    def test_another_language_than_stated(self):
        self.assertEqual(warnings(language="en", text=GERMAN),
                         ["other-language"])
        self.assertIsNone(warnings(text=GERMAN))

    def test_figures(self):
        lines = "".join(json.dumps({**WHOLE, "id": str(i), **parts}) + "\n"
                        for i, parts in enumerate(
                            ({}, {"title": ""}, {"title": "", "date": ""})))
        made = json.loads(run("articles", "-q", "--stats", "--json", "-",
                              text=lines.encode()))
        self.assertEqual(made["warnings"], {"no-title": 2, "no-day": 1})
        table = run("articles", "-q", "--stats", "-", text=lines.encode())
        self.assertIn(b"Warnings\n          2  no-title\n", table)

    def test_a_network_of_any_language(self):
        for options, told in (([], ""), (["--any-language"], "yes")):
            made = json.loads(run("build", "-q", *options, "-f", "json", "-o",
                                  "-", "-", text=json.dumps(WHOLE).encode()))
            self.assertEqual(made["graph"]["options"]["any-language"], told)


class Pages(unittest.TestCase):
    def read(self, body, *lines):
        with tempfile.NamedTemporaryFile(suffix=".warc") as file:
            file.write(record(http(body, *lines)))
            file.flush()
            done = start("articles", "-q", "--input-format", "text", file.name)
        return json.loads(done.stdout).get("warnings")

    def test_a_page_that_breaks_off(self):
        page = f"Roe in Paris\n\n{LONG}\n".encode()
        packed = gzip.compress(page)
        coded = "Content-Encoding: gzip"
        chunks = "Transfer-Encoding: chunked"
        self.assertEqual(self.read(packed, coded), ["day-fetched"])
        self.assertEqual(self.read(packed[:-12], coded),
                         ["day-fetched", "broken-off"])
        self.assertEqual(self.read(b"%x\r\n%s" % (len(page) + 9, page), chunks),
                         ["day-fetched", "broken-off"])


if __name__ == "__main__":
    unittest.main()
