from app.domain.dates import DateBasis, DatePrecision
from app.schemas.common import DateShown
from app.schemas.event import EventRow
from app.schemas.home import YearHeld
from app.web.charts import bars, event_line
from tests.factories import day


def held(**years):
    """What is held of each year: y2011=(3, 20) is three articles and twenty statements."""
    return {
        int(name[1:]): YearHeld(year=int(name[1:]), articles=articles, statements=statements)
        for name, (articles, statements) in years.items()
    }


def test_years_without_statements_keep_their_place():
    chart = bars([(2009, 4), (2012, 1)], {})

    assert [(bar.year, bar.statements) for bar in chart.bars] == [
        (2009, 4),
        (2010, 0),
        (2011, 0),
        (2012, 1),
    ]
    assert len({bar.x for bar in chart.bars}) == 4


def test_one_statement_beside_thousands_can_still_be_seen():
    chart = bars([(2010, 50_000), (2011, 1)], {})

    assert chart.bars[1].height == 2.0
    assert chart.bars[0].height == chart.height


def test_no_years_make_no_bars():
    assert bars([], {}).bars == []


def test_a_thousand_years_still_make_a_drawing():
    chart = bars([(1, 1), (9999, 1)], {})

    assert len(chart.bars) == 9999


def test_share_is_of_all_that_is_held_of_the_year_and_not_of_the_highest_count():
    chart = bars([(2010, 5), (2011, 10)], held(y2010=(1, 5), y2011=(9, 100)), share=True)

    assert [bar.share for bar in chart.bars] == ["100 %", "10 %"]
    assert chart.bars[0].height == 10 * chart.bars[1].height
    assert chart.top == "100 %"


def test_year_of_silence_and_year_that_is_not_held_are_told_apart():
    chart = bars([(2009, 1)], held(y2009=(1, 1), y2010=(2, 7), y2012=(1, 3)))

    assert [(bar.year, bar.covered) for bar in chart.bars] == [
        (2009, True),
        (2010, True),
        (2011, False),
        (2012, True),
    ]


def test_small_share_is_never_told_as_none():
    chart = bars([(2009, 1), (2010, 1)], held(y2009=(1, 900), y2010=(1, 2)), share=True)

    assert chart.bars[0].share == "0.1 %"
    assert chart.bars[0].height == 2.0


def test_year_centuries_away_does_not_stretch_the_drawing():
    chart = bars([(2010, 1), (2011, 1)], held(y1066=(1, 1), y2010=(1, 1), y2011=(1, 1)))

    assert [bar.year for bar in chart.bars] == [2010, 2011]


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
    assert [year for year, _ in line.years] == [2010, 2011, 2012]


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
