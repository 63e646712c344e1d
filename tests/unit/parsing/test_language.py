"""Which language an article is found to be in."""

import pytest

from app.domain.documents import SourceDocument, StatedMetadata
from app.extraction.pipeline import extract
from app.parsing.articles import parse_articles
from app.parsing.language import language_of

PASSAGES = {
    "en": "The minister said that the talks had not been broken off, and that he would go to "
    "the capital again as soon as there was something to talk about with them.",
    "de": "Der Minister sagte, dass die Gespräche nicht abgebrochen worden seien und dass er "
    "wieder in die Hauptstadt fahren werde, sobald es etwas zu besprechen gebe.",
    "fr": "Le ministre a dit que les négociations n'étaient pas rompues et qu'il retournerait "
    "dans la capitale dès qu'il y aurait quelque chose à discuter avec eux sur ce point.",
    "es": "El ministro dijo que las conversaciones no se habían roto y que volvería a la "
    "capital en cuanto hubiera algo de que hablar con ellos sobre el acuerdo.",
    "it": "Il ministro ha detto che i colloqui non sono stati interrotti e che tornerà nella "
    "capitale non appena ci sarà qualcosa di cui parlare con loro sull'accordo.",
    "nl": "De minister zei dat de gesprekken niet zijn afgebroken en dat hij weer naar de "
    "hoofdstad gaat zodra er iets is om met hen over te praten, ook als het laat wordt.",
    "pl": "Minister powiedział, że rozmowy nie zostały zerwane i że wróci do stolicy, jak tylko "
    "będzie o czym z nimi rozmawiać, ale nie wie jeszcze, czy to się uda przed końcem roku.",
    "ru": "Министр заявил, что переговоры не были прерваны и что он снова поедет в столицу, "
    "как только будет о чем с ними говорить, но это не произойдет до конца года.",
    "uk": "Міністр заявив, що переговори не були перервані і що він знову поїде до столиці, "
    "як тільки буде про що з ними говорити, але це не станеться до кінця року.",
    "zh": "部长表示，谈判没有破裂，只要有可谈的内容，他将再次前往首都。",
}


@pytest.mark.parametrize("code", PASSAGES)
def test_words_or_letters_tell_the_language(code):
    assert language_of(PASSAGES[code]) == code


@pytest.mark.parametrize("code", PASSAGES)
def test_words_count_for_more_than_what_a_page_states(code):
    stated = "ru" if code == "en" else "en"

    assert language_of(PASSAGES[code], stated) == code


def test_a_short_text_is_what_it_is_stated_to_be_else_english():
    assert language_of("Moscow Lavrov", "ru-RU") == "ru"
    assert language_of("Moscow Lavrov") == "en"


def test_names_and_numbers_in_english_do_not_change_it():
    names = "Sergei Lavrov de la Cruz von der Leyen Dmitry Rogozin " * 3

    assert language_of(f"{PASSAGES['en']} {names}") == "en"


def test_a_list_of_names_is_of_no_language_that_can_be_told():
    assert language_of("Qwert Zxcv Asdf Poiu Lkjh " * 9) == "und"


def test_an_article_in_another_language_is_marked_and_gives_no_statements():
    words = "„Wir verkaufen keinen Meter des Hafens“, sagte die Bürgermeisterin Ann Lee. "
    text = f"RIGA — {words}{PASSAGES['de']}"
    document = SourceDocument("a.txt", "a.txt", b"", "", text, "text/1", StatedMetadata())

    (article,) = parse_articles(document)
    found = extract(article, level="rules")

    assert article.language == "de"
    assert article.paragraphs
    assert found.quotations == ()
    assert any("not in English" in warning for warning in found.warnings)
