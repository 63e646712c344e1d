"""What curators do, in a real browser: each common correction takes at most four clicks or keys.

`Hand` is the only way in which these tests press and click, and it counts.
"""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from app.archive import open_archive
from app.config import Settings
from app.desk import Desk
from app.services import accounts
from app.services.statements import get_statement, list_statements
from app.web.app import create_app
from tests.curating import GOOD

AT_MOST = 4


@pytest.fixture(scope="module")
def curated(founding_settings: Settings, tmp_path_factory) -> Iterator[tuple[str, Any]]:
    """The founding archive, copied so that it can be corrected, with a curator; its address."""
    data_dir = tmp_path_factory.mktemp("curated") / "data"
    shutil.copytree(founding_settings.data_dir, data_dir)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        settings = Settings(data_dir=data_dir, base_url=address)
        accounts.add_account(Desk(settings), "ana", "Ana Ruiz", GOOD)
        archive = open_archive(settings)
        config = uvicorn.Config(create_app(archive), log_level="warning", server_header=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        deadline = time.monotonic() + 30
        while not server.started:
            assert time.monotonic() < deadline, "the site did not start in 30 seconds"
            time.sleep(0.02)
        yield address, archive
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="module")
def signed_in(browser: Browser, curated) -> Any:
    """The cookies of a browser in which the curator has signed in, through the form."""
    context = browser.new_context(base_url=curated[0])
    page = context.new_page()
    page.goto("/review")
    page.get_by_label("Name").fill("ana")
    page.get_by_label("Password").fill(GOOD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Review", exact=True)).to_be_visible()
    state = context.storage_state()
    context.close()
    return state


class Hand:
    """A curator's hand on one page: presses and clicks, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, key: str) -> None:
        self.count += 1
        self.page.keyboard.press(key)

    def click(self, target: Any) -> None:
        self.count += 1
        target.click()

    def drag(self, words: str) -> None:
        """Selects words of the article with the mouse: one movement."""
        self.count += 1
        self.page.evaluate(
            """(words) => {
              for (const block of document.querySelectorAll("[data-start]")) {
                const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                  const at = node.data.indexOf(words);
                  if (at >= 0) {
                    getSelection().setBaseAndExtent(node, at, node, at + words.length);
                    return;
                  }
                }
              }
              throw new Error(`no such words: ${words}`);
            }""",
            words,
        )


@pytest.fixture(params=["script-desk", "script-phone"])
def page(request, browser: Browser, curated, signed_in) -> Iterator[Page]:
    yield from _page(request.param, browser, curated, signed_in)


@pytest.fixture(params=["plain-desk", "plain-phone"])
def plain(request, browser: Browser, curated, signed_in) -> Iterator[Page]:
    yield from _page(request.param, browser, curated, signed_in)


def _page(kind: str, browser: Browser, curated, signed_in) -> Iterator[Page]:
    width = 1280 if kind.endswith("desk") else 390
    context = browser.new_context(
        base_url=curated[0],
        storage_state=signed_in,
        viewport={"width": width, "height": 900},
        java_script_enabled=kind.startswith("script"),
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    # The page that says a statement is gone answers 410, which the console calls a failure.
    assert [said for said in complaints if "410" not in said] == []


def statement(curated):
    """A statement among several people's, on a known day, which no test has corrected yet."""
    archive = curated[1]
    cards = [card for page in (1, 2, 3) for card in list_statements(archive, page).cards]
    speakers: dict[str, set[str]] = {}
    for card in cards:
        if card.speaker:
            speakers.setdefault(card.article.id, set()).add(card.speaker.name)
    return next(
        get_statement(archive, card.id)
        for card in cards
        if card.speaker
        and card.said_on.iso
        and not card.corrected
        and len(speakers[card.article.id]) > 2
    )


def test_a_wrong_speaker_is_mended_in_two_keys(page: Page, curated):
    before = statement(curated)
    page.goto(before.url)
    hand = Hand(page)

    hand.press("s")
    name = page.locator("fieldset[data-key=s] .choice").first.inner_text().split("\n")[0]
    hand.press("1")
    expect(page.get_by_text("Corrections so far")).to_be_visible()

    assert hand.count <= AT_MOST
    now = get_statement(curated[1], before.id)
    assert now.speaker.name != before.speaker.name
    assert now.speaker.name in name
    assert page.url.endswith(before.url)


def test_a_wrong_speaker_is_mended_in_one_click_without_a_script(plain: Page, curated):
    before = statement(curated)
    plain.goto(before.url)
    hand = Hand(plain)

    hand.click(plain.locator("fieldset[data-key=s] .choice").first)

    assert hand.count <= AT_MOST
    assert get_statement(curated[1], before.id).speaker.name != before.speaker.name


def test_a_wrong_date_is_mended_in_two_keys(page: Page, curated):
    before = statement(curated)
    page.goto(before.url)
    hand = Hand(page)

    hand.press("d")
    hand.press("1")
    expect(page.get_by_text("Corrections so far")).to_be_visible()

    assert hand.count <= AT_MOST
    now = get_statement(curated[1], before.id)
    assert now.said_on.iso != before.said_on.iso


def test_a_date_is_typed_and_saved_with_enter(page: Page, curated):
    before = statement(curated)
    page.goto(before.url)

    field = page.get_by_label("Another day, month or year")
    field.fill("2011-07")
    field.press("Enter")
    expect(page.get_by_text("Corrections so far")).to_be_visible()

    now = get_statement(curated[1], before.id)
    assert now.said_on.words == "July 2011"
    assert now.speaker == before.speaker


def test_a_false_find_is_rejected_in_two_keys_and_had_back_in_one_click(page: Page, curated):
    before = statement(curated)
    page.goto(before.url)
    hand = Hand(page)

    hand.press("x")
    hand.press("Enter")
    expect(page.get_by_role("heading", name="Withdrawn")).to_be_visible()
    assert hand.count <= AT_MOST

    hand.click(page.get_by_role("link", name="What people corrected here"))
    hand.click(page.get_by_role("button", name="Undo"))
    page.goto(before.url)
    expect(page.locator(".said-words")).to_be_visible()


def test_a_missed_statement_is_added_in_three_movements(page: Page, curated):
    archive = curated[1]
    article = statement(curated).article
    page.goto(article.url)
    missed = page.evaluate(
        """() => {
          for (const block of document.querySelectorAll("[data-start]")) {
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const words = node.data.trim().split(" ");
              if (!node.parentElement.closest(".says, .marker") && words.length > 6)
                return words.slice(1, 6).join(" ");
            }
          }
        }"""
    )
    hand = Hand(page)

    hand.drag(missed)
    hand.click(page.get_by_role("link", name="Add as a statement"))
    expect(page.get_by_role("heading", name="Add a statement")).to_be_visible()
    hand.click(page.locator("fieldset[data-key=s] .choice").first)
    expect(page.locator(".said-words")).to_be_visible()

    assert hand.count <= AT_MOST
    added = get_statement(archive, page.url.rsplit("/", 1)[1])
    assert added.text.split() == missed.split()


def test_a_missed_statement_is_added_without_a_script_by_typing_its_words(plain: Page, curated):
    article = statement(curated).article
    plain.goto(article.url)
    unmarked = plain.locator("[data-start]:not(:has(.says))").all_inner_texts()
    words = next(" ".join(text.split()[1:6]) for text in unmarked if len(text.split()) > 7)

    plain.get_by_role("link", name="type them").click()
    plain.get_by_label("The words, exactly").fill(words)
    plain.locator("fieldset[data-key=s] .choice").last.click()

    expect(plain.locator(".said-words")).to_contain_text(words.split()[0])
    assert get_statement(curated[1], plain.url.rsplit("/", 1)[1]).text.split() == words.split()


def test_one_decision_of_the_queue_is_one_key(page: Page, curated):
    page.goto("/review")
    first = page.locator(".decision .said-words").inner_text()
    hand = Hand(page)

    hand.press("c")
    expect(page.locator(".decision .said-words")).not_to_have_text(first)
    second = page.locator(".decision .said-words").inner_text()
    hand.press("l")
    expect(page.locator(".decision .said-words")).not_to_have_text(second)

    assert hand.count == 2


def test_a_reader_reports_and_sees_the_answer(browser: Browser, curated, signed_in):
    before = statement(curated)
    reader = browser.new_context(base_url=curated[0]).new_page()
    reader.goto(before.url)
    reader.get_by_role("link", name="Something wrong?").click()
    reader.get_by_label("Somebody else said it").check()
    reader.get_by_label("How do you know?").fill("It is the next line’s speaker.")
    time.sleep(1.1)  # nobody reads and fills in a form within a second, and the site knows it
    reader.get_by_role("button", name="Send").click()
    expect(reader.get_by_role("heading", name="Thank you")).to_be_visible()
    assert reader.context.cookies() == []

    curator = browser.new_context(base_url=curated[0], storage_state=signed_in).new_page()
    curator.goto("/review")
    expect(curator.get_by_text("It is the next line’s speaker.")).to_be_visible()
    curator.get_by_label("Your answer").fill("The line names the speaker.")
    curator.get_by_role("button", name="It stays as it is").click()
    expect(curator.get_by_text("It is the next line’s speaker.")).to_have_count(0)

    reader.goto(before.url)
    expect(reader.get_by_text("The line names the speaker.")).to_be_visible()
    reader.context.close()
    curator.context.close()


def test_signing_out_ends_it(browser: Browser, curated):
    page = browser.new_context(base_url=curated[0]).new_page()
    page.goto("/sign-in")
    page.get_by_label("Name").fill("ana")
    page.get_by_label("Password").fill(GOOD)
    page.get_by_label("Password").press("Enter")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)

    page.goto("/account")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_curators_pages(browser: Browser, curated, signed_in, theme, width):
    one = statement(curated)
    paths = [
        one.url, "/review", "/account", f"{one.url}/report", f"/curation{one.article.url}",
        f"/curation{one.speaker.url}", f"/curation{one.url}", one.article.url,
    ]  # fmt: skip
    context = browser.new_context(
        base_url=curated[0],
        storage_state=signed_in,
        color_scheme=theme,
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    found = {}
    for path in [*paths, "/sign-in"]:
        if path == "/sign-in":
            context.clear_cookies()
        page.goto(path)
        for details in page.locator("details").all():
            details.evaluate("one => { one.open = true; }")
        violations = Axe().run(page).response["violations"]
        faults = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in violations]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            faults.append(f"{wide} px too wide")
        if faults:
            found[path] = faults
    context.close()

    assert found == {}
