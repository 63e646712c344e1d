"""Whether whoever is said to have spoken is the office, or the body, that the speaker spoke for."""

from app.domain.countries import government_of
from app.domain.gazetteer import Gazetteer
from app.index.words import forms
from app.schemas.statement import StatementCard


def speaks_for(card: StatementCard, named: str | None, known: Gazetteer) -> bool:
    """Whether `named` is the speaker's office on record or the body of that office.

    "Prime Minister of Russia" is; so is "Moscow" where Russia's minister speaks.
    """
    if not named or not card.office or card.speaker is None:
        return False
    wanted = forms(named)
    if wanted == forms(card.office):
        return True
    body = next((one.body for one in known.offices if one.name == card.office), None)
    if body is None:
        return False
    called = [alias for one in known.speakers if one.name == body for alias in one.aliases]
    return government_of(named) == body or wanted in [forms(name) for name in (body, *called)]


def office_note(card: StatementCard) -> str:
    """Who spoke for the office or body that was named, as a sentence."""
    name = card.speaker.name if card.speaker else "somebody"
    return f"On record it was said by {name}, {card.office}."
