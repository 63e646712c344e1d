"""People of one name, by what the articles in which they stand say."""

from __future__ import annotations

from sqlalchemy import event
from sqlmodel import select

from app.domain.corrections import Action
from app.models.article import Article
from app.models.correction import IdentityDecision
from app.models.speaker import PersonToldOf, Speaker
from app.storage.decisions import BY_TELLING, SPEAKER
from app.storage.namesakes import _Name
from app.storage.regroup import standing_on


def hold(store, many: int) -> Speaker:
    """So many articles in which one speaker stands, each with another calling of two."""
    for at in range(many):
        words = f"Boat number {at} goes out on day {at}"
        store.hold(f"{words}.", words, name=f"{at}.txt")
    (speaker,) = store.rows(Speaker)
    return speaker


def asked_for_doubt(store, many: int) -> tuple[int, str | None]:
    """The queries that a name of so many parted articles takes, and what its page says then."""
    speaker = hold(store, many)
    asked: list[str] = []
    with store.session() as session:
        for at, article in enumerate(session.exec(select(Article)).all()):
            roles = ["actor" if at % 2 else "governor of California"]
            told = PersonToldOf(article_id=article.id, key=speaker.key, name=speaker.name,
                                roles=roles, known=False, another=False)  # fmt: skip
            meant = IdentityDecision(kind=SPEAKER, name=speaker.name.casefold(), same=True,
                                     article=article.permalink, uid=BY_TELLING,
                                     other=speaker.name)  # fmt: skip
            session.add_all([told, meant])
        session.flush()
        name = _Name(session, speaker.key)
        event.listen(store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
        name.doubt()
        session.flush()
    return len(asked), store.rows(Speaker)[0].description


def test_a_doubt_takes_as_many_queries_for_twenty_articles_as_for_one(new_store):
    few, nothing = asked_for_doubt(new_store(), 1)
    many, doubt = asked_for_doubt(new_store(), 20)

    assert nothing is None
    told = "Taken for one person, though articles describe somebody of this name"
    assert doubt == f"{told} as “governor of California” and as “actor”."
    assert many <= few + 1  # the page itself, which is written


def test_articles_split_off_take_no_place_among_those_remembered(store):
    speaker = hold(store, 45)
    with store.session() as session:
        links = sorted(session.exec(select(Article.permalink)))
        kept = standing_on(session, Action.SPLIT, speaker, speaker, links[:20])

    assert kept == {"articles": links[20:]}
