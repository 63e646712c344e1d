"""Who publishes articles."""

from sqlmodel import Field, SQLModel


class Outlet(SQLModel, table=True):
    """A newspaper, broadcaster or agency."""

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    is_agency: bool = False
    article_count: int = 0
