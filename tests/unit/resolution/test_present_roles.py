"""What of a printed role is held on the day of print."""

import pytest

from app.resolution.present_roles import present_role


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("former Justice Minister and present Governor of Styria", "Governor of Styria"),
        ("Former finance minister and current mayor of Graz", "mayor of Graz"),
        ("former health minister who is now governor of Tyrol", "governor of Tyrol"),
        ("onetime lawmaker who now is mayor of Bergen", "mayor of Bergen"),
        ("once finance minister and today head of the central bank", "head of the central bank"),
        ("former and present governor", "governor"),
        ("The former and current mayor of Graz", "mayor of Graz"),
        ("current and former president of Peru", "president of Peru"),
        ("formerly a judge and currently the governor of Telemark", "governor of Telemark"),
        ("now ambassador in Rome", "ambassador in Rome"),
        ("currently Norway's ambassador to Italy", "Norway's ambassador to Italy"),
        ("now his country's ambassador in Rome", "ambassador in Rome"),
        ("newly appointed defence minister of Norway", "defence minister of Norway"),
        ("Iceland's newly elected president", "Iceland's president"),
        ("Iceland's outgoing president", "Iceland's president"),
        ("Long-serving Mayor", "Mayor"),
        ("Five-term Mayor", "Mayor"),
        ("Republican Senator", "Senator"),
        ("acting foreign minister of Norway", "acting foreign minister of Norway"),
        ("Interim President", "Interim President"),
        ("President-elect", "President-elect"),
        ("New York Attorney General", "New York Attorney General"),
        ("Republican Party chairman", "Republican Party chairman"),
        ("Republican Senatorial Committee chairman", "Republican Senatorial Committee chairman"),
        ("Labour MP", "MP"),
        ("mayor and chairman of the board", "mayor and chairman of the board"),
    ],
)
def test_the_part_of_a_role_that_is_held_today_is_left(printed, role):
    assert present_role(printed).role == role


@pytest.mark.parametrize(
    "printed",
    [
        "former Justice Minister",
        "former Justice Minister and Governor of Styria",
        "Norway's former prime minister",
        "Ex-President",
        "late Prime Minister",
        "Retired General",
        "once finance minister",
        "previously mayor of Bergen",
        "mayor of Bergen from 1999 to 2003",
    ],
)
def test_of_a_role_told_as_past_nothing_is_left(printed):
    assert present_role(printed) == (None, True)


@pytest.mark.parametrize(
    "printed",
    [
        "Incoming Finance Minister",
        "Norway's incoming prime minister",
        "Designated Foreign Minister",
        "Iceland's next prime minister",
        "Would-be president",
        "Self-proclaimed President",
        "Ousted President",
        "Two-time Prime Minister",
    ],
)
def test_what_is_to_come_or_only_claimed_is_no_office(printed):
    assert present_role(printed) == (None, False)
