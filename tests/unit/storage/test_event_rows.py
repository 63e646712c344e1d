"""An event that several articles of a document mention is one record."""

from __future__ import annotations

import pytest

from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding, PartialDate
from app.domain.occasions import PLANNED
from app.domain.resolved import ResolvedEvent
from app.domain.spans import Span
from app.models.event import Event, EventMention
from app.storage.articles import Incoming, save_document
from tests.making import read

TEXT = "The joint wargames were told of here. And the joint wargames were told of again."
WARGAMES = ResolvedEvent(
    "Joint wargames", "exercises", UNKNOWN_DATE, None, (), (Span(4, 18),), "the words"
)


def test_an_undated_event_of_two_articles_of_one_document_is_one_record(store):
    document, articles = read(TEXT, (), cuts=(38,), events=(WARGAMES,))
    with store.session() as session:
        save_document(session, Incoming(document, articles, [(), ()], "made"))

    assert [row.name for row in store.rows(Event)] == ["Joint wargames"]
    assert len(store.rows(EventMention)) == 2


def test_an_undated_event_of_another_document_is_another(store):
    for name in ("a.txt", "b.txt"):
        document, articles = read(f"{TEXT} {name}", (), name=name, events=(WARGAMES,))
        with store.session() as session:
            save_document(session, Incoming(document, articles, [()], "made"))

    assert len(store.rows(Event)) == 2


@pytest.mark.parametrize("types", [(PLANNED, "rally"), ("rally", PLANNED)])
def test_an_event_planned_in_one_article_and_over_in_another_is_one_that_took_place(store, types):
    day = DateFinding(PartialDate.day(2016, 9, 16), DateBasis.INFERRED, '"Friday"')
    for name, type_ in zip(("a.txt", "b.txt"), types, strict=True):
        event = ResolvedEvent("Rally in Porto", type_, day, "Porto", (), (Span(4, 18),), "words")
        document, articles = read(f"{TEXT} {name}", (), name=name, events=(event,))
        with store.session() as session:
            save_document(session, Incoming(document, articles, [()], "made"))

    assert [row.type for row in store.rows(Event)] == ["rally"]
