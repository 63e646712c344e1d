"""keys of names: a blank, a degree or "Mac" makes no other name, so speakers are keyed anew."""

from collections.abc import Callable, Iterator

import sqlalchemy as sa
from alembic import op

# Keys are compared with those that the program makes of the names it reads; any others, also
# ones kept here as they were when this step was made, would find nobody.
from app.domain.persons import fold, speaker_key
from app.domain.qualified import bare_name

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_PER_QUERY = 5_000


def upgrade() -> None:
    _key_speakers()
    _key("speaker_alias", str)
    _key("person_told_of", bare_name)


def downgrade() -> None:
    """Nothing to undo: the next reading of an article keys its names as that program does."""


def _named(table: sa.TableClause) -> Iterator[list[sa.Row[tuple[int, str, str]]]]:
    """The rows of a table, some thousands at a time."""
    last = 0
    columns = (table.c.id, table.c.name, table.c.key)
    while True:
        wanted = sa.select(*columns).where(table.c.id > last).order_by(table.c.id)
        rows = list(op.get_bind().execute(wanted.limit(_PER_QUERY)))
        if not rows:
            return
        last = rows[-1].id
        yield rows


def _table(name: str) -> sa.TableClause:
    return sa.table(name, sa.column("id", sa.Integer), sa.column("name"), sa.column("key"))


def _key(name: str, of: Callable[[str], str]) -> None:
    table = _table(name)
    for rows in _named(table):
        made = {row.id: speaker_key(of(row.name)) for row in rows}
        _write(table, [(row.id, made[row.id]) for row in rows if made[row.id] != row.key])


def _key_speakers() -> None:
    """A key is one speaker's: whose new key another has keeps the name behind it, as one made
    beside another does."""
    table = _table("speaker")
    taken = set(op.get_bind().scalars(sa.select(table.c.key)))
    for rows in _named(table):
        changed = []
        for row in rows:
            key = speaker_key(row.name)
            if row.key.split(" ")[0] == key:  # as it is, or the name behind it too
                continue
            key = key if key not in taken else f"{key} {fold(row.name)}"
            if key not in taken:
                taken.add(key)
                changed.append((row.id, key))
        _write(table, changed)


def _write(table: sa.TableClause, keys: list[tuple[int, str]]) -> None:
    if keys:
        written = sa.update(table).where(table.c.id == sa.bindparam("number"))
        values = [{"number": number, "made": key} for number, key in keys]
        op.get_bind().execute(written.values(key=sa.bindparam("made")), values)
