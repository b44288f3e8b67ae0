"""Changes of the inputs whose effect on the network is known beforehand."""
import datetime
import json
import random
import re
import unittest

from program import ARTICLES, build, ends, nodes, run, ties, weights

STRANGER = {"id": "stranger", "date": "2014-07-01", "text":
            "Ottoline Varga met Cuthbert Nkemelu in Lisbon. Varga and Nkemelu "
            "spoke about fishing."}


def articles():
    return [json.loads(line)
            for line in run("articles", "-q", ARTICLES).splitlines()]


def network(records, *options):
    text = "".join(json.dumps(record) + "\n" for record in records)
    return json.loads(run("build", "-q", "-f", "json", "-o", "-", *options,
                          "-", text=text.encode()))


def shape(net):
    """What of a network has nothing to do with places in the inputs."""
    return ({key: (node["label"], node["mentions"], node["articles"])
             for key, node in nodes(net).items()},
            {pair: (link["count"], link["articles"],
                    link["encounters"]["meet"], link["first"], link["last"])
             for pair, link in ties(net).items()})


class Changes(unittest.TestCase):
    def test_order_of_articles(self):
        records = articles()
        want = shape(network(records))
        for seed in range(4):
            random.Random(seed).shuffle(records)
            self.assertEqual(shape(network(records)), want)

    def test_a_story_of_strangers(self):
        """Whoever shares no name with the others changes nothing for them."""
        records = articles()
        want_nodes, want_ties = shape(network(records))
        found_nodes, found_ties = shape(network(records + [STRANGER]))
        new = set(found_nodes) - set(want_nodes)
        self.assertEqual(new, {"ottoline-varga", "cuthbert-nkemelu"})
        self.assertEqual({key: node for key, node in found_nodes.items()
                          if key not in new}, want_nodes)
        self.assertEqual({pair: tie for pair, tie in found_ties.items()
                          if pair != frozenset(new)}, want_ties)
        self.assertEqual(found_ties[frozenset(new)][0], 2)

    def test_an_article_without_names(self):
        records = articles()
        plain = {"id": "plain", "date": "2014-07-01",
                 "text": "It rained all day, and nobody came."}
        self.assertEqual(shape(network(records + [plain])),
                         shape(network(records)))

    def test_a_copy_changes_nothing_unless_counted(self):
        records = articles()
        copy = dict(next(r for r in records if "minsk" in r["id"]))
        copy["id"] = "copy"
        want = weights(network(records))
        self.assertEqual(weights(network(records + [copy])), want)
        twice = weights(network(records + [copy], "--copies", "count"))
        once = weights(network(records, "--copies", "count"))
        alone = weights(network([copy]))
        self.assertTrue(alone)
        # Names are found with all articles at hand: same people, same ids.
        self.assertEqual(sum(twice.values()),
                         sum(once.values()) + sum(alone.values()))

    def test_dates_move_with_the_articles(self):
        """All a year later: the same network, a year later."""
        def later(day):
            date = datetime.date.fromisoformat(day)
            return str(date + datetime.timedelta(365))
        records = [r for r in articles() if r.get("date")]
        moved = [{**r, "date": later(r["date"])} for r in records]
        before, after = ties(network(records)), ties(network(moved))
        self.assertEqual(set(before), set(after))
        for pair, link in before.items():
            self.assertEqual(after[pair]["first"], later(link["first"]))
            self.assertEqual(after[pair]["last"], later(link["last"]))
            self.assertEqual(after[pair]["weight"], link["weight"])

    def test_without_a_date_it_counts_but_not_in_time(self):
        records = [{k: v for k, v in STRANGER.items() if k != "date"}]
        self.assertEqual(len(network(records)["links"]), 1)
        late = network(records, "--since", "2000-01-01")
        self.assertEqual((late["links"], late["nodes"]), ([], []))
        self.assertEqual(late["graph"]["options"]["undated-left-out"], "1")

    def test_taking_an_article_takes_its_evidence(self):
        """Ties left are those with evidence elsewhere. The people's names
        are in other articles, too, so that they stay who they are."""
        gone = next(r["id"] for r in articles() if "lausanne" in r["id"])
        part = build("--window", "sentence", inputs=tuple(
            r["id"] for r in articles()
            if r["id"] != gone and not r["id"].startswith("brief")) +
            (f"{ARTICLES}/briefs.jsonl",))
        want = {}
        for link in build()["links"]:
            left = [e for e in link["evidence"] if e["article"] != gone]
            if left:
                want[ends(link)] = len(left)
        self.assertEqual(weights(part), want)

    def test_a_sentence_said_again_counts_again(self):
        base = "Ottoline Varga met Cuthbert Nkemelu."
        for times in (1, 2, 5):
            text = " ".join([base] * times)
            found = network([{"id": "a", "text": text}])
            self.assertEqual([link["weight"] for link in found["links"]],
                             [times])

    def test_ids_are_made_for_machines(self):
        for key in nodes(build("--types", "person,org,place")):
            self.assertTrue(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key), key)


if __name__ == "__main__":
    unittest.main()
