"""Resolves articles again that learn something from what other articles tell."""

from app.archive import Archive


def settle(archive: Archive, made_with: str) -> None:
    """TODO"""
