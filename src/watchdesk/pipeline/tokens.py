"""Signed names of subscribers: what a link in a mail, or an address for bounces, carries.

In: the desk's secret, a purpose, a subscriber's id. Out: a token of fixed length, or the id that a
token was made for. A token is good for its purpose alone, and is never stored: with the secret
anybody's can be made, and without it nobody's. It is in small letters, since some mail servers turn
the part before the @ into them, and needs no escape in an address or in quoted-printable text.
"""

import base64
import hmac
import re
from enum import StrEnum

ID_LENGTH = 20
MAC_LENGTH = 22
LENGTH = ID_LENGTH + 1 + MAC_LENGTH

TOKEN = rf"[0-9a-f]{{{ID_LENGTH}}}-[a-z2-7]{{{MAC_LENGTH}}}"
"""A token's form as a regular expression."""

_SHAPE = re.compile(TOKEN)


class Aim(StrEnum):
    """What a token is good for."""

    CONFIRM = "confirm"
    LEAVE = "leave"
    PREFERENCES = "preferences"
    BOUNCE = "bounce"


def subscriber_id(secret: bytes, key: str) -> str:
    """The id of whoever has the address `key`; without the secret it tells nothing of it."""
    return hmac.digest(secret, b"subscriber\x1f" + key.encode(), "sha256").hex()[:ID_LENGTH]


def token_for(secret: bytes, aim: Aim, subscriber: str, mark: str = "") -> str:
    """A subscriber's token; `mark` ties it to one moment or one issue."""
    return f"{subscriber}-{_mac(secret, aim, subscriber, mark)}"


def named_in(token: str) -> str | None:
    """The subscriber that a token names, not yet believed; None for what is no token."""
    return token[:ID_LENGTH] if _SHAPE.fullmatch(token) else None


def is_good(secret: bytes, aim: Aim, token: str, mark: str = "") -> bool:
    """Whether the desk made this token for this purpose; takes the same time either way."""
    named = named_in(token)
    return named is not None and hmac.compare_digest(token_for(secret, aim, named, mark), token)


def _mac(secret: bytes, aim: Aim, subscriber: str, mark: str) -> str:
    signed = f"{aim.value}\x1f{subscriber}\x1f{mark}".encode()
    digest = hmac.digest(secret, signed, "sha256")
    return base64.b32encode(digest).decode().lower()[:MAC_LENGTH]
