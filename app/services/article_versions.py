"""What an article said before its source was changed, beside what it says now."""

from itertools import pairwise
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session

from app.archive import Archive
from app.config import FullText
from app.models.address import AddressKind
from app.schemas import links
from app.schemas.article import ArticleHistory, ArticleVersion
from app.services.addresses import raise_gone
from app.services.cards import OPENING, headline_of
from app.services.differences import words_changed
from app.services.tables import ARTICLE, ARTICLE_REVISION, DOCUMENT

#: Versions that one page shows; an article that changes more often is no article.
_MOST = 20


def get_article_history(archive: Archive, permalink: str) -> ArticleHistory:
    """The versions of an article, newest first, each with the words it changed. Two queries.

    Where only extracts of articles may be shown the words stay unsaid. Raises Moved, Withdrawn or
    NotFound where no article has this address.
    """
    with archive.session() as session:
        now = session.execute(_current(permalink)).one_or_none()
        if now is None:
            raise_gone(session, AddressKind.ARTICLE, permalink)
        earlier = _earlier(session, permalink)
    rows = [now, *earlier]
    texts = [row.text for row in rows] if archive.settings.full_text is FullText.SHOW else []
    changed = [list(words_changed(was, is_now)) for is_now, was in pairwise(texts)]
    return ArticleHistory(
        id=permalink,
        url=links.article(permalink),
        headline=headline_of(now),
        whole=bool(texts),
        versions=[
            ArticleVersion(
                number=row.number,
                until=f"{row.until:%Y-%m-%d}" if row.until else None,
                reason=row.reason,
                sha256=row.sha256,
                words=words,
            )
            for row, words in zip(rows, [*changed, *([[]] * len(rows))], strict=False)
        ],
    )


def _current(permalink: str) -> Any:  # noqa: ANN401 - a query of columns
    text = func.substr(DOCUMENT.c.text, ARTICLE.c.start + 1, ARTICLE.c.end - ARTICLE.c.start)
    columns = (ARTICLE.c.headline, OPENING, ARTICLE.c.revision.label("number"), DOCUMENT.c.sha256)
    nothing = (func.nullif(1, 1).label("until"), func.nullif(1, 1).label("reason"))
    held = select(*columns, *nothing, text.label("text")).select_from(
        ARTICLE.join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id)
    )
    return held.where(ARTICLE.c.permalink == permalink)


def _earlier(session: Session, permalink: str) -> list[Row[Any]]:
    old = ARTICLE_REVISION.c
    text = func.substr(DOCUMENT.c.text, old.start + 1, old.end - old.start)
    wanted = (
        select(old.number, DOCUMENT.c.sha256, old.until, old.reason, text.label("text"))
        .join(DOCUMENT, DOCUMENT.c.id == old.document_id)
        .where(old.permalink == permalink)
        .order_by(old.number.desc())
        .limit(_MOST)
    )
    return list(session.execute(wanted).all())
