"""A real Chromium on the running site; a page that complains fails its test.

`page` is Playwright's, watched: an error in the console, an exception, a request that fails or
text that runs off the side fails the test even if nothing else does. Addresses are relative:
`page.goto("/search")`. `page_without_script` does the same with JavaScript off.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.hookimpl(trylast=True)  # after pytest has grouped tests by the fixtures they share
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is marked `browser` and comes after all others.

    Playwright keeps an event loop in the main thread to the end of the run, where a test that
    starts one of its own would stumble over it; and what is quick to say is said first.
    """
    for item in items:
        if "/tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as the machine has it; `make test` has found or installed one and names it.

    Where none is found Playwright looks for its own and fails when there is none: no skip.
    """
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    quiet = [
        "--no-sandbox",  # containers and root have none; only our own pages are opened
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    found = {"executable_path": chromium} if chromium else {}
    return {**browser_type_launch_args, **found, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], live_server: str) -> dict[str, Any]:
    """Every page starts at the running site, in English, at a desk's width."""
    viewport = {"width": 1280, "height": 900}
    return {
        **browser_context_args,
        "base_url": live_server,
        "locale": "en-GB",
        "viewport": viewport,
    }


class PageWatch:
    """Collects what a page complains of; `expected` holds statuses a test asks for on purpose."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.expected: set[int] = set()
        page.on("pageerror", lambda error: self.complaints.append(f"exception: {error}"))
        page.on("console", self._console)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def expect_status(self, *statuses: int) -> None:
        """Allow answers with these statuses, for a test that asks for an error page."""
        self.expected.update(statuses)

    def check_width(self) -> None:
        """Note text that runs off the side of the page shown now."""
        if self.page.url == "about:blank":
            return
        width = self.page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        if width[0] > width[1]:
            self.complaints.append(f"{self.page.url} is {width[0]} px wide in {width[1]} px")

    def _console(self, message: ConsoleMessage) -> None:
        # The browser reports a failed load here as well; _response judges those by status.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        # A page that is left while it loads aborts its requests; that is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"request failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.complaints.append(f"{response.status}: {response.url}")


@pytest.fixture
def page_watch(page: Page) -> PageWatch:
    """The watch of this test's page, for tests that expect an error status."""
    watch: PageWatch = page.watch  # type: ignore[attr-defined]
    return watch


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Playwright's page, watched: what it complains of fails the test."""
    yield from _watched(page)


@pytest.fixture
def page_without_script(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A watched page with JavaScript off."""
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    yield from _watched(context.new_page())
    context.close()


def _watched(page: Page) -> Iterator[Page]:
    watch = PageWatch(page)
    page.watch = watch  # type: ignore[attr-defined]
    yield page
    watch.check_width()
    assert not watch.complaints, "the page complained:\n" + "\n".join(watch.complaints)
