"""The review queue: one thing to decide at a time, by a click or a key."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from app.archive import Archive
from app.desk import Desk
from app.domain.reports import Outcome
from app.errors import Moved, NotFound, Withdrawn
from app.schemas.review import ItemKind, Queue
from app.services.event_pairs import get_event_pair
from app.services.missed import forget_missed, list_missed
from app.services.pairs import get_pair
from app.services.reader_reports import answer_report
from app.services.review import decide_later, get_queue
from app.services.statements import get_statement
from app.web.curation import gate
from app.web.curation.beside import beside
from app.web.curation.gate import CuratorDep, Posted
from app.web.curation.going import go_to
from app.web.deps import ArchiveDep, DeskDep
from app.web.templating import render

router = APIRouter(dependencies=[Depends(gate.require_own_site)])

_QUEUE = "/review"
_MISSED_SHOWN = 100


class LaterForm(Posted):
    """What is put off until tomorrow."""

    subject: Annotated[str, Field(max_length=400)]


class AnswerForm(Posted):
    """What became of a reader's report, and the answer that everybody sees."""

    outcome: Outcome
    answer: Annotated[str, Field(max_length=4000)] = ""
    publish: bool = False
    next: str = ""


class ForgetForm(Posted):
    """A search that is taken off the list."""

    words: Annotated[str, Field(min_length=1, max_length=400)]


@router.get(_QUEUE, response_class=HTMLResponse)
def review_page(
    request: Request, archive: ArchiveDep, desk: DeskDep, curator: CuratorDep, item: str = ""
) -> HTMLResponse:
    """The first of the queue, or the one asked for, ready to be decided."""
    queue = get_queue(archive, desk)
    return render(
        request,
        "curation/review.html",
        kept=False,
        queue=queue,
        **_focus(request, archive, desk, queue, item),
    )


@router.post("/review/later")
def later_form(desk: DeskDep, curator: CuratorDep, form: Annotated[LaterForm, Form()]) -> Response:
    """Puts something off until tomorrow."""
    gate.require_key(curator, form.form_key)
    decide_later(desk, curator, form.subject)
    return go_to(_QUEUE)


@router.post("/review/reports/{number:number}")
def answer_form(
    desk: DeskDep, curator: CuratorDep, number: int, form: Annotated[AnswerForm, Form()]
) -> Response:
    """Answers a reader, in public."""
    gate.require_key(curator, form.form_key)
    answer_report(desk, curator, number, form.outcome, form.answer, publish=form.publish)
    return go_to(_QUEUE, form.next)


@router.get("/review/missed", response_class=HTMLResponse)
def missed_page(request: Request, desk: DeskDep, curator: CuratorDep) -> HTMLResponse:
    """Searches that found nothing: names to teach the archive, articles to get."""
    return render(
        request, "curation/missed.html", kept=False, missed=list_missed(desk, _MISSED_SHOWN)
    )


@router.post("/review/missed")
def forget_form(
    desk: DeskDep, curator: CuratorDep, form: Annotated[ForgetForm, Form()]
) -> Response:
    """Takes a search that found nothing off the list."""
    gate.require_key(curator, form.form_key)
    forget_missed(desk, form.words)
    return go_to("/review/missed")


def _focus(
    request: Request, archive: Archive, desk: Desk, queue: Queue, wanted: str
) -> dict[str, Any]:
    """The item that is shown whole: the one asked for, else the first that is still there."""
    nothing: dict[str, Any] = {"item": None, "statement": None, "pair": None}
    items = [item for item in queue.items if item.subject == wanted] or queue.items
    for item in items:
        try:
            if item.kind is ItemKind.SPEAKERS:
                return {**nothing, "item": item, "pair": get_pair(archive, item.subject)}
            if item.kind is ItemKind.EVENTS:
                return {**nothing, "item": item, "pair": get_event_pair(archive, item.subject)}
            statement = get_statement(archive, item.subject)
            shown = beside(request, archive, statement, then=_QUEUE)
            return {**nothing, "item": item, "statement": statement, **shown}
        except (NotFound, Moved, Withdrawn):  # decided by somebody a moment ago
            continue
    return nothing
