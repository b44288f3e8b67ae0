"""Communities as areas of the picture, named after their two strongest."""
import collections
import json
import re
import unittest
import xml.etree.ElementTree

from program import ARTICLES, run, start

SVG = "{http://www.w3.org/2000/svg}"


def build(form, *options):
    return run("build", "-q", "-f", form, "-o", "-", *options, ARTICLES)


def groups(svg, kind):
    return [g for g in svg.iter(SVG + "g") if g.get("class") == kind]


def drawn(*options):
    return xml.etree.ElementTree.fromstring(build("svg", *options))


def captions(svg):
    return [g.find(SVG + "text") for g in groups(svg, "node community")]


def circles(svg):
    """person -> (x, y, radius)"""
    found = {}
    for group in groups(svg, "node name"):
        shape = group.find(SVG + "ellipse")
        person = group.find(SVG + "title").text.split(": ")[0]
        found[person] = [float(shape.get(a)) for a in ("cx", "cy", "rx")]
    return found


@unittest.skipIf(start("exporters", "svg").returncode, "no Graphviz")
class Captions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.svg = drawn()
        cls.members = collections.defaultdict(list)
        nodes = json.loads(build("json"))["nodes"]
        for node in sorted(nodes, key=lambda n: -n["strength"]):
            cls.members[node["community"]].append(node["label"])
        cls.areas = [e for e in cls.svg.iter(SVG + "polygon")
                     if e.get("fill-opacity") and e.get("stroke-opacity")]

    def test_names_are_the_two_strongest_of_a_community(self):
        leaders = {", ".join(m[:2]) for m in self.members.values()
                   if len(m) >= 5}
        found = [c.text for c in captions(self.svg)]
        self.assertGreater(len(found), 2)
        self.assertEqual(len(found), len(set(found)))
        self.assertLessEqual(set(found), leaders)

    def test_each_has_an_area_with_its_people(self):
        found = captions(self.svg)
        self.assertEqual(len(found), len(self.areas))
        places = circles(self.svg)
        for caption, area in zip(found, self.areas):
            flat = [float(n) for n in re.findall(r"-?[\d.]+",
                                                 area.get("points"))]
            corners = list(zip(flat[::2], flat[1::2]))
            community = next(m for m in self.members.values()
                             if ", ".join(m[:2]) == caption.text)
            inside = [who for who, (x, y, _) in places.items()
                      if self.is_inside(x, y, corners)]
            self.assertGreaterEqual(
                sum(who in community for who in inside), 5)
            self.assertLessEqual(
                4 * sum(who not in community for who in inside), len(inside))

    @staticmethod
    def is_inside(x, y, corners):
        sides = [(bx - ax) * (y - ay) - (by - ay) * (x - ax)
                 for (ax, ay), (bx, by) in zip(corners,
                                               corners[1:] + corners[:1])]
        return all(s >= 0 for s in sides) or all(s <= 0 for s in sides)

    def test_no_caption_stands_on_another_or_on_a_name(self):
        boxes = []
        for text in captions(self.svg) + [
                g.find(SVG + "text") for g in groups(self.svg, "node label")]:
            wide = 0.5 * float(text.get("font-size")) * len(text.text)
            x, y = float(text.get("x")), float(text.get("y"))
            left = {"start": x, "middle": x - wide / 2,
                    "end": x - wide}[text.get("text-anchor")]
            boxes.append((text.text, left, left + wide, y))
        some = len(captions(self.svg))
        for i, (name, left, right, y) in enumerate(boxes[:some]):
            for other, other_left, other_right, other_y in boxes[i + 1:]:
                self.assertTrue(right <= other_left or other_right <= left or
                                abs(y - other_y) > 6, (name, other))

    def test_the_key_names_those_that_the_map_does_not(self):
        key = [g.find(SVG + "text").text for g in groups(self.svg, "node key")
               if g.find(SVG + "text") is not None]
        for caption in captions(self.svg):
            self.assertNotIn(caption.text, key)

    def test_an_ego_is_named_before_others(self):
        for person in ("Sergei Lavrov", "Angela Merkel", "Xi Jinping"):
            for size in ("200x140", "A4", "free"):
                svg = drawn("--ego", person, "--hops", "2", "--page", size)
                self.assertIn(person, [g.find(SVG + "text").text for g in
                                       groups(svg, "node label")])

    def test_around_an_ego_are_none(self):
        text = [e.text for e in drawn("--ego", "Barack Obama", "--hops",
                                      "9").iter(SVG + "text")]
        self.assertIn("Colour: community around", text)

    def test_sizes_of_a_measure(self):
        nodes = json.loads(build("json"))["nodes"]
        svg = drawn("-x", "size=betweenness", "-x", "max-nodes=0")
        radii = {who: c[2] for who, c in circles(svg).items()}
        ranked = sorted(nodes, key=lambda n: n["betweenness"])
        sizes = [radii[n["label"]] for n in ranked]
        self.assertEqual(sizes, sorted(sizes))
        self.assertGreater(sizes[-1], 3 * sizes[0])
        self.assertIn("Size: betweenness",
                      [e.text for e in svg.iter(SVG + "text")])
        told = groups(svg, "node name")[-1].find(SVG + "title").text
        self.assertEqual(told, f"{ranked[-1]['label']}: betweenness "
                               f"{ranked[-1]['betweenness']:.6g}")

    def test_few_need_no_captions(self):
        few = drawn("--top", "30")
        self.assertEqual(captions(few), [])
        self.assertIn("Colour: community around",
                      [e.text for e in few.iter(SVG + "text")])


if __name__ == "__main__":
    unittest.main()
