"""Which articles are taken is chosen alike by every command that reads, and
files tell how."""
import json
import unittest

from program import run, start

LINES = [
    {"id": "a", "date": "2014-03-05", "source": "The Plain Times",
     "url": "https://example.org/world/a", "title": "Talks in Oslo",
     "text": "Ann Dunn met Bob Lund in Oslo. Ann Dunn thanked Bob Lund."},
    {"id": "b", "date": "2014-06-01", "source": "Evening Bell",
     "url": "https://example.org/sport/b", "title": "A match",
     "text": "Cy Lane met Di Moor in Bergen. Cy Lane thanked Di Moor."},
    {"id": "c", "date": "2015-01-09", "source": "The Plain Times",
     "language": "en-GB", "title": "Oslo again",
     "text": "Ann Dunn met Di Moor in Oslo. Ann Dunn thanked Di Moor."},
    {"id": "d", "title": "No day", "language": "de",
     "text": "Ann Dunn met Ed Vane in Oslo. Ann Dunn thanked Ed Vane."}]
NEWS = "".join(json.dumps(line) + "\n" for line in LINES).encode()
ENGLISH = "".join(json.dumps(line) + "\n" for line in LINES[:3]).encode()
CHOICES = [
    (("--since", "2014", "--until", "2014"), "ab"),
    (("--since", "2014-06"), "bc"),
    (("--match", "oslo"), "acd"),
    (("--match", "Oslo again"), "c"),
    (("--match", '"Ann Dunn met"', "--since", "2014"), "ac"),
    (("--match", "/met (bo|di)/"), "abc"),
    (("--match", "Bergen", "--match", "Ed"), "bd"),
    (("--source", "*plain*"), "ac"),
    (("--source", "evening*", "--source", "nobody"), "b"),
    (("--url", "*/sport/*"), "b"),
    (("--language", "en"), "abc"),
    (("--language", "de"), "d"),
    (("--source", "the*", "--match", "again", "--until", "2014"), ""),
    ((), "abcd")]


def ids(*arguments):
    return [json.loads(line)["id"] for line in
            run(*arguments, "-q", "--any-language", "-",
                text=NEWS).splitlines()]


def network(*options):
    return json.loads(run("build", "-q", "--any-language", "-f", "json", "-o",
                          "-", "-", *options, text=NEWS))


class Choice(unittest.TestCase):
    def test_commands_that_list_articles(self):
        for options, want in CHOICES:
            for command in (("articles",), ("mentions",),
                            ("mentions", "--resolve", "article"),
                            ("mentions", "--threads", "3")):
                self.assertEqual(ids(*command, *options), list(want),
                                 (command, options))

    def test_the_network_is_that_of_the_articles_alone(self):
        for options, want in CHOICES:
            alone = "".join(json.dumps(line) + "\n" for line in LINES
                            if line["id"] in want).encode()
            got = network(*options)
            self.assertEqual(got["graph"]["options"]["articles-read"], "4")
            if not want:
                self.assertEqual((got["nodes"], got["links"]), ([], []))
                continue
            made = json.loads(run("build", "-q", "--any-language", "-f", "json",
                                  "-o", "-", "-", text=alone))
            self.assertEqual(got["nodes"], made["nodes"], options)
            self.assertEqual(got["links"], made["links"], options)

    def test_files_tell_the_choice(self):
        told = network("--since", "2014", "--match", "oslo", "--match",
                       "/a b/", "--source", "the*", "--language",
                       "en")["graph"]["options"]
        self.assertEqual(
            {name: told[name] for name in
             ("since", "until", "match", "source", "url", "language",
              "articles-read", "articles-counted", "undated-left-out")},
            {"since": "2014-01-01", "until": "", "match": "oslo, /a b/",
             "source": "the*", "url": "", "language": "en",
             "articles-read": "4", "articles-counted": "2",
             "undated-left-out": "0"})
        self.assertEqual(network("--since", "2014")["graph"]["options"]
                         ["undated-left-out"], "1")

    def test_the_number_is_told(self):
        for options, want in (
                (("--match", "oslo"), "3 of 4 articles chosen"),
                (("--since", "2015"), "1 of 4 articles chosen; 1 more has no "
                                      "date")):
            done = start("build", "--any-language", "-o", "-", "-f", "json",
                         "-", *options, text=NEWS)
            self.assertEqual(done.returncode, 0)
            self.assertEqual(done.stderr.decode().splitlines()[0],
                             "entente: " + want)
        self.assertNotIn(b"chosen", start("articles", "-", text=NEWS).stderr)

    def test_other_commands(self):
        self.assertIn(b"Ann Dunn", run("events", "-q", "-", text=ENGLISH))
        self.assertNotIn(b"Ann Dunn", run("events", "-q", "-", "--match",
                                          "bergen", text=ENGLISH))
        self.assertIn(b"Cy Lane", run("resolve", "-q", "-", text=ENGLISH))
        self.assertNotIn(b"Cy Lane", run("resolve", "-q", "-", "--until",
                                         "2014-03", text=ENGLISH))
        self.assertNotIn(b"Cy Lane", run("report", "-q", "-", "--source",
                                         "the*", text=ENGLISH))

    def test_wrong_expression_is_wrong_usage(self):
        done = start("articles", "-", "--match", "/(/", text=NEWS)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"expected a regular expression", done.stderr)


if __name__ == "__main__":
    unittest.main()
