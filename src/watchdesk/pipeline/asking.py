"""How a desk asks: its fetcher, what it may ask, with which validators, and how answers are kept.

In: an open desk. Out: a fetcher under the desk's limits; captures of what it brought. What follows
from an answer stands in `answers`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from watchdesk.archive import (
    KEEP_ROBOTS,
    Archive,
    Fetched,
    Fetcher,
    Limits,
    Robots,
    RobotsText,
    within,
)
from watchdesk.model import Capture, Request, Source
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.keys import credentials
from watchdesk.sources import kind_of
from watchdesk.store import Transaction, addresses, captures
from watchdesk.store.addresses import Address, RobotsRow

OK = 200
WHOLE_AGAIN = timedelta(days=1)
"""Validators lie now and then; once a day a list is asked for whole, so that news come late at
worst."""


def fetcher_for(desk: Desk) -> Fetcher:
    """A fetcher with the desk's limits, allowed addresses and known robots.txt files."""
    config = desk.config
    with desk.store.reading() as tx:
        kept = addresses.robots_since(tx, desk.clock() - KEEP_ROBOTS)
    limits = Limits(
        per_host_delay=config.limits.per_host_delay,
        connections=config.limits.connections,
        max_bytes=config.limits.max_bytes,
        max_document_bytes=config.limits.max_document_bytes,
        max_image_bytes=config.limits.max_image_bytes,
        total_seconds=config.limits.total_seconds,
        retry_seconds=config.limits.retry_seconds,
    )
    return Fetcher(
        limits=limits,
        allowed=config.allowed_addresses,
        folders=folders_of(config.sources),
        robots=Robots(tuple(map(_robots_text, kept))),
        clock=desk.clock,
        contact=config.contact,
        only_hosts=config.limits.only_hosts,
        credentials=credentials(config.sources),
    )


def may_ask(desk: Desk, url: str) -> bool:
    """Whether the desk asks this host: any, unless desk.toml names the only ones."""
    only = desk.config.limits.only_hosts
    return not only or url.startswith("file:") or within(urlsplit(url).hostname or "", only)


def archived(
    tx: Transaction, archive: Archive, batch: Sequence[Fetched]
) -> tuple[tuple[Capture, ...], ...]:
    """Write the records and rows of each answer, as revisits where the same body is held already.

    The records are with the operating system before the transaction that leads to them ends.
    """
    held = _Held(tx, batch)
    kept = tuple(held.keep(archive, fetched) for fetched in batch)
    captures.add(tx, chain.from_iterable(kept))
    return kept


@dataclass(frozen=True, slots=True)
class Root:
    """A source's own address: what it is asked with, and what is known of it."""

    source: Source
    request: Request
    known: Address

    def rests(self, now: datetime, *, due: bool) -> bool:
        """Whether its time has not come; with `due` it also rests for its `every_minutes`."""
        known = self.known
        if known.not_before is not None and known.not_before > now:
            return True
        every = timedelta(minutes=getattr(self.source.options, "every_minutes", 60))
        return due and known.checked_at is not None and known.checked_at + every > now

    def question(self, now: datetime) -> Request:
        """The request, with validators so that an unchanged list is not sent again."""
        whole_at = self.known.asked_whole_at
        fresh = whole_at is not None and whole_at + WHOLE_AGAIN > now
        if not fresh or not self.known.capture_id:
            return self.request
        return replace(self.request, validators=self.known.validators)


def roots_of(sources: Iterable[Source], known: Mapping[str, Address]) -> Iterator[Root]:
    """The addresses of sources that are not muted; `known` is what is known of addresses."""
    for source in sources:
        for request in () if source.muted else kind_of(source.kind).requests(source):
            yield Root(source, request, known.get(request.url) or Address(url=request.url))


class _Held:
    """What is held of the addresses of a batch, and what the batch itself adds to it."""

    def __init__(self, tx: Transaction, batch: Sequence[Fetched]) -> None:
        self._tx = tx
        self._newest: dict[str, Capture | None] = {}
        asked = {hop.url: hop.asked_at for fetched in batch for hop in fetched.exchanges}
        first = min(asked.values(), default=None)
        self._moments = set(captures.moments_since(tx, asked, first)) if first else set()

    def keep(self, archive: Archive, fetched: Fetched) -> tuple[Capture, ...]:
        """Write an answer's records, and know them from now on."""
        kept = archive.keep(fetched, known=self._known, previous=self._previous, taken=self._taken)
        for one in kept:
            self._moments.add((one.url, one.fetched_at))
            if one.status == OK and one.revisit_of is None:
                self._newest |= {one.asked: one, one.url: one}
        return kept

    def _previous(self, url: str) -> Capture | None:
        if url not in self._newest:
            self._newest[url] = captures.newest_at(self._tx, url)
        return self._newest[url]

    def _known(self, url: str, digest: str) -> Capture | None:
        newest = self._previous(url)
        return newest if newest and newest.digest == digest else None

    def _taken(self, url: str, moment: datetime) -> bool:
        return (url, moment) in self._moments


def folders_of(sources: Iterable[Source]) -> tuple[Path, ...]:
    """The folders that sources of kind "folder" watch; nothing else on this machine is read."""
    paths = (getattr(source.options, "path", None) for source in sources)
    return tuple(Path(path) for path in paths if path)


def robots_row(text: RobotsText) -> RobotsRow:
    """A robots.txt as it is kept between runs."""
    return RobotsRow(text.host, text.fetched_at, text.status, text.body)


def _robots_text(row: RobotsRow) -> RobotsText:
    return RobotsText(host=row.host, fetched_at=row.fetched_at, status=row.status, body=row.body)
