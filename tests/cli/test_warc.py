"""Web archives: their pages are the articles, whatever is broken around them.
Pages are read as plain text here, so that what comes out is what was sent."""
import gzip
import io
import json
import os
import random
import tempfile
import unittest
import zipfile
import zlib

from program import run, start

FORMATS = {line.split()[0]: "not available" not in line
           for line in run("version", "--formats").decode().splitlines()[1:]}
PAGE = b"<html><p>Ann Roe met Ben Poe in Paris.</p></html>\n"
END = b"\r\n\r\n"


def record(block, kind="response", url="http://news.example/a",
           content="application/http; msgtype=response", size=None,
           version="1.0"):
    head = (f"WARC/{version}\r\nWARC-Type: {kind}\r\n"
            f"WARC-Target-URI: {url}\r\nWARC-Date: 2014-03-29T17:42:00Z\r\n"
            f"Content-Type: {content}\r\n"
            f"Content-Length: {len(block) if size is None else size}\r\n\r\n")
    return head.encode() + block + END


def http(body, *lines, status="200 OK", kind="text/html; charset=utf-8"):
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *lines])
    return head.encode() + END + body


def chunked(body, size=7):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part)
                    for part in parts) + b"0\r\n\r\n"


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@unittest.skipUnless(FORMATS["warc"], "built without zlib")
class Warc(unittest.TestCase):
    def read(self, data, name="a.warc"):
        """(articles, messages, exit code)"""
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
            done = start("articles", "-q", "--input-format", "text", name,
                         folder=folder)
        return ([json.loads(line) for line in done.stdout.splitlines()],
                done.stderr.decode().splitlines(), done.returncode)

    def page(self, block, **how):
        found, messages, code = self.read(record(block, **how))
        self.assertEqual((len(found), messages, code), (1, [], 0))
        return found[0]

    def test_a_page_has_its_address_and_day(self):
        for version in ("1.0", "1.1"):
            found = self.page(http(PAGE), version=version)
            self.assertEqual(found["text"].encode(), PAGE)
            self.assertEqual(found["url"], "http://news.example/a")
            self.assertEqual(found["date"], "2014-03-29")
            self.assertEqual(found["id"], "a.warc/http://news.example/a")
        self.assertEqual(self.page(http(PAGE), url="<http://b.example/>")
                         ["url"], "http://b.example/")

    def test_bodies_are_as_they_were_written(self):
        chunks = "Transfer-Encoding: chunked"
        for body, lines in (
                (chunked(PAGE), [chunks]), (PAGE, [chunks]),
                (chunked(PAGE)[:-5] + b"x", [chunks]),
                (gzip.compress(PAGE), ["Content-Encoding: gzip"]),
                (PAGE, ["Content-Encoding: gzip"]),
                (zlib.compress(PAGE), ["content-encoding: deflate"]),
                (raw_deflate(PAGE), ["Content-Encoding: deflate"]),
                (chunked(gzip.compress(PAGE)),
                 [chunks, "Content-Encoding: gzip"])):
            with self.subTest(lines=lines, body=body):
                text = self.page(http(body, *lines))["text"].encode()
                self.assertEqual(text.rstrip(b"x"), PAGE)

    @unittest.skipUnless(FORMATS["html"], "built without gumbo")
    def test_only_pages_are_articles(self):
        file = (record(b"software: x\r\n", "warcinfo", "",
                       "application/warc-fields") +
                record(b"GET / HTTP/1.1" + END, "request") +
                record(http(b"\x89PNG", kind="image/png")) +
                record(http(PAGE, status="404 Not Found")) +
                record(http(PAGE)) +
                record(b"They met.", "conversion", "http://c.example/",
                       "text/plain") +
                record(PAGE, "resource", "http://d.example/", "text/html") +
                record(b"", "revisit"))
        for data in (file, gzip.compress(file)):
            found, messages, code = self.read(data)
            self.assertEqual((len(found), messages, code), (3, [], 0))
        self.assertEqual([article["url"] for article in found],
                         ["http://news.example/a", "http://c.example/",
                          "http://d.example/"])
        found, messages, code = self.read(record(b"", "revisit"))
        self.assertIn("a WARC file of web pages without any", messages[0])

    @unittest.skipUnless(FORMATS["compressed"], "built without libarchive")
    def test_record_by_record_or_as_one(self):
        records = [record(http(PAGE), url=f"http://a.example/{i}")
                   for i in range(5)]
        plain = self.read(b"".join(records))
        self.assertEqual(len(plain[0]), 5)
        self.assertEqual(self.read(b"".join(map(gzip.compress, records))),
                         plain)
        self.assertEqual(self.read(gzip.compress(b"".join(records))), plain)

    def broken(self, data, name="a.warc.gz"):
        """The pages' last letters, and the messages."""
        found, messages, code = self.read(data, name)
        self.assertEqual(code, 3)
        return "".join(article["url"][-1] for article in found), messages

    def test_broken_pieces_are_named_and_the_next_are_read(self):
        """Within a piece, at its end, between two, and at the file's end."""
        pieces = [gzip.compress(record(http(PAGE), url=f"http://a.example/{i}"))
                  for i in range(6)]
        middle = bytearray(pieces[2])
        middle[40:44] = b"\xff\xff\xff\xff"
        places = [sum(map(len, pieces[:i])) for i in range(7)]
        for bad, left, what in (
                (middle, "01345", "a broken one"),
                (pieces[2][:60], "01345", "a broken one"),
                (pieces[2][:-8] + bytes(8), "012345", "a broken one"),
                (pieces[2][:-8], "01345", "a broken one"),
                (b"\x1f\x8b\x08\0junk" + pieces[2], "012345", "a broken one"),
                (b"junk" + pieces[2], "012345", "something else behind one"),
                (bytes(middle) * 3, "01345", "a broken one")):
            with self.subTest(what, left=left, size=len(bad)):
                read, messages = self.broken(b"".join(
                    pieces[:2] + [bad] + pieces[3:]))
                # Without its sum a piece has the next one's head for it: its
                # record is whole.
                self.assertIn(read, (left, "012345"))
                self.assertIn(f"a.warc.gz: byte {places[2]}: expected "
                              f"compressed records, found {what}",
                              "\n".join(messages))
        read, messages = self.broken(b"".join(pieces)[:-20])
        self.assertEqual(read, "01234")
        self.assertIn(f"byte {places[5]}: expected compressed records, found "
                      "its end within one", messages[-1])

    def test_a_broken_piece_without_a_page_behind_it(self):
        page = gzip.compress(record(http(PAGE)))
        other = gzip.compress(record(b"GET / HTTP/1.1" + END, "request"))
        read, messages = self.broken(page + other[:-12] + bytes(4) + other)
        self.assertEqual(read, "a")
        self.assertFalse([line for line in messages if "without any" in line])

    def test_large_broken_pieces(self):
        """Larger than what is looked at, and led far astray."""
        draw = random.Random(1)
        pieces = [gzip.compress(record(http(
            b"<p>" + draw.randbytes(300000).hex().encode()),
            url=f"http://a.example/{i}")) for i in range(5)]
        for cut in (5000, 150000, 299000):
            read, messages = self.broken(
                pieces[0] + pieces[1][:cut] + b"".join(pieces[2:]))
            self.assertEqual(read, "0234")

    @unittest.skipUnless(FORMATS["zip"], "built without libarchive")
    def test_broken_pieces_within_an_archive(self):
        pieces = [gzip.compress(record(http(PAGE), url=f"http://a.example/{i}"))
                  for i in range(4)]
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("a.warc.gz", pieces[0] + pieces[1][:60] +
                             b"".join(pieces[2:]))
        read, messages = self.broken(made.getvalue(), "a.zip")
        self.assertIn(read, ("023", "03"))
        self.assertIn("a.zip/a.warc.gz: byte ", messages[0])

    def test_malformed_records_are_named_and_skipped(self):
        good = record(http(PAGE))
        other = record(http(PAGE), url="http://news.example/b")
        no_size = good.replace(b"Content-Length", b"Content-Lenght")
        for data, read, what in (
                (good + b"junk\r\n\r\n" + other, 2, "something else"),
                (good + no_size + other, 2, "no Content-Length"),
                (good + good[:-9], 1, "its end before that of the record"),
                (good + good[:40], 1, "a header without end"),
                (good + record(http(PAGE), size=5) + other, 2, None)):
            with self.subTest(what):
                found, messages, code = self.read(data)
                self.assertEqual((len(found), code), (read, 3))
                self.assertEqual(len(messages), 1)
                if what:
                    self.assertIn(f"a.warc: byte {len(good)}: expected a WARC "
                                  f"record, found {what}", messages[0])

    def test_what_cannot_be_decoded_is_named(self):
        found, messages, code = self.read(
            record(http(b"\x1b\x01", "Content-Encoding: br")) +
            record(http(b"\x1f\x8b\x08junk", "Content-Encoding: gzip")) +
            record(http(PAGE)))
        self.assertEqual((len(found), code), (1, 3))
        self.assertIn("http://news.example/a: byte 0: expected a response in "
                      "gzip or deflate, found one in br", messages[0])
        self.assertIn("found broken ones", messages[1])

    def test_a_bomb_of_a_page(self):
        bomb = gzip.compress(bytes(200 << 20))
        found, messages, code = self.read(
            record(http(bomb, "Content-Encoding: gzip")) + record(http(PAGE)))
        self.assertEqual((len(found), code), (1, 3))
        self.assertIn("expected a page of at most 64 MiB", messages[0])

    def test_an_address_that_is_no_utf8(self):
        found, messages, code = self.read(record(http(PAGE)).replace(
            b"news.example/a", b"news.example/\xef\xff"))
        self.assertEqual((found[0]["url"], messages, code),
                         ("http://news.example/??", [], 0))

    def test_arc_is_refused_by_name(self):
        done = start("articles", "-q", "-", text=b"filedesc://a.arc 0.0.0.0 "
                     b"2008 text/plain 76\n1 0 IA\n")
        self.assertEqual((done.stdout, done.returncode), (b"", 1))
        self.assertIn(b"found an ARC file", done.stderr)


if __name__ == "__main__":
    unittest.main()
