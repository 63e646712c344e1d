"""Addresses with a query: a list of results holds hundreds of them."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote_plus


def with_query(path: str, query: Mapping[str, Any], **changes: object) -> str:
    """`path` with `query`, some of its fields changed; None takes a field away."""
    pairs = []
    for name, value in {**query, **changes}.items():
        if value is None or value == "" or value == ():
            continue
        values = value if isinstance(value, (list, tuple)) else (value,)
        # urlencode takes twice as long for each.
        pairs += [f"{quote_plus(name)}={quote_plus(str(one))}" for one in values]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


class OpenAddress(NamedTuple):
    """An address that lacks the value of one field: put together once for all of its values."""

    before: str
    after: str

    @classmethod
    def of(cls, path: str, query: Mapping[str, Any], name: str) -> "OpenAddress":
        """`path` with `query`, and one more value of the field called `name`."""
        names = list({**query, name: None})
        place = names.index(name) + 1
        before = with_query(path, {one: query.get(one) for one in names[:place]})
        after = with_query("", {one: query[one] for one in names[place:]})
        sign = "&" if "?" in before else "?"
        return cls(f"{before}{sign}{quote_plus(name)}=", after.replace("?", "&", 1))

    def filled(self, value: str) -> str:
        """The address with this value."""
        return f"{self.before}{quote_plus(value)}{self.after}"
