"""Permanent addresses: ten characters made from what a record is, never from where it lay."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

#: Crockford's base 32: no i, l, o or u, so that an address can be read out and typed.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

#: Ten characters are 50 bits: among a million statements two collide once in 2,000 archives,
#: and then the second takes the next free address.
LENGTH = 10

_WORD = re.compile(r"\w+")
_INSIDE_WORDS = re.compile(r"['’ʼ\u00ad]")


def words_of(text: str) -> list[str]:
    """The words of a text in one normal form: no case, marks, punctuation or line breaks.

    Apostrophes inside words and soft hyphens go, so `don't` and `don’t` are one word.
    """
    plain = _INSIDE_WORDS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return _WORD.findall(plain)


def normal_form(text: str) -> str:
    """The words of a text joined by blanks; the stripped text itself where it has no words."""
    return " ".join(words_of(text)) or text.strip()


def content_key(text: str) -> str:
    """A hash of the words of a text: equal exactly where the words are."""
    return _digest(["words", normal_form(text)]).hex()[:32]


def article_identity(text: str, url: str | None, outlet: str | None) -> str:
    """What makes an article this article: its canonical address, else its words.

    `outlet` is the one stated by the file that carried it, if any: the same report by two
    outlets is two articles. Path, order and machine play no part.
    """
    if url:
        return f"url {url}"
    return f"text {content_key(text)} {normal_form(outlet or '')}".rstrip()


def article_permalink(identity: str) -> str:
    """The permanent address of the article with this identity."""
    return encode(_digest(["article", identity]))


def statement_permalinks(
    article: str, contents: Sequence[str], taken: Callable[[str], bool]
) -> list[str]:
    """New permanent addresses for statements of one article, given their words in text order.

    `article` is the article's own permalink. The same words twice in an article are told apart
    by their number. `taken` says whether an address already stands for something else; then
    the next one is tried, so that none is ever used twice.
    """
    seen: Counter[str] = Counter()
    links: list[str] = []
    for content in contents:
        words = normal_form(content)
        seen[words] += 1
        links.append(
            _free_link(article, words, seen[words], lambda link: link in links or taken(link))
        )
    return links


def encode(digest: bytes) -> str:
    """The first ten base-32 characters of a hash."""
    number = int.from_bytes(digest[:8], "big") >> 14  # 64 bits less 14 are 50
    return "".join(ALPHABET[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def _free_link(article: str, words: str, occurrence: int, taken: Callable[[str], bool]) -> str:
    attempt = 0
    while True:
        parts = ["statement", article, words, str(occurrence)]
        link = encode(_digest(parts if not attempt else [*parts, str(attempt)]))
        if not taken(link):
            return link
        attempt += 1


def _digest(parts: Sequence[str]) -> bytes:
    # Each part is preceded by its length, so that no two lists of parts run into one.
    data = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).digest()
