"""Speakers and events that are one, or are not: merged, parted, told apart for good."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from app.domain.corrections import Action, Subject
from app.errors import ArchiveError, Moved, NotFound, Withdrawn
from app.services.correction_lists import corrections_of
from app.services.events import get_event
from app.services.identity import Decided, decide
from app.services.quoting import quoting_articles
from app.services.speakers import get_speaker
from app.web.curation import gate
from app.web.curation.gate import CuratorDep, Posted
from app.web.curation.going import go_to
from app.web.deps import ArchiveDep, PageDep
from app.web.errors import form_page

router = APIRouter(dependencies=[Depends(gate.require_own_site)])


class Kind(StrEnum):
    """What can be merged and parted."""

    SPEAKERS = "speakers"
    EVENTS = "events"


class Verb(StrEnum):
    """What is done to it."""

    MERGE = "merge"
    NOT_SAME = "not_same"
    SPLIT = "split"


_SUBJECTS = {Kind.SPEAKERS: Subject.SPEAKER, Kind.EVENTS: Subject.EVENT}


class IdentityForm(Posted):
    """What is done, with whom, and which spellings or articles are somebody else's."""

    do: Verb
    other: Annotated[str, Field(max_length=400)] = ""
    names: list[str] = Field(default_factory=list)
    articles: list[str] = Field(default_factory=list)
    name: Annotated[str, Field(max_length=400)] = ""
    reason: Annotated[str, Field(max_length=20_000)] = ""
    next: str = ""


@router.get("/curation/{kind}/{slug}", response_class=HTMLResponse)
def identity_page(
    request: Request,
    archive: ArchiveDep,
    curator: CuratorDep,
    kind: Kind,
    slug: str,
    page: PageDep,
) -> HTMLResponse:
    """Whether this is one, and the same as another; `page` is that of a speaker's articles."""
    return _page(request, archive, kind, slug, page)


@router.post("/curation/{kind}/{slug}", response_class=HTMLResponse)
def identity_form(
    request: Request,
    archive: ArchiveDep,
    curator: CuratorDep,
    kind: Kind,
    slug: str,
    form: Annotated[IdentityForm, Form()],
    page: PageDep,
) -> Response:
    """Makes the decision, or shows the form again with one sentence."""
    decided = Decided(
        Action(form.do.value), form.other, form.names, form.articles, form.name, form.reason
    )
    try:
        gate.require_key(curator, form.form_key)
        return go_to(decide(archive, curator, _SUBJECTS[kind], slug, decided), form.next)
    except (NotFound, Moved, Withdrawn):
        raise
    except ArchiveError as refused:
        return _page(request, archive, kind, slug, page, refused, form)


def _page(
    request: Request,
    archive: ArchiveDep,
    kind: Kind,
    slug: str,
    page: int,
    refused: ArchiveError | None = None,
    form: IdentityForm | None = None,
) -> HTMLResponse:
    speaker = get_speaker(archive, slug) if kind is Kind.SPEAKERS else None
    event = get_event(archive, slug) if kind is Kind.EVENTS else None
    return form_page(
        request,
        "curation/identity.html",
        refused,
        kind=kind.value,
        slug=slug,
        record=speaker or event,
        names=[speaker.name, *speaker.aliases] if speaker else [],
        articles=event.articles if event else [],
        quoting=quoting_articles(archive, slug, page) if speaker else None,
        corrections=corrections_of(archive, _SUBJECTS[kind], slug),
        form=form,
    )
