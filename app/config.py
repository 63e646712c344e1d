"""Every setting, with its type, unit and default; nothing else reads the environment."""

from enum import StrEnum
from ipaddress import ip_network
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class FullText(StrEnum):
    """Whether an article is shown whole or only the sentences around its statements."""

    SHOW = "show"
    EXTRACT = "extract"


class LogFormat(StrEnum):
    """How the site writes its log: a JSON object a line, or words for a terminal."""

    AUTO = "auto"
    JSON = "json"
    TEXT = "text"


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
    fetch: bool = Field(default=False, description="whether pages may be fetched from the web")
    max_unpacked: int = Field(
        default=2_000_000_000, gt=0, description="most that one archive file unpacks to, in bytes"
    )
    ingest_workers: int | None = Field(
        default=None, ge=0, le=64, description="processes that read articles; one a core if unset"
    )
    ingest_memory: int = Field(
        default=4_000_000_000, gt=0, description="address space of each of them, in bytes"
    )
    max_body_bytes: int = Field(
        default=1_000_000, gt=0, description="largest request body, in bytes"
    )
    forwarded_allow_ips: str = Field(
        default="", description="proxies trusted for X-Forwarded-*; none"
    )
    rate_per_second: float = Field(
        default=20, ge=0, description="units a client gets each second, 0 for no limit"
    )
    rate_burst: float = Field(
        default=400, ge=10, description="units a client can save up; a search costs 4"
    )
    rate_unlimited: str = Field(
        default="127.0.0.1,::1", description="addresses and networks that are not limited"
    )
    metrics_token: SecretStr | None = Field(
        default=None, min_length=16, description="the word that opens /metrics; closed if unset"
    )
    log_format: LogFormat = Field(
        default=LogFormat.AUTO, description="json, text, or text only in a terminal"
    )
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR")

    @field_validator("rate_unlimited")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for part in filter(None, map(str.strip, value.split(","))):
            try:
                ip_network(part, strict=False)
            except ValueError as error:
                raise ValueError(f"{part} is no address and no network") from error
        return value

    @property
    def database_path(self) -> Path:
        """The SQLite file in the data folder."""
        return self.data_dir / "onrecord.sqlite3"

    @property
    def index_dir(self) -> Path:
        """The folder of the search index in the data folder."""
        return self.data_dir / "index"
