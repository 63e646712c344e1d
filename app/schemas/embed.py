"""A statement as other sites show it (oEmbed 1.0, oembed.com)."""

from app.schemas.base import Shown


class OEmbed(Shown):
    """What a site needs to show a statement in a frame; sizes in pixels."""

    version: str = "1.0"
    type: str = "rich"
    title: str
    author_name: str
    author_url: str | None
    provider_name: str
    provider_url: str
    cache_age: int  # seconds
    html: str
    width: int
    height: int
    thumbnail_url: str
    thumbnail_width: int
    thumbnail_height: int
