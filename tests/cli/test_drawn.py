"""Articles drawn at random through the whole program: counts, windows, times
and evidence, recounted one by one from what was written."""
import collections
import datetime
import itertools
import json
import math
import random
import unittest

import drawn
from program import nodes, run, ties

PEOPLE = 10
SEEDS = range(12)


class Corpus:
    """Articles of paragraphs of sentences of persons, as written and as
    JSON."""

    def __init__(self, seed):
        draw = random.Random(seed)
        self.articles = []
        for number in range(draw.randint(1, 8)):
            date = None
            if draw.random() < .85:
                date = str(datetime.date(2014, 1, 1) +
                           datetime.timedelta(draw.randrange(400)))
            paragraphs = [[draw.sample(range(PEOPLE), draw.choice(
                [0, 1, 1, 2, 2, 3])) for _ in range(draw.randint(1, 4))]
                for _ in range(draw.randint(1, 4))]
            self.articles.append((f"a{number}", date, paragraphs))
        self.lines = tuple(self.written(*one) for one in self.articles)

    @staticmethod
    def written(name, date, paragraphs):
        writer = drawn.Writer(name, **({"date": date} if date else {}))
        for number, sentences in enumerate(paragraphs):
            writer.add("\n\n" if number else "")
            for people in sentences:
                if people:
                    writer.sentence(*people)
                else:
                    writer.add("It rained all day. ")
        return writer.line()

    def windows(self, kind, since="0000", until="9999"):
        """(article, date, {person: sentence numbers}) of each window."""
        for name, date, paragraphs in self.articles:
            if (since, until) != ("0000", "9999") and \
                    not (date and since <= date <= until):
                continue
            number, article = 0, collections.defaultdict(list)
            for sentences in paragraphs:
                paragraph = collections.defaultdict(list)
                for people in sentences:
                    if kind == "sentence":
                        yield name, date, {i: [number] for i in people}
                    for i in people:
                        paragraph[i].append(number)
                        article[i].append(number)
                    number += 1
                if kind == "paragraph":
                    yield name, date, dict(paragraph)
            if kind == "article":
                yield name, date, dict(article)

    def count(self, kind, **within):
        """{pair: figures}, windows with anybody, {person: windows}"""
        pairs, alone, windows = {}, collections.Counter(), 0
        for name, date, people in self.windows(kind, **within):
            windows += bool(people)
            alone.update(list(people))
            for a, b in itertools.combinations(sorted(people), 2):
                one = pairs.setdefault((a, b), {
                    "count": 0, "articles": set(), "distance": 0.0,
                    "dates": []})
                one["count"] += 1
                one["articles"].add(name)
                one["distance"] += math.exp(-min(
                    abs(x - y) for x in people[a] for y in people[b]))
                if date:
                    one["dates"].append(date)
        return pairs, windows, alone


def build(corpus, *options):
    return drawn.network_of(corpus.lines, "--isolates", "keep", *options)


def pair_ids(pair):
    return frozenset(map(drawn.id_of, pair))


class Counts(unittest.TestCase):
    def each(self):
        for seed in SEEDS:
            with self.subTest(seed):
                yield Corpus(seed)

    def test_windows_of_all_kinds(self):
        for corpus in self.each():
            for kind in ("sentence", "paragraph", "article"):
                pairs, windows, _ = corpus.count(kind)
                network = build(corpus, "--window", kind)
                found = ties(network)
                self.assertEqual(set(found), set(map(pair_ids, pairs)))
                self.assertEqual(network["graph"]["counts"]["windows"],
                                 windows)
                for pair, want in pairs.items():
                    link = found[pair_ids(pair)]
                    self.assertEqual(link["count"], want["count"])
                    self.assertEqual(link["weight"], want["count"])
                    self.assertEqual(link["articles"], len(want["articles"]))
                    self.assertAlmostEqual(link["distance"],
                                           want["distance"], 9)
                    self.assertEqual(link.get("first"),
                                     min(want["dates"], default=None))
                    self.assertEqual(link.get("last"),
                                     max(want["dates"], default=None))

    def test_measures_of_chance(self):
        for corpus in self.each():
            pairs, windows, alone = corpus.count("paragraph")
            found = ties(build(corpus, "--window", "paragraph"))
            for (a, b), want in pairs.items():
                link, k = found[pair_ids((a, b))], want["count"]
                self.assertAlmostEqual(link["jaccard"], k /
                                       (alone[a] + alone[b] - k), 12)
                npmi = 1 if k == windows else math.log(
                    k * windows / (alone[a] * alone[b])) / math.log(
                    windows / k)
                self.assertAlmostEqual(link["npmi"], npmi, 9)

    def test_persons(self):
        for corpus in self.each():
            mentions, articles = collections.Counter(), collections.Counter()
            dates = collections.defaultdict(list)
            for name, date, people in corpus.windows("article"):
                for i, places in people.items():
                    mentions[i] += len(places)
                    articles[i] += 1
                    if date:
                        dates[i].append(date)
            found = nodes(build(corpus))
            self.assertEqual(set(found), set(map(drawn.id_of, mentions)))
            for i, n in mentions.items():
                node = found[drawn.id_of(i)]
                self.assertEqual((node["mentions"], node["articles"]),
                                 (n, articles[i]))
                self.assertEqual(node.get("first"),
                                 min(dates[i], default=None))
                self.assertEqual(node.get("last"),
                                 max(dates[i], default=None))

    def test_spans_of_time(self):
        for corpus in self.each():
            for since, until in (("2014-03-01", "2014-09-30"),
                                 ("2014-01-01", "2014-01-01"),
                                 ("2014-12-31", "9999-12-31")):
                pairs, windows, _ = corpus.count("sentence", since=since,
                                                 until=until)
                network = build(corpus, "--since", since, "--until", until)
                self.assertEqual(
                    {pair: link["count"]
                     for pair, link in ties(network).items()},
                    {pair_ids(pair): one["count"]
                     for pair, one in pairs.items()})
                self.assertEqual(network["graph"]["counts"]["windows"],
                                 windows)

    def test_slices_add_up(self):
        """Any days that part the time: their counts sum to the dated whole."""
        for corpus in self.each():
            days = ["2014-02-10", "2014-05-01", "2014-11-20"]
            total = collections.Counter()
            at = "0001-01-01"
            for day in days + ["9999-12-31"]:
                network = build(corpus, "--since", at, "--until", day)
                for pair, link in ties(network).items():
                    total[pair] += link["count"]
                at = str(datetime.date.fromisoformat(day) +
                         datetime.timedelta(1)) if day < "9999" else at
            whole = build(corpus, "--since", "0001-01-01")
            self.assertEqual(dict(total), {
                pair: link["count"] for pair, link in ties(whole).items()})


class Evidence(unittest.TestCase):
    def test_every_window_is_one(self):
        for seed in SEEDS:
            corpus = Corpus(seed)
            texts = {json.loads(line)["id"]: json.loads(line)["text"].encode()
                     for line in corpus.lines}
            for kind in ("sentence", "paragraph", "article"):
                for pair, link in ties(build(corpus, "--window",
                                             kind)).items():
                    # Of a wider window each sentence with both is shown.
                    self.assertGreaterEqual(len(link["evidence"]),
                                            link["count"])
                    if kind == "sentence":
                        self.assertEqual(len(link["evidence"]), link["count"])
                    self.assertAlmostEqual(
                        sum(p["share"] for p in link["evidence"]), 1, 5)
                    self.assertEqual(
                        len({p["article"] for p in link["evidence"]}),
                        link["articles"])
                    for proof in link["evidence"]:
                        self.says(proof, texts[proof["article"]], pair, kind)

    def says(self, proof, text, pair, kind):
        piece = text[proof["start"]:proof["end"]].decode()
        self.assertEqual(proof["sentence"], " ".join(piece.split()))
        named = [name for name in map(drawn.name_of, range(PEOPLE))
                 if name.lower().replace(" ", "-") in pair and name in piece]
        self.assertGreaterEqual(len(named), 1)
        if kind == "sentence":
            self.assertEqual(len(named), 2)
            self.assertEqual(piece.count("."), 1)
        elif len(named) == 1: # too far from one to the other
            self.assertEqual(piece.count("."), 1)
        if kind == "paragraph":
            self.assertNotIn("\n\n", piece.strip())

    def test_it_stands_newest_first_and_by_place(self):
        for seed in SEEDS:
            for link in build(Corpus(seed))["links"]:
                dated = [p["date"] for p in link["evidence"] if "date" in p]
                self.assertEqual(dated, sorted(dated, reverse=True))
                self.assertTrue(all("date" in p for p in
                                    link["evidence"][:len(dated)]))
                for one, two in itertools.pairwise(link["evidence"]):
                    if one["article"] == two["article"]:
                        self.assertLess(one["start"], two["start"])


class Together(unittest.TestCase):
    def test_two_corpora_are_their_sum(self):
        """Ties and mentions of two piles add up in the pile of both."""
        for seed in SEEDS:
            one, two = Corpus(seed), Corpus(seed + 100)
            renamed = tuple(json.dumps({**json.loads(line),
                                        "id": "b" + json.loads(line)["id"]})
                            for line in two.lines)
            parts = [build(one), drawn.network_of(renamed, "--isolates",
                                                  "keep")]
            both = drawn.network_of(one.lines + renamed, "--isolates", "keep")
            counts, people = collections.Counter(), collections.Counter()
            for part in parts:
                for pair, link in ties(part).items():
                    counts[pair] += link["count"]
                for key, node in nodes(part).items():
                    people[key] += node["mentions"]
            self.assertEqual({pair: link["count"]
                              for pair, link in ties(both).items()}, counts)
            self.assertEqual({key: node["mentions"]
                              for key, node in nodes(both).items()}, people)

    def test_order_and_threads_do_not_matter(self):
        for seed in SEEDS:
            corpus = Corpus(seed)
            want = build(corpus)
            draw = random.Random(seed)
            for threads in ("1", "2", "7"):
                lines = draw.sample(corpus.lines, len(corpus.lines))
                found = drawn.network_of(tuple(lines), "--isolates", "keep",
                                         "--threads", threads)
                self.assertEqual(self.shape(found), self.shape(want))

    @staticmethod
    def shape(network):
        return (nodes(network).keys(), {
            pair: {key: value for key, value in link.items()
                   if key not in ("evidence", "source", "target")}
            for pair, link in ties(network).items()})

    def test_the_pipeline_in_two_steps(self):
        """What `mentions` writes can be given to `build` instead."""
        for seed in SEEDS:
            corpus = Corpus(seed)
            found = run("mentions", "-q", "--copies", "count", "-",
                        text="\n".join(corpus.lines).encode())
            texts = {one["id"]: one for one in map(json.loads, corpus.lines)}
            lines = tuple(json.dumps({
                **texts[one["id"]], "mentions": one["mentions"]})
                for one in map(json.loads, found.splitlines()))
            self.assertEqual(self.shape(drawn.network_of(
                lines, "--isolates", "keep")), self.shape(build(corpus)))


if __name__ == "__main__":
    unittest.main()
