"""A spreadsheet of entries: shown as it is understood, then taken, with the file as its evidence.

In: an open desk and a CSV file. Out: first what each column was taken for, then developments. The
file is kept under `imports/` by its digest, outside the archive, which others may get a copy of.
What a row says is for the desk alone until somebody says otherwise; a name that is in the register
already is left for a person to compare. Taking a file twice changes nothing; taking it again for
more people opens it to them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from watchdesk.model import (
    OPENED,
    Development,
    Evidence,
    Key,
    UsageError,
    digest_of,
    identity,
)
from watchdesk.pipeline import dossiers
from watchdesk.pipeline.desk import Desk
from watchdesk.registers import ACCESS, TESTIMONIES, Register, name_keys, opened_as
from watchdesk.registers.exchange.reading import Row, Understood, understand
from watchdesk.store import Transaction, registers

IMPORTS = "imports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A file and what a person says of it.

    `mapping` takes columns to fields, `kind` is that of rows without one, `access` who may see what
    the rows say.
    """

    path: Path
    register: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    access: str = "desk"


def look(sheet: Sheet) -> Understood:
    """What the file says, as it would be taken; nothing is written."""
    register = _register(sheet)
    try:
        text = sheet.path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{sheet.path} is not in UTF-8; save it as CSV UTF-8.") from error
    return understand(text, register, mapping=sheet.mapping, kind=sheet.kind)


def _register(sheet: Sheet) -> Register:
    register = dossiers.register_named(sheet.register)
    if register is TESTIMONIES:
        raise UsageError("Testimonies come in one by one, by 'watchdesk testimony add'.")
    return register


@dataclass(frozen=True, slots=True)
class Taken:
    """What was entered, and a sentence for each row that was left for a person."""

    developments: tuple[Development, ...]
    left: tuple[str, ...]


def take(desk: Desk, sheet: Sheet, *, by: str) -> Taken:
    """Enter the rows; those that were entered before, or name somebody known, are left out."""
    understood, register = look(sheet), _register(sheet)
    body = sheet.path.read_bytes()
    digest = digest_of(body)
    _keep(desk.folder / IMPORTS, digest, body)
    left = list(understood.complaints)
    act = _Act(register, sheet.access, digest, by, desk.clock(), Counter())
    with desk.store.writing() as tx:
        found = [one for row in understood.rows for one in act.of(tx, row, left)]
        return Taken(dossiers.record(tx, found), tuple(left))


def _keep(folder: Path, digest: str, body: bytes) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / f"{digest.partition(':')[2]}.csv").write_bytes(body)


@dataclass(frozen=True, slots=True)
class _Act:
    """One person takes one file at a moment."""

    register: Register
    access: str
    digest: str
    by: str
    at: datetime
    seen: Counter[object]

    def of(self, tx: Transaction, row: Row, left: list[str]) -> Iterator[Development]:
        """The developments of a row; a sentence goes to `left` where there are none."""
        entry = row.entry or identity("import", self.register.name, row.title)
        known = dossiers.entry(tx, entry)
        if row.entry and (known is None or known.register != self.register.name):
            left.append(f"Row {row.number}: there is no entry {row.entry} in {self.register.name}.")
            return
        alike = self._alike(tx, row, entry) if known is None else ()
        if alike:
            named = ", ".join(alike)
            left.append(f"Row {row.number}: this may be {named}; name it in a column 'entry'.")
            return
        if not row.entry:
            yield self._development(row, entry, OPENED, opened_as(row.title, name_keys(row.title)))
        yield self._development(row, entry, row.kind, dict(row.value))

    def _alike(self, tx: Transaction, row: Row, entry: str) -> tuple[str, ...]:
        """Entries of the same name that were not opened by this row."""
        key = Key("name", row.title)
        return tuple(one for one in registers.carrying(tx, (key,)).get(key, ()) if one != entry)

    def _development(
        self, row: Row, entry: str, kind: str, value: dict[str, object]
    ) -> Development:
        evidence = Evidence(capture_id=f"import:{row.number}", media_digest=self.digest)
        # Values stay out of the id, which leaves the desk: they could be found by trying.
        place = (entry, kind, row.day) if kind != OPENED else (entry, OPENED)
        self.seen[place] += kind != OPENED
        return Development(
            id=identity("import", *place, self.seen[place], self.access),
            register=self.register.name,
            entry=entry,
            kind=kind,
            held_from=row.day,
            held_to=row.until,
            recorded=self.at,
            by=self.by,
            value={ACCESS: self.access} | value,
            says=row.says if kind != OPENED else "",
            evidence=(evidence,),
        )
