"""When, where, at which event and through whom each quotation of an article was said.

What a quotation's own sentence tells comes first. Then the same words told elsewhere, then what
carries on within a speaker's own block; nothing carries on to another speaker.
"""

from collections import Counter
from collections.abc import Sequence

from app.domain.dates import DateBasis, DateFinding
from app.domain.documents import ParsedArticle
from app.domain.gazetteer import Gazetteer, SpeakerKind
from app.domain.persons import family_name, generation
from app.domain.qualified import bare_name
from app.domain.quotations import Extraction
from app.domain.resolved import Finding, ResolvedSpeaker
from app.domain.spans import joined
from app.resolution.as_it_happens import date_by_clock
from app.resolution.carrying_on import carry_channels, carry_on
from app.resolution.citations import Channels, cited_as
from app.resolution.day_occasions import place_by_day
from app.resolution.event_drafts import Draft
from app.resolution.frames import frames_of, words_said
from app.resolution.name_forms import NameForms, name_forms
from app.resolution.newer import move_on
from app.resolution.occasions import Circumstances, closer, date_events, date_of, lend
from app.resolution.onstage import go_on_with_others
from app.resolution.own_days import holds_its_day, names_other_time, own_date
from app.resolution.own_places import own_place, place_of_speech
from app.resolution.own_words import own_event
from app.resolution.relative_dates import meaning
from app.resolution.reported import occasion_reported
from app.resolution.same_day import day_told_before
from app.resolution.same_words import content_words, join_same_words
from app.resolution.scenes import Scenes
from app.resolution.tellings import (
    is_aside,
    is_given_out,
    is_hypothetical,
    is_noun,
    is_of_earlier,
    is_one_more,
    is_present,
    is_question,
)
from app.resolution.thread_days import date_by_thread
from app.resolution.thread_events import place_by_thread
from app.resolution.threads import thread_of


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
    channels, forms = Channels(article, gazetteer), name_forms(gazetteer)
    outlets = {outlet.name for outlet in gazetteer.outlets}

    def _is_channel(speaker: ResolvedSpeaker | None) -> bool:
        # "X said …, Interfax reported": the agency is how it reached print, X speaks.
        return speaker is not None and speaker.name in outlets

    for index, circumstances in enumerate(found):
        quotation = quotations[index]
        circumstances.words = content_words(joined(quotation.content, text))
        if quotation.nested_in is not None and not _is_channel(speakers[quotation.nested_in]):
            circumstances.settled = True  # told by another speaker, of whose occasion it is not
            continue
        _own(article, number, extraction, index, circumstances, published, drafts, channels, forms)
    date_events(found)
    join_same_words(text, extraction, found)
    contents = sorted(span for q in quotations for span in words_said(q, text))
    scenes = Scenes(article, number, extraction, drafts, published, forms, contents)
    report = occasion_reported(article, number, extraction, found, drafts, published)
    carry_on(text, number, extraction, found, drafts, published, scenes, report)
    date_by_clock(article, number, found, drafts, published)
    if thread := thread_of(article, number, extraction, found, drafts, published):
        move_on(thread)
        date_by_thread(thread)
        place_by_thread(thread)
        place_by_day(thread)
        go_on_with_others(thread)
        date_events(found)
    _repeat(extraction, found)
    carry_channels(extraction, found)
    _place_speech(article, found, published)
    return found


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


def _own(
    article: ParsedArticle,
    number: int,
    extraction: Extraction,
    index: int,
    found: Circumstances,
    published: DateFinding,
    drafts: Sequence[Draft],
    channels: Channels,
    forms: NameForms,
) -> None:
    text, content = article.text, extraction.quotations[index].content
    if is_hypothetical(text, found.frame):
        found.settled = True
        return
    date = own_date(text, found.frame, published) or day_told_before(
        article, found.frame, published
    )
    found.event = own_event(text, found.frame, number, drafts, published, said=date)
    dateline = article.dateline.place if article.dateline else None
    found.place = own_place(text, found.frame, extraction.mentions, forms, dateline)
    cited = channels.citation(content) if _is_of_report(text, found) else None
    found.cited = cited.words if cited is not None else ""
    found.via = channels.told(found.frame) or cited_as(cited)
    if date is not None:
        found.said_on = closer(date, found.event)
    elif found.event is not None:
        found.said_on = date_of(found.event)
    elif cited is not None and cited.date is not None:
        day = meaning(cited.date, published.date, future=False)
        if day is not None:
            reason = f'the source is given as "{cited.words}"'
            found.said_on = DateFinding(day, DateBasis.INFERRED, reason)
    if found.event is not None:
        found.event_reason = f'the sentence names "{found.event.words}"'
        if found.place is None and found.event.place:
            found.place = Finding(found.event.place, f'"{found.event.words}" was held there')
    _note_telling(text, found)
    found.own = date is not None or found.event is not None or found.place is not None
    quotation = extraction.quotations[index]
    noun = is_noun(text, quotation) or holds_its_day(text, quotation)
    found.elsewhere = not found.own and (noun or names_other_time(text, found.frame))
    found.settled = found.own or found.said_on.date is not None
    if not found.settled and is_of_earlier(text, found.frame):
        found.of_earlier = found.settled = True


def _is_of_report(text: str, found: Circumstances) -> bool:
    """Whether words are of the report cited: not older, nor what a body says at all times."""
    person = found.speaker is not None and found.speaker.kind is SpeakerKind.PERSON
    return not is_of_earlier(text, found.frame) and (person or not is_present(text, found.frame))


def _note_telling(text: str, found: Circumstances) -> None:
    found.present = is_present(text, found.frame)
    found.given_out = is_given_out(text, found.frame)
    found.one_more = is_one_more(text, found.frame)
    found.aside = is_aside(text, found.frame)
    found.asks = is_question(text, found.frame)
    found.told_in = found.frame.paragraph


def _repeat(extraction: Extraction, found: Sequence[Circumstances]) -> None:
    for quotation, one in zip(extraction.quotations, found, strict=True):
        if quotation.repeats is not None and quotation.repeats < len(found):
            other = found[quotation.repeats]
            lend(one, other, "the same words are told below")
            one.via = one.via or other.via
