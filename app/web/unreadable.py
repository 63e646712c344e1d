"""What of a request could not be read, in a sentence that says what to do."""

from collections.abc import Mapping, Sequence
from typing import Any


def unreadable(problems: Sequence[Mapping[str, Any]]) -> str:
    """Sentences for the framework's list of problems with a request, one for each part."""
    return " ".join(dict.fromkeys(map(_sentence, problems)))


def _sentence(problem: Mapping[str, Any]) -> str:
    place, kind = tuple(problem["loc"]), problem["type"]
    limits = problem.get("ctx", {})
    name = f"“{str(place[-1])[:60]}”"
    if kind == "json_invalid":
        return f"The body is no JSON: it cannot be read from its character {place[-1]} on."
    if place == ("body",):
        return "The body must be a JSON object, sent as application/json."
    match kind:
        case "missing":
            return f"{name} is missing."
        case "extra_forbidden":
            return f"{name} is not taken here."
        case "string_too_long":
            given = problem.get("input")
            has = f"; this has {len(given):,}" if isinstance(given, str) else ""
            return f"{name} may have at most {limits['max_length']:,} characters{has}."
        case "string_type":
            return f"{name} must be text."
        case "int_parsing" | "int_type":
            return f"{name} must be a whole number."
    return f"{name} cannot be read: {str(problem['msg'])[:1].lower()}{str(problem['msg'])[1:]}."
