"""Whatever the threads, the seeds of hashes and the order of files on the disk:
the same bytes, from every command and in every format."""
import json
import os
import random
import tempfile
import unittest

import drawn
from program import ARTICLES, run, start

THREADS = ("1", "2", "3", "8", "64")
COMMANDS = [["articles"], ["mentions"], ["mentions", "--resolve", "article"],
            ["mentions", "--types", "person,org,place,misc"], ["resolve"],
            ["report"], ["report", "-f", "json"], ["report", "-f", "html"],
            ["explain", "--of", "John Kerry"],
            ["explain", "--of", "John Kerry", "-f", "csv"],
            ["build", "-f", "json", "-o", "-"],
            ["build", "-f", "graphml", "-o", "-"],
            ["build", "-f", "gexf", "-o", "-"],
            ["build", "-f", "csv", "-o", "-"],
            ["build", "-f", "json", "-o", "-", "--window", "article",
             "--weight", "llr"],
            ["build", "-f", "json", "-o", "-", "--ties", "encounters"]]


class Threads(unittest.TestCase):
    def test_every_command(self):
        for command in COMMANDS:
            want = run(*command, "-q", "--threads", "1", ARTICLES)
            for threads in THREADS[1:]:
                with self.subTest(" ".join(command) + " " + threads):
                    self.assertEqual(run(*command, "-q", "--threads", threads,
                                         ARTICLES), want)

    def test_pictures(self):
        formats = run("exporters").decode()
        for form in ("svg", "pdf", "dot"):
            if f"\n{form} " not in formats:
                continue
            want = run("build", "-q", "-f", form, "-o", "-", "--threads", "1",
                       ARTICLES)
            for threads in ("2", "8"):
                self.assertEqual(run("build", "-q", "-f", form, "-o", "-",
                                     "--threads", threads, ARTICLES), want)

    def test_messages_come_in_the_order_of_the_inputs(self):
        """Broken articles among good ones are told in their turn."""
        draw = random.Random(1)
        lines = []
        for i in range(200):
            good = json.dumps({"id": f"a{i}", "text":
                               "It rained. " * draw.randint(0, 300)})
            lines.append(good if draw.random() < .8 else good[:20])
        text = ("{}\n" + "\n".join(lines)).encode()
        want = None
        for threads in THREADS:
            done = start("mentions", "--threads", threads, "-", text=text)
            self.assertEqual(done.returncode, 3)
            found = (done.stdout, done.stderr)
            want = want or found
            self.assertEqual(found, want)


class Files(unittest.TestCase):
    def test_files_made_in_any_order(self):
        """A folder is read by its names, not as the disk has them."""
        names = [f"{i:02}.json" for i in range(30)]
        outputs = set()
        for seed in range(4):
            order = random.Random(seed).sample(names, len(names))
            with tempfile.TemporaryDirectory() as folder:
                for name in order:
                    number = int(name[:2])
                    line = drawn.article_of({(number, number + 1): 1 +
                                             number % 3})
                    with open(os.path.join(folder, name), "w",
                              encoding="utf-8") as file:
                        file.write(line.replace('"drawn"', f'"{name}"'))
                outputs.add(run("build", "-q", "-f", "json", "-o", "-",
                                "--copies", "count", ".", folder=folder))
        self.assertEqual(len(outputs), 1)
        self.assertEqual(len(json.loads(outputs.pop())["links"]), 30)

    def test_time_and_place_do_not_show(self):
        """Run elsewhere and in another time zone or language."""
        want = run("build", "-q", "-f", "json", "-o", "-", "-",
                   text=drawn.article_of(drawn.grid(3, 4)).encode())
        before = dict(os.environ)
        try:
            for name, value in (("TZ", "Asia/Tokyo"), ("LC_ALL", "de_DE.UTF-8"),
                                ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "C"),
                                ("HOME", "/nonexistent"),
                                ("MALLOC_PERTURB_", "85")):
                os.environ[name] = value
                self.assertEqual(run(
                    "build", "-q", "-f", "json", "-o", "-", "-",
                    text=drawn.article_of(drawn.grid(3, 4)).encode()), want)
        finally:
            os.environ.clear()
            os.environ.update(before)


if __name__ == "__main__":
    unittest.main()
