"""Commands about searches that are followed: what came in of them, for a terminal or a mail."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from app.archive import open_archive
from app.config import Settings
from app.desk import Desk
from app.services import alerts
from app.services.alerts import Digest, News

alerts_app = typer.Typer(help="Searches to be told of.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="what the search is called", metavar="NAME")]


@alerts_app.command("add")
def add_command(
    name: Name,
    words: Annotated[str, typer.Argument(help="the search, as on the site", metavar="QUERY")],
    note: Annotated[str | None, typer.Option(help="why it is followed")] = None,
) -> None:
    """Follow a search from now on: onrecord alerts add lavrov 'speaker:lavrov "missile"'."""
    settings = Settings()
    again = alerts.save_search(Desk(settings), open_archive(settings), name, words, note)
    print(f"{name}: followed {'anew' if again else 'from now on'}")


@alerts_app.command("list")
def list_command() -> None:
    """List the searches that are followed, a line each."""
    found = alerts.list_saved(Desk(Settings()))
    for one in found:
        note = f"  ({one.note})" if one.note else ""
        print(f"{one.name}  {one.words}  since {one.made_on}{note}")
    if not found:
        print(
            "onrecord: no search is followed; add one with `onrecord alerts add`", file=sys.stderr
        )


@alerts_app.command("remove")
def remove_command(name: Name) -> None:
    """Follow a search no longer."""
    alerts.forget_search(Desk(Settings()), name)
    print(f"{name}: no longer followed")


@alerts_app.command("new")
def new_command(
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a statement")] = False,
    again: Annotated[bool, typer.Option("--again", help="tell it again the next time")] = False,
) -> None:
    """Tell what came in since the last time, each statement once; nothing where there is nothing.

    Made for cron, which mails what a command prints: 0 7 * * * onrecord alerts new
    """
    settings = Settings()
    desk = Desk(settings)
    digest = alerts.what_is_new(desk, open_archive(settings))
    base = settings.base_url.rstrip("/")
    for line in _records(digest, base) if as_json else _lines(digest, base):
        print(line)
    sys.stdout.flush()
    if not again:
        alerts.mark_told(desk, digest)


def _records(digest: Digest, base: str) -> Iterator[str]:
    for news in digest.news:
        for card in news.cards:
            record = {
                "search": news.search.name,
                "url": f"{base}{card.url}",
                "speaker": card.speaker.name if card.speaker else card.speaker_description,
                "when": card.when,
                "outlet": card.outlet.name if card.outlet else None,
                "kind": card.kind.value,
                "text": card.text,
            }
            yield json.dumps(record, ensure_ascii=False)


def _lines(digest: Digest, base: str) -> Iterator[str]:
    for news in digest.news:
        if news.total or news.elsewhere:
            yield from _told(news, base)


def _told(news: News, base: str) -> Iterator[str]:
    search = news.search
    yield f"{search.name}: {news.total:,} new for {search.words}"
    if search.note:
        yield f"({search.note})"
    for card in news.cards:
        who = card.speaker.name if card.speaker else card.speaker_description or "Speaker not known"
        marks = ("“", "”") if card.kind.value == "direct" else ("", "")
        where = f", {card.outlet.name}" if card.outlet else ""
        yield ""
        yield f"  {who[:1].upper()}{who[1:]}, {card.when}{where}"
        yield f"  {marks[0]}{card.text}{marks[1]}"
        yield f"  {base}{card.url}"
    if news.total > len(news.cards):
        yield f"\n  and {news.total - len(news.cards):,} more"
    if news.elsewhere:
        yield f"\n  {news.elsewhere:,} more of it stand under a search above"
    yield ""
