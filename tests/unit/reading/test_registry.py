"""Which files become documents, and what each that does not is refused for."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.documents import SourceDocument
from app.errors import UnreadableDocument
from app.reading.registry import read_documents

LIMIT = 10_000
ROOT = Path(__file__).resolve().parents[3]


def read_one(path: Path, content: bytes) -> SourceDocument | UnreadableDocument:
    path.write_bytes(content)
    outcomes = list(read_documents(path, LIMIT))
    assert len(outcomes) == 1
    return outcomes[0]


def test_the_text_is_what_the_bytes_say_with_its_line_ends(tmp_path: Path) -> None:
    document = read_one(tmp_path / "a.txt", "One.\r\nTwo “three”.\n".encode())

    assert isinstance(document, SourceDocument)
    assert document.text == "One.\r\nTwo “three”.\n"
    assert (document.name, document.reader) == ("a.txt", "text/1")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    document = read_one(tmp_path / "a.txt", b"\xef\xbb\xbfHello there.")

    assert isinstance(document, SourceDocument)
    assert document.text == "Hello there."
    assert document.content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_b1_a_file_without_text_is_refused_for_having_none(tmp_path: Path, content: bytes) -> None:
    problem = read_one(tmp_path / "empty.txt", content)

    assert isinstance(problem, UnreadableDocument)
    assert "no text" in str(problem)


def test_b2_a_file_over_the_limit_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as handle:
        handle.truncate(200_000_000)  # takes no room on the disk, and no time to make

    (problem,) = read_documents(path, LIMIT)

    assert isinstance(problem, UnreadableDocument)
    assert "200,000,000 bytes" in str(problem)
    assert "ONRECORD_MAX_DOCUMENT_BYTES" in str(problem)


def test_b2_a_line_over_the_limit_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    long = json.dumps({"id": "long", "text": "x" * 2 * LIMIT})
    path.write_text(long + "\n" + json.dumps({"id": "short", "text": "Fine."}) + "\n")

    problem, document = read_documents(path, LIMIT)

    assert isinstance(problem, UnreadableDocument)
    assert isinstance(document, SourceDocument)
    assert document.name == "short"


@pytest.mark.parametrize("content", [b"He said.\0 More.", b"\x01\x02\x03\x04 binary \x05\x06"])
def test_b7_what_cannot_be_stored_as_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert isinstance(read_one(tmp_path / "a.txt", content), UnreadableDocument)


def test_b7_a_control_character_in_a_text_is_kept(tmp_path: Path) -> None:
    document = read_one(tmp_path / "a.txt", b"A text with one \x07 bell in it, and much more." * 9)

    assert isinstance(document, SourceDocument)
    assert "\x07" in document.text


def test_b7_half_a_character_in_json_is_refused(tmp_path: Path) -> None:
    problem = read_one(tmp_path / "a.jsonl", b'{"id": "x", "text": "half \\ud800 of one"}\n')

    assert isinstance(problem, UnreadableDocument)
    assert "d800" in str(problem)


def test_b9_another_encoding_is_read_and_the_guess_is_named(tmp_path: Path) -> None:
    words = "Министр иностранных дел заявил, что переговоры не дали никаких результатов. " * 5
    document = read_one(tmp_path / "a.txt", words.encode("cp1251"))

    assert isinstance(document, SourceDocument)
    assert document.text == words
    assert "guess" in document.warnings[0]


ACCENTS = (
    "Señor Núñez and François speak\n\n“The naïve piñata costs £5,” Señor Nuñez said on Monday, "
    "2 March 2015. Mr. Ångström and the mayor ate crème brûlée at São Paulo.\n"
)
NEIGHBOURS = (
    "Lech Wałęsa said on Monday that the plan would fail, and Václav Havel agreed with Čaplovič.\n"
)


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (ACCENTS, "cp1252"),
        (NEIGHBOURS * 3, "cp1250"),
        ("Lech Wałęsa said", "cp1250"),
        ("Łódź mayor Hanna Zdanowska said it.", "cp1250"),
        ("WARSAW - Jarosław Gowin and Beata Szydło left the talks early, he said.", "cp1250"),
        ("François Hollande said that the Élysée had told Ségolène of it.", "cp1252"),
        ("Premiér Dušan Čaplovič řekl v pondělí, že žádná změna nebude.\n" * 6, "cp1250"),
    ],
)
def test_b9_accents_in_english_are_western_where_nothing_speaks_against_it(
    tmp_path: Path, words: str, encoding: str
) -> None:
    document = read_one(tmp_path / "a.txt", words.encode(encoding))

    assert isinstance(document, SourceDocument)
    assert document.text == words
    assert encoding in document.warnings[0]


def test_b9_utf_16_without_a_mark_is_refused_with_the_guess(tmp_path: Path) -> None:
    problem = read_one(tmp_path / "a.txt", "The minister said so.".encode("utf-16-le"))

    assert isinstance(problem, UnreadableDocument)
    assert "UTF-16" in str(problem)


def test_b10_garbled_characters_are_kept_and_flagged(tmp_path: Path) -> None:
    document = read_one(tmp_path / "a.txt", "It isnâ€™t so, he said.".encode())

    assert isinstance(document, SourceDocument)
    assert document.text == "It isnâ€™t so, he said."
    assert "wrongly decoded" in document.warnings[0]


def test_b26_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "socket"))
    outcomes = [*read_documents(tmp_path, LIMIT), *read_documents(Path("/dev/zero"), LIMIT)]
    listener.close()

    assert len(outcomes) == 3
    assert all(isinstance(outcome, UnreadableDocument) for outcome in outcomes)


def test_b26_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("Not for the archive.")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "link.txt").symlink_to(outside)
    (folder / "loop").symlink_to(folder, target_is_directory=True)

    outcomes = list(read_documents(folder, LIMIT))

    assert all(isinstance(outcome, UnreadableDocument) for outcome in outcomes)
    assert "out of the folder" in str(outcomes[0])


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    (problem,) = read_documents(tmp_path / "nowhere.txt", LIMIT)

    assert isinstance(problem, UnreadableDocument)
    assert "nowhere.txt" in str(problem)
    assert "check the path" in str(problem)


def test_a_folder_is_read_in_order_without_hidden_files_and_sidecars(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt"):
        (tmp_path / name).write_text(f"The text of {name}.")
    (tmp_path / "a.json").write_text('{"headline": "A headline", "published": "2011-12-08"}')

    documents = list(read_documents(tmp_path, LIMIT))

    assert [d.name for d in documents] == ["a.txt", "b.txt", "sub/c.txt"]
    assert isinstance(documents[0], SourceDocument)
    assert documents[0].metadata is not None
    assert documents[0].metadata.headline == "A headline"


def test_a_wrong_sidecar_keeps_its_article_out_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"published": 2011}')
    problem = read_one(tmp_path / "a.txt", b"The minister said so.")

    assert isinstance(problem, UnreadableDocument)
    assert '"published"' in str(problem)


def test_a_picture_with_the_name_of_a_text_is_called_a_picture(tmp_path: Path) -> None:
    problem = read_one(tmp_path / "a.txt", b"\x89PNG\r\n\x1a\n rest")

    assert "PNG picture" in str(problem)


def test_json_lines_give_a_document_a_line_and_name_the_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(
        '{"id": "n1", "text": "One."}\n\nnonsense\n{"text": "Two."}\n{"id": "n1", "text": "x"}\n'
    )

    first, bad, second, again = read_documents(path, LIMIT)

    assert isinstance(first, SourceDocument)
    assert (first.name, first.reader) == ("n1", "json-lines/1")
    assert "line 3" in str(bad)
    assert isinstance(second, SourceDocument)
    assert second.name == "news.jsonl:4"
    assert 'id "n1" was taken' in str(again)


def test_serving_pages_waits_for_no_reader() -> None:
    heavy = {"trafilatura", "lxml", "feedparser", "docx", "pypdf", "warcio"}
    asked = f"import app.web.app, app.services.ingest, sys; print(*({heavy!r} & set(sys.modules)))"

    run = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == ""


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.txt", b"<!doctype html><html><body><p>He said so, and went.</p></html>", "html/1"),
        ("a.html", b"<p>He said so, and went to the capital again.</p>", "html/1"),
        ("a.csv", b"text\nHe said so.\n", "csv/1"),
        ("a", b'{"text": "He said so."}\n', "json-lines/1"),
        ("a.pdf.txt", b"He said so.", "text/1"),
        ("a.md", b"He said < so >.", "text/1"),
    ],
)
def test_the_reader_is_chosen_by_content_then_by_name(
    tmp_path: Path, name: str, content: bytes, reader: str
) -> None:
    document = read_one(tmp_path / name, content)

    assert isinstance(document, SourceDocument)
    assert document.reader == reader
