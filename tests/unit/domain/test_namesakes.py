"""When two people of one name are two."""

from datetime import date

import pytest

from app.domain.namesakes import main_one, told_apart, why_doubtful, why_two
from app.domain.told import Told, is_town_post, town_words

FARMER, MAYOR = Told(("farmer from Ohio",)), Told(("mayor of Leeds",))


def told(role: str, year: int = 2012) -> Told:
    return Told((role,), None, date(year, 5, 1))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("farmer from Ohio", "mayor of Leeds"),
        ("baker in Tulsa", "former Secretary of Defense"),
        ("nurse from Leeds", "plumber in Ohio"),
        ("resident of Texas", "Ohio resident"),
        ("mayor of Leeds", "mayor of Denver"),
        ("D-Calif", "Republican of Ohio"),
        ("Russian foreign minister", "Foreign Minister of Bulgaria"),
        ("goalkeeper for Brazil", "senator from Ohio"),
        ("basketball player", "professor of statistics at Berkeley"),
    ],
)
def test_callings_that_one_person_has_not_both_are_two_peoples(one: str, two: str) -> None:
    why = why_two(told(one), told(two))

    assert why is not None
    assert one in why
    assert two in why
    assert why_two(told(two), told(one)) is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Senator", "Secretary of State"),
        ("senator from New York", "former Secretary of State of the United States"),
        ("CIA director", "defense secretary"),
        ("president of the Action Network", "president of the Leadership Fund"),
        ("actor", "governor of California"),
        ("pastor", "former governor"),
        ("physician from Massachusetts", "Green Party leader"),
        ("farmer in Ohio", "Ohio farmer"),
        ("nurse in Leeds", "Leeds schoolteacher"),
        ("bank employee", "pollster"),
    ],
)
def test_titles_change_over_the_years(one: str, two: str) -> None:
    assert why_two(told(one), told(two)) is None


def test_ages_that_cannot_both_be_true_are_two_peoples() -> None:
    young, old = Told((), 34, date(2012, 1, 1)), Told((), 67, date(2012, 6, 1))
    older = Told((), 38, date(2016, 6, 1))

    assert why_two(young, old) == "one was born about 1978, the other about 1945"
    assert why_two(young, older) is None


def test_a_minister_of_one_state_may_be_one_of_another_many_years_later() -> None:
    assert why_two(told("Georgian president", 2008), told("president of Ukraine", 2015)) is None
    assert why_two(told("Georgian president", 2008), told("president of Ukraine", 2009))


def test_each_description_goes_to_whom_it_fits_and_one_that_fits_several_to_nobody() -> None:
    people = told_apart(
        [FARMER, MAYOR, Told(("Leeds mayor",)), told("activist"), told("Ohio farmer")]
    )

    assert people == [[0, 4], [1, 2]]


def test_a_name_of_one_is_not_parted() -> None:
    assert told_apart([MAYOR, Told(("Leeds mayor",)), Told()]) == []


def test_a_slip_among_many_descriptions_makes_nobody_new() -> None:
    slip = told("nurse from Ohio")
    many = [Told(("mayor of Leeds", "nurse from Ohio")), *[MAYOR] * 3]

    assert told_apart([slip, *many][:2]) == []
    assert told_apart([slip, MAYOR]) == [[0], [1]]


def test_one_story_has_one_person_of_the_name() -> None:
    assert told_apart([FARMER, MAYOR], frozenset([(0, 1)])) == []


def test_whom_three_times_as_many_articles_mean_has_the_bare_name() -> None:
    assert main_one([[0, 1, 2], [3]]) == 0
    assert main_one([[3], [0, 1, 2, 4]]) == 1
    assert main_one([[0, 1], [2]]) is None
    assert main_one([]) is None


def test_the_words_that_may_name_the_town_of_a_post_are_told() -> None:
    assert town_words("former Leeds mayor") == {"leeds"}
    assert town_words("Socialist mayor") == set()
    assert town_words("Secretary of State") == set()
    assert is_town_post("Mayor")
    assert not is_town_post("governor of Ohio")


MARCH, APRIL, LATER = date(2021, 3, 3), date(2021, 4, 2), date(2023, 4, 2)


@pytest.mark.parametrize(
    ("office", "work"),
    [
        ("mayor of Leeds", "economist at the Norland School of Economics"),
        ("governor of Lagos", "analyst at Barclays"),
        ("health minister of Italy", "professor of medicine at Harvard University"),
    ],
)
def test_nobody_holds_an_office_and_works_elsewhere_at_once(office: str, work: str) -> None:
    held, works = Told((office,), None, MARCH), Told((work,), None, APRIL)

    assert "at once" in (why_two(held, works) or "")
    assert why_two(held, Told((work,), None, LATER)) is None
    assert why_two(held, Told((f"former {work}",), None, APRIL)) is None
    before = Told((work,), None, MARCH), Told((office,), None, APRIL)
    assert why_two(*before) is None
    assert why_doubtful(*before) is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("mayor of Leeds", "economist at the University of Leeds"),
        ("mayor of Leeds", "columnist at the Telegraph"),
        ("mayor of Leeds and economist at Barclays", "economist at Barclays"),
        ("mayor of Denver", "businessman"),
        ("secretary of state", "professor at Harvard University"),
    ],
)
def test_work_that_may_go_with_an_office_makes_nobody_two(one: str, two: str) -> None:
    assert why_two(Told((one,), None, MARCH), Told((two,), None, APRIL)) is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("senator from Ohio", "foreign minister of Peru"),
        ("president of Chile", "culture minister of Spain"),
        ("British prime minister", "governor of Ohio"),
    ],
)
def test_offices_of_two_states_are_two_peoples_within_a_term(one: str, two: str) -> None:
    assert why_two(told(one, 2012), told(two, 2013)) is not None
    assert why_two(told(one, 2012), told(two, 2018)) is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("senator from Montana", "U.S. ambassador to China"),
        ("governor of Indiana", "president of Ohio State University"),
        ("Russian foreign minister", "Russian ambassador to the United Nations"),
        ("senator", "justice minister of Canada"),
        ("former governor of Ohio", "minister of Peru"),
    ],
)
def test_an_office_abroad_or_a_university_may_come_next(one: str, two: str) -> None:
    assert why_two(told(one, 2012), told(two, 2013)) is None
