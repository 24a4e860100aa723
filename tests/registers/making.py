"""Developments of an invented country, for the tests of registers."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from watchdesk.model import OPENED, Development, Evidence, Span, identity

WITNESSED = (Evidence(article_id="article", span=Span(0, 4), quote="Anna"),)


def learnt(day: int, hour: int = 9) -> datetime:
    """A moment in October 2026."""
    return datetime(2026, 10, day, hour, tzinfo=UTC)


def a_development(kind: str = "detained", entry: str = "oke", **changed: Any) -> Development:
    values: dict[str, Any] = {
        "register": "cases",
        "held_from": date(2026, 9, 1),
        "recorded": learnt(1),
        "by": "Mara",
        "evidence": WITNESSED,
    } | changed
    key = identity(entry, kind, values["held_from"], values["recorded"], values.get("value"))
    return Development(id=key, entry=entry, kind=kind, **values)


def opened(
    entry: str = "oke",
    title: str = "Anna Oke",
    keys: Sequence[Sequence[str]] = (),
    **changed: Any,
) -> Development:
    value = {"title": title, "keys": [list(key) for key in keys] or [["name", title]]}
    return a_development(OPENED, entry, value=value, **changed)
