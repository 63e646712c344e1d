"""The JSON API's quote checker."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.schemas.check import Checks
from app.services.check import check_draft, check_quote
from app.web.api.answers import REFUSED
from app.web.deps import ArchiveDep

router = APIRouter(prefix="/api/v1", tags=["check"], responses=REFUSED)


class Draft(BaseModel):
    """A text whose quoted passages are to be checked."""

    text: str = Field(max_length=200_000)


@router.get("/check")
def check(
    archive: ArchiveDep,
    quote: Annotated[str, Query(description="the words", max_length=4_000)],
    speaker: Annotated[str, Query(description="a name or slug", max_length=200)] = "",
) -> Checks:
    """Whether these words were said: one of five verdicts, the differences, what was searched."""
    return Checks(checks=[check_quote(archive, quote, speaker.strip() or None)])


@router.post("/check")
def check_text(archive: ArchiveDep, draft: Draft) -> Checks:
    """The same for every passage between quotation marks in a text."""
    return check_draft(archive, draft.text)
