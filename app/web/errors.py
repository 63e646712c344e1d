"""Which error is which status, as a page or as JSON."""

from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Scope

from app.errors import (
    AccountError,
    ArchiveBusy,
    ArchiveError,
    ArchiveUnavailable,
    FormRefused,
    IndexUnavailable,
    InvalidCorrection,
    Moved,
    NotFound,
    ReportRefused,
    SignInRefused,
    StaleCorrection,
    StorageFull,
    TooManyTries,
    WeakPassword,
    Withdrawn,
    WordsNotFound,
)
from app.web.templating import render
from app.web.unreadable import unreadable

STATUS_OF: dict[type[ArchiveError], int] = {
    NotFound: 404,
    Withdrawn: 410,
    ArchiveBusy: 503,
    ArchiveUnavailable: 503,
    IndexUnavailable: 503,
    StorageFull: 503,
    AccountError: 422,
    WeakPassword: 422,
    SignInRefused: 403,
    FormRefused: 403,
    ReportRefused: 422,
    InvalidCorrection: 422,
    WordsNotFound: 422,
    StaleCorrection: 409,
    TooManyTries: 429,
}
#: The fields of a correction as the forms label them.
_LABELS = {
    "said_on": "date",
    "content": "words",
    "spans": "words",
    "into": "the other",
    "other": "the other",
    "target": "correction",
}
_TITLES = {
    400: "That request makes no sense",
    401: "Not for everybody",
    403: "That was refused",
    404: "Nothing is published here",
    405: "That cannot be done here",
    409: "Somebody was quicker",
    410: "No longer shown",
    413: "Too large",
    414: "Too long an address",
    422: "Something in the address is wrong",
    429: "One moment",
    431: "Too many headers",
    500: "Something went wrong",
    503: "Not available just now",
}
_RETRY_SECONDS = "30"


def add_error_pages(app: FastAPI) -> None:
    """Registers how the archive's errors, and the framework's, are answered."""
    app.add_exception_handler(ArchiveError, _archive_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)


def error_response(request: Request, status: int, text: str) -> Response:
    """An error as JSON where JSON was asked for, else as a page."""
    if wants_json(request):
        answer: Response = JSONResponse({"error": text, "status": status}, status_code=status)
    else:
        title = _TITLES.get(status, "That did not work")
        if status == 422 and request.method == "POST":
            title = "That could not be taken"
        answer = render(request, "error.html", status=status, title=title, text=text, code=status)
    if status == 503:
        answer.headers["Retry-After"] = _RETRY_SECONDS
    return answer


def error_of_scope(scope: Scope, status: int, text: str) -> Response:
    """The same for middleware, which holds no request."""
    return error_response(Request(scope), status, text)


def form_page(
    request: Request,
    template: str,
    refused: ArchiveError | None,
    canonical: str | None = None,
    **values: object,
) -> HTMLResponse:
    """A page with a form, for one reader alone; filled in again where what was sent was `refused`.

    The template finds what is wrong under `refused`, in words without a full stop.
    """
    status = status_of(refused) if refused else 200
    page = render(
        request,
        template,
        status=status,
        canonical=canonical,
        kept=False,
        refused=told(refused) if refused else None,
        **values,
    )
    if isinstance(refused, TooManyTries):
        page.headers["Retry-After"] = str(refused.wait)
    elif status in (429, 503):
        page.headers["Retry-After"] = _RETRY_SECONDS
    return page


def wants_json(request: Request) -> bool:
    """Whether the answer should be JSON: below /api, or where it alone is accepted."""
    accept = request.headers.get("accept", "")
    return request.url.path.startswith("/api/") or ("json" in accept and "html" not in accept)


def _archive_error(request: Request, error: Exception) -> Response:
    if isinstance(error, Moved):
        return RedirectResponse(_moved_to(request, error.target), status_code=301)
    if isinstance(error, Withdrawn) and not wants_json(request):
        return render(request, "gone.html", status=410, gone=error)
    found = cast(ArchiveError, error)
    answer = error_response(request, status_of(found), _sentence(told(found)))
    if isinstance(found, TooManyTries):
        answer.headers["Retry-After"] = str(found.wait)
    return answer


def _moved_to(request: Request, target: str) -> str:
    # The record is named by the first part of the path that varies; the rest stays as it is.
    old = str(next(iter(request.path_params.values())))
    path = request.url.path.replace(f"/{old}", f"/{target}", 1)
    return f"{path}?{request.url.query}" if request.url.query else path


def status_of(error: ArchiveError) -> int:
    """The status that an error of the archive is answered with."""
    return next((STATUS_OF[kind] for kind in type(error).__mro__ if kind in STATUS_OF), 500)


def _http_error(request: Request, error: Exception) -> Response:
    raised = cast(HTTPException, error)
    text = {
        404: f"There is no page at {request.url.path}.",
        405: "This address can be read but not changed.",
    }.get(raised.status_code, _sentence(str(raised.detail)))
    answer = error_response(request, raised.status_code, text)
    answer.headers.update(raised.headers or {})
    return answer


def _invalid(request: Request, error: Exception) -> Response:
    return error_response(request, 422, unreadable(cast(RequestValidationError, error).errors()))


def told(error: ArchiveError) -> str:
    """What an error says to a reader, who knows the fields of a form by their labels alone."""
    if isinstance(error, InvalidCorrection):
        label = _LABELS.get(error.field, error.field.replace("_", " "))
        return f"{label}: {error.problem}"
    return str(error)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else text + "."
