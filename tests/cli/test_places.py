"""Lines of `entente mentions` as input, without their text: what they tell
stays as it is, and places that can't be right are refused."""
import json
import re
import unittest

from program import build, mentions, nodes, run, start, ties

LINE = {"id": "a", "title": "Talks", "date": "2014-03-29", "mentions": [
    {"start": 10, "end": 17, "text": "Ann Roe", "type": "person",
     "sentence": 1, "confidence": 1.0},
    {"start": 40, "end": 47, "text": "Ben Doe", "type": "person",
     "honorific": "Mr.", "sentence": 3, "confidence": 1.0}],
    "encounters": [
        {"kind": "meet", "status": "held", "participants":
         ["Ann Roe", "Ben Doe"], "start": 20, "end": 30, "where": "Oslo",
         "when": "2014-03-28", "confidence": 0.9}]}


def lines(objects):
    return "\n".join(map(json.dumps, objects)).encode()


def changed(mention=None, encounter=None):
    """LINE with other members in its first mention or encounter."""
    line = json.loads(json.dumps(LINE))
    line["mentions"][0].update(mention or {})
    line["encounters"][0].update(encounter or {})
    return lines([line])


def plain(line):
    """Unresolved names are numbered by cluster, and pronouns make clusters."""
    return re.sub(r'#\d+:', "#:", json.dumps(line, sort_keys=True))


class Places(unittest.TestCase):
    def test_lines_come_out_as_they_went_in(self):
        for types in "person", "person,org,place,misc":
            told = mentions("--types", types)
            again = run("mentions", "-q", "--types", types, "-",
                        text=lines(told)).splitlines()
            self.assertEqual([plain(line) for line in told],
                             [plain(json.loads(line)) for line in again])

    def test_they_make_the_same_network(self):
        whole = build()
        told = json.loads(run("build", "-q", "-f", "json", "-o", "-", "-",
                              text=lines(mentions())))
        self.assertEqual(nodes(whole).keys(), nodes(told).keys())
        self.assertEqual(ties(whole).keys(), ties(told).keys())
        for ends, link in ties(told).items():
            # Copies can't be told without a text, so they count as well.
            self.assertGreaterEqual(link["count"], ties(whole)[ends]["count"])

    def test_a_sentence_without_names_keeps_its_contact(self):
        line, = run("mentions", "-q", "--resolve", "article", "-",
                    text=lines([LINE])).splitlines()
        met, = json.loads(line)["encounters"]
        self.assertEqual((20, 30, "Oslo"),
                         (met["start"], met["end"], met["where"]))
        shown = run("explain", "-q", "-", "--between", "Roe", "Doe", "--ties",
                    "encounters", text=lines([LINE])).decode()
        self.assertIn("met, 2014-03-28, Oslo", shown)

    def test_gaps_are_shown(self):
        line = json.loads(json.dumps(LINE))
        line["mentions"][1]["sentence"] = 1
        shown = run("explain", "-q", "-", "--between", "Roe", "Doe",
                    text=lines([line])).decode()
        self.assertIn("Ann Roe … Mr. Ben Doe", shown)

    def test_what_can_not_be_right(self):
        for text, said in (
                (changed({"start": 17}), "mention 0: expected \"start\""),
                (changed({"end": 1 << 30}), "mention 0: expected \"start\""),
                (changed({"text": "Ann"}), "mention 0: expected \"text\""),
                (changed({"start": 41, "end": 48}), "mention 1: expected \"te"),
                (changed({"sentence": 99}), "mention 0: expected \"sentence\""),
                (changed({"sentence": 9}), "sentence 9: expected its names"),
                (changed({}, {"kind": "seen"}), "encounter 0: expected a known"),
                (changed({}, {"end": 3}), "encounter 0: expected \"start\""),
                (changed({}, {"confidence": 2}), "encounter 0: expected \"con"),
        ):
            with self.subTest(said):
                done = start("mentions", "-q", "-", text=text)
                self.assertEqual(1, done.returncode)  # nothing was read
                self.assertIn(said, done.stderr.decode())
                self.assertIn("stdin:1:", done.stderr.decode())

    def test_a_line_made_to_take_hours(self):
        """Each participant is looked for among all mentions."""
        n = 6000
        hostile = {"id": "a", "mentions": [
            {"start": 8 * i, "end": 8 * i + 7, "text": "Ann Roe",
             "type": "person", "sentence": i} for i in range(n)],
            "encounters": [
                {"kind": "meet", "status": "held", "start": 8 * i,
                 "end": 8 * i + 7, "participants": ["Ann Roe", "Ann Roe"]}
                for i in range(n)]}
        done = start("mentions", "-q", "-", text=lines([hostile, LINE]))
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertIn("stdin:1: byte 0: expected at most 67108864 pairs",
                      done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
