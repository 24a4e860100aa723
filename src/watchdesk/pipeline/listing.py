"""Takes in what a source's list says: leads that are new or changed become requests.

In: a capture of a list and the reading of it. Out: the requests that follow from it, after leads,
visit and rhythm were committed in one transaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from watchdesk.model import Capture, Lead, Problem, Purpose, Request, Source, Stage
from watchdesk.sources import (
    Earlier,
    LeadKeys,
    Reading,
    changed,
    keys_of,
    next_rhythm,
    same,
)
from watchdesk.store import Transaction, addresses, captures, leads, problems, visits, work
from watchdesk.store.leads import Known
from watchdesk.store.visits import Rhythm, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a list: requests to make, how many leads were listed and how many were new."""

    requests: tuple[Request, ...]
    listed: int
    new: int
    problems: tuple[Problem, ...]


def take_in(
    tx: Transaction, source: Source, capture: Capture, reading: Reading, *, most: int
) -> Taken:
    """Keep a reading's leads; at most `most` new ones in one visit, in the order of the list."""
    wanted: list[Request] = list(reading.requests)
    fresh: list[tuple[Lead, Known]] = []
    keyed = [(lead, keys_of(lead)) for lead in reading.leads]
    index = _Index(_known(tx, source, keyed))
    for lead, keys in keyed:
        if len(fresh) >= most:
            break
        before = index.find(lead, keys)
        if before is None:
            row = _row(lead, keys)
            fresh.append((lead, row))
            index.add(row)
        elif changed(lead, _earlier(before)):
            row = replace(before, title=lead.title, updated=lead.updated or before.updated)
            leads.change(tx, lead, row)
            wanted += _request(lead, source)
    leads.add(tx, fresh, capture.fetched_at)
    wanted += _unread(tx, source, [lead for lead, _ in fresh])
    _note(tx, source, capture, reading, [lead for lead, _ in fresh])
    addresses.ask(tx, wanted, capture.fetched_at)
    work.done(tx, Stage.GATHER, capture.id)
    return Taken(
        requests=tuple(wanted),
        listed=len(reading.leads),
        new=len(fresh),
        problems=reading.problems,
    )


def _known(
    tx: Transaction, source: Source, keyed: Sequence[tuple[Lead, LeadKeys]]
) -> tuple[Known, ...]:
    return leads.known(
        tx,
        source.id,
        entries={keys.entry_key for _, keys in keyed},
        urls={keys.url_key for _, keys in keyed},
        contents={keys.content_key for _, keys in keyed},
    )


class _Index:
    """Earlier leads by each of their keys: only those that share one can be the same entry."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._rows: dict[str, list[Known]] = {}
        for row in known:
            self.add(row)

    def add(self, row: Known) -> None:
        """Take in one more, under its keys."""
        for key in {row.entry_key, row.url_key, row.content_key} - {""}:
            self._rows.setdefault(key, []).append(row)

    def find(self, lead: Lead, keys: LeadKeys) -> Known | None:
        """The earlier lead that this one is, by address first."""
        for key in (keys.url_key, keys.entry_key, keys.content_key):
            for row in self._rows.get(key, ()) if key else ():
                if same(lead, _earlier(row), keys=keys):
                    return row
        return None


def _earlier(known: Known) -> Earlier:
    keys = LeadKeys(entry_key=known.entry_key, url_key=known.url_key, content_key=known.content_key)
    return Earlier(keys=keys, url=known.url, title=known.title, updated=known.updated)


def _row(lead: Lead, keys: LeadKeys) -> Known:
    return Known(
        id=leads.new_id(lead),
        entry_key=keys.entry_key,
        url_key=keys.url_key,
        content_key=keys.content_key,
        url=lead.url,
        title=lead.title,
        updated=lead.updated,
    )


def _unread(tx: Transaction, source: Source, fresh: Sequence[Lead]) -> Iterator[Request]:
    """Requests for new leads, but for pages that another source led to before: one is read once."""
    held = captures.held_at(tx, (lead.url for lead in fresh if lead.url))
    for lead in fresh:
        if lead.url not in held:
            yield from _request(lead, source)


def _request(lead: Lead, source: Source) -> tuple[Request, ...]:
    if lead.url is None:
        return ()
    purpose = Purpose(lead.purpose)
    return (Request(url=lead.url, source_id=source.id, purpose=purpose, found_in=lead.found_in),)


def _note(
    tx: Transaction, source: Source, capture: Capture, reading: Reading, fresh: list[Lead]
) -> None:
    """Keep visit, rhythm and problems of a list."""
    at = capture.fetched_at
    if not reading.problems:
        problems.solve(tx, Stage.GATHER, capture.asked)
    for problem in reading.problems:
        problems.put(tx, replace(problem, source_id=source.id), at)
    if capture.purpose == Purpose.RECORD.value:
        return  # it is no list: its visit is noted with its answer
    outcome = _outcome(reading, fresh)
    visit = Visit(
        source_id=source.id, at=at, outcome=outcome, listed=len(reading.leads), new=len(fresh)
    )
    visits.add(tx, visit)
    if fresh:
        _keep_rhythm(tx, source, fresh, at)


def _outcome(reading: Reading, fresh: list[Lead]) -> str:
    if fresh:
        return "new"
    if reading.leads or reading.requests:
        return "unchanged"
    return "failed" if reading.problems else "empty"


def _keep_rhythm(tx: Transaction, source: Source, fresh: list[Lead], at: datetime) -> None:
    before = visits.rhythm_of(tx, source.id)
    dates = [min(lead.published, at) if lead.published else at for lead in fresh]
    newest, gaps = next_rhythm(before.newest, before.distances, dates)
    visits.put_rhythm(tx, Rhythm(source_id=source.id, newest=newest, distances=gaps))
