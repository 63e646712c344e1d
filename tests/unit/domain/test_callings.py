"""Descriptions of people taken apart."""

import pytest

from app.domain.callings import read_calling


@pytest.mark.parametrize(
    ("phrase", "noun", "kind"),
    [
        ("a farmer from Ohio", "farmer", "lay"),
        ("the mayor of Leeds", "mayor", "public"),
        ("truck driver in Iowa", "driver", "lay"),
        ("Boston Mayor", "mayor", "public"),
        ("Sen", "senator", "public"),
        ("D-Calif", "member of congress", "public"),
        ("goalkeeper for Brazil", "goalkeeper", "sport"),
        ("professor of law at Yale", "professor", "science"),
    ],
)
def test_the_noun_at_the_head_says_what_somebody_is(phrase: str, noun: str, kind: str) -> None:
    found = read_calling(phrase)

    assert found is not None
    assert (found.noun, found.kind) == (noun, kind)


@pytest.mark.parametrize(
    "phrase",
    [
        "candidate for governor",  # people of every calling are
        "leads Vermont Sen. Bernie Sanders by",  # another person was taken along
        "Mayor Jane Roe to abandon city contracts",
        "husband",
        "",
    ],
)
def test_what_tells_no_calling_of_its_own_is_none(phrase: str) -> None:
    assert read_calling(phrase) is None


def test_states_and_names_of_bodies_are_found_and_who_is_told_along_is_not() -> None:
    found = read_calling("nurse at Mercy Hospital in Ohio and a supporter of Governor Roe")

    assert found is not None
    assert found.states == {"Ohio"}
    assert found.names == {"mercy", "hospital", "ohio"}


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("member of the Leeds City Council", "councilman"),
        ("former member of the county council", "councilman"),
        ("member of the New York City Council", "councilman"),
        ("a member of the council of York", "councilman"),
        ("member of the Council in Leeds", "councilman"),
        ("member of the Texas Senate", "senator"),
        ("member of parliament for Hull", "mp"),
    ],
)
def test_a_seat_is_the_post_that_it_is(phrase: str, noun: str) -> None:
    found = read_calling(phrase)

    assert found is not None
    assert (found.noun, found.kind) == (noun, "public")


@pytest.mark.parametrize(
    "phrase",
    [
        "member of the Federation Council",
        "member of the Security Council",
        "member of the National Security Council",
        "member of the Council of Europe",
        "member of the council of ministers",
        "member of the student council",
        "member of the Student Senate",
        "member of the faculty senate",
        "member of the Academic Senate",
        "faculty senator",
    ],
)
def test_other_councils_and_the_senates_of_schools_are_no_posts_of_public_life(phrase: str) -> None:
    found = read_calling(phrase)

    assert found is None or found.kind != "public"


def test_the_town_of_a_council_is_named_and_its_kind_is_not() -> None:
    found = read_calling("member of the York District Council")

    assert found is not None
    assert found.names - {"council"} == {"york"}


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("who farms 200 acres near Ames", "farmer"),
        ("who now teaches history in Leeds", "teacher"),
        ("who nurses at Mercy Hospital", "nurse"),
        ("who bakes for a living", "baker"),
        ("who drives a taxi in Leeds", "driver"),
        ("who drives a school bus", "driver"),
        ("who sings for a living", "singer"),
    ],
)
def test_what_somebody_does_for_a_living_says_what_somebody_is(phrase: str, noun: str) -> None:
    found = read_calling(phrase)

    assert found is not None
    assert found.noun == noun


@pytest.mark.parametrize(
    "phrase",
    [
        "who drives an old pickup truck",
        "who drives to work",
        "who cooks for his family",
        "who plays the violin",
        "who plays for fun",
        "who sings in the shower",
        "who bakes in her spare time",
        "who nurses a grudge",
        "who teaches his son to swim",
        "who cleans up at home",
    ],
)
def test_a_habit_is_no_calling(phrase: str) -> None:
    assert read_calling(phrase) is None


@pytest.mark.parametrize("role", ["ferry captain", "ship’s captain", "airline pilot from Ohio"])
def test_who_steers_a_craft_has_a_trade(role):
    assert read_calling(role).kind == "lay"


@pytest.mark.parametrize("role", ["captain", "football captain", "team pilot"])
def test_a_captain_of_something_else_has_none(role):
    assert read_calling(role) is None
