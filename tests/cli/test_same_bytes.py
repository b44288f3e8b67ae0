"""The same inputs and options give the same bytes, however they are read."""
import json
import os
import shutil
import tempfile
import unittest

from program import ARTICLES, SAMPLES, build, nodes, run, weights

COMMANDS = {
    "json": ("build", "-q", "-f", "json", "-o", "-", ARTICLES),
    "gexf": ("build", "-q", "-f", "gexf", "-o", "-", ARTICLES),
    "graphml": ("build", "-q", "-f", "graphml", "-o", "-", ARTICLES),
    "npmi": ("build", "-q", "-f", "csv", "-o", "-", "--window", "article",
             "--weight", "npmi", ARTICLES),
    "mentions": ("mentions", "-q", ARTICLES),
    "report": ("report", "-q", ARTICLES),
    "page": ("report", "-q", "-f", "html", ARTICLES),
    "resolve": ("resolve", "-q", ARTICLES),
    "articles": ("articles", "-q", ARTICLES),
}


def without_ids(network):
    """Nodes and ties without what names an article."""
    return ({key: (node["label"], node["mentions"], node["articles"],
                   node["first"], node["last"], node["community"])
             for key, node in nodes(network).items()}, weights(network))


class SameBytes(unittest.TestCase):
    def test_threads(self):
        for name, command in COMMANDS.items():
            with self.subTest(name):
                alone = run(*command, "--threads", "1")
                self.assertGreater(len(alone), 500)
                for threads in ("2", "4", "16"):
                    self.assertEqual(run(*command, "--threads", threads),
                                     alone, threads)

    def test_second_run(self):
        for name, command in COMMANDS.items():
            with self.subTest(name):
                self.assertEqual(run(*command), run(*command))

    def test_seed_is_heard(self):
        first, again = (run(*COMMANDS["json"], "--seed", "7")
                        for _ in range(2))
        self.assertEqual(first, again)
        self.assertEqual(json.loads(first)["graph"]["options"]["seed"], "7")
        self.assertEqual(without_ids(json.loads(first))[1], weights(build()))

    def test_one_file_of_many_articles(self):
        read = run("articles", "-q", ARTICLES)
        self.assertGreater(len(read.splitlines()), 20)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "all.jsonl")
            with open(path, "wb") as file:
                file.write(read)
            one = build(inputs=(path,))
        self.assertEqual(without_ids(one), without_ids(build()))

    def test_standard_input(self):
        read = run("articles", "-q", ARTICLES)
        piped = json.loads(run("build", "-q", "-f", "json", "-o", "-", "-",
                               text=read))
        self.assertEqual(without_ids(piped), without_ids(build()))

    def test_mentions_given_back(self):
        """What `mentions` found is taken as it stands."""
        texts = {}
        for line in run("articles", "-q", ARTICLES).splitlines():
            article = json.loads(line)
            texts[article["id"]] = article
        lines = []
        for line in run("mentions", "-q", "--types", "person,org,place,misc",
                        ARTICLES).splitlines():
            found = json.loads(line)
            lines.append(json.dumps({**texts[found["id"]],
                                     "mentions": found["mentions"]}))
        again = run("mentions", "-q", "--resolve", "article", "-",
                    text="\n".join(lines).encode())
        spans = [[(m["start"], m["end"], m["type"], m.get("role"))
                  for m in json.loads(line)["mentions"]]
                 for line in again.splitlines()]
        want = [[(m["start"], m["end"], m["type"], m.get("role"))
                 for m in json.loads(line)["mentions"] if m["type"] != "misc"]
                for line in lines]
        self.assertEqual(len(spans), len(want))
        for found, wanted in zip(spans, want):
            self.assertEqual(found, wanted)

    def test_files_named_one_by_one(self):
        names = sorted(os.listdir(os.path.join(SAMPLES, ARTICLES)))
        inputs = tuple(f"{ARTICLES}/{name}" for name in names)
        self.assertEqual(build(inputs=inputs), build())

    def test_a_file_given_twice_counts_once(self):
        """A second reading is a near-copy of the first."""
        name = f"{ARTICLES}/2015-02-12-minsk.txt"
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(os.path.join(SAMPLES, name),
                        os.path.join(folder, "again.txt"))
            twice = build(inputs=(name, folder))
            counted = build("--copies", "count", inputs=(name, folder))
        once = build(inputs=(name,))
        self.assertEqual(weights(twice), weights(once))
        self.assertEqual(weights(counted),
                         {pair: 2 * weight
                          for pair, weight in weights(once).items()})


if __name__ == "__main__":
    unittest.main()
