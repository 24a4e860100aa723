"""Who is at the desk: passwords, sessions, and how often a wrong password may be tried.

In: names, passwords and the token of a cookie. Out: a `Person`, or nobody. Passwords are kept as
argon2 digests, tokens as SHA-256; neither is ever written to a log. A name that does not exist
costs the same time as a wrong password, so that nobody learns who works here.
"""

import hashlib
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from watchdesk.config import Config
from watchdesk.desk.roles import Role, role_of
from watchdesk.model import UsageError
from watchdesk.store import Store, accounts

LASTS = timedelta(days=14)
LEAST_LETTERS = 10
_HASHER = PasswordHasher()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Whoever is at the desk, under the name that stands beside each decision."""

    name: str
    role: Role
    mail: str = ""


def digest_of(password: str) -> str:
    """The argon2 digest of a password that is long enough; `UsageError` otherwise."""
    if len(password) < LEAST_LETTERS:
        raise UsageError(f"A password has at least {LEAST_LETTERS} characters.")
    return _HASHER.hash(password)


@cache
def _nobodys() -> str:
    """The digest that a name without a password is compared with."""
    return _HASHER.hash(secrets.token_hex(16))


def person_named(config: Config, name: str) -> Person | None:
    """The person of this name in desk.toml."""
    for one in config.editors:
        if one.name == name:
            return Person(name=one.name, role=role_of(one.role), mail=one.mail)
    return None


def log_in(store: Store, config: Config, name: str, password: str, *, now: datetime) -> str | None:
    """The token of a new session, or None where name or password are wrong."""
    with store.reading() as tx:
        known = accounts.password_of(tx, name)
    right = _fits(known or _nobodys(), password)
    if known is None or not right or person_named(config, name) is None:
        return None
    token = secrets.token_urlsafe(32)
    with store.writing() as tx:
        accounts.open_session(tx, _kept(token), name, now=now, until=now + LASTS)
    return token


def log_out(store: Store, token: str) -> None:
    """End the session of this token."""
    with store.writing() as tx:
        accounts.close_session(tx, _kept(token))


def person_of(store: Store, config: Config, token: str, *, now: datetime) -> Person | None:
    """Whose session this token opens."""
    with store.reading() as tx:
        name = accounts.session(tx, _kept(token), now)
    return person_named(config, name) if name else None


def _fits(digest: str, password: str) -> bool:
    try:
        return _HASHER.verify(digest, password)
    except (VerificationError, InvalidHashError):
        return False


def _kept(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(slots=True)
class Tries:
    """How often a wrong password was given, by name and by address; held in memory alone."""

    clock: Callable[[], float]
    most: int = 5
    within_seconds: float = 900
    keys: int = 10_000
    _failed: dict[str, deque[float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def too_many(self, *keys: str) -> bool:
        """Whether one of these has to wait."""
        since = self.clock() - self.within_seconds
        with self._lock:
            return any(
                sum(at > since for at in self._failed.get(key, ())) >= self.most for key in keys
            )

    def failed(self, *keys: str) -> None:
        """Count a wrong password; the oldest keys are forgotten where there are too many."""
        with self._lock:
            for key in keys:
                self._failed.setdefault(key, deque(maxlen=self.most)).append(self.clock())
            while len(self._failed) > self.keys:
                del self._failed[next(iter(self._failed))]

    def succeeded(self, *keys: str) -> None:
        """Forget what was counted."""
        with self._lock:
            for key in keys:
                self._failed.pop(key, None)
