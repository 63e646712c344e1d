"""Cutting paragraphs into the reporter's sentences."""

import pytest

from app.domain.spans import Span
from app.extraction.frames import find_frames
from app.extraction.quote_marks import find_quotes


def _frames(text: str) -> list[str]:
    paragraph = Span(0, len(text))
    found = find_frames(text, [paragraph], find_quotes(text, [paragraph]))
    return [frame.span.of(text) for frame in found]


@pytest.mark.parametrize(
    "sentences",
    [
        ["“It is late. We go,” she said.", "“No more.”", "Then she left."],
        ["“Why now?” Smith asked.", "Nobody knew."],
        ["“Why now?” he asked.", "Sen. Jane Roe (R-Tex.) left the U.S. on Monday."],
        ["He lives in the U.S.", "The law is old."],
        ["“Why now?” Mrs. Smith asked.", "Nobody knew."],
        ["“Why now?” Smith told the Daily News on Monday.", "Nobody knew."],
        ["“Why now?” Smith asked reporters during a rally.", "Nobody knew."],
        ["“Why now?”", "Smith said the bridge was late."],
        ["“It is over.” Smith said.", "“Good.”", "But the crowd said nothing."],
    ],
)
def test_a_quotation_stays_whole_with_its_cue(sentences):
    assert _frames(" ".join(sentences)) == sentences


def test_a_bare_quotation_is_told_from_one_with_words_around_it():
    text = "“No more of it.” “Not now,” she said."
    paragraph = Span(0, len(text))
    bare, tagged = find_frames(text, [paragraph], find_quotes(text, [paragraph]))
    assert bare.is_bare(text)
    assert not tagged.is_bare(text)


def test_no_frame_holds_more_quotations_than_a_sentence_can():
    text = 'and "a b c d" ' * 500
    paragraph = Span(0, len(text))
    frames = find_frames(text, [paragraph], find_quotes(text, [paragraph]))
    assert max(len(frame.quotes) for frame in frames) <= 31
    assert sum(len(frame.quotes) for frame in frames) == 500


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“Why do you stay?” Roe asked the voters of the town. “What is it about?”", 2),
        ("“Who knows?” Roe told the Northern station in a talk aired on Monday.", 1),
        ("“I love the port!”Former mayor Jane Roe took it up.", 2),
        ("It is late, said Roe, editor of Town.com. “You have a point,” she said.", 2),
        ("“How do we win?” Jane Roe, the chair for the northern district, said of the day.", 1),
    ],
)
def test_a_tag_stays_with_its_quotation_and_the_next_sentence_does_not(
    text: str, count: int
) -> None:
    assert len(_frames(text)) == count, _frames(text)
