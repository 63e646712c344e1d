"""Ready citations of a statement or an article."""

from typing import Any

from app.schemas.base import Shown


class Citations(Shown):
    """One record cited in the common styles, as its page shows it."""

    apa: str
    mla: str
    chicago: str


class CitationFiles(Shown):
    """One record cited in the formats of reference managers."""

    bibtex: str
    ris: str
    csl: dict[str, Any]  # CSL-JSON, for reference managers
