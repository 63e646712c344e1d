"""ZIP and web archives: what is in them, and what is refused before it does harm."""

import gzip
import io
import resource
import stat
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from app.domain.documents import LeftOut, SourceDocument
from app.errors import UnreadableDocument

PAGE = (
    "<html><body><article>"
    + "<p>“We will not sell the quay,” the mayor said on Thursday.</p>"
    + "<p>She spoke to reporters in Lisbon, after a long sitting of the council.</p>"
    + "</article></body></html>"
)


def zipped(members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def crawl(*records: tuple[str, str, bytes], status: str = "200 OK") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, media, payload in records:
        headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address, "response", io.BytesIO(payload), http_headers=headers
            )
        )
    return out.getvalue()


def test_members_go_to_the_reader_for_what_they_hold(read):
    found = read(
        "a.zip",
        zipped(
            {
                "sub/b.html": PAGE,
                "a.txt": "He said no.",
                "a.json": '{"headline": "No"}',
                "lines": '{"id": "n1", "text": "One."}\n',
                "__MACOSX/._a.txt": "x",
                ".hidden": "x",
            }
        ),
    )

    assert [d.name for d in found] == ["a.zip/a.txt", "n1", "a.zip/sub/b.html"]
    assert [d.reader for d in found] == ["text/1", "json-lines/1", "html/1"]
    assert found[0].metadata.headline == "No"
    assert found[0].content == b"He said no."


@pytest.mark.parametrize(
    "name",
    [
        "../../x.txt",
        "/etc/x.txt",
        "C:\\x.txt",
        "..\\x.txt",
        "CON",
        "sub/nul.txt",
        "n" * 4096,
        "\x1b[2J",
    ],
)
def test_b25_a_member_whose_name_is_a_trap_is_refused(read, name, tmp_path):
    found = read("a.zip", zipped({name: "He said no.", "good.txt": "She said yes."}))

    assert sorted(type(each).__name__ for each in found) == ["SourceDocument", "UnreadableDocument"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_b25_a_link_or_device_is_refused(read, kind):
    member = zipfile.ZipInfo("link.txt")
    member.external_attr = (kind | 0o777) << 16
    (problem,) = read("a.zip", zipped({member: "/etc/passwd"}))

    assert "link or a device" in str(problem)


def test_b23_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(read):
    bomb = zipped({f"{n}.txt": b"x" * 4_000_000 for n in range(6)})
    assert len(bomb) < 100_000

    (problem,) = read("bomb.zip", bomb)

    assert "24,000,000 bytes" in str(problem)


def test_b23_an_archive_in_an_archive_is_refused(read):
    (problem,) = read("a.zip", zipped({"b.zip": zipped({"c.txt": "x"})}))
    (other,) = read("b.zip", zipped({"b.warc.gz": crawl(("http://a.example/", "text/html", b"x"))}))

    assert "inside an archive" in str(problem)
    assert "inside an archive" in str(other)


def test_a_member_over_the_limit_is_refused_and_the_next_one_read(read):
    found = read("a.zip", zipped({"a.txt": b"x" * 6_000_000, "b.txt": "Fine."}))

    assert "ONRECORD_MAX_DOCUMENT_BYTES" in str(found[0])
    assert isinstance(found[1], SourceDocument)


def test_a_damaged_member_is_named_and_the_next_one_read(read):
    content = zipped({"a.txt": "He said no.", "b.txt": "Fine."}, zipfile.ZIP_STORED)
    found = read("a.zip", content.replace(b"He said no.", b"He said on."))

    assert "cannot be unpacked" in str(found[0])
    assert isinstance(found[1], SourceDocument)


def test_half_an_archive_is_refused(read):
    (problem,) = read("a.zip", zipped({"a.txt": "He said no. " * 99})[:60])

    assert "no whole ZIP archive" in str(problem)


def test_the_pages_of_a_crawl_are_documents_under_their_addresses(read):
    document, note = read(
        "a.warc.gz",
        crawl(
            ("https://quay.example/1", "text/html; charset=utf-8", PAGE.encode()),
            ("https://quay.example/x.png", "image/png", b"\x89PNG"),
        ),
    )

    assert document.name == "https://quay.example/1"
    assert document.metadata.url == "https://quay.example/1"
    assert document.content == PAGE.encode()
    assert "“We will not sell the quay,” the mayor said" in document.text
    assert isinstance(note, LeftOut)
    assert "1 image/png" in note.reason


def test_a_page_the_server_did_not_find_is_left_out(read):
    gone = crawl(("https://q.example/1", "text/html", PAGE.encode()), status="404 Not Found")
    (note,) = read("a.warc.gz", gone)

    assert isinstance(note, LeftOut)
    assert "status 404" in note.reason


def test_b23_a_crawl_that_unpacks_to_too_much_is_stopped_in_flat_memory(read):
    bomb = crawl(("https://q.example/1", "video/mp4", b"\0" * 200_000_000))
    assert len(bomb) < 300_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # what making it took counts

    (problem,) = read("bomb.warc.gz", bomb)

    assert "unpacks to more" in str(problem)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


def test_b23_a_page_over_the_limit_is_refused_and_the_next_one_read(read):
    big, good = read(
        "a.warc.gz",
        crawl(
            ("https://q.example/1", "text/html", b"x" * 6_000_000),
            ("https://q.example/2", "text/html", PAGE.encode()),
        ),
    )

    assert "5,000,000 bytes allowed" in str(big)
    assert isinstance(good, SourceDocument)


def test_a_crawl_that_is_cut_off_keeps_what_came_before(read):
    whole = crawl(*[(f"https://q.example/{n}", "text/html", PAGE.encode()) for n in range(3)])
    found = read("a.warc.gz", whole[:-150])

    assert [type(each).__name__ for each in found][:2] == ["SourceDocument"] * 2
    assert isinstance(found[2], UnreadableDocument)


def test_gzip_of_anything_else_is_refused_as_what_it_is(read):
    (problem,) = read("a.gz", gzip.compress(b"He said no."))

    assert "gzip archive" in str(problem)
