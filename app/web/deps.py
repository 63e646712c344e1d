"""What handlers ask for: the archive, and numbers from the address."""

from typing import Annotated

from fastapi import Depends, Query, Request
from starlette.convertors import Convertor, register_url_convertor

from app.archive import Archive
from app.desk import Desk
from app.domain.resolved import Stance

#: No list is longer; a larger number in an address is read as this one.
LAST_PAGE = 1_000_000
#: As many digits as a number in the database may have; Python reads 4,300 at most.
_MOST_DIGITS = 18


class _Number(Convertor[int]):
    """A whole number in a path, `{year:number}`, of however many digits.

    Of too many it is read as one that is larger than all that is held.
    """

    regex = "[0-9]+"

    def convert(self, value: str) -> int:
        return int(value) if len(value) <= _MOST_DIGITS else 10**_MOST_DIGITS

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("number", _Number())


# Coroutines, because a plain function would cost a change of thread for one attribute.
async def _archive(request: Request) -> Archive:
    archive: Archive = request.app.state.archive
    return archive


async def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


async def _page(page: Annotated[str, Query(max_length=2000)] = "1") -> int:
    return page_number(page)


async def _part(part: Annotated[str, Query(max_length=2000)] = "1") -> int:
    return page_number(part)


async def _columns(columns: Annotated[str, Query(max_length=2000)] = "1") -> int:
    return page_number(columns)


def page_number(text: str) -> int:
    """The page that an address names; the first where it names none that could be."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(max(1, int(digits[:9])), LAST_PAGE)


def stance_named(text: str) -> Stance | None:
    """The stance that an address names; None where it names none there is."""
    return next((stance for stance in Stance if stance.value == text), None)


ArchiveDep = Annotated[Archive, Depends(_archive)]
DeskDep = Annotated[Desk, Depends(_desk)]
PageDep = Annotated[int, Depends(_page)]
PartDep = Annotated[int, Depends(_part)]
ColumnsDep = Annotated[int, Depends(_columns)]
