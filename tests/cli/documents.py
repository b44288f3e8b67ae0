"""Documents made from text: just enough of each format, by its specification.
Other programs' files are like these, with more around them."""
import io
import zipfile
from xml.sax.saxutils import escape


def paragraphs(text):
    return [" ".join(part.split()) for part in text.split("\n\n")
            if part.strip()]


def lines_of(text):
    """The paragraphs, the head of a sample line by line."""
    head, *rest = text.split("\n\n")
    return head.splitlines() + [" ".join(part.split()) for part in rest
                                if part.strip()]


def zipped(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            how = (zipfile.ZIP_STORED if name == "mimetype"
                   else zipfile.ZIP_DEFLATED)
            archive.writestr(name, data, how)
    return made.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(text, before="", created="2014-03-29T17:42:00Z"):
    body = "".join(f"<w:p><w:r><w:t>{escape(part)}</w:t></w:r></w:p>"
                   for part in lines_of(text))
    return zipped([
        ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<R/>"),
        ("docProps/core.xml", '<c xmlns:d="http://purl.org/dc/terms/">'
         f"<d:created>{created}</d:created></c>"),
        ("word/document.xml", f"<?xml version='1.0'?><w:document {W}><w:body>"
         f"{before}{body}</w:body></w:document>")])


def odt(text, before=""):
    body = "".join(f"<text:p>{escape(part)}</text:p>"
                   for part in lines_of(text))
    return zipped([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<?xml version='1.0'?><o xmlns:text='t' "
         f"xmlns:office='o'><office:body>{before}{body}</office:body></o>")])


def rtf(text):
    def coded(part):
        made = ""
        for c in part:
            if c in "\\{}":
                made += "\\" + c
            elif ord(c) < 128:
                made += c
            else:
                units = c.encode("utf-16-le")
                for i in range(0, len(units), 2):
                    unit = int.from_bytes(units[i:i + 2], "little")
                    made += f"\\u{unit - 65536 if unit > 32767 else unit}?"
        return made
    body = "".join(f"{{\\pard {coded(part)}\\par}}\n"
                   for part in lines_of(text))
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Nobody Here;}}"
            "{\\info{\\author Jane Nobody}}{\\*\\generator x;}\n"
            f"{body}}}").encode()


def subtitles(text, form="srt", width=38):
    """Cues of two lines, three seconds each."""
    rows = []
    for part in lines_of(text):
        row = ""
        for word in part.split():
            if row and len(row) + len(word) >= width:
                rows.append(row)
                row = ""
            row = f"{row} {word}".strip()
        rows.append(row)
    made = "WEBVTT\n\n" if form == "vtt" else ""
    point = "." if form == "vtt" else ","

    def time(second):
        return (f"{second // 3600:02}:{second // 60 % 60:02}:"
                f"{second % 60:02}{point}000")
    for i in range(0, len(rows), 2):
        made += (f"{i // 2 + 1}\n{time(i * 3)} --> {time(i * 3 + 6)}\n"
                 + "\n".join(rows[i:i + 2]) + "\n\n")
    return made.encode()


def epub(text, name="Text/one page.xhtml", heading="h1", cover="", notes=""):
    """heading "p": a page without any title but its first line; cover and notes
    are what stands in the bodies of further pages."""
    head, *rest = lines_of(text)
    body = "".join(f"<p>{escape(part)}</p>" for part in rest)
    title = f"<title>{escape(head)}</title>" if heading != "p" else ""
    page = ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>"
            f"<head>{title}</head><body><{heading}>{escape(head)}</{heading}>"
            f"{body}</body></html>")
    html = "media-type='application/xhtml+xml'"
    return zipped([
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<c><rootfiles><rootfile full-path="
         "'OEBPS/a.opf'/></rootfiles></c>"),
        ("OEBPS/a.opf", "<package xmlns:dc='d'><dc:date>2014-03-29</dc:date>"
         f"<manifest><item id='n' href='nav.xhtml' properties='nav' {html}/>"
         f"<item id='c' href='cover.xhtml' {html}/>"
         f"<item id='e' href='notes.xhtml' {html}/>"
         f"<item id='p' href='{name.replace(' ', '%20')}' {html}/>"
         "</manifest><spine><itemref idref='n'/><itemref idref='c'/>"
         "<itemref idref='p'/><itemref idref='e' linear='no'/></spine>"
         "</package>"),
        ("OEBPS/nav.xhtml", "<html><body><a>Nobody Here</a></body></html>"),
        ("OEBPS/cover.xhtml", "<html><head><title>Cover</title></head><body> "
         f"{cover}</body></html>"),
        ("OEBPS/notes.xhtml", f"<html><body>{notes}</body></html>"),
        (f"OEBPS/{name}", page)])


# ---- PDF ----

WIDTH = 0.5  # of a letter, near enough to set lines by


def wrapped(text, points, size, hyphens=False):
    """Lines that fit; with hyphens, words broken where they cross the edge."""
    most = int(points / size / WIDTH)
    made, row = [], ""
    for word in text.split():
        room = most - len(row) - bool(row)
        if len(word) <= room:
            row = f"{row} {word}".strip()
        elif hyphens and room > 4 and len(word) > 8 and word.isalpha():
            made.append(f"{row} {word[:room - 1]}-".strip())
            row = word[room - 1:]
        else:
            made.append(row)
            row = word
    return made + [row]


def numbered(objects):
    """A PDF of these objects, the first of which is its catalogue."""
    made, places = b"%PDF-1.4\n", []
    for i, item in enumerate(objects):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (i + 1, item)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    return made + (b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                   % (len(objects) + 1, table))


def pdf(pages):
    """Pages are lists of (x, y, size, text), from the lower left corner."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               b"<</Type/Pages/Count %d/Kids[%s]>>" % (
                   len(pages), b" ".join(b"%d 0 R" % (4 + 2 * i)
                                         for i in range(len(pages)))),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
               b"/Encoding/WinAnsiEncoding>>"]
    for i, page in enumerate(pages):
        content = b""
        for x, y, size, text in page:
            coded = (text.encode("cp1252", "replace").replace(b"\\", b"\\\\")
                     .replace(b"(", b"\\(").replace(b")", b"\\)"))
            content += b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y,
                                                               coded)
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                       b"/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
                       % (5 + 2 * i))
        objects.append(b"<</Length %d>>stream\n%s\nendstream"
                       % (len(content), content))
    return numbered(objects)


def multiplied(deep):
    """A page of forms, each of which draws the next one twice."""
    form = (b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject"
            b"<</X %d 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream")
    return numbered([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        *(form % (6 + i) for i in range(deep)),
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\n"
        b"endstream"])


def set_pages(text, columns=1, size=10, hyphens=False, rows=50):
    """The text as pages with a running head and page numbers."""
    width = (495 - 25 * (columns - 1)) / columns
    title, *rest = lines_of(text)
    pages, column, y = [], 0, 0

    def new_page():
        number = len(pages) + 1
        pages.append([(50, 805, 8, "The Daily Nobody Here"),
                      (290, 30, 8, str(number))])

    new_page()
    y = 770
    for row in wrapped(title, 495, 18):
        pages[-1].append((50, y, 18, row))
        y -= 22
    top = y - 8
    y = top
    for part in rest:
        for row in wrapped(part, width, size, hyphens):
            if y < 842 - 72 - rows * size * 1.2:
                column, y = column + 1, top
                if column == columns:
                    new_page()
                    column, y, top = 0, 770, 770
            pages[-1].append((50 + column * (width + 25), y, size, row))
            y -= size * 1.2
        y -= size * 0.8
    return pdf(pages)
