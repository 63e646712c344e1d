"""What a curator is offered beside a statement, so that most corrections are one choice."""

from app.domain.quotations import SpeechKind
from app.schemas.article import ArticleRow
from app.schemas.base import Shown
from app.schemas.common import Paging
from app.schemas.report import Waiting


class Choice(Shown):
    """A value that a correction may take, and how it is named."""

    value: str
    label: str
    note: str = ""


class IssueChoice(Shown):
    """An issue that a statement is on, with its stance as the form holds it."""

    key: str
    name: str
    stance: str = ""
    conditional: bool = False


class Panel(Shown):
    """The choices for one statement: what is nearest in its article comes first."""

    permalink: str
    revision: int
    speaker: str  # the values now, as the form's fields hold them
    said_on: str
    place: str
    event: str
    office: str
    kind: SpeechKind
    words: str
    issues: list[IssueChoice]
    speakers: list[Choice]
    days: list[Choice]
    places: list[Choice]
    events: list[Choice]
    offices: list[Choice]
    all_issues: list[Choice]
    waiting: list[Waiting]


class QuotingArticle(Shown):
    """An article that quotes a speaker: under which office, and how many statements it has."""

    article: ArticleRow
    office: str | None
    statements: int


class QuotingArticles(Shown):
    """One page of the articles that quote a speaker, newest first."""

    rows: list[QuotingArticle]
    paging: Paging


class Selected(Shown):
    """Words of an article that a curator has chosen, and what may be said of them."""

    words: str
    start: int
    kind: SpeechKind
    before: str
    after: str
    speakers: list[Choice]
    days: list[Choice]
