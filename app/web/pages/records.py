"""The pages of one speaker, article, event, issue and outlet."""

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from app.archive import Archive
from app.schemas import links
from app.services.article_citations import citation_files_of_article, citations_of_article
from app.services.article_versions import get_article_history
from app.services.articles import get_article
from app.services.collection import get_collection
from app.services.courses import get_course
from app.services.events import get_event
from app.services.issues import get_issue
from app.services.outlets import get_outlet
from app.services.profiles import get_picture
from app.services.search import find
from app.services.speakers import get_speaker
from app.web import jsonld
from app.web.answers import citation_answer
from app.web.asked import asked_of
from app.web.deps import ArchiveDep, PartDep
from app.web.listed import Listed
from app.web.sections import Section
from app.web.templating import render

router = Section(default_response_class=HTMLResponse)


@router.get("/speakers/{slug}")
def speaker_page(request: Request, archive: ArchiveDep, slug: str) -> HTMLResponse:
    """Who they are, where they stand, and all they said."""
    speaker = get_speaker(archive, slug)
    listed = _statements(request, archive, speaker.url, speaker=slug)
    data = jsonld.of_speaker(request.app.state.site, speaker)
    return render(
        request,
        "speakers/speaker.html",
        speaker=speaker,
        listed=listed,
        data=data,
        kept=listed.lasting,
    )


@router.get("/speakers/{slug}/picture", response_class=Response)
def speaker_picture(archive: ArchiveDep, slug: str) -> Response:
    """The picture that the archive's knowledge has of a speaker."""
    found = get_picture(archive, slug)
    lifetime = {"Cache-Control": "public, max-age=86400"}
    return Response(found.content, media_type=found.media_type, headers=lifetime)


@router.get("/articles/{permalink}")
def article_page(
    request: Request, archive: ArchiveDep, permalink: str, part: PartDep, by: str = ""
) -> HTMLResponse:
    """The article with its statements marked, numbered and linked both ways.

    With `by`, a speaker's slug, only that speaker's statements are marked.
    """
    article, site = get_article(archive, permalink, part), request.app.state.site
    address = site.absolute(article.url)
    return render(
        request,
        "articles/article.html",
        article=article,
        only=article.numbers_of(links.speaker(by)) if by else None,
        citations=citations_of_article(article, site.settings.site_name, address),
        data=jsonld.of_article(site, article),
    )


@router.get("/articles/{permalink}/history")
def article_history_page(request: Request, archive: ArchiveDep, permalink: str) -> HTMLResponse:
    """What its source said before it was changed."""
    history = get_article_history(archive, permalink)
    return render(request, "articles/history.html", history=history)


@router.get("/articles/{permalink}/citation.{kind}")
def article_citation(request: Request, archive: ArchiveDep, permalink: str, kind: str) -> Response:
    """The citation of an article as a file for a reference manager."""
    article, site = get_article(archive, permalink), request.app.state.site
    address = site.absolute(article.url)
    cited = citation_files_of_article(article, site.settings.site_name, address)
    return citation_answer(cited, article.id, kind)


@router.get("/events/{slug}")
def event_page(request: Request, archive: ArchiveDep, slug: str) -> HTMLResponse:
    """When and where it was, who spoke, and what they said."""
    event = get_event(archive, slug)
    listed = _statements(request, archive, event.url, event=slug)
    data = jsonld.of_event(request.app.state.site, event)
    return render(
        request, "events/event.html", event=event, listed=listed, data=data, kept=listed.lasting
    )


@router.get("/issues/{key}")
def issue_page(request: Request, archive: ArchiveDep, key: str) -> HTMLResponse:
    """The question, who takes which side, and all that was said on it."""
    issue = get_issue(archive, key)
    listed = _statements(request, archive, issue.url, issue=key)
    return render(request, "issues/issue.html", issue=issue, listed=listed, kept=listed.lasting)


@router.get("/positions/{key}/{slug}")
def course_page(request: Request, archive: ArchiveDep, key: str, slug: str) -> HTMLResponse:
    """What one holder said on one issue over time, and where the statements point apart."""
    return render(request, "issues/course.html", course=get_course(archive, key, slug))


@router.get("/outlets/{slug}")
def outlet_page(request: Request, archive: ArchiveDep, slug: str) -> HTMLResponse:
    """Its newest articles, and the statements it reports."""
    outlet = get_outlet(archive, slug)
    listed = _statements(request, archive, outlet.url, outlet=slug)
    return render(request, "outlets/outlet.html", outlet=outlet, listed=listed, kept=listed.lasting)


def _statements(request: Request, archive: Archive, path: str, **fixed: str) -> Listed:
    asked = asked_of(request, **fixed)
    page = find(archive, asked.query)
    return Listed(asked, page, path, tuple(fixed), get_collection(archive))
