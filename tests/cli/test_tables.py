"""Articles in tables and in other people's JSON give what they give as JSON
Lines of entente's own; names without texts give ties too."""
import csv
import io
import json
import os
import tempfile
import unittest

from program import ARTICLES, run, start

NAMES = ["id", "title", "date", "source", "url", "text"]


def samples():
    return [json.loads(line)
            for line in run("articles", "-q", ARTICLES).splitlines()]


def table(articles, names=None, **how):
    """The articles as csv writes them; names gives other columns."""
    names = names or {name: name for name in NAMES}
    out = io.StringIO()
    writer = csv.DictWriter(out, names.values(), **how)
    writer.writeheader()
    for article in articles:
        writer.writerow({names[key]: article.get(key) or ""
                         for key in names})
    return out.getvalue().encode()


def lines(articles):
    return "".join(json.dumps(article) + "\n"
                   for article in articles).encode()


def network(text, *options):
    return run("build", "-q", "-f", "json", "-o", "-", "-", *options,
               text=text)


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.articles = samples()
        cls.want = network(lines(cls.articles))

    def test_every_dialect_gives_the_same_network(self):
        for how in ({}, {"delimiter": "\t"}, {"delimiter": ";"},
                    {"delimiter": "|"}, {"quoting": csv.QUOTE_ALL},
                    {"lineterminator": "\n"},
                    {"doublequote": False, "escapechar": "\\",
                     "quoting": csv.QUOTE_ALL}):
            self.assertEqual(network(table(self.articles, **how)), self.want,
                             how)

    def test_usual_names_of_columns(self):
        for names in (["Article ID", "Headline", "Publish Date", "Outlet",
                       "Link", "Body"],
                      ["guid", "TITLE", "published_at", "publisher",
                       "web_url", "maintext"],
                      ["id", "title", "date", "source_name", "permalink",
                       "articleBody"]):
            self.assertEqual(network(table(self.articles,
                                           dict(zip(NAMES, names)))),
                             self.want, names)

    def test_given_names(self):
        names = dict(zip(NAMES, "abcdef"))
        given = [option for name in NAMES
                 for option in ("--field", f"{name}={names[name]}")]
        self.assertEqual(network(table(self.articles, names), *given),
                         self.want)
        other = [{names[key]: article.get(key) for key in NAMES}
                 for article in self.articles]
        self.assertEqual(network(lines(other), *given), self.want)
        self.assertEqual(network(json.dumps(other, indent=1).encode(), *given),
                         self.want)

    def test_paths_and_paragraphs(self):
        deep = [{"id": article["id"], "date": article["date"],
                 "headline": {"main": article["title"]},
                 "source": {"name": article["source"], "id": None},
                 "link": article["url"],
                 "body": {"content": [{"p": part} for part in
                                      article["text"].split("\n\n")]}}
                for article in self.articles]
        self.assertEqual(network(lines(deep), "--field",
                                 "text=body.content.p"), self.want)

    def test_as_pandas_writes_it(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("no pandas")
        frame = pandas.DataFrame(self.articles)
        self.assertEqual(network(frame.to_csv().encode()), self.want)
        self.assertEqual(network(frame.to_csv(index=False).encode()),
                         self.want)
        self.assertEqual(network(frame.to_json(orient="records",
                                               lines=True).encode()),
                         self.want)

    def test_as_many_articles_as_rows(self):
        twenty = [{"title": f"Talks {n}", "text": f"Ann Roe met Bo Hill {n}."}
                  for n in range(20)]
        names = {"title": "headline", "text": "content"}
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "news.csv")
            with open(path, "wb") as file:
                file.write(table(twenty, names))
            read = [json.loads(line) for line in
                    run("articles", "-q", path).splitlines()]
            self.assertEqual([article["id"] for article in read],
                             [f"{path}#{n}" for n in range(1, 21)])
            self.assertEqual([article["title"] for article in read],
                             [article["title"] for article in twenty])

    def test_rows_of_any_length(self):
        """Longer than what is read at once, and with line ends in them."""
        articles = [{"id": str(i), "title": f"Day {i}",
                     "text": "Ann Roe met \"Bo\" Hill.\n" * (i * 4001 % 20000)
                     + "They left."} for i in range(9)]
        found = [json.loads(line) for line in
                 run("articles", "-q", "-", text=table(articles)).splitlines()]
        self.assertEqual([(one["id"], one["title"], one["text"])
                          for one in found],
                         [(one["id"], one["title"], one["text"])
                          for one in articles])

    def test_a_row_that_is_too_long_is_passed_over(self):
        articles = [{"id": str(i), "text": "Ann Roe met Bo Hill. "
                     * (5000 if i == 1 else 5)} for i in range(3)]
        done = start("articles", "-q", "--max-article", "64k", "-",
                     text=table(articles))
        self.assertEqual(done.returncode, 3)
        self.assertEqual([json.loads(line)["id"]
                          for line in done.stdout.splitlines()], ["0", "2"])
        self.assertIn(b"at most 65536 bytes (max-article)", done.stderr)

    def test_broken_rows_are_named_and_skipped(self):
        done = start("articles", "-", text=b"id,text\n1,Ann\n2,a,b\n3,Bo\n")
        self.assertEqual(done.returncode, 3)
        self.assertEqual([json.loads(line)["id"] for line in
                          done.stdout.splitlines()], ["1", "3"])
        self.assertIn(b"stdin:3: byte 14: expected 2 cells as in the header, "
                      b"found 3", done.stderr)

    def test_a_table_without_texts_is_refused(self):
        done = start("articles", "-", text=b"id,name,sum\n1,Bo,3\n2,Cy,4\n")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b'found the columns "id", "name", "sum"', done.stderr)

    def test_wrong_field_is_wrong_usage(self):
        for field in ("text", "day=x", "text="):
            done = start("articles", "-", "--field", field, text=b"")
            self.assertEqual(done.returncode, 2, field)


class Lists(unittest.TestCase):
    """Objects that hold articles in a list."""

    ITEMS = [{"id": 1, "title": "Talks &amp; More", "date_published":
              "2014-03-29T10:00:00Z", "content_text": "Ann Roe met Ben Doe."},
             {"url": "https://a.example/2", "language": "en-GB",
              "date_modified": "Sat Mar 29 17:42:00 2014",
              "content_text": "Ann Roe thanked Cy Lane."}]

    def read(self, whole, **how):
        found = run("articles", "-q", "-", text=json.dumps(whole, **how).encode())
        return [json.loads(line) for line in found.splitlines()]

    def test_a_feed_tells_what_its_items_do_not(self):
        for version in "1", "1.1":
            feed = {"version": "https://jsonfeed.org/version/" + version,
                    "title": "The Feed", "language": "en-US",
                    "items": self.ITEMS}
            for indent in None, 2:
                first, second = self.read(feed, indent=indent)
                self.assertEqual(
                    [first[key] for key in ("id", "title", "date", "source",
                                            "language")],
                    ["1", "Talks & More", "2014-03-29", "The Feed", "en-US"])
                self.assertEqual([second[key] for key in
                                  ("id", "date", "language")],
                                 ["stdin#2", "2014-03-29", "en-GB"])

    def test_a_text_in_html_alone(self):
        found, other = self.read({"version": "https://jsonfeed.org/version/1.1",
                           "items": [
                               {"id": "a", "content_html":
                                "<p>Ann Roe &amp; Bo Hill <b>met</b>.</p>"
                                "<p>They left.</p>"},
                               {"id": "b", "content_html": "<p>No",
                                "content_text": "Yes."}]})
        self.assertIn("Ann Roe & Bo Hill met.", found["text"])
        self.assertNotIn("<", found["text"])
        self.assertEqual(other["text"], "Yes.")

    def test_lists_in_other_places(self):
        for whole in ({"articles": self.ITEMS}, {"results": self.ITEMS},
                      {"response": {"results": self.ITEMS}},
                      {"response": {"docs": self.ITEMS}, "text": None}):
            self.assertEqual(len(self.read(whole)), 2, whole)
        self.assertEqual(len(self.read([{"items": self.ITEMS},
                                        {"text": "Roe."},
                                        {"docs": self.ITEMS[1:]}])), 3)

    def test_an_article_may_list_others(self):
        found, = self.read({"text": "Ann Roe.", "articles": self.ITEMS})
        self.assertEqual(found["text"], "Ann Roe.")

    def test_items_that_are_no_articles_are_named(self):
        done = start("articles", "-q", "-", text=json.dumps(
            {"items": [self.ITEMS[0], 5, {"title": "x"}]}).encode())
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stdout.splitlines()), 1)
        said = done.stderr.decode()
        self.assertIn("expected an article as a JSON object", said)
        self.assertIn('found "title"', said)


class Names(unittest.TestCase):
    ROWS = [["1", "ann roe;bo hill", "the bank", "Oslo, Norway", "20140305"],
            ["2", "ann roe;cy lane", "", "", "20140306"],
            ["3", "", "", "", ""]]

    def test_lists_of_names_make_ties(self):
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(["id", "persons", "organizations", "locations",
                         "timestamp"])
        writer.writerows(self.ROWS)
        made = json.loads(network(out.getvalue().encode(), "--types",
                                  "person,org,place"))
        self.assertEqual({node["label"]: node["type"]
                          for node in made["nodes"]},
                         {"Ann Roe": "person", "Bo Hill": "person",
                          "Cy Lane": "person", "The Bank": "org",
                          "Oslo": "place"})
        self.assertEqual(made["graph"]["counts"]["articles"], 3)
        self.assertEqual(len(made["links"]), 7)
        self.assertEqual(made["graph"]["first"], "2014-03-05")

    def test_knowledge_graph_by_windows(self):
        row = [""] * 27
        row[0:5] = ["20150218-1", "20150218230000", "1", "news.example",
                    "https://news.example/1"]
        row[12] = "Ann Roe,10;Bo Hill,90;Cy Lane,400;Di Moor,2000"
        text = ("\t".join(row) + "\n").encode()

        def pairs(*options):
            return {frozenset((link["source"], link["target"])) for link in
                    json.loads(network(text, *options))["links"]}
        close = {frozenset(("ann-roe", "bo-hill"))}
        self.assertEqual(pairs(), close)
        self.assertEqual(len(pairs("--window", "paragraph")), 3)
        self.assertEqual(len(pairs("--window", "article")), 6)

    def test_knowledge_graph_of_the_first_version(self):
        """It has a head, and no places in the text; letters may be old ones."""
        head = ("DATE\tNUMARTS\tCOUNTS\tTHEMES\tLOCATIONS\tPERSONS\t"
                "ORGANIZATIONS\tTONE\tCAMEOEVENTIDS\tSOURCES\tSOURCEURLS\n")
        row = ["20130401", "1", "", "", "1#Norway#NO#NO#60#10#NO",
               "Zoë Roe;bo hill", "the bank", "1,2", "", "news.example",
               "https://news.example/1"]
        for coding in ("utf-8", "latin-1"):
            for text in (head, ""):
                made = json.loads(network(
                    (text + "\t".join(row) + "\n").encode(coding),
                    "--types", "person,org,place"))
                self.assertEqual({node["label"] for node in made["nodes"]},
                                 {"Zoë Roe", "Bo Hill", "The Bank", "Norway"})
                self.assertEqual(made["graph"]["first"], "2013-04-01")


if __name__ == "__main__":
    unittest.main()
