"""The list of readers as a file: taken in with proof of consent, and given out with it.

In: CSV with a line for each person, or an open desk. Out: what came of each line, or CSV. Nobody is
taken in without how and when consent was given; whoever left or is suppressed stays so.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from watchdesk.model import Enrolment, Subscriber, UsageError
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.subscribing import CONFIRMED, enrol, known_sections
from watchdesk.store import subscribers
from watchdesk.text.mail_addresses import mail_address

COLUMNS = ("address", "language", "sections", "state", "since", "consent_at", "consent_how")
_ADDRESS = ("address", "email", "e-mail", "mail", "email address", "courriel")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one line: "new", "known", "left", "suppressed", or why it was refused."""

    line: int
    outcome: str


def take_in(desk: Desk, text: str, *, how: str, when: datetime | None) -> Iterator[Taken]:
    """Take in the lines of a CSV file; `how` and `when` stand in for columns that it lacks."""
    rows = csv.DictReader(io.StringIO(text))
    names = {name.strip().casefold(): name for name in rows.fieldnames or ()}
    column = next((names[name] for name in _ADDRESS if name in names), None)
    if column is None:
        raise UsageError("The file has no column 'address' in its first line.")
    for row in rows:
        cells = {name: (row.get(own) or "").strip() for name, own in names.items()}
        cells["address"] = (row.get(column) or "").strip()
        yield Taken(rows.line_num, _taken(desk, cells, how, when))


def _taken(desk: Desk, cells: dict[str, str], how: str, when: datetime | None) -> str:
    address = mail_address(cells["address"].removeprefix("'"))
    if address is None:
        return "no mail address"
    if cells.get("state") not in {None, "", Enrolment.CONFIRMED.value}:
        return f"not taken in: {cells['state']}"
    at, told = _moment(cells.get("consent_at", "")) or when, cells.get("consent_how") or how
    if at is None or not told:
        return "no proof of consent: how and when it was given"
    wanted = tuple(one.strip() for one in cells.get("sections", "").split(";"))
    reader = Subscriber(
        id="",
        address=address,
        language=cells.get("language", ""),
        sections=known_sections(desk, wanted),
        since=at,
    )
    return enrol(desk, reader, how=told, when=at)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC)


def give_out(desk: Desk) -> Iterator[str]:
    """The list as lines of CSV, each subscriber with the proof of consent."""
    yield _line(COLUMNS)
    with desk.store.reading() as tx:
        for reader in subscribers.every(tx):
            proof = [c for c in subscribers.consents_of(tx, reader.id) if c.what == CONFIRMED]
            at, how = (proof[-1].at.isoformat(), proof[-1].how) if proof else ("", "")
            yield _line(
                (
                    reader.address,
                    reader.language,
                    ";".join(reader.sections),
                    reader.enrolment.value,
                    reader.since.isoformat(),
                    at,
                    how,
                )
            )


def _line(cells: tuple[str, ...]) -> str:
    """A line of CSV; what a spreadsheet would run as a formula is text."""
    out = io.StringIO()
    plain = ("'" + cell if cell.startswith(_FORMULA) else cell for cell in cells)
    csv.writer(out, lineterminator="\n").writerow(plain)
    return out.getvalue()
