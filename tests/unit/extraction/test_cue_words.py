"""The lists of verbs and nouns of saying."""

import pytest

from app.extraction.cue_words import CUE_NOUNS, CUE_VERBS, LEMMA_OF, SPEECH_FORMS, Form


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("said", "say"), ("told", "tell"), ("denied", "deny"), ("quipped", "quip"),
     ("urges", "urge"), ("stressing", "stress"), ("wrote", "write"), ("begged", "beg")],
)  # fmt: skip
def test_every_form_of_a_verb_leads_to_its_entry(form, lemma):
    assert LEMMA_OF[form] == lemma


def test_verbs_that_only_lead_a_phrase_tag_no_quotation():
    assert "said" in SPEECH_FORMS
    assert "labelled" not in SPEECH_FORMS
    assert not CUE_VERBS["refer"].takes(Form.QUOTATION)
    assert CUE_VERBS["refer"].prepositions == {"to"}


def test_private_states_are_no_verbs_of_saying():
    assert not {"think", "believe", "hope", "want", "feel", "fear"} & set(CUE_VERBS)


def test_nouns_of_saying_name_what_may_follow_them():
    assert CUE_NOUNS["promise"].takes(Form.INFINITIVE)
    assert CUE_NOUNS["call"].prepositions == {"for"}
