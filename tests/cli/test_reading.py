"""What is read, and how the options on reading change what is found."""
import json
import os
import random
import tempfile
import unittest

from program import ARTICLES, SAMPLES, build, mentions, nodes, run, start

NAMES = "John Kerry met Sergei Lavrov in Geneva on Friday."


def read(*options, text):
    """The articles of a text given on standard input."""
    return [json.loads(line) for line in
            run("articles", "-q", *options, "-", text=text).splitlines()]


def found(*options, text):
    return [json.loads(line) for line in
            run("mentions", "-q", *options, "-", text=text).splitlines()]


class Options(unittest.TestCase):
    def test_min_confidence(self):
        every = [m for article in mentions("--min-confidence", "0")
                 for m in article["mentions"]]
        for least in (0.7, 0.9, 0.999):
            left = [m for article in mentions("--min-confidence", str(least))
                    for m in article["mentions"]]
            self.assertLess(len(left), len(every))
            # Confidence is of the finding; lists and titles may raise it.
            self.assertTrue(all(m["confidence"] >= least - 1e-6
                                for m in left), least)

    def test_min_confidence_only_takes(self):
        spans = {(a["id"], m["start"], m["end"], m.get("field"))
                 for a in mentions() for m in a["mentions"]}
        left = {(a["id"], m["start"], m["end"], m.get("field"))
                for a in mentions("--min-confidence", "0.9")
                for m in a["mentions"]}
        self.assertLess(left, spans)

    def test_types(self):
        every = [m for article in mentions("--types", "person,org,place,misc")
                 for m in article["mentions"]]
        for kind in ("person", "org", "place", "misc"):
            alone = [m for article in mentions("--types", kind)
                     for m in article["mentions"]]
            self.assertEqual(alone, [m for m in every if m["type"] == kind])

    def test_offsets_are_bytes_of_the_text(self):
        texts = {}
        for line in run("articles", "-q", ARTICLES).splitlines():
            article = json.loads(line)
            texts[article["id"]] = {"text": article["text"].encode(),
                                    "title":
                                    article.get("title", "").encode()}
        count = 0
        for article in mentions():
            last = None
            for m in article["mentions"]:
                field = m.get("field", "text")
                part = texts[article["id"]][field][m["start"]:m["end"]]
                self.assertEqual(part.decode(), m["text"])
                place = (field == "text", m["start"])
                self.assertTrue(last is None or last <= place)
                last = place
                count += 1
            for e in article["encounters"]:
                self.assertLess(e["start"], e["end"])
                self.assertGreaterEqual(len(e["participants"]), 2)
                self.assertEqual(len(e["actors"]), len(e["participants"]))
        self.assertGreater(count, 300)

    def test_entities_are_found_as_well(self):
        text = b"The zorblatts of Quux met. Nobody knew the zorblatts."
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write('{"org": ["zorblatts"]}\n')
            file.flush()
            listed = found("--entities", file.name, text=text)[0]["mentions"]
        self.assertEqual([m["type"] for m in listed
                          if m["text"] == "zorblatts"], ["org", "org"])
        self.assertNotIn("zorblatts", [m["text"] for m in
                                       found(text=text)[0]["mentions"]])

    def test_input_format_is_obeyed(self):
        line = json.dumps({"id": "a", "text": NAMES}).encode()
        self.assertEqual(read(text=line)[0]["text"], NAMES)
        self.assertEqual(read("--input-format", "jsonl", text=line)[0]["id"],
                         "a")
        as_text = read("--input-format", "text", text=line)
        self.assertEqual(as_text[0]["text"].strip(), line.decode())

    def test_annotated_articles_are_taken_as_they_are(self):
        line = json.dumps({"id": "a", "text": NAMES, "mentions": [
            {"start": 29, "end": 35, "type": "org"}]}).encode()
        self.assertEqual([(m["text"], m["type"])
                          for m in found(text=line)[0]["mentions"]],
                         [(NAMES[29:35], "org")])


class Inputs(unittest.TestCase):
    def test_encodings_read_the_same(self):
        text = ("Gespräch in Genf\n\nDer Außenminister François Hollande "
                "traf Jürgen Müller. Später fuhr er nach Zürich zurück.\n" * 3)
        want = read(text=text.encode())[0]["text"]
        for encoding in ("utf-8-sig", "utf-16", "latin-1"):
            self.assertEqual(read(text=text.encode(encoding))[0]["text"], want,
                             encoding)

    def test_line_ends_of_other_systems(self):
        with open(os.path.join(SAMPLES, ARTICLES, "2015-02-12-minsk.txt"),
                  "rb") as file:
            text = file.read()
        names = [[(m["text"], m["type"]) for m in one["mentions"]]
                 for one in (found(text=text)[0],
                             found(text=text.replace(b"\n", b"\r\n"))[0])]
        self.assertEqual(names[0], names[1])
        self.assertGreater(len(names[0]), 20)

    def test_nothing_to_read_is_said(self):
        for text in (b"", b"\n", b"   \n\n\t", b"[]"):
            done = start("build", "-f", "json", "-o", "-", "-", text=text)
            self.assertEqual((done.returncode, done.stdout), (1, b""), text)
            self.assertIn(b"no article", done.stderr)

    def test_noise_neither_crashes_nor_hangs(self):
        noise = random.Random(1)
        for size in (1, 10, 1000, 30000):
            for make in (lambda n: noise.randbytes(n),
                         lambda n: bytes(noise.choices(b'{}[]",:\\ \n', k=n)),
                         lambda n: bytes(noise.choices(b"AB. \n'", k=n)),
                         lambda n: b"[" * n, lambda n: b"A. " * (n // 3)):
                done = start("mentions", "-q", "-", text=make(size))
                self.assertIn(done.returncode, (0, 1, 3), make(size)[:80])

    def test_a_sentence_without_end(self):
        text = (b"Barack Obama met Vladimir Putin and " * 5000)[:-5]
        network = json.loads(run("build", "-q", "-f", "json", "-o", "-", "-",
                                 text=text))
        self.assertEqual({n["label"] for n in network["nodes"]},
                         {"Barack Obama", "Vladimir Putin"})

    def test_ids_of_a_file_of_many(self):
        lines = [{"text": f"{NAMES} It was day {i}."} for i in range(3)]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "many.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in lines)
            ids = [json.loads(line)["id"] for line in
                   run("articles", "-q", path).splitlines()]
        self.assertEqual(len(set(ids)), 3)
        self.assertTrue(all(one.startswith(path + "#") for one in ids), ids)

    def test_a_broken_line_costs_no_other(self):
        good = json.dumps({"id": "a", "text": NAMES})
        text = f"{good}\n{{\"id\": \n{good.replace('Friday', 'Monday')}\n"
        done = start("articles", "-q", "-", text=text.encode())
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stdout.splitlines()), 2)
        self.assertIn(b":2", done.stderr)

    def test_what_was_read_reads_the_same_again(self):
        once = run("articles", "-q", ARTICLES)
        again = run("articles", "-q", "-", text=once)
        self.assertEqual(again, once)
        network = json.loads(run("build", "-q", "-f", "json", "-o", "-", "-",
                                 text=once))
        self.assertEqual(nodes(network).keys(), nodes(build()).keys())


if __name__ == "__main__":
    unittest.main()
