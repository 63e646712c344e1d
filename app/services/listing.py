"""What all lists share: the page asked for, kept within what there is."""

from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlmodel import Session

from app.schemas.common import Paging

#: Records on one page of a list.
PER_PAGE = 50


def page_of(
    session: Session,
    wanted: Select[Any],
    page: int,
    per_page: int = PER_PAGE,
    *,
    counted: Select[Any] | int | None = None,
) -> tuple[list[Row[Any]], Paging]:
    """The rows of one page of `wanted`, and which page that is; the last one if `page` is past it.

    Two queries, however long the list is; `counted` is a cheaper way to count where there is one,
    or how many there are where that is known: then it is one query.
    """
    if counted is None:
        counted = select(func.count()).select_from(wanted.order_by(None).subquery())
    total = counted if isinstance(counted, int) else session.execute(counted).scalar_one()
    paging = Paging(page=page, per_page=per_page, total=total)
    paging = paging.model_copy(update={"page": min(page, paging.pages)})
    rows = session.execute(wanted.offset(paging.offset).limit(per_page)).all()
    return list(rows), paging
