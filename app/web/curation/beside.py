"""What stands beside a statement: its corrections for all, the curators' desk for them."""

from typing import Any

from fastapi import Request

from app.archive import Archive
from app.domain.corrections import Subject
from app.schemas.statement import StatementRecord
from app.services.choices import get_panel
from app.services.correction_lists import corrections_of


def beside(
    request: Request, archive: Archive, statement: StatementRecord, then: str = ""
) -> dict[str, Any]:
    """The values that a page of a statement needs for both; `then` is where a correction leads."""
    if request.state.curator is None:
        return {"corrections": statement.corrections, "panel": None}
    return {
        "corrections": corrections_of(archive, Subject.STATEMENT, statement.id),
        "panel": get_panel(archive, request.app.state.desk, statement),
        "next": then,
        "opened": False,
    }
