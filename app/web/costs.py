"""What a request costs the site, in units: the one list of what is expensive."""

import re

#: What a request costs, in units. A page of one record is the measure.
FREE, LIGHT, HEAVY, HEAVIEST = 0, 1, 4, 10

_FREE = re.compile(r"/(healthz|readyz|metrics|favicon\.ico|robots\.txt|static/.*)")
_SEARCH = re.compile(r"(/api/v1)?/search(/.*)?")
_CHECK = re.compile(r"(/api/v1)?/check|/api/v1/mcp")
_DRAWN = "/card.png"
_PASSWORDS = re.compile(r"/sign-in|/account/password")
_LISTED = re.compile(rb"(page|part|letter)=[^&]*")


def cost_of(method: str, path: str, query: bytes) -> int:
    """What a request costs: searches, pictures and filtered lists more than pages of records.

    Files in memory and what watches the site cost nothing; laying a quotation beside the
    archive, the dearest there is, ten units, and so does a password that is checked.
    """
    if _FREE.fullmatch(path):
        return FREE
    if _CHECK.fullmatch(path) and (query or method == "POST"):
        return HEAVIEST
    if method == "POST" and _PASSWORDS.fullmatch(path):
        return HEAVIEST
    if path.endswith(_DRAWN) or _SEARCH.fullmatch(path) or (query and not _LISTED.fullmatch(query)):
        return HEAVY
    return LIGHT
