"""The addresses of records: the one place that says what lives where on the site."""

from urllib.parse import quote, urlencode


def statement(permalink: str) -> str:
    """The permanent address of a statement."""
    return f"/statements/{quote(permalink, safe='')}"


def article(permalink: str) -> str:
    """The address of an article."""
    return f"/articles/{quote(permalink, safe='')}"


def in_article(permalink: str, number: int, part: int) -> str:
    """The address of a statement's place in its article, by its number there."""
    query = f"?part={part}" if part > 1 else ""
    return f"{article(permalink)}{query}#s{number}"


def speaker(slug: str) -> str:
    """The address of a speaker."""
    return f"/speakers/{quote(slug, safe='')}"


def picture(slug: str) -> str:
    """The address of a speaker's picture."""
    return f"{speaker(slug)}/picture"


def event(slug: str) -> str:
    """The address of an event."""
    return f"/events/{quote(slug, safe='')}"


def issue(key: str) -> str:
    """The address of an issue and the positions on it."""
    return f"/issues/{quote(key, safe='')}"


def positions_of(url: str, stance: str | None = None) -> str:
    """The address of all positions of the speaker or on the issue that lives at `url`."""
    return f"{url}/positions" + (f"?stance={quote(stance)}" if stance else "")


def events_of(url: str) -> str:
    """The address of all events of the speaker who lives at `url`."""
    return f"{url}/events"


def course(key: str, slug: str) -> str:
    """The address of what one holder said on one issue over time."""
    return f"/positions/{quote(key, safe='')}/{quote(slug, safe='')}"


def outlet(slug: str) -> str:
    """The address of an outlet."""
    return f"/outlets/{quote(slug, safe='')}"


def dates(*parts: int) -> str:
    """The address of a year, a month of it, or a day of that."""
    year, *rest = parts
    return "/".join(["/dates", str(year), *(f"{part:02d}" for part in rest)])


def search(**fields: object) -> str:
    """The address of a search; fields that are None or empty are left out."""
    pairs = [(name, value) for name, value in fields.items() if value not in (None, "")]
    return f"/search?{urlencode(pairs)}" if pairs else "/search"


def at_publisher(url: str, words: str) -> str:
    """The publisher's page, scrolled to these words by browsers that know text fragments.

    Source: WICG, "URL Fragment Text Directives". A run of words is named by its first and last
    few; what was left out or put in by the publisher since only makes the page open at its top.
    """
    return url if "#" in url else f"{url}#{_directive(words)}"


def in_article_marked(article_url: str, number: int, words: str) -> str:
    """A statement's place in its article, with words found in it marked by the browser."""
    return f"{article_url}#s{number}{_directive(words)}"


def _directive(words: str) -> str:
    first = words.split(" […] ")[0].split()
    ends = [first] if len(first) <= 10 else [first[:4], first[-4:]]
    parts = [quote(" ".join(end).rstrip(",.;:"), safe="").replace("-", "%2D") for end in ends]
    return f":~:text={','.join(parts)}"


def archived(url: str, published: str | None) -> str:
    """The Internet Archive's copy of a publisher's page from nearest the day it was published.

    `published` is ISO 8601; where nobody knows the day, the list of all copies. Whether there is
    one, only that archive knows.
    Source: the Wayback Machine's addresses, /web/YYYYMMDD/ for the nearest, /web/*/ for the list.
    """
    day = published.replace("-", "") if published and "/" not in published else "*"
    return f"https://web.archive.org/web/{day}/{url}"


def publisher(url: str | None) -> str | None:
    """The address at a publisher's, where it is one that can safely be a link."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
