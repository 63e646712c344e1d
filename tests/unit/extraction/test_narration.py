"""What is the narrator's own and what somebody else's words."""

from app.domain.spans import Span
from app.extraction.narration import Narration, narrate
from app.extraction.syntax import analyse
from tests.unit.extraction.telling import article

TEXT = (
    "Pedro Almeida came.\n“It rained. It poured,” he said. Then he left.\n“And it snowed.”\n"
    "Maria sat."
)


def narration(level: str = "rules") -> Narration:
    return narrate(analyse(article(TEXT), level), [])


def test_words_in_quotation_marks_are_not_narration():
    told = narration()

    assert told.is_quoted(TEXT.index("It poured"))
    assert not told.is_quoted(TEXT.index("he said"))


def test_a_quotation_does_not_count_as_a_sentence_of_the_narrator():
    told = narration()

    assert told.clock_at(TEXT.index("he said")) == told.clock_at(TEXT.index("Pedro")) + 1
    assert told.clock_at(TEXT.index("Maria")) == told.clock_at(TEXT.index("Then")) + 1


def test_the_subject_of_a_sentence_outranks_what_follows_a_preposition():
    text = "Pedro Almeida sat with Maria Costa."
    for level in ("rules", "sm"):
        told = narrate(analyse(article(text), level), [])
        subject, other = (
            told.subjecthood(Span(start, start + 12))
            for start in (text.index("Pedro"), text.index("Maria"))
        )
        assert subject > other


def test_somebody_is_asked_behind_the_verb_of_asking():
    text = "Pedro asked Mayor Costa a question."
    told = narrate(analyse(article(text), "rules"), [])

    assert told.is_asked(Span(text.index("Costa"), text.index("Costa") + 5))
    assert not told.is_asked(Span(0, 5))
