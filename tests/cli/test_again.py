"""Articles that come a second time in one run are read once."""
import json
import os
import tempfile
import unittest

from program import ARTICLES, build, run, start

FIRST = {"id": "a", "url": "https://www.example.org/talks/", "title": "Talks",
         "text": "Ann Roe met Ben Doe in Oslo."}


def read(*changes):
    """The ids that are read of FIRST and changed copies of it, and what was
    told."""
    lines = [FIRST, *({**FIRST, **change} for change in changes)]
    done = start("articles", "-", text="\n".join(map(json.dumps, lines)).encode())
    return ([json.loads(line)["id"] for line in done.stdout.splitlines()],
            done.stderr.decode(), done.returncode)


class Again(unittest.TestCase):
    def test_same_address_or_id(self):
        for change in ({"id": "b"}, {"url": None}, {},
                       {"id": "b", "text": "A later version."},
                       {"id": "b", "url": "http://example.org/talks#top"}):
            ids, told, code = read(change)
            self.assertEqual((ids, code), (["a"], 0), change)
            self.assertIn("1 article came again", told)

    def test_others_stay(self):
        for change in ({"id": "b", "url": "https://example.org/talks/2"},
                       {"id": "b", "title": "The next talks"},
                       {"title": "Of another collection", "url": None},
                       {"id": "b", "url": None}):
            ids, told, code = read(change)
            self.assertEqual((len(ids), code, told), (2, 0, ""), change)

    def test_without_titles_the_text_tells(self):
        ids, _, _ = read({"title": "", "id": "b"}, {"title": "", "id": "c"},
                         {"title": "", "id": "d", "text": "Another."})
        self.assertEqual(ids, ["a", "b", "d"])

    def test_statistics_count_them(self):
        text = "\n".join(json.dumps(FIRST) for _ in range(4)).encode()
        figures = json.loads(run("articles", "-q", "--stats", "--json", "-",
                                 text=text))
        self.assertEqual((figures["articles"], figures["duplicates"],
                          figures["left_out"]), (1, 3, 0))

    def test_a_network_of_two_crawls_is_that_of_one(self):
        once = run("articles", "-q", ARTICLES)
        with tempfile.TemporaryDirectory() as folder:
            for name in "ab":
                with open(os.path.join(folder, name + ".jsonl"), "wb") as file:
                    file.write(once)
            twice = build(inputs=(folder,))
        self.assertEqual(build()["links"], twice["links"])


if __name__ == "__main__":
    unittest.main()
