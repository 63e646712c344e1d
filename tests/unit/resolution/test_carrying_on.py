"""What words take over from others: a day told before, what was written, the next occasion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.documents import ParsedArticle
from app.domain.quotations import Quotation, SpeechKind
from app.domain.spans import Span
from app.resolution.frames import frames_of
from tests.unit.resolution.reports import Said, parse, report

DAY = "2011-10-31"  # a Monday
RUIZ, ROE = Said("Ana Ruiz"), Said("Ben Roe")
FILLER = "The harbour has two piers and one crane, and both cost the town money.\n"


@pytest.mark.parametrize("later", ["Later that day,", "Hours later,", "Minutes later,"])
def test_later_that_day_is_the_day_named_before(later: str) -> None:
    *_, last = report(
        "On Thursday, <Ana Ruiz> {said} [the pier stays].\n"
        f"{later} <Ben Roe> {{fired back}} that [nobody pays].",
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert last.said_on.iso == "2011-10-27"
    assert "Thursday" in last.said_on.reason


def test_later_that_day_without_a_day_before_it_stays_unknown() -> None:
    (said,) = report(
        f"{FILLER}Later that day, <Ben Roe> {{said}} [nobody pays].", ROE, published=DAY
    ).statements

    assert said.said_on.date is None


def test_who_writes_on_writes_on_the_day_of_the_letter() -> None:
    _, second, third = report(
        "<Ana Ruiz> {wrote} in a letter on Saturday [the pier stays].\n"
        f"{FILLER}“[Nobody pays],” <Ana Ruiz> {{wrote}}.\n"
        "“[So it is],” <Ben Roe> {wrote}.",
        RUIZ,
        RUIZ,
        ROE,
        published=DAY,
    ).statements

    assert second.said_on.iso == "2011-10-29"
    assert third.said_on.date is None


def test_the_lead_and_the_next_words_of_its_speaker_share_an_occasion() -> None:
    first, _ = report(
        "<Ana Ruiz> on Saturday {implied} [the pier goes].\n"
        "<Ana Ruiz>, speaking at a rally in Porto, {warned} [nobody pays].",
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert first.event is not None
    assert first.event.value == "Rally in Porto"
    assert first.place is not None


def test_a_scene_tells_the_rally_that_was_held() -> None:
    (said,) = report(
        "Ana Ruiz visited the coast on Saturday, holding a rally in Porto for a thousand people."
        " <Ana Ruiz> {said} [the pier stays].",
        RUIZ,
        published=DAY,
    ).statements

    assert said.event is not None
    assert said.event.value == "Rally in Porto"


def test_old_words_looked_back_to_do_not_make_the_whole_block_older() -> None:
    *_, last = report(
        "“[The pier stays],” <Ana Ruiz> {said} on Saturday.\n"
        "<Ana Ruiz> {has said} [nobody pays].\n"
        f"{FILLER}<Ana Ruiz> {{said}} [the crane goes].",
        RUIZ,
        RUIZ,
        RUIZ,
        published=DAY,
    ).statements

    assert last.said_on.iso == "2011-10-29"


@pytest.mark.parametrize(
    ("text", "rule", "outside"),
    [
        ("Ana Ruiz promised |Sunday at a rally to end fees|.", "verb: infinitive", "Sunday"),
        ("Ana Ruiz echoed |that promise on Monday|.", "verb: noun phrase", "on Monday"),
        (
            "Ana Ruiz laid out |a plan at a news conference in Porto|.",
            "verb: noun phrase",
            "news conference",
        ),
        ("Ana Ruiz said |that the crane goes on sale in May|.", "verb: clause", None),
    ],
)
def test_the_occasion_of_a_verb_is_not_of_its_paraphrase(
    text: str, rule: str, outside: str | None
) -> None:
    start, end = text.index("|"), text.rindex("|") - 1
    plain = text.replace("|", "")
    article: ParsedArticle = parse(plain)
    cue = plain.split()[2]
    at = plain.index(cue)
    quotation = Quotation(
        kind=SpeechKind.INDIRECT,
        content=(Span(start, end),),
        cue=(Span(at, at + len(cue)),),
        source=(Span(0, 8),),
        rule=rule,
    )

    (frame,) = frames_of(article, [quotation])
    (direct,) = frames_of(article, [replace(quotation, kind=SpeechKind.DIRECT)])

    told = " ".join(span.of(plain) for span in frame.outside)
    assert outside is None or outside in told
    assert outside is not None or told == " ".join(span.of(plain) for span in direct.outside)


def test_old_words_date_no_others_where_the_day_of_the_report_is_not_known() -> None:
    first, second = report(
        "“[The pier stays],” <Ana Ruiz> {said} on 3 October 2010.\n"
        f"{FILLER}“[Nobody pays],” <Ana Ruiz> {{said}}.",
        RUIZ,
        RUIZ,
    ).statements

    assert first.said_on.iso == "2010-10-03"
    assert second.said_on.date is None
