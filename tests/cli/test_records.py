"""Articles that one run has read and another goes on from."""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import unittest

from program import ARTICLES, PROGRAM, SAMPLES, run, start

FILES = [os.path.join(ARTICLES, name)
         for name in sorted(os.listdir(os.path.join(SAMPLES, ARTICLES)))]


class Records(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = made.name

    def records(self, name, *inputs):
        path = os.path.join(self.folder, name)
        run("mentions", "-q", "--records", "-o", path, *inputs)
        return path

    def built(self, *arguments, text=None):
        return run("build", "-q", "-f", "json", "-o", "-", *arguments,
                   text=text)

    def test_the_same_network(self):
        lines = self.records("all.jsonl", ARTICLES)
        for options in ((), ("--window", "article", "--weight", "distance"),
                        ("--ties", "encounters", "--types", "person,org"),
                        ("--since", "2014", "--match", "Kerry"),
                        ("--aliases", "aliases.json"),
                        ("--copies", "count", "--resolve", "article")):
            self.assertEqual(self.built(*options, lines),
                             self.built(*options, ARTICLES))

    def test_the_same_everywhere_else(self):
        lines = self.records("all.jsonl", ARTICLES)
        for command in (("mentions",), ("events",), ("resolve",), ("report",),
                        ("articles", "--explain"),
                        ("explain", "--of", "Kerry"),
                        ("mentions", "--resolve", "none")):
            self.assertEqual(run(*command, "-q", lines),
                             run(*command, "-q", ARTICLES), command)

    def test_shares_of_the_articles(self):
        shares = [self.records(f"{i}.jsonl", *FILES[i * 7:i * 7 + 7])
                  for i in range(4)]
        whole = self.built(ARTICLES)
        self.assertEqual(self.built(*shares), whole)
        text = b""
        for share in shares:
            with open(share, "rb") as file:
                text += file.read()
        self.assertEqual(self.built("-", text=text), whole)

    def test_shares_in_any_order(self):
        """sort puts them in the order of ids, however they come."""
        lines = []
        for i in 2, 0, 3, 1:
            with open(self.records("a.jsonl", *FILES[i * 7:i * 7 + 7]),
                      "rb") as file:
                lines += file.readlines()
        by_id = [self.records("b.jsonl", *FILES)]
        self.assertNotEqual(self.built("-", text=b"".join(lines)),
                            self.built(*by_id))
        done = subprocess.run(["sort"], input=b"".join(lines), check=True,
                              capture_output=True,
                              env={**os.environ, "LC_ALL": "C"})
        self.assertEqual(self.built("-", text=done.stdout),
                         self.built(*by_id))

    @unittest.skipUnless(shutil.which("parallel"), "no GNU parallel")
    def test_by_parallel(self):
        news = os.path.join(self.folder, "news.jsonl")
        with open(news, "w", encoding="utf-8") as file:
            for name in FILES:
                with open(os.path.join(SAMPLES, name), encoding="utf-8") as one:
                    file.write(json.dumps({"id": name, "text": one.read()}) +
                               "\n")
        graph = os.path.join(self.folder, "graph.json")
        subprocess.run([os.path.join(SAMPLES, "spark", "parallel.sh"), news,
                        graph, "3"], check=True, timeout=120,
                       env={**os.environ, "ENTENTE": PROGRAM, "BLOCK": "8k"})
        with open(graph, "rb") as file:
            self.assertEqual(file.read(), self.built(news))

    def test_records_of_records(self):
        once = self.records("once.jsonl", ARTICLES)
        twice = self.records("twice.jsonl", once)
        with open(once, "rb") as a, open(twice, "rb") as b:
            self.assertEqual(a.read(), b.read())

    def test_annotated_articles_and_names_alone(self):
        path = os.path.join(self.folder, "odd.jsonl")
        text = "Ann Roe met Max Poe. Bea Low came."
        with open(path, "w", encoding="utf-8") as file:
            for more in ({"text": text, "mentions": [
                    {"start": 0, "end": 7, "type": "person",
                     "confidence": 0.7},
                    {"start": 12, "end": 19, "type": "person"}]},
                         {"persons": ["Ann Roe", "Max Poe"]},
                         {"text": text, "language": "en"}):
                file.write(json.dumps({"id": f"x{file.tell()}",
                                       "date": "2014-01-01", **more}) + "\n")
        self.assertEqual(self.built(self.records("r.jsonl", path)),
                         self.built(path))

    def test_broken_lines(self):
        with open(self.records("all.jsonl", ARTICLES), encoding="utf-8") as f:
            lines = f.readlines()
        good = json.loads(lines[1])
        raw = base64.b64decode(good["record"])
        bad = [good["record"][:-1], good["record"][:400],
               "", "!!!!", good["record"].replace("A", "B", 3),
               base64.b64encode(raw[:-1]).decode(),
               base64.b64encode(raw + b"\0").decode(),
               base64.b64encode(b"\2" + raw[1:]).decode()]
        for record in bad:
            lines[1] = json.dumps({"id": good["id"], "record": record}) + "\n"
            done = start("mentions", "-q", "--resolve", "article", "-",
                         text="".join(lines).encode())
            self.assertEqual(done.returncode, 3, record[:20])
            self.assertEqual(done.stdout.count(b"\n"), len(lines) - 1)
            self.assertRegex(done.stderr.decode(),
                             r"^entente: source: stdin:2: byte \d+: expected [^\n]*\n$")


if __name__ == "__main__":
    unittest.main()
