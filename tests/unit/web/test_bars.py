from app.schemas.home import PeriodHeld
from app.web.bars import bars


def held(**years):
    """What is held of each year: y2011=(3, 20) is three articles and twenty statements."""
    return {
        name[1:]: PeriodHeld(period=name[1:], articles=articles, statements=statements)
        for name, (articles, statements) in years.items()
    }


def test_years_without_statements_keep_their_place():
    chart = bars([(2009, 4), (2012, 1)], {})

    assert [(bar.name, bar.found) for bar in chart.bars] == [
        ("2009", 4),
        ("2010", 0),
        ("2011", 0),
        ("2012", 1),
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
    assert sum(bool(bar.label) for bar in chart.bars) <= 22


def test_share_is_of_all_that_is_held_of_the_year_and_not_of_the_highest_count():
    chart = bars([(2010, 5), (2011, 10)], held(y2010=(1, 5), y2011=(9, 100)), share=True)

    assert [bar.share for bar in chart.bars] == ["100 %", "10 %"]
    assert chart.bars[0].height == 10 * chart.bars[1].height
    assert chart.top == "100 %"


def test_year_of_silence_and_year_that_is_not_held_are_told_apart():
    chart = bars([(2009, 1)], held(y2009=(1, 1), y2010=(2, 7), y2012=(1, 3)))

    assert [(bar.name, bar.covered) for bar in chart.bars] == [
        ("2009", True),
        ("2010", True),
        ("2011", False),
        ("2012", True),
    ]


def test_small_share_is_never_told_as_none():
    chart = bars([(2009, 1), (2010, 1)], held(y2009=(1, 900), y2010=(1, 2)), share=True)

    assert chart.bars[0].share == "0.1 %"
    assert chart.bars[0].height == 2.0


def test_year_centuries_away_does_not_stretch_the_drawing():
    chart = bars([(2010, 1), (2011, 1)], held(y1066=(1, 1), y2010=(1, 1), y2011=(1, 1)))

    assert [bar.name for bar in chart.bars] == ["2010", "2011"]


JULY, AUGUST, JANUARY = ("2011-07", 6), ("2011-08", 3), ("2012-01", 1)


def test_few_years_are_drawn_as_months_and_a_month_of_silence_keeps_its_place():
    chart = bars([(2011, 9), (2012, 1)], {}, per_month=[JULY, AUGUST, JANUARY])

    assert chart.unit == "month"
    assert [bar.name for bar in chart.bars][:3] == ["2011-07", "2011-08", "2011-09"]
    assert [bar.found for bar in chart.bars] == [6, 3, 0, 0, 0, 0, 1]
    assert [bar.label for bar in chart.bars] == ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan"]
    assert [bar.year for bar in chart.bars] == ["2011", "", "", "", "", "", "2012"]
    assert chart.bars[0].told == "Jul 2011"


def test_many_years_are_drawn_as_years():
    chart = bars([(2008, 9), (2011, 1)], {}, per_month=[("2008-01", 9), ("2011-07", 1)])

    assert chart.unit == "year"


def test_one_month_alone_is_drawn_as_its_year():
    assert bars([(2011, 6)], {}, per_month=[JULY]).unit == "year"


def test_months_are_not_drawn_where_they_would_leave_out_much():
    assert bars([(2011, 12)], {}, per_month=[JULY, AUGUST]).unit == "year"


def test_what_is_known_to_no_month_is_counted_beside_the_months():
    chart = bars([(2011, 10)], {}, per_month=[JULY, AUGUST])

    assert (chart.unit, chart.undrawn) == ("month", 1)


def test_share_of_a_month_is_of_what_is_held_of_that_month():
    month = PeriodHeld(period="2011-07", articles=1, statements=12)
    chart = bars([(2011, 9)], {"2011-07": month}, share=True, per_month=[JULY, AUGUST])

    assert [bar.share for bar in chart.bars] == ["50 %", "100 %"]
    assert [bar.covered for bar in chart.bars] == [True, False]


def test_newest_year_is_named_where_not_all_can_be():
    chart = bars([(1900, 1), (2011, 1)], {})

    assert chart.bars[-1].label == "2011"
    assert not chart.bars[-1].minor
    assert chart.bars[-2].label == ""
