"""The articles that quote a speaker, from which a curator picks those that mean somebody else."""

from sqlalchemy import func, select
from sqlmodel import Session

from app.archive import Archive
from app.schemas.curation import QuotingArticle, QuotingArticles
from app.services.articles import article_row, article_rows
from app.services.listing import page_of
from app.services.tables import ARTICLE, SPEAKER, STATEMENT

_PER_PAGE = 50


def quoting_articles(archive: Archive, slug: str, page: int = 1) -> QuotingArticles:
    """A page of the articles that quote the speaker at an address, newest first. Three queries.

    An article comes with the office under which it quotes the speaker, and how often it does.
    """
    with archive.session() as session:
        speaker = select(SPEAKER.c.id).where(SPEAKER.c.slug == slug).scalar_subquery()
        quoting = select(STATEMENT.c.article_id).where(STATEMENT.c.speaker_id == speaker)
        wanted = article_rows(ARTICLE.c.id.in_(quoting))
        counted = select(func.count(STATEMENT.c.article_id.distinct())).where(
            STATEMENT.c.speaker_id == speaker
        )
        rows, paging = page_of(session, wanted, page, _PER_PAGE, counted=counted)
        listed = [article_row(row) for row in rows]
        said = _said_in(session, slug, [row.id for row in listed])
    articles = []
    for row in listed:
        office, number = said.get(row.id, (None, 0))
        articles.append(QuotingArticle(article=row, office=office, statements=number))
    return QuotingArticles(rows=articles, paging=paging)


def _said_in(session: Session, slug: str, articles: list[str]) -> dict[str, tuple[str | None, int]]:
    """The office of a speaker in each of these articles, and the number of statements there."""
    wanted = (
        select(ARTICLE.c.permalink, func.max(STATEMENT.c.office), func.count())
        .join(STATEMENT, STATEMENT.c.article_id == ARTICLE.c.id)
        .join(SPEAKER, SPEAKER.c.id == STATEMENT.c.speaker_id)
        .where(SPEAKER.c.slug == slug, ARTICLE.c.permalink.in_(articles))
        .group_by(ARTICLE.c.permalink)
    )
    return {link: (office, number) for link, office, number in session.execute(wanted)}
