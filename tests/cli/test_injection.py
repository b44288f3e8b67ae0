"""No name, title, address or sentence becomes markup, code or a command in any
format of any command.

Each output is made twice, of plain names and of hostile ones. What a reader
takes for structure in the second (elements, attributes, members, statements)
must be among what it takes for structure in the first.
"""
import csv
import html.parser
import io
import json
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree

from nasty import NASTY
from program import run

HOSTILE = NASTY + [
    '"><img src=x onerror=alert(1)>', "</script><script>alert(1)</script>",
    "</title></svg><script>alert(1)</script>", "' onmouseover='alert(1)",
    "[press](javascript:alert(1))", "![x](http://x.invalid/x.png)",
    "| cell | cell |", "`code`", "\n# Heading", "\n\n<b>Bold</b>", "*Star* _Bar_",
    '"]; evil [label="x', '"}\ngraph evil {', "a -- b", "\\", "\\\\\"",
    '"])\n  click n0 "javascript:alert(1)"', "%% comment", "end", "\nn0 --- n1",
    "'}) DETACH DELETE (n) //", '"\n999,"Evil', "\n=1+1", ";=1+1", ",=1+1",
    '=HYPERLINK("http://x.invalid")', "\t=1+1", "\r=1+1", " =1+1", "\uff1d1+1",
    "]\nnode [ id 999", "*Arcs\n1 2", "\nEND:VCALENDAR\nBEGIN:VEVENT",
    "\x1b]0;title\x07", "\x1b[2J", "\x9b2J", "\x08\x08\x08", "\r\x00gone",
    "]]>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;"]
PLAIN = [f"Person {chr(65 + i // 26)}{chr(97 + i % 26)}lder"
         for i in range(len(HOSTILE))]
HUB = "Ottoline Varga"


def articles(names, title, address):
    """One about each name; the names say what they are, being none to find."""
    lines = []
    for i, name in enumerate(names):
        text, mentions = "", []
        for one, rest in ((HUB, " met "), (name, " in Geneva on Tuesday.")):
            mentions.append({"start": len(text.encode()), "type": "person",
                             "end": len((text + one).encode())})
            text += one + rest
        lines.append(json.dumps({
            "id": f"{title(name)} {i}", "title": title(name), "text": text,
            "date": "2014-03-29", "source": title(name),
            "url": address(name), "mentions": mentions}))
    return "\n".join(lines).encode()


TEXTS = {
    "plain": articles(PLAIN, "News of {}".format,
                      lambda name: "https://news.invalid/" + name[-5:]),
    "hostile": articles(HOSTILE, str,
                        lambda name: "javascript:alert(1)//" + name)}


def output(which, command, form, *options):
    done = run(command, "-q", "-f", form, "-o", "-", "--copies", "count",
               *options, "-", text=TEXTS[which])
    return done


# ---- what a reader takes for structure ----

def no_controls(data):
    """No byte that a terminal obeys: an escape, a bell, one of C1."""
    found = re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", data.decode())
    assert not found, found
    return set()


def members(value):
    """The names of JSON's members, however deep."""
    if isinstance(value, dict):
        return set(value).union(*map(members, value.values()))
    return set().union(*map(members, value)) if isinstance(value, list) \
        else set()


def of_json(data):
    no_controls(data)
    found = members(json.loads(data))
    # Aliases are told by id or name.
    return {name for name in found if re.fullmatch("[A-Za-z_]+", name)}


def of_lines(data):
    """Some names are read with a role, which is a member of its own."""
    return set().union(*map(of_json, data.splitlines())) - {"role"}


def of_xml(data):
    found = set()
    for element in xml.etree.ElementTree.fromstring(data).iter():
        found.add(element.tag)
        found.update((element.tag, name) for name in element.attrib)
        found.update(("link", value.split(":")[0]) for name, value
                     in element.attrib.items() if name.endswith("href"))
    return found


class Markup(html.parser.HTMLParser):
    """Elements, attributes and where links go; scripts as they are."""

    def __init__(self, text):
        super().__init__()
        self.found, self.inside = set(), None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.inside = tag
        self.found.add(tag)
        for name, value in attrs:
            self.found.add((tag, name))
            if name in ("href", "src"):
                self.found.add((tag, re.match("[a-z]+:|", value)[0]))

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "style" or (self.inside == "script" and
                                      not data.lstrip().startswith("{")):
            self.found.add((self.inside, data))

    def handle_decl(self, decl):
        self.found.add(decl)

    def handle_comment(self, data):
        self.found.add(data)


def of_page(data):
    """For no terminal."""
    return Markup(data.decode()).found


def of_html(data):
    no_controls(data)
    return of_page(data)


def of_markdown(data):
    """What is left of its signs where no backslash stands before them."""
    no_controls(data)
    found = set()
    for line in data.decode().splitlines():
        line = re.sub(r"\\[!-/:-@\[-`{-~]", "", line)
        found.update(re.findall(r"<|`|!\[|\]\([a-z]*:?|^ *#+ ", line))
        found.update([line.count("|")] if line.startswith("|") else [])
    return found


def of_table(data, delimiter=","):
    """Cells that a spreadsheet would run; how many cells a row has."""
    no_controls(data.replace(b"\r", b"\n").replace(b"\t", b" "))
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""),
                           strict=True, delimiter=delimiter))
    found = {len(row) for row in rows} | set(rows[0])
    number = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?")
    return found | {cell for row in rows for cell in row
                    if re.match("[=+@\t\r-]", cell)
                    and not number.fullmatch(cell)}


def of_neo4j(data):
    """Its reader runs nothing; cells stay in their columns."""
    return {item for item in of_table(data) if not isinstance(item, str)
            or re.fullmatch("[a-z_]*:[A-Z_]+.*", item)}


def of_matrix(data):
    """The head is of ids."""
    rows = list(csv.reader(io.StringIO(data.decode()), strict=True))
    assert len({len(row) for row in rows}) == 1 and len(rows) == len(rows[0])
    return {cell for row in rows for cell in row if re.match("[=+@-]", cell)}


def of_edges(data):
    no_controls(data)
    return {line.count(b"\t") for line in data.splitlines()}


def of_pajek(data):
    no_controls(data)
    shape = re.compile(rb'\d+ "[^"]*"( -?[\d.]+){2} ellipse|\d+ \d+ [\d.e+-]+')
    return {re.sub(rb"\d+", b"", line) for line in data.splitlines()
            if not shape.fullmatch(line)}


def of_gml(data):
    no_controls(data)
    text = re.sub(r'"[^"]*"', "TEXT", data.decode())
    return set(re.findall("[A-Za-z_]+", text))


def of_mermaid(data):
    no_controls(data)
    shape = re.compile(r' *n\d+(\(\[|\[|\(|\{\{)+"([^"<>;\\]|#\d+;)*"[\])}]+|'
                       r" *n\d+ (---|===)\|[\d.e+-]+\| n\d+|"
                       r" *(%% shows |style n\d+ ).*")
    return {line for line in data.decode().split("\n")
            if not shape.fullmatch(line)}


def of_dot(data):
    if not shutil.which("dot"):
        raise unittest.SkipTest("needs graphviz")
    no_controls(data)
    done = subprocess.run(["dot", "-Kpatchwork", "-Tdot_json"], input=data,
                          capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return of_json(done.stdout)


def of_calendar(data):
    no_controls(data.replace(b"\r\n", b"\n"))
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return {re.split("[:;]", line)[0] for line in lines}


REPORTS = {"terminal": no_controls, "markdown": of_markdown, "csv": of_table,
           "json": of_json, "html": of_html}
FORMATS = {
    "build": {"json": of_json, "graphml": of_xml, "gexf": of_xml,
              "csv": of_table, "graphology": of_json, "cytoscape": of_json,
              "gml": of_gml, "pajek": of_pajek, "neo4j": of_neo4j,
              "edges": of_edges, "matrix": of_matrix, "mermaid": of_mermaid,
              "dot": of_dot, "svg": of_xml, "html": of_page},
    "report": REPORTS,
    "explain": REPORTS,
    "events": {"table": no_controls, "jsonl": of_lines, "ics": of_calendar},
    "mentions": {"jsonl": of_lines}}
OPTIONS = {("explain", None): ["--of", HUB],
           ("build", "csv"): ["-x", "part=nodes"],
           ("build", "neo4j"): ["-x", "part=nodes"],
           ("report", None): ["--rows", "0"],
           ("build", "matrix"): ["-x", "names=label"]}


class Injection(unittest.TestCase):
    def test_every_exporter_of_text_is_here(self):
        listed = {e["name"] for e in json.loads(run("exporters", "--json"))}
        self.assertLessEqual(listed - {"png", "pdf"}, set(FORMATS["build"]))

    def test_structure_is_that_of_plain_names(self):
        listed = {e["name"] for e in json.loads(run("exporters", "--json"))}
        for command, forms in FORMATS.items():
            for form, structure in forms.items():
                if command == "build" and form not in listed:
                    continue  # a module that this build doesn't have
                with self.subTest(command=command, format=form):
                    self.compare(command, form, structure)

    def compare(self, command, form, structure):
        options = OPTIONS.get((command, form), OPTIONS.get((command, None), []))
        if command == "mentions":
            made = {which: run(command, "-q", "-", text=text)
                    for which, text in TEXTS.items()}
        else:
            made = {which: output(which, command, form, *options)
                    for which in TEXTS}
        self.assertGreater(len(made["hostile"]), 0)
        more = structure(made["hostile"]) - structure(made["plain"])
        self.assertEqual(more, set())


if __name__ == "__main__":
    unittest.main()
