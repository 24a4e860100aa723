"""A feed's entry as printed, whatever kind of feed it stood in, and the limits of its fields."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

LONGEST_TITLE = 500
LONGEST_ID = 1_000
LONGEST_SUMMARY = 20_000

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class NotAFeed(Exception):  # noqa: N818 - it names what the bytes are, not what went wrong in here
    """These bytes hold no feed; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as printed; a date is an ISO 8601 text in UTC, or what stands there."""

    id: str = ""
    url: str = ""
    title: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    summary: str = ""
    content: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed's title and entries; `damage` says what was wrong with a feed that could be read."""

    title: str
    entries: tuple[Entry, ...]
    damage: str = ""


def joined(base: str, link: str) -> str:
    """A link made absolute; one that cannot be is left as it is."""
    if not link or SCHEME.match(link):
        return link
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def cut(text: str, longest: int = LONGEST_TITLE) -> str:
    """A text on one line, at most so long, without characters that no file takes."""
    flat = " ".join(text[: longest * 4].replace("\x00", "").split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
