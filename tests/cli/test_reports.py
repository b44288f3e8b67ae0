"""Reports and explanations say the same in every format."""
import csv
import html.parser
import io
import json
import re
import unittest

from program import ARTICLES, build, nodes, run, ties, weights


def report(form, *options):
    return run("report", "-q", "-f", form, "--rows", "0", *options,
               ARTICLES).decode()


def explain(form, *options):
    return run("explain", "-q", "-f", form, "--rows", "0", *options,
               ARTICLES).decode()


class Page(html.parser.HTMLParser):
    """The tables of a page as lists of rows; every element must be closed."""
    VOID = {"meta", "link", "br", "hr", "img", "input", "col"}

    def __init__(self, text):
        super().__init__()
        self.open, self.tables, self.words = [], [], []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        self.words.append(data)
        if {"td", "th"} & set(self.open):
            self.tables[-1][-1][-1] += data


def markdown_tables(text):
    """The grids of a Markdown page, without their rulers."""
    tables, last = [], ""
    for line in text.splitlines():
        if line.startswith("|"):
            if not last.startswith("|"):
                tables.append([])
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            tables[-1].append([cell.strip().replace("\\", "")
                               for cell in cells])
        last = line
    return [table[:1] + table[2:] for table in tables]


def table_with(heading, text, other=None):
    """The first grid with these headings."""
    return next(table for table in markdown_tables(text)
                if heading in table[0] and (not other or other in table[0]))


class Reports(unittest.TestCase):
    def test_csv_is_the_json_table(self):
        want = json.loads(report("json"))["nodes"]
        rows = list(csv.DictReader(io.StringIO(report("csv"), newline=""),
                                   strict=True))
        self.assertEqual(len(rows), len(want))
        for row, node in zip(rows, want):
            self.assertEqual(set(row), set(node))
            for key, value in node.items():
                if isinstance(value, (int, float)):
                    self.assertAlmostEqual(float(row[key]), value,
                                           delta=1e-9)
                else:
                    self.assertEqual(row[key], value or "")

    def test_ranks_run_by_strength(self):
        found = json.loads(report("json"))["nodes"]
        self.assertEqual([node["rank"] for node in found],
                         list(range(1, len(found) + 1)))
        strengths = [node["strength"] for node in found]
        self.assertEqual(strengths, sorted(strengths, reverse=True))

    def test_markdown_names_all(self):
        best = table_with("Strength", report("markdown"))
        strongest = table_with("Weight", report("markdown"), "Contact")
        want = json.loads(report("json"))["nodes"]
        name = best[0].index("Name")
        strength = best[0].index("Strength")
        self.assertEqual([(row[name], float(row[strength]))
                          for row in best[1:]],
                         [(node["label"], node["strength"]) for node in want])
        labels = {key: node["label"] for key, node in nodes(build()).items()}
        self.assertEqual({(frozenset(row[1:3]), float(row[3]))
                          for row in strongest[1:]},
                         {(frozenset(labels[end] for end in pair), weight)
                          for pair, weight in weights(build()).items()})

    def test_html_names_all(self):
        page = Page(report("html"))
        best = next(t for t in page.tables if "Strength" in t[0])
        want = json.loads(report("json"))["nodes"]
        name = best[0].index("Name")
        self.assertEqual([row[name] for row in best[1:]],
                         [node["label"] for node in want])
        self.assertTrue(all(len(row) == len(best[0]) for row in best))

    def test_html_needs_nothing_from_elsewhere(self):
        text = report("html")
        self.assertIsNone(re.search(r"""src\s*=\s*["']https?:""", text))
        for start in re.findall(r"""<[^<>]*href\s*=\s*["']https?:""", text):
            self.assertTrue(start.startswith("<a "), start)
        self.assertIn("charset", text.lower())

    def test_terminal_is_no_wider_than_it_should_be(self):
        for line in report("terminal").splitlines():
            self.assertLessEqual(len(line), 80, line)

    def test_groups_are_the_communities(self):
        members = {}
        for node in build()["nodes"]:
            members.setdefault(node["community"], set()).add(node["label"])
        for row in json.loads(report("json"))["nodes"]:
            self.assertIn(row["label"], members[row["community"]])

    def test_rows_shorten_and_say_so(self):
        text = run("report", "-q", "-f", "markdown", "--rows", "4",
                   ARTICLES).decode()
        self.assertEqual((len(table_with("Strength", text)),
                          len(table_with("Weight", text, "Contact"))), (5, 5))
        self.assertIn(f"(4 of {len(build()['nodes'])})", text)


class Explanations(unittest.TestCase):
    PAIR = ("--between", "Kerry", "Lavrov")

    def test_every_format_has_every_sentence(self):
        told = json.loads(explain("json", *self.PAIR))["evidence"]
        self.assertGreater(len(told), 5)
        sentences = [" ".join(one["sentence"].split()) for one in told]
        page = " ".join(" ".join(Page(explain("html", *self.PAIR)).words)
                        .split())
        plain = " ".join(explain("terminal", *self.PAIR).split())
        marked = " ".join(explain("markdown", *self.PAIR)
                          .replace("\\", "").replace("> ", "").split())
        rows = list(csv.DictReader(
            io.StringIO(explain("csv", *self.PAIR), newline=""), strict=True))
        self.assertEqual([row["sentence"] for row in rows], sentences)
        for sentence in sentences:
            for text in (page, plain, marked):
                self.assertIn(sentence, text)

    def test_order_of_the_two_does_not_matter(self):
        other = ("--between", "Lavrov", "Kerry")
        one, two = (json.loads(explain("json", *pair))["evidence"]
                    for pair in (self.PAIR, other))
        self.assertEqual([p["sentence"] for p in one],
                         [p["sentence"] for p in two])

    def test_names_are_found_in_any_case_and_without_accents(self):
        want = explain("json", "--of", "Raúl Castro")
        for name in ("raúl castro", "RAUL CASTRO", "raul-castro"):
            self.assertEqual(explain("json", "--of", name), want, name)

    def test_explained_weight_is_the_chosen_one(self):
        """With the weight by articles each article has the same share."""
        told = json.loads(explain("json", "--weight", "articles",
                                  *self.PAIR))["evidence"]
        shares = {}
        for proof in told:
            shares[proof["article"]] = (shares.get(proof["article"], 0) +
                                        proof["share"])
        link = ties(build())[frozenset(("john-kerry", "sergei-lavrov"))]
        self.assertEqual(len(shares), link["articles"])
        for share in shares.values():
            self.assertAlmostEqual(share, 1 / link["articles"], 5)


if __name__ == "__main__":
    unittest.main()
