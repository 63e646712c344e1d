"""A list is put in place without loading its page anew, and the browser's own ways still work."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

SEARCH = "/search?q=nato"


def stay(page: Page) -> None:
    """Leaves a mark that only a page that is loaded anew loses."""
    page.evaluate("window.stayed = true")


def stayed(page: Page) -> bool:
    return bool(page.evaluate("window.stayed === true"))


def test_filter_narrows_the_list_in_place_under_an_address_of_its_own(page: Page):
    page.goto(SEARCH)
    stay(page)
    before = page.locator(".toolbar p").first.inner_text()
    page.locator(".facets").get_by_role("link", name=re.compile("^paraphrase")).click()
    expect(page.locator(".chip")).to_contain_text("paraphrase")

    assert stayed(page)
    assert "kind=indirect" in page.url
    assert page.locator(".toolbar p").first.inner_text() != before
    assert page.evaluate("document.activeElement.textContent") == (
        page.locator(".toolbar p").first.text_content()
    )
    again = page.locator(".toolbar p").first.inner_text()
    page.reload()
    assert page.locator(".toolbar p").first.inner_text() == again


def test_back_and_forward_go_through_the_lists_that_were_put_in_place(page: Page):
    page.goto(SEARCH)
    stay(page)
    page.locator(".sorts").get_by_role("link", name="newest").click()
    expect(page.locator(".sorts [aria-current]")).to_have_text("newest")
    page.go_back()
    expect(page.locator(".sorts [aria-current]")).to_have_text("relevance")
    page.go_forward()
    expect(page.locator(".sorts [aria-current]")).to_have_text("newest")

    assert stayed(page)


def test_new_words_are_searched_in_place_and_the_title_tells_them(page: Page):
    page.goto(SEARCH)
    stay(page)
    page.get_by_label("Search this archive").fill("guarantees")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_title(re.compile("guarantees"))

    assert stayed(page)
    assert "q=guarantees" in page.url


def test_next_page_of_a_speaker_begins_at_its_top_and_the_keys_go_on_working(page: Page):
    page.goto("/speakers/sergey-lavrov")
    stay(page)
    page.keyboard.press("n")
    expect(page.locator(".pages .count")).to_contain_text("Page 2")
    page.keyboard.press("j")
    expect(page.locator("[data-card]").first).to_have_attribute("data-current", "")

    assert stayed(page)


def test_link_opened_in_another_tab_leaves_this_one_alone(page: Page):
    page.goto(SEARCH)
    stay(page)
    address = page.url
    with page.context.expect_page() as opened:
        page.locator(".facets a").first.click(modifiers=["ControlOrMeta"])
    opened.value.close()

    assert page.url == address


def test_list_that_cannot_be_fetched_is_loaded_as_a_page(page: Page):
    page.goto(SEARCH)
    stay(page)
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('cut off')); }")
    page.locator(".sorts").get_by_role("link", name="newest").click()
    page.wait_for_url("**sort=newest**")
    expect(page.locator(".sorts [aria-current]")).to_have_text("newest")

    assert not stayed(page)
