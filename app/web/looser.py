"""What a search that found nothing would find with one filter less."""

from collections.abc import Iterator
from dataclasses import replace

from app.archive import Archive
from app.domain.search import SearchQuery
from app.services.search import searched
from app.web.listed import Choice, Listed

#: Filters that are tried; each costs a search.
_MOST = 6


def with_one_less(archive: Archive, listed: Listed) -> list[Choice]:
    """The list without each of its filters, where that finds something, with its count."""
    found = []
    for chip, query in list(_without_each(listed))[:_MOST]:
        _, hits = searched(archive, query)  # the counts alone: nothing is asked of the database
        if hits.total:
            found.append(Choice(chip.label, chip.url, hits.total))
    return found


def _without_each(listed: Listed) -> Iterator[tuple[Choice, SearchQuery]]:
    query = replace(listed.asked.query, page=1, per_page=1, by_article=False)
    for chip, (name, value) in zip(listed.chips, listed.in_force, strict=True):
        if name in query.filters:
            left = tuple(one for one in query.filters[name] if one != value)
            others = {key: of for key, of in query.filters.items() if key != name}
            yield chip, replace(query, filters=others | ({name: left} if left else {}))
        else:
            first, last = query.said_from, query.said_to
            first, last = (None, last) if name == "from" else (first, None)
            yield chip, replace(query, said_from=first, said_to=last)
