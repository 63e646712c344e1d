"""Where a form leads when it was taken."""

from fastapi.responses import RedirectResponse

from app.web.curation.gate import own_path


def go_to(path: str, then: str = "") -> RedirectResponse:
    """On to `then` where the form names a page of this site, else to `path`; kept by nobody."""
    answer = RedirectResponse(own_path(then) if then else path, status_code=303)
    answer.headers["Cache-Control"] = "no-store"
    return answer
