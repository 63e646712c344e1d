"""The forms that news quotes people in and that mislead a reader of syntax alone."""

import pytest

from tests.unit.extraction.saying import found, only, outer


@pytest.mark.parametrize(("opening", "closing"), [('"', "”"), ("“", '"'), ("“", "”"), ('"', '"')])
def test_a_quotation_ends_at_the_next_closing_mark_of_any_style(opening, closing):
    said = only(f"{opening}The bridge will open in May,{closing} Mayor Jane Roe said.")
    assert said.content == ("The bridge will open in May,",)
    assert said.source == "Mayor Jane Roe"
    assert said.kind == "direct"


def test_two_mismatched_quotations_in_one_sentence_leave_the_cue_outside():
    said = only('"The council takes the harbour for an example,” Roe said. “We are against this."')
    assert said.content == (
        "The council takes the harbour for an example,",
        "We are against this.",
    )
    assert said.source == "Roe"


def test_a_quotation_broken_by_its_cue_is_one_statement_with_two_spans():
    said = only(
        '"There is nothing new in it," Roe told the Herald on Thursday. "Just a lot of talk."'
    )
    assert said.content == ("There is nothing new in it,", "Just a lot of talk.")
    assert said.source == "Roe"


def test_an_apostrophe_closes_nothing_inside_double_marks():
    said = only("“We won’t sell the port and we’d like the city’s help,” Roe said.")
    assert said.content == ("We won’t sell the port and we’d like the city’s help,",)


def test_single_marks_inside_a_quotation_make_no_statement_of_their_own():
    said = only("“People must choose between ‘the old town’ and ‘the new port’,” Roe said.")
    assert said.content == ("People must choose between ‘the old town’ and ‘the new port’,",)


def test_a_full_stop_may_stand_outside_the_closing_mark():
    said = only("Roe said the plan would hurt the town “in all quarters”.")
    assert said.kind == "mixed"
    assert said.content[0].endswith("“in all quarters”")


def test_quoted_words_inside_a_clause_make_one_mixed_statement():
    said = only('Roe said the talks are due to begin "late in spring."')
    assert said.kind == "mixed"
    assert said.content[0].startswith("the talks are due")
    assert "late in spring" in said.content[0]


def test_a_quoted_title_without_any_cue_is_no_statement():
    assert outer("The “Harbour Plan” was printed in 2011.") == []


def test_indirect_and_direct_speech_in_one_paragraph_are_two_statements():
    first, second = outer(
        "The mayor suggested that the two cities should build two ports. "
        "“We want real work together. Our aim is two ports with one goal,” she said."
    )
    assert first.kind == "indirect"
    assert "the two cities should build two ports" in first.content[0]
    assert second.kind == "direct"
    assert second.source == "she"


def test_sentences_before_a_closing_cue_belong_to_it_where_they_say_what_will_be():
    text = (
        "He told a news briefing that the town is worried.\n"
        "If damage is done to the town, the council will take further steps. But this is not its "
        "choice. The council seeks to work with the port, the mayor said."
    )
    last = outer(text)[-1]
    assert last.source == "the mayor"
    assert last.content[0].startswith("If damage is done")
    assert last.content[-1] == "The council seeks to work with the port"


def test_a_cue_one_paragraph_before_hands_the_quotation_to_its_subject():
    said = outer(
        "Mayor Jane Roe spoke to the press in Lisbon on Monday.\nThis is what she had to say:\n"
        '"The council argues that nothing can be changed. We see it in another way."'
    )[-1]
    assert said.source == "she"
    assert said.content[0].startswith("The council argues")


def test_a_paragraph_of_quotation_after_a_colon_belongs_to_who_said_the_sentence_before():
    said = outer(
        "Ms Roe also said that the town is seeking answers about the port:\n"
        '"The state says it will stay at the port. The town would like to know why."'
    )[-1]
    assert said.source == "Ms Roe"


def test_spoke_about_this_gives_the_sentence_before_to_the_speaker():
    said = outer(
        "The town will not accept further cuts unless the state drops its plan.\n"
        "Mayor Jane Roe spoke about this in Lisbon on Monday."
    )
    assert [(s.content, s.source) for s in said] == [
        (
            ("The town will not accept further cuts unless the state drops its plan",),
            "Mayor Jane Roe",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The port will close in May, Mayor Jane Roe said, the Interfax agency reported.",
        "The port will close in May, said Mayor Jane Roe, according to the Interfax agency.",
        "Mayor Jane Roe said the port will close in May, the Interfax agency reported.",
        '"The port will close in May," Mayor Jane Roe said, Interfax reported on Monday.',
    ],
)
def test_the_speaker_is_who_said_it_not_the_agency_that_reports_it(text):
    said = only(text)
    assert said.source == "Mayor Jane Roe"
    assert said.content[0].lower().startswith("the port will close in may")


def test_a_relative_clause_between_subject_and_verb_does_not_take_the_statement():
    said = only(
        "The town's envoy, John Doe, who met with Jim Poe and Ann Moe, said that the plan is late."
    )
    assert said.source.startswith("The town's envoy, John Doe")
    assert "Moe" not in said.source


def test_who_said_names_the_antecedent_and_the_pronoun():
    said = only("The mood was summed up by Roe, who said that the port is not ready.")
    assert said.source == "Roe who"


@pytest.mark.parametrize(
    "text",
    [
        "In her opinion, the best answer would be a new port.",
        "Roe made it clear that the town would not sell the port.",
        "The port is lost, according to Jane Roe.",
        "As Jane Roe put it, the port is lost.",
        "Jane Roe's claim that the port is lost drew laughter.",
    ],
)
def test_phrases_without_a_verb_of_saying_are_cues_all_the_same(text):
    assert any("port" in said.content[0] for said in outer(text))


@pytest.mark.parametrize(
    "text",
    [
        "Roe did not say if the town would be willing to pay.",
        "Roe declined to say whether the port will close.",
        "Roe stopped short of calling for the closure of the port.",
        "Roe seemed surprised that the port is late.",
        "Roe also handed the governor a formal letter.",
        "The town is becoming worried about the port.",
        "Roe hopes that the port will open.",
    ],
)
def test_silence_states_of_mind_and_acts_are_no_statements(text):
    assert outer(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She repeated the line in an interview with the radio.",
        "He repeated the claim on Tuesday.",
        "Roe reiterated his words in parliament.",
        "Roe repeated those remarks at a rally.",
    ],
)
def test_words_that_are_only_pointed_back_to_are_no_statement(text):
    assert outer(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Roe repeated the claim that the port was broke.", "the claim that the port was broke"),
        ("Roe repeated the promise of a new port.", "the promise of a new port"),
        ("Roe repeated his call for a new port.", "his call for a new port"),
        ("She repeated her main points about the port.", "her main points about the port"),
    ],
)
def test_words_that_are_told_once_more_are_a_statement(text, content):
    assert only(text).content == (content,)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the mayor of Leeds, Jane Roe, the port would open in May.",
         "the mayor of Leeds, Jane Roe", "the port would open in May"),
        ("According to the U.S. Ambassador to Georgia, Jane Roe, Washington would send help.",
         "the U.S. Ambassador to Georgia, Jane Roe", "Washington would send help"),
        ("According to the mayor, Jane Roe left.", "the mayor", "Jane Roe left"),
    ],
)  # fmt: skip
def test_a_name_behind_the_post_is_the_sources_and_not_the_contents(text, source, content):
    assert (only(text).source, only(text).content) == (source, (content,))


def test_what_is_said_inside_a_statement_is_nested_in_it():
    text = "Roe said the governor told reporters that the port is safe."
    inner = [said for said in found(text) if said.quotation.nested_in is not None]
    assert [said.source for said in inner] == ["the governor"]
    assert only(text).source == "Roe"


def test_an_outer_attribution_holds_what_another_insists_on():
    said = only("The town continues to insist on a new port, deputy mayor John Doe said in a note.")
    assert said.source.endswith("John Doe")


def test_a_quotation_over_paragraphs_is_one_statement():
    said = only(
        "“The port is late,” Roe said. “We have waited for years.\n"
        "“And we shall wait no longer than that.”"
    )
    assert len(said.content) == 3
    assert said.source == "Roe"


def test_labels_in_capitals_give_their_turns_to_the_speaker():
    first, second = outer(
        "SMITH: Why is the port so late?\nROE: Because nobody paid for it at all."
    )
    assert (first.source, first.content) == ("SMITH", ("Why is the port so late?",))
    assert second.source == "ROE"


def test_a_name_after_a_dash_is_the_speaker():
    said = only("“The port is the heart of the town, and always was.” — Jane Roe")
    assert said.source == "Jane Roe"


def test_adding_that_begins_a_second_statement_of_the_same_speaker():
    first, second = outer("Roe said the port is late, adding that the town will pay.")
    assert first.content[0] == "the port is late"
    assert second.source == "Roe"
    assert "the town will pay" in second.content[0]


def test_a_headline_that_repeats_the_body_says_which_statement_it_repeats():
    text = (
        "‘No more cuts without progress on harbours’ – Roe\n"
        "Mayor Jane Roe said there will be no more cuts without progress on harbours."
    )
    head, body = found(text, headline=True)
    assert head.source == "Roe"
    assert head.quotation.repeats == 1
    assert body.quotation.repeats is None


@pytest.mark.parametrize(
    "text",
    [
        "“Too much hate,” she said, blaming some of it on her rival.",
        "“Too much hate,” according to Roe, presumably meaning the debate.",
        "The plan was unserious - “Too much hate,” she said.",
        "The crowd laughed: “Too much hate,” she said.",
    ],
)
def test_what_the_reporter_tells_around_a_quotation_is_not_the_speakers(text):
    said = only(text)
    assert (said.kind, said.content) == ("direct", ("Too much hate,",))


@pytest.mark.parametrize(
    "text",
    [
        "“Well, we go,” she said, with a smile, as the crowd applauded.",
        "Growing sharper as he spoke, Mr. Roe continued: “Well, we go.”",
    ],
)
def test_what_happened_while_it_was_said_is_no_cue(text):
    assert [said.kind for said in found(text)] == ["direct"]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether he would run again, Roe left.",
        "The ministers met to discuss the bridge.",
        "Roe and Poe discussed the general state of the talks.",
        "The council continued to utter the same empty promises.",
    ],
)
def test_a_question_by_nobody_and_a_meeting_state_nothing(text):
    assert found(text) == []


def test_three_single_marks_close_a_quotation_and_the_one_inside_it():
    said = only("''She'd ask, 'What did he mean by that?''' Mr. Roe said.")
    assert (said.source, said.kind) == ("Mr. Roe", "direct")


def test_a_quotation_behind_a_phrase_goes_on_with_the_speaker_of_its_paragraph():
    said = only("“We have to work,” Roe said. On the whole, “the bridge can change the town.”")
    assert said.source == "Roe"
    assert said.content[-1].endswith("“the bridge can change the town.”")


def test_a_question_and_answer_is_surer_where_its_label_names_somebody():
    named = found("WALLACE: We come to the vote now.\nROE: Yes, we do come to it.")
    lettered = found("Q: We come to the vote now.\nA: Yes, we do come to it.")
    assert named[0].quotation.confidence > 0.75 > 0.5 > lettered[0].quotation.confidence


def test_a_term_in_marks_inside_a_statement_makes_none_of_its_own():
    said = only("Roe said there was fear of a “harbour scenario” in the region.")
    assert said.content == ("there was fear of a “harbour scenario” in the region",)


def test_every_cue_of_a_paragraph_keeps_the_quotation_it_tags():
    orders, state = outer(
        "“The orders were given. But it is plain that they are not kept,” he stressed. "
        "“The state of things is serious,” Roe pointed out."
    )
    assert (orders.source, state.source) == ("he", "Roe")
    assert state.content == ("The state of things is serious,",)


def test_a_harsh_verb_before_asking_is_no_statement_of_its_own():
    said = only(
        "Mayor Jane Roe slammed the owners after the fire, asking: “Who let them close it?”"
    )
    assert (said.cue, said.source) == ("asking", "Mayor Jane Roe")
    assert said.content == ("Who let them close it?",)


def test_the_verdict_in_marks_is_one_statement_with_what_it_judges():
    said = only("The governor hailed her offer “a serious statement, a serious guarantee.”")
    assert said.kind == "mixed"
    assert said.content[0].startswith("her offer “a serious statement")


def test_the_one_told_is_the_channel_and_never_the_speaker():
    said = only("“Just a lot of talk,” Roe told Interfax on Thursday.")
    assert said.source == "Roe"
