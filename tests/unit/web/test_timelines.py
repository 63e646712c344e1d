from datetime import date

from app.domain.dates import DateBasis, DatePrecision
from app.domain.quotations import SpeechKind
from app.schemas.common import ArticleRef, DateShown, IssueRef, SpeakerRef
from app.schemas.event import EventRow
from app.schemas.issue import Course, Step, Turn, time_in_words
from app.schemas.statement import StatementCard
from app.web.timelines import event_line, timeline
from tests.factories import day


def event(slug, on, statements=1):
    """An event on a day, or on no day that is known."""
    when = day(on) if on else None
    known = DatePrecision.DAY if on else None
    date = DateShown.of(when, when, known, DateBasis.STATED, "")
    return EventRow(slug=slug, url=f"/events/{slug}", name=slug, type="summit", date=date,
                    place=None, statement_count=statements)  # fmt: skip


def test_events_stand_in_time_and_those_without_a_date_stand_nowhere():
    line = event_line([event("b", "2012-06-01"), event("a", "2010-06-01"), event("c", None)])

    assert [dot.event.slug for dot in line.dots] == ["a", "b"]
    assert line.dots[0].x < line.dots[1].x
    assert [tick.label for tick in line.ticks] == ["2010", "2011", "2012"]


def test_event_where_more_was_said_is_larger_and_none_covers_another():
    line = event_line([event(f"e{n}", "2011-03-01", statements=n * 10) for n in range(1, 4)])

    assert [dot.radius for dot in line.dots] == sorted(dot.radius for dot in line.dots)
    assert len({dot.y for dot in line.dots}) == 3


def test_event_that_is_only_named_does_not_stretch_the_line():
    named = event("treaty", "1949-04-04", statements=0)
    line = event_line([event("a", "2010-06-01"), event("b", "2011-06-01"), named])

    assert [dot.event.slug for dot in line.dots] == ["a", "b"]


def test_one_event_is_no_line():
    assert event_line([event("a", "2010-06-01")]).dots == []


def step(on, stance="demands", last=None):
    """A statement on a day, or on any day up to `last`."""
    first, last = date.fromisoformat(on), date.fromisoformat(last or on)
    precision = DatePrecision.DAY if first == last else DatePrecision.RANGE
    card = StatementCard(
        id=on,
        url="/statements/x",
        kind=SpeechKind.DIRECT,
        text="x",
        pieces=[],
        speaker=None,
        speaker_printed=None,
        speaker_description=None,
        office=None,
        said_on=DateShown.of(first, last, precision, DateBasis.STATED, ""),
        place=None,
        event=None,
        event_is_subject=False,
        via=None,
        outlet=None,
        article=ArticleRef(id="a", headline="A", url="/articles/a"),
        confidence=1.0,
        confidence_word="certain",
        reports=0,
        corrected=False,
    )
    return Step(card=card, stance=stance, conditional=False)


def course(*steps, turns=()):
    """A course of these statements, which stand in order."""
    return Course(
        issue=IssueRef(key="wall", name="Wall", url="/issues/wall"),
        question="Wall?",
        holder=SpeakerRef(name="Ana Ruiz", url="/speakers/ana-ruiz"),
        url="/positions/wall/ana-ruiz",
        dated=list(steps),
        undated=[],
        turns=list(turns),
    )


def test_later_statement_stands_further_right_and_the_other_side_lower():
    drawn = timeline(course(step("2011-01-01"), step("2011-06-01", "rejects")))

    first, second = drawn.dots
    assert first.x < second.x
    assert first.y < second.y


def test_statements_of_one_day_stand_above_each_other_and_not_elsewhere_in_time():
    drawn = timeline(course(*(step("2011-06-01") for _ in range(3))))

    assert len({dot.x for dot in drawn.dots}) == 1
    assert len({dot.y for dot in drawn.dots}) == 3


def test_crowd_widens_the_drawing_and_no_dot_covers_another():
    drawn = timeline(course(*(step("2011-12-30") for _ in range(200))))

    assert drawn.width > 720
    assert max(dot.x for dot in drawn.dots) <= 100
    assert len({(dot.x, dot.y) for dot in drawn.dots}) == 200


def test_time_between_two_statements_that_point_apart_is_shaded_and_told():
    before, after = step("2011-01-01"), step("2011-02-08", "rejects")
    turn = Turn(before=before, after=after)
    (shade,) = timeline(course(before, after, turns=[turn])).shades

    assert shade.width > 0
    assert turn.apart == "38 days"


def test_time_from_an_uncertain_day_is_told_as_about_so_long():
    before, after = step("2011-01-01", last="2011-01-31"), step("2011-02-08", "rejects")

    assert Turn(before=before, after=after).apart == "about 8 days"


def test_time_is_told_in_days_then_months_then_years():
    assert [time_in_words(days) for days in (0, 1, 60, 61, 200, 800)] == [
        "the same day",
        "1 day",
        "60 days",
        "about 2 months",
        "about 7 months",
        "about 2 years",
    ]


def test_one_year_is_parted_into_quarters():
    line = event_line([event("a", "2016-02-01"), event("b", "2016-09-01")])

    assert [tick.label for tick in line.ticks] == ["Jan 2016", "Apr 2016", "Jul 2016", "Oct 2016"]
