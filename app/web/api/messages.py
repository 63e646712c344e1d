"""One message of JSON-RPC 2.0, read with care: whatever a stranger sends is answered.

Source: JSON-RPC 2.0, sections 4 and 5.1.
"""

import json
from typing import Any, NamedTuple, NoReturn

from fastapi import Request
from starlette.requests import ClientDisconnect

NO_JSON, NO_REQUEST, NO_METHOD, NO_ARGUMENTS = -32700, -32600, -32601, -32602

Number = str | int | None


class Refused(Exception):
    """Why a message is not answered, with its code and the id of the message where it has one."""

    def __init__(self, code: int, why: str, number: Number = None) -> None:
        super().__init__(why)
        self.code = code
        self.number = number

    @property
    def is_no_message(self) -> bool:
        """Whether what was sent is no request at all, whatever it asks."""
        return self.code in (NO_JSON, NO_REQUEST)


class Message(NamedTuple):
    """A request; a notification wants no answer."""

    number: Number
    method: str
    parameters: dict[str, Any]
    is_notification: bool


async def body_of(request: Request) -> bytes:
    """The bytes that were sent; none where the sender went away meanwhile."""
    try:
        return await request.body()
    except ClientDisconnect:
        return b""


def message_in(body: bytes) -> Message:
    """The message in a body. Raises Refused for what is none, and for wrong params."""
    sent = _json(body)
    if isinstance(sent, list):
        raise Refused(NO_REQUEST, "one message a request: a list of several is not read")
    if not isinstance(sent, dict):
        raise Refused(NO_REQUEST, "a message is a JSON object")
    number = sent.get("id")
    if isinstance(number, bool) or not isinstance(number, str | int | None):
        raise Refused(NO_REQUEST, "id must be a string, a whole number or null")
    method = sent.get("method")
    if sent.get("jsonrpc") != "2.0" or not isinstance(method, str):
        raise Refused(NO_REQUEST, 'a message needs "jsonrpc": "2.0" and a method', number)
    parameters = sent.get("params")
    if not isinstance(parameters, dict | None):
        raise Refused(NO_ARGUMENTS, "params must be an object", number)
    return Message(number, method, parameters or {}, "id" not in sent)


def _json(body: bytes) -> object:
    try:
        sent: object = json.loads(body, parse_constant=_no_number)
        # Half a surrogate pair can be escaped in JSON, but no answer could repeat it.
        json.dumps(sent, ensure_ascii=False).encode()
    except UnicodeEncodeError as half:
        why = "the message holds half a character, a \\u escape without its other half"
        raise Refused(NO_REQUEST, why) from half
    except RecursionError as deep:
        raise Refused(NO_JSON, "the JSON is nested too deeply to be read") from deep
    except ValueError as broken:
        raise Refused(NO_JSON, f"the body is no JSON: {broken}"[:200]) from broken
    return sent


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
