"""What one version of a statement changed of the version before: its words and its facts."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from app.schemas.statement import FactChanged, Version, WordRun

#: Longer texts are told as changed as a whole: comparing them word by word takes seconds.
_MOST_WORDS = 3_000
_KINDS = {"direct": "direct quotation", "mixed": "partly quoted", "indirect": "paraphrase"}
_NOBODY, _NOTHING = "not known", "none"


def compared(version: Version, before: Version) -> Version:
    """`version` with what differs in it from the version before."""
    return version.model_copy(
        update={
            "words": list(words_changed(before.text, version.text)),
            "changed": list(facts_changed(before, version)),
        }
    )


def words_changed(was: str, now: str) -> Iterator[WordRun]:
    """Both texts in one, in runs that stand in both, in the first alone or in the second alone.

    The runs that are not gone hold the words of `now`, those that are not new the words of `was`;
    each ends with a space. Nothing where no word differs.
    """
    old, new = was.split(), now.split()
    if old == new:
        return
    if len(old) + len(new) > _MOST_WORDS:
        yield from (_run(old, "gone"), _run(new, "new"))
        return
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield _run(new[k:m], "same")
            continue
        if i < j:
            yield _run(old[i:j], "gone")
        if k < m:
            yield _run(new[k:m], "new")


def _run(words: list[str], how: str) -> WordRun:
    return WordRun(text=" ".join(words) + " ", how=how)


def facts_changed(before: Version, after: Version) -> Iterator[FactChanged]:
    """The facts that differ, in the order a statement's page shows them."""
    for what, was, now in zip(_FACTS, _facts(before), _facts(after), strict=True):
        if was != now:
            yield FactChanged(what=what, was=was, now=now)


_FACTS = ("Kind", "Speaker", "Office", "Date", "Place", "Event")


def _facts(version: Version) -> tuple[str, ...]:
    named = version.speaker.name if version.speaker else version.speaker_printed
    date = version.said_on.words
    if version.said_on.iso and version.said_on.basis == "inferred":
        date += " (inferred)"
    return (
        _KINDS[version.kind],
        named or _NOBODY,
        version.office or _NOTHING,
        date,
        version.place or _NOBODY,
        version.event or _NOTHING,
    )
