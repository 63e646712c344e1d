"""The Model Context Protocol, so that assistants can search and check quotations. Read-only.

One message a request, answered at once, without sessions or streams.
Source: Model Context Protocol, revision 2025-06-18 (Streamable HTTP); JSON-RPC 2.0.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError

from app.archive import Archive
from app.errors import ArchiveError
from app.version import __version__
from app.web.deps import ArchiveDep
from app.web.tools import TOOLS

router = APIRouter(prefix="/api/v1", include_in_schema=False)

_REVISIONS = ("2025-06-18", "2025-03-26", "2024-11-05")
_NO_REQUEST, _NO_METHOD, _NO_ARGUMENTS = -32600, -32601, -32602
_ADVICE = (
    "This archive holds what news articles report that people said. Quote words verbatim, give "
    "the permanent address, say whether it is a direct quotation or a paraphrase, and never "
    "take what is not found for something that was not said."
)
_NO_STORE = {"Cache-Control": "no-store"}


class _Refused(Exception):
    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code = code


@router.post("/mcp")
def message(
    request: Request, archive: ArchiveDep, sent: Annotated[dict[str, Any], Body()]
) -> Response:
    """Answers one message of an assistant; a notification gets 202 and no words."""
    number = sent.get("id")
    try:
        if sent.get("jsonrpc") != "2.0" or not isinstance(sent.get("method"), str):
            raise _Refused(_NO_REQUEST, 'a message needs "jsonrpc": "2.0" and a method')
        if "id" not in sent:
            return Response(status_code=202, headers=_NO_STORE)
        parameters = sent.get("params") or {}
        if not isinstance(parameters, dict):
            raise _Refused(_NO_ARGUMENTS, "params must be an object")
        answer = {"result": _answered(request, archive, sent["method"], parameters)}
    except _Refused as refused:
        answer = {"error": {"code": refused.code, "message": str(refused)}}
    return JSONResponse({"jsonrpc": "2.0", "id": number, **answer}, headers=_NO_STORE)


def _answered(
    request: Request, archive: Archive, method: str, parameters: dict[str, Any]
) -> dict[str, Any]:
    match method:
        case "initialize":
            return _greeting(archive, parameters)
        case "ping":
            return {}
        case "tools/list":
            return {"tools": [tool.described() for tool in TOOLS.values()]}
        case "tools/call":
            return _called(request, archive, parameters)
    raise _Refused(_NO_METHOD, f"there is no method {method[:60]} here")


def _greeting(archive: Archive, parameters: dict[str, Any]) -> dict[str, Any]:
    wanted = parameters.get("protocolVersion")
    return {
        "protocolVersion": wanted if wanted in _REVISIONS else _REVISIONS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {
            "name": "onrecord",
            "title": archive.settings.site_name,
            "version": __version__,
        },
        "instructions": _ADVICE,
    }


def _called(request: Request, archive: Archive, parameters: dict[str, Any]) -> dict[str, Any]:
    tool = TOOLS.get(str(parameters.get("name")))
    if tool is None:
        raise _Refused(_NO_ARGUMENTS, f"there is no such tool; there are {', '.join(TOOLS)}")
    try:
        asked = tool.takes.model_validate(parameters.get("arguments") or {})
        answer = tool.answer(archive, request.app.state.site.absolute, asked)
    except ValidationError as error:
        return _said(error.json(include_url=False, include_input=False), wrong=True)
    except ArchiveError as error:
        return _said(str(error) or "nothing is published at this address", wrong=True)
    structured = answer.model_dump(mode="json")
    return {**_said(answer.model_dump_json()), "structuredContent": structured}


def _said(text: str, *, wrong: bool = False) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": text}], "isError": wrong}
