"""The JSON API's records and lists: the same values that the pages show."""

from fastapi import APIRouter

from app.schemas.article import ArticleList, ArticleRecord, OutletList, OutletRecord
from app.schemas.correction import CorrectionList
from app.schemas.event import EventList, EventRecord
from app.schemas.issue import Course, IssueList, IssueRecord, Matrix
from app.schemas.speaker import EventsOf, PositionList, SpeakerList, SpeakerRecord
from app.schemas.statement import Alike, StatementList, StatementRecord
from app.services.alike import get_alike, with_related
from app.services.articles import get_article, list_articles
from app.services.company import events_of
from app.services.correction_lists import list_corrections
from app.services.courses import get_course
from app.services.events import get_event, list_events
from app.services.issues import get_issue, list_issues
from app.services.matrix import get_matrix
from app.services.outlets import get_outlet, list_outlets
from app.services.positions import list_of_speaker, list_on_issue
from app.services.speakers import get_speaker, list_speakers
from app.services.statements import get_statement, list_statements
from app.web.api.answers import GONE
from app.web.deps import ArchiveDep, ColumnsDep, PageDep, PartDep, stance_named

router = APIRouter(prefix="/api/v1", tags=["records"], responses=GONE)


@router.get("/statements")
def statements(archive: ArchiveDep, page: PageDep) -> StatementList:
    """A page of statements, those said last first."""
    return list_statements(archive, page)


@router.get("/statements/{permalink}")
def statement(archive: ArchiveDep, permalink: str) -> StatementRecord:
    """One statement with its place in its source as W3C selectors, and how it was found."""
    return with_related(archive, get_statement(archive, permalink))


@router.get("/corrections")
def corrections(archive: ArchiveDep, page: PageDep, about: str = "") -> CorrectionList:
    """A page of corrections, the latest first; of one record with `about=speaker/ann-lee`."""
    kind, _, link = about[:300].partition("/")
    return list_corrections(archive, page, kind=kind or None, link=link or None)


@router.get("/articles")
def articles(archive: ArchiveDep, page: PageDep) -> ArticleList:
    """A page of articles, newest first."""
    return list_articles(archive, page)


@router.get("/articles/{permalink}")
def article(archive: ArchiveDep, permalink: str, part: PartDep) -> ArticleRecord:
    """One article with its text in runs, its statements marked, and its `document`."""
    return get_article(archive, permalink, part)


@router.get("/statements/{permalink}/alike")
def alike(archive: ArchiveDep, permalink: str) -> Alike:
    """The statements most like one, best first."""
    return get_alike(archive, permalink)


@router.get("/speakers")
def speakers(
    archive: ArchiveDep, page: PageDep, letter: str | None = None, q: str = ""
) -> SpeakerList:
    """A page of speakers from A to Z; `q` looks in all their names."""
    return list_speakers(archive, page, letter, q[:100])


@router.get("/speakers/{slug}")
def speaker(archive: ArchiveDep, slug: str) -> SpeakerRecord:
    """One speaker with names, offices and positions."""
    return get_speaker(archive, slug)


@router.get("/events")
def events(archive: ArchiveDep, page: PageDep) -> EventList:
    """A page of events, newest first."""
    return list_events(archive, page)


@router.get("/events/{slug}")
def event(archive: ArchiveDep, slug: str) -> EventRecord:
    """One event with who took part and the articles that name it."""
    return get_event(archive, slug)


@router.get("/issues")
def issues(archive: ArchiveDep, page: PageDep) -> IssueList:
    """A page of issues, those with most statements first."""
    return list_issues(archive, page)


@router.get("/issues/{key}")
def issue(archive: ArchiveDep, key: str) -> IssueRecord:
    """One issue with the positions taken on it."""
    return get_issue(archive, key)


@router.get("/positions")
def positions(archive: ArchiveDep, page: PageDep, columns: ColumnsDep) -> Matrix:
    """Issues down, speakers across: who takes which side. `columns` pages through speakers."""
    return get_matrix(archive, page, columns)


@router.get("/positions/{key}/{slug}")
def course(archive: ArchiveDep, key: str, slug: str) -> Course:
    """What one holder said on one issue over time."""
    return get_course(archive, key, slug)


@router.get("/speakers/{slug}/positions")
def speaker_positions(archive: ArchiveDep, slug: str, page: PageDep) -> PositionList:
    """A page of the sides a speaker takes."""
    return list_of_speaker(archive, slug, page)


@router.get("/speakers/{slug}/events")
def speaker_events(archive: ArchiveDep, slug: str, page: PageDep) -> EventsOf:
    """A page of the events a speaker was heard at or spoke about."""
    return events_of(archive, slug, page)


@router.get("/issues/{key}/positions")
def issue_positions(archive: ArchiveDep, key: str, page: PageDep, stance: str = "") -> PositionList:
    """A page of the sides taken on an issue; `stance` keeps one of them."""
    return list_on_issue(archive, key, stance_named(stance), page)


@router.get("/outlets")
def outlets(archive: ArchiveDep, page: PageDep) -> OutletList:
    """A page of outlets by name."""
    return list_outlets(archive, page)


@router.get("/outlets/{slug}")
def outlet(archive: ArchiveDep, slug: str) -> OutletRecord:
    """One outlet with its newest articles."""
    return get_outlet(archive, slug)
