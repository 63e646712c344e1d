"""The scorer counts what it says it counts."""

import copy

import pytest

from tests.quality.figures import Figure, shown
from tests.quality.matching import match
from tests.quality.naming import same_name, score_naming
from tests.quality.polnear import calibration_error
from tests.quality.records import golden_files, text_of
from tests.quality.report import Row
from tests.quality.scoring import ORDER, accepted, score_document, total

TEXT = 'Ana Ruiz said "the harbour stays public" and "so does the pier". Tom Hale agreed to pay.'


def statement(words, speaker="Ana Ruiz", kind="direct", **more):
    start = TEXT.index(words)
    return {
        "id": words[:8],
        "kind": kind,
        "core": True,
        "content": [[start, start + len(words)]],
        "speaker": speaker,
        "text": words,
        **more,
    }


def as_printed(golden):
    """A golden file as a program that makes no mistake would print it."""
    record = copy.deepcopy(golden)
    record["events"] = [one for one in record["events"] if one["core"]]
    record["positions"] = [one for one in record["positions"] if one["core"]]
    return record


def document(statements, **more):
    article = {"span": [0, len(TEXT)], "headline": None, "outlet": None, "byline": None}
    article |= {"published": None, "published_basis": "unknown"}
    record = {"articles": [article], "statements": statements, "events": [], "positions": []}
    return record | more


@pytest.mark.parametrize("golden", golden_files(), ids=lambda one: one["document"][:3])
def test_a_perfect_answer_scores_a_hundred_everywhere(golden):
    figures = score_document(golden, as_printed(golden), text_of(golden["document"]))

    assert figures["statements"].percent == 100
    for name, figure in figures.items():
        assert figure.percent in (100, None), (name, figure.misses)


@pytest.mark.parametrize("golden", golden_files(), ids=lambda one: one["document"][:3])
def test_an_empty_answer_finds_nothing(golden):
    empty = {"articles": [], "statements": [], "events": [], "positions": []}

    figures = score_document(golden, empty, text_of(golden["document"]))

    assert figures["statements"].percent == 0
    assert figures["split"].percent == 0
    assert figures["positions"].percent == 0


def test_a_span_finds_a_statement_from_half_the_characters_on():
    golden = [statement("the harbour stays public")]

    assert match(golden, [statement("harbour stays")], TEXT).finders
    assert not match(golden, [statement("public")], TEXT).finders


def test_two_predictions_never_find_one_statement():
    golden = [statement("the harbour stays public")]
    twice = [statement("the harbour stays public"), statement("harbour stays public")]

    matching = match(golden, twice, TEXT)

    assert len(matching.finders[0]) == 1
    assert matching.false == [twice[1]]


def test_a_split_statement_is_found_by_its_parts_together():
    start, end = TEXT.index("the harbour"), TEXT.index('". Tom')
    whole = statement("the harbour stays public") | {"content": [[start, end]], "split": True}
    parts = [statement("the harbour stays public"), statement("so does the pier")]

    matching = match([whole], parts, TEXT)

    assert matching.finders == {0: parts}
    assert not matching.false


def test_an_optional_statement_is_neither_missed_nor_a_false_find():
    optional = statement("agreed to pay", "Tom Hale", "indirect", core=False)
    core = statement("the harbour stays public")

    found = score_document(document([core, optional]), document([core, optional]), TEXT)
    missed = score_document(document([core, optional]), document([core]), TEXT)

    assert found["statements"].percent == missed["statements"].percent == 100


def test_a_find_without_golden_statement_lowers_the_figure():
    core = statement("the harbour stays public")
    wrong = statement("agreed to pay", "Tom Hale", "indirect")

    figures = score_document(document([core]), document([core, wrong]), TEXT)

    assert figures["statements"].percent == pytest.approx(200 / 3)


def test_a_wrong_speaker_is_counted_and_said():
    golden = document([statement("the harbour stays public")])
    predicted = document([statement("the harbour stays public", "Tom Hale")])

    figures = score_document(golden, predicted, TEXT)

    assert figures["statements"].percent == 100
    assert figures["speaker"].percent == 0
    assert "Tom Hale" in figures["speaker"].misses[0]


def test_a_date_where_none_is_known_is_wrong():
    golden = {"said_on": None, "said_on_also": ["2011"]}

    assert accepted(golden, "said_on", None)
    assert accepted(golden, "said_on", "2011")
    assert not accepted(golden, "said_on", "2012")


def test_a_soft_start_may_be_missed_and_a_hard_one_may_not():
    soft = {"span": [40, len(TEXT)], "headline": None, "outlet": None, "byline": None}
    soft |= {"published": None, "published_basis": "unknown"}
    golden = document([])
    golden["articles"][0]["span"] = [0, 40]
    hard_too = {**golden, "articles": [*golden["articles"], soft]}
    soft_too = {**golden, "articles": [*golden["articles"], soft | {"soft_start": True}]}

    assert score_document(hard_too, document([]), TEXT)["split"].percent == 50
    assert score_document(soft_too, document([]), TEXT)["split"].percent == 100


def test_a_wrong_stance_keeps_the_position_but_not_the_stance():
    position = {"holder": "Ana Ruiz", "issue": "harbour", "stance": "supports", "core": True}

    figures = score_document(
        document([], positions=[position]),
        document([], positions=[position | {"stance": "doubts"}]),
        TEXT,
    )

    assert figures["positions"].percent == 100
    assert figures["stance"].percent == 0


def test_figures_add_up():
    both = total([{"speaker": Figure(1, 2)}, {"speaker": Figure(3, 3)}])

    assert shown(both["speaker"]) == " 80.0 % (4 of 5)"


def test_a_full_name_is_right_without_title_and_initial_and_a_surname_is_not():
    assert same_name("Lindsey O. Graham", "Sen. Lindsey Graham")
    assert not same_name("Lindsey Graham", "Graham")
    assert same_name(None, None)
    assert not same_name(None, "Lindsey Graham")


def test_every_figure_has_its_place_in_the_table():
    for golden in golden_files():
        assert set(score_document(golden, as_printed(golden), text_of(golden["document"]))) <= set(
            ORDER
        )


def test_an_unsure_quotation_is_counted_apart():
    marked = {"a": [statement("so does the pier", unsure=True), statement("the harbour")]}

    figures = score_naming(marked, {"a": [statement("the harbour stays public")]})

    assert (figures["named"].right, figures["named"].wanted) == (1, 1)
    assert (figures["named, of all"].right, figures["named, of all"].wanted) == (1, 1)
    assert (figures["found"].right, figures["found"].wanted) == (1, 2)
    assert figures["unsure"].wanted == 0


def test_confidence_that_is_the_share_of_right_ones_has_no_calibration_error():
    assert calibration_error([(10, 0.9, 0.9), (30, 0.4, 0.4)]) == 0
    assert calibration_error([(10, 0.9, 0.5), (30, 0.4, 0.4)]) == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("percent", "floor", "most", "short"),
    [(85, 85, False, False), (84, 85, False, True), (None, 85, False, True), (6, 5, True, True)],
)
def test_a_row_says_whether_it_is_short_of_what_is_asked(percent, floor, most, short):
    assert Row("figure", percent, "", floor, most).is_short is short
