"""Where else a speaker is told of, and their picture."""

import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import bindparam, select

from app.archive import Archive
from app.errors import NotFound
from app.reading.profiles import PICTURES
from app.schemas import links
from app.schemas.speaker import Elsewhere, SpeakerPicture
from app.services.seed import knowledge_folder
from app.services.tables import SPEAKER
from app.storage.prepared import Prepared

_PLACES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "isni": ("ISNI", "https://isni.org/isni/{}"),
}
_TYPES = {"png": "image/png", "webp": "image/webp"}
_NAME = re.compile(r"[\w-]+\.\w+")
_PROFILE = Prepared(select(SPEAKER.c.profile).where(SPEAKER.c.slug == bindparam("slug")))


class PictureFile(NamedTuple):
    """The bytes of a picture and their media type."""

    content: bytes
    media_type: str


def elsewhere_of(profile: Mapping[str, str]) -> list[Elsewhere]:
    """The links to other records of a speaker, and to the speaker's own site."""
    found = []
    if "homepage" in profile:
        host = urlsplit(profile["homepage"]).netloc.removeprefix("www.")
        found.append(Elsewhere(name="Own site", told=host, url=profile["homepage"]))
    for key, (name, address) in _PLACES.items():
        if key in profile:
            number = profile[key]
            told = " ".join(wrap(number, 4)) if key == "isni" else number
            found.append(Elsewhere(name=name, told=told, url=address.format(number)))
    return found


def picture_of(slug: str, profile: Mapping[str, str]) -> SpeakerPicture | None:
    """The address of a speaker's picture, with its credit; None where there is none."""
    if "picture" not in profile:
        return None
    return SpeakerPicture(url=links.picture(slug), credit=profile.get("credit", ""))


def get_picture(archive: Archive, slug: str) -> PictureFile:
    """The picture of a speaker, from the folder of the archive's knowledge. One query.

    Raises NotFound where there is none, or where its file is gone.
    """
    with archive.session() as session:
        row = _PROFILE.first(session, slug=slug)
    name = row.profile.get("picture", "") if row else ""
    if not _NAME.fullmatch(name):
        raise NotFound(f"no picture of {slug} is held here")
    try:
        content = _file(archive, name).read_bytes()
    except OSError as error:
        raise NotFound(f"no picture of {slug} is held here") from error
    return PictureFile(content, _TYPES.get(name.rpartition(".")[2], "image/jpeg"))


def _file(archive: Archive, name: str) -> Path:
    return knowledge_folder(archive.settings) / PICTURES / name
