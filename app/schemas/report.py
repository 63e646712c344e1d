"""What readers said was wrong, as pages show it."""

from app.domain.reports import COMPLAINTS, Complaint, Outcome
from app.schemas.base import Shown


class Answered(Shown):
    """What a reader said was wrong with a statement, and what a curator answered."""

    complaint: Complaint
    times: int
    asked: str  # the day it was first said
    answered: str
    by: str
    outcome: Outcome
    answer: str
    lines: list[str]  # readers' own words, where they were made public

    @property
    def said(self) -> str:
        """The complaint in words."""
        return COMPLAINTS[self.complaint]


class Waiting(Shown):
    """A report that a curator has to answer, with all that readers wrote."""

    number: int
    permalink: str
    revision: int
    complaint: Complaint
    times: int
    asked: str
    lines: list[str]

    @property
    def said(self) -> str:
        """The complaint in words."""
        return COMPLAINTS[self.complaint]
