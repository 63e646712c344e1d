"""One article while its words take over what is told of others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.dates import DateFinding
from app.domain.quotations import Extraction
from app.resolution.event_drafts import Draft
from app.resolution.occasions import Circumstances
from app.resolution.reported import Report
from app.resolution.scenes import Scenes


@dataclass(slots=True)
class Story:
    """One article while its words take over what is told of others."""

    text: str
    number: int
    extraction: Extraction
    found: Sequence[Circumstances]
    drafts: Sequence[Draft]
    published: DateFinding
    scenes: Scenes
    report: Report | None
    news: list[Draft] = field(default_factory=list)
    attendances: list[tuple[Draft, str]] = field(default_factory=list)
    told: list[Circumstances] = field(default_factory=list)  # words whose occasion is settled
    #: Where the sentences of each speaker's last words end.
    spoke: dict[str, int] = field(default_factory=dict)
