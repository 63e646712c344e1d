"""The picture a link to a statement is shown with elsewhere: its words, its speaker, its day."""

import io
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from app.domain.quotations import SpeechKind
from app.resources import static_dir
from app.schemas.statement import StatementRecord

#: The size that link previews are made for, in pixels (Open Graph, 1.91 : 1).
WIDTH, HEIGHT = 1200, 630

_PAPER, _INK, _SOFT, _LINE, _ACCENT = "#fbfaf7", "#1b1a17", "#55514a", "#a49e92", "#8c2f1b"
_MARGIN, _TOP, _FOOT = 90, 74, 150
_ROOM = WIDTH - 2 * _MARGIN
_SIZES = (68, 60, 52, 46, 40, 36)
#: Longer words than these never fit; the rest is not even measured.
_MOST_LETTERS = 1200
#: A text of which more cannot be drawn with this face is not drawn at all.
_MOST_MISSING = 0.2
_MISSING = "…"
_LABELS = {SpeechKind.INDIRECT: "Paraphrase", SpeechKind.MIXED: "Partly quoted"}

# FreeType's faces are not made for two threads at once.
_lock = Lock()


class Caption(NamedTuple):
    """What a picture says: the words, how they were said, who said them, when and where."""

    words: str
    kind: SpeechKind
    who: str
    when: str
    site: str


def caption_of(one: StatementRecord, site_name: str) -> Caption:
    """The caption of a statement's picture."""
    who = one.speaker.name if one.speaker else one.speaker_description or "Speaker not known"
    office = f", {one.office}" if one.office else ""
    when = one.said_on.words if one.said_on.iso else "Date not known"
    outlet = f" · {one.outlet.name}" if one.outlet else ""
    return Caption(one.text, one.kind, f"{who}{office}", f"{when}{outlet}", site_name)


def picture(caption: Caption) -> bytes:
    """The picture as PNG, 1200 by 630 pixels; words that do not fit end in an ellipsis."""
    with _lock:
        image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
        _draw(ImageDraw.Draw(image), caption)
        out = io.BytesIO()
        # Few colours: text on paper needs no more, and a preview should be quick to fetch.
        image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(draw: ImageDraw.ImageDraw, caption: Caption) -> None:
    direct = caption.kind is SpeechKind.DIRECT
    label = _LABELS.get(caption.kind)
    top = _TOP + (46 if label else 0)
    if label:
        draw.text((_MARGIN, _TOP - 14), label, font=_font(28, 500), fill=_SOFT)
    words = drawable(caption.words[:_MOST_LETTERS])
    size, lines = _fitted(f"“{words}”" if direct else words, HEIGHT - _FOOT - top - 20)
    step = round(size * 1.27)
    if caption.kind is SpeechKind.INDIRECT:
        draw.rectangle((_MARGIN - 30, top + 8, _MARGIN - 25, top + step * len(lines)), fill=_LINE)
    font = _font(size, 430)
    for number, line in enumerate(lines):
        left = float(_MARGIN)
        if direct and number == 0:  # the mark hangs in the margin, as on the page
            left -= font.getlength("“")
            draw.text((left, top), "“", font=font, fill=_ACCENT)
            left, line = float(_MARGIN), line[1:]
        draw.text((left, top + number * step), line, font=font, fill=_INK)
    foot = HEIGHT - _FOOT
    draw.text((_MARGIN, foot), _cut(drawable(caption.who), 34, 650), font=_font(34, 650), fill=_INK)
    name, site = _font(28, 650), drawable(caption.site)[:30]
    right = WIDTH - _MARGIN - name.getlength(site)
    when = _cut(drawable(caption.when), 28, 420, width=right - _MARGIN - 30)
    draw.text((_MARGIN, foot + 48), when, font=_font(28, 420), fill=_SOFT)
    draw.text((right, foot + 48), site, font=name, fill=_ACCENT)


def drawable(text: str) -> str:
    """`text` on one line with an ellipsis for each run of letters that the face does not hold.

    A text in another script is left out whole: half of one would be read as something else.
    """
    line = " ".join(text.split())
    missing = {letter for letter in set(line) if not letter.isascii() and not _held(letter)}
    missing |= {letter for letter in set(line) if ord(letter) < 32 or ord(letter) == 127}
    if not missing:
        return line
    if sum(letter in missing for letter in line) > _MOST_MISSING * len(line):
        return _MISSING
    kept: list[str] = []
    for letter in line:
        if letter not in missing:
            kept.append(letter)
        elif not kept or kept[-1] != _MISSING:
            kept.append(_MISSING)
    return "".join(kept)


@lru_cache(maxsize=4096)
def _held(letter: str) -> bool:
    """Whether the face has a shape of its own for a letter."""
    font = _font(36, 430)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def _fitted(text: str, height: int) -> tuple[int, Sequence[str]]:
    """The largest size at which the words fit, and their lines; cut at the smallest."""
    for size in _SIZES:
        room = int(height // (size * 1.27))
        lines = _lines(text, size, room + 1)
        if len(lines) <= room:
            return size, lines
    shown = lines[:room]
    closing = "”" if text.startswith("“") else ""
    shown[-1] = _cut(f"{shown[-1]} …{closing}", size, 430, f"…{closing}")
    return size, shown


def _lines(text: str, size: int, most: int) -> list[str]:
    """`text` in lines that fit the picture's width, `most` of them at most."""
    font, width = _font(size, 430), _ROOM
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word if font.getlength(word) <= width else _cut(word, size, 430)
        if len(lines) == most:
            return lines
    return [*lines, line]


def _cut(text: str, size: int, weight: int, end: str = "…", width: float = _ROOM) -> str:
    """`text`, with its end left out where it is wider than there is room."""
    font = _font(size, weight)
    if font.getlength(text) <= width:
        return text
    text = text.removesuffix(f" {end}")
    while text and font.getlength(f"{text}{end}") > width:
        text = text[:-1]
    return f"{text.rstrip()}{end}"


@lru_cache(maxsize=32)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The text face at one size, in pixels, and weight."""
    font = ImageFont.truetype(static_dir() / "source-serif-4.woff2", size)
    font.set_variation_by_axes([weight])
    return font
