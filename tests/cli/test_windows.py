"""Windows that name too many, and what is advised when there are no ties."""
import json
import unittest

import drawn
from program import start

NAMES = ("Ada Abernathy", "Bo Castellan", "Cy Delacroix")


def article(text, identity="one"):
    """With its mentions, so that nothing is left to a recogniser."""
    found = []
    for name in NAMES:
        at = text.find(name)
        if at >= 0:
            found.append({"start": at, "end": at + len(name),
                          "type": "person"})
    return json.dumps({"id": identity, "title": "", "text": text,
                       "date": "2015-01-02",
                       "mentions": sorted(found, key=lambda m: m["start"])})


APART = article("\n\n".join(f"{name} slept well." for name in NAMES))
TOGETHER = article(f"{NAMES[0]} saw {NAMES[1]} and {NAMES[2]}.", "two")


def build(*options, text=TOGETHER):
    done = start("build", "-f", "json", "-o", "-", *options, "-",
                 text=text.encode())
    return json.loads(done.stdout), done.stderr.decode()


class Windows(unittest.TestCase):
    def test_no_window_is_too_large_by_itself(self):
        found, said = build()
        self.assertEqual(len(found["links"]), 3)
        self.assertNotIn("--window-max", said)
        self.assertEqual(found["graph"]["warnings"], [])

    def test_what_is_left_out_is_counted_and_said(self):
        found, said = build("--window-max", "2",
                            text=TOGETHER + "\n" + article(
                                f"{NAMES[0]} saw {NAMES[1]}.", "three"))
        self.assertEqual(len(found["links"]), 1)
        self.assertIn("1 window with more than 2 names made no ties "
                      "(--window-max)", said)
        self.assertEqual(found["graph"]["counts"]["windows_left_out"], 1)
        self.assertTrue(any("too many" in warning
                            for warning in found["graph"]["warnings"]))
        done = start("report", "--window-max", "2", "-",
                     text=TOGETHER.encode())
        self.assertIn("1 of 1 windows, which name too many",
                      done.stdout.decode())

    def test_a_list_is_warned_of_once(self):
        """With how many windows make more than 50 ties, and the worst."""
        def crowd(n, identity):
            people = [drawn.name_of(i) for i in range(n)]
            text = ", ".join(people) + " came."
            return json.dumps({
                "id": identity, "title": "", "text": text,
                "mentions": [{"start": text.find(name), "type": "person",
                              "end": text.find(name) + len(name)}
                             for name in people]})
        text = "\n".join((crowd(11, "small"), crowd(14, "long"),
                          crowd(10, "none")))
        found, said = build(text=text)
        self.assertIn("2 windows made more than 50 ties each, the largest "
                      "names 14 (long)", said)
        self.assertEqual(said.count("50 ties"), 1)
        self.assertTrue(any("lists of names" in warning
                            for warning in found["graph"]["warnings"]))
        self.assertNotIn("50 ties",
                         build("--window-max", "10", text=text)[1])

    def test_advice_is_not_what_one_does_already(self):
        for options, advised, others in (
                ((), "--window paragraph or --window article", ()),
                (("--window", "paragraph"), "--window article",
                 ("--window paragraph",)),
                (("--window", "2"), "a larger --window", ("article",)),
                (("--window", "article", "--min-articles", "2"),
                 "fewer --min- filters", ("--window",)),
                (("--window", "article", "--window-max", "2"),
                 "a higher --window-max", ("--window ",))):
            found, said = build(*options, text=APART)
            self.assertEqual(found["links"], [])
            hint = said[said.index("hint:"):].splitlines()[0]
            self.assertIn(advised, hint)
            for other in others:
                self.assertNotIn(other, hint)

    def test_explain_does_not_either(self):
        done = start("explain", "--between", *NAMES[:2], "--window",
                     "paragraph", "-", text=APART.encode())
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"try --window article", done.stderr)


if __name__ == "__main__":
    unittest.main()
