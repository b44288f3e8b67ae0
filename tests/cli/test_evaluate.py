"""Scores of gold made from what the program itself finds: known beforehand."""
import json
import os
import tempfile
import unittest

from program import ARTICLES, mentions, run, start

LABELS = {"person": "PER", "org": "ORG", "place": "LOC"}


def articles():
    return [json.loads(line)
            for line in run("articles", "-q", ARTICLES).splitlines()]


def gold(resolve="corpus"):
    """Each article with the mentions that were found in its text."""
    found = {article["id"]: article["mentions"]
             for article in mentions("--types", "person,org,place",
                                     "--resolve", resolve)}
    for article in articles():
        text = article["text"].encode()
        labels = [{"start": len(text[:m["start"]].decode()),
                   "end": len(text[:m["end"]].decode()),
                   "text": m["text"], "type": LABELS[m["type"]],
                   "entity": m["actor"]}
                  for m in found[article["id"]] if "field" not in m]
        yield {"id": article["id"], "title": article.get("title", ""),
               "date": article.get("date"), "text": article["text"],
               "labels": labels}


def score(what, records, *options):
    """The lines of the scores, without the file's name."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "gold.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record) + "\n")
        lines = run("evaluate", what, *options, path).decode().splitlines()
    found = {}
    for line in lines:
        name, *figures = line.split("\t")[1:]
        found[name] = dict(figure.rsplit(" ", 1) for figure in figures)
    return found


def figures(right, wrong, missed):
    precision = right / (right + wrong)
    recall = right / (right + missed)
    return {"P": f"{precision:.3f}", "R": f"{recall:.3f}",
            "F1": f"{2 * precision * recall / (precision + recall):.4f}"}


class Names(unittest.TestCase):
    """Names are found, and scored, article by article."""

    def test_what_it_finds_is_right(self):
        records = list(gold("article"))
        lines = score("ner", records)
        for label in LABELS.values():
            n = sum(one["type"] == label for r in records
                    for one in r["labels"])
            self.assertGreater(n, 10)
            self.assertEqual(lines[label],
                             {**figures(n, 0, 0), "gold": str(n)})
        self.assertEqual(lines["all"], figures(1, 0, 0))

    def test_labels_taken_and_added_are_counted(self):
        """Every third person is taken from the gold; every fifth place is a
        character longer there."""
        records, right, wrong, missed = list(gold("article")), 0, 0, 0
        place = {"right": 0, "wrong": 0}
        seen = {"PER": 0, "LOC": 0}
        for record in records:
            kept = []
            for label in record["labels"]:
                seen[label["type"]] = seen.get(label["type"], 0) + 1
                if label["type"] == "PER" and seen["PER"] % 3 == 0:
                    wrong += 1
                    continue
                right += label["type"] == "PER"
                if label["type"] == "LOC":
                    moved = (seen["LOC"] % 5 == 0 and
                             label["end"] < len(record["text"]))
                    label["end"] += moved
                    place["wrong" if moved else "right"] += 1
                kept.append(label)
            record["labels"] = kept
        lines = score("ner", records)
        self.assertEqual(lines["PER"], {**figures(right, wrong, missed),
                                        "gold": str(right)})
        self.assertEqual(lines["LOC"],
                         {**figures(place["right"], place["wrong"],
                                    place["wrong"]),
                          "gold": str(sum(place.values()))})


class WhoIsWho(unittest.TestCase):
    def test_its_own_decisions_score_one(self):
        lines = score("resolve", gold(), "--gold-spans")
        self.assertEqual(lines["persons"]["P"], "1.000")
        self.assertEqual(lines["persons"]["R"], "1.000")
        self.assertGreater(float(lines["B3"]["F1"]), 0.97)

    def test_everybody_one_person_costs_recall(self):
        records = list(gold())
        for record in records:
            for label in record["labels"]:
                label["entity"] = "Q1"
        lines = score("resolve", records, "--gold-spans")
        self.assertEqual(lines["B3"]["P"], "1.000")
        self.assertLess(float(lines["B3"]["R"]), 0.2)

    def test_everybody_another_costs_precision(self):
        records, n = list(gold()), 0
        for record in records:
            for label in record["labels"]:
                label["entity"] = f"Q{n}"
                n += 1
        lines = score("resolve", records, "--gold-spans")
        self.assertEqual(lines["B3"]["R"], "1.000")
        self.assertLess(float(lines["B3"]["P"]), 0.5)


class Encounters(unittest.TestCase):
    RECORDS = [
        ("Barack Obama met Angela Merkel in Berlin.",
         ["Barack Obama", "Angela Merkel"]),
        ("John Kerry will meet Sergei Lavrov in Geneva on Friday.",
         ["John Kerry", "Sergei Lavrov"]),
    ]

    def records(self):
        for i, (sentence, names) in enumerate(self.RECORDS):
            yield {"id": f"gold-{i}", "article": str(i), "start": 0,
                   "end": len(sentence), "encounters": [
                       {"kind": "meet", "participants": names,
                        "status": "planned" if "will" in sentence
                        else "held"}]}

    def score(self, records):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as articles:
            for i, (sentence, _) in enumerate(self.RECORDS):
                # The title's meeting, and the last sentence's, are not scored.
                articles.write(json.dumps({
                    "id": str(i), "date": "2014-03-29",
                    "title": "David Cameron met Mario Monti",
                    "text": f"{sentence} Boris Johnson met Ed Balls."}) + "\n")
            articles.flush()
            return score("encounters", records, "--articles", articles.name)

    def test_plain_ones_are_found(self):
        lines = self.score(self.records())
        self.assertEqual(lines["encounters"],
                         {**figures(2, 0, 0), "gold pairs": "2"})
        self.assertEqual(lines["of those found"],
                         {"kind right": "1.000", "status right": "1.000"})

    def test_standing_is_scored_apart(self):
        records = list(self.records())
        records[0]["encounters"][0]["status"] = "planned"
        lines = self.score(records)
        self.assertEqual(lines["encounters"]["F1"], "1.0000")
        self.assertEqual(lines["of those found"]["status right"], "0.500")

    def test_missed_and_too_many(self):
        records = list(self.records())
        records[0]["encounters"] = []
        records[1]["encounters"][0]["participants"] = ["John Kerry", "Nobody",
                                                       "Sergei Lavrov"]
        lines = self.score(records)
        self.assertEqual(lines["encounters"],
                         {**figures(1, 1, 2), "gold pairs": "3"})

    def test_denied_ones_are_no_pairs(self):
        records = list(self.records())
        records[0]["encounters"][0]["status"] = "denied"
        lines = self.score(records)
        self.assertEqual(lines["encounters"]["gold pairs"], "1")
        self.assertEqual(lines["encounters"]["P"], "0.500")


class Wrong(unittest.TestCase):
    WHAT = [["ner"], ["resolve"], ["encounters", "--articles", ARTICLES]]

    def test_wrong_gold_is_told_with_its_line(self):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write('{"text":"Fine.","labels":[]}\n{"text":\n')
            file.flush()
            for what in self.WHAT:
                done = start("evaluate", *what, file.name)
                self.assertEqual(done.returncode, 1, what)
                self.assertIn(file.name.encode(), done.stderr)

    def test_no_such_gold(self):
        for what in self.WHAT:
            done = start("evaluate", *what, "no-such.jsonl")
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(b"no-such.jsonl", done.stderr)

    def test_articles_are_for_encounters_alone(self):
        for what in (["encounters"], ["ner", "--articles", ARTICLES]):
            done = start("evaluate", *what, "gold.jsonl")
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"--articles", done.stderr)

    def test_a_sentence_needs_an_article_and_its_place(self):
        good = {"article": "1", "start": 0, "end": 5, "encounters": []}
        for wrong in ({"article": ""}, {"start": 5}, {"start": -1},
                      {"end": 2 ** 32}, {"end": "5"}):
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
                file.write(json.dumps(good) + "\n\n" +
                           json.dumps({**good, **wrong}) + "\n")
                file.flush()
                done = start("evaluate", "encounters", "--articles", ARTICLES,
                             file.name)
            self.assertEqual((done.returncode, done.stdout), (1, b""), wrong)
            self.assertIn(f"{file.name}:3:".encode(), done.stderr)

    def test_no_such_score(self):
        self.assertEqual(start("evaluate", "beauty", "x").returncode, 2)


if __name__ == "__main__":
    unittest.main()
