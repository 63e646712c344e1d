"""When, where, at which event and through whom each quotation of an article was said.

What a quotation's own sentence tells comes first. Then the same words told elsewhere, then what
carries on within a speaker's own block; nothing carries on to another speaker.
"""

from collections import Counter
from collections.abc import Sequence

from app.domain.dates import DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer
from app.domain.persons import family_name, generation
from app.domain.qualified import bare_name
from app.domain.quotations import Extraction
from app.domain.resolved import ResolvedSpeaker
from app.domain.spans import joined
from app.resolution.as_it_happens import date_by_clock
from app.resolution.carrying_on import carry_channels, carry_on
from app.resolution.citations import Channels
from app.resolution.dated_parts import date_by_parts
from app.resolution.day_occasions import place_by_day
from app.resolution.event_drafts import Draft
from app.resolution.frames import frames_of, words_said
from app.resolution.gathered import put_at_gathering
from app.resolution.interviewed import put_in_interviews
from app.resolution.name_forms import name_forms
from app.resolution.newer import move_on
from app.resolution.occasions import Circumstances, date_events, lend
from app.resolution.onstage import go_on_with_others
from app.resolution.own_places import place_of_speech
from app.resolution.own_sentences import OwnSentences
from app.resolution.reported import Report, occasion_reported
from app.resolution.same_words import content_words, join_same_words
from app.resolution.scenes import Scenes
from app.resolution.thread_days import date_by_thread
from app.resolution.thread_events import place_by_thread
from app.resolution.threads import Thread, thread_of
from app.resolution.turns import Outside
from app.resolution.writings import Writings


def find_circumstances(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    speakers: Sequence[ResolvedSpeaker | None],
    published: DateFinding,
    drafts: Sequence[Draft],
    gazetteer: Gazetteer,
) -> list[Circumstances]:
    """The circumstances of each quotation in the extraction, in its order."""
    text, quotations = article.text, extraction.quotations
    frames = frames_of(article, quotations)
    shared = _shared_surnames(extraction)
    everybody = {each.name.split()[-1] for each in extraction.entities if each.label == "PERSON"}
    found = [
        Circumstances(frame, speaker, _key(speaker), called=_called(speaker, shared, everybody))
        for frame, speaker in zip(frames, speakers, strict=True)
    ]
    outlets = {outlet.name for outlet in gazetteer.outlets}
    contents = sorted(span for q in quotations for span in words_said(q, text))
    forms = name_forms(gazetteer)
    channels, outside = Channels(article, gazetteer), Outside(text, contents)
    writings = Writings(article, published, outside)
    sentences = OwnSentences(
        article, number, extraction, published, drafts, outside, channels, forms, writings
    )
    for index, (quotation, one) in enumerate(zip(quotations, found, strict=True)):
        one.words = content_words(joined(quotation.content, text))
        within = None if quotation.nested_in is None else speakers[quotation.nested_in]
        # "X said …, Interfax reported": the agency is how it reached print, X speaks.
        if quotation.nested_in is None or (within is not None and within.name in outlets):
            sentences.tell(index, found)
        else:
            one.settled = True  # told by another speaker, of whose occasion it is not
    date_events(found)
    join_same_words(text, extraction, found)
    scenes = Scenes(article, number, extraction, drafts, published, forms, contents)
    report = occasion_reported(article, number, extraction, found, drafts, published)
    carry_on(text, number, extraction, found, drafts, published, scenes, report)
    date_by_clock(article, number, found, drafts, published)
    date_by_parts(article, found, published)
    if thread := thread_of(article, number, extraction, found, drafts, published):
        _go_by_thread(thread, report, extraction)
    _repeat(extraction, found)
    carry_channels(extraction, found)
    _place_speech(article, found, published)
    return found


def _go_by_thread(thread: Thread, report: Report | None, extraction: Extraction) -> None:
    """Fills in what is open by the thread of the article, once all words around are told."""
    move_on(thread)
    date_by_thread(thread)
    place_by_thread(thread)
    place_by_day(thread)
    go_on_with_others(thread)
    if report is not None:
        report.put_what_came_to_it(thread.found, extraction.quotations)
    put_at_gathering(thread, extraction)
    put_in_interviews(thread)
    date_events(thread.found)


def _place_speech(
    article: ParsedArticle, found: Sequence[Circumstances], published: DateFinding
) -> None:
    """Places the words of the day in the town that stands below the headline of a speech."""
    place = place_of_speech(article)
    for one in found if place is not None else ():
        elsewhere = one.given_out or one.via is not None or one.place is not None
        if not elsewhere and one.said_on.date is not None and one.said_on.date == published.date:
            one.place = place


def _key(speaker: ResolvedSpeaker | None) -> str | None:
    return None if speaker is None else speaker.name or speaker.description


def _shared_surnames(extraction: Extraction) -> set[str]:
    """The surnames that several people of the article bear; "Roe Jr." is written so throughout."""
    people = {e.name for e in extraction.entities if e.label == "PERSON" and " " in e.name}
    count = Counter(name.split()[-1] for name in people if not generation(name.split()[-1]))
    return {surname for surname, bearers in count.items() if bearers > 1}


def _called(speaker: ResolvedSpeaker | None, shared: set[str], everybody: set[str]) -> str:
    """How sentences name a speaker: by the surname, or in full where others bear it."""
    if speaker is None or not speaker.name:
        return ""
    words = bare_name(speaker.name).split()
    surname = family_name(" ".join(words))
    if generation(words[-1]) and len(words) > 1:
        return f"{surname} {words[-1]}" if surname in everybody else surname
    return f"{words[0]} {surname}" if surname in shared and len(words) > 1 else surname


def _repeat(extraction: Extraction, found: Sequence[Circumstances]) -> None:
    for quotation, one in zip(extraction.quotations, found, strict=True):
        if quotation.repeats is not None and quotation.repeats < len(found):
            other = found[quotation.repeats]
            lend(one, other, "the same words are told below")
            one.via = one.via or other.via
