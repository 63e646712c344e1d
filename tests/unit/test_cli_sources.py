"""The commands about sources: a new folder, a look ahead, the report, quarantine."""

from __future__ import annotations

import json

from app.cli import run
from app.config import Settings
from app.services.quarantine import list_quarantine
from tests.unit.services.conftest import HARBOUR, WHEAT

PAGE = (
    '<html lang="en"><head><title>Quay stays</title>'
    '<link rel="canonical" href="https://quay.example/1"></head><body><article>'
    "<p>“We will not sell one metre of the quay,” said the mayor, Ann Lee, on Monday.</p>"
    "<p>She spoke to reporters in Riga, after a long sitting of the council.</p>"
    "</article></body></html>"
)
GERMAN = (
    "Die Bürgermeisterin sagte am Montag, dass der Hafen nicht verkauft wird und dass die Stadt "
    "für ihn aufkommen werde. „Wir verkaufen keinen Meter“, sagte sie nach der Sitzung im Rathaus."
)


def test_a_dry_run_tells_what_would_happen_and_makes_nothing(onrecord, desk):
    desk.put("page.html", PAGE)
    desk.put("empty.txt", "")

    code, out, err = onrecord("ingest", "--dry-run", desk.inbox)

    assert code == 1
    assert "page.html: new (html/1)" in out
    assert "Quay stays | outlet not known" in out
    assert "https://quay.example/1" in out
    assert "would be 1 new" in out
    assert "empty.txt: no text" in err
    assert not desk.settings.data_dir.exists()


def test_a_dry_run_tells_new_from_held_changed_and_copied(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    onrecord("ingest", desk.inbox)
    before = desk.dump()
    desk.put("b.txt", WHEAT)
    desk.put("copy.txt", HARBOUR)
    _, out, _ = onrecord("ingest", "--dry-run", "--json", desk.inbox)
    desk.put("a.txt", HARBOUR.replace("fair", "very fair"))
    _, later, _ = onrecord("ingest", "--dry-run", "--json", desk.inbox / "a.txt")

    told = {one["name"]: one["outcome"] for one in map(json.loads, out.splitlines()[:-1])}
    assert told == {"a.txt": "unchanged", "b.txt": "new", "copy.txt": "duplicate"}
    assert json.loads(later.splitlines()[0])["outcome"] == "changed"
    assert desk.dump() == before


def test_a_dry_run_names_parts_of_a_file_as_the_ingest_does(onrecord, desk):
    entry = f"<item><title>Quay</title><guid>tag:6</guid><description>{WHEAT}</description></item>"
    desk.put("feed.xml", f'<rss version="2.0"><channel><title>F</title>{entry}</channel></rss>')
    desk.put("news.csv", f'Title,Seite,Text\nQuay,3,"{HARBOUR.replace(chr(34), "")}"\n')

    dry = onrecord("ingest", "--dry-run", desk.inbox)[2]

    assert dry == onrecord("ingest", desk.inbox)[2]
    assert "inbox/feed.xml#tag:6: " in dry
    assert 'inbox/news.csv: the column "Seite" was not read' in dry


def test_a_dry_run_foretells_what_the_ingest_then_does(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    desk.put("b.txt", HARBOUR)
    desk.put("page.html", PAGE)

    foretold = json.loads(onrecord("ingest", "--dry-run", "--json", desk.inbox)[1].splitlines()[-1])
    done = json.loads(onrecord("ingest", "--json", desk.inbox)[1])

    for outcome in ("new", "changed", "unchanged", "duplicate", "failed"):
        assert foretold[outcome] == done[outcome], outcome


def test_the_report_file_holds_what_was_understood_of_each_document(onrecord, desk, tmp_path):
    desk.put("page.html", PAGE)
    desk.put("german.txt", GERMAN)
    report = tmp_path / "report.jsonl"

    code, out, _ = onrecord("ingest", "--json", "--report", report, desk.inbox)

    german, page = map(json.loads, report.read_text().splitlines())
    assert code == 0
    assert german["articles"][0]["language"] == "de"
    assert page["articles"][0]["headline"] == "Quay stays"
    assert (page["reader"], page["outcome"]) == ("html/1", "new")
    summary = json.loads(out)
    assert summary["not_in_english"] == 1
    assert summary["readers"] == {"html/1": 1, "text/1": 1}


def test_an_article_in_another_language_is_found_by_its_words_and_has_no_statements(onrecord, desk):
    desk.put("german.txt", GERMAN)
    onrecord("ingest", desk.inbox)

    code, out, _ = onrecord("search", "--type", "article", "Bürgermeisterin")

    assert code == 0
    assert "1 found" in out
    assert not [r for r in map(json.loads, desk.records()) if r["type"] == "statement"]


def test_init_makes_a_folder_that_works(desk, tmp_path, monkeypatch, capsys):
    folder = tmp_path / "mine"
    assert run(["init", str(folder)]) == 0
    for name in ("DATA_DIR", "KNOWLEDGE_DIR"):
        monkeypatch.delenv(f"ONRECORD_{name}")
    monkeypatch.chdir(folder)
    (folder / "articles" / "a.txt").write_text(HARBOUR)

    assert Settings().site_name == "Our archive"
    assert run(["knowledge", "check", "knowledge"]) == 0
    assert run(["ingest", "articles"]) == 0
    assert (folder / "data" / "onrecord.sqlite3").is_file()
    assert "README.md" in capsys.readouterr().out


def test_the_examples_in_the_knowledge_files_of_init_are_right(desk, tmp_path, capsys):
    folder = tmp_path / "mine"
    run(["init", str(folder)])
    for path in (folder / "knowledge").iterdir():
        head, _, example = path.read_text().rpartition("#\n# - ")
        lines = f"# - {example}".splitlines() if head else path.read_text().splitlines()[-1:]
        if path.name == "speakers.yaml":
            lines = path.read_text().split("#\n", 2)[-1].splitlines()
        kept = [line.removeprefix("# ").removeprefix("#") for line in lines]
        path.write_text("\n".join(kept) + "\n")

    code = run(["knowledge", "check", str(folder / "knowledge")])

    assert code == 0, capsys.readouterr().err


def test_init_overwrites_nothing(onrecord, desk):
    code, _, err = onrecord("init", desk.inbox.parent)

    assert code == 1
    assert "not empty" in err


def test_quarantine_lists_shows_and_retries(onrecord, desk):
    path = desk.put("broken.txt", b"\x00\x01 not text")
    desk.put("lines.jsonl", '{"id": "a", "text": ""}\n')
    onrecord("ingest", desk.inbox)
    first, second = list_quarantine(desk.settings)

    _, listed, _ = onrecord("quarantine", "list")
    _, shown, _ = onrecord("quarantine", "show", first.number)
    path.write_text(HARBOUR)
    code, retried, _ = onrecord("quarantine", "retry", first.number)

    assert "broken.txt: " in listed
    assert "lines.jsonl, line 1" in listed
    assert str(path) in shown
    assert "tried: once" in shown
    assert code == 0
    assert "1 new" in retried
    assert [each.number for each in list_quarantine(desk.settings)] == [second.number]


def test_a_mended_line_leaves_quarantine_with_the_next_ingest(onrecord, desk):
    path = desk.put("lines.jsonl", '{"id": "a"}\n')
    onrecord("ingest", desk.inbox)
    held = len(list_quarantine(desk.settings))
    path.write_text(json.dumps({"id": "a", "text": HARBOUR}) + "\n")
    onrecord("ingest", desk.inbox)

    assert held == 1
    assert list_quarantine(desk.settings) == []


def test_a_retry_of_a_file_that_is_gone_takes_it_off_the_list(onrecord, desk):
    path = desk.put("broken.txt", b"")
    onrecord("ingest", desk.inbox)
    path.unlink()

    code, _, err = onrecord("quarantine", "retry")

    assert code == 0
    assert "no longer there" in err
    assert list_quarantine(desk.settings) == []


def test_a_retry_follows_no_link_out_of_the_folder(onrecord, desk, tmp_path):
    outside = tmp_path / "secret.txt"
    outside.write_text(HARBOUR)
    desk.put("a.txt", WHEAT)
    (desk.inbox / "link.txt").symlink_to(outside)
    (desk.inbox / "loop").symlink_to("..")
    onrecord("ingest", desk.inbox)

    code, retried, err = onrecord("quarantine", "retry")

    assert code == 1
    assert "0 new" in retried
    assert "2 failed" in retried
    assert "link.txt: it is a link that leads out" in err
    assert [each.name for each in list_quarantine(desk.settings)] == ["link.txt", "loop"]


def test_a_retried_file_keeps_the_name_it_has_in_its_folder(onrecord, desk):
    (desk.inbox / "march").mkdir(parents=True)
    path = desk.put("march/broken.txt", b"\x00")
    onrecord("ingest", desk.inbox)
    path.write_text(HARBOUR)

    onrecord("quarantine", "retry")
    _, again, _ = onrecord("ingest", desk.inbox)
    _, exported, _ = onrecord("export", "jsonl")

    assert '"document": "march/broken.txt"' in exported
    assert "1 unchanged, 0 duplicate" in again


def test_a_number_that_is_not_in_quarantine_is_named(onrecord, desk):
    desk.put("a.txt", HARBOUR)
    onrecord("ingest", desk.inbox)

    code, _, err = onrecord("quarantine", "show", 7)

    assert code == 1
    assert "no number 7" in err
