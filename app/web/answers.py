"""Answers that are files rather than pages."""

import json

from fastapi.responses import Response

from app.errors import NotFound
from app.schemas.citation import CitationFiles

_FILES = {
    "bib": ("bibtex", "application/x-bibtex"),
    "ris": ("ris", "application/x-research-info-systems"),
    "json": ("csl", "application/vnd.citationstyles.csl+json"),
}


def citation_answer(citations: CitationFiles, name: str, kind: str) -> Response:
    """A citation as a file `name`.`kind` for a reference manager; NotFound for another kind."""
    if kind not in _FILES:
        raise NotFound("citations come as citation.bib, citation.ris and citation.json")
    field, media_type = _FILES[kind]
    cited = getattr(citations, field)
    text = cited if isinstance(cited, str) else json.dumps([cited], ensure_ascii=False)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(text, media_type=f"{media_type}; charset=utf-8", headers=headers)
