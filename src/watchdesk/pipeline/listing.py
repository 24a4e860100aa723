"""Takes in what a source's list says: leads that are new or changed become requests.

In: a capture of a list and the reading of it. Out: the requests that follow from it, after leads,
visit and rhythm were committed in one transaction.
"""

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
    fresh: list[Lead] = []
    known = _known(tx, source, reading.leads)
    for lead in reading.leads:
        if len(fresh) >= most:
            break
        keys = keys_of(lead)
        before = next((row for row in known if same(lead, _earlier(row), keys=keys)), None)
        if before is None:
            row = _row(lead, keys)
            fresh.append(lead)
            known.append(row)
        elif changed(lead, _earlier(before)):
            row = replace(before, title=lead.title, updated=lead.updated or before.updated)
        else:
            continue
        leads.put(tx, lead, row, capture.fetched_at)
        if before is not None or not _read_already(tx, lead):
            wanted += _request(lead, source)
    _note(tx, source, capture, reading, fresh)
    addresses.ask(tx, wanted, capture.fetched_at)
    work.done(tx, Stage.GATHER, capture.id)
    return Taken(
        requests=tuple(wanted),
        listed=len(reading.leads),
        new=len(fresh),
        problems=reading.problems,
    )


def _known(tx: Transaction, source: Source, listed: tuple[Lead, ...]) -> list[Known]:
    keys = [keys_of(lead) for lead in listed]
    found = leads.known(
        tx,
        source.id,
        entries={key.entry_key for key in keys},
        urls={key.url_key for key in keys},
        contents={key.content_key for key in keys},
    )
    return list(found)


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


def _read_already(tx: Transaction, lead: Lead) -> bool:
    """Whether another source led to the same page before: it is read once."""
    return lead.url is not None and captures.newest_at(tx, lead.url) is not None


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
