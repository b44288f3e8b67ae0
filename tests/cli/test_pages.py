"""Web pages and feeds: what of them is the article, and what is not."""
import json
import time
import unittest

from program import run, start

FORMATS = {line.split()[0]: "not available" not in line
           for line in run("version", "--formats").decode().splitlines()[1:]}
STORY = [
    "Ann Roe, the mayor of Lakewood, met Max Poe at the town hall on Monday to "
    "talk about the bridge, which has been closed since the spring floods.",
    "\"We will have it open before the winter,\" Poe said after the meeting, "
    "which took three hours, longer than both sides had planned for it.",
    "The repairs will cost about four million, according to the builders. Roe "
    "said the council would decide in June, and that she expected no trouble.",
]
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Roe and Poe talk about the bridge | The Lakewood \
Echo</title>
<meta charset="utf-8"><meta property="og:site_name" content="The Lakewood Echo">
<meta property="og:title" content="Roe &amp; Poe talk about the bridge">
%(head)s
<script>var x = "<p>Not Shown met Nobody.</p>";</script>
<style>p { color: red }</style></head>
<body><header class="site-header"><nav class="main-nav"><ul>
<li><a href="/">Home</a></li><li><a href="/n">News</a></li>
<li><a href="/s">Sport</a></li></ul></nav></header>
<main><article class="article"><h1>Roe &amp; Poe talk about the bridge</h1>
<div class="byline author">By <a rel="author" href="/ida">Ida Quill</a></div>
<div class="article-body">%(story)s</div></article></main>
<aside class="related sidebar"><h3>Related stories</h3><ul>
<li><a href="/1">Tom Loe wins the race against Jim Doe</a></li>
<li><a href="/2">Kay Moe meets Lou Coe in Port Arden</a></li></ul></aside>
<div class="comments" id="comments"><h3>Comments</h3>
<div class="comment"><span>Guy Foe</span> says: never liked it</div></div>
<footer class="footer"><p>&copy; 2014 The Lakewood Echo. All rights reserved.\
</p><a href="/privacy">Privacy</a></footer>
<div class="cookie-banner">We use cookies. <a href="#">Accept</a></div>
</body></html>"""


def paragraphs(texts):
    return "\n".join(f"<p>{text}</p>" for text in texts)


def page(head="", story=None):
    return PAGE % {"head": head, "story": paragraphs(story or STORY)}


def read(text, *options):
    if isinstance(text, str):
        text = text.encode()
    lines = run("articles", "-q", *options, "-", text=text).splitlines()
    return [json.loads(line) for line in lines]


def article(text, *options):
    found, = read(text, *options)
    return found


@unittest.skipUnless(FORMATS["html"], "built without gumbo")
class Pages(unittest.TestCase):
    def test_story_and_nothing_else(self):
        found = article(page())
        self.assertEqual(found["text"], "\n\n".join(STORY))
        self.assertEqual(found["title"], "Roe & Poe talk about the bridge")
        self.assertEqual(found["source"], "The Lakewood Echo")
        self.assertEqual(found["language"], "en")
        self.assertEqual(found["author"], "Ida Quill")

    def test_only_the_story_makes_ties(self):
        lines = run("mentions", "-q", "-", text=page().encode()).splitlines()
        names = {m["text"] for line in lines
                 for m in json.loads(line)["mentions"]
                 if m["type"] == "person"}
        self.assertLessEqual(names, {"Ann Roe", "Max Poe", "Roe", "Poe"})

    def test_where_dates_are_found(self):
        data = ('<script type="application/ld+json">{"@context":'
                '"https://schema.org", "@graph": [{"@type": ["NewsArticle"],'
                '"headline": "Bridge &amp; money",\n "datePublished":'
                '"2014-05-06T10:00:00+02:00", "author": [{"name": "Ida Quill"}'
                ', {"name": "Sam Inkwell"}]}]}</script>')
        for head, date, place in [
                (data, "2014-05-06", "json-ld"),
                ('<meta property="article:published_time" '
                 'content="2014-05-07T01:02:03Z">', "2014-05-07", "meta"),
                ('<time datetime="2014-05-08">Thursday</time>', "2014-05-08",
                 "markup"),
                ('<link rel="canonical" '
                 'href="https://echo.example/2014/05/09/bridge">',
                 "2014-05-09", "url")]:
            found = article(page(head))
            self.assertEqual((found["date"], found.get("date_from")),
                             (date, place))
        found = article(page(data))
        self.assertEqual(found["title"], "Bridge & money")
        self.assertEqual(found["author"], "Ida Quill, Sam Inkwell")

    def test_name_of_the_author_alone(self):
        text = page().replace("By <a", '<span itemprop="author"><b '
                              'itemprop="name">Sam Inkwell</b> Desk</span> <a')
        self.assertEqual(article(text)["author"], "Sam Inkwell")

    def test_broken_data_is_passed_over(self):
        data = '<script type="application/ld+json">{"@type": [[[{</script>'
        self.assertEqual(article(page(data))["text"], "\n\n".join(STORY))

    def test_encodings(self):
        story = [text.replace("Roe", "Roé") for text in STORY]
        text = page(story=story)
        for name in ("utf-8", "utf-16", "iso-8859-1", "windows-1252"):
            stated = text.replace('charset="utf-8"', f'charset="{name}"')
            found = article(stated.encode(name))
            self.assertEqual(found["text"], "\n\n".join(story), name)
        mark = "\ufeff" + text
        self.assertEqual(article(mark)["text"], "\n\n".join(story))
        cyrillic = ["Анна Роу встретилась с Максом По в ратуше, чтобы "
                    "обсудить мост, который закрыт с весны, сказали они."] * 3
        found = article(page(story=cyrillic).replace("utf-8", "koi8-r")
                        .encode("koi8-r"))
        self.assertIn("Анна Роу", found["text"])

    def test_what_is_never_seen(self):
        story = [STORY[0].replace("Lakewood", "Lake\u00adwood")
                 .replace("Max Poe", "Max&nbsp;Poe")] + STORY[1:]
        self.assertEqual(article(page(story=story))["text"],
                         "\n\n".join(STORY))

    def test_what_the_page_hides(self):
        for way in ("hidden", 'aria-hidden="true"', 'style="display: none"',
                    'style="color:red;visibility:hidden"'):
            secret = (f"<p {way}>Tom Loe of the council met Kay Moe in Port "
                      "Arden, the builders said, to talk about the budget.</p>")
            text = page().replace("</p>\n", f"</p>\n{secret}\n")
            self.assertEqual(article(text)["text"], "\n\n".join(STORY))
            window = f"<div {way}>" + paragraphs(STORY[::-1] * 2) + "</div>"
            text = page().replace("</article>", window + "</article>")
            self.assertEqual(article(text)["text"], "\n\n".join(STORY))
            # Where it is the story, a script is to show it.
            text = page().replace('"article-body"', f'"article-body" {way}')
            self.assertEqual(article(text)["text"], "\n\n".join(STORY))

    def test_lists_of_links_within_the_story(self):
        links = ("<ul><li>%s</li><li><a href='/2'>What did Tom Loe have to say "
                 "of the deal that Kay Moe made with the builders?</a></li>"
                 "</ul>")
        entry = "It was Ann Roe's third meeting this week."
        text = page().replace("</p>\n", "</p>\n" + links % entry, 1)
        self.assertEqual(article(text)["text"],
                         "\n\n".join([STORY[0], entry] + STORY[1:]))

    def test_excerpts_of_other_stories(self):
        excerpt = ("<p>%s met Kay Moe in Port Arden on Friday to speak of the "
                   "harbour, which both of them had wanted for years […]</p>")
        text = page().replace("</p>\n", "</p>\n<blockquote>"
                              + excerpt % "Roe" + "</blockquote>", 1)
        text = text.replace("</article>", excerpt % "Tom Loe" + "</article>")
        found = article(text)["text"]
        self.assertIn("Roe met Kay Moe", found)
        self.assertNotIn("Tom Loe", found)

    def test_beginnings_of_other_stories(self):
        begun = [f"{name} met Kay Moe in Port Arden on Friday to speak of the harbour, which both of them had wanted "
                 f"for years{mark}" for name, mark in (("Tom Loe", "…"), ("Jim Doe", "..."), ("Bob Hale", "…"))]
        for count in (2, 3):
            found = article(page(story=STORY + begun[:count]))["text"]
            self.assertEqual("Tom Loe" in found, count < 3)
        # A page of nothing else is what it is.
        self.assertIn("Tom Loe", article(page(story=begun))["text"])

    def test_other_articles_on_the_page(self):
        """They lead away; one without a link is a part of the story."""
        words = "It was there that Tom Loe beat Jim Doe on Friday, he said."
        for link in (False, True):
            other = f"<article><p>{words}</p>{'<a href=/1></a>' * link}</article>"
            text = page().replace("</p>\n", f"</p>\n{other}\n", 1)
            self.assertEqual(words in article(text)["text"], not link)
        # A page of several stories is what it is.
        other = f"<article><h2><a href=/1>Loe wins</a></h2>{paragraphs(STORY[::-1])}</article>"
        text = page().replace("</main>", other + "</main>")
        self.assertEqual(article(text)["text"].count(STORY[0]), 2)

    def test_author_above_the_story(self):
        bare = page().replace('<div class="byline author">By <a rel="author" href="/ida">Ida Quill</a></div>', "%s")
        for line, author in [("<p>By Ida Quill and Sam Poe</p><p>Lakewood</p>", "Ida Quill and Sam Poe"),
                             ("<p>Von Ida Quill<br>4. Mai 2014</p>", "Ida Quill"),
                             ("<p>By the river</p>", None), ("<p>Film by Ida Quill</p>", None),
                             ("<p>By Ida</p>", None), ("<p>Ida Quill, 4.5.2014</p>", None),
                             ("<p class=date-author>Ida Quill, 4.5.2014</p>", "Ida Quill"),
                             ("<p class=authors__name>Ida Quill</p>", "Ida Quill"),
                             ("<p class=comment-author>Ida Quill</p>", None)]:
            self.assertEqual(article(bare % line).get("author"), author, line)

    def test_what_readers_wrote(self):
        """Even what reads like the story."""
        said = ("I have met Guy Foe at the bridge twice this year, and he told me, as he told everybody, that nothing "
                "would come of the talks before the next election.")
        for mark in ('id="comments"', 'class="comment-list"', 'class="kommentare"', 'class="forum-message"',
                     'class="post-comments"'):
            text = page().replace("</article>", f"<div {mark}><p>{said}</p></div></article>")
            self.assertEqual(article(text)["text"], "\n\n".join(STORY), mark)
            text = text.replace('class="article-body"', 'class="commentary"')
            self.assertEqual(article(text)["text"], "\n\n".join(STORY), mark)
        text = page().replace("</article>", f"<div class=product-reviews><p>{said}</p></div></article>")
        self.assertEqual(article(text)["text"], "\n\n".join(STORY))
        # What only names its parts so, as a forum does, is kept.
        text = page().replace('class="article-body"', 'class="comment-body"')
        self.assertEqual(article(text)["text"], "\n\n".join(STORY))

    def test_note_on_the_author(self):
        note = "Bob Hale is a writer in Port Arden. He has lived by the river for thirty years, and swims in it."
        for mark in ('class="author-box"', 'id="author"', 'class="authors"', 'class="article-bio"'):
            text = page().replace("</article>", f"<div {mark}><p>{note}</p></div></article>")
            self.assertEqual(article(text)["text"], "\n\n".join(STORY), mark)
        # Within the story too, where it is short; but a quotation names whom the story has.
        above = f"<p>{STORY[0]}</p><div class=%s><p>{note}</p></div><p>{STORY[0]}</p>" + paragraphs(STORY[1:] * 2)
        for name, there in (("post-author", False), ("pullquote__author", True)):
            text = page().replace(paragraphs(STORY), above % name)
            self.assertEqual(note in article(text)["text"], there, name)
        rules = f'<div class="author-rules"><p>{"</p><p>".join([note, *STORY[1:], note])}</p></div>'
        for mark in (rules, f'<div id="authorGuidelines"><p>{note}</p></div>'):
            text = page(story=STORY[:1]).replace("</article>", mark + "</article>")
            self.assertIn(note, article(text)["text"])

    def test_title_with_the_site(self):
        for mark in (" | ", " « ", " :: "):
            again = f"<h2>Roe &amp; Poe talk about the bridge{mark}Blog of Bob Hale</h2>"
            text = page().replace('<div class="article-body">', f'<div class="article-body">{again}')
            self.assertEqual(article(text)["text"], "\n\n".join(STORY), mark)

    def test_credits_within_a_line(self):
        text = page(story=['Poe at the bridge<span class="image-credit">Tom Loe/City</span>', *STORY])
        self.assertNotIn("Loe", article(text)["text"])

    def test_contributors(self):
        table = '<table class="x-contributors-table"><tr><td>Tom Loe</td></tr></table>'
        text = page().replace("</p>\n", f"</p>\n{table}\n", 1)
        self.assertNotIn("Loe", article(text)["text"])

    def test_line_ends(self):
        """One stays within its paragraph, two in a row part paragraphs."""
        text = page(story=["<br>".join([STORY[0], "", STORY[1]]), STORY[2]])
        self.assertEqual(article(text)["text"], "\n\n".join(STORY))
        text = page(story=[STORY[0] + " <br>\n" + STORY[1], STORY[2]])
        self.assertEqual(article(text)["text"],
                         "\n".join(STORY[:2]) + "\n\n" + STORY[2])

    def test_marked_stories(self):
        """Whatever its class is called, what is said to be it is the story."""
        for mark in ('itemprop="articleBody"', 'role="main"'):
            text = page().replace('class="article-body"', mark)
            self.assertEqual(article(text)["text"], "\n\n".join(STORY), mark)

    def test_the_site_is_no_part_of_the_title(self):
        bare = page().replace('<meta property="og:title" '
                              'content="Roe &amp; Poe talk about the bridge">',
                              "").replace("<h1>Roe &amp; Poe talk about the "
                                          "bridge</h1>", "")
        for mark in (" | ", " - ", " – ", " :: "):
            text = bare.replace(" | The", mark + "The")
            found = article(text)["title"]
            self.assertTrue(found.startswith("Roe and Poe talk about the "
                                             "bridge"), found)
        self.assertEqual(article(bare)["title"],
                         "Roe and Poe talk about the bridge")

    def test_read_back(self):
        head = '<meta name="date" content="2014-05-07">'
        once = article(page(head))
        line = json.dumps(once).encode()
        self.assertEqual(article(line), once)

    def test_bounds(self):
        for name, text in [
                ("div", "<html><body>" + "<div>" * 200000),
                ("b", "<html><body>" + "<b>" * 1000000),
                ("table", "<html>" + "<table>" * 200000),
                ("attributes", "<html><p " + " ".join(
                    f"a{i}=1" for i in range(100000)) + ">text"),
                ("size", "<html>" + "x" * (17 << 20)),
                ("fonts", "<html>" + "".join(
                    f"<p><font color={i}>hi" for i in range(20000)))]:
            begun = time.monotonic()
            done = start("articles", "-q", "-", text=text.encode())
            self.assertLess(time.monotonic() - begun, 20, name)
            self.assertNotEqual(done.returncode, 0, name)
            lines = done.stderr.decode().splitlines()
            self.assertIn("expected a web page", lines[0], name)

    def test_empty_page(self):
        done = start("articles", "-q", "-", text=b"<html><body></body></html>")
        self.assertIn(b"no running text", done.stderr)


RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Lakewood Echo</title><language>en</language>
<item><title>Roe &amp;amp; Poe talk</title><link>https://echo.example/1</link>
<pubDate>Mon, 05 May 2014 10:00:00 GMT</pubDate><dc:creator>Ida Quill</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Ann Roe met <b>Max Poe</b>.</p><p>They \
talked&nbsp;long.</p>]]></content:encoded></item>
<item><title>Broken</title><description>Kay Moe & Lou Coe met.</description>
</item>
<item><pubDate>x</pubDate></item>
<item><title>Last</title><description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two\
&lt;/p&gt;</description></item></channel></rss>"""

ATOM = """<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Echo</title>
<entry><title type="html">Roé</title><link rel="self" href="http://no"/>
<link href="https://echo.example/a"/><published>2014-05-05T01:00:00Z</published>
<author><name>Ida Quill</name></author>
<source><title>Other</title><updated>2001-01-01</updated></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B.</p>
<p>Second.</p></div></content></entry></feed>"""

NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" xml:lang="en">
<contentMeta><contentCreated>2014-05-05T10:00:00Z</contentCreated>
<headline>Roe meets Poe</headline></contentMeta><contentSet><inlineXML><nitf>
<head><title>No</title></head><body><body.content><p>Ann Roe met Max Poe.</p>
<p>They talked.</p></body.content></body></nitf></inlineXML></contentSet>
</newsItem>"""

BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">%s]>
<rss><channel><item><title>Title &j;</title><description>&j; text.\
</description></item>
<item><title>Sound</title></item></channel></rss>""" % "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))


@unittest.skipUnless(FORMATS["feed"], "built without libxml2 or gumbo")
class Feeds(unittest.TestCase):
    def test_rss(self):
        done = start("articles", "-", text=RSS.encode())
        first, broken, last = map(json.loads, done.stdout.splitlines())
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"expected an item with a title or a text", done.stderr)
        self.assertEqual(first["title"], "Roe & Poe talk")
        self.assertEqual(first["text"], "Ann Roe met Max Poe.\n\n"
                                        "They talked long.")
        self.assertEqual(first["date"], "2014-05-05")
        self.assertEqual(first["date_from"], "feed")
        self.assertEqual(first["author"], "Ida Quill")
        self.assertEqual(first["url"], "https://echo.example/1")
        self.assertEqual(first["source"], "The Lakewood Echo")
        self.assertEqual(first["language"], "en")
        self.assertEqual(broken["title"], "Broken")
        self.assertEqual(last["text"], "One\n\nTwo")

    def test_encodings_that_are_not_those_declared(self):
        for said in ('encoding="utf-8"', 'encoding="x-nobody"', ""):
            text = ATOM.replace('encoding="iso-8859-1"', said)
            self.assertEqual(article(text.encode("iso-8859-1"))["title"],
                             "Roé", said)

    def test_atom(self):
        found = article(ATOM.encode("iso-8859-1"))
        self.assertEqual(found["title"], "Roé")
        self.assertEqual(found["text"], "A < B.\n\nSecond.")
        self.assertEqual(found["url"], "https://echo.example/a")
        self.assertEqual(found["date"], "2014-05-05")
        self.assertEqual(found["author"], "Ida Quill")
        self.assertEqual(found["source"], "Echo")

    def test_newsml(self):
        found = article(NEWSML)
        self.assertEqual(found["title"], "Roe meets Poe")
        self.assertEqual(found["text"], "Ann Roe met Max Poe.\n\nThey talked.")
        self.assertEqual(found["date"], "2014-05-05")

    def test_a_bomb_of_entities(self):
        """It costs the item that uses it."""
        done = start("articles", "-q", "-", text=BOMB.encode())
        self.assertEqual(done.returncode, 3)
        self.assertEqual([json.loads(line)["title"]
                          for line in done.stdout.splitlines()], ["Sound"])
        self.assertEqual(done.stderr.count(b"\n"), 1)
        self.assertIn(b"expected entities that stand for at most 64 KiB",
                      done.stderr)

    def test_entities_of_its_own(self):
        """NewsML and NITF declare names of persons and signs."""
        text = NEWSML.replace("<newsItem", """<!DOCTYPE newsItem [
<!ENTITY poe "Max Po&#233;"><!ENTITY both "Ann Roe &amp; &poe;">
<!ENTITY chapter SYSTEM "chapter.xml">]>\n<newsItem""", 1)
        found = article(text.replace("Ann Roe met Max Poe.",
                                     "&both; met&mdash;R&D &amp; more."))
        self.assertEqual(found["text"], "Ann Roe & Max Poé met—R&D & more.\n\n"
                                        "They talked.")
        self.assertNotIn("entities", found["warnings"])
        found = article(text.replace("They talked", "&chapter; &more;"))
        self.assertEqual(found["text"], "Ann Roe met Max Poe.\n\n&chapter; "
                                        "&more;.")
        self.assertIn("entities", found["warnings"])

    def test_nothing_is_lost_behind_a_mistake(self):
        found = article("""<rss><channel><item><title>R&D: A &amp; B</title>
<description>R & D. &lt;p&gt;A &amp;amp; B &what; &lt;b&gt;C&lt;/b&gt;.</description>
</item></channel></rss>""")
        self.assertEqual(found["title"], "R&D: A & B")
        self.assertEqual(found["text"], "R & D.\n\nA & B &what; C.")

    def test_no_items(self):
        done = start("articles", "-", text=b"<rss><channel></channel></rss>")
        self.assertIn(b"expected a feed with items", done.stderr)


if __name__ == "__main__":
    unittest.main()
