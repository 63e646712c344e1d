"""B55: pages serve whoever comes: at any zoom, in forced colours, on paper, by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ["/", "/search?q=nato", "/speakers/sergey-lavrov", "/issues/legal-guarantees",
         "/positions", "/positions/legal-guarantees/sergey-lavrov", "/articles", "/check",
         "/speakers/sergey-lavrov/positions", "/about", "/dates/2011/12",
         "/search/follow?q=nato"]  # fmt: skip


# Undersized links outside of text whose circle of 24 px meets another target or its circle.
_CROWDED = """() => {
    const inText = "p, dd, blockquote, h1, h2, h3, svg, figcaption";
    const all = [...document.querySelectorAll("main a[href], main button, nav a, footer a")]
        .filter((one) => one.checkVisibility() && !one.closest(inText))
        .map((one) => [one, one.getBoundingClientRect()])
        .filter(([, box]) => box.width && box.height);
    const small = (box) => box.height < 24 || box.width < 24;
    const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
    const far = ([x, y], box) => Math.hypot(
        Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const meets = (one, other) => {
        const [x, y] = middle(one);
        if (!small(other)) return far([x, y], other) < 12;
        const [a, b] = middle(other);
        return Math.hypot(x - a, y - b) < 24;
    };
    return all
        .filter(([, box]) => small(box))
        .filter(([one, box]) => all.some(([other, there]) => other !== one && meets(box, there)))
        .map(([one]) => one.outerHTML.slice(0, 120));
}"""


def a_statement(page: Page) -> str:
    """The address of a direct quotation's page."""
    page.goto("/search?q=guarantees&kind=direct")
    return str(page.locator("[data-card] .card-words a").first.get_attribute("href"))


def test_b55_nothing_runs_off_the_side_at_400_percent(browser: Browser, browser_context_args: Any):
    # A window of 1280 px at 400 % is one of 320 CSS px (WCAG 2.2, 1.4.10 Reflow).
    context = browser.new_context(
        **{**browser_context_args, "viewport": {"width": 320, "height": 256}}
    )
    page = context.new_page()
    for path in [*PAGES, a_statement(page)]:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{path} is {wide} px too wide"
    context.close()


_LONG_WORD = "x" * 600


@pytest.mark.parametrize("width", [390, 1280])
def test_b55_an_unbroken_long_word_is_broken_and_runs_off_no_side(page: Page, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    statement = a_statement(page)
    page.goto(statement)
    article = str(page.locator(".address a", has_text="In the article").get_attribute("href"))
    places = {
        f"/search?speaker={_LONG_WORD}": "h1",
        statement: ".context p, .context mark, .said-words",
        f"{statement}/history": ".card-words",
        article: ".para > p, h1, .notes a",
        "/search?q=nato": ".card-words a",
    }
    wide: dict[str, int] = {}
    for path, words in places.items():
        page.goto(path)
        found = page.evaluate(
            """([words, long]) => {
                const found = document.querySelectorAll(words);
                for (const one of found) one.append(" " + long);
                return found.length;
            }""",
            [words, _LONG_WORD],
        )
        assert found, path
        wide[path[:40]] = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert {path: by for path, by in wide.items() if by > 0} == {}


def test_b55_forced_colours_leave_words_and_marks_visible(
    browser: Browser, browser_context_args: Any
):
    context = browser.new_context(**{**browser_context_args, "forced_colors": "active"})
    page = context.new_page()
    page.goto(a_statement(page))
    ink = page.evaluate("getComputedStyle(document.querySelector('.said-words')).color")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(page.locator(".context mark").first).to_be_visible()
    page.goto("/search?q=nato")
    bar = page.evaluate("getComputedStyle(document.querySelector('.years .bar')).fill")
    context.close()

    assert ink != paper
    assert bar != paper


def test_b55_paper_gets_the_words_their_source_and_the_address_and_no_controls(page: Page):
    page.goto(a_statement(page))
    page.emulate_media(media="print")

    for kept in (".said-words", ".said-speaker", ".source-line", "#address"):
        expect(page.locator(kept).first).to_be_visible()
    for left in (".sections", ".find", ".turn", ".foot", "#address ~ a", "#share"):
        assert page.locator(left).first.is_hidden(), left


def test_b55_paper_says_where_it_is_from_and_when_it_was_printed(page: Page):
    address = a_statement(page)
    page.goto(address)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".printed")).to_contain_text(address)
    expect(page.locator(".printed")).to_contain_text("printed on")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".printed")).to_have_count(0)


@pytest.mark.parametrize("path", ["/search?q=nato", "/positions", "/check", "/"])
def test_b55_every_control_is_reached_by_tab_and_shows_it(page: Page, path: str):
    page.goto(path)
    wanted = page.locator(
        "a[href]:visible, button:visible, input:not([type=hidden]):visible, "
        "textarea:visible, summary:visible"
    ).count()
    seen, plain = set(), []
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        told = page.evaluate("""() => {
            const on = document.activeElement;
            if (!on || on === document.body) return null;
            const style = getComputedStyle(on);
            const all = [...document.querySelectorAll("*")];
            return [all.indexOf(on), style.outlineStyle !== "none" || style.boxShadow !== "none"];
        }""")
        if told:
            seen.add(told[0])
            if not told[1]:
                plain.append(told[0])

    assert len(seen) >= wanted
    assert plain == []


@pytest.mark.parametrize("path", [*PAGES, "statement"])
def test_b55_targets_are_large_enough_for_a_finger(
    browser: Browser, browser_context_args: Any, path: str
):
    """24 by 24 px, or in a line of text, or far enough from others (WCAG 2.2, 2.5.8)."""
    context = browser.new_context(
        **{**browser_context_args, "viewport": {"width": 390, "height": 844}}
    )
    page = context.new_page()
    page.goto(a_statement(page) if path == "statement" else path)
    small = page.evaluate(_CROWDED)
    context.close()

    assert small == []
