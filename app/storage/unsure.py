"""What a page says that makes unsure of whom it tells, whoever learns which of it first."""

from app.models.speaker import Speaker

#: How the sentences begin; pages of older archives go on otherwise behind it.
DOUBTFUL = "Taken for one person, though articles"
ALSO = "Articles also name"


def say_doubt(row: Speaker, sentence: str) -> None:
    """Makes a page say that it may tell of two, by a sentence that begins with DOUBTFUL or none.

    What the knowledge files or others wrote of somebody stays as it is.
    """
    held = _held(row)
    if held is not None:
        _say(row, sentence, held[1])


def say_also(row: Speaker, sentence: str) -> None:
    """Makes a page say whom else it may be of, by a sentence that begins with ALSO or none."""
    held = _held(row)
    if held is not None:
        _say(row, held[0], sentence)


def _held(row: Speaker) -> tuple[str, str] | None:
    """Both sentences as they stand there, empty where they do not; None beside other words."""
    doubt, also, rest = (row.description or "").partition(ALSO)
    if row.known or (doubt and not doubt.startswith(DOUBTFUL)):
        return None
    return doubt.strip(), also + rest


def _say(row: Speaker, doubt: str, also: str) -> None:
    row.description = " ".join(filter(None, (doubt, also))) or None
