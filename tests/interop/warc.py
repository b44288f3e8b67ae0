"""A sound WARC file gives the pages that warcio reads from it.

warc.py ENTENTE FOLDER    FOLDER: where warcio is, or is put by pip
"""
import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest

ENTENTE, FOLDER = (os.path.abspath(path) for path in sys.argv[1:3])
WARCIO = "warcio==1.8.1"
sys.path.insert(0, FOLDER)


def install():
    """Whether warcio is there, perhaps now."""
    if not os.path.isdir(os.path.join(FOLDER, "warcio")):
        subprocess.run([sys.executable, "-m", "pip", "install", "-q",
                        "--target", FOLDER, WARCIO], check=False, timeout=100)
    return os.path.isdir(os.path.join(FOLDER, "warcio"))


if not install():
    print(f"skipped: pip can't install {WARCIO}")
    sys.exit(77)

# pylint: disable=wrong-import-position
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def body(number):
    return (f"<!doctype html><title>Day {number}</title><p>Ann Roe met Ben "
            f"Poe on day {number}, as the Zoë Times wrote.</p>\n"
            * (1 + number % 7 * 40)).encode()


def chunked(data, size):
    parts = [data[i:i + size] for i in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part)
                    for part in parts) + b"0\r\n\r\n"


def responses():
    """(headers, payload) in the ways in which servers answer."""
    for number in range(40):
        data, headers = body(number), [
            ("Content-Type", "text/html; charset=utf-8")]
        if number % 4 in (1, 3):
            data = gzip.compress(data)
            headers.append(("Content-Encoding", "gzip"))
        if number % 4 in (2, 3):
            data = chunked(data, 50 + number * 11)
            headers.append(("Transfer-Encoding", "chunked"))
        yield headers, data


def written(version, packed):
    """A file by warcio's own writer, with what else crawlers write."""
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=packed, warc_version=version)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"a": "b"}))
    for number, (headers, data) in enumerate(responses()):
        url = f"http://news.example/{number}"
        response = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(data), http_headers=response)
        request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")],
                                   is_http_request=True)
        writer.write_request_response_pair(
            writer.create_warc_record(url, "request", http_headers=request),
            record)
        writer.write_record(writer.create_revisit_record(
            url, "sha1:B6QJ6BNJ3R4B23XXMRKZKHLPGJY2VE4O", url,
            "2014-03-29T17:42:00Z"))
    return made.getvalue()


def read_by_warcio(data):
    return [(record.rec_headers.get_header("WARC-Target-URI"),
             record.content_stream().read().decode())
            for record in ArchiveIterator(io.BytesIO(data))
            if record.rec_type == "response"]


def read(data):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "a"), "wb") as file:
            file.write(data)
        lines = subprocess.run(
            [ENTENTE, "articles", "--any-language", "--input-format", "text",
             "a"], cwd=folder, check=True, capture_output=True).stdout
    return [(line["url"], line["text"])
            for line in map(json.loads, lines.splitlines())]


class SamePages(unittest.TestCase):
    def check(self, data):
        pages = read(data)
        self.assertEqual(len(pages), 40)
        self.assertEqual(pages, read_by_warcio(data))

    def test_plain(self):
        for version in ("WARC/1.0", "WARC/1.1"):
            self.check(written(version, False))

    def test_record_by_record(self):
        for version in ("WARC/1.0", "WARC/1.1"):
            self.check(written(version, True))

    def test_compressed_as_one(self):
        """warcio reads such files only unpacked."""
        data = written("WARC/1.1", False)
        self.assertEqual(read(gzip.compress(data)), read_by_warcio(data))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
