"""Statements that the program missed, added from the words of their article."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from app.archive import Archive
from app.domain.quotations import SpeechKind
from app.errors import ArchiveError, Moved, NotFound, Withdrawn, WordsNotFound
from app.schemas.curation import Selected
from app.services.adding import Missed, add_missed
from app.services.articles import get_article
from app.services.selecting import nothing_selected, select_words
from app.web.curation import gate
from app.web.curation.gate import CuratorDep, Posted
from app.web.curation.going import go_to
from app.web.deps import ArchiveDep
from app.web.errors import form_page

router = APIRouter(dependencies=[Depends(gate.require_own_site)])


class AddForm(Posted):
    """The words that were missed, and who said them when. `do` is the button: "speaker=…"."""

    words: Annotated[str, Field(max_length=20_000)]
    near: int | None = None
    kind: SpeechKind = SpeechKind.DIRECT
    do: str = "save"
    speaker: Annotated[str, Field(max_length=400)] = ""
    said_on: Annotated[str, Field(max_length=40)] = ""
    reason: Annotated[str, Field(max_length=20_000)] = ""


@router.get("/curation/articles/{permalink}", response_class=HTMLResponse)
def add_page(
    request: Request,
    archive: ArchiveDep,
    curator: CuratorDep,
    permalink: str,
    words: str = "",
    near: int | None = None,
) -> HTMLResponse:
    """The form; with `words` chosen near an offset of the document, what may be said of them."""
    if not words:
        return _page(request, archive, permalink, nothing_selected(archive, permalink))
    try:
        selected = select_words(archive, permalink, words, near)
    except WordsNotFound as refused:
        selected = nothing_selected(archive, permalink).model_copy(update={"words": words})
        return _page(request, archive, permalink, selected, refused)
    return _page(request, archive, permalink, selected)


@router.post("/curation/articles/{permalink}", response_class=HTMLResponse)
def add_form(
    request: Request,
    archive: ArchiveDep,
    curator: CuratorDep,
    permalink: str,
    form: Annotated[AddForm, Form()],
) -> Response:
    """Adds the statement, or shows the form again, filled in, with one sentence."""
    name, chosen, value = form.do.partition("=")
    speaker = value if chosen and name == "speaker" else form.speaker
    missed = Missed(
        form.words, form.near, form.kind, speaker.strip(), form.said_on.strip(), form.reason
    )
    try:
        gate.require_key(curator, form.form_key)
        return go_to(add_missed(archive, curator, permalink, missed))
    except (NotFound, Moved, Withdrawn):
        raise
    except ArchiveError as refused:
        selected = nothing_selected(archive, permalink).model_copy(
            update={"words": form.words, "start": form.near or 0, "kind": form.kind}
        )
        return _page(request, archive, permalink, selected, refused, form)


def _page(
    request: Request,
    archive: Archive,
    permalink: str,
    selected: Selected,
    refused: ArchiveError | None = None,
    form: AddForm | None = None,
) -> HTMLResponse:
    return form_page(
        request,
        "curation/add.html",
        refused,
        article=get_article(archive, permalink),
        selected=selected,
        form=form,
    )
