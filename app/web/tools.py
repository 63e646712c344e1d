"""The tools that assistants are given: search, one statement, the checker. They only read."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from app.archive import Archive
from app.domain.search import SearchQuery
from app.errors import Moved
from app.schemas.tools import Told, ToldCheck, ToldChecks, ToldFound
from app.services.check import check_draft, check_quote
from app.services.check_coverage import coverage_told
from app.services.search import find
from app.services.statements import get_statement

Absolute = Callable[[str], str]


class _Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SearchArguments(_Arguments):
    """What `search_statements` takes."""

    query: str = Field(
        max_length=1000,
        description='words, "a phrase", OR, -word, speaker:name, outlet:name, said:2011..2012',
    )
    limit: int = Field(10, ge=1, le=20, description="statements that are told")


class StatementArguments(_Arguments):
    """What `get_statement` takes."""

    id: str = Field(max_length=300, description="the last part of a statement's address, or all")


class QuoteArguments(_Arguments):
    """What `check_quotation` takes."""

    quote: str = Field(max_length=4_000, description="the words")
    speaker: str | None = Field(None, max_length=200, description="who is said to have said it")


class DraftArguments(_Arguments):
    """What `check_draft` takes."""

    text: str = Field(max_length=50_000, description="a text; what is between quotation marks")


def _search(archive: Archive, absolute: Absolute, asked: SearchArguments) -> BaseModel:
    page = find(archive, SearchQuery(asked.query, per_page=asked.limit))
    full = [one.statement for one in page.results if one.statement and not one.partial]
    return ToldFound(
        total=page.total,
        statements=[Told.of(card, absolute) for card in full],
        notes=page.notes,
        coverage=coverage_told(archive),
    )


def _statement(archive: Archive, absolute: Absolute, asked: StatementArguments) -> BaseModel:
    link = _permalink_in(asked.id)
    try:
        return get_statement(archive, link)
    except Moved as moved:
        return get_statement(archive, moved.target)


def _permalink_in(asked: str) -> str:
    """The permalink in the address of any page of a statement, or in the last part of it."""
    path = re.split(r"[?#]", asked.strip(), maxsplit=1)[0]
    words = [word for word in path.split("/") if word]
    after = words[words.index("statements") + 1 :] if "statements" in words else words
    return after[0] if after else ""


def _quote(archive: Archive, absolute: Absolute, asked: QuoteArguments) -> BaseModel:
    return ToldCheck.of(check_quote(archive, asked.quote, asked.speaker or None), absolute)


def _draft(archive: Archive, absolute: Absolute, asked: DraftArguments) -> BaseModel:
    found = check_draft(archive, asked.text)
    return ToldChecks(
        checks=[ToldCheck.of(one, absolute) for one in found.checks], notes=found.notes
    )


class Tool(NamedTuple):
    """A tool: what it is for, what it takes, and what answers."""

    name: str
    title: str
    description: str
    takes: type[BaseModel]
    answer: Callable[..., BaseModel]

    def described(self) -> dict[str, Any]:
        """The tool as assistants are told of it."""
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "inputSchema": self.takes.model_json_schema(),
            "annotations": {"readOnlyHint": True, "openWorldHint": False},
        }


TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "search_statements",
            "Search statements",
            "Statements in this archive that hold all the words, best match first, each verbatim "
            "with its permanent address. Cite the address. That nothing is found is no sign that "
            "nothing was said: `coverage` tells what was searched.",
            SearchArguments,
            _search,
        ),
        Tool(
            "get_statement",
            "One statement",
            "A statement with its place in its source, how speaker, day and event were decided, "
            "and its version.",
            StatementArguments,
            _statement,
        ),
        Tool(
            "check_quotation",
            "Was it said?",
            "Lays a quotation beside the archive: exact, small-differences (listed; those that "
            "may turn the meaning first), words-left-out, someone-else or not-found. Not found "
            "means not held here; it says nothing of whether it was said.",
            QuoteArguments,
            _quote,
        ),
        Tool(
            "check_draft",
            "Check a draft",
            "The same for every passage between quotation marks in a text. Nothing is kept.",
            DraftArguments,
            _draft,
        ),
    )
}
