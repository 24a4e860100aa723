"""CSV out. A cell that a spreadsheet would run as a formula is written as text."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from watchdesk.model import Cleared, ClearedTable, Development
from watchdesk.registers.exchange.shared import label, pages

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def entries(cleared: Sequence[Cleared]) -> str:
    """One row for each entry; the columns are those that any of them fills."""
    names = sorted({name for one in cleared for name in one.entry.fields})
    head = ["id", "register", "title", "status", "since", "next_date", "next_what"]
    rows = [
        [getattr(one.entry, name) for name in head]
        + [one.entry.fields.get(name, "") for name in names]
        for one in cleared
    ]
    return _written([[*head, *names], *rows])


def developments(cleared: Sequence[Cleared]) -> str:
    """One row for each development, with the first page and passage that prove it."""
    head = ["entry", "title", "kind", "from", "to", "stance", "says", "recorded", "quote", "url"]
    rows = [_development(one, each) for one in cleared for each in one.entry.developments]
    return _written([head, *rows])


def _development(cleared: Cleared, one: Development) -> list[Any]:
    piece, page = next(pages(cleared, one), (None, None))
    return [
        cleared.entry.id,
        cleared.entry.title,
        label(one),
        one.held_from,
        one.held_to,
        one.stance.value,
        one.says,
        one.recorded.date(),
        piece.quote if piece else "",
        page.url if page else "",
    ]


def counts(table: ClearedTable) -> str:
    """One row for each cell; a count that is withheld is an empty field."""
    if not isinstance(table, ClearedTable):
        raise TypeError("a table leaves through the gate")
    rows = [[*cell, count] for cell, count in sorted(table.cells.items())]
    return _written([[*table.by, "count"], *rows])


def _written(rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue()


def _plain(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return "" if cell is None else cell
