"""The step that goes through the verbs of saying of one sentence."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.spans import Span
from app.domain.wordlists import word_groups
from app.extraction.anonymity import asks_for_no_name
from app.extraction.boundaries import content_spans
from app.extraction.capitals import role_nouns
from app.extraction.clauses import Complement
from app.extraction.complements import find_complement
from app.extraction.cue_words import CueWord, Form
from app.extraction.cues import cue_of, is_only_possible, is_silent
from app.extraction.holders import can_speak, is_abstract
from app.extraction.parenthetical import find_around, fronted_part
from app.extraction.report import FrameSyntax, Report, trimmed
from app.extraction.sources import find_speaker, source_spans
from app.extraction.subjects import is_passive, object_of
from app.extraction.tagging import source_beside, speaker_before, subject_before
from app.extraction.words import read_words

if TYPE_CHECKING:  # the rules level runs without spaCy
    from spacy.tokens import Token

_LONGEST_CUE = 6  # tokens of "the news agency reported"
#: How a vote went: "by 52 votes to 48", "in a 5-4 vote", "by a vote of 5 to 4".
_COUNTED = re.compile(
    r"\bin an? \d{1,3}(?:\s?[-–]\s?| to )\d{1,3} vote\b|\bby a vote of \d+"
    r"|\b(?:by|with) \d{1,3} votes?\b|\bby \d{1,3}(?: to |\s?[-–]\s?)\d{1,3}(?=[.,;]|$)"
)
_JOINED = frozenset(["advcl", "conj", "xcomp", "acl", "ccomp", "prep"])
_AUXILIARIES = frozenset(["aux", "auxpass"])

#: What stands before a participle that reports a second thing: "..., adding that".
_BEFORE_SIBLINGS = frozenset(
    [",", "and", "but", "then", "before", "after", "while",
     "”", '"', "''", "—", "–", "―", "-", "--"]
)  # fmt: skip


def verb_reports(view: FrameSyntax) -> Iterator[Report]:
    """One report for each verb of saying outside quotations that has content."""
    for token in view.tokens:
        if token.i in view.quoted:
            continue
        word = cue_of(token)
        if word is not None and not is_silent(token, view.quoted):
            report = _report(view, token, word)
            if report is not None:
                yield report


def _report(view: FrameSyntax, verb: "Token", word: CueWord) -> Report | None:
    if _only_links(view, verb):
        return None
    if word.lemma in ("quote", "cite") and any(_leads_saying(c) for c in verb.rights):
        return None  # "the network quoted a witness as saying": the witness says it
    subject = find_speaker(view, verb)
    found = find_complement(view, verb, word)
    around = find_around(view, verb, word, subject)
    relative = _relative_content(view, verb, subject)
    if relative:
        content, rule = relative, "verb: relative"
    elif around is not None and (
        found is None
        or _quoted_before(view, around[1])
        or _is_bare_cue(view, found)
        or (found.form == "noun phrase" and found.first in view.quoted)
    ):
        content, rule = around[0], "verb: around"
    elif found is not None:
        content, rule = content_spans(view, verb, found), f"verb: {found.form}"
        front = fronted_part(view, verb, content[0]) if len(content) == 1 else None
        content = (front, *content) if front is not None else content
    elif _is_told_of(view, verb, word, subject):
        content, rule = _passive_subject(view, verb), "verb: passive"
    else:
        return None
    if rule == "verb: noun phrase" and _is_vote(view, verb, word):
        return None
    if not content and around is not None:
        content, rule = around[0], "verb: around"
    if not content or asks_for_no_name(word.lemma, content[0].of(view.analysis.text)):
        return None
    quoted = any(quote.outer.overlaps(span) for quote in view.frame.quotes for span in content)
    if rule == "verb: preposition" and not quoted and _only_opens(view, verb):
        return None
    said = _is_statement(rule, subject) and not _is_adjective(view, verb, rule)
    if not quoted and (not said or _tells_what_for(verb) or is_only_possible(verb, rule)):
        return None
    source = source_spans(view, subject, verb) if subject is not None else ()
    if not source and _is_question_put(view, verb, word):
        return None
    if _is_asked(verb, word):
        source = ()
    elif quoted:
        source = source_beside(view, verb, source)
    elif not source and rule in ("verb: clause", "verb: predicate"):
        before = speaker_before(view, verb) if verb.tag_ in ("VBD", "VBP", "VBZ") else None
        second = verb.dep_ == "conj" and verb.head.i < verb.i and verb.tag_ != "VBG"
        if before is None and second:
            before = speaker_before(view, verb.head)  # "In Ohio, Jane Roe railed and explained"
        before = before or subject_before(view, verb)
        source = (before,) if before is not None else ()
    return Report(
        rule=rule,
        frame=view.number,
        cue=(view.span(verb.i, verb.i),),
        source=source,
        content=content,
        lemma=word.lemma,
        evidence=frozenset(_evidence(view, verb)),
    )


def _only_links(view: FrameSyntax, verb: "Token") -> bool:
    """Whether words of saying only join two sentences: "That said, the port is late"."""
    opens = verb.i == view.first + 1 and view.token(view.first).lower_ in ("that", "this")
    return (opens and verb.tag_ == "VBN") or (opens and view.token(verb.i + 1).text == ",")


def _only_opens(view: FrameSyntax, verb: "Token") -> bool:
    """Whether a participle only leads to what is said: "Speaking about the port, she said ..."."""
    if verb.tag_ != "VBG" or verb.i != view.first or verb.lemma_.lower() not in ("speak", "talk"):
        return False
    word = cue_of(verb.head) if verb.head.i > verb.i else None
    return word is not None and word.takes(Form.CLAUSE)


def _is_told_of(view: FrameSyntax, verb: "Token", word: CueWord, subject: "Token | None") -> bool:
    """Whether a passive names what was said and by whom: "the deal was announced by the mayor"."""
    if not word.takes(Form.NOUN) or not is_passive(verb) or subject is None:
        return False
    agent = (
        subject.dep_ == "pobj" and subject.head.dep_ == "agent" and subject.head.head.i == verb.i
    )
    return agent and view.holds(subject.i) and can_speak(subject)


def _passive_subject(view: FrameSyntax, verb: "Token") -> tuple[Span, ...]:
    own = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if own is None or own.pos_ == "PRON" or not view.holds(own.left_edge.i):
        return ()
    span = trimmed(
        view.analysis.text, view.span(own.left_edge.i, min(own.right_edge.i, verb.i - 1))
    )
    return (span,) if span is not None else ()


def _is_question_put(view: FrameSyntax, verb: "Token", word: CueWord) -> bool:
    """Whether nobody asks: "Asked whether it was late, ..." only leads to the answer."""
    return word.lemma == "ask" and verb.tag_ == "VBN" and verb.i <= view.first + 1


def _leads_saying(child: "Token") -> bool:
    return child.lower_ == "as" and any(c.tag_ == "VBG" and c.dep_ == "pcomp" for c in child.rights)


def _is_asked(verb: "Token", word: CueWord) -> bool:
    """Whether only who was asked is named: "when asked whether it was late, he said no"."""
    if word.lemma != "ask" or verb.tag_ not in ("VBN", "VBD"):
        return False
    own = any(c.dep_ == "nsubj" for c in verb.lefts)
    if verb.tag_ == "VBD":
        return not own and any(c.lower_ == "when" for c in verb.lefts)
    has = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    return (passive or not has) and not any(c.dep_ == "agent" for c in verb.children)


def _is_statement(rule: str, subject: "Token | None") -> bool:
    """Whether somebody says it: a clause speaks for itself, "the rise signals a shift" does not."""
    if rule in ("verb: clause", "verb: around", "verb: relative"):
        return subject is None or subject.lower_ != "which" or can_speak(subject)
    if rule in ("verb: predicate", "verb: infinitive"):
        return subject is None or can_speak(subject)
    return subject is not None and (can_speak(subject) or not is_abstract(subject))


def _is_vote(view: FrameSyntax, verb: "Token", word: CueWord) -> bool:
    """Whether a vote is told and nothing said: "confirmed a judge", "rejected it 52 to 48"."""
    if _COUNTED.search(view.analysis.text, view.span(verb.i, verb.i).end, view.frame.span.end):
        return True
    confirmed = object_of(verb) if word.lemma == "confirm" else None
    if confirmed is None or confirmed.i < verb.i or confirmed.pos_ not in ("NOUN", "PROPN"):
        return False
    return can_speak(confirmed)


def _is_adjective(view: FrameSyntax, verb: "Token", rule: str) -> bool:
    """Whether a form in -ed goes with the noun behind it: "counts pledged delegates"."""
    if rule != "verb: noun phrase" or verb.tag_ not in ("VBN", "VBD") or verb.i <= view.first:
        return False
    before, after = view.token(verb.i - 1), view.token(verb.i + 1)
    own = any(child.dep_ in ("nsubj", "aux", "auxpass", "advmod") for child in verb.lefts)
    bare = after.tag_ == "NNS" and before.i not in view.quoted and not own
    return bare and before.tag_ in ("VBP", "VBZ", "IN", "DT", "CD", "JJ", "PRP$", "POS")


def _tells_what_for(verb: "Token") -> bool:
    """Whether a noun is only called after what it does: "the first act to lay out the aims"."""
    noun = verb.head
    purpose = verb.dep_ in ("relcl", "acl") and any(c.tag_ == "TO" for c in verb.lefts)
    if not purpose or noun.lemma_.lower() in role_nouns():
        return False
    text = noun.dep_ == "attr" and noun.lower_ in word_groups("roles.txt")["document"]
    return text or noun.lemma_.lower() in read_words("intents.txt")


def _relative_content(
    view: FrameSyntax, verb: "Token", subject: "Token | None"
) -> tuple[Span, ...]:
    """ "which she said was late": the relative pronoun and what follows the verb."""
    if subject is None or subject.i > verb.i or not view.holds(subject.i):
        return ()
    before = subject.left_edge.i - 1
    if before < view.first or verb.i + 1 > view.last:
        return ()
    pronoun, following = view.token(before), view.token(verb.i + 1)
    if pronoun.lower_ not in ("which", "who", "that", "what") or before in view.quoted:
        return ()
    if following.tag_ not in ("VBD", "VBZ", "VBP", "MD") and following.i not in view.quoted:
        return ()
    last = max(
        following.right_edge.i, following.head.right_edge.i if following.dep_ in _AUXILIARIES else 0
    )
    for token in view.tokens:
        if token.i > verb.i + 1 and token.text == "," and token.i not in view.quoted:
            last = max(min(last, token.i - 1), following.i)
            break
    end = trimmed(view.analysis.text, view.span(verb.i + 1, min(last, view.last)))
    return (view.span(before, before), end) if end is not None else ()


def _is_bare_cue(view: FrameSyntax, found: Complement) -> bool:
    """Whether the "content" is a second cue: "..., she said, the agency reported"."""
    last = min(found.last, view.last)
    return last - found.first <= _LONGEST_CUE and cue_of(view.token(last)) is not None


def _quoted_before(view: FrameSyntax, phrase: Span) -> bool:
    """Whether a quotation ends right before the cue phrase: "...," he said, "..."."""
    number = view.analysis.token_index(phrase.start) - 1
    return number >= view.first and number in view.quoted


def _evidence(view: FrameSyntax, verb: "Token") -> Iterator[str]:
    joins = verb.i > view.first and view.token(verb.i - 1).text in _BEFORE_SIBLINGS
    if joins and verb.tag_ == "VBG" and verb.dep_ in _JOINED:
        yield "participle"
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    if verb.dep_ == "conj" and not own and verb.tag_ in ("VBD", "VBZ", "VBP"):
        yield "conjoined"
