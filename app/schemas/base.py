"""What every value shown to a reader shares."""

from pydantic import BaseModel, ConfigDict


class Shown(BaseModel):
    """A value made for one page or answer; the same for page and API, and never a table row."""

    model_config = ConfigDict(frozen=True)
