"""What the READMEs show can be typed, and gives what they say."""
import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

from program import PROGRAM

ROOT = pathlib.Path(__file__).resolve().parents[2]


def blocks(name, language):
    """The code blocks of a page."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


def commands(name):
    """Lines of code that run the program, without their remarks. Indented
    lines are code, too; "\\" at the end goes on in the next line."""
    text = (ROOT / name).read_text(encoding="utf-8")
    code = "".join(blocks(name, "sh")) + "\n".join(
        line[4:] for line in text.splitlines() if line.startswith("    "))
    for line in code.replace("\\\n", " ").splitlines():
        match = re.match(r"(?:[A-Z_]+=\S+ )?(?:build/)?entente (\w+ .*)", line)
        if match and "|" not in match[1]:
            yield shlex.split(match[1], comments=True)


class Shown(unittest.TestCase):
    def setUp(self):
        """A folder that looks like the project, to write into."""
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        (self.root / "build").mkdir()
        (self.root / "build" / "entente").symlink_to(PROGRAM)
        (self.root / "samples").symlink_to(ROOT / "samples")

    def run_in(self, folder, words):
        return subprocess.run([PROGRAM, *words], cwd=folder, timeout=120,
                              capture_output=True, check=False)

    def has_pictures(self):
        return b"svg" in self.run_in(self.root, ["exporters"]).stdout

    def test_commands_of_the_readme(self):
        found = list(commands("README.md"))
        self.assertGreater(len(found), 7)
        for words in found:
            with self.subTest(" ".join(words)):
                pictures = any(word.endswith((".svg", ".png", ".pdf", ".dot"))
                               for word in words)
                if pictures and not self.has_pictures():
                    continue
                done = self.run_in(self.root, words)
                self.assertEqual(done.returncode, 0, done.stderr.decode())
                for option, name in zip(words, words[1:]):
                    if option == "-o":
                        self.assertGreater((self.root / name).stat().st_size,
                                           100)

    def test_commands_of_the_samples(self):
        for words in commands("samples/README.md"):
            if any(w.endswith(".svg") for w in words) and \
                    not self.has_pictures():
                continue
            with self.subTest(" ".join(words)):
                done = self.run_in(self.root, words)
                self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_options_of_all_pages_exist(self):
        """Files of other people's need not, but every option must."""
        for page in ("README.md", "samples/README.md", "exporters/README.md",
                     "samples/spacy/README.md"):
            for words in commands(page):
                known = self.run_in(self.root, ["help", words[0]])
                self.assertEqual(known.returncode, 0, words)
                for word in words[1:]:
                    if word.startswith("--"):
                        self.assertIn(word + " ", known.stdout.decode())

    def test_shown_output_is_the_programs(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        shown = re.findall(r"\(`build/entente ([^`]+)`\):\n\n```text\n(.*?)"
                           r"^```", text, re.M | re.S)
        self.assertTrue(shown)
        for command, output in shown:
            done = self.run_in(self.root, shlex.split(command) + ["-q"])
            self.assertEqual(done.stdout.decode(), output)

    def test_files_named_in_the_pages_are_there(self):
        for page in ("README.md", "samples/README.md", "exporters/README.md",
                     "src/README.md"):
            text = (ROOT / page).read_text(encoding="utf-8")
            for path in re.findall(r"`((?:src|samples|exporters|tests|include)"
                                   r"/[\w./-]+)`", text):
                self.assertTrue((ROOT / path.rstrip("/")).exists(), path)
            for path in re.findall(r"\]\((?!http)([^)#]+)\)", text):
                self.assertTrue((ROOT / page).parent.joinpath(path).exists(),
                                path)


class Samples(unittest.TestCase):
    def test_the_alias_file_is_one(self):
        decisions = json.loads((ROOT / "samples" / "aliases.json")
                               .read_text(encoding="utf-8"))
        self.assertTrue(decisions["actors"])

    def test_articles_are_short_and_dated(self):
        with os.scandir(ROOT / "samples" / "articles") as entries:
            names = sorted(entry.name for entry in entries)
        self.assertGreater(len(names), 15)
        for name in names:
            if name.endswith(".txt"):
                self.assertRegex(name, r"^\d{4}-\d\d-\d\d-[a-z0-9-]+\.txt$")

    def test_the_plug_in_of_the_page_is_the_sample(self):
        """The page says that the sample is what it explains."""
        text = (ROOT / "exporters" / "README.md").read_text(encoding="utf-8")
        code = (ROOT / "samples" / "plugin" / "d2.c").read_text(
            encoding="utf-8")
        self.assertIn("d2", text)
        lines = [line for line in code.splitlines() if line.strip()]
        self.assertLessEqual(len(lines), 60)


if __name__ == "__main__":
    unittest.main()
