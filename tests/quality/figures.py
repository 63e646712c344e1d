"""Counts that become percentages."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Figure:
    """Hits among what was wanted and, where finding too much is possible, among what was found."""

    right: int = 0
    wanted: int = 0
    found: int | None = None  # None: only a share of `wanted` is asked for
    misses: list[str] = field(default_factory=list)  # what to mend, for people

    @property
    def percent(self) -> float | None:
        """F1 where `found` is counted, else the share of right ones; None of nothing."""
        if self.found is None:
            return 100 * self.right / self.wanted if self.wanted else None
        total = self.wanted + self.found
        return 200 * self.right / total if total else None

    def judge(self, right: bool, miss: str) -> None:
        """Count one more wanted thing; `miss` says what it was where it is not right."""
        self.wanted += 1
        self.right += right
        if not right:
            self.misses.append(miss)

    def __add__(self, other: Figure) -> Figure:
        """The figure over both sets of things."""
        both = self.found is not None or other.found is not None
        return Figure(
            self.right + other.right,
            self.wanted + other.wanted,
            (self.found or 0) + (other.found or 0) if both else None,
            self.misses + other.misses,
        )


def shown(figure: Figure) -> str:
    """A figure as a table cell: "92.3 % (24 of 26)"."""
    if figure.percent is None:
        return "nothing to count"
    if figure.found is None:
        return f"{figure.percent:5.1f} % ({figure.right} of {figure.wanted})"
    return (
        f"{figure.percent:5.1f} % (F1; {figure.right} right, "
        f"{figure.wanted} wanted, {figure.found} found)"
    )
