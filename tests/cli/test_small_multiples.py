"""A network through time as a picture: a frame for each slice, with the same
places and colours, sizes of the slice, and rings around those who came."""
import collections
import json
import re
import unittest
import xml.etree.ElementTree

from program import ARTICLES, run, start

SVG = "{http://www.w3.org/2000/svg}"
INK = "#1d232b"


def build(form, *options):
    return run("build", "-q", "-f", form, "-o", "-", *options, ARTICLES)


def parts(svg, kind):
    """(title, elements) of the parts of one class, in the picture's order."""
    for group in svg.iter(SVG + "g"):
        if group.get("class") == kind:
            title = group.find(SVG + "title")
            yield (title.text if title is not None else None,
                   list(group)[title is not None:])


@unittest.skipIf(start("exporters", "svg").returncode, "no Graphviz")
class Frames(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        options = ("--slice", "year")
        cls.network = json.loads(build("json", *options))
        cls.svg = xml.etree.ElementTree.fromstring(
            build("svg", *options, "-x", "max-nodes=0", "-x", "max-ties=0"))
        cls.slices = [s["name"] for s in cls.network["graph"]["slices"]]
        cls.here = {node["label"]: {cls.slices[s["slice"]]
                                    for s in node["slices"]}
                    for node in cls.network["nodes"]}
        width = float(cls.svg.get("viewBox").split()[2])
        height = float(cls.svg.get("viewBox").split()[3])
        cls.size = width, height
        cls.cells = cls.frames_of(cls)

    def frames_of(self):
        """slice -> {person: (x, y, strength, element)}; frames begin with
        their names."""
        found = {}
        heads = [(elements[-1].text, float(elements[-1].get("x")),
                  float(elements[-1].get("y")))
                 for _, elements in parts(self.svg, "node slice")
                 if elements[-1].text in self.slices]
        for name, _, _ in heads:
            found[name] = {}
        for title, elements in parts(self.svg, "node name"):
            person, strength = title.split(": strength ")
            x, y = (float(elements[0].get(a)) for a in ("cx", "cy"))
            # The frame's head is the nearest above and to the left.
            name = min((h for h in heads if h[1] < x and h[2] < y),
                       key=lambda h: (y - h[2], x - h[1]))[0]
            found[name][person] = (x, y, float(strength), elements[0])
        return found

    def test_each_slice_has_a_frame_with_its_people(self):
        self.assertEqual(sorted(self.cells), self.slices)
        for name, people in self.cells.items():
            self.assertEqual(set(people), {who for who, when in
                                           self.here.items() if name in when})

    def test_places_and_colours_stay(self):
        offsets = collections.defaultdict(set)
        colours = collections.defaultdict(set)
        for people in self.cells.values():
            some = people["Vladimir Putin"]
            for who, (x, y, _, element) in people.items():
                offsets[who].add((round(x - some[0]), round(y - some[1])))
                colours[who].add(element.get("fill"))
        self.assertTrue(any(len(self.here[who]) > 2 for who in offsets))
        for who, found in offsets.items():
            xs, ys = zip(*found)
            self.assertLessEqual(max(xs) - min(xs), 1, who)
            self.assertLessEqual(max(ys) - min(ys), 1, who)
            self.assertEqual(len(colours[who]), 1, who)

    def test_strengths_are_those_of_the_slice(self):
        wanted = {(node["label"], self.slices[s["slice"]]): s["strength"]
                  for node in self.network["nodes"] for s in node["slices"]}
        for name, people in self.cells.items():
            for who, (_, _, strength, _) in people.items():
                self.assertAlmostEqual(strength, wanted[who, name], 4)
        strongest = max(wanted.values())
        radii = {p[2]: float(p[3].get("rx")) for people in self.cells.values()
                 for p in people.values()}
        self.assertEqual(max(radii, key=radii.get), strongest)

    def test_rings_are_around_those_who_came(self):
        before = None
        for name in self.slices:
            for who, (_, _, _, element) in self.cells[name].items():
                came = before is not None and before not in self.here[who]
                self.assertEqual(element.get("stroke") == INK, came,
                                 (who, name))
            before = name

    def test_ties_are_those_of_the_slice(self):
        counts = collections.Counter()
        for link in self.network["links"]:
            for s in link["slices"]:
                counts[self.slices[s["slice"]]] += 1
        heads = [elements[-1].text
                 for _, elements in parts(self.svg, "node slice")]
        for name, people in self.cells.items():
            told = heads[heads.index(name) + 1]
            ties = counts[name]
            self.assertEqual(told, f"{len(people)} people, {ties} "
                                   f"tie{'s' if ties != 1 else ''}")

    def test_all_is_on_the_sheet(self):
        for people in self.cells.values():
            for x, y, _, element in people.values():
                radius = float(element.get("rx"))
                self.assertTrue(radius <= x <= self.size[0] - radius)
                self.assertTrue(radius <= -y <= self.size[1] - radius)

    def test_title_and_key(self):
        text = build("svg", "--slice", "year").decode()
        self.assertIn(">Who is named with whom, by year<", text)
        self.assertIn(">not in the slice before<", text)
        text = build("svg", "--slice", "month", "--slide", "3").decode()
        self.assertIn(">Who is named with whom, windows of 3 months<", text)
        self.assertRegex(text, r">The last 36 of \d+ slices\.<")

    def test_on_paper(self):
        for form in ("png", "pdf"):
            found = build(form, "--slice", "year", "--page", "A4")
            self.assertTrue(found.startswith(b"\x89PNG" if form == "png"
                                             else b"%PDF"))
        text = build("svg", "--slice", "quarter", "--page", "A4").decode()
        size = sorted(int(n) for n in
                      re.search(r'width="(\d+)pt" height="(\d+)pt"',
                                text).groups())
        self.assertEqual(size, [595, 842])


if __name__ == "__main__":
    unittest.main()
