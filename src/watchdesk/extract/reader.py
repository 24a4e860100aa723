"""What every reader takes and gives.

In: a capture, its bytes and what its source already said. Out: an `Article`, or a `Problem` with a
sentence for the editor. A reader never asks for anything else and never guesses in silence: where
a field came from stands in the article's origins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from watchdesk.model import Article, Capture, Code, Problem, Stage, identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the list that led here said; used where the page itself is silent.

    `language` and `title_of_site` are those of the source. `fields` and `steps` are the selectors
    of an official page, by what stands there.
    """

    title: str = ""
    published: datetime | None = None
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str | None = None
    title_of_site: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    steps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One capture to read. `second_opinion` is the text another program made of the same bytes."""

    capture: Capture
    body: bytes
    hints: Hints = Hints()
    second_opinion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A named, versioned reader of some media types; raising `version` reads everything anew."""

    name: str
    version: int
    media_types: frozenset[str]
    read: Callable[[Task], Article | Problem]


def article_id(capture: Capture, *, reader: str, version: int, text: str) -> str:
    """The id of what this reader made: the same capture, reader and text give the same id."""
    return identity(capture.id, reader, version, identity(text))


def refuse(capture: Capture, code: Code, message: str) -> Problem:
    """The problem of a capture that gives no article; `message` is a whole sentence."""
    return Problem(
        stage=Stage.EXTRACT,
        subject=capture.url,
        code=code,
        message=message,
        source_id=capture.source_id,
    )
