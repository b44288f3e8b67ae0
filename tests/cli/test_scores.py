"""The figures of `entente evaluate`, computed anew by their definitions, on
gold that is drawn at random around what the program finds."""
import collections
import itertools
import json
import os
import random
import tempfile
import unittest
from fractions import Fraction

import drawn
from program import ARTICLES, mentions, run

PEOPLE = 8
KINDS = {"person": "PER", "org": "ORG", "place": "LOC"}


def scored(what, records, *options):
    """figure -> {name: text} of a gold file of these records."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "gold.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        lines = run("evaluate", what, *options, path).decode().splitlines()
    found = {}
    for line in lines:
        cells = line.split("\t")[1:]
        found[cells[0]] = dict(cell.split(" ") for cell in cells[1:])
    return found


def share(part, whole):
    return Fraction(part, whole) if whole else Fraction(0)


def harmonic(p, r):
    return 2 * p * r / (p + r) if p + r else Fraction(0)


class Names(unittest.TestCase):
    """Exact span and type: what both have is right."""

    def articles(self):
        """(record without labels, found as characters and type)"""
        texts = {one["id"]: one for one in map(json.loads, run(
            "articles", "-q", ARTICLES).splitlines())}
        for article in mentions("--types", "person,org,place", "--resolve",
                                "none"):
            text = texts[article["id"]]["text"]
            data = text.encode()
            spans = {(len(data[:m["start"]].decode()),
                      len(data[:m["end"]].decode()), KINDS[m["type"]])
                     for m in article["mentions"] if m.get("field") != "title"}
            yield {"id": article["id"], "text": text}, spans

    def perturbed(self, draw, text, spans):
        """Some left out, some of another type or end, some invented."""
        for first, last, kind in sorted(spans):
            chance = draw.random()
            if chance < .15:
                continue
            if chance < .25:
                kind = draw.choice([k for k in KINDS.values() if k != kind])
            elif chance < .35:
                last = max(first + 1, last - 1)
            yield first, last, kind
        for _ in range(draw.randint(0, 4)):
            first = draw.randrange(len(text) - 5)
            yield first, first + draw.randint(1, 5), draw.choice("PER ORG LOC"
                                                                 .split())

    def test_precision_and_recall_by_type(self):
        pairs = list(self.articles())
        for seed in range(6):
            draw = random.Random(seed)
            counts = collections.defaultdict(lambda: [0, 0, 0])
            records = []
            for record, found in pairs:
                gold = set(self.perturbed(draw, record["text"], found))
                records.append({**record, "labels": [
                    {"start": a, "end": b, "type": kind}
                    for a, b, kind in draw.sample(sorted(gold), len(gold))]})
                for kind in KINDS.values():
                    mine = {s for s in found if s[2] == kind}
                    theirs = {s for s in gold if s[2] == kind}
                    for name in (kind, "all"):
                        counts[name][0] += len(mine & theirs)
                        counts[name][1] += len(mine)
                        counts[name][2] += len(theirs)
            figures = scored("ner", records)
            for name, (right, found, gold) in counts.items():
                p, r = share(right, found), share(right, gold)
                for key, want in (("P", p), ("R", r), ("F1", harmonic(p, r))):
                    digits = len(figures[name][key].split(".")[1])
                    self.assertAlmostEqual(float(figures[name][key]),
                                           float(want),
                                           delta=.5001 * 10 ** -digits)


def b_cubed(gold_of, actor_of):
    """Over mentions: how much of the cluster is the mention's own kind."""
    by_gold, by_actor = collections.defaultdict(set), {}
    for mention, entity in gold_of.items():
        by_gold[entity].add(mention)
        by_actor.setdefault(actor_of[mention], set()).add(mention)
    shared = [(len(by_gold[gold_of[m]] & by_actor[actor_of[m]]), m)
              for m in gold_of]
    n = len(shared)
    return (sum(Fraction(k, len(by_actor[actor_of[m]])) for k, m in shared) /
            n, sum(Fraction(k, len(by_gold[gold_of[m]])) for k, m in shared) /
            n)


class Actors(unittest.TestCase):
    """The resolver keeps drawn names apart; the gold says otherwise."""

    def drawn(self, draw):
        """(records, mention -> name, mention -> entity)"""
        records, actor_of, gold_of = [], {}, {}
        for number in range(draw.randint(1, 5)):
            writer = drawn.Writer(f"a{number}")
            people = draw.choices(range(PEOPLE), k=draw.randint(2, 9))
            for i in people:
                writer.sentence(i)
            labels = []
            for k, (i, span) in enumerate(zip(people, writer.mentions)):
                # Mostly one entity a name; now and then another.
                entity = f"Q{i}" if draw.random() < .7 else \
                    f"Q{draw.randrange(PEOPLE)}"
                labels.append({"start": span["start"], "end": span["end"],
                               "text": drawn.name_of(i), "type": "PER",
                               "entity": entity})
                actor_of[number, k] = i
                gold_of[number, k] = entity
            records.append({"id": writer.record["id"], "text": writer.text,
                            "labels": labels})
        return records, actor_of, gold_of

    def test_b_cubed(self):
        for seed in range(40):
            records, actor_of, gold_of = self.drawn(random.Random(seed))
            figures = scored("resolve", records, "--gold-spans")
            p, r = b_cubed(gold_of, actor_of)
            self.assertAlmostEqual(float(figures["B3"]["P"]), float(p),
                                   delta=.0006)
            self.assertAlmostEqual(float(figures["B3"]["R"]), float(r),
                                   delta=.0006)
            self.assertAlmostEqual(float(figures["B3"]["F1"]),
                                   float(harmonic(p, r)), delta=.00006)
            self.assertEqual(figures["persons"]["P"], "1.000")
            self.assertEqual(figures["persons"]["R"], "1.000")
            self.assertEqual(int(figures["persons"]["gold"]), len(gold_of))

    def test_ties_of_one_to_one(self):
        """Each name is one entity throughout: the ties are all right."""
        for seed in range(10):
            records, actor_of, _ = self.drawn(random.Random(seed))
            pairs = set()
            for number, record in enumerate(records):
                for k, label in enumerate(record["labels"]):
                    label["entity"] = f"E{actor_of[number, k]}"
                pairs |= set(itertools.combinations(sorted(
                    {label["entity"] for label in record["labels"]}), 2))
            figures = scored("resolve", records, "--gold-spans")
            self.assertEqual(int(figures["ties"]["gold"]), len(pairs))
            if pairs:
                self.assertEqual((figures["ties"]["P"], figures["ties"]["R"]),
                                 ("1.000", "1.000"))
            self.assertEqual(figures["B3"]["F1"], "1.0000")

    def test_split_persons_cost_ties(self):
        """Two names of one entity: one is read as it, the other is a wrong
        node with a wrong tie."""
        writer = drawn.Writer("a")
        for i in (0, 0, 1, 2):
            writer.sentence(i)
        labels = [{**span, "type": "PER", "text": drawn.name_of(i),
                   "entity": entity}
                  for span, i, entity in zip(writer.mentions, (0, 0, 1, 2),
                                             ("X", "X", "X", "Y"))]
        figures = scored("resolve", [{"id": "a", "text": writer.text,
                                      "labels": labels}], "--gold-spans")
        # Gold: X-Y. Found: 0-1, 0-2, 1-2, of which 0-2 is X-Y.
        self.assertEqual(figures["ties"]["gold"], "1")
        self.assertEqual(figures["ties"]["R"], "1.000")
        self.assertEqual(figures["ties"]["P"], "0.333")
        # 0 is pure; X is two thirds 0.
        self.assertEqual(figures["B3"]["P"], "1.000")
        self.assertAlmostEqual(float(figures["B3"]["R"]),
                               (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, delta=.0006)

    def test_files_are_scored_alone(self):
        """A file's figures do not depend on the files beside it."""
        records, _, _ = self.drawn(random.Random(3))
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name in ("one.jsonl", "two.jsonl"):
                paths.append(os.path.join(folder, name))
                with open(paths[-1], "w", encoding="utf-8") as file:
                    file.writelines(json.dumps(r) + "\n" for r in records)
            both = run("evaluate", "resolve", "--gold-spans",
                       *paths).decode().splitlines()
            alone = [run("evaluate", "resolve", "--gold-spans",
                         path).decode().splitlines() for path in paths]
        self.assertEqual(both, alone[0] + alone[1])
        self.assertEqual([line.split("\t")[1:] for line in alone[0]],
                         [line.split("\t")[1:] for line in alone[1]])


class Encounters(unittest.TestCase):
    """Pairs of last names that are said to be in contact, held or planned."""

    VERBS = [("met", "in Oslo.", "meet", "held"),
             ("will meet", "in Oslo on Friday.", "meet", "planned"),
             ("spoke by telephone with", "on Monday.", "call", "held"),
             ("is to meet", "next week.", "meet", "planned"),
             ("refused to meet", "in Oslo.", "meet", "denied")]
    KINDS = ["meet", "call", "joint"]
    STANDINGS = ["held", "planned", "proposed", "denied"]

    def records(self, draw, n=30):
        for i in range(n):
            verb, end, kind, status = draw.choice(self.VERBS)
            a, b = draw.sample(range(len(drawn.FAMILY)), 2)
            sentence = (f"{drawn.name_of(a)} {verb} {drawn.name_of(b)} "
                        f"{end}")
            yield {"article": str(i), "sentence": sentence, "start": 0,
                   "end": len(sentence.encode()),
                   "encounters": [{"kind": kind, "status": status,
                                   "participants": [drawn.name_of(a),
                                                    drawn.name_of(b)]}]}

    def pairs(self, encounters):
        """pair of last names -> (kind, status) of those that count"""
        found = {}
        for one in encounters:
            if one["status"] not in ("held", "planned"):
                continue
            names = [name.split()[-1].lower() for name in one["participants"]]
            for pair in itertools.combinations(names, 2):
                if pair[0] != pair[1]:
                    found[frozenset(pair)] = (one["kind"], one["status"])
        return found

    def articles(self, records):
        return "".join(json.dumps({
            "id": r["article"], "date": "2014-03-29",
            "text": r["sentence"]}) + "\n" for r in records).encode()

    def found(self, records):
        """What the program finds in each sentence."""
        return [json.loads(line)["encounters"] for line in run(
            "mentions", "-q", "--resolve", "article", "--copies", "count", "-",
            text=self.articles(records)).splitlines()]

    def perturbed(self, draw, records):
        for record in records:
            one = record["encounters"][0]
            chance = draw.random()
            if chance < .15:
                record["encounters"] = []
            elif chance < .3:
                one["kind"] = draw.choice(self.KINDS)
            elif chance < .45:
                one["status"] = draw.choice(self.STANDINGS)
            elif chance < .6:
                one["participants"].append("Nobody Whatsoever")
            yield record

    def test_pairs_kinds_and_standings(self):
        for seed in range(8):
            draw = random.Random(seed)
            records = list(self.perturbed(draw, list(self.records(draw))))
            right = wrong = missed = kinds = standings = 0
            for record, encounters in zip(records, self.found(records)):
                gold = self.pairs(record["encounters"])
                mine = self.pairs(encounters)
                both = set(gold) & set(mine)
                right += len(both)
                wrong += len(set(mine) - both)
                missed += len(set(gold) - both)
                kinds += sum(gold[p][0] == mine[p][0] for p in both)
                standings += sum(gold[p][1] == mine[p][1] for p in both)
            self.assertGreater(right, 5)
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
                file.writelines(json.dumps(r) + "\n" for r in records)
                file.flush()
                first, second = run(
                    "evaluate", "encounters", "--articles", "-", file.name,
                    text=self.articles(records)).decode().splitlines()
            figures = dict(cell.rsplit(" ", 1)
                           for cell in first.split("\t")[2:])
            p, r = share(right, right + wrong), share(right, right + missed)
            self.assertAlmostEqual(float(figures["P"]), float(p), delta=.0006)
            self.assertAlmostEqual(float(figures["R"]), float(r), delta=.0006)
            self.assertAlmostEqual(float(figures["F1"]), float(harmonic(p, r)),
                                   delta=.00006)
            self.assertEqual(int(figures["gold pairs"]), right + missed)
            figures = dict(cell.rsplit(" ", 1)
                           for cell in second.split("\t")[2:])
            self.assertAlmostEqual(float(figures["kind right"]),
                                   kinds / right, delta=.0006)
            self.assertAlmostEqual(float(figures["status right"]),
                                   standings / right, delta=.0006)


class TokensAndTags(unittest.TestCase):
    """The same gold as tokens and tags, and as JSON Lines."""

    def test_both_forms_give_the_same(self):
        """Of tokens joined by blanks the text is the same in both forms."""
        draw = random.Random(2)
        conll, records = "", []
        for number in range(6):
            tokens, tags = [], []
            for _ in range(25):
                i = draw.randrange(len(drawn.FAMILY))
                for place, word in enumerate(drawn.name_of(i).split()):
                    tokens.append(word)
                    tags.append(("I-" if place else "B-") + "PER")
                tokens += ["met", "the", "minister", "."]
                tags += ["O"] * 4
            text, labels, at = "", [], 0
            for token, tag in zip(tokens, tags):
                text += (" " if text else "") + token
                if tag == "B-PER":
                    labels.append({"start": len(text) - len(token),
                                   "end": len(text), "type": "PER"})
                elif tag == "I-PER":
                    labels[-1]["end"] = len(text)
                at += 1
            records.append({"id": str(number), "text": text + "\n",
                            "labels": labels})
            conll += "-DOCSTART- O\n\n" + "".join(
                f"{token} {tag}\n" for token, tag in zip(tokens, tags)) + "\n"
        with tempfile.NamedTemporaryFile("w", suffix=".conll") as file:
            file.write(conll)
            file.flush()
            lines = run("evaluate", "ner", file.name).decode().splitlines()
        by_tokens = {cells[0]: dict(cell.split(" ") for cell in cells[1:])
                     for cells in (line.split("\t")[1:] for line in lines)}
        by_labels = scored("ner", records)
        self.assertEqual(by_tokens["PER"], by_labels["PER"])
        self.assertEqual(int(by_tokens["PER"]["gold"]), 150)
        self.assertGreater(float(by_tokens["PER"]["R"]), .9)


if __name__ == "__main__":
    unittest.main()
