"""Which statements count: what a copy of an article repeats is counted as that of the first."""

from typing import Any

from sqlalchemy import ColumnElement, Select
from sqlalchemy import select as core_select
from sqlalchemy.orm import aliased
from sqlmodel import col, exists, select

from app.models.article import Article
from app.models.statement import Statement


def stands_in_first() -> ColumnElement[bool]:
    """Whether a statement's article is a copy of one in which the same speaker says these words.

    For a query that holds Statement and its Article.
    """
    first = aliased(Statement)
    return exists(
        select(first.id).where(
            first.article_id == Article.copy_of_id,
            first.content_key == Statement.content_key,
            col(first.speaker_id).is_not_distinct_from(col(Statement.speaker_id)),
        )
    )


def copied() -> Select[Any]:
    """The numbers of the statements that are not counted, for `not_in`: read once a query."""
    wanted = core_select(col(Statement.id))
    copies = wanted.join(Article, col(Article.id) == col(Statement.article_id))
    return copies.where(col(Article.copy_of_id).is_not(None), stands_in_first())
