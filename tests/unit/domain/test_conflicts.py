"""What a reason rests on, and what contradicts it."""

from app.domain.conflicts import AGAINST, ANOTHER_OFFICE, OUT_OF_TERM, told_apart


def test_reason_without_conflict_stays_whole():
    reason = 'printed under the headline: "8 December 2011"; a Thursday'
    assert told_apart(reason) == (reason, [])


def test_each_thing_against_a_date_stands_apart():
    told = told_apart(f'"2015" is past{AGAINST}"President Clinton": in office{AGAINST}a Monday')
    assert told == ('"2015" is past', ['"President Clinton": in office', "a Monday"])


def test_tenure_that_does_not_fit_stands_apart_from_the_printed_role():
    told = told_apart(f"printed with the name: “President”; {OUT_OF_TERM}: 1993 to 2001")
    assert told == ("printed with the name: “President”", [f"{OUT_OF_TERM}: 1993 to 2001"])


def test_another_known_office_stands_apart_from_the_printed_role():
    told = told_apart(f"printed with the name: “envoy”; {ANOTHER_OFFICE} Ana Ruiz another office")
    assert told.ground == "printed with the name: “envoy”"
    assert told.against == [f"{ANOTHER_OFFICE} Ana Ruiz another office"]
