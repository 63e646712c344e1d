"""The tables as SQL sees them: services read columns, which costs a third of reading objects."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from app.models.address import Address
from app.models.article import Article, ArticleRevision
from app.models.correction import Correction, CorrectionAbout, CorrectionState
from app.models.document import Document
from app.models.event import Event, EventMention, EventParticipant
from app.models.ingest_run import IndexTask, IngestRun, Quarantined
from app.models.issue import Issue, Position, PositionEvidence
from app.models.office import Office, Tenure
from app.models.outlet import Outlet
from app.models.speaker import NotSamePerson, Speaker, SpeakerAlias
from app.models.statement import Statement, StatementIssue, StatementRevision, StatementSpan


def _table(model: type[SQLModel]) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]  # SQLModel does not declare it
    return table


ABOUT = _table(CorrectionAbout)
ADDRESS = _table(Address)
ALIAS = _table(SpeakerAlias)
ARTICLE = _table(Article)
ARTICLE_REVISION = _table(ArticleRevision)
CORRECTION = _table(Correction)
CORRECTION_STATE = _table(CorrectionState)
DOCUMENT = _table(Document)
EVENT = _table(Event)
EVIDENCE = _table(PositionEvidence)
INDEX_TASK = _table(IndexTask)
INGEST_RUN = _table(IngestRun)
ISSUE = _table(Issue)
MENTION = _table(EventMention)
NOT_SAME = _table(NotSamePerson)
OFFICE = _table(Office)
OUTLET = _table(Outlet)
PARTICIPANT = _table(EventParticipant)
POSITION = _table(Position)
QUARANTINED = _table(Quarantined)
REVISION = _table(StatementRevision)
SPAN = _table(StatementSpan)
SPEAKER = _table(Speaker)
STATEMENT = _table(Statement)
STATEMENT_ISSUE = _table(StatementIssue)
TENURE = _table(Tenure)
