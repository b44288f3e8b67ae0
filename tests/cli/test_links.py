"""Evidence leads to its article, and nowhere that an article must not lead."""
import csv
import html.parser
import io
import json
import unittest

from program import run

SAFE = ("https://example.org/a?b=c&d=\"e\"", "HTTP://example.org",
        "http://example.org/<b>(x)\\y", "https://bücher.example/ä")
UNSAFE = ("javascript:alert(1)", "data:text/html,x", "ftp://example.org/a",
          "//example.org/a", "https://", "http:///path", "https://?q",
          "https://example.org/a b", "https://example.org/\n", "x")


def explain(form, url, title="Talks in Paris"):
    article = {"id": "one", "title": title, "date": "2015-01-02", "url": url,
               "source": "The <Ferry> Post",
               "text": "John Kerry met Sergei Lavrov in Paris."}
    return run("explain", "-q", "-f", form, "--between", "Kerry", "Lavrov",
               "-", text=json.dumps(article).encode()).decode()


class Anchors(html.parser.HTMLParser):
    """The links of a page: (attributes, text)."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open = [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.open = True
            self.found.append([dict(attrs), ""])

    def handle_endtag(self, tag):
        self.open = self.open and tag != "a"

    def handle_data(self, data):
        if self.open:
            self.found[-1][1] += data


class Links(unittest.TestCase):
    def test_html_leads_to_the_article(self):
        for url in SAFE:
            page = explain("html", url)
            (attributes, text), = Anchors(page).found
            self.assertEqual(attributes, {"href": url,
                                          "rel": "noopener noreferrer"})
            self.assertEqual(text, "Talks in Paris")
            self.assertIn("The &lt;Ferry&gt; Post", page)

    def test_without_a_title_the_id_leads(self):
        (_, text), = Anchors(explain("html", SAFE[0], title="")).found
        self.assertEqual(text, "one")

    def test_other_addresses_are_no_links(self):
        for url in UNSAFE:
            self.assertEqual(Anchors(explain("html", url)).found, [], url)
            self.assertNotIn("](", explain("markdown", url), url)

    def test_markdown_leads_there_too(self):
        self.assertIn("[Talks in Paris](<https://example.org/a?b=c&d=\"e\">)",
                      explain("markdown", SAFE[0]))
        self.assertIn("](<http://example.org/%3Cb%3E(x)%5Cy>)",
                      explain("markdown", SAFE[2]))

    def test_text_shows_address_and_source(self):
        text = explain("terminal", SAFE[3])
        self.assertIn(SAFE[3], text.replace("\n     ", ""))
        self.assertIn("The <Ferry> Post", " ".join(text.split()))

    def test_data_carry_both(self):
        for url in SAFE + UNSAFE[:4]:
            for proof in (
                    json.loads(explain("json", url))["evidence"][0],
                    next(csv.DictReader(io.StringIO(explain("csv", url))))):
                self.assertEqual(proof["url"], url)
                self.assertEqual(proof["article_source"], "The <Ferry> Post")


if __name__ == "__main__":
    unittest.main()
