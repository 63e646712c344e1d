from datetime import date

import pytest

from app.domain.dates import DateBasis, DatePrecision
from app.domain.quotations import SpeechKind
from app.schemas.common import ArticleRef, DateShown, OutletRef, SpeakerRef
from app.schemas.statement import ContextShown, StatementRecord
from app.services.citations import bibtex_text, citation_files_of, citations_of, first_words

DAY = DateShown.of(
    date(2011, 12, 8), date(2011, 12, 8), DatePrecision.DAY, DateBasis.STATED, "printed"
)
UNKNOWN = DateShown.of(None, None, None, DateBasis.UNKNOWN, "no date is given")


def record(**changes) -> StatementRecord:
    """A statement with all that a citation needs."""
    fields = {
        "id": "k7m2q9x4ta",
        "url": "/statements/k7m2q9x4ta",
        "canonical": "https://archive.example/statements/k7m2q9x4ta",
        "kind": SpeechKind.DIRECT,
        "text": "Good intentions are temporary",
        "pieces": [],
        "speaker": SpeakerRef(name="Sergey Lavrov", url="/speakers/sergey-lavrov"),
        "speaker_printed": "Lavrov",
        "speaker_kind": "person",
        "office": None,
        "said_on": DAY,
        "place": None,
        "event": None,
        "via": None,
        "outlet": OutletRef(name="RT", url="/outlets/rt"),
        "article": ArticleRef(id="a", headline="Good intentions", url="/articles/a"),
        "confidence": 0.9,
        "confidence_word": "certain",
        "number": 1,
        "in_article": "/articles/a#s1",
        "published": DAY,
        "document": "000.txt",
        "article_url": None,
        "spans": [],
        "selectors": [],
        "context": ContextShown(before=None, paragraphs=[], after=None),
        "issues": [],
        "evidence": [],
        "reports_of_it": [],
        "nested_in": None,
        "repeats": None,
        "previous": None,
        "next": None,
        "revision": 1,
        "ingested_at": "2026-01-02T03:04:05Z",
        **changes,
    }
    return StatementRecord(**fields)


def test_styles_give_speaker_date_words_source_and_address():
    cited = citations_of(record(), "Onrecord")

    assert cited.apa == (
        "Lavrov, S. (2011, December 8). Good intentions are temporary [Statement]. "
        "In “Good intentions”, RT, 8 December 2011. Onrecord. "
        "https://archive.example/statements/k7m2q9x4ta"
    )
    assert cited.mla == (
        "Lavrov, Sergey. “Good intentions are temporary.” 8 Dec. 2011. “Good intentions”, RT, "
        "8 December 2011. Onrecord, https://archive.example/statements/k7m2q9x4ta."
    )
    assert cited.chicago == (
        "Sergey Lavrov, “Good intentions are temporary,” December 8, 2011, in “Good intentions”, "
        "RT, 8 December 2011, Onrecord, https://archive.example/statements/k7m2q9x4ta."
    )


def test_what_tells_one_of_two_people_of_a_name_is_no_part_of_a_citation():
    who = SpeakerRef(name="John Smith (mayor of Leeds)", url="/speakers/john-smith-mayor-of-leeds")
    cited = citations_of(record(speaker=who), "Onrecord")
    files = citation_files_of(record(speaker=who), "Onrecord")

    assert cited.apa.startswith("Smith, J. (2011")
    assert cited.mla.startswith("Smith, John. ")
    assert cited.chicago.startswith("John Smith, ")
    assert "Leeds" not in f"{files.bibtex}{files.ris}{files.csl}"


def test_paraphrase_is_named_as_one_and_never_stands_in_quotation_marks():
    cited = citations_of(record(kind="indirect"), "Onrecord")

    for style in (cited.apa, cited.mla, cited.chicago):
        assert "Good intentions are temporary [Paraphrased statement]" in style
        assert "“Good intentions are temporary" not in style


def test_date_that_is_not_known_is_never_made_up():
    undated = record(said_on=UNKNOWN, published=UNKNOWN)
    cited, files = citations_of(undated, "Onrecord"), citation_files_of(undated, "Onrecord")

    assert "(n.d.)" in cited.apa
    assert "date not known" in cited.mla
    assert "n.d." in cited.chicago
    assert "year" not in files.bibtex
    assert "DA  - " not in files.ris
    assert "issued" not in files.csl


def test_date_known_to_the_year_is_cited_by_the_year():
    year = DateShown.of(
        date(2011, 1, 1), date(2011, 12, 31), DatePrecision.YEAR, DateBasis.INFERRED, "dateline"
    )
    files = citation_files_of(record(said_on=year), "Onrecord")

    assert "(2011)" in citations_of(record(said_on=year), "Onrecord").apa
    assert files.csl["issued"] == {"date-parts": [[2011]]}
    assert "DA  - 2011\r\n" in files.ris


def test_paraphrase_is_cited_as_one():
    cited = citations_of(record(kind=SpeechKind.INDIRECT), "Onrecord")

    assert "[Paraphrased statement]" in cited.apa


def test_unnamed_speaker_is_cited_by_the_sources_words():
    unnamed = record(speaker=None, speaker_description="a Pentagon official")

    assert citations_of(unnamed, "Onrecord").apa.startswith("A Pentagon official. (2011")
    assert "AU  - A Pentagon official\r\n" in citation_files_of(unnamed, "Onrecord").ris


def test_ris_is_one_record_of_lines_that_end_as_the_format_asks():
    lines = citation_files_of(record(text="one\ntwo\r\nER  - "), "Onrecord").ris.split("\r\n")

    assert lines[0] == "TY  - NEWS"
    assert lines[-2:] == ["ER  - ", ""]
    assert [line[:2] for line in lines].count("ER") == 1


@pytest.mark.parametrize("letter", list("{}%&_#$~^\\"))
def test_bibtex_escapes_every_letter_that_means_something_to_it(letter):
    assert bibtex_text(letter) != letter
    assert bibtex_text(f"a{letter}b").startswith("a\\")


def test_long_statement_is_named_by_its_first_words():
    words = " ".join(f"w{number}" for number in range(50))

    assert first_words(words).endswith("w19…")
    assert first_words("short words") == "short words"


@pytest.mark.parametrize("mark", ["…", "...", " …", ".…"])
def test_first_words_that_end_in_an_ellipsis_are_given_no_second_one(mark):
    words = " ".join(f"w{number}" for number in range(19))

    assert first_words(f"{words} East{mark} and more") == f"{words} East…"
