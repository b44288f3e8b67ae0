"""All of a picture lies within its edges, whatever shows it.

bounds.py WRITE_NETWORK GRAPHVIZ_MODULE [TEST...]

The transforms of an SVG are applied as a browser does it, and what comes out
is compared with the viewBox. Texts are measured by the widths of DejaVu Sans,
the widest of the fonts that browsers take for Helvetica.
"""
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

WRITER, MODULE = sys.argv[1:3]
SVG = "{http://www.w3.org/2000/svg}"
ALL = ["max-nodes=0", "max-ties=0", "labels=-1"]
# How wide letters are, in hundredths of an em (DejaVuSans.ttf 2.37).
LETTERS = {letter: width for width, letters in {
    28: "ijl'", 30: "IJ", 32: " .,", 34: ":;|", 35: "f", 36: "-", 39: "()t",
    41: "r", 52: "sz", 55: "cF", 58: "kL", 59: "vxy", 61: "aoeTYE", 64:
    "bdghnpqu0123456789PS", 66: "K", 70: "ABCRXVZ", 75: "HNDUG", 79: "OQ",
    82: "w", 87: "M", 98: "m", 99: "W"}.items() for letter in letters}


def picture(network, form, *options):
    done = subprocess.run([WRITER, network, f"{MODULE}:{form}", *options],
                          capture_output=True, check=True)
    return done.stdout


def numbers(text):
    return [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", text)]


def transform_of(element):
    """Scale and shift, of which alone these pictures are made."""
    sx = sy = 1
    dx = dy = 0
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)",
                                   element.get("transform", "")):
        values = numbers(inside)
        if name == "translate":
            dx, dy = dx + sx * values[0], dy + sy * values[1]
        elif name == "scale":
            sx, sy = sx * values[0], sy * values[-1]
        elif name != "rotate" or values != [0]:
            raise AssertionError(element.get("transform"))
    return sx, sy, dx, dy


def width_of(text):
    return sum(LETTERS.get(letter, 80) for letter in text) / 100


def points(element):
    """The corners of what an element draws, in its own coordinates."""
    tag = element.tag.removeprefix(SVG)
    if tag in ("polygon", "polyline", "path"):
        flat = numbers(element.get("points") or element.get("d") or "")
        yield from zip(flat[::2], flat[1::2])
    elif tag == "ellipse":
        x, y, rx, ry = (float(element.get(a)) for a in ("cx", "cy", "rx", "ry"))
        yield from ((x - rx, y - ry), (x + rx, y + ry))
    elif tag == "text":
        x, y, size = (float(element.get(a)) for a in ("x", "y", "font-size"))
        width = width_of("".join(element.itertext())) * size
        left = {"middle": x - width / 2, "start": x, "end": x - width}[
            element.get("text-anchor")]
        yield from ((left, y - size), (left + width, y + 0.3 * size))


def drawn(element, sx=1, sy=1, dx=0, dy=0):
    """(element, x, y) of all that is drawn, with all transforms applied."""
    ax, ay, bx, by = transform_of(element)
    sx, sy, dx, dy = sx * ax, sy * ay, dx + sx * bx, dy + sy * by
    for x, y in points(element):
        yield element, dx + sx * x, dy + sy * y
    for child in element:
        yield from drawn(child, sx, sy, dx, dy)


class Svg(unittest.TestCase):
    def inside(self, network, *options):
        svg = xml.etree.ElementTree.fromstring(
            picture(network, "svg", *options))
        left, top, width, height = numbers(svg.get("viewBox"))
        self.assertAlmostEqual(numbers(svg.get("width"))[0], width, delta=1)
        self.assertAlmostEqual(numbers(svg.get("height"))[0], height, delta=1)
        count = 0
        for element, x, y in drawn(svg):
            what = "".join(element.itertext()) or element.tag
            self.assertTrue(left - 1 <= x <= left + width + 1, (what, x, width))
            self.assertTrue(top - 1 <= y <= top + height + 1, (what, y, height))
            count += 1
        return count

    def test_seven_a_hundred_and_a_thousand_nodes(self):
        for network, nodes in (("seven", 7), ("large", 100), ("huge", 1000)):
            with self.subTest(network):
                self.assertGreater(self.inside(network, *ALL), 6 * nodes)

    def test_as_drawn_by_default(self):
        for network in ("empty", "one", "nasty", "small", "huge"):
            with self.subTest(network):
                self.assertGreater(self.inside(network), 0)

    def test_whatever_the_dpi(self):
        wanted = picture("small", "svg")
        for dpi in (10, 96, 300):
            self.assertEqual(picture("small", "svg", f"dpi={dpi}"), wanted)

    def test_a_caption_wider_than_the_picture(self):
        for title in ("W" * 190, "Who meets whom in the news of May 2015"):
            for network in ("empty", "one", "large"):
                with self.subTest(title=title, network=network):
                    self.inside(network, "title=" + title)
                    self.inside(network, "title=" + title, "legend=false")


class Pdf(unittest.TestCase):
    def test_the_page_is_as_large_as_the_svg(self):
        svg = xml.etree.ElementTree.fromstring(picture("small", "svg"))
        wanted = numbers(svg.get("viewBox"))[2:]
        for dpi in (72, 300):
            text = picture("small", "pdf", f"dpi={dpi}")
            box = re.search(rb"/MediaBox \[([^]]*)\]", text)
            if not box:  # within a compressed stream, as cairo 1.18 has it
                self.skipTest("needs a PDF with plain objects")
            found = numbers(box[1].decode())[2:]
            for a, b in zip(found, wanted):
                self.assertAlmostEqual(a, b, delta=1.5)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
