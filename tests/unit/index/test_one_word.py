"""Ways to write one thing find one another: long and short, in two parts, hyphened and as one."""

from __future__ import annotations

import pytest

from app.domain.gazetteer import Gazetteer, KnownSpeaker, SpeakerKind
from app.domain.search import SearchQuery
from tests.unit.index.held import entry, found


def test_a_long_form_with_function_words_is_one_with_its_abbreviation(open_on):
    gazetteer = Gazetteer(abbreviations=(("FBI", "Federal Bureau of Investigation"),))
    short, long = entry("the FBI knew"), entry("The Federal Bureau of Investigation knew")
    engine = open_on(short, long, entry("a federal investigation"), gazetteer=gazetteer)

    for typed in ("FBI", "Federal Bureau of Investigation", "federal bureau investigation knew",
                  "(Federal Bureau of Investigation) OR zebra"):  # fmt: skip
        assert set(found(engine, typed)) == {short.permalink, long.permalink}, typed


def test_an_alias_that_abbreviates_another_alias_finds_it(open_on):
    body = KnownSpeaker(
        "Harbour Office", SpeakerKind.ORGANISATION, aliases=("HBI", "Harbour Bureau of Inspection")
    )
    about = [entry("the HBI knew"), entry("the Harbour Bureau of Inspection knew")]
    engine = open_on(*about, gazetteer=Gazetteer(speakers=(body,)))

    for typed in ("HBI", "Harbour Bureau of Inspection"):
        assert set(found(engine, typed)) == {one.permalink for one in about}, typed


def test_a_name_and_its_abbreviation_find_the_same(open_on):
    gazetteer = Gazetteer(abbreviations=(("UN", "United Nations"),))
    about = [entry("The United Nations met"), entry("the UN met")]
    engine = open_on(*about, entry("nations that are united"), gazetteer=gazetteer)

    for typed in ("UN", "United Nations", "U.N. met", "united nations met"):
        assert set(found(engine, typed)) == {one.permalink for one in about}, typed


@pytest.mark.parametrize(
    "ways",
    [
        ("health care", "health-care", "healthcare"),
        ("anti missile", "anti-missile", "antimissile"),
        ("per cent", "percent"),
        ("e mail", "e-mail", "email"),
        ("law makers", "lawmakers"),
    ],
)
def test_a_word_is_the_same_in_two_parts_with_a_hyphen_and_as_one(open_on, ways):
    about = [entry(f"the {way} in the harbour") for way in ways]
    engine = open_on(*about, entry(f"{ways[0].split()[1]} for {ways[0].split()[0]} or against"))

    for typed in (*ways, *(f"{way} harbour" for way in ways)):
        assert set(found(engine, typed)) == {one.permalink for one in about}, typed
    for one in about:
        marked = [piece.text for piece in engine.cut(one.text, SearchQuery(ways[0]))]
        assert marked[1] == one.text.removeprefix("the ").removesuffix(" in the harbour")


def test_numbers_with_a_hyphen_are_not_one_number(open_on):
    slash, hyphen = entry("after 9/11"), entry("after 9-11")
    engine = open_on(slash, hyphen, entry("call 911"))

    for typed in ("9/11", "9-11"):
        assert set(found(engine, typed)) == {slash.permalink, hyphen.permalink}, typed


def test_a_quoted_word_is_found_only_as_it_is_written(open_on):
    engine = open_on(entry("health care"), entry("percent"))

    assert not found(engine, '"healthcare"')
    assert not found(engine, '"per cent"')


def test_a_word_that_may_differ_in_a_letter_finds_all_its_own_forms(open_on):
    about = [entry("harbour"), entry("harbours"), entry("harbouring"), entry("harbor")]
    engine = open_on(*about)

    links = {one.permalink for one in about}
    assert set(found(engine, "harbour~")) == set(found(engine, "harbour")) == links
    assert [p.text for p in engine.cut("harbouring", SearchQuery("harbour~")) if p.matched]
