"""Loading the language model."""

import pytest

from app.extraction import language
from app.extraction.language import load_model


@pytest.fixture(autouse=True)
def _fresh():
    load_model.cache_clear()
    yield
    load_model.cache_clear()


def test_the_small_model_tells_its_name_and_version():
    model = load_model("sm")
    assert model.level == "sm"
    assert model.name.startswith("en_")
    assert model.name.split()[-1].count(".") == 2


def test_a_model_that_is_missing_falls_back_with_a_clear_word(monkeypatch):
    def missing():
        raise ImportError("no such package")

    monkeypatch.setattr(language, "_LOADERS", {"sm": missing, "md": missing})
    model = load_model("sm")
    assert (model.level, model.name, model.nlp) == ("rules", "none", None)
    assert "not installed" in model.warning


def test_the_rules_level_needs_no_warning():
    assert load_model("rules").warning is None


def test_an_unknown_level_is_refused_by_name():
    with pytest.raises(ValueError, match="huge"):
        load_model("huge")
