"""The level that runs without any language model."""

import subprocess
import sys

from tests.unit.extraction.saying import only, outer


def test_quotations_find_their_speaker_by_word_order():
    said = only("“The port is late,” Mayor Jane Roe said. “We go.”", level="rules")
    assert said.content == ("The port is late,", "We go.")
    assert said.source == "Mayor Jane Roe"
    assert said.kind == "direct"


def test_said_may_stand_before_its_speaker():
    assert (
        only("“The port is late,” said Mayor Jane Roe.", level="rules").source == "Mayor Jane Roe"
    )


def test_that_clauses_and_according_to_are_found():
    first, second = outer(
        "The mayor said that the port is late. The ships are old, according to Jane Roe.",
        level="rules",
    )
    assert first.content == ("the port is late",)
    assert (second.content, second.source) == (("The ships are old",), "Jane Roe")


def test_what_was_not_said_is_left_out():
    assert outer("The mayor did not say that the port is late.", level="rules") == []


def test_the_rules_level_never_imports_spacy():
    code = (
        "import sys\n"
        "from tests.unit.extraction.saying import only\n"
        "only('“The port is late,” Jane Roe said.', level='rules')\n"
        "sys.exit('spacy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
