"""Templates are written out as Jinja writes them: what is shown is escaped, whatever it is."""

from __future__ import annotations

from enum import StrEnum

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from app.web.jinja import Templates, escaped


class Kind(StrEnum):
    """A word that is no plain text to Python."""

    SIGNS = "<b>"


SHOWN = [
    "Ana Ruiz",
    *"&<>\"'",
    "x" * 200,
    "it’s " * 30 + "<i>",
    Markup("<b>kept</b>"),
    Kind.SIGNS,
    12,
    3.5,
    None,
    ["<b>"],
]
TEXT = (
    "{% macro shown(v) %}[{{ v }}{{ v|string|upper }}]{% endmacro %}"
    "{% set kept %}{{ v }}{% endset %}{{ v }} {{ shown(v) }} {{ kept }} {{ v ~ '<' }}"
    "{% autoescape false %}{{ v }}{% endautoescape %}{% for one in [v, v] %}{{ one }}{% endfor %}"
)


@pytest.mark.parametrize("value", SHOWN, ids=repr)
def test_what_is_shown_is_escaped_as_everywhere(value):
    assert escaped(value) == escape(value)
    ours, plain = Templates(autoescape=True), Environment(autoescape=True)

    assert ours.from_string(TEXT).render(v=value) == plain.from_string(TEXT).render(v=value)


def test_what_a_template_lacks_is_an_error_and_not_nothing():
    templates = Templates(autoescape=True, undefined=StrictUndefined)

    with pytest.raises(UndefinedError, match="nobody"):
        templates.from_string("{{ nobody }}").render()
