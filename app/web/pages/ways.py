"""The search as a form, for whoever would rather fill in boxes than learn a language."""

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.web.addresses import with_query
from app.web.composing import composed
from app.web.sections import Section
from app.web.templating import render

router = Section(default_response_class=HTMLResponse)

#: Boxes that are fields of a search's own address.
_FIELDS = ("from", "to", "kind", "type")
_LONGEST = 40


@router.get("/search/form")
def search_form(request: Request) -> Response:
    """The form; filled in, the search that its boxes make."""
    boxes = dict(request.query_params)
    if not any(value.strip() for value in boxes.values()):
        return render(request, "search/form.html")
    fields = {name: boxes.get(name, "").strip()[:_LONGEST] for name in _FIELDS}
    return RedirectResponse(with_query("/search", {"q": composed(boxes), **fields}), 303)
