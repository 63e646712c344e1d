"""Whom a description without a printed role means, and who is no candidate for it."""

from app.domain.gazetteer import EMPTY
from app.domain.quotations import SourceKind
from app.extraction.pipeline import extract
from tests.unit.extraction.telling import article, name_of, tell


def test_a_description_means_who_is_plainly_in_mind():
    text = "Pedro Almeida opened the port on Monday.\nThe developer said it was deep."

    assert name_of(text, "The developer", level="sm") == "Pedro Almeida"


def test_a_description_does_not_mean_the_subject_of_the_clause_it_stands_in():
    text = (
        "Pedro Almeida spoke in Oslo.\n"
        "Almeida asked them to wait after the developer claimed that the port was deep."
    )

    assert tell(text, "the developer", level="sm")[0].kind is SourceKind.UNNAMED


def test_a_description_does_not_mean_whom_its_own_clause_names():
    text = (
        "Maria Lindqvist opened the port.\n"
        "In a talk with Lars Nygaard, the developer said that it was deep."
    )

    assert name_of(text, "the developer", level="sm") == "Maria Lindqvist"


def test_a_description_of_the_other_party_is_somebody_else():
    text = "Pedro Almeida, a Republican, spoke in Oslo.\nThe Democratic hopeful said it was late."

    assert tell(text, "The Democratic hopeful", level="sm")[0].kind is SourceKind.UNNAMED


def test_who_moderates_is_not_who_was_talked_of():
    text = "Pedro Almeida spoke in Oslo.\n“We are late,” the moderator said."

    assert tell(text, "the moderator", level="sm")[0].kind is SourceKind.UNNAMED


def test_a_judge_is_not_the_candidate():
    text = "Judge Pedro Almeida spoke in Oslo.\nThe nominee said that it was late."

    assert tell(text, "The nominee", level="sm")[0].kind is SourceKind.UNNAMED


def test_a_post_complete_with_its_body_is_not_who_spoke_before():
    text = "“We go on,” Pedro Almeida said.\nThe deputy head of China’s delegation said no."

    found = tell(text, "Pedro Almeida", "The deputy head of China’s delegation", level="sm")

    assert found[1].kind is SourceKind.UNNAMED


def test_a_man_called_after_a_woman_is_not_her():
    text = "“We go on,” Maria Lindqvist said.\n“So do I,” Lindqvist’s son said."

    found = tell(text, "Maria Lindqvist", "Lindqvist’s son", level="sm")

    assert found[1].kind is SourceKind.UNNAMED


def test_a_phrase_behind_a_name_with_who_is_said_of_that_name():
    text = (
        "“We go on,” Lars Nygaard said.\n"
        "Senator Pedro Almeida, the socialist who leads the town, said it was late."
    )

    assert name_of(text, "Lars Nygaard", "the socialist", level="sm") == "Pedro Almeida"


def test_it_is_a_report_that_spoke_before_and_he_is_not():
    text = "Pedro Almeida spoke in Oslo.\nThe report says it is late.\nIt adds that it is deep."

    assert tell(text, "The report", "It", level="sm")[1].description == "The report"
    again = text.replace("It adds", "He adds")
    assert name_of(again, "The report", "He", level="sm") == "Pedro Almeida"


def test_a_campaign_called_after_somebody_is_not_him():
    text = (
        "Pedro Almeida ran in May. The Almeida campaign was late.\n"
        "Lars Nygaard, its manager, said the Almeida campaign would be short.\n"
        "“It was long,” he said."
    )

    assert name_of(text, "Lars Nygaard", "he", level="sm") == "Lars Nygaard"


def test_who_asks_without_a_name_is_not_who_answers():
    text = (
        "Pedro Almeida spoke in Oslo.\n"
        "One questioner claimed that it was late.\n"
        "“It is not,” he said."
    )

    assert name_of(text, "One questioner", "he", level="sm") == "Pedro Almeida"


def test_a_role_before_a_verb_is_not_that_of_whom_a_preposition_leads():
    text = "In a talk with Lars Nygaard, the builder said that it was deep."

    assert tell(text, "the builder", level="sm")[0].kind is SourceKind.UNNAMED


def test_the_title_of_the_next_name_is_not_a_role_of_the_name_before():
    text = "It showed the Star of David, Speaker of the House Rep. Paul Roe said."

    assert name_of(text, "Speaker of the House Rep. Paul Roe", level="sm") == "Paul Roe"


def test_a_pronoun_in_a_clause_that_opens_the_sentence_means_the_subject_behind_it():
    text = "Lars Nygaard spoke in Oslo.\nAfter he blasted the film, Pedro Almeida has gone to sea."

    assert name_of(text, "he", level="sm") == "Pedro Almeida"


def test_a_pronoun_does_not_mean_a_subject_behind_it_of_the_other_gender():
    text = "Maria Lindqvist spoke.\nAfter she blasted the film, Mr. Almeida has gone to sea."

    assert name_of(text, "she", level="sm") == "Maria Lindqvist"


def test_they_are_the_group_that_was_the_subject_and_never_one_man():
    text = "Pedro Almeida met NATO. Catholic voters were in town.\nThey said it was late."

    assert tell(text, "They", level="sm")[0].description == "Catholic voters"
    alone = "Pedro Almeida spoke in Oslo.\nThey said it was late."
    assert tell(alone, "They", level="sm")[0].kind is SourceKind.UNKNOWN


def test_they_stay_the_same_group_while_they_are_talked_of():
    text = (
        "The advisers spoke on Monday. They hoped for better days before voters came to the "
        "polls.\nThey argued that it was late."
    )

    assert tell(text, "They argued"[:4], "They", level="sm")[1].description == "The advisers"


def test_who_goes_with_the_noun_before_it():
    text = "“We go on,” Pedro Almeida said.\nAlmeida met activists who raised doubts."

    found = tell(text, "Pedro Almeida", "who", level="sm")

    assert found[1].description == "activists"


def test_a_pronoun_with_its_verb_in_one_word_is_read():
    text = "Critics were in town.\nThe port is shut, they’ve said."

    assert tell(text, "they’ve", level="sm")[0].description == "Critics"


def test_she_stays_whom_the_sentence_is_about_while_another_is_named_in_passing():
    text = (
        "“We go on,” said Juana Ortega, a nurse.\n"
        "She has told it again as Almeida is in the campaign of his wife, Maria Almeida.\n"
        "On Sunday, she said it was late."
    )

    found = tell(text, "Juana Ortega", "She", "she", level="sm")

    assert found[2].name == "Juana Ortega"


def test_whom_a_question_names_does_not_answer_it():
    text = (
        "“We go on,” said Juana Ortega, a nurse.\n"
        "Asked about her vote in the event that Maria Lindqvist faces a rival, she said no."
    )

    assert name_of(text, "Juana Ortega", "she", level="sm") == "Juana Ortega"


def test_a_description_of_a_state_needs_somebody_of_that_state():
    text = (
        "Pedro Almeida, a Republican candidate, spoke in Oslo. Sen. Lars Nygaard (R-Ariz.) left.\n"
        "The Arizona Republican said it was late."
    )

    assert name_of(text, "The Arizona Republican", level="sm") == "Lars Nygaard"


def test_the_leader_of_a_chamber_is_no_president():
    text = (
        "President Pedro Almeida met Lars Nygaard. Nygaard went to sea.\n"
        "The Senate minority leader said it was late."
    )

    assert name_of(text, "The Senate minority leader", level="sm") == "Lars Nygaard"


def test_a_description_is_read_past_its_adjectives():
    text = (
        "Pedro Almeida, an envoy, spoke in Oslo. Lars Nygaard left.\n"
        "The bespectacled, 71-year-old diplomat said it was late."
    )

    source = "The bespectacled, 71-year-old diplomat"
    assert name_of(text, source, level="sm") == "Pedro Almeida"


def test_they_are_the_two_who_were_named_together():
    text = "Pedro Almeida and Lars Nygaard met the board of NATO.\nThey said it was late."

    assert tell(text, "They", level="sm")[0].description == "Pedro Almeida and Lars Nygaard"


def test_it_is_the_report_that_was_talked_of():
    text = "NATO met in May. The report gave details of the talks.\nIt said the port was late."

    assert tell(text, "It", level="sm")[0].description == "The report"


def test_the_company_is_a_body_with_a_name_and_no_state():
    text = "Norpharm is sued in the United States.\nOn Tuesday, the company said it was late."

    assert tell(text, "the company", level="sm")[0].name != "United States"


def test_a_nurse_left_unnamed_is_the_nurse():
    text = (
        "Governor Pedro Almeida spoke in Oslo.\n"
        "When a nurse came home, Almeida shut the port.\nThe nurse said it was late."
    )

    assert tell(text, "The nurse", level="sm")[0].description == "a nurse"


def test_a_mayor_is_not_the_candidate():
    text = (
        "“We go on,” Pedro Almeida said. Mayor Lars Nygaard shut the port in May.\n"
        "“It is late,” the presidential candidate said."
    )

    found = tell(text, "Pedro Almeida", "the presidential candidate", level="sm")
    assert found[1].name == "Pedro Almeida"


def test_a_bare_title_is_of_who_is_in_mind_not_of_somebody_named_long_ago():
    text = (
        "Senator Lars Nygaard spoke in May. The port was shut. The town was late. It rained. "
        "The board met. Then it met again.\n"
        "Pedro Almeida is at sea in the film of the town.\n“It is late,” the senator says."
    )

    assert name_of(text, "the senator", level="sm") == "Pedro Almeida"


def test_the_statement_is_that_of_who_spoke_in_it():
    text = (
        "“We go on,” NATO said in a statement.\n“It was late,” the statement said.\n"
        "“It was deep,” the study said."
    )

    found = tell(text, "NATO", "the statement", "the study", level="sm")
    assert [each.name for each in found] == ["NATO", "NATO", None]


def test_a_campaign_called_after_another_is_another():
    text = (
        "The Almeida campaign met in Oslo. The Nygaard campaign met in May.\n"
        "The Almeida campaign said it was late. Lars Nygaard’s spokeswoman, Maria Lindqvist, left."
        "\nAlmeida’s spokeswoman said no."
    )

    assert name_of(text, "The Almeida campaign said"[:20], level="sm") == "Almeida campaign"
    assert tell(text, "Almeida’s spokeswoman", level="sm")[0].name is None


def test_an_office_that_nobody_is_told_to_hold_is_nobodys():
    text = (
        "“We go on,” Maria Lindqvist said on Monday.\n"
        "The council votes in March, and the mayor has promised to publish every offer."
    )

    found = tell(text, "Maria Lindqvist", "the mayor", level="sm")
    assert found[1].kind is SourceKind.UNNAMED


def test_an_office_that_tags_words_is_of_who_is_in_mind():
    told = extract(
        article("Pedro Almeida spoke in Oslo.\n“It is late,” the governor said."), EMPTY, "sm"
    )

    assert told.quotations[0].attribution.name == "Pedro Almeida"


def test_an_official_left_unnamed_is_the_official_not_the_minister():
    text = (
        "Foreign Minister Pedro Almeida spoke in Oslo.\n"
        "“It is late,” a senior official said.\n“It is deep,” the official said."
    )

    found = tell(text, "a senior official", "the official", level="sm")
    assert found[1].description == "a senior official"


def test_as_for_somebody_says_whom_the_sentence_is_about():
    text = (
        "Lars Nygaard met Pedro Almeida in May. It rained. It poured.\nAlmeida spoke of storms. "
        "“We go on,” Almeida said.\nAs for Nygaard, he said it was late."
    )

    assert tell(text, "Almeida", "he", level="sm")[-1].name == "Lars Nygaard"
