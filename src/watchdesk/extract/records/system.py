"""What every system of records is: how its answers are known, and what it gives of one."""

from collections.abc import Callable
from dataclasses import dataclass

from watchdesk.text.objects import Object


@dataclass(frozen=True, slots=True)
class Said:
    """What an answer says of one measure: a title, and lines as `text/records` writes them."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One system; `speaks` and `read` take an answer and the address that gave it."""

    name: str
    title: str
    speaks: Callable[[Object, str], bool]
    read: Callable[[Object, str], Said | None]
