"""Plain text as Nexis, Factiva and ProQuest give it: each document with its
headline, source and day, its byline as a byline, and nothing else in its text."""
import json
import unittest

from program import run, start

NEXIS = """

                               {n} of 2 DOCUMENTS


                              The Daily Example

                            March {day}, 2014 Saturday
                              Late Edition - Final

Roe and Poe talk in Paris, take {n}

BYLINE: By JANE SCRIBE

SECTION: Section A; Column 0; Foreign Desk; Pg. 1

LENGTH: 1,234 words

DATELINE: PARIS

BODY:

   Ann Roe met Ben Poe in Paris on Friday, as both
had planned for months.

   They talked about nothing.


URL: http://daily.example/{n}

LOAD-DATE: March 30, 2014

LANGUAGE: ENGLISH

GRAPHIC: PHOTO: Max Gone (PHOTOGRAPH BY SNAP SHOOTER)

PUBLICATION-TYPE: Newspaper


                 Copyright 2014 The Daily Example Company
                           All Rights Reserved
"""

NEXIS_NEW = """Roe and Poe talk in Paris, take {n}
The Daily Example
March {day}, 2014 Saturday

Copyright 2014 The Daily Example Company All Rights Reserved
Section: Section A; Column 0; Pg. 1
Length: 1234 words
Byline: By JANE SCRIBE
Body


Ann Roe met Ben Poe in Paris on Friday, as both had planned for months.

They talked about nothing.

Load-Date: March 30, 2014


End of Document

"""

FACTIVA = """Roe and Poe talk in Paris, take {n}
By Jane Scribe
1,234 words
{day} March 2014
06:30
The Daily Example
DEXA
English
Copyright 2014. The Daily Example Company.

Ann Roe met Ben Poe in Paris on Friday, as both had planned for months.

They talked about nothing.

Document DEXA00002014032{n}ea3t0000x

"""

FACTIVA_CODES = """SE Foreign
HD Roe and Poe talk in Paris,
take {n}
BY By Jane Scribe
WC 1,234 words
PD {day} March 2014
SN The Daily Example
SC DEXA
LA English
CY Copyright 2014. The Daily Example Company.

LP

Ann Roe met Ben Poe in Paris on Friday, as both had planned for months.

TD

They talked about nothing.

RE fra : France | Max Gone

AN
Document DEXA00002014032{n}ea3t0000x

"""

PROQUEST = """____________________________________________________________

Document {n} of 2

Roe and Poe talk in Paris, take {n}

Author: Jane Scribe

Publication info: The Daily Example, Late Edition; Paris [Paris]{day} Mar 2014: A.1.

Abstract: Max Gone tells what it is about.

Links: http://resolver.example/

Full text: Ann Roe met Ben Poe in Paris on Friday, as both had planned for months.

They talked about nothing.

Subject: Talks; Max Gone

Location: Paris

Title: Roe and Poe talk in Paris, take {n}

Publication title: The Daily Example

Publication date: Mar {day}, 2014

Document URL: http://daily.example/{n}

Copyright: Copyright The Daily Example Company Mar {day}, 2014

Last updated: 2014-04-01

Database: Example Newsstream
"""

FORMS = {"nexis": NEXIS, "new nexis": NEXIS_NEW, "factiva": FACTIVA,
         "factiva with codes": FACTIVA_CODES, "proquest": PROQUEST}


def bundle(form):
    return "".join(form.replace("{n}", str(n)).replace("{day}", str(28 + n))
                   for n in (1, 2))


def read(text):
    return [json.loads(line) for line in
            run("articles", "-q", "-", text=text.encode()).splitlines()]


class Bundles(unittest.TestCase):
    def test_each_document_with_its_facts(self):
        for name, form in FORMS.items():
            with self.subTest(name):
                found = read(bundle(form))
                self.assertEqual(len(found), 2)
                for n, article in enumerate(found, 1):
                    self.assertEqual(
                        (article["title"], article["date"], article["source"],
                         article["id"]),
                        (f"Roe and Poe talk in Paris, take {n}",
                         f"2014-03-{28 + n}", "The Daily Example",
                         f"stdin#{n}"))
                    text = " ".join(article["text"].split()).lower()
                    self.assertEqual(
                        text, "by jane scribe ann roe met ben poe in paris on "
                        "friday, as both had planned for months. they talked "
                        "about nothing.")
                    if "daily.example/" in form:
                        self.assertEqual(article["url"],
                                         f"http://daily.example/{n}")

    def test_bylines_are_bylines(self):
        for name, form in FORMS.items():
            with self.subTest(name):
                for line in run("mentions", "-q", "-",
                                text=bundle(form).encode()).splitlines():
                    roles = {mention["text"].lower(): mention.get("role")
                             for mention in json.loads(line)["mentions"]
                             if mention["type"] == "person"}
                    self.assertEqual(roles.get("jane scribe"), "byline")
                    self.assertNotIn("max gone", roles)

    def test_windows_line_ends_and_encoding(self):
        for name, form in FORMS.items():
            text = bundle(form).replace("Ann Roe", "Zoë Roe")
            data = text.replace("\n", "\r\n").encode("cp1252")
            found = [json.loads(line) for line in
                     run("articles", "-q", "-", text=data).splitlines()]
            self.assertEqual(len(found), 2, name)
            self.assertIn("Zoë Roe met", found[1]["text"])

    def test_a_document_without_text_is_named(self):
        text = bundle(PROQUEST)
        at = text.index("Full text:")
        text = text[:at] + text[text.index("Subject:"):]
        done = start("articles", "-q", "-", text=text.encode())
        self.assertEqual((done.returncode, len(done.stdout.splitlines())),
                         (3, 1))
        self.assertIn(b"expected text in the document, found none",
                      done.stderr)

    def test_prose_is_no_bundle(self):
        for text in ("Document 1 of 2 was found.\n\nThey met.\n",
                     "2 of 3 met.\n\nAnd so on.\n",
                     "1,234 words\n\nThey met.\n"):
            found = read(text)
            self.assertEqual(len(found), 1)


if __name__ == "__main__":
    unittest.main()
