"""Statements that go keep what they showed, and go on counting when they come back."""

from app.models.statement import Statement, StatementRevision
from tests.making import Said

TEXT = "We will keep the harbour open for ever. It was raining on the quay."
WORDS = "keep the harbour open for ever"


def test_a_statement_that_goes_and_comes_back_goes_on_counting_its_versions(store):
    store.hold(TEXT, Said(WORDS))
    store.hold(TEXT, Said(WORDS, by="Bo Wu"), reason="second reading")
    store.hold(TEXT)
    store.hold(TEXT, Said(WORDS, by="Bo Wu"))
    store.hold(TEXT, Said(WORDS, by="Cy Ode"), reason="last reading")

    assert [row.revision for row in store.rows(Statement)] == [4]
    kept = [(row.number, row.shown["speaker"], row.reason) for row in store.rows(StatementRevision)]
    assert kept == [
        (1, "Ann Lee", "second reading"),
        (2, "Bo Wu", "these words are no longer found as a statement in the source"),
        (3, "Bo Wu", "last reading"),
    ]


def test_the_last_version_of_a_statement_that_is_gone_is_kept(store):
    store.hold(TEXT, Said(WORDS))
    store.hold(TEXT)

    (version,) = store.rows(StatementRevision)
    assert version.shown["content"] == WORDS
    assert version.shown["spans"] == [["content", 8, 38]]
