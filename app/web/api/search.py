"""The JSON API's search."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from app.schemas.api import CompletionAnswer, SearchAnswer
from app.services import search as searching
from app.services.missed import note_missed
from app.web.api.answers import REFUSED
from app.web.asked import asked_of
from app.web.deps import ArchiveDep, DeskDep

router = APIRouter(prefix="/api/v1", tags=["search"], responses=REFUSED)


class SearchParameters(BaseModel):
    """What a search can be asked; whatever cannot be read is ignored and named in `notes`."""

    q: str = Field("", description='words, "a phrase", OR, NOT, prefix*, speaker:lavrov')
    type: str = Field("statement", description="statement or article")
    speaker: list[str] = Field([], description="slugs; several are alternatives")
    outlet: list[str] = Field([], description="slugs")
    event: list[str] = Field([], description="slugs")
    issue: list[str] = Field([], description="keys")
    position: list[str] = Field(
        [], description="demands, supports, opposes, rejects, offers, warns or doubts, on any issue"
    )
    kind: list[str] = Field([], description="direct, mixed or indirect")
    first: str = Field("", alias="from", description="2011, 2011-12 or 2011-12-08")
    last: str = Field("", alias="to", description="the same; to its last day")
    sort: str = Field("relevance", description="relevance, newest, oldest or in-order")
    page: str = Field("1", description="from 1")
    per_page: str = Field("20", description="at most 100")


@router.get("/search")
def search(
    request: Request,
    response: Response,
    archive: ArchiveDep,
    desk: DeskDep,
    parameters: Annotated[SearchParameters, Query()],
) -> SearchAnswer:
    """Statements or articles that hold the words asked for, with counts over all of them.

    Terms are ANDed; where fewer than ten match in full, partial matches follow. A query that
    makes no sense is never an error: `notes` say what was ignored.
    """
    # Read from the address itself, as the page does, so that both understand it alike.
    asked = asked_of(request)
    found = searching.find(archive, asked.query)
    if not found.results and not found.elsewhere:
        note_missed(desk, asked.query)
    if found.from_database or not found.results:  # until the index is back; counted each time
        response.headers["Cache-Control"] = "no-store"
    answer = SearchAnswer.of(found)
    return answer.model_copy(update={"notes": [*asked.notes, *answer.notes]})


@router.get("/complete")
def complete(
    archive: ArchiveDep, q: Annotated[str, Query(description="the beginning of a name")] = ""
) -> list[CompletionAnswer]:
    """The speakers, issues, events and outlets whose names begin so; eight at most."""
    found = searching.complete(archive, q[:100], 8) if q.strip() else []
    return [CompletionAnswer(field=name, value=value, label=label) for name, value, label in found]
