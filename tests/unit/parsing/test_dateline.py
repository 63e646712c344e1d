"""Datelines of agencies and newspapers, and openings that only look like one."""

import pytest

from app.domain.spans import Span
from app.parsing.dateline import find_dateline


@pytest.mark.parametrize(
    ("opening", "place", "date", "agency"),
    [
        ("MOSCOW, October 31 (Itar-Tass) — ", "Moscow", "October 31", "Itar-Tass"),
        ("Washington (AFP) – ", "Washington", None, "AFP"),
        ("KIEV, Ukraine, Nov. 2 (UPI) -- ", "Kiev", "Nov. 2", "UPI"),
        ("MOSCOW. Oct 31 (Interfax) - ", "Moscow", "Oct 31", "Interfax"),
        ("DES MOINES, Iowa — ", "Des Moines", None, None),
        ("LISBON, 4 March (Agency) - ", "Lisbon", "4 March", "Agency"),
        ("WARSAW, 3 May 2012 (dpa) - ", "Warsaw", "3 May 2012", "dpa"),
        ("Oslo (ntb) – ", "Oslo", None, "ntb"),
        ("MAR DEL PLATA, Argentina (AP) — ", "Mar del Plata", None, "AP"),
        ("RIO DOS CEDROS, 4 March (Reuters) - ", "Rio dos Cedros", "4 March", "Reuters"),
        ("(Reuters) - ", None, None, "Reuters"),
        ("ST. PETERSBURG, Fla. (AP) — ", "St. Petersburg", None, "AP"),
    ],
)
def test_a_dateline_is_taken_apart(
    opening: str, place: str | None, date: str | None, agency: str | None
) -> None:
    text = opening + "The minister said so."
    found = find_dateline(text, Span(0, len(text)))

    assert found is not None
    assert (found.place, found.date_words, found.agency) == (place, date, agency)
    assert text[found.span.end :] == "The minister said so."


@pytest.mark.parametrize(
    "text",
    [
        "Obama - who won the vote - said so.",
        "NATO - Russia talks go on.",
        "Sen. Ted Cruz (R-Texas) — Announced in March",
        "The minister said — and meant — it.",
        "CIA — the agency — denied it.",
        "The port (see below) - it is late - closed.",
        "Obama (left) - who won the vote - said so.",
    ],
)
def test_other_openings_are_none(text: str) -> None:
    assert find_dateline(text, Span(0, len(text))) is None
