"""What hangs on all articles together: evidence they give one another, copies, counts."""

from app.archive import Archive
from app.services.corrections import carry_out_waiting
from app.services.settle import settle
from app.storage.copies import link_copies
from app.storage.judgements import show_judgements
from app.storage.namesakes import part_namesakes
from app.storage.outbox import tell_index
from app.storage.report_groups import group_reports
from app.storage.runs import is_unfinished, mark_finished
from app.storage.speaker_names import name_speakers
from app.storage.totals import count_all, publish_slugs, word_positions


def finish(archive: Archive, made_with: str) -> None:
    """Makes the archive the same whatever order its articles came in.

    Does nothing where nothing was stored since it was last done. Broken off, it is done again.
    """
    with archive.session() as session:
        if not is_unfinished(session):
            return
    settle(archive, made_with)
    with archive.transaction() as session:
        part_namesakes(session)
    carry_out_waiting(archive)
    with archive.transaction() as session:
        articles, statements = link_copies(session), group_reports(session)
        tell_index(session, "article", articles)
        tell_index(session, "statement", statements)
        name_speakers(session)
        show_judgements(session)
        count_all(session)
        word_positions(session)
        publish_slugs(session)
        mark_finished(session)
