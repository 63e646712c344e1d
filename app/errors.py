"""What can go wrong, in the project's own words; each entry point translates it."""

from datetime import date


class ArchiveError(Exception):
    """One clear sentence that names the thing and says what to do."""


class NotFound(ArchiveError):
    """There is no such record, and there never was one at this address."""


class Withdrawn(ArchiveError):
    """A record that was published once and is no longer shown.

    `permalink` is its address; the page that explains it is built from the address ledger:
    `shown` are the words that stood there, `since` the day they went, and `lost` says that they
    are no longer found in the source, as against taken back.
    """

    def __init__(
        self,
        permalink: str,
        reason: str,
        *,
        shown: str | None = None,
        since: date | None = None,
        lost: bool = False,
    ) -> None:
        what = "is no longer found in its source" if lost else "was withdrawn"
        super().__init__(f"{permalink} {what}: {reason}")
        self.permalink, self.reason = permalink, reason
        self.shown, self.since, self.lost = shown, since, lost


class Moved(ArchiveError):
    """A record that lives at another address now; `target` is its permalink or slug."""

    def __init__(self, target: str) -> None:
        super().__init__(f"moved to {target}")
        self.target = target


class UnreadableDocument(ArchiveError):
    """A source file could not be turned into an article; the run goes on without it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name, self.reason = name, reason


class KnowledgeError(ArchiveError):
    """A knowledge file is wrong; says file, line and field."""


class ArchiveUnavailable(ArchiveError):
    """The archive cannot be opened: missing, damaged, or from a newer version."""


class IndexUnavailable(ArchiveError):
    """The search index is missing, old or broken; the database still answers."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to this archive; says which and since when."""


class StorageFull(ArchiveError):
    """There is no room left to write; nothing that was stored before is lost."""


class WeakPassword(ArchiveError):
    """A password that would be guessed, or is too short; says what a better one is like."""


class AccountError(ArchiveError):
    """An account that is not there, is there already, or has a name that cannot be one."""


class SignInRefused(ArchiveError):
    """Name and password do not belong together; never says which of them is wrong."""


class TooManyTries(ArchiveError):
    """Something was tried too often; `wait` is in how many seconds it may be tried again."""

    def __init__(self, wait: int, what: str = "wrong passwords") -> None:
        minutes = -(-wait // 60)
        when = "in a minute" if minutes == 1 else f"in {minutes} minutes"
        super().__init__(f"there were too many {what} from here; try again {when}")
        self.wait = wait


class FormRefused(ArchiveError):
    """A form that this site did not show to who sent it; nothing was changed."""


class ReportRefused(ArchiveError):
    """A reader's report, or the answer to one, that cannot be taken as it is; says why."""


class InvalidCorrection(ArchiveError):
    """A correction that cannot be made as it is; `field` says which part is wrong."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field, self.problem = field, problem


class StaleCorrection(ArchiveError):
    """Somebody else changed the statement since it was looked at; nothing was changed now.

    `based_on` is the revision that was looked at, `revision` the one that stands.
    """

    def __init__(self, permalink: str, based_on: int, revision: int) -> None:
        super().__init__(
            f"statement {permalink} was changed by somebody else: you saw version {based_on}, "
            f"version {revision} stands now; look at both and decide again"
        )
        self.permalink, self.based_on, self.revision = permalink, based_on, revision


class WordsNotFound(ArchiveError):
    """Words that somebody chose do not stand in the article, or are none."""
