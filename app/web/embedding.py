"""How a statement is shown on other sites: the frame, its size, and the card of a link."""

from urllib.parse import urlsplit

from markupsafe import Markup

from app.errors import NotFound
from app.schemas.embed import OEmbed
from app.schemas.statement import StatementRecord
from app.web import picture
from app.web.templating import Site

#: The width of a frame, in pixels, where its site names none, and the least there can be.
WIDTH, _LEAST = 600, 260
_DAY = 86_400
#: Pixels: of a letter and a line of the words, and of all that stands around them.
_LETTER, _LINE, _AROUND = 9.6, 30, 170
_HIGHEST = 700


def height_of(one: StatementRecord, width: int) -> int:
    """How high a frame must be to show a statement without scrolling, as near as can be told."""
    letters = max(12, (width - 60) / _LETTER)
    lines = -(-len(one.text) // int(letters))
    return min(_HIGHEST, _AROUND + (lines + 1) * _LINE)


def frame_of(site: Site, one: StatementRecord, width: int = WIDTH, height: int = 0) -> str:
    """The markup that shows a statement on another site."""
    markup = Markup(
        '<iframe src="{}/embed" width="{}" height="{}" title="{}" loading="lazy"'
        ' style="border:0;max-width:100%"></iframe>'
    )
    title = f"A statement kept by {site.settings.site_name}"
    return str(markup.format(one.canonical, width, height or height_of(one, width), title))


def oembed_of(site: Site, one: StatementRecord, most_wide: int, most_high: int) -> OEmbed:
    """What a site is told that asks how to show a statement, within the size it allows."""
    width = max(_LEAST, min(WIDTH, most_wide))
    height = min(height_of(one, width), most_high)
    who = one.speaker.name if one.speaker else one.speaker_description or "Speaker not known"
    return OEmbed(
        title=f"{who}, {one.when}",
        author_name=who,
        author_url=site.absolute(one.speaker.url) if one.speaker else None,
        provider_name=site.settings.site_name,
        provider_url=site.absolute("/"),
        cache_age=_DAY,
        html=frame_of(site, one, width, height),
        width=width,
        height=height,
        thumbnail_url=f"{one.canonical}/card.png",
        thumbnail_width=picture.WIDTH,
        thumbnail_height=picture.HEIGHT,
    )


def permalink_in(site: Site, url: str) -> str:
    """The permalink of the statement whose page lives at `url`; NotFound where it is none of ours.

    Whatever readable words follow the permalink, and a query, do not count.
    """
    asked, own = urlsplit(url), urlsplit(site.absolute("/"))
    parts = asked.path.removeprefix(own.path).split("/")
    if asked.netloc != own.netloc or len(parts) < 2 or parts[0] != "statements" or not parts[1]:
        raise NotFound(
            f"only statements of {own.netloc} can be shown elsewhere; give their address"
        )
    return parts[1]
