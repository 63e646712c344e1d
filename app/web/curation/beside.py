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
    corrections = corrections_of(archive, Subject.STATEMENT, statement.id)
    panel = None
    if request.state.curator is not None:
        panel = get_panel(archive, request.app.state.desk, statement)
    return {"corrections": corrections, "panel": panel, "next": then, "opened": False}
