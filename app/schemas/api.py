"""What the JSON API answers, where that differs from what pages show."""

from app.domain.quotations import SpeechKind
from app.schemas.base import Shown
from app.schemas.common import SpeakerRef
from app.schemas.search import SearchPage, SearchResult
from app.schemas.statement import PieceShown

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class ErrorAnswer(Shown):
    """Why there is no other answer, in one sentence."""

    error: str
    status: int


class ArticleNamed(Shown):
    """The article of a result."""

    id: str
    headline: str
    url: str


class FacetAnswer(Shown):
    """One value of a facet with its count."""

    value: str
    label: str
    count: int


class ResultAnswer(Shown):
    """One result. `snippet` is HTML: everything escaped but the `<mark>` around matches."""

    id: str
    url: str
    text: str
    snippet: str
    kind: SpeechKind | None
    speaker: SpeakerRef | None
    article: ArticleNamed
    outlet: str | None
    said_on: str | None
    score: float
    partial: bool
    why: list[str]  # "text: exact words", "headline: another form: walls"; none by the database


class SearchAnswer(Shown):
    """The answer to a search; `results` go on into the partial matches after the full ones."""

    query: str
    total: int
    partial_total: int
    article_total: int  # articles in which the full matches stand
    page: int
    per_page: int
    results: list[ResultAnswer]
    facets: dict[str, list[FacetAnswer]]
    suggestion: str | None
    understood: str | None  # the query as it was mended; None where it was taken as it stands
    notes: list[str]
    complete: bool
    elsewhere: int  # articles that hold all the words where no statement does; type=article

    @classmethod
    def of(cls, page: SearchPage) -> "SearchAnswer":
        """The answer that says what a page of results shows."""
        return cls(
            query=page.query,
            total=page.total,
            partial_total=page.partial_total,
            article_total=page.article_total,
            page=page.page,
            per_page=page.per_page,
            results=[_result(one) for one in page.results],
            facets={
                name: [FacetAnswer(**value.model_dump(exclude={"selected"})) for value in values]
                for name, values in page.facets.items()
            },
            suggestion=page.suggestion,
            understood=page.understood,
            notes=page.notes,
            complete=page.complete,
            elsewhere=page.elsewhere,
        )


class CompletionAnswer(Shown):
    """A name that begins as asked, and the filter that narrows a search to it."""

    field: str  # "speaker", "issue", "event" or "outlet"
    value: str
    label: str


def snippet(pieces: list[PieceShown]) -> str:
    """The pieces as HTML, in which only the marks around matches are markup."""
    words = ((piece.text.translate(_ESCAPED), piece.matched) for piece in pieces)
    return "".join(f"<mark>{text}</mark>" if matched else text for text, matched in words)


def _result(one: SearchResult) -> ResultAnswer:
    if one.statement is not None:
        card = one.statement
        article = card.article
        named = ArticleNamed(id=article.id, headline=article.headline, url=article.url)
        return ResultAnswer(
            id=card.id,
            url=card.url,
            text=card.text,
            snippet=snippet(card.pieces),
            kind=card.kind,
            speaker=card.speaker,
            article=named,
            outlet=card.outlet.name if card.outlet else None,
            said_on=card.said_on.iso,
            score=one.score,
            partial=one.partial,
            why=one.why,
        )
    assert one.article is not None  # a result is one or the other
    hit = one.article
    return ResultAnswer(
        id=hit.id,
        url=hit.url,
        text="".join(piece.text for piece in hit.pieces),
        snippet=snippet(hit.pieces),
        kind=None,
        speaker=None,
        article=ArticleNamed(id=hit.id, headline=hit.headline, url=hit.url),
        outlet=hit.outlet.name if hit.outlet else None,
        said_on=hit.published,
        score=one.score,
        partial=one.partial,
        why=one.why,
    )
