"""What the registers have for an issue, and what has gone quiet in them.

In: an open desk and the time of the last issue. Out: entries that changed since, as the public may
see them; entries that have been silent longer than is usual, and dates that passed unnoticed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from watchdesk.issue import ChangedEntry, entry_key, headline_of
from watchdesk.model import Audience, Cleared, Entry, GapRow, Precision, Station, To
from watchdesk.pipeline import dossiers, united
from watchdesk.pipeline.clearing import cleared, of_registers
from watchdesk.pipeline.desk import Desk
from watchdesk.registers import REGISTERS, TESTIMONIES
from watchdesk.registers.views import gaps
from watchdesk.store import Transaction, articles, captures, printed, silence
from watchdesk.text.cited import cite
from watchdesk.text.sentences import sentences

MOST_STATIONS = 8
MOST_QUIET = 50
MOST_WORDS = 3
"""Sentences of a witness that an issue prints."""


def changed_entries(
    tx: Transaction, *, since: datetime | None, until: datetime, day: date, number: int
) -> tuple[ChangedEntry, ...]:
    """The entries in which something was learnt or taken back since the last issue."""
    by_entry: dict[str, list[dossiers.Change]] = {}
    for change in dossiers.changes(tx, since=since, until=until):
        by_entry.setdefault(united.root(tx, change.development.entry), []).append(change)
    ran = printed.before(tx, map(entry_key, by_entry), number)
    found = cleared(tx, by_entry, Audience(to=To.PUBLIC, on=day))
    seen = [one.entry for one in found if isinstance(one, Cleared)]
    told = (
        _changed(entry, by_entry[entry.id], ran.get(entry_key(entry.id)), day)
        for entry in seen
        if _can_be_quoted(entry)
    )
    words = (_given_out(tx, entry, ran.get(entry_key(entry.id)), day) for entry in seen)
    return (*told, *(one for one in words if one is not None))


def _can_be_quoted(entry: Entry) -> bool:
    """Whether a passage of it can be printed: of what is sealed there is none."""
    return any(piece.quote for one in entry.developments for piece in one.evidence)


def _changed(
    entry: Entry, changes: Sequence[dossiers.Change], ran: int | None, day: date
) -> ChangedEntry:
    how = {one.development.id: one.how for one in changes}
    return ChangedEntry(
        entry=entry,
        word=dossiers.register_named(entry.register).entry,
        line=dossiers.line_of(entry, day),
        stations=tuple(_stations(entry, how))[-MOST_STATIONS:],
        new=tuple(one for one in entry.developments if one.id in how and one.evidence),
        taken_back=sum(one.how == "retracted" for one in changes),
        ran_in=ran,
    )


def _given_out(tx: Transaction, entry: Entry, ran: int | None, day: date) -> ChangedEntry | None:
    """A testimony with the words of the page on which they were given out; None before that.

    Its days stay here: when a witness spoke can tell who spoke.
    """
    where = str(entry.fields.get("where") or "") if entry.register == TESTIMONIES.name else ""
    capture = captures.newest_at(tx, where) if where else None
    page = articles.of_capture(tx, capture.id) if capture else None
    if page is None:
        return None
    last = entry.developments[-1]
    spans = sentences(page.text, page.language)[:MOST_WORDS]
    return ChangedEntry(
        entry=entry,
        word=TESTIMONIES.entry,
        line=dossiers.line_of(entry, day),
        stations=(),
        new=tuple(replace(last, evidence=(cite(page, span),)) for span in spans),
        ran_in=ran,
        headline=headline_of(page),
    )


def _stations(entry: Entry, how: Mapping[str, str]) -> Iterator[Station]:
    kinds = dossiers.register_named(entry.register).kinds
    for one in entry.developments:
        if one.kind in kinds:
            by_then = one.precision is Precision.BEFORE
            yield Station(kinds[one.kind].label, one.held_from, by_then, how.get(one.id, ""))


@dataclass(frozen=True, slots=True)
class Quiet:
    """An entry that a person should look at, and why, in a sentence."""

    id: str
    register: str
    title: str
    why: str


def gone_quiet(desk: Desk) -> tuple[Quiet, ...]:
    """Entries without a development for longer than their register's patience; missed dates."""
    today = desk.clock().date()
    with desk.store.reading() as tx:
        found = {one.id: one for one in _missed(tx, today)}
        for one in _silent(tx, today):
            found.setdefault(one.id, one)
    return tuple(found.values())


def gaps_of(desk: Desk, name: str) -> tuple[GapRow, ...]:
    """What the entries of a register lack, a sentence each; for the desk alone."""
    register, today = dossiers.register_named(name), desk.clock().date()
    found = of_registers(desk, register.name, Audience(to=To.DESK, on=today))
    return gaps((one for one in found if isinstance(one, Cleared)), register, today)


def _missed(tx: Transaction, today: date) -> Iterator[Quiet]:
    for register in REGISTERS:
        for one in silence.awaited_until(
            tx, register.name, today - timedelta(days=1), most=MOST_QUIET
        ):
            if one.next_date and one.last_held < one.next_date:
                why = f"a date passed on {one.next_date} and nothing was entered since"
                yield Quiet(one.id, register.name, one.title, why)


def _silent(tx: Transaction, today: date) -> Iterator[Quiet]:
    for register in REGISTERS:
        edge = today - timedelta(days=register.patience_days)
        for one in silence.silent_since(
            tx, register.name, edge, over=register.over, most=MOST_QUIET
        ):
            days = (today - one.last_held).days
            if one.next_date is None or one.next_date < today:
                yield Quiet(one.id, register.name, one.title, f"nothing for {days} days")
