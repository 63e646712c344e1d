"""CSV rows as documents, by their headers or by a sidecar's mapping."""

import json

from app.domain.documents import LeftOut, SourceDocument
from app.errors import UnreadableDocument


def test_each_row_is_a_document_known_by_its_headers(read):
    first, second = read(
        "news.csv",
        'ID,Title,Date,Body\nn1,"Quay, kept",2011-12-08,"He said: ""Never.""\nTwice."\n,B,,Two.\n',
    )

    assert (first.name, first.text) == ("n1", 'He said: "Never."\nTwice.')
    assert (first.metadata.headline, first.metadata.published) == ("Quay, kept", "2011-12-08")
    assert first.content == b'n1,"Quay, kept",2011-12-08,"He said: ""Never.""\nTwice."\n'
    assert (second.name, second.metadata.published) == ("news.csv:3", None)


def test_a_sidecar_names_the_columns_that_are_called_otherwise(read, tmp_path):
    mapping = {"columns": {"text": "Wortlaut", "headline": "Kopf"}}
    (tmp_path / "news.json").write_text(json.dumps(mapping))

    (document,) = read("news.csv", "Kopf;Wortlaut\nOne;“No,” he said.\n")

    assert (document.text, document.metadata.headline) == ("“No,” he said.", "One")


def test_columns_that_nobody_mapped_are_named(read):
    left_out, document = read("news.csv", "Title,Ressort,Body,Seite\nOne,Politik,He spoke.,3\n")

    assert isinstance(left_out, LeftOut)
    assert '"Ressort", "Seite" were not read' in left_out.reason
    assert document.metadata.headline == "One"


def test_without_a_column_of_text_the_columns_are_named_and_what_to_do(read):
    (problem,) = read("news.csv", "Kopf,Wortlaut\na,b\n")

    assert "Kopf, Wortlaut" in str(problem)
    assert '{"columns": {"text"' in str(problem)


def test_a_mapping_to_a_column_that_is_missing_is_named(read, tmp_path):
    (tmp_path / "news.json").write_text('{"columns": {"text": "Nothing"}}')

    (problem,) = read("news.csv", "text\na\n")

    assert '"Nothing"' in str(problem)


def test_a_bad_row_does_not_stop_the_rest(read):
    found = read("news.csv", "id,text\na,One.\nb\nc,\nd,Four.\na,Again.\n")

    assert [type(each) for each in found] == [
        SourceDocument,
        UnreadableDocument,
        UnreadableDocument,
        SourceDocument,
        UnreadableDocument,
    ]
    assert "row 3" in str(found[1])
    assert '"a" was taken' in str(found[4])


def test_a_mark_that_is_never_closed_is_told_with_its_row(read):
    *_, problem = read("news.csv", 'id,text\na,One.\nb,"Two.\n')

    assert isinstance(problem, UnreadableDocument)
    assert "row 3" in str(problem)


def test_a_cell_longer_than_the_modules_own_limit_is_read(read):
    (document,) = read("news.csv", f"text\n{'word ' * 50_000}\n")

    assert len(document.text) == 250_000


def test_bytes_that_are_not_utf_8_are_refused_with_the_remedy(read):
    (problem,) = read("news.csv", "text\nCafé\n".encode("latin-1"))

    assert "CSV UTF-8" in str(problem)
