"""Words for reasons, as readers are shown them."""

from app.domain.dates import DateBasis, DateFinding, PartialDate

_MOST = 60  # characters quoted


def in_words(date: PartialDate) -> str:
    """ "2011-12-08", or "between 2011-12-08 and 2011-12-14" for days that are open."""
    if date.first == date.last:
        return date.first.isoformat()
    return f"between {date.first} and {date.last}"


def published_when(published: DateFinding) -> str:
    """ "published 2011-12-08"; says so where that day is itself worked out."""
    if published.date is None:
        return "of unknown date"
    inferred = " (worked out)" if published.basis is DateBasis.INFERRED else ""
    return f"published {in_words(published.date)}{inferred}"


def quoted(words: str, most: int = _MOST) -> str:
    """`words` in quotation marks, cut after a whole word where they are long."""
    line = words.strip(" ,(\n").partition("\n")[0]
    return f'"{line if len(line) <= most else line[: most + 1].rpartition(" ")[0]}"'
