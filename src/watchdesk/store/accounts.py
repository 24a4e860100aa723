"""Passwords (their digests), sessions, and the number that grows with what editors can see."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.tables import passwords, revision, sessions


def set_password(tx: Transaction, name: str, digest: str, at: datetime) -> None:
    """Keep the digest of a person's password; whoever was in under this name is out."""
    tx.connection.execute(upsert(passwords), {"name": name, "digest": digest, "changed_at": at})
    tx.connection.execute(delete(sessions).where(sessions.c.name == name))


def forget(tx: Transaction, name: str) -> None:
    """Drop a person's password and sessions."""
    tx.connection.execute(delete(passwords).where(passwords.c.name == name))
    tx.connection.execute(delete(sessions).where(sessions.c.name == name))


def password_of(tx: Transaction, name: str) -> str | None:
    """The digest of a person's password."""
    query = select(passwords.c.digest).where(passwords.c.name == name)
    return tx.connection.execute(query).scalar()


def with_password(tx: Transaction) -> frozenset[str]:
    """Who can log in."""
    return frozenset(tx.connection.execute(select(passwords.c.name)).scalars())


def open_session(
    tx: Transaction, digest: str, name: str, *, now: datetime, until: datetime
) -> None:
    """Let somebody in until then; sessions that have ended go."""
    tx.connection.execute(delete(sessions).where(sessions.c.until < now))
    tx.connection.execute(insert(sessions), {"digest": digest, "name": name, "until": until})


def close_session(tx: Transaction, digest: str) -> None:
    """End a session."""
    tx.connection.execute(delete(sessions).where(sessions.c.digest == digest))


def session(tx: Transaction, digest: str, now: datetime) -> str | None:
    """Whose session this is, if it has not ended."""
    query = select(sessions.c.name).where(sessions.c.digest == digest, sessions.c.until > now)
    return tx.connection.execute(query).scalar()


def seen(tx: Transaction) -> int:
    """The number that grows with each change an editor can see, whoever makes it."""
    return tx.connection.execute(select(revision.c.number)).scalar() or 0
