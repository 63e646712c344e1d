"""The results of a search as a table for spreadsheets: all of them, not one page."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

from app.archive import Archive
from app.domain.search import MAX_PER_PAGE, SearchQuery
from app.schemas.search import SearchResult
from app.services.exports import cell
from app.services.search import find

#: Rows of one file; a search that finds more is told to be narrowed.
MOST_ROWS = 2_000
COLUMNS = (
    "id", "address", "kind", "text", "speaker", "office", "said_on", "date_basis", "place",
    "event", "outlet", "article", "article_address", "how_sure",
)  # fmt: skip


def search_csv(
    archive: Archive, query: SearchQuery, absolute: Callable[[str], str], most: int = MOST_ROWS
) -> str:
    """Every full match of a query, a line each; a last line says so where there are more.

    `absolute` makes a public address of a path. No cell can be taken for a formula.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    query = replace(query, per_page=min(most, MAX_PER_PAGE), by_article=False)
    written, page = 0, 1
    while True:
        found = find(archive, replace(query, page=page))
        full = [one for one in found.results if not one.partial][: most - written]
        table.writerows([cell(value) for value in _line(one, absolute)] for one in full)
        written, page = written + len(full), page + 1
        if not full or written >= min(most, found.total):
            break
    if found.total > written:
        left = f"{found.total - written} more were found; narrow the search to have them"
        table.writerow([left, *[""] * (len(COLUMNS) - 1)])
    return out.getvalue()


def _line(one: SearchResult, absolute: Callable[[str], str]) -> list[str | None]:
    if one.article:
        hit = one.article
        outlet = hit.outlet.name if hit.outlet else None
        address = absolute(hit.url)
        return [hit.id, address, "article", hit.headline, None, None, hit.published, None, None,
                None, outlet, hit.headline, address, None]  # fmt: skip
    card = one.statement
    if card is None:
        raise ValueError("a result is a statement or an article")
    return [
        card.id,
        absolute(card.url),
        card.kind.value,
        card.text,
        card.speaker.name if card.speaker else card.speaker_description,
        card.office,
        card.said_on.iso,
        card.said_on.basis.value,
        card.place,
        card.event.name if card.event else None,
        card.outlet.name if card.outlet else None,
        card.article.headline,
        absolute(card.article.url),
        card.confidence_word,
    ]
