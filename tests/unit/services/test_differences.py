import pytest

from app.domain.dates import DateBasis
from app.domain.quotations import SpeechKind
from app.schemas.common import DateShown, SpeakerRef
from app.schemas.statement import Version
from app.services.differences import compared, words_changed


def version(text="The harbour is open.", **more):
    """What a statement showed."""
    fields = {
        "number": 1,
        "kind": SpeechKind.DIRECT,
        "text": text,
        "speaker": None,
        "speaker_printed": None,
        "office": None,
        "said_on": DateShown.of(None, None, None, DateBasis.UNKNOWN, ""),
        "place": None,
        "event": None,
        "since": None,
        "until": None,
        "reason": None,
    }
    return Version(**{**fields, **more})


def test_word_put_in_is_told_and_every_other_stays():
    runs = list(words_changed("It is open.", "It is not open."))

    assert [(run.text.strip(), run.how) for run in runs] == [
        ("It is", "same"),
        ("not", "new"),
        ("open.", "same"),
    ]


def test_word_replaced_is_shown_before_the_one_that_replaced_it():
    runs = list(words_changed("It is open.", "It is shut."))

    assert [(run.text.strip(), run.how) for run in runs][1:] == [
        ("open.", "gone"),
        ("shut.", "new"),
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [("a b c", "c b a"), ("", "x y"), ("x y", ""), ("one two three", "two three four"), ("a", "b")],
)
def test_runs_join_up_to_both_texts(was, now):
    runs = list(words_changed(was, now))

    assert "".join(run.text for run in runs if run.how != "gone").split() == now.split()
    assert "".join(run.text for run in runs if run.how != "new").split() == was.split()


def test_same_words_differ_in_nothing():
    assert list(words_changed("It is open.", "It is  open. ")) == []


def test_long_speeches_are_told_as_a_whole_and_at_once():
    runs = list(words_changed("word " * 2_000, "other " * 2_000))

    assert [run.how for run in runs] == ["gone", "new"]


def test_facts_that_differ_are_told_and_no_others():
    ana = SpeakerRef(name="Ana Ruiz", url="/speakers/ana-ruiz")
    before, after = version(place="Lisbon"), version(place="Lisbon", speaker=ana, event="Summit")

    changed = compared(after, before).changed

    assert [(one.what, one.was, one.now) for one in changed] == [
        ("Speaker", "not known", "Ana Ruiz"),
        ("Event", "none", "Summit"),
    ]
