"""Documents that other programs make of the samples give the actors and ties
that the samples' text gives.

documents_of_others.py ENTENTE ARTICLES

A program that isn't there is left out; the output tells which ran.
"""
import html
import json
import os
import subprocess
import sys
import shutil
import tempfile
import unittest

ENTENTE, ARTICLES = (os.path.abspath(path) for path in sys.argv[1:3])
NAMES = sorted(name for name in os.listdir(ARTICLES) if name[0] == "2")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PANDOC = shutil.which("pandoc")
CHROMIUM = shutil.which("chromium")


def page(name):
    """The article as a page for other programs to read."""
    with open(os.path.join(ARTICLES, name), encoding="utf-8") as file:
        head, *rest = file.read().split("\n\n")
    title, *lines = head.splitlines()
    lines += [" ".join(part.split()) for part in rest if part.strip()]
    return ("<!doctype html><html><head><meta charset=utf-8><title>" +
            html.escape(title) + "</title></head><body><h1>" +
            html.escape(title) + "</h1>" +
            "".join(f"<p>{html.escape(line)}</p>\n" for line in lines) +
            "</body></html>")


def run(*command, folder=None):
    return subprocess.run(command, cwd=folder, check=True, timeout=300,
                          capture_output=True).stdout


def network(folder, *inputs):
    """Actors and ties, with their weights and contacts."""
    made = json.loads(run(ENTENTE, "build", "-q", "-f", "json", "-o", "-",
                          *inputs, folder=folder))
    label = {node["id"]: node["label"] for node in made["nodes"]}
    return (sorted(label.values()),
            sorted((*sorted((label[link["source"]], label[link["target"]])),
                    link["weight"], link["encounters"]["meet"],
                    link["encounters"]["call"])
                   for link in made["links"]))


def articles(folder, *inputs):
    lines = run(ENTENTE, "articles", "-q", *inputs, folder=folder)
    return [(line["title"], line["date"], line.get("warnings"))
            for line in map(json.loads, lines.splitlines())]


WANTED = network(ARTICLES, *NAMES)
WANTED_ARTICLES = articles(ARTICLES, *NAMES)


class Others(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = made.name
        for name in NAMES:
            with open(os.path.join(self.folder, name + ".html"), "w",
                      encoding="utf-8") as file:
                file.write(page(name))

    def check(self, ending):
        inputs = [f"{name}.{ending}" for name in NAMES]
        for name in NAMES:
            os.remove(os.path.join(self.folder, name + ".html"))
        self.assertEqual(sorted(os.listdir(self.folder)), inputs)
        self.assertEqual(articles(self.folder, *inputs), WANTED_ARTICLES)
        actors, ties = network(self.folder, *inputs)
        self.assertEqual(actors, WANTED[0])
        self.assertEqual(ties, WANTED[1])
        print(f"{self.id().split('.')[-1][5:]}: {len(NAMES)} articles, "
              f"{len(actors)} actors, {len(ties)} ties", file=sys.stderr)

    def convert(self, filters, ending):
        with tempfile.TemporaryDirectory() as profile:
            run(SOFFICE, f"-env:UserInstallation=file://{profile}",
                "--headless", "--writer", "--convert-to", filters, "--outdir",
                ".", *[name + ".html" for name in NAMES], folder=self.folder)
        self.check(ending)

    @unittest.skipUnless(SOFFICE, "LibreOffice isn't installed")
    def test_libreoffice_pdf(self):
        self.convert("pdf:writer_web_pdf_Export", "pdf")

    @unittest.skipUnless(SOFFICE, "LibreOffice isn't installed")
    def test_libreoffice_docx(self):
        self.convert("docx:MS Word 2007 XML", "docx")

    @unittest.skipUnless(SOFFICE, "LibreOffice isn't installed")
    def test_libreoffice_odt(self):
        self.convert("odt:writer8", "odt")

    @unittest.skipUnless(SOFFICE, "LibreOffice isn't installed")
    def test_libreoffice_rtf(self):
        self.convert("rtf:Rich Text Format", "rtf")

    @unittest.skipUnless(SOFFICE, "LibreOffice isn't installed")
    def test_libreoffice_epub(self):
        self.convert("epub:EPUB", "epub")

    def written_by_pandoc(self, ending):
        """Of the page's title it makes a title page in books."""
        for name in NAMES:
            made = page(name)
            made = made.split("<body>")[1] if ending == "epub" else made
            subprocess.run([PANDOC, "-s", "-f", "html", "-o",
                            f"{name}.{ending}"], input=made.encode(),
                           cwd=self.folder, check=True, timeout=300,
                           capture_output=True)
        self.check(ending)

    @unittest.skipUnless(PANDOC, "pandoc isn't installed")
    def test_pandoc_docx(self):
        self.written_by_pandoc("docx")

    @unittest.skipUnless(PANDOC, "pandoc isn't installed")
    def test_pandoc_odt(self):
        self.written_by_pandoc("odt")

    @unittest.skipUnless(PANDOC, "pandoc isn't installed")
    def test_pandoc_rtf(self):
        self.written_by_pandoc("rtf")

    @unittest.skipUnless(PANDOC, "pandoc isn't installed")
    def test_pandoc_epub(self):
        self.written_by_pandoc("epub")

    @unittest.skipUnless(CHROMIUM, "Chromium isn't installed")
    def test_chromium_pdf(self):
        with tempfile.TemporaryDirectory() as profile:
            for name in NAMES:
                run(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu",
                    f"--user-data-dir={profile}",
                    f"--print-to-pdf={self.folder}/{name}.pdf",
                    f"file://{self.folder}/{name}.html")
        self.check("pdf")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
