from app.web.charts import bars


def test_years_without_statements_keep_their_place():
    chart = bars([(2009, 4), (2012, 1)])

    assert [(bar.year, bar.statements) for bar in chart.bars] == [
        (2009, 4),
        (2010, 0),
        (2011, 0),
        (2012, 1),
    ]
    assert len({bar.x for bar in chart.bars}) == 4


def test_one_statement_beside_thousands_can_still_be_seen():
    chart = bars([(2010, 50_000), (2011, 1)])

    assert chart.bars[1].height == 2.0
    assert chart.bars[0].height == chart.height


def test_no_years_make_no_bars():
    assert bars([]).bars == []


def test_a_thousand_years_still_make_a_drawing():
    chart = bars([(1, 1), (9999, 1)])

    assert len(chart.bars) == 9999
