"""Documents, mail and subtitles give the actors and ties that their text gives,
and nothing of what stands around it."""
import email.message
import email.policy
import json
import mailbox
import os
import random
import shutil
import subprocess
import tempfile
import unittest

import documents
from program import PROGRAM, SAMPLES, run, start

FORMATS = {line.split()[0]: "not available" not in line
           for line in run("version", "--formats").decode().splitlines()[1:]}
ARTICLES = os.path.join(SAMPLES, "articles")
NAMES = [name for name in sorted(os.listdir(ARTICLES)) if name[0] == "2"]


def sample(name):
    with open(os.path.join(ARTICLES, name), encoding="utf-8") as file:
        return file.read()


class Folder(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = made.name

    def put(self, name, data):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data)

    def read(self, name, *options):
        """(articles, messages, exit code)"""
        done = start("articles", "-q", *options, name, folder=self.folder)
        return ([json.loads(line) for line in done.stdout.splitlines()],
                done.stderr.decode().splitlines(), done.returncode)

    def article(self, name):
        found, messages, code = self.read(name)
        self.assertEqual((len(found), messages, code), (1, [], 0), name)
        return found[0]

    def refused(self, data, *words, name="in"):
        self.put(name, data)
        found, messages, code = self.read(name)
        self.assertEqual((found, code, len(messages)), ([], 1, 2), messages)
        for word in words:
            self.assertIn(word, messages[0])


def network(folder, *inputs):
    """Actors and ties, with their weights."""
    made = json.loads(run("build", "-q", "-f", "json", "-o", "-", *inputs,
                          folder=folder))
    label = {node["id"]: node["label"] for node in made["nodes"]}
    return (sorted(label.values()),
            sorted((*sorted((label[link["source"]], label[link["target"]])),
                    link["weight"]) for link in made["links"]))


class SameNetwork(Folder):
    """Each sample as a document, the whole as a folder."""

    def check(self, ending, make):
        if not FORMATS[ending]:
            self.skipTest(f"built without what reads {ending}")
        for name in NAMES:
            self.put(f"{name}.{ending}", make(sample(name)))
        actors, ties = network(self.folder, ".")
        wanted_actors, wanted_ties = network(ARTICLES, *NAMES)
        self.assertEqual(actors, wanted_actors)
        self.assertEqual(ties, wanted_ties)
        for name in NAMES:
            wanted = json.loads(run("articles", "-q", name, folder=ARTICLES))
            found = self.article(f"{name}.{ending}")
            self.assertEqual((found["date"], found["title"]),
                             (wanted["date"], wanted["title"]))

    def test_docx(self):
        self.check("docx", documents.docx)

    def test_odt(self):
        self.check("odt", documents.odt)

    def test_rtf(self):
        self.check("rtf", documents.rtf)

    def test_pdf(self):
        self.check("pdf", documents.set_pages)

    def test_pdf_in_columns_with_hyphens(self):
        self.check("pdf", lambda text: documents.set_pages(
            text, columns=2, hyphens=True, rows=12))

    def test_epub(self):
        self.check("epub", documents.epub)

    def test_mail(self):
        self.check("mail", lambda text: message(text).as_bytes())


@unittest.skipUnless(FORMATS["docx"] and FORMATS["odt"],
                     "built without libarchive or libxml2")
class Word(Folder):
    def test_what_is_no_text_is_left_out(self):
        before = ("<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Roe "
                  "in Paris</w:t></w:r></w:p><w:p><w:del><w:r><w:t>Max Gone"
                  "</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText>"
                  "</w:r><w:r><w:t>One</w:t><w:tab/><w:t>two.</w:t></w:r></w:p>")
        self.put("a.docx", documents.docx("Ann Roe met Ben Poe.", before))
        found = self.article("a.docx")
        self.assertEqual(found["title"], "Roe in Paris")
        self.assertEqual(found["date"], "2014-03-29")
        self.assertEqual(found["text"], "Roe in Paris\n\nOne two.\n\n"
                                        "Ann Roe met Ben Poe.")

    def test_a_title_above_a_heading_of_its_words(self):
        before = ("<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Roe "
                  "in Paris</w:t></w:r></w:p>")
        text = "Roe in Paris\n\nAnn Roe met Ben Poe."
        self.put("a.docx", documents.docx(text, before))
        self.assertEqual(self.article("a.docx")["text"], text)
        self.put("a.rtf", documents.rtf("Roe in Paris\n\n" + text))
        self.assertEqual(self.article("a.rtf")["text"], text)

    def test_odt_notes_are_left_out(self):
        before = ("<text:p>One<text:s/>two<text:note>Max Gone</text:note>."
                  "</text:p>")
        self.put("a.odt", documents.odt("Ann Roe met Ben Poe.", before))
        self.assertEqual(self.article("a.odt")["text"],
                         "One two.\n\nAnn Roe met Ben Poe.")

    def entities(self, declared, text):
        self.put("a.docx", documents.zipped([
            ("[Content_Types].xml", "<T/>"),
            ("word/document.xml", f"<!DOCTYPE d [{declared}]><w:d "
             f"{documents.W}><w:p><w:t>{text}</w:t></w:p></w:d>")]))

    def test_declared_entities(self):
        self.entities("<!ENTITY who 'Ann &name;'><!ENTITY name 'R&#246;e'>"
                      "<!ENTITY far SYSTEM 'file:///etc/passwd'>"
                      "<!ENTITY loop '&loop;'>",
                      "&who; &amp; Ben&nbsp;Po&eacute; met.")
        found = self.article("a.docx")
        self.assertEqual(found["text"], "Ann Röe & Ben\xa0Poé met.")
        self.assertNotIn("entities", found["warnings"])
        self.entities("<!ENTITY far SYSTEM 'file:///etc/passwd'>"
                      "<!ENTITY loop '&loop;'>", "They &met; &far; &amp; "
                      "&loop;.")
        found = self.article("a.docx")
        self.assertEqual(found["text"], "They &met; &far; & &loop;.")
        self.assertIn("entities", found["warnings"])

    def test_a_bomb_of_entities(self):
        bomb = "<!ENTITY a 'ha'>" + "".join(
            f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>"
            for i in range(12))
        self.entities(bomb, "They met &m;.")
        found, messages, code = self.read("a.docx")
        self.assertEqual((found, code), ([], 1))
        self.assertIn("a.docx: expected entities that stand for at most 64 KiB, "
                      "found more", messages[0])

    def test_broken_ones_are_named(self):
        whole = documents.docx("Ann Roe met Ben Poe. " * 99)
        self.refused(whole[:len(whole) // 2], "in:")
        self.refused(documents.docx(""), "a document without any")
        self.refused(documents.zipped([("[Content_Types].xml", "<T/>"),
                                       ("xl/workbook.xml", "<w/>")]),
                     "a spreadsheet or a presentation")

    def test_rtf(self):
        self.put("a.rtf", rb"{\rtf1\ansi\ansicpg1252 {\header Max Gone}"
                          rb"{\*\x Max Gone}\'93Zo\'eb Roe\'94 met \{Ben\}\par "
                          rb"\u26085\'93\u-10179?\u-8704? \bin3 }}}met.}")
        self.assertEqual(self.article("a.rtf")["text"],
                         "“Zoë Roe” met {Ben}\n\n日😀 met.")
        self.refused(b"{\\rtf1" + b"{" * 5000, "groups at most 1000 deep")

    def test_rtf_controls(self):
        """What stands for characters, and how many others follow \\u."""
        for coded, text in (
                (rb"Ann\~Roe\line met\tab Ben", "Ann Roe met Ben"),
                (rb"Ann\emdash Roe\endash 2\_3", "Ann—Roe–2-3"),
                (rb"\ldblquote Yes\rdblquote  \lquote no\rquote ",
                 "“Yes” ‘no’"),
                (b"one\\\ntwo\\\rthree", "one\n\ntwo\n\nthree"),
                (rb"{\uc2 \u233 xxa}{\uc0 \u233 b}\u233 ?c", "éaébéc"),
                (rb"{\uc-1 \u233 ?a}", "éa"),
                (rb"\ansicpg99999 caf\'e9", "café"),
                (rb"caf\'e9\bullet", "café•"),
                (rb"\u-8704?x", "\ufffdx"), (b"{They} met.\\", "They met.")):
            with self.subTest(coded):
                self.put("a.rtf", b"{\\rtf1 " + coded)
                self.assertEqual(self.article("a.rtf")["text"], text)


@unittest.skipUnless(FORMATS["epub"] and FORMATS["html"],
                     "built without libarchive, libxml2 or gumbo")
class Epub(Folder):
    def test_covers_and_pages_without_text(self):
        """Neither is named as if something were lost."""
        text = "Roe in Paris\n\n" + "Ann Roe met Ben Poe in Paris. " * 9
        for made in ({"cover": "<svg><image/></svg>"}, {"notes": "<p>Max Gone"
                     " met Ann Roe in Paris on Friday.</p>"}):
            self.put("a.epub", documents.epub(text, **made))
            self.assertEqual(self.article("a.epub")["title"], "Roe in Paris")

    def test_a_title_that_is_only_a_line(self):
        text = "Roe in Paris\n\n" + "Ann Roe met Ben Poe in Paris. " * 9
        self.put("a.epub", documents.epub(text, heading="p"))
        found = self.article("a.epub")
        self.assertEqual(found["title"], "Roe in Paris")
        self.assertTrue(found["text"].startswith("Roe in Paris\n\nAnn Roe"))


@unittest.skipUnless(FORMATS["pdf"], "built without poppler")
class Pdf(Folder):
    def test_running_heads_and_page_numbers_are_left_out(self):
        draw = random.Random(1)
        words = [f"{a}{b}{c}" for a in "bdfg" for b in "aeiou" for c in "lmnr"]
        text = "Roe in Paris\n\n" + "\n\n".join(
            "Ann Roe met " + " ".join(draw.choices(words, k=40)) + "."
            for _ in range(40))
        self.put("a.pdf", documents.set_pages(text))
        found = self.article("a.pdf")
        self.assertEqual(found["text"], text)
        self.assertEqual(found["title"], "Roe in Paris")

    def test_words_are_made_whole(self):
        self.put("a.pdf", documents.pdf([[
            (50, 700, 10, "The co-operation of the two and their co-"),
            (50, 688, 10, "operation with Saint-"),
            (50, 676, 10, "Denis was a long and hard under-"),
            (50, 664, 10, "taking.")]]))
        self.assertEqual(self.article("a.pdf")["text"],
                         "The co-operation of the two and their co-operation "
                         "with Saint-Denis was a long and hard undertaking.")

    def test_hyphens_of_names_behind_a_family_name_stay(self):
        self.put("a.pdf", documents.pdf([[
            (50, 700, 10, "President Ma Ying-"),
            (50, 688, 10, "jeou met Ann Dun-"),
            (50, 676, 10, "more in Paris.")]]))
        self.assertEqual(self.article("a.pdf")["text"],
                         "President Ma Ying-jeou met Ann Dunmore in Paris.")

    def test_a_scan_is_named(self):
        self.refused(documents.pdf([[], []]),
                     "a PDF of 2 pages without text (a scan?)")

    def test_broken_ones(self):
        self.refused(b"%PDF-1.4\nand so on", "cannot read a PDF document")
        loop = documents.pdf([[(50, 700, 10, "They met.")]])
        loop = loop.replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]")
        self.refused(loop, "in:")

    def test_pages_that_hold_themselves(self):
        """A form that draws itself, and a page tree that goes round."""
        made = documents.pdf([[(50, 700, 10, "They met.")]])
        made = made.replace(b"/Parent 2 0 R", b"/Parent 4 0 R")
        self.put("a.pdf", made)
        self.assertIn(self.read("a.pdf")[2], (0, 1))

    def test_a_page_without_end_is_given_up(self):
        """By the processor's time, which comes slowly on a busy machine."""
        self.put("a.pdf", documents.set_pages("Roe in Paris\n\nThey met."))
        self.put("b.pdf", documents.multiplied(60))
        done = subprocess.run([PROGRAM, "articles", "-q", "."], check=False,
                              cwd=self.folder, capture_output=True, timeout=900)
        self.assertEqual((done.stdout.count(b"\n"), done.returncode), (1, 3))
        self.assertRegex(done.stderr.decode(),
                         r"^entente: source: .*b\.pdf: expected a PDF that takes "
                         r"at most 5 s to read, gave up at page 1\n$")

    def beside(self, script):
        """What a program says that has this script beside it to read PDFs."""
        program = os.path.join(self.folder, "entente")
        shutil.copy(PROGRAM, program)
        reader = os.path.join(self.folder, "entente-read-pdf")
        if script:
            self.put(reader, b"#!/bin/sh\n" + script)
            os.chmod(reader, 0o755)
        self.put("a.pdf", documents.set_pages("Roe in Paris\n\nThey met."))
        done = subprocess.run([program, "articles", "-q", "a.pdf"],
                              cwd=self.folder, capture_output=True)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        return done.stderr.decode().splitlines()[0]

    def test_a_crash_is_told_and_harms_nothing(self):
        for script in (b"cat >/dev/null; kill -SEGV $$", b"exit 0",
                       b"kill -KILL $$", b"cat >/dev/null; printf broken",
                       b"head -c 4096 /dev/zero | tr '\\0' '\\11'"):
            self.assertIn("a.pdf: poppler broke off at page 1 of a PDF, by a "
                          "crash or for want of memory (1024 MiB are allowed)",
                          self.beside(script), script)

    @unittest.skipIf(os.path.exists("/usr/lib/entente")
                     or os.path.exists("/usr/local/lib/entente"), "installed")
    def test_a_missing_program_is_told(self):
        self.assertIn("a.pdf: cannot start the program entente-read-pdf: "
                      "No such file", self.beside(None))


class Explained(Folder):
    def how(self, name, *options):
        found, _, code = self.read(name, "--explain", *options)
        self.assertEqual((len(found), code), (1, 0))
        return found[0]["explain"]

    def test_how_each_was_read(self):
        self.put("a.txt", b"Roe in Paris\n\nAnn Roe met Ben Poe.\n")
        self.assertEqual(self.how("a.txt"), {
            "format": "text", "format_from": "content", "text_from": None,
            "title_from": "first line", "left_out": None,
            "language_from": None})
        self.assertEqual(self.how("a.txt", "--input-format", "text")
                         ["format_from"], "option")
        self.put("a.json", b'{"title": "Roe", "text": "They met."}')
        how = self.how("a.json")
        self.assertEqual((how["format"], how["title_from"], how["text_from"]),
                         ("jsonl", "title", "text"))
        self.put("a.json", b'{"headline": {"main": "Roe"}, "x": {"y": "Roe."}}')
        how = self.how("a.json", "--field", "text=x.y")
        self.assertEqual((how["title_from"], how["text_from"]),
                         ("headline.main", "x.y"))
        self.put("a.csv", b"Headline,story\nRoe,They met.\n")
        how = self.how("a.csv", "--field", "text=story")
        self.assertEqual((how["title_from"], how["text_from"]),
                         ("headline", "story"))

    def test_what_was_left_out(self):
        for name, data, title, left_out in (
                ("docx", documents.docx("They met.", "<w:p><w:del><w:r><w:t>x"
                                        "</w:t></w:r></w:del></w:p>"),
                 None, "deleted text"),
                ("pdf", documents.set_pages("Roe in Paris\n\nThey met."),
                 "largest letters", "page numbers"),
                ("mail", b"From: a@b\nTo: b@c\nSubject: x\n\nYes.\n> No.\n",
                 "header", "quoted")):
            if not FORMATS[name]:
                continue
            with self.subTest(name):
                self.put("a", data)
                how = self.how("a")
                self.assertEqual((how["format"], how["title_from"]),
                                 (name, title))
                self.assertIn(left_out, how["left_out"])


class Subtitles(Folder):
    def test_sentences_go_on(self):
        for form in ("srt", "vtt"):
            text = ("Ann Roe met Ben Poe in Paris on Friday, as both had "
                    "planned for months. They talked about nothing.")
            self.put("a", documents.subtitles(text, form))
            self.assertEqual(self.article("a")["text"], text)

    def test_marks_and_speakers(self):
        self.put("a.vtt", b"WEBVTT\n\nNOTE nothing\n\n00:01.000 --> 00:02.000 "
                          b"align:left\n<v Ann Roe><i>We met.</i>\n\n00:02.000 "
                          b"--> 00:03.000\n<v Ben Poe>{\\an8}We did.\n")
        self.assertEqual(self.article("a.vtt")["text"],
                         "Ann Roe: We met.\n\nBen Poe: We did.")
        self.put("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nThey met.\n\n"
                          b"2\n00:00:09,000 --> 00:00:10,000\nMuch later.\n")
        self.assertEqual(self.article("a.srt")["text"],
                         "They met.\n\nMuch later.")


def message(text, **headers):
    head, _, body = text.partition("\n")
    made = email.message.EmailMessage(email.policy.default)
    made["From"] = headers.get("sender", "The Daily <desk@daily.example>")
    made["To"] = "reader@example.org"
    made["Subject"] = head
    made["Date"] = "Sat, 29 Mar 2014 17:42:00 +0100"
    made.set_content(body.lstrip("\n"), cte="quoted-printable")
    if "date" not in headers:
        for line in body.splitlines()[:1]:
            del made["Date"]
    return made


@unittest.skipUnless(FORMATS["mail"], "built without gmime")
class Mail(Folder):
    def test_header_and_text(self):
        made = message("Zoë meets Poe\nAnn Roe met Zoë Poe.\n", date=True,
                       sender="Zoë Doe <zoe@example.org>")
        self.put("a.eml", made.as_bytes())
        found = self.article("a.eml")
        self.assertEqual({key: found[key] for key in
                          ("title", "source", "date", "text")},
                         {"title": "Zoë meets Poe", "source": "Zoë Doe",
                          "date": "2014-03-29",
                          "text": "Ann Roe met Zoë Poe.\n"})

    def test_the_plain_version_is_taken_and_no_attachment(self):
        made = message("A\nAnn Roe met Ben Poe.\n", date=True)
        made.add_alternative("<p>Max Gone</p>", subtype="html")
        made.add_attachment("Max Gone", filename="a.txt")
        self.put("a.eml", made.as_bytes())
        self.assertEqual(self.article("a.eml")["text"],
                         "Ann Roe met Ben Poe.\n")

    def letter(self, text, flowed=False):
        head = ("From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n"
                "Content-Type: text/plain; charset=utf-8"
                + ("; format=flowed" if flowed else "") + "\r\n\r\n")
        self.put("a.eml", head.encode() + text.encode())
        return self.article("a.eml")["text"]

    def test_what_is_quoted_is_left_out(self):
        for text, own in (
                ("Yes.\n\nOn Friday Max Gone <m@x.example>\nwrote:\n> Max Gone"
                 "\n> and so on\n\nNo.\n", "Yes.\n\n\nNo.\n"),
                ("Yes.\n\nAm Freitag schrieb Max Gone:\n\n> Max\n>> Gone\n",
                 "Yes.\n\n"),
                ("Yes.\n-- \nMax Gone, Secretary\n", "Yes.\n"),
                ("Yes.\n-----Original Message-----\nFrom: Max Gone\n\nMax\n",
                 "Yes.\n"),
                ("-----Forwarded message-----\nFrom: Max Gone\nDate: x\n\n"
                 "They met.\n", "\nThey met.\n"),
                ("They said this:\nno.\n", "They said this:\nno.\n")):
            with self.subTest(text):
                self.assertEqual(self.letter(text), own)

    def test_flowed_lines_go_on(self):
        self.assertEqual(self.letter("Ann Roe met \nBen Poe.\nOne.\n", True),
                         "Ann Roe met Ben Poe.\nOne.\n")

    def test_mbox_and_maildir(self):
        made = [message(f"Day {i}\nAnn Roe met Ben Poe.\nFrom there they "
                        "left.\n", date=True) for i in range(5)]
        box = mailbox.mbox(os.path.join(self.folder, "box"))
        folder = mailbox.Maildir(os.path.join(self.folder, "dir"))
        for one in made:
            box.add(one)
            folder.add(one)
        box.close()
        for name in ("box", "dir"):
            found, messages, code = self.read(name)
            self.assertEqual((messages, code), ([], 0))
            self.assertEqual(sorted(article["title"] for article in found),
                             [f"Day {i}" for i in range(5)])
            self.assertEqual({article["text"] for article in found},
                             {"Ann Roe met Ben Poe.\nFrom there they left.\n"})
        self.assertEqual(self.read("box")[0][0]["id"], "box#1")

    def test_a_message_in_html_alone_is_a_page(self):
        """Text as of a page; title, sender and day as of the letter."""
        made = message("Zoë meets Poe\n", date=True,
                       sender="Zoë Doe <zoe@example.org>")
        story = "".join(f"<p>Ann Roe met Ben Poe in the town hall on day {i} "
                        "to speak of the bridge, she said.</p>"
                        for i in range(4))
        made.set_content("<html><head><title>Max Gone</title>"
                         "<meta name=date content=2001-01-01></head><body>"
                         f"<nav><a href=x>Max Gone</a></nav>{story}</body>",
                         subtype="html")
        self.put("a.eml", made.as_bytes())
        found = self.article("a.eml")
        self.assertEqual((found["title"], found["source"], found["date"]),
                         ("Zoë meets Poe", "Zoë Doe", "2014-03-29"))
        self.assertEqual(found["text"].count("Ann Roe met Ben Poe"), 4)
        self.assertNotIn("Gone", found["text"])
        del made["Subject"]
        del made["Date"]
        self.put("b.eml", made.as_bytes())
        found = self.article("b.eml")
        self.assertEqual((found["title"], found["date"]),
                         ("Max Gone", "2001-01-01"))
        made.set_content("<html><body></body></html>", subtype="html")
        self.refused(made.as_bytes(), "no running text", name="c.eml")

    def test_a_long_mbox_is_cut_where_messages_begin(self):
        """Wherever the pieces that are read end."""
        box = mailbox.mbox(os.path.join(self.folder, "box"))
        texts = [f"Day {i}\n" + "Ann Roe met Ben Poe.\n" * (i * 997 % 9000)
                 + "From there they left.\n> From here\n" for i in range(9)]
        for text in texts:
            box.add(message(text, date=True))
        box.close()
        found, messages, code = self.read("box")
        self.assertEqual((len(found), messages, code), (9, [], 0))
        for i, one in enumerate(found):
            self.assertEqual(one["text"].count("Ann Roe"), i * 997 % 9000)
            self.assertIn("\nFrom there they left.\n", "\n" + one["text"])

    def test_messages_without_text(self):
        self.refused(b"From: a@b\nTo: c@d\nSubject: x\n\n> Max Gone\n",
                     "a message without any of its own")
        self.refused(b"From: a@b\nMIME-Version: 1.0\nContent-Type: image/png\n"
                     b"\nx", "a message without any")

    def test_prose_is_no_mail(self):
        for text in ("From: here\nThey met.\n", "Note: they met.\n\nYes.\n"):
            self.put("a", text.encode())
            self.assertEqual(self.article("a")["text"], text)


if __name__ == "__main__":
    unittest.main()
