"""The user decides: alias and exclude files, on articles drawn by the tests,
where what must come of a decision can be told by writing other articles."""
import json
import os
import random
import tempfile
import unittest

import drawn
from program import nodes, run, start, ties

PEOPLE = 9


def article(sentences, name="drawn", swap=None):
    """An article whose sentences name these persons."""
    writer = drawn.Writer(name)
    for people in sentences:
        writer.sentence(*[(swap or {}).get(i, i) for i in people])
    return writer.line()


def sentences_of(seed, n=40):
    draw = random.Random(seed)
    return [draw.sample(range(PEOPLE), draw.randint(1, 3)) for _ in range(n)]


def with_files(command, lines, aliases=None, exclude=None, options=()):
    """What a command does with these decisions; done, and its output."""
    with tempfile.TemporaryDirectory() as folder:
        more = list(options)
        for name, text in (("aliases", aliases), ("exclude", exclude)):
            if text is None:
                continue
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text if isinstance(text, str) else
                           json.dumps(text))
            more += ["--" + name, name]
        return start(*command, "--copies", "count", *more, "-",
                     text="\n".join(lines).encode(), folder=folder)


def build(lines, aliases=None, exclude=None, options=()):
    done = with_files(("build", "-q", "-f", "json", "-o", "-"), lines, aliases,
                      exclude, options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def plain(network):
    """Weights by labels, and mentions by label."""
    labels = {node["id"]: node["label"] for node in network["nodes"]}
    return ({frozenset(labels[end] for end in pair): link["weight"]
             for pair, link in ties(network).items()},
            {node["label"]: (node["mentions"], node["articles"])
             for node in network["nodes"]})


class Decisions(unittest.TestCase):
    def test_joined_are_as_if_written_alike(self):
        for seed in range(15):
            draw = random.Random(seed)
            keep, gone = draw.sample(range(PEOPLE), 2)
            said = sentences_of(seed)
            found = build([article(said)], [
                {"name": drawn.name_of(keep),
                 "aliases": [drawn.name_of(gone)]}])
            # Whoever is named twice in a sentence is there once.
            want = build([article(said, swap={gone: keep})])
            self.assertEqual(plain(found), plain(want))
            self.assertTrue(nodes(found)[drawn.id_of(keep)]["curated"])
            self.assertIn(drawn.name_of(gone),
                          nodes(found)[drawn.id_of(keep)]["aliases"])
            for key, node in nodes(found).items():
                self.assertEqual(node["curated"], key == drawn.id_of(keep))

    def test_three_joined_at_once(self):
        for seed in range(8):
            said = sentences_of(seed)
            found = build([article(said)], {"actors": [
                {"name": drawn.name_of(0), "aliases": [drawn.name_of(1),
                                                       drawn.name_of(2)]},
                {"name": drawn.name_of(5), "aliases": [drawn.name_of(6)]}]})
            want = build([article(said, swap={1: 0, 2: 0, 6: 5})])
            self.assertEqual(plain(found), plain(want))

    def test_dropped_are_as_if_never_named(self):
        for seed in range(15):
            gone = seed % PEOPLE
            said = sentences_of(seed)
            found = build([article(said)],
                          [{"name": drawn.name_of(gone), "drop": True}])
            want = build([article([[i for i in people if i != gone]
                                   for people in said])])
            self.assertEqual(plain(found), plain(want))

    def test_excluded_are_dropped(self):
        for seed in range(8):
            said = sentences_of(seed)
            found = build([article(said)], exclude="# nobody wants these\n"
                          f"{drawn.name_of(2)}\n\n{drawn.name_of(4).upper()}"
                          "\nNobody Whatsoever\n")
            want = build([article(said)], [
                {"name": drawn.name_of(i), "drop": True} for i in (2, 4)])
            self.assertEqual(plain(found), plain(want))

    def test_renamed_are_shown_so(self):
        said = sentences_of(3)
        found = build([article(said)], [{"name": drawn.name_of(1),
                                         "rename": "The Great One"}])
        weights, people = plain(build([article(said)]))
        swapped = {drawn.name_of(1): "The Great One"}
        self.assertEqual(plain(found), (
            {frozenset(swapped.get(name, name) for name in pair): weight
             for pair, weight in weights.items()},
            {swapped.get(name, name): counts
             for name, counts in people.items()}))

    def test_retyped_leave_the_persons(self):
        said = sentences_of(4)
        decision = [{"name": drawn.name_of(1), "type": "org",
                     "types": ["person"]}]
        persons = build([article(said)], decision)
        self.assertNotIn(drawn.name_of(1), plain(persons)[1])
        both = build([article(said)], decision, options=(
            "--types", "person,org"))
        self.assertEqual(plain(both), plain(build([article(said)])))
        self.assertEqual([node["label"] for node in both["nodes"]
                          if node["type"] == "org"], [drawn.name_of(1)])

    def test_told_apart_stay_apart(self):
        writer = drawn.Writer("a")
        for name in ("Sergei Lavrov", "Sergey Lavrov", "Sergei Lavrov"):
            at = len(writer.text)
            writer.text += name
            writer.mentions.append({"start": at, "end": len(writer.text),
                                    "type": "person"})
            writer.text += " spoke. "
        lines = [writer.line()]
        self.assertEqual(len(build(lines)["nodes"]), 1)
        found = build(lines, {"not_the_same": [["Sergei Lavrov",
                                                "Sergey Lavrov"]]})
        self.assertEqual({node["label"]: node["mentions"]
                          for node in found["nodes"]},
                         {"Sergei Lavrov": 2, "Sergey Lavrov": 1})

    def test_decisions_on_nobody_change_nothing(self):
        said = sentences_of(5)
        found = build([article(said)], {"actors": [
            {"name": "Nobody Whatsoever", "aliases": ["No One"]},
            {"name": "Some Firm", "type": "org", "drop": True}],
            "not_the_same": [["Nobody Whatsoever", "Some Firm"]]})
        want = build([article(said)])
        self.assertEqual(found["nodes"], want["nodes"])
        self.assertEqual(found["links"], want["links"])

    def test_decisions_written_and_edited(self):
        """What `resolve` writes, with one name moved to another entry."""
        for seed in range(6):
            said = sentences_of(seed)
            done = with_files(("resolve", "-q"), [article(said)])
            decisions = json.loads(done.stdout)
            by_name = {entry["name"]: entry for entry in decisions["actors"]}
            moved = by_name.pop(drawn.name_of(3))
            by_name[drawn.name_of(2)]["aliases"].append(moved["name"])
            found = build([article(said)],
                          {"actors": list(by_name.values()),
                           "not_the_same": decisions["not_the_same"]})
            want = build([article(said, swap={3: 2})])
            self.assertEqual(plain(found), plain(want))
            self.assertEqual([node["id"] for node in found["nodes"]
                              if node["curated"]], [drawn.id_of(2)])

    def test_every_output_tells_what_the_user_decided(self):
        said = sentences_of(6)
        decision = [{"name": drawn.name_of(0),
                     "aliases": [drawn.name_of(1)]}]
        done = with_files(("mentions", "-q"), [article(said)], decision)
        for m in json.loads(done.stdout)["mentions"]:
            self.assertEqual(m.get("curated", False),
                             m["actor"] == drawn.id_of(0))
        done = with_files(("report", "-q", "-f", "json", "--rows", "0"),
                          [article(said)], decision)
        for node in json.loads(done.stdout)["nodes"]:
            self.assertEqual(node["curated"] == "yes",
                             node["id"] == drawn.id_of(0))
        done = with_files(("resolve", "-q", "--explain", drawn.name_of(0)),
                          [article(said)], decision)
        self.assertIn(b"the alias file says so", done.stdout)


class WrongFiles(unittest.TestCase):
    """Nothing is built on a file that can't be understood."""

    def refused(self, text, message, kind="aliases"):
        with self.subTest(text):
            done = with_files(("build", "-q", "-o", "n.json"),
                              [article([[0, 1]])], **{kind: text})
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            told = done.stderr.decode()
            self.assertTrue(told.startswith(f"entente: resolve: {kind}:"),
                            told)
            self.assertEqual(len(told.splitlines()), 1)
            self.assertIn(message, told)

    def test_no_json(self):
        self.refused("", ":1: ")
        self.refused("{", ":1: ")
        self.refused('{"actors": [}', ":1: ")
        self.refused('{"actors":\n [\n ,]}', ":3: ")
        self.refused('{"actors": [], "actors": []}', "duplicate")

    def test_values_of_another_kind(self):
        for text in ("7", '"a"', "null", "true"):
            self.refused(text, ":1: ")
        for entry, message in (
                ("7", "expected"), ("{}", '"name"'),
                ('{"name": 7}', '"name"'), ('{"name": ""}', '"name"'),
                ('{"name": "A", "type": "dog"}', '"type"'),
                ('{"name": "A", "type": 1}', '"type"'),
                ('{"name": "A", "types": "person"}', '"types"'),
                ('{"name": "A", "types": ["dog"]}', '"types"'),
                ('{"name": "A", "aliases": "B"}', '"aliases"'),
                ('{"name": "A", "aliases": [1]}', '"aliases"'),
                ('{"name": "A", "drop": "yes"}', '"drop"'),
                ('{"name": "A", "rename": 1}', '"rename"')):
            self.refused(f'{{"actors": [\n{{"name": "X"}},\n{entry}]}}',
                         message)
            self.refused(f'{{"actors": [\n{{"name": "X"}},\n{entry}]}}',
                         ":3: ")
        for pair in ('7', '["A"]', '["A", "B", "C"]', '["A", 7]', '{}'):
            self.refused(f'{{"not_the_same": [["A", "B"],\n{pair}]}}', ":2: ")

    def test_nobody_meets_himself(self):
        line = json.dumps({"id": "a", "title": "Note", "text":
                           "Ann Roe met Nan Poe and Maria Lund in Oslo. "
                           "On Friday Ann Roe met Nan Poe again."})
        whole = with_files(("mentions", "-q"), [line])
        self.assertEqual(
            [e["participants"] for e in json.loads(whole.stdout)["encounters"]],
            [["Ann Roe", "Nan Poe", "Maria Lund"], ["Ann Roe", "Nan Poe"]])
        one = with_files(("mentions", "-q"), [line], {"actors": [
            {"name": "Ann Roe", "aliases": ["Nan Poe"]}]})
        self.assertEqual(
            [e["participants"] for e in json.loads(one.stdout)["encounters"]],
            [["Ann Roe", "Maria Lund"]])

    def test_no_such_file(self):
        for name in ("aliases", "exclude"):
            done = start("build", "-q", "-f", "json", "-o", "-", "--" + name,
                         "no-such-file", "-", text=article([[0]]).encode())
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertIn(b"no-such-file", done.stderr)
            self.assertIn(b"No such file", done.stderr)


if __name__ == "__main__":
    unittest.main()
