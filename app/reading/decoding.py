"""Turns bytes into the text that all offsets index, without repairing any of it."""

import re

from charset_normalizer import from_bytes

from app.domain.counting import counted
from app.errors import UnreadableDocument

#: How the formats that are most often taken for text begin, and what they are.
_SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"SQLite format 3": "an SQLite database",
}
_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_GUESSED_FROM = 200_000  # bytes; more tells the guesser nothing and costs it time
_MOST_CONTROLS = 0.05  # share of control characters from which on bytes are no text
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: UTF-8 read as Windows-1252: a curly mark or dash (â€™) or an accented letter (Ã©).
_MOJIBAKE = re.compile("â€[\u0080-\u009f™œ“”˜¦\u2018-\u201e]|Ã[\u00a0-\u00bf]|Â[\u00a0-\u00bf]")
#: Code pages with other accents than Windows-1252: a few names cannot tell them apart.
_LIKE_WESTERN = frozenset({"cp1250", "cp1254", "cp1257", "cp1258"})
_WORD = re.compile(rb"[A-Za-z]+")
_ENGLISH = frozenset({b"the", b"of", b"and", b"to", b"in", b"that", b"is", b"was", b"said", b"for"})
_ENGLISH_SHARE = 0.1  # of the words; English news has about a quarter, its neighbours a twentieth
#: Ł is £ in Windows-1252, ł is ³, ź is Ÿ: inside a word they show that it is not that.
_SIGN_IN_WORD = re.compile(r"[^\W\d_][\u00a1-\u00bf\u00d7\u00f7][^\W\d_]|[a-zà-ÿ][ŸŒĽŚŤŹ]")
#: Code pages of Central Europe, the more usual first.
_CENTRAL = ("cp1250", "iso8859_2")
#: Names with accents in a text of plain letters: never four such bytes in a row, as the characters
#: of East Asia are, and few of all.
_FOREIGN_RUN = re.compile(rb"[\x80-\xff]{4}")
_MOST_ACCENTS = 0.15
#: Encodings of two bytes a character, which the guesser finds in a few accents side by side.
_EAST_ASIAN = frozenset({
    "big5", "big5hkscs", "cp932", "cp949", "cp950", "euc_jis_2004", "euc_jisx0213", "euc_jp",
    "euc_kr", "gb18030", "gb2312", "gbk", "hz", "johab", "shift_jis", "shift_jis_2004",
    "shift_jisx0213",
})  # fmt: skip


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text that `content` holds, and what a curator should know about it.

    UTF-8 where it is that, else what a byte order mark says, else a guess that is named in the
    warnings. A byte order mark is no part of the text. Raises UnreadableDocument.
    """
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            raise UnreadableDocument(name, f"it is {what}, not text; save its text as a .txt file")
    if wide := _wide(content):
        raise UnreadableDocument(
            name, f"it looks like {wide} without a byte order mark; save it as UTF-8"
        )
    text, warnings = _decoded(content, name)
    check_text(text, name)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableDocument(name, "it is binary, not text; give the article as plain text")
    return text, (*warnings, *_doubts(text))


def check_text(text: str, name: str) -> None:
    """Raises UnreadableDocument for text that cannot be stored, or says nothing."""
    if "\0" in text:
        raise UnreadableDocument(name, "it holds NUL characters; remove them from the source")
    for character in text:
        if "\ud800" <= character <= "\udfff":
            raise UnreadableDocument(
                name, f"it holds half a character (\\u{ord(character):04x}); mend its escapes"
            )
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0"):
        raise UnreadableDocument(name, "no text: the file is empty or holds only blanks")


def _wide(content: bytes) -> str | None:
    # Western text in UTF-16 has a zero in every other byte.
    sample = content[:_GUESSED_FROM]
    if len(sample) < 4 or any(content.startswith(mark) for mark in _BYTE_ORDER_MARKS):
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) or min(even, odd) * 10 > len(sample):
        return None
    return "UTF-16 (little-endian)" if odd > even else "UTF-16 (big-endian)"


def _decoded(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return _decoded_as(encoding, content[len(mark) :], name), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decoded_by_guess(content, name, error.start)


def _decoded_as(encoding: str, content: bytes, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            name, f"it says it is {encoding.upper()}, but byte {error.start:,} is not; save it anew"
        ) from error


def _decoded_by_guess(content: bytes, name: str, first_bad: int) -> tuple[str, tuple[str, ...]]:
    if b"\0" in content:
        raise UnreadableDocument(name, "it is binary, not text; give the article as plain text")
    guess = _guess(content[:_GUESSED_FROM])
    problem = f"it is not UTF-8 (byte {first_bad:,})"
    if guess is None:
        raise UnreadableDocument(name, f"{problem}, nor anything known; save it as UTF-8")
    try:
        text = content.decode(guess)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            name, f"{problem}; it looks like {guess}, but is not that either; save it as UTF-8"
        ) from error
    return text, (f"{problem}; it was read as {guess}, which is a guess",)


def _guess(sample: bytes) -> str | None:
    found = from_bytes(sample)
    best = found.best()
    if best is None:
        return None
    # In English a handful of accents decides, and the guesser takes the first that will do.
    if _is_plain(sample) and (central := _central(sample)):
        return central
    if best.encoding in _EAST_ASIAN and _is_plain(sample):
        return "cp1252"
    if best.encoding in _LIKE_WESTERN and _is_english(sample):
        as_good = any(each.encoding == "cp1252" and each.chaos <= best.chaos for each in found)
        as_good = as_good or "cp1252" in best.could_be_from_charset
        if as_good and not _SIGN_IN_WORD.search(sample.decode("cp1252", "replace")):
            return "cp1252"
    return best.encoding


def _is_plain(sample: bytes) -> bool:
    accents = sum(byte > 0x7F for byte in sample)
    return accents <= _MOST_ACCENTS * len(sample) and not _FOREIGN_RUN.search(sample)


def _central(sample: bytes) -> str | None:
    """The code page of Central Europe in which no word holds a sign, if Windows-1252 has such."""
    if not _SIGN_IN_WORD.search(sample.decode("cp1252", "replace")):
        return None
    for encoding in _CENTRAL:
        text = sample.decode(encoding, "replace")
        if "\ufffd" not in text and not _SIGN_IN_WORD.search(text):
            return encoding
    return None


def _is_english(sample: bytes) -> bool:
    words = _WORD.findall(sample.lower())
    return sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words) > 0


def _doubts(text: str) -> tuple[str, ...]:
    doubts = []
    if garbled := _MOJIBAKE.findall(text):
        doubts.append(
            f"{counted(len(garbled), 'character')} {'looks' if len(garbled) == 1 else 'look'} "
            f"wrongly decoded ({garbled[0]}); kept as is"
        )
    if lost := text.count("\ufffd"):
        were = "was" if lost == 1 else "were"
        doubts.append(
            f"{counted(lost, 'character')} {were} lost in the source (\ufffd); kept as is"
        )
    return tuple(doubts)
