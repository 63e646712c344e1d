"""Slows down who guesses passwords, without locking out whose account it is.

Source: the idea of a browser that is known is OWASP's "Slow Down Online Guessing Attacks with
Device Cookies".
"""

from datetime import timedelta

from app.desk import Desk
from app.errors import TooManyTries
from app.services.stamps import disguised
from app.storage.failures import add_failures, count_failures, first_failure, take_back

#: Wrong passwords count for so long.
WINDOW = timedelta(minutes=15)

#: How many wrong ones one account, one known browser and one network may have in that time.
MOST = {"account": 10, "browser": 10, "network": 30}


def take_a_try(desk: Desk, name: str, network: str, browser: str | None) -> list[int]:
    """Counts a try against its buckets before it is made; `give_back` returns one that was right.

    All strangers share the tries of an account; a `browser` that is known to have been signed in
    to it has tries of its own, so that strangers cannot use up the owner's.
    Raises TooManyTries, with the seconds to wait.
    """
    who = f"browser:{browser}" if browser else f"account:{name.strip().lower()}"
    buckets = {disguised(desk, f"{what}"): what for what in (who, f"network:{network}")}
    now = desk.clock()
    since = now - WINDOW
    with desk.transaction() as session:
        for bucket, count in count_failures(session, list(buckets), since).items():
            if count >= MOST[buckets[bucket].partition(":")[0]]:
                first = first_failure(session, bucket, since) or now
                raise TooManyTries(max(1, int((first + WINDOW - now).total_seconds())))
        return add_failures(session, list(buckets), now, since)


def give_back(desk: Desk, tries: list[int]) -> None:
    """Takes back what was counted for a try that was right."""
    with desk.transaction() as session:
        take_back(session, tries)
