"""Ready citations of a statement or an article."""

from typing import Any

from app.schemas.base import Shown


class Citations(Shown):
    """One record cited in the common styles and formats."""

    apa: str
    mla: str
    chicago: str
    bibtex: str
    ris: str
    csl: dict[str, Any]  # CSL-JSON, for reference managers
