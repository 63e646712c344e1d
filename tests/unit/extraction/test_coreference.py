"""Who is meant by a source: names, pronouns, roles, bodies, and people left unnamed."""

import pytest

from app.domain.quotations import SourceKind
from tests.costs import cpu_seconds
from tests.unit.extraction.telling import name_of, tell

LEVELS = pytest.mark.parametrize("level", ["rules", "sm"])


@LEVELS
def test_a_surname_stands_for_the_full_name_that_was_printed(level):
    text = "Mayor Ingrid Halvorsen opened the bridge.\n“It will stand,” Halvorsen said."

    assert name_of(text, "Halvorsen", "Halvorsen", level=level) == "Ingrid Halvorsen"


@LEVELS
def test_a_surname_before_its_full_name_stands_for_it_too(level):
    text = "“It will stand,” Halvorsen said.\nMayor Ingrid Halvorsen opened the bridge."

    assert name_of(text, "Halvorsen", level=level) == "Ingrid Halvorsen"


@LEVELS
def test_a_pronoun_follows_the_subject_of_the_sentence_before_not_the_nearest_name(level):
    text = (
        "Foreign Minister Pedro Almeida spoke in Oslo after talks with Premier Lars Nygaard.\n"
        "“We agreed,” he said."
    )

    assert name_of(text, "he", level=level) == "Pedro Almeida"


@LEVELS
def test_a_chain_of_pronouns_goes_on_until_a_new_name_comes(level):
    text = (
        "“The port is open,” said Pedro Almeida, the minister.\n"
        "“It was dredged,” he added.\n"
        "He noted that ships had come.\n"
        "“We saw none,” said Lars Nygaard, a captain.\n"
        "“Not one,” he said."
    )

    found = tell(text, "Pedro Almeida", "he", "He", "Lars Nygaard", "he", level=level)

    assert [a.name for a in found] == ["Pedro Almeida"] * 3 + ["Lars Nygaard"] * 2


@LEVELS
def test_a_pronoun_agrees_with_the_gender_of_a_given_name(level):
    text = "Pedro Almeida met Maria Lindqvist in the harbour.\n“It is deep,” she said."

    assert name_of(text, "she", level=level) == "Maria Lindqvist"


@LEVELS
def test_a_pronoun_agrees_with_mr_and_mrs(level):
    text = "Mr. Okonjo wrote to Mrs. Tanaka about the harbour.\n“It is deep,” she said."

    assert name_of(text, "she", level=level) == "Tanaka"


def test_somebody_who_is_asked_answers():
    text = "Pedro Almeida asked Lars Nygaard whether the port was open.\n“It is,” he said."

    assert name_of(text, "he") == "Lars Nygaard"


def test_names_inside_a_quotation_are_not_who_speaks_next():
    text = (
        "Pedro Almeida opened the port.\n"
        "“Lars Nygaard never came. Nygaard forgot,” he said.\n"
        "“He always forgets,” he added."
    )

    assert [a.name for a in tell(text, "he", "he")] == ["Pedro Almeida"] * 2


def test_a_pronoun_inside_quoted_words_stays_unknown():
    text = "“Pedro told me that he said no,” said Maria Lindqvist."

    found = tell(text, "he")[0]

    assert (found.kind, found.name) == (SourceKind.UNKNOWN, None)


def test_a_pronoun_with_nobody_before_it_stays_unknown():
    found = tell("“It is deep,” she said.", "she")[0]

    assert (found.kind, found.name) == (SourceKind.UNKNOWN, None)
    assert "nobody was named" in found.reason


@LEVELS
def test_a_nickname_of_office_stands_for_the_one_whose_role_was_printed(level):
    text = (
        "“We are partners,” Erik Dahlgren, ILO Secretary General, said.\n"
        "Foreign Minister Pedro Almeida listened.\n"
        "The ILO chief then suggested a treaty.\n"
        "“I doubt it,” the minister said."
    )

    found = tell(text, "Erik Dahlgren", "The ILO chief", "the minister", level=level)

    assert [a.name for a in found] == ["Erik Dahlgren", "Erik Dahlgren", "Pedro Almeida"]


@LEVELS
def test_the_diplomat_may_be_an_envoy(level):
    text = (
        "Portugal's permanent envoy to the bloc, Pedro Almeida, arrived with "
        "Mayor Ingrid Halvorsen.\n"
        "“We came by sea,” the diplomat said."
    )

    assert name_of(text, "the diplomat", level=level) == "Pedro Almeida"


def test_a_role_with_a_place_is_not_given_to_the_holder_elsewhere():
    text = (
        "Sen. Ann Keller (D-Ohio) spoke after Texas senator Roy Maddox.\n"
        "“We will vote,” the Texas senator said."
    )

    assert name_of(text, "the Texas senator") == "Roy Maddox"


def test_a_description_that_agrees_with_nobody_keeps_its_words_and_gets_no_name():
    text = "Mayor Ingrid Halvorsen came.\nIt rained for days.\n“Go,” the plumber said."

    found = tell(text, "the plumber")[0]

    assert (found.kind, found.name) == (SourceKind.UNNAMED, None)
    assert found.description == "the plumber"


@pytest.mark.parametrize(
    "source",
    ["a Pentagon official", "two people familiar with the matter", "analysts", "Several officials",
     "a spokesman for Mayor Ingrid Halvorsen", "The poll", "one former executive"],
)  # fmt: skip
def test_an_unnamed_source_stays_unnamed_and_keeps_its_description(source):
    text = f"Mayor Ingrid Halvorsen opened the bridge.\n“It will stand,” {source} said."

    found = tell(text, source)[0]

    assert (found.kind, found.name, found.description) == (SourceKind.UNNAMED, None, source)


def test_she_after_an_unnamed_woman_is_that_woman_and_nobody_named():
    text = (
        "Mayor Ingrid Halvorsen opened the bridge.\n"
        "It was built in two years by a crew of forty.\n"
        "“It shakes,” a spokeswoman for the builders said.\n"
        "“It will fall,” she added."
    )

    found = tell(text, "a spokeswoman for the builders", "she")[-1]

    assert (found.name, found.kind) == (None, SourceKind.UNNAMED)
    assert found.description == "a spokeswoman for the builders"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Trade Minister Pedro Almeida", "Pedro Almeida"),
        ("Pedro Almeida, the trade minister,", "Pedro Almeida"),
        ("Portugal's envoy to NATO, Pedro Almeida,", "Pedro Almeida"),
        ("Portuguese permanent representative to NATO Pedro Almeida", "Pedro Almeida"),
        ("Halvorsen campaign spokesman Pedro Almeida", "Pedro Almeida"),
        (
            "former prosecutor and Lisbon Mayor Pedro Almeida, who backs the bridge,",
            "Pedro Almeida",
        ),
        ("the other candidate on the stage, former Secretary of State Ana Lopes,", "Ana Lopes"),
        ("Dr. Ana Lopes", "Ana Lopes"),
        ("Sen. Ana Lopes (D-Ohio)", "Ana Lopes"),
        ("a study by Ana Lopes", "Ana Lopes"),
        ("Ana Lopes’s", "Ana Lopes"),
    ],
)
def test_the_name_is_found_in_a_longer_source_without_its_titles(source, name):
    text = f"“It will stand,” {source} said of the bridge."

    found = tell(text, source)[0]

    assert (found.kind, found.name) == (SourceKind.PERSON, name)


def test_two_people_of_one_surname_are_told_apart_by_mrs_and_mr():
    text = (
        "Ana Lopes and her brother Rui Lopes run the port.\n"
        "“It is deep,” Ms. Lopes said.\n“Too deep,” Mr. Lopes said."
    )

    assert [a.name for a in tell(text, "Ms. Lopes", "Mr. Lopes")] == ["Ana Lopes", "Rui Lopes"]


def test_a_surname_of_two_people_is_marked_as_doubtful_and_says_who_else():
    text = "Ana Lopes and Rui Lopes run the port.\nAna Lopes owns it.\n“It is deep,” Lopes said."

    found = tell(text, "Lopes", "Lopes", "Lopes", "Lopes")[-1]
    certain = tell(text.replace("Rui Lopes", "Rui Costa"), "Lopes", "Lopes", "Lopes")[-1]

    assert found.confidence < certain.confidence
    assert "Rui Lopes" in found.reason


def test_a_deputy_is_not_merged_with_the_minister_of_a_like_title():
    text = (
        "Foreign Minister Sergio Lamas left. Deputy Portuguese Foreign Minister Alexandre Moura "
        "stayed.\nHe told a briefing that talks went on.\n“We seek peace,” the diplomat said."
    )

    found = tell(text, "He", "the diplomat")

    assert found[0].name == "Alexandre Moura"


@LEVELS
def test_speakers_of_a_transcript_are_found_by_their_surname_in_capitals(level):
    text = (
        "Anchor Chris Hallett spoke with Ana Lopes on Sunday.\nHALLETT: Good morning.\nLOPES: Hi."
    )

    found = tell(text, "HALLETT", "LOPES", level=level)

    assert [a.name for a in found] == ["Chris Hallett", "Ana Lopes"]


def test_an_account_that_holds_the_name_is_that_person():
    text = (
        "Mayor Ana Lopes wrote again.\n"
        "“No bridge,” @realAnaLopes tweeted.\n“No,” @bridgefan tweeted."
    )

    found = tell(text, "@realAnaLopes", "@bridgefan")

    assert [a.name for a in found] == ["Ana Lopes", None]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("NATO", "NATO"),
        ("Moscow", "Moscow"),
        ("the ministry", "Harbour Ministry"),
        ("the Lopes campaign", "Lopes campaign"),
    ],
)
def test_an_organisation_that_speaks_is_one_and_has_its_fullest_name(source, name):
    text = f"Officials of the Harbour Ministry met again.\n“It is deep,” {source} said."

    found = tell(text, source)[0]

    assert (found.kind, found.name) == (SourceKind.ORGANISATION, name)


def test_words_without_a_source_go_on_with_the_speaker_before_and_say_so():
    text = "“It is deep,” said Ana Lopes.\n“And wide.”"

    found = tell(text, "Ana Lopes", None)[-1]

    assert found.name == "Ana Lopes"
    assert "no source is named" in found.reason


def test_i_outside_quotation_marks_is_the_author_if_the_article_names_one():
    text = "“It is deep,” I said."

    assert tell(text, "I", byline="Ana Lopes")[0].name == "Ana Lopes"
    assert tell(text, "I")[0].name is None


def test_every_inference_names_the_words_it_rests_on():
    text = "Ana Lopes came.\n“It is deep,” she said.\n“Wide,” Lopes said."

    she, lopes = tell(text, "she", "Lopes")

    assert "“she” follows Ana Lopes" in she.reason
    assert "“Lopes” is short for Ana Lopes" in lopes.reason


def test_time_grows_with_the_length_of_the_text_not_its_square():
    line = "Mayor Ana Lopes met Rui Costa and the senator from Ohio.\n“It is deep,” she said.\n"

    def seconds(times: int) -> float:
        return cpu_seconds(lambda: tell(line * times, *["she"] * times))

    seconds(20)
    assert seconds(1600) < 12 * seconds(400) + 0.5


@LEVELS
@pytest.mark.parametrize("day", ["in June", "by May", "on Monday"])
def test_a_month_beside_a_role_is_not_its_holder(day, level):
    [found] = tell(f"The council is to decide {day}, its clerk said.", "its clerk", level=level)

    assert (found.kind, found.name, found.description) == (SourceKind.UNNAMED, None, "its clerk")


@LEVELS
def test_a_month_is_nobody_even_where_a_person_is_called_so(level):
    text = "Theresa May spoke.\nThe road will shut by May, the mayor said. “It is wet,” May said."

    found = tell(text, "the mayor", level=level)

    assert found[0].role is None


@LEVELS
def test_a_month_that_was_introduced_as_a_surname_can_speak(level):
    assert name_of("Theresa May spoke.\n“It is wet,” May said.", "May", level=level) == (
        "Theresa May"
    )


@LEVELS
@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Siobhan Mac an Bhaird", "Mac an Bhaird"),
        ("Maria Costa y Torres", "Costa y Torres"),
        ("Omar al-Rashid", "al-Rashid"),
        ("Eilis Ní Dhomhnaill", "Ní Dhomhnaill"),
    ],
)
def test_a_surname_with_small_words_stands_for_the_full_name(full, short, level):
    text = f"The nurse {full} spoke.\n“It is wet,” said {short}."

    assert name_of(text, full, short, level=level) == full


@LEVELS
def test_a_source_cut_short_is_the_whole_name_over_it(level):
    assert name_of("Will Power said the road was shut.", "Power", level=level) == "Will Power"


@LEVELS
@pytest.mark.parametrize("name", ["Grace Hope", "Zyxa Qwert"])
def test_where_somebody_belongs_is_no_part_of_the_name(name, level):
    text = f"{name} of Faith County said the road was shut."

    assert name_of(text, f"{name} of Faith County", level=level) == name


def test_of_two_of_one_sentence_she_is_whose_name_tells_it():
    assert name_of("Jan Kral met Ulla Voss. She said it was late.", "She", level="sm") == (
        "Ulla Voss"
    )


@pytest.mark.parametrize(
    ("source", "name"), [("The former", "Aino Salo"), ("The latter", "Marko Ilic")]
)
def test_the_former_and_the_latter_are_the_two_named_before(source, name):
    text = f"Premier Aino Salo met President Marko Ilic.\n{source} said it was late."

    assert name_of(text, source, level="sm") == name


def test_the_latter_of_three_is_nobody_named():
    text = "Aino Salo, Marko Ilic and Rosa Vidal met.\nThe latter said it was late."

    assert name_of(text, "The latter", level="sm") is None


def test_he_of_what_he_calls_is_the_subject_of_the_main_clause():
    text = "Rosa Vidal spoke.\nMark Stone said no.\nPaul Reed attacked what he called a bad plan."

    assert name_of(text, "Mark Stone", "he", level="sm") == "Paul Reed"


def test_a_trade_in_commas_is_whom_it_stands_behind():
    text = "Emil Roth, a lawyer, met Dana Weiss, a judge.\n“He talks too much,” she said later."

    assert name_of(text, "she", level="sm") == "Dana Weiss"


def test_one_of_several_is_named_behind_the_word():
    text = "Residents said it was brown.\nOne, Dora Mills, said she bought bottles."

    assert name_of(text, "One, Dora Mills", level="sm") == "Dora Mills"
