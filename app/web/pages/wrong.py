"""Readers say that something is wrong with a statement; no account, no cookie, no script."""

from typing import Annotated

from fastapi import Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from app.archive import Archive
from app.desk import Desk
from app.domain.reports import COMPLAINTS, Complaint
from app.errors import ArchiveBusy, ArchiveError, ReportRefused, StorageFull, TooManyTries
from app.services import reader_reports
from app.services.statements import get_statement
from app.web.clients import network_of
from app.web.curation.gate import DeskDep, require_own_site
from app.web.deps import ArchiveDep
from app.web.errors import form_page
from app.web.sections import Section

router = Section(dependencies=[Depends(require_own_site)])

_TRAP = "leave the field empty that says so; it is there to stop programs"


class ReportForm(BaseModel):
    """One of three things that can be wrong, and a line of text; `website` stays empty."""

    model_config = ConfigDict(extra="forbid")

    complaint: Complaint | None = None
    line: Annotated[str, Field(max_length=4000)] = ""
    website: str = ""
    stamp: str = ""


@router.get("/statements/{permalink}/report", response_class=HTMLResponse)
def report_page(
    request: Request, archive: ArchiveDep, desk: DeskDep, permalink: str, sent: bool = False
) -> HTMLResponse:
    """The form, or the thanks for it."""
    return _page(request, archive, desk, permalink, sent=sent)


@router.post("/statements/{permalink}/report", response_class=HTMLResponse)
def report_form(
    request: Request,
    archive: ArchiveDep,
    desk: DeskDep,
    permalink: str,
    form: Annotated[ReportForm, Form()],
) -> Response:
    """Takes a report, or shows the form again, filled in, with one sentence."""
    try:
        if form.website:
            raise ReportRefused(_TRAP)
        if form.complaint is None:
            raise ReportRefused("say which of the three it is; then send it again")
        reader_reports.take_report(
            archive,
            desk,
            permalink,
            form.complaint,
            form.line,
            network=network_of(request),
            stamped=form.stamp,
        )
    except (ReportRefused, TooManyTries, ArchiveBusy, StorageFull) as refused:
        return _page(request, archive, desk, permalink, form, refused)
    return RedirectResponse(f"/statements/{permalink}/report?sent=1", status_code=303)


def _page(
    request: Request,
    archive: Archive,
    desk: Desk,
    permalink: str,
    form: ReportForm | None = None,
    refused: ArchiveError | None = None,
    *,
    sent: bool = False,
) -> HTMLResponse:
    statement = get_statement(archive, permalink)
    return form_page(
        request,
        "statements/report.html",
        refused,
        canonical=statement.url,
        statement=statement,
        complaints=COMPLAINTS,
        form=form or ReportForm(),
        stamp=reader_reports.report_stamp(desk, permalink, form.stamp if form else ""),
        answers=reader_reports.answers_on(desk, permalink),
        longest=reader_reports.LONGEST_LINE,
        sent=sent,
    )
