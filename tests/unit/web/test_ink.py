from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.quotations import SpeechKind
from app.schemas.statement import PieceShown
from app.web.ink import quoted_spans, runs


def pieces(*texts: tuple[str, bool]) -> list[PieceShown]:
    return [PieceShown(text=text, matched=matched) for text, matched in texts]


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(text)]


def test_words_between_marks_are_the_speakers_in_every_style_of_mark():
    assert quoted('the plan "a waste" now') == ['"a waste"']
    assert quoted("the plan “a waste” now") == ["“a waste”"]
    assert quoted("the plan ‘a waste’ now") == ["‘a waste’"]
    assert quoted('opened " and closed ” here') == ['" and closed ”']


def test_apostrophes_open_and_close_nothing():
    assert quoted("Russia’s ‘own’ plan and the UK’s") == ["‘own’"]
    assert quoted("we don’t") == []


def test_mark_that_is_never_closed_holds_the_rest():
    assert quoted("the plan “a waste") == ["“a waste"]


def test_only_mixed_speech_has_the_reporters_words_set_apart():
    given_pieces = pieces(('the "plan" now', False))

    assert [run.quoted for run in runs(given_pieces, SpeechKind.MIXED)] == [False, True, False]
    assert [run.quoted for run in runs(given_pieces, SpeechKind.DIRECT)] == [True]
    assert [run.quoted for run in runs(given_pieces, SpeechKind.INDIRECT)] == [False]


def test_extract_of_a_long_statement_holds_its_first_match_and_whole_words():
    before, after = "word " * 200, " more" * 200
    cut = runs(pieces((before, False), ("harbour", True), (after, False)), SpeechKind.DIRECT, 300)
    text = "".join(run.text for run in cut)

    assert "harbour" in text
    assert text.startswith("… word")
    assert text.endswith("more …")
    assert 200 < len(text) < 340


def test_extract_shows_the_sentence_with_the_match_whole():
    sentence = "Gen. Oke of the U.S. fleet holds that the harbour, as it was, must stay public."
    before, after = "Words went on and on. " * 30, " More of them came then." * 30
    first, last = sentence.split("must")
    shown = pieces((before + first, False), ("must", True), (last + after, False))

    text = "".join(run.text for run in runs(shown, SpeechKind.DIRECT, 300))

    assert text.startswith(f"… {sentence} More of them came then.")
    assert text.endswith("then. …")
    assert len(text) < 310


def test_statement_a_little_longer_than_the_limit_is_shown_whole():
    text = "word " * 70

    assert "".join(run.text for run in runs(pieces((text, False)), SpeechKind.DIRECT, 300)) == text


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.tuples(st.text("ab \"'“”‘’é", max_size=20), st.booleans()), max_size=6))
def test_runs_lose_no_character(parts):
    shown = pieces(*parts)
    text = "".join(piece.text for piece in shown)

    for kind in SpeechKind:
        assert "".join(run.text for run in runs(shown, kind)) == text


@settings(deadline=None)  # a busy machine is no fault
@given(st.text("ab \n", max_size=400), st.text("ab ", max_size=30), st.integers(1, 200))
def test_extract_is_a_run_of_the_text(text, match, limit):
    cut = runs(pieces((text, False), (match, True), (text, False)), SpeechKind.DIRECT, limit)
    shown = "".join(run.text for run in cut).removeprefix("… ").removesuffix(" …")

    assert shown in text + match + text
