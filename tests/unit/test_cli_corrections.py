"""The archive is curated without the web."""

from __future__ import annotations

import pytest

from app import cli
from tests.unit.services.conftest import HARBOUR, Desk


@pytest.fixture
def type_in(tmp_path, monkeypatch, capsys):
    """Types a command, and gives exit code, output and errors."""
    desk = Desk(tmp_path / "desk")
    monkeypatch.setenv("ONRECORD_DATA_DIR", str(desk.settings.data_dir))
    monkeypatch.setenv("ONRECORD_KNOWLEDGE_DIR", str(desk.knowledge))
    monkeypatch.setenv("ONRECORD_INGEST_WORKERS", "0")
    desk.put("a.txt", HARBOUR)

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.run(list(words))
        seen = capsys.readouterr()
        return code, seen.out, seen.err

    assert run("ingest", str(desk.inbox))[0] == 0
    return run


def test_a_speaker_is_corrected_listed_exported_undone_and_checked(type_in, tmp_path):
    link = type_in("search", "harbour must stay")[1].split("/statements/")[1][:10]
    why = ("--reason", "the text says so", "--by", "Eve")

    speaker = ("--set", "speaker=Cy Ode")
    code, said, _ = type_in("corrections", "add", "speaker", f"statements/{link}", *speaker, *why)
    assert code == 0
    uid = said.split()[1].rstrip(":")
    listed = type_in("corrections", "list", "--about", f"statements/{link}")[1]
    assert "speaker was Ann Lee, is now Cy Ode; Eve: the text says so" in listed

    file = tmp_path / "corrections.yaml"
    assert type_in("corrections", "export", "-o", str(file))[0] == 0
    assert type_in("corrections", "import", str(file))[1].startswith("0 corrections taken in, 1")
    assert type_in("corrections", "undo", uid, *why)[0] == 0
    assert "[undone]" in type_in("corrections", "list")[1]
    assert type_in("check")[0] == 0


REFUSED = [
    (("add", "place", "statements/zzzzzzzzzz", "--set", "place=Riga"), "was ever published"),
    (("add", "place", "nothing", "--set", "place=Riga"), "names no record"),
    (("add", "place", "statements/x", "--set", "place"), "--set KEY=VALUE"),
    (("undo", "zzzzzzzzzz"), "there is no correction"),
]


@pytest.mark.parametrize(("words", "sentence"), REFUSED)
def test_what_cannot_be_done_is_one_sentence_and_a_code(type_in, words, sentence):
    code, _, error = type_in("corrections", *words, "--reason", "why")

    assert code == 1
    assert sentence in error
    assert len(error.strip().splitlines()) == 1


def test_a_day_that_no_calendar_has_is_told_of_in_a_sentence(type_in, tmp_path):
    link = type_in("search", "harbour must stay")[1].split("/statements/")[1][:10]

    day = ("--set", "said_on=2007-02-31", "--reason", "why")
    code, _, error = type_in("corrections", "add", "said_on", f"statements/{link}", *day)
    assert code == 1
    assert "'2007-02-31' is no date; write 2011-12-08, 2011-12 or 2011" in error

    file = tmp_path / "corrections.yaml"
    file.write_text("- {action: said_on, said_on: 2007-02-31}\n")
    code, _, error = type_in("corrections", "import", str(file))
    assert code == 1
    assert "corrections.yaml: the corrections hold a day that no calendar has" in error
