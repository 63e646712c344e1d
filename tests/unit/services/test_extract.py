"""What `onrecord extract` prints of one document."""

import hashlib

from app.domain.documents import SourceDocument
from app.domain.gazetteer import EMPTY
from app.services.extract import extract_record

TEXT = (
    "Bridge opens\n\n"
    "PORTVILLE, May 3 - “We are late,” said Mayor Jane Roe.\n\n"
    "Roe said that the port claims that the bridge is closed. She said the town was tired.\n"
)


def _record() -> dict:
    data = TEXT.encode()
    document = SourceDocument(
        "bridge.txt", "bridge.txt", data, hashlib.sha256(data).hexdigest(), TEXT, "text/1"
    )
    return extract_record(document, EMPTY, "sm")


def _words(statement: dict) -> str:
    return " ".join(TEXT[start:end] for start, end in statement["content"])


def test_what_somebody_else_said_inside_a_statement_stands_apart_and_names_its_statement():
    record = _record()
    (nested,) = record["nested"]
    assert _words(nested) == "that the bridge is closed"
    outer = record["statements"][nested["inside"]]
    assert "the port claims that the bridge is closed" in _words(outer)


def test_statements_that_stand_on_their_own_are_all_printed_with_the_keys_of_the_contract():
    record = _record()
    assert len(record["statements"]) == 3
    wanted = {"article", "kind", "content", "cue", "source", "speaker", "office", "said_on",
              "place", "event", "via", "issues", "confidence"}  # fmt: skip
    assert all(wanted <= set(one) for one in record["statements"] + record["nested"])
