"""Was this ever said? Asked of a small archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.verdicts import Verdict
from app.services.check import MOST_PASSAGES, check_draft, check_quote
from app.services.draft_passages import Passage
from tests.factories import Shelf

WALL = "the harbour wall must not be sold to anybody before the ferries have been paid for"
GULLS = "nobody in this town has ever asked the gulls about the price of fish"
TEXT = (
    f"Harbour to stay open\nAna Ruiz said {WALL}. The lighthouse keeper waved twice.\n"
    f"Ben Oke said {GULLS}.\n"
)


@pytest.fixture
def archive(tmp_path: Path):
    """One article, two speakers, one statement of each."""
    shelf = Shelf(tmp_path / "data")
    article = shelf.article(TEXT)
    shelf.statement(article, WALL, speaker=shelf.speaker("Ana Ruiz", aliases=["Anita Ruiz"]))
    shelf.statement(article, GULLS, speaker=shelf.speaker("Ben Oke"))
    return shelf.archive()


@pytest.mark.parametrize(
    ("quote", "speaker", "expected"),
    [
        ("“the harbour wall must not be sold”", None, Verdict.EXACT),
        ("the harbour wall must not be sold", "Ruiz", Verdict.EXACT),
        ("the harbour wall must not be sold", "Anita Ruiz", Verdict.EXACT),
        ("the harbour wall must not be sold", "ana-ruiz", Verdict.EXACT),
        ("the harbor wall must not be sold", "Ruiz", Verdict.SMALL),
        ("the harbour wall must be sold to anybody", None, Verdict.SMALL),
        (
            "the harbour wall must not be sold before the ferries have been paid",
            None,
            Verdict.SMALL,
        ),
        ("the harbour wall must not … have been paid for", None, Verdict.LEFT_OUT),
        ("the harbour wall must not be sold", "Ben Oke", Verdict.SOMEONE_ELSE),
        ("the harbour wall will be painted green", None, Verdict.NOT_FOUND),
        ("gulls", None, Verdict.EXACT),
        ("", None, Verdict.NOT_FOUND),
        ("*" * 5000, None, Verdict.NOT_FOUND),
        ("speaker:ruiz OR NOT (", None, Verdict.NOT_FOUND),
    ],
)
def test_each_quotation_gets_its_verdict(archive, quote, speaker, expected):
    assert check_quote(archive, quote, speaker).verdict is expected


@pytest.mark.parametrize(
    ("quote", "said", "expected"),
    [
        ("We won't attack Russia", "We will not attack Russia", Verdict.SMALL),
        ("We will not attack Russia", "We won’t attack Russia", Verdict.SMALL),
        ("We can't attack Russia", "We cannot attack Russia", Verdict.SMALL),
        ("They shan't attack Russia", "They shall not attack Russia", Verdict.SMALL),
        ("They don't attack Russia", "They do not attack Russia", Verdict.SMALL),
    ],
)
def test_a_contracted_not_is_a_small_difference_that_turns_nothing(tmp_path, quote, said, expected):
    shelf = Shelf(tmp_path / "data")
    shelf.statement(shelf.article(f"Title\n{said}."), f"{said}.", speaker=shelf.speaker("Ana Ruiz"))

    check = check_quote(shelf.archive(), quote)

    assert check.verdict is expected
    assert [one.alters_meaning for one in check.differences] == [False]


def test_a_contraction_of_another_verb_is_no_spelling(tmp_path):
    shelf = Shelf(tmp_path / "data")
    said = "We will not attack Russia with these missiles of ours."
    shelf.statement(shelf.article(f"Title\n{said}"), said, speaker=shelf.speaker("Ana Ruiz"))

    check = check_quote(shelf.archive(), "We can't attack Russia with these missiles of ours")

    assert any(one.alters_meaning for one in check.differences)


def test_the_statement_is_named_with_its_differences(archive):
    check = check_quote(archive, "the harbour wall must be sold to anybody")

    assert check.statement is not None
    assert check.statement.speaker == "Ana Ruiz"
    assert check.statement.text == WALL
    assert [(one.printed, one.alters_meaning) for one in check.differences] == [("not", True)]
    assert [run.same for run in check.aligned] == [True, False, True]


def test_two_statements_joined_are_both_named(archive):
    check = check_quote(
        archive, "the harbour wall must not be sold has ever asked the gulls about the price"
    )

    assert check.verdict is Verdict.LEFT_OUT
    assert check.statement is not None
    assert check.other is not None
    assert {check.statement.speaker, check.other.speaker} == {"Ana Ruiz", "Ben Oke"}


def test_words_outside_any_statement_are_named_with_their_passage(archive):
    check = check_quote(archive, "the lighthouse keeper waved twice")

    assert check.verdict is Verdict.NOT_FOUND
    assert "outside any statement" in check.coverage
    assert "lighthouse keeper waved twice" in check.coverage


def test_not_found_says_what_was_searched(archive):
    check = check_quote(archive, "we shall build a bridge to the moon", "Ben Oke")

    assert "2 statements" in check.coverage
    assert "Ben Oke" in check.coverage


def test_every_quoted_passage_of_a_draft_is_checked(archive):
    words = " ".join(GULLS.split()[:9])
    draft = f'She said “{WALL}”, and he "{words}". «Words of a third person here» “Yes.”'

    checks = check_draft(archive, draft).checks

    assert [check.verdict for check in checks] == [
        Verdict.EXACT,
        Verdict.EXACT,
        Verdict.NOT_FOUND,
    ]


@pytest.mark.parametrize(
    ("draft", "named", "expected"),
    [
        ("Ben Oke said: “{}”.", "Ben Oke", Verdict.SOMEONE_ELSE),
        ("“{},” Ben Oke said.", "Ben Oke", Verdict.SOMEONE_ELSE),
        ("Ben Oke came home.\n“{},” said Ben Oke, the mayor.", "Ben Oke", Verdict.SOMEONE_ELSE),
        ("“{},” Ana Ruiz said.", "Ana Ruiz", Verdict.EXACT),
        ("Ana Ruiz spoke to us. “{},” she said.", "Ana Ruiz", Verdict.EXACT),
        ("“{},” a fisherman said.", None, Verdict.EXACT),
        ("“{}”", None, Verdict.EXACT),
    ],
)
def test_a_draft_is_read_for_who_it_says_spoke(archive, draft, named, expected):
    (check,) = check_draft(archive, draft.format(WALL)).checks

    assert (check.named, check.verdict) == (named, expected)


def test_a_draft_without_quotations_says_so(archive):
    checked = check_draft(archive, "Nothing is quoted here.")

    assert checked.checks == []
    assert checked.notes


def test_the_database_answers_while_the_index_is_away(tmp_path):
    shelf = Shelf(tmp_path / "data")
    shelf.statement(shelf.article(TEXT), WALL, speaker=shelf.speaker())

    assert check_quote(shelf.archive(index=False), WALL).verdict is Verdict.EXACT


def test_a_sentence_broken_by_its_attribution_is_one_passage_where_it_is_found_as_one(archive):
    broken = "“The harbour wall,” Ana Ruiz said, “must not be sold to anybody.”"
    apart = "“The harbour wall must not be,” Ana Ruiz said, “before the ferries have been paid.”"

    (whole,) = check_draft(archive, broken).checks
    halves = check_draft(archive, apart).checks

    assert (whole.verdict, whole.named) == (Verdict.EXACT, "Ana Ruiz")
    assert [check.verdict for check in halves] == [Verdict.EXACT, Verdict.EXACT]
    assert {check.named for check in halves} == {"Ana Ruiz"}
    assert [["left out between" in note for note in check.notes] for check in halves] == [
        [],
        [True],
    ]


def test_passages_too_short_to_be_checked_are_named(archive):
    checked = check_draft(archive, f"He called it “the wall” and said “{WALL}”.")

    assert len(checked.checks) == 1
    assert checked.notes == ["Too short to be checked (fewer than 3 words): “the wall”."]


def test_a_quotation_that_is_only_partly_on_record_is_not_found_but_its_part_is_shown(archive):
    check = check_quote(
        archive, "They lied to us for years and the harbour wall must not be sold to anybody"
    )

    assert check.verdict is Verdict.NOT_FOUND
    assert check.statement is None
    assert check.part is not None
    assert check.part.words == "the harbour wall must not be sold to anybody"
    assert check.part.card.text == WALL


def test_whoever_quotes_a_paraphrase_as_speech_is_told(tmp_path):
    shelf = Shelf(tmp_path / "data")
    said = 'that the mayor was "no friend of the gulls" in his youth'
    text = f"Title\nAna Ruiz said {WALL}. Ben Oke said {said}."
    shelf.statement(shelf.article(text), WALL, kind="indirect", speaker=shelf.speaker("Ana Ruiz"))
    shelf.statement(shelf.article(f"{text} "), said, kind="mixed", speaker=shelf.speaker("Ben Oke"))
    archive = shelf.archive()

    [paraphrase] = check_quote(archive, WALL).notes
    [part] = check_quote(archive, "the mayor was no friend of the gulls").notes

    assert "paraphrase" in paraphrase
    assert part.startswith("Not all of these words stand in quotation marks")
    assert check_quote(archive, "no friend of the gulls").notes == []


def test_it_is_said_whose_a_shortened_quotation_is(archive):
    check = check_quote(archive, "the harbour wall … before the ferries have been paid", "Ben Oke")

    assert check.verdict is Verdict.LEFT_OUT
    assert "Here it is on record as said by Ana Ruiz." in check.notes


def test_coverage_counts_what_is_held_of_the_speaker_named(archive):
    check = check_quote(archive, "we shall build a bridge to the moon", "Anita Ruiz")

    assert "1 of them are by Ana Ruiz" not in check.coverage
    assert "one of them is by Ana Ruiz" in check.coverage


def test_both_sides_are_shown_with_their_marks_up_to_where_the_words_end(tmp_path):
    shelf = Shelf(tmp_path / "data")
    first, second = "We sell the S-400, not the S-300", "and nobody else does"
    article = shelf.article(f'Title\n"{first}," she said, "{second}."')
    shelf.statement(article, first, second, speaker=shelf.speaker("Ana Ruiz"))

    runs = check_quote(shelf.archive(), "We sell the S-500, not the S-300").aligned

    assert "".join(run.quoted for run in runs) == "We sell the S-500, not the S-300"
    assert "".join(run.printed for run in runs) == first


def test_a_quotation_wrapped_over_lines_is_checked_whole(archive):
    draft = f"Ana Ruiz said: “{WALL[:31]}\r\n{WALL[32:60]}\nand painted green by pirates.”"

    (check,) = check_draft(archive, draft).checks

    assert check.quote.endswith("painted green by pirates.")
    assert check.verdict is Verdict.NOT_FOUND


def test_no_passage_of_a_long_draft_is_laid_beside_the_others(archive, monkeypatch):
    compared = []
    monkeypatch.setattr(Passage, "__eq__", lambda *both: compared.append(both) is None)

    checked = check_draft(archive, "“Yes, we ” " * 500 + "“Yes, we, we ”")

    assert (len(checked.checks), compared) == (1, [])


def test_a_passage_of_many_parts_takes_no_more_checks_than_a_draft_may(archive):
    checked = check_draft(archive, "“Pirates stole it,” he said, " * 150 + "“at noon of that day.”")

    assert len(checked.checks) == MOST_PASSAGES
