"""Inputs drawn at random in every format, and read as plain rules say."""
import datetime
import json
import os
import random
import tempfile
import unicodedata
import unittest

from program import run, start

# Of one to four bytes, with and without case, and what hides in texts.
LETTERS = ("abcXYZ 019.,;:!?'\"()-/\\<>&%$#@\n\n"
           "éüßñÅØŁķżİıẞΑωЯжקم中国日本語テ한국ไทย"
           "—–…“”‘’«»•€😀👨\u200d👩\u0301\u00a0\u00ad\u200b\u202e\ufffd\t")
TYPES = ["person", "org", "place", "misc"]
ROLES = ["story", "byline", "credit", "furniture"]


def words(draw, n):
    return "".join(draw.choice(LETTERS) for _ in range(n))


def record(draw, name):
    """An article with any of its fields."""
    made = {"id": name, "text": "A" + words(draw, draw.randint(0, 300))}
    if draw.random() < .7:
        made["title"] = words(draw, 20).replace("\n", " ")
    for key in ("source", "url"):
        if draw.random() < .5:
            made[key] = words(draw, 12)
    if draw.random() < .5:
        made["language"] = draw.choice(["en", "de-CH", "zh-Hant"])
    if draw.random() < .6:
        made["date"] = str(datetime.date(1970, 1, 1) +
                           datetime.timedelta(draw.randint(0, 20000)))
    return made


def records(seed, n=20):
    draw = random.Random(seed)
    return [record(draw, f"r{seed}-{i}") for i in range(n)]


def read(data, *options, folder=None, name="in.json"):
    """The articles that `entente articles` reads of these bytes."""
    with tempfile.TemporaryDirectory() as made:
        path = os.path.join(folder or made, name)
        with open(path, "wb") as file:
            file.write(data)
        return [json.loads(line) for line in
                run("articles", "-q", *options, name,
                    folder=folder or made).splitlines()]


def told(data, *options, name="in.json"):
    """(articles, messages, exit code) of bytes that may be wrong."""
    with tempfile.TemporaryDirectory() as made:
        with open(os.path.join(made, name), "wb") as file:
            file.write(data)
        done = start("articles", "-q", *options, name, folder=made)
    return ([json.loads(line) for line in done.stdout.splitlines()],
            done.stderr.decode().splitlines(), done.returncode)


def lines(made):
    return "".join(json.dumps(one, ensure_ascii=False) + "\n"
                   for one in made).encode()


class Json(unittest.TestCase):
    """Whatever JSON looks like, the articles are those written."""

    def same(self, found, made):
        self.assertEqual(len(found), len(made))
        for one, want in zip(found, made):
            for key in ("id", "text", "url", "language"):
                self.assertEqual(one[key], want.get(key), key)
            for key in ("title", "source"):  # without soft hyphens
                self.assertEqual(one[key] or "",
                                 (want.get(key) or "").replace("\xad", ""))
            if "date" in want:
                self.assertEqual(one["date"], want["date"])

    def test_json_lines(self):
        for seed in range(20):
            made = records(seed)
            self.same(read(lines(made)), made)

    def test_arrays_and_objects_in_a_row(self):
        for seed in range(8):
            made = records(seed)
            for data in (json.dumps(made), json.dumps(made, indent=2),
                         json.dumps(made, ensure_ascii=False, indent=1),
                         "\n".join(json.dumps(one, indent=3)
                                   for one in made),
                         " ".join(json.dumps(one, indent=0) for one in made),
                         json.dumps(made[:7]) + "\n" + json.dumps(made[7:])):
                self.same(read(data.encode()), made)

    def test_escapes_or_bytes(self):
        made = records(99)
        self.assertEqual(read(lines(made)),
                         read("".join(json.dumps(one) + "\n"
                                      for one in made).encode()))

    def test_wide_encodings(self):
        for seed in range(4):
            made = records(seed)
            text = lines(made).decode()
            for encoding in ("utf-8-sig", "utf-16", "utf-32"):
                self.same(read(text.encode(encoding)), made)

    def test_order_of_members_and_more_of_them(self):
        draw = random.Random(5)
        made = records(5)
        mixed = []
        for one in made:
            members = list({**one, "extra": {"deep": [1, {"a": None}]},
                            "text2": "no", "Text": "no"}.items())
            draw.shuffle(members)
            mixed.append(dict(members))
        self.same(read(lines(mixed)), made)

    def test_content_is_text_unless_there_is_text(self):
        found = read(lines([{"id": "a", "content": "one"},
                            {"id": "b", "content": "two", "text": "three"},
                            {"id": "c", "content": "four", "text": None}]))
        self.assertEqual([one["text"] for one in found],
                         ["one", "three", "four"])

    def test_numbers_as_ids(self):
        found = read(lines([{"id": 7, "text": "a"},
                            {"id": -123456789012, "text": "b"}]))
        self.assertEqual([one["id"] for one in found], ["7", "-123456789012"])

    def test_ids_given_twice_are_told_apart(self):
        found = read(lines([{"id": "a", "text": str(i)} for i in range(5)]))
        self.assertEqual(len({one["id"] for one in found}), 5)
        self.assertEqual([one["text"] for one in found], list("01234"))

    def test_without_ids_the_place_is_the_id(self):
        found = read(lines([{"text": "a"}, {"text": "b"}]))
        self.assertEqual([one["id"] for one in found],
                         ["in.json#1", "in.json#2"])
        self.assertEqual(read(lines([{"text": "a"}]))[0]["id"], "in.json")

    def test_zeros_become_blanks(self):
        found = read(b'{"id":"a\\u0000b","text":"c\\u0000\\u0000d"}\n')
        self.assertEqual((found[0]["id"], found[0]["text"]), ("a b", "c  d"))

    def test_dates_in_many_forms(self):
        for written, want in (
                ("2014-03-29", "2014-03-29"), ("20140329", "2014-03-29"),
                ("2014-03-29T23:59:59Z", "2014-03-29"),
                ("2014-03-29 08:00:00+02:00", "2014-03-29"),
                ("March 29, 2014", "2014-03-29"),
                ("29 March 2014", "2014-03-29"),
                ("Sat, 29 Mar 2014 17:42:00 GMT", "2014-03-29"),
                (1396051200, "2014-03-29"), (1396051200000, "2014-03-29"),
                (1396051200.75, "2014-03-29"), (0, "1970-01-01"),
                (-86400, "1969-12-31"), ("", None), ("soon", None),
                ("2014-02-30", None), (None, None), (True, None),
                ([2014, 3, 29], None), (1e300, None)):
            with self.subTest(written):
                found = read(lines([{"id": "a", "text": "x",
                                     "date": written}]))
                self.assertEqual(found[0]["date"], want)


class Broken(unittest.TestCase):
    """One broken article costs no other, and is told with its line."""

    def test_a_line_cut_anywhere(self):
        draw = random.Random(1)
        made = records(1, 6)
        for _ in range(60):
            rows = lines(made).splitlines(keepends=True)
            at = draw.randrange(len(rows))
            body = rows[at].rstrip(b"\n")
            cut = draw.randrange(1, len(body))
            rows[at] = body[:cut] + b"\n"
            found, messages, code = told(b"".join(rows))
            self.assertEqual(code, 3)
            self.assertEqual([one["id"] for one in found],
                             [one["id"] for i, one in enumerate(made)
                              if i != at])
            self.assertEqual(len(messages), 1, messages)
            self.assertTrue(messages[0].startswith(
                f"entente: source: in.json:{at + 1}: byte "), messages)
            byte = int(messages[0].split("byte ")[1].split(":")[0])
            start_of = sum(map(len, rows[:at]))
            self.assertIn(byte - start_of, range(len(rows[at])))

    def test_what_is_wrong_is_said(self):
        for line, message in (
                ('[1]', "expected an article as a JSON object"),
                ('"a"', "expected a JSON object: '[' or '{' expected"),
                ('{"id":"a"}', 'expected a text under "text", "content", '
                               '"body" or the like (--field text=NAME gives '
                               'another name), found "id"'),
                ('{"id":"a","text":7}', 'expected "text" to be a string'),
                ('{"id":{},"text":"a"}', 'expected "id" to be a string'),
                ('{"id":1.5,"text":"a"}', 'expected "id" to be a string'),
                ('{"id":"a","title":{},"text":"b"}',
                 'expected "title" to be a string'),
                ('{"id":"a","text":"b","url":true}',
                 'expected "url" to be a string')):
            with self.subTest(line):
                found, messages, code = told(
                    f'{{"text":"x"}}\n{line}\n{{"text":"y"}}\n'.encode(),
                    "--input-format", "jsonl")
                self.assertEqual((len(found), code), (2, 3))
                self.assertEqual(len(messages), 1)
                self.assertIn(message, messages[0])
                self.assertIn("in.json:2", messages[0])

    def test_every_line_broken(self):
        found, messages, code = told(b'{"text":\n' * 50, "--input-format",
                                     "jsonl")
        self.assertEqual((found, len(messages), code), ([], 12, 1))
        self.assertTrue(messages[10].startswith(
            "entente: and 40 more like it: expected a JSON object"))
        self.assertIn("no article could be read", messages[11])

    def test_each_fault_in_numbers_is_counted_by_itself(self):
        good = b'{"text":"One day."}\n'
        found, messages, code = told(
            (b"[]\n" + b'{"id":7.5,"text":"b"}\n' * 3) * 1500 + good,
            "--input-format", "jsonl")
        self.assertEqual((len(found), len(messages), code), (1, 22, 3))
        self.assertEqual(messages[20:], [
            "entente: and 1,490 more like it: expected an article as a JSON "
            "object, found another JSON value",
            'entente: and 4,490 more like it: expected "id" to be a string'])

    def test_a_file_reached_again_is_read_once_and_told(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a.txt"), "w",
                      encoding="utf-8") as file:
                file.write("One day.")
            os.symlink("a.txt", os.path.join(folder, "b.txt"))
            done = start("articles", "-q", "a.txt", ".", folder=folder)
            self.assertEqual(done.returncode, 0)
            self.assertEqual(len(done.stdout.splitlines()), 1)
            self.assertEqual(done.stderr.decode().splitlines(), [
                "entente: ./a.txt: the same as a.txt, read once",
                "entente: ./b.txt: the same as a.txt, read once"])
            for i in range(30):
                os.symlink(".", os.path.join(folder, f"link{i:02}"))
            done = start("articles", "-q", ".", folder=folder)
            told = done.stderr.decode().splitlines()
            self.assertEqual((done.returncode, len(told)), (0, 11))
            self.assertEqual(told[10], "entente: and 21 more that were "
                                       "read already")

    def test_files_that_are_no_text(self):
        for data, kind in ((b"\x89PNG\r\n\x1a\n", "a PNG image"),
                           (b"\xff\xd8\xff\xe0", "a JPEG image"),
                           (b"%PDF-1.4", "a PDF"),
                           (b"PK\x03\x04", "ZIP"),
                           (b"\x1f\x8b\x08\x00", "compressed data"),
                           (b"\x00" * 64, "binary data"), (b"", "nothing"),
                           (b" \n\t\n", "nothing")):
            with self.subTest(kind):
                found, messages, code = told(data, name="in.txt")
                self.assertEqual((found, code, len(messages)), ([], 1, 2))
                self.assertIn(f"in.txt", messages[0])
                self.assertIn(kind, messages[0])

    def test_missing_and_shut(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a.txt"), "w",
                      encoding="utf-8") as file:
                file.write("One day.")
            done = start("articles", "-q", "none.txt", "a.txt", "no/such",
                         folder=folder)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertEqual([line.split(": ")[2] for line in
                          done.stderr.decode().splitlines()],
                         ["none.txt", "no/such"])


def names(span):
    """Whether a span holds anything that can be seen."""
    return any(not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc")
               for c in span)


class Mentions(unittest.TestCase):
    """Names that come with their article."""

    def drawn(self, draw):
        text = "".join(draw.choice(LETTERS) for _ in range(120))
        spans, at = [], 0
        while True:
            first = at + draw.randint(0, 12)
            last = first + draw.randint(1, 9)
            if last > len(text):
                return text, spans
            spans.append((first, last))
            at = last

    def given(self, text, mentions, **more):
        data = lines([{"id": "a", "text": text, **more,
                       "mentions": mentions}])
        done = run("mentions", "-q", "--types", "person,org,place,misc",
                   "--resolve", "none", "-", text=data)
        return json.loads(done)

    def test_spans_come_back_as_they_were(self):
        for seed in range(60):
            draw = random.Random(seed)
            text, spans = self.drawn(draw)
            want = []
            for first, last in spans:
                want.append({
                    "start": len(text[:first].encode()),
                    "end": len(text[:last].encode()),
                    "type": draw.choice(TYPES),
                    "confidence": draw.randint(0, 8) / 8,
                    "role": draw.choice(ROLES), "name": text[first:last]})
            shuffled = draw.sample(want, len(want))
            found = self.given(text, shuffled)["mentions"]
            self.assertEqual(
                [(m["start"], m["end"], m["type"], m["confidence"],
                  m.get("role", "story"), m["text"]) for m in found
                 if names(m["text"])],
                [(m["start"], m["end"], m["type"], m["confidence"], m["role"],
                  m["name"]) for m in want if names(m["name"])])

    def test_a_stated_story_outdoes_signs_of_another_role(self):
        by = {"start": 3, "end": 11, "type": "person"}
        for role, want in ((None, "byline"), ("story", None)):
            found = self.given("By Ann Dunn\n\nThey met.",
                               [{**by, "role": role}], author="Ann Dunn")
            self.assertEqual([m.get("role") for m in found["mentions"]],
                             [want])

    def test_names_in_titles(self):
        found = self.given("They met.", [
            {"start": 0, "end": 8, "type": "person", "field": "title"}],
            title="Ann Dunn speaks")["mentions"]
        self.assertEqual([(m["text"], m["field"]) for m in found],
                         [("Ann Dunn", "title")])

    def test_nested_stay_and_crossing_go(self):
        found = self.given("Ann Dunn Hall of Rome", [
            {"start": 0, "end": 13, "type": "org"},
            {"start": 0, "end": 8, "type": "person"},
            {"start": 4, "end": 17, "type": "misc"},
            {"start": 0, "end": 13, "type": "place"},
            {"start": 17, "end": 21, "type": "place"}])["mentions"]
        self.assertEqual([(m["start"], m["end"]) for m in found],
                         [(0, 13), (0, 8), (17, 21)])

    def test_spacy_counts_characters(self):
        for seed in range(40):
            draw = random.Random(seed)
            text, spans = self.drawn(draw)
            labels = {"PERSON": "person", "PER": "person", "ORG": "org",
                      "GPE": "place", "LOC": "place", "FAC": "place",
                      "NORP": "misc", "EVENT": "misc"}
            ents = [{"start": first, "end": last,
                     "label": draw.choice([*labels, "DATE", "MONEY"])}
                    for first, last in spans]
            data = lines([{"id": "a", "text": text, "ents": ents}])
            done = run("mentions", "-q", "--types", "person,org,place,misc",
                       "--resolve", "none", "-", text=data)
            self.assertEqual(
                [(m["text"], m["type"]) for m in json.loads(done)["mentions"]
                 if names(m["text"])],
                [(text[e["start"]:e["end"]], labels[e["label"]])
                 for e in ents if e["label"] in labels and
                 names(text[e["start"]:e["end"]])])

    def test_a_name_of_any_length_is_whole(self):
        long = " ".join(f"Bela{i}" for i in range(100))
        text = f"{long} met Carl Dunn."
        at = text.index("Carl")
        for kind in ("person", "org"):
            done = run("build", "-q", "-f", "json", "-o", "-", "--types",
                       "person,org", "-", text=lines([{
                           "id": "a", "text": text, "mentions": [
                               {"start": 0, "end": len(long), "type": kind},
                               {"start": at, "end": at + 9,
                                "type": "person"}]}]))
            self.assertEqual(sorted(node["label"] for node in
                                    json.loads(done)["nodes"]),
                             [long, "Carl Dunn"])

    def test_no_span_that_is_none(self):
        text = "Ä b"
        for first, last in ((0, 1), (1, 2), (2, 2), (3, 2), (0, 5), (4, 5),
                            (-1, 2), (0, 99999999999)):
            with self.subTest((first, last)):
                done = start("mentions", "-q", "-", text=lines([
                    {"id": "a", "text": text, "mentions": [
                        {"start": first, "end": last, "type": "org"}]}]))
                self.assertEqual((done.returncode, done.stdout), (1, b""))
                self.assertIn(b'mention 0: expected "start" and '
                              b'"end"', done.stderr)


class Conll(unittest.TestCase):
    """Token and tag files by a reader of a few lines."""

    def drawn(self, draw, separator):
        documents = []
        for _ in range(draw.randint(1, 4)):
            sentences = []
            for _ in range(draw.randint(1, 5)):
                rows, inside = [], None
                for _ in range(draw.randint(1, 9)):
                    kind = draw.choice([None, None, "PER", "ORG", "LOC"])
                    if kind is None:
                        tag = "O"
                    elif inside == kind and draw.random() < .6:
                        tag = "I-" + kind
                    else:
                        tag = "B-" + kind
                    inside = kind
                    token = "".join(draw.choice("abcdéЖ中.,'") for _ in
                                    range(draw.randint(1, 6)))
                    rows.append((token, tag))
                sentences.append(rows)
            documents.append(sentences)
        text = ""
        for sentences in documents:
            text += f"-DOCSTART-{separator}O\n\n"
            for rows in sentences:
                for token, tag in rows:
                    middle = separator + "NN" if separator == "\t" else ""
                    text += f"{token}{middle}{separator}{tag}\n"
                text += "\n"
        return documents, text

    def plain(self, sentences):
        """(text, [(name, type)])"""
        types = {"PER": "person", "ORG": "org", "LOC": "place"}
        text, names, inside = "", [], None
        for rows in sentences:
            inside = None
            for place, (token, tag) in enumerate(rows):
                text += " " if place else ""
                if tag == "O":
                    inside = None
                elif tag.startswith("I-") and inside == tag[2:]:
                    names[-1][0] += " " + token
                else:
                    names.append([token, types[tag[2:]]])
                    inside = tag[2:]
                text += token
            text += "\n"
        return text.strip("\n"), names

    def test_documents_drawn(self):
        for seed in range(40):
            draw = random.Random(seed)
            separator = draw.choice([" ", "\t"])
            documents, data = self.drawn(draw, separator)
            for end in ("\n", "\r\n"):
                done = run("mentions", "-q", "--input-format", "conll",
                           "--resolve", "none", "-",
                           text=data.replace("\n", end).encode())
                texts = run("articles", "-q", "--input-format", "conll", "-",
                            text=data.replace("\n", end).encode())
                found = [json.loads(line) for line in done.splitlines()]
                self.assertEqual(len(found), len(documents))
                for one, line, sentences in zip(found, texts.splitlines(),
                                                documents):
                    text, names = self.plain(sentences)
                    self.assertEqual(json.loads(line)["text"].strip("\n"),
                                     text)
                    self.assertEqual([[m["text"].replace("\n", " "), m["type"]]
                                      for m in one["mentions"]], names)

    def test_wrong_rows_are_told(self):
        for row in ("Hill", "Hill PER", "Hill B-per", "Hill X-PER", " O",
                    "Hill B-", "Hill B-PER O?"):
            with self.subTest(row):
                found, messages, code = told(
                    f"Ann B-PER\nleft O\n\n{row}\n".encode(),
                    "--input-format", "conll")
                self.assertEqual((found, code, len(messages)), ([], 1, 2))
                self.assertIn("in.json:4: expected a token and a tag such as "
                              "O or B-PER", messages[0])


class Plain(unittest.TestCase):
    def test_text_is_kept_whole(self):
        for seed in range(40):
            draw = random.Random(seed)
            text = "A day of it " + words(draw, 400)
            for encoding in ("utf-8", "utf-8-sig", "utf-16"):
                found = read(text.encode(encoding), "--input-format", "text",
                             name="a.txt")
                self.assertEqual(found[0]["text"], text)
                self.assertEqual(found[0]["id"], "a.txt")

    def test_old_encodings(self):
        for encoding, text in (
                ("latin-1", "Die Gespräche über Zölle führten zu nichts, "
                            "sagte die Präsidentin später."),
                ("cp1252", "“Où est-il?” demanda l’élève – près de "
                           "l’école à côté du café."),
                ("cp1251", "Президент встретился с министром иностранных дел "
                           "в понедельник вечером."),
                ("shift_jis", "外務大臣は月曜日に東京で会談した。両者は合意"
                              "しなかった。"),
                ("euc_kr", "외무장관은 월요일에 서울에서 회담했다. 합의는 "
                           "없었다."),
                ("gb18030", "外交部长星期一在北京举行会谈，双方没有达成"
                            "协议。会谈将继续。"),
                ("koi8_r", "Президент встретился с министром иностранных дел "
                           "в понедельник вечером.")):
            with self.subTest(encoding):
                data = (text + "\n") * 6
                found = read(data.encode(encoding), name="a.txt")
                self.assertEqual(found[0]["text"], data)

    def test_folders_are_read_in_order_and_depth(self):
        with tempfile.TemporaryDirectory() as folder:
            names = ["b.txt", "a/z.txt", "a/b/c.txt", "Z.txt", "ä.txt",
                     "a.txt", "a/b.txt", "10.txt", "9.txt"]
            for name in names + [".hidden.txt", "a/.git/x.txt"]:
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(f"The text of {name}.")
            found = [json.loads(line)["id"] for line in
                     run("articles", "-q", ".", folder=folder).splitlines()]
            want = sorted(names, key=lambda name: [
                part.encode() for part in name.split("/")])
            self.assertEqual(found, ["./" + name for name in want])
            for threads in ("1", "3", "16"):
                again = run("articles", "-q", "--threads", threads, "./",
                            folder=folder)
                self.assertEqual([json.loads(line)["id"]
                                  for line in again.splitlines()], found)


if __name__ == "__main__":
    unittest.main()
