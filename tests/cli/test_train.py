"""Training through the program: the model can be used, is the same whatever
the threads, and nothing is left behind where there is an error."""
import json
import os
import tempfile
import unittest

from program import run, start

PERSONS = ["Anna Berg", "Paul Stone", "Mira Novak", "Jon Field", "Ines Costa",
           "Max Brandt"]
PLACES = ["Lund", "Porto", "Graz", "Turin", "Bern", "Delft"]
UNSEEN = b"Yesterday Vera Klein met Otto Weiss in Linz ."


def drawn_pairs():
    for i in range(36):
        yield PERSONS[i % 6], PERSONS[(i // 6 + i + 1) % 6], PLACES[i % 6]


def annotated_tokens():
    """The corpus as tokens with tags, a line each."""
    rows = []
    for a, b, place in drawn_pairs():
        rows += ["-DOCSTART- O", "", "Yesterday O"]
        rows += [f"{word} {tag}" for word, tag in
                 zip(a.split(), ["B-PER", "I-PER"])]
        rows += ["met O"]
        rows += [f"{word} {tag}" for word, tag in
                 zip(b.split(), ["B-PER", "I-PER"])]
        rows += ["in O", f"{place} B-LOC", ". O", ""]
    return "\n".join(rows) + "\n"


def annotated_articles():
    """The same sentences as articles that bring their mentions."""
    for i, (a, b, place) in enumerate(drawn_pairs()):
        text = f"Yesterday {a} met {b} in {place} ."
        second = text.index(" met ") + len(" met ")
        spans = [(len("Yesterday "), a, "person"), (second, b, "person"),
                 (text.index(" in ") + len(" in "), place, "place")]
        yield json.dumps({"id": f"a{i}", "text": text, "mentions": [
            {"start": at, "end": at + len(name), "type": kind}
            for at, name, kind in spans]}) + "\n"


def met_articles():
    """Two persons who met, or two who merely are named."""
    for i, (a, b, place) in enumerate(drawn_pairs()):
        told = "held talks with" if i % 2 else "is older than"
        yield {"id": f"m{i}", "date": "2014-03-29",
               "text": f"President {a} {told} Minister {b} in {place}."}


def met_sentences():
    for i, (article, (a, b, _)) in enumerate(zip(met_articles(),
                                                 drawn_pairs())):
        met = {"kind": "meet", "status": "held", "participants": [a, b]}
        yield {"id": f"s{i}", "article": article["id"], "start": 0,
               "end": len(article["text"]), "encounters": [met] * (i % 2)}


def lines(records):
    return "".join(json.dumps(record) + "\n" for record in records)


FILES = {
    "met.jsonl": lines(met_sentences()),
    "articles.jsonl": lines(met_articles()),
    "nowhere.jsonl": lines([{"id": "s", "text": "x", "start": 0, "end": 9}]),
    "tagged.conll": annotated_tokens(),
    "tagged.jsonl": "".join(annotated_articles()),
    "plain.txt": "".join(f"Then {PERSONS[i % 6]} spoke in {PLACES[i % 5]} "
                         "about the budget.\n" for i in range(30)),
    "names.tsv": "1\tAnna\n7\tBerg\n",
    "wrong.tsv": "1\tAnna\n9\tBob\n",
}


class Training(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.addCleanup(self.held.cleanup)
        self.folder = self.held.name
        for name, content in FILES.items():
            with open(os.path.join(self.folder, name), "w",
                      encoding="utf-8") as file:
                file.write(content)

    def model(self, *options, corpus="tagged.conll"):
        """The bytes of the model that is trained."""
        return run("train", "ner", corpus, "-q", "-o", "-", *options,
                   folder=self.folder)

    def found(self, model, text=UNSEEN):
        with open(os.path.join(self.folder, "used.bin"), "wb") as file:
            file.write(model)
        line = run("mentions", "-q", "--model", "used.bin", "-",
                   folder=self.folder, text=text)
        return [(m["type"], m["text"]) for m in json.loads(line)["mentions"]]

    def test_names_never_seen_are_found_by_what_stands_around(self):
        expected = [("person", "Vera Klein"), ("person", "Otto Weiss"),
                    ("place", "Linz")]
        for corpus in "tagged.conll", "tagged.jsonl":
            with self.subTest(corpus=corpus):
                self.assertEqual(self.found(self.model(corpus=corpus)),
                                 expected)

    def test_same_model_whatever_the_threads_and_where_it_goes(self):
        one = self.model("--threads", "1", "--text", "plain.txt")
        self.assertTrue(one == self.model("-j", "3", "--text", "plain.txt"))
        run("train", "ner", "tagged.conll", "--text", "plain.txt", "-q",
            "-o", "file.bin", folder=self.folder)
        with open(os.path.join(self.folder, "file.bin"), "rb") as file:
            self.assertTrue(file.read() == one)

    def test_every_option_tells_in_the_model(self):
        plain = self.model()
        self.assertTrue(plain == self.model("--seed", "1"))
        for option in (("--seed", "5"), ("--text", "plain.txt"),
                       ("--names", "names.tsv")):
            with self.subTest(option=option):
                other = self.model(*option)
                self.assertFalse(other == plain)
                self.assertTrue(other == self.model(*option))

    def test_progress_stays_off_the_output_and_quiet_is_quiet(self):
        for options in (), ("-q",):
            done = start("train", "ner", "tagged.conll", "-o", "-", *options,
                         folder=self.folder)
            self.assertTrue(done.stdout == self.model())
            self.assertEqual(done.stderr, b"")

    def test_a_model_that_was_there_stays_if_the_training_fails(self):
        path = os.path.join(self.folder, "kept.bin")
        with open(path, "wb") as file:
            file.write(b"as it was")
        done = start("train", "ner", "plain.txt", "-q", "-o", path,
                     folder=self.folder)
        self.assertEqual(done.returncode, 1)
        with open(path, "rb") as file:
            self.assertEqual(file.read(), b"as it was")

    def test_a_model_cut_short_anywhere_is_refused(self):
        model = self.model()
        path = os.path.join(self.folder, "cut.bin")
        for size in (0, 1, 8, 16, 17, 300, len(model) // 2, len(model) - 1):
            with self.subTest(size=size):
                with open(path, "wb") as file:
                    file.write(model[:size])
                done = start("mentions", "--model", path, "-", text=UNSEEN)
                self.assertEqual((done.returncode, done.stdout), (1, b""))
                self.assertIn(b"expected a model of this program",
                              done.stderr)

    def test_contacts_give_the_same_model_each_time(self):
        how = ("train", "encounters", "met.jsonl", "--articles",
               "articles.jsonl", "-q", "-o", "-")
        model = run(*how, folder=self.folder)
        self.assertTrue(model.startswith(b"ENTMEETS"))
        self.assertTrue(model == run(*how, folder=self.folder))
        self.assertFalse(model == run(*how, "--seed", "2",
                                      folder=self.folder))

    CORPUS = ("ner", "tagged.conll")
    MET = ("encounters", "met.jsonl", "-o", "new.bin")
    WRONG = [
        (2, ("x", "tagged.conll", "-o", "new.bin"),
         "expected ner or encounters as WHAT, found 'x'"),
        (2, CORPUS, "expected -o MODEL, found nothing"),
        (2, ("ner", "-o", "new.bin"),
         "expected WHAT CORPUS... -o MODEL, found nothing"),
        (2, CORPUS + ("-o", "new.bin", "-o", "other.bin"),
         "-o: expected one file, found 2"),
        (2, CORPUS + ("-o", "new.bin", "--seed", "x"),
         "--seed: expected a whole number, found 'x'"),
        (2, CORPUS + ("-o", "no/such/new.bin"),
         "export: no/such/new.bin: can't be written: "
         "No such file or directory"),
        (1, CORPUS + ("-o", "/dev/full"),
         "export: /dev/full: can't be written: No space left on device"),
        (1, ("ner", "plain.txt", "-o", "new.bin"),
         "recognise: plain.txt: expected an annotated article, found none"),
        (1, ("ner", "none.conll", "-o", "new.bin"),
         "source: none.conll: cannot read: No such file or directory"),
        (1, CORPUS + ("--text", "none.txt", "-o", "new.bin"),
         "source: none.txt: cannot read: No such file or directory"),
        (1, CORPUS + ("--held-out", "plain.txt", "-o", "new.bin"),
         "recognise: expected annotated articles to hold out, found none"),
        (1, CORPUS + ("--also", "plain.txt", "-o", "new.bin"),
         "recognise: plain.txt: expected an annotated article, found none"),
        (2, MET, "expected --articles INPUT, where the sentences stand"),
        (1, MET + ("--articles", "tagged.jsonl"),
         "train: expected sentences with two persons, and their articles; "
         "found none"),
        (1, MET + ("--articles", "none.jsonl"),
         "source: none.jsonl: cannot read: No such file or directory"),
        (1, ("encounters", "nowhere.jsonl", "-o", "new.bin",
             "--articles", "articles.jsonl"),
         'train: nowhere.jsonl:1: expected a record with "article", and '
         '"start" before "end"'),
        (1, CORPUS + ("--names", "wrong.tsv", "-o", "new.bin"),
         "recognise: wrong.tsv:2: expected a list's number (1 to 7), a tab "
         "and a word"),
    ]

    def test_what_is_wrong_is_told_and_nothing_is_left_behind(self):
        for code, options, message in self.WRONG:
            with self.subTest(options=options):
                done = start("train", "-q", *options, folder=self.folder)
                told = done.stderr.decode().splitlines()
                self.assertEqual(told[0], f"entente: {message}")
                self.assertEqual((done.returncode, done.stdout), (code, b""))
                self.assertEqual(sorted(os.listdir(self.folder)),
                                 sorted(FILES))


if __name__ == "__main__":
    unittest.main()
