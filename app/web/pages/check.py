"""Was this ever said? The quote checker's page, for one quotation or a whole draft."""

import csv
import io
from collections.abc import Callable
from typing import Annotated

from fastapi import Form, Query, Request
from fastapi.responses import HTMLResponse, Response

from app.schemas.check import Check, Checks
from app.services.check import check_draft, check_pasted
from app.services.home import get_coverage
from app.web.deps import ArchiveDep
from app.web.sections import Section
from app.web.templating import render

router = Section()

#: Characters of a quotation and of a draft that are read.
LONGEST_QUOTE, LONGEST_DRAFT = 4_000, 200_000
_COLUMNS = ("quotation", "verdict", "speaker", "on record", "address", "differences", "notes")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@router.get("/check", response_class=HTMLResponse)
def check_page(
    request: Request,
    archive: ArchiveDep,
    quote: Annotated[str, Query()] = "",
    speaker: Annotated[str, Query()] = "",
) -> HTMLResponse:
    """The form, and below it the verdict where a quotation was asked about."""
    quote, speaker = quote.strip()[:LONGEST_QUOTE], speaker.strip()[:200]
    checks = check_pasted(archive, quote, speaker or None) if quote else Checks(checks=[])
    return _page(request, archive, checks, quote=quote, speaker=speaker)


@router.post("/check")
def check_draft_page(
    request: Request,
    archive: ArchiveDep,
    text: Annotated[str, Form()] = "",
    format: Annotated[str, Form()] = "page",
) -> Response:
    """The verdict on each quoted passage of a draft, as a page or as CSV. Nothing is kept."""
    checks = check_draft(archive, text[:LONGEST_DRAFT])
    if format == "csv":
        name = 'attachment; filename="quotations.csv"'
        headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
        site = request.app.state.site
        body = as_csv(checks, site.absolute)
        return Response(body, media_type="text/csv; charset=utf-8", headers=headers)
    return _page(request, archive, checks, draft=text)


def as_csv(checks: Checks, absolute: Callable[[str], str]) -> str:
    """The verdicts as CSV, one quotation a line; no cell can be taken for a formula.

    `absolute` makes a path an address that also opens from where the table is taken.
    """
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    table.writerows([_cell(value) for value in _line(check, absolute)] for check in checks.checks)
    return out.getvalue()


def _line(check: Check, absolute: Callable[[str], str]) -> list[str]:
    found = check.statement
    held = [found.speaker or "", found.text, absolute(found.url)] if found else ["", "", ""]
    differences = "; ".join(one.words for one in check.differences)
    notes = list(check.notes)
    if check.part:
        notes.append(f"of it, on record: “{check.part.words}” {absolute(check.part.card.url)}")
    return [check.quote, check.verdict.value, *held, differences, " ".join(notes)]


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def _page(
    request: Request,
    archive: ArchiveDep,
    checks: Checks,
    *,
    quote: str = "",
    speaker: str = "",
    draft: str = "",
) -> HTMLResponse:
    return render(
        request,
        "check.html",
        kept=False,
        coverage=get_coverage(archive),
        checks=checks,
        quote=quote,
        speaker=speaker,
        draft=draft,
    )
