"""Articles beyond --memory lie in a temporary file: the results are the same."""
import os
import tempfile
import unittest

from program import ARTICLES, run, start

COMMANDS = [("build", "-q", "-f", "json", "-o", "-"),
            ("build", "-q", "-f", "gexf", "-o", "-", "--ties", "encounters"),
            ("report", "-q", "--aliases", "aliases.json"),
            ("explain", "-q", "--between", "Kerry", "Lavrov"),
            ("events", "-q"),
            ("resolve", "-q", "-o", "-"),
            ("mentions", "-q")]


class Memory(unittest.TestCase):
    def test_same_bytes_from_a_file(self):
        for command in COMMANDS:
            wanted = run(*command, ARTICLES)
            for memory in ("0", "20000"):
                for threads in ("1", "3"):
                    with self.subTest(command=command, memory=memory):
                        self.assertEqual(
                            wanted, run(*command, "--memory", memory,
                                        "--threads", threads, ARTICLES))

    def test_nothing_is_left_behind(self):
        with tempfile.TemporaryDirectory() as folder:
            os.environ["TMPDIR"] = folder
            run("build", "-q", "-f", "json", "-o", "-", "--memory", "0",
                ARTICLES)
            del os.environ["TMPDIR"]
            self.assertEqual(os.listdir(folder), [])

    def test_no_place_for_the_file(self):
        os.environ["TMPDIR"] = "/nowhere/at-all"
        failed = start("build", "-f", "json", "-o", "-", "--memory", "0",
                       ARTICLES)
        fine = start("build", "-q", "-f", "json", "-o", "-", ARTICLES)
        del os.environ["TMPDIR"]
        self.assertEqual(failed.returncode, 1)
        self.assertEqual(failed.stdout, b"")
        self.assertIn(b"temporary file", failed.stderr)
        self.assertEqual(fine.returncode, 0)

    def test_wrong_size(self):
        self.assertEqual(start("build", "--memory", "much", "-o", "x.json",
                               ARTICLES).returncode, 2)


if __name__ == "__main__":
    unittest.main()
