"""A spreadsheet of entries, as it is understood: shown to a person before it is taken.

In: the text of a CSV file, a register and what a person says of its columns. Out: which column is
which field, each row as it would be entered, and a sentence for each row that cannot be. It guesses
no day from 3/4/2026 and takes nothing by itself.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from watchdesk.model import UsageError
from watchdesk.registers.register import Register

TITLE, KIND, DAY, UNTIL, ENTRY, SAYS = "title", "kind", "day", "until", "entry", "says"
OWN = (TITLE, KIND, DAY, UNTIL, ENTRY, SAYS)
"""What a column can be beside a field of the register."""

LEFT_OUT = "-"
"""What a person says of a column that is not to be taken."""

MOST_ROWS = 100_000

_ALSO: Mapping[str, str] = {
    "name": TITLE,
    "full name": TITLE,
    "site": TITLE,
    "date": DAY,
    "from": DAY,
    "since": DAY,
    "to": UNTIL,
    "until": UNTIL,
    "event": KIND,
    "id": ENTRY,
    "source": SAYS,
    "latitude": "lat",
    "longitude": "lon",
    "location": "place",
    "birth date": "born",
    "year of birth": "born",
}
_POINT = ("lat", "lon")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it would be entered; `number` counts from 2, as the spreadsheet does."""

    number: int
    title: str
    kind: str
    day: date
    until: date | None
    entry: str
    says: str
    value: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Understood:
    """Which column is taken as what (empty: left out), the rows, and what cannot be taken."""

    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    complaints: tuple[str, ...]


def understand(
    text: str, register: Register, *, mapping: Mapping[str, str], kind: str = ""
) -> Understood:
    """What a file says; `kind` is that of rows without one. `UsageError` where it has no title."""
    head, rows = _table(text)
    columns = {name: _field(name, register, mapping) for name in head}
    odd = sorted(set(mapping) - set(head))
    if odd:
        raise UsageError(f"The file has no column {odd[0]!r}; it has: {', '.join(head)}.")
    if TITLE not in columns.values() and ENTRY not in columns.values():
        raise UsageError("No column is the title; say --map COLUMN=title.")
    complaints: list[str] = []
    taken = list(_rows(rows, list(columns.values()), (register, kind), complaints))
    return Understood(columns, tuple(taken), tuple(complaints))


def _table(text: str) -> tuple[list[str], list[list[str]]]:
    bare = text.removeprefix("\ufeff")
    first = bare.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(bare), delimiter=mark))
    except csv.Error as error:
        raise UsageError(f"The file is no CSV: {error}.") from error
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise UsageError("The file has no rows beneath its head.")
    if len(rows) > MOST_ROWS:
        raise UsageError(f"The file has more than {MOST_ROWS} rows; part it.")
    head = [cell.strip() for cell in rows[0]]
    if len(set(head)) < len(head):
        raise UsageError("Two columns of the file have the same name.")
    return head, rows[1:]


def _field(column: str, register: Register, mapping: Mapping[str, str]) -> str:
    known = {one.name for one in fields(register.fields)} | {*OWN, *_POINT, "access"}
    if column in mapping:
        wanted = mapping[column]
        if wanted not in known and wanted != LEFT_OUT:
            raise UsageError(
                f"{register.name} have no field {wanted!r}; {', '.join(sorted(known))}."
            )
        return "" if wanted == LEFT_OUT else wanted
    low = " ".join(column.casefold().replace("_", " ").split())
    guess = _ALSO.get(low, low.replace(" ", "_"))
    return guess if guess in known else ""


def _rows(
    rows: Sequence[Sequence[str]],
    columns: Sequence[str],
    rule: tuple[Register, str],
    complaints: list[str],
) -> Iterator[Row]:
    for number, cells in enumerate(rows, 2):
        named = zip(columns, cells, strict=False)
        told = {name: cell.strip() for name, cell in named if name and cell.strip()}
        try:
            yield _row(number, told, *rule)
        except ValueError as error:
            complaints.append(f"Row {number}: {error}.")


def _row(number: int, told: Mapping[str, str], register: Register, kind: str) -> Row:
    kind = told.get(KIND, kind).casefold().replace(" ", "_")
    if not (told.get(TITLE) or told.get(ENTRY)):
        raise ValueError("it has no title")
    if kind not in register.kinds:
        raise ValueError(f"{kind or 'nothing'!r} is no kind of development in {register.name}")
    day, until = _day(told.get(DAY, "")), told.get(UNTIL, "")
    end = _day(until) if until else None
    if end is not None and end < day:
        raise ValueError("it ends before it begins")
    value = {name: cell for name, cell in told.items() if name not in OWN}
    entry, says = told.get(ENTRY, ""), told.get(SAYS, "")
    return Row(number, told.get(TITLE, ""), kind, day, end, entry, says, value)


def _day(written: str) -> date:
    if found := _DOTTED.fullmatch(written):
        written = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ValueError(f"{written!r} is no day; write 2026-11-20 or 20.11.2026") from error
