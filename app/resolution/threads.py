"""The thread of a report: what its telling has come to where words are told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.dates import DateFinding, PartialDate
from app.domain.documents import ParsedArticle
from app.domain.quotations import Extraction
from app.resolution.event_drafts import Draft
from app.resolution.moments import Moment, moments_of
from app.resolution.occasions import Circumstances
from app.resolution.turns import Outside

NEAR = 3  # paragraphs from a sentence that sets a time to words told in it
HEAD = 4  # the last paragraph in which words tell what the headline is about
_PRONOUN = re.compile(r"\W*(?:Later,? |There,? |Then )?(?:He|She|he|she)\b")


@dataclass(frozen=True, slots=True)
class Thread:
    """An article's words and the moments between them.

    `found` are the circumstances of its quotations, of which `nested` are those that another
    speaker tells; `printed` is the day of the report that `published` finds.
    """

    article: ParsedArticle
    found: Sequence[Circumstances]
    nested: Sequence[bool]
    outside: Outside
    moments: Sequence[Moment]
    published: DateFinding
    printed: PartialDate
    #: By speaker, the number of the last words whose occasion is known.
    last: dict[str, int] = field(default_factory=dict)

    def names(self, moment: Moment, one: Circumstances) -> bool:
        """Whether a sentence is about the speaker, by name or by a pronoun after their words."""
        if one.called and re.search(rf"\b{re.escape(one.called)}\b", moment.told):
            return True
        if not one.key or not _PRONOUN.match(moment.told):
            return False
        told = [
            other
            for other in self.found
            if other.frame.paragraph >= 0 and other.frame.sentence.end <= moment.sentence.start
        ]
        return bool(told) and told[-1].key == one.key

    def before(self, index: int) -> tuple[int, Circumstances] | None:
        """The last words of the same speaker whose occasion is known, and their number."""
        key = self.found[index].key
        at = self.last.get(key) if key else None
        return None if at is None else (at, self.found[at])

    def note(self, index: int, *, known: bool) -> None:
        """Remembers words whose occasion is known; those of an unknown one of their own end it."""
        one = self.found[index]
        if one.key is None or one.frame.paragraph < 0 or one.aside or one.of_earlier:
            return
        if known:
            self.last[one.key] = index
        elif is_elsewhere(one):
            self.last.pop(one.key, None)


def thread_of(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    found: Sequence[Circumstances],
    drafts: Sequence[Draft],
    published: DateFinding,
) -> Thread | None:
    """The thread of an article; None where the day of the report is not known."""
    if published.date is None:
        return None
    nested = [quotation.nested_in is not None for quotation in extraction.quotations]
    outside = Outside(article.text, sorted(s for q in extraction.quotations for s in q.content))
    moments = moments_of(article, number, outside, drafts, published)
    return Thread(article, found, nested, outside, moments, published, published.date)


def is_elsewhere(one: Circumstances) -> bool:
    """Whether a sentence tells that its words were said at a time or in a way of their own."""
    return one.elsewhere or one.given_out or one.own or one.via is not None
