"""Where a post before a name ends and a form of address begins: "Health Minister Dr. Jane Roe"."""

from collections.abc import Sequence

from app.extraction.capitals import Word, names_post

#: Forms of address and ranks that are printed between a post and a name.
_ADDRESSES = frozenset(
    ["dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "mr", "mrs",
     "ms", "rev", "gen", "general", "lt", "lieutenant", "col", "colonel", "maj", "major", "brig",
     "brigadier", "adm", "admiral", "capt", "captain"]
)  # fmt: skip
#: Words before "General" that make it part of the post, and before "Professor" of the calling.
_JOINED = frozenset(
    ["attorney", "secretary", "director", "governor", "inspector", "surgeon", "solicitor",
     "auditor", "consul", "adjutant", "comptroller", "controller", "registrar", "postmaster",
     "commissioner", "prosecutor", "procurator", "advocate", "treasurer", "commissary",
     "administrator", "quartermaster", "paymaster", "receiver", "master"]
)  # fmt: skip
_RANKED = frozenset(["assistant", "associate", "deputy", "adjunct", "vice", "honorary", "sergeant"])


def before_address(words: Sequence[Word], start: int, end: int) -> int:
    """The index in (start, end] where the post is over; `end` where no address follows it.

    An address counts behind the noun of a post alone: "Lt. Gen. Roe" and "Attorney General Roe"
    are left whole.
    """
    stop = end
    while stop > start + 1 and words[stop - 1].lower in _ADDRESSES and words[stop - 1].capital:
        stop -= 1
    post = words[stop - 1].lower
    if stop == end or post in _ADDRESSES or post in _RANKED or not names_post(post):
        return end
    if words[stop].lower in ("gen", "general"):
        return stop + 1 if post in _JOINED else stop
    return stop
