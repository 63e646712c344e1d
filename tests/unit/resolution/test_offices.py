"""The office held on the day the words were said."""

import pytest

from app.domain.conflicts import OUT_OF_TERM
from app.domain.dates import UNKNOWN_DATE, DateBasis, DateFinding, PartialDate
from app.domain.gazetteer import EMPTY, Gazetteer, KnownOffice, KnownTenure, SpeakerKind
from app.domain.quotations import Attribution, SourceKind
from app.domain.resolved import ResolvedSpeaker
from app.resolution.office_titles import generic_name, means
from app.resolution.offices import office_of
from app.resolution.past_roles import PastRole

PM = KnownOffice("Prime Minister of Russia", "Russia", ("Prime Minister", "Premier"))
PRESIDENT = KnownOffice("President of Russia", "Russia", ("President",))
ENVOY = KnownOffice("Permanent Representative of Russia to NATO", "Russia", ("envoy to NATO",))
KNOWN = Gazetteer(
    offices=(PM, PRESIDENT, ENVOY),
    tenures=(
        KnownTenure(
            "Ivan Petrov", PRESIDENT.name, PartialDate.year(2000), PartialDate.day(2008, 5, 6)
        ),
        KnownTenure(
            "Ivan Petrov", PM.name, PartialDate.day(2008, 5, 8), PartialDate.day(2012, 5, 6)
        ),
        KnownTenure("Ivan Petrov", PRESIDENT.name, PartialDate.day(2012, 5, 7), None),
        KnownTenure("Oleg Sidorov", ENVOY.name, PartialDate.year(2008), PartialDate.year(2011)),
    ),
)


def day(iso: str) -> DateFinding:
    return DateFinding(PartialDate.from_iso(iso), DateBasis.STATED, "as printed")


def office(
    role: str | None,
    said_on: DateFinding = UNKNOWN_DATE,
    published: DateFinding = UNKNOWN_DATE,
    name: str = "Ivan Petrov",
    known: bool = True,
    gazetteer: Gazetteer = KNOWN,
    then: str | None = None,
    beside: bool = True,
):
    said = Attribution(SourceKind.PERSON, name, name, "printed", role=role)
    speaker = ResolvedSpeaker(SpeakerKind.PERSON, name, None, name, "printed", known)
    past = PastRole(then, f"when {then}") if then else None
    return office_of(said, speaker, said_on, published, gazetteer, past, beside=beside)


def test_the_printed_role_is_the_known_office_held_that_day():
    found = office("Prime Minister", published=day("2011-12-08"))

    assert found is not None
    assert found.value == "Prime Minister of Russia"
    assert "“Prime Minister”" in found.reason


def test_without_a_printed_role_the_tenure_of_the_day_tells():
    assert office(None, said_on=day("2011-12")).value == "Prime Minister of Russia"
    assert office(None, said_on=day("2013-02-18")).value == "President of Russia"


def test_the_day_of_the_words_outweighs_the_day_of_the_article():
    found = office(None, said_on=day("2007-01-01"), published=day("2009-01-01"))

    assert found.value == "President of Russia"


def test_todays_office_never_leaks_into_an_undated_past():
    assert office(None) is None


def test_a_range_over_two_offices_decides_nothing():
    assert office(None, published=day("2012")) is None
    assert office(None, published=day("2012-05")) is None


def test_a_printed_role_that_the_tenures_contradict_says_so():
    found = office("President", published=day("2011-12-08"))

    assert found.value == "President of Russia"
    assert "does not fit the day" in found.reason


def test_a_former_office_is_not_the_office_held():
    assert (
        office("former Prime Minister", published=day("2013-01-01")).value == "President of Russia"
    )
    assert office("former Prime Minister") is None


@pytest.mark.parametrize(
    "role",
    ["Former French President", "France's former President", "Former Sen", "then-President",
     "the group's then chairman", "fellow billionaire and former New York Mayor"],
)  # fmt: skip
def test_the_word_that_an_office_was_held_may_stand_anywhere_before_it(role):
    assert office(role, name="Ana Lopes", known=False, gazetteer=EMPTY) is None


def test_whose_chief_somebody_was_says_nothing_of_the_own_office():
    found = office("chairman of the former Senate", name="Ana Lopes", known=False, gazetteer=EMPTY)

    assert found.value == "Chairman of the former Senate"


def test_a_post_held_once_beside_the_own_office_is_no_part_of_it():
    role = "Secretary of State and former senator"
    found = office(role, name="Ana Lopes", known=False, gazetteer=EMPTY)

    assert found.value == "Secretary of State"


def test_a_former_office_of_a_state_is_still_one_of_that_state():
    assert means("Russia's former Prime Minister", PM)
    assert not means("Britain's former Prime Minister", PM)


@pytest.mark.parametrize(
    ("role", "held"),
    [
        ("OPEC Secretary General", False),
        ("Secretary General of OPEC", False),
        ("ASEAN Secretary General", False),
        ("UN Secretary General", True),
        ("U.N. Secretary General", True),
        ("Secretary General", True),
        ("Secretary General of the United Nations", True),
    ],
)
def test_a_body_named_by_its_letters_is_not_another_whose_title_is_the_same(role, held):
    body = "United Nations"
    head = KnownOffice(f"Secretary-General of the {body}", body, ("Secretary General",))

    assert means(role, head) is held


def test_a_body_named_by_its_letters_is_that_of_the_same_letters_whatever_the_titles():
    head = KnownOffice("Director of the Harbour Safety Agency", "Harbour Safety Agency", ())
    chief = KnownOffice("Director of Harbour Watch", None, ("Director",))

    assert means("HSA Director of Harbour Safety Agency", head)
    assert means("OPEC Director of Harbour Watch", chief)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("Angolan president since 1979", "President of Angola"),
        ("mayor of Lisbon since last May", "Mayor of Lisbon"),
        ("president of the Since Fund", "President of the Since Fund"),
    ],
)
def test_since_when_an_office_is_held_is_no_part_of_it(role, name):
    assert office(role, name="Ana Lopes", known=False, gazetteer=EMPTY).value == name


def test_an_envoy_is_found_by_the_title_of_the_known_office():
    found = office(
        "Russia's permanent envoy to NATO", published=day("2010-12-08"), name="Oleg Sidorov"
    )

    assert found.value == "Permanent Representative of Russia to NATO"


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("Russian Foreign Minister", "Foreign Minister of Russia"),
        ("Deputy Russian Foreign Minister", "Deputy Foreign Minister of Russia"),
        ("NATO Secretary General", "Secretary General of NATO"),
        ("Russia’s permanent envoy to NATO", "Permanent envoy of Russia to NATO"),
        ("US Assistant Secretary of State", "Assistant Secretary of State of the United States"),
        ("U.S. Ambassador to Ukraine", "Ambassador of the United States to Ukraine"),
        ("New York Attorney General", "Attorney General of New York"),
        ("Florida senator", "Senator from Florida"),
        ("mayor of Lisbon", "Mayor of Lisbon"),
        ("Prime Minister", "Prime Minister"),
        ("Macedonia's foreign minister", "Foreign minister of Macedonia"),
        ("Zaire's president", "President of Zaire"),
        ("Acting Macedonian President", "Acting Macedonian President"),
        ("North Macedonia's president", "President of North Macedonia"),
    ],
)
def test_the_office_of_somebody_unknown_is_made_of_the_printed_role(role, name):
    assert generic_name(role) == name
    assert office(role, name="Ana Lopes", known=False, gazetteer=EMPTY).value == name


@pytest.mark.parametrize(
    "role", ["waitress at the Golden Bear", "former mayor of Lisbon", "R-Texas"]
)
def test_what_is_no_office_held_then_is_none(role):
    assert office(role, name="Ana Lopes", known=False, gazetteer=EMPTY) is None


def test_a_deputy_does_not_hold_the_office_of_the_minister():
    assert not means("Deputy Prime Minister", PM)
    assert means("Russian Prime Minister", PM)


def test_an_office_of_another_state_is_not_meant():
    assert not means("British Prime Minister", PM)


def test_bodies_and_unnamed_speakers_hold_no_office():
    said = Attribution(SourceKind.ORGANISATION, "NATO", "NATO", "printed")
    nato = ResolvedSpeaker(SpeakerKind.ORGANISATION, "NATO", None, "NATO", "printed")

    assert office_of(said, nato, UNKNOWN_DATE, day("2011-01-01"), KNOWN) is None
    assert office_of(said, None, UNKNOWN_DATE, day("2011-01-01"), KNOWN) is None


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("almost certainly force Sen", "Senator"),
        ("Florida Sen", "Senator from Florida"),
        ("president. Mr", "President"),
        ("pursuit of the nomination for president", None),
        ("becomes president", None),
        ("American Unity Fund president", "American Unity Fund president"),
        ("GOP strategist", "GOP strategist"),
        ("Ohio governor", "Governor of Ohio"),
        ("director of the pier and", "Director of the pier"),
    ],
)
def test_a_role_is_freed_of_what_is_no_part_of_an_office(role: str, name: str | None) -> None:
    found = office(role, name="Ana Ruiz", known=False, gazetteer=EMPTY)

    assert (found.value if found else None) == name


def test_an_office_of_one_country_is_not_that_of_another() -> None:
    american = KnownOffice(
        "Secretary of State of the United States", titles=("Secretary of State",)
    )

    assert not means("Missouri Secretary of State", american)
    assert means("U.S. Secretary of State", american)


def test_a_bare_title_is_not_given_to_somebody_known_never_to_have_held_it() -> None:
    assert office("mayor", name="Oleg Sidorov", published=day("2016")) is None


def test_a_printed_office_given_up_years_ago_is_no_claim_that_it_is_still_held():
    assert office("Ambassador", said_on=day("2016-09-03"), name="Oleg Sidorov") is None


def test_the_role_of_the_time_outweighs_the_title_of_today():
    found = office("President", published=day("2014-03-12"), then="prime minister")

    assert found.value == "Prime Minister of Russia"
    assert found.reason.startswith("of the time of the words: “when prime minister”")
    assert office("President", UNKNOWN_DATE, day("2014-03-12"), "Eva Roe", False, EMPTY,
                  then="governor of Ohio").value == "Governor of Ohio"  # fmt: skip


def test_todays_title_does_not_leak_into_words_that_are_years_older():
    told = {"said_on": day("2009"), "published": day("2014-03-12")}

    assert office("President", **told).value == "Prime Minister of Russia"
    assert office("President", **told, beside=False).value == "Prime Minister of Russia"
    unknown = {"name": "Eva Roe", "known": False, "gazetteer": EMPTY}
    assert office("President of Ruritania", **told, **unknown, beside=False) is None
    assert office("Mayor of Riga", **told, **unknown).value == "Mayor of Riga"


def test_a_title_of_last_month_is_still_todays():
    told = {"said_on": day("2014-02"), "published": day("2014-03-12")}
    unknown = {"name": "Eva Roe", "known": False, "gazetteer": EMPTY}

    assert office("Mayor of Riga", **told, **unknown, beside=False).value == "Mayor of Riga"


@pytest.mark.parametrize("role", ["Armenian President", "Bolivian President", "Kosovo President"])
def test_the_president_of_a_state_is_not_the_one_of_a_body_whose_title_names_it(role):
    union = KnownOffice("President of the Council", "Union", ("EU President", "Council President"))
    assert not means(role, union)
    assert means("EU President", union)
    assert means("Council President", union)


@pytest.mark.parametrize(
    "role",
    [
        "adviser to the Russian president",
        "the president's spokesman",
        "aide to the president",
        "interim president",
        "president-elect",
    ],
)
def test_who_serves_an_office_or_stands_in_for_it_does_not_hold_it(role):
    assert not means(role, PRESIDENT)


@pytest.mark.parametrize("role", ["member of parliament for Graz", "prime minister-designate"])
def test_a_seat_and_a_post_to_come_are_posts(role):
    assert generic_name(role) == role[:1].upper() + role[1:]


@pytest.mark.parametrize("role", ["prime minister's wife", "friend of the president"])
def test_who_is_only_somebody_to_an_office_holder_has_no_office(role):
    assert generic_name(role) is None


def test_an_office_of_a_body_with_an_owners_name_is_one():
    assert generic_name("president of the teachers' union") == "President of the teachers' union"


@pytest.mark.parametrize("role", ["President of Russia", "the president of Russia"])
def test_a_title_printed_in_full_years_after_its_known_end_is_shown_with_the_conflict(role: str):
    over = Gazetteer(offices=KNOWN.offices, tenures=KNOWN.tenures[:1])
    found = office(role, published=day("2012-03-04"), gazetteer=over)

    assert found.value == "President of Russia"
    assert OUT_OF_TERM in found.reason
    assert "2000 to 2008-05-06" in found.reason


@pytest.mark.parametrize("role", ["President", "former president of Russia"])
def test_a_courtesy_or_a_past_title_years_later_is_no_conflict(role: str):
    over = Gazetteer(offices=KNOWN.offices, tenures=KNOWN.tenures[:1])

    assert office(role, published=day("2012-03-04"), gazetteer=over) is None
