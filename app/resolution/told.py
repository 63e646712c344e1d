"""What an article says of the people it quotes, so that two of one name can be told apart."""

from collections.abc import Sequence

from app.domain.callings import DENIED, read_calling
from app.domain.gazetteer import SpeakerKind
from app.domain.quotations import Extraction
from app.domain.resolved import PersonTold, ResolvedSpeaker


def people_told(
    extraction: Extraction, speakers: Sequence[ResolvedSpeaker | None]
) -> tuple[PersonTold, ...]:
    """Everybody quoted by name of whom something is said; `speakers` stand beside the quotations.

    Only descriptions that tell a calling, and an age, are kept.
    """
    found: dict[str, PersonTold] = {}
    for quotation, speaker in zip(extraction.quotations, speakers, strict=True):
        entity = quotation.attribution.entity
        if speaker is None or speaker.kind is not SpeakerKind.PERSON or speaker.name is None:
            continue
        if speaker.name in found or entity is None or entity >= len(extraction.entities):
            continue
        printed = extraction.entities[entity].roles
        # What tells that it is not the known one is told, whatever it says.
        roles = tuple(
            role for role in printed if speaker.another or read_calling(role) or DENIED.search(role)
        )
        age = extraction.entities[entity].age
        found[speaker.name] = PersonTold(speaker.name, roles, age, speaker.known, speaker.another)
    return tuple(found.values())
