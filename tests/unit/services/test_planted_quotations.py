"""How often the checker is right on quotations planted over the founding articles."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import select

from app.domain.verdicts import Verdict
from app.services.check import check_quote
from app.services.tables import SPEAKER, STATEMENT
from tests.planting import Said, plant

EACH = 30
FLOOR = 0.97


@pytest.mark.timeout(900)
def test_verdicts_on_planted_quotations_are_right(founding_archive):
    with founding_archive.session() as session:
        rows = session.execute(
            select(STATEMENT.c.content, SPEAKER.c.name, STATEMENT.c.office)
            .outerjoin(SPEAKER, SPEAKER.c.id == STATEMENT.c.speaker_id)
            .order_by(STATEMENT.c.permalink)
        ).all()
    planted = list(plant([Said(*row) for row in rows], EACH, seed=5))

    wrong = [
        (one, verdict)
        for one in planted
        if (verdict := check_quote(founding_archive, one.quote, one.speaker).verdict) != one.right
    ]

    assert set(Counter(one.kind for one in planted).values()) == {EACH}
    assert len({one.kind for one in planted}) == 6
    assert not [one for one, _ in wrong if one.right is Verdict.NOT_FOUND], "an invented one found"
    assert len(wrong) <= (1 - FLOOR) * len(planted), wrong
