"""Near-copies of an article: which are found, which stands for the others, and
what is counted."""
import json
import random
import unittest

import drawn
from program import ends, nodes, run, ties

WORDS = ("bridge river council harvest market engine letter winter signal "
         "garden ladder mirror pocket ribbon silver tunnel velvet window "
         "anchor basket candle dragon effort fabric glacier hammer island "
         "jacket kettle lantern meadow needle orchard parcel quarry rocket "
         "saddle timber umbrella valley whistle yellow zipper anvil bishop "
         "canyon desert eagle falcon gallery harbour insect jungle kingdom "
         "lemon magnet nickel oyster pepper").split()


def story(seed, people=(0, 1), n=160):
    """Words of a plain article that names these persons."""
    draw = random.Random(seed)
    words = draw.choices(WORDS, k=n)
    return [drawn.name_of(people[0]), "met", drawn.name_of(people[1]),
            *words]


def record(name, words, date=None, **more):
    text = ""
    for i, word in enumerate(words):
        # A sentence begins with a capital, else it is none.
        text += (word.capitalize() if i % 12 == 0 and i else word) + (
            ". " if i % 12 == 11 else " ")
    mentions = []
    for i in range(len(drawn.FAMILY)):
        at = text.find(drawn.name_of(i))
        if at >= 0:
            mentions.append({"start": at, "end": at + len(drawn.name_of(i)),
                             "type": "person"})
    return {"id": name, "text": text, "mentions": mentions,
            **({"date": date} if date else {}), **more}


def changed(seed, words, share):
    """So many of the words are other ones."""
    draw = random.Random(seed)
    words = list(words)
    for at in draw.sample(range(3, len(words)), int(share * len(words))):
        words[at] = draw.choice(WORDS) + "ish"
    return words


def lines(records):
    return "\n".join(map(json.dumps, records)).encode()


def build(records, *options):
    return json.loads(run("build", "-q", "-f", "json", "-o", "-", *options,
                          "-", text=lines(records)))


def left_out(network):
    return int(network["graph"]["options"]["copies-left-out"])


class Found(unittest.TestCase):
    def test_the_same_words_however_written(self):
        for seed in range(12):
            words = story(seed)
            one = record("one", words)
            for text in (one["text"], one["text"].replace(" ", "\n", 40),
                         one["text"].replace(". ", ".\n\n"),
                         one["text"].replace(",", "")):
                other = {"id": "two", "text": text, "mentions": []}
                self.assertEqual(left_out(build([one, other])), 1)
            shouting = {"id": "two", "text": one["text"].upper(),
                        "mentions": []}
            self.assertEqual(left_out(build([one, shouting])), 1)

    def test_a_few_changes(self):
        for seed in range(20):
            words = story(seed)
            for share in (.01, .03):
                other = record("two", changed(seed, words, share))
                self.assertEqual(left_out(build([record("one", words),
                                                 other])), 1, share)

    def test_a_sentence_more_or_less(self):
        for seed in range(12):
            words = story(seed)
            added = words + random.Random(seed).choices(WORDS, k=12)
            self.assertEqual(left_out(build([record("one", words),
                                             record("two", added)])), 1)
            self.assertEqual(left_out(build([record("one", words),
                                             record("two", words[:-12])])), 1)


class Apart(unittest.TestCase):
    def test_other_stories(self):
        records = [record(f"a{seed}", story(seed)) for seed in range(30)]
        self.assertEqual(left_out(build(records)), 0)

    def test_many_changes(self):
        for seed in range(20):
            words = story(seed)
            other = record("two", changed(seed, words, .5))
            self.assertEqual(left_out(build([record("one", words), other])),
                             0)

    def test_short_ones(self):
        """Of few words nobody can say."""
        one, two = (record(name, story(1, n=20)) for name in ("one", "two"))
        self.assertEqual(left_out(build([one, two])), 0)

    def test_quotations(self):
        """One article quotes a fifth of another."""
        for seed in range(12):
            words, other = story(seed), story(seed + 1000)
            other[20:52] = words[20:52]
            self.assertEqual(left_out(build([record("one", words),
                                             record("two", other)])), 0)


class Counted(unittest.TestCase):
    def test_once_or_each(self):
        for copies in (1, 2, 5):
            words = story(3)
            records = [record(f"a{i}", changed(i, words, .02))
                       for i in range(copies + 1)]
            once, each = build(records), build(records, "--copies", "count")
            self.assertEqual(left_out(once), copies)
            self.assertEqual(left_out(each), 0)
            self.assertEqual(once["links"][0]["count"], 1)
            self.assertEqual(each["links"][0]["count"], copies + 1)
            proof = once["links"][0]["evidence"][0]
            self.assertEqual(proof["copies"], copies)
            self.assertEqual([node["mentions"] for node in once["nodes"]],
                             [1, 1])

    def test_the_earliest_stands_for_the_others(self):
        words = story(4)
        days = ["2014-05-02", "2014-05-01", None, "2014-05-03"]
        records = [record(f"a{i}", words, day) for i, day in enumerate(days)]
        for seed in range(6):
            random.Random(seed).shuffle(records)
            link, = build(records)["links"]
            self.assertEqual(link["evidence"][0]["article"], "a1")
            self.assertEqual((link["first"], link["last"]),
                             ("2014-05-01", "2014-05-01"))

    def test_out_of_time_another_stands_in(self):
        words = story(5)
        records = [record("early", words, "2014-01-01"),
                   record("late", words, "2014-06-01")]
        link, = build(records, "--since", "2014-03-01")["links"]
        self.assertEqual(link["evidence"][0]["article"], "late")
        self.assertEqual(link["count"], 1)

    def test_copies_of_two_stories(self):
        one, two = story(6, (0, 1)), story(7, (2, 3))
        records = [record("a", one), record("b", two), record("c", one),
                   record("d", two), record("e", one)]
        network = build(records)
        self.assertEqual(left_out(network), 3)
        self.assertEqual({ends(link): link["evidence"][0]["copies"]
                          for link in network["links"]},
                         {frozenset((drawn.id_of(0), drawn.id_of(1))): 2,
                          frozenset((drawn.id_of(2), drawn.id_of(3))): 1})

    def test_they_are_named_where_they_are_asked_for(self):
        words = story(8)
        records = [record(name, words, "2014-05-01")
                   for name in ("first", "second", "third")]
        told = json.loads(run("explain", "-q", "-f", "json", "--between",
                              drawn.name_of(0), drawn.name_of(1), "-",
                              text=lines(records)))["evidence"]
        self.assertEqual(len(told), 1)
        self.assertEqual(told[0]["copies"], 2)
        self.assertEqual(sorted([told[0]["article"],
                                 *told[0]["copy_articles"]]),
                         ["first", "second", "third"])

    def test_whoever_is_named_in_a_copy_alone_is_nobody(self):
        """An updated version may name one more: counted once, it is the
        original that counts."""
        words = story(9)
        more = words + ["and", drawn.name_of(2), "left"]
        network = build([record("one", words, "2014-05-01"),
                         record("two", more, "2014-05-02")])
        self.assertNotIn(drawn.id_of(2), nodes(network))
        network = build([record("one", words, "2014-05-01"),
                         record("two", more, "2014-05-02")], "--copies",
                        "count")
        self.assertIn(drawn.id_of(2), nodes(network))
        self.assertEqual(len(ties(network)), 1)


class Sentences(unittest.TestCase):
    """One sentence in several articles that are otherwise different."""

    def records(self):
        said = [drawn.name_of(0), "once", "met", drawn.name_of(1), "beside",
                "the", "old", "mill", "near", "the", "lake", "then"]
        own = ["then", drawn.name_of(5), "called", drawn.name_of(2)]
        return [record("one", said + story(20, (3, 4)), "2014-05-03"),
                record("two", said + story(21, (3, 5)), "2014-05-01"),
                record("three", said + own, "2014-05-02")]

    def test_counts_once(self):
        network = build(self.records())
        self.assertEqual(left_out(network), 0)
        self.assertEqual(network["graph"]["options"]["repeats-left-out"], "2")
        link, = (link for link in network["links"] if ends(link) ==
                 frozenset((drawn.id_of(0), drawn.id_of(1))))
        self.assertEqual(link["count"], 1)
        proof, = link["evidence"]
        self.assertEqual((proof["article"], proof["copies"],
                          proof["copy_articles"]), ("two", 2,
                                                    ["one", "three"]))
        self.assertEqual(ties(network)[frozenset(
            (drawn.id_of(5), drawn.id_of(2)))]["count"], 1)

    def test_counts_each_time_on_request(self):
        network = build(self.records(), "--copies", "count")
        found = ties(network)[frozenset((drawn.id_of(0), drawn.id_of(1)))]
        self.assertEqual(found["count"], 3)
        self.assertNotIn("copies", found["evidence"][0])


if __name__ == "__main__":
    unittest.main()
