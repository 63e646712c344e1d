"""What articles tell one another, and whom it concerns."""

from __future__ import annotations

from app.domain.dates import PartialDate
from app.domain.gazetteer import KnownEvent
from app.domain.occasions import same_occasion
from app.models.article import Article
from app.storage import evidence
from app.storage.evidence import note_told, settle_evidence, unsettled_documents
from app.storage.told_events import ToldEvents, what_changed

DAY = PartialDate.day(2012, 5, 4)


def event(name: str, kind: str = "rally", *who: str, place: str = "Riga") -> KnownEvent:
    return KnownEvent(name, kind, DAY, place, participants=who)


def test_one_occasion_under_two_names_is_told_once_with_both() -> None:
    told = ToldEvents(
        {
            "aaa": (event("Riga rally", "rally", "Ana Ruiz"),),
            "bbb": (event("Rally of Ana Ruiz, Riga", "rally", "Ana Ruiz"),),
        }
    )

    (found,) = told.concerning("ccc", ["riga", "rally"])

    assert found.name == "Rally of Ana Ruiz, Riga"
    assert found.aliases == ("Riga rally",)
    assert found.told_by == "bbb"
    assert told.concerning("bbb", ["riga", "rally", "of", "ana", "ruiz"]) == ()


def test_meetings_of_different_people_on_one_day_in_one_city_stay_apart() -> None:
    one = event("Meeting of A and B, Riga", "meeting", "A", "B")
    other = event("Meeting of C and D, Riga", "meeting", "C", "D")

    assert not same_occasion(one, other)
    assert same_occasion(one, event("Talks of A with B, Riga", "talks", "B"))
    assert not same_occasion(one, event("Rally of A, Riga", "rally", "A"))
    assert not same_occasion(event("Speech, Riga", "speech", "A"), event("Speech, Riga", "speech"))
    assert not same_occasion(one, event("Meeting of A and B, Oslo", "meeting", "A", place="Oslo"))


def test_what_changed_is_found_by_a_word_of_each_event() -> None:
    before = ToldEvents({"aaa": (event("Rally in Riga"),)}).signature()
    now = ToldEvents({"aaa": (event("Rally in Riga"), event("Harbour debate", "debate"))})

    finds = what_changed(before, now.signature())

    assert finds is not None
    assert finds("It was said at the HARBOUR in a debate.")
    assert finds("har\u00adbour"), "joined letters may hide a word"
    assert not finds("A rally was held at the harbour in Riga.")
    assert what_changed(before, before) is not None
    assert what_changed([], ToldEvents({"a": (event("ÅÅ"),)}).signature()) is None


def test_only_documents_that_new_events_may_concern_are_looked_at_again(store, monkeypatch):
    for name, text in (("a", "A rally was held in Riga."), ("b", "Nothing happened in Oslo.")):
        store.hold(text, name=f"{name}.txt")
    settled(store)
    looked: list[list[int]] = []
    real = evidence._unsettled_of

    def spy(session, events, documents):
        looked.append(list(documents))
        return real(session, events, documents)

    monkeypatch.setattr(evidence, "_unsettled_of", spy)
    assert settled(store) == []
    assert looked == []

    store.hold("Ana Ruiz spoke.", name="c.txt", told=(event("Rally in Riga"),))
    found = settled(store)

    assert len(store.rows(Article)) == 3
    assert len(looked) == 1
    assert len(looked[0]) == 2, "the new one and the one that names Riga"
    assert len(found) == 2


def settled(store) -> list[int]:
    """The documents that learn something, after which all stand as they are."""
    with store.session() as session:
        waiting = list(unsettled_documents(session))
        for one in waiting:
            settle_evidence(session, [one])
        note_told(session)
        return [one.document_id for one in waiting]
