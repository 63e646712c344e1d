"""What readers can say is wrong with a statement, and what can become of it."""

from enum import StrEnum


class Complaint(StrEnum):
    """The three things a reader can say in one click."""

    SPEAKER = "speaker"
    WORDS = "words"
    FACTS = "facts"


class Outcome(StrEnum):
    """What a curator did about a report."""

    CORRECTED = "corrected"
    KEPT = "kept"
    DISMISSED = "dismissed"  # not about the statement at all; nothing is published


COMPLAINTS = {
    Complaint.SPEAKER: "Somebody else said it",
    Complaint.WORDS: "These are not the words, or nobody said them",
    Complaint.FACTS: "The date, the place or something else beside it is wrong",
}
