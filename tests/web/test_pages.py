"""Every page answers, and shows what it is for."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient

from app.domain.quotations import SpeechKind
from app.domain.resolved import Stance
from app.models.issue import Position
from app.services.collection import get_voices
from app.services.home import get_home
from app.services.speakers import get_speaker
from tests.web.conftest import Town, fresh, open_site

PAGES = [
    "/",
    "/search",
    "/search?q=harbour",
    "/search?q=harbour&type=article",
    "/search?q=zzzzqqq",
    "/speakers",
    "/speakers?letter=R",
    "/speakers?name=anna",
    "/speakers/ana-ruiz",
    "/speakers/ana-ruiz?issue=the-harbour-wall",
    "/statements/s000000002",
    "/statements/s000000003/history",
    "/statements/s000000003/v1",
    "/articles",
    "/articles/a000000001",
    "/events",
    "/events/harbour-summit",
    "/issues",
    "/issues/the-harbour-wall",
    "/positions",
    "/positions/the-harbour-wall/ana-ruiz",
    "/speakers/ana-ruiz/positions",
    "/speakers/ana-ruiz/events",
    "/issues/the-harbour-wall/positions",
    "/issues/the-harbour-wall/positions?stance=opposes",
    "/outlets",
    "/outlets/the-harbour-post",
    "/dates",
    "/dates/2011",
    "/dates/2011/12",
    "/dates/2011/12/08",
    "/about",
    "/corrections",
    "/check",
    "/check?quote=The+harbour+must+stay+open",
    "/search/follow?q=harbour",
    "/search/form",
    "/api/v1",
]

_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "rect", "source"}


class Outline(HTMLParser):
    """The elements of a page: whether they nest, their ids, headings and links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag == "a" and named.get("href"):
            self.links.append(str(named["href"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "style" in named or any(name.startswith("on") for name in named):
            self.faults.append(f"inline style or script on <{tag}>")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> where {self.open[-1:]} is open")
        else:
            self.open.pop()


def outline(text: str) -> Outline:
    """The outline of a page's text."""
    found = Outline()
    found.feed(text)
    return found


@pytest.fixture(scope="module")
def addresses(site: TestClient, town: Town) -> list[str]:
    """The pages, with the addresses that the town's statements really have."""
    first, built = town.statements[0].permalink, town.statements[1].permalink
    names = {"s000000002": first, "s000000003": built, "a000000001": town.article.permalink}
    pages = []
    for page in PAGES:
        for old, new in names.items():
            page = page.replace(old, new)
        pages.append(page)
    return pages


@pytest.mark.parametrize("number", range(len(PAGES)), ids=PAGES)
def test_page_answers_with_sound_html_and_one_main_heading(site, addresses, number):
    answer = site.get(addresses[number])

    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = outline(answer.text)
    assert page.faults == []
    assert page.open == []
    assert page.headings.count(1) == 1
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    assert "<title>" in answer.text
    assert 'rel="canonical"' in answer.text


@pytest.mark.parametrize("number", range(len(PAGES)), ids=PAGES)
def test_page_skips_no_level_of_heading(site, addresses, number):
    headings = outline(site.get(addresses[number]).text).headings

    for before, after in pairwise(headings):
        assert after - before <= 1, headings


def test_links_within_a_page_lead_to_a_place_on_it(site, addresses):
    wrong = []
    for address in [*addresses, "/speakers/ben-okafor"]:
        page = outline(site.get(address).text)
        wrong += [
            (address, link)
            for link in page.links
            if link.startswith("#") and link[1:] not in page.ids
        ]

    assert wrong == []


def test_every_link_of_every_page_leads_somewhere(site, addresses):
    links = {link for page in addresses for link in outline(site.get(page).text).links}

    own = {link.partition("#")[0] for link in links if link.startswith("/")} - {""}
    wrong = {link: site.get(link).status_code for link in sorted(own)}

    assert {link: s for link, s in wrong.items() if s != 200} == {}


def test_statement_page_gives_words_speaker_office_date_place_event_and_source(site, town):
    page = site.get(f"/statements/{town.statements[0].permalink}").text

    for words in (
        "The harbour must stay public.",
        "Ana Ruiz",
        "Mayor of Lisbon",
        "8 December 2011",
        "inferred",
        "Lisbon",
        "Harbour summit",
        "The Harbour Post",
        "“on Thursday” before the day of publication",
        "http://127.0.0.1:8000/statements/",
    ):
        assert words in page, words


def test_statement_page_marks_the_words_in_their_paragraph(site, town):
    page = site.get(f"/statements/{town.statements[0].permalink}").text

    assert "said on Thursday: &#34;<mark>The harbour must stay public.</mark>&#34;" in page


def test_direct_quotation_has_marks_and_a_paraphrase_never_has(site, town):
    direct = site.get(f"/statements/{town.statements[0].permalink}").text
    paraphrase = site.get(f"/statements/{town.statements[3].permalink}").text

    assert '<span class="mark-open">“</span>' in direct
    assert "mark-open" not in paraphrase.partition('aria-labelledby="related"')[0]
    assert "Paraphrase: the reporter’s words" in paraphrase


def test_partly_quoted_statement_sets_the_reporters_words_apart(site, town):
    page = site.get(f"/statements/{town.statements[2].permalink}").text

    assert '<span class="reporter">the plan </span>&#34;a waste of money.&#34;' in page


def test_unnamed_speaker_is_described_and_never_named(site, town):
    page = site.get(f"/statements/{town.statements[4].permalink}").text

    assert "A harbour official" in page
    assert "(not named)" in page
    assert "date not known" in page


def test_interrupted_quotation_is_one_statement_with_two_marked_runs(site, town):
    page = site.get(f"/statements/{town.statements[1].permalink}").text

    assert "<mark>We will build the wall,</mark>" in page
    assert "<mark>and we will pay for it.</mark>" in page
    assert "We will build the wall, […] and we will pay for it." in page


def test_article_gives_one_number_to_all_parts_of_a_statement(site, town):
    page = site.get(f"/articles/{town.article.permalink}").text

    assert page.count('href="#c2"') == 2  # both runs of the interrupted quotation
    assert page.count('id="c2"') == 1
    assert page.count('id="s2"') == 1


def test_article_links_nested_statements_both_ways(site, town):
    page = site.get(f"/articles/{town.article.permalink}").text

    assert 'id="s6"' in page
    assert 'id="s7"' in page
    assert "nested" in page


def test_article_page_shows_every_character_of_its_body(site, town):
    page = site.get(f"/articles/{town.article.permalink}").text

    assert "The meeting ended at noon." in page


def test_very_long_article_goes_on_to_further_pages_and_statements_lead_to_theirs(tmp_path):
    shelf = fresh(tmp_path)
    lines = [f'"Wall number {number} is due," she said.' for number in range(600)]
    article = shelf.article("Title\n" + "\n".join(lines), headline="Title")
    rows = [shelf.statement(article, f"Wall number {number} is due,") for number in (0, 300, 599)]
    client = open_site(shelf.archive())

    for row, part in zip(rows, (1, 2, 3), strict=True):
        page = client.get(f"/statements/{row.permalink}").text
        link = page.split('href="/articles/')[1].split('"')[0]
        there = client.get(f"/articles/{link.partition('#')[0]}").text
        assert link.endswith(f"#s{row.ordinal + 1}")
        assert ("part=" in link) == (part > 1)
        assert f'id="s{row.ordinal + 1}"' in there
        assert f"Page {part} of 3" in there
        assert "3 statements" in there
    assert client.get(f"/articles/{article.permalink}?part=99").status_code == 200


def test_archive_of_extracts_shows_only_the_sentences_around_statements(tmp_path):
    shelf = fresh(tmp_path, full_text="extract")
    article = shelf.article('Title\nFirst idle words. "A wall is due," she said. Last idle words.')
    shelf.statement(article, "A wall is due,")
    page = open_site(shelf.archive()).get(f"/articles/{article.permalink}").text

    assert "A wall is due," in page
    assert "First idle words" not in page
    assert "Last idle words" not in page
    assert "at the publisher" in page


def test_speaker_page_gives_names_offices_numbers_and_positions(site):
    page = site.get("/speakers/ana-ruiz").text

    for words in ("Anna Ruiz", "Mayor of Lisbon", "2009–2013", "supports", "The harbour wall"):
        assert words in page, words


def test_speaker_page_narrows_to_an_issue_and_offers_to_widen_again(site):
    page = site.get("/speakers/ana-ruiz?issue=the-harbour-wall").text

    assert "We will build the wall" in page
    assert "The harbour must stay public" not in page.split('id="statements"')[1]
    assert "Remove filter" in page


def test_matrix_says_what_an_empty_cell_means(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article('Title\n"A wall is due," she said. "No wharf," he said.')
    wall, wharf = shelf.issue("Wall"), shelf.issue("Wharf")
    ana, ben = shelf.speaker("Ana Ruiz"), shelf.speaker("Ben Okafor")
    shelf.on(shelf.statement(article, "A wall is due,", speaker=ana), wall, Stance.DEMANDS)
    shelf.on(shelf.statement(article, "No wharf,", speaker=ben), wharf, Stance.REJECTS)
    shelf.session.get_one(Position, 1).conditional = True

    page = open_site(shelf.archive()).get("/positions").text

    assert page.count("nothing in this archive") == 2
    assert ">demands, on a condition<" in page
    assert ">rejects<" in page


def test_course_draws_statements_by_time_and_says_where_they_point_apart(tmp_path):
    shelf = fresh(tmp_path)
    words = ["A wall is due,", "No wall now,", "A wall perhaps,", "Some day a wall,"]
    article = shelf.article("Title\n" + "\n".join(words))
    wall, ana = shelf.issue("Wall"), shelf.speaker("Ana Ruiz")
    sides = [Stance.DEMANDS, Stance.REJECTS, Stance.REJECTS, Stance.SUPPORTS]
    days = ["2010-03-04", "2011-05-06", "2011-05-06", None]
    for said, side, day in zip(words, sides, days, strict=True):
        shelf.on(shelf.statement(article, said, speaker=ana, said=day), wall, side)

    page = open_site(shelf.archive()).get("/positions/wall/ana-ruiz").text

    assert page.count('class="dot"') == 3
    assert page.count('class="shade"') == 1
    assert "Where statements point different ways" in page
    assert "with nothing unconditional of theirs on it in between" in page
    assert "4 March 2010</a> (demands)" in page
    assert "6 May 2011</a> (rejects)" in page
    assert page.index("Day not told") < page.index("Some day a wall")


def test_an_article_in_another_language_says_so_on_its_page_and_in_lists(tmp_path):
    shelf = fresh(tmp_path)
    foreign = shelf.article("Titel\nDer Hafen bleibt offen.", headline="Titel", language="de")
    strange = shelf.article("Kichwa\nBandari.", headline="Kichwa", language="sw", published="2010")
    english = shelf.article("Title\nThe quay stays.", headline="Title", published="2009")
    site = open_site(shelf.archive())

    listed = site.get("/articles").text
    page = site.get(f"/articles/{foreign.permalink}").text

    assert listed.count("not read") == 2
    assert "in German, not read" in listed
    assert "in the language “sw”, not read" in listed
    assert "in German, not read" in site.get("/search?type=article&q=hafen").text
    assert "In German. This archive reads English only" in page
    assert 'class="reading" lang="de"' in page
    assert "English only" not in site.get(f"/articles/{english.permalink}").text
    data = site.get(f"/api/v1/articles/{strange.permalink}").json()
    assert data["language"] == "sw"


def test_empty_search_says_out_of_how_many_nothing_was_found(site):
    ana = site.get("/search?q=zzzzqqq&speaker=ana-ruiz&year=2011&kind=mixed&type=article").text
    typed = site.get("/search?q=zzzzqqq+speaker:okafor").text
    nobody = site.get("/search?q=zzzzqqq&outlet=the-harbour-post&from=2031").text

    assert "speaker: Ana Ruiz<" in ana
    held = re.search(r'class="held">(.*?)</p>', ana).group(1)
    assert held.startswith("Statements by Ana Ruiz said in 2011: the archive holds <a")
    assert re.search(r"/search\?speaker=ana-ruiz&amp;year=2011\">\d</a>, in 1 article", held)
    assert "Statements that hold speaker:okafor: the archive holds <a" in typed
    assert "in The Harbour Post from 2031: the archive holds none." in nobody
    assert 'class="held"' not in site.get("/search?q=zzzzqqq").text


def test_empty_search_says_what_the_archive_holds(site):
    page = site.get("/search?q=zzzzqqq").text

    assert "Nothing found" in page
    assert "7 statements from 1 article" in page


def test_search_marks_the_words_it_found(site):
    page = site.get("/search?q=harbour").text

    assert "<mark>harbour</mark>" in page


def test_version_of_a_statement_shows_what_was_cited(site, town):
    link = f"/statements/{town.statements[1].permalink}"

    old, history = site.get(f"{link}/v1").text, site.get(f"{link}/history").text

    assert "better extractor 2" in old
    assert "and we will pay for it" not in old
    assert "Version 1" in history
    assert "Version 2" in history
    assert site.get(f"{link}/v3").status_code == 404


def test_archive_without_anything_in_it_still_has_every_list(tmp_path):
    client = open_site(fresh(tmp_path).archive())

    for page in ("/", "/search", "/speakers", "/articles", "/events", "/issues", "/positions",
                 "/outlets", "/dates", "/about", "/feed.atom", "/sitemap.xml"):  # fmt: skip
        assert client.get(page).status_code == 200, page


def test_page_after_the_last_one_says_so_instead_of_nothing_found(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article('Title\n"A wall is due," she said.')
    shelf.statement(article, "A wall is due,", speaker=shelf.speaker())
    client = open_site(shelf.archive())

    page = client.get("/search?q=wall&page=9")

    assert page.status_code == 200
    assert "There is no page 9" in page.text
    assert "Nothing found" not in page.text


def test_site_answers_from_the_database_while_the_index_is_missing(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article('Title\n"A wall is due," she said.')
    shelf.statement(article, "A wall is due,", speaker=shelf.speaker())
    client = open_site(shelf.archive(index=False))

    page = client.get("/search?q=wall")

    assert page.status_code == 200
    assert "index is missing, old or damaged" in page.text
    assert "A <mark>wall</mark> is due," in page.text
    assert client.get("/speakers/ana-ruiz").status_code == 200
    assert client.get("/readyz").json()["index"] != "ok"


def test_statement_of_four_hundred_words_and_one_of_one_word_both_have_a_page(tmp_path):
    shelf = fresh(tmp_path)
    long = " ".join(f"word{number}" for number in range(400))
    article = shelf.article(f'Title\n"{long}," she said.\n"No," he said.')
    rows = [shelf.statement(article, words, kind=SpeechKind.DIRECT) for words in (long, "No")]
    client = open_site(shelf.archive())

    for row in rows:
        page = client.get(f"/statements/{row.permalink}").text
        assert row.content in page
    assert "word399" not in client.get("/search").text  # lists show an extract


def test_front_page_begins_with_what_was_said_last_also_where_the_day_is_uncertain(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article("Title\nThe wall is due,\nNo wall was promised,\nPerhaps a wall.")
    shelf.statement(article, "The wall is due,", said="2010-03-04")
    shelf.statement(article, "No wall was promised,", said="2012-05")
    shelf.statement(article, "Perhaps a wall.", said=None)

    latest = get_home(shelf.archive()).latest

    assert [card.text for card in latest] == ["No wall was promised,", "The wall is due,"]


def test_speaker_page_names_who_else_is_quoted_in_the_same_articles_and_how_often(tmp_path):
    shelf = fresh(tmp_path)
    ana, ben, cy, dee = (shelf.speaker(name) for name in ("Ana", "Ben", "Cy", "Dee"))
    for others in ((ben, cy), (ben, ben)):
        article = shelf.article("Title\nOne word.\nTwo words.\nThree words.")
        shelf.statement(article, "One word.", speaker=ana)
        for words, other in zip(("Two words.", "Three words."), others, strict=True):
            shelf.statement(article, words, speaker=other)
    shelf.statement(shelf.article("Title\nOne word."), "One word.", speaker=dee)

    record = get_speaker(shelf.archive(), "ana")

    assert [(one.name, one.count) for one in record.quoted_with] == [("Ben", 2), ("Cy", 1)]


def test_events_of_a_speaker_are_listed_with_the_number_of_their_statements_there(site):
    page = site.get("/speakers/ana-ruiz/events").text

    assert "1 event at which Ana Ruiz was heard" in page
    assert '/events/harbour-summit?speaker=ana-ruiz#statements">1 statement of theirs</a>' in page
    assert site.get("/api/v1/speakers/ana-ruiz/events").json()["rows"][0]["held"] == 1
    assert site.get("/speakers/nobody/events").status_code == 404


def test_result_leads_into_its_article_where_the_browser_marks_the_words_found(site, town):
    page = site.get("/search?q=harbour+public").text

    assert f'href="/articles/{town.article.permalink}#s1:~:text=harbour">in its article</a>' in page


def test_results_are_grouped_by_who_says_it_most_and_each_opens_theirs(site):
    page = site.get("/search?q=wall&by=speaker").text

    assert '<span aria-current="true">by speaker</span>' in page
    assert 'href="/search?q=wall&amp;speaker=ana-ruiz"' in page
    assert 'class="card kind-' not in page
    assert "by=speaker" in site.get("/search?q=wall&by=speaker&sort=oldest").text


def test_unknown_grouping_lists_each_result_for_itself(site):
    assert 'class="card kind-' in site.get("/search?q=wall&by=magic").text


def test_period_is_narrowed_by_a_form_that_keeps_every_other_filter(site):
    page = site.get("/search?q=wall&speaker=ben-okafor&from=2011").text
    form = page[page.index('<details class="period" open>') :]
    form = form[: form.index("</form>")]

    assert 'name="speaker" value="ben-okafor"' in form
    assert 'name="q" value="wall"' in form
    assert 'id="period-from" name="from" value="2011"' in form
    assert form.count('name="from"') == 1


def test_what_nobody_dates_shows_when_it_was_in_print_and_says_so(tmp_path):
    shelf = fresh(tmp_path)
    printed = shelf.article("Title\nA wall is due.", published="2016-09-14")
    undated = shelf.article("Title\nNo wall is due.", published=None)
    wall = shelf.statement(printed, "A wall is due.", said=None)
    shelf.statement(undated, "No wall is due.", said=None)
    site = open_site(shelf.archive())

    found, alone = site.get("/search?q=wall").text, site.get(f"/statements/{wall.permalink}").text

    assert '<p class="card-date">in print 14 September 2016</p>' in found
    assert '<p class="card-date">date not known</p>' in found
    assert "in print <time" in alone
    assert "not told</a>; in print" in alone
    record = site.get(f"/api/v1/statements/{wall.permalink}").json()
    assert record["said_on"]["iso"] is None


def test_front_page_shows_who_speaks_on_the_issues_and_not_who_says_most_of_other_things(tmp_path):
    shelf = fresh(tmp_path)
    ana, ben, cy = (shelf.speaker(name) for name in ("Ana", "Ben", "Cy"))
    words = [f"Word {number}." for number in range(9)]
    article = shelf.article("Title\n" + "\n".join(words))
    made = [
        shelf.statement(article, text, speaker=speaker)
        for text, speaker in zip(words, [ana, ana, ben, cy, cy, cy, cy, cy, cy], strict=True)
    ]
    wall, tolls = shelf.issue("Wall"), shelf.issue("Tolls")
    for one, issue in zip(made[:3], (wall, tolls, wall), strict=True):
        shelf.on(one, issue, Stance.DEMANDS)
    for issue, count in ((wall, 2), (tolls, 1)):
        issue.statement_count = count
        shelf.add(issue)

    voices = get_voices(shelf.archive())

    assert voices is not None
    assert [one.name for one in voices.speakers] == ["Ana", "Ben"]
    assert [(row.issue.name, row.counts) for row in voices.rows] == [
        ("Wall", [1, 1]),
        ("Tolls", [1, 0]),
    ]


def test_statements_in_much_the_same_words_are_listed_also_for_one_in_a_copy(tmp_path):
    shelf = fresh(tmp_path)
    words = ["The lighthouse keeper sleeps.", "A lighthouse keeper wakes.", "Tolls are due."]
    first, other = (shelf.article("Title\n" + "\n".join(words)) for _ in range(2))
    made = [shelf.statement(first, one) for one in words]
    other.copy_of_id, other.copy_reason = first.id, "the same words"
    shelf.add(other)
    copied = shelf.statement(other, words[0])
    site = open_site(shelf.archive())

    for one in (made[0], copied):
        page = site.get(f"/statements/{one.permalink}/alike").text
        assert f"/statements/{made[1].permalink}" in page
        assert f"/statements/{made[2].permalink}" not in page
    assert site.get("/statements/s999999999/alike").status_code == 404
    cards = site.get(f"/api/v1/statements/{copied.permalink}/alike").json()["cards"]
    assert [card["id"] for card in cards] == [made[1].permalink]


def test_result_says_by_what_it_was_found(site):
    page = site.get("/search?q=okafor").text

    assert "found by the speaker’s name" in page
    assert "found by" not in site.get("/search?q=public").text


def test_page_of_a_statement_lists_those_related_to_it(tmp_path):
    shelf = fresh(tmp_path)
    lines = [f"The lighthouse keeper counted {word} gulls" for word in ("ten", "six", "two")]
    article = shelf.article("Title\n" + "\n".join([*lines, "Tea is served."]))
    made = [shelf.statement(article, line, speaker=shelf.speaker(f"Keeper {line[-9:-6]}"))
            for line in lines]  # fmt: skip
    shelf.statement(article, "Tea is served.")
    archive = shelf.archive()
    site = open_site(archive)

    page = site.get(f"/statements/{made[0].permalink}").text
    told = site.get(f"/api/v1/statements/{made[0].permalink}").json()["related"]

    listed = page.partition("Related statements")[2].partition("</section>")[0]
    assert {one["id"] for one in told} == {one.permalink for one in made[1:]}
    assert [f"/statements/{one['id']}" for one in told] == re.findall(
        r'card-words"><a href="([^"]+)"', listed
    )
    assert f"/statements/{made[0].permalink}/alike" in listed


def test_page_of_a_statement_has_no_such_list_while_the_index_is_away(tmp_path):
    shelf = fresh(tmp_path)
    article = shelf.article("Title\nThe keeper counted ten gulls. The keeper counted six gulls.")
    made = [shelf.statement(article, f"The keeper counted {word} gulls") for word in ("ten", "six")]
    address = f"/statements/{made[0].permalink}"
    assert "Related statements" in open_site(shelf.archive()).get(address).text
    (shelf.settings.index_dir / "current.json").unlink()

    answer = open_site(shelf.archive(index=False)).get(address)

    assert answer.status_code == 200
    assert "Related statements" not in answer.text


def test_month_is_a_calendar_whose_days_lead_to_what_was_said(site):
    page = site.get("/dates/2011/12").text

    assert '<table class="calendar">' in page
    assert 'href="/dates/2011/12/08">8<span' in page
    assert '<a href="/dates/2011">2011</a>' in page.split("<h1")[0]
    assert '<a href="/dates/2011/12">December 2011</a>' in site.get("/dates/2011/12/08").text
