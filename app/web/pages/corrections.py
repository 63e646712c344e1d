"""What people corrected: the list of all, of one record, and the feeds of changes."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Query, Request
from fastapi.responses import HTMLResponse, Response

from app.schemas.correction import ChangeShown
from app.services.correction_lists import change_of, changes_of, list_corrections
from app.services.issues import get_issue
from app.services.speakers import get_speaker
from app.web.addresses import with_query
from app.web.deps import ArchiveDep, PageDep
from app.web.sections import Section
from app.web.templating import render, render_text

router = Section(default_response_class=HTMLResponse)

#: What a list of corrections may be narrowed to.
_KINDS = frozenset({"statement", "article", "speaker", "event", "issue"})

About = Annotated[str, Query(max_length=300)]


@router.get("/corrections")
def corrections_page(
    request: Request, archive: ArchiveDep, page: PageDep, about: About = ""
) -> HTMLResponse:
    """Every correction, the latest first; of one record with `about=speaker/ann-lee`."""
    kind, link = _record(about)
    listed = list_corrections(archive, page, kind=kind, link=link)
    return render(request, "corrections.html", listed=listed, about=about if kind else "")


@router.get("/corrections/feed.atom")
def corrections_feed(request: Request, archive: ArchiveDep, about: About = "") -> Response:
    """The latest corrections."""
    kind, link = _record(about)
    listed = list_corrections(archive, kind=kind, link=link)
    changes = [change_of(one) for one in listed.corrections]
    own = with_query("/corrections/feed.atom", {"about": about if kind else ""})
    return _feed(request, "Corrections", "/corrections", changes, own)


@router.get("/speakers/{slug}/changes.atom")
def speaker_changes(request: Request, archive: ArchiveDep, slug: str) -> Response:
    """What changed in a speaker's statements, by people or by new readings."""
    speaker = get_speaker(archive, slug)
    title = f"Changes: {speaker.name}"
    return _feed(request, title, speaker.url, changes_of(archive, "speaker", slug))


@router.get("/issues/{key}/changes.atom")
def issue_changes(request: Request, archive: ArchiveDep, key: str) -> Response:
    """What changed in the statements on an issue."""
    issue = get_issue(archive, key)
    title = f"Changes: {issue.name}"
    return _feed(request, title, issue.url, changes_of(archive, "issue", key))


def _record(about: str) -> tuple[str | None, str | None]:
    kind, _, link = about.partition("/")
    return (kind, link) if kind in _KINDS and link else (None, None)


def _feed(
    request: Request,
    title: str,
    page: str,
    changes: Sequence[ChangeShown],
    own: str | None = None,
) -> Response:
    values = {"title": title, "page": page, "changes": changes}
    text = render_text(request, "machines/changes.xml", canonical=own, **values)
    lifetime = {"Cache-Control": "public, max-age=300"}
    return Response(text, media_type="application/atom+xml; charset=utf-8", headers=lifetime)
