"""No page type has a fault that axe can find, in either theme, at either width."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from app.archive import Archive
from app.services.articles import list_articles
from app.services.events import list_events
from app.services.statements import list_statements

KINDS = [
    "home", "search", "nothing found", "articles found", "speakers", "speaker", "statement",
    "paraphrase", "history", "version", "articles", "article", "events", "event", "issues",
    "issue", "positions",
    "course", "outlets", "outlet", "years", "year", "day", "about", "corrections",
    "check", "checked", "data", "not found", "frame", "counts", "positions of one",
    "events of one", "alike", "sought", "article history", "months", "who says it most",
    "positions on one", "one in an article", "month", "follow", "draft", "ways",
]  # fmt: skip
WIDTHS = {"phone": 390, "desk": 1280}


@pytest.fixture(scope="session")
def addresses(founding_archive: Archive) -> dict[str, str]:
    """An address of each kind of page, from the founding archive."""
    cards = list_statements(founding_archive).cards
    direct = next(card for card in cards if card.kind == "direct").url
    paraphrase = next(card for card in cards if card.kind == "indirect").url
    article = list_articles(founding_archive).rows[0].url
    return {
        "home": "/",
        "search": "/search?q=legal+guarantees",
        "nothing found": "/search?q=zzzzqqq&speaker=sergey-lavrov",
        "articles found": "/search?q=lisbon&type=article",
        "speakers": "/speakers",
        "speaker": "/speakers/sergey-lavrov",
        "statement": direct,
        "paraphrase": paraphrase,
        "history": f"{direct}/history",
        "version": f"{direct}/v1",
        "articles": "/articles",
        "article": article,
        "events": "/events",
        "event": list_events(founding_archive).rows[0].url,
        "issues": "/issues",
        "issue": "/issues/legal-guarantees",
        "positions": "/positions",
        "course": "/positions/legal-guarantees/sergey-lavrov",
        "outlets": "/outlets",
        "outlet": "/outlets/rt",
        "years": "/dates",
        "year": "/dates/2011",
        "day": "/dates/2011/12/08",
        "about": "/about",
        "corrections": "/corrections",
        "check": "/check",
        "checked": "/check?quote=good+intentions+are+not+temporary",
        "data": "/api/v1",
        "not found": "/nothing",
        "frame": f"{direct}/embed",
        "counts": "/search?q=nato&chart=count",
        "positions of one": "/speakers/sergey-lavrov/positions",
        "events of one": "/speakers/sergey-lavrov/events",
        "alike": f"{direct}/alike",
        "sought": "/articles?url=https://paper.example/none",
        "article history": f"{article}/history",
        "months": "/search?q=nato&year=2011",
        "who says it most": "/search?q=nato&by=speaker&from=2011",
        "positions on one": "/issues/legal-guarantees/positions?stance=demands",
        "one in an article": f"{article}?by=sergey-lavrov",
        "month": "/dates/2011/12",
        "follow": "/search/follow?speaker=sergey-lavrov",
        "draft": "/check",
        "ways": "/search/form",
    }


#: A passage of each verdict but one.
DRAFT = (
    "“We will not,” Rasmussen said, “attack Russia.” Putin said “Who gave them the right to kill "
    "him?” and “Russia is not [a] partner of the moon”. Lavrov said “good intentions are not "
    "temporary” and “We do not consider Russia an enemy”."
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_type(browser: Browser, live_server, addresses, theme, width):
    context = browser.new_context(
        base_url=live_server,
        color_scheme=theme,
        viewport={"width": WIDTHS[width], "height": 900},
    )
    page = context.new_page()
    found = {}
    for kind in KINDS:
        page.goto(addresses[kind])
        if kind == "draft":
            page.fill("#draft", DRAFT)
            page.get_by_role("button", name="Check the draft").click()
            page.get_by_role("heading", name="5 passages").wait_for()
        violations = Axe().run(page).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        faults = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in violations]
        if wide > 0:
            faults.append(f"{wide} px too wide")
        if faults:
            found[kind] = faults
    context.close()

    assert found == {}
