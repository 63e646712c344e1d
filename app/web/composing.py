"""A query in the language of the search box, put together from the boxes of a form."""

import re
from collections.abc import Iterator, Mapping

#: Boxes whose words name somebody or something: each becomes a field of the query.
NAMED = ("speaker", "outlet", "place")

#: Characters of a box that are read.
_LONGEST = 500
_MEANT = re.compile(r"[\"“”„()\[\]]")


def composed(boxes: Mapping[str, str]) -> str:
    """What a reader could have typed in the search box for these boxes.

    `all`, `phrase`, `any` and `none` hold words; `speaker`, `outlet` and `place` hold names.
    Signs of the language are taken away where they would break it.
    """
    return " ".join(_parts({name: box[:_LONGEST] for name, box in boxes.items()}))


def _parts(boxes: Mapping[str, str]) -> Iterator[str]:
    if words := boxes.get("all", "").strip():
        yield words
    if phrase := _plain(boxes.get("phrase", "")):
        yield f'"{phrase}"'
    either = _plain(boxes.get("any", "")).split()
    if len(either) > 1:
        yield f"({' OR '.join(either)})"
    else:
        yield from either
    yield from (f"-{word.lstrip('-')}" for word in _plain(boxes.get("none", "")).split())
    for name in NAMED:
        if value := _plain(boxes.get(name, "")):
            yield f'{name}:"{value}"'


def _plain(text: str) -> str:
    return " ".join(_MEANT.sub(" ", text).split())
