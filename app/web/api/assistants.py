"""The Model Context Protocol, so that assistants can search and check quotations. Read-only.

One message a request, answered at once, without sessions or streams.
Source: Model Context Protocol, revision 2025-06-18 (Streamable HTTP); JSON-RPC 2.0.
"""

import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ValidationError

from app.archive import Archive
from app.errors import ArchiveError
from app.version import __version__
from app.web.api.messages import NO_ARGUMENTS, NO_METHOD, Message, Refused, body_of, message_in
from app.web.deps import ArchiveDep
from app.web.tools import TOOLS
from app.web.unreadable import unreadable

router = APIRouter(prefix="/api/v1", include_in_schema=False)

_REVISIONS = ("2025-06-18", "2025-03-26", "2024-11-05")
_ADVICE = (
    "This archive holds what news articles report that people said. Quote words verbatim, give "
    "the permanent address, say whether it is a direct quotation or a paraphrase, and never "
    "take what is not found for something that was not said."
)
_NO_STORE = {"Cache-Control": "no-store"}
#: The values of a record that are addresses of this site.
_ADDRESSES = frozenset({"url", "in_article", "above", "below"})


@router.post("/mcp")
def message(
    request: Request, archive: ArchiveDep, body: Annotated[bytes, Depends(body_of)]
) -> Response:
    """Answers one message of an assistant; a notification gets 202 and no words.

    What is no message at all gets 400, and says why as JSON-RPC does.
    """
    try:
        sent = message_in(body)
        if sent.is_notification:
            return Response(status_code=202, headers=_NO_STORE)
        return _reply(sent.number, result=_answered(request, archive, sent))
    except Refused as refused:
        status = 400 if refused.is_no_message else 200
        error = {"code": refused.code, "message": str(refused)}
        return _reply(refused.number, status, error=error)


def _reply(number: str | int | None, status: int = 200, **answer: dict[str, Any]) -> Response:
    told = {"jsonrpc": "2.0", "id": number, **answer}
    return JSONResponse(told, status_code=status, headers=_NO_STORE)


def _answered(request: Request, archive: Archive, sent: Message) -> dict[str, Any]:
    match sent.method:
        case "initialize":
            return _greeting(archive, sent.parameters)
        case "ping":
            return {}
        case "tools/list":
            return {"tools": [tool.described() for tool in TOOLS.values()]}
        case "tools/call":
            return _called(request, archive, sent)
    raise Refused(NO_METHOD, f"there is no method {sent.method[:60]} here", sent.number)


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


def _called(request: Request, archive: Archive, sent: Message) -> dict[str, Any]:
    tool = TOOLS.get(str(sent.parameters.get("name")))
    if tool is None:
        there = f"there is no such tool; there are {', '.join(TOOLS)}"
        raise Refused(NO_ARGUMENTS, there, sent.number)
    arguments = sent.parameters.get("arguments")
    if not isinstance(arguments, dict | None):
        return _said("“arguments” must be an object.", wrong=True)
    absolute = request.app.state.site.absolute
    try:
        asked = tool.takes.model_validate(arguments or {})
        answer = tool.answer(archive, absolute, asked)
    except ValidationError as error:
        return _said(unreadable(error.errors()), wrong=True)
    except ArchiveError as error:
        return _said(str(error) or "nothing is published at this address", wrong=True)
    structured = _in_full(answer.model_dump(mode="json"), absolute)
    text = json.dumps(structured, ensure_ascii=False)
    return {**_said(text), "structuredContent": structured}


def _in_full(value: Any, absolute: Callable[[str], str]) -> Any:  # noqa: ANN401
    """The same values with every address in full: who cites them knows no page they are on."""
    if isinstance(value, list):
        return [_in_full(one, absolute) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: absolute(one)
        if name in _ADDRESSES and isinstance(one, str) and one.startswith("/")
        else _in_full(one, absolute)
        for name, one in value.items()
    }


def _said(text: str, *, wrong: bool = False) -> dict[str, Any]:
    return {"content": [{"type": "text", "text": text}], "isError": wrong}
