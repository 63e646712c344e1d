"""One figure for all the names that mean it."""

from tests.unit.extraction.telling import entities


def named(text: str, label: str = "PERSON") -> list[str]:
    return [entity.name for entity in entities(text) if entity.label == label]


def test_full_names_surnames_and_initials_are_one_person():
    text = "Pedro Almeida left. Almeida ran. Mr. Almeida hid. Pedro J. Almeida slept."

    assert len(named(text)) == 1


def test_the_name_is_the_form_printed_most_often_and_never_cut_short():
    text = "Pedro J. Almeida left. Pedro Almeida ran. Pedro Almeida hid. Almeida, Almeida, Almeida!"

    assert named(text) == ["Pedro Almeida"]


def test_two_transliterations_in_one_article_are_one_person():
    assert len(named("Sergei Petrov left. Sergey Petrov came back.")) == 1


def test_two_people_of_one_surname_stay_two():
    assert named("Pedro Almeida met Maria Almeida. They left.") == [
        "Pedro Almeida",
        "Maria Almeida",
    ]


def test_surnames_of_two_words_are_found_by_both():
    assert named("Anders Fogh Rasmussen left. Fogh Rasmussen ran. Rasmussen hid.") == [
        "Anders Fogh Rasmussen"
    ]


def test_an_acronym_and_the_name_it_is_made_of_are_one_body():
    bodies = named("The American Harbour Union met. The AHU left.", "ORG")

    assert bodies == ["American Harbour Union"]


def test_a_campaign_called_after_a_name_is_a_body():
    assert "Almeida campaign" in named("Pedro Almeida left. The Almeida campaign went on.", "ORG")
