"""The state that an article gives to a bare title."""

import pytest

from app.domain.gazetteer import EMPTY
from app.extraction.pipeline import extract
from app.resolution.resolve import resolve
from tests.unit.resolution.reports import parse

MINSK = "MINSK, 4 July 2013 (BelTA) - "
OSLO = "OSLO, May 2, 2012 (NTB) - "
ATHENS = "ATHENS, 3 May 2011 (ANA) - "


def offices(text: str) -> dict[str, tuple[str | None, str]]:
    """The office of each speaker of `text`, with its reason."""
    article = parse(text)
    (found,) = resolve([(article, extract(article))], EMPTY)
    return {
        s.speaker.name: (s.office.value, s.office.reason) if s.office else (None, "")
        for s in found.statements
        if s.speaker is not None and s.speaker.name
    }


@pytest.mark.parametrize(
    ("where", "office"),
    [
        ("In Paris, ", "Defence Minister"),
        ("From Lome, ", "Defence Minister"),
        ("Meanwhile, in Porto Alegre, ", "Defence Minister"),
        ("In Oslo, ", "Defence Minister of Norway"),
        ("In Norway, ", "Defence Minister of Norway"),
        ("In June, ", "Defence Minister of Norway"),
        ("On Monday, ", "Defence Minister of Norway"),
    ],
)
def test_a_sentence_that_opens_elsewhere_is_not_of_the_capital(where, office) -> None:
    text = OSLO + f"Norway will pay.\n\n{where}Defence Minister Vadim Orlik said Norway would pay."
    assert offices(text)["Vadim Orlik"][0] == office


@pytest.mark.parametrize(
    ("text", "who", "office"),
    [
        (
            MINSK + "Belarus is ready to host the talks, Foreign Minister Vadim Orlik told"
            " reporters on Thursday.",
            "Vadim Orlik",
            "Foreign Minister of Belarus",
        ),
        (
            MINSK + "The talks will go on, Foreign Minister Vadim Orlik told reporters on"
            " Thursday.\n\n“Belarus has time,” he said.",
            "Vadim Orlik",
            "Foreign Minister of Belarus",
        ),
        (
            OSLO + "Norway will wait, the deputy finance minister, Anton Berg, said on Wednesday.",
            "Anton Berg",
            "Deputy finance minister of Norway",
        ),
        (
            ATHENS + "Greece will wait, government spokesman Nikos Laskaris said on Tuesday.",
            "Nikos Laskaris",
            "Government spokesman of Greece",
        ),
        (
            "SKOPJE, May 8, 2008 - President Branko Ilic said that Macedonia would wait.",
            "Branko Ilic",
            "President of Macedonia",
        ),
        (
            MINSK + "Latvian Foreign Minister Juris Kalns met his colleagues here on"
            " Thursday.\n\nForeign Minister Kalns said that Belarus was a neighbour.",
            "Juris Kalns",
            "Foreign Minister of Latvia",
        ),
        (
            MINSK + "Belarus will not pay, Energy Minister Vadim Orlik said.\n\nHis Latvian"
            " counterpart, Juris Kalns, said that the price was fair.",
            "Juris Kalns",
            "Energy Minister of Latvia",
        ),
        (
            "BEIJING, Sept. 12, 2012 - China's Foreign Ministry on Wednesday urged Japan to leave"
            " the islands.\n\n“The purchase is illegal,” ministry spokesman Hong Wen said.",
            "Hong Wen",
            "Foreign Ministry spokesman of China",
        ),
    ],
)
def test_a_bare_title_gets_the_state_that_the_article_tells(text, who, office):
    assert offices(text)[who][0] == office


@pytest.mark.parametrize(
    ("text", "who", "office"),
    [
        (  # nothing in the article speaks of Belarus
            MINSK + "The talks will go on, Foreign Minister Vadim Orlik told reporters.",
            "Vadim Orlik",
            "Foreign Minister",
        ),
        (
            MINSK + "Visiting Foreign Minister Juris Kalns said that Belarus was a neighbour.",
            "Juris Kalns",
            "Foreign Minister",
        ),
        (
            MINSK + "Belarus and Latvia signed a treaty here on Thursday.\n\nForeign Minister"
            " Juris Kalns said that Latvia was pleased.",
            "Juris Kalns",
            "Foreign Minister",
        ),
        (
            "VIENNA, 3 October 2012 (APA) - Foreign ministers of six states met here on"
            " Wednesday.\n\nAustria paid for the hall. Foreign Minister Petar Ilchev said that"
            " the river was low.",
            "Petar Ilchev",
            "Foreign Minister",
        ),
        (
            ATHENS + "Prime Minister Nikos Laskaris and Prime Minister Kemal Aydin met on"
            " Tuesday.\n\nAydin said Greece was open.",
            "Kemal Aydin",
            "Prime Minister",
        ),
        (
            "MUNICH, May 2, 2012 (dpa) - Germany will wait, Interior Minister Anton Huber said.",
            "Anton Huber",
            "Interior Minister",
        ),
        (
            "WASHINGTON, May 2, 2012 (AP) - The United States will wait, Foreign Minister Ivo"
            " Sanders said.",
            "Ivo Sanders",
            "Foreign Minister",
        ),
        (OSLO + "Norway will wait, Mayor Anton Berg said.", "Anton Berg", "Mayor"),
        (OSLO + "Norway will wait, former Foreign Minister Anton Berg said.", "Anton Berg", None),
        (
            "BEIJING, Sept. 12, 2012 - China's commerce ministry protested and Japan's foreign"
            " ministry answered.\n\n“It is illegal,” ministry spokesman Hong Wen said.",
            "Hong Wen",
            "Ministry spokesman",
        ),
    ],
)
def test_what_may_be_another_states_stays_bare(text, who, office):
    assert offices(text)[who][0] == office


def test_the_reason_names_the_dateline_and_the_words_about_the_state():
    _, reason = offices(MINSK + "Belarus has time, Foreign Minister Vadim Orlik said.")[
        "Vadim Orlik"
    ]

    assert "“Foreign Minister”" in reason
    assert "dateline “Minsk”" in reason
    assert "“Belarus has time" in reason
