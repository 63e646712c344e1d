"""Ways of writing one thing find one another, whichever engine searches."""

from __future__ import annotations

import pytest

from app.domain.gazetteer import Gazetteer, KnownIssue, KnownSpeaker, SpeakerKind
from app.domain.search import EntryType, SearchQuery
from tests.unit.index.held import entry, found, whoosh_engine


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("defense", "A question of defence"),
        ("organise", "They organized it"),
        ("programmes", "One program is left"),
        ("Sergei", "Sergey spoke"),
        ("alexei", "Aleksey spoke"),
        ("Qaddafi", "Gaddafi spoke"),
        ("guarantee", "legally binding guarantees"),
        ("cafe", "in a café"),
        ("café", "in a cafe"),
        ("russia", "Russia’s reply"),
        ("Russia's", "what Russia wants"),
        ("cooperation", "closer co-operation"),
        ("co-operation", "closer cooperation"),
        ("anti missile", "an anti-missile shield"),
        ("o'brien", "Mr O’Brien said"),
        ("U.S.", "the US and others"),
        ("US", "the U.S. and others"),
        ("1000", "1,000 people"),
        ("DEFENCE", "defence"),
        ("ПУТИН", "путин"),
        ("Лавров", "Lavrov spoke"),
        ("Сергей", "Sergei spoke"),
        ("Lavrov", "Лавров сказал"),
        ("Τσίπρας", "Tsipras spoke"),
        ("Walesa", "Wałęsa spoke"),
        ("legal", "juridical guarantees"),
        ("legislators", "a lawmaker said"),
        ("advisor", "his advisers"),
    ],
)
def test_ways_of_writing_one_word_find_one_another(open_on, typed, printed):
    engine = open_on(entry(printed), entry("Something else"))

    assert engine.search(SearchQuery(typed)).total == 1


@pytest.mark.parametrize(("typed", "printed"), [("US", "he told us"), ("who", "the W.H.O. says")])
def test_an_abbreviation_is_not_the_word_it_looks_like(open_on, typed, printed):
    engine = open_on(entry(printed))

    assert engine.search(SearchQuery(typed)).total == 0


def test_quoting_a_single_word_switches_endings_off_but_not_spelling(open_on):
    engine = open_on(entry("many defences"), entry("one defence"), entry("one defense"))

    assert engine.search(SearchQuery("defence")).total == 3
    assert engine.search(SearchQuery('"defence"')).total == 2


def test_a_quoted_word_is_not_one_of_the_same_meaning(open_on):
    engine = open_on(entry("juridical guarantees"))

    assert engine.search(SearchQuery("legal guarantee")).total == 1
    assert engine.search(SearchQuery('"legal" guarantee')).total == 0


def test_a_question_does_not_ask_for_its_verb_of_saying(open_on):
    about = entry("The harbour wall must hold", speaker_names="Ana Ruiz")
    engine = open_on(about, entry("What they say of the tolls"))

    assert found(engine, "What did Ruiz say about the harbour wall?") == [about.permalink]
    assert engine.search(SearchQuery("say tolls")).total == 1
    assert engine.search(SearchQuery("who say what")).total == 1


def test_an_abbreviation_and_its_long_form_are_one(open_on):
    gazetteer = Gazetteer(abbreviations=(("NATO", "North Atlantic Treaty Organization"),))
    short, long = entry("NATO replied"), entry("The North Atlantic Treaty Organisation replied")
    engine = open_on(short, long, entry("The Atlantic is wide"), gazetteer=gazetteer)

    assert set(found(engine, "NATO")) == {short.permalink, long.permalink}
    assert set(found(engine, "north atlantic treaty organization")) == {
        short.permalink,
        long.permalink,
    }


def test_what_a_body_is_called_for_short_in_passing_is_no_long_form_of_it(open_on):
    known = KnownSpeaker(
        "European Union", SpeakerKind.ORGANISATION, aliases=("EU", "the bloc", "the Union")
    )
    about = entry("the European Union replied"), entry("the EU replied")
    engine = open_on(*about, entry("the bloc of stone"), gazetteer=Gazetteer(speakers=(known,)))

    assert set(found(engine, "EU")) == {one.permalink for one in about}


@pytest.mark.parametrize("typed", ["US", "USA", "United States", "U.S."])
def test_all_abbreviations_of_one_long_form_are_one(open_on, typed):
    shorts = (("US", "United States"), ("USA", "United States"))
    gazetteer = Gazetteer(abbreviations=shorts)
    about = [entry("the US replied"), entry("the United States replied"), entry("USA replied")]
    engine = open_on(*about, entry("he told us"), gazetteer=gazetteer)

    assert set(found(engine, f"{typed} replied")) == {one.permalink for one in about}


def test_the_aliases_of_a_known_speaker_are_spellings_of_his_name(open_on):
    known = KnownSpeaker("Muammar Ruiz", SpeakerKind.PERSON, aliases=("Moammer Ruyiz",))
    printed = entry("Moammer came")
    engine = open_on(printed, entry("Nobody came"), gazetteer=Gazetteer(speakers=(known,)))

    assert found(engine, "muammar") == [printed.permalink]


@pytest.mark.parametrize("typed", ["Lawrow", "Lavroff", "speaker:Lawrow", 'speaker:"S. Lavrow"'])
def test_a_name_as_another_language_writes_it_is_found_and_said(open_on, typed):
    said = entry("x", speaker="s-lavrov", speaker_names="Sergei Lavrov\nS. Lavrov")
    engine = open_on(said, entry("x", speaker="ana-ruiz", speaker_names="Ana Ruiz"))

    hits = engine.search(SearchQuery(typed))

    assert [hit.permalink for hit in hits.hits] == [said.permalink]
    assert ":" in typed or any("“Lavrov”" in note for note in hits.notes)


NAMED = [
    entry("x", speaker="s", speaker_names=name)
    for name in ("Jeff", "Michele Gold", "Company Waters", "Ali Awad", "Peter Thiel", "Ana Bush")
]


@pytest.mark.parametrize(
    "typed",
    ["Kiev", "misile", "missle", "helth", "campain", "vters", "waht", "deel", "speaker:Kiev"],
)
def test_what_only_resembles_a_name_is_not_read_as_one(open_on, typed):
    hits = open_on(*NAMED).search(SearchQuery(typed))

    assert hits.total == 0
    assert not any("was read as" in note for note in hits.notes)


def test_a_misprint_of_another_spelling_of_a_name_is_read_as_the_name(open_on):
    known = KnownSpeaker("Muammar Gaddafi", SpeakerKind.PERSON, aliases=("Moammar Kadafi",))
    said = entry("x", speaker="g", speaker_names="Muammar Gaddafi")
    written = entry("Kadafi left")
    engine = open_on(said, written, gazetteer=Gazetteer(speakers=(known,)))

    assert set(found(engine, "Khadafi")) == {said.permalink, written.permalink}


def test_a_quoted_word_is_never_read_as_a_name(open_on):
    engine = open_on(entry("x", speaker="s-lavrov", speaker_names="Sergei Lavrov"))

    for typed in ('"Lawrow"', '"Sergei Lawrow"'):
        assert (engine.search(SearchQuery(typed)).total, typed) == (0, typed)
    assert engine.search(SearchQuery("Sergei Lawrow")).total == 1


def test_a_misprint_of_a_more_frequent_word_is_not_read_as_a_name(open_on):
    gold = entry("x", speaker="g", speaker_names="Ann Gold")

    assert found(open_on(gold), "gald") == [gold.permalink]
    engine = open_on(gold, entry("a gale"), entry("the gale"))
    assert engine.search(SearchQuery("gald")).total == 0


def test_a_word_is_read_as_no_name_that_finds_nothing_either(open_on):
    engine = open_on(entry("x", speaker="s-lavrov", speaker_names="Sergei Lavrov"))

    hits = engine.search(SearchQuery("Lawrow", type=EntryType.ARTICLE))

    assert (hits.total, hits.notes) == (0, ())


def test_a_word_that_stands_here_is_never_read_as_a_name(open_on):
    engine = open_on(entry("a lavrow of stone"), entry("x", speaker_names="Sergei Lavrov"))

    hits = engine.search(SearchQuery("lavrow"))

    assert (hits.total, hits.notes) == (1, ())


@pytest.mark.parametrize("typed", ["Mr. Ruiz", "Mrs Ruiz tolls", "Dr Ruiz", 'speaker:"Mr Ruiz"'])
def test_a_title_before_a_name_is_not_required(open_on, typed):
    engine = open_on(entry("tolls", speaker="ana-ruiz", speaker_names="Ana Ruiz"), entry("walls"))

    assert engine.search(SearchQuery(typed)).total == 1


def test_a_title_by_itself_is_searched_for(open_on):
    engine = open_on(entry("Dear Sir"), entry("Dr No came"))

    assert engine.search(SearchQuery("sir")).total == 1
    assert engine.search(SearchQuery("Dr. No")).total == 1


@pytest.mark.parametrize("typed", ['"harbour defe*"', '"harb* defe*"', "“harbour def*”"])
def test_a_star_in_a_phrase_stands_for_endings(open_on, typed):
    engine = open_on(entry("the harbour defences"), entry("harbours defend"), entry("harbour wall"))

    assert engine.search(SearchQuery(typed)).total == (2 if "harb*" in typed else 1)


OBAMAS = {
    slug: entry("x", speaker=slug, speaker_names=name)
    for slug, name in (
        ("obama", "Obama"),
        ("barack-obama", "Barack Obama"),
        ("michelle-obama", "Michelle Obama"),
        ("the-president", "the President\nMr. Obama"),
        ("ana-ruiz", "Ana Ruiz"),
    )
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("speaker:obama", {"obama", "barack-obama", "michelle-obama", "the-president"}),
        ("speaker:Obama", {"obama", "barack-obama", "michelle-obama", "the-president"}),
        ("speaker:barack-obama", {"barack-obama"}),
        ('speaker:"Michelle Obama"', {"michelle-obama"}),
        ("-speaker:obama", {"ana-ruiz"}),
        ("speaker:oba*", {"obama", "barack-obama", "michelle-obama", "the-president"}),
        ('speaker:"mich* oba*"', {"michelle-obama"}),
        ('speaker:"Obama Mic*"', {"michelle-obama"}),
        ("speaker:bama*", set()),
    ],
)
def test_a_surname_means_all_who_bear_it(open_on, typed, meant):
    engine = open_on(*OBAMAS.values())

    assert set(found(engine, typed)) == {OBAMAS[slug].permalink for slug in meant}


def test_a_speaker_chosen_from_the_list_is_that_one_alone(open_on):
    engine = open_on(*OBAMAS.values())

    chosen = found(engine, "", filters={"speaker": ("obama",)})

    assert chosen == [OBAMAS["obama"].permalink]


def test_a_full_name_stands_beside_the_results_without_those_who_bear_a_part_of_it(tmp_path):
    engine = whoosh_engine(tmp_path, OBAMAS.values())

    assert engine.search(SearchQuery("Barack Obama")).people == ("barack-obama",)
    assert set(engine.search(SearchQuery("Barack Obama Ruiz")).people) == {
        "barack-obama",
        "ana-ruiz",
    }
    assert len(engine.search(SearchQuery("Obama")).people) == 3


TOLLS = KnownIssue("harbour-fees", "Tolls that are legally binding (joint)", "Who pays?")


@pytest.mark.parametrize(
    "typed",
    [
        "issue:toll",
        'issue:"binding tolls"',
        'issue:"Tolls that are legally binding (joint)"',
        "issue:legal*",
        "issue:harbour-fees",
        "issue:fees",
    ],
)
@pytest.mark.parametrize("kind", EntryType)
def test_an_issue_is_found_by_the_name_that_is_shown(open_on, typed, kind):
    on = entry("x", issues=("harbour-fees",), type=kind)
    engine = open_on(
        on, entry("x", issues=("walls",), type=kind), gazetteer=Gazetteer(issues=(TOLLS,))
    )

    assert found(engine, typed, type=kind) == [on.permalink]


@pytest.mark.parametrize("typed", ["toll", "legally", "legally bin", "harb"])
def test_an_issue_is_offered_by_the_words_of_the_name_that_is_shown(tmp_path, typed):
    known = Gazetteer(issues=(TOLLS,))
    engine = whoosh_engine(tmp_path, [entry("x", issues=("harbour-fees",))], known)

    assert engine.complete(typed, 8) == [("issue", "harbour-fees", TOLLS.name)]
    assert engine.complete("dir", 8) == []  # "direct" is a kind of statement, no name
