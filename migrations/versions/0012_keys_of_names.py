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


_ADDRESS = sa.table("address", sa.column("kind"), sa.column("identity"))
_TOLD_OF = sa.table("person_told_of", sa.column("id", sa.Integer), sa.column("settled"))


def upgrade() -> None:
    _key_speakers()
    _key("speaker_alias", str)
    told_anew = _key("person_told_of", bare_name)
    # Names that share a key now are compared with one another by the next run.
    if told_anew:
        compared = sa.update(_TOLD_OF).where(_TOLD_OF.c.id == sa.bindparam("number"))
        values = [{"number": number, "open": False} for number in told_anew]
        op.get_bind().execute(compared.values(settled=sa.bindparam("open")), values)


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


def _key(name: str, of: Callable[[str], str]) -> list[int]:
    """Makes the keys of a table's names anew; the numbers of the rows that have another now."""
    table, changed = _table(name), []
    for rows in _named(table):
        made = {row.id: speaker_key(of(row.name)) for row in rows}
        anew = [(row.id, made[row.id]) for row in rows if made[row.id] != row.key]
        _write(table, anew)
        changed += [number for number, _ in anew]
    return changed


def _key_speakers() -> None:
    """A key is one speaker's: whose new key another has keeps the name behind it, as one made
    beside another does."""
    table = _table("speaker")
    taken = set(op.get_bind().scalars(sa.select(table.c.key)))
    for rows in _named(table):
        changed, moved = [], []
        for row in rows:
            key = speaker_key(row.name)
            if row.key.split(" ")[0] == key:  # as it is, or the name behind it too
                continue
            key = key if key not in taken else f"{key} {fold(row.name)}"
            if key not in taken:
                taken.add(key)
                changed.append((row.id, key))
                moved.append({"was": row.key, "made": key})
        _write(table, changed)
        _keep_addresses(moved)


def _keep_addresses(moved: list[dict[str, str]]) -> None:
    """The ledger finds the address of a speaker who comes back by the key it was published for."""
    if moved:
        theirs = (_ADDRESS.c.kind == "SPEAKER") & (_ADDRESS.c.identity == sa.bindparam("was"))
        kept = sa.update(_ADDRESS).where(theirs).values(identity=sa.bindparam("made"))
        op.get_bind().execute(kept, moved)


def _write(table: sa.TableClause, keys: list[tuple[int, str]]) -> None:
    if keys:
        written = sa.update(table).where(table.c.id == sa.bindparam("number"))
        values = [{"number": number, "made": key} for number, key in keys]
        op.get_bind().execute(written.values(key=sa.bindparam("made")), values)
