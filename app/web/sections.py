"""Routers that are passed by at once: the site has a hundred patterns of addresses."""

from functools import cached_property

from fastapi import APIRouter
from starlette.routing import Match, Route
from starlette.types import Scope

#: The first word of an address and how many words it has.
Shape = tuple[str, int]


class Section(APIRouter):
    """Pages of a few shapes of address; for any other no pattern is tried.

    FastAPI tries the patterns of one router after the other, some 8 µs for each router; twelve
    stand before the last page. No pattern here may match a slash or begin with what varies.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As of any router, found out by the shape of the address first."""
        if not scope.get("root_path") and shape_of(scope["path"]) not in self._shapes:
            return Match.NONE, {}
        return super().matches(scope)

    @cached_property
    def _shapes(self) -> frozenset[Shape]:
        return frozenset(shape_of(route.path) for route in self.routes if isinstance(route, Route))


def shape_of(path: str) -> Shape:
    """The first word of a path, which may be empty, and how many words there are."""
    return path[1:].partition("/")[0], path.count("/")
