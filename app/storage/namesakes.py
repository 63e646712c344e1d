"""Parts people of one name by what all articles together say of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from app.domain.gazetteer import SpeakerKind
from app.domain.namesakes import main_one, why_doubtful, why_two
from app.domain.persons import fold
from app.domain.qualified import bare_name, qualified, qualifier_of
from app.domain.told import Told, telling_words
from app.models.address import AddressKind
from app.models.article import Article
from app.models.correction import IdentityDecision
from app.models.event import EventParticipant
from app.models.speaker import NotSamePerson, PersonToldOf, Speaker
from app.models.statement import Statement
from app.storage.decisions import BY_TELLING, SPEAKER, TOLD_APART, told_reason
from app.storage.judged import Judged
from app.storage.ledger import Ledger
from app.storage.merge_speakers import hand_over, move_positions
from app.storage.pointing import point_out, tell_not_same
from app.storage.retire import Change, drop_empty_positions, retire_speakers
from app.storage.speakers import SpeakerBook
from app.storage.stories import Said, people_of
from app.storage.totals import recount
from app.storage.unsure import DOUBTFUL, say_doubt
from app.storage.values import stored_id

_BATCH = 500
_COMPARED = 40  # articles of one name among which a doubt is looked for
_OF_SEVERAL = "A name of several people: what stands here does not say which of them spoke"


def part_namesakes(session: Session) -> None:
    """Gives people of one name a page each, wherever what is said of them was not compared yet.

    A function of the set of articles: neither their order nor time plays a part. A name that is
    several people's keeps a page for what does not say who is meant; a person of whom most
    articles tell keeps the bare name.
    """
    decided = select(IdentityDecision.name).where(IdentityDecision.uid == BY_TELLING)
    parted = set(session.exec(decided.distinct()))
    for key in list(_names_to_compare(session)):
        name = _Name(session, key)
        people = name.people()
        if people or not parted.isdisjoint(fold(one.row.name) for one in name.said):
            name.part(people)
        name.doubt()
    new = select(PersonToldOf.key).where(col(PersonToldOf.settled).is_(False))
    point_out(session, session.exec(new.distinct()).all())
    unsettled = update(PersonToldOf).where(col(PersonToldOf.settled).is_(False))
    session.exec(unsettled.values(settled=True))
    session.flush()


def _names_to_compare(session: Session) -> Iterator[str]:
    new = select(PersonToldOf.key).where(col(PersonToldOf.settled).is_(False))
    counted = (
        select(PersonToldOf.key)
        .where(col(PersonToldOf.key).in_(new))
        .group_by(col(PersonToldOf.key))
        .having((func.count() > 1) | (func.max(PersonToldOf.another) == 1))
    )
    doubted = select(Speaker.key).where(
        col(Speaker.key).in_(new), col(Speaker.description).startswith(DOUBTFUL)
    )
    parted = select(PersonToldOf.key).join(Article, col(Article.id) == PersonToldOf.article_id)
    decided = select(IdentityDecision.article).where(IdentityDecision.uid == BY_TELLING)
    parted = parted.where(col(Article.permalink).in_(decided), col(PersonToldOf.settled).is_(False))
    yield from sorted({*session.exec(counted), *session.exec(parted), *session.exec(doubted)})


class _Name:
    """One name and all that is told of people who bear it."""

    def __init__(self, session: Session, key: str) -> None:
        self.session, self.book = session, SpeakerBook(session)
        wanted = (
            select(PersonToldOf, Article.permalink, col(Article.published_first))
            .join(Article, col(Article.id) == col(PersonToldOf.article_id))
            .where(PersonToldOf.key == key)
            .order_by(
                col(Article.published_first).is_(None),
                col(Article.published_first),
                col(Article.permalink),
                col(PersonToldOf.name),
            )
        )
        self.said = [
            Said(row, link, Told.of(row.roles, row.age, on))
            for row, link, on in session.exec(wanted)
        ]
        self.touched: set[int] = set()
        self.judged = Judged(session, self.said)

    def part(self, people: Sequence[Sequence[Said]]) -> None:
        """Decides who is who, moves what that changes, and makes the pages say it."""
        named = self._named(people)
        wanted = {
            (fold(one.row.name), one.article): name
            for name, said in named
            for one in said
            if name != one.row.name and self.judged.meant(one) is None
        }
        changes = self._move(self._decide(wanted))
        self._tell(named)
        drop_empty_positions(self.session)
        retire_speakers(self.session, changes)
        self._recount()

    def people(self) -> list[list[Said]]:
        """Those whom the knowledge files do not list, one after the other."""
        others = [one for one in self.said if one.row.another]
        plain = [one for one in self.said if not one.row.another and not one.row.known]
        parted = people_of(self.session, others) or ([others] if others else [])
        if not others:
            parted = people_of(self.session, plain, *self.judged.pairs(plain, self.book.decisions))
            main = main_one(parted)
            self.main = parted[main] if main is not None else None
        else:
            self.main = None
        return parted

    def doubt(self) -> None:
        """Makes the page of one who may be two say so, with the words that make it doubtful."""
        row = self.book.find(bare_name(self.said[0].row.name))
        if row is None:
            return
        told = [one.told for one in self._told_on(row) if one.told.callings]
        doubts = [why_doubtful(one, two) for one, two in combinations(told, 2)]
        why = next((words for words in doubts if words), None)
        # A slip among many articles that say the same makes nobody doubtful.
        is_doubtful = why is not None and 2 * sum(map(bool, doubts)) > len(doubts)
        say_doubt(row, f"{DOUBTFUL} describe somebody of this name {why}." if is_doubtful else "")
        self.session.add(row)

    def _told_on(self, row: Speaker) -> list[Said]:
        """What the first articles say that stand on a page."""
        meant = self.book.decisions.all_told_apart(one.row.name for one in self.said)
        pages: dict[str, Speaker | None] = {}
        found: list[Said] = []
        for one in self.said:
            name = meant.get((fold(one.row.name), one.article), one.row.name)
            if name not in pages:
                pages[name] = self.book.find(name)
            if pages[name] is row:
                found.append(one)
            if len(found) == _COMPARED:
                break
        return found

    def _named(self, people: Sequence[Sequence[Said]]) -> list[tuple[str, Sequence[Said]]]:
        """What each of several is called, the bare name where most articles mean that one."""
        named: list[tuple[str, Sequence[Said]]] = []
        for number, said in enumerate(people, 1):
            bare = bare_name(said[0].row.name)
            callings = [words for one in said if (words := telling_words(one.told))]
            callings += [role for one in said for role in one.told.roles]
            born = [f"born about {one.told.born}" for one in said if one.told.born is not None]
            own = [what for one in said if (what := qualifier_of(one.row.name))]
            ways = [
                *callings[:1],
                *own[:1],
                ", ".join([*callings[:1], *born[:1]]),
                f"{number} of the name",
            ]
            taken = {name for name, _ in named}
            names = [*self._lasting(said), *(qualified(bare, way) for way in ways if way)]
            name = next(one for one in [*names, f"{bare} ({number})"] if one not in taken)
            is_main = said is self.main and not self._lasting(said)
            named.append((bare if is_main else name, said))
        return named

    def _lasting(self, said: Sequence[Said]) -> list[str]:
        """Names of one of several that a curator spoke of, which therefore stay."""
        found = [name for one in said if (name := self.judged.meant(one)) is not None]
        return list(dict.fromkeys(found))

    def _decide(self, wanted: dict[tuple[str, str], str]) -> set[tuple[str, str]]:
        """Writes down whom each article means; the names and articles for which that changed."""
        names = sorted({fold(one.row.name) for one in self.said})
        held: dict[tuple[str, str], IdentityDecision] = {}
        for at in range(0, len(names), _BATCH):
            decided = select(IdentityDecision).where(
                IdentityDecision.uid == BY_TELLING,
                col(IdentityDecision.name).in_(names[at : at + _BATCH]),
            )
            held |= {(one.name, one.article): one for one in self.session.exec(decided)}
        changed = {
            place
            for place in held.keys() | wanted.keys()
            if (held[place].other if place in held else None) != wanted.get(place)
        }
        for place in sorted(changed):
            if place in held:
                self.session.delete(held[place])
        self.session.flush()
        for name, article in sorted(changed & wanted.keys()):
            self.session.add(
                IdentityDecision(
                    kind=SPEAKER,
                    name=name,
                    article=article,
                    other=wanted[name, article],
                    same=True,
                    uid=BY_TELLING,
                )
            )
        self.session.flush()
        return changed

    def _move(self, changed: Iterable[tuple[str, str]]) -> list[Change]:
        """Credits the statements of the articles to whom they mean now."""
        changes: list[Change] = []
        for name, article in sorted(changed):
            wanted = (
                select(Statement)
                .join(Article, col(Article.id) == col(Statement.article_id))
                .where(Article.permalink == article, col(Statement.speaker_found).is_not(None))
            )
            for row in self.session.exec(wanted).all():
                if fold(row.speaker_found or "") == name and not row.corrected:
                    changes += self._credit(row, article)
        return changes

    def _credit(self, row: Statement, article: str) -> list[Change]:
        found, before = row.speaker_found or "", row.speaker_id
        heir = self.book.row_for(found, row.speaker_full, SpeakerKind.PERSON, article)
        if heir.id == before:
            return []
        row.speaker_reason = told_reason(row.speaker_reason, self.book.decisions, found, article)
        self.book.also_written(heir, row.speaker_full, row.speaker_reason)
        hand_over(self.session, [row], heir, TOLD_APART)
        if before is not None:
            move_positions(self.session, before, heir, [stored_id(row)])
            self._take_part(row, before, heir)
            self.touched.add(before)
        self.touched.add(stored_id(heir))
        return [(before, heir.id)] if before is not None else []

    def _take_part(self, row: Statement, before: int, heir: Speaker) -> None:
        if row.event_id is None:
            return
        still = select(Statement.id).where(
            Statement.event_id == row.event_id, Statement.speaker_id == before
        )
        if self.session.exec(still).first() is None:
            there = update(EventParticipant).where(
                col(EventParticipant.event_id) == row.event_id,
                col(EventParticipant.speaker_id) == before,
            )
            self.session.exec(there.values(speaker_id=heir.id))

    def _tell(self, named: Sequence[tuple[str, Sequence[Said]]]) -> None:
        """Makes each page say with whom it is not to be confused."""
        bare = self.book.find(bare_name(self.said[0].row.name)) if self.said else None
        rows = {name: row for name, _ in named if (row := self.book.find(name)) is not None}
        concerned = {stored_id(row) for row in (*rows.values(), *([bare] if bare else []))}
        told = delete(NotSamePerson).where(
            col(NotSamePerson.reason).startswith(TOLD_APART),
            col(NotSamePerson.speaker_id).in_(concerned)
            | col(NotSamePerson.other_id).in_(concerned),
        )
        self.session.exec(told)
        for (one, mine), (other, others) in combinations(named, 2):
            reasons = (why_two(a.told, b.told) for a in mine for b in others)
            why = next((reason for reason in reasons if reason), "")
            self._not_same(rows.get(one), rows.get(other), f"{TOLD_APART}: {why}")
        for row in rows.values():
            if bare is not None and bare.id != row.id:
                self._not_same(bare, row, TOLD_APART)
            self._describe(row)
        if bare is not None and not bare.known:
            bare.description = f"{_OF_SEVERAL}." if rows and bare.name not in rows else None
            self.session.add(bare)
        self.session.flush()

    def _describe(self, row: Speaker) -> None:
        what = qualifier_of(row.name)
        if what is not None and not row.known:
            row.description = f"Told from others of this name by what articles say: “{what}”."
            self.session.add(row)

    def _not_same(self, one: Speaker | None, other: Speaker | None, reason: str) -> None:
        if one is not None and other is not None:
            tell_not_same(self.session, one, other, reason)

    def _recount(self) -> None:
        kept = [number for number in self.touched if self.session.get(Speaker, number) is not None]
        ledger = Ledger(self.session)
        for number in kept:
            row = self.session.get_one(Speaker, number)
            ledger.publish(AddressKind.SPEAKER, row.slug, identity=row.key)
        recount(self.session, speakers=kept, events=(), article=None)
