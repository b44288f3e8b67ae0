"""Little memory: whatever the limit, the program ends by itself and says why.
Where the loader itself can't map the libraries there is no program to ask."""
import os
import resource
import subprocess
import tempfile
import unittest

from program import PROGRAM

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


def least_for_version():
    """The least limit under which the program starts at all."""
    low, high = 1 * MB, 1024 * MB
    while high - low > MB // 4:
        middle = (low + high) // 2
        if limited(middle, "version").returncode == 0:
            high = middle
        else:
            low = middle
    return high


@unittest.skipIf(limited(400 * MB, "version").returncode,
                 "a sanitizer takes address space of its own")
class Limits(unittest.TestCase):
    def sweep(self, step, *arguments, text=b""):
        """From where the program starts to where it has been done five
        times: never a signal, and a reason for every failure."""
        least = least_for_version()
        done = tried = 0
        with tempfile.TemporaryDirectory() as folder:
            limit = least + MB // 4
            while done < 5 and limit < least + 400 * MB:
                ended = limited(limit, *arguments, text=text, folder=folder)
                told = ended.stderr.decode()
                with self.subTest(limit=limit, told=told):
                    self.assertIn(ended.returncode, (0, 1, 3))
                    if ended.returncode:
                        self.assertRegex(told, "memory|cannot start a thread")
                    self.assertFalse([one for one in os.listdir(folder)
                                      if one.startswith(".entente")])
                done += ended.returncode == 0
                tried += 1
                limit += step
        self.assertEqual(done, 5)
        self.assertGreater(tried, 8)

    def test_building(self):
        self.sweep(MB // 3, "build", "-q", "-j", "1", ARTICLES, "-o", "n.json",
                   "-o", "n.gexf", "-o", "n.graphml")

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
