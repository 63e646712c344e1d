"""Word documents and PDF files, whole, damaged and hostile."""

import io
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from app.errors import UnreadableDocument
from app.reading import pdf_lines
from app.reading.pdf_lines import text_of_pages


def word(*paragraphs: str, title: str | None = None) -> bytes:
    document = Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "In a table.", "Beside it."
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    (document.save if hasattr(document, "save") else document.write)(out)
    return out.getvalue()


def printed(*lines: str) -> bytes:
    """A PDF of one page, written by hand: no library here draws text."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {drawn} ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + head + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_a_word_document_gives_its_paragraphs_its_title_and_its_tables(read_one):
    document = read_one("a.docx", word("He said “no”.", "She left.", title="Quay stays"))

    assert document.text == "Quay stays\n\nHe said “no”.\n\nShe left.\n\nIn a table.\n\nBeside it."
    assert (document.metadata.headline, document.reader) == ("Quay stays", "docx/1")


def test_content_tells_a_word_document_from_an_archive(read_one):
    assert read_one("a.zip", word("He said “no”.")).reader == "docx/1"


def test_a_title_that_does_not_stand_in_the_text_is_no_headline(read_one):
    document = Document(io.BytesIO(word("He said “no”.")))
    document.core_properties.title = "Untitled template"

    assert read_one("a.docx", saved(document)).metadata is None


@pytest.mark.parametrize("content", [b"junk", b"PK\x03\x04 word/ junk", b""])
def test_a_word_document_that_is_none_is_refused(read, content):
    (problem,) = read("a.docx", content)

    assert isinstance(problem, UnreadableDocument)


def test_another_office_document_is_told_so(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.xml", "<x/>")
    (problem,) = read("a.xlsx", out.getvalue())

    assert "no Word document" in str(problem)


def test_b23_a_word_document_that_grows_is_refused_before_it_is_unpacked(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b" " * 30_000_000)
    (problem,) = read("bomb.docx", out.getvalue())

    assert "unpacks to 30,000,004 bytes" in str(problem)


def test_b21_a_word_document_with_a_document_type_is_refused(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr(
            "word/document.xml", '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hosts">]>'
        )
    (problem,) = read("a.docx", out.getvalue())

    assert "document type" in str(problem)


def test_the_lines_of_a_pdf_are_joined_to_paragraphs(read_one):
    document = read_one(
        "a.pdf",
        printed(
            "The mayor of the city said on Thursday that the harbour",
            "will stay public.",
            "She spoke to reporters in the old town hall of the city",
            "after the vote.",
        ),
    )

    first, second = document.text.split("\n\n")
    assert first.endswith("that the harbour will stay public.")
    assert second.startswith("She spoke")
    assert document.reader == "pdf/1"


@pytest.mark.parametrize("content", [b"%PDF-1.4 junk", b"%PDF-", b"no PDF at all"])
def test_b24_a_pdf_that_is_junk_is_one_clear_error(read, content):
    (problem,) = read("a.pdf", content)

    assert isinstance(problem, UnreadableDocument)
    assert "damaged" in str(problem)


def test_b24_an_encrypted_pdf_is_told_so(read):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed("He said no."))))
    writer.encrypt("secret", algorithm="RC4-128")
    (problem,) = read("a.pdf", saved(writer))

    assert "encrypted" in str(problem)


def test_b24_a_pdf_with_too_many_pages_is_refused(read):
    writer = PdfWriter()
    for _ in range(2_001):
        writer.add_blank_page(10, 10)
    (problem,) = read("a.pdf", saved(writer))

    assert "2,001 pages" in str(problem)


def test_b24_a_child_that_goes_on_for_ever_is_ended(read, monkeypatch, tmp_path):
    endless = tmp_path / "endless.py"
    endless.write_text("while True: pass\n")
    monkeypatch.setattr("app.reading.pdf._CHILD", endless)
    monkeypatch.setattr("app.reading.pdf._SECONDS", 1)
    (problem,) = read("a.pdf", printed("He said no."))

    assert "more than 1 seconds" in str(problem)


def test_b24_a_child_out_of_memory_is_one_clear_error(read, monkeypatch, tmp_path):
    greedy = tmp_path / "greedy.py"
    source = (pdf_lines.__file__ or "").replace("pdf_lines.py", "pdf_child.py")
    with open(source, encoding="utf-8") as child:
        code = child.read().replace("from pypdf import PdfReader", "b'x' * 8_000_000_000; 1 / 0")
    assert "8_000_000_000" in code
    greedy.write_text(code)
    monkeypatch.setattr("app.reading.pdf._CHILD", greedy)
    (problem,) = read("a.pdf", printed("He said no."))

    assert "MemoryError" in str(problem)


def test_a_pdf_of_pictures_is_told_to_be_one(read):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    (problem,) = read("a.pdf", saved(writer))

    assert "text recognition" in str(problem)


def test_page_numbers_and_running_heads_are_left_out_and_counted():
    pages = [f"The Daily Quay\nParagraph number {n} says\nso.\n{n}" for n in "123"]

    text, dropped, _ = text_of_pages(pages)

    assert "Daily Quay" not in text
    assert "Paragraph number 2 says" in text
    assert dropped == pytest.approx(12 / 27, abs=0.001)


def test_a_word_broken_at_a_lines_end_keeps_its_hyphen_and_is_counted():
    text, _, broken = text_of_pages(["They spoke of the inter-\nnational treaty on the harbour."])

    assert "inter-national treaty" in text
    assert broken == 1
