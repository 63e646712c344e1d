"""The filters: behind one control on a phone, open at the side on a desk, without a script too."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

SEARCH = "/search?q=nato&kind=direct"


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_one_control_opens_the_filters_below_the_results(
    browser: Browser, browser_context_args: Any, script: bool
):
    phone = {**browser_context_args, "viewport": {"width": 390, "height": 844}}
    context = browser.new_context(**phone, java_script_enabled=script)
    page = context.new_page()
    page.goto(SEARCH)
    choices, control = page.locator(".facets a").first, page.locator(".filters > summary")

    expect(choices).to_be_hidden()
    expect(control).to_have_text("Filters (1)")
    control.click()
    expect(choices).to_be_visible()
    control.click()
    expect(choices).to_be_hidden()
    page.locator(".toolbar").get_by_role("link", name="Filters (1)").click()
    expect(choices).to_be_visible()
    expect(choices).to_be_in_viewport()
    context.close()


def test_on_a_desk_the_filters_are_open_at_the_side(page_without_script: Page):
    page_without_script.goto(SEARCH)

    expect(page_without_script.locator(".facets a").first).to_be_visible()
    expect(page_without_script.locator(".filters > summary")).to_be_hidden()
