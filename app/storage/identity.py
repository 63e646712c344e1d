"""Which article of the archive an article of a document is: the same one, or a new one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.domain.documents import ParsedArticle, SourceDocument
from app.models.address import Address, AddressKind, ImportedArticle
from app.models.article import Article, ArticleAnalysis
from app.models.document import Document
from app.storage.permalinks import article_identity, article_permalink
from app.storage.sketches import likeness, sketch_of

#: A new text at the same path is the same article from this likeness on. Half of the shingles
#: outlive even a heavy edit; two articles on one subject share a tenth at most.
_SAME_ORIGIN = 0.5

#: An article of an imported ledger is recognised by its text alone from this likeness on.
_SAME_TEXT = 0.8


@dataclass(frozen=True, slots=True)
class ArticleMatch:
    """Which article is meant: its address, identity and sketch, and its row if it has one.

    `elsewhere` says that another file gave the very same article, which stays where it is;
    `fresh` that nothing was ever published of it, nor known by an imported ledger.
    """

    permalink: str
    identity: str
    sketch: list[int]
    row: Article | None = None
    elsewhere: bool = False
    fresh: bool = False


def identities_of(document: SourceDocument, articles: Sequence[ParsedArticle]) -> list[str]:
    """What makes each article of a document itself; see `article_identity`."""
    stated = document.metadata
    outlet = stated.outlet if stated else None
    seen: Counter[str] = Counter()
    identities: list[str] = []
    for article in articles:
        text = article.span.of(document.text)
        identity = article_identity(text, article.url, outlet)
        seen[identity] += 1
        # The same words twice in one file, or several articles under the one address it states.
        again = f" #{seen[identity]}" if seen[identity] > 1 else ""
        identities.append(identity + again)
    return identities


def match_articles(
    session: Session, document: SourceDocument, articles: Sequence[ParsedArticle]
) -> list[ArticleMatch]:
    """For each article of a document, which article of the archive it is.

    The same article is: the same canonical address or the same words; else largely the same
    text from the same origin; else, for an article that only an imported ledger knows, nearly
    the same text. The same path alone is not enough.
    """
    identities = identities_of(document, articles)
    sketches = [sketch_of(article.span.of(document.text)) for article in articles]
    matches: list[ArticleMatch | None] = [
        _by_identity(session, document, identity, sketch)
        for identity, sketch in zip(identities, sketches, strict=True)
    ]
    taken = {match.permalink for match in matches if match}
    earlier = [row for row in _at_origin(session, document) if row[0].permalink not in taken]
    orphans = [entry for entry in _orphans(session) if entry.permalink not in taken]
    for number, (identity, sketch) in enumerate(zip(identities, sketches, strict=True)):
        if matches[number] is None:
            matches[number] = (
                _by_origin(earlier, identity, sketch)
                or _by_ledger(orphans, identity, sketch)
                or ArticleMatch(_new_permalink(session, identity), identity, sketch, fresh=True)
            )
    return [match for match in matches if match is not None]


def _by_identity(
    session: Session, document: SourceDocument, identity: str, sketch: list[int]
) -> ArticleMatch | None:
    wanted = select(Address).where(
        Address.kind == AddressKind.ARTICLE, Address.identity == identity
    )
    entry = session.exec(wanted).first()
    if entry is None:
        return None
    row = session.exec(select(Article).where(Article.permalink == entry.permalink)).first()
    elsewhere = row is not None and _is_elsewhere(row, document, identity)
    return ArticleMatch(entry.permalink, identity, sketch, row, elsewhere)


def all_held_elsewhere(
    session: Session, document: SourceDocument, articles: Sequence[ParsedArticle]
) -> bool:
    """Whether every article of a document is here already, word for word, from another file."""
    matches = (
        _by_identity(session, document, identity, [])
        for identity in identities_of(document, articles)
    )
    return all(match is not None and match.elsewhere for match in matches)


def _is_elsewhere(row: Article, document: SourceDocument, identity: str) -> bool:
    holder = row.document
    same_file = holder.origin == document.origin or (
        holder.sha256 == document.sha256 and holder.name == document.name
    )
    # A web address may carry a newer text, and then it is this file's turn.
    return not same_file and identity.startswith("text ")


def _at_origin(session: Session, document: SourceDocument) -> list[tuple[Article, list[int]]]:
    wanted = (
        select(Article, ArticleAnalysis)
        .join(Document, col(Article.document_id) == col(Document.id))
        .join(ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id))
        .where(
            (col(Document.origin) == document.origin)
            | ((col(Document.sha256) == document.sha256) & (col(Document.name) == document.name))
        )
        .order_by(col(Article.permalink))
    )
    return [(article, analysis.sketch) for article, analysis in session.exec(wanted)]


def _orphans(session: Session) -> list[ImportedArticle]:
    return list(session.exec(select(ImportedArticle).order_by(col(ImportedArticle.permalink))))


def _by_origin(
    earlier: list[tuple[Article, list[int]]], identity: str, sketch: list[int]
) -> ArticleMatch | None:
    best = max(earlier, key=lambda held: likeness(held[1], sketch), default=None)
    if best is None or likeness(best[1], sketch) < _SAME_ORIGIN:
        return None
    earlier.remove(best)
    return ArticleMatch(best[0].permalink, identity, sketch, best[0])


def _by_ledger(
    orphans: list[ImportedArticle], identity: str, sketch: list[int]
) -> ArticleMatch | None:
    best = max(orphans, key=lambda entry: likeness(entry.sketch, sketch), default=None)
    if best is None or likeness(best.sketch, sketch) < _SAME_TEXT:
        return None
    orphans.remove(best)
    return ArticleMatch(best.permalink, identity, sketch)


def _new_permalink(session: Session, identity: str) -> str:
    link, attempt = article_permalink(identity), 1
    while _published(session, link):
        attempt += 1
        link = article_permalink(f"{identity} try {attempt}")
    return link


def _published(session: Session, permalink: str) -> bool:
    wanted = select(Address.id).where(
        Address.kind == AddressKind.ARTICLE, Address.permalink == permalink
    )
    return session.exec(wanted).first() is not None
