"""Corrections of one statement: each is one form, and one that fails is shown again filled in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from app.archive import Archive
from app.domain.corrections import Action, Subject
from app.domain.curators import Curator
from app.domain.quotations import SpeechKind
from app.errors import (
    ArchiveError,
    InvalidCorrection,
    Moved,
    NotFound,
    StaleCorrection,
    Withdrawn,
)
from app.services.changes import Wanted, apply_wanted, merged
from app.services.correction_lists import corrections_of
from app.services.corrections import undo
from app.services.reader_reports import answer_all
from app.services.statements import get_statement
from app.services.versions import get_version
from app.web.curation import gate
from app.web.curation.gate import CuratorDep, Posted
from app.web.curation.going import go_to
from app.web.deps import ArchiveDep, DeskDep
from app.web.errors import form_page
from app.web.templating import render

router = APIRouter(dependencies=[Depends(gate.require_own_site)])

_FACTS = ("speaker", "said_on", "place", "event", "office", "kind")
_WHOLE = {action.value: action for action in (Action.REJECT, Action.CONFIRM, Action.WITHDRAW)}
_TAKEN_OUT = (Action.REJECT, Action.WITHDRAW)
_LONG = Field(max_length=20_000)
_SHORT = Field(max_length=400)


class StatementForm(Posted):
    """All facts of a statement. `do` is the button: "speaker=Ana Ruiz", "reject", "save".

    `issue` and `stance` go by pairs; a stance may end in "?" for one on a condition.
    """

    based_on: int
    do: str = "save"
    speaker: Annotated[str, _SHORT] = ""
    said_on: Annotated[str, _SHORT] = ""
    place: Annotated[str, _SHORT] = ""
    event: Annotated[str, _SHORT] = ""
    office: Annotated[str, _SHORT] = ""
    kind: SpeechKind | None = None
    words: Annotated[str, _LONG] = ""
    issue: list[str] = Field(default_factory=list)
    stance: list[str] = Field(default_factory=list)
    keep_words: bool = False
    reason: Annotated[str, _LONG] = ""
    next: str = ""


class UndoForm(Posted):
    """Why a correction is undone, and where to go then."""

    reason: Annotated[str, _LONG] = ""
    next: str = ""


@router.get("/curation/statements/{permalink}", response_class=HTMLResponse)
def corrections_page(
    request: Request, archive: ArchiveDep, curator: CuratorDep, permalink: str
) -> HTMLResponse:
    """What people corrected in a statement, also in one that is no longer shown."""
    try:
        title, url = get_statement(archive, permalink).text, f"/statements/{permalink}"
    except Withdrawn as gone:
        title, url = gone.shown or f"Statement {permalink}", f"/statements/{permalink}"
    return render(
        request,
        "curation/corrections.html",
        kept=False,
        title=title,
        url=url,
        corrections=corrections_of(archive, Subject.STATEMENT, permalink),
    )


@router.post("/curation/statements/{permalink}", response_class=HTMLResponse)
def statement_form(
    request: Request,
    archive: ArchiveDep,
    desk: DeskDep,
    curator: CuratorDep,
    permalink: str,
    form: Annotated[StatementForm, Form()],
) -> Response:
    """Makes the corrections, or shows what was wanted again with one sentence why not."""
    try:
        gate.require_key(curator, form.form_key)
        statement = get_statement(archive, permalink)
        if statement.revision != form.based_on:
            raise StaleCorrection(permalink, form.based_on, statement.revision)
        wanted = wanted_of(form)
        went = apply_wanted(archive, curator, statement, wanted, form.based_on)
    except (NotFound, Moved, Withdrawn):
        raise
    except ArchiveError as refused:
        return _again(request, archive, curator, permalink, form, refused)
    if wanted.action in _TAKEN_OUT:
        answer_all(desk, curator, permalink, form.reason)
    return go_to(went, form.next)


@router.post("/curation/corrections/{uid}/undo")
def undo_form(
    archive: ArchiveDep, curator: CuratorDep, uid: str, form: Annotated[UndoForm, Form()]
) -> Response:
    """Undoes a correction; that is a correction, too."""
    gate.require_key(curator, form.form_key)
    reason = " ".join(form.reason.split()) or "a person looked again and takes it back"
    went = undo(archive, uid, reason, curator.shown_as).url
    return go_to(went, form.next)


def wanted_of(form: StatementForm) -> Wanted:
    """What the button that was pressed asks for: one fact, the whole form, or an end."""
    name, chosen, value = form.do.partition("=")
    if name in _WHOLE:
        return Wanted(action=_WHOLE[name], keep_words=form.keep_words, reason=form.reason)
    if chosen and name in _FACTS:
        return Wanted(fields={name: value}, reason=form.reason)
    if form.do != "save":
        raise InvalidCorrection("do", f"{form.do[:40]!r} does nothing; use the form's buttons")
    fields = {name: str(getattr(form, name)).strip() for name in _FACTS if name != "kind"}
    if form.kind is not None:
        fields["kind"] = form.kind.value
    stances = [*form.stance, *[""] * len(form.issue)]
    issues = [
        (key, stance.removesuffix("?"), stance.endswith("?"))
        for key, stance in zip(form.issue, stances, strict=False)
        if key
    ]
    return Wanted(fields=fields, words=form.words, issues=issues, reason=form.reason)


def _again(
    request: Request,
    archive: Archive,
    curator: Curator,
    permalink: str,
    form: StatementForm,
    refused: ArchiveError,
) -> HTMLResponse:
    statement, wanted, seen = get_statement(archive, permalink), wanted_of(form), None
    if isinstance(refused, StaleCorrection):
        _, seen = get_version(archive, permalink, form.based_on)
    return form_page(
        request,
        "curation/again.html",
        refused,
        statement=statement,
        seen=seen,
        form=form,
        wanted=wanted,
        shown=merged(statement, seen, wanted),
    )
