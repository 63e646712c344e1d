"""Links articles that are largely one text: reports taken over by another outlet, or edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.models.article import Article, ArticleAnalysis, ArticleSketch
from app.models.outlet import Outlet
from app.storage.sketches import likeness

#: Articles are one text from this likeness on: a fifth of the five-word runs may differ.
_SAME_TEXT = 0.8

#: A run of words that stands in more articles than this is boilerplate, and proves nothing.
_BOILERPLATE = 50


@dataclass(frozen=True, slots=True)
class _Copy:
    article: Article
    sketch: Sequence[int]
    agency: bool

    @property
    def rank(self) -> tuple[date, bool, str]:
        """The original comes first: the earliest, then the agency's, then by address."""
        return (self.article.published_first or date.max, not self.agency, self.article.permalink)


def link_copies(session: Session) -> list[str]:
    """Points every near-duplicate at the original among them; the addresses that changed.

    Those of originals that won or lost a copy are among them.

    A function of the set of articles: neither order nor time plays a part.
    """
    groups = _groups(_alike(session))
    copies = _load(session, {number for group in groups for number in group})
    wanted: dict[str, tuple[int | None, str]] = {}
    for group in groups:
        first, *others = sorted((copies[number] for number in group), key=lambda c: c.rank)
        for other in others:
            share = likeness(first.sketch, other.sketch)
            if share >= _SAME_TEXT:
                wanted[other.article.permalink] = (first.article.id, _reason(first, other, share))
    held = select(Article).where(col(Article.copy_of_id).is_not(None))
    rows = {row.permalink: row for row in session.exec(held)}
    rows |= {copy.article.permalink: copy.article for copy in copies.values()}
    changed: list[str] = []
    firsts: set[int | None] = set()
    for permalink, row in sorted(rows.items()):
        target, reason = wanted.get(permalink, (None, None))
        if (row.copy_of_id, row.copy_reason) != (target, reason):
            firsts |= {row.copy_of_id, target}
            row.copy_of_id, row.copy_reason = target, reason
            session.add(row)
            changed.append(permalink)
    session.flush()
    of_these = select(Article.permalink).where(col(Article.id).in_(firsts))
    return sorted({*changed, *session.exec(of_these)})


def _alike(session: Session) -> set[tuple[int, int]]:
    telling = (
        select(ArticleSketch.shingle)
        .group_by(col(ArticleSketch.shingle))
        .having(func.count().between(2, _BOILERPLATE))
    )
    one, other = aliased(ArticleSketch), aliased(ArticleSketch)
    wanted = (
        select(one.article_id, other.article_id)
        .join(other, col(one.shingle) == col(other.shingle))
        .where(col(one.article_id) < col(other.article_id), col(one.shingle).in_(telling))
        .distinct()
    )
    pairs = session.exec(wanted).all()
    copies = _load(session, {number for pair in pairs for number in pair})
    return {(a, b) for a, b in pairs if likeness(copies[a].sketch, copies[b].sketch) >= _SAME_TEXT}


def _load(session: Session, numbers: set[int]) -> dict[int, _Copy]:
    wanted = (
        select(Article, ArticleAnalysis.sketch, Outlet.is_agency)
        .join(ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id))
        .outerjoin(Outlet, col(Outlet.id) == col(Article.outlet_id))
        .where(col(Article.id).in_(numbers))
    )
    return {
        article.id: _Copy(article, sketch, bool(agency))
        for article, sketch, agency in session.exec(wanted)
        if article.id is not None
    }


def _groups(pairs: set[tuple[int, int]]) -> list[set[int]]:
    group_of: dict[int, set[int]] = {}
    for a, b in sorted(pairs):
        merged = group_of.get(a, {a}) | group_of.get(b, {b})
        for number in merged:
            group_of[number] = merged
    return list({id(group): group for group in group_of.values()}.values())


def _reason(first: _Copy, other: _Copy, share: float) -> str:
    if first.article.text_key == other.article.text_key:
        return "the same report, word for word"
    return f"largely the same report: about {share:.0%} of its five-word runs are in both"
