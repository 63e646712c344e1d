"""What was said under a name that a curator parted from another stays with whom it now means."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import Session, select

from app.archive import open_archive
from app.domain.corrections import Action, Proposal, Subject
from app.models.issue import Position
from app.models.speaker import Speaker
from app.services.checks import check
from app.services.corrections import correct
from app.storage.database import writer_engine
from tests.unit.services.conftest import HARBOUR

BREAD = """
- key: bread
  name: The price of bread
  question: Should the state hold down the price of bread?
  signals: [bread]
"""
LEADS = {"one.txt": "ROME, July 9, 2012 (ANSA)", "two.txt": "ROME, July 11, 2012 (ANSA)"}
TEXT = """Minister speaks on bread

{lead} - The minister spoke to farmers about {crop}.

"We reject any tax on bread made of {crop}," said Carla Maria Neri. "Nobody will go hungry."
"""


def holders(desk) -> set[str]:
    with open_archive(desk.settings).session() as session:
        wanted = select(Speaker.slug).join(Position, Position.speaker_id == Speaker.id)
        return set(session.exec(wanted))


def test_positions_of_later_articles_are_held_by_whom_a_parted_name_means(desk):
    (desk.knowledge / "issues.yaml").write_text(BREAD)
    desk.put("one.txt", TEXT.format(lead=LEADS["one.txt"], crop="wheat"))
    desk.ingest()
    assert holders(desk) == {"carla-neri"}

    archive = open_archive(desk.settings)
    parting = Proposal(
        Action.SPLIT, Subject.SPEAKER, "carla-neri", "two people", "Eve",
        {"names": ["Carla Maria Neri"]},
    )  # fmt: skip
    correct(archive, parting)
    desk.put("two.txt", TEXT.format(lead=LEADS["two.txt"], crop="barley"))
    desk.ingest()

    assert holders(desk) == {"carla-maria-neri"}
    assert check(archive).problems == []


def test_a_position_given_to_another_is_a_fault(desk):
    (desk.knowledge / "issues.yaml").write_text(BREAD)
    desk.put("one.txt", TEXT.format(lead=LEADS["one.txt"], crop="wheat"))
    desk.put("harbour.txt", HARBOUR)
    desk.ingest()
    with Session(writer_engine(desk.settings.database_path)) as session, session.begin():
        other = select(Speaker.id).where(Speaker.slug != "carla-neri")
        session.execute(update(Position).values(speaker_id=session.exec(other).first()))

    (problem,) = check(open_archive(desk.settings)).problems
    assert "who did not say it" in problem
