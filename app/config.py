"""Every setting, with its type, unit and default; nothing else reads the environment."""

from enum import StrEnum
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class FullText(StrEnum):
    """Whether an article is shown whole or only the sentences around its statements."""

    SHOW = "show"
    EXTRACT = "extract"


class Settings(BaseSettings):
    """The archive's settings: environment variables with the prefix ONRECORD_, or onrecord.env."""

    # onrecord.env in the folder where a command is started: `onrecord init` writes one.
    model_config = SettingsConfigDict(
        env_prefix="ONRECORD_", env_file="onrecord.env", frozen=True, extra="ignore"
    )

    data_dir: Path = Field(default=Path("data"), description="folder of the database and the index")
    database_url: str | None = Field(default=None, description="SQLite in the data folder if unset")
    search_url: str | None = Field(default=None, description="index in the data folder if unset")
    base_url: str = Field(default="http://127.0.0.1:8000", description="the site's public address")
    knowledge_dir: Path | None = Field(default=None, description="the shipped files if unset")
    site_name: str = Field(default="Onrecord", description="the name shown on every page")
    full_text: FullText = Field(
        default=FullText.SHOW, description="show articles whole, or only extracts"
    )
    language_model: str = Field(default="auto", description='"auto", "sm", "md" or "rules"')
    max_document_bytes: int = Field(
        default=20_000_000, gt=0, description="largest source file, in bytes"
    )
    max_body_bytes: int = Field(
        default=1_000_000, gt=0, description="largest request body, in bytes"
    )
    forwarded_allow_ips: str = Field(
        default="", description="proxies trusted for X-Forwarded-*; none"
    )
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR")

    @property
    def database_path(self) -> Path:
        """The SQLite file in the data folder."""
        return self.data_dir / "onrecord.sqlite3"

    @property
    def index_dir(self) -> Path:
        """The folder of the search index in the data folder."""
        return self.data_dir / "index"
