"""The API answers as its own description says, whatever it is asked.

Schemathesis reads the OpenAPI document the site publishes and asks each operation with generated
values, right and wrong. No answer may be a 5xx, or one the document does not describe.
"""

from typing import Any

import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)

OPENAPI = "/api/v1/openapi.json"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
CASES = 15  # for each operation, of each kind

# The seed is fixed, so that a run that fails fails again.
EACH = settings(
    max_examples=CASES, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


def test_every_operation_answers_as_described(web_app: FastAPI):
    schema = schemathesis.openapi.from_asgi(OPENAPI, web_app)
    asked: dict[str, int] = {}
    wrong: list[str] = []
    for found in schema.get_all_operations():
        operation = found.ok()
        for mode in schemathesis.GenerationMode:
            name = f"{operation.label} ({mode.value})"
            try:
                asked[operation.label] = asked.get(operation.label, 0) + _ask(operation, mode)
            except Unsatisfiable:
                # Any text is a permalink, so nothing wrong can be asked of these.
                assert mode.is_negative, name
            except (Exception, BaseExceptionGroup) as failure:  # each says its own faults
                wrong.append(f"{name}: {failure}")
    assert wrong == [], "\n\n".join(wrong)
    assert len(asked) >= 10
    assert all(asked.values()), asked


def _ask(operation: Any, mode: schemathesis.GenerationMode) -> int:
    """How many generated requests were asked; raises when an answer breaks the description."""
    asked = 0

    @seed(20111208)
    @EACH
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        nonlocal asked
        asked += 1
        case.call_and_validate(checks=CHECKS)

    ask()
    return asked
