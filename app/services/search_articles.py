"""Articles among search results, each with the extract that matched."""

from collections.abc import Callable, Collection

from sqlalchemy import select
from sqlmodel import Session

from app.domain.search import Piece
from app.schemas import links
from app.schemas.search import ArticleHit
from app.schemas.statement import PieceShown
from app.services.cards import outlet_ref, published_on, untitled
from app.services.extracts import best_extract
from app.services.tables import ARTICLE, DOCUMENT, OUTLET


def article_hits(
    session: Session, permalinks: Collection[str], cut: Callable[[str], list[Piece]]
) -> dict[str, ArticleHit]:
    """The articles with these permalinks; `cut` marks the words that matched. One query."""
    if not permalinks:
        return {}
    wanted = (
        select(
            ARTICLE,
            DOCUMENT.c.text,
            OUTLET.c.slug.label("outlet_slug"),
            OUTLET.c.name.label("outlet_name"),
        )
        .select_from(
            ARTICLE.join(DOCUMENT, DOCUMENT.c.id == ARTICLE.c.document_id).outerjoin(
                OUTLET, OUTLET.c.id == ARTICLE.c.outlet_id
            )
        )
        .where(ARTICLE.c.permalink.in_(permalinks))
    )
    found = {}
    for row in session.execute(wanted):
        text = row.text[row.start : row.end]
        body = text[max((row.headline_end or row.start) - row.start, 0) :]
        found[row.permalink] = ArticleHit(
            id=row.permalink,
            url=links.article(row.permalink),
            headline=row.headline or untitled(text[:160]),
            outlet=outlet_ref(row),
            published=published_on(row).iso,
            pieces=[PieceShown(text=t, matched=m) for t, m in best_extract(cut(body))],
            statement_count=row.statement_count,
            language=row.language,
        )
    return found
