"""What people correct holds at once, and through every later reading."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from app.domain.corrections import Action, Proposal, Standing, Subject
from app.domain.dates import DateBasis, DateFinding, PartialDate
from app.domain.resolved import ResolvedEvent
from app.domain.spans import Span
from app.errors import InvalidCorrection, StaleCorrection, Withdrawn
from app.models.address import AddressKind, AddressState
from app.models.article import Article
from app.models.correction import CorrectionState
from app.models.event import Event
from app.models.ingest_run import IndexTask
from app.models.speaker import NotSamePerson, Speaker
from app.models.statement import Statement, StatementRevision
from app.services.correction_checks import require_sense
from app.services.correction_proposals import proposed
from app.services.corrections import carry_out
from app.storage.articles import Incoming, save_document
from app.storage.revisions import shown_of
from app.storage.totals import publish_slugs
from tests.making import Said, read
from tests.unit.storage.conftest import make_store

TEXT = (
    "The mayor spoke. We will keep the harbour open for ever. It was raining on the quay. Nobody "
    "from the company answered the many questions that were put to it that evening, although "
    "reporters had waited outside the hall since noon and the council had asked for an answer."
)
WORDS = "keep the harbour open for ever"
EDITED = TEXT.replace("The mayor spoke.", "On Monday the mayor spoke at length.")


class Curated:
    """An archive with one article, and a curator."""

    def __init__(self, folder) -> None:
        self.store = make_store(folder)

    def read(self, text: str = TEXT, *said: Said, name: str = "a.txt", reason="read again") -> None:
        self.store.hold(text, *(said or (Said(WORDS),)), name=name, reason=reason)

    def correct(self, action, target, based_on=None, subject=Subject.STATEMENT, **after) -> str:
        with self.store.session() as session:
            proposal = Proposal(action, subject, target, "the text says so", "Eve", after, based_on)
            record = proposed(session, proposal)
            carry_out(session, record)
        return record.uid

    def undo(self, uid: str) -> None:
        self.correct(Action.UNDO, uid, subject=Subject.CORRECTION)

    def standing(self, uid: str) -> Standing:
        with self.store.session() as session:
            return session.get_one(CorrectionState, uid).standing

    def shown(self, link: str) -> dict:
        with self.store.session() as session:
            row = session.exec(select(Statement).where(Statement.permalink == link)).one()
            shown = shown_of(session, row)
            return {
                **shown,
                "confidence": row.confidence,
                "corrected": row.corrected,
                "reason": row.speaker_reason,
            }

    @property
    def link(self) -> str:
        """The address of the one statement there is."""
        (link,) = self.store.links()
        return link


@pytest.fixture
def curated(tmp_path):
    held = Curated(tmp_path)
    held.read()
    return held


VALUES = [
    (Action.SPEAKER, {"speaker": "Bo Wu"}, "speaker", "Bo Wu", "Ann Lee"),
    (Action.SPEAKER, {"speaker": None}, "speaker", None, "Ann Lee"),
    (Action.KIND, {"kind": "indirect"}, "kind", "indirect", "direct"),
    (Action.SAID_ON, {"said_on": "2011-12"}, "said_first", "2011-12-01", None),
    (Action.PLACE, {"place": "Riga"}, "place", "Riga", None),
    (Action.OFFICE, {"office": "Mayor of Riga"}, "office", "Mayor of Riga", None),
    (Action.SPAN, {"content": [[25, 43]]}, "content", "keep the harbour o", WORDS),
]


@pytest.mark.parametrize(("action", "after", "field", "now", "was"), VALUES)
def test_a_correction_shows_at_once_survives_readings_and_can_be_undone(
    curated, action, after, field, now, was
):
    link = curated.link
    uid = curated.correct(action, link, **after)
    assert curated.shown(link)[field] == now

    curated.read()
    assert curated.shown(link)[field] == now

    curated.read(EDITED)
    assert curated.shown(link)[field] == now
    assert curated.standing(uid) is Standing.APPLIED

    curated.undo(uid)
    assert curated.shown(link)[field] == was
    assert curated.link == link
    assert not curated.shown(link)["corrected"]


def test_the_page_says_who_corrected_what_and_keeps_what_stood_there(curated):
    link = curated.link
    curated.correct(Action.SPEAKER, link, speaker="Bo Wu")

    assert "by Eve: the text says so" in curated.shown(link)["reason"]
    assert curated.shown(link)["corrected"]
    assert curated.shown(link)["confidence"] == 1.0
    (version,) = curated.store.rows(StatementRevision)
    assert version.shown["speaker"] == "Ann Lee"
    assert "by Eve: the text says so" in version.reason
    tasks = {(task.type, task.permalink) for task in curated.store.rows(IndexTask)}
    assert ("statement", link) in tasks


def test_a_better_extractor_keeps_the_corrected_words(curated):
    link = curated.link
    curated.correct(Action.SPAN, link, content=[[25, 36]])
    curated.correct(Action.SPEAKER, link, speaker="Bo Wu")

    curated.read(TEXT, Said("We will keep the harbour open for ever", by="Cara Poe"))

    assert curated.shown(link)["content"] == TEXT[25:36]
    assert curated.shown(link)["speaker"] == "Bo Wu"
    assert curated.link == link


def test_corrected_words_stand_also_where_the_program_finds_nothing_there(curated):
    link = curated.link
    uid = curated.correct(Action.SPAN, link, content=[[25, 36]])

    curated.read(EDITED, Said("raining on the quay"))
    assert curated.shown(link)["content"] == TEXT[25:36]
    assert curated.shown(link)["speaker"] == "Ann Lee"

    curated.undo(uid)
    assert curated.store.address(link).state is AddressState.LOST
    assert curated.store.address(link).shown == TEXT[25:36]


def test_words_that_an_edit_took_away_leave_an_orphan_and_no_look_alike(curated):
    link = curated.link
    uid = curated.correct(Action.SPAN, link, content=[[20, 55]])
    edited = TEXT.replace("open for ever", "open for years")

    curated.read(edited, Said("keep the harbour open for years"))

    assert curated.standing(uid) is Standing.ORPHANED
    assert curated.shown(link)["content"] == "keep the harbour open for years"


def test_a_statement_that_is_gone_leaves_its_corrections_listed(curated):
    link = curated.link
    uid = curated.correct(Action.PLACE, link, place="Riga")

    curated.read(TEXT, Said("raining on the quay"))
    assert curated.standing(uid) is Standing.ORPHANED
    assert curated.store.address(link).state is AddressState.LOST

    curated.read()
    assert curated.standing(uid) is Standing.APPLIED
    assert curated.shown(link)["place"] == "Riga"


def test_a_rejected_find_stays_away_and_its_address_says_why(curated):
    link = curated.link
    uid = curated.correct(Action.REJECT, link)
    curated.read()
    curated.read(EDITED)

    assert curated.store.links() == {}
    entry = curated.store.address(link)
    assert entry.state is AddressState.WITHDRAWN
    assert entry.shown == WORDS
    assert "by Eve: the text says so" in entry.reason
    with curated.store.session() as session, pytest.raises(Withdrawn):
        proposed(
            session,
            Proposal(Action.PLACE, Subject.STATEMENT, link, "why", "Eve", {"place": "Riga"}),
        )

    curated.undo(uid)
    assert curated.shown(link)["content"] == WORDS
    assert curated.store.address(link).state is AddressState.LIVE


def test_a_better_find_beside_a_rejected_one_gets_an_address_of_its_own(curated):
    link = curated.link
    curated.correct(Action.REJECT, link)

    curated.read(TEXT, Said("the harbour open for ever. It was raining on"))

    assert link not in curated.store.links()
    assert len(curated.store.links()) == 1


def test_withdrawn_words_come_back_neither_alone_nor_within_others(curated):
    link = curated.link
    curated.correct(Action.WITHDRAW, link, keep_words=False)

    curated.read()
    curated.read(TEXT, Said("We will keep the harbour open for ever. It was raining on the quay"))
    curated.read(
        TEXT.replace("for ever", "for evermore"), Said("keep the harbour open for evermore")
    )

    assert curated.store.links() == {}
    assert curated.store.address(link).shown is None


def test_a_statement_that_the_program_missed_is_added_and_kept(curated):
    article = curated.store.addresses(AddressKind.ARTICLE)[0].permalink
    start = TEXT.index("It was raining")
    uid = curated.correct(
        Action.ADD,
        article,
        subject=Subject.ARTICLE,
        content=[[start, start + 26]],
        speaker="Bo Wu",
        kind="indirect",
    )
    added = next(link for link, words in curated.store.links().items() if words != WORDS)

    curated.read(EDITED)

    assert curated.store.links()[added] == "It was raining on the quay"
    assert curated.shown(added)["speaker"] == "Bo Wu"
    assert [row.ordinal for row in curated.store.rows(Statement)] == [0, 1]
    curated.undo(uid)
    assert curated.store.address(added).state is AddressState.LOST


def test_words_in_the_article_may_be_chosen_by_themselves(curated):
    article = curated.store.addresses(AddressKind.ARTICLE)[0].permalink
    add = {"action": Action.ADD, "target": article, "subject": Subject.ARTICLE}

    curated.correct(**add, words=["raining on the quay"])
    assert "raining on the quay" in curated.store.links().values()

    for words, problem in (("snowing", "does not stand"), ("the", "more than once")):
        with pytest.raises(InvalidCorrection, match=problem):
            curated.correct(**add, words=[words])


def test_b47_the_second_of_two_curators_is_told_and_nothing_is_lost(curated):
    link = curated.link
    curated.correct(Action.SPEAKER, link, based_on=1, speaker="Bo Wu")

    with pytest.raises(StaleCorrection) as stale:
        curated.correct(Action.SPEAKER, link, based_on=1, speaker="Cara Poe")

    assert (stale.value.based_on, stale.value.revision) == (1, 2)
    assert curated.shown(link)["speaker"] == "Bo Wu"
    (before,) = curated.store.rows(StatementRevision)
    assert before.shown["speaker"] == "Ann Lee"


REFUSED = [
    (Action.SPEAKER, {"speaker": "Bo Wu", "is_admin": True}, "is_admin"),  # B48
    (Action.SPEAKER, {"speaker": ""}, "speaker"),
    (Action.SPEAKER, {"speaker": "Ann Lee"}, "speaker"),
    (Action.SAID_ON, {"said_on": "8 December"}, "said_on"),
    (Action.SPAN, {"content": [[80, 99999]]}, "content"),
    (Action.SPAN, {"content": [[30, 20]]}, "content"),
    (Action.KIND, {"kind": "loud"}, "kind"),
    (Action.EVENT, {"event": "no-such-summit"}, "event"),
    (Action.ISSUES, {"issues": [{"issue": "no-such-issue"}]}, "issues"),
    (Action.PLACE, {}, "place"),
    (Action.MERGE, {"into": "x"}, "action"),
    (Action.PLACE, {"place": "a\x00b"}, "place"),
]


@pytest.mark.parametrize(("action", "after", "field"), REFUSED)
def test_b48_what_makes_no_sense_is_refused_by_the_name_of_its_part(curated, action, after, field):
    before = curated.store.rows(StatementRevision)
    proposal = Proposal(action, Subject.STATEMENT, curated.link, "why", "Eve", after)

    def make() -> None:
        require_sense(proposal)
        with curated.store.session() as session:
            proposed(session, proposal)

    with pytest.raises(InvalidCorrection) as refused:
        make()

    assert refused.value.field == field
    assert curated.store.rows(StatementRevision) == before


def names(curated) -> dict[str, int]:
    rows = curated.store.rows(Speaker)
    return {row.name: row.statement_count for row in rows if row.statement_count}


def two_speakers(curated) -> None:
    curated.read(TEXT, Said(WORDS), Said("raining on the quay", by="Bo Wu"))
    curated.store.publish_slugs()


def test_merged_speakers_are_one_in_every_later_article_until_it_is_undone(curated):
    two_speakers(curated)
    uid = curated.correct(Action.MERGE, "bo-wu", subject=Subject.SPEAKER, into="ann-lee")

    assert names(curated) == {"Ann Lee": 2}
    moved = curated.store.address("bo-wu", AddressKind.SPEAKER)
    assert (moved.state, moved.target) == (AddressState.MOVED, "ann-lee")
    curated.read("Then it was enough, he said.", Said("it was enough", by="Bo Wu"), name="b.txt")
    assert len({row.speaker_id for row in curated.store.rows(Statement)}) == 1

    curated.undo(uid)
    assert names(curated) == {"Ann Lee": 1, "Bo Wu": 2}
    assert curated.store.address("bo-wu", AddressKind.SPEAKER).state is AddressState.LIVE


def test_a_spelling_that_was_split_off_stays_somebody_elses(curated):
    curated.read(TEXT, Said(WORDS, by="Ann Lee"), Said("raining on the quay", by="Ann M. Lee"))
    curated.store.publish_slugs()
    assert len(curated.store.rows(Speaker)) == 1
    told_before = len(curated.store.rows(IndexTask))

    uid = curated.correct(Action.SPLIT, "ann-lee", subject=Subject.SPEAKER, names=["Ann M. Lee"])
    assert names(curated) == {"Ann Lee": 1, "Ann M. Lee": 1}
    told = {task.permalink for task in curated.store.rows(IndexTask)[told_before:]}
    assert told >= {row.permalink for row in curated.store.rows(Statement)}  # hers lose a name
    curated.read(TEXT, Said(WORDS, by="Ann Lee"), Said("raining on the quay", by="Ann M. Lee"))
    assert len(curated.store.rows(Speaker)) == 2

    curated.undo(uid)
    assert names(curated) == {"Ann Lee": 2}


def test_two_that_are_not_the_same_are_named_on_both_and_no_longer_once_undone(curated):
    two_speakers(curated)
    uid = curated.correct(Action.NOT_SAME, "bo-wu", subject=Subject.SPEAKER, other="ann-lee")
    assert len(curated.store.rows(NotSamePerson)) == 1

    curated.undo(uid)
    assert curated.store.rows(NotSamePerson) == []


def hold_event(curated, name: str, event: str) -> None:
    text = f"At the {event} it was raining on the quay, wrote {name}."
    said_on = DateFinding(PartialDate.day(2011, 12, 8), DateBasis.STATED, "printed")
    mention = Span(7, 7 + len(event))
    found = ResolvedEvent(event, "summit", said_on, "Riga", (), (mention,), "named")
    said = [Said("raining on the quay", event=event)]
    document, articles = read(text, said, name=name, events=[found])
    with curated.store.session() as session:
        save_document(session, Incoming(document, articles, [()], "made", reason="read again"))
        publish_slugs(session)


def events(curated) -> dict[str, int]:
    return {row.name: row.statement_count for row in curated.store.rows(Event)}


def test_merged_events_are_one_in_every_later_article_until_it_is_undone(curated):
    hold_event(curated, "b.txt", "Riga summit")
    hold_event(curated, "c.txt", "Riga talks")
    one, other = sorted(row.slug for row in curated.store.rows(Event))

    uid = curated.correct(Action.MERGE, other, subject=Subject.EVENT, into=one)
    assert events(curated) == {"Riga summit": 2}
    hold_event(curated, "c.txt", "Riga talks")
    hold_event(curated, "d.txt", "Riga talks")
    assert set(events(curated)) == {"Riga summit"}
    assert curated.store.address(other, AddressKind.EVENT).target == one
    assert {row.event_id for row in curated.store.rows(Statement)} - {None} == {
        row.id for row in curated.store.rows(Event)
    }

    curated.undo(uid)
    assert set(events(curated)) == {"Riga summit", "Riga talks"}
    assert curated.store.address(other, AddressKind.EVENT).state is AddressState.LIVE


def test_an_event_of_one_article_is_split_from_its_namesake(curated):
    hold_event(curated, "b.txt", "Riga summit")
    hold_event(curated, "c.txt", "Riga summit")
    (slug,) = [row.slug for row in curated.store.rows(Event)]
    with curated.store.session() as session:
        article = session.exec(select(Article).order_by(Article.id.desc())).first().permalink

    uid = curated.correct(
        Action.SPLIT, slug, subject=Subject.EVENT, articles=[article], name="Second Riga summit"
    )
    assert set(events(curated)) == {"Riga summit", "Second Riga summit"}
    hold_event(curated, "c.txt", "Riga summit")
    assert len(curated.store.rows(Event)) == 2

    curated.undo(uid)
    assert len(curated.store.rows(Event)) == 1


def test_a_withdrawn_article_goes_with_its_statements_and_stays_away(curated):
    link = curated.link
    article = curated.store.addresses(AddressKind.ARTICLE)[0].permalink
    uid = curated.correct(Action.WITHDRAW, article, subject=Subject.ARTICLE)
    curated.read()
    curated.read(EDITED)

    assert curated.store.rows(Article) == []
    assert curated.store.rows(Statement) == []
    for kind, one in ((AddressKind.ARTICLE, article), (AddressKind.STATEMENT, link)):
        entry = curated.store.address(one, kind)
        assert entry.state is AddressState.WITHDRAWN
        assert "by Eve: the text says so" in entry.reason

    curated.undo(uid)
    curated.read()
    assert curated.link == link
    assert curated.store.address(article, AddressKind.ARTICLE).state is AddressState.LIVE


def test_the_database_refuses_to_change_a_correction(curated):
    curated.correct(Action.PLACE, curated.link, place="Riga")

    for change in ("UPDATE correction SET reason = 'x'", "DELETE FROM correction"):
        with (
            pytest.raises(IntegrityError, match="never changed"),
            curated.store.session() as session,
        ):
            session.execute(text(change))
