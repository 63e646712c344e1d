"""A document is stored with as many queries for thirty statements as for three."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import event

from app.domain.gazetteer import SpeakerKind
from app.domain.resolved import ResolvedSpeaker
from app.domain.spans import Span
from app.models.address import Address, AddressKind
from app.models.statement import Statement
from app.storage.articles import Incoming, save_document
from tests.making import Said, read


def queries(store, many, name):
    """The SQL of storing an article in which one speaker says so many sentences."""
    said = [f"Boat number {at} of {name} goes out on day {at}" for at in range(many)]
    asked: list[str] = []

    def note(*call):
        asked.append(call[2])

    event.listen(store.engine, "before_cursor_execute", note)
    store.hold(". ".join(said) + ".", *said, name=name)
    event.remove(store.engine, "before_cursor_execute", note)
    return asked


def test_thirty_statements_are_stored_with_the_queries_of_three(store):
    queries(store, 1, "first")  # the speaker is known from here on

    few, many = queries(store, 3, "few"), queries(store, 30, "many")

    assert len(few) == len(many)


def test_a_new_document_does_not_look_at_the_positions_of_others(store):
    asked = queries(store, 3, "new")

    assert [one for one in asked if one.startswith("DELETE FROM position ")] == []


def test_a_statement_read_again_keeps_row_address_and_time(store):
    said = "We will not sell one metre of the quay"
    store.hold(f"{said}, she said.", said)
    before = store.rows(Statement)[0]
    store.hold(f"{said}, she said. Nobody answered.", said)

    after = store.rows(Statement)[0]

    assert (after.id, after.permalink, after.ingested_at) == (
        before.id,
        before.permalink,
        before.ingested_at,
    )
    links = [row.permalink for row in store.rows(Address) if row.kind is AddressKind.STATEMENT]
    assert links == [before.permalink]


def test_whom_they_stands_for_is_stored_where_nobody_is_named(store):
    text = "Aides were late. They said the quay was sold."
    document, (article,) = read(text, [Said("the quay was sold", by=None)], name="aides.txt")
    (said,) = article.statements
    source = replace(said.quotation, source=(Span(17, 21),))
    aides = ResolvedSpeaker(SpeakerKind.UNNAMED, None, "Aides", None, "“They” follows Aides")
    told = replace(article, statements=(replace(said, quotation=source, speaker=aides),))
    with store.session() as session:
        save_document(session, Incoming(document, [told], [()], "made", reason="read again"))

    (row,) = store.rows(Statement)

    assert (row.speaker_id, row.speaker_printed) == (None, "Aides")
