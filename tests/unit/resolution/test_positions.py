"""Issues by their signals, stances by cue, modality and negation, positions by evidence."""

import pytest

from app.domain.gazetteer import Gazetteer, KnownIssue
from app.domain.quotations import SourceKind
from app.domain.resolved import ResolvedArticle, Stance
from app.domain.stems import contains, stems
from app.resolution.issues import IssueIndex
from app.resolution.stance_bearers import denies_it
from app.resolution.stances import Told, stance_on
from app.resolution.voices import Voice
from tests.unit.resolution.reports import KNOWN, Said, report

RUIZ = Said("Ana Ruiz")


def stance(marked: str) -> Stance | None:
    (said,) = report(marked, RUIZ).statements
    return said.issues[0].stance if said.issues else None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Ana Ruiz> {demanded} [a pier fee for everybody].", Stance.DEMANDS),
        ("“[Visitors must pay for the pier],” <Ana Ruiz> {said}.", Stance.DEMANDS),
        ("“[We will not accept a pier fee],” <Ana Ruiz> {said}.", Stance.REJECTS),
        ("“[There is no need for a pier fee],” <Ana Ruiz> {said}.", Stance.REJECTS),
        ("<Ana Ruiz> {rejected} [a pier fee].", Stance.REJECTS),
        ("“[We are against the pier fee, it is unacceptable],” <Ana Ruiz> {said}.", Stance.OPPOSES),
        ("“[A pier fee makes sense for all],” <Ana Ruiz> {said}.", Stance.SUPPORTS),
        ("<Ana Ruiz> {suggested} [a small pier fee].", Stance.OFFERS),
        ("<Ana Ruiz> {called} for [a pier fee].", Stance.DEMANDS),
        ("<Ana Ruiz> {backs} [a pier fee].", Stance.SUPPORTS),
        ("<Ana Ruiz> {spoke} out against [the pier fee].", Stance.OPPOSES),
        ("<Ana Ruiz> {came} out for [a pier fee].", Stance.SUPPORTS),
        ("<Ana Ruiz> {called} for [an end to the pier fee].", Stance.OPPOSES),
        ("<Ana Ruiz> {backed} [calls to scrap the pier fee].", None),
        ("<Ana Ruiz> stopped short of {calling} for [a pier fee].", None),
        ("“[We back the pier fee],” <Ana Ruiz> {said}.", Stance.SUPPORTS),
        ("“[I'm in favour of a pier fee],” <Ana Ruiz> {said}.", Stance.SUPPORTS),
        ("“[I'm against the pier fee],” <Ana Ruiz> {said}.", Stance.OPPOSES),
        ("“[We went back on the pier fee],” <Ana Ruiz> {said}.", None),
        ("“[We would bring back the pier fee],” <Ana Ruiz> {said}.", None),
        ("“[I'm not in favour of a pier fee],” <Ana Ruiz> {said}.", Stance.OPPOSES),
        ("<Ana Ruiz> {warned} [a pier fee would empty the town].", Stance.WARNS),
        ("“[The talks on the pier fee yield no results],” <Ana Ruiz> {said}.", Stance.DOUBTS),
        ("“[The pier fee is three crowns],” <Ana Ruiz> {said}.", None),
        ("“[We never demanded a pier fee],” <Ana Ruiz> {said}.", None),
        ("“[Who demands a pier fee?]” <Ana Ruiz> {asked}.", None),
        ("“[I would not say that we reject the pier fee],” <Ana Ruiz> {said}.", None),
        (
            "“[Nobody tells us why they do not charge a pier fee],” <Ana Ruiz> {said}.",
            Stance.DEMANDS,
        ),
    ],
)
def test_a_stance_is_read_from_cue_modality_and_negation(
    marked: str, expected: Stance | None
) -> None:
    assert stance(marked) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We have heard for ten years that there is no need for a pier fee", None),
        ("We've been told again and again that a pier fee makes sense", None),
        ("I was told that Porto is against the pier fee", None),
        ("We are always assured that a pier fee is unacceptable", None),
        ("We keep hearing from Porto that there is no need for a pier fee", None),
        ("We have heard the Council, and there is no need for a pier fee", Stance.REJECTS),
        ("We have heard that it is so, but there is no need for a pier fee", Stance.REJECTS),
        ("I told them that there is no need for a pier fee", Stance.REJECTS),
        ("We have always said that there is no need for a pier fee", Stance.REJECTS),
    ],
)
def test_what_somebody_has_heard_from_others_is_no_stance_of_his(words: str, expected) -> None:
    assert stance(f"“[{words}],” <Ana Ruiz> {{said}}.") == expected


@pytest.mark.parametrize(
    "marked",
    [
        "“[I have never supported a pier fee],” <Ana Ruiz> {said}.",
        "“[We no longer back the pier fee],” <Ana Ruiz> {said}.",
        "“[I will never support a pier fee],” <Ana Ruiz> {said}.",
        "“[I have always been against the pier fee],” <Ana Ruiz> {said}.",
        "<Ana Ruiz> {urged} [the mayor to drop the pier fee].",
        "<Ana Ruiz> {urged} [the mayor not to introduce a pier fee].",
        "<Ana Ruiz> {demanded} [that the town scrap the plan for a pier fee].",
        "“[The pier fee must go],” <Ana Ruiz> {said}.",
        "“[The pier fee should be abolished],” <Ana Ruiz> {said}.",
        "“[Let us drop the idea of a pier fee],” <Ana Ruiz> {said}.",
    ],
)
def test_who_denies_support_or_asks_for_the_end_opposes(marked: str) -> None:
    assert stance(marked) is Stance.OPPOSES


@pytest.mark.parametrize(
    "marked",
    [
        "“[I used to oppose the pier fee],” <Ana Ruiz> {said}.",
        "<Ana Ruiz> {said} [she had once backed the pier fee].",
        "“[We no longer oppose the pier fee],” <Ana Ruiz> {said}.",
        "“[I have not yet supported a pier fee],” <Ana Ruiz> {said}.",
        "“[I did not support the pier fee in 2005],” <Ana Ruiz> {said}.",
        "“[I would have supported a pier fee],” <Ana Ruiz> {said}.",
        "“[I might not support a pier fee],” <Ana Ruiz> {said}.",
        "“[My predecessor never supported a pier fee],” <Ana Ruiz> {said}.",
        "“[Nobody in my party supports a pier fee],” <Ana Ruiz> {said}.",
        "“[It is not true that I have never supported a pier fee],” <Ana Ruiz> {said}.",
        "“[Why does nobody support a pier fee?]” <Ana Ruiz> {asked}.",
        "“[Why should we drop the pier fee?]” <Ana Ruiz> {asked}.",
        "“[Critics say we should scrap the pier fee],” <Ana Ruiz> {said}.",
        "<Ana Ruiz> {urged} [the mayor to drop his opposition to the pier fee].",
        "<Ana Ruiz> {urged} [the mayor not to abandon the pier fee].",
        "<Ana Ruiz> {urged} [the mayor to postpone the pier fee].",
        "“[The pier fee must go to the lifeboats],” <Ana Ruiz> {said}.",
    ],
)
def test_what_is_past_anothers_or_open_is_no_stand_against(marked: str) -> None:
    assert stance(marked) is not Stance.OPPOSES


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        (
            "Ana Ruiz said on Tuesday she had never supported the fee.",
            "supported",
            "never supported",
        ),
        ("Ana Ruiz said she could not endorse the fee.", "endorse", "could not endorse"),
        ("Ana Ruiz said Ben Cole never backed the fee.", "backed", None),
        ("Ana Ruiz said the fee was not supported.", "supported", None),
    ],
)
def test_support_is_denied_in_a_paraphrase_too(sentence: str, verb: str, words: str | None) -> None:
    voice = Voice(names=frozenset({"ana", "ruiz"}))

    assert denies_it(sentence, sentence.index(verb), verb, voice) == words


def test_support_under_a_condition_is_marked() -> None:
    (said,) = report(
        "“[We would support a pier fee if it were low],” <Ana Ruiz> {said}.", RUIZ
    ).statements

    assert said.issues[0].stance is Stance.SUPPORTS
    assert said.issues[0].conditional


def test_what_stands_after_unless_is_demanded() -> None:
    (said,) = report(
        "“[We sell no ticket unless visitors pay for the pier],” <Ana Ruiz> {said}.", RUIZ
    ).statements

    assert said.issues[0].stance is Stance.DEMANDS
    assert said.issues[0].conditional


def test_who_asks_why_not_demands_it_whatever_the_argument_hangs_on() -> None:
    (said,) = report(
        "“[They duck our question why it is not allowed to charge a pier fee if the piers of the"
        " U.S. coast are not free],” <Ana Ruiz> {said}.",
        RUIZ,
    ).statements

    assert said.issues[0].stance is Stance.DEMANDS
    assert not said.issues[0].conditional


def test_another_ones_stance_inside_the_words_is_not_the_speakers() -> None:
    assert stance("“[Porto says it must have a pier fee],” <Ana Ruiz> {said}.") is None


def test_an_issue_names_the_words_that_signal_it() -> None:
    (said,) = report("“[Nobody pays for piers],” <Ana Ruiz> {said}.", RUIZ).statements

    assert said.issues[0].key == "pier-fees"
    assert '"pay + pier"' in said.issues[0].reason


def test_a_signal_can_be_ruled_out_by_another_word() -> None:
    (first, second) = report(
        "“[We charge everybody],” <Ana Ruiz> {said}.\n“[We charge for parking],” <she> {said}.",
        RUIZ,
        RUIZ,
    ).statements

    assert [i.key for i in first.issues] == ["pier-fees"]
    assert second.issues == ()


def positions(resolved: ResolvedArticle) -> list[tuple[str, Stance, tuple[int, ...]]]:
    return [(p.holder, p.stance, p.statements) for p in resolved.positions]


def test_a_position_joins_the_statements_that_show_it() -> None:
    resolved = report(
        "“[We will not accept a pier fee],” <Ana Ruiz> {said}.\n"
        "“[There is no need for a pier fee],” <she> {added}.\n"
        "<Porto> {demanded} [a pier fee].",
        RUIZ,
        RUIZ,
        Said("Porto", SourceKind.ORGANISATION),
    )

    assert positions(resolved) == [
        ("Ana Ruiz", Stance.REJECTS, (0, 1)),
        ("Porto", Stance.DEMANDS, (2,)),
    ]


def test_no_position_without_a_name_or_from_a_repetition() -> None:
    resolved = report(
        "<An official> {demanded} [a pier fee].\n"
        "<Ana Ruiz> {demanded} [a pier fee].\n<Ruiz> {demanded} [a pier fee].",
        Said(None, SourceKind.UNNAMED),
        RUIZ,
        Said("Ana Ruiz", repeats=1),
    )

    assert positions(resolved) == [("Ana Ruiz", Stance.DEMANDS, (1,))]


def test_stems_join_forms_and_the_two_englishes() -> None:
    assert stems("guarantees") == stems("guarantee") == stems("guaranteeing")
    assert stems("co-operation") == stems("cooperate")
    assert stems("missile defense") == stems("missile defence")
    assert not contains(stems("a chargeable thing"), stems("pier fee"))


def test_an_archive_without_issues_finds_none() -> None:
    (said,) = report("<Ana Ruiz> {demanded} [a pier fee].", RUIZ, gazetteer=Gazetteer()).statements

    assert said.issues == ()
    assert IssueIndex([KnownIssue("k", "n", "q")]) is not None
    assert KNOWN.issues


def test_the_words_between_cue_and_content_tell_the_stance_as_well() -> None:
    (said,) = report(
        "<Ana Ruiz> {expressed} her concern over [the pier fee].", Said("Ana Ruiz")
    ).statements

    assert [(issue.key, issue.stance) for issue in said.issues] == [("pier-fees", Stance.OPPOSES)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "“[Apart from promises that the pier fee is not directed against us, binding ones"
            " must be given],” <Ana Ruiz> {said}.",
            Stance.DEMANDS,
        ),
        (
            "“[We were not ready to accept the pier fee],” <Ana Ruiz> {said}.",
            Stance.REJECTS,
        ),
        ("<Ana Ruiz> {said} [the talks on the pier fee do not yield any results].", Stance.DOUBTS),
        (
            "“[We would not give binding promises on the pier fee],” <Ana Ruiz> {said}.",
            Stance.REJECTS,
        ),
        (
            "<Ana Ruiz> {said} [the best promise would be an open and honest cooperation on the "
            "pier fee].",
            None,
        ),
    ],
)
def test_42_words_on_the_surface_do_not_turn_a_stance(marked: str, expected: Stance | None) -> None:
    assert stance(marked) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It is time to open the gates of the toll road", Stance.SUPPORTS),
        ("It is never time to open the gates of the toll road", None),
        ("Lock up: time to open the gates of the toll road is over", Stance.REJECTS),
    ],
)
def test_an_issues_own_phrases_count_whole_and_undenied(
    words: str, expected: Stance | None
) -> None:
    hints = (
        ("supports", ("time to open the gates",)),
        ("rejects", ("time to open the gates of the toll road is over",)),
    )
    issue = KnownIssue("toll", "The toll", "Should it be?", ("toll road",), hints)
    known = Gazetteer(issues=(issue,))

    (said,) = report(f"“[{words}],” <Ana Ruiz> {{said}}.", RUIZ, gazetteer=known).statements

    assert said.issues[0].stance is expected


def test_a_phrase_counts_once_in_a_sentence_and_the_shorter_of_two_that_overlap_not() -> None:
    hints = (("supports", ("open the gates",)), ("rejects", ("gates are to be shut",)))
    issue = KnownIssue("toll", "The toll", "Should it be?", ("toll road",), hints)

    def weighed(*sentences: str) -> tuple[str, float] | None:
        found = stance_on(issue, Told(sentences, ""))
        return None if found is None else (found.stance, found.weight)

    once = weighed("Open the gates of the toll road.")
    assert once is not None
    assert once[0] == Stance.SUPPORTS
    twice = "Open the gates of the toll road, open the gates of the toll road."
    assert weighed(twice) == once
    # Said in two sentences it counts twice.
    again = weighed("Open the gates of the toll road.", "Open the gates of the toll road.")
    assert again == (Stance.SUPPORTS, 2 * once[1])
    overlapping = weighed("Open the gates are to be shut on the toll road.")
    assert overlapping == (Stance.REJECTS, once[1])
