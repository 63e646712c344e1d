"""Deaths, treaties, resolutions and receptions, which a verb tells."""

import pytest

from tests.unit.resolution.test_events_to_come import told


@pytest.mark.parametrize(
    ("text", "name", "kind", "day"),
    [
        (
            "Former President Jon Bakke died on March 9.",
            "Death of Jon Bakke",
            "death",
            "2014-03-09",
        ),
        (
            "Jon Bakke, his friend and rival, died on Sept. 11 in Oslo.",
            "Death of Jon Bakke",
            "death",
            "2013-09-11",
        ),
        (
            "Ida Moll, the painter of ships, was killed in 2009.",
            "Death of Ida Moll",
            "death",
            "2009",
        ),
        ("Norway and Finland have signed the Tromso accord, and left.", "Tromso", "treaty", None),
        ("Norway concluded the Arctic Rescue Pact, its minister said.", "Rescue", "treaty", None),
        ("Ben Marsh, 71, was shot dead in Malmo on March 2.", "Ben Marsh", "death", "2014-03-02"),
        ("The minister Ben Marsh, who died in 2009, had opposed it.", "Ben Marsh", "death", "2009"),
        (
            "The two countries signed an agreement on fisheries in Oslo in June 2012.",
            "Agreement on fisheries",
            "treaty",
            "2012-06",
        ),
        (
            "The agreement on grain transit was signed in November 2011.",
            "Agreement on grain transit",
            "treaty",
            "2011-11",
        ),
        (
            "The pact, concluded in Tromso in May 2010, ended a dispute.",
            "Pact",
            "treaty",
            "2010-05",
        ),
        (
            "Norway and Finland signed the Arctic Rescue Agreement in Nuuk on 12 May 2011.",
            "Arctic Rescue Agreement",
            "treaty",
            "2011-05-12",
        ),
        (
            "The parliament passed a resolution on the harbour on March 4.",
            "Resolution on the harbour",
            "resolution",
            "2014-03-04",
        ),
        (
            "The Storting held a hearing on the harbour on Tuesday.",
            "Hearing on the harbour",
            "hearing",
            "2014-03-11",
        ),
        (
            "The Northern Forum opened in Bodo on Monday.",
            "Northern Forum",
            "conference",
            "2014-03-10",
        ),
        (
            "Talks between Norway and Russia on the quotas ended in Murmansk on Friday.",
            "Talks between Norway and Russia",
            "talks",
            "2014-03-07",
        ),
    ],
)
def test_what_was_done_is_told_by_a_verb(text, name, kind, day) -> None:
    ((found, type_, when, _),) = told(text)
    assert name in found
    assert (type_, when) == (kind, day)


@pytest.mark.parametrize(
    "text",
    [
        "The parties signed off on a deal in June.",
        "The comedian nearly died laughing on Monday.",
        "Kari Lund died her hair on Monday.",
        "The deal on gas was struck down by a court on Monday.",
        "The two countries may one day sign an agreement on fish.",
        "No resolution was passed on March 4.",
        "The two countries have signed an accord, and left.",
        "Kari Lund, the painter, died her hair on Monday.",
        "The Agreement was on the table.",
        "The law on fish was passed in June 2012.",
        "The museum received Ida Moll paintings in Oslo on Monday.",
    ],
)
def test_what_only_sounds_alike_is_no_event(text) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "The assembly passed a resolution on March 4 condemning the coup in Honduras.",
            "Resolution condemning the coup in Honduras",
            None,
        ),
        (
            "The assembly passed a resolution on Monday calling for elections in Egypt.",
            "Resolution calling for elections in Egypt",
            None,
        ),
        (
            "The assembly passed a resolution against the war in Yemen on March 4.",
            "Resolution against the war in Yemen",
            None,
        ),
        (
            "The assembly passed a resolution on the coup in Honduras on March 4.",
            "Resolution on the coup in Honduras",
            None,
        ),
        (
            "The council adopted a resolution in Riga on March 4.",
            "Resolution in Riga",
            "Riga",
        ),
        (
            "The council adopted a resolution in Riga on March 4 during its session.",
            "Resolution in Riga",
            "Riga",
        ),
    ],
)
def test_a_resolution_is_not_passed_where_that_is_of_which_it_speaks(text, name, place) -> None:
    ((found, kind, _, where),) = told(text)
    assert (found, kind, where) == (name, "resolution", place)


def test_a_treaty_told_without_a_day_has_none() -> None:
    ((name, _, day, _),) = told("The Harbour Treaty between Riga and Oslo is old.")
    assert name == "Harbour Treaty between Riga and Oslo"
    assert day is None


def test_the_meeting_is_the_one_told_by_the_reporter_not_one_spoken_of() -> None:
    events = told(
        "Ministers of the Harbour Council gathered in Riga on Monday.\n"
        "“[Since the Porto summit we have waited],” <Ana Ruiz> {said} there. "
        "On the sidelines of the meeting, members spoke of fish."
    )
    assert [(day, place) for _, _, day, place in events if place == "Riga"] == [
        ("2014-03-10", "Riga")
    ]
