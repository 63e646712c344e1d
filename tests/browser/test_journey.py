"""What a journalist does here, with a script and without, on a phone and at a desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

WIDTHS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}


@pytest.fixture(params=["script-phone", "script-desk", "plain-phone", "plain-desk"])
def reader(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Page]:
    """A page as one reader sees it; what it complains of fails the test."""
    script, width = request.param.split("-")
    context = browser.new_context(
        **{
            **browser_context_args,
            "viewport": WIDTHS[width],
            "java_script_enabled": script == "script",
        }
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    # A page that is left while it loads aborts its requests; that is no fault of the page.
    page.on(
        "requestfailed",
        lambda failed: failed.failure == "net::ERR_ABORTED" or complaints.append(failed.url),
    )
    yield page
    context.close()
    assert complaints == []


def search(page: Page, words: str) -> None:
    # By its label: with a list of names to choose from, its role is that of a combobox.
    page.get_by_label("Search this archive").fill(words)
    page.get_by_role("button", name="Search").first.click()


def test_journalist_finds_what_lavrov_said_and_checks_it_in_its_article(reader: Page, browser):
    reader.goto("/")
    search(reader, "legal guarantees")
    expect(reader.locator("[data-card]").first).to_be_visible()
    if reader.locator(".to-filters").is_visible():
        reader.locator(".to-filters").click()
    reader.locator(".facets").get_by_role("link", name=re.compile("^Sergey Lavrov")).click()
    expect(reader.locator(".chip")).to_contain_text("Sergey Lavrov")
    expect(reader.locator("mark").first).to_be_visible()
    for name in reader.locator(".card-head .speaker").all_inner_texts():
        assert name == "Sergey Lavrov"

    reader.locator("[data-card] .card-words a").first.click()
    words = reader.locator(".said-words").inner_text().strip("“”")
    marked = reader.locator(".context mark").all_inner_texts()
    assert marked
    assert marked[0][:20] in words
    expect(reader.locator(".said-speaker")).to_contain_text("Foreign Minister of Russia")

    address = reader.locator("#address").inner_text()
    path = reader.url.split("/statements/")[1]
    assert address.endswith(f"/statements/{path}")

    reader.get_by_role("link", name="In the article", exact=True).click()
    expect(reader.locator(".says:target")).to_be_visible()
    number = reader.url.split("#s")[1]
    reader.locator(f"#c{number} .note-what a").click()
    assert reader.url.endswith(path)

    other = browser.new_page()
    other.goto(reader.url)
    assert other.locator(".said-words").inner_text().strip("“”") == words
    other.close()


def test_journalist_sees_every_statement_of_rasmussen(reader: Page):
    reader.goto("/")
    reader.get_by_role("navigation", name="Sections").get_by_role("link", name="Speakers").click()
    reader.get_by_label("Name").fill("rasmussen")
    reader.get_by_role("button", name="Find").click()
    reader.get_by_role("link", name="Rasmussen, Anders Fogh").click()
    count = int(reader.locator(".figures dd").first.inner_text())
    seen, page = reader.locator("[data-card]").count(), 1
    while reader.locator(".pages a[rel=next]").count():
        page += 1
        reader.locator(".pages a[rel=next]").click()
        expect(reader.locator(".pages .count")).to_contain_text(f"Page {page} of")
        seen += reader.locator("[data-card]").count()

    assert seen == count
    assert count > 10


def test_journalist_sees_who_takes_which_side_on_libya(reader: Page):
    reader.goto("/positions")
    row = reader.get_by_role("row").filter(has_text="Libya")
    expect(row).to_contain_text("opposes")
    row.get_by_role("link", name=re.compile("Libya")).click()
    expect(reader.get_by_role("heading", name="Opposes")).to_be_visible()
    reader.locator(".position-words a").first.click()
    expect(reader.locator(".said-words")).to_be_visible()


def test_defence_finds_defense(reader: Page):
    found = []
    for spelling in ("missile defence", "missile defense"):
        reader.goto("/")
        search(reader, spelling)
        found.append(reader.locator(".toolbar p").first.inner_text())

    assert found[0] == found[1]


def test_filter_that_is_removed_widens_the_search_again(reader: Page):
    reader.goto("/search?q=nato&kind=direct")
    narrow = reader.locator(".toolbar p").first.inner_text()
    reader.locator(".chip").click()
    expect(reader.locator(".chip")).to_have_count(0)
    wide = reader.locator(".toolbar p").first.inner_text()

    assert int(wide.split()[0]) > int(narrow.split()[0])
    expect(reader.locator(".chip")).to_have_count(0)


def test_page_never_runs_off_the_side_down_to_320_pixels(browser: Browser, browser_context_args):
    context = browser.new_context(
        **{**browser_context_args, "viewport": {"width": 320, "height": 700}}
    )
    page = context.new_page()
    for path in ("/", "/search?q=legal+guarantees", "/speakers/sergey-lavrov", "/positions",
                 "/issues/legal-guarantees", "/articles", "/about", "/dates/2011"):  # fmt: skip
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()


def test_copy_button_copies_the_permanent_address(browser: Browser, browser_context_args):
    context = browser.new_context(**browser_context_args)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/search?q=guarantees")
    page.locator("[data-card] .card-words a").first.click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()

    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#address").inner_text()
    context.close()


def test_without_a_script_no_button_stands_that_does_nothing(page_without_script: Page):
    page_without_script.goto("/search?q=guarantees")
    page_without_script.locator("[data-card] .card-words a").first.click()

    expect(page_without_script.locator("button:visible")).to_have_count(1)  # the search's


def test_keyboard_alone_searches_steps_through_results_and_opens_one(page: Page):
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("guarantees")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator("[data-card]").first
    expect(first).to_have_attribute("data-current", "")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/**")
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Keys")).to_be_hidden()


def test_keyboard_reaches_the_text_past_the_masthead_in_one_step(page: Page):
    page.goto("/speakers")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the text")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_name_that_is_begun_is_completed(page: Page):
    page.goto("/")
    page.get_by_label("Search this archive").press_sequentially("lavr")
    page.wait_for_selector("datalist option", state="attached")

    options = page.locator("datalist option").evaluate_all("all => all.map(one => one.value)")
    assert "Sergey Lavrov (speaker)" in options


def bytes_sent(page: Page, path: str) -> int:
    """How many bytes a first visit to `path` costs, bodies as they were compressed."""
    sizes: list[int] = []
    page.on("requestfinished", lambda one: sizes.append(one.sizes()["responseBodySize"]))
    page.goto(path, wait_until="networkidle")
    return sum(sizes)


@pytest.mark.parametrize(
    "path", ["/", "/search?q=nato", "/speakers/sergey-lavrov", "/positions", "/articles"]
)
def test_first_visit_sends_at_most_150_kilobytes_with_its_font(page: Page, path: str):
    assert 50_000 < bytes_sent(page, path) < 150_000


def test_text_face_is_the_one_served_here(page: Page):
    page.goto("/")

    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('1rem \"Source Serif 4\"'))"
    )
    faces = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length")
    assert faces >= 1
