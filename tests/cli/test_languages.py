"""Languages, told by the text or the input, and what becomes of articles in
those that there is no lexicon of."""
import json
import unittest

from program import run, start

GERMAN = ("Der Präsident hat am Dienstag die Kanzlerin Anna Roth in Berlin "
          "getroffen. Beide sprachen über die Lage im Osten und über den "
          "Haushalt des nächsten Jahres, sagte ein Sprecher. Am Abend flog der "
          "Präsident zurück nach Paris, wo ihn der Minister erwartete. ")
ENGLISH = ("The president met Chancellor Anna Roth in Berlin on Tuesday. They "
           "spoke about the budget of the coming year, a spokesman said. In "
           "the evening the president flew back to Paris, where a minister "
           "was waiting for him to hear what had come of it. ")
NAMES = "Hans Müller; Jürgen Weiß; José García; Łukasz Nowak; Ann Roe. " * 5


def lines(*articles):
    return "\n".join(map(json.dumps, articles)).encode()


def told(text, **members):
    """What the program takes the language of an article for."""
    line = run("articles", "-q", "--explain", "-",
               text=lines({"text": text, **members}))
    article = json.loads(line)
    return article["language"], article["explain"]["language_from"]


DETECTS = told(ENGLISH)[0] == "en"


@unittest.skipUnless(DETECTS, "built without CLD2")
class Told(unittest.TestCase):
    def test_by_the_text(self):
        self.assertEqual(("de", "text"), told(GERMAN))
        self.assertEqual(("en", "text"), told(ENGLISH))

    def test_a_little_text_tells_nothing(self):
        self.assertEqual((None, None), told("Ann Roe traf Ben Doe in Wien."))
        self.assertEqual((None, None), told(""))

    def test_names_tell_nothing(self):
        self.assertIn(told(NAMES)[0], (None, "en"))

    def test_only_long_texts_contradict_the_input(self):
        self.assertEqual(("en", "field"), told(GERMAN, language="en"))
        self.assertEqual(("de", "text"), told(GERMAN * 5, language="en"))
        self.assertEqual(("en", "text"), told(ENGLISH * 5, language="de"))
        self.assertEqual(("en", "field"),
                         told((GERMAN + ENGLISH) * 5, language="en"))
        self.assertEqual(("en-GB", "field"), told(ENGLISH * 5, language="en-GB"))

    def test_characters_are_not_cut(self):
        for blanks in range(4):
            self.assertEqual("de", told(" " * blanks + GERMAN * 40)[0])


class Foreign(unittest.TestCase):
    INPUT = lines({"id": "a", "text": ENGLISH},
                  {"id": "b", "text": GERMAN, "language": "de"},
                  {"id": "c", "text": ENGLISH, "language": "English"})

    def mentions(self, *options, text=INPUT):
        done = start("mentions", *options, "-", text=text)
        return (done.returncode, done.stderr.decode(),
                [json.loads(line)["id"] for line in done.stdout.splitlines()])

    def test_they_are_skipped_and_counted(self):
        for quiet in (), ("-q",):
            code, said, ids = self.mentions(*quiet)
            self.assertEqual((3, ["a", "c"]), (code, ids))
            self.assertIn("1 article in de: skipped (--any-language", said)

    def test_unless_asked_for(self):
        code, said, ids = self.mentions("--any-language")
        self.assertEqual((0, ["a", "b", "c"]), (code, ids))
        self.assertIn("1 article in de: names and windows only", said)
        code, said, ids = self.mentions("--language", "de")
        self.assertEqual((0, ["b"]), (code, ids))

    def test_names_that_came_along_need_no_words(self):
        code, _, ids = self.mentions("-q", text=lines(
            {"id": "a", "language": "de", "persons": ["Anna Roth"]},
            {"id": "b", "language": "de", "text": "Anna Roth sprach.",
             "mentions": [{"start": 0, "end": 9, "type": "person"}]}))
        self.assertEqual((0, ["a", "b"]), (code, ids))

    def test_articles_shows_all(self):
        shown = run("articles", "-q", "-", text=self.INPUT).splitlines()
        self.assertEqual(3, len(shown))


if __name__ == "__main__":
    unittest.main()
