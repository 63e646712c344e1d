"""Keeps what was made of the gazetteer, as a run uses one for thousands of documents."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from app.domain.gazetteer import Gazetteer

_T = TypeVar("_T")


def kept(*parts: str) -> Callable[[Callable[[Gazetteer], _T]], Callable[[Gazetteer], _T]]:
    """Makes a function of a gazetteer give back its last value while these parts stay the same.

    Parts are compared by identity: a gazetteer with further events has the speakers it had.
    """

    def keeping(make: Callable[[Gazetteer], _T]) -> Callable[[Gazetteer], _T]:
        last: list[tuple[tuple[object, ...], _T]] = []

        @wraps(make)
        def give(gazetteer: Gazetteer) -> _T:
            now = tuple(getattr(gazetteer, part) for part in parts)
            if last and all(a is b for a, b in zip(last[0][0], now, strict=True)):
                return last[0][1]
            made = make(gazetteer)
            last[:] = [(now, made)]
            return made

        return give

    return keeping
