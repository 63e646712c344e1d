"""The pure half on one document, from its bytes to what is found in it, in any process."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.domain.documents import LeftOut, ParsedArticle, SourceDocument
from app.domain.gazetteer import Gazetteer, KnownEvent
from app.domain.resolved import ResolvedArticle
from app.errors import UnreadableDocument
from app.extraction.language import load_model
from app.parsing.articles import parse_articles
from app.reading.registry import read_unread
from app.reading.source import Unread
from app.services.analyse import analyse

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """A document with all that is found in its articles, and what they tell other articles.

    The document comes without its bytes, which who gave them still has.
    """

    document: SourceDocument
    found: list[ResolvedArticle]
    told: list[tuple[KnownEvent, ...]]

    @property
    def articles(self) -> list[ParsedArticle]:
        """The articles as they were parsed."""
        return [each.article for each in self.found]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document that could not be read, and why: an UnreadableDocument between processes."""

    name: str
    origin: str
    reason: str


#: What becomes of one document: it can be stored, or it cannot, or it is no article.
Result = Taken | Unreadable | LeftOut

#: What a worker is given: a document, or the bytes of one.
Task = SourceDocument | Unread

Work = Callable[[Task], list[Result]]


@dataclass(frozen=True, slots=True)
class Worker:
    """Reads, parses, extracts and resolves one document after another; a pure function of each."""

    gazetteer: Gazetteer
    level: str

    def __call__(self, task: Task) -> list[Result]:
        """What becomes of it; what goes wrong is a value too."""
        return list(self._results(task))

    def _results(self, task: Task) -> Iterator[Result]:
        name, origin = task.name, task.origin
        try:
            if isinstance(task, SourceDocument):
                yield self._take(task)
                return
            for found in read_unread(task):
                if isinstance(found, SourceDocument):
                    name, origin = found.name, found.origin
                    yield self._take(found)
                elif isinstance(found, UnreadableDocument):
                    yield Unreadable(found.name, task.origin, found.reason)
                else:
                    yield found
        except UnreadableDocument as problem:
            yield Unreadable(problem.name, origin, problem.reason)
        except MemoryError:
            yield Unreadable(name, origin, "it is too large for the memory there is; split it")
        except Exception as error:  # a mistake in our own steps costs one document
            log.debug("%s could not be taken in", name, exc_info=True)
            reason = (
                f"the program failed on it ({type(error).__name__}: {error}); please report this"
            )
            yield Unreadable(name, origin, reason)

    def _take(self, document: SourceDocument) -> Taken:
        articles = parse_articles(document, self.gazetteer)
        if not articles:
            raise UnreadableDocument(document.name, "no article text was found in it")
        found, told = analyse(articles, self.gazetteer, self.level)
        return Taken(replace(document, content=b""), found, told)


def prepared(worker: Worker, debugging: bool) -> Work:
    """The worker in a process of its own, its model loaded."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("app").setLevel(logging.DEBUG if debugging else logging.ERROR)
    load_model(worker.level)
    return worker
