"""Whatever the words and marks, every span found is whole, in order and inside its article."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.documents import ParsedArticle
from app.domain.spans import Span
from app.extraction.pipeline import extract

_WHO = ["Jane Roe", "the mayor", "he", "Opposition councillor Zuzana Bajgarova", "The council"]
_CUE = ["said", "called the plan", "said that", "told the Herald", "asked", "warned of", "and said"]
_WHAT = [
    '"a promise without a crown behind it"',
    '"We will see,"',
    "“no one asked us”",
    "it would go",
]
_GLUE = [" ", ", ", " and said she would vote against it. ", ". ", " — ", "; ", " (AP, July 4). "]

PIECES = st.lists(
    st.tuples(*(st.sampled_from(words) for words in (_WHO, _CUE, _WHAT, _GLUE))),
    min_size=1,
    max_size=3,
)


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_spans_are_never_empty_never_cross_and_stay_inside(pieces):
    text = "".join(f"{who} {cue} {what}{glue}" for who, cue, what, glue in pieces).strip()
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    for quotation in extract(article).quotations:
        for spans in (quotation.content, quotation.cue, quotation.source):
            assert all(0 <= span.start < span.end <= len(text) for span in spans), text
        ends = [span.end for span in quotation.content]
        assert all(e <= n.start for e, n in zip(ends, quotation.content[1:], strict=False)), text


def test_a_quotation_behind_the_cue_does_not_move_the_words_before_it():
    text = (
        "Just to give you the tenor of the interview, Ruiz went on to promote “The Village Cook,” "
        "note that she had just bought the old mill in Lisbon, and boast about her recently opened "
        "club and spa in Porto — “which is a lovely area.”"
    )
    article = ParsedArticle(text, Span(0, len(text)), (Span(0, len(text)),))
    spans = [span for quotation in extract(article).quotations for span in quotation.content]
    assert spans
    assert all(span.start < span.end for span in spans)
