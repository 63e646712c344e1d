"""RSS and Atom files, and the XML that is refused before anything is made of it."""

import pytest

from app.errors import UnreadableDocument
from tests.costs import cpu_seconds

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily Quay</title>
<entry><id>tag:quay,1</id><title>Harbour stays</title><author><name>Ana Ruiz</name></author>
<link href="https://quay.example/1"/><published>2011-12-08T23:00:00Z</published>
<content type="html">&lt;p&gt;“We will not sell,” she &lt;b&gt;said&lt;/b&gt;.&lt;/p&gt;
&lt;p&gt;She spoke in Lisbon.&lt;/p&gt;</content></entry>
<entry><id>tag:quay,2</id><title>Empty</title></entry></feed>"""
RSS = """<rss version="2.0"><channel><title>Quay News</title><language>en</language>
<item><title>One</title><link>javascript:alert(1)</link>
<pubDate>Thu, 08 Dec 2011 10:00:00 GMT</pubDate>
<description>The minister said no.</description></item></channel></rss>"""


def test_an_atom_entry_is_a_document_with_what_the_feed_states(read):
    document, problem = read("feed.atom", ATOM)

    assert document.text == "“We will not sell,” she said.\n\nShe spoke in Lisbon."
    assert (document.name, document.reader) == ("tag:quay,1", "feed/1")
    stated = document.metadata
    assert (stated.headline, stated.outlet) == ("Harbour stays", "The Daily Quay")
    assert (stated.published, stated.byline) == ("2011-12-08", "Ana Ruiz")
    assert stated.url == "https://quay.example/1"
    assert isinstance(problem, UnreadableDocument)
    assert "entry 2" in str(problem)


def test_the_bytes_kept_are_the_entrys_as_they_stand_in_the_feed(read):
    document, _ = read("feed.atom", ATOM)

    assert document.content.startswith(b"<entry><id>tag:quay,1</id>")
    assert document.content.endswith(b"</entry>")
    assert document.content in ATOM.encode()


def test_an_rss_item_with_a_summary_only_says_so(read):
    (document,) = read("news.xml", RSS)

    assert document.text == "The minister said no."
    assert "summary" in document.warnings[0]
    assert document.metadata.url is None


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:1/x">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">',
    ],
)
def test_b21_an_outside_entity_is_refused(read, declared):
    (problem,) = read("news.rss", declared + RSS.replace("said no", "said &x;"))

    assert isinstance(problem, UnreadableDocument)
    assert "document type" in str(problem)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_b22_entities_that_grow_are_refused_at_once(read, encoding):
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE rss [<!ENTITY l1 "lol">{laughs}]>' + RSS.replace("said no", "&l9;")
    read("warm.rss", RSS)  # the library's own start is no part of the time
    problems = []

    took = cpu_seconds(lambda: problems.extend(read("news.rss", bomb.encode(encoding))))

    (problem,) = problems
    assert "document type" in str(problem)
    assert took < 0.5


def test_xml_that_is_no_feed_is_told_so(read):
    (problem,) = read("a.xml", "<note>Hello</note>")

    assert "neither RSS nor Atom" in str(problem)


def test_a_feed_that_is_not_well_formed_is_named_with_the_place(read):
    (problem,) = read("a.rss", RSS.replace("</item>", ""))

    assert "not well-formed" in str(problem)
    assert "line" in str(problem)
