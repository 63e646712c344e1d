"""The address ledger as a file, so that a rebuilt archive keeps every address."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from app.archive import Archive
from app.errors import ArchiveError
from app.models.address import Address, AddressKind, AddressState, ImportedArticle
from app.models.article import Article, ArticleAnalysis
from app.models.statement import Statement
from app.storage.ledger_import import FormerVersion, LedgerEntry, import_entry, versions_of

_BATCH = 500
_Row = TypeVar("_Row")


def exported_addresses(session: Session) -> Iterator[dict[str, Any]]:
    """Every address ever published, as one record each, in an order of its own.

    A live statement's record holds its words, an article's the sketch of its text: what a
    rebuilt archive recognises them by. Earlier versions of a statement go with its address, since
    each of them has an address of its own.
    """
    wanted = (
        select(Address, Statement.content, ArticleAnalysis.sketch, ImportedArticle.sketch)
        .outerjoin(
            Statement,
            (col(Statement.permalink) == col(Address.permalink))
            & (col(Address.kind) == AddressKind.STATEMENT),
        )
        .outerjoin(
            Article,
            (col(Article.permalink) == col(Address.permalink))
            & (col(Address.kind) == AddressKind.ARTICLE),
        )
        .outerjoin(ArticleAnalysis, col(ArticleAnalysis.article_id) == col(Article.id))
        .outerjoin(
            ImportedArticle,
            (col(ImportedArticle.permalink) == col(Address.permalink))
            & (col(Address.kind) == AddressKind.ARTICLE),
        )
        .order_by(col(Address.kind), col(Address.permalink))
        .execution_options(yield_per=_BATCH)
    )
    for rows in _batched(session.exec(wanted), _BATCH):
        of_statements = [row[0].permalink for row in rows if row[0].kind is AddressKind.STATEMENT]
        versions = versions_of(session, of_statements)
        for address, content, sketch, waiting in rows:
            record = {
                "type": address.kind.value,
                "address": address.permalink,
                "state": address.state.value,
                "target": address.target,
                "reason": address.reason,
                "shown": content or address.shown,
                "article": address.article,
                "identity": address.identity,
                "sketch": sketch or waiting,
                "published_at": address.published_at.isoformat(),
                "versions": versions.get(address.permalink),
            }
            yield {key: value for key, value in record.items() if value is not None}


def _batched(rows: Iterable[_Row], size: int) -> Iterator[list[_Row]]:
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def import_addresses(archive: Archive, path: Path) -> int:
    """Enters an exported ledger into an archive that is being rebuilt; how many were new to it.

    What was live waits, as not found yet, until a file that holds it is read. Addresses the
    archive has already are left alone. Raises ArchiveError naming file and line, and then
    enters nothing.
    """
    new = 0
    try:
        with archive.transaction() as session, path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    new += import_entry(session, entry_of(line, f"{path}, line {number:,}"))
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(f"{path}: the address ledger cannot be read ({error})") from error
    return new


def entry_of(line: str, where: str) -> LedgerEntry:
    """The address that a line of an exported ledger holds; `where` names the line in errors."""
    try:
        record = json.loads(line)
        return LedgerEntry(
            kind=AddressKind(record["type"]),
            permalink=str(record["address"]),
            state=AddressState(record["state"]),
            target=record.get("target"),
            reason=record.get("reason"),
            shown=record.get("shown"),
            article=record.get("article"),
            identity=record.get("identity"),
            sketch=record.get("sketch"),
            published_at=record.get("published_at"),
            versions=[FormerVersion.of(one) for one in record.get("versions", ())],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(
            f"{where}: this is no entry of an address ledger ({error}); give the file that "
            "`onrecord export addresses` wrote"
        ) from error
