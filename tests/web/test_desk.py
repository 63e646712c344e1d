"""The desk beside a statement: every fact can be corrected, in public, and nothing is lost."""

from __future__ import annotations

import re

import pytest

from app.domain.corrections import Subject
from app.services import corrections
from app.services.correction_lists import corrections_of, list_corrections
from app.services.statements import get_statement
from app.storage.lock import writer_lock
from app.web.curation import articles, people, review, statements
from tests.curating import cheap_hashes
from tests.web.conftest import count_queries
from tests.web.desks import KEY, Curating, correct, key_on

__all__ = ["cheap_hashes"]


@pytest.fixture
def site(tmp_path, cheap_hashes) -> Curating:
    return Curating(tmp_path)


def shown(site, number=0):
    return get_statement(site.archive, site.link(number))


def test_the_desk_stands_beside_a_statement_for_curators_alone(site):
    path = f"/statements/{site.link(0)}"

    mine, theirs = site.curator().get(path), site.stranger().get(path)

    assert "Correct this statement" in mine.text
    assert mine.headers["cache-control"] == "no-store"
    assert "Correct this statement" not in theirs.text
    assert "form_key" not in theirs.text


def test_a_button_that_no_form_has_is_refused_and_not_taken_for_saved(site):
    before = shown(site)

    answer = correct(site.curator(), site.link(0), "bogus")

    assert answer.status_code == 422
    assert "use the form" in answer.text
    assert "address is wrong" not in answer.text
    assert shown(site) == before


@pytest.mark.parametrize(
    ("do", "field", "value"),
    [
        ("speaker=Ben Okafor", "speaker", "Ben Okafor"),
        ("speaker=Carla Diaz", "speaker", "Carla Diaz"),
        ("speaker=", "speaker", None),
        ("said_on=2011-12-07", "said_on", "2011-12-07"),
        ("said_on=2011-12", "said_on", "2011-12"),
        ("said_on=", "said_on", None),
        ("place=Porto", "place", "Porto"),
        ("office=Harbour Master", "office", "Harbour Master"),
        ("event=", "event", None),
        ("kind=mixed", "kind", "mixed"),
    ],
)
def test_one_button_corrects_one_fact_and_everybody_sees_who_and_why(site, do, field, value):
    answer = correct(site.curator(), site.link(0), do)

    assert answer.status_code == 303
    assert answer.headers["location"] == f"/statements/{site.link(0)}"
    now = shown(site)
    found = {
        "speaker": now.speaker.name if now.speaker else None,
        "said_on": now.said_on.iso,
        "place": now.place,
        "office": now.office,
        "event": now.event,
        "kind": now.kind.value,
    }[field]
    assert found == value
    page = site.stranger().get(f"/statements/{site.link(0)}").text
    assert "Corrected by people" in page
    assert "by Ana Ruiz: a person read the article" in page


def test_the_whole_form_corrects_all_that_was_changed_and_nothing_else(site):
    client = site.curator()

    answer = correct(
        client, site.link(0), speaker="Ben Okafor", said_on="2011-12-07", place="Lisbon",
        event="harbour-summit", office="", kind="direct", words="The harbour must stay public.",
        issue="the-harbour-wall", stance="demands?", reason="I was there.",
    )  # fmt: skip

    assert answer.status_code == 303, answer.text
    made = corrections_of(site.archive, Subject.STATEMENT, site.link(0))
    assert [one.action for one in made] == ["speaker", "said_on", "issues"]
    assert shown(site).office is None  # the office was hers, so it went with her
    assert {one.reason for one in made} == {"I was there."}
    on = shown(site).issues[0]
    assert (on.issue.key, on.stance, on.conditional) == ("the-harbour-wall", "demands", True)


def test_the_words_are_corrected_from_the_articles_own_text(site):
    client = site.curator()

    answer = correct(client, site.link(1), words="We will build the wall,", kind="direct",
                     speaker="Ana Ruiz", said_on="2011-12-08", office="Mayor of Lisbon",
                     place="Lisbon", issue="the-harbour-wall", stance="supports")  # fmt: skip

    assert answer.status_code == 303, answer.text
    assert shown(site, 1).text == "We will build the wall,"
    assert [
        one.action for one in corrections_of(site.archive, Subject.STATEMENT, site.link(1))
    ] == ["span"]


def test_words_that_the_article_does_not_have_are_refused_and_stand_in_the_form_again(site):
    answer = correct(site.curator(), site.link(0), words="The harbour will be sold.",
                     speaker="Ana Ruiz", reason="typed <by> hand")  # fmt: skip

    assert answer.status_code == 422
    assert "does not stand in the article so" in answer.text
    assert "The harbour will be sold." in answer.text
    assert "typed &lt;by&gt; hand" in answer.text
    assert corrections_of(site.archive, Subject.STATEMENT, site.link(0)) == []


@pytest.mark.parametrize("day", ["yesterday", "2011-13-45", "31/12/2012", "<b>"])
def test_a_date_that_is_none_is_refused_in_a_sentence(site, day):
    answer = correct(site.curator(), site.link(0), f"said_on={day}")

    assert answer.status_code == 422
    assert "Not saved yet" in answer.text
    assert "<p>Date: " in answer.text
    assert "Said_on" not in answer.text
    assert shown(site).said_on.iso == "2011-12-08"


def test_the_list_of_all_corrections_takes_one_back_at_a_click(site):
    curator = site.curator()
    correct(curator, site.link(0), "said_on=2011-12-07")
    page = curator.get("/corrections").text
    (address,) = re.findall(r'action="(/curation/corrections/[^"]+/undo)"', page)
    key = re.search(r'name="form_key" value="([^"]+)"', page)[1]

    answer = curator.post(address, data={"form_key": key, "next": "/corrections"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/corrections")
    assert shown(site).said_on.iso == "2011-12-08"
    assert "/undo" not in curator.get("/corrections").text


def test_a_false_find_is_rejected_and_can_be_had_back(site):
    client, link = site.curator(), site.link(4)

    answer = correct(client, link, "reject")

    assert answer.status_code == 303
    assert site.stranger().get(f"/statements/{link}").status_code == 410
    page = client.get(f"/curation/statements/{link}")
    assert page.status_code == 200
    uid = re.search(r"/curation/corrections/([^/]+)/undo", page.text).group(1)
    undone = client.post(
        f"/curation/corrections/{uid}/undo",
        data={
            "form_key": key_on(client, f"/curation/statements/{link}"),
            "next": f"/statements/{link}",
        },
    )
    assert undone.headers["location"] == f"/statements/{link}"
    assert site.stranger().get(f"/statements/{link}").status_code == 200


def test_a_withdrawal_needs_a_reason_and_hides_the_words_where_asked_to(site):
    client, link = site.curator(), site.link(4)

    assert correct(client, link, "withdraw").status_code == 422
    assert correct(client, link, "withdraw", reason="A court order.").status_code == 303

    gone = site.stranger().get(f"/statements/{link}")
    assert gone.status_code == 410
    assert "A court order" in gone.text
    assert "Somebody should measure it" not in gone.text


def test_b47_the_second_of_two_curators_sees_both_versions_and_loses_nothing(site):
    ana, ben, link = site.curator("ana"), site.curator("ben"), site.link(0)
    opened = ben.get(f"/statements/{link}").text
    correct(ana, link, "speaker=Ben Okafor")

    second = correct(
        ben, link, page=opened, speaker="Ana Ruiz", said_on="2011-12-07", place="Lisbon",
        event="harbour-summit", office="Mayor of Lisbon", kind="direct",
        words="The harbour must stay public.",
    )  # fmt: skip

    assert second.status_code == 409
    assert "As you saw it, version 1" in second.text
    assert "As it is now, version 2" in second.text
    assert shown(site).said_on.iso == "2011-12-08"
    fields = dict(re.findall(r'<input[^>]* name="(\w+)" value="([^"]*)"', second.text))
    assert (fields["speaker"], fields["said_on"]) == ("Ben Okafor", "2011-12-07")

    third = ben.post(
        f"/curation/statements/{link}",
        data={
            "form_key": KEY.findall(second.text)[-1], "based_on": fields["based_on"], "do": "save",
            "words": "The harbour must stay public.", "kind": "direct",
            **{name: fields[name] for name in ("speaker", "said_on", "place", "event", "office")},
        },
    )  # fmt: skip
    assert third.status_code == 303, third.text
    now = shown(site)
    assert (now.speaker.name, now.said_on.iso) == ("Ben Okafor", "2011-12-07")
    history = site.stranger().get(f"/statements/{link}/history").text
    assert "3 versions" in history


def test_while_an_ingest_runs_a_correction_is_a_503_and_the_form_is_kept(site, monkeypatch):
    monkeypatch.setattr("app.archive._PATIENCE", 0.05)
    client, link = site.curator(), site.link(0)
    with writer_lock(site.archive.settings.data_dir, "ingest"):
        answer = correct(client, link, "speaker=Ben Okafor", reason="Line three.")
        assert client.get(f"/statements/{link}").status_code == 200
        assert client.get("/review").status_code == 200

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"
    assert "another ingest is running" in answer.text.lower()
    assert 'value="Ben Okafor"' in answer.text
    assert 'value="Line three."' in answer.text
    again = client.post(
        f"/curation/statements/{link}",
        data={
            "form_key": KEY.findall(answer.text)[-1], "based_on": "1", "do": "save",
            "words": "The harbour must stay public.", "kind": "direct",
            "speaker": "Ben Okafor", "said_on": "2011-12-08", "place": "Lisbon",
            "event": "harbour-summit", "office": "Mayor of Lisbon", "reason": "Line three.",
        },
    )  # fmt: skip
    assert again.status_code == 303
    assert shown(site).speaker.name == "Ben Okafor"


def test_a_statement_that_was_missed_is_added_from_its_articles_words(site):
    client, article = site.curator(), site.town.article.permalink
    path = f"/curation/articles/{article}"
    words = "The meeting ended at noon."

    page = client.get(path, params={"words": f" {words}\n", "near": 400})
    assert page.status_code == 200
    assert f">{words}</textarea>" in page.text
    answer = client.post(
        path,
        data={"form_key": key_on(client, path), "words": words, "near": "400",
              "do": "speaker=Ben Okafor", "kind": "indirect"},
    )  # fmt: skip

    assert answer.status_code == 303, answer.text
    added = site.stranger().get(answer.headers["location"])
    assert added.status_code == 200
    assert words in added.text
    assert "Ben Okafor" in added.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Nobody ever wrote this.", "does not stand in the article so"),
        ("   ", "there are none in the field"),
        ("The harbour must stay public.", "a statement already"),
    ],
)
def test_what_cannot_be_added_is_said_and_the_form_is_kept(site, words, said):
    client = site.curator()
    path = f"/curation/articles/{site.town.article.permalink}"
    form = {"form_key": key_on(client, path), "words": words, "speaker": "Ben Okafor"}

    answer = client.post(path, data=form)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Ben Okafor"' in answer.text


def test_speakers_are_merged_and_their_addresses_lead_on(site):
    client = site.curator()
    path = "/curation/speakers/ana-ruiz"
    form = {"form_key": key_on(client, path), "do": "merge", "other": "ben OKAFOR"}

    answer = client.post(path, data=form)

    assert answer.headers["location"] == "/speakers/ben-okafor"
    moved = site.stranger().get("/speakers/ana-ruiz")
    assert (moved.status_code, moved.headers["location"]) == (301, "/speakers/ben-okafor")


def test_two_are_told_apart_for_good(site):
    client = site.curator()
    path = "/curation/speakers/ben-okafor"
    form = {"form_key": key_on(client, path), "do": "not_same", "other": "ana-ruiz"}

    assert client.post(path, data=form).status_code == 303

    assert "Not to be confused with" in site.stranger().get("/speakers/ana-ruiz").text
    assert "not the same" in client.get("/curation/speakers/ana-ruiz").text.lower()


def test_one_speaker_is_parted_by_spelling(site):
    client = site.curator()
    path = "/curation/speakers/ana-ruiz"
    form = {"form_key": key_on(client, path), "do": "split", "names": ["Anna Ruiz"]}

    answer = client.post(path, data=form)

    assert answer.status_code == 303, answer.text
    assert list_corrections(site.archive).corrections[0].action == "split"


@pytest.mark.parametrize("other", ["nobody of this name", "", "%", "'; DROP TABLE speaker; --"])
def test_merging_with_nobody_is_refused_in_a_sentence(site, other):
    client = site.curator()
    path = "/curation/speakers/ben-okafor"

    answer = client.post(
        path, data={"form_key": key_on(client, path), "do": "merge", "other": other}
    )

    assert answer.status_code == 422
    assert "has no speaker called" in answer.text
    assert site.stranger().get("/speakers/ben-okafor").status_code == 200


def forms(site) -> dict[str, dict[str, str]]:
    """Every form of the desk, as it would change something."""
    link, article = site.link(0), site.town.article.permalink
    return {
        f"/curation/statements/{link}": {"based_on": "1", "do": "speaker=Ben Okafor"},
        f"/curation/articles/{article}": {"words": "The meeting ended at noon.", "do": "speaker="},
        "/curation/speakers/ben-okafor": {"do": "merge", "other": "ana-ruiz"},
        "/curation/events/harbour-summit": {"do": "not_same", "other": "harbour-summit"},
        "/curation/corrections/c1/undo": {},
        "/review/later": {"subject": link},
        "/review/missed": {"words": "harbour seals"},
        "/review/reports/1": {"outcome": "dismissed"},
    }


def test_every_form_of_the_desk_is_among_those_tested_here(site):
    posted = {
        re.sub(r"\{[^}]+\}", "X", route.path)
        for router in (review.router, statements.router, articles.router, people.router)
        for route in router.routes
        if "POST" in route.methods
    }
    tested = {
        re.sub(r"(?<=/)(curation|review)/(\w+)/[^/]+", r"\1/\2/X", path) for path in forms(site)
    }

    assert len(posted) == 7
    assert (
        posted
        <= {path.replace("/curation/speakers/X", "/curation/X/X") for path in tested} | tested
    )


def test_b44_no_form_of_the_desk_is_taken_without_its_key_or_from_elsewhere(site):
    client = site.curator()
    key = key_on(client, "/account")
    for path, form in forms(site).items():
        for sent, headers in (
            ({**form}, {}),
            ({**form, "form_key": "made up"}, {}),
            ({**form, "form_key": key}, {"Origin": "https://evil.example"}),
            ({**form, "form_key": key}, {"Sec-Fetch-Site": "cross-site"}),
        ):
            assert client.post(path, data=sent, headers=headers).status_code == 403, path
        assert client.get(path, params={**form, "form_key": key}).status_code in (200, 405, 404)
    assert list_corrections(site.archive).corrections == []


def test_who_is_not_signed_in_changes_nothing(site):
    key = key_on(site.curator(), "/account")
    for path, form in forms(site).items():
        answer = site.stranger().post(path, data={**form, "form_key": key})
        assert answer.status_code == 303, path
        assert answer.headers["location"] == "/sign-in?next=/review"
    assert list_corrections(site.archive).corrections == []


@pytest.mark.parametrize("extra", ["id", "is_admin", "reviewed_by", "by", "at", "uid"])
def test_b48_a_form_of_the_desk_with_more_fields_than_it_has_is_refused(site, extra):
    client = site.curator()
    key = key_on(client, "/account")
    for path, form in forms(site).items():
        answer = client.post(path, data={**form, "form_key": key, extra: "1"})
        assert answer.status_code == 422, path
    assert list_corrections(site.archive).corrections == []


@pytest.mark.parametrize("next", ["//evil.example", "/\\evil.example", "https://evil.example"])
def test_b49_a_correction_leads_to_own_pages_only(site, next):
    answer = correct(site.curator(), site.link(0), "speaker=Ben Okafor", next=next)

    assert answer.headers["location"] == "/review"


def test_reasons_and_names_from_curators_are_text_everywhere(site):
    evil = '<script>alert(1)</script> & "quoted"'
    client, link = site.curator(), site.link(0)
    correct(client, link, f"speaker={evil}", reason=evil)

    for path in (f"/statements/{link}", f"/curation/statements/{link}", "/corrections", "/review"):
        page = client.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text


def test_the_desk_costs_the_same_number_of_queries_however_long_the_archive(tmp_path, cheap_hashes):
    counts = []
    for many in (1, 12):
        from tests.web.conftest import fresh

        shelf = fresh(tmp_path / str(many))
        lines = [f"“The wall {n} is due,” Speaker{n} said." for n in range(many)]
        article = shelf.article("Title\n" + "\n".join(lines))
        rows = [
            shelf.statement(
                article, f"The wall {n} is due,", speaker=shelf.speaker(f"Ann Speaker{n}")
            )
            for n in range(many)
        ]
        site = Curating(tmp_path / f"{many}-desk", shelf)
        client = site.curator()
        with count_queries(site.archive.reader) as counted:
            assert client.get(f"/statements/{rows[0].permalink}").status_code == 200
        counts.append(counted.count)

    assert counts[0] == counts[1]
    assert counts[1] <= 24


def test_a_fault_while_correcting_leaves_the_archive_as_it_was(site, monkeypatch):
    def broken(*_):
        raise RuntimeError("a fault")

    monkeypatch.setattr(corrections, "bring_up_to_date", broken)
    answer = correct(site.curator(), site.link(0), "speaker=Ben Okafor")

    assert answer.status_code == 500
    assert "a fault" not in answer.text
    assert site.stranger().get(f"/statements/{site.link(0)}").status_code == 200


def test_one_speaker_is_parted_by_article(site):
    client = site.curator()
    path = "/curation/speakers/ana-ruiz"
    page = client.get(path).text
    article = shown(site).article
    assert "part them by article" in page
    assert f'value="{article.id}"' in page
    form = {
        "form_key": key_on(client, path),
        "do": "split",
        "articles": [article.id],
        "name": "Ana Ruiz (painter)",
    }

    answer = client.post(f"{path}?page=1", data=form)

    assert answer.status_code == 303, answer.text
    (made,) = list_corrections(site.archive).corrections
    assert made.action == "split"
    assert "Ana Ruiz (painter)" in client.get("/corrections").text


def test_a_split_by_article_without_a_name_keeps_what_was_ticked(site):
    client = site.curator()
    path = "/curation/speakers/ana-ruiz"
    article = shown(site).article
    form = {"form_key": key_on(client, path), "do": "split", "articles": [article.id], "name": ""}

    answer = client.post(path, data=form)

    assert answer.status_code == 422
    assert "say who the articles mean" in answer.text
    assert re.search(rf'value="{article.id}" checked', answer.text)
