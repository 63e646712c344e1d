"""Takes the README's pictures from a running site: `make run` here, `make screenshots` there.

Each page once in the light theme at a desk's width, and once more in the dark theme or on a
phone. The statement shown is the first quotation that the search shown finds.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

Look = Literal["light", "dark", "phone"]

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
QUERY = urlencode({"q": "guarantees"})


def addresses(site: str) -> dict[str, tuple[str, tuple[Look, Look]]]:
    """The address of each page to show, and the two looks it is taken in."""
    found = _ask(f"{site}/api/v1/search?kind=direct&{QUERY}")["results"]
    if not found:
        raise SystemExit("screenshots: nobody is quoted on guarantees here; ingest first")
    best = next((each for each in found if each["speaker"]), found[0])
    speaker = best["speaker"]["url"] if best["speaker"] else "/speakers"
    return {
        "home": ("/", ("light", "dark")),
        "search": (f"/search?{QUERY}", ("light", "phone")),
        "statement": (best["url"], ("light", "phone")),
        "speaker": (speaker, ("light", "dark")),
        "article": (best["article"]["url"], ("light", "phone")),
        "positions": ("/positions", ("light", "dark")),
        "check": (f"/check?{urlencode({'quote': turned(best['text'])})}", ("light", "phone")),
    }


def turned(words: str) -> str:
    """The words with a "not" more or less, for the checker to find."""
    if " not " in words:
        return words.replace(" not ", " ", 1)
    return words.replace(" are ", " are not ", 1).replace(" is ", " is not ", 1)


def _ask(url: str) -> dict[str, Any]:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310  an address of ours
            found: dict[str, Any] = json.load(answer)
            return found
    except urllib.error.URLError as error:
        raise SystemExit(f"screenshots: no site answers at {url} ({error}); start it") from error


def take(browser: Browser, address: str, look: Look, file: Path) -> None:
    """One picture of what a reader sees first, without scrolling."""
    context = browser.new_context(
        viewport=PHONE if look == "phone" else DESK,  # type: ignore[arg-type]
        device_scale_factor=2 if look == "phone" else 1,
        color_scheme="dark" if look == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    answer = page.goto(address, wait_until="networkidle")
    if answer is None or answer.status != 200:
        raise SystemExit(f"screenshots: {address} answered {answer and answer.status}")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file)
    context.close()
    print(file.name, f"{file.stat().st_size // 1024} KB")


def main() -> None:
    """Take all pictures of the site named by the first argument."""
    site = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (path, looks) in addresses(site).items():
            address = path if path.startswith("http") else f"{site}{path}"
            for look in looks:
                take(browser, address, look, FOLDER / f"{name}-{look}.png")
        browser.close()


if __name__ == "__main__":
    main()
