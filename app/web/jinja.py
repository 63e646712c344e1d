"""Jinja, as this site uses it: what it does hundreds of times a page, done in less time."""

import re
from collections.abc import MutableMapping
from typing import Any, ClassVar

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import escape

#: Up to so many letters a look for marks takes less time than escaping does.
_SHORT = 60
_mark_in = re.compile(r"""[&<>"']""").search


def escaped(value: object) -> str:
    """`value` as it may stand in a page; the same as `escape` says.

    Most of what a page shows is short and holds nothing to escape. Jinja joins what it writes
    out, so there is no need to mark it as safe.
    """
    if type(value) is str and len(value) < _SHORT and _mark_in(value) is None:
        return value
    return escape(value)


class _Writer(CodeGenerator):
    """Writes templates out as Jinja does, with `escaped` for `escape`."""

    def _output_child_pre(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class Templates(Environment):
    """Templates that are read once and share one dictionary of what all of them can call.

    Jinja gives each template a chain of dictionaries of its own, and walks through it for every
    page and every file that a page takes macros from: a sixth of the time of a page.
    """

    code_generator_class = _Writer
    escaped: ClassVar = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates can call; none has more of its own."""
        return self.globals
