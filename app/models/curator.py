"""Curators: their accounts, where they are signed in, and what was done with accounts."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from app.models import base
from app.models.desk import DeskTable


class Account(DeskTable, table=True):
    """Somebody who may correct the archive. Never deleted, as corrections carry the name."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)  # what is typed to sign in
    shown_as: str  # what stands beside a correction
    password_hash: str  # argon2id, with its salt and its costs
    password_set_at: datetime = Field(default_factory=base.now)
    created_at: datetime = Field(default_factory=base.now)
    disabled_at: datetime | None = None


class SignedIn(DeskTable, table=True):
    """A session: one browser in which a curator is signed in."""

    __tablename__ = "signed_in"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True)  # the token itself is in the browser alone
    account_id: int = Field(foreign_key="account.id", index=True)
    form_key: str  # what its forms must carry
    browser: str  # "Firefox on Linux", for the curator to tell sessions apart
    created_at: datetime
    seen_at: datetime


class KnownBrowser(DeskTable, table=True):
    """A browser in which an account was signed in before, so that strangers cannot lock it out."""

    __tablename__ = "known_browser"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    seen_at: datetime


class FailedSignIn(DeskTable, table=True):
    """A wrong password, counted against a bucket for some minutes; see `services.throttle`."""

    __tablename__ = "failed_sign_in"
    __table_args__ = (Index("ix_failed_sign_in_bucket_at", "bucket", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    bucket: str  # a keyed hash of an account, a browser or a network
    at: datetime = Field(index=True)


class AuditRecord(DeskTable, table=True):
    """Something done with an account: made, signed in, refused, disabled, password changed."""

    __tablename__ = "audit_record"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    account: str  # its name, or what was typed where there is none of it
    what: str
    detail: str = ""


class DeskFact(DeskTable, table=True):
    """A named fact of the desk: the secret with which its forms are signed."""

    __tablename__ = "desk_fact"

    key: str = Field(primary_key=True)
    value: str
