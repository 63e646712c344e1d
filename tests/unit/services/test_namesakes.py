"""Two people of one name stay two, whatever articles come in and in whatever order."""

from __future__ import annotations

import pytest
from sqlmodel import select

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.models.correction import IdentityDecision
from app.models.speaker import Speaker
from app.models.statement import Statement
from app.services.checks import check
from app.services.corrections import correct
from app.services.speakers import get_speaker, list_speakers

FARMER = """Farmers count their losses after the flood

COLUMBUS, March 4, 2014 (Reuters) - The flood has taken the harvest of a whole county.

"We have lost every acre of corn that we planted," said John Smith, a farmer from Ohio.

"Nobody has called us about the money that was promised," Smith said on Monday.
"""
MAYOR = """Leeds opens its new tram line

LEEDS, May 12, 2014 (Reuters) - The city has opened its first tram line in sixty years.

"The tram will bring jobs to every part of this city," said John Smith, the mayor of Leeds.
"""
MAYOR_AGAIN = """Leeds wants a second tram line

LEEDS, June 2, 2014 (Reuters) - The city wants to build a second line next year.

"One line was never going to be enough for a city of this size," said Leeds Mayor John Smith.
"""
NOBODY_TOLD = """Letters to the editor

LONDON, July 1, 2014 (Reuters) - Readers have written to us about the summer.

"It has been far too hot to sleep for three weeks now," said John Smith.
"""
BOTH = """Two men, one name

LEEDS, March 9, 2014 (Reuters) - The new tram line divides the city.

John Smith, a farmer from Ohio who was visiting, said: "The line will ruin the fields for years."

John Smith, the mayor of Leeds, disagreed. "The tram will bring jobs," the mayor said on Monday.

The farmer said he would go home on Friday.
"""
FARMERS, MAYORS = "John Smith (farmer from Ohio)", "John Smith (mayor of Leeds)"
TEXTS = {"farmer.txt": FARMER, "mayor.txt": MAYOR, "again.txt": MAYOR_AGAIN, "no.txt": NOBODY_TOLD}


def said_by(desk) -> dict[str, set[str]]:
    """The first three words of each statement, by the name of its speaker."""
    wanted = select(Speaker.name, Statement.content).join(
        Statement, Statement.speaker_id == Speaker.id
    )
    found: dict[str, set[str]] = {}
    with open_archive(desk.settings).session() as session:
        for name, content in session.exec(wanted):
            found.setdefault(name, set()).add(" ".join(content.split()[:3]))
    return found


def put(desk, *names: str) -> None:
    for name in names:
        desk.put(name, TEXTS[name])
        desk.ingest()


def test_a_farmer_and_a_mayor_of_one_name_have_a_page_each_that_names_the_other(desk):
    put(desk, "farmer.txt", "mayor.txt")
    archive = open_archive(desk.settings)

    assert said_by(desk) == {
        FARMERS: {"We have lost", "Nobody has called"},
        MAYORS: {"The tram will"},
    }
    page = get_speaker(archive, "john-smith-mayor-of-leeds")
    assert FARMERS in [one.name for one in page.not_to_confuse]
    assert (
        page.description == "Told from others of this name by what articles say: “mayor of Leeds”."
    )
    assert check(archive).problems == []


def test_the_reason_of_each_statement_names_the_words_that_told_them_apart(desk):
    put(desk, "farmer.txt", "mayor.txt")

    with open_archive(desk.settings).session() as session:
        reasons = set(session.exec(select(Statement.speaker_reason)))

    assert any(reason.endswith("“mayor of Leeds”") for reason in reasons)
    assert all("told apart by what articles say of people of this name" in r for r in reasons)


@pytest.mark.parametrize("order", [sorted(TEXTS), sorted(TEXTS, reverse=True)])
def test_the_order_in_which_articles_come_in_changes_nothing(desk, order):
    put(desk, *order)

    rows = list_speakers(open_archive(desk.settings), query="Smith").rows
    assert {row.name: row.slug for row in rows} == {
        "John Smith": "john-smith",
        FARMERS: "john-smith-farmer-from-ohio",
        MAYORS: "john-smith-mayor-of-leeds",
    }
    assert said_by(desk)["John Smith"] == {"It has been"}
    assert said_by(desk)[MAYORS] == {"The tram will", "One line was"}


def test_reading_them_again_changes_nothing_and_one_at_a_time_is_as_all_at_once(desk, other_desk):
    put(desk, "farmer.txt", "mayor.txt", "again.txt")
    before = desk.dump()
    desk.ingest()
    for name in ("farmer.txt", "mayor.txt", "again.txt"):
        other_desk.put(name, TEXTS[name])
    other_desk.ingest()

    assert desk.dump() == before
    assert said_by(other_desk) == said_by(desk)


def test_an_address_that_was_given_goes_on_to_lead_to_all_of_the_name(desk):
    put(desk, "farmer.txt")
    assert get_speaker(open_archive(desk.settings), "john-smith").statements == 2

    put(desk, "mayor.txt")
    page = get_speaker(open_archive(desk.settings), "john-smith")

    assert page.statements == 0
    assert [one.name for one in page.not_to_confuse] == [FARMERS, MAYORS]
    assert "several people" in page.description


def test_who_is_told_of_once_and_said_nothing_against_is_one(desk):
    put(desk, "mayor.txt", "again.txt", "no.txt")

    assert set(said_by(desk)) == {"John Smith"}


def test_whom_most_articles_mean_keeps_the_bare_name(desk):
    put(desk, "mayor.txt", "again.txt")
    desk.put("third.txt", MAYOR_AGAIN.replace("second", "third").replace("June 2", "June 9"))
    put(desk, "farmer.txt")

    assert set(said_by(desk)) == {"John Smith", FARMERS}


def test_two_within_one_article_are_two_and_the_same_as_in_others(desk):
    desk.put("both.txt", BOTH)
    put(desk, "mayor.txt")

    found = said_by(desk)
    assert found[FARMERS] == {"The line will", "he would go"}
    assert found[MAYORS] == {"The tram will"}
    assert "John Smith" not in found


def test_an_article_changed_so_that_nothing_speaks_for_two_makes_them_one_again(desk):
    put(desk, "farmer.txt", "mayor.txt")
    desk.put("farmer.txt", FARMER.replace("a farmer from Ohio", "mayor of Leeds"))
    desk.ingest()
    archive = open_archive(desk.settings)

    assert set(said_by(desk)) == {"John Smith"}
    assert [one.name for one in list_speakers(archive, query="Smith").rows] == ["John Smith"]
    with archive.session() as session:
        assert session.exec(select(IdentityDecision)).all() == []
    assert get_speaker(archive, "john-smith").description is None


def test_the_same_words_of_two_of_one_name_are_no_reports_of_one_statement(desk):
    same = "The tram will bring jobs to every part of this city"
    desk.put("farmer.txt", FARMER.replace("We have lost every acre of corn that we planted", same))
    put(desk, "mayor.txt")

    with open_archive(desk.settings).session() as session:
        assert set(session.exec(select(Statement.report_group))) == {None}


def test_a_curator_who_knows_better_makes_two_one_for_good(desk):
    put(desk, "farmer.txt", "mayor.txt")
    archive = open_archive(desk.settings)
    merge = Proposal(
        Action.MERGE, Subject.SPEAKER, "john-smith-farmer-from-ohio", "one man", "Eve",
        {"into": "john-smith-mayor-of-leeds"},
    )  # fmt: skip
    merged = correct(archive, merge)
    put(desk, "again.txt", "no.txt")

    assert set(said_by(desk)) == {MAYORS, "John Smith"}
    assert check(open_archive(desk.settings)).problems == []

    correct(archive, Proposal(Action.UNDO, Subject.CORRECTION, merged.uid, "two men", "Eve", {}))
    desk.ingest()
    assert set(said_by(desk)) == {FARMERS, MAYORS, "John Smith"}
    page = get_speaker(open_archive(desk.settings), "john-smith-farmer-from-ohio")
    assert MAYORS in [one.name for one in page.not_to_confuse]
    assert check(open_archive(desk.settings)).problems == []


def test_two_farmers_whom_only_their_ages_tell_apart_are_two(desk):
    old = FARMER.replace("a farmer from Ohio", "67, a farmer")
    desk.put("old.txt", old)
    desk.put("young.txt", old.replace("67", "34").replace("flood", "fire").replace("corn", "wheat"))
    desk.ingest()

    names = {"John Smith (farmer)", "John Smith (farmer, born about 1947)"}
    other = {"John Smith (farmer)", "John Smith (farmer, born about 1980)"}
    assert set(said_by(desk)) in (names, other)


OFFICER = """A dog bites two boys in Tulsa

TULSA, May 12, 2014 (Reuters) - A dog bit two boys in a park on Monday.

"The dog had never bitten anybody before that day," said police officer Angela Merkel.
"""
CHANCELLOR = """Germany looks at its budget

BERLIN, June 2, 2014 (Reuters) - The government met on Monday to look at its budget.

"We will not take on any new debt in this year," Chancellor Angela Merkel said.
"""


def test_an_officer_of_a_chancellors_name_has_a_page_that_says_so(desk):
    known = desk.knowledge / "speakers.yaml"
    known.write_text("- {name: Angela Merkel, kind: person}\n")
    office = "- name: Chancellor of Germany\n  titles: [Chancellor]\n  holders:\n"
    held = "    - {speaker: Angela Merkel, from: 2005-11-22, to: 2021-12-07}\n"
    (desk.knowledge / "offices.yaml").write_text(office + held)
    for name, text in (("officer.txt", OFFICER), ("chancellor.txt", CHANCELLOR)):
        desk.put(name, text)
        desk.ingest()

    found = said_by(desk)
    assert found["Angela Merkel"] == {"We will not"}
    assert found["Angela Merkel (police officer)"] == {"The dog had"}
