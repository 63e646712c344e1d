"""Where else a speaker is told of, and their picture, as knowledge files name them."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from app.domain.gazetteer import Profile
from app.reading.yaml_entries import Entry

PROFILE_KEYS = frozenset({"wikidata", "isni", "viaf", "homepage", "picture", "credit"})

#: The folder of pictures, beside the knowledge files.
PICTURES = "pictures"

#: Bytes of a picture: a page with all it needs is sent in 150 kB.
LARGEST_PICTURE = 60_000

_SHAPES = {
    "wikidata": (re.compile(r"Q[1-9]\d{0,11}"), "is no Wikidata number; write Q and digits"),
    "isni": (re.compile(r"\d{15}[\dX]"), "is no ISNI; write its sixteen digits"),
    "viaf": (re.compile(r"[1-9]\d{0,21}"), "is no VIAF number; write its digits"),
    "picture": (
        re.compile(r"[\w-]+\.(?:jpe?g|png|webp)"),
        "is no picture here; write the name of a .jpg, .png or .webp file",
    ),
}


def read_profile(entry: Entry, folder: Path) -> Profile:
    """The profile of a speaker's entry; whatever is wrong in it is noted and left out.

    A picture has to lie in `folder`/pictures and to be credited.
    """
    told = {key: entry.text(key) for key in PROFILE_KEYS}
    if told["isni"]:
        told["isni"] = re.sub(r"[\s-]", "", told["isni"])
    for key, (shape, problem) in _SHAPES.items():
        value = told[key]
        if value is not None and not shape.fullmatch(value):
            entry.problems.add(entry.where(key), f'"{value}" {problem}')
            told[key] = None
    if told["homepage"] and not _is_address(told["homepage"]):
        entry.problems.add(entry.where("homepage"), "is no address; begin with https://")
        told["homepage"] = None
    if told["picture"]:
        wrong = _picture_problem(folder / PICTURES / told["picture"])
        if wrong is None and not told["credit"]:
            wrong = 'has no "credit"; say who made it and under which licence'
        if wrong:
            entry.problems.add(entry.where("picture"), f'"{told["picture"]}" {wrong}')
            told["picture"] = None
    return Profile(**told)


def outside_ids(told: Mapping[str, str]) -> Profile:
    """The profile that identifiers by scheme make; those of other schemes or shapes are left out.

    `told` is by the scheme's name in small letters: "wikidata", "isni", "viaf".
    """
    known = {key: told[key].replace(" ", "") for key in ("wikidata", "isni", "viaf") if key in told}
    return Profile(**{key: one for key, one in known.items() if _SHAPES[key][0].fullmatch(one)})


def _is_address(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _picture_problem(path: Path) -> str | None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(12)
    except OSError:
        return f"is not in the folder {PICTURES} beside the knowledge files; put it there"
    if size > LARGEST_PICTURE:
        return f"has {size:,} bytes; {LARGEST_PICTURE:,} are the most, so make it smaller"
    is_webp = start.startswith(b"RIFF") and start.endswith(b"WEBP")
    if not (start.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or is_webp):
        return "is neither JPEG nor PNG nor WebP; save it as one of them"
    return None
