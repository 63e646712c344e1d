"""Names of events: who takes part and where, in words that a reader knows."""

import pytest

from app.domain.quotations import Entity, Extraction, Mention
from app.domain.spans import Span
from app.resolution.event_names import is_bare
from app.resolution.events import find_events
from app.resolution.published import publication_dates
from tests.unit.resolution.reports import KNOWN, Said, parse, report


def names(text: str, *people: str) -> list[str]:
    """The names of the events in a text that mentions `people`, each by the full name."""
    mentions = []
    for number, name in enumerate(people):
        at = text.index(name)
        mentions.append(Mention(Span(at, at + len(name)), "PERSON", number))
    entities = tuple(Entity(name, "PERSON") for name in people)
    extraction = Extraction((), entities, tuple(mentions), "rules", "none", "test")
    article = parse(text, "2011-10-31")
    dates = publication_dates([article], KNOWN)
    return [event.name for event in find_events([article], dates, KNOWN, [extraction])]


@pytest.mark.parametrize(
    ("text", "people", "name"),
    [
        (
            "It was raised at a meeting between Deputy Harbour Minister Ana Ruiz and Under "
            "Secretary for Piers and International Boats Ben Roe in St. Agnes on Friday.",
            ("Ana Ruiz", "Ben Roe"),
            "Meeting of Ana Ruiz and Ben Roe, St. Agnes",
        ),
        (
            "Envoy Ana Ruiz, who met with Harbour Council Chairman Ben Roe and Pier Secretary "
            "Cy Low, went home.",
            ("Ana Ruiz", "Ben Roe", "Cy Low"),
            "Meeting of Ana Ruiz with Ben Roe and Cy Low",
        ),
        (
            "Ana Ruiz said her yesterday’s telephone conversation with her Danish counterpart "
            "Ben Roe was short.",
            ("Ana Ruiz", "Ben Roe"),
            "Telephone conversation of Ana Ruiz and Ben Roe",
        ),
        (
            "Ana Ruiz spoke in Porto on Monday after talks with harbour head Ben Roe.",
            ("Ana Ruiz", "Ben Roe"),
            "Talks of Ana Ruiz and Ben Roe, Porto",
        ),
        (
            "Ana Ruiz spoke in Porto on Monday after discussing matters with Ben Roe.",
            ("Ana Ruiz", "Ben Roe"),
            "Talks of Ana Ruiz and Ben Roe, Porto",
        ),
        (
            "The plan, which Ana Ruiz had mentioned in an interview with Harbour News, failed.",
            ("Ana Ruiz",),
            "Interview of Ana Ruiz with Harbour News",
        ),
        (
            "Danish pier minister Ana Ruiz and Polish harbour minister Ben Roe met in Porto on "
            "Friday.",
            ("Ana Ruiz", "Ben Roe"),
            "Meeting of Ana Ruiz and Ben Roe, Porto",
        ),
        (
            "Ana Ruiz was glad, and harbour minister Ben Roe met Cy Low in Porto on Friday.",
            ("Ana Ruiz", "Ben Roe", "Cy Low"),
            "Meeting of Ben Roe and Cy Low, Porto",
        ),
    ],
)
def test_people_stand_in_the_name_without_their_titles(
    text: str, people: tuple[str, ...], name: str
) -> None:
    assert names(text, *people) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "She spoke at their upcoming conference on Atlantic Pilots (the Atlantic Pilots of "
        "Porto and of Setubal in Porto on Friday.",
        "Yesterday’s meeting of the Harbour Council in Porto was short.",
        "The recent meeting of the Harbour Council and the Council of Pilots and the Union of "
        "Boatmen and the League of Divers and the Guild of Lighthouse Keepers in Porto was short.",
    ],
)
def test_a_name_is_whole_balanced_and_points_to_nothing_outside_it(text: str) -> None:
    (name,) = names(text)

    assert name.count("(") == name.count(")")
    assert "…" not in name
    assert len(name) <= 110
    words = name.lower().split()
    assert not {"their", "his", "her", "recent", "upcoming", "yesterday’s", "the"} & set(words[:1])
    assert words[-1].strip(",") not in {"of", "and", "on", "in", "the"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He talks about Porto as if it were a harbour.", 0),
        ("We met in Porto on Friday.", 0),
        ("Ruiz runs a campaign in Porto, and her campaign manager in Porto is glad.", 0),
        ("The military campaign in Porto went on.", 1),
    ],
)
def test_words_that_only_look_like_events_make_none(text: str, count: int) -> None:
    assert len(names(text)) == count


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "Speaking after talks with his Danish counterpart in Porto, <Ben Roe> {said} [so].",
            "Talks of Ben Roe with his Danish counterpart, Porto",
        ),
        (
            "After a meeting with his South African counterpart in Porto on Friday, <Ben Roe> "
            "{said} [so].",
            "Meeting of Ben Roe with his South African counterpart, Porto",
        ),
        ("After talks in Porto on Friday, <Ben Roe> {said} [so].", "Talks in Porto"),
    ],
)
def test_whom_the_article_does_not_name_is_called_as_it_calls_him(marked: str, name: str) -> None:
    found = report(marked, Said("Ben Roe"), published="2011-10-31")

    assert [event.name for event in found.events] == [name]


def test_a_debate_without_day_place_or_speaker_is_dropped_and_one_spoken_at_is_kept() -> None:
    vague = report("<Ana Ruiz> {said} [so], and the Harbour debate went on.", Said("Ana Ruiz"))
    held = report(
        "In a debate on Friday <Ana Ruiz> {said} [so].", Said("Ana Ruiz"), published="2011-10-31"
    )

    assert vague.events == ()
    assert [event.name for event in held.events] == ["Debate with Ana Ruiz"]


@pytest.mark.parametrize(
    ("name", "bare"), [("Talks", True), ("Talks (2)", True), ("Porto talks", False)]
)
def test_a_noun_alone_is_no_name(name: str, bare: bool) -> None:
    assert is_bare(name) is bare


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz spoke at a rowdy rally in Porto on Friday.", "Rally in Porto"),
        ("Ana Ruiz spoke at an animated, sprawling rally in Porto on Friday.", "Rally in Porto"),
        ("It was raised in his much-praised speech in Porto on Friday.", "Speech in Porto"),
        ("Donald Ruiz's rally in Porto on Friday was loud.", "Donald Ruiz's rally in Porto"),
        ("The state's party convention in Porto on Friday was loud.", "Party convention in Porto"),
        ("Roe was silent in either debate in Porto on Friday.", "Debate in Porto"),
        ("A scuffle outside a Ruiz rally in Porto on Friday hurt two.", "Ruiz rally in Porto"),
        ("Ana Ruiz held a rally in Porto ahead of Tuesday’s vote.", "Rally in Porto"),
    ],
)
def test_a_name_judges_nothing_and_is_no_fragment(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Stocks may see a relief rally on Monday in Porto.",
        "The attacks renewed the bitter debate on ships.",
        "The public debate over ships in Porto goes on.",
        "She got a polite reception in Porto on Friday.",
        "She won most convention delegates in Porto on Friday.",
    ],
)
def test_what_only_sounds_like_an_occasion_is_no_event(text: str) -> None:
    assert names(text) == []


def test_who_was_interviewed_stands_in_the_name() -> None:
    (found,) = report(
        "“[Ships cost],” <Ana Ruiz> {said} in an interview with Harbour News on Friday.",
        Said("Ana Ruiz"),
        published="2011-10-31",
    ).events

    assert found.name == "Interview of Ana Ruiz with Harbour News"


def test_the_day_of_an_interview_is_no_part_of_its_name() -> None:
    (found,) = report(
        "“[Ships cost],” <Ana Ruiz> {told} Fox News’s Cy Low in March 2011.",
        Said("Ana Ruiz"),
        published="2011-10-31",
    ).events

    assert found.name == "Interview of Ana Ruiz with Fox News’s Cy Low"
    assert found.date.date is not None
    assert found.date.date.iso == "2011-03"


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        # what stands last and tells a time, a lost noun, another clause
        ("She spoke at a session of the Harbour Council in Porto earlier, on Friday.", (),
         "Session of the Harbour Council in Porto"),
        ("He told the Pilots conference in Porto Tuesday night that it was late.", (),
         "Pilots conference in Porto"),
        ("It was raised at a Pilots meeting with in Porto on Friday.", (),
         "Pilots meeting in Porto"),
        ("The Harbour summit and Ana Ruiz’s stance on it in Porto were told on Friday.", (),
         "Harbour summit, Porto"),
        ("He plans to address the Harbour conference in Porto or meet with Ruiz on Friday.", (),
         "Harbour conference in Porto"),
        ("It was said at the Pilots debate more than a month ago in Porto.", (),
         "Pilots debate in Porto"),
        ("Those negotiations of the Harbour Council in Porto failed on Friday.", (),
         "Negotiations of the Harbour Council in Porto"),
        ("She spoke at a Pilots rally in this Porto street on Friday.", (),
         "Pilots rally in a Porto street"),
        ("It was told on Friday at a meeting with the Porto Herald’s editorial board.", (),
         "Meeting with the Porto Herald’s editorial board"),
        ("On Friday in Porto she sought to open negotiations with the Harbour Council.", (),
         "Negotiations with the Harbour Council"),
        ("The Pilots debate in Porto atop the polls in Lisbon was short on Friday.", (),
         "Pilots debate in Porto"),
        ("The harbour debate hits home for Ana Ruiz in Porto on Friday.", (),
         "Harbour debate, Porto"),
        ("Last June, Ruiz convened the pilots in Porto.", (),
         "Meeting of Ruiz with the pilots in Porto"),
        ("Rain did not disrupt Pilots convention in Porto on Friday.", (),
         "Pilots convention in Porto"),
        ("She gave an interview with Porto Today on Friday.", (), "Interview with Porto Today"),
        # who is joined is no giver
        ("She was joined on Friday at a Pilots rally in Porto by Ben Roe.", (),
         "Pilots rally in Porto"),
        # the dead
        ("He resigned after the death of his daughter Eva Low on 4 May 2011.", (),
         "Death of Eva Low"),
        ("It came before the killing of Ben Roe in Porto.", (), "Killing of Ben Roe in Porto"),
        # a name that begins with its article
        ("He spoke on Friday in Porto at The Pilots forum.", (), "The Pilots forum, Porto"),
        # whom it is with, and whom it is about
        ("Ana Ruiz said so on Friday in an interview about her quarrel with Ben Roe in Porto.",
         ("Ana Ruiz", "Ben Roe"), "Interview of Ana Ruiz"),
        ("It was told at a meeting with the mayor in Porto of Pilots on Friday.", (), None),
    ],
)  # fmt: skip
def test_a_name_ends_where_its_phrase_ends(
    text: str, people: tuple[str, ...], expected: str | None
) -> None:
    found = names(text, *people)

    if expected is None:
        assert not any("with Porto" in name for name in found)
    else:
        assert any(
            name.removesuffix(", Porto") == expected.removesuffix(", Porto") for name in found
        ), found


@pytest.mark.parametrize(
    "text",
    [
        "She argued in Porto for the killing of Danish smugglers.",
        "I spent hours in Porto on Friday as well as discussing it with Ben Roe.",
        "More than half of the people who met with Ben Roe in Porto on Friday gave money.",
        "A debate over whether Porto is late arose on Friday.",
        "Ruiz talks to Ben Roe about Porto.",
        "The vice president talks tough in Porto.",
        "They’ve arranged two conference calls in Porto on Friday.",
        "Nothing stopped Ruiz’s march to the nomination in Porto on Friday.",
        "On Friday he wandered through Porto, meeting with any and every Pilots group.",
        "Ruiz was seen on Sunday interview shows.",
        "Ruiz now talks freely of Porto.",
        "Inside the Porto conference center, Ruiz waited on Friday.",
        "Cy Low, a Pilots fundraiser in Porto, was glad.",
        "The Pilots did not respond in Porto on Friday to requests for an interview with Ruiz.",
        "The law is against provocative speech in Porto.",
        "She asked on Friday that the Pilots instead debate in Porto.",
        "He is now the host of “The Harbour Show with Ben Roe” since Friday.",
    ],
)
def test_what_is_no_occasion_makes_no_event(text: str) -> None:
    assert names(text) == []


def test_a_show_that_is_called_like_an_occasion_is_a_show() -> None:
    found = names("On Friday, on Harbour TV’s “Debate,” she was asked about Porto.")

    assert found == ["Appearance on Harbour TV’s “Debate”"]


def test_the_place_of_an_occasion_is_not_what_the_next_clause_tells() -> None:
    (name,) = names("Speaking at the Pilots gala on Friday, Ruiz described children in Porto.")

    assert name == "Pilots gala"


def test_a_speech_to_a_crowd_has_no_day_in_its_name() -> None:
    resolved = report(
        "<Ana Ruiz> {told} a crowd in Porto Tuesday [that it was late].",
        Said("Ana Ruiz"),
        published="2011-10-31",
    )

    assert [event.name for event in resolved.events] == ["Speech to a crowd in Porto"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("In an exclusive interview on Friday", "Interview of Ana Ruiz"),
        ("In a round-table interview on Friday", "Round-table interview of Ana Ruiz"),
        ("In a live chat with reporters on Friday", "Live chat"),
        ("At a forum on Friday", "Forum with Ana Ruiz"),
        ("At a news conference on Friday", "News conference of Ana Ruiz"),
    ],
)
def test_a_name_that_says_little_says_who_spoke(said: str, expected: str) -> None:
    resolved = report(
        f"{said}, <Ana Ruiz> {{said}} [it was late].", Said("Ana Ruiz"), published="2011-10-31"
    )

    assert [event.name.startswith(expected) for event in resolved.events] == [True]
