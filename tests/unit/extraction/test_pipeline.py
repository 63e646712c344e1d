"""The whole pipeline: what it gives back, and what it costs."""

import pytest

from app.domain.documents import SourceDocument
from app.domain.spans import Span
from app.extraction.analysis import Analysis
from app.extraction.pipeline import EXTRACTOR, extract, find_quotations
from app.extraction.statements import Draft, settle_overlaps
from app.extraction.syntax import PIECE, analyse
from app.parsing.articles import parse_articles
from tests.costs import cpu_seconds
from tests.unit.extraction.saying import article, found, outer


def test_an_extraction_names_level_model_and_version():
    extraction = extract(article("“The port is late,” Mayor Jane Roe said."), level="sm")
    assert (extraction.level, extraction.extractor) == ("sm", EXTRACTOR)
    assert extraction.model.startswith("en_")
    assert extraction.quotations[0].attribution.name == "Jane Roe"


def test_spans_are_verbatim_words_of_the_text():
    text = "“The port is late,” Roe said. He added that it would be ‘very’ late, however."
    for said in found(text):
        assert all(words and words == words.strip() for words in said.content)


def test_confidence_falls_from_quotation_to_phrase_and_without_a_source():
    direct, phrase = outer("“The port is late,” Roe said.\nRoe mentioned the old harbour.")
    assert direct.quotation.confidence > 0.9 > phrase.quotation.confidence
    assert any("of 100" in reason for reason in direct.quotation.reasons)


def test_an_article_without_paragraphs_has_no_statements():
    assert extract(article(""), level="sm").quotations == ()


def test_offsets_hold_across_the_pieces_that_a_long_text_is_parsed_in():
    line = "Mayor Jane Roe said that the port is late.\n"
    text = line * (2 * PIECE // len(line) + 2)
    analysis: Analysis = analyse(article(text), "sm")
    assert analysis.doc is not None
    assert analysis.doc.text == text[: len(analysis.doc.text)]
    last = find_quotations(analysis)[-1]
    assert last.content[0].of(text) == "that the port is late"
    assert last.content[0].start > PIECE


@pytest.mark.parametrize("level", ["sm", "rules"])
@pytest.mark.parametrize(
    "text",
    ["“" * 5_000, "“ " * 5_000, 'he said "a b c d" and ' * 1_000, "he said that " * 1_000],
)
def test_hostile_text_costs_no_more_than_its_length(text, level):
    analyse(article("Warm."), level)
    assert cpu_seconds(lambda: find_quotations(analyse(article(text), level))) < 20  # usually 2


def test_a_subject_that_the_parse_takes_from_the_dateline_below_breaks_nothing():
    text = (
        "Harbour 1 must stay open, says mayor\n\nRIGA, 3 May 2014 (Reuters) - Mayor Ann Lee said "
        "on Friday that harbour 1 would never be sold.\n\n“Nobody will sell quay 1,” Lee said.\n"
    )
    (read,) = parse_articles(SourceDocument("a.txt", "a.txt", b"", "0", text, "text/1"))
    assert len(extract(read, level="sm").quotations) == 3


def test_statements_that_cover_each_others_cues_do_not_stand_inside_each_other() -> None:
    text = "It is late, said Roe, and the port, Poe said, is shut."
    late, shut = text.index("said"), text.rindex("said")
    first = Draft("verb: around", 0, [Span(shut, shut + 4)], [], [Span(0, 20)])
    second = Draft("verb: around", 0, [Span(late, late + 4)], [], [Span(22, len(text))])
    settled = settle_overlaps(text, [first, second])
    assert [draft.nested_in is None for draft in settled].count(True) == 1


def test_whom_the_words_themselves_name_is_hardly_who_says_them() -> None:
    text = (
        "Pedro Almeida, a clerk, said he will not vote for Nygaard.\n"
        "The port of Lars Nygaard is late for the town of Nygaard, he said."
    )
    told = extract(article(text), level="sm").quotations[-1]

    assert told.attribution.name == "Pedro Almeida"


def test_the_first_person_of_a_headlines_label_speaks() -> None:
    text = "Jane Roe Endorses Joan Poe: I Am Glad Of It\nJane Roe spoke of Joan Poe in May."
    told = extract(article(text, headline=True), level="sm").quotations[0]

    assert told.attribution.name == "Jane Roe"


def test_a_headline_up_to_its_colon_is_no_name() -> None:
    text = "Roe Addresses Port Fire: ‘This Cannot Go On’\nJane Roe met the town. Roe left."
    told = extract(article(text, headline=True), level="sm").quotations[0]

    assert told.attribution.name == "Jane Roe"


def test_a_headline_that_was_taken_for_a_name_gives_its_first_person() -> None:
    text = (
        "Jane Roe Blasts Poe for Mocking Her Port, Quotes Poem to Urge the Town to ‘Turn Away’\n"
        "Jane Roe met the town in May."
    )
    told = extract(article(text, headline=True), level="sm").quotations

    assert {each.attribution.name for each in told} == {"Jane Roe"}


def test_a_label_that_only_says_when_goes_on_with_who_spoke() -> None:
    text = (
        '"We made a mistake in the port," Jane Roe told the Herald in May.\n'
        'Then, later that month on NBC: "I have never said we made a mistake there."'
    )

    found = extract(article(text)).quotations

    assert [said.attribution.name for said in found] == ["Jane Roe", "Jane Roe"]
