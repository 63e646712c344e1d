"""What the API answers when it cannot answer, for its OpenAPI document."""

from typing import Any

from app.schemas.api import ErrorAnswer

_ERROR = {"model": ErrorAnswer}

#: For every operation: what is refused before it is looked at, and what is away.
REFUSED: dict[int | str, dict[str, Any]] = {
    400: {**_ERROR, "description": "The request cannot be read at all."},
    413: {**_ERROR, "description": "The request carries too much."},
    414: {**_ERROR, "description": "The address is longer than 16 kB."},
    422: {**_ERROR, "description": "A part of the request cannot be read; says which."},
    429: {**_ERROR, "description": "Too much at once; Retry-After says when to go on."},
    431: {**_ERROR, "description": "The headers are too large."},
    503: {**_ERROR, "description": "The archive cannot be read just now; try again."},
}

#: For records besides.
GONE: dict[int | str, dict[str, Any]] = {
    **REFUSED,
    301: {"description": "It lives at another address now."},
    404: {**_ERROR, "description": "Nothing was ever published here."},
    410: {**_ERROR, "description": "It was published once and is no longer shown; says why."},
}
