"""Archives and compressed data: their members are read as files are, and those
made to use up memory or time end at a limit."""
import bz2
import gzip
import io
import json
import lzma
import os
import shutil
import subprocess
import tarfile
import tempfile
import unittest
import zipfile

from program import SAMPLES, run, start

FORMATS = {line.split()[0]: "not available" not in line
           for line in run("version", "--formats").decode().splitlines()[1:]}
ARTICLES = os.path.join(SAMPLES, "articles")
MB = 1 << 20


def sample(name):
    with open(os.path.join(ARTICLES, name), "rb") as file:
        return file.read()


NAMES = sorted(os.listdir(ARTICLES))


def members():
    return [(name, sample(name)) for name in NAMES]


def zipped(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


def tarred(files, mode="w"):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def bomb(size):
    made = io.BytesIO()
    with gzip.GzipFile(fileobj=made, mode="wb") as file:
        for _ in range(size // MB):
            file.write(b"a" * MB)
    return made.getvalue()


@unittest.skipUnless(FORMATS["zip"], "built without libarchive")
class Containers(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = made.name

    def put(self, name, data):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data)

    def read(self, *arguments, text=None):
        """(articles, messages, exit code)"""
        done = start("articles", "-q", *arguments, folder=self.folder,
                     text=text)
        return ([json.loads(line) for line in done.stdout.splitlines()],
                done.stderr.decode().splitlines(), done.returncode)

    def bodies(self, articles):
        return [{key: value for key, value in article.items() if key != "id"}
                for article in articles]

    def test_archives_give_what_the_folder_gives(self):
        wanted, messages, code = self.read(ARTICLES)
        self.assertEqual((messages, code), ([], 0))
        files = members()
        archives = {"a.zip": zipped(files), "a.tar": tarred(files),
                    "a.tgz": tarred(files, "w:gz"),
                    "a.tar.bz2": tarred(files, "w:bz2"),
                    "a.tar.xz": tarred(files, "w:xz"),
                    "nested.zip": zipped([("in.tar.gz",
                                           tarred(files, "w:gz"))]),
                    "twice.tar": tarred([("in.zip", zipped(files))])}
        for name, data in archives.items():
            with self.subTest(name):
                self.put(name, data)
                found, messages, code = self.read(name)
                self.assertEqual((messages, code), ([], 0))
                self.assertEqual(self.bodies(found), self.bodies(wanted))
                self.assertEqual(self.bodies(self.read("-", text=data)[0]),
                                 self.bodies(wanted))
                if name == "a.zip":
                    self.assertIn(f"a.zip/{NAMES[0]}",
                                  [article["id"] for article in found])

    def test_7z(self):
        if not shutil.which("bsdtar"):
            self.skipTest("no bsdtar")
        subprocess.run(["bsdtar", "-cf", os.path.join(self.folder, "a.7z"),
                        "--format", "7zip", *NAMES], cwd=ARTICLES, check=True)
        wanted = self.read(ARTICLES)[0]
        self.assertEqual(self.bodies(self.read("a.7z")[0]),
                         self.bodies(wanted))
        with open(os.path.join(self.folder, "a.7z"), "rb") as file:
            data = file.read()
        self.assertEqual(self.bodies(self.read("-", text=data)[0]),
                         self.bodies(wanted))

    def test_compressed_files_keep_their_name(self):
        data = b'{"text":"Roe met Poe."}\n{"text":"They talked."}\n'
        for name, pack in (("a.gz", gzip.compress), ("a.bz2", bz2.compress),
                           ("a.xz", lzma.compress)):
            with self.subTest(name):
                self.put(name, pack(data))
                found, _, code = self.read(name)
                self.assertEqual((code, [a["id"] for a in found]),
                                 (0, [f"{name}#1", f"{name}#2"]))
        self.put("two.gz", gzip.compress(b"Roe met Poe.\n") +
                 gzip.compress(b"They talked.\n"))
        self.assertEqual(self.read("two.gz")[0][0]["text"],
                         "Roe met Poe.\nThey talked.\n")

    def test_the_forced_format_is_that_of_the_articles(self):
        self.put("a.zip", zipped([("a", b"{\"text\": \"Roe met Poe.\"}")]))
        found, _, _ = self.read("--input-format", "jsonl", "a.zip")
        self.assertEqual(found[0]["text"], "Roe met Poe.")

    def test_names_of_members(self):
        self.put("a.zip", zipped([
            ("../../etc/Zoë.txt", b"Roe met Poe."), (".git/config", b"x"),
            ("__MACOSX/a.txt", b"x"), ("a/.b", b"x"), ("/c.txt", b"They met."),
            ("./c.txt", b"They met again.")]))
        found, messages, code = self.read("a.zip")
        self.assertEqual([article["id"] for article in found],
                         ["a.zip/etc/Zoë.txt", "a.zip/c.txt", "a.zip/c.txt#2"])
        self.assertEqual((messages, code), ([], 0))

    def test_members_that_cannot_be_read_are_named(self):
        self.put("a.zip", zipped([("a.png", b"\x89PNG\r\n\x1a\n"),
                                  ("b.txt", b"Roe met Poe."), ("c", b""),
                                  ("d.xml", b"<?xml version='1.0'?><d/>")]))
        found, messages, code = self.read("a.zip")
        self.assertEqual((len(found), code), (1, 3))
        self.assertEqual([message.split(": ")[2:] for message in messages],
                         [["a.zip/a.png:1", "byte 0",
                           "expected text, found a PNG image"],
                          ["a.zip/c:1", "byte 0",
                           "expected text, found nothing"],
                          ["a.zip/d.xml", "expected articles, found an XML "
                           "document of an unknown kind"]])

    def test_broken_archives(self):
        for name, data in (("a.zip", zipped(members())),
                           ("a.tgz", tarred(members(), "w:gz")),
                           ("a.txt.xz", lzma.compress(sample(NAMES[0]) * 9))):
            with self.subTest(name):
                self.put(name, data[:len(data) // 2])
                found, messages, code = self.read(name)
                self.assertIn(code, (1, 3))
                self.assertTrue(all(name in message
                                    for message in messages[:-1]))
                self.assertLess(len(found), len(NAMES))
        self.put("empty.zip", zipped([]))
        self.assertIn("empty.zip: expected articles, found a ZIP archive "
                      "without any", self.read("empty.zip")[1][0])

    # ---- limits ----

    def test_a_bomb_ends_at_the_ratio(self):
        data = bomb(300 * MB)
        self.put("a.gz", data)
        self.put("a.tgz", gzip.compress(tarred([("a", b"a" * 300 * MB)])))
        self.put("a.zip", zipped([("a.gz", data)]))
        for name in ("a.gz", "a.tgz", "a.zip"):
            with self.subTest(name):
                found, messages, code = self.read(name)
                self.assertEqual((found, code, len(messages)), ([], 1, 2))
                self.assertIn("expected at most 250 unpacked bytes for each "
                              "packed one (max-ratio), found more",
                              messages[0])

    def test_a_member_that_is_passed_over_counts(self):
        self.put("a.tgz", gzip.compress(tarred([
            ("a", b"<?xml version='1.0'?><a/>" + b" " * 100 * MB), ("b", b"They met.")])))
        found, messages, code = self.read("a.tgz")
        self.assertEqual((found, code), ([], 1))
        self.assertIn("max-ratio", messages[1])
        found, messages, code = self.read("--max-ratio", "5000", "a.tgz")
        self.assertEqual((len(found), code, len(messages)), (1, 3, 1))

    def test_the_other_limits(self):
        files = [(f"{i}.txt", b"Roe met Poe. " * 100) for i in range(9)]
        self.put("a.zip", zipped(files))
        for option, value, read in (("--max-members", "4", 4),
                                    ("--max-unpacked", "5k", 3),
                                    ("--max-depth", "0", 0)):
            with self.subTest(option):
                found, messages, code = self.read(option, value, "a.zip")
                self.assertEqual((len(found), code),
                                 (read, 3 if read else 1))
                self.assertIn(option[2:], messages[0])
        self.put("b.zip", zipped([("a.zip", zipped([("b.zip",
                                                     zipped(files))])),
                                  ("c.txt", b"They met.")]))
        found, messages, code = self.read("--max-depth", "2", "b.zip")
        self.assertEqual((len(found), code, len(messages)), (1, 3, 1))
        self.assertIn("b.zip/a.zip/b.zip: expected archives within archives 2 "
                      "deep at most (max-depth), found more", messages[0])
        self.assertEqual(len(self.read("b.zip")[0]), 10)


    def test_articles_of_too_many_bytes(self):
        """What is too long is passed over, up to the next article."""
        long = "Roe met Poe. " * 8000
        fits = "Roe met Poe. " * 5000
        lines = [json.dumps({"id": str(i), "text": text}) + "\n"
                 for i, text in enumerate([fits, long, fits, "Ann left.", long])]
        self.put("lines.jsonl", "".join(lines).encode())
        self.put("long.txt", long.encode())
        self.put("a.zip", zipped([("x.txt", long.encode()),
                                  ("y.txt", fits.encode())]))
        for name, read, broken in (("lines.jsonl", 3, 2), ("long.txt", 0, 1),
                                   ("a.zip", 1, 1)):
            with self.subTest(name):
                found, messages, code = self.read("--max-article", "70000",
                                                  name)
                self.assertEqual((len(found), code),
                                 (read, 3 if read else 1))
                self.assertEqual(sum(
                    "expected an article of at most 70000 bytes (max-article), "
                    "found more" in line for line in messages), broken)
                self.assertEqual(self.read(name)[2], 0)


class Refused(unittest.TestCase):
    def test_markup_is_never_prose(self):
        for data, what in ((b"<?xml version='1.0'?>\n<a>Roe met Poe</a>",
                            "an XML document"),):
            done = start("articles", "-q", "-", text=data)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(what, done.stderr.decode())

    def test_formats_are_listed(self):
        for name in ("zip", "html", "jsonl", "text"):
            self.assertIn(name, FORMATS)
        self.assertTrue(FORMATS["text"] and FORMATS["jsonl"])


if __name__ == "__main__":
    unittest.main()
