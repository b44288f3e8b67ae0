"""Little memory: whatever the limit, the program ends by itself and says why.
Where the loader itself can't map the libraries there is no program to ask."""
import os
import resource
import subprocess
import tempfile
import unittest

from program import PROGRAM, start

HERE = os.path.dirname(os.path.abspath(__file__))
ARTICLES = os.path.join(HERE, "..", "..", "samples", "articles")
MB = 1 << 20


def limited(limit, *arguments, text=b"", folder=None):
    def limit_it():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return subprocess.run([PROGRAM, *arguments], preexec_fn=limit_it,
                          input=text, cwd=folder, capture_output=True,
                          check=False, timeout=120)


def least_for(*arguments):
    """The least limit under which the program does that little."""
    low, high = 1 * MB, 1024 * MB
    while high - low > MB // 4:
        middle = (low + high) // 2
        if limited(middle, *arguments).returncode == 0:
            high = middle
        else:
            low = middle
    return high


@unittest.skipIf(limited(400 * MB, "version").returncode,
                 "a sanitizer takes address space of its own")
class Limits(unittest.TestCase):
    def no_other(self, results, folder, code):
        """What is written is what more memory would have written."""
        for name in os.listdir(folder) if code == 0 else []:
            with open(os.path.join(folder, name), "rb") as file:
                results.setdefault(name, set()).add(file.read())
            self.assertEqual(len(results[name]), 1)

    def sweep(self, step, *arguments, text=b"", begin=("version",), least=8):
        """From where the program does what it does first to where it has done
        all five times: never a signal, and a reason for every failure."""
        at = least_for(*begin)
        done, tried, results = 0, 0, {}
        with tempfile.TemporaryDirectory() as folder:
            limit = at + MB // 4
            while done < 5 and limit < at + 400 * MB:
                ended = limited(limit, *arguments, text=text, folder=folder)
                told = ended.stderr.decode()
                with self.subTest(limit=limit, told=told):
                    self.assertIn(ended.returncode, (0, 1, 3))
                    if ended.returncode:
                        self.assertRegex(told, "memory|cannot start a thread")
                    self.assertFalse([one for one in os.listdir(folder)
                                      if one.startswith(".entente")])
                    self.no_other(results, folder, ended.returncode)
                done += ended.returncode == 0
                tried += 1
                limit += step
        self.assertEqual(done, 5)
        self.assertGreater(tried, least)

    def test_building(self):
        self.sweep(MB // 3, "build", "-q", "-j", "1", ARTICLES, "-o", "n.json",
                   "-o", "n.gexf", "-o", "n.graphml")

    @unittest.skipIf(start("exporters", "svg").returncode, "no Graphviz")
    def test_drawing(self):
        """Graphviz's libraries end the process or crash where they find no
        memory, and one of them is replaced by a guess of how wide text is."""
        for form, step, least in (("dot", MB // 3, 4), ("svg", 5 * MB, 8),
                                  ("png", 5 * MB, 8)):
            self.sweep(step, "build", "-q", "-j", "1", ARTICLES, "-o",
                       "n." + form, begin=("exporters", form), least=least)

    @unittest.skipIf(start("exporters", "svg").returncode, "no Graphviz")
    def test_what_could_not_be_drawn(self):
        limit = least_for("exporters", "svg") + 30 * MB
        with tempfile.TemporaryDirectory() as folder:
            ended = limited(limit, "build", "-q", "-j", "1", ARTICLES, "-o",
                            "n.json", "-o", "n.svg", folder=folder)
            self.assertEqual(ended.returncode, 1)
            self.assertRegex(ended.stderr.decode(),
                             r"^entente: [^\n]*n\.svg: exporter 'svg': out of "
                             r"memory[^\n]*\n$")
            self.assertEqual(os.listdir(folder), ["n.json"])

    def test_two_threads(self):
        self.sweep(2 * MB, "report", "-q", "-j", "2", ARTICLES)

    def test_scripts_and_encodings(self):
        text = ("Анна Берг и Kárl Řeh met 王小明 "
                "在北京会见了安倍晋三。\n") * 40
        for encoding in ("utf-8", "utf-16", "gb18030"):
            self.sweep(MB, "mentions", "-q", "-j", "1", "-",
                       text=text.encode(encoding, "replace"))


if __name__ == "__main__":
    unittest.main()
